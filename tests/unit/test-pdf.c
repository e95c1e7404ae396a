#include "render/pdf.h"
#include "same-bytes.h"

/* The plain layout cairo writes, in small: a catalogue, a page, a figure and a link. */
static GByteArray *
small_pdf(void)
{
    static const char *const OBJECTS[] = {
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
        "<< /Type /Page % 1\n /Parent 2 0 R /MediaBox [ 0 0 100 200 ] >>",
        "<< /Type /StructElem /S /Figure /K 0 >>",
        "<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://a.go.id/\\(x\\)) >> >>",
        "<< /Length 6 >>\nstream\n\0>>\1\2\3\nendstream",
        "<< /Producer (cairo) >>",
    };
    GByteArray *file = g_byte_array_new();
    gsize at[G_N_ELEMENTS(OBJECTS) + 1];
    g_byte_array_append(file, (const guint8 *)"%PDF-1.4\n", 9);
    for (guint i = 0; i < G_N_ELEMENTS(OBJECTS); i++) {
        char head[32];
        int len = g_snprintf(head, sizeof head, "%u 0 obj\n", i + 1);
        gsize body = i == 5 ? 40 : strlen(OBJECTS[i]);
        at[i + 1] = file->len;
        g_byte_array_append(file, (const guint8 *)head, (guint)len);
        g_byte_array_append(file, (const guint8 *)OBJECTS[i], (guint)body);
        g_byte_array_append(file, (const guint8 *)"\nendobj\n", 8);
    }
    g_autoptr(GString) table = g_string_new("xref\n0 8\n0000000000 65535 f \n");
    for (guint i = 1; i <= G_N_ELEMENTS(OBJECTS); i++)
        g_string_append_printf(table, "%010" G_GSIZE_FORMAT " 00000 n \n", at[i]);
    g_string_append_printf(
        table,
        "trailer\n<< /Size 8\n   /Root 1 0 R\n   /Info 7 0 R\n>>\nstartxref\n%u\n"
        "%%%%EOF\n",
        file->len);
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

static gboolean
contains(const GByteArray *file, const char *text)
{
    for (guint i = 0; i + strlen(text) <= file->len; i++)
        if (memcmp(file->data + i, text, strlen(text)) == 0)
            return TRUE;
    g_test_message("missing: %s", text);
    return FALSE;
}

static void
test_update(void)
{
    static const char *const WANTED[] = {
        "/Lang (id-ID) /ViewerPreferences << /DisplayDocTitle true >> /Metadata 8 0 R",
        "/TrimBox [ 10.000 10.000 90.000 190.000 ] /BleedBox [ 1.500 1.500 98.500 198.500 ]",
        "/Alt <FEFF004C006F0067006F002000E9>",
        "/Contents (https://a.go.id/\\(x\\))",
        "Data &lt;dan&gt; Informasi",
        "Dinas &amp; Badan",
        "<xmp:CreateDate>2025-06-14T00:00:00Z</xmp:CreateDate>",
        "/Size 9 /Root 1 0 R /Info 7 0 R /Prev ",
        " /ID [<",
    };
    g_autoptr(GByteArray) file = small_pdf(), old = small_pdf();
    g_autoptr(GError) error = NULL;
    gboolean done = pdf_update(file, &EXTRAS, &error);
    g_assert_no_error(error);
    g_assert_true(done);
    assert_same_bytes(file->data, old->len, old->data, old->len);
    for (guint i = 0; i < G_N_ELEMENTS(WANTED); i++)
        g_assert_true(contains(file, WANTED[i]));
}

/* Every offset of the new table leads to the object it names. */
static void
test_offsets(void)
{
    g_autoptr(GByteArray) file = small_pdf();
    g_assert_true(pdf_update(file, &EXTRAS, NULL));
    g_byte_array_append(file, (const guint8 *)"", 1);
    const char *bytes = (const char *)file->data, *at = NULL;
    for (guint i = 0; i + 10 < file->len; i++)
        if (memcmp(bytes + i, "startxref\n", 10) == 0)
            at = bytes + i + 10;
    at = bytes + g_ascii_strtoull(at, NULL, 10);
    g_assert_true(g_str_has_prefix(at, "xref\n0 1\n0000000000 65535 f \n"));
    guint n = 0;
    for (at += 29; !g_str_has_prefix(at, "trailer"); at = strchr(at, '\n') + 1, n++) {
        char *rest;
        guint64 number = g_ascii_strtoull(at, &rest, 10);
        at = strchr(at, '\n') + 1;
        g_autofree char *head = g_strdup_printf("%" G_GUINT64_FORMAT " 0 obj\n", number);
        g_assert_true(g_str_has_prefix(bytes + g_ascii_strtoull(at, NULL, 10), head));
    }
    g_assert_cmpuint(n, ==, 5); /* page, figure, link, catalogue, metadata */
}

static void
test_same_bytes(void)
{
    g_autoptr(GByteArray) one = small_pdf(), other = small_pdf();
    g_assert_true(pdf_update(one, &EXTRAS, NULL));
    g_assert_true(pdf_update(other, &EXTRAS, NULL));
    assert_same_bytes(one->data, one->len, other->data, other->len);
}

/* Anything but the known layout is an error, never a guess or a crash. */
static void
test_damaged(void)
{
    g_autoptr(GByteArray) whole = small_pdf();
    for (guint len = 0; len < whole->len - 1; len += 3) {
        g_autoptr(GByteArray) cut = g_byte_array_new();
        g_autoptr(GError) error = NULL;
        g_byte_array_append(cut, whole->data, len);
        if (pdf_update(cut, &EXTRAS, &error))
            g_assert_cmpuint(len, >, whole->len - 8);
        else
            g_assert_error(error, PDF_ERROR, PDF_ERROR_STRUCTURE);
    }
    g_autoptr(GRand) rand = g_rand_new_with_seed(1);
    for (guint i = 0; i < 3000; i++) {
        g_autoptr(GByteArray) changed = small_pdf();
        for (guint k = 0; k < 3; k++)
            changed->data[g_rand_int_range(rand, 0, (gint32)changed->len)] =
                (guint8)g_rand_int_range(rand, 0, 256);
        pdf_update(changed, &EXTRAS, NULL);
    }
}

static void
test_counts(void)
{
    PdfExtras none = EXTRAS, many = EXTRAS;
    g_autoptr(GByteArray) file = small_pdf(), other = small_pdf();
    none.n_figures = 0;
    many.n_figures = 2;
    g_assert_false(pdf_update(file, &none, NULL));
    g_assert_false(pdf_update(other, &many, NULL));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pdf/update", test_update);
    g_test_add_func("/pdf/offsets", test_offsets);
    g_test_add_func("/pdf/same-bytes", test_same_bytes);
    g_test_add_func("/pdf/damaged", test_damaged);
    g_test_add_func("/pdf/counts", test_counts);
    return g_test_run();
}
