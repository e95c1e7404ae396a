/*
 * Import: shapes of SIPPN's exports and the charters they become, whole; the five seeds word for word;
 * YAML that reads back as it was; and texts nobody would write.
 *
 * IMPORT_RUNS sets the number of random texts; a failing one is repeated by its seed.
 */
#include "base/chars.h"
#include "import/draft.h"
#include "import/emit.h"
#include "import/entries.h"
#include "import/from-text.h"
#include "import/list-mark.h"
#include "model/fields.h"
#include "text/yaml.h"
#include <glib/gstdio.h>
#include <string.h>

/* The charter of a text, or the tags of what was found. */
static char *
imported(const char *text, gsize len)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Source) source = source_new("x.txt", g_memdup2(text, len + 1), len, diags);
    GString *out = g_string_new(NULL);
    DraftReport report;
    BlockList blocks = blocks_from_text(arena, source);
    const Reading *reading =
        source_is_readable(source) ? reading_new(arena, source, &blocks, diags) : NULL;
    for (guint i = 0; reading != NULL && i < reading->n; i++)
        draft_append_charter(reading, &reading->charters[i],
                             &(DraftOrigin){NULL, "x.txt", "x", NULL},
                             &(DraftSink){out, &report, diags});
    if (diag_list_n(diags) > 0)
        g_string_truncate(out, 0);
    for (guint i = 0; i < diag_list_n(diags); i++)
        g_string_append_printf(out, "[%s]", diag_info(diag_list_get(diags, i)->code)->tag);
    return g_string_free(out, FALSE);
}

/* ---- shapes ---- */

#define TOP    "Akta\n\nNo. SK : 1/2\n\n"
#define SHAPES "tests/golden/import/shapes"

/* Each NAME.txt becomes NAME.md, or the tags of what was found; UPDATE=1 writes the latter anew. */
static void
test_shape(gconstpointer data)
{
    const char *name = data;
    g_autofree char *from = g_strconcat(SHAPES "/", name, ".txt", NULL), *text = NULL;
    g_autofree char *to = g_strconcat(SHAPES "/", name, ".md", NULL), *wanted = NULL;
    gsize len;
    g_assert_true(g_file_get_contents(from, &text, &len, NULL));
    g_autofree char *got = imported(text, len);
    if (g_getenv("UPDATE") != NULL)
        g_assert_true(g_file_set_contents(to, got, -1, NULL));
    g_assert_true(g_file_get_contents(to, &wanted, NULL, NULL));
    g_assert_cmpstr(got, ==, wanted);
}

static void
add_shapes(void)
{
    g_autoptr(GDir) dir = g_dir_open(SHAPES, 0, NULL);
    g_assert_nonnull(dir);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        if (!g_str_has_suffix(name, ".txt"))
            continue;
        char *stem = g_strndup(name, strlen(name) - strlen(".txt"));
        g_autofree char *path = g_strconcat("/import/shape/", stem, NULL);
        g_test_add_data_func_full(path, stem, test_shape, g_free);
    }
}

/* ---- page headers ---- */

