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

typedef enum Kind { NOISE, FLAT, ROWS, N_KINDS } Kind;

static void
fill(GRand *rand, Kind kind, guint8 *bytes, gsize len)
{
    const gsize stride = 1081;
    for (gsize i = 0; i < len; i++)
        if (kind == NOISE || (kind == ROWS && i < stride))
            bytes[i] = (guint8)g_rand_int_range(rand, 0, 256);
        else
            bytes[i] = kind == ROWS ? bytes[i - stride] : 7;
}

/* Whatever the bytes are, and at every level; what cannot be packed hardly grows. */
static void
test_kinds(void)
{
    static const gsize LENS[] = {0, 1, 2, 3, 258, 259, 5600, 70000, 3 << 20};
    g_autoptr(GRand) rand = g_rand_new_with_seed(1);
    g_autofree guint8 *bytes = g_malloc(3 << 20);
    for (Kind kind = NOISE; kind < N_KINDS; kind++)
        for (guint l = 0; l < G_N_ELEMENTS(LENS); l++) {
            gsize len = LENS[l];
            fill(rand, kind, bytes, len);
            for (int level = 1; level <= (len > 100000 ? 1 : 12); level++) {
                g_autoptr(GByteArray) packed = g_byte_array_new();
                g_byte_array_append(packed, (const guint8 *)"before", 6);
                deflate_append(packed, bytes, len, level);
                g_assert_cmpint(memcmp(packed->data, "before", 6), ==, 0);
                g_byte_array_remove_range(packed, 0, 6);
                check_unpacked(packed, bytes, len);
                g_assert_cmpuint(packed->len, <=, len + len / 1000 + 16);
                if (kind != NOISE && len > 3000)
                    g_assert_cmpuint(packed->len, <, 1200 + len / 150);
            }
        }
}

/* RFC 1952, 8: the check of "123456789" is known to everybody, in one go or several. */
static void
test_crc(void)
{
    const guint8 *digits = (const guint8 *)"123456789";
    g_assert_cmpuint(deflate_crc(0, digits, 9), ==, 0xCBF43926);
    g_assert_cmpuint(deflate_crc(deflate_crc(0, digits, 4), digits + 4, 5), ==, 0xCBF43926);
    g_assert_cmpuint(deflate_crc(0xCBF43926, NULL, 0), ==, 0xCBF43926);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/deflate/kinds", test_kinds);
    g_test_add_func("/deflate/crc", test_crc);
    return g_test_run();
}
