/*
 * Import: pages as poppler tells them, words with their boxes and the lines drawn around them, and the blocks
 * they become.
 */
#include "import/pdf-private.h"
#include <string.h>

enum { WIDTH = 595, HEIGHT = 842, LETTER = 5, LINE = 10 };

/* A line of words; pages count from 1, points from the upper left corner. */
typedef struct Said {
    guint page, x, y;
    const char *text;
} Said;

/* Where the lines of a table are drawn, each list ended by 0. */
typedef struct Grid {
    guint page;
    guint xs[6], ys[6];
} Grid;

#define MAX_SAID 16

typedef struct Document {
    const char *name;
    Said said[MAX_SAID];
    Grid grids[3];
    const char *blocks;
} Document;

static void
append_line(GString *tsv, const Said *said, guint line)
{
    g_auto(GStrv) words = g_strsplit(said->text, " ", -1);
    guint x = said->x;
    for (guint i = 0; words[i] != NULL; i++) {
        guint width = LETTER * (guint)strlen(words[i]);
        g_string_append_printf(tsv, "5\t%u\t0\t%u\t0\t%u\t%u\t%u\t%u\t%u\t100\t%s\n",
                               said->page, line, i, x, said->y, width, (guint)LINE, words[i]);
        x += width + LETTER;
    }
}

static void
read_said(const Said *said, PdfText *text)
{
    g_autoptr(GString) tsv = g_string_new(NULL);
    for (guint i = 0, page = 0; i < MAX_SAID && said[i].page > 0; i++) {
        if (said[i].page > page)
            g_string_append_printf(tsv, "1\t%u\t0\t0\t0\t0\t0\t0\t%u\t%u\t-1\t###PAGE###\n",
                                   page = said[i].page, (guint)WIDTH, (guint)HEIGHT);
        append_line(tsv, &said[i], i);
    }
    pdf_text_read(text, tsv->str, tsv->len);
}

static void
add_rules(Arena *arena, PdfRules *rules, const guint *places, const guint *across)
{
    guint n = 0, last = 0;
    PdfRule *all = arena_alloc(arena, (rules->n + 6) * sizeof *all);
    if (rules->n > 0)
        memcpy(all, rules->items, rules->n * sizeof *all);
    while (last + 1 < 6 && across[last + 1] > 0)
        last++;
    for (; n < 6 && places[n] > 0; n++)
        all[rules->n + n] = (PdfRule){places[n], across[0], across[last]};
    *rules = (PdfRules){all, rules->n + n};
}

/* "text", "(stray) text", "[column: text | column+span: text]". */
static void
print_blocks(const BlockList *list, GString *out)
{
    for (guint i = 0; i < list->n; i++) {
        const Block *block = &list->items[i];
        g_string_append(out, block->flags & BLOCK_STRAY ? "(stray) " : "");
        g_string_append_printf(out, "%s%s", block->text, block->cells == NULL ? "\n" : "[");
        for (guint c = 0; c < block->n_cells; c++) {
            const BlockCell *cell = &block->cells[c];
            g_autoptr(GString) text = g_string_new(NULL);
            blocks_append_text(&cell->blocks, text);
            g_string_append_printf(out, "%s%u", c > 0 ? " | " : "", cell->column);
            if (cell->span != 1)
                g_string_append_printf(out, "+%u", cell->span);
            g_string_append_printf(out, ": %s", text->str);
        }
        g_string_append(out, block->cells == NULL ? "" : "]\n");
    }
}

static void
test_document(gconstpointer data)
{
    const Document *document = data;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GString) out = g_string_new(NULL);
    PdfText text;
    pdf_text_init(&text, arena);
    read_said(document->said, &text);
    for (const Grid *grid = document->grids; grid->page > 0; grid++) {
        PdfPage *page = &g_array_index(text.pages, PdfPage, grid->page - 1);
        add_rules(arena, &page->level, grid->ys, grid->xs);
        add_rules(arena, &page->upright, grid->xs, grid->ys);
    }
    BlockList blocks = pdf_layout(&text);
    print_blocks(&blocks, out);
    g_assert_cmpstr(out->str, ==, document->blocks);
    pdf_text_clear(&text);
}

