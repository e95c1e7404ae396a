#include "base/fs-stream.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#ifdef O_TMPFILE
#include <sys/statvfs.h>
#endif
#include <unistd.h>

enum { BUFFER_SIZE = 256 * 1024 };

struct FsWriter {
    int fd;
    int failed; /* errno of the first failure, 0 = none */
    char *path;
    guint64 checksum;
    gsize used;
    char buffer[BUFFER_SIZE];
};

FsWriter *
fs_writer_open(int dir, const char *path, GError **error)
{
    int fd;
    do
        fd = openat(dir, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    while (fd < 0 && errno == EINTR);
    if (fd < 0) {
        fs_set_error(error, errno, path);
        return NULL;
    }
    FsWriter *writer = g_new(FsWriter, 1);
    writer->fd = fd;
    writer->failed = 0;
    writer->path = g_strdup(path);
    writer->checksum = 0;
    writer->used = 0;
    return writer;
}

static void
flush(FsWriter *writer)
{
    for (gsize done = 0; done < writer->used && writer->failed == 0;) {
        ssize_t n = write(writer->fd, writer->buffer + done, writer->used - done);
        if (n >= 0)
            done += (gsize)n;
        else if (errno != EINTR)
            writer->failed = errno;
    }
    writer->used = 0;
}

void
fs_writer_add(FsWriter *writer, const char *bytes, gsize len)
{
    writer->checksum = fs_hash(bytes, len, writer->checksum);
    while (len > 0 && writer->failed == 0) {
        gsize part = MIN(len, BUFFER_SIZE - writer->used);
        memcpy(writer->buffer + writer->used, bytes, part);
        writer->used += part;
        bytes += part;
        len -= part;
        if (writer->used == BUFFER_SIZE)
            flush(writer);
    }
}

guint64
fs_writer_checksum(const FsWriter *writer)
{
    return writer->checksum;
}

gboolean
fs_writer_close(FsWriter *writer, GError **error)
{
    flush(writer);
    if (close(writer->fd) != 0 && writer->failed == 0 && errno != EINTR)
        writer->failed = errno;
    int failed = writer->failed;
    if (failed != 0)
        fs_set_error(error, failed, writer->path);
    g_free(writer->path);
    g_free(writer);
    return failed == 0;
}

/* Hands out the whole lines of buffer[0 … *used), keeps the rest at its front. FALSE = told to stop. */
static gboolean
hand_out(char *buffer, gsize *used, guint64 *checksum, FsLineFunc func, gpointer data)
{
    char *line = buffer, *end = buffer + *used, *newline;
    while ((newline = memchr(line, '\n', (gsize)(end - line))) != NULL) {
        gsize len = (gsize)(newline - line);
        guint64 before = *checksum;
        *checksum = fs_hash(line, len + 1, before);
        *newline = '\0';
        if (!func(line, len, before, data))
            return FALSE;
        line = newline + 1;
    }
    *used = (gsize)(end - line);
    memmove(buffer, line, *used);
    return TRUE;
}

/* Opens a regular file; -1 and an error for anything else. */
static int
open_regular(int dir, const char *path, GError **error)
{
    int fd;
    struct stat st;
    do
        fd = openat(dir, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    while (fd < 0 && errno == EINTR);
    if (fd < 0) {
        fs_set_error(error, errno, path);
        return -1;
    }
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
        return fd;
    g_set_error(error, FS_ERROR, FS_ERROR_NOT_A_FILE, "%s: not a regular file", path);
    close(fd);
    return -1;
}

gboolean
fs_each_line(int dir, const char *path, FsLineFunc func, gpointer data, GError **error)
{
    int fd = open_regular(dir, path, error);
    if (fd < 0)
        return FALSE;
    g_autofree char *buffer = g_malloc(BUFFER_SIZE);
    gsize used = 0;
    guint64 checksum = 0;
    gboolean fine = TRUE, go_on = TRUE;
    while (fine && go_on) {
        ssize_t n = read(fd, buffer + used, BUFFER_SIZE - used);
        if (n == 0)
            break;
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            fs_set_error(error, errno, path);
            fine = FALSE;
            break;
        }
        used += (gsize)n;
        go_on = hand_out(buffer, &used, &checksum, func, data);
        if (go_on && used > FS_LINE_MAX) {
            g_set_error(error, FS_ERROR, FS_ERROR_TOO_BIG, "%s: a line is too long", path);
            fine = FALSE;
        }
    }
    close(fd);
    return fine;
}

/* ---- files without a name ---- */

#ifdef O_TMPFILE
int
fs_open_nameless(int dir)
{
    int fd;
    do
        fd = openat(dir, ".", O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, 0600);
    while (fd < 0 && errno == EINTR);
    return fd;
}

guint64
fs_room(int dir)
{
    struct statvfs disk;
    return fstatvfs(dir, &disk) == 0 ? (guint64)disk.f_bavail * disk.f_frsize : 0;
}

gboolean
fs_write_at(int file, guint64 at, const void *bytes, gsize len)
{
    const char *from = bytes;
    for (gsize done = 0; done < len;) {
        ssize_t n = pwrite(file, from + done, len - done, (off_t)(at + done));
        if (n > 0)
            done += (gsize)n;
        else if (n == 0 || errno != EINTR)
            return FALSE;
    }
    return TRUE;
}

int
fs_read_at(int file, guint64 at, void *bytes, gsize len)
{
    char *to = bytes;
    for (gsize done = 0; done < len;) {
        ssize_t n = pread(file, to + done, len - done, (off_t)(at + done));
        if (n > 0)
            done += (gsize)n;
        else if (n == 0)
            return EIO; /* it was cut short by someone */
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}
#else /* no file can be without a name: Windows */
int
fs_open_nameless(G_GNUC_UNUSED int dir)
{
    return -1;
}

guint64
fs_room(G_GNUC_UNUSED int dir)
{
    return 0;
}

gboolean
fs_write_at(G_GNUC_UNUSED int file,
            G_GNUC_UNUSED guint64 at,
            G_GNUC_UNUSED const void *bytes,
            G_GNUC_UNUSED gsize len)
{
    return FALSE;
}

int
fs_read_at(G_GNUC_UNUSED int file,
           G_GNUC_UNUSED guint64 at,
           G_GNUC_UNUSED void *bytes,
           G_GNUC_UNUSED gsize len)
{
    return EIO;
}
#endif
