/**
 * Shelf: bytes that are put away while a build runs, and read again piece by piece.
 *
 * What becomes of a country's agencies does not fit into the memory of a small server, and is needed again in another
 * order than it was made in. The first bytes stay in memory, so that an office's site needs no file; the others go to a
 * file without a name, which is gone with the process however that ends. Where there can be no such file (none was
 * allowed, FAT, NFS, Windows), or the site itself may need the room, all stays in memory: putting away never fails. Reading may, when the
 * device breaks; that is kept for shelf_check(). One thread puts; once it is done any thread may get.
 */
#pragma once
#include "base/arena.h"

typedef struct Shelf Shelf;

/* Bytes that must be free beside a file when it is begun: some times what the cards of 200,000 services take. */
enum { SHELF_ROOM_LEAST = 1 << 30 };

/** Where something stands. */
typedef struct ShelfPlace {
    const guint8 *bytes; /* in memory; NULL: in the file */
    guint64 at;          /* in the file */
} ShelfPlace;

/** `dir`, an open folder that outlives the shelf, may hold the file; -1: none may. The first `in_memory` bytes need none. */
Shelf *shelf_new(int dir, gsize in_memory);
void shelf_free(Shelf *shelf);

/** Puts `len` (> 0) bytes away. */
ShelfPlace shelf_put(Shelf *shelf, const void *bytes, gsize len);
/** `len` of the bytes that stand at `place`, from `from` on: the shelf's own, or read into `arena`; NULL when they cannot be read. */
const guint8 *
shelf_get(const Shelf *shelf, ShelfPlace place, gsize from, gsize len, Arena *arena);
/** FALSE and an FS_ERROR when something could not be read. */
gboolean shelf_check(const Shelf *shelf, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Shelf, shelf_free)
