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

GQuark
fs_error_quark(void)
{
    return g_quark_from_static_string("maklumat-fs-error");
}

static FsErrorCode
code_of(int error_number)
{
    static const struct {
        int number;
        FsErrorCode code;
    } codes[] = {
        {ENOENT, FS_ERROR_MISSING},      {EEXIST, FS_ERROR_EXISTS},
        {ENOTEMPTY, FS_ERROR_NOT_EMPTY}, {EISDIR, FS_ERROR_NOT_A_FILE},
        {ELOOP, FS_ERROR_NOT_A_FILE},    {ENOTDIR, FS_ERROR_NOT_A_DIR},
        {EFBIG, FS_ERROR_TOO_BIG},       {ENAMETOOLONG, FS_ERROR_LONG_NAME},
        {EACCES, FS_ERROR_DENIED},       {EPERM, FS_ERROR_DENIED},
        {EROFS, FS_ERROR_READ_ONLY},     {ENOSPC, FS_ERROR_FULL},
        {EDQUOT, FS_ERROR_FULL},         {EIO, FS_ERROR_BROKEN},
        {EBUSY, FS_ERROR_BUSY},          {ETXTBSY, FS_ERROR_BUSY},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
        if (codes[i].number == error_number)
            return codes[i].code;
    return FS_ERROR_FAILED;
}

/* Always FALSE, so that callers can return it. */
static gboolean
fail(GError **error, const char *path, int error_number)
{
    g_autofree char *shown = g_filename_display_name(path);
    g_set_error(error, FS_ERROR, (int)code_of(error_number), "%s: %s", shown,
                g_strerror(error_number));
    return FALSE;
}

void
fs_set_error(GError **error, int system_error, const char *path)
{
    fail(error, path, system_error);
}

static int
no_follow(int dir)
{
    return dir == FS_CWD ? 0 : O_NOFOLLOW;
}

static int
open_mode(int dir, const char *path, int flags, mode_t mode)
{
    int fd;
    do
        fd = openat(dir, path, flags | O_CLOEXEC | O_NOCTTY | no_follow(dir), mode);
    while (fd < 0 && errno == EINTR);
    return fd;
}

static int
open_at(int dir, const char *path, int flags)
{
    return open_mode(dir, path, flags, 0666);
}

int
fs_open_dir(int dir, const char *path, GError **error)
{
    int fd = open_at(dir, path, O_RDONLY | O_DIRECTORY);
    if (fd < 0)
        fail(error, path, errno);
    return fd;
}

void
fs_close_dir(int dir)
{
    if (dir >= 0)
        close(dir);
}

/* Reads to the end of the file, or `max` bytes and one more. */
static char *
read_all(int fd, gsize size, gsize max, gsize *len, int *error_number)
{
    gsize room = (size > 0 ? size : 4096) + 1, n = 0;
    char *bytes = g_malloc(room);
    for (;;) {
        ssize_t got = read(fd, bytes + n, room - 1 - n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            *error_number = errno;
            g_free(bytes);
            return NULL;
        }
        n += (gsize)got;
        if (got == 0 || n > max || (size > 0 && n == size))
            break;
        if (n == room - 1) {
            room *= 2;
            bytes = g_realloc(bytes, room);
        }
    }
    bytes[n] = '\0';
    *len = n;
    return bytes;
}

/* At most `n` bytes of it, or all when it is at most `max` long. */
typedef struct Extent {
    gsize n, max;
} Extent;

static char *
read_file(int dir, const char *path, Extent extent, gsize *len, GError **error)
{
    struct stat st;
    int error_number = 0;
    int fd = open_at(dir, path, O_RDONLY | O_NONBLOCK); /* a pipe must not make us wait */
    if (fd < 0) {
        fail(error, path, errno);
        return NULL;
    }
    if (fstat(fd, &st) != 0)
        error_number = errno;
    else if (!S_ISREG(st.st_mode))
        error_number = EISDIR;
    else if (MIN((guint64)st.st_size, extent.n) > extent.max)
        error_number = EFBIG;
    char *bytes = NULL;
    if (error_number == 0)
        bytes = read_all(fd, MIN((gsize)st.st_size, extent.n), extent.max, len, &error_number);
    close(fd);
    if (bytes != NULL && *len > extent.max) {
        g_clear_pointer(&bytes, g_free);
        error_number = EFBIG;
    }
    if (bytes == NULL)
        fail(error, path, error_number);
    return bytes;
}

char *
fs_read(int dir, const char *path, gsize max, gsize *len, GError **error)
{
    return read_file(dir, path, (Extent){G_MAXSIZE, max}, len, error);
}

char *
fs_read_head(int dir, const char *path, gsize n, gsize *len, GError **error)
{
    return read_file(dir, path, (Extent){n, G_MAXSIZE}, len, error);
}

static gint64
nanoseconds_of(struct timespec time)
{
    return (gint64)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void
take_stat(FsStat *out, const struct stat *st)
{
    out->kind = S_ISREG(st->st_mode)   ? FS_FILE
                : S_ISDIR(st->st_mode) ? FS_DIR
                : S_ISLNK(st->st_mode) ? FS_LINK
                                       : FS_OTHER;
    out->size = (guint64)st->st_size;
    out->mtime_ns = nanoseconds_of(st->st_mtim);
    out->changed_ns = MAX(out->mtime_ns, nanoseconds_of(st->st_ctim));
    out->inode = st->st_ino;
    out->device = st->st_dev;
}

gboolean
fs_stat(int dir, const char *path, FsStat *stat, GError **error)
{
    struct stat st;
    *stat = (FsStat){.kind = FS_NONE};
    if (fstatat(dir, path, &st, AT_SYMLINK_NOFOLLOW) == 0) {
        take_stat(stat, &st);
        return TRUE;
    }
    return errno == ENOENT || errno == ENOTDIR ? TRUE : fail(error, path, errno);
}

gboolean
fs_ignores_case(int dir, const char *path)
{
    g_autofree char *turned = g_strdup(path);
    char *name = strrchr(turned, '/');
    for (name = name != NULL ? name : turned; *name != '\0'; name++)
        *name = g_ascii_islower(*name) ? g_ascii_toupper(*name) : g_ascii_tolower(*name);
    FsStat a, b;
    return strcmp(turned, path) != 0 && fs_stat(dir, path, &a, NULL) &&
           fs_stat(dir, turned, &b, NULL) && a.kind != FS_NONE && a.kind == b.kind &&
           a.inode == b.inode && a.device == b.device;
}

static FsKind
kind_of(guchar d_type)
{
    return d_type == DT_REG   ? FS_FILE
           : d_type == DT_DIR ? FS_DIR
           : d_type == DT_LNK ? FS_LINK
                              : FS_OTHER;
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(((const FsEntry *)a)->name, ((const FsEntry *)b)->name);
}

typedef struct Listing {
    FsList *list;
    GArray *entries; /* FsEntry */
    DIR *stream;
    gboolean want_stat;
} Listing;

/* Adds one name; a name that has gone since readdir() saw it is passed over. */
static gboolean
add_entry(Listing *l, const struct dirent *found, GError **error)
{
    FsEntry entry = {.stat = {.kind = kind_of(found->d_type)}};
    if (strcmp(found->d_name, ".") == 0 || strcmp(found->d_name, "..") == 0)
        return TRUE;
    if (l->want_stat || found->d_type == DT_UNKNOWN) {
        if (!fs_stat(dirfd(l->stream), found->d_name, &entry.stat, error))
            return FALSE;
        if (entry.stat.kind == FS_NONE)
            return TRUE;
    }
    entry.name = g_string_chunk_insert(l->list->names, found->d_name);
    g_array_append_val(l->entries, entry);
    return TRUE;
}

FsList *
fs_list(int dir, const char *path, gboolean want_stat, GError **error)
{
    int fd = fs_open_dir(dir, path, error);
    if (fd < 0)
        return NULL;
    DIR *stream = fdopendir(fd);
    if (stream == NULL) {
        fail(error, path, errno);
        close(fd);
        return NULL;
    }
    FsList *list = g_new0(FsList, 1);
    list->names = g_string_chunk_new(1024);
    GArray *entries = g_array_sized_new(FALSE, FALSE, sizeof(FsEntry), 32);
    Listing listing = {list, entries, stream, want_stat};
    gboolean ok = TRUE;
    while (ok) {
        errno = 0;
        // NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is this thread's
        const struct dirent *found = readdir(stream);
        if (found != NULL)
            ok = add_entry(&listing, found, error);
        else if (errno != 0)
            ok = fail(error, path, errno);
        else
            break;
    }
    closedir(stream);
    g_array_sort(entries, compare_names);
    list->n = entries->len;
    /* Of a whole tree lists are held together: none keeps more room than it needs. */
    list->entries = g_realloc_n(g_array_free(entries, FALSE), list->n, sizeof *list->entries);
    if (!ok)
        g_clear_pointer(&list, fs_list_free);
    return list;
}

void
fs_list_free(FsList *list)
{
    if (list == NULL)
        return;
    g_free(list->entries);
    g_string_chunk_free(list->names);
    g_free(list);
}

/* Writes everything and closes; 0 or the error's number. */
static int
write_and_close(int fd, const char *bytes, gsize len)
{
    int error_number = 0;
    while (len > 0 && error_number == 0) {
        ssize_t put = write(fd, bytes, len);
        if (put >= 0) {
            bytes += put;
            len -= (gsize)put;
        } else if (errno != EINTR) {
            error_number = errno;
        }
    }
    if (close(fd) != 0 && errno != EINTR && error_number == 0)
        error_number = errno;
    return error_number;
}

gboolean
fs_write(int dir, const char *path, const void *bytes, gsize len, GError **error)
{
    int fd = open_at(dir, path, O_WRONLY | O_CREAT | O_TRUNC);
    int error_number = fd < 0 ? errno : write_and_close(fd, bytes, len);
    return error_number == 0 ? TRUE : fail(error, path, error_number);
}

/* What a file is to hold, and who may read it. */
typedef struct Body {
    const void *bytes;
    gsize len;
    mode_t mode;
} Body;

static gboolean
replace(int dir, const char *path, const Body *body, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *temporary = NULL;
    int fd = -1;
    for (guint n = 0; n < 1000; n++) {
        g_free(temporary);
        temporary = g_strdup_printf("%s/.maklumat-%ld-%u", folder, (long)getpid(), n);
        fd = open_mode(dir, temporary, O_WRONLY | O_CREAT | O_EXCL, body->mode);
        if (fd >= 0 || errno != EEXIST)
            break;
    }
    if (fd < 0)
        return fail(error, path, errno);
    int error_number = write_and_close(fd, body->bytes, body->len);
    if (error_number == 0 && renameat(dir, temporary, dir, path) != 0)
        error_number = errno;
    if (error_number == 0)
        return TRUE;
    unlinkat(dir, temporary, 0);
    return fail(error, path, error_number);
}

gboolean
fs_replace(int dir, const char *path, const void *bytes, gsize len, GError **error)
{
    return replace(dir, path, &(Body){bytes, len, 0666}, error);
}

gboolean
fs_replace_private(int dir, const char *path, const void *bytes, gsize len, GError **error)
{
    return replace(dir, path, &(Body){bytes, len, 0600}, error);
}

/* mkdir that takes an existing folder for done; 0 or the error's number. */
static int
make_dir(int dir, const char *path)
{
    struct stat st;
    if (mkdirat(dir, path, 0777) == 0)
        return 0;
    int error_number = errno;
    if (error_number != EEXIST)
        return error_number;
    if (fstatat(dir, path, &st, dir == FS_CWD ? 0 : AT_SYMLINK_NOFOLLOW) != 0)
        return errno;
    return S_ISDIR(st.st_mode) ? 0 : ENOTDIR;
}

gboolean
fs_mkdir_p(int dir, const char *path, GError **error)
{
    int error_number = make_dir(dir, path);
    if (error_number != ENOENT)
        return error_number == 0 ? TRUE : fail(error, path, error_number);
    g_autofree char *part = g_strdup(path);
    for (char *slash = part + strspn(part, "/"); (slash = strchr(slash, '/')) != NULL;) {
        *slash = '\0';
        error_number = make_dir(dir, part);
        if (error_number != 0)
            return fail(error, part, error_number);
        *slash++ = '/';
    }
    error_number = make_dir(dir, path);
    return error_number == 0 ? TRUE : fail(error, path, error_number);
}

gboolean
fs_mkdir_private(int dir, const char *path, GError **error)
{
    return mkdirat(dir, path, 0700) == 0 ? TRUE : fail(error, path, errno);
}

gboolean
fs_rename(int from_dir, const char *from, int to_dir, const char *to, GError **error)
{
    return renameat(from_dir, from, to_dir, to) == 0 ? TRUE : fail(error, to, errno);
}

gboolean
fs_unlink(int dir, const char *path, GError **error)
{
    return unlinkat(dir, path, 0) == 0 ? TRUE : fail(error, path, errno);
}

gboolean
fs_rmdir(int dir, const char *path, GError **error)
{
    return unlinkat(dir, path, AT_REMOVEDIR) == 0 ? TRUE : fail(error, path, errno);
}

static gboolean
empty_dir(int dir, GError **error)
{
    g_autoptr(FsList) list = fs_list(dir, ".", FALSE, error);
    if (list == NULL)
        return FALSE;
    for (guint i = 0; i < list->n; i++) {
        const FsEntry *entry = &list->entries[i];
        gboolean ok = entry->stat.kind == FS_DIR ? fs_remove_tree(dir, entry->name, error)
                                                 : fs_unlink(dir, entry->name, error);
        if (!ok)
            return FALSE;
    }
    return TRUE;
}

gboolean
fs_remove_tree(int dir, const char *path, GError **error)
{
    int fd;
    do
        fd = openat(dir, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    while (fd < 0 && errno == EINTR);
    if (fd < 0)
        return errno == ENOENT ? TRUE : fail(error, path, errno);
    gboolean ok = empty_dir(fd, error);
    close(fd);
    return ok && fs_rmdir(dir, path, error);
}

gboolean
fs_sync(int dir, GError **error)
{
    int fd = open_at(dir, ".", O_RDONLY | O_DIRECTORY);
    if (fd < 0)
        return fail(error, ".", errno);
    int error_number = syncfs(fd) == 0 ? 0 : errno;
    close(fd);
    return error_number == 0 ? TRUE : fail(error, ".", error_number);
}

/* Whether `path` still names the open file. */
static gboolean
is_named(int dir, const char *path, int fd)
{
    struct stat held, named;
    return fstat(fd, &held) == 0 && fstatat(dir, path, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
           held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

/* Some network file systems have no locks; publishing without one is better than not at all. */
static int
lock_error(int error_number)
{
    return error_number == EWOULDBLOCK ? EEXIST
           : error_number == ENOLCK || error_number == EOPNOTSUPP || error_number == ENOSYS
               ? 0
               : error_number;
}

int
fs_lock(int dir, const char *path, GError **error)
{
    for (;;) {
        int fd = open_at(dir, path, O_RDWR | O_CREAT);
        int error_number = fd < 0 ? errno : 0;
        if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0)
            error_number = lock_error(errno);
        /* Its last holder may have removed the file between the two calls. */
        if (error_number == 0 && is_named(dir, path, fd))
            return fd;
        if (fd >= 0)
            close(fd);
        if (error_number != 0) {
            fail(error, path, error_number);
            return -1;
        }
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
        fail(error, path, errno);
    char *copy = g_strdup(real);
    free(real);
    return copy;
}

/* The links in what exists of an absolute path followed once. */
static char *
resolve(const char *path)
{
    g_autofree char *above = g_strdup(path), *real = NULL;
    while ((real = fs_real_path(above, NULL)) == NULL) {
        char *parent = g_path_get_dirname(above);
        if (strcmp(parent, above) == 0) {
            g_free(parent);
            return g_canonicalize_filename(path, NULL);
        }
        g_free(above);
        above = parent;
    }
    const char *missing = path + strlen(above);
    return g_canonicalize_filename(missing + strspn(missing, "/"), real);
}

char *
fs_real_place(const char *path)
{
    g_autofree char *here = g_get_current_dir();
    char *place =
        g_path_is_absolute(path) ? g_strdup(path) : g_build_filename(here, path, NULL);
    for (;;) { /* "missing/../link" leads back to what exists */
        char *next = resolve(place);
        gboolean done = strcmp(next, place) == 0;
        g_free(place);
        place = next;
        if (done)
            return place;
    }
}
