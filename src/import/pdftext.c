#include "import/pdftext.h"
#include "base/fs.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

gboolean
pdftext_is_pdf(const char *bytes, gsize len)
{
    static const char magic[] = "%PDF-";
    return memmem(bytes, MIN(len, 1024), magic, strlen(magic)) != NULL;
}

/* In the child, between fork and exec. */
static void
limit_child(gpointer data)
{
    const guint *seconds = data;
    const struct rlimit cpu = {*seconds + 1UL, *seconds + 1UL}; /* the clock comes first */
    const struct rlimit memory = {1024UL * 1024 * 1024, 1024UL * 1024 * 1024};
    const struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CPU, &cpu);
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_FSIZE, &none);
    setrlimit(RLIMIT_CORE, &none);
}

/* An open file without a name that holds the bytes; -1 and errno on failure. */
static int
file_of(const char *bytes, gsize len)
{
    int fd = memfd_create("maklumat-pdf", MFD_CLOEXEC);
    while (fd >= 0 && len > 0) {
        ssize_t put = write(fd, bytes, len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0) {
            int error_number = errno;
            close(fd);
            errno = error_number;
            return -1;
        }
        bytes += put;
        len -= (gsize)put;
    }
    if (fd >= 0)
        lseek(fd, 0, SEEK_SET);
    return fd;
}

static gboolean
start_child(int input, guint seconds, GPid *child, int *output, GError **error)
{
    /* Reading order, UTF-8, no form feeds, no messages; from standard input to standard output. */
    const char *const argv[] = {"pdftotext", "-q", "-enc", "UTF-8", "-nopgbrk", "-", "-", NULL};
    g_autofree char *path = g_strconcat("PATH=", g_getenv("PATH"), NULL);
    const char *const environment[] = {path, "LC_ALL=C", NULL};
    return g_spawn_async_with_pipes_and_fds(
        "/", argv, environment,
        G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL,
        limit_child, &seconds, input, -1, -1, NULL, NULL, 0, child, NULL, output, NULL, error);
}

/* Reads until the end, `max` bytes and one more, or the time is up (FALSE). */
static gboolean
read_output(int output, guint seconds, gsize max, GString *text)
{
    gint64 end = g_get_monotonic_time() + (gint64)seconds * G_USEC_PER_SEC;
    char buffer[16384];
    while (text->len <= max) {
        gint64 left = end - g_get_monotonic_time();
        struct pollfd ready = {.fd = output, .events = POLLIN};
        int n = left > 0 ? poll(&ready, 1, (int)(left / 1000) + 1) : 0;
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return FALSE;
        ssize_t got = read(output, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return TRUE;
        g_string_append_len(text, buffer, MIN(got, (gssize)(max + 1 - text->len)));
    }
    return TRUE;
}

/* Ends the child if it still runs; TRUE when it ended well by itself, or was cut for its length. */
static gboolean
end_child(GPid child, gboolean finished, gboolean cut)
{
    int status;
    if (!finished || cut)
        kill(child, SIGKILL);
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return FALSE;
    return cut || (WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

PdfTextStatus
pdftext_read(const char *bytes,
             gsize len,
             guint seconds,
             gsize max,
             char **text,
             gsize *text_len,
             GError **error)
{
    GPid child;
    int output, input = file_of(bytes, len);
    g_autoptr(GError) trouble = NULL;
    if (input < 0) {
        fs_set_error(error, errno, "pdftotext");
        return PDFTEXT_FAILED;
    }
    gboolean started = start_child(input, seconds, &child, &output, &trouble);
    close(input);
    if (!started && g_error_matches(trouble, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT))
        return PDFTEXT_NO_PROGRAM;
    if (!started) {
        g_propagate_error(error, g_steal_pointer(&trouble));
        return PDFTEXT_FAILED;
    }
    g_autoptr(GString) got = g_string_new(NULL);
    gboolean finished = read_output(output, seconds, max, got);
    close(output);
    gboolean well = end_child(child, finished, got->len > max);
    g_spawn_close_pid(child);
    if (!finished)
        return PDFTEXT_SLOW;
    if (!well)
        return PDFTEXT_UNREADABLE;
    *text_len = got->len;
    *text = g_string_free(g_steal_pointer(&got), FALSE);
    return PDFTEXT_READ;
}
