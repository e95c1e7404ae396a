#include "import/child.h"
#include "base/fs.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MESSAGES_MAX = 2000, READ_BYTES = 65536 };

void
child_answer_clear(ChildAnswer *answer)
{
    g_clear_pointer(&answer->bytes, g_free);
    g_clear_pointer(&answer->messages, g_free);
}

gboolean
child_has_program(const char *name)
{
    g_autofree char *path = g_find_program_in_path(name);
    return path != NULL;
}

/* An open file without a name that holds the bytes; -1 and errno on failure. */
static int
file_of(const char *bytes, gsize len)
{
    int fd = memfd_create("maklumat-import", MFD_CLOEXEC);
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

/* ---- reading the answer ---- */

typedef struct Stream {
    int fd; /* -1 = at its end */
    gsize max;
    GString *text;
} Stream;

static void
read_some(Stream *stream)
{
    char buffer[READ_BYTES];
    ssize_t got = read(stream->fd, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR)
        return;
    if (got <= 0) {
        close(stream->fd);
        stream->fd = -1;
        return;
    }
    gsize room = stream->max + 1 - MIN(stream->text->len, stream->max + 1);
    g_string_append_len(stream->text, buffer, (gssize)MIN((gsize)got, room));
}

/* Reads both until the end of the answer, one byte behind its limit, or the time is up (FALSE). */
static gboolean
read_streams(Stream *answer, Stream *messages, guint seconds)
{
    gint64 end = g_get_monotonic_time() + (gint64)seconds * G_USEC_PER_SEC;
    while (answer->fd >= 0 && answer->text->len <= answer->max) {
        gint64 left = end - g_get_monotonic_time();
        struct pollfd ready[] = {{.fd = answer->fd, .events = POLLIN},
                                 {.fd = messages->fd, .events = POLLIN}};
        int n = left > 0 ? poll(ready, G_N_ELEMENTS(ready), (int)(left / 1000) + 1) : 0;
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return FALSE;
        if (ready[0].revents != 0)
            read_some(answer);
        if (messages->fd >= 0 && ready[1].revents != 0)
            read_some(messages);
    }
    while (messages->fd >= 0 && messages->text->len <= messages->max && answer->fd < 0) {
        struct pollfd ready = {.fd = messages->fd, .events = POLLIN};
        if (poll(&ready, 1, 100) <= 0)
            break;
        read_some(messages);
    }
    return TRUE;
}

static void
close_stream(Stream *stream)
{
    if (stream->fd >= 0)
        close(stream->fd);
    stream->fd = -1;
}

/* Ends the child if it still runs and says how it ended. */
static ChildStatus
end_child(GPid child, gboolean in_time, gboolean cut, int *code)
{
    int status;
    if (!in_time || cut)
        kill(child, SIGKILL);
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return CHILD_BROKEN;
    *code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    if (cut || WIFEXITED(status))
        return CHILD_DONE;
    gboolean slow =
        !in_time || WTERMSIG(status) == SIGXCPU || (WTERMSIG(status) == SIGKILL && in_time);
    return slow ? CHILD_HEAVY : CHILD_BROKEN;
}

static ChildStatus
take_answer(GPid child, int output, int errors, const ChildLimits *limits, ChildAnswer *answer)
{
    Stream out = {output, limits->output, g_string_new(NULL)};
    Stream messages = {errors, MESSAGES_MAX, g_string_new(NULL)};
    gboolean in_time = read_streams(&out, &messages, limits->wall_seconds);
    gboolean cut = out.text->len > limits->output;
    close_stream(&out);
    close_stream(&messages);
    ChildStatus status = end_child(child, in_time, cut, &answer->code);
    answer->len = out.text->len;
    answer->messages = g_string_free(messages.text, FALSE);
    answer->bytes = g_string_free(out.text, status != CHILD_DONE);
    return status;
}

/* ---- another program ---- */

/* In the child, between fork and exec. */
static void
shut_in(gpointer data)
{
    child_cage_enter(data, TRUE);
}

ChildStatus
child_exec(const ChildProgram *program,
           const ChildLimits *limits,
           ChildAnswer *answer,
           GError **error)
{
    GPid child;
    ChildLimits own = *limits;
    int output, errors, input = file_of(program->bytes, program->len);
    g_autoptr(GError) trouble = NULL;
    *answer = (ChildAnswer){0};
    if (input < 0) {
        fs_set_error(error, errno, program->argv[0]);
        return CHILD_FAILED;
    }
    g_autofree char *path = g_strconcat("PATH=", g_getenv("PATH"), NULL);
    const char *const environment[] = {path, "LC_ALL=C", "OMP_THREAD_LIMIT=1", NULL};
    gboolean started = g_spawn_async_with_pipes_and_fds(
        "/", program->argv, environment, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD,
        shut_in, &own, input, -1, -1, NULL, NULL, 0, &child, NULL, &output, &errors, &trouble);
    close(input);
    if (started)
        return take_answer(child, output, errors, limits, answer);
    if (g_error_matches(trouble, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT))
        return CHILD_NO_PROGRAM;
    g_propagate_error(error, g_steal_pointer(&trouble));
    return CHILD_FAILED;
}

/* ---- a function of ours ---- */

G_GNUC_NORETURN static void
work_and_exit(ChildWork work, gconstpointer data, const ChildLimits *limits, int output)
{
    child_cage_enter(limits, FALSE);
    g_autoptr(GString) out = g_string_new(NULL);
    int code = work(data, out);
    for (gsize at = 0; at < out->len;) {
        ssize_t put = write(output, out->str + at, out->len - at);
        if (put < 0 && errno != EINTR)
            break;
        at += put > 0 ? (gsize)put : 0;
    }
    _exit(code);
}

ChildStatus
child_call(ChildWork work,
           gconstpointer data,
           const ChildLimits *limits,
           ChildAnswer *answer,
           GError **error)
{
    int ends[2];
    *answer = (ChildAnswer){0};
    if (pipe2(ends, O_CLOEXEC) != 0) {
        fs_set_error(error, errno, "pipe");
        return CHILD_FAILED;
    }
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        (void)signal(SIGPIPE, SIG_IGN);
        work_and_exit(work, data, limits, ends[1]);
    }
    int error_number = errno;
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        fs_set_error(error, error_number, "fork");
        return CHILD_FAILED;
    }
    return take_answer(child, ends[0], -1, limits, answer);
}
