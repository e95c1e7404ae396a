/**
 * Intake: the bytes of any file as the blocks of a document.
 *
 * Tells the kind by the bytes, never by the name, and hands them to the source
 * that reads it: PDF and scans by other programs, Office files and web pages in
 * a child of ours, text and CSV here. What is none of these is a finding that
 * says what it is and what to do. Not for several threads.
 */
#pragma once
#include "import/input.h"

/** Reads the file. */
IntakeStatus
intake_read(Arena *arena, const IntakeFile *file, Intake *out, DiagList *diags, GError **error);
