/*
 * Import, measured: every input in tests/import against its labelled truth, one line each, and the figures
 * that are promised of all of them. SCORE=1 prints what differs.
 *
 * NAME.truth stands beside NAME.EXT. It holds, a line each: "judul: …", "sk: …", "[key]", "- one unit of the
 * list", and "%%" behind each service. Words are compared folded.
 *
 * tests/import grew by documents of several hands, which became inputs once what they showed was mended; the
 * first score of each set, before that, is what tells how import does on a document nobody has seen:
 *
 *   set                              sections  right   wrong, a doubt beside it   wrong, silent
 *   190 … 219, by another hand       255       96.1 %  6                          4
 *   220 … 249, by another hand       250       91.2 %  5                          17
 *   shapes/250 …, 38 documents       287       82.2 %  20                         31 (16 of them in files that
 *                                                                                 were refused with a finding)
 *   shapes/300 …, 12 more             69       73.9 %  11                         7
 *   shapes/320 …, 5 tables            36       94.4 %  2                          0
 *   60 documents                                    (wrong or its list not parted)
 *     texts, messages, copies        323       77.7 %  72                        20
 *     PDF                            138       55.1 %  30                        42
 *     web pages                       26       65.4 %  9                          1
 *     Word, OpenDocument              59       98.3 %  3                          1
 *     workbooks, CSV                  78      100.0 %  1                          5
 *     all of them                    624       76.9 %  115                       69
 *
 *   26 documents more, by a third hand
 *     texts, messages, copies        146       91.8 %  16                         3 (one of them as its truth counts letters)
 *     PDF                             60      100.0 %  2                          0
 *     Word, OpenDocument              28       92.9 %  2                          0
 *     web pages, workbooks            23      100.0 %  3                          0
 *     all of them                    257       94.6 %  23                         3
 *
 * Of the 60 those that showed a kind of fault are shapes/330 … 345, of the 26 shapes/352 and 353.
 */
#include "import/draft.h"
#include "import/heading.h"
#include "import/intake.h"
#include "import/list-mark.h"
#include "model/fields.h"
#include "text/fold.h"
#include "text/yaml.h"
#include "value/duration.h"
#include <string.h>

enum {
    N_COMPONENTS = G_N_ELEMENTS(component_names),
    SECTIONS_PERCENT = 95, /* right, of all inputs */
    WORDS_PERCENT = 97,    /* in the right field */
    NEEDLESS_PERCENT = 5   /* doubts at what is right, of all sections */
};

/* A service as its truth tells it or as import wrote it: units of each component. */
typedef struct Service {
    char *title, *decree;
    GPtrArray *units[N_COMPONENTS]; /* char *, folded */
    gboolean given[N_COMPONENTS];
    guint unsure; /* bits of components with a doubt */
    guint unplaced;
    guint fee_rows;
    gboolean untitled; /* named after its file */
} Service;

/* Words of a document that import wrote nowhere, and words it wrote that are not there. */
typedef struct WordCount {
    GHashTable *source, *written; /* word -> how often */
    GHashTable *headings;         /* words of headings, which became keys or comments */
    GHashTable *repeated;         /* words that stand in several charters on purpose */
    guint lost, invented;
    gboolean refused; /* nothing was imported, and a finding says why */
} WordCount;

typedef struct Score {
    guint sections, right, lists, words, words_right, times, times_right, fees, fees_right,
        silent, doubted, doubted_wrong, titles, titles_right, lost, invented;
} Score;

static gboolean verbose;
static const char *const sets[] = {"tests/import", "tests/import/shapes"};
static const char *inputs;

static char *
folded(const char *text)
{
    g_autoptr(GString) word = g_string_new(NULL);
    GString *out = g_string_new(NULL);
    for (const char *at = text; fold_next_word(&at, word);)
        g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", word->str);
    return g_string_free(out, FALSE);
}

static void
service_free(gpointer data)
{
    Service *service = data;
    g_free(service->title);
    g_free(service->decree);
    for (guint c = 0; c < N_COMPONENTS; c++)
        g_ptr_array_unref(service->units[c]);
    g_free(service);
}

