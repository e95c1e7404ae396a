/**
 * PosterText: words shaped once, then broken and drawn at any size.
 *
 * Knows the private fonts (PosterFonts), glyphs in units of the type size and
 * the places where a line may end; knows nothing of sheets or bands. Hinting,
 * rounding and metrics are off, so widths are proportional to the size: fitting
 * text is arithmetic on cached advances and never shapes again. The font map,
 * the cache and every PosterText belong to the PosterFonts; a PosterText lives
 * until poster_fonts_trim() or _free(). One PosterFonts per thread.
 */
#pragma once
#include <glib.h>

typedef struct PosterFonts PosterFonts;
typedef struct Typeface Typeface;

#define POSTER_ERROR (poster_error_quark())
GQuark poster_error_quark(void);
typedef enum PosterErrorCode {
    POSTER_ERROR_FONTS,    /* the folder lacks a font, or the library used another */
    POSTER_ERROR_GLYPH,    /* a character that none of the fonts has */
    POSTER_ERROR_TOO_LONG, /* an item taller than a sheet, or more sheets than allowed */
    POSTER_ERROR_LOGO,     /* cannot be read */
    POSTER_ERROR_FAILED    /* a library reported failure */
} PosterErrorCode;

typedef enum PosterFace {
    FACE_REGULAR,
    FACE_BOLD,
    FACE_DISPLAY, /* titles, headings and numerals */
    FACE_CODE,    /* regular, unmistakable letters: URL, phone, SK */
    FACE_CODE_BOLD,
    N_POSTER_FACES
} PosterFace;

typedef struct TextGlyph {
    guint32 index;
    guint32 byte; /* of the cluster it belongs to, in PosterText.text */
    float x, y;   /* offset from the pen, in em */
    float advance;
} TextGlyph;

typedef struct TextRun {
    Typeface *type;
    guint begin, end; /* glyphs */
    guint32 byte_end; /* of its text, in PosterText.text */
} TextRun;

/* The stretch between two places where a line may end. */
typedef struct TextWord {
    guint begin, ink_end, end; /* glyphs; ink_end … end are the blanks behind it */
    float ink, advance;        /* widths without and with those blanks, in em */
} TextWord;

typedef struct PosterText {
    const char *text; /* blanks folded to one, plain forms of what no font has; valid UTF-8 */
    guint len;
    PosterFace face;
    TextGlyph *glyphs;
    TextRun *runs;
    TextWord *words;
    guint n_glyphs, n_runs, n_words;
    float widest;          /* unbreakable word, in em */
    float width;           /* all in one line, in em, trailing blanks left out */
    float ascent, descent; /* of the scripts in it, in em */
    gboolean ends_blank;   /* a following span may begin on a new line */
    gboolean faulty;       /* holds a character that none of the fonts has */
} PosterText;

/**
 * Loads the fonts of `dir` (themes/default/fonts) into a font map of their own; the system's
 * fonts and settings play no part. POSTER_ERROR_FONTS when one is missing.
 */
PosterFonts *poster_fonts_new(const char *dir, GError **error);
void poster_fonts_free(PosterFonts *fonts);

/** Empties the cache when it has grown large. Every PosterText of `fonts` may be gone after it. */
void poster_fonts_trim(PosterFonts *fonts);

/**
 * `text` in one face, from the cache or shaped now. Never NULL; NULL and "" give a text without
 * words. A character without a glyph is kept as a fault: see poster_fonts_fault().
 */
const PosterText *poster_text_get(PosterFonts *fonts, PosterFace face, const char *text);

/** The same with a blank behind it, for a span that others follow. */
const PosterText *poster_text_get_spaced(PosterFonts *fonts, PosterFace face, const char *text);

/**
 * The glyphs of `run` from `glyph` on that stand for the same characters: returns the first one behind them; *from
 * and *to are the bytes of those characters.
 */
guint poster_text_cluster(
    const PosterText *text, const TextRun *run, guint glyph, guint32 *from, guint32 *to);

/** The first text got since the last call that holds a character none of the fonts has; NULL when there is none. */
const char *poster_fonts_fault(PosterFonts *fonts);

/** Texts shaped since poster_fonts_new(); for tests of the cache. */
guint poster_fonts_n_shaped(const PosterFonts *fonts);

enum { PARA_MAX_SPANS = 6 };

/* One piece of a paragraph in one face and colour. */
typedef struct ParaSpan {
    const PosterText *text;
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

void para_add(Para *para, const PosterText *text, guint32 color, float tracking);

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PosterFonts, poster_fonts_free)
