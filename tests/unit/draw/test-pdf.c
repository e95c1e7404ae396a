#include "draw/pdf-scan.h"
#include "draw/pdf.h"
#include "support/same-bytes.h"
#include <gio/gio.h>
#include <string.h>

/* The plain layout cairo writes, in small: a catalogue, a page, a figure, a link, a stream whose
 * length stands apart, a font in a standard encoding and its map to Unicode. */
static const char *const OBJECTS[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
    "<< /Type /Page % 1\n /Parent 2 0 R /MediaBox [ 0 0 100 200 ] >>",
    "<< /Type /StructElem /S /Figure /K 0 >>",
    "<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://a.go.id/\\(x\\)) >> >>",
    "<< /Length 8 0 R >>\nstream\n\1>>\nendobj\n\2\3\nendstream",
    "<< /Producer (cairo >> /Type /Page \nstream\n) >>",
    "13",
    "<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /ToUnicode 10 0 R >>",
    "<< /Length 4 >>\nstream\nABCD\nendstream",
};
enum { N_OBJECTS = G_N_ELEMENTS(OBJECTS), STREAM = 6, LENGTH = 8, FONT = 9, MAP = 10 };

static GByteArray *
small_pdf(void)
{
    GByteArray *file = g_byte_array_new();
    gsize at[N_OBJECTS + 1];
    g_byte_array_append(file, (const guint8 *)"%PDF-1.4\n", 9);
    for (guint i = 0; i < N_OBJECTS; i++) {
        g_autofree char *object = g_strdup_printf("%u 0 obj\n%s\nendobj\n", i + 1, OBJECTS[i]);
        at[i + 1] = file->len;
        g_byte_array_append(file, (const guint8 *)object, (guint)strlen(object));
    }
    g_autoptr(GString) table = g_string_new(NULL);
    g_string_append_printf(table, "xref\n0 %u\n0000000000 65535 f \n", N_OBJECTS + 1);
    for (guint i = 1; i <= N_OBJECTS; i++)
        g_string_append_printf(table, "%010" G_GSIZE_FORMAT " 00000 n \n", at[i]);
    g_string_append_printf(
        table,
        "trailer\n<< /Size %u\n   /Root 1 0 R\n   /Info 7 0 R\n>>\nstartxref\n%u\n"
        "%%%%EOF\n",
        N_OBJECTS + 1, file->len);
    g_byte_array_append(file, (const guint8 *)table->str, (guint)table->len);
    return file;
}

static const char *const FIGURES[] = {"Logo é"};
static const PdfExtras EXTRAS = {
    .lang = "id-ID",
    .title = "Data <dan> Informasi",
    .author = "Dinas & Badan",
    .date = "2025-06-14T00:00:00Z",
    .trim_inset = 10,
    .bleed_inset = 1.5,
    .figures = FIGURES,
    .n_figures = 1,
};

static GByteArray *
rewritten(void)
{
    g_autoptr(GByteArray) file = small_pdf();
    g_autoptr(GError) error = NULL;
    GByteArray *out = g_byte_array_new();
    gboolean done = pdf_rewrite(file, &EXTRAS, out, &error);
    g_assert_no_error(error);
    g_assert_true(done);
    return out;
}

static gsize
number_of(PdfSpan dictionary, const char *key)
{
    PdfSpan value = pdf_get(dictionary, key);
    g_assert_nonnull(value.at);
    return (gsize)g_ascii_strtoull(value.at, NULL, 10);
}

/* The stream that begins at "N 0 obj", unpacked. */
static GByteArray *
unpack(const char *at, const char *end, PdfSpan *dictionary)
{
    const char *begin = strchr(at, '<');
    *dictionary = (PdfSpan){begin, (gsize)(end - begin)};
    const char *data = strstr(begin, "\nstream\n") + 8;
    gsize len = number_of(*dictionary, "/Length"), read, written;
    GByteArray *out = g_byte_array_new();
    g_autoptr(GZlibDecompressor) zlib = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
    g_byte_array_set_size(out, 65536);
    g_assert_cmpint(g_converter_convert(G_CONVERTER(zlib), data, len, out->data, out->len,
                                        G_CONVERTER_INPUT_AT_END, &read, &written, NULL),
                    ==, G_CONVERTER_FINISHED);
    g_assert_cmpuint(read, ==, len);
    g_assert_true(g_str_has_prefix(data + len, "\nendstream\nendobj\n"));
    g_byte_array_set_size(out, (guint)written);
    return out;
}

