/*
 * Whatever bytes a charter holds, the checker comes to an end and says something sensible.
 *
 * Ten thousand random texts and ten thousand changed copies of the shipped charters are read,
 * judged and printed as `maklumat check -` does; every place must exist in the text it names.
 * FUZZ_RUNS sets another number; a failing run is repeated by its seed.
 */
#include "audit/audit.h"
#include <string.h>

static const char *const charters[] = {
    "content/kab-pasuruan/dinas-sosial/data-dan-informasi.md",
    "content/kab-pasuruan/dinas-komunikasi-dan-informatika/informasi-pelayanan-publik.md",
    "content/kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.md",
    "content/kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/data-dan-informasi.md",
    "content/kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md",
};

/* Pieces of the contract: keys, grammar words, YAML's signs, what breaks readers. */
static const char *const pieces[] = {
    "judul: ",
    "sk: ",
    "persyaratan:\n  - ",
    "prosedur:\n  - oleh: ",
    "    cabang:\n",
    "jika: ",
    "maka: ",
    "langkah:\n",
    "waktu: ",
    "biaya: ",
    "produk: ",
    "pengaduan:\n  kanal:\n    - ",
    "batas_waktu:\n",
    "varian:\n  - nama: ",
    "kembali: 1\n",
    "selesai: ya\n",
    "kelompok: ",
    "butir:\n",
    "rincian:\n",
    "tautan: ",
    "jam_layanan:\n",
    "{hari: Senin, jam: 08.00–15.00}",
    "tarif:\n",
    "jumlah: Rp ",
    "sumber:\n  tautan: /",
    "alamat_lama: ",
    "keperluan: [",
    "5 hari kerja",
    "14 (empat belas)",
    "± 2–3 jam",
    "Rp. 5",
    "Rp9999999999999999999",
    "(0343) 427605",
    "24795/23626",
    "https://a/b.id",
    "http://x@y.id",
    "SPAN LAPOR",
    "08xxx",
    "a. b. c. ",
    "../../",
    "---\n",
    "\n",
    "\n  ",
    "\n    - ",
    ": ",
    "- ",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "#",
    "&",
    "*",
    "!",
    "|\n",
    ">\n",
    "%",
    "@",
    "\t",
    "\\",
    "<b>",
    "](javascript:x)",
    "é",
    "’",
    "\xff",
    "\xe2\x80\xae",
    "\xf0\x9f\x98\x80",
    "-",
    "…",
    "99999999999",
};

typedef struct Fuzz {
    Scan *scan;
    SiteData *site;
    char *texts[G_N_ELEMENTS(charters)];
    guint runs;
} Fuzz;

static void
append_piece(GRand *rand, GString *text)
{
    guint i = (guint)g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces) + 1);
    if (i < G_N_ELEMENTS(pieces))
        g_string_append(text, pieces[i]);
    else
        g_string_append_c(text, (char)g_rand_int_range(rand, 0, 256));
}

static GString *
make_random(GRand *rand)
{
    GString *text = g_string_new(g_rand_boolean(rand) ? "---\njudul: A\n" : "");
    guint n = (guint)g_rand_int_range(rand, 0, 60);
    for (guint i = 0; i < n; i++)
        append_piece(rand, text);
    if (g_rand_boolean(rand))
        g_string_append(text, "\n---\nTeks\n");
    return text;
}

/* Inserts, deletes or doubles a few stretches. */
static GString *
make_mutation(const Fuzz *fuzz, GRand *rand)
{
    GString *text =
        g_string_new(fuzz->texts[g_rand_int_range(rand, 0, G_N_ELEMENTS(charters))]);
    guint n = (guint)g_rand_int_range(rand, 1, 6);
    for (guint i = 0; i < n; i++) {
        gssize at = g_rand_int_range(rand, 0, (gint32)text->len + 1);
        gssize len = g_rand_int_range(rand, 1, 40);
        len = MIN(len, (gssize)text->len - at);
        g_autoptr(GString) piece = g_string_new(NULL);
        append_piece(rand, piece);
        switch (g_rand_int_range(rand, 0, 3)) {
        case 0:
            g_string_insert_len(text, at, piece->str, (gssize)piece->len);
            break;
        case 1:
            g_string_erase(text, at, len);
            break;
        default:
            g_string_append_len(piece, text->str + at, len);
            g_string_insert_len(text, at, piece->str, (gssize)piece->len);
        }
    }
    return text;
}

