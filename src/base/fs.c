#include "base/fs.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

G_STATIC_ASSERT(FS_CWD == AT_FDCWD);

G_DEFINE_QUARK(fs - error - quark, fs_error)

static const struct {
    int system_error;
    FsErrorCode code;
} error_codes[] = {
    {ENOENT, FS_ERROR_MISSING},      {EEXIST, FS_ERROR_EXISTS},
    {ENOTEMPTY, FS_ERROR_NOT_EMPTY}, {EISDIR, FS_ERROR_NOT_A_FILE},
    {ELOOP, FS_ERROR_NOT_A_FILE},    {ENXIO, FS_ERROR_NOT_A_FILE},
    {ENOTDIR, FS_ERROR_NOT_A_DIR},   {EFBIG, FS_ERROR_TOO_BIG},
    {EACCES, FS_ERROR_DENIED},       {EPERM, FS_ERROR_DENIED},
    {EROFS, FS_ERROR_DENIED},        {ENOSPC, FS_ERROR_FULL},
    {EDQUOT, FS_ERROR_FULL},
};

void
fs_set_error(GError **error, int system_error, const char *path)
{
    FsErrorCode code = FS_ERROR_FAILED;
    for (gsize i = 0; i < G_N_ELEMENTS(error_codes); i++)
        if (error_codes[i].system_error == system_error)
            code = error_codes[i].code;
    g_set_error(error, FS_ERROR, (gint)code, "%s: %s", path, g_strerror(system_error));
}

static gboolean
fail(GError **error, const char *path)
{
    fs_set_error(error, errno, path);
    return FALSE;
}

/* Links are followed only in words the user typed. */
static int
open_flags(int dir)
{
    return O_CLOEXEC | (dir == FS_CWD ? 0 : O_NOFOLLOW);
}

static int
open_retry(int dir, const char *path, int flags)
{
    int fd;
    do
        fd = openat(dir, path, flags | open_flags(dir), 0666);
    while (fd < 0 && errno == EINTR);
    return fd;
}

int
fs_open_dir(int dir, const char *path, GError **error)
{
    int fd = open_retry(dir, path, O_RDONLY | O_DIRECTORY);
    if (fd < 0)
        fail(error, path);
    return fd;
}

void
fs_close_dir(int dir)
{
    if (dir >= 0)
        close(dir);
}

/* Reads `fd` to its end into *bytes, starting with `guess` bytes of room. */
static gboolean
read_all(int fd, gsize guess, gsize max, char **bytes, gsize *len)
{
    gsize room = MIN(guess, max) + 1, used = 0;
    char *buffer = g_malloc(room + 1);
    for (;;) {
        ssize_t n = read(fd, buffer + used, room - used);
        if (n < 0 && errno == EINTR)
            continue;
        used += n > 0 ? (gsize)n : 0;
        if (n < 0 || used > max) {
            if (n >= 0)
                errno = EFBIG;
            g_free(buffer);
            return FALSE;
        }
        if (n == 0)
            break;
        if (used == room) {
            room = MIN(room * 2, max + 1);
            buffer = g_realloc(buffer, room + 1);
        }
    }
    buffer[used] = '\0';
    *bytes = buffer;
    *len = used;
    return TRUE;
}

gboolean
fs_read(int dir, const char *path, gsize max, char **bytes, gsize *len, GError **error)
{
    struct stat st;
    int fd = open_retry(dir, path, O_RDONLY | O_NONBLOCK);
    if (fd < 0)
        return fail(error, path);
    gboolean fine = fstat(fd, &st) == 0;
    if (fine && !S_ISREG(st.st_mode)) {
        g_set_error(error, FS_ERROR, FS_ERROR_NOT_A_FILE, "%s: not a regular file", path);
        close(fd);
        return FALSE;
    }
    fine = fine && read_all(fd, (gsize)st.st_size, max, bytes, len);
    if (!fine)
        fail(error, path);
    close(fd);
    return fine;
}

static FsKind
kind_of_mode(mode_t mode)
{
    return S_ISREG(mode)   ? FS_FILE
           : S_ISDIR(mode) ? FS_DIR
           : S_ISLNK(mode) ? FS_LINK
                           : FS_OTHER;
}

