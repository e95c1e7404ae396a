#include "base/fs.h"
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Place {
    char *path;
    int dir;
} Place;

static void
set_up(Place *place, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    place->path = g_dir_make_tmp("maklumat-fs-XXXXXX", &error);
    g_assert_no_error(error);
    place->dir = fs_open_dir(FS_CWD, place->path, &error);
    g_assert_no_error(error);
}

static void
tear_down(Place *place, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    fs_close_dir(place->dir);
    fs_remove_tree(FS_CWD, place->path, &error);
    g_assert_no_error(error);
    g_free(place->path);
}

static void
put(Place *place, const char *name, const char *text)
{
    g_autoptr(GError) error = NULL;
    fs_write(place->dir, name, text, strlen(text), &error);
    g_assert_no_error(error);
}

/* The text of a file, or the error's code as a number. */
static char *
get(Place *place, const char *name, gsize max)
{
    g_autoptr(GError) error = NULL;
    char *bytes = NULL;
    gsize len = 0;
    if ((bytes = fs_read(place->dir, name, max, &len, &error)) == NULL) {
        g_assert_nonnull(strstr(error->message, name));
        return g_strdup_printf("%d", error->code);
    }
    g_assert_cmpuint(strlen(bytes), ==, len);
    return bytes;
}

static void
test_read(Place *place, G_GNUC_UNUSED gconstpointer data)
{
    static const struct {
        const char *name;
        gsize max;
        const char *text; /* NULL = the code */
        FsErrorCode code;
    } cases[] = {
        {"a", 5, "12345", 0},
        {"a", 4, NULL, FS_ERROR_TOO_BIG},
        {"empty", 0, "", 0},
        {"sub/b", 99, "b", 0},
        {"none", 99, NULL, FS_ERROR_MISSING},
        {"sub/none", 99, NULL, FS_ERROR_MISSING},
        {"sub", 99, NULL, FS_ERROR_NOT_A_FILE},
        {"link", 99, NULL, FS_ERROR_NOT_A_FILE},
        {"pipe", 99, NULL, FS_ERROR_NOT_A_FILE},
        {"a/b", 99, NULL, FS_ERROR_NOT_A_DIR},
    };
    g_autoptr(GError) error = NULL;
    fs_mkdir_p(place->dir, "sub", &error);
    put(place, "a", "12345");
    put(place, "empty", "");
    put(place, "sub/b", "b");
    g_assert_cmpint(symlinkat("a", place->dir, "link"), ==, 0);
    g_assert_cmpint(mkfifoat(place->dir, "pipe", 0600), ==, 0);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *got = get(place, cases[i].name, cases[i].max);
        g_autofree char *code = g_strdup_printf("%d", cases[i].code);
        g_assert_cmpstr(got, ==, cases[i].text != NULL ? cases[i].text : code);
    }
    char *bytes;
    gsize len;
    g_autofree char *named = g_build_filename(place->path, "link", NULL);
    g_assert_true((bytes = fs_read(FS_CWD, named, 99, &len, &error)) !=
                  NULL); /* the user's own words */
    g_assert_cmpstr(bytes, ==, "12345");
    g_free(bytes);
    g_assert_true((bytes = fs_read(FS_CWD, "/proc/self/status", 1 << 20, &len, &error)) !=
                  NULL);
    g_assert_cmpuint(len, >, 0); /* a file whose size is told as 0 */
    g_free(bytes);
}

static void
test_list(Place *place, G_GNUC_UNUSED gconstpointer data)
{
    static const struct {
        const char *name;
        FsKind kind;
        guint64 size;
    } expected[] = {{".x", FS_FILE, 1},  {"B", FS_FILE, 2},    {"a", FS_DIR, 0},
                    {"a-b", FS_FILE, 0}, {"link", FS_LINK, 0}, {"pipe", FS_OTHER, 0}};
    g_autoptr(GError) error = NULL;
    fs_mkdir_p(place->dir, "a", &error);
    put(place, "a-b", "");
    put(place, "B", "bb");
    put(place, ".x", "x");
    g_assert_cmpint(symlinkat("a", place->dir, "link"), ==, 0);
    g_assert_cmpint(mkfifoat(place->dir, "pipe", 0600), ==, 0);
    for (gboolean want_stat = FALSE; want_stat <= TRUE; want_stat++) {
        g_autoptr(FsList) list = fs_list(place->dir, ".", want_stat, &error);
        g_assert_no_error(error);
        g_assert_cmpuint(list->n, ==, G_N_ELEMENTS(expected));
        for (guint i = 0; i < list->n; i++) {
            const FsEntry *entry = &list->entries[i];
            g_assert_cmpstr(entry->name, ==, expected[i].name);
            g_assert_cmpint(entry->stat.kind, ==, expected[i].kind);
            if (want_stat && expected[i].kind == FS_FILE)
                g_assert_cmpuint(entry->stat.size, ==, expected[i].size);
            g_assert_cmpint(entry->stat.inode != 0, ==, want_stat);
        }
    }
    g_assert_null(fs_list(place->dir, "link", FALSE, &error));
    g_assert_error(error, FS_ERROR, FS_ERROR_NOT_A_DIR);
    g_clear_error(&error);
    g_assert_null(fs_list(place->dir, "none", FALSE, &error));
    g_assert_error(error, FS_ERROR, FS_ERROR_MISSING);
}

