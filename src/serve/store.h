/**
 * Store: the files of the content folder, read and (only here) written for the editor.
 *
 * A file is written whole or not at all, never over what somebody else has
 * written meanwhile, never through a link and never outside of the content
 * folder. What a save replaced is kept, so that it can be taken back.
 */
#pragma once
#include "base/fs.h"

typedef struct Store {
    int content;    /* descriptor of the content folder */
    char *undo_dir; /* folder of kept texts */
} Store;

typedef enum Stored {
    STORED,
    STORE_CHANGED, /* the file is not what it was when it was opened: nothing was written */
    STORE_EXISTS,  /* something of that name is there already */
    STORE_NONE,    /* nothing to take back */
    STORE_FAILED,  /* a GError tells */
} Stored;

enum {
    STORE_UNDOS = 100, /* kept for each file */
    STORE_MAX_FILE = 64 << 20
};

/** FALSE and a GError when there is no content folder in `dir`. */
gboolean store_open(Store *store, const char *dir, GError **error);
void store_close(Store *store);

/** The bytes of a file, g_malloc'ed with a NUL behind, and their hash. NULL and a GError. */
char *
store_read(const Store *store, const char *path, gsize *len, guint64 *hash, GError **error);

/** Writes a file whose bytes still have this hash, and keeps them. *hash receives the new one. */
Stored store_save(
    const Store *store, const char *path, const GString *text, guint64 *hash, GError **error);
/** Puts back what the last save replaced, if the file is as that save left it. */
Stored store_undo(const Store *store, const char *path, GError **error);
/** How many saves can be taken back. */
guint store_n_undos(const Store *store, const char *path);

/** Writes a file that is not there yet. */
Stored store_create(
    const Store *store, const char *path, const void *bytes, gsize len, GError **error);
/** Removes a file that has another name now; what can be taken back stays. */
gboolean store_remove(const Store *store, const char *path, GError **error);
