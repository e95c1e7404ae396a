/**
 * PosterLayout: a poster solved: one Scene per sheet, ready for any painter.
 *
 * The sheet is always 297 mm wide; other sizes are this one scaled. Every
 * function here measures with a NULL scene and draws with one, by the same
 * code, so heights cannot disagree. Heights and places are mm, type sizes mm
 * per em. Internal to the poster modules and their test. A layout borrows the
 * texts cached in PosterFonts.
 */
#pragma once
#include "paper/poster.h"

#define SHEET_W 297.0
#define SHEET_H 420.0
#define PT      (25.4 / 72)

/* Colours by what they are for; ink saving changes the places, not the code. */
typedef struct PosterPalette {
    SceneColor paper, ink, muted, hairline, brand, tint, negative, negative_tint, accent;
    SceneColor header_fill, header_text, header_label, ornament;
    SceneColor pill_fill, pill_edge, pill_text;
    SceneColor facts_fill, facts_text;
    SceneColor footer_fill, footer_text, footer_label, footer_head, footer_rule;
} PosterPalette;

typedef struct Press {
    PosterFonts *fonts;
    const PosterStyle *style;
    const PosterContent *content;
    const PosterOptions *options;
    PosterPalette palette;
    double scale;      /* sheet width / 297 mm */
    double x, w;       /* the text area */
    double logo_ratio; /* width / height; 0 = no logo */
    /* What is printed where, after press_spill() has moved what no band can hold into the body. */
    PosterFact facts[3];
    PosterSection sections[POSTER_MAX_SECTIONS + 4];
    PosterFine fine[POSTER_MAX_FINE];
    PosterItem spilled[3];
    guint n_facts, n_sections, n_fine, n_channels;
    const char *code; /* in the QR code; NULL = none */
    guint compact;    /* 0 … 2: smaller titles and bands where the body needs the room */
    double leading, gap_em;  /* the style's, a little less at the last level */
    double label_scale;      /* of the facts' labels: larger on cards */
    double spread;           /* the gaps between items, as a multiple of the style's */
    gboolean breaking_helps; /* only words too wide for their column kept a plan from fitting */
    gboolean whole_starts;   /* no section begins with an item or two at the foot of a sheet */
    gboolean may_break;      /* words may be broken to keep to one sheet */
    gboolean cramped;        /* set when a text has too little room: see press_check_room() */
    GPtrArray *strings;      /* made here: words filled in, capitals */
    const char *too_long;    /* field of what did not fit … */
    const char *too_long_words; /* … and its text; may be NULL */
} Press;

typedef struct PosterLayout {
    Scene **sheets;
    guint n_sheets, n_annexes; /* annexes stand behind the sheets */
    double body_mm;            /* em of the body on the reference sheet */
    guint n_dropped;
} PosterLayout;

/** Solves the poster. NULL when a text does not fit; press->too_long then names it. */
PosterLayout *poster_layout_new(Press *press);
void poster_layout_free(PosterLayout *layout);

void press_clear(Press *press);
/** Puts facts, sections and the foot into the style's order and leaves out what it leaves out. */
void press_order(Press *press);
/** Fills in palette, text area and scale for these options. */
void press_init(Press *press,
                PosterFonts *fonts,
                const PosterContent *content,
                const PosterOptions *options,
                double logo_ratio);
/** The word with %1, %2 filled in; lives as long as the press. */
const char *press_word(Press *press, PosterWordKey key, const char *a, const char *b);
/** In capitals, by Unicode's rules and no locale's. */
const char *press_capitals(Press *press, const char *text);

/* One paragraph of one face; enough for most texts. */
Para press_para(const Press *press, PosterFace face, const char *text, SceneColor color);

/** Notes in press->cramped when a column of `w` would break words or hold only a few letters. */
void press_check_room(Press *press, const Para *para, double w, double size);

/** Height of one line of the paragraph. */
double press_line_height(const Para *para, double size, double leading);

/** Sets a paragraph in a box; returns its height. `scene` may be NULL. */
double press_set(
    Scene *scene, const Para *para, double x, double y, double w, double size, double leading);
/** The same with a structure tag around it. */
double press_set_as(Scene *scene,
                    SceneTag tag,
                    const Para *para,
                    double x,
                    double y,
                    double w,
                    double size,
                    double leading);

/** Opens a link; FALSE, and nothing to end, where there is no target or no scene. */
gboolean press_begin_link(Scene *scene, const char *href);
/** A paragraph, as a link where there is a target. */
double press_set_link(Scene *scene,
                      const char *href,
                      const Para *para,
                      double x,
                      double y,
                      double w,
                      double size,
                      double leading);

