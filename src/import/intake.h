/**
 * Intake: the bytes of any file as the blocks of a document.
 *
 * Tells the kind by the bytes, never by the name, and hands them to the source
 * that reads it: PDF and scans by other programs, Office files and web pages in
 * a child of ours, text and CSV here. What is none of these is a finding that
 * says what it is and what to do. Not for several threads.
 */
#pragma once
#include "base/diag.h"
#include "import/block.h"

enum {
    INTAKE_MAX_BYTES = 32 * 1024 * 1024, /* of a file */
    INTAKE_CPU_SECONDS = 10,             /* of one child */
    INTAKE_MEMORY = 256 * 1024 * 1024    /* of one child, bytes */
};

typedef enum IntakeStatus {
    INTAKE_READ,
    INTAKE_FINDING, /* reported */
    INTAKE_FAILED   /* the environment: *error is set */
} IntakeStatus;

typedef struct Intake {
    Source *source; /* the text, or an empty one that bears the name; source_free() it */
    BlockList blocks;
    const char *note; /* what is doubtful about all of it, in Indonesian; NULL = nothing */
} Intake;

/** Reads `bytes` (g_malloc'ed, taken) of `path`. */
IntakeStatus intake_read(Arena *arena,
                         const char *path,
                         char *bytes,
                         gsize len,
                         Intake *out,
                         DiagList *diags,
                         GError **error);
