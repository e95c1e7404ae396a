/* Changes below a folder are told once, by the system or by looking. */
#include "serve/watch.h"
#include <glib/gstdio.h>

typedef struct Heard {
    guint n;
    GMainLoop *loop;
} Heard;

static void
on_changed(gpointer data)
{
    Heard *heard = data;
    heard->n++;
    g_main_loop_quit(heard->loop);
}

static void
put(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static gboolean
give_up(gpointer data G_GNUC_UNUSED)
{
    g_critical("no change was told"); /* fatal in tests */
    return G_SOURCE_REMOVE;
}

/* Waits for the next one; a minute is for machines that are very busy. */
static void
wait_for(Heard *heard)
{
    guint timer = g_timeout_add_seconds(60, give_up, NULL);
    g_main_loop_run(heard->loop);
    g_source_remove(timer);
}

static void
hear(gboolean poll)
{
    g_autofree char *top = g_dir_make_tmp("maklumat-watch-XXXXXX", NULL);
    g_autofree char *deep = g_build_filename(top, "kab-x", "dinas-y", NULL);
    const char *folders[] = {top, NULL};
    Heard heard = {0, g_main_loop_new(NULL, FALSE)};
    Watch *watch = watch_new(folders, on_changed, &heard);
    if (poll)
        watch_poll(watch);
    g_assert_true(watch_polls(watch) || !poll);
    g_assert_cmpint(g_mkdir_with_parents(deep, 0777), ==, 0);
    wait_for(&heard);
    put(deep, "akta.md", "satu");
    wait_for(&heard);
    put(deep, "akta.md", "dua dua");
    wait_for(&heard);
    g_autofree char *file = g_build_filename(deep, "akta.md", NULL);
    g_unlink(file); /* the folder goes, and comes again */
    g_rmdir(deep);
    wait_for(&heard);
    g_assert_cmpint(g_mkdir(deep, 0777), ==, 0);
    if (!poll) /* an empty folder is no file that changed */
        wait_for(&heard);
    put(deep, "akta.md", "tiga");
    wait_for(&heard);
    watch_free(watch);
    g_main_loop_unref(heard.loop);
    g_autofree char *above = g_build_filename(top, "kab-x", NULL);
    g_unlink(file);
    g_rmdir(deep);
    g_rmdir(above);
    g_rmdir(top);
}

static void
test_system(void)
{
    hear(FALSE);
}

static void
test_polling(void)
{
    hear(TRUE);
}

/* Many changes at once are one, or few where the machine is busy. */
static void
test_gathered(void)
{
    g_autofree char *top = g_dir_make_tmp("maklumat-watch-XXXXXX", NULL);
    const char *folders[] = {top, NULL};
    Heard heard = {0, g_main_loop_new(NULL, FALSE)};
    Watch *watch = watch_new(folders, on_changed, &heard);
    for (guint i = 0; i < 50; i++) {
        g_autofree char *name = g_strdup_printf("%u.md", i);
        put(top, name, "x");
    }
    wait_for(&heard);
    g_assert_cmpuint(heard.n, <, 10);
    watch_free(watch);
    g_main_loop_unref(heard.loop);
    for (guint i = 0; i < 50; i++) {
        g_autofree char *path = g_strdup_printf("%s/%u.md", top, i);
        g_unlink(path);
    }
    g_rmdir(top);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/serve/watch/system", test_system);
    g_test_add_func("/serve/watch/polling", test_polling);
    g_test_add_func("/serve/watch/gathered", test_gathered);
    return g_test_run();
}
