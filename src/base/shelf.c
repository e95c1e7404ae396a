#include "base/shelf.h"
#include "base/fs-stream.h"
#include <string.h>

struct Shelf {
    int dir, file; /* -1: there is none */
    gsize room;    /* bytes that may yet stay in memory */
    guint64 end;   /* of the file */
    Arena *memory;
    gint failed; /* atomic: errno of a read that failed */
};

Shelf *
shelf_new(int dir, gsize in_memory)
{
    Shelf *shelf = g_new0(Shelf, 1);
    *shelf = (Shelf){.dir = dir, .file = -1, .room = in_memory, .memory = arena_new()};
    return shelf;
}

void
shelf_free(Shelf *shelf)
{
    if (shelf == NULL)
        return;
    fs_close_dir(shelf->file);
    arena_free(shelf->memory);
    g_free(shelf);
}

/* FALSE: from now on all stays in memory. */
static gboolean
put_in_file(Shelf *shelf, const void *bytes, gsize len)
{
    if (shelf->file < 0 && shelf->dir != -1 && fs_room(shelf->dir) >= SHELF_ROOM_LEAST)
        shelf->file = fs_open_nameless(shelf->dir);
    if (shelf->file >= 0 && fs_write_at(shelf->file, shelf->end, bytes, len))
        return TRUE;
    shelf->room = G_MAXSIZE;
    return FALSE;
}

ShelfPlace
shelf_put(Shelf *shelf, const void *bytes, gsize len)
{
    if (len > shelf->room && put_in_file(shelf, bytes, len)) {
        shelf->end += len;
        return (ShelfPlace){NULL, shelf->end - len};
    }
    shelf->room -= len;
    return (ShelfPlace){(const guint8 *)arena_strndup(shelf->memory, bytes, len), 0};
}

const guint8 *
shelf_get(const Shelf *shelf, ShelfPlace place, gsize from, gsize len, Arena *arena)
{
    if (place.bytes != NULL)
        return place.bytes + from;
    char *bytes = arena_new_text(arena, len);
    int failed = fs_read_at(shelf->file, place.at + from, bytes, len);
    if (failed == 0)
        return (const guint8 *)bytes;
    g_atomic_int_set((gint *)(guintptr)&shelf->failed, failed);
    return NULL;
}

gboolean
shelf_check(const Shelf *shelf, GError **error)
{
    int failed = g_atomic_int_get(&shelf->failed);
    if (failed != 0)
        fs_set_error(error, failed, "maklumat-staging");
    return failed == 0;
}
