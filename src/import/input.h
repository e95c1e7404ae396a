/**
 * Input: what a source says of a file it was given.
 */
#pragma once
#include "base/diag.h"
#include "import/block.h"

enum {
    INTAKE_MAX_BYTES = 32 * 1024 * 1024, /* of a file */
    INTAKE_CPU_SECONDS = 10,             /* of one child */
    INTAKE_MEMORY = 256 * 1024 * 1024,   /* of one child, bytes */
    INTAKE_MAX_LINES = 1000000 /* of one text: what is read of them fits into that memory too */
};

typedef enum IntakeStatus {
    INTAKE_READ,
    INTAKE_FINDING, /* reported */
    INTAKE_FAILED   /* the environment: *error is set */
} IntakeStatus;

/* A file's bytes; borrowed. */
typedef struct IntakeFile {
    const char *path; /* as messages name it */
    const char *bytes;
    gsize len;
} IntakeFile;

typedef struct Intake {
    Source *source; /* the text, or an empty one that bears the name; source_free() it */
    BlockList blocks;
    const char *note; /* what is doubtful about all of it, in Indonesian; NULL = nothing */
} Intake;
