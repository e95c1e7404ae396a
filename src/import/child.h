/**
 * Child: work on strangers' bytes in a process that can do no harm.
 *
 * Either another program (pdftotext, pdftoppm, tesseract) or a function of
 * ours. The child gets the bytes, has a limit of CPU time and memory, and can
 * write to nothing but the pipe it answers on: no file may be created, changed
 * or removed, no socket made (seccomp, and Landlock where the kernel has it;
 * file size 0 everywhere). What it answers is a stranger's still. No state,
 * any thread; child_call() is for programs with one thread.
 */
#pragma once
#include "import/child-cage.h"

typedef enum ChildStatus {
    CHILD_DONE,       /* it ended by itself: see *code */
    CHILD_NO_PROGRAM, /* not installed */
    CHILD_HEAVY,      /* killed: beyond its time */
    CHILD_BROKEN,     /* it crashed, or beyond its memory */
    CHILD_FAILED,     /* the system refused; *error is set */
} ChildStatus;

/** The answer: g_malloc'ed, a NUL behind its `len` bytes; NULL unless CHILD_DONE. */
typedef struct ChildAnswer {
    char *bytes;
    gsize len;
    int code; /* exit code */
    char
        *messages; /* the first bytes of its standard error; "" for child_call(); g_malloc'ed */
} ChildAnswer;

void child_answer_clear(ChildAnswer *answer);

/* A program of $PATH and what stands on its standard input (a file without a name). */
typedef struct ChildProgram {
    const char *const *argv;
    const char *bytes;
    gsize len;
} ChildProgram;

ChildStatus child_exec(const ChildProgram *program,
                       const ChildLimits *limits,
                       ChildAnswer *answer,
                       GError **error);

/** Runs a function in a copy of this process; what it appends to `out` is the answer, what it returns the code. */
typedef int (*ChildWork)(gconstpointer data, GString *out);
ChildStatus child_call(ChildWork work,
                       gconstpointer data,
                       const ChildLimits *limits,
                       ChildAnswer *answer,
                       GError **error);

/** TRUE when a program of that name can be run. */
gboolean child_has_program(const char *name);
