#include "base/fs.h"
#include "base/json.h"
#include "cli/command.h"
#include "cli/version.h"
#include "model/diff.h"
#include "model/load.h"
#include "model/walk.h"
#include <string.h>

static const CommandOption diff_options[] = {
    {"format",
     'f',
     "FORMAT",
     {"text (bawaan), markdown, atau json", "text (the default), markdown or json"}},
    {"dir",
     0,
     "DIR",
     {"proyek yang revisinya dibandingkan (bawaan: .)",
      "the project whose revisions are compared (default: .)"}},
    {0},
};

typedef enum DiffFormat { DIFF_TEXT, DIFF_MARKDOWN, DIFF_JSON } DiffFormat;

typedef struct Report {
    const Cli *cli;
    DiffFormat format;
    GString *out;
    Json json;
    Arena *arena;
    GArray *changes;  /* DiffChange of the charter at hand */
    const char *file; /* the name of the one file that is compared; NULL = folders are */
    guint n_charters;
} Report;

/* ---- saying it ---- */

/* `text` as Markdown that shows it as it is. */
static void
append_markdown(GString *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (strchr("\\`*_{}[]<>#|~", *text) != NULL)
            g_string_append_c(out, '\\');
        g_string_append_c(out, *text == '\n' ? ' ' : *text);
    }
}

static void
append_words(const Report *report, const char *text)
{
    if (report->format == DIFF_MARKDOWN)
        append_markdown(report->out, text);
    else
        g_string_append(report->out, text);
}

static void
say_change(const Report *report, const DiffChange *change)
{
    static const CommandText words[] = {
        [DIFF_CHANGED] = {"", ""},
        [DIFF_ADDED] = {", ditambah", ", added"},
        [DIFF_REMOVED] = {", dihapus", ", removed"},
        [DIFF_MOVED] = {", dipindah", ", moved"},
    };
    GString *out = report->out;
    g_string_append(out, report->format == DIFF_MARKDOWN ? "- **" : "  ");
    append_words(report, change->label);
    g_string_append(out, cli_text(report->cli, words[change->kind]));
    g_string_append(out, report->format == DIFF_MARKDOWN ? ":** " : ": ");
    if (change->before != NULL && change->kind != DIFF_MOVED) {
        append_words(report, change->before);
        g_string_append(out, change->after != NULL ? " → " : "");
    }
    if (change->after != NULL)
        append_words(report, change->after);
    g_string_append_c(out, '\n');
}

static void
put_change(Report *report, const DiffChange *change)
{
    static const char *const kinds[] = {[DIFF_CHANGED] = "diubah",
                                        [DIFF_ADDED] = "ditambah",
                                        [DIFF_REMOVED] = "dihapus",
                                        [DIFF_MOVED] = "dipindah"};
    Json *json = &report->json;
    json_object_begin(json);
    json_text_pair(json, "kunci", change->key);
    json_text_pair(json, "nama", change->label);
    json_text_pair(json, "perubahan", kinds[change->kind]);
    if (change->before != NULL)
        json_text_pair(json, "lama", change->before);
    if (change->after != NULL)
        json_text_pair(json, "baru", change->after);
    json_object_end(json);
}

/* One charter or agency; `state` is what became of it as a whole, "" when only its words changed. */
static void
tell(Report *report, const char *path, const char *title, CommandText state)
{
    const DiffChange *changes = (const DiffChange *)(const void *)report->changes->data;
    guint n = report->changes->len;
    if (n == 0 && *state.id == '\0')
        return;
    if (report->file != NULL)
        path = report->file;
    if (report->format == DIFF_JSON) {
        json_object_begin(&report->json);
        json_text_pair(&report->json, "berkas", path);
        json_text_pair(&report->json, "judul", title);
        json_text_pair(&report->json, "keadaan", *state.id ? state.id : "diubah");
        json_key_array(&report->json, "perubahan");
        for (guint i = 0; i < n; i++)
            put_change(report, &changes[i]);
        json_array_end(&report->json);
        json_object_end(&report->json);
    } else {
        g_string_append(report->out, report->n_charters > 0 ? "\n" : "");
        g_string_append(report->out, report->format == DIFF_MARKDOWN ? "## " : "");
        append_words(report, *title ? title : path);
        if (*title)
            g_string_append_printf(report->out, " (%s)", path);
        if (*state.id)
            g_string_append_printf(report->out, ": %s", cli_text(report->cli, state));
        g_string_append(report->out, report->format == DIFF_MARKDOWN && n > 0 ? "\n\n" : "\n");
        for (guint i = 0; i < n; i++)
            say_change(report, &changes[i]);
    }
    report->n_charters++;
    g_array_set_size(report->changes, 0);
}

