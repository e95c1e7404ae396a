/**
 * Press: a poster being laid out, and PosterLayout, what comes of it: one Scene per sheet, ready for any painter.
 *
 * What the files of this room share that set something: bands, columns, items, sheets.
 *
 * The sheet is always 297 mm wide; other sizes are this one scaled. Every
 * function here measures with a NULL scene and draws with one, by the same
 * code, so heights cannot disagree. Heights and places are mm, type sizes mm
 * per em. Internal to the poster modules and their test. A layout borrows the
 * texts cached in Fonts.
 */
#pragma once
#include "paper/poster.h"

#define SHEET_W 297.0
#define SHEET_H 420.0
#define PT      (25.4 / 72)

/* Colours by what they are for; ink saving changes the places, not the code. */
typedef struct PosterPalette {
    SceneColor paper, ink, muted, hairline, brand, tint, accent;
    SceneColor header_fill, header_text, header_label, ornament;
    SceneColor pill_fill, pill_edge, pill_text;
    SceneColor facts_fill, facts_text;
    SceneColor footer_fill, footer_text, footer_label, footer_head, footer_rule;
} PosterPalette;

/* Where something is set: its left top, how wide it may be, the size of its type. */
typedef struct Place {
    double x, y, w, size;
} Place;

/* The widths a table's cells ask for, in em: that of the longest word, and all in one line. */
typedef struct TableWidths {
    double least[3], full[3];
} TableWidths;

/*
 * What is printed and how. The choosers in layout.c and sheets.c change size, spread and level
 * between measurements; whoever measures or draws holds it const.
 */
typedef struct Press {
    Fonts *fonts;
    const PosterStyle *style;
    const PosterContent *content;
    const PosterOptions *options;
    PosterPalette palette;
    double scale;      /* sheet width / 297 mm */
    double x, w;       /* the text area */
    double edge;       /* above and below it: no text goes nearer to the sheet's end */
    double logo_ratio; /* width / height; 0 = no logo */
    /* What is printed where, after press_spill() has moved what no band can hold into the body. */
    PosterFact facts[3];
    PosterSection sections[POSTER_MAX_SECTIONS + 4];
    TableWidths tables[POSTER_MAX_SECTIONS + 4]; /* of sections of kind SECTION_TABLE */
    PosterFine fine[POSTER_MAX_FINE];
    PosterItem spilled[3][2]; /* a fact's words and its note */
    guint n_facts, n_sections, n_fine, n_channels;
    const char *code; /* in the QR code; NULL = none */
    double qr_mm;     /* its side with the quiet zone */
    guint compact;    /* 0 … 2: smaller titles and bands where the body needs the room */
    double leading, gap_em; /* the style's, a little less at the last level */
    double label_scale;     /* of the facts' labels: larger on cards */
    double spread;          /* the gaps between items, as a multiple of the style's */
    gboolean may_break; /* words may be broken between their letters: nothing else is left */
    GPtrArray
        *strings; /* made here: words filled in, capitals, parts of what was taken apart */
} Press;

/* Whose text did not fit … and how it goes; NULL: everything fits. */
typedef struct PosterMisfit {
    const char *field, *words;
} PosterMisfit;

typedef struct PosterLayout {
    Scene **sheets;
    guint n_sheets, n_annexes; /* annexes stand behind the sheets */
    double body_mm;            /* em of the body on the reference sheet */
    guint n_dropped;
} PosterLayout;

/** Solves the poster. NULL when a text does not fit; *misfit then names it. */
PosterLayout *poster_layout_new(Press *press, PosterMisfit *misfit);
void poster_layout_free(PosterLayout *layout);

void press_clear(Press *press);
/** Puts facts, sections and the foot into the style's order and leaves out what it leaves out. */
void press_order(Press *press);
/** Fills in palette, text area and scale for these options. */
void press_init(Press *press,
                Fonts *fonts,
                const PosterContent *content,
                const PosterOptions *options,
                double logo_ratio);
