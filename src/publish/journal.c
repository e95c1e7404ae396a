#include "publish/journal.h"
#include "base/fs-stream.h"
#include "base/fs.h"
#include "publish/manifest.h"
#include <string.h>

#define HEAD "maklumat journal 1"

static const char file_name[] = "journal", unarmed_name[] = "journal.new";
static const char step_letters[] = {
    [JOURNAL_MOVE] = 'm', [JOURNAL_DELETE] = 'd', [JOURNAL_RMDIR] = 'r'};

struct Journal {
    FsWriter *writer;
    GString *line;
    guint64 n_steps;
};

static void
add_line(Journal *journal)
{
    fs_writer_add(journal->writer, journal->line->str, journal->line->len);
}

Journal *
journal_begin(int stage, GError **error)
{
    FsWriter *writer = fs_writer_open(stage, unarmed_name, error);
    if (writer == NULL)
        return NULL;
    Journal *journal = g_new(Journal, 1);
    *journal = (Journal){writer, g_string_new(HEAD "\n"), 0};
    add_line(journal);
    return journal;
}

void
journal_add(Journal *journal, JournalStep step, const char *path)
{
    g_string_printf(journal->line, "%c\t%s\n", step_letters[step], path);
    add_line(journal);
    journal->n_steps++;
}

gboolean
journal_end(Journal *journal, GError **error)
{
    g_string_printf(journal->line, "= %" G_GUINT64_FORMAT " %016" G_GINT64_MODIFIER "x\n",
                    journal->n_steps, fs_writer_checksum(journal->writer));
    add_line(journal);
    gboolean fine = fs_writer_close(journal->writer, error);
    g_string_free(journal->line, TRUE);
    g_free(journal);
    return fine;
}

gboolean
journal_arm(int stage, gboolean hasty, GError **error)
{
    return (hasty || fs_sync(stage, error)) && fs_rename(stage, unarmed_name, stage, file_name, error);
}

typedef struct Reading {
    int out, tree;
    GString *dir; /* the last folder that was found to be no link, nor any above it */
    guint64 n_steps;
    gboolean begun, complete;
} Reading;

static gboolean
is_link(int root, const char *path)
{
    FsStat found;
    return root >= 0 && (!fs_stat(root, path, &found, NULL) || found.kind == FS_LINK);
}

/* Whether the ways to `path` below OUT and below the staged files lead through no link; what is not there is none. */
static gboolean
is_inside(Reading *reading, const char *path)
{
    const char *name = strrchr(path, '/');
    gsize len = name == NULL ? 0 : (gsize)(name - path);
    if (len == reading->dir->len && strncmp(path, reading->dir->str, len) == 0)
        return TRUE;
    g_string_truncate(reading->dir, 0);
    for (const char *part = path; part < path + len; part++) {
        const char *end = strchr(part, '/');
        g_string_append_len(reading->dir, part, end - part);
        if (is_link(reading->out, reading->dir->str) ||
            is_link(reading->tree, reading->dir->str)) {
            g_string_truncate(reading->dir, 0);
            return FALSE;
        }
        if (end < path + len)
            g_string_append_c(reading->dir, '/');
        part = end;
    }
    return TRUE;
}

static gboolean
look_at_line(char *line, gsize len, guint64 checksum, gpointer data)
{
    Reading *reading = data;
    if (!reading->begun)
        return reading->begun = strcmp(line, HEAD) == 0;
    if (g_str_has_prefix(line, "= ")) {
        g_autofree char *wanted = g_strdup_printf(
            "= %" G_GUINT64_FORMAT " %016" G_GINT64_MODIFIER "x", reading->n_steps, checksum);
        reading->complete = strcmp(line, wanted) == 0;
        return FALSE;
    }
    reading->n_steps++;
    return len > 2 && line[1] == '\t' && strchr("mdr", line[0]) != NULL &&
           manifest_path_is_valid(line + 2) && is_inside(reading, line + 2);
}

gboolean
journal_look(int stage, int out, gboolean *armed, GError **error)
{
    GError *failure = NULL;
    g_autoptr(GString) dir = g_string_new(NULL);
    Reading reading = {.out = out, .tree = fs_open_dir(stage, JOURNAL_TREE, NULL), .dir = dir};
    gboolean fine = fs_each_line(stage, file_name, look_at_line, &reading, &failure);
    fs_close_dir(reading.tree);
    *armed = fine && reading.complete;
    if (fine)
        return TRUE;
    if (g_error_matches(failure, FS_ERROR, FS_ERROR_MISSING) ||
        g_error_matches(failure, FS_ERROR, FS_ERROR_NOT_A_FILE) ||
        g_error_matches(failure, FS_ERROR, FS_ERROR_TOO_BIG)) {
        g_error_free(failure);
        return TRUE;
    }
    g_propagate_error(error, failure);
    return FALSE;
}

typedef struct Running {
    int tree, out;
    gboolean again;
    GError *failure;
} Running;

/* Forgives `code`: the failure of a step that has nothing left to do. */
static gboolean
forgive(Running *running, gboolean when, FsErrorCode code)
{
    if (when && g_error_matches(running->failure, FS_ERROR, (gint)code))
        g_clear_error(&running->failure);
    return running->failure == NULL;
}

static gboolean
run_line(char *line, gsize len, guint64 checksum, gpointer data)
{
    (void)checksum;
    Running *running = data;
    if (len < 2 || line[1] != '\t') /* the head line, the last line */
        return TRUE;
    const char *path = line + 2;
    switch (line[0]) {
    case 'm':
        fs_rename(running->tree, path, running->out, path, &running->failure);
        return forgive(running, running->again, FS_ERROR_MISSING);
    case 'd':
        /* Gone or become a folder of somebody's: nothing of ours is left. */
        fs_unlink(running->out, path, &running->failure);
        forgive(running, TRUE, FS_ERROR_NOT_A_FILE);
        forgive(running, TRUE, FS_ERROR_NOT_A_DIR);
        return forgive(running, TRUE, FS_ERROR_MISSING);
    case 'r':
        fs_rmdir(running->out, path, &running->failure);
        forgive(running, TRUE, FS_ERROR_NOT_EMPTY);
        forgive(running, TRUE, FS_ERROR_EXISTS);
        forgive(running, TRUE, FS_ERROR_NOT_A_DIR);
        return forgive(running, TRUE, FS_ERROR_MISSING);
    default: /* no step of this version */
        return TRUE;
    }
}

static gboolean
run_steps(int stage, int out, gboolean again, GError **error)
{
    Running running = {fs_open_dir(stage, JOURNAL_TREE, error), out, again, NULL};
    if (running.tree < 0)
        return FALSE;
    gboolean fine = fs_each_line(stage, file_name, run_line, &running, error);
    fs_close_dir(running.tree);
    if (running.failure != NULL)
        g_propagate_error(error, running.failure);
    return fine && running.failure == NULL;
}

gboolean
journal_run(int stage, int out, const char *manifest_name, guint how, GError **error)
{
    gboolean again = (how & JOURNAL_AGAIN) != 0;
    if (!run_steps(stage, out, again, error))
        return FALSE;
    GError *failure = NULL;
    if (!fs_rename(stage, JOURNAL_MANIFEST, out, manifest_name, &failure)) {
        if (!again || !g_error_matches(failure, FS_ERROR, FS_ERROR_MISSING)) {
            g_propagate_error(error, failure);
            return FALSE;
        }
        g_error_free(failure);
    }
    return ((how & JOURNAL_HASTY) != 0 || fs_sync(out, error)) &&
           fs_unlink(stage, file_name, error);
}
