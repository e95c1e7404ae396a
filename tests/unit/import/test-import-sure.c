/*
 * Import, measured by what it does not know: each heading of each labelled input is in turn replaced by words
 * that no component has, as an office may call its own; and a sentence of nobody is put before each. Whoever
 * then has these words in a field must say that it is not sure. SCORE=1 prints where it did not.
 *
 * No sign tells a sentence below a text without marks from one more line of it: the second figure is a bound
 * on what evidence can do, not a defect count.
 *
 * Beside it, what the measure rests on: numbers and letters that follow each other, cells of workbooks.
 */
#include "import/draft.h"
#include "import/intake.h"
#include "import/list-mark.h"
#include "import/office-private.h"
#include "model/fields.h"
#include <string.h>

#define INPUTS   "tests/import"
#define STRANGE  "Perihal Tambahan"
#define SENTENCE "Perihal tambahan seputar kegiatan dinas pekan ini."
enum {
    HEADINGS_PER_THOUSAND = 25, /* swallowed silently, of all that were tried */
    SENTENCES_PER_THOUSAND = 180,
    N_COMPONENTS = G_N_ELEMENTS(component_names)
};

typedef struct Count {
    guint n, silent;
} Count;

/* The components whose fields hold these words: bits. Proposals and doubts are comments. */
static guint
fields_with(const char *charter, const char *words)
{
    g_auto(GStrv) lines = g_strsplit(charter, "\n", -1);
    guint now = 0, found = 0;
    for (char **line = lines; *line != NULL; line++) {
        const char *at = *line + strspn(*line, " ");
        if (*at == '#' || *at == '-' ? *at == '#' : at == *line) {
            gsize len = strcspn(at, ":");
            for (guint c = 1; *at != '#' && c < N_COMPONENTS; c++)
                if (strncmp(at, field_component(c)->key, len) == 0 &&
                    field_component(c)->key[len] == '\0')
                    now = c;
        }
        g_autofree char *lower = g_ascii_strdown(*line, -1);
        if (*at != '#' && strstr(lower, words) != NULL)
            found |= now > 0 ? 1U << now : 0U;
    }
    return found;
}

/* Whether some field has the strange words and its component is sure. */
static gboolean
is_silent(const Source *source, const BlockList *blocks)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    const Reading *reading = reading_new(arena, source, blocks, diags);
    for (guint i = 0; reading != NULL && i < reading->n; i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        DraftReport report;
        draft_append_charter(reading, &reading->charters[i],
                             &(DraftOrigin){NULL, "x", "x", NULL},
                             &(DraftSink){out, &report, diags});
        if (fields_with(out->str, "perihal tambahan") & ~report.unsure)
            return TRUE;
    }
    return FALSE;
}

/* The block with its heading's words replaced, capitals by capitals; NULL = the heading is not in it. */
static const char *
replaced(Arena *arena, const Block *block, const char *heading)
{
    gsize len = strlen(heading), end = len;
    const char *at = block->cells == NULL && len > 0 ? strstr(block->text, heading) : NULL;
    if (at == NULL)
        return NULL;
    while (end > 0 && strchr(": ?", heading[end - 1]) != NULL)
        end--;
    g_autofree char *upper = g_utf8_strup(heading, -1), *lower = g_utf8_strdown(heading, -1);
    g_autofree char *strange = strcmp(upper, heading) == 0   ? g_ascii_strup(STRANGE, -1)
                               : strcmp(lower, heading) == 0 ? g_ascii_strdown(STRANGE, -1)
                                                             : g_strdup(STRANGE);
    g_autofree char *text =
        g_strdup_printf("%.*s%s%s", (int)(at - block->text), block->text, strange, at + end);
    return arena_strndup(arena, text, strlen(text));
}