static void
test_stat(Place *place, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    FsStat stat;
    put(place, "a", "123");
    g_assert_true(fs_stat(place->dir, "a", &stat, &error));
    g_assert_cmpint(stat.kind, ==, FS_FILE);
    g_assert_cmpuint(stat.size, ==, 3);
    g_assert_cmpint(stat.mtime_ns, >, G_GINT64_CONSTANT(1600000000000000000));
    g_assert_true(fs_stat(place->dir, "none", &stat, &error));
    g_assert_cmpint(stat.kind, ==, FS_NONE);
    g_assert_true(fs_stat(place->dir, "a/none", &stat, &error));
    g_assert_cmpint(stat.kind, ==, FS_NONE);
    g_autofree char *long_name = g_strnfill(5000, 'x');
    g_assert_false(fs_stat(place->dir, long_name, &stat, &error));
    g_assert_error(error, FS_ERROR, FS_ERROR_LONG_NAME);
}

static void
test_replace(Place *place, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    FsStat before, after;
    fs_mkdir_p(place->dir, "sub/deep", &error);
    put(place, "sub/a", "old and long");
    g_assert_true(fs_stat(place->dir, "sub/a", &before, &error));
    g_assert_true(fs_replace(place->dir, "sub/a", "new", 3, &error));
    g_autofree char *text = get(place, "sub/a", 99);
    g_assert_cmpstr(text, ==, "new");
    g_assert_true(fs_stat(place->dir, "sub/a", &after, &error));
    g_assert_cmpuint(before.inode, !=, after.inode);
    put(place, "sub/.maklumat-1-0", "of a run cut off");
    g_assert_true(fs_replace(place->dir, "b", "", 0, &error));
    g_assert_false(fs_replace(place->dir, "sub/deep", "x", 1, &error)); /* a folder stays */
    g_assert_error(error, FS_ERROR, FS_ERROR_NOT_A_FILE);
    g_clear_error(&error);
    g_assert_false(fs_replace(place->dir, "none/a", "x", 1, &error));
    g_assert_error(error, FS_ERROR, FS_ERROR_MISSING);
    g_clear_error(&error);
    g_autoptr(FsList) list = fs_list(place->dir, "sub", FALSE, &error);
    g_assert_cmpuint(list->n, ==, 3); /* no temporary file of ours is left */
    put(place, "sub/a", "x");         /* fs_write() shortens what is there */
    g_autofree char *shorter = get(place, "sub/a", 99);
    g_assert_cmpstr(shorter, ==, "x");
}

static void
test_write_through_link(Place *place, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    put(place, "a", "stays");
    g_assert_cmpint(symlinkat("a", place->dir, "link"), ==, 0);
    g_assert_false(fs_write(place->dir, "link", "x", 1, &error));
    g_assert_error(error, FS_ERROR, FS_ERROR_NOT_A_FILE);
    g_clear_error(&error);
    g_assert_true(fs_replace(place->dir, "link", "x", 1, &error)); /* the link itself goes */
    g_autofree char *text = get(place, "a", 99);
    g_assert_cmpstr(text, ==, "stays");
}

