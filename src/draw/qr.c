#include "draw/qr.h"
#include <qrencode.h>
#include <string.h>

Qr *
qr_new(const char *text, QrLevel level)
{
    static const QRecLevel LEVELS[] = {
        [QR_MEDIUM] = QR_ECLEVEL_M, [QR_QUARTILE] = QR_ECLEVEL_Q};
    if (level == QR_QUARTILE && strlen(text) > QR_QUARTILE_BYTES)
        level = QR_MEDIUM;
    QRcode *code = QRcode_encodeString8bit(text, 0, LEVELS[level]);
    if (code == NULL)
        return NULL;
    guint n = (guint)code->width;
    GArray *runs = g_array_new(FALSE, FALSE, sizeof(QrRun));
    for (guint y = 0; y < n; y++) {
        const unsigned char *row = code->data + (gsize)y * n;
        for (guint x = 0; x < n;) {
            guint begin = x;
            while (x < n && (row[x] & 1) != 0)
                x++;
            if (x > begin) {
                QrRun run = {(guint8)begin, (guint8)y, (guint8)(x - begin)};
                g_array_append_val(runs, run);
            } else {
                x++;
            }
        }
    }
    QRcode_free(code);
    Qr *qr = g_new0(Qr, 1);
    qr->n_modules = n;
    qr->n_runs = runs->len;
    qr->runs = (QrRun *)(void *)g_array_free(runs, FALSE);
    return qr;
}

void
qr_free(Qr *qr)
{
    if (qr == NULL)
        return;
    g_free(qr->runs);
    g_free(qr);
}
