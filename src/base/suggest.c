#include "base/suggest.h"
#include <string.h>

enum { MAX_WORD = 64 };

static guint
allowed_changes(gsize len)
{
    return len <= 4 ? 1 : len <= 8 ? 2 : 3;
}

/* Changes between two words, swapped neighbours counting once; both at most MAX_WORD bytes. */
static guint
distance(const char *a, gsize a_len, const char *b, gsize b_len)
{
    guint rows[3][MAX_WORD + 1];
    guint *before = rows[0], *last = rows[1], *row = rows[2];
    for (gsize j = 0; j <= b_len; j++)
        row[j] = (guint)j;
    for (gsize i = 1; i <= a_len; i++) {
        guint *oldest = before;
        before = last;
        last = row;
        row = oldest;
        row[0] = (guint)i;
        char from = g_ascii_tolower(a[i - 1]);
        for (gsize j = 1; j <= b_len; j++) {
            char to = g_ascii_tolower(b[j - 1]);
            guint best = last[j - 1] + (from != to);
            best = MIN(best, last[j] + 1);
            best = MIN(best, row[j - 1] + 1);
            if (i > 1 && j > 1 && from == g_ascii_tolower(b[j - 2]) &&
                g_ascii_tolower(a[i - 2]) == to)
                best = MIN(best, before[j - 2] + 1);
            row[j] = best;
        }
    }
    return row[b_len];
}

const char *
suggest_word(const char *word, const char *const *candidates, gsize n_candidates)
{
    gsize len = strnlen(word, MAX_WORD + 1);
    guint best = allowed_changes(len) + 1;
    const char *nearest = NULL;
    if (len == 0 || len > MAX_WORD)
        return NULL;
    for (gsize i = 0; i < n_candidates; i++) {
        if (candidates[i] == NULL)
            continue;
        gsize other = strnlen(candidates[i], MAX_WORD + 1);
        if (other > MAX_WORD || (other > len ? other - len : len - other) >= best)
            continue;
        guint found = distance(word, len, candidates[i], other);
        if (found < best) {
            best = found;
            nearest = candidates[i];
        }
    }
    return nearest;
}
