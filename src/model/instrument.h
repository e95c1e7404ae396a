/**
 * Instrument: an examination that grades agencies, as data.
 *
 * A file of instrumen/ says what is asked, how each item is proved and which
 * keys of the content contract prove it; this module reads such files by tables
 * of fields of their own and finds the fields that the keys name. It judges
 * nothing (audit/exam) and knows no examination: those that come with the program
 * are files, too, and a file of the project with the same name stands in for one.
 * Foreign data: limits are those of YAML files, what is wrong is a diagnostic.
 * An InstrumentSet owns its files; constant once read, any thread.
 */
#pragma once
#include "base/diag.h"
#include "model/charter.h"
#include "model/fields.h"

/* How an item is proved. */
typedef enum InstrumentWay {
    WAY_SITE,      /* situs: by what the site publishes */
    WAY_DOCUMENT,  /* dokumen */
    WAY_PHOTO,     /* foto */
    WAY_SCREEN,    /* tangkapan_layar */
    WAY_INTERVIEW, /* wawancara: nothing can be handed in */
    N_INSTRUMENT_WAYS
} InstrumentWay;

/* What is computed from fields where their being there does not tell enough; audit/exam knows how. */
typedef enum InstrumentFact {
    FACT_PLEDGE_WHOLE, /* maklumat_lengkap: promise, improvement, sanction or compensation */
    FACT_NO_BREAK,     /* tanpa_jeda: open hours without a gap on every day */
    FACT_REST_DAYS,    /* buka_akhir_pekan: open on a Saturday or Sunday */
    FACT_GOVERNMENT,   /* alamat_go_id: the site's address is below go.id */
    FACT_LAPOR,        /* kanal_lapor: SP4N-LAPOR! is among the complaint channels */
    FACT_IN_PERSON,    /* kanal_tatap_muka: complaints are taken in person, too */
    N_INSTRUMENT_FACTS
} InstrumentFact;

/* Which of an agency's pages shows the proof. */
typedef enum InstrumentPage {
    PROOF_AGENCY,
    PROOF_SERVICES,
    PROOF_COMPLAINTS,
    PROOF_FEES,
    PROOF_QUALITY,
    PROOF_BOARD,
    PROOF_BOOK,
    PROOF_DATA,
    N_INSTRUMENT_PAGES
} InstrumentPage;

typedef enum InstrumentScope { SCOPE_AGENCY, SCOPE_SERVICES, SCOPE_SITE } InstrumentScope;
enum { INSTRUMENT_MAX_DEPTH = 4, INSTRUMENT_MAX_CHOICES = 8 };

/* A key as written, "layanan.sk.nomor", and the fields it leads through. */
typedef struct InstrumentPath {
    InstrumentScope scope;
    const Field *fields[INSTRUMENT_MAX_DEPTH];
    const Record *records[INSTRUMENT_MAX_DEPTH]; /* the record each field stands in */
    guint n;
    const char *key; /* without "layanan." or "situs." */
} InstrumentPath;

/* Where a key of services may stand once for all: nowhere, with the agency itself, under its `bawaan`. */
typedef enum InstrumentOnce { ONCE_NOWHERE, ONCE_AGENCY, ONCE_DEFAULTS } InstrumentOnce;

/* One thing a rule wants: any of the paths ("media.situs | situs.url"). n 0: its text could not be read. */
typedef struct InstrumentWant {
    InstrumentPath paths[INSTRUMENT_MAX_CHOICES];
    guint n;
    InstrumentScope
        place;           /* where to write it: with the agency if that is one of the choices */
    InstrumentOnce once; /* of the first path */
} InstrumentWant;
LIST_OF(InstrumentWant, InstrumentWantList);

typedef struct InstrumentRule {
    Head head;
    TextList ada;          /* all of these */
    TextList dari;         /* at least `paling_sedikit` values of these together */
    gint64 paling_sedikit; /* 0 = not given: one */
    gint64 paling_lama;    /* months that the dates of `ada` may lie back; 0 = any */
    TextList fakta;
    InstrumentWantList all, some; /* ada and dari, found in the tables */
    guint facts;                  /* bit per InstrumentFact */
} InstrumentRule;
LIST_OF(InstrumentRule, InstrumentRuleList);

typedef struct InstrumentItem {
    Head head;
    Text nomor, tanya;
    TextList bukti; /* what the form wants to see */
    TextList cara;
    guint ways;                /* bit per InstrumentWay */
    InstrumentRuleList aturan; /* all must hold; n 0: fields cannot prove it */
    TextList halaman;
    guint pages; /* bit per InstrumentPage; never 0 where there are rules */
    Text batas;  /* what the program cannot know about it */
    gboolean diverifikasi;
    gboolean doubtful; /* the item itself is marked as not verified */
} InstrumentItem;
LIST_OF(InstrumentItem, InstrumentItemList);

typedef struct InstrumentPart {
    Head head;
    Text judul;
    InstrumentItemList butir;
} InstrumentPart;
LIST_OF(InstrumentPart, InstrumentPartList);

typedef struct Instrument {
    Head head;
    const char *key; /* the file's name without .yaml: "pekppp-2023" */
    Text nama, singkat, penilai;
    TextList dasar, sumber;
    gboolean diverifikasi; /* compared with the official text */
    Text catatan;
    InstrumentPartList bagian;
    guint n_items;
} Instrument;

typedef struct InstrumentSet {
    Arena *arena;
    GPtrArray *sources; /* Source, owned */
    const Instrument *
        *items; /* in the order of their keys; of "pekppp-2023" and "pekppp-2027" the later */
    guint n;
    guint64 hash; /* of the project's own files */
    GMutex lock;
    gint ready; /* atomic: items and n hold */
} InstrumentSet;

enum { INSTRUMENT_MAX_FILES = 32 };

/**
 * Reads the program's instruments and those of DIR/instrumen, if there is such a folder. Mistakes go to
 * `diags`; NULL and FS_ERROR only when the disk fails.
 */
InstrumentSet *instrument_set_load(const char *dir, DiagList *diags, GError **error);
/**
 * The set with its items. The program's instruments have no mistakes, so without others they are read when somebody
 * first asks; whoever looks at `items` asks here. Any thread.
 */
const InstrumentSet *instrument_set_ready(const InstrumentSet *set);
void instrument_set_free(InstrumentSet *set);

/** "pekppp-2023", or "pekppp" for the one that is asked now; NULL: there is none. */
const Instrument *instrument_find(const InstrumentSet *set, const char *name);

/** The key of a fact, as instrument files name it; NULL after the last. */
const char *instrument_fact_key(guint fact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(InstrumentSet, instrument_set_free)
