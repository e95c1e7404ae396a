/**
 * Qr: a QR code as runs of dark modules.
 *
 * libqrencode makes the symbol; here neighbouring modules become rectangles,
 * so a painter fills them in one path without seams. Knows no size in mm; the
 * quiet zone of 4 modules is the caller's. A thread remembers its last symbols, for a service's sheets and pictures
 * show the same ones and judging the masks is dear. Any thread; a Qr stays with its own.
 */
#pragma once
#include <glib.h>

enum { QR_QUIET = 4, QR_QUARTILE_BYTES = 60 };

typedef enum QrLevel { QR_MEDIUM, QR_QUARTILE } QrLevel;

typedef struct QrRun {
    guint8 x, y, w; /* modules; every run is one module high */
} QrRun;

typedef struct Qr {
    guint n_modules; /* along a side, without the quiet zone */
    QrRun *runs;
    guint n_runs;
    guint n_users;
} Qr;

/**
 * Encodes `text` (bytes as they are). QR_QUARTILE becomes QR_MEDIUM above QR_QUARTILE_BYTES:
 * larger modules are read from further than more correction makes up for. NULL when it is longer than a QR code can hold. */
Qr *qr_new(const char *text, QrLevel level);
void qr_free(Qr *qr);
/** Modules along a side of the code for `len` bytes, by ISO/IEC 18004, table 7; 0: no code holds them. */
guint qr_count_modules(gsize len, QrLevel level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Qr, qr_free)
