#include "serve/watch.h"
#include "base/fs.h"
#include <gio/gio.h>
#include <string.h>

enum { MAX_MONITORS = 4096 };

struct Watch {
    char **folders;
    void (*changed)(gpointer data);
    gpointer data;
    GHashTable *monitors; /* path -> GFileMonitor */
    guint gather, poll;   /* timers; 0 = not running */
    gint64 first;         /* microseconds: of the changes being gathered */
    guint64 seen;         /* hash of all names, sizes and times when polling */
};

static guint64 look_below(Watch *watch, const char *folder);

static gboolean
tell(gpointer data)
{
    Watch *watch = data;
    watch->gather = 0;
    watch->first = 0;
    watch->changed(watch->data);
    return G_SOURCE_REMOVE;
}

static void
gather(Watch *watch)
{
    gint64 now = g_get_monotonic_time();
    if (watch->first == 0)
        watch->first = now;
    if (watch->gather != 0 && now - watch->first > WATCH_LONGEST_MS * 1000)
        return;
    if (watch->gather != 0)
        g_source_remove(watch->gather);
    watch->gather = g_timeout_add(WATCH_GATHER_MS, tell, watch);
}

static gboolean
is_at_or_below(gpointer path, gpointer monitor G_GNUC_UNUSED, gpointer folder)
{
    gsize n = strlen(folder);
    return strncmp(path, folder, n) == 0 && strchr("/", ((const char *)path)[n]) != NULL;
}

/* A folder that goes is watched no more, so that one of its name may come again. */
static void
forget(Watch *watch, GFile *file)
{
    g_autofree char *path = file != NULL ? g_file_get_path(file) : NULL;
    if (path != NULL && g_hash_table_contains(watch->monitors, path))
        g_hash_table_foreach_remove(watch->monitors, is_at_or_below, path);
}

static void
meet(Watch *watch, GFile *file)
{
    g_autofree char *path = file != NULL ? g_file_get_path(file) : NULL;
    FsStat stat;
    if (path != NULL && fs_stat(FS_CWD, path, &stat, NULL) && stat.kind == FS_DIR)
        look_below(watch, path);
}

static void
on_change(GFileMonitor *monitor G_GNUC_UNUSED,
          GFile *file,
          GFile *other,
          GFileMonitorEvent event,
          gpointer data)
{
    if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
        return;
    if (event == G_FILE_MONITOR_EVENT_DELETED || event == G_FILE_MONITOR_EVENT_MOVED_OUT ||
        event == G_FILE_MONITOR_EVENT_RENAMED)
        forget(data, file);
    if (event == G_FILE_MONITOR_EVENT_CREATED || event == G_FILE_MONITOR_EVENT_MOVED_IN)
        meet(data, file);
    if (event == G_FILE_MONITOR_EVENT_RENAMED)
        meet(data, other);
    gather(data);
}

static void
free_monitor(gpointer monitor)
{
    g_file_monitor_cancel(monitor);
    g_object_unref(monitor);
}

static void
add_monitor(Watch *watch, const char *path)
{
    if (watch->poll != 0 || g_hash_table_contains(watch->monitors, path))
        return;
    g_autoptr(GFile) file = g_file_new_for_path(path);
    GFileMonitor *monitor =
        g_hash_table_size(watch->monitors) < MAX_MONITORS
            ? g_file_monitor_directory(file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL)
            : NULL;
    if (monitor == NULL) {
        watch_poll(watch);
        return;
    }
    g_file_monitor_set_rate_limit(monitor, WATCH_GATHER_MS);
    g_signal_connect(monitor, "changed", G_CALLBACK(on_change), watch);
    g_hash_table_insert(watch->monitors, g_strdup(path), monitor);
}

static guint64
look_below(Watch *watch, const char *folder)
{
    g_autoptr(FsList) list = fs_list(FS_CWD, folder, TRUE, NULL);
    guint64 hash = 0;
    if (list == NULL)
        return 0;
    add_monitor(watch, folder);
    for (guint i = 0; i < list->n; i++) {
        const FsEntry *entry = &list->entries[i];
        g_autofree char *path = g_build_filename(folder, entry->name, NULL);
        guint64 facts[] = {(guint64)entry->stat.changed_ns, entry->stat.size, entry->stat.inode};
        if (entry->stat.kind == FS_DIR && entry->name[0] != '.')
            hash += look_below(watch, path);
        else if (entry->stat.kind == FS_FILE)
            hash += fs_share(path, fs_hash(facts, sizeof facts, 0));
    }
    return hash;
}

static void
look(Watch *watch)
{
    guint64 hash = 0;
    for (char **folder = watch->folders; *folder != NULL; folder++)
        hash += look_below(watch, *folder);
    watch->seen = hash;
}

static gboolean
on_poll(gpointer data)
{
    Watch *watch = data;
    guint64 before = watch->seen;
    look(watch);
    if (watch->seen != before)
        gather(watch);
    return G_SOURCE_CONTINUE;
}

void
watch_poll(Watch *watch)
{
    if (watch->poll == 0)
        watch->poll = g_timeout_add(WATCH_POLL_MS, on_poll, watch);
}

gboolean
watch_polls(const Watch *watch)
{
    return watch->poll != 0;
}

Watch *
watch_new(const char *const *folders, void (*changed)(gpointer data), gpointer data)
{
    Watch *watch = g_new0(Watch, 1);
    watch->folders = g_strdupv((char **)(guintptr)folders);
    watch->changed = changed;
    watch->data = data;
    watch->monitors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_monitor);
    look(watch);
    for (char **folder = watch->folders; *folder != NULL; folder++) {
        if (!g_hash_table_contains(watch->monitors, *folder))
            watch_poll(watch); /* nobody tells when it comes */
    }
    return watch;
}

void
watch_free(Watch *watch)
{
    if (watch == NULL)
        return;
    if (watch->gather != 0)
        g_source_remove(watch->gather);
    if (watch->poll != 0)
        g_source_remove(watch->poll);
    g_hash_table_unref(watch->monitors);
    g_strfreev(watch->folders);
    g_free(watch);
}
