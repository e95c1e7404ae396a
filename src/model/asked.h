/**
 * Asked: what the making of an agency asked about the rest of the site, and the answers.
 *
 * An agency depends on its own files and, by name, on a few things beside them:
 * whether a page it links to is there, whose a folder above is, whether a former
 * address is free. Whoever needs such a fact asks here, so that a later build can
 * put the same questions again and knows by the answers whether what was made
 * still holds. Only facts of the scan are asked, never the contents of files.
 * One thread per Asked.
 */
#pragma once
#include "model/scan.h"

typedef enum AskedKind {
    ASKED_PAGE,   /* path without extension: is it the page of a service? */
    ASKED_AGENCY, /* folder: is it an agency's? */
    ASKED_FILE,   /* path: is it a linkable file, and of which size? */
    ASKED_NAMES,  /* folder: a hash of what lies in it and below: names, sizes of files */
    ASKED_DAY,    /* "2027-01-01": has that day come? an AskedDay */
    ASKED_TAKEN, /* path: does the program write it, or a file where it needs a folder? plan.h answers */
    ASKED_FREE, /* path: can a forwarding page be made there? plan.h answers */
} AskedKind;

typedef enum AskedDay { ASKED_DAY_UNKNOWN, ASKED_DAY_AHEAD, ASKED_DAY_REACHED } AskedDay;

typedef struct AskedQuestion {
    AskedKind kind;
    const char *subject;
    gint64 answer;
} AskedQuestion;

typedef struct Asked {
    GArray *questions; /* AskedQuestion, each once, in the order they were first asked */
    GHashTable *seen;  /* "kind subject", owned */
    GStringChunk *texts;
} Asked;

Asked *asked_new(void);
void asked_free(Asked *asked);

/** The scan's answer to the first five kinds: yes or no, or a hash. */
gint64 asked_answer(const Scan *scan, AskedKind kind, const char *subject);
/** The same, remembered in `asked`; NULL: nobody wants to know later. */
gint64 asked_ask(Asked *asked, const Scan *scan, AskedKind kind, const char *subject);
/** Remembers an answer that somebody else gave. */
void asked_note(Asked *asked, AskedKind kind, const char *subject, gint64 answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Asked, asked_free)
