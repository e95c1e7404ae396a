/*
 * The examinations against tests/exam, a made-up agency that has everything: all that fields can prove is proved, and each
 * key that is taken out leaves exactly the items of tests/golden/exam/keys.txt unproved. UPDATE=1 writes that file anew.
 */
#include "audit/exam.h"
#include "model/load.h"
#include "support/content-files.h"
#include "text/yaml-edit.h"
#include <string.h>

#define AGENCY  "dinas-contoh/instansi.yaml"
#define SERVICE "dinas-contoh/akta-contoh.yaml"
#define SITE    "situs.yaml"
#define GOLDEN  "tests/golden/exam/keys.txt"

static const Date TODAY = {2026, 11, 22};

typedef struct Texts {
    GString *agency, *service, *site;
} Texts;

static GString *
read_file(const char *name)
{
    g_autofree char *path = g_build_filename("tests/exam/content", name, NULL);
    char *text;
    gsize len;
    g_assert_true(g_file_get_contents(path, &text, &len, NULL));
    GString *out = g_string_new_len(text, (gssize)len);
    g_free(text);
    return out;
}

static void
texts_read(Texts *texts)
{
    *texts = (Texts){read_file(AGENCY), read_file(SERVICE), read_file(SITE)};
}

static void
texts_free(Texts *texts)
{
    g_string_free(texts->agency, TRUE);
    g_string_free(texts->service, TRUE);
    g_string_free(texts->site, TRUE);
}

