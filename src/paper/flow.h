/**
 * Flow: the steps of a procedure as they are printed, and their flow charts.
 *
 * Block-structured: a step may decide, its branches hold steps of their own;
 * nothing points anywhere but `back_to`. Holds texts only, made by whoever
 * knows the model (content.c); knows no charter. The track is drawn by
 * track.c; here is the swimlane of SOP-AP, a column per actor. All
 * texts are borrowed. No state, any thread.
 */
#pragma once
#include "draw/scene.h"
#include "paper/style.h"

typedef struct FlowStep FlowStep;
typedef struct FlowBranch FlowBranch;

typedef struct FlowDetail {
    const char *label; /* "a." */
    const char *text;
} FlowDetail;

struct FlowStep {
    const char *field;   /* for messages: "prosedur 3" */
    const char *heading; /* a heading among the steps: nothing else is set then */
    const char *number;  /* as printed */
    const char *when;    /* "Bila diperlukan", NULL = always */
    const char *own;     /* the mark of what the citizen does: "Anda"; or NULL */
    const char *actor;   /* NULL = not named */
    const char *text;
    const FlowDetail *details;
    guint n_details;
    const char *time;
    const char *lasts, *needs, *output; /* in a chart's columns: the time bare, what the step
                                           takes, what comes of it */
    const FlowBranch *branches;
    guint n_branches;
    gboolean decides; /* a decision whose branches follow as steps without words of their own */
    const char *end; /* words of a chip behind it: "selesai", "kembali ke langkah 1"; or NULL */
    guint back_to;   /* printed number of the step it returns to, 0 = none */
    gboolean ends;
};

struct FlowBranch {
    const char *label; /* "Jika …" without its leading word */
    gboolean apart;    /* from its step, which the label names */
    const char *outcome;
    const FlowStep *steps;
    guint n_steps;
    const FlowDetail *details;
    guint n_details;
    const char *time, *lasts;
    const FlowBranch *branches;
    guint n_branches;
    const char *end;
    guint back_to;
    gboolean ends;
};

typedef struct FlowColors {
    SceneColor brand, ink, tint, accent, paper, muted;
} FlowColors;

typedef struct FlowWords {
    const char *start, *end; /* "Mulai", "Selesai" */
    const char *nobody;      /* column of steps without an actor */
    const char *others;      /* column of the actors for whom there is none */
    const char *yes, *no;    /* on the ways of a decision */
    const char *number, *activity, *needs, *time, *output; /* heads of columns */
} FlowWords;

typedef struct FlowLook {
    FlowColors colors;
    FlowWords words;
} FlowLook;

/** The words of a style in a language; borrowed from the style. */
FlowWords flow_words(const PosterStyle *style, PosterLang lang);

/** TRUE when a step of the list, or of one below it, decides. */
gboolean flow_has_branches(const FlowStep *steps, guint n);

/** Steps in the list and below it, headings left out. */
guint flow_count(const FlowStep *steps, guint n);

/* What a chart may do to be made. */
typedef enum FlowFit {
    FLOW_EASY, /* one page, a lane for each actor, words with room, rows spread over the page */
    FLOW_OPEN, /* many pages, the rest as above */
    FLOW_ANY   /* actors may share a lane */
} FlowFit;

/* The paper of a chart, in mm. */
typedef struct FlowPage {
    double width_mm, type_mm;
    double first_mm, later_mm; /* most of a page's height; 0 = one page as tall as it takes */
    double least_mm;           /* no type is smaller; 0 = two thirds of type_mm */
    FlowFit fit;
} FlowPage;

/**
 * The swimlane: a column per actor in the order they come, one symbol per row, so that a
 * horizontal run never meets a box; ways that skip rows use the gutter on the right. Where there
 * are more actors than readable columns the rest share the last one. Ways to another page end in
 * off-page connectors, a letter telling which belong together. A way says "Ya" or "Tidak" where the
 * branches say so themselves (one alone, or one the other's denial), else its condition where that
 * has room: the row it leads to says it in any case. Returns Scenes, one at least;
 * g_ptr_array_unref() frees them with it. NULL: page->fit cannot be.
 */
GPtrArray *flow_swimlane(
    Fonts *fonts, const FlowStep *steps, guint n, const FlowPage *page, const FlowLook *look);