static Service *
service_new(void)
{
    Service *service = g_new0(Service, 1);
    for (guint c = 0; c < N_COMPONENTS; c++)
        service->units[c] = g_ptr_array_new_with_free_func(g_free);
    return service;
}

static guint
component_of(const char *key)
{
    for (guint c = 1; c < N_COMPONENTS; c++)
        if (strcmp(field_component(c)->key, key) == 0)
            return c;
    return 0;
}

/* ---- truth ---- */

static GPtrArray *
read_truth(const char *path)
{
    g_autofree char *text = NULL;
    GPtrArray *services = g_ptr_array_new_with_free_func(service_free);
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    Service *now = service_new();
    guint component = 0;
    for (char **line = lines; *line != NULL; line++) {
        if (strcmp(*line, "%%") == 0) {
            g_ptr_array_add(services, now);
            now = service_new();
        } else if (g_str_has_prefix(*line, "judul: ")) {
            now->title = folded(*line + 7);
        } else if (g_str_has_prefix(*line, "sk: ")) {
            now->decree = folded(*line + 4);
        } else if (**line == '[') {
            g_autofree char *key = g_strndup(*line + 1, strcspn(*line + 1, "]"));
            component = component_of(key);
            g_assert_cmpuint(component, >, 0);
            now->given[component] = TRUE;
        } else if (g_str_has_prefix(*line, "- ")) {
            g_ptr_array_add(now->units[component], folded(*line + 2));
        }
    }
    service_free(now);
    return services;
}

/* ---- what import wrote ---- */

static void
join_scalars(const YamlNode *node, GString *out)
{
    if (node->kind == YAML_TEXT)
        g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", node->text);
    for (guint i = 0; i < node->n; i++)
        join_scalars(node->kind == YAML_MAP ? node->pairs[i].value : node->items[i], out);
}

static void add_units(const YamlNode *node, GPtrArray *units);

/* A mapping is one unit, but for its lists, whose items are units. */
static void
add_map(const YamlNode *node, GPtrArray *units)
{
    g_autoptr(GString) own = g_string_new(NULL);
    for (guint i = 0; i < node->n; i++) {
        const YamlNode *value = node->pairs[i].value;
        if (value->kind == YAML_TEXT && strcmp(node->pairs[i].key->text, "jenis") != 0)
            join_scalars(value, own);
    }
    if (own->len > 0)
        g_ptr_array_add(units, folded(own->str));
    for (guint i = 0; i < node->n; i++)
        if (node->pairs[i].value->kind != YAML_TEXT)
            add_units(node->pairs[i].value, units);
}

static void
add_units(const YamlNode *node, GPtrArray *units)
{
    if (node->kind == YAML_MAP) {
        add_map(node, units);
        return;
    }
    if (node->kind == YAML_TEXT) {
        g_ptr_array_add(units, folded(node->text));
        return;
    }
    for (guint i = 0; i < node->n; i++)
        add_units(node->items[i], units);
}

/* Parts of component 6 are read in the order they stand in, each scalar a unit. */
static void
add_complaint(const YamlNode *node, GPtrArray *units)
{
    for (guint i = 0; node->kind == YAML_MAP && i < node->n; i++)
        add_units(node->pairs[i].value, units);
}

/* The front matter of a charter, which must be read without a finding. */
static const YamlNode *
read_front(Arena *arena, const char *text, gsize len)
{
    g_autoptr(DiagList) diags = diag_list_new();
    Source *source = source_new("x", g_strndup(text, len), len, diags);
    const YamlNode *root = yaml_read(
        arena, &(YamlPart){source, 1, source_n_lines(source), FALSE}, NULL, NULL, diags);
    g_assert_cmpuint(diag_list_n(diags), ==, 0);
    source_free(source);
    return root;
}