static InstrumentSet *
read_instruments(void)
{
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    InstrumentSet *set = instrument_set_load("tests/exam", diags, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(diag_list_n(diags), ==, 0);
    instrument_set_ready(set);
    g_assert_cmpuint(set->n, >=, 2);
    return set;
}

typedef void (*UseExam)(const Exam *exam, const Agency *agency, gpointer data);

/* Judges the texts by every examination. */
static void
judge(const InstrumentSet *set, const Texts *texts, Date today, UseExam use, gpointer data)
{
    const File files[] = {{AGENCY, texts->agency->str},
                          {SERVICE, texts->service->str},
                          {SITE, texts->site->str},
                          {NULL, NULL}};
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    char *root = write_files(files);
    g_autoptr(Scan) scan = scan_new(root, 1, diags, &error);
    g_assert_no_error(error);
    g_autoptr(SiteData) site = site_load(scan, diags, &error);
    g_assert_no_error(error);
    g_autoptr(Loaded) loaded = load_agency(scan, site, &scan->agencies[0], diags, &error);
    g_assert_no_error(error);
    ExamSubject subject = {.agency = loaded->agency,
                           .site = &site->site,
                           .url = site->site.url.str,
                           .today = today};
    for (guint i = 0; i < set->n; i++) {
        Exam exam;
        exam_run(loaded->arena, set->items[i], &subject, &exam);
        use(&exam, loaded->agency, data);
    }
    remove_files(root, files);
}

/* " pekppp: 1b 6d; ombudsman: …" */
static void
append_missing(const Exam *exam, const Agency *agency G_GNUC_UNUSED, gpointer data)
{
    GString *out = data;
    if (exam->n_missing == 0)
        return;
    g_string_append_printf(out, " %s:", exam->instrument->key);
    for (guint i = 0; i < exam->n; i++)
        if (exam->results[i].state == EXAM_MISSING)
            g_string_append_printf(out, " %s", exam->results[i].item->nomor.str);
}

static void
assert_all_proved(const Exam *exam, const Agency *agency, gpointer data G_GNUC_UNUSED)
{
    for (guint i = 0; i < exam->n; i++) {
        const ExamResult *result = &exam->results[i];
        g_autoptr(GString) words = g_string_new(NULL);
        for (guint k = 0; k < result->n_gaps;)
            k = exam_append_gaps(result, k, agency, DIAG_LANG_ID, words);
        if (result->state == EXAM_MISSING)
            g_test_fail_printf("%s %s: %s", exam->instrument->key, result->item->nomor.str,
                               words->str);
        g_assert_cmpint(result->state == EXAM_OTHERWISE, ==, result->item->aturan.n == 0);
    }
    g_assert_cmpuint(exam->n, ==, exam->n_proved + exam->n_missing + exam->n_otherwise);
    g_assert_cmpuint(exam->n_proved, >, 0);
    g_assert_cmpuint(exam->n_otherwise, >, 0);
}

static void
test_complete(void)
{
    g_autoptr(InstrumentSet) set = read_instruments();
    Texts texts;
    texts_read(&texts);
    judge(set, &texts, TODAY, assert_all_proved, NULL);
    texts_free(&texts);
}

/* ---- every key ---- */

static gboolean
take_out(GString *text, const char *before, const InstrumentPath *path)
{
    YamlStep steps[2 * INSTRUMENT_MAX_DEPTH + 1];
    guint n = 0;
    if (before != NULL)
        steps[n++] = (YamlStep){before, 0};
    for (guint i = 0; i < path->n; i++) {
        steps[n++] = (YamlStep){path->fields[i]->key, 0};
        if (path->fields[i]->type == FIELD_RECORDS && i + 1 < path->n)
            steps[n++] = (YamlStep){NULL, 0};
    }
    YamlChange change = {.action = YAML_REMOVE, .path = {steps, n}};
    return yaml_edit(text, 1, G_MAXUINT, FALSE, &change) == YAML_EDITED;
}

/* Out of the file it stands in: a service's may be the agency's. */
static gboolean
take_out_of(Texts *texts, const InstrumentPath *path)
{
    switch (path->scope) {
    case SCOPE_SITE:
        return take_out(texts->site, NULL, path);
    case SCOPE_SERVICES:
        if (take_out(texts->service, NULL, path) || take_out(texts->agency, "bawaan", path))
            return TRUE;
        break;
    case SCOPE_AGENCY:
        break;
    }
    return take_out(texts->agency, NULL, path);
}

static void
add_paths(const InstrumentWantList *wants, GPtrArray *paths)
{
    for (guint i = 0; i < wants->n; i++)
        for (guint k = 0; k < wants->items[i].n; k++)
            g_ptr_array_add(paths, &wants->items[i].paths[k]);
}

static char *
name_of(const InstrumentPath *path)
{
    static const char *const scopes[] = {
        [SCOPE_AGENCY] = "", [SCOPE_SERVICES] = "layanan.", [SCOPE_SITE] = "situs."};
    return g_strconcat(scopes[path->scope], path->key, NULL);
}

static int
compare_paths(gconstpointer a, gconstpointer b)
{
    g_autofree char *x = name_of(*(const InstrumentPath *const *)a),
                    *y = name_of(*(const InstrumentPath *const *)b);
    return strcmp(x, y);
}

static GPtrArray *
all_paths(const InstrumentSet *set)
{
    GPtrArray *paths = g_ptr_array_new();
    for (guint i = 0; i < set->n; i++)
        for (guint p = 0; p < set->items[i]->bagian.n; p++)
            for (guint k = 0; k < set->items[i]->bagian.items[p].butir.n; k++) {
                const InstrumentRuleList *rules =
                    &set->items[i]->bagian.items[p].butir.items[k].aturan;
                for (guint r = 0; r < rules->n; r++) {
                    add_paths(&rules->items[r].all, paths);
                    add_paths(&rules->items[r].some, paths);
                }
            }
    g_ptr_array_sort(paths, compare_paths);
    return paths;
}

/* What no key alone decides. */
static const struct {
    const char *name, *from, *to;
    char file; /* a(gency), s(ervice), w(ebsite) */
} changes[] = {
    {"maklumat tanpa perbaikan", "perbaikan", "pelayanan", 'a'},
    {"maklumat tanpa sanksi", "sanksi", "saran", 'a'},
    {"maklumat berupa contoh", "Kami sanggup", "......", 'a'},
    {"dengan istirahat", "jam: 08.00–15.00", "{jam: 08.00–15.00, istirahat: 12.00–13.00}", 'a'},
    {"tutup Sabtu", "hari: Sabtu", "hari: Senin", 'a'},
    {"alamat lain", "contoh.go.id/layanan", "contoh.example/go.id", 'w'},
    {"tanpa LAPOR", "LAPOR: www.lapor.go.id", "WhatsApp: 081234567890", 'a'},
    {"tanpa tatap muka", "jenis: datang", "jenis: surat", 'a'},
    {"ditinjau 13 bulan lalu", "2026-06-01", "2025-10-21", 's'},
    {"ditinjau 12 bulan lalu", "2026-06-01", "2025-11-22", 's'},
    {"empat isi kode etik", "    - Penghargaan\n", "", 'a'},
    {"kursi roda tidak ada", "kursi_roda: ada", "kursi_roda: tidak", 'a'},
    {"tiga media", "  cetak: Papan pengumuman di ruang tunggu\n", "", 'a'},
    {"SK berupa contoh", "188/3/2025", "......", 's'},
    {"layanan dicabut", "produk: Akta", "produk: Akta\nstatus: dicabut", 's'},
};

static void
change_text(Texts *texts, guint i)
{
    GString *text = changes[i].file == 'a'   ? texts->agency
                    : changes[i].file == 's' ? texts->service
                                             : texts->site;
    if (strcmp(changes[i].name, "dengan istirahat") == 0)
        g_assert_cmpuint(g_string_replace(text, changes[i].from,
                                          "jam: 08.00–15.00\n    istirahat: 12.00–13.00", 1),
                         ==, 1);
    else
        g_assert_cmpuint(g_string_replace(text, changes[i].from, changes[i].to, 1), ==, 1);
}

static void
test_keys(void)
{
    g_autoptr(InstrumentSet) set = read_instruments();
    g_autoptr(GPtrArray) paths = all_paths(set);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < paths->len + G_N_ELEMENTS(changes); i++) {
        Texts texts;
        if (i > 0 && i < paths->len &&
            compare_paths(&paths->pdata[i - 1], &paths->pdata[i]) == 0)
            continue;
        g_autofree char *name = i < paths->len ? name_of(paths->pdata[i]) : NULL;
        texts_read(&texts);
        g_string_append_printf(out, "%s:", name != NULL ? name : changes[i - paths->len].name);
        if (name == NULL)
            change_text(&texts, i - paths->len);
        else if (!take_out_of(&texts, paths->pdata[i]))
            g_string_append(out, " (contoh tidak memilikinya)");
        judge(set, &texts, TODAY, append_missing, out);
        g_string_append_c(out, '\n');
        texts_free(&texts);
    }
    char *golden = NULL;
    if (g_getenv("UPDATE") != NULL)
        g_assert_true(g_file_set_contents(GOLDEN, out->str, (gssize)out->len, NULL));
    g_assert_true(g_file_get_contents(GOLDEN, &golden, NULL, NULL));
    g_assert_cmpstr(out->str, ==, golden);
    g_free(golden);
}

