/**
 * Mustache: templates compiled once, rendered from plain const C structs.
 *
 * Knows the Mustache specification 1.4.2 (comments, delimiters, interpolation,
 * sections, inverted sections, partials) and its inheritance module; knows
 * nothing of pages, files or languages. A MuSet owns everything it compiled
 * (all texts are copied); classes are static tables of the caller and must
 * outlive it. Compiling is for one thread; afterwards the set is const and any
 * number of threads may render from it at once.
 */
#pragma once
#include <glib.h>
#include <stddef.h>

typedef struct MuClass MuClass;
typedef struct MuSet MuSet;
typedef struct MuTemplate MuTemplate;

/** What a name stands for. A section over it is skipped when the value is false. */
typedef enum MuType {
    MU_TEXT,   /* const char *; NULL and "" are false */
    MU_HTML,   /* const char *, markup that is safe as it is: the only type for {{{x}}} */
    MU_INT,    /* gint64; 0 is false, prints as digits */
    MU_UINT,   /* guint; 0 is false, prints as digits */
    MU_BOOL,   /* gboolean; for sections only */
    MU_OBJECT, /* const void *, a struct of `cls`; NULL is false */
    MU_STRUCT, /* a struct of `cls` inside this one; never false */
    MU_LIST,   /* MuList of structs of `cls`, cls->size apart; empty is false */
    MU_PLIST,  /* MuList of pointers to structs of `cls`; NULL items are passed over */
    MU_TEXTS   /* MuList of const char *; the items are {{.}} */
} MuType;

typedef struct MuList {
    gconstpointer items;
    guint n;
} MuList;

/** One name a template may use on a struct. */
typedef struct MuField {
    const char *name; /* NULL: an MU_STRUCT whose names count as names of this struct */
    MuType type;
    gsize offset;
    const MuClass *cls; /* MU_OBJECT, MU_STRUCT, MU_LIST, MU_PLIST; else NULL */
} MuField;

/** A value as found while rendering; only classes with find() meet it. */
typedef struct MuValue {
    MuType type;
    const MuClass *cls;
    union {
        const char *text;     /* MU_TEXT, MU_HTML */
        gint64 number;        /* MU_INT, MU_UINT, MU_BOOL */
        gconstpointer object; /* MU_OBJECT, MU_STRUCT */
        MuList list;          /* MU_LIST, MU_PLIST, MU_TEXTS */
    };
} MuValue;

/**
 * The names of a struct type. `find`, when given, is asked for names that are not in
 * `fields`, and for "." (the struct itself); FALSE means no such name. A class with
 * find() switches the check off for names not found above it on the context stack. A
 * value's cls must be the root's class or one reachable from it through fields.
 */
struct MuClass {
    const char *name;
    gsize size;
    const MuField *fields;
    guint n_fields;
    gboolean (*find)(gconstpointer self, const char *name, MuValue *out);
};

/* Rows of a field table; the name in templates is the member's name. MU_FIELD takes the type
 * from the member: const char * (text), gint64, guint, gboolean. The others check it.
 * MU_FIELD_BASE takes in all names of an embedded struct; names of the struct itself win. */
#define MU_IS_TEXT(S, m, type) _Generic(((S *)0)->m, const char * : (type), char * : (type))
#define MU_IS_LIST(S, m, type) _Generic(((S *)0)->m, MuList : (type))
#define MU_IS_VALUE(S, m) \
    _Generic(((S *)0)->m, const char * : MU_TEXT, char * : MU_TEXT, gint64 : MU_INT,           \
             guint : MU_UINT, gboolean : MU_BOOL)
// clang-format off
#define MU_FIELD(S, m)             { #m, MU_IS_VALUE(S, m), offsetof(S, m), NULL }
#define MU_FIELD_HTML(S, m)        { #m, MU_IS_TEXT(S, m, MU_HTML), offsetof(S, m), NULL }
#define MU_FIELD_TEXTS(S, m)       { #m, MU_IS_LIST(S, m, MU_TEXTS), offsetof(S, m), NULL }
#define MU_FIELD_LIST(S, m, klass) { #m, MU_IS_LIST(S, m, MU_LIST), offsetof(S, m), (klass) }
#define MU_FIELD_PLIST(S, m, klass)  { #m, MU_IS_LIST(S, m, MU_PLIST), offsetof(S, m), (klass) }
#define MU_FIELD_OBJECT(S, m, klass) { #m, MU_OBJECT, offsetof(S, m), (klass) }
#define MU_FIELD_STRUCT(S, m, klass) { #m, MU_STRUCT, offsetof(S, m), (klass) }
#define MU_FIELD_BASE(S, m, klass)   { NULL, MU_STRUCT, offsetof(S, m), (klass) }
#define MU_CLASS(S, table)         { #S, sizeof(S), (table), G_N_ELEMENTS(table), NULL }
// clang-format on

