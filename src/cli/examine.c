#include "cli/examine.h"
#include "audit/exam.h"
#include "base/json.h"
#include "base/path.h"
#include "cli/content.h"
#include "facts/agency.h"
#include "model/load.h"
#include <string.h>

/* One agency judged, and where it is told. */
typedef struct Telling {
    const Cli *cli;
    const Exam *exam;
    const Agency *agency;
    const char *url; /* NULL: paths are told */
    GString *out;
} Telling;

/* ---- text ---- */

static void
append_indented(const Telling *t, CommandText word, const char *text)
{
    g_string_append_printf(t->out, "      %s: %s\n", cli_text(t->cli, word), text);
}

static void
append_addresses(const Telling *t, const InstrumentItem *item)
{
    for (guint page = 0; page < N_INSTRUMENT_PAGES; page++) {
        if ((item->pages >> page & 1) == 0)
            continue;
        g_autofree char *path = exam_proof_path((InstrumentPage)page, t->agency->path);
        g_autofree char *whole = g_strconcat(t->url != NULL ? t->url : "", path, NULL);
        append_indented(t,
                        page == PROOF_SERVICES ? (CommandText){"halaman tiap layanan, dari",
                                                               "each service's page, from"}
                                               : (CommandText){"alamat", "address"},
                        whole);
    }
}

static void
append_evidence(const Telling *t, const InstrumentItem *item)
{
    for (guint i = 0; i < item->bukti.n; i++)
        append_indented(t, (CommandText){"siapkan", "prepare"}, item->bukti.items[i].str);
}

static void
append_item(const Telling *t, const ExamResult *result)
{
    static const CommandText states[] = {[EXAM_PROVED] = {"terbukti", "proved"},
                                         [EXAM_MISSING] = {"belum", "missing"},
                                         [EXAM_OTHERWISE] = {"lain", "other"}};
    const InstrumentItem *item = result->item;
    DiagLang lang = t->cli->lang;
    g_string_append_printf(t->out, "  [%s] %s %s", cli_text(t->cli, states[result->state]),
                           item->nomor.str, item->tanya.str);
    g_string_append(t->out, item->doubtful
                                ? cli_text(t->cli, (CommandText){" (belum diverifikasi)\n",
                                                                 " (not verified)\n"})
                                : "\n");
    if (result->state == EXAM_PROVED)
        append_addresses(t, item);
    for (guint i = 0; i < result->n_gaps;) {
        g_string_append(t->out, "      ");
        i = exam_append_gaps(result, i, t->agency, lang, t->out);
        g_string_append_c(t->out, '\n');
    }
    if (result->state == EXAM_OTHERWISE || (item->ways & ~(1u << WAY_SITE)) != 0)
        append_evidence(t, item);
    if (item->batas.str != NULL)
        append_indented(t, (CommandText){"tidak diketahui program", "unknown to the program"},
                        item->batas.str);
}

static void
append_text(const Telling *t)
{
    const Instrument *instrument = t->exam->instrument;
    g_autoptr(Arena) arena = arena_new();
    guint next = 0;
    g_string_append_printf(t->out, "%s: %s\n", instrument->nama.str,
                           agency_full_name(arena, t->agency));
    if (!instrument->diverifikasi)
        cli_append(t->cli, t->out, "  belum diverifikasi: %s\n", "  not verified: %s\n",
                   instrument->catatan.str != NULL ? instrument->catatan.str : "-");
    for (guint i = 0; i < instrument->bagian.n; i++) {
        const InstrumentPart *part = &instrument->bagian.items[i];
        g_string_append_printf(t->out, "\n%s\n", part->judul.str);
        for (guint k = 0; k < part->butir.n; k++)
            append_item(t, &t->exam->results[next++]);
    }
    cli_append(t->cli, t->out,
               "\n%u terbukti, %u belum, %u dibuktikan dengan cara lain, dari %u butir\n",
               "\nproved: %u, missing: %u, to be proved otherwise: %u, of %u items\n",
               t->exam->n_proved, t->exam->n_missing, t->exam->n_otherwise, t->exam->n);
}

/* ---- JSON ---- */

static void
append_texts(Json *json, const char *key, const TextList *texts)
{
    json_key_array(json, key);
    for (guint i = 0; i < texts->n; i++)
        json_text(json, texts->items[i].str, -1);
    json_array_end(json);
}

static void
append_json_addresses(const Telling *t, const ExamResult *result, Json *json)
{
    json_key_array(json, "addresses");
    for (guint page = 0; result->state == EXAM_PROVED && page < N_INSTRUMENT_PAGES; page++) {
        g_autofree char *path = exam_proof_path((InstrumentPage)page, t->agency->path);
        g_autofree char *whole = g_strconcat(t->url != NULL ? t->url : "", path, NULL);
        if ((result->item->pages >> page & 1) != 0)
            json_text(json, whole, -1);
    }
    json_array_end(json);
}

