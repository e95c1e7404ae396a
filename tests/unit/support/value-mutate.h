/**
 * Mutations: texts that are nearly right, for the tests of the value grammars.
 *
 * mutate() changes a text by a few random edits (delete, double, swap, replace by
 * a piece the grammars know); random_bytes() makes UTF-8 or plain rubbish. The
 * generator has a fixed seed, so a failure comes back on every run.
 */
#pragma once
#include <glib.h>
#include <string.h>

enum { MUTATE_SEED = 20250218 };

static inline void
mutate(GRand *rand, GString *text)
{
    static const char *const pieces[] = {
        " ",        "(",
        ")",        "–",
        "-",        "/",
        ".",        ",",
        ":",        "±",
        "0",        "7",
        "14",       "999999999",
        "x",        "hari",
        " kerja ",  "menit",
        "s/d ",     "dua puluh ",
        "sejak ",   "tidak termasuk ",
        "@",        "www.",
        "https://", "Rp ",
        ".go.id",   "\xff",
        "\xe2\x80", "’",
        "selain ",  "atau lebih",
        "\n",       "<",
        ">",
    };
    for (gint32 n = g_rand_int_range(rand, 1, 5); n > 0; n--) {
        gint32 at = g_rand_int_range(rand, 0, (gint32)text->len + 1);
        gint32 len = g_rand_int_range(rand, 0, 6);
        len = MIN(len, (gint32)text->len - at);
        const char *piece = pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))];
        switch (g_rand_int_range(rand, 0, 4)) {
        case 0:
            g_string_erase(text, at, len);
            break;
        case 1: {
            g_autofree char *copy = g_strndup(text->str + at, (gsize)len);
            g_string_insert(text, g_rand_int_range(rand, 0, (gint32)text->len + 1), copy);
            break;
        }
        case 2:
            g_string_erase(text, at, len);
            g_string_insert(text, at, piece);
            break;
        case 3:
            g_string_insert(text, at, piece);
            break;
        }
    }
}

static inline void
random_bytes(GRand *rand, GString *text)
{
    g_string_truncate(text, 0);
    gboolean ascii = g_rand_boolean(rand);
    for (gint32 n = g_rand_int_range(rand, 0, 60); n > 0; n--)
        g_string_append_c(text,
                          (char)g_rand_int_range(rand, ascii ? 32 : 1, ascii ? 127 : 256));
}
