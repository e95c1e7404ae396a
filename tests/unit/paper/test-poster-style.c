#include "paper/style.h"
#include "support/same-bytes.h"

static PosterStyle *
read_style(const char *text, DiagList *diags)
{
    g_autoptr(Source) source = source_new("poster.yaml", g_strdup(text), strlen(text), diags);
    return poster_style_read(source, diags);
}

/* The theme's file says what is built in: neither can drift from the other. */
static void
test_default(void)
{
    const char *dir = g_getenv("MAKLUMAT_DATADIR");
    g_autofree char *path =
        g_build_filename(dir != NULL ? dir : "themes/default", "poster.yaml", NULL);
    g_autofree char *text = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &text, NULL, &error);
    g_assert_no_error(error);
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(PosterStyle) style = read_style(text, diags);
    const PosterStyle *built_in = poster_style_default();
    g_assert_cmpuint(diag_list_n(diags), ==, 0);
    assert_same_bytes(style, G_STRUCT_OFFSET(PosterStyle, words), built_in,
                      G_STRUCT_OFFSET(PosterStyle, words));
    for (guint lang = 0; lang < N_POSTER_LANGS; lang++)
        for (guint i = 0; i < N_POSTER_WORDS; i++) {
            g_assert_nonnull(strstr(text, poster_word_table[i].key));
            g_assert_cmpstr(style->words[lang][i], ==, built_in->words[lang][i]);
        }
}

static void
test_changes(void)
{
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(PosterStyle) style = read_style("warna: {merek: '#7a1f5c'}\n"
                                              "hiasan: {ornamen: tidak}\n"
                                              "huruf_pt: {isi: 14 – 22, pil: 12.5}\n"
                                              "kata:\n  id: {pindai: 'Pindai saya'}\n",
                                              diags);
    g_assert_cmpuint(diag_list_n(diags), ==, 0);
    g_assert_cmphex(style->brand, ==, 0x7A1F5C);
    g_assert_false(style->ornament);
    g_assert_cmpfloat(style->body_pt.min, ==, 14);
    g_assert_cmpfloat(style->body_pt.max, ==, 22);
    g_assert_cmpfloat(style->pill_pt, ==, 12.5);
    g_assert_cmpstr(style->words[POSTER_ID][WORD_SCAN], ==, "Pindai saya");
    g_assert_cmpstr(style->words[POSTER_EN][WORD_SCAN], ==, "Scan: latest version");
}

static void
assert_places(const PosterStyle *style, const char *want)
{
    g_autoptr(GString) got = g_string_new(NULL);
    for (guint i = SLOT_TIME; i < N_POSTER_SLOTS; i++)
        g_string_append_printf(
            got, "%s%u",
            strcmp(poster_slot_table[i].group, poster_slot_table[i - 1].group) != 0 ? " " : "",
            style->place[i]);
    g_assert_cmpstr(got->str + 1, ==, want);
}

/* Lists of slots: another order, parts left out, one part without a list. */
static void
test_order(void)
{
    static const struct {
        const char *text, *places, *tag; /* the only finding; NULL = none */
        guint col;
    } ROWS[] = {
        {"", "123 123456 1234 12345", NULL, 0},
        {"susunan: {}\n", "123 123456 1234 12345", NULL, 0},
        {"susunan: {fakta: [produk, waktu, biaya]}\n", "231 123456 1234 12345", NULL, 0},
        {"susunan: {kaki: [alamat, kanal]}\n", "123 123456 1234 20010", NULL, 0},
        {"susunan: {pengaduan: saluran}\n", "123 123456 1000 12345", NULL, 0},
        {"susunan: {kaki: [qr]}\n", "123 123456 1234 00001", "poster-slot-missing", 17},
        {"susunan: {fakta: []}\n", "000 123456 1234 12345", "poster-slot-missing", 18},
        {"susunan: {fakta: [waktu, biaya, waktu, produk]}\n", "123 123456 1234 12345",
         "poster-slot-twice", 33},
        {"susunan: {fakta: [waktu, biaya, produk, prosedur]}\n", "123 123456 1234 12345",
         "choice-unknown", 41},
        {"susunan: {kaki: [kanal, [sk]]}\n", "123 123456 1234 10000", "value-not-text", 25},
        {"susunan: {pengaduan: {saluran: ya}}\n", "123 123456 0000 12345", NULL, 0},
        {"susunan: {kepala: [logo]}\n", "123 123456 1234 12345", "key-foreign", 11},
        {"susunan: [fakta]\n", "123 123456 1234 12345", "value-not-map", 10},
    };
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_autoptr(DiagList) diags = diag_list_new();
        g_autoptr(PosterStyle) style = read_style(ROWS[i].text, diags);
        g_test_message("%s", ROWS[i].text);
        assert_places(style, ROWS[i].places);
        if (i == 10) { /* no list at all, and so nothing of what is needed */
            g_assert_cmpuint(diag_list_n(diags), ==, 2);
            continue;
        }
        g_assert_cmpuint(diag_list_n(diags), ==, ROWS[i].tag != NULL ? 1 : 0);
        if (ROWS[i].tag == NULL)
            continue;
        g_assert_cmpstr(diag_info(diag_list_get(diags, 0)->code)->tag, ==, ROWS[i].tag);
        g_assert_cmpuint(diag_list_get(diags, 0)->col, ==, ROWS[i].col);
    }
}