static const Document documents[] = {
    /* Heads and feet: what is repeated word for word is, and a page's number; nothing else vanishes. */
    {"feet/numbered-titles",
     {{1, 50, 30, "Surat Izin Kelas 1"},
      {1, 50, 100, "Persyaratan"},
      {1, 50, 780, "Loket pengaduan nomor 12"},
      {2, 50, 30, "Surat Izin Kelas 2"},
      {2, 50, 100, "Persyaratan"},
      {2, 50, 780, "Loket pengaduan nomor 14"}},
     {{0}},
     "Surat Izin Kelas 1\nPersyaratan\nLoket pengaduan nomor 12\n"
     "Persyaratan\nLoket pengaduan nomor 14\n(stray) Surat Izin Kelas 2\n"},
    {"feet/page-numbers",
     {{1, 50, 30, "Dinas Sosial Kota"},
      {1, 50, 100, "Persyaratan"},
      {1, 50, 780, "Halaman 9 dari 10"},
      {2, 50, 30, "Dinas Sosial Kota"},
      {2, 50, 100, "Gratis"},
      {2, 50, 780, "Halaman 10 dari 10"}},
     {{0}},
     "Dinas Sosial Kota\nPersyaratan\n(stray) Halaman 9 dari 10\nGratis\n"},
    {"feet/page-numbers-anew",
     {{1, 50, 100, "Persyaratan"},
      {1, 50, 810, "Dinas Sosial | 1"},
      {2, 50, 100, "Gratis"},
      {2, 50, 810, "Dinas Sosial | 2"},
      {2, 50, 780, "Luas halaman 200 m2"},
      {3, 50, 100, "Satu hari"},
      {3, 50, 810, "Dinas Sosial | 1"},
      {3, 50, 780, "Luas halaman 300 m2"}},
     {{0}},
     "Persyaratan\n(stray) Dinas Sosial | 1\nGratis\n(stray) Luas halaman 200 m2\n"
     "Satu hari\n(stray) Luas halaman 300 m2\n"},
    /* Tables: beside each other only where they share some height. */
    {"tables/right-above-left",
     {{1, 300, 80, "Persyaratan"},
      {1, 310, 105, "KTP"},
      {1, 410, 105, "asli"},
      {1, 310, 135, "KK"},
      {1, 410, 135, "salinan"},
      {1, 50, 280, "Prosedur"},
      {1, 60, 305, "Datang"},
      {1, 160, 305, "pagi"},
      {1, 60, 335, "Pulang"},
      {1, 160, 335, "sore"}},
     {{1, {50, 150, 250}, {300, 330, 360}}, {1, {300, 400, 550}, {100, 130, 160}}},
     "Persyaratan\n[0: KTP | 1: asli]\n[0: KK | 1: salinan]\n"
     "Prosedur\n[0: Datang | 1: pagi]\n[0: Pulang | 1: sore]\n"},
    {"tables/beside",
     {{1, 310, 105, "KTP"},
      {1, 410, 105, "asli"},
      {1, 310, 135, "KK"},
      {1, 410, 135, "salinan"},
      {1, 60, 125, "Datang"},
      {1, 160, 125, "pagi"},
      {1, 60, 155, "Pulang"},
      {1, 160, 155, "sore"}},
     {{1, {300, 400, 550}, {100, 130, 160}}, {1, {50, 150, 250}, {120, 150, 180}}},
     "[0: Datang | 1: pagi]\n[0: Pulang | 1: sore]\n"
     "[0: KTP | 1: asli]\n[0: KK | 1: salinan]\n"},
    {"tables/narrow-columns",
     {{1, 51, 105, "1"},
      {1, 60, 105, "KTP"},
      {1, 210, 105, "asli"},
      {1, 51, 135, "2"},
      {1, 60, 135, "KK"},
      {1, 210, 135, "salinan"}},
     {{1, {50, 55, 200, 400}, {100, 130, 160}}},
     "[0: 1 | 1: KTP | 2: asli]\n[0: 2 | 1: KK | 2: salinan]\n"},
};

/* ---- a wide table ---- */

enum { MANY = 100, CELL = 20 };

static void
append_wide_row(GString *tsv, guint row)
{
    for (guint i = 0; i < MANY; i++)
        g_string_append_printf(tsv, "5\t1\t0\t%u\t0\t0\t%u\t%u\t%u\t10\t100\tb%uk%u\n",
                               row * MANY + i, CELL * i + 25, CELL * row + 25, (guint)LETTER,
                               row, i);
}

/* No row has more cells than a child may hand over, and none is lost. */
static void
test_wide(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GString) tsv = g_string_new("1\t1\t0\t0\t0\t0\t0\t0\t2060\t200\t-1\t#\n");
    g_autoptr(GString) printed = g_string_new(NULL);
    PdfRule level[] = {{20, 20, 2020}, {40, 20, 2020}, {60, 20, 2020}}, upright[MANY + 1];
    PdfText text;
    BlockList parsed;
    append_wide_row(tsv, 0);
    append_wide_row(tsv, 1);
    pdf_text_init(&text, arena);
    pdf_text_read(&text, tsv->str, tsv->len);
    for (guint i = 0; i <= MANY; i++)
        upright[i] = (PdfRule){CELL * i + 20, 20, 60};
    PdfPage *page = &g_array_index(text.pages, PdfPage, 0);
    page->level = (PdfRules){level, G_N_ELEMENTS(level)};
    page->upright = (PdfRules){upright, G_N_ELEMENTS(upright)};
    BlockList blocks = pdf_layout(&text);
    blocks_print(&blocks, printed);
    g_assert_true(blocks_parse(arena, printed->str, printed->len, &parsed));
    g_assert_cmpuint(parsed.n, ==, 4);
    for (guint i = 0, n = 0; i < parsed.n; i++) {
        g_assert_cmpuint(parsed.items[i].page, ==, 1);
        for (guint c = 0; c < parsed.items[i].n_cells; c++, n++) {
            g_autofree char *word = g_strdup_printf("b%uk%u", n / MANY, n % MANY);
            g_assert_cmpuint(parsed.items[i].cells[c].blocks.n, ==, 1);
            g_assert_cmpstr(parsed.items[i].cells[c].blocks.items[0].text, ==, word);
        }
    }
    pdf_text_clear(&text);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(documents); i++) {
        g_autofree char *path = g_strconcat("/import/pdf/", documents[i].name, NULL);
        g_test_add_data_func(path, &documents[i], test_document);
    }
    g_test_add_func("/import/pdf/tables/wide", test_wide);
    return g_test_run();
}