static Service *
read_charter(const char *text, const YamlNode *root, const DraftReport *report)
{
    Service *service = service_new();
    service->unsure = report->unsure;
    service->unplaced = report->unplaced;
    service->untitled = strstr(text, "diambil dari nama") != NULL;
    for (guint i = 0; i < root->n; i++) {
        const char *key = root->pairs[i].key->text;
        const YamlNode *value = root->pairs[i].value;
        guint c = component_of(key);
        g_autoptr(GString) whole = g_string_new(NULL);
        join_scalars(value, whole);
        if (strcmp(key, "judul") == 0)
            service->title = folded(whole->str);
        if (strcmp(key, "sk") == 0)
            service->decree =
                folded(value->kind == YAML_MAP ? value->pairs[0].value->text : whole->str);
        if (c == 0)
            continue;
        service->given[c] = TRUE;
        if (c == 6)
            add_complaint(value, service->units[c]);
        else
            add_units(value, service->units[c]);
        if (c == 4 && value->kind == YAML_MAP)
            service->fee_rows = service->units[c]->len;
    }
    return service;
}

/* ---- words, both ways ---- */

static void
count_words(GHashTable *counts, const char *text)
{
    g_autoptr(GString) word = g_string_new(NULL);
    for (const char *at = text; fold_next_word(&at, word);)
        g_hash_table_replace(
            counts, g_strdup(word->str),
            GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(counts, word->str)) + 1));
}

/* Labels and names of columns, whose words are keys and places in a charter. */
static const char labels[] =
    " no langkah judul nomor telp laman komponen uraian keterangan standar jenis nama "
    "layanan pelayanan tanggal tentang bagian tanya jawab pertanyaan jawaban ";

/* A number or letter that marks an item, a bullet that is a letter. */
static gboolean
is_mark_word(const char *word)
{
    return strlen(word) <= 2 || strspn(word, "ivx") == strlen(word);
}

/* What the fields of a charter say; where it came from and what kind it is are no words of the document. */
static void
count_fields(GHashTable *counts, const YamlNode *node)
{
    if (node->kind == YAML_TEXT && !g_str_equal(node->text, "x"))
        count_words(counts, node->text);
    for (guint i = 0; i < node->n; i++) {
        const char *key = node->kind == YAML_MAP ? node->pairs[i].key->text : "";
        if (!g_str_equal(key, "sumber") && !g_str_equal(key, "jenis"))
            count_fields(counts,
                         node->kind == YAML_MAP ? node->pairs[i].value : node->items[i]);
    }
}

/*
 * Its comments that hold words of the document: paragraphs that are not placed, and, in one count apart,
 * headings and the line a title was cut from.
 */
static void
count_comments(WordCount *words, const char *text)
{
    static const char *const told[] = {"# tidak ditempatkan: \"", "# periksa: judul \"",
                                       "# Judul pada naskah: "};
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    GHashTable *to = NULL;
    for (char **line = lines; *line != NULL; line++) {
        const char *at = *line + strspn(*line, " ");
        if (g_str_has_prefix(at, "#   - "))
            to = words->written;
        else if (*at != '#' || (strchr(at, ':') != NULL && !g_str_has_prefix(at, "#     ")))
            to = NULL;
        for (guint i = 0; i < G_N_ELEMENTS(told); i++)
            if (g_str_has_prefix(at, told[i])) {
                to = words->headings;
                at += strlen(told[i]);
            }
        if (to != NULL)
            count_words(to, at);
    }
}

/* Headings that became keys; the same one twice is one key. */
static void
count_headings(WordCount *words, const ReadCharter *charter)
{
    for (guint i = 0; i < charter->n; i++) {
        const ReadSection *section = &charter->sections[i];
        for (guint n = section->doubts & READ_REPEATED ? 2 : 1; n > 0; n--)
            count_words(words->headings, section->component > 0 ? section->heading : "");
    }
}

/* What the charters after the first repeat: the decree that is over all of them. A title that was guessed
 * stays in its sentence, a group's name stands at each tariff of it. */
