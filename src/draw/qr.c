#include "draw/qr.h"
#include <qrencode.h>
#include <string.h>

/* Bytes that each version holds with medium correction, and the first ones with quartile. */
static const guint16 MEDIUM[] = {14,   26,   42,   62,   84,   106,  122,  152,  180,  213,
                                 251,  287,  331,  362,  412,  450,  504,  560,  624,  666,
                                 711,  779,  857,  911,  997,  1059, 1125, 1190, 1264, 1370,
                                 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331};
static const guint16 QUARTILE[] = {11, 20, 32, 46, QR_QUARTILE_BYTES};

guint
qr_count_modules(gsize len, QrLevel level)
{
    gboolean more = level == QR_QUARTILE && len <= QR_QUARTILE_BYTES;
    const guint16 *holds = more ? QUARTILE : MEDIUM;
    guint n = more ? G_N_ELEMENTS(QUARTILE) : G_N_ELEMENTS(MEDIUM);
    for (guint i = 0; i < n; i++)
        if (len <= holds[i])
            return 21 + 4 * i;
    return 0;
}

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