static void
test_folders(Place *place, G_GNUC_UNUSED gconstpointer data)
{
    static const char *const good[] = {"a", "a/b/c", "a/b/c", "d//e/", "./f"};
    g_autoptr(GError) error = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(good); i++) {
        FsStat stat;
        g_assert_true(fs_mkdir_p(place->dir, good[i], &error));
        g_assert_true(fs_stat(place->dir, good[i], &stat, &error));
        g_assert_cmpint(stat.kind, ==, FS_DIR);
    }
    put(place, "file", "");
    g_assert_false(fs_mkdir_p(place->dir, "file", &error));
    g_assert_error(error, FS_ERROR, FS_ERROR_NOT_A_DIR);
    g_clear_error(&error);
    g_assert_false(fs_mkdir_p(place->dir, "file/a/b", &error));
    g_assert_error(error, FS_ERROR, FS_ERROR_NOT_A_DIR);
    g_clear_error(&error);
    g_assert_false(fs_rmdir(place->dir, "a", &error));
    g_assert_error(error, FS_ERROR, FS_ERROR_NOT_EMPTY);
    g_clear_error(&error);
    g_assert_true(fs_rmdir(place->dir, "a/b/c", &error));
    g_assert_false(fs_unlink(place->dir, "none", &error));
    g_assert_error(error, FS_ERROR, FS_ERROR_MISSING);
    g_clear_error(&error);
    g_assert_true(fs_rename(place->dir, "file", place->dir, "a/b/moved", &error));
    g_assert_true(fs_unlink(place->dir, "a/b/moved", &error));
    g_assert_true(fs_sync(place->dir, &error));
}

/* Removing a tree must not reach through a link in it. */
static void
test_remove_tree(Place *place, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    fs_mkdir_p(place->dir, "keep", &error);
    fs_mkdir_p(place->dir, "gone/x/y", &error);
    put(place, "keep/a", "a");
    put(place, "gone/x/b", "b");
    g_assert_cmpint(symlinkat("../keep", place->dir, "gone/link"), ==, 0);
    g_assert_cmpint(symlinkat("keep", place->dir, "link"), ==, 0);
    g_assert_true(fs_remove_tree(place->dir, "gone", &error));
    g_assert_true(fs_remove_tree(place->dir, "gone", &error));
    g_assert_false(fs_remove_tree(place->dir, "link", &error));
    g_autofree char *text = get(place, "keep/a", 9);
    g_assert_cmpstr(text, ==, "a");
    g_clear_error(&error);
    g_autoptr(FsList) list = fs_list(place->dir, ".", FALSE, &error);
    g_assert_cmpuint(list->n, ==, 2);
}

/* Fixed values: the hash is kept in files and must be the same on every machine. */
static void
test_hash(G_GNUC_UNUSED Place *place, G_GNUC_UNUSED gconstpointer data)
{
    static const struct {
        const char *text;
        guint64 seed, hash;
    } cases[] = {
        {"", 0, G_GUINT64_CONSTANT(0x9D59E0BCC6098C52)},
        {"a", 0, G_GUINT64_CONSTANT(0xD7EDFD0F64DA3A15)},
        {"a", 1, G_GUINT64_CONSTANT(0x8E707531ED31A035)},
        {"12345678", 0, G_GUINT64_CONSTANT(0x5E325CC1187E9E57)},
        {"123456789", 0, G_GUINT64_CONSTANT(0x73DB6EF30EA1DDF1)},
        {"Dinas Kependudukan dan Pencatatan Sipil Kabupaten Pasuruan, Jawa Timur", 0,
         G_GUINT64_CONSTANT(0xAF6DB8E17CE07685)},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmphex(fs_hash(cases[i].text, strlen(cases[i].text), cases[i].seed), ==,
                        cases[i].hash);
    static const char zeros[256];
    g_autoptr(GHashTable) seen =
                  g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (guint len = 0; len <= sizeof zeros; len++) { /* length counts */
        guint64 hash = fs_hash(zeros, len, 0);
        g_assert_true(g_hash_table_add(seen, g_memdup2(&hash, sizeof hash)));
    }
    for (guint i = 0; i < 100000; i++) { /* near inputs fall far apart */
        guint64 hash = fs_hash(&i, sizeof i, 7) & 0xFFFFFFFFFF;
        g_assert_true(g_hash_table_add(seen, g_memdup2(&hash, sizeof hash)));
    }
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*test)(Place *, gconstpointer);
    } tests[] = {
        {"/fs/read", test_read},
        {"/fs/list", test_list},
        {"/fs/stat", test_stat},
        {"/fs/replace", test_replace},
        {"/fs/link", test_write_through_link},
        {"/fs/folders", test_folders},
        {"/fs/remove-tree", test_remove_tree},
        {"/fs/hash", test_hash},
    };
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, Place, NULL, set_up, tests[i].test, tear_down);
    return g_test_run();
}