static guint
count_lines(const char *text, gsize len)
{
    guint n = 1;
    for (gsize i = 0; i < len; i++)
        n += text[i] == '\n' || text[i] == '\r';
    return n;
}

static void
check_one(const Fuzz *fuzz, GString *text)
{
    guint n_lines = count_lines(text->str, text->len);
    gsize len = text->len;
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(Loaded) loaded =
                  load_text(fuzz->scan, fuzz->site,
                            &(LooseText){&fuzz->scan->agencies[len % fuzz->scan->n_agencies],
                                         NULL, "x.md", g_string_free(text, FALSE), len},
                            diags, &error);
    g_assert_no_error(error);
    audit_services(loaded, (Date){2026, 11, 22}, diags);
    diag_list_sort(diags);
    for (guint i = 0; i < diag_list_n(diags); i++) {
        const Diag *diag = diag_list_get(diags, i);
        g_assert_cmpuint(diag->line, <=, n_lines);
        g_assert_cmpuint(diag->width, >=, 1);
    }
    DiagPrint how = {DIAG_LANG_ID, FALSE, 0};
    for (guint format = DIAG_FORMAT_TEXT; format <= DIAG_FORMAT_GITHUB; format++)
        diag_list_print(diags, (DiagFormat)format, &how, out);
    g_assert_true(g_utf8_validate(out->str, (gssize)out->len, NULL));
}

static void
test_random(gconstpointer data)
{
    const Fuzz *fuzz = data;
    for (guint seed = 0; seed < fuzz->runs; seed++) {
        GRand *rand = g_rand_new_with_seed(seed);
        check_one(fuzz, make_random(rand));
        g_rand_free(rand);
    }
}

static void
test_mutations(gconstpointer data)
{
    const Fuzz *fuzz = data;
    for (guint seed = 0; seed < fuzz->runs; seed++) {
        GRand *rand = g_rand_new_with_seed(seed);
        check_one(fuzz, make_mutation(fuzz, rand));
        g_rand_free(rand);
    }
}

/* The shipped charters themselves hold no error. */
static void
test_unchanged(gconstpointer data)
{
    const Fuzz *fuzz = data;
    for (guint i = 0; i < G_N_ELEMENTS(charters); i++) {
        g_autoptr(DiagList) diags = diag_list_new();
        g_autoptr(Loaded) loaded =
                      load_text(fuzz->scan, fuzz->site,
                                &(LooseText){&fuzz->scan->agencies[0], NULL, charters[i],
                                             g_strdup(fuzz->texts[i]), strlen(fuzz->texts[i])},
                                diags, NULL);
        g_assert_cmpint(diag_list_worst(diags), <, DIAG_ERROR);
        g_assert_cmpuint(loaded->agency->services.n, ==, 1);
    }
}

int
main(int argc, char **argv)
{
    Fuzz fuzz = {.runs = 10000};
    g_test_init(&argc, &argv, NULL);
    g_autoptr(DiagList) diags = diag_list_new();
    const char *runs = g_getenv("FUZZ_RUNS");
    if (runs != NULL)
        fuzz.runs = (guint)g_ascii_strtoull(runs, NULL, 10);
    fuzz.scan = scan_new("content", 1, diags, NULL);
    g_assert_nonnull(fuzz.scan);
    fuzz.site = site_load(fuzz.scan, diags, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(charters); i++)
        g_assert_true(g_file_get_contents(charters[i], &fuzz.texts[i], NULL, NULL));
    g_test_add_data_func("/fuzz/unchanged", &fuzz, test_unchanged);
    g_test_add_data_func("/fuzz/random", &fuzz, test_random);
    g_test_add_data_func("/fuzz/mutations", &fuzz, test_mutations);
    int result = g_test_run();
    for (guint i = 0; i < G_N_ELEMENTS(charters); i++)
        g_free(fuzz.texts[i]);
    site_free(fuzz.site);
    scan_free(fuzz.scan);
    return result;
}
