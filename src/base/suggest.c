#include "base/suggest.h"
#include <string.h>

enum { MAX_WORD = 64 };

static guint
allowed_changes(gsize len)
{
    return len <= 4 ? 1 : len <= 8 ? 2 : 3;
}

/*
 * Changes between two words of at most MAX_WORD bytes, swapped neighbours counting once; anything
 * above `limit` when there are more. Only cells within `limit` of the diagonal can hold less.
 */
static guint
distance(const char *a, gsize a_len, const char *b, gsize b_len, guint limit)
{
    guint rows[3][MAX_WORD + 1];
    guint *before = rows[0], *last = rows[1], *row = rows[2], least_before = 0;
    for (gsize j = 0; j <= b_len; j++)
        row[j] = (guint)j;
    for (gsize i = 1; i <= a_len; i++) {
        gsize from = i > limit ? i - limit : 1, to = MIN(b_len, i + limit);
        guint *oldest = before, least = limit + 1;
        before = last;
        last = row;
        row = oldest;
        row[from - 1] = from == 1 ? (guint)i : limit + 1;
        for (gsize j = from; j <= to; j++) {
            gboolean same = g_ascii_tolower(a[i - 1]) == g_ascii_tolower(b[j - 1]);
            guint best = last[j - 1] + !same;
            best = MIN(best, last[j] + 1);
            best = MIN(best, row[j - 1] + 1);
            if (i > 1 && j > 1 && g_ascii_tolower(a[i - 1]) == g_ascii_tolower(b[j - 2]) &&
                g_ascii_tolower(a[i - 2]) == g_ascii_tolower(b[j - 1]))
                best = MIN(best, before[j - 2] + 1);
            row[j] = best;
            least = MIN(least, best);
        }
        if (to < b_len)
            row[to + 1] = limit + 1;
        if (MIN(least, least_before) > limit)
            return limit + 1;
        least_before = least;
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
        guint found = distance(word, len, candidates[i], other, best - 1);
        if (found < best) {
            best = found;
            nearest = candidates[i];
        }
    }
    return nearest;
}
