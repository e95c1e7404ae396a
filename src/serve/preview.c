#include "serve/preview.h"
#include "publish/build.h"
#include "serve/beneath.h"

enum { FILE_MAX = 256 << 20 };

struct Preview {
    PreviewOptions options;
    char *out, *memory;
    GThread *thread; /* of the build that runs, or NULL */
    gboolean again;  /* something changed meanwhile */
    guint version;
    DiagList *findings;
    GError *trouble; /* of the last build; NULL = none */
};

/* What one build brings home. */
typedef struct Outcome {
    Preview *preview;
    DiagList *diags;
    GError *error;
} Outcome;

static void start(Preview *preview);

static gboolean
take_outcome(gpointer data)
{
    Outcome *outcome = data;
    Preview *preview = outcome->preview;
    g_thread_join(preview->thread);
    preview->thread = NULL;
    diag_list_free(preview->findings);
    preview->findings = outcome->diags;
    g_clear_error(&preview->trouble);
    preview->trouble = outcome->error;
    g_free(outcome);
    preview->version++;
    preview->options.built(preview->options.data);
    if (preview->again)
        start(preview);
    return G_SOURCE_REMOVE;
}

static gpointer
run(gpointer data)
{
    Preview *preview = data;
    Outcome *outcome = g_new0(Outcome, 1);
    BuildReport report;
    BuildOptions build = {.dir = preview->options.dir,
                          .out = preview->out,
                          .theme = preview->options.theme,
                          .memory = preview->memory,
                          .draft = TRUE,
                          .force = TRUE,
                          .lang = preview->options.lang,
                          .fail_on = DIAG_ERROR};
    outcome->preview = preview;
    outcome->diags = diag_list_new();
    build_run(&build, outcome->diags, &report, &outcome->error);
    build_report_clear(&report);
    g_idle_add(take_outcome, outcome);
    return NULL;
}

static void
start(Preview *preview)
{
    preview->again = FALSE;
    preview->thread = g_thread_new("build", run, preview);
}

#define OPEN_MARK "terbuka"

/*
 * Builds here do not wait for the disk. A preview that did not end by itself may have lost bytes with the machine's
 * power, so what it left is forgotten; the mark tells.
 */
static void
mark_open(const Preview *preview)
{
    g_autofree char *folder = g_build_filename(preview->options.dir, PREVIEW_FOLDER, NULL);
    g_autofree char *mark = g_build_filename(folder, OPEN_MARK, NULL);
    FsStat stat;
    if (fs_stat(FS_CWD, mark, &stat, NULL) && stat.kind != FS_NONE) {
        fs_remove_tree(FS_CWD, preview->out, NULL);
        fs_remove_tree(FS_CWD, preview->memory, NULL);
    }
    if (fs_mkdir_p(FS_CWD, folder,
                   NULL)) /* a folder that cannot be written is the build's to tell */
        fs_write(FS_CWD, mark, "", 0, NULL);
}

static void
mark_closed(const Preview *preview)
{
    int folder = fs_open_dir(FS_CWD, preview->out, NULL);
    g_autofree char *mark =
        g_build_filename(preview->options.dir, PREVIEW_FOLDER, OPEN_MARK, NULL);
    if (folder >= 0 && fs_sync(folder, NULL))
        fs_unlink(FS_CWD, mark, NULL);
    fs_close_dir(folder);
}

Preview *
preview_new(const PreviewOptions *options)
{
    Preview *preview = g_new0(Preview, 1);
    preview->options = *options;
    preview->out = g_build_filename(options->dir, PREVIEW_FOLDER, "situs", NULL);
    preview->memory = g_build_filename(options->dir, PREVIEW_FOLDER, "ingatan", NULL);
    preview->findings = diag_list_new();
    mark_open(preview);
    return preview;
}

void
preview_free(Preview *preview)
{
    if (preview == NULL)
        return;
    preview->again = FALSE;
    while (preview->thread != NULL) /* take_outcome() ends it */
        g_main_context_iteration(NULL, TRUE);
    mark_closed(preview);
    diag_list_free(preview->findings);
    g_clear_error(&preview->trouble);
    g_free(preview->out);
    g_free(preview->memory);
    g_free(preview);
}

void
preview_build(Preview *preview)
{
    if (preview->thread != NULL)
        preview->again = TRUE;
    else
        start(preview);
}

guint
preview_version(const Preview *preview)
{
    return preview->version;
}

const DiagList *
preview_findings(const Preview *preview)
{
    return preview->findings;
}

const GError *
preview_trouble(const Preview *preview)
{
    return preview->trouble;
}

gboolean
preview_read(const Preview *preview, const char *path, char **bytes, gsize *len)
{
    int root = fs_open_dir(FS_CWD, preview->out, NULL);
    gboolean fine =
        root >= 0 && (*bytes = beneath_read(root, path, FILE_MAX, len, NULL)) != NULL;
    fs_close_dir(root);
    return fine;
}