static void
append_json_item(const Telling *t, const ExamResult *result, Json *json)
{
    static const char *const states[] = {
        [EXAM_PROVED] = "proved", [EXAM_MISSING] = "missing", [EXAM_OTHERWISE] = "other"};
    const InstrumentItem *item = result->item;
    json_object_begin(json);
    json_text_pair(json, "number", item->nomor.str);
    json_text_pair(json, "question", item->tanya.str);
    json_text_pair(json, "state", states[result->state]);
    json_bool_pair(json, "verified", item->diverifikasi);
    append_json_addresses(t, result, json);
    json_key_array(json, "todo");
    for (guint i = 0; i < result->n_gaps;) {
        g_autoptr(GString) words = g_string_new(NULL);
        i = exam_append_gaps(result, i, t->agency, t->cli->lang, words);
        json_text(json, words->str, (gssize)words->len);
    }
    json_array_end(json);
    append_texts(json, "evidence", &item->bukti);
    json_text_pair(json, "unknown", item->batas.str);
    json_object_end(json);
}

static void
append_json(const Telling *t, Json *json)
{
    g_autoptr(Arena) arena = arena_new();
    json_object_begin(json);
    json_text_pair(json, "instrument", t->exam->instrument->key);
    json_text_pair(json, "name", t->exam->instrument->nama.str);
    json_text_pair(json, "agency", agency_full_name(arena, t->agency));
    json_text_pair(json, "path", t->agency->path);
    json_bool_pair(json, "verified", t->exam->instrument->diverifikasi);
    json_int_pair(json, "proved", t->exam->n_proved);
    json_int_pair(json, "missing", t->exam->n_missing);
    json_int_pair(json, "other", t->exam->n_otherwise);
    json_key_array(json, "items");
    for (guint i = 0; i < t->exam->n; i++)
        append_json_item(t, &t->exam->results[i], json);
    json_array_end(json);
    json_object_end(json);
}

/* ---- the project ---- */

/* What is told, and what came of it. */
typedef struct Run {
    const Cli *cli;
    const Examine *options;
    const Content *content;
    const Instrument *instrument;
    DiagList *diags;
    GString *out;
    Json json;
    guint n_told, n_missing;
} Run;

static gboolean
examine_agency(Run *run, const ScanAgency *which, GError **error)
{
    g_autoptr(Loaded) loaded =
                  load_agency(run->content->scan, run->content->data, which, run->diags, error);
    if (loaded == NULL)
        return FALSE;
    const char *url = run->content->data->site.url.str;
    url = url != NULL && *url != '\0' ? url : NULL;
    ExamSubject subject = {.agency = loaded->agency,
                           .site = loaded->site,
                           .url = url,
                           .today = run->options->today};
    Exam exam;
    exam_run(loaded->arena, run->instrument, &subject, &exam);
    Telling telling = {run->cli, &exam, loaded->agency, url, run->out};
    if (run->options->json) {
        append_json(&telling, &run->json);
    } else {
        g_string_append(run->out, run->n_told > 0 ? "\n" : "");
        append_text(&telling);
    }
    run->n_told++;
    run->n_missing += exam.n_missing;
    return TRUE;
}

static gboolean
examine_agencies(Run *run, GError **error)
{
    const Scan *scan = run->content->scan;
    const char *only = run->options->only;
    json_init(&run->json, run->out, 1);
    if (run->options->json)
        json_array_begin(&run->json);
    for (guint i = 0; i < scan->n_agencies; i++)
        if ((only == NULL || path_is_at(scan->agencies[i].folder->path, only)) &&
            !examine_agency(run, &scan->agencies[i], error))
            return FALSE;
    if (run->options->json) {
        json_array_end(&run->json);
        g_string_append_c(run->out, '\n');
    }
    return TRUE;
}

static Exit
refuse_name(const Cli *cli, const InstrumentSet *set, const char *name)
{
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < instrument_set_ready(set)->n; i++)
        g_string_append_printf(all, "%s%s", i > 0 ? ", " : "", set->items[i]->key);
    return cli_usage(cli, "tidak ada instrumen \"%s\"; yang ada: %s",
                     "there is no instrument \"%s\"; there are: %s", name, all->str);
}

static Exit
examine_set(Run *run, const InstrumentSet *set, GError **error)
{
    run->instrument = instrument_find(set, run->options->name);
    if (run->instrument == NULL)
        return refuse_name(run->cli, set, run->options->name);
    if (!examine_agencies(run, error))
        return cli_environment(run->cli, g_steal_pointer(error));
    cli_put_findings(run->cli, run->diags, DIAG_ERROR); /* `check` tells the rest by itself */
    if (run->n_told == 0) {
        return cli_usage(run->cli, "tidak ada instansi di sana", "there is no agency there");
    }
    cli_put(run->out->str, run->out->len);
    gboolean broken = diag_list_n(run->diags) > 0;
    return broken || (run->n_missing > 0 && run->options->fail_on <= DIAG_WARNING)
               ? EXIT_FINDINGS
               : EXIT_FINE;
}

Exit
examine_run(const Cli *cli, const Examine *options)
{
    GError *error = NULL;
    Content content;
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GString) out = g_string_new(NULL);
    if (!content_open(options->dir, &content, &error))
        return cli_project_failed(cli, options->dir, error);
    Run run = {.cli = cli, .options = options, .content = &content, .diags = diags, .out = out};
    g_autoptr(InstrumentSet) set = instrument_set_load(options->dir, diags, &error);
    Exit exit = set != NULL ? examine_set(&run, set, &error) : cli_environment(cli, error);
    content_close(&content);
    return exit;
}
