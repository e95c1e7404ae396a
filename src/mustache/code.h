/**
 * Mustache code: what templates look like once compiled.
 *
 * Shared by the parts of the engine and nobody else: mustache.c (the set: names, classes,
 * loading), parse.c (text to ops), check.c (names against classes), link.c (ops to a program),
 * program.c (a program to output), run.c (ops to output). All of it belongs to a MuSet and is
 * written by the compiling thread only.
 */
#pragma once
#include "base/arena.h"
#include "mustache/mustache.h"

typedef enum MuOpKind {
    MU_OP_TEXT,     /* append text */
    MU_OP_VALUE,    /* {{x}} */
    MU_OP_RAW,      /* {{{x}}} */
    MU_OP_SECTION,  /* {{#x}}: its body is the ops up to `end` */
    MU_OP_INVERTED, /* {{^x}}: its body is the ops up to `end` */
    MU_OP_PARTIAL,  /* {{>x}}, or a label that has tags */
    MU_OP_PARENT,   /* {{<x}}: the ops up to `end` are the bodies of its args */
    MU_OP_BLOCK     /* {{$x}}: the ops up to `end` are what it holds by default */
} MuOpKind;

typedef struct MuCode MuCode;

/** A name cut at its dots: ids of MuSet.names. No ids: "." itself. */
typedef struct MuPath {
    const char *text;
    guint n;
    guint ids[];
} MuPath;

/** One step. Text is a stretch of the template's own `text`. */
typedef struct MuOp {
    MuOpKind kind;
    guint32 off, len; /* MU_OP_TEXT: text; PARTIAL, PARENT, BLOCK: indentation of its lines */
    guint32 end;      /* the op after the body; only kinds that have one */
    guint32 args;     /* PARENT: first of MuCode.args */
    guint32 n_args;
    guint32 line, col;
    union {
        const MuPath *path; /* VALUE, RAW, SECTION, INVERTED */
        MuCode *callee;     /* PARTIAL, PARENT; NULL: there is none */
        guint block;        /* BLOCK: id of MuSet.names */
    };
    gboolean told;      /* a problem was reported here */
    gboolean checked;   /* PARENT: seen by the check */
} MuOp;

/** What a parent tag gives for a block: the ops from `from` up to `end`. */
typedef struct MuArg {
    guint parent; /* its op */
    guint block;
    guint32 from, end;
    guint32 line, col;
    gboolean met; /* some template the parent leads to has the block */
} MuArg;

/** A template, or a label that has tags. */
struct MuCode {
    const char *name, *path;
    gboolean is_label;
    guint first_line;
    const char *source;
    gsize source_len;
    const char *text;
    MuOp *ops;
    guint n_ops;
    MuArg *args; /* by parent, then block; no pair twice */
    guint n_args;
};

/** A field of a class as this set knows it. */
typedef struct MuSlot {
    MuField field;
    struct MuSlots *slots; /* the class of its value, or NULL */
} MuSlot;

/** A class as this set knows it: names are ids, base structs are taken in. */
typedef struct MuSlots {
    const MuClass *cls; /* NULL: a plain value, has no names */
    gboolean asks;      /* cls has find() */
    guint n_fields;
    MuSlot *fields;
    const MuSlot **by_name; /* by name id, up to `n_names`; NULL: no such name */
    guint n_names;
} MuSlots;

/** The field called `id`, or NULL. */
static inline const MuSlot *
mu_slot(const MuSlots *slots, guint id)
{
    return id < slots->n_names ? slots->by_name[id] : NULL;
}

/** Where a value lies when a program runs, and what it is. */
typedef struct MuPlace {
    MuType type;
    const MuSlots *slots; /* of its names, or those of its items; NULL: it has none */
    guint level;          /* the struct it is in */
    gsize at;             /* offset there */
} MuPlace;

/** What a section put on the context stack: a plain value, or a MU_STRUCT. */
typedef struct MuScope {
    MuPlace self;
    const struct MuScope *up;
} MuScope;

/** The blocks a parent tag gave, and those in force where it stands. */
typedef struct MuBlocks {
    const MuCode *code;
    const MuOp *op;
    const struct MuBlocks *up;
} MuBlocks;

/** Ops that a program leaves to mu_run_part(), and what is around them. */
typedef struct MuPart {
    const MuCode *code;
    guint from, end;
    const MuScope *scope;
    guint n_scopes;
    const MuBlocks *blocks;
    const char *indent;
    gsize indent_len;
    guint calls, nested;
} MuPart;

