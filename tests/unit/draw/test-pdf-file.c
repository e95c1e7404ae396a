#include "draw/pdf-file.h"
#include "support/same-bytes.h"
#include <gio/gio.h>
#include <string.h>

static void
test_numbers(void)
{
    static const struct {
        double value;
        guint decimals;
        const char *want;
    } ROWS[] = {
        {0, 2, "0"},         {1, 2, "1"},
        {-1, 0, "-1"},       {0.5, 1, ".5"},
        {-0.25, 2, "-.25"},  {1.005, 2, "1"},
        {12.34, 2, "12.34"}, {12.30, 2, "12.3"},
        {0.001, 2, "0"},     {-0.001, 2, "0"},
        {0.05, 3, ".05"},    {841.8898, 3, "841.89"},
        {1e6, 0, "1000000"}, {0.00283465, 9, ".00283465"},
        {99.999, 2, "100"},  {-1234.5678, 3, "-1234.568"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        pdf_append_number(out, ROWS[i].value, ROWS[i].decimals);
        g_assert_cmpstr(out->str, ==, ROWS[i].want);
    }
    g_autoptr(GString) out = g_string_new(NULL);
    pdf_append_int(out, G_MININT32);
    pdf_append_int(out, 0);
    pdf_append_reference(out, 71);
    g_assert_cmpstr(out->str, ==, "-2147483648071 0 R");
}

static void
test_texts(void)
{
    static const char *const ROWS[][2] = {
        {"", "()"},
        {"Dinas Sosial", "(Dinas Sosial)"},
        {"a(b)c\\", "(a\\(b\\)c\\\\)"},
        {"5\xC2\xA0hari", "<FEFF003500A0006800610072"
                          "0069>"},
        {"a\nb", "<FEFF0061000A0062>"},
        {"\xF0\x9F\x98\x80", "<FEFFD83DDE00>"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        pdf_append_text(out, ROWS[i][0], strlen(ROWS[i][0]));
        g_assert_cmpstr(out->str, ==, ROWS[i][1]);
    }
    g_autoptr(GString) out = g_string_new(NULL);
    pdf_append_bytes(out, "\r\n\0(", 4);
    g_assert_cmpuint(out->len, ==, 8);
    g_assert_cmpint(memcmp(out->str, "(\\r\n\0\\()", 8), ==, 0);
}

/* ---- a small file, read as a reader of PDF does ---- */

static const guint8 BINARY[] = "\1>>\nendobj\n\2endstream\r\3";

static GByteArray *
small_file(void)
{
    GByteArray *out = g_byte_array_new();
    g_byte_array_append(out, (const guint8 *)"before", 6);
    PdfFile file;
    pdf_file_init(&file, out);
    guint root = pdf_file_number(&file), info = pdf_file_number(&file),
          plain = pdf_file_number(&file), packed = pdf_file_number(&file);
    g_autoptr(GString) first = g_string_new("<</Type/Catalog>>"),
                       second = g_string_new("<</Title(x)>>");
    pdf_file_stream(&file, plain, &(PdfStream){PDF_PLAIN, "/A/B", BINARY, sizeof BINARY});
    pdf_file_object(&file, info, second);
    pdf_file_stream(&file, packed, &(PdfStream){PDF_PACK, "", BINARY, sizeof BINARY});
    pdf_file_object(&file, root, first);
    pdf_file_finish(&file, root, info);
    pdf_file_clear(&file);
    return out;
}

static GByteArray *
unpack(const char *data, gsize len)
{
    GByteArray *out = g_byte_array_new();
    gsize read, written;
    g_autoptr(GZlibDecompressor) zlib = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
    g_byte_array_set_size(out, 65536);
    g_assert_cmpint(g_converter_convert(G_CONVERTER(zlib), data, len, out->data, out->len,
                                        G_CONVERTER_INPUT_AT_END, &read, &written, NULL),
                    ==, G_CONVERTER_FINISHED);
    g_assert_cmpuint(read, ==, len);
    g_byte_array_set_size(out, (guint)written);
    return out;
}

/* The stream that begins at "N 0 obj", unpacked, once its head is as wanted. */
static GByteArray *
stream_at(const GByteArray *file, gsize at, const char *head)
{
    const char *bytes = (const char *)file->data + at;
    gsize n = strlen(head);
    g_autofree char *begins = g_strndup(bytes, n);
    g_assert_cmpstr(begins, ==, head);
    gsize len = (gsize)g_ascii_strtoull(bytes + n, NULL, 10);
    const char *data = strstr(bytes + n, ">>\nstream\n") + 10;
    g_assert_cmpint(memcmp(data + len, "\nendstream\nendobj\n", 18), ==, 0);
    if (strstr(head, "/Filter/FlateDecode") != NULL)
        return unpack(data, len);
    GByteArray *plain = g_byte_array_new();
    return g_byte_array_append(plain, (const guint8 *)data, (guint)len);
}

static gsize
table_at(const GByteArray *file)
{
    const char *end = (const char *)file->data + file->len, *at = end - 30;
    g_assert_cmpint(memcmp(end - 6, "%%EOF\n", 6), ==, 0);
    while (memcmp(at, "startxref\n", 10) != 0)
        at++;
    return (gsize)g_ascii_strtoull(at + 10, NULL, 10);
}

static void
test_file(void)
{
    g_autoptr(GByteArray) whole = small_file(), file = g_byte_array_new();
    g_assert_cmpint(memcmp(whole->data, "before%PDF-1.5\n%", 16), ==, 0);
    g_byte_array_append(file, whole->data + 6, whole->len - 6);
    gsize table = table_at(file);
    /* The identifier is of the content: 32 digits, twice. */
    g_autofree char *head = g_strdup((const char *)file->data + table);
    char *id = strstr(head, "/ID[<");
    g_assert_nonnull(id);
    g_assert_cmpint(memcmp(id + 5, id + 39, 32), ==, 0);
    memset(id + 5, '0', 32);
    memset(id + 39, '0', 32);
    *strstr(head, ">>\nstream") = '\0';
    *strrchr(head, 'h') = '\0';
    g_assert_cmpstr(head, ==,
                    "6 0 obj\n<</Type/XRef/Size 7/W[1 4 3]/Root 1 0 R/Info 2 0 R"
                    "/ID[<00000000000000000000000000000000><00000000000000000000000000000000>]"
                    "/Filter/FlateDecode/Lengt");
    g_autofree char *real = g_strndup((const char *)file->data + table, strlen(head) + 2);
    g_autoptr(GByteArray) rows = stream_at(file, table, real);
    g_assert_cmpuint(rows->len, ==, 7 * 8);
    const guint8 *row = rows->data;
    /* Numbers 1 and 2 are the second and first of the object stream 5; nothing is number 0. */
    const guint8 want[3][8] = {{0}, {2, 0, 0, 0, 5, 0, 0, 1}, {2, 0, 0, 0, 5, 0, 0, 0}};
    g_assert_cmpint(memcmp(row, want, sizeof want), ==, 0);
    static const char *const HEADS[] = {
        "3 0 obj\n<</A/B/Length ", "4 0 obj\n<</Filter/FlateDecode/Length ",
        "5 0 obj\n<</Type/ObjStm/N 2/First 9/Filter/FlateDecode/Length "};
    static const char OBJECTS[] = "2 0 1 14 <</Title(x)>>\n<</Type/Catalog>>\n";
    for (guint i = 0; i < 3; i++) {
        const guint8 *place = row + (3 + i) * 8;
        g_assert_cmpuint(place[0], ==, 1);
        g_autoptr(GByteArray) got =
                      stream_at(file, (gsize)place[3] << 8 | (gsize)place[4], HEADS[i]);
        if (i < 2)
            assert_same_bytes(got->data, got->len, BINARY, sizeof BINARY);
        else
            assert_same_bytes(got->data, got->len, (const guint8 *)OBJECTS, sizeof OBJECTS - 1);
    }
}

static void
test_same_bytes(void)
{
    g_autoptr(GByteArray) one = small_file(), other = small_file();
    assert_same_bytes(one->data, one->len, other->data, other->len);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pdf-file/numbers", test_numbers);
    g_test_add_func("/pdf-file/texts", test_texts);
    g_test_add_func("/pdf-file/file", test_file);
    g_test_add_func("/pdf-file/same-bytes", test_same_bytes);
    return g_test_run();
}