static void
count_repeated(WordCount *words, const Reading *reading)
{
    for (guint i = 0; i < reading->n; i++) {
        const ReadCharter *charter = &reading->charters[i];
        const char *const facts[] = {charter->decree.number, charter->decree.date,
                                     charter->decree.about};
        for (guint k = 0; i > 0 && charter->decree.of_all && k < G_N_ELEMENTS(facts); k++)
            count_words(words->repeated, facts[k] != NULL ? facts[k] : "");
        if (charter->title_guessed)
            count_words(words->repeated, charter->title);
        for (guint k = 0; k < charter->n; k++)
            if (charter->sections[k].doubts & READ_SHARED) {
                g_autoptr(GString) shared = g_string_new(NULL);
                blocks_append_text(&charter->sections[k].blocks, shared);
                count_words(words->repeated, shared->str);
            }
    }
}

static guint
count_of(GHashTable *counts, const char *word)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(counts, word));
}

static void
compare_counts(WordCount *words)
{
    g_autoptr(GList) source = g_hash_table_get_keys(words->source);
    g_autoptr(GList) written = g_hash_table_get_keys(words->written);
    for (GList *at = source; at != NULL; at = at->next) {
        guint in = count_of(words->source, at->data), out = count_of(words->written, at->data);
        g_autofree char *key = g_strdup_printf(" %s ", (char *)at->data);
        if (in <= out + count_of(words->headings, at->data) || is_mark_word(at->data) ||
            strstr(labels, key) != NULL)
            continue;
        words->lost++;
        g_print("#   lost: %s (%u of %u)\n", (char *)at->data, in - out, in);
    }
    for (GList *at = written; at != NULL; at = at->next) {
        guint in = count_of(words->source, at->data), out = count_of(words->written, at->data);
        if (out <= in + count_of(words->repeated, at->data))
            continue;
        words->invented++;
        g_print("#   invented: %s (%u for %u)\n", (char *)at->data, out, in);
    }
}

static GPtrArray *
import_file(const char *path, WordCount *words)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    GPtrArray *services = g_ptr_array_new_with_free_func(service_free);
    g_autofree char *bytes = NULL;
    gsize len;
    Intake intake;
    g_assert_true(g_file_get_contents(path, &bytes, &len, NULL));
    IntakeStatus status =
        intake_read(arena, &(IntakeFile){path, bytes, len}, &intake, diags, &error);
    const Reading *reading =
        status == INTAKE_READ ? reading_new(arena, intake.source, &intake.blocks, diags) : NULL;
    for (guint i = 0; reading != NULL && i < reading->n; i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        DraftReport report;
        draft_append_charter(reading, &reading->charters[i],
                             &(DraftOrigin){NULL, "x", "x", NULL},
                             &(DraftSink){out, &report, diags});
        const char *front = out->str + strlen("---\n"), *end = strstr(front, "\n---\n") + 1;
        const YamlNode *root = read_front(arena, front, (gsize)(end - front));
        g_ptr_array_add(services, read_charter(out->str, root, &report));
        count_fields(words->written, root);
        count_words(words->written, end + strlen("---\n"));
        count_comments(words, out->str);
        count_headings(words, &reading->charters[i]);
    }
    if (reading != NULL) {
        g_autoptr(GString) text = g_string_new(NULL), agency = g_string_new(NULL);
        count_repeated(words, reading);
        blocks_append_text(&intake.blocks, text);
        count_words(words->source, text->str);
        if (reading->agency.name != NULL) {
            draft_append_agency(&reading->agency, agency);
            count_fields(words->written, read_front(arena, agency->str, agency->len));
        }
    }
    words->refused = services->len == 0 && diag_list_n(diags) > 0;
    source_free(intake.source);
    return services;
}

/* ---- comparing ---- */

static char *
joined(const GPtrArray *units)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < units->len; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? " " : "",
                               (char *)g_ptr_array_index(units, i));
    return g_string_free(out, FALSE);
}