/** A field is what lies `at` bytes into the struct on level `from`. "Go": the next step is `by` further on than it would be. */
typedef enum MuStepKind {
    MU_STEP_END,
    MU_STEP_TEXT,        /* append the `n` bytes of the field: level 0 is the program's text */
    MU_STEP_LINE,        /* what comes next begins a line of template text */
    MU_STEP_INDENT,      /* append as MU_STEP_TEXT if it does */
    MU_STEP_ESCAPED,     /* append the text of the field; NULL is nothing */
    MU_STEP_RAW,         /* likewise, as it is */
    MU_STEP_INT,         /* append the gint64 of the field */
    MU_STEP_UINT,        /* append the guint of the field */
    MU_STEP_BOOL,        /* append "true" or "false" */
    MU_STEP_GO,          /* go */
    MU_STEP_IF_TEXT,     /* go if the text of the field is not empty */
    MU_STEP_UNLESS_TEXT, /* go if it is */
    MU_STEP_IF_WORD,     /* go if the guint of the field is not 0 */
    MU_STEP_UNLESS_WORD, /* go if it is */
    MU_STEP_IF_INT,      /* go if the gint64 of the field is not 0 */
    MU_STEP_UNLESS_INT,  /* go if it is */
    MU_STEP_IF_OBJECT,   /* go unless the pointer of the field is NULL */
    MU_STEP_ENTER,       /* put the pointer of the field on level `into`; go if it is NULL */
    MU_STEP_LOOP,        /* put the first item of the field's MuList on level `into`; go if there is none */
    MU_STEP_NEXT,        /* go with the next item, `n` bytes further on, on level `into`, if there is one */
    MU_STEP_RUN          /* run part `n` */
} MuStepKind;

typedef struct MuStep {
    guint8 kind; /* MuStepKind */
    guint8 from, into;
    guint32 at, n;
    gint32 by;
} MuStep;

enum { MU_LEVEL_TEXT, MU_LEVEL_ROOT, MU_MAX_LEVELS = 64 };
enum { MU_TEXT_BLOCK = 32 };

/** A template with all that it calls, for data of one class: where each name lies has been found out. */
typedef struct MuProgram {
    const MuStep *steps; /* the last is MU_STEP_END */
    const char *text; /* and MU_TEXT_BLOCK bytes more, which are anything */
    const MuPart *const *parts;
} MuProgram;

/** A template together with the class it was compiled for. */
struct MuTemplate {
    const MuSet *set;
    const MuProgram *program;
};

struct MuSet {
    MuHost host;
    Arena *arena;
    GHashTable *names;     /* text -> id + 1 */
    GPtrArray *name_texts; /* by id */
    GHashTable *paths;     /* text -> MuPath */
    GHashTable *codes;     /* name -> MuCode, or NULL when there is none */
    GHashTable *labels;    /* likewise */
    GPtrArray *code_list;
    GPtrArray *unparsed; /* of MuCode */
    GHashTable *classes; /* MuClass -> MuSlots */
    MuSlots plain;
};

guint mu_set_name(MuSet *set, const char *text, gsize len);
const MuPath *mu_set_path(MuSet *set, const char *text, gsize len);
/** The template (or label) called so, loaded but perhaps not parsed; NULL: there is none. */
MuCode *mu_set_find(MuSet *set, const char *name, gsize len, gboolean is_label);
MuSlots *mu_set_class(MuSet *set, const MuClass *cls);
/** Tells the host; the name is the first `len` bytes of told->name. */
void mu_set_tell(const MuSet *set, MuTold told, gsize len);

/** Fills in code->text, ops and args; loads what it mentions. */
void mu_parse(MuSet *set, MuCode *code);
/** Reports what can be known to be wrong when `code` renders a `root`. */
void mu_check(MuSet *set, MuCode *code, const MuClass *root);

/**
 * The program that renders `code` for a `root`, in the set's arena. Parts of it are ops as they are: partials inside
 * themselves, names that only find() knows, and what would make it too big.
 */
const MuProgram *mu_link(MuSet *set, const MuCode *code, const MuSlots *root);

/** The arg of `op` (a parent tag of `code`) for `block`, or NULL. */
MuArg *mu_code_arg(const MuCode *code, const MuOp *op, guint block);
