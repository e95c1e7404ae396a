/**
 * FromOffice: .docx, .odt, .xlsx, .ods and web pages as blocks.
 *
 * Unpacked by libarchive and parsed by libxml2 in a child (child.h), which
 * answers in blocks. No entity is expanded, nothing else is opened.
 */
#pragma once
#include "import/input.h"

/** Reads a ZIP archive of Office or HTML; anything else is a finding. */
IntakeStatus from_office_read(
    Arena *arena, const IntakeFile *file, Intake *out, DiagList *diags, GError **error);

/** What the child does, for tests and the fuzzer: appends blocks as lines; 0, or an OfficeFault. */
typedef enum OfficeFault {
    OFFICE_FINE,
    OFFICE_DAMAGED,
    OFFICE_HEAVY,   /* unpacks to more than it may */
    OFFICE_LOCKED,  /* with a password */
    OFFICE_UNKNOWN, /* an archive, but no document */
    OFFICE_HOSTILE, /* declares entities or refers to other files */
    OFFICE_PACKED,  /* an archive of documents */
} OfficeFault;
OfficeFault office_parse(const char *bytes, gsize len, GString *out);