/* ---- each item can go red ---- */

static void
test_items(void)
{
    g_autoptr(InstrumentSet) set = read_instruments();
    g_autofree char *golden = NULL;
    g_assert_true(g_file_get_contents(GOLDEN, &golden, NULL, NULL));
    for (guint i = 0; i < set->n; i++)
        for (guint p = 0; p < set->items[i]->bagian.n; p++)
            for (guint k = 0; k < set->items[i]->bagian.items[p].butir.n; k++) {
                const InstrumentItem *item = &set->items[i]->bagian.items[p].butir.items[k];
                g_autofree char *word = g_strdup_printf("\\b%s: [^:\n]*(?<=[ ])%s(?![\\w])",
                                                        set->items[i]->key, item->nomor.str);
                if (item->aturan.n > 0 && !g_regex_match_simple(word, golden, 0, 0))
                    g_test_fail_printf("nothing turns %s %s red", set->items[i]->key,
                                       item->nomor.str);
            }
}

/* ---- without a day ---- */

static void
assert_open(const Exam *exam, const Agency *agency G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
    for (guint i = 0; i < exam->n; i++) {
        const InstrumentRuleList *rules = &exam->results[i].item->aturan;
        gboolean aged = FALSE;
        for (guint k = 0; k < rules->n; k++)
            aged |= rules->items[k].paling_lama > 0;
        g_assert_cmpint(exam->results[i].state, !=, EXAM_MISSING);
        g_assert_cmpint(exam->results[i].age_open, ==, aged);
    }
}

static void
test_no_day(void)
{
    g_autoptr(InstrumentSet) set = read_instruments();
    Texts texts;
    texts_read(&texts);
    g_assert_cmpuint(g_string_replace(texts.service, "2026-06-01", "2016-06-01", 1), ==, 1);
    judge(set, &texts, (Date){0}, assert_open, NULL);
    texts_free(&texts);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/exam/complete", test_complete);
    g_test_add_func("/exam/keys", test_keys);
    g_test_add_func("/exam/items", test_items);
    g_test_add_func("/exam/no-day", test_no_day);
    return g_test_run();
}
