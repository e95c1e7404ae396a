/**
 * Card: the little that other pages need to know of an agency and its services.
 *
 * Shared pages (home, regions, A–Z, comparison, search, feeds) are made from
 * cards alone, so that an agency's arena can be freed and an unchanged agency
 * need not be read again. A card's services are put away on a shelf, from which each is read when
 * its turn comes: in memory stays what is said of the agency as a whole. Display texts are in the
 * site's first language. Texts are never NULL ("" = none).
 */
#pragma once
#include "base/shelf.h"
#include "value/day.h"

typedef struct CardTexts {
    const char **items;
    guint n;
} CardTexts;

typedef struct CardTime { /* as WaktuRingkas in docs/tema.md */
    gboolean ada, banyak, tiap_langkah, ambigu;
    const char *inti, *untuk;
    gint64 sort_minutes; /* upper bound in working minutes; G_MAXINT64 = none */
} CardTime;

typedef struct CardFee {
    guint said, class;         /* FeeSaid and FeeClass of facts/fee.h */
    gboolean noted;            /* free, with a note */
    const char *inti, *satuan; /* text and unit of the fact */
} CardFee;

/* What a comparison prints of requirements, in order: headings, papers, their sub-items. */
enum { CARD_CHANGES = 5 };
typedef enum CardPaperKind { PAPER_VARIANT, PAPER_GROUP, PAPER_ITEM, PAPER_PART } CardPaperKind;

typedef struct CardPaper {
    guint kind;       /* CardPaperKind */
    const char *teks; /* of a heading: its words */
    const char *untuk, *bila, *jumlah, *formulir;
} CardPaper;

/* A day on which the standard changed, in one line. */
typedef struct CardChange {
    Date date;
    const char *text;
} CardChange;

typedef struct ServiceCard {
    const char *judul, *page; /* page: path without extension */
    const char *hasil;        /* first product */
    const char *ringkasan;
    const char *layanan_serupa;
    CardTime waktu;
    CardFee biaya;
    guint status; /* ServiceStatus */
    gboolean belum_berlaku;
    guint n_syarat, n_langkah;
    guint components; /* bit c-1 set: component c is present or inherited */
    CardTexts keperluan, peristiwa, kata_kunci, syarat, alamat_lama, languages;
    CardTexts
        dicari; /* other words it is asked for by: variants, codes of forms, titles in other languages */
    CardPaper *papers; /* only of a service that is compared; variants with their own, whole */
    guint n_papers;
    CardChange *changes; /* the newest CARD_CHANGES, newest first */
    guint n_changes;
    Date updated; /* newest of ditinjau, berlaku_sejak, sk.tanggal; {0} = undated */
} ServiceCard;

/* Of the services that are not withdrawn. */
typedef struct CardCounts {
    guint listed;
    guint free, paid, other_fee; /* by FeeClass */
    guint delivery, complete;    /* with the six components of the counter; with all fourteen */
} CardCounts;

typedef struct AgencyCard {
    const char *path; /* folder; "" = the site of one agency */
    const char *nama, *nama_lengkap;
    const char *region; /* path of its region, or of no region: "" with "" for the two */
    const char *region_nama, *region_jenis;
    const char *wilayah;      /* as written in instansi.yaml */
    const char *warna;        /* its colour, "" = the site's */
    const char *search_words; /* other words for the search: address, parent body */
    guint n_kanal;            /* complaint channels of the agency itself */
    Date updated;             /* newest of its services and of maklumat.tanggal */
    CardTexts alamat_lama;
    CardTexts files_above;      /* linked files that lie above the agency's folder */
    CardTexts compared, events; /* what its services that are not withdrawn name, each once */
    CardCounts counts;
    guint n_services;      /* withdrawn ones included */
    ServiceCard *services; /* NULL: put away, see card_service() */
    const Shelf *shelf;
    ShelfPlace place;
    const guint32 *starts; /* of each service behind `place`, and where the last one ends */
} AgencyCard;

/**
 * Appends the card, its services not put away, to an empty `out` in a form card_read() takes; bytes are the same for equal cards,
 * on any machine. `starts`, of n_services + 1 numbers, receives where each service begins and the last one ends; NULL: not wanted.
 */
void card_write(const AgencyCard *card, GByteArray *out, guint32 *starts);
/** Reads what card_write() wrote; NULL when it is damaged. The result lives in `arena` and borrows nothing. */
AgencyCard *card_read(Arena *arena, const guint8 *bytes, gsize len);

/** What card_write() wrote, its services on the shelf, the rest in `arena`; it borrows `starts` and the shelf. Never NULL. */
AgencyCard *
card_put_away(const GByteArray *written, const guint32 *starts, Shelf *shelf, Arena *arena);
/** Service `i`: the card's own, or read into `arena`. Never NULL: what cannot be read is empty, and shelf_check() tells. */
const ServiceCard *card_service(const AgencyCard *card, guint i, Arena *arena);
/** The same for lists: title, page, product, summary, comparison, time, fee and status; nothing else need be there. */
const ServiceCard *card_brief(const AgencyCard *card, guint i, Arena *arena);
/** All n_services at once, as card_service() gives them; in `arena`. */
const ServiceCard **card_services(const AgencyCard *card, Arena *arena);
/** In `arena` the card with those services alone that name paths other than their own; NULL when nothing in it does. */
AgencyCard *card_outreach(const AgencyCard *card, Arena *arena);