/** Measures the words of tables, once their sections stand. */
void press_weigh_tables(Press *press);

/** `pt` on the reference sheet as mm, no less than the smallest type of the sheet itself. */
double press_type(const Press *press, double pt);
/** The word with %1, %2 filled in; lives as long as the press. */
const char *press_word(const Press *press, PosterWordKey key, const char *a, const char *b);
/** In capitals, by Unicode's rules and no locale's. */
const char *press_capitals(const Press *press, const char *text);
/** The texts joined; ends with NULL. Lives as long as the press. */
const char *press_concat(const Press *press, ...) G_GNUC_NULL_TERMINATED;
/** A copy that lives as long as the press. */
gpointer press_keep(const Press *press, gconstpointer record, gsize size);
/**
 * What the press holds now, and to let go what was made since: a trial keeps nothing. Neither what
 * was drawn nor a cursor that is used again may come from in between.
 */
guint press_mark(const Press *press);
void press_forget(const Press *press, guint mark);

/* One paragraph of one face; enough for most texts. */
Para press_para(const Press *press, FontFace face, const char *text, SceneColor color);

/**
 * 0, or a height no sheet has, when the place would break words of the paragraph or holds only a
 * few letters: what is measured too narrow does not fit.
 */
double press_too_narrow(const Press *press, const Para *para, Place at);

/** Height of one line of the paragraph. */
double press_line_height(const Para *para, double size, double leading);

/** Sets a paragraph; returns its height. `scene` may be NULL. */
double press_set(Scene *scene, const Para *para, Place at, double leading);
/** The same with a structure tag around it. */
double press_set_as(Scene *scene, SceneTag tag, const Para *para, Place at, double leading);

/** Opens a link; FALSE, and nothing to end, where there is no target or no scene. */
gboolean press_begin_link(Scene *scene, const char *href);
/** A paragraph, as a link where there is a target. */
double
press_set_link(Scene *scene, const char *href, const Para *para, Place at, double leading);

/* What a paragraph may take: a box, a number of lines. */
typedef struct Room {
    double w, h;
    guint lines;
    double leading;
} Room;
gboolean press_fits(const Para *para, const Room *room, double size);
/** The largest size of the range at which the paragraph keeps to the room; the least when none does. */
double press_fit(const Para *para, const Room *room, PosterRange range_mm);

/**
 * Opens a band as wide as the sheet and paints its ground, which goes on beyond the edges for the
 * press to cut.
 */
void press_band(Scene *scene, double y, double h, SceneColor ground);

/* Bands: each returns its height. */
double press_header(const Press *press, Scene *scene);
double press_later_header(const Press *press, Scene *scene, guint sheet, guint n_sheets);
double press_facts(const Press *press, Scene *scene, double y);
double press_pledge(const Press *press, Scene *scene, double y);
double press_signer(const Press *press, Scene *scene, double y);
double press_footer(const Press *press, Scene *scene, double bottom);
void press_icon(Scene *scene, PosterIcon icon, Place at, SceneColor color);
void press_ornament(Scene *scene, const SceneBox *area, double pitch, SceneColor color);

/* Items begin … end-1 of a section. */
typedef struct Run {
    const PosterSection *section;
    guint begin, end;
} Run;

/* Body: items of a section, one above the other. */
double press_heading(const Press *press, Scene *scene, const char *text, Place at);
/** A requirement's words: whom it is for, what, and in `other` how many of it. */
Para press_requirement_para(const Press *press, const PosterItem *item, SceneColor other);
/** A heading over some items or steps of a section. */
double press_group(const Press *press, Scene *scene, const char *text, Place at);
/** One column, with the trunk behind steps and the head of a table. */
double press_column(const Press *press, Scene *scene, const Run *run, Place at);
/** The height of one item, without gaps; x and y of the place do not matter. */
double
press_item_height(const Press *press, const PosterSection *section, guint index, Place at);
/** The same, or any height that reaches below `end`: a step may hold thousands of others. */
double press_item_height_to(
    const Press *press, const PosterSection *section, guint index, Place at, double end);