/* The blocks with a sentence before block `at`, as one more line of the section above. */
static BlockList
with_sentence(Arena *arena, const BlockList *blocks, guint at)
{
    BlockSink sink;
    block_sink_init(&sink, arena);
    for (guint i = 0; i < blocks->n; i++) {
        if (i == at)
            block_sink_add(&sink, SENTENCE, strlen(SENTENCE));
        block_sink_put(&sink, &blocks->items[i]);
    }
    BlockList list = block_sink_take(&sink);
    block_sink_clear(&sink);
    return list;
}

static void
count_try(const Intake *intake,
          const BlockList *blocks,
          const char *what,
          const char *name,
          Count *out)
{
    gboolean silent = is_silent(intake->source, blocks);
    out->n++;
    out->silent += silent ? 1 : 0;
    if (silent && g_getenv("SCORE") != NULL)
        g_print("# %s: %s\n", name, what);
}

/* Tries the headings of one charter, but for the first, above which there is no section. */
static void
try_charter(Arena *arena,
            const Intake *intake,
            const ReadCharter *charter,
            const char *name,
            Count out[2])
{
    gboolean begun = FALSE;
    for (guint i = 0; i < charter->n; i++) {
        const ReadSection *section = &charter->sections[i];
        gboolean first = !begun;
        begun = begun || section->component > 0;
        if (section->component == 0 || first || *section->heading == '\0')
            continue;
        for (guint k = 0; k < intake->blocks.n; k++) {
            Block *block = &intake->blocks.items[k], before = *block;
            const char *text = block->number == section->number
                                   ? replaced(arena, block, section->heading)
                                   : NULL;
            if (text == NULL)
                continue;
            BlockList more = with_sentence(arena, &intake->blocks, k);
            count_try(intake, &more, section->heading, name, &out[1]);
            block->text = text;
            count_try(intake, &intake->blocks, section->heading, name, &out[0]);
            *block = before;
        }
    }
}

static void
try_file(const char *name, Count out[2])
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_strconcat(INPUTS "/", name, NULL);
    g_autofree char *bytes = NULL;
    gsize len;
    Intake intake;
    g_assert_true(g_file_get_contents(path, &bytes, &len, NULL));
    if (intake_read(arena, &(IntakeFile){path, bytes, len}, &intake, diags, &error) !=
        INTAKE_READ)
        return;
    const Reading *reading = reading_new(arena, intake.source, &intake.blocks, diags);
    for (guint i = 0; reading != NULL && i < reading->n; i++)
        try_charter(arena, &intake, &reading->charters[i], name, out);
    source_free(intake.source);
}

static void
test_strange_words(void)
{
    Count all[2] = {{0, 0}, {0, 0}};
    g_autoptr(GDir) dir = g_dir_open(INPUTS, 0, NULL);
    g_autofree char *pdftotext = g_find_program_in_path("pdftotext");
    g_assert_nonnull(dir);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
        if (strchr(name, '.') != NULL && !g_str_has_suffix(name, ".truth") &&
            (pdftotext != NULL || !g_str_has_suffix(name, ".pdf")))
            try_file(name, all);
    g_print("# %u headings replaced by words that nobody knows, %u swallowed without a doubt\n",
            all[0].n, all[0].silent);
    g_print("# %u sentences of nobody put before headings, %u taken without a doubt\n",
            all[1].n, all[1].silent);
    g_assert_cmpuint(all[0].n, >, 500);
    g_assert_cmpuint(all[0].silent * 1000, <=, all[0].n * HEADINGS_PER_THOUSAND);
    g_assert_cmpuint(all[1].silent * 1000, <=, all[1].n * SENTENCES_PER_THOUSAND);
}

/* ---- numbers that follow each other ---- */

