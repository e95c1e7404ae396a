/**
 * PosterStyle: how a theme's posters look: colours, sizes, words.
 *
 * Data of poster.yaml; knows no layout. Lengths are millimetres and points on
 * the A3 reference sheet. A PosterStyle owns its words; it is immutable once
 * read and may be shared by threads.
 */
#pragma once
#include "base/diag.h"
#include "value/color.h"

typedef enum PosterLang { POSTER_ID, POSTER_EN, N_POSTER_LANGS } PosterLang;

typedef enum PosterWordKey {
    WORD_STANDARD, /* pill */
    WORD_TIME,     /* facts */
    WORD_FEE,
    WORD_PRODUCT,
    WORD_TIME_SHORT, /* on the card */
    WORD_REQUIREMENTS,
    WORD_PROCEDURE,
    WORD_COMPLAINTS, /* "Ada keluhan? …" */
    WORD_SCAN,
    WORD_NO_DECREE,
    WORD_DECREE,  /* "SK Nomor %1" */
    WORD_UPDATED, /* "Diperbarui %1" */
    WORD_NOT_SET, /* no time, fee, product */
    WORD_NO_REQUIREMENTS,
    WORD_NO_PROCEDURE,
    WORD_PER_STEP, /* "lihat tiap langkah" */
    WORD_SEE_NOTE, /* "Gratis, lihat catatan" */
    WORD_SEE_TABLE,
    WORD_SEE_BELOW,
    WORD_BY_RULE,  /* sesuai peraturan */
    WORD_COMPUTED, /* by a formula that is not written down */
    WORD_FREE,
    WORD_FOR,  /* "Untuk %1" */
    WORD_WHEN, /* "Bila %1" */
    WORD_IF,   /* branches: "Jika %1" */
    WORD_FORM, /* "formulir %1" */
    WORD_BACK_TO,
    WORD_ENDS,
    WORD_PLACE, /* heading: where and when to come */
    WORD_IN_PERSON,
    WORD_ONLINE,
    WORD_BY_PHONE,
    WORD_HOURS,
    WORD_BREAK,     /* "istirahat %1" */
    WORD_STARTS,       /* "Berlaku mulai %1": true before and after, as paper must be */
    WORD_PAUSED,       /* in place of the pill */
    WORD_PAUSED_UNTIL, /* "Tidak dilayani sampai %1" */
    WORD_CHANGES,      /* heading */
    WORD_FROM,         /* "Mulai %1" */
    WORD_COMPENSATION, /* heading */
    WORD_ASK,          /* "minta kepada %1" */
    WORD_AT_LATEST,    /* "paling lambat %1" */
    WORD_QUEUE,
    WORD_YOU,       /* marks the citizen's own steps */
    WORD_SHEET,     /* "lembar %1 dari %2" */
    WORD_CONTINUES, /* "Bersambung ke lembar %1 dari %2" */
    WORD_CONTINUED, /* "(lanjutan)" */
    WORD_STEP,      /* "Langkah %1" */
    WORD_MORE_REQUIREMENTS,
    WORD_MORE,
    WORD_CARD_LINK,
    WORD_CARD_COMPLAINT, /* "Keluhan: %1" */
    WORD_NATIONAL,       /* "kanal nasional" */
    WORD_TIME_TABLE,     /* headings of further sections */
    WORD_FEE_TABLE,
    WORD_NOTE,
    WORD_VARIANT,
    WORD_PLEDGE_TITLE,
    WORD_OUR_SERVICES,
    WORD_NO_SERVICES,
    WORD_NO_PLEDGE,
    WORD_CHANNELS_TITLE,
    WORD_CHANNELS,
    WORD_COMPLAINT_FLOW,
    WORD_COMPLAINT_DEADLINES,
    WORD_OFFICER,
    WORD_NO_CHANNELS,
    WORD_NIP,
    WORD_QR_ALT, /* "Kode QR: %1" */
    WORD_LOGO_ALT,
    WORD_FLOW_START,
    WORD_FLOW_END,
    WORD_FLOW_NOBODY,
    WORD_FLOW_OTHERS,
    WORD_FLOW_YES,
    WORD_FLOW_NO,
    WORD_FLOW_NUMBER, /* heads of the chart's columns, as in SOP-AP */
    WORD_FLOW_ACTIVITY,
    WORD_FLOW_NEEDS,
    WORD_FLOW_OUTPUT,
    WORD_FLOW_CHART,
    N_POSTER_WORDS
} PosterWordKey;

