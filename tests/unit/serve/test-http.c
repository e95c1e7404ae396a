/* Strangers at the door of the preview server: what Guard refuses, and what Http bounds. */
#include "serve/guard.h"
#include "serve/http.h"
#include <arpa/inet.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

static const char key[] = "0123456789abcdef0123456789abcdef";

/* ---- paths, hosts, keys ---- */

static void
test_paths(void)
{
    static const char *const rows[][2] = {
        {"/", "/"},
        {"/a/b.html?x=../..", "/a/b.html"},
        {"/kab-x/dinas%20y/", "/kab-x/dinas y/"},
        {"/..", NULL},
        {"/a/../b", NULL},
        {"/a/%2e%2e/b", NULL},
        {"/a/%2E./b", NULL},
        {"/a/..%2fb", NULL},
        {"/%2e%2e%2f%2e%2e%2fetc/passwd", NULL},
        {"/a%5c..%5cb", NULL},
        {"/a\\..\\b", NULL},
        {"/.git/config", NULL},
        {"/.maklumat", NULL},
        {"//etc/passwd", NULL},
        {"/a//b", NULL},
        {"/a%00.html", NULL},
        {"/a%0d%0aX: y", NULL},
        {"/%ff", NULL},
        {"/%zz", NULL},
        {"/%252e%252e/b", "/%2e%2e/b"}, /* decoded once: a name, and no folder */
        {"a", NULL},
        {"http://x/", NULL},
        {"*", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = guard_path(rows[i][0]);
        g_assert_cmpstr(path, ==, rows[i][1]);
    }
    g_assert_false(guard_is_relative(""));
    g_assert_false(guard_is_relative("/a"));
    g_assert_false(guard_is_relative("a/../b"));
    g_assert_false(guard_is_relative("a/"));
    g_assert_true(guard_is_relative("kab-x/dinas-y/akta.md"));
}

static void
test_names(void)
{
    g_assert_true(guard_host("127.0.0.1:8000", 8000));
    g_assert_true(guard_host("LOCALHOST:8000", 8000));
    g_assert_false(guard_host("localhost:8001", 8000));
    g_assert_false(guard_host("localhost", 8000));
    g_assert_false(guard_host("jahat.example:8000", 8000));
    g_assert_false(guard_host("127.0.0.1.jahat.example:8000", 8000));
    g_assert_false(guard_host(NULL, 8000));
    g_assert_true(guard_origin("http://127.0.0.1:8000", 8000));
    g_assert_false(guard_origin("https://127.0.0.1:8000", 8000));
    g_assert_false(guard_origin("null", 8000));
    g_assert_false(guard_origin("http://127.0.0.1:8000.jahat.example", 8000));
    g_assert_true(guard_cookie("a=b; maklumat-1=0123456789abcdef0123456789abcdef; c=d",
                               "maklumat-1", key));
    g_assert_false(
        guard_cookie("maklumat-1=0123456789abcdef0123456789abcdee", "maklumat-1", key));
    g_assert_false(
        guard_cookie("xmaklumat-1=0123456789abcdef0123456789abcdef", "maklumat-1", key));
    g_assert_false(guard_cookie("maklumat-1=", "maklumat-1", key));
    g_assert_false(guard_cookie(NULL, "maklumat-1", key));
    g_autofree char *one = guard_new_key(), *two = guard_new_key();
    g_assert_cmpuint(strlen(one), ==, GUARD_KEY_BYTES);
    g_assert_cmpstr(one, !=, two);
    g_autofree char *name = guard_file_name("Formulir F-1.02 (Baru).PDF");
    g_assert_cmpstr(name, ==, "formulir-f-1-02-baru.pdf");
    g_autofree char *climbing = guard_file_name("../../../etc/passwd");
    g_assert_null(strchr(climbing, '/'));
}

/* ---- the server ---- */

typedef struct Door {
    Http *http;
    GMainLoop *loop;
    GThread *thread;
    guint n_handled;
} Door;

static void
handle(const HttpRequest *request, HttpReply *reply, gpointer data)
{
    Door *door = data;
    g_atomic_int_inc((gint *)&door->n_handled);
    reply->type = "text/plain";
    reply->is_stream = strcmp(request->path, "/peristiwa") == 0;
    g_string_append_printf(reply->body, "%s %s %" G_GSIZE_FORMAT " %s", request->method,
                           request->path, request->body_len,
                           http_form(request, "a") ? http_form(request, "a") : "-");
}

/* Sends bytes and returns everything that comes until the server closes or `seconds` pass. */
static char *
talk(guint port, const char *bytes, gsize len, guint seconds, int *keep)
{
    struct sockaddr_in to = {.sin_family = AF_INET,
                             .sin_port = htons((guint16)port),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct timeval wait = {.tv_sec = seconds};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    g_assert_cmpint(connect(fd, (struct sockaddr *)&to, sizeof to), ==, 0);
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    gssize sent = send(fd, bytes, len, MSG_NOSIGNAL);
    g_assert_cmpint(sent, >, 0);
    GString *out = g_string_new(NULL);
    char buffer[4096];
    gssize n = 0;
    while (keep == NULL && (n = recv(fd, buffer, sizeof buffer, 0)) > 0)
        g_string_append_len(out, buffer, n);
    if (keep != NULL)
        *keep = fd;
    else
        close(fd);
    return g_string_free(out, FALSE);
}

static guint
status_of(const char *answer)
{
    return g_str_has_prefix(answer, "HTTP/1.1 ") ? (guint)atoi(answer + 9) : 0;
}

/* The status of one request; `lines` end with \r\n. HOST, KEY are filled in. */
static guint
ask(const Door *door, const char *first, const char *lines, const char *body)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_printf(text, "%s HTTP/1.1\r\n%sConnection: close\r\n\r\n%s", first, lines, body);
    g_autofree char *port = g_strdup_printf("%u", http_port(door->http));
    g_string_replace(text, "PORT", port, 0);
    g_string_replace(text, "KEY", key, 0);
    g_autofree char *answer = talk(http_port(door->http), text->str, text->len, 20, NULL);
    return status_of(answer);
}

#define HOST   "Host: 127.0.0.1:PORT\r\n"
#define COOKIE "Cookie: maklumat-PORT=KEY\r\n"
#define ORIGIN "Origin: http://127.0.0.1:PORT\r\n"

static void
ask_all(Door *door)
{
    static const struct {
        const char *first, *lines, *body;
        guint status;
    } rows[] = {
        {"GET /a", HOST COOKIE, "", 200},
        {"GET /a", "Host: localhost:PORT\r\n" COOKIE, "", 200},
        {"GET /a", HOST COOKIE ORIGIN, "", 200},
        {"POST /a", HOST COOKIE ORIGIN "Content-Length: 3\r\n", "a=b", 200},
        /* no key, a wrong one, the key where it does not count */
        {"GET /a", HOST, "", 401},
        {"GET /a", HOST "Cookie: maklumat-PORT=0000\r\n", "", 401},
        {"POST /a?kunci=KEY", HOST ORIGIN "Content-Length: 0\r\n", "", 401},
        {"GET /a?kunci=KEY", HOST, "", 303},
        {"GET /a?kunci=0123456789abcdef0123456789abcde0", HOST, "", 401},
        /* DNS rebinding */
        {"GET /a", "Host: jahat.example:PORT\r\n" COOKIE, "", 421},
        {"GET /a?kunci=KEY", "Host: jahat.example\r\n", "", 421},
        /* another page's form or script; none at all */
        {"POST /a", HOST COOKIE "Origin: http://jahat.example\r\nContent-Length: 0\r\n", "",
         403},
        {"POST /a", HOST COOKIE "Origin: null\r\nContent-Length: 0\r\n", "", 403},
        {"POST /a", HOST COOKIE "Content-Length: 0\r\n", "", 403},
        {"GET /a", HOST COOKIE "Origin: http://127.0.0.1:1\r\n", "", 403},
        {"DELETE /a", HOST COOKIE ORIGIN, "", 405},
        {"TRACE /a", HOST COOKIE, "", 405},
        /* out of the folder */
        {"GET /../etc/passwd", HOST COOKIE, "", 400},
        {"GET /%2e%2e/%2e%2e/etc/passwd", HOST COOKIE, "", 400},
        {"GET /a%00b", HOST COOKIE, "", 400},
        /* a body of a gigabyte is refused before it is sent */
        {"POST /a", HOST COOKIE ORIGIN "Content-Length: 1073741824\r\n", "", 413},
        {"POST /a", HOST COOKIE ORIGIN "Content-Length: 99999999999999999999999\r\n", "", 413},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        guint status = ask(door, rows[i].first, rows[i].lines, rows[i].body);
        /* the library refuses a length beyond its own numbers itself */
        if (status != rows[i].status && !(rows[i].status == 413 && status == 400))
            g_error("%s %s: %u, not %u", rows[i].first, rows[i].lines, status, rows[i].status);
    }
    g_assert_cmpuint(door->n_handled, ==, 4);
}

/* No length announced: the server hangs up once it is too much. */
static void
send_endless_body(Door *door)
{
    g_autofree char *head = g_strdup_printf(
        "POST /a HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nCookie: maklumat-%u=%s\r\n"
        "Origin: http://127.0.0.1:%u\r\nTransfer-Encoding: chunked\r\n\r\n",
        http_port(door->http), http_port(door->http), key, http_port(door->http));
    int fd;
    g_free(talk(http_port(door->http), head, strlen(head), 5, &fd));
    g_autofree char *chunk = g_malloc(65536 + 9);
    memcpy(chunk, "10000\r\n", 7);
    memset(chunk + 7, 'x', 65536);
    memcpy(chunk + 7 + 65536, "\r\n", 2);
    gsize sent = 0;
    gssize n;
    while (sent < (gsize)1 << 30 && (n = send(fd, chunk, 65536 + 9, MSG_NOSIGNAL)) > 0)
        sent += (gsize)n;
    g_assert_cmpuint(sent, <, 4 * GUARD_MAX_BODY);
    close(fd);
}

static void
send_long_head(Door *door)
{
    g_autofree char *filler = g_strnfill(200000, 'x');
    g_autofree char *lines = g_strdup_printf(HOST COOKIE "X: %s\r\n", filler);
    guint status = ask(door, "GET /a", lines, "");
    g_assert_true(status == 431 || status == 413 || status == 0);
}

/* More heads that never end than there are connections: they are cut, and then it is one's turn. */
static void
send_slow_heads(Door *door)
{
    int fds[HTTP_MAX_CONNECTIONS];
    for (guint i = 0; i < G_N_ELEMENTS(fds); i++)
        g_free(talk(http_port(door->http), "GET / HT", 8, 5, &fds[i]));
    g_assert_cmpuint(ask(door, "GET /slow", HOST COOKIE, ""), ==, 200);
    for (guint i = 0; i < G_N_ELEMENTS(fds); i++) {
        char byte;
        g_assert_cmpint(recv(fds[i], &byte, 1, 0), <=, 0);
        close(fds[i]);
    }
}

static void
open_many_streams(Door *door)
{
    enum { N = 1000 };
    static int fds[N];
    guint n_open = 0;
    g_autofree char *head = g_strdup_printf(
        "GET /peristiwa HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nCookie: maklumat-%u=%s\r\n\r\n",
        http_port(door->http), http_port(door->http), key);
    for (guint i = 0; i < N; i++)
        g_free(talk(http_port(door->http), head, strlen(head), 20, &fds[i]));
    for (guint i = 0; i < N; i++) {
        char answer[16] = "";
        gssize n = recv(fds[i], answer, 12, MSG_WAITALL);
        n_open += n == 12 && memcmp(answer + 9, "200", 3) == 0 ? 1 : 0;
    }
    /* the stream of hear_event() may not have been missed yet */
    g_assert_cmpuint(n_open, <=, HTTP_MAX_STREAMS);
    g_assert_cmpuint(n_open, >=, HTTP_MAX_STREAMS - 1);
    g_assert_cmpuint(ask(door, "GET /still", HOST COOKIE, ""), ==, 200);
    for (guint i = 0; i < N; i++)
        close(fds[i]);
}

static gboolean
send_event(gpointer data)
{
    http_broadcast(((Door *)data)->http, "bangun", "1");
    return G_SOURCE_REMOVE;
}

static void
hear_event(Door *door)
{
    int fd;
    char buffer[4096];
    g_autoptr(GString) heard = g_string_new(NULL);
    g_autofree char *head = g_strdup_printf(
        "GET /peristiwa HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nCookie: maklumat-%u=%s\r\n\r\n",
        http_port(door->http), http_port(door->http), key);
    g_free(talk(http_port(door->http), head, strlen(head), 20, &fd));
    gssize n = recv(fd, buffer, sizeof buffer, 0); /* the head: the stream is open */
    g_assert_cmpint(n, >, 0);
    g_idle_add(send_event, door);
    while (strstr(heard->str, "event: bangun\ndata: 1\n") == NULL) {
        n = recv(fd, buffer, sizeof buffer, 0);
        g_assert_cmpint(n, >, 0);
        g_string_append_len(heard, buffer, n);
    }
    close(fd);
}

static gpointer
attack(gpointer data)
{
    Door *door = data;
    ask_all(door);
    hear_event(door);
    send_long_head(door);
    send_endless_body(door);
    open_many_streams(door);
    send_slow_heads(door);
    g_main_loop_quit(door->loop);
    return NULL;
}

static void
test_attacks(void)
{
    Door door = {.loop = g_main_loop_new(NULL, FALSE)};
    HttpOptions options = {.head_seconds = 3, .key = key, .handle = handle, .data = &door};
    g_autoptr(GError) error = NULL;
    door.http = http_start(&options, &error);
    g_assert_no_error(error);
    door.thread = g_thread_new("attack", attack, &door);
    g_main_loop_run(door.loop);
    g_thread_join(door.thread);
    http_stop(door.http);
    g_main_loop_unref(door.loop);
}

/* Nobody but this machine may connect: the socket is bound to 127.0.0.1 alone. */
static void
test_loopback(void)
{
    HttpOptions options = {.key = key, .handle = handle};
    g_autoptr(Http) http = http_start(&options, NULL);
    struct sockaddr_in elsewhere = {.sin_family = AF_INET,
                                    .sin_port = htons((guint16)http_port(http)),
                                    .sin_addr.s_addr = inet_addr("127.0.0.2")};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    g_assert_cmpint(connect(fd, (struct sockaddr *)&elsewhere, sizeof elsewhere), !=, 0);
    close(fd);
    HttpOptions taken = {.port = http_port(http), .exact = TRUE, .key = key, .handle = handle};
    g_autoptr(GError) error = NULL;
    g_assert_null(http_start(&taken, &error));
    g_assert_nonnull(error);
}

int
main(int argc, char **argv)
{
    struct rlimit files;
    g_test_init(&argc, &argv, NULL);
    getrlimit(RLIMIT_NOFILE, &files); /* both ends of 1,000 streams are ours */
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    g_test_add_func("/serve/paths", test_paths);
    g_test_add_func("/serve/names", test_names);
    g_test_add_func("/serve/loopback", test_loopback);
    g_test_add_func("/serve/attacks", test_attacks);
    return g_test_run();
}