static void
test_follows(void)
{
    static const struct {
        const char *last, *mark;
        gboolean follows;
    } pairs[] = {
        {"1. A", "2. B", TRUE},  {"1. A", "3. B", FALSE},   {"9. A", "10. B", TRUE},
        {"1. A", "2) B", FALSE}, {"a. A", "b. B", TRUE},    {"A. A", "B. B", TRUE},
        {"H. A", "I. B", TRUE},  {"I. A", "J. B", TRUE},    {"I. A", "II. B", TRUE},
        {"IV. A", "V. B", TRUE}, {"V. A", "VI. B", TRUE},   {"IX. A", "X. B", TRUE},
        {"U. A", "V. B", TRUE},  {"IV. A", "VI. B", FALSE}, {"h. A", "i. B", TRUE},
        {"iv. A", "v. B", TRUE}, {"1.1 A", "1.2 B", TRUE},  {"1.1 A", "1.1.2 B", FALSE},
        {"- A", "- B", FALSE},   {"2. A", "1. B", FALSE},
    };
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
        ListMark last, mark;
        g_assert_true(list_mark_scan(pairs[i].last, &last));
        g_assert_true(list_mark_scan(pairs[i].mark, &mark));
        if (list_mark_follows(&last, &mark) != pairs[i].follows)
            g_error("\"%s\" and \"%s\"", pairs[i].last, pairs[i].mark);
    }
}

/* ---- numbers of workbooks ---- */

static void
test_show_number(void)
{
    static const struct {
        const char *code, *stored, *shown;
    } cells[] = {
        {"General", "50000", "50000"},
        {"General", "0.10000000000000001", "0,1"},
        {"General", "-2.5", "-2,5"},
        {"General", "085612345678", "85612345678"},
        {"0", "2.5", "2"},
        {"#,##0", "1234567", "1.234.567"},
        {"#,##0", "-1234", "-1.234"},
        {"#,##0.00", "1234.5", "1.234,50"},
        {"0.0#", "1.25", "1,25"},
        {"0.0#", "1.5", "1,5"},
        {"0%", "0.25", "25%"},
        {"\"Rp\"#,##0", "12500", "Rp12.500"},
        {"\"Rp\"\\ #,##0;[Red]-\"Rp\"\\ #,##0", "-12500", "-Rp 12.500"},
        {"[$Rp-421]#,##0.00", "12500", "Rp12.500,00"},
        {"_-\"Rp\"* #,##0_-;-\"Rp\"* #,##0_-;_-\"Rp\"* \"-\"_-;_-@_-", "10000", "Rp10.000"},
        {"_-\"Rp\"* #,##0_-;-\"Rp\"* #,##0_-;_-\"Rp\"* \"-\"_-;_-@_-", "0", "0"},
        {"0\" hari kerja\"", "5", "5 hari kerja"},
        {"0;-0;\"gratis\"", "0", "0"},
        {"dd/mm/yyyy", "45658", "1 Januari 2025"},
        {"[$-421]d mmmm yyyy", "45658", "1 Januari 2025"},
        {"mmm-yy", "45658", "Januari 2025"},
        {"h:mm", "0.3125", "07.30"},
        {"dd/mm/yyyy h:mm", "45658.5", "1 Januari 2025 pukul 12.00"},
        {"dd/mm/yyyy", "-1", "-1"},
        {"dd/mm/yyyy", "1e300", "1e300"},
        {"# ?/?", "0.5", "0,5"},
        {"0.00E+00", "1500", "1500"},
        {"\"tidak tutup", "5", "5"},
        {"@", "7", "7"},
        {"", "7", "7"},
        {"0", "tujuh", "tujuh"},
        {"0", "", ""},
        {"0", "nan", "nan"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cells); i++) {
        g_autofree char *shown = office_show_number(cells[i].code, cells[i].stored, FALSE);
        if (strcmp(shown, cells[i].shown) != 0)
            g_error("%s by %s: %s", cells[i].stored, cells[i].code, shown);
    }
    g_autofree char *mac = office_show_number("d/m/yy", "44196", TRUE);
    g_assert_cmpstr(mac, ==, "1 Januari 2025");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/strange-words", test_strange_words);
    g_test_add_func("/import/follows", test_follows);
    g_test_add_func("/import/show-number", test_show_number);
    return g_test_run();
}