/* ---- comparing ---- */

static const CommandText only_words = {"", ""}, is_new = {"baru", "new"},
                         is_gone = {"tidak ada lagi", "gone"};

static const char *
body_of(const char *body)
{
    return body != NULL ? body : "";
}

static void
compare_service(Report *report, const Service *a, const Service *b)
{
    diff_records(report->arena, &record_service, a, b, report->changes);
    diff_texts(report->arena, (DiffName){"Keterangan", "keterangan"}, body_of(a->body),
               body_of(b->body), report->changes);
    tell(report, b->path, text_str(b->judul), only_words);
}

typedef void (*EachService)(Report *report, const Service *service, const Loaded *other);

static void
each_service(Report *report, const Loaded *loaded, const Loaded *other, EachService each)
{
    for (guint i = 0; loaded != NULL && i < loaded->agency->services.n; i++) {
        const Service *service = &loaded->agency->services.items[i];
        each(report, service, other);
        for (guint k = 0; k < service->translations.n; k++)
            each(report, &service->translations.items[k], other);
    }
}

/* The same service, or translation, of the other version. */
static const Service *
find_in(const Loaded *other, const Service *service)
{
    return other != NULL ? agency_find_service(other->agency, service->path) : NULL;
}

static void
tell_new(Report *report, const Service *service, const Loaded *old)
{
    const Service *before = find_in(old, service);
    if (before != NULL)
        compare_service(report, before, service);
    else
        tell(report, service->path, text_str(service->judul), is_new);
}

static void
tell_gone(Report *report, const Service *service, const Loaded *new)
{
    if (find_in(new, service) == NULL)
        tell(report, service->path, text_str(service->judul), is_gone);
}

static Loaded *
load(const Version *version, const char *path, GError **error)
{
    const ScanAgency *agency = scan_find_agency(version->scan, path);
    g_autoptr(DiagList) dropped = diag_list_new();
    return agency != NULL ? load_agency(version->scan, version->data, agency, dropped, error)
                          : NULL;
}

static void
compare_agency(Report *report, const Loaded *a, const Loaded *b)
{
    const Agency *old = a != NULL ? a->agency : NULL, *new = b != NULL ? b->agency : NULL;
    const Agency *any = new != NULL ? new : old;
    if (any == NULL)
        return;
    g_autofree char *file = g_path_get_basename(source_path(any->source));
    g_autofree char *path = g_strconcat(any->path, *any->path ? "/" : "", file, NULL);
    if (old != NULL && new != NULL) {
        diff_records(report->arena, &record_agency, old, new, report->changes);
        diff_texts(report->arena, (DiffName){"Profil", "profil"}, body_of(old->body),
                   body_of(new->body), report->changes);
    }
    tell(report, path, text_str(any->nama),
         new == NULL   ? is_gone
         : old == NULL ? is_new
                       : only_words);
    each_service(report, b, a, tell_new);
    each_service(report, a, b, tell_gone);
}

static gboolean
compare_one(
    Report *report, const Version *a, const Version *b, const char *path, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Loaded) old = load(a, path, &problem);
    g_autoptr(Loaded) new = problem == NULL ? load(b, path, &problem) : NULL;
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    compare_agency(report, old, new);
    return TRUE;
}

static gboolean
compare(Report *report, const Version *a, const Version *b, GError **error)
{
    for (guint i = 0; i < b->scan->n_agencies; i++)
        if (!compare_one(report, a, b, b->scan->agencies[i].folder->path, error))
            return FALSE;
    for (guint i = 0; i < a->scan->n_agencies; i++) {
        const char *path = a->scan->agencies[i].folder->path;
        if (scan_find_agency(b->scan, path) == NULL && !compare_one(report, a, b, path, error))
            return FALSE;
    }
    return TRUE;
}

/* ---- the command ---- */