gboolean press_fits(
    const Para *para, double w, double h, guint max_lines, double size_mm, double leading);
/** The largest size of the range at which the paragraph keeps to `w`, `h` and `max_lines`; the least when none does. */
double press_fit(const Para *para,
                 double w,
                 double h,
                 guint max_lines,
                 PosterRange range_mm,
                 double leading);

/**
 * Opens a band as wide as the sheet and paints its ground, which goes on beyond the edges for the
 * press to cut.
 */
void press_band(Scene *scene, double y, double h, SceneColor ground);

/* Bands: each returns its height. */
double press_header(Press *press, Scene *scene);
double press_later_header(Press *press, Scene *scene, guint sheet, guint n_sheets);
double press_facts(Press *press, Scene *scene, double y);
double press_pledge(Press *press, Scene *scene, double y);
double press_signer(Press *press, Scene *scene, double y);
double press_footer(Press *press, Scene *scene, double bottom);
void press_icon(Scene *scene, PosterIcon icon, double x, double y, double w, SceneColor color);
void press_ornament(
    Scene *scene, double x, double y, double w, double h, double pitch, SceneColor color);

/* Body: items of a section, one above the other. */
double press_heading(
    Press *press, Scene *scene, const char *text, double x, double y, double w, double size);
/** A heading over some items or steps of a section. */
double press_group(
    Press *press, Scene *scene, const char *text, double x, double y, double w, double size);
/** Items begin … end-1 in one column, with the trunk behind steps and the head of a table. */
double press_column(Press *press,
                    Scene *scene,
                    const PosterSection *section,
                    guint begin,
                    guint end,
                    double x,
                    double y,
                    double w,
                    double size);
/** The height of one item, without gaps. */
double press_item_height(
    Press *press, const PosterSection *section, guint index, double w, double size);
/** The space before an item that is not the first of its column. */
double press_gap(const Press *press, const PosterSection *section, guint index, double size);
/** The same for the head of a table; 0 for other kinds. */
double press_column_head(Press *press, const PosterSection *section, double w, double size);
/** Whose text an item is. */
const char *press_item_field(const PosterSection *section, guint index);
/** The longest of its texts. */
const char *press_item_words(const PosterSection *section, guint index);
/** Notes what does not fit a sheet: its field, and its text for the author to find it by. */
void press_too_long(Press *press, const char *field, const char *words);

/** "a." and its text, one below the other; returns the height. */
double press_details(Press *press,
                     Scene *scene,
                     const FlowDetail *details,
                     guint n,
                     double x,
                     double y,
                     double w,
                     double size);

/* The track of a procedure. */
double press_step(Press *press,
                  Scene *scene,
                  const FlowStep *step,
                  double x,
                  double y,
                  double w,
                  double size);
/** Steps begin … end-1 with the line that joins their discs. */
double press_track(Press *press,
                   Scene *scene,
                   const FlowStep *steps,
                   guint begin,
                   guint end,
                   double x,
                   double y,
                   double w,
                   double size);

/**
 * Takes apart what is taller than `most`: decisions into frames of their branches, branches into
 * runs of their steps, items and steps with many details into runs of these. press->sections point
 * to the new lists.
 */
void press_unfold(Press *press, double most, double w, double size);

/** Sets sections of the body on a sheet between two heights, or on as many as it takes. */
typedef struct BodyPlan {
    double ratio; /* > 0: the first section beside the others' column */
    guint8 columns[POSTER_MAX_SECTIONS + 4];
} BodyPlan;
typedef struct BodyCursor {
    guint section, item;
} BodyCursor;
/** All on one sheet; returns the height. *area receives the part of w × height that is used. */
double press_arrange(
    Press *press, Scene *scene, const BodyPlan *plan, double y, double size, double *area);
/**
 * As many items from *cursor as fit above `bottom`; moves it on. FALSE when not one fits:
 * press->too_long is then set.
 */
gboolean press_fill(Press *press,
                    Scene *scene,
                    const BodyPlan *plan,
                    BodyCursor *cursor,
                    double y,
                    double bottom,
                    double size,
                    double *end_y);

/** Adds the flow chart of every procedure behind the sheets, on as many pages as it takes. */
void press_annex(Press *press, PosterLayout *layout);

/** A card: fixed size in px, 1 unit = 1 px. */
PosterLayout *poster_card_new(Press *press);