static const struct {
    const char *header, *agency;
} headers[] = {
    {"Dinas X\nJl. A No. 5 67126 0343427605\n<https://x.go.id/>\nPemerintah Kab. Y / Dinas X",
     "nama: Dinas X\n# Hasil impor dari kepala halaman naskah.\n"
     "instansi_induk: Pemerintah Kab. Y\n"
     "# periksa: kode pos dan telepon pada naskah menempel di belakang alamat.\n"
     "alamat: Jl. A No. 5\nkode_pos: 67126\ntelepon: 0343427605\nsitus_web: "
     "https://x.go.id/\n"},
    {"## Dinas X\nJl. A\nNo. 5 671260343427605\nKabupaten Y / Dinas X",
     "nama: Dinas X\n# Hasil impor dari kepala halaman naskah.\ninstansi_induk: Kabupaten Y\n"
     "# periksa: kode pos dan telepon pada naskah menempel di belakang alamat.\n"
     "alamat: Jl. A No. 5\nkode_pos: 67126\ntelepon: 0343427605\n"},
    {"Dinas X\nJl. A No. 123456\nPemerintah Kota Y / Dinas X",
     "nama: Dinas X\n# Hasil impor dari kepala halaman naskah.\n"
     "instansi_induk: Pemerintah Kota Y\nalamat: Jl. A No. 123456\n"},
    {"Dinas X\nJl. A 67126\n(0343) 427605\nPemerintah Kota Y / Dinas X",
     "nama: Dinas X\n# Hasil impor dari kepala halaman naskah.\ninstansi_induk: Pemerintah "
     "Kota Y\n"
     "# periksa: kode pos dan telepon pada naskah menempel di belakang alamat.\n"
     "alamat: Jl. A\nkode_pos: 67126\ntelepon: (0343) 427605\n"},
    {"Dinas X\nJl. A No. 12-14 67126 0343-427605\nPemerintah Kota Y / Dinas X",
     "nama: Dinas X\n# Hasil impor dari kepala halaman naskah.\ninstansi_induk: Pemerintah "
     "Kota Y\n"
     "# periksa: kode pos dan telepon pada naskah menempel di belakang alamat.\n"
     "alamat: Jl. A No. 12-14\nkode_pos: 67126\ntelepon: 0343-427605\n"},
    {"Dinas X\nJl. A (lama) 12-14\nPemerintah Kota Y / Dinas X",
     "nama: Dinas X\n# Hasil impor dari kepala halaman naskah.\ninstansi_induk: Pemerintah "
     "Kota Y\n"
     "alamat: Jl. A (lama) 12-14\n"},
    {"Dinas X\n0343427605\nPemerintah Kota Y / Dinas X",
     "nama: Dinas X\n# Hasil impor dari kepala halaman naskah.\ninstansi_induk: Pemerintah "
     "Kota Y\n"
     "telepon: 0343427605\n"},
    {"Pemerintah Kota Y / Dinas: X",
     "nama: \"Dinas: X\"\n# Hasil impor dari kepala halaman naskah.\n"
     "instansi_induk: Pemerintah Kota Y\n"},
};

static void
test_headers(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(headers); i++) {
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(DiagList) diags = diag_list_new();
        g_autoptr(GString) out = g_string_new(NULL);
        char *text = g_strconcat(headers[i].header, "\n\n" TOP "Persyaratan\nKTP\n", NULL);
        g_autoptr(Source) source = source_new("x.txt", text, strlen(text), diags);
        BlockList blocks = blocks_from_text(arena, source);
        const Reading *reading = reading_new(arena, source, &blocks, diags);
        g_assert_nonnull(reading);
        g_assert_cmpstr(reading->charters[0].title, ==, "Akta");
        draft_append_agency(&reading->agency, out);
        g_assert_cmpstr(out->str, ==, headers[i].agency);
    }
}

/* The official names of the 14 components are headings, each of its own. */
static void
test_components(void)
{
    g_autoptr(GString) text = g_string_new("Akta\n\n");
    for (guint c = 1; c < G_N_ELEMENTS(component_names); c++)
        g_string_append_printf(text, "%s\n\nisi %u\n\n", component_names[c], c);
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Source) source = source_new("x.txt", g_strdup(text->str), text->len, diags);
    BlockList blocks = blocks_from_text(arena, source);
    const ReadCharter *charter = &reading_new(arena, source, &blocks, diags)->charters[0];
    g_assert_cmpuint(charter->n, ==, G_N_ELEMENTS(component_names));
    for (guint c = 1; c < charter->n; c++) {
        g_autofree char *words = g_strdup_printf("isi %u", c);
        g_assert_cmpuint(charter->sections[c].component, ==, c);
        g_assert_cmpuint(charter->sections[c].blocks.n, ==, 1);
        g_assert_cmpstr(charter->sections[c].blocks.items[0].text, ==, words);
    }
}

/* ---- the seeds, word for word ---- */

