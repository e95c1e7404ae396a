/**
 * Card: the little that other pages need to know of an agency and its services.
 *
 * Shared pages (home, regions, A–Z, comparison, search, feeds) are made from
 * cards alone, so that an agency's arena can be freed and an unchanged agency
 * need not be read again. Display texts are in the site's first language. Texts
 * are never NULL ("" = none) and live in the arena the card was made in, but
 * for `page`, which may be the scan's.
 */
#pragma once
#include "base/arena.h"
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

typedef struct AgencyCard {
    const char *path; /* folder; "" = the site of one agency */
    const char *nama, *nama_lengkap;
    const char *region; /* path of its region, or of no region: "" with region_nama "" */
    const char *region_nama;
    const char *wilayah;      /* as written in instansi.yaml */
    const char *warna;        /* its colour, "" = the site's */
    const char *search_words; /* other words for the search: address, parent body */
    guint n_kanal;            /* complaint channels of the agency itself */
    Date updated;             /* newest of its services and of maklumat.tanggal */
    CardTexts alamat_lama;
    CardTexts files_above; /* linked files that lie above the agency's folder */
    ServiceCard *services; /* withdrawn ones included */
    guint n_services;
} AgencyCard;

/** Appends the card in a form card_read() takes; bytes are the same for equal cards, on any machine. */
void card_write(const AgencyCard *card, GByteArray *out);
/** Reads what card_write() wrote; NULL when it is damaged. The result lives in `arena` and borrows nothing. */
AgencyCard *card_read(Arena *arena, const guint8 *bytes, gsize len);