/* Parts of a poster that a theme may put into another order or leave out. */
typedef enum PosterSlot {
    SLOT_NONE, /* of what always stands where it is */
    SLOT_TIME, /* facts */
    SLOT_FEE,
    SLOT_PRODUCT,
    SLOT_REQUIREMENTS, /* the body of a service's poster */
    SLOT_PROCEDURE,
    SLOT_TIME_TABLE,
    SLOT_FEE_TABLE,
    SLOT_VARIANTS,
    SLOT_PLACE,
    SLOT_CHANNEL_LIST, /* the body of the complaint channels' poster */
    SLOT_COMPLAINT_FLOW,
    SLOT_COMPLAINT_DEADLINES,
    SLOT_OFFICER,
    SLOT_CHANNELS, /* the foot: channels on top and the QR code beside them, whatever the order */
    SLOT_DECREE,
    SLOT_URL,
    SLOT_ADDRESS,
    SLOT_QR,
    N_POSTER_SLOTS
} PosterSlot;

typedef struct PosterRange {
    double min, max;
} PosterRange;

typedef struct PosterStyle {
    /* 0xRRGGBB */
    guint32 brand, tone, accent, ink, tint, muted, label;
    gboolean ornament;
    double margin_mm, logo_mm, qr_mm;
    PosterRange title_pt, number_pt, fee_pt, product_pt, body_pt, pledge_pt;
    double title_least_pt; /* of titles too long for title_pt */
    double floor_a4_pt;    /* points on the A4 sheet itself */
    double floor_dense_pt; /* the same with `padat` */
    double leading, gap_em, heading_em;
    double government_pt, agency_pt, pill_pt, fact_label_pt;
    double footer_head_pt, channel_label_pt, channel_pt, channel_least_pt, fine_pt, caption_pt;
    guint8 place[N_POSTER_SLOTS]; /* in its group, from 1; 0 = left out */
    const char *words[N_POSTER_LANGS][N_POSTER_WORDS];
    GStringChunk *strings; /* of words read; NULL in the built-in style */
} PosterStyle;

/** The key of a word in poster.yaml and the words of the default theme. */
typedef struct PosterWordInfo {
    const char *key, *words[N_POSTER_LANGS];
} PosterWordInfo;
extern const PosterWordInfo poster_word_table[N_POSTER_WORDS];

/** A slot's key in its list of poster.yaml, and whether a poster is a charter's without it. */
typedef struct PosterSlotInfo {
    const char *group, *key;
    gboolean needed;
} PosterSlotInfo;
extern const PosterSlotInfo poster_slot_table[N_POSTER_SLOTS];

/** The default theme's style, built in: what a poster.yaml leaves out is taken from it. */
const PosterStyle *poster_style_default(void);

/**
 * Reads a poster.yaml. Never NULL; unknown keys, colours and numbers that cannot be read or are
 * out of range are reported to `diags` and keep the default. Of a list of slots those that can be
 * read stand; what is named twice or left out though it is needed is reported.
 */
PosterStyle *poster_style_read(const Source *source, DiagList *diags);
void poster_style_free(PosterStyle *style);

/** The word of `key`, its %1 and %2 filled in (NULL = none). g_free() it. */
char *poster_style_word(
    const PosterStyle *style, PosterLang lang, PosterWordKey key, const char *a, const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PosterStyle, poster_style_free)