/* What the table says of object `number`, read as a reader of PDF does. */
static char *
read_object(const GByteArray *file, guint number)
{
    g_autofree char *bytes = g_malloc0(file->len + 1);
    memcpy(bytes, file->data, file->len);
    const char *end = bytes + file->len;
    PdfSpan table, packed;
    const char *start = bytes;
    for (const char *at = bytes; at + 10 < end; at++)
        if (memcmp(at, "startxref\n", 10) == 0)
            start = at;
    const char *at = bytes + g_ascii_strtoull(start + 10, NULL, 10);
    g_autoptr(GByteArray) rows = unpack(at, end, &table);
    g_assert_cmpuint(rows->len, ==, 8 * number_of(table, "/Size"));
    const guint8 *row = rows->data + number * 8;
    gsize place =
        (gsize)row[1] << 24 | (gsize)row[2] << 16 | (gsize)row[3] << 8 | (gsize)row[4];
    if (row[0] == 0)
        return NULL;
    if (row[0] == 1) {
        g_autofree char *head = g_strdup_printf("%u 0 obj\n", number);
        g_assert_true(g_str_has_prefix(bytes + place, head));
        return g_strndup(bytes + place, (gsize)(end - bytes) - place);
    }
    const guint8 *stream_row = rows->data + place * 8;
    gsize stream_at = (gsize)stream_row[3] << 8 | (gsize)stream_row[4];
    g_autoptr(GByteArray) objects = unpack(bytes + stream_at, end, &packed);
    g_byte_array_append(objects, (const guint8 *)"", 1);
    const char *pair = (const char *)objects->data;
    for (guint skip = 2 * row[7]; skip > 0; skip--)
        pair = strchr(pair, ' ') + 1;
    char *rest;
    g_assert_cmpuint(g_ascii_strtoull(pair, &rest, 10), ==, number);
    gsize offset = number_of(packed, "/First") + (gsize)g_ascii_strtoull(rest, NULL, 10);
    const char *object = (const char *)objects->data + offset;
    const char *next = strstr(object, "\n<<");
    return g_strndup(object, next != NULL ? (gsize)(next - object) : strlen(object));
}

static void
assert_object(const GByteArray *file, guint number, const char *want)
{
    g_autofree char *object = read_object(file, number);
    g_assert_nonnull(object);
    if (strstr(object, want) == NULL)
        g_error("object %u has no %s but is %.200s", number, want, object);
}

static void
test_extras(void)
{
    g_autoptr(GByteArray) file = rewritten();
    assert_object(file, 1,
                  "<< /Type /Catalog /Pages 2 0 R  /Lang (id-ID) /ViewerPreferences "
                  "<< /DisplayDocTitle true >> /Metadata 11 0 R >>");
    assert_object(file, 3,
                  "/MediaBox [ 0 0 100 200 ]  /TrimBox [ 10.000 10.000 90.000 190.000 ] "
                  "/BleedBox [ 1.500 1.500 98.500 198.500 ] >>");
    assert_object(file, 4, "/K 0  /Alt <FEFF004C006F0067006F002000E9> >>");
    assert_object(file, 5, " /Contents (https://a.go.id/\\(x\\)) >>");
    assert_object(file, 11, "Data &lt;dan&gt; Informasi");
    assert_object(file, 11, "Dinas &amp; Badan");
    assert_object(file, 11, "<xmp:CreateDate>2025-06-14T00:00:00Z</xmp:CreateDate>");
}

