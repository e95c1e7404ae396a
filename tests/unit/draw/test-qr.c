#include "draw/qr.h"
#include "support/same-bytes.h"

static void
test_sizes(void)
{
    static const struct {
        guint len;
        QrLevel level;
        guint n_modules; /* 17 + 4 × version, from the standard's capacity table for bytes */
    } ROWS[] = {
        {11, QR_QUARTILE, 21},  {12, QR_QUARTILE, 25}, {60, QR_QUARTILE, 37},
        {61, QR_QUARTILE, 33},  {84, QR_QUARTILE, 37}, {106, QR_QUARTILE, 41},
        {14, QR_MEDIUM, 21},    {15, QR_MEDIUM, 25},   {106, QR_MEDIUM, 41},
        {2331, QR_MEDIUM, 177},
    };
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_autofree char *text = g_strnfill(ROWS[i].len, 'a');
        g_autoptr(Qr) qr = qr_new(text, ROWS[i].level);
        g_assert_nonnull(qr);
        g_assert_cmpuint(qr->n_modules, ==, ROWS[i].n_modules);
    }
}

/* What is reckoned without making the code is what the library makes. */
static void
test_count(void)
{
    for (guint level = QR_MEDIUM; level <= QR_QUARTILE; level++)
        for (guint len = 1; len <= 2331; len += len < 500 ? 1 : 13) {
            g_autofree char *text = g_strnfill(len, 'a');
            g_autoptr(Qr) qr = qr_new(text, (QrLevel)level);
            g_assert_cmpuint(qr_count_modules(len, (QrLevel)level), ==, qr->n_modules);
        }
    g_assert_cmpuint(qr_count_modules(2332, QR_MEDIUM), ==, 0);
}

static void
test_too_long(void)
{
    g_autofree char *text = g_strnfill(2332, 'a');
    g_assert_null(qr_new(text, QR_MEDIUM));
}

/* Runs lie inside, in order, never touching, and draw the three finder patterns. */
static void
test_runs(void)
{
    static const char FINDER[7][8] = {"#######", "#.....#", "#.###.#", "#.###.#",
                                      "#.###.#", "#.....#", "#######"};
    g_autoptr(Qr) qr = qr_new("https://contoh.go.id/a.html", QR_QUARTILE);
    guint n = qr->n_modules;
    g_autofree char *map = g_strnfill(n * n, '.');
    guint last_y = 0, last_end = 0;
    for (guint i = 0; i < qr->n_runs; i++) {
        const QrRun *run = &qr->runs[i];
        g_assert_cmpuint(run->w, >, 0);
        g_assert_cmpuint(run->x + run->w, <=, n);
        g_assert_cmpuint(run->y, <, n);
        g_assert_true(i == 0 || run->y > last_y || (run->y == last_y && run->x > last_end));
        memset(map + run->y * n + run->x, '#', run->w);
        last_y = run->y;
        last_end = run->x + run->w;
    }
    for (guint y = 0; y < 7; y++) {
        assert_same_bytes(map + y * n, 7, FINDER[y], 7);
        assert_same_bytes(map + y * n + n - 7, 7, FINDER[y], 7);
        assert_same_bytes(map + (y + n - 7) * n, 7, FINDER[y], 7);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/qr/sizes", test_sizes);
    g_test_add_func("/qr/count", test_count);
    g_test_add_func("/qr/too-long", test_too_long);
    g_test_add_func("/qr/runs", test_runs);
    return g_test_run();
}