/* Lines that are no words of a section: page headers, headings that became keys, a lost picture. */
static const char *const furniture[] = {
    "Jl. Dr Wahidin Sudirohusodo No 59 67126 0343427605",
    "https://dinsos.pasuruankab.go.id/",
    "Pemerintah Kab. Pasuruan / Dinas Sosial",
    "Dinas Sosial",
    "Dinas Komunikasi dan Informatika",
    "Komplek Perkantoran Pemerintah Kabupaten Pasuruan Jl. Raya Raci KM 9 Bangil – Pasuruan",
    "Telp. (0343) 429064 67153 0343429064",
    "[Http://diskominfo.pasuruankab.go.id/](http://diskominfo.pasuruankab.go.id/)",
    "Pemerintah Kab. Pasuruan / Dinas Komunikasi dan Informatika",
    "Jl. Jendral Sudirman No. 30 Km 03 Narimbang Mulya 42319 02525285255",
    "Pemerintah Kab. Lebak / Dinas Sosial",
    "Dinas Koperasi Usaha Kecil dan Menengah",
    "Jalan raya Raci Km. 9 Bangil 67000 081235510080",
    "http://dinkop.pasuruankab.go.id/",
    "Pemerintah Kab. Pasuruan / Dinas Koperasi Usaha Kecil dan Menengah",
    "Jl. Balai Kota No. 10 67125 0343423628",
    "https://dinsos.pasuruankota.go.id/",
    "Pemerintah Kota Pasuruan / Dinas Sosial",
    "Persyaratan",
    "Sistem, Mekanisme dan Prosedur",
    "Waktu Penyelesaian",
    "Biaya / Tarif",
    "Produk Pelayanan",
    "Pengaduan Layanan",
    "Alur Penanganan Pengaduan",
    "Jangka Waktu Penyelesaian Pengaduan :",
    "Image not found or type unknown",
    NULL};

static gboolean
is_list_mark(const char *word)
{
    gsize n = strspn(word, "0123456789");
    n = n == 0 && g_ascii_islower(*word) ? 1 : n;
    return strcmp(word, "-") == 0 ||
           (n > 0 && strchr(".)", word[n]) != NULL && word[n] != '\0' && word[n + 1] == '\0');
}

static void
put_words(GString *out, const char *text)
{
    g_autofree char *spaced = g_strdup(text);
    for (char *at = spaced; (at = strstr(at, "\u00A0")) != NULL;)
        memcpy(at, "  ", 2);
    g_auto(GStrv) words = g_strsplit_set(spaced, " \n", -1);
    for (char **word = words; *word != NULL; word++)
        if (**word != '\0' && !is_list_mark(*word))
            g_string_append_printf(out, "%s\n", *word);
}

static void
put_source(GString *out, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        g_auto(GStrv) parts =
                   g_strsplit_set(*line, "<>", -1); /* no seed has other uses of them */
        g_autofree char *plain = g_strjoinv("", parts);
        const char *words = g_strstrip(plain + strspn(plain, "#"));
        if (g_str_has_prefix(words, "No. SK :"))
            words += strlen("No. SK :");
        if (!g_strv_contains(furniture, words))
            put_words(out, words);
    }
}

static void
put_node(GString *out, const YamlNode *node)
{
    if (node->kind == YAML_TEXT)
        put_words(out, node->text);
    for (guint i = 0; i < node->n; i++)
        put_node(out, node->kind == YAML_LIST ? node->items[i] : node->pairs[i].value);
}

static void
test_seed(gconstpointer name)
{
    g_autofree char *path = g_strdup_printf("seeds/%s.txt", (const char *)name), *text = NULL;
    gsize len;
    g_assert_true(g_file_get_contents(path, &text, &len, NULL));
    g_autoptr(GString) wanted = g_string_new(NULL), got = g_string_new(NULL);
    put_source(wanted, text);
    g_autofree char *charter = imported(text, len);
    char *end = strstr(charter, "\n---\n");
    g_assert_nonnull(end);
    *++end = '\0';
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Source) source =
                  source_new("x.md", g_strdup(charter + 4), strlen(charter + 4), diags);
    const YamlNode *root = yaml_read(
        arena, &(YamlPart){source, 1, source_n_lines(source), FALSE}, NULL, NULL, diags);
    g_assert_cmpuint(diag_list_n(diags), ==, 0);
    for (guint i = 0; i < root->n; i++) {
        if (strcmp(root->pairs[i].key->text, "sumber") == 0)
            continue;
        put_node(got, root->pairs[i].value);
        const char *body = strstr(end + 1, "## Waktu Penyelesaian\n");
        if (strcmp(root->pairs[i].key->text, "waktu") == 0 && body != NULL)
            put_words(got, body + strlen("## Waktu Penyelesaian\n"));
    }
    g_assert_cmpstr(got->str, ==, wanted->str);
}

