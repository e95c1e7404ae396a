#include "base/fs-stream.h"
#include "base/fs.h"
#include "base/shelf.h"
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* Pieces of growing length, a third of them beyond what stays in memory; each is read as it was put. */
static void
test_pieces(void)
{
    static const struct {
        const char *dir; /* NULL: no file may be made */
        gsize in_memory;
    } rows[] = {{"/tmp", 0}, {"/tmp", 4000}, {"/tmp", 1 << 20}, {NULL, 0}, {"/proc", 0}, {"/dev/shm", 0}};
    for (guint r = 0; r < G_N_ELEMENTS(rows); r++) {
        int dir = rows[r].dir != NULL ? fs_open_dir(FS_CWD, rows[r].dir, NULL) : -1;
        g_autoptr(Shelf) shelf = shelf_new(dir, rows[r].in_memory);
        g_autoptr(Arena) arena = arena_new();
        ShelfPlace places[100];
        guint8 bytes[100];
        for (guint i = 0; i < 100; i++) {
            memset(bytes, (int)i, sizeof bytes);
            places[i] = shelf_put(shelf, bytes, i + 1);
        }
        for (guint i = 100; i-- > 0;) {
            const guint8 *all = shelf_get(shelf, places[i], 0, i + 1, arena);
            const guint8 *last = shelf_get(shelf, places[i], i, 1, arena);
            g_assert_cmpuint(*last, ==, i);
            for (guint k = 0; k <= i; k++)
                g_assert_cmpuint(all[k], ==, i);
        }
        gboolean in_file = places[99].bytes == NULL;
        g_assert_cmpint(in_file, ==,
                        g_strcmp0(rows[r].dir, "/proc") != 0 && rows[r].in_memory < 5050 && dir >= 0 &&
                            fs_room(dir) >= SHELF_ROOM_LEAST);
        g_assert_true(shelf_check(shelf, NULL));
        fs_close_dir(dir);
    }
}

/* The file has no name, so nobody finds it; what somebody else cut short is told. */
static void
test_cut_short(void)
{
    char folder[] = "/tmp/shelf-XXXXXX";
    g_assert_nonnull(g_mkdtemp(folder));
    int dir = fs_open_dir(FS_CWD, folder, NULL);
    g_autoptr(Shelf) shelf = shelf_new(dir, 0);
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GError) error = NULL;
    int next = dup(dir); /* the number that the file will get */
    close(next);
    ShelfPlace place = shelf_put(shelf, "satu", 4);
    g_autoptr(FsList) list = fs_list(dir, ".", FALSE, NULL);
    g_assert_cmpuint(list->n, ==, 0);
    g_assert_cmpint(ftruncate(next, 2), ==, 0);
    g_assert_nonnull(shelf_get(shelf, place, 0, 2, arena));
    g_assert_null(shelf_get(shelf, place, 0, 4, arena));
    g_assert_false(shelf_check(shelf, &error));
    g_assert_error(error, FS_ERROR, FS_ERROR_BROKEN);
    fs_close_dir(dir);
    fs_rmdir(FS_CWD, folder, NULL);
}

/* A full disk: what could not be written stays in memory, and what is written is read. */
static void
test_full(void)
{
    int dir = fs_open_dir(FS_CWD, "/tmp", NULL);
    g_autoptr(Shelf) shelf = shelf_new(dir, 0);
    g_autoptr(Arena) arena = arena_new();
    int next = dup(dir);
    close(next);
    ShelfPlace first = shelf_put(shelf, "satu", 4);
    g_assert_null(first.bytes);
    int full = open("/dev/full", O_RDWR), kept = dup(next);
    dup2(full, next);
    ShelfPlace second = shelf_put(shelf, "dua", 3);
    g_assert_nonnull(second.bytes);
    dup2(kept, next);
    close(full);
    close(kept);
    ShelfPlace third = shelf_put(shelf, "tiga", 4);
    g_assert_nonnull(third.bytes); /* it is not asked again */
    g_assert_cmpint(memcmp(shelf_get(shelf, first, 0, 4, arena), "satu", 4), ==, 0);
    g_assert_cmpint(memcmp(shelf_get(shelf, second, 0, 3, arena), "dua", 3), ==, 0);
    fs_close_dir(dir);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/shelf/pieces", test_pieces);
    g_test_add_func("/shelf/cut-short", test_cut_short);
    g_test_add_func("/shelf/full", test_full);
    return g_test_run();
}
