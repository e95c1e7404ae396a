/**
 * MarkOfService: a short mark of what a poster of a service says that may change.
 *
 * The QR code of a poster carries it (page.html#c=ab12c), the page knows its own: where they differ,
 * the paper is older than the page. Requirements, time, fee, product, compensation, variants and complaint
 * channels go in, words as written; steps do not. 25 bits: one change in thirty million goes unseen.
 * The same on every machine and in every version, or all posters would look old. Pure; any thread.
 */
#pragma once
#include "model/charter.h"

enum { MARK_LEN = 5 };

/** Writes the mark and a NUL. */
void mark_of_service(const Agency *agency, const Service *service, char mark[MARK_LEN + 1]);