/* ---- YAML ---- */

static const char *const pieces[] = {
    "a",    "b",    "kata", " ",  " ",  "  ",   ":",          ": ",  " #",  "#",
    "-",    "- ",   "?",    "? ", ",",  "[",    "]",          "{",   "}",   "&",
    "*",    "!",    "|",    ">",  "'",  "\"",   "%",          "@",   "`",   "\\",
    "\n",   "\n\n", "\t",   "é",  "–",  "日本", "\U0001F600", "---", "...", "~",
    "null", "ya",   "0",    "=",  "<<", "://",  "x: y",       " :",  "\r"};

static char *
random_text(GRand *rand)
{
    GString *text = g_string_new(NULL);
    for (gint n = g_rand_int_range(rand, 0, g_rand_boolean(rand) ? 8 : 60); n > 0; n--)
        g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
    return g_string_free(text, FALSE);
}

static guint
n_runs(void)
{
    const char *wanted = g_getenv("IMPORT_RUNS");
    return wanted != NULL ? (guint)g_ascii_strtoull(wanted, NULL, 10) : 2000;
}

/* A key, an item and a key of an item, as the draft writes them. */
static void
test_round_trip(void)
{
    for (guint seed = 0; seed < n_runs(); seed++) {
        GRand *rand = g_rand_new_with_seed(seed);
        g_autofree char *a = random_text(rand), *b = random_text(rand), *c = random_text(rand);
        g_rand_free(rand);
        GString *yaml = g_string_new("satu:");
        emit_text(yaml, 2, a);
        emit_comment(yaml, 0, b);
        g_string_append(yaml, "dua:\n  -");
        emit_text(yaml, 4, b);
        emit_comment(yaml, 4, c);
        g_string_append(yaml, "  - tiga:");
        emit_text(yaml, 6, c);
        g_autofree char *shown = g_strdup(yaml->str);
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(DiagList) diags = diag_list_new();
        gsize len = yaml->len;
        g_autoptr(Source) source = source_new("x.yaml", g_string_free(yaml, FALSE), len, diags);
        const YamlNode *root = yaml_read(
            arena, &(YamlPart){source, 1, source_n_lines(source), FALSE}, NULL, NULL, diags);
        g_test_message("seed %u:\n%s", seed, shown);
        g_assert_cmpuint(diag_list_n(diags), ==, 0);
        const YamlNode *list = yaml_find(root, "dua");
        g_assert_cmpstr(yaml_find(root, "satu")->text, ==, a);
        g_assert_cmpuint(list->n, ==, 2);
        g_assert_cmpstr(list->items[0]->text, ==, b);
        g_assert_cmpstr(yaml_find(list->items[1], "tiga")->text, ==, c);
    }
}

static void
test_quotes(void)
{
    static const char *const plain[] = {
        "KTP",           "a:b", "-a", "a#b",     "(0343) 1", "ya", "0343", "a, b",
        "https://a.id/", "?a",  "\\", "a \"b\"", "~",        "=",  "a -b"};
    static const char *const quoted[] = {"",   "-",   "- a", "a: b", "a:",   "a #b", "@a",
                                         "%a", "*a",  "&a",  "[a",   "{a",   "#a",   "!a",
                                         "|a", ">a",  "'a",  "\"a",  "`a",   " a",   "a ",
                                         ",a", "? a", ": a", "a\nb", "a\tb", "---",  "..."};
    for (guint i = 0; i < G_N_ELEMENTS(plain); i++)
        g_assert_false(emit_needs_quotes(plain[i]));
    for (guint i = 0; i < G_N_ELEMENTS(quoted); i++)
        g_assert_true(emit_needs_quotes(quoted[i]));
}