/* How many words of `wanted` are in `got`, each as often as it stands there. */
static guint
common_words(const char *wanted, const char *got, guint *n)
{
    g_autoptr(GHashTable) left = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_auto(GStrv) have = g_strsplit(got, " ", -1), want = g_strsplit(wanted, " ", -1);
    guint found = 0;
    for (char **word = have; *word != NULL; word++)
        g_hash_table_replace(
            left, g_strdup(*word),
            GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(left, *word)) + 1));
    *n = g_strv_length(want);
    for (char **word = want; *word != NULL; word++) {
        guint rest = GPOINTER_TO_UINT(g_hash_table_lookup(left, *word));
        if (rest == 0)
            continue;
        found++;
        g_hash_table_replace(left, g_strdup(*word), GUINT_TO_POINTER(rest - 1));
    }
    return found;
}

static gboolean
same_units(const GPtrArray *a, const GPtrArray *b)
{
    for (guint i = 0; a->len == b->len && i < a->len; i++)
        if (strcmp(g_ptr_array_index(a, i), g_ptr_array_index(b, i)) != 0)
            return FALSE;
    return a->len == b->len;
}

static void
compare_section(const Service *wanted, const Service *got, guint c, Score *score)
{
    g_autofree char *want = joined(wanted->units[c]), *have = joined(got->units[c]);
    guint n;
    gboolean right = strcmp(want, have) == 0,
             lists = same_units(wanted->units[c], got->units[c]);
    gboolean doubt = (got->unsure & (1U << c)) || (!got->given[c] && got->unplaced > 0);
    score->words_right += common_words(want, have, &n);
    score->words += n;
    score->sections++;
    score->right += right ? 1 : 0;
    score->lists += lists ? 1 : 0;
    score->silent += !(right && lists) && !doubt ? 1 : 0;
    score->doubted += doubt ? 1 : 0;
    score->doubted_wrong += doubt && !(right && lists) ? 1 : 0;
    if (c == 3) {
        score->times++;
        score->times_right += lists ? 1 : 0;
    }
    if (c == 4) {
        score->fees++;
        score->fees_right +=
            right && (wanted->units[c]->len < 2 || got->fee_rows == wanted->units[c]->len) ? 1
                                                                                           : 0;
    }
    if (verbose && !(right && lists))
        g_print("#   %s%s\n#     wanted %u: %s\n#     got    %u: %s\n", field_component(c)->key,
                doubt ? "" : " (no doubt)", wanted->units[c]->len, want, got->units[c]->len,
                have);
}

static void
compare_service(const Service *wanted, const Service *got, Score *score)
{
    gboolean title = g_strcmp0(wanted->title, got->untitled ? NULL : got->title) == 0 &&
                     g_strcmp0(wanted->decree, got->decree) == 0;
    score->titles++;
    score->titles_right += title ? 1 : 0;
    if (verbose && !title)
        g_print("#   title wanted %s (%s), got %s (%s)\n", wanted->title, wanted->decree,
                got->title, got->decree);
    for (guint c = 1; c < N_COMPONENTS; c++)
        if (wanted->given[c] || got->given[c])
            compare_section(wanted, got, c, score);
}

static guint
percent(guint part, guint whole)
{
    return whole > 0 ? 100 * part / whole : 100;
}

static void
put_score(const char *name, const Score *s)
{
    g_print("# %-28s %3u%% words  %3u/%3u sections  %3u/%3u lists  %2u/%2u times  %2u/%2u fees "
            " %2u/%2u "
            "names  %u silent, %u of %u doubts at wrong ones, %u%% needless\n",
            name, percent(s->words_right, s->words), s->right, s->sections, s->lists,
            s->sections, s->times_right, s->times, s->fees_right, s->fees, s->titles_right,
            s->titles, s->silent, s->doubted_wrong, s->doubted,
            percent(s->doubted - s->doubted_wrong, MAX(s->sections, 1)));
}

static void
add_score(Score *to, const Score *from)
{
    guint *a = (guint *)to;
    const guint *b = (const guint *)from;
    for (gsize i = 0; i < sizeof *to / sizeof *a; i++)
        a[i] += b[i];
}

/*
 * Takes the charter a service of the truth became: the one of its title, else the first when there are not
 * more charters than services to come. NULL = none.
 */
