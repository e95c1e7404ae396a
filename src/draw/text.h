/**
 * ShapedText: words shaped once, then broken and drawn at any size.
 *
 * Knows the private fonts (Fonts), glyphs in units of the type size and
 * the places where a line may end; knows nothing of sheets or bands. Hinting,
 * rounding and metrics are off, so widths are proportional to the size: fitting
 * text is arithmetic on cached advances and never shapes again. The font map,
 * the cache and every ShapedText belong to the Fonts; a ShapedText lives
 * until fonts_trim() or _free(). One Fonts per thread.
 */
#pragma once
#include <glib.h>

typedef struct Fonts Fonts;
typedef struct Typeface Typeface;

#define DRAW_ERROR (draw_error_quark())
GQuark draw_error_quark(void);
typedef enum DrawErrorCode {
    DRAW_ERROR_FONTS,    /* the folder lacks a font, or the library used another */
    DRAW_ERROR_GLYPH,    /* a character that none of the fonts has */
    DRAW_ERROR_TOO_LONG, /* an item taller than a sheet, or more sheets than allowed */
    DRAW_ERROR_LOGO,     /* cannot be read */
    DRAW_ERROR_FAILED    /* a library reported failure */
} DrawErrorCode;

typedef enum FontFace {
    FACE_REGULAR,
    FACE_BOLD,
    FACE_DISPLAY, /* titles, headings and numerals */
    FACE_CODE,    /* regular, unmistakable letters: URL, phone, SK */
    FACE_CODE_BOLD,
    N_FONT_FACES
} FontFace;

typedef struct TextGlyph {
    guint32 index;
    guint32 byte; /* of the cluster it belongs to, in ShapedText.text */
    float x, y;   /* offset from the pen, in em */
    float advance;
} TextGlyph;

typedef struct TextRun {
    Typeface *type;
    guint begin, end; /* glyphs */
    guint32 byte_end; /* of its text, in ShapedText.text */
} TextRun;

/* The stretch between two places where a line may end. */
typedef struct TextWord {
    guint begin, ink_end, end; /* glyphs; ink_end … end are the blanks behind it */
    float ink, advance;        /* widths without and with those blanks, in em */
} TextWord;

typedef struct ShapedText {
    const char *text; /* blanks folded to one, plain forms of what no font has; valid UTF-8 */
    guint len;
    FontFace face;
    TextGlyph *glyphs;
    TextRun *runs;
    TextWord *words;
    guint n_glyphs, n_runs, n_words;
    float widest;          /* unbreakable word, in em */
    float width;           /* all in one line, in em, trailing blanks left out */
    float ascent, descent; /* of the scripts in it, in em */
    gboolean ends_blank;   /* a following span may begin on a new line */
    gboolean faulty;       /* holds a character that none of the fonts has */
} ShapedText;

/**
 * Loads the fonts of `dir` (themes/default/fonts) into a font map of their own; the system's
 * fonts and settings play no part. DRAW_ERROR_FONTS when one is missing.
 */
Fonts *fonts_new(const char *dir, GError **error);
void fonts_free(Fonts *fonts);

/** Empties the cache when it has grown large. Every ShapedText of `fonts` may be gone after it. */
void fonts_trim(Fonts *fonts);

/**
 * `text` in one face, from the cache or shaped now. Never NULL; NULL and "" give a text without
 * words. A character without a glyph is kept as a fault: see fonts_fault().
 */
const ShapedText *shaped_text_get(Fonts *fonts, FontFace face, const char *text);

/** The same with a blank behind it, for a span that others follow. */
const ShapedText *shaped_text_get_spaced(Fonts *fonts, FontFace face, const char *text);

/**
 * The glyphs of `run` from `glyph` on that stand for the same characters: returns the first one behind them; *from
 * and *to are the bytes of those characters.
 */
guint shaped_text_cluster(
    const ShapedText *text, const TextRun *run, guint glyph, guint32 *from, guint32 *to);

/** The first text got since the last call that holds a character none of the fonts has; NULL when there is none. */
const char *fonts_fault(Fonts *fonts);

/** Texts shaped since fonts_new(); for tests of the cache. */
guint fonts_n_shaped(const Fonts *fonts);

enum { PARA_MAX_SPANS = 6 };

/* One piece of a paragraph in one face and colour. */
typedef struct ParaSpan {
    const ShapedText *text;
    guint32 color;
    float tracking; /* em added after each glyph */
} ParaSpan;

/* Spans set one behind the other and broken together. */
typedef struct Para {
    ParaSpan spans[PARA_MAX_SPANS];
    guint n;
} Para;

/* Glyphs of one span on one line. */
typedef struct LinePiece {
    ParaSpan span;
    guint begin, end;
    float x; /* from the line's start, in em */
} LinePiece;

typedef struct Line {
    LinePiece pieces[PARA_MAX_SPANS];
    guint n;
    float width; /* ink, in em */
} Line;

typedef void (*ParaLineFunc)(const Line *line, gpointer data);

void para_add(Para *para, const ShapedText *text, guint32 color, float tracking);

/**
 * Breaks into lines of at most `width` em and gives each to `func` (may be NULL). A word wider
 * than a line is broken between its letters. Returns the number of lines; 0 for no words.
 */
guint para_break(const Para *para, double width, ParaLineFunc func, gpointer data);

/** The widest unbreakable word, in em. */
double para_min_width(const Para *para);
/** Everything on one line, in em. */
double para_full_width(const Para *para);
/** The least width that gives no more lines than `width` does: evens out a title. */
double para_balance(const Para *para, double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Fonts, fonts_free)
