/**
 * Heading: whether a line names a part of a service standard, and which.
 *
 * Knows the official names (component_names) and those the table of fields
 * gives as aliases; compares them folded, without words that add nothing
 * ("pelayanan", "publik", "dan"), and with one or two typing errors in longer
 * ones. Whether a line may be a heading where it stands is the reader's to
 * judge. No state, any thread.
 */
#pragma once
#include "model/fields.h"

enum { HEADING_MAX_BYTES = 120 };

/** Parts of component 6, each a key of its own. */
typedef enum HeadingPart {
    PART_CHANNELS,
    PART_STEPS,
    PART_DEADLINES,
    PART_OFFICER,
    N_HEADING_PARTS
} HeadingPart;

typedef enum HeadingKind {
    HEADING_COMPONENT,
    HEADING_TITLE,  /* the service's name follows */
    HEADING_DECREE, /* the decree's number follows */
    HEADING_OTHER,  /* known, but no component: opening hours, place, notes */
} HeadingKind;

typedef struct Heading {
    HeadingKind kind;
    guint component;   /* 1 … 14 for a component, else 0 */
    HeadingPart part;  /* of component 6 */
    gboolean official; /* written as the regulation has it */
    gboolean common;   /* one common word ("Biaya", "Kontak"), which also stands inside texts */
    gboolean doubtful; /* may mean something else ("Waktu Pelayanan") */
    gboolean typed;    /* with typing errors */
    gboolean by_words; /* no known name: by a word that only this component has */
    gboolean leads;    /* by_words: its first word tells */
    guint words;       /* of the name that was found */
    const char *name;  /* that name, folded; constant */
} Heading;

/** Reads `len` bytes that are a heading and nothing else. */
gboolean heading_read(const char *text, gsize len, Heading *out);

/**
 * Reads a line that has the form of a heading but no known name ("Berapa lama prosesnya?",
 * "PERSYARATAN PEMBUATAN SKTM"): by words that only one component has. A line that names two is of the
 * first one. `name` is then the component's official name; `common`: its words tell little
 * ("berkas"), or none of them is its first.
 */
gboolean heading_read_words(const char *text, gsize len, Heading *out);
/** Bits of the components a folded word tells; `weak`: one that also stands in other texts. */
guint heading_word_tells(const char *word, gboolean weak);
/** TRUE when each of these folded words (NULL behind the last) tells the same component ("tarif biaya retribusi"). */
gboolean heading_all_of_one(const char *const *words, Heading *out);

/**
 * The longest official name or alias the text begins with at word borders, without typing errors; *len
 * receives its bytes.
 */
gboolean heading_read_prefix(const char *text, Heading *out, gsize *len);

/**
 * TRUE when a heading that was taken for a component's has words that belong to no name of one, nor to the service's
 * title ("Persyaratan Perpanjangan"): they are said nowhere else. Words with typing errors are those they stand for.
 */
gboolean heading_says_more(const char *heading, const char *title);

/** How many words tell something: "dan" and "pelayanan" do not. */
guint heading_n_telling(const char *text, gsize len);

/** What stands over the column of components ("KOMPONEN") and over that of their texts ("URAIAN"). */
gboolean heading_is_key_column(const char *text);
gboolean heading_is_value_column(const char *text);
