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

static Qr *
encode(const char *text, QrLevel level)
{
    static const QRecLevel LEVELS[] = {
        [QR_MEDIUM] = QR_ECLEVEL_M, [QR_QUARTILE] = QR_ECLEVEL_Q};
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
    qr->n_users = 1;
    return qr;
}

/* The last symbols of a thread, the newest first. */
enum { N_KEPT = 2 };
typedef struct Kept {
    char *text;
    QrLevel level;
    Qr *qr;
} Kept;

static void
clear_kept(Kept *kept)
{
    g_clear_pointer(&kept->text, g_free);
    g_clear_pointer(&kept->qr, qr_free);
}

static void
free_kept(gpointer data)
{
    Kept *kept = data;
    for (guint i = 0; i < N_KEPT; i++)
        clear_kept(&kept[i]);
    g_free(kept);
}

static GPrivate all_kept = G_PRIVATE_INIT(free_kept);

Qr *
qr_new(const char *text, QrLevel level)
{
    Kept *kept = g_private_get(&all_kept);
    if (kept == NULL)
        g_private_set(&all_kept, kept = g_new0(Kept, N_KEPT));
    if (level == QR_QUARTILE && strlen(text) > QR_QUARTILE_BYTES)
        level = QR_MEDIUM;
    for (guint i = 0; i < N_KEPT; i++) {
        if (kept[i].qr == NULL || kept[i].level != level || strcmp(kept[i].text, text) != 0)
            continue;
        kept[i].qr->n_users++;
        return kept[i].qr;
    }
    Qr *qr = encode(text, level);
    if (qr == NULL)
        return NULL;
    clear_kept(&kept[N_KEPT - 1]);
    memmove(kept + 1, kept, (N_KEPT - 1) * sizeof *kept);
    kept[0] = (Kept){g_strdup(text), level, qr};
    qr->n_users++;
    return qr;
}

void
qr_free(Qr *qr)
{
    if (qr == NULL || --qr->n_users > 0)
        return;
    g_free(qr->runs);
    g_free(qr);
}
