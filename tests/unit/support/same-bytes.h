/**
 * Two stretches of memory, compared whole; g_assert_cmpmem() does not survive -Wconversion.
 */
#pragma once
#include <glib.h>
#include <string.h>

static inline void
assert_same_bytes(gconstpointer a, gsize a_len, gconstpointer b, gsize b_len)
{
    g_assert_cmpuint(a_len, ==, b_len);
    g_assert_true(memcmp(a, b, a_len) == 0);
}
