/**
 * Linked: the files that charters link to, which are published as they are.
 *
 * A form that is a program, a page or drawing that would run in the site's name, a
 * picture that no phone can show, a kind of file that few can open. Findings stand at the
 * files; nothing is changed. One thread.
 */
#pragma once
#include "audit/finding.h"

enum {
    LINKED_HEAVY_FILE = 5 * 1024 * 1024, /* bytes above which a phone should not load it */
    LINKED_MAX_SVG = 16 * 1024 * 1024, /* bytes of a drawing above which it is refused unread */
    LINKED_HEAD =
        1024 *
        1024 /* bytes of a picture that its size is looked for in: cameras write previews before it */
};

/** Paths in the content folder. */
void linked_audit(const Scan *scan, const char *const *files, guint n_files, DiagList *diags);
