/**
 * Poster: a charter, a pledge or complaint channels on paper or as a picture.
 *
 * Takes plain texts in the order they are printed (PosterContent, made from
 * the model by content.h), fits them on as few sheets as stay readable
 * and paints PDF, PNG or SVG. Nothing is cut and nothing overlaps: what does
 * not fit is an error naming the field. Same input, same bytes. Contents are
 * borrowed for the call; one Fonts per thread, everything else is const.
 */
#pragma once
#include "paper/flow.h"
#include "paper/style.h"

typedef enum PosterKind { POSTER_SERVICE, POSTER_PLEDGE, POSTER_CHANNELS } PosterKind;

typedef enum PosterIcon { ICON_TIME, ICON_FEE, ICON_PRODUCT } PosterIcon;

typedef struct PosterFact {
    PosterSlot slot;
    const char *field;
    PosterIcon icon;
    const char *label;
    const char *before; /* words before the number: "selambat-lambatnya"; or NULL */
    const char *number; /* set big, `unit` beside it; NULL = only `value` */
    const char *unit;
    const char *after; /* words behind the unit, set under both; or NULL */
    const char *value;
    const char *note; /* small under it, may be NULL */
} PosterFact;

typedef enum PosterSectionKind {
    SECTION_TICKS, /* boxes to tick: lead, text, note, details */
    SECTION_FLOW,  /* the track */
    SECTION_ROWS,  /* label over value, in columns */
    SECTION_TABLE  /* three columns: label, value, other */
} PosterSectionKind;

typedef struct PosterItem {
    const char *field;
    const char *heading; /* a heading over the items that follow: nothing else is set then */
    const char *label;   /* ROWS, TABLE */
    const char *lead;    /* TICKS: "Untuk badan hukum" */
    const char *text;
    const char *other; /* TICKS: form, number of copies; TABLE: third column */
    const char *href;
    const FlowDetail *details;
    guint n_details;
    gboolean continues; /* TICKS: details of the item before it, on another sheet */
} PosterItem;

typedef struct PosterSection {
    PosterSlot slot;
    PosterSectionKind kind;
    const char *heading;
    const char *columns[3]; /* TABLE */
    const PosterItem *items;
    const FlowStep *steps; /* SECTION_FLOW */
    guint n;
    const char *empty; /* printed when n is 0 */
} PosterSection;

typedef struct PosterFine {
    const char *text, *href;
    PosterSlot slot;
} PosterFine;

typedef struct PosterSigner {
    const char *place_date, *title, *name, *rank,
        *nip; /* each may be NULL: a line to write on */
} PosterSigner;

enum { POSTER_MAX_SECTIONS = 8, POSTER_MAX_FINE = 6 };

typedef struct PosterContent {
    PosterKind kind;
    PosterLang lang;
    const char *government, *agency, *pill, *title; /* government, pill may be NULL */
    const guint8 *logo;                             /* SVG or PNG; NULL = none */
    gsize logo_len;
    PosterFact facts[3];
    guint n_facts;
    const char *pledge; /* in place of the facts */
    const PosterSigner *signer;
    PosterSection sections[POSTER_MAX_SECTIONS];
    guint n_sections;
    const char *channels_heading;
    const PosterItem *channels; /* label, text, href */
    guint n_channels;
    PosterFine fine[POSTER_MAX_FINE];
    guint n_fine;
    const char *url; /* absolute, of the page: QR code and address; NULL = neither */
    const char
        *code; /* in the QR code: the same with the mark of what is printed; NULL = url */
    gboolean has_brand;
    Color brand; /* the agency's own; darkened until it can be read */
} PosterContent;

typedef enum PosterSize {
    POSTER_A4,
    POSTER_A3,
    POSTER_A2,
    POSTER_A1,
    POSTER_F4,     /* 215 × 330 mm: the sheet of A4's proportion in the middle of it */
    POSTER_BANNER, /* 600 × 1600 mm, for a stand; always to be read from a distance */
    POSTER_CARD,   /* 1080 × 1350 pixels */
    N_POSTER_SIZES
} PosterSize;

typedef enum PosterFormat { POSTER_PDF, POSTER_PNG, POSTER_SVG } PosterFormat;

typedef struct PosterOptions {
    PosterSize size;
    PosterFormat format;
    gboolean ink_saving;
    gboolean plain;      /* no ornament, whatever the style says */
    gboolean dense;      /* lets the type go down to floor_dense_pt */
    gboolean distance;   /* a sheet to be read from three metres goes before the others */
    gboolean crop_marks; /* PDF: 3 mm bleed and marks */
    gboolean cmyk;       /* PDF: a printer's inks, dark words in black alone */
    gboolean annex; /* PDF: the officials' flow chart on a page of its own behind the sheets */
    guint dpi;      /* PNG of a sheet; 0 = 96. Cards have their own size */
    guint sheet;    /* PNG, SVG: which sheet, from 0 */
    const char *date; /* PDF: "2025-06-14T00:00:00Z"; NULL = none */
    const PosterStyle *style;
    GByteArray
        *thumb; /* PDF: receives the first sheet as a small PNG, too; NULL = none wanted */
} PosterOptions;

enum { POSTER_THUMB_PX = 160 /* its width */ };

typedef struct PosterReport {
    guint n_sheets;
    double body_pt;            /* on the sheet itself */
    double reading_distance_m; /* of the body, 15 minutes of arc */
    guint n_dropped;           /* card: requirements left out */
    char field[64];            /* DRAW_ERROR_TOO_LONG: whose text; else "" */
    char words[64];            /* DRAW_ERROR_TOO_LONG, _GLYPH: how the text begins; else "" */
} PosterReport;

typedef struct PosterMeasure {
    const char *key; /* "a4", "kartu" … */
    double w_mm;
    guint w_px, h_px; /* of cards; 0 = a sheet */
    double paper_mm;  /* its longer side where that is more than the sheet's; 0 = it is not */
} PosterMeasure;

const PosterMeasure *poster_size_measure(PosterSize size);
/** The size called "a4" … "a1", "f4"; FALSE: no such size. */
gboolean poster_size_find(const char *key, PosterSize *size);
const char *poster_size_key(PosterSize size); /* "a4", "kartu" … */
/** TRUE when the size is printed with little ink unless told otherwise. */
gboolean poster_size_saves_ink(PosterSize size);

/* What is printed and how. */
typedef struct PosterJob {
    const PosterContent *content;
    const PosterOptions *options;
} PosterJob;

/** TRUE when the poster can be made: its layout alone. FALSE and an error as poster_render() gives. */
gboolean poster_fits(Fonts *fonts, const PosterJob *job, PosterReport *report, GError **error);

/**
 * Appends the poster to `out`. FALSE and a DRAW_ERROR when it cannot be made; *report (may be
 * NULL) then names the field, and `out` is as it was.
 */
gboolean poster_render(
    Fonts *fonts, const PosterJob *job, GByteArray *out, PosterReport *report, GError **error);

/* Posters of one agency, one at least. */
typedef struct PosterSet {
    const PosterContent *const *contents;
    guint n;
} PosterSet;

/**
 * Appends one PDF with all the posters, one behind the other, for one print job. Each fits, see
 * poster_fits(). FALSE when a library fails.
 */
gboolean poster_render_all(Fonts *fonts,
                           const PosterSet *set,
                           const PosterOptions *options,
                           GByteArray *out,
                           GError **error);
