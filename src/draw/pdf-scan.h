/**
 * PdfScan: the objects of a PDF as cairo writes it, found through its table.
 *
 * Knows the words of PDF (ISO 32000-1, 7.2 and 7.3) as far as it takes to tell
 * a dictionary's keys from the same letters inside a string, and the classic
 * cross-reference table. Anything else is an error, never a guess. Spans
 * borrow from the bytes scanned. No state, any thread.
 */
#pragma once
#include <glib.h>

typedef struct PdfSpan {
    const char *at; /* NULL = there is none */
    gsize len;
} PdfSpan;

typedef struct PdfObject {
    PdfSpan body; /* "<< … >>", "[ … ]", "12"; at NULL: no object of this number */
    PdfSpan data; /* of a stream, as it stands in the file; at NULL: no stream */
} PdfObject;

typedef struct PdfScan {
    PdfObject *objects; /* owned, by number */
    guint n;            /* one more than the highest number */
    guint root, info;
} PdfScan;

/** Finds every object. FALSE and a PDF_ERROR for anything but the known layout. */
gboolean pdf_scan(PdfScan *scan, const char *bytes, gsize len, GError **error);
void pdf_scan_clear(PdfScan *scan);

/** The value of `key` ("/Length") in a dictionary, not in one inside it; at NULL: no such key. */
PdfSpan pdf_get(PdfSpan dictionary, const char *key);
/** TRUE when the value of `key` is the name `name` ("/Page"). */
gboolean pdf_is(PdfSpan dictionary, const char *key, const char *name);
/** The number in "12 0 R", below `n`; 0 for anything else. */
guint pdf_reference(PdfSpan value, guint n);
/** Fails with "pdf: unexpected WHAT"; always FALSE. */
gboolean pdf_fail(GError **error, const char *what);
