/*
 * Whatever is packed is unpacked the same by a reader that is not ours (zlib's, by way of GIO).
 */
#include "draw/png-pack.h"
#include "base/deflate.h"
#include "support/same-bytes.h"
#include <gio/gio.h>
#include <string.h>

static GByteArray *
unpack(const GByteArray *packed)
{
    g_autoptr(GZlibDecompressor) how = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
    g_autoptr(GInputStream) bytes =
        g_memory_input_stream_new_from_data(packed->data, packed->len, NULL);
    g_autoptr(GInputStream) plain = g_converter_input_stream_new(bytes, G_CONVERTER(how));
    GByteArray *out = g_byte_array_new();
    guint8 room[4096];
    g_autoptr(GError) error = NULL;
    for (gssize n; (n = g_input_stream_read(plain, room, sizeof room, NULL, &error)) > 0;)
        g_byte_array_append(out, room, (guint)n);
    g_assert_no_error(error);
    return out;
}

static gsize
check(const guint8 *bytes, gsize len, gsize row)
{
    g_autoptr(GByteArray) packed = g_byte_array_new(), twice = g_byte_array_new();
    png_pack(packed, bytes, len, row);
    png_pack(twice, bytes, len, row);
    assert_same_bytes(packed->data, packed->len, twice->data, twice->len);
    g_autoptr(GByteArray) back = unpack(packed);
    g_assert_cmpuint(back->len, ==, len);
    if (len > 0)
        assert_same_bytes(back->data, back->len, bytes, len);
    return packed->len;
}

static void
test_small(void)
{
    static const char *const texts[] = {"", "a", "aa", "aaa", "abab", "abcdefgh", "aaaaaaaaaaaaaaaaaaaaaaab"};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        for (gsize row = 1; row < 6; row++)
            check((const guint8 *)texts[i], strlen(texts[i]), row);
}

/* Every length and distance that has a symbol of its own, and those at the edges of each. */
static void
test_matches(void)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    for (guint length = 3; length < 300; length++) {
        guint at = bytes->len;
        for (guint i = 0; i < length; i++)
            g_byte_array_append(bytes, &(guint8){(guint8)g_rand_int(rand)}, 1);
        g_byte_array_append(bytes, &(guint8){0}, 1);
        g_autofree guint8 *copy = g_memdup2(bytes->data + at, length);
        g_byte_array_append(bytes, copy, length);
    }
    for (gsize row = 1; row <= 32768; row = row * 2 - (row > 4 ? 1 : 0))
        check(bytes->data, bytes->len, row);
    check(bytes->data, bytes->len, 32768);
}

/* Frequencies like Fibonacci's numbers make the deepest trees there are: deeper than a code may be long. */
static void
test_deep(void)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_autoptr(GRand) rand = g_rand_new_with_seed(3);
    for (guint i = 0, a = 1, b = 1; i < 24; i++, b += a, a = b - a)
        for (guint k = 0; k < b && k < 40000; k++)
            g_byte_array_append(bytes, &(guint8){(guint8)(i * 9)}, 1);
    for (guint i = bytes->len; i-- > 1;) {
        guint other = (guint)g_rand_int_range(rand, 0, (gint32)i + 1);
        guint8 byte = bytes->data[i];
        bytes->data[i] = bytes->data[other];
        bytes->data[other] = byte;
    }
    check(bytes->data, bytes->len, 100);
}

/* Rows as of a card: runs, rows like the one above, noise where letters are. */
static void
test_rows(void)
{
    enum { ROW = 301, N = 400 };
    g_autofree guint8 *bytes = g_malloc(ROW * N);
    g_autoptr(GRand) rand = g_rand_new_with_seed(11);
    for (guint y = 0; y < N; y++) {
        memset(bytes + (gsize)y * ROW, (int)(y / 40), ROW);
        for (guint x = 0; y > 0 && x < ROW && y % 3 > 0; x++)
            if ((x / 20) % 4 == 1)
                bytes[y * ROW + x] = y % 3 == 1 ? (guint8)g_rand_int_range(rand, 0, 12)
                                                : bytes[(y - 1) * ROW + x];
    }
    g_autoptr(GByteArray) general = g_byte_array_new();
    deflate_append(general, bytes, ROW * N, 1);
    gsize packed = check(bytes, ROW * N, ROW);
    g_assert_cmpuint(packed, <=, general->len * 5 / 4);
    for (guint i = 0; i < ROW * N; i++)
        bytes[i] = (guint8)g_rand_int(rand);
    check(bytes, ROW * N, ROW);
    memset(bytes, 5, ROW * N);
    g_assert_cmpuint(check(bytes, ROW * N, ROW), <, ROW * N / 100);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/png-pack/small", test_small);
    g_test_add_func("/png-pack/matches", test_matches);
    g_test_add_func("/png-pack/deep", test_deep);
    g_test_add_func("/png-pack/rows", test_rows);
    return g_test_run();
}