/* Streams as they were; what only told their length or said nothing new is gone. */
static void
test_objects(void)
{
    g_autoptr(GByteArray) file = rewritten();
    assert_object(file, STREAM,
                  "<< /Length 13 >>\nstream\n\1>>\nendobj\n\2\3\nendstream\nendobj\n");
    assert_object(file, 7, "<< /Producer (cairo >> /Type /Page ");
    assert_object(file, FONT, "/Encoding /WinAnsiEncoding /ToUnicode null >>");
    g_assert_null(read_object(file, 0));
    g_assert_null(read_object(file, LENGTH));
    g_assert_null(read_object(file, MAP));
}

/* Keys of the dictionary itself, whatever its strings and inner dictionaries say. */
static void
test_get(void)
{
    static const char *const ROWS[][3] = {
        {"<< /A 1 >>", "/A", "1"},
        {"<</A/B/C<</D(x)>>/E[1 2]>>", "/C", "<</D(x)>>"},
        {"<</A/B/C<</D(x)>>/E[1 2]>>", "/D", NULL},
        {"<</A/B/C<</D(x)>>/E[1 2]>>", "/E", "[1 2]"},
        {"<< /A (\\) /B 1) /B 2 >>", "/B", "2"},
        {"<< /A (( /B 1)) /B 2 >>", "/B", "2"},
        {"<< /A 12 0 R /B <FE> /C true >>", "/A", "12 0 R"},
        {"<< /A 12 0 R /B <FE> /C true >>", "/B", "<FE>"},
        {"<< /A 12 0 R /B <FE> /C true >>", "/C", "true"},
        {"<< % /A 1\n /A 2 >>", "/A", "2"},
        {"<< /AB 1 >>", "/A", NULL},
        {"[ /A 1 ]", "/A", NULL},
        {"<< /A", "/A", ""},
        {"<< /A (", "/B", NULL},
        {"", "/A", NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        PdfSpan got = pdf_get((PdfSpan){ROWS[i][0], strlen(ROWS[i][0])}, ROWS[i][1]);
        g_autofree char *text = got.at != NULL ? g_strndup(got.at, got.len) : NULL;
        g_assert_cmpstr(text, ==, ROWS[i][2]);
    }
}

static void
test_same_bytes(void)
{
    g_autoptr(GByteArray) one = rewritten(), other = rewritten();
    assert_same_bytes(one->data, one->len, other->data, other->len);
}

/* Anything but the known layout is an error, never a guess or a crash. */
static void
test_damaged(void)
{
    g_autoptr(GByteArray) whole = small_pdf();
    for (guint len = 0; len < whole->len - 1; len += 3) {
        g_autoptr(GByteArray) cut = g_byte_array_new(), out = g_byte_array_new();
        g_autoptr(GError) error = NULL;
        g_byte_array_append(cut, whole->data, len);
        if (pdf_rewrite(cut, &EXTRAS, out, &error))
            g_assert_cmpuint(len, >, whole->len - 8);
        else
            g_assert_error(error, PDF_ERROR, PDF_ERROR_STRUCTURE);
    }
    g_autoptr(GRand) rand = g_rand_new_with_seed(1);
    for (guint i = 0; i < 6000; i++) {
        g_autoptr(GByteArray) changed = small_pdf(), out = g_byte_array_new();
        for (guint k = 0; k < 3; k++)
            changed->data[g_rand_int_range(rand, 0, (gint32)changed->len)] =
                (guint8)g_rand_int_range(rand, 0, 256);
        pdf_rewrite(changed, &EXTRAS, out, NULL);
    }
}

static void
test_counts(void)
{
    PdfExtras none = EXTRAS, many = EXTRAS;
    g_autoptr(GByteArray) file = small_pdf(), out = g_byte_array_new();
    none.n_figures = 0;
    many.n_figures = 2;
    g_assert_false(pdf_rewrite(file, &none, out, NULL));
    g_assert_false(pdf_rewrite(file, &many, out, NULL));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pdf/extras", test_extras);
    g_test_add_func("/pdf/objects", test_objects);
    g_test_add_func("/pdf/get", test_get);
    g_test_add_func("/pdf/same-bytes", test_same_bytes);
    g_test_add_func("/pdf/damaged", test_damaged);
    g_test_add_func("/pdf/counts", test_counts);
    return g_test_run();
}