/** What may be wrong with a template; the comment says what `name` is and what was done. */
typedef enum MuProblem {
    MU_UNKNOWN_NAME,    /* the name; nothing on the context stack has it: renders as nothing */
    MU_UNKNOWN_PARTIAL, /* the partial or parent; renders as nothing */
    MU_UNKNOWN_LABEL,   /* the label without "l."; renders as nothing */
    MU_UNKNOWN_BLOCK,   /* a block given to a parent that has no such block; left out */
    MU_UNCLOSED,        /* the section, block or parent; closed where its surroundings end */
    MU_WRONG_CLOSE,     /* the name in the closing tag; the tag is left out */
    MU_BAD_TAG,         /* the tag's text; left out, or text when it has no end */
    MU_RAW_NOT_HTML,    /* {{{x}}} on what is not HTML; it is escaped */
    MU_NOT_TEXT,        /* {{x}} on a list, an object or a truth value */
    MU_UNSUPPORTED,     /* dynamic name, or a partial, parent or block in a label; left out */
    MU_DROPPED_TEXT,    /* the parent: what stands in it outside a block is left out */
    MU_TOO_DEEP,        /* the name: nesting or recursion without end; the rest is left out */
    MU_TOO_BIG          /* the template or label; left out */
} MuProblem;

enum {
    MU_MAX_BYTES = 1024 * 1024,        /* of one template */
    MU_MAX_NESTING = 64,               /* of sections, blocks and parents in one template */
    MU_MAX_CALLS = 64,                 /* of partials inside each other */
    MU_MAX_OUTPUT = 128 * 1024 * 1024, /* bytes of one mu_render() */
    MU_MAX_STEPS = 100 * 1000 * 1000   /* of one mu_render() */
};

/** A text to compile. Copied at once: it need not outlive the callback's next call. */
typedef struct MuText {
    const char *text;
    gssize len;       /* -1: up to the NUL */
    const char *path; /* for problems; never NULL */
    guint line;       /* of the first character in `path`; 0 counts as 1 */
} MuText;

/** Where a set gets its texts and leaves its problems. */
typedef struct MuTold {
    MuProblem kind;
    const char *path; /* the template's */
    guint line, col;  /* code points, from 1 */
    const char *name;
} MuTold;

typedef struct MuHost {
    /** The template, partial or parent called `name`; FALSE: there is none. Asked once a name. */
    gboolean (*load)(gpointer data, const char *name, MuText *out);
    /**
     * The label for {{l.name}}; FALSE: there is none. NULL: names in "l" are like all others.
     * A label may hold {{name}} and sections. Its own text is escaped, so it is plain text.
     */
    gboolean (*label)(gpointer data, const char *name, MuText *out);
    /** Called at most once for each place and kind. May be NULL. */
    void (*problem)(gpointer data, const MuTold *told);
    gpointer data;
    /**
     * Names, {{{x}}} and blocks are checked against the classes when a template is compiled.
     * FALSE is for the specification's test suite: missing names are silent, {{{x}}} is
     * unescaped for every type.
     */
    gboolean strict;
} MuHost;

/** Never NULL. `host` is copied; it is not called after the last mu_set_compile(). */
MuSet *mu_set_new(const MuHost *host);
void mu_set_free(MuSet *set);

/**
 * Compiles the template `name`, with all it includes, for data of class `root`. Problems go to
 * the host and never stop it: what is wrong is left out as MuProblem says. NULL only when
 * the host has no such template. The set owns the result. A template may be compiled for
 * several classes; partials are read once and checked in every context they are used in.
 */
const MuTemplate *mu_set_compile(MuSet *set, const char *name, const MuClass *root);

/**
 * Appends the rendering of `root` (never NULL, of the class given when compiling) to `out`.
 * {{x}} escapes & < > " ' always. FALSE when a limit was met (MU_MAX_CALLS, _OUTPUT, _STEPS):
 * `out` is then as long as before. Safe in any thread once the set is compiled.
 */
gboolean mu_render(const MuTemplate *template, gconstpointer root, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(MuSet, mu_set_free)