/** The space before an item that is not the first of its column. */
double press_gap(const Press *press, const PosterSection *section, guint index, double size);
/** The height of a table's head; 0 for other kinds. */
double press_column_head(const Press *press, const PosterSection *section, Place at);
gboolean press_is_heading(const PosterSection *section, guint index);
/** How many of the entries from `begin` on are items: headings are none. */
guint press_count_items(const PosterSection *section, guint begin);
/** Whose text an item is, and the longest of its texts. */
PosterMisfit press_item_misfit(const PosterSection *section, guint index);

/* No place is below it: everything is measured. */
#define PRESS_NO_END G_MAXDOUBLE

/* Details of an item, as far as they begin above `end`. */
typedef struct Details {
    const FlowDetail *items;
    guint n;
    double end;
} Details;

/** "a." and its text, one below the other; returns the height. */
double press_details(const Press *press, Scene *scene, const Details *details, Place at);

/** One step of a procedure's track with its branches. */
double press_step(const Press *press, Scene *scene, const FlowStep *step, Place at);
/** Its height, or any that reaches below `end`. */
double press_step_height_to(const Press *press, const FlowStep *step, Place at, double end);
/** Steps begin … end-1 with the line that joins their discs. */
double press_track(const Press *press, Scene *scene, const Run *run, Place at);

/**
 * Parts a step between its words, details, branches and the steps in them: `head` is the longest
 * part that is at most `room` high at this place, `tail` what is left, in frames that say what
 * they go on with. FALSE when not even its beginning fits.
 */
gboolean press_split_step(
    const Press *press, const FlowStep *step, const Place *at, double room, FlowStep parts[2]);
/** The same of a requirement and its details. */
gboolean press_split_tick(const Press *press,
                          const PosterItem *item,
                          const Place *at,
                          double room,
                          PosterItem parts[2]);

/* How the body is set. */
typedef struct BodyPlan {
    double ratio;   /* > 0: the first section beside the others' column */
    gboolean flows; /* all sections run through two columns */
    guint8 columns[POSTER_MAX_SECTIONS + 4];
} BodyPlan;

/* What has been set: all sections before `section`, its items before `item`; where that one was
 * parted, `step` or `tick` is what is left of it. `alone` columns so far hold a heading without any item. */
typedef struct BodyCursor {
    guint section, item;
    const FlowStep *step;
    const PosterItem *tick;
    guint alone;
} BodyCursor;

/* A stretch of the body to fill, between two heights. */
typedef struct BodyRoom {
    double y, bottom, size;
} BodyRoom;

/** All on one sheet; returns the height. *area receives the part of w × height that is used. */
double press_arrange(
    const Press *press, Scene *scene, const BodyPlan *plan, const BodyRoom *room, double *area);
/**
 * As much from *cursor as fits the room; moves the cursor on and returns where the text ends.
 * Where not even the first item fits, the cursor stays.
 */
double press_fill(const Press *press,
                  Scene *scene,
                  const BodyPlan *plan,
                  BodyCursor *cursor,
                  const BodyRoom *room);
gboolean press_is_done(const Press *press, const BodyCursor *cursor);

/** One sheet where it stays readable, else as many as it takes. NULL: *misfit does not fit any. */
PosterLayout *press_lay_sheets(Press *press, PosterMisfit *misfit);

/** Adds the flow chart of every procedure behind the sheets, on as many pages as it takes. */
void press_annex(const Press *press, PosterLayout *layout);

/** A card: fixed size in px, 1 unit = 1 px. As poster_layout_new(). */
PosterLayout *poster_card_new(Press *press, PosterMisfit *misfit);

/** The height of the sheet that is read from a distance, for this size. */
double press_distance_height(PosterSize size);
/**
 * A sheet to be read from three metres (title, time, price, requirements with pictograms, hours),
 * and the poster's own sheets behind it; a banner stands alone. As poster_layout_new().
 */
PosterLayout *poster_distance_new(Press *press, PosterMisfit *misfit);