/* What is wrong is reported once, at its place, and the default stays. */
static void
test_faults(void)
{
    static const struct {
        const char *text, *tag;
        guint line, col;
    } ROWS[] = {
        {"warna: {merk: '#000000'}\n", "key-unknown", 1, 9},
        {"warnna: {merek: '#000000'}\n", "key-unknown", 1, 1},
        {"zzzzzzzz: {a: b}\n", "key-foreign", 1, 1},
        {"warna: {merek: biru}\n", "color-unreadable", 1, 16},
        {"warna: biru\n", "value-not-map", 1, 8},
        {"warna: {merek: [a]}\n", "value-not-text", 1, 16},
        {"hiasan: {ornamen: yes}\n", "switch-unreadable", 1, 19},
        {"huruf_pt: {isi: 13}\n", "choice-unknown", 1, 17},
        {"huruf_pt: {isi: 26-13}\n", "choice-unknown", 1, 17},
        {"huruf_pt: {isi: 5-26}\n", "choice-unknown", 1, 17},
        {"huruf_pt: {pil: 1e9}\n", "choice-unknown", 1, 17},
        {"huruf_pt: {pil: 1e1}\n", "choice-unknown", 1, 17},
        {"huruf_pt: {isi: 0x10-0x20}\n", "choice-unknown", 1, 17},
        {"huruf_pt: {pil: 12pt}\n", "choice-unknown", 1, 17},
        {"ukuran_mm: {qr: 5}\n", "choice-unknown", 1, 17},
        {"huruf_pt: {pil: -3}\n", "choice-unknown", 1, 17},
        {"kata: {jv: {pindai: a}}\n", "key-foreign", 1, 8},
        {"kata: {id: {pindaii: a}}\n", "key-unknown", 1, 13},
        {"kata: {id: {pindai: {a: b}}}\n", "value-not-text", 1, 21},
    };
    const PosterStyle *built_in = poster_style_default();
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_autoptr(DiagList) diags = diag_list_new();
        g_autoptr(PosterStyle) style = read_style(ROWS[i].text, diags);
        g_assert_cmpuint(diag_list_n(diags), ==, 1);
        const Diag *diag = diag_list_get(diags, 0);
        g_assert_cmpstr(diag_info(diag->code)->tag, ==, ROWS[i].tag);
        g_assert_cmpuint(diag->line, ==, ROWS[i].line);
        g_assert_cmpuint(diag->col, ==, ROWS[i].col);
        assert_same_bytes(style, G_STRUCT_OFFSET(PosterStyle, words), built_in,
                          G_STRUCT_OFFSET(PosterStyle, words));
    }
}

static void
test_word(void)
{
    const PosterStyle *style = poster_style_default();
    g_autofree char *sheet = poster_style_word(style, POSTER_ID, WORD_SHEET, "2", "3");
    g_autofree char *none = poster_style_word(style, POSTER_EN, WORD_SHEET, NULL, NULL);
    g_assert_cmpstr(sheet, ==, "lembar 2 dari 3");
    g_assert_cmpstr(none, ==, "sheet  of ");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/poster-style/default", test_default);
    g_test_add_func("/poster-style/changes", test_changes);
    g_test_add_func("/poster-style/order", test_order);
    g_test_add_func("/poster-style/faults", test_faults);
    g_test_add_func("/poster-style/word", test_word);
    return g_test_run();
}
