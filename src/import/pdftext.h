/**
 * PdfText: the text of a PDF, taken by pdftotext (Debian package poppler-utils).
 *
 * A stranger's PDF is read by a child process that gets the bytes on its
 * standard input, a small environment, no more CPU time, memory and file space
 * than it needs, and is killed when its time is up. Whatever it writes is
 * text of a stranger still: source_new() judges it. No state, any thread.
 */
#pragma once
#include <glib.h>

enum {
    PDFTEXT_MAX_BYTES = 32 * 1024 * 1024, /* of a PDF */
    PDFTEXT_SECONDS = 30,
};

typedef enum PdfTextStatus {
    PDFTEXT_READ,
    PDFTEXT_NO_PROGRAM, /* pdftotext is not installed */
    PDFTEXT_UNREADABLE, /* it ended with an error: damaged, locked, beyond its memory */
    PDFTEXT_SLOW,       /* killed */
    PDFTEXT_FAILED,     /* the system refused; *error is set */
} PdfTextStatus;

/** TRUE when the bytes are a PDF: "%PDF-" within the first 1024 (ISO 32000-1, Annex H). */
gboolean pdftext_is_pdf(const char *bytes, gsize len);

/**
 * Takes the text. *text (g_malloc'ed, a NUL behind its *text_len bytes) is set for PDFTEXT_READ only;
 * it is cut one byte behind `max`.
 */
PdfTextStatus pdftext_read(const char *bytes,
                           gsize len,
                           guint seconds,
                           gsize max,
                           char **text,
                           gsize *text_len,
                           GError **error);
