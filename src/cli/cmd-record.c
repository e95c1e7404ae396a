#include "base/fs.h"
#include "base/path.h"
#include "cli/command.h"
#include "cli/content.h"
#include "cli/place.h"
#include "model/load.h"
#include <string.h>

static const CommandOption record_options[] = {
    {"date",
     0,
     "D",
     {"hari naskahnya mulai berlaku (bawaan: hari ini)",
      "the day the text came to hold (default: today)"}},
    {0},
};

/* What is recorded, and under which day. */
typedef struct Record {
    const Cli *cli;
    const Content *content;
    const char *inside; /* only below this path of the content folder; "" = all */
    Date day;
    GString *out;
    guint n;
} Record;

/* riwayat/akta.2026-01-16.md beside the charter. g_free() it. */
static char *
version_path(const ScanService *scanned, Date day)
{
    g_autoptr(GString) date = g_string_new(NULL);
    const char *folder = scanned->folder->path;
    date_append_iso(date, day);
    return g_strconcat(folder, *folder != '\0' ? "/" : "", SCAN_HISTORY "/", scanned->slug, ".",
                       date->str, scanned->ext, NULL);
}

static gboolean
copy_text(const Record *record, const ScanService *scanned, GError **error)
{
    const Scan *scan = record->content->scan;
    g_autofree char *path = version_path(scanned, record->day);
    g_autofree char *folder = g_path_get_dirname(path);
    g_autoptr(Arena) arena = arena_new();
    gsize len;
    g_autofree char *bytes =
        fs_read(scan->dir, scan_service_path(scanned, arena), SOURCE_MAX_BYTES, &len, error);
    if (bytes == NULL || !fs_mkdir_p(scan->dir, folder, error) ||
        !fs_replace(scan->dir, path, bytes, len, error))
        return FALSE;
    g_string_append_printf(record->out, "content/%s\n", path);
    return TRUE;
}

/* A text without a record gets its first one; afterwards only what differs from the newest. */
static gboolean
record_service(Record *record, const Loaded *loaded, const ScanService *scanned, GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    const char *page = scan_service_page(scanned, arena);
    guint n_versions;
    scan_find_versions(record->content->scan, scanned, &n_versions);
    for (guint i = 0; i < loaded->agency->services.n; i++) {
        const Service *service = &loaded->agency->services.items[i];
        if (strcmp(service->path, page) != 0)
            continue;
        if (n_versions > 0 && !service->unrecorded)
            return TRUE;
        record->n++;
        return copy_text(record, scanned, error);
    }
    return TRUE; /* a draft, or not readable: check says so */
}

static gboolean
is_inside(const Record *record, const ScanService *scanned)
{
    g_autoptr(Arena) arena = arena_new();
    return path_is_at(scan_service_path(scanned, arena), record->inside);
}

static gboolean
record_agency(Record *record, const ScanAgency *agency, GError **error)
{
    g_autoptr(DiagList) ignored = diag_list_new();
    gboolean wanted = FALSE;
    for (guint i = 0; i < agency->n_services; i++)
        wanted = wanted || is_inside(record, &agency->services[i]);
    if (!wanted)
        return TRUE;
    g_autoptr(Loaded) loaded = load_agency(record->content->scan, record->content->data, agency,
                                           ignored, error);
    for (guint i = 0; loaded != NULL && i < agency->n_services; i++) {
        const ScanService *scanned = &agency->services[i];
        if (scanned->lang == NULL && is_inside(record, scanned) &&
            !record_service(record, loaded, scanned, error))
            return FALSE;
    }
    return loaded != NULL;
}

static Exit
record_all(Record *record)
{
    g_autoptr(GError) error = NULL;
    const Scan *scan = record->content->scan;
    for (guint i = 0; i < scan->n_agencies; i++) {
        if (!record_agency(record, &scan->agencies[i], &error))
            return cli_environment(record->cli, error);
    }
    if (record->n == 0)
        cli_append(record->cli, record->out, "tidak ada yang berubah\n",
                   "nothing has changed\n");
    cli_put(record->out->str, record->out->len);
    return EXIT_FINE;
}

static Exit
run_record(const Cli *cli, const CliArgs *args)
{
    Record record = {.cli = cli, .day = cli_today()};
    if (!cli_read_date(cli, "date", cli_option(args, "date"), &record.day) ||
        !cli_names_place(cli, args->rest[0], TRUE))
        return EXIT_USAGE;
    const char *given = args->rest[0];
    g_autofree char *root = given != NULL ? content_root(given) : NULL;
    g_autofree char *inside = root != NULL ? content_below(given) : g_strdup("");
    g_autofree char *dir = root != NULL ? g_strdup(root) : place_project(given);
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    Content content;
    if (!content_open(dir, &content, &error))
        return cli_project_failed(cli, dir, error);
    record.content = &content;
    record.inside = inside;
    record.out = out;
    Exit exit = record_all(&record);
    content_close(&content);
    return exit;
}

const Command command_record = {
    "record",
    "[DIR|FILE]",
    {"mencatat naskah yang berubah di folder riwayat, untuk halaman \"Apa yang berubah\"",
     "keeps texts that changed in the folder riwayat, for the page of what has changed"},
    record_options,
    run_record,
    1,
};