static gboolean
read_format(const Cli *cli, const char *name, DiffFormat *format)
{
    static const char *const names[] = {"text", "markdown", "json"};
    for (guint i = 0; name != NULL && i < G_N_ELEMENTS(names); i++) {
        if (g_ascii_strcasecmp(name, names[i]) == 0) {
            *format = (DiffFormat)i;
            return TRUE;
        }
    }
    if (name != NULL)
        cli_error(cli, "--format \"%s\" tidak dikenal; yang ada: text, markdown, json",
                  "--format \"%s\" is not known; there are: text, markdown, json", name);
    return name == NULL;
}

static Exit
say_not_opened(const Cli *cli, const char *name, GError *error)
{
    const char *tail = error->domain == FS_ERROR ? g_strrstr(error->message, ": ") : NULL;
    if (error->domain == FS_ERROR && tail != NULL)
        return cli_environment(cli, error);
    if (error->domain == G_SPAWN_ERROR)
        cli_error(cli,
                  "\"%s\" bukan berkas atau folder; untuk membandingkan revisi, git harus "
                  "terpasang",
                  "\"%s\" is no file or folder; to compare revisions git has to be installed",
                  name);
    else
        cli_error(cli, "\"%s\" bukan berkas, folder, atau revisi git yang dapat dibaca",
                  "\"%s\" is no file, folder or git revision that can be read", name);
    g_error_free(error);
    return EXIT_ENVIRONMENT;
}

static void
finish(Report *report)
{
    if (report->format == DIFF_JSON) {
        json_array_end(&report->json);
        g_string_append_c(report->out, '\n');
    } else if (report->n_charters == 0) {
        cli_append(report->cli, report->out, "tidak ada perbedaan\n", "no differences\n");
    }
    cli_put(report->out->str, report->out->len);
}

static Exit
compare_versions(const Cli *cli, const char *const *names, const char *dir, DiffFormat format)
{
    GError *error = NULL;
    Version versions[2] = {{0}, {0}};
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GArray) changes = g_array_new(FALSE, FALSE, sizeof(DiffChange));
    Report report = {
        .cli = cli, .format = format, .out = out, .arena = arena, .changes = changes};
    if (g_file_test(names[1], G_FILE_TEST_IS_REGULAR))
        report.file = names[1];
    Exit exit = EXIT_FINE;
    for (guint i = 0; i < 2 && exit == EXIT_FINE; i++)
        if (!version_open(names[i], dir, &versions[i], &error))
            exit = say_not_opened(cli, names[i], error);
    if (exit == EXIT_FINE) {
        json_init(&report.json, out, 1);
        if (format == DIFF_JSON)
            json_array_begin(&report.json);
        if (compare(&report, &versions[0], &versions[1], &error))
            finish(&report);
        else
            exit = cli_environment(cli, error);
    }
    version_close(&versions[0]);
    version_close(&versions[1]);
    return exit;
}

/* Not a folder, nor the name of a revision. */
static gboolean
is_file(const char *name)
{
    return name != NULL && g_file_test(name, G_FILE_TEST_EXISTS) &&
           !g_file_test(name, G_FILE_TEST_IS_DIR);
}

static Exit
run_diff(const Cli *cli, const CliArgs *args)
{
    DiffFormat format = DIFF_TEXT;
    if (!read_format(cli, cli_option(args, "format"), &format))
        return EXIT_USAGE;
    const char *dir = cli_option(args, "dir") != NULL ? cli_option(args, "dir") : ".";
    const char *names[] = {args->rest[0], args->n_rest > 1 ? args->rest[1] : dir};
    gboolean files[] = {is_file(names[0]), is_file(names[1])};
    if (files[0] != files[1])
        return cli_usage(cli,
                         "%s adalah satu berkas; sebutkan berkas yang dibandingkan dengannya: "
                         "maklumat diff LAMA BARU",
                         "%s is one file; name the file to compare it with: maklumat diff OLD "
                         "NEW",
                         names[files[0] ? 0 : 1]);
    if (names[0] != NULL)
        return compare_versions(cli, names, dir, format);
    return cli_usage(cli, "sebutkan yang dibandingkan: maklumat diff LAMA [BARU]",
                     "say what to compare: maklumat diff OLD [NEW]");
}

const Command command_diff = {
    "diff",
    "OLD [NEW]",
    {"menyebut beda dua versi piagam: berkas, folder, atau revisi git",
     "tells how two versions of charters differ: files, folders or git revisions"},
    diff_options,
    run_diff,
    2,
};