static Service *
take_same(GPtrArray *got, const Service *wanted, guint to_come)
{
    for (guint i = 0; i < got->len; i++)
        if (g_strcmp0(((Service *)g_ptr_array_index(got, i))->title, wanted->title) == 0)
            return g_ptr_array_steal_index(got, i);
    return got->len > 0 && got->len <= to_come ? g_ptr_array_steal_index(got, 0) : NULL;
}

static Score
score_file(const char *path, const char *truth)
{
    Score score = {0};
    WordCount words = {g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                       g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                       g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                       g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                       0,
                       0,
                       FALSE};
    g_autoptr(GPtrArray) wanted = read_truth(truth), got = import_file(path, &words);
    Service *empty = service_new();
    empty->unsure = words.refused ? G_MAXUINT : 0;
    for (guint i = 0; i < wanted->len; i++) {
        Service *same = take_same(got, g_ptr_array_index(wanted, i), wanted->len - i);
        compare_service(g_ptr_array_index(wanted, i), same != NULL ? same : empty, &score);
        if (same != NULL)
            service_free(same);
    }
    for (guint i = 0; i < got->len; i++)
        compare_service(empty, g_ptr_array_index(got, i), &score);
    service_free(empty);
    compare_counts(&words);
    score.lost = words.lost;
    score.invented = words.invented;
    g_hash_table_unref(words.source);
    g_hash_table_unref(words.written);
    g_hash_table_unref(words.headings);
    g_hash_table_unref(words.repeated);
    return score;
}

/* The input a truth belongs to: the file of its name with any other ending. */
static char *
input_of(const char *stem)
{
    g_autoptr(GDir) dir = g_dir_open(inputs, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
        if (g_str_has_prefix(name, stem) && name[strlen(stem)] == '.' &&
            !g_str_has_suffix(name, ".truth"))
            return g_strconcat(inputs, "/", name, NULL);
    return NULL;
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static GPtrArray *
all_truths(void)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(inputs, 0, NULL);
    g_assert_nonnull(dir);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
        if (g_str_has_suffix(name, ".truth"))
            g_ptr_array_add(names, g_strndup(name, strlen(name) - strlen(".truth")));
    g_ptr_array_sort(names, compare_names);
    return names;
}

/* Scores a set, one line each; the sum is returned. */
static Score
score_set(void)
{
    Score all = {0};
    g_autoptr(GPtrArray) names = all_truths();
    g_autofree char *pdftotext = g_find_program_in_path("pdftotext");
    for (guint i = 0; i < names->len; i++) {
        const char *stem = g_ptr_array_index(names, i);
        g_autofree char *input = input_of(stem);
        g_autofree char *truth = g_strconcat(inputs, "/", stem, ".truth", NULL);
        g_assert_nonnull(input);
        if (g_str_has_suffix(input, ".pdf") && pdftotext == NULL)
            continue;
        Score score = score_file(input, truth);
        put_score(stem, &score);
        add_score(&all, &score);
    }
    put_score("all", &all);
    return all;
}

static void
test_score(void)
{
    if (inputs != NULL) {
        score_set();
        return;
    }
    Score all = {0};
    for (guint i = 0; i < G_N_ELEMENTS(sets); i++) {
        inputs = sets[i];
        Score score = score_set();
        add_score(&all, &score);
    }
    g_assert_cmpuint(percent(all.right, all.sections), >=, SECTIONS_PERCENT);
    g_assert_cmpuint(percent(all.lists, all.sections), >=, SECTIONS_PERCENT);
    g_assert_cmpuint(percent(all.words_right, all.words), >=, WORDS_PERCENT);
    g_assert_cmpuint(percent(all.doubted - all.doubted_wrong, all.sections), <=,
                     NEEDLESS_PERCENT);
    g_assert_cmpuint(all.silent, ==, 0);
    g_assert_cmpuint(all.lost, ==, 0);
    g_assert_cmpuint(all.invented, ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    verbose = g_getenv("SCORE") != NULL;
    if (g_getenv("SCORE_INPUTS") != NULL)
        inputs = g_getenv("SCORE_INPUTS");
    g_test_add_func("/import/score", test_score);
    return g_test_run();
}