gboolean
fs_stat(int dir, const char *path, FsStat *result, GError **error)
{
    struct stat st;
    *result = (FsStat){0};
    if (fstatat(dir, path, &st, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT || errno == ENOTDIR ? TRUE : fail(error, path);
    result->kind = kind_of_mode(st.st_mode);
    result->size = (guint64)st.st_size;
    result->mtime_ns = (gint64)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
    result->inode = st.st_ino;
    result->device = st.st_dev;
    return TRUE;
}

static FsKind
kind_of_entry(int type)
{
    return type == DT_REG   ? FS_FILE
           : type == DT_DIR ? FS_DIR
           : type == DT_LNK ? FS_LINK
                            : FS_OTHER;
}

static int
compare_entries(const void *a, const void *b)
{
    return strcmp(((const FsEntry *)a)->name, ((const FsEntry *)b)->name);
}

static gboolean
list_entries(DIR *folder, FsList *list, gboolean want_stat, GError **error)
{
    g_autoptr(GArray) entries = g_array_new(FALSE, FALSE, sizeof(FsEntry));
    const struct dirent *found;
    gboolean fine = TRUE;
    while (errno = 0, fine && (found = readdir(folder)) != NULL) {
        if (strcmp(found->d_name, ".") == 0 || strcmp(found->d_name, "..") == 0)
            continue;
        FsEntry entry = {g_string_chunk_insert(list->names, found->d_name), {0}};
        entry.stat.kind = kind_of_entry(found->d_type);
        if (want_stat || found->d_type == DT_UNKNOWN)
            fine = fs_stat(dirfd(folder), entry.name, &entry.stat, error);
        if (entry.stat.kind != FS_NONE)
            g_array_append_val(entries, entry);
    }
    if (fine && errno != 0)
        fine = fail(error, ".");
    g_array_sort(entries, compare_entries);
    list->n = entries->len;
    list->entries = (FsEntry *)(void *)g_array_free(g_steal_pointer(&entries), FALSE);
    return fine;
}

FsList *
fs_list(int dir, const char *path, gboolean want_stat, GError **error)
{
    int fd = fs_open_dir(dir, path, error);
    if (fd < 0)
        return NULL;
    DIR *folder = fdopendir(fd);
    if (folder == NULL) {
        fail(error, path);
        close(fd);
        return NULL;
    }
    g_autoptr(FsList) list = g_new0(FsList, 1);
    list->names = g_string_chunk_new(1024);
    gboolean fine = list_entries(folder, list, want_stat, error);
    closedir(folder);
    return fine ? g_steal_pointer(&list) : NULL;
}

void
fs_list_free(FsList *list)
{
    g_free(list->entries);
    g_string_chunk_free(list->names);
    g_free(list);
}

static gboolean
write_all(int fd, const char *bytes, gsize len)
{
    while (len > 0) {
        ssize_t n = write(fd, bytes, len);
        if (n < 0 && errno != EINTR)
            return FALSE;
        if (n > 0) {
            bytes += n;
            len -= (gsize)n;
        }
    }
    return TRUE;
}

gboolean
fs_write(int dir, const char *path, const void *bytes, gsize len, GError **error)
{
    int fd = open_retry(dir, path, O_WRONLY | O_CREAT | O_TRUNC);
    if (fd < 0)
        return fail(error, path);
    gboolean fine = write_all(fd, bytes, len);
    int failed = errno;
    if (close(fd) != 0 && fine && errno != EINTR) {
        fine = FALSE;
        failed = errno;
    }
    errno = failed;
    return fine ? TRUE : fail(error, path);
}

gboolean
fs_replace(int dir, const char *path, const void *bytes, gsize len, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path), *base = g_path_get_basename(path);
    g_autofree char *temporary = g_strdup_printf("%s/.%s.%d.tmp", folder, base, (int)getpid());
    if (fs_write(dir, temporary, bytes, len, error) &&
        fs_rename(dir, temporary, dir, path, error))
        return TRUE;
    unlinkat(dir, temporary, 0);
    return FALSE;
}

gboolean
fs_mkdir_p(int dir, const char *path, GError **error)
{
    if (mkdirat(dir, path, 0777) == 0)
        return TRUE;
    if (errno == ENOENT) {
        g_autofree char *above = g_path_get_dirname(path);
        if (strcmp(above, path) == 0 || strcmp(above, ".") == 0)
            return fail(error, path);
        if (!fs_mkdir_p(dir, above, error))
            return FALSE;
        if (mkdirat(dir, path, 0777) == 0)
            return TRUE;
    }
    if (errno != EEXIST)
        return fail(error, path);
    struct stat st;
    if (fstatat(dir, path, &st, dir == FS_CWD ? 0 : AT_SYMLINK_NOFOLLOW) != 0)
        return fail(error, path);
    errno = ENOTDIR;
    return S_ISDIR(st.st_mode) ? TRUE : fail(error, path);
}

gboolean
fs_mkdir_private(int dir, const char *path, GError **error)
{
    return mkdirat(dir, path, 0700) == 0 ? TRUE : fail(error, path);
}

gboolean
fs_rename(int from_dir, const char *from, int to_dir, const char *to, GError **error)
{
    return renameat(from_dir, from, to_dir, to) == 0 ? TRUE : fail(error, to);
}

gboolean
fs_unlink(int dir, const char *path, GError **error)
{
    return unlinkat(dir, path, 0) == 0 ? TRUE : fail(error, path);
}

gboolean
fs_rmdir(int dir, const char *path, GError **error)
{
    return unlinkat(dir, path, AT_REMOVEDIR) == 0 ? TRUE : fail(error, path);
}

/* Empties an open folder, folder by folder; `depth` ends what only a hostile tree would need. */
static gboolean
empty_dir(int dir, guint depth, GError **error)
{
    g_autoptr(FsList) list = fs_list(dir, ".", FALSE, error);
    if (list == NULL)
        return FALSE;
    for (guint i = 0; i < list->n; i++) {
        const char *name = list->entries[i].name;
        if (list->entries[i].stat.kind != FS_DIR) {
            if (!fs_unlink(dir, name, error))
                return FALSE;
            continue;
        }
        errno = ELOOP;
        if (depth == 0)
            return fail(error, name);
        int below = fs_open_dir(dir, name, error);
        gboolean fine = below >= 0 && empty_dir(below, depth - 1, error);
        fs_close_dir(below);
        if (!fine || !fs_rmdir(dir, name, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
fs_remove_tree(int dir, const char *path, GError **error)
{
    FsStat found;
    if (!fs_stat(dir, path, &found, error))
        return FALSE;
    if (found.kind == FS_NONE)
        return TRUE;
    if (found.kind != FS_DIR)
        return fs_unlink(dir, path, error);
    int fd = open_retry(dir, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    if (fd < 0)
        return fail(error, path);
    gboolean fine = empty_dir(fd, 200, error);
    close(fd);
    return fine && fs_rmdir(dir, path, error);
}

gboolean
fs_sync(int dir, GError **error)
{
    return syncfs(dir) == 0 ? TRUE : fail(error, ".");
}

int
fs_lock(int dir, const char *path, GError **error)
{
    for (;;) {
        struct stat held, named;
        int fd = open_retry(dir, path, O_RDWR | O_CREAT);
        if (fd < 0 || (flock(fd, LOCK_EX | LOCK_NB) != 0)) {
            fs_set_error(error, errno == EWOULDBLOCK ? EEXIST : errno, path);
            if (fd >= 0)
                close(fd);
            return -1;
        }
        /* Somebody may have removed the file while we opened it. */
        if (fstat(fd, &held) == 0 && fstatat(dir, path, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
            held.st_ino == named.st_ino && held.st_dev == named.st_dev)
            return fd;
        close(fd);
    }
}

void
fs_unlock(int lock)
{
    if (lock >= 0)
        close(lock);
}

char *
fs_real_path(const char *path, GError **error)
{
    char *real = realpath(path, NULL);
    if (real == NULL)
        fail(error, path);
    char *copy = g_strdup(real);
    free(real);
    return copy;
}

/* Multiplies to 128 bits and folds: every bit of the product reaches the result. */
static guint64
mix(guint64 a, guint64 b)
{
    __extension__ unsigned __int128 product = (unsigned __int128)a * b;
    return (guint64)product ^ (guint64)(product >> 64);
}

static guint64
lane(const guchar *bytes, gsize n)
{
    guint64 value = 0;
    for (gsize i = 0; i < n; i++)
        value |= (guint64)bytes[i] << (8 * i);
    return value;
}

guint64
fs_hash(const void *bytes, gsize len, guint64 seed)
{
    const guint64 k1 = 0x9e3779b97f4a7c15, k2 = 0xd6e8feb86659fd93;
    const guchar *p = bytes;
    guint64 hash = mix(seed ^ k1, (guint64)len ^ k2);
    gsize left = len;
    for (; left >= 8; p += 8, left -= 8)
        hash = mix(hash ^ lane(p, 8), k1) + k2;
    hash = mix(hash ^ lane(p, left), k2 ^ len);
    return mix(hash ^ k2, k1);
}
