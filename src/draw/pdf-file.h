/**
 * PdfFile: numbered objects written as one PDF.
 *
 * Knows ISO 32000-1's file layout, nothing of pages: everything that is no stream is packed into one object
 * stream (7.5.7), places stand in a cross-reference stream (7.5.8), the identifier is made from the content.
 * The same objects in the same order give the same bytes. One thread at a time.
 */
#pragma once
#include <glib.h>

typedef struct PdfFile {
    GByteArray *out;
    gsize begin;             /* of the file in `out` */
    GArray *places;          /* PdfPlace, by number */
    GString *index, *packed; /* the object stream: "number offset …", the objects */
    guint n_packed;
} PdfFile;

/* PDF_PACK: the bytes are deflated now. PDF_PACKED: they have been. */
typedef enum PdfPacking { PDF_PLAIN, PDF_PACK, PDF_PACKED } PdfPacking;

/** Begins a file behind what is in `out`, which is borrowed until pdf_file_finish(). */
void pdf_file_init(PdfFile *file, GByteArray *out);
/** Frees what belongs to a file that is finished or given up; `out` stays. */
void pdf_file_clear(PdfFile *file);

/** A new object number, 1 at least; each must be written once. */
guint pdf_file_number(PdfFile *file);
/** Writes an object that is no stream. */
void pdf_file_object(PdfFile *file, guint number, const GString *body);
typedef struct PdfStream {
    PdfPacking packing;
    const char *keys; /* its dictionary without /Length, /Filter and brackets */
    const guint8 *bytes;
    gsize len;
} PdfStream;

void pdf_file_stream(PdfFile *file, guint number, const PdfStream *stream);
/** Writes the tables and the end. */
void pdf_file_finish(PdfFile *file, guint root, guint info);

/* ---- what stands in objects ---- */

void pdf_append_int(GString *out, gint64 value);
/** `value` with at most `decimals` (0 … 9) decimals, no locale, no zero that says nothing. */
void pdf_append_number(GString *out, double value, guint decimals);
/** "12 0 R" */
void pdf_append_reference(GString *out, guint number);
/** A string object of these bytes. */
void pdf_append_bytes(GString *out, const char *bytes, gsize len);
/** A text string (7.9.2.2): as it is when it is ASCII, else UTF-16. */
void pdf_append_text(GString *out, const char *text, gsize len);
