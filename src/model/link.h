/**
 * Link: where an author's link leads.
 *
 * Applies the URL rule (value/url.h) and finds relative targets in the scan: a
 * file to copy, another charter's page, or a folder's page. A target must lie in
 * the agency's own folder or one above it, so that an agency's pages depend on
 * nothing else. Texts live in the caller's arena. One thread per LinkBase.
 */
#pragma once
#include "model/asked.h"
#include "model/charter.h"

typedef struct LinkBase {
    Arena *arena;
    DiagList *diags;
    const Scan *scan;
    const char *folder; /* content path of the folder the file lies in */
    const char
        *agency; /* content path of its agency; NULL outside an agency: any file may be meant */
    GPtrArray *files; /* receives the paths of files to copy; may be NULL */
    Asked *asked;     /* remembers what the answers depended on; may be NULL */
    guint *n_near; /* counts the nearest names looked for, to stop in time; NULL = no limit */
    gboolean from_root; /* `/seeds/x.txt` counts from the project's root (only `sumber`) */
    gboolean or_words;  /* what names no file may be words (only `media`) */
    const VariantList
        *variants;    /* of the charter: each is a section by its name; NULL = none */
    const char *body; /* the file's own prose; NULL = none */
    const char *const **headings; /* of it, for link_is_heading() */
    GPtrArray
        *fragments; /* receives LinkFragment for links to a part of another page; may be NULL */
} LinkBase;

/* A link to a part of another page, to be judged when that page has been read. Arena-owned. */
typedef struct LinkFragment {
    Text raw;
    const char *page; /* path in the site, "kab-x/akta.html" */
    const char *name; /* behind the # */
} LinkFragment;

/** TRUE for the id of a part that pages of services and agencies have (themes/default). */
gboolean link_is_anchor(const char *name);

/**
 * TRUE when a heading of the Markdown body has the id, as pages have it. The first question finds the ids, NULL-ended:
 * *headings, NULL until then, lives in `arena`.
 */
gboolean
link_is_heading(Arena *arena, const char *body, const char *const **headings, const char *name);

/** TRUE for the id of a variant's section of its charter's page: its name, #hilang, or #varian-3. NULL = no variants. */
gboolean link_is_variant(const VariantList *variants, const char *name);

/** Resolves `raw` (given, not empty) into *link; mistakes are reported at its mark. */
void link_resolve(const LinkBase *base, Text raw, Link *link);

/**
 * Resolves a link target of a Markdown body at `mark`: the address to write, relative to the
 * content folder's root when `*inside` is set TRUE; NULL = no link. Arena-owned.
 */
const char *link_target(const LinkBase *base, const char *target, Mark mark, gboolean *inside);