static void
test_width(void)
{
    g_autoptr(GString) text = g_string_new("a:"), words = g_string_new(NULL);
    for (guint i = 0; i < 60; i++)
        g_string_append_printf(words, "%skatá", i > 0 ? " " : "");
    emit_text(text, 2, words->str);
    g_string_append(text, "b:");
    g_string_append_c(words, ':');
    emit_text(text, 2, words->str);
    g_auto(GStrv) lines = g_strsplit(text->str, "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), ==, 9);
    for (char **line = lines; *line != NULL; line++)
        g_assert_cmpint(g_utf8_strlen(*line, -1), <=, EMIT_WIDTH);
}

/* ---- texts nobody would write ---- */

/* Cuts, doubles and moves pieces of a seed; the result is a charter that reads, or findings. */
static void
test_hostile(void)
{
    g_autofree char *seed_text = NULL;
    gsize len;
    g_assert_true(
        g_file_get_contents("seeds/003_859f15a4e3969313.txt", &seed_text, &len, NULL));
    for (guint seed = 0; seed < n_runs() / 4; seed++) {
        GRand *rand = g_rand_new_with_seed(seed);
        g_autoptr(GString) text = g_string_new_len(seed_text, (gssize)len);
        for (gint n = g_rand_int_range(rand, 1, 30); n > 0; n--) {
            gssize at = g_rand_int_range(rand, 0, (gint32)text->len);
            gssize n_cut = g_rand_int_range(rand, 1, 40);
            if (g_rand_boolean(rand))
                g_string_erase(text, at, MIN((gssize)text->len - at, n_cut));
            else
                g_string_insert(text, at,
                                pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
        }
        g_rand_free(rand);
        g_test_message("seed %u", seed);
        g_autofree char *charter = imported(text->str, text->len);
        if (*charter == '[')
            continue;
        char *end = strstr(charter, "\n---\n");
        g_assert_nonnull(end);
        end[1] = '\0';
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(DiagList) diags = diag_list_new();
        g_autoptr(Source) source =
                      source_new("x.md", g_strdup(charter + 4), strlen(charter + 4), diags);
        yaml_read(arena, &(YamlPart){source, 1, source_n_lines(source), FALSE}, NULL, NULL,
                  diags);
        g_assert_cmpuint(diag_list_n(diags), ==, 0);
    }
}

/* Millions of brackets and thousands of headings or lines: a reader that looks at all of them again for each
 * does not come back. */
static void
test_many(void)
{
    static const struct {
        const char *begin, *again, *then;
        guint n;
    } rows[] = {
        {TOP "Persyaratan\n", "<a", "", 1500000},
        {TOP "Persyaratan\n", "[a", "", 1500000},
        {TOP "Persyaratan\nKTP\n", "# a\n", "Biaya\n", 50000},
        {TOP "Pengaduan Layanan\n", "a\n", "", 200000},
    };
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) text = g_string_new(rows[i].begin);
        for (guint k = 0; k < rows[i].n; k++)
            g_string_append(text, rows[i].again);
        for (guint k = 0; *rows[i].then != '\0' && k < rows[i].n; k++)
            g_string_append(text, rows[i].then);
        g_autofree char *got = imported(text->str, text->len);
        g_assert_cmpstr(got, ==, "[import-too-long]");
    }
}

int
main(int argc, char **argv)
{
    static const char *const seeds[] = {"000_bb39cf9177c25049", "001_2fc571fb9c969b14",
                                        "002_3c2113af718c99f5", "003_859f15a4e3969313",
                                        "004_49a5f738c9551597"};
    g_test_init(&argc, &argv, NULL);
    add_shapes();
    for (guint i = 0; i < G_N_ELEMENTS(seeds); i++) {
        g_autofree char *path = g_strconcat("/import/words/", seeds[i], NULL);
        g_test_add_data_func(path, seeds[i], test_seed);
    }
    g_test_add_func("/import/headers", test_headers);
    g_test_add_func("/import/components", test_components);
    g_test_add_func("/import/yaml/round-trip", test_round_trip);
    g_test_add_func("/import/yaml/quotes", test_quotes);
    g_test_add_func("/import/yaml/width", test_width);
    g_test_add_func("/import/hostile", test_hostile);
    g_test_add_func("/import/many", test_many);
    return g_test_run();
}
