/**
 * Finding: where exactly in the source a doubtful word stands.
 *
 * A Text knows where it begins; a rule knows which bytes of it are doubtful.
 * This module finds those bytes in the source, also in folded and quoted
 * texts, and underlines them. An Audit is what every rule is given: the
 * agency, the file being judged and where findings go. One thread.
 */
#pragma once
#include "base/diag.h"
#include "model/load.h"

typedef struct Audit {
    const Agency *agency;
    const Source *source; /* the file being judged: texts of other files are left alone */
    const Site *site;     /* its settings */
    Arena *arena;         /* the agency's */
    Date today;           /* {0}: nothing that depends on the date */
    DiagList *diags;
    guint shared;   /* bit c-1: component c is missing in several services, which is told once */
    guint n_loaded; /* of them, those that loading found: they come first */
} Audit;

/** TRUE when the text holds words and stands in the file being judged. */
gboolean audit_owns(const Audit *audit, const Text *text);

/** Reports at the whole text. Arguments fill %1 and %2; NULL = not given. */
void finding_at(
    const Audit *audit, DiagCode code, const Text *text, const char *first, const char *second);

/* Bytes of a text. */
typedef struct FindingPart {
    gsize start, len;
} FindingPart;

/** Reports at a part of the text; %1 is its bytes, shortened, %2 is `second`. */
void finding_in(
    const Audit *audit, DiagCode code, const Text *text, FindingPart part, const char *second);

/**
 * TRUE when the file has no line with this top-level key. A key that stands there although the
 * model never saw it was lost to a mistake that is reported already.
 */
gboolean finding_lacks_key(const Source *source, const char *key);
/** TRUE when a finding of this file says already why the key is not there: it is misspelt, stands in the prose, or its value was refused. */
gboolean finding_is_explained(const Audit *audit, const Source *source, const char *key);
/** TRUE when nothing but blanks, "-" or comments follow the key before the next one, or the file lacks it. */
gboolean finding_is_blank(const Source *source, const char *key);
/** Where the top-level key stands in the file; its first line when it does not. */
Mark finding_key(const Source *source, const char *key);
