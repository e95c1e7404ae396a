#include "base/deflate-rows.h"
#include "base/deflate.h"
#include "support/same-bytes.h"
#include <gio/gio.h>
#include <string.h>

/* What another program makes of the packed bytes is what went in. */
static void
check_unpacked(const GByteArray *packed, const guint8 *want, gsize len)
{
    g_autoptr(GZlibDecompressor) zlib = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
    g_autofree guint8 *got = g_malloc(len + 1);
    gsize read, written;
    g_autoptr(GError) error = NULL;
    GConverterResult result =
        g_converter_convert(G_CONVERTER(zlib), packed->data, packed->len, got, len + 1,
                            G_CONVERTER_INPUT_AT_END, &read, &written, &error);
    g_assert_no_error(error);
    g_assert_cmpint(result, ==, G_CONVERTER_FINISHED);
    g_assert_cmpuint(read, ==, packed->len);
    assert_same_bytes(got, written, want, len);
}

/* Returns the packed size. */
static guint
check_rows(const guint8 *bytes, gsize len, gsize stride)
{
    g_autoptr(GByteArray) packed = g_byte_array_new();
    deflate_rows_append(packed, bytes, len, stride);
    check_unpacked(packed, bytes, len);
    return packed->len;
}

typedef enum Kind { NOISE, FLAT, ROWS, SHAPES, RISING, RARE, N_KINDS } Kind;

static void
fill(GRand *rand, Kind kind, guint8 *bytes, gsize len, gsize stride)
{
    for (gsize i = 0; i < len; i++)
        switch (kind) {
        case NOISE:
            bytes[i] = (guint8)g_rand_int_range(rand, 0, 256);
            break;
        case FLAT:
            bytes[i] = 7;
            break;
        case ROWS:
            bytes[i] = i < stride ? (guint8)g_rand_int_range(rand, 0, 256) : bytes[i - stride];
            break;
        case SHAPES:
            bytes[i] = g_rand_int_range(rand, 0, 40) == 0 || i == 0
                           ? (guint8)g_rand_int_range(rand, 0, 5)
                           : bytes[i - 1];
            break;
        case RISING:
            bytes[i] = (guint8)(i * i >> 7);
            break;
        case RARE: /* counts that double: a tree deeper than codes may be long */
            bytes[i] = (guint8)(g_bit_storage(i + 1) * 9 + i % 2);
            break;
        case N_KINDS:
            break;
        }
}

static void
test_rows(void)
{
    static const gsize LENS[] = {0, 1, 2, 3, 4, 5, 31, 32, 33, 257, 258, 259, 300, 5600, 70000};
    static const gsize STRIDES[] = {1, 2, 3, 100, 1081, 32767, 32768, 32769, 60000};
    g_autoptr(GRand) rand = g_rand_new_with_seed(1);
    g_autofree guint8 *bytes = g_malloc(70000);
    for (Kind kind = NOISE; kind < N_KINDS; kind++)
        for (guint l = 0; l < G_N_ELEMENTS(LENS); l++)
            for (guint s = 0; s < G_N_ELEMENTS(STRIDES); s++) {
                fill(rand, kind, bytes, LENS[l], STRIDES[s]);
                check_rows(bytes, LENS[l], STRIDES[s]);
            }
}

/* More tokens than a block has, and counts that need the longest codes. */
static void
test_large(void)
{
    const gsize len = 3 << 20, stride = 1081;
    g_autoptr(GRand) rand = g_rand_new_with_seed(2);
    g_autofree guint8 *bytes = g_malloc(len);
    for (Kind kind = NOISE; kind < N_KINDS; kind++) {
        fill(rand, kind, bytes, len, stride);
        guint size = check_rows(bytes, len, stride);
        if (kind == FLAT)
            g_assert_cmpuint(size, <, len / 400);
        if (kind == ROWS)
            g_assert_cmpuint(size, <, len / 150);
        g_assert_cmpuint(size, <, len + len / 50);
    }
}

static void
test_zlib(void)
{
    static const char TEXT[] = "standar pelayanan, standar pelayanan, standar pelayanan";
    for (int level = 1; level <= 9; level++) {
        g_autoptr(GByteArray) packed = g_byte_array_new();
        deflate_append(packed, (const guint8 *)TEXT, sizeof TEXT, level);
        g_assert_cmpuint(packed->len, <, sizeof TEXT);
        check_unpacked(packed, (const guint8 *)TEXT, sizeof TEXT);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/deflate/rows", test_rows);
    g_test_add_func("/deflate/large", test_large);
    g_test_add_func("/deflate/zlib", test_zlib);
    return g_test_run();
}
