#include "serve/http.h"
#include "base/fs.h"
#include "serve/guard.h"
#include <arpa/inet.h>
#include <glib-unix.h>
#include <microhttpd.h>
#include <string.h>
#include <sys/socket.h>

enum { PORTS_TRIED = 20, BEAT_SECONDS = 20, QUEUE_MAX = 64 * 1024 };

struct Http {
    HttpOptions options;
    struct MHD_Daemon *daemon;
    guint port;
    char *cookie_name;
    GSource *source;
    guint tick;
    gpointer epoll_tag;
    gint64 last_beat;   /* microseconds: when streams last got something */
    GPtrArray *peers;   /* Peer */
    GPtrArray *streams; /* Stream */
};

/* A connection. */
typedef struct Peer {
    int fd;
    gint64 deadline; /* microseconds; 0 = none while a request is answered */
} Peer;

/* An open event stream. */
typedef struct Stream {
    Http *http;
    struct MHD_Connection *connection;
    GString *queue;
    gboolean suspended, ended;
} Stream;

/* A request being read. */
typedef struct Request {
    HttpRequest shown;
    struct MHD_Connection *connection;
    char *target; /* as it was sent */
    char *path;
    GString *body;
    GHashTable *form;
    guint refused; /* status decided before the body came; 0 = none */
    gboolean begun;
} Request;

/* ---- connections ---- */

static void
set_deadline(Peer *peer, guint seconds)
{
    if (peer != NULL)
        peer->deadline =
            seconds > 0 ? g_get_monotonic_time() + (gint64)seconds * G_USEC_PER_SEC : 0;
}

static Peer *
peer_of(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info != NULL ? info->socket_context : NULL;
}

static void
notice_connection(void *data,
                  struct MHD_Connection *connection,
                  void **socket_context,
                  enum MHD_ConnectionNotificationCode code)
{
    Http *http = data;
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        Peer *peer = g_new0(Peer, 1);
        peer->fd =
            MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
        set_deadline(peer, http->options.head_seconds);
        g_ptr_array_add(http->peers, peer);
        *socket_context = peer;
    } else {
        g_ptr_array_remove_fast(http->peers, *socket_context);
        *socket_context = NULL;
    }
}

/* Ends what takes too long: a head that comes byte by byte never looks idle to the library. */
static gboolean
on_tick(gpointer data)
{
    Http *http = data;
    gint64 now = g_get_monotonic_time();
    for (guint i = 0; i < http->peers->len; i++) {
        const Peer *peer = http->peers->pdata[i];
        if (peer->deadline > 0 && peer->deadline < now)
            shutdown(peer->fd, SHUT_RDWR);
    }
    if (now - http->last_beat > BEAT_SECONDS * G_USEC_PER_SEC) {
        http->last_beat = now;
        http_broadcast(http, NULL, NULL);
    }
    return G_SOURCE_CONTINUE;
}

/* ---- event streams ---- */

static ssize_t
read_stream(void *data, uint64_t pos G_GNUC_UNUSED, char *buffer, size_t max)
{
    Stream *stream = data;
    if (stream->ended)
        return MHD_CONTENT_READER_END_OF_STREAM;
    gsize n = MIN(max, stream->queue->len);
    if (n == 0) {
        stream->suspended = TRUE;
        MHD_suspend_connection(stream->connection);
        return 0;
    }
    memcpy(buffer, stream->queue->str, n);
    g_string_erase(stream->queue, 0, (gssize)n);
    return (ssize_t)n;
}

static void
free_stream(void *data)
{
    Stream *stream = data;
    g_ptr_array_remove_fast(stream->http->streams, stream);
    g_string_free(stream->queue, TRUE);
    g_free(stream);
}

static void
wake_stream(Stream *stream)
{
    if (stream->suspended) {
        stream->suspended = FALSE;
        MHD_resume_connection(stream->connection);
    }
}

void
http_broadcast(Http *http, const char *event, const char *data)
{
    for (guint i = 0; i < http->streams->len; i++) {
        Stream *stream = http->streams->pdata[i];
        if (stream->queue->len > QUEUE_MAX)
            stream->ended = TRUE; /* nobody reads */
        else if (event == NULL)
            g_string_append(stream->queue, ":\n\n");
        else
            g_string_append_printf(stream->queue, "event: %s\ndata: %s\n\n", event, data);
        wake_stream(stream);
    }
    if (http->source != NULL)
        g_source_set_ready_time(http->source, 0);
}

static struct MHD_Response *
new_stream(Http *http, struct MHD_Connection *connection)
{
    Stream *stream = g_new0(Stream, 1);
    *stream = (Stream){.http = http, .connection = connection};
    stream->queue = g_string_new("retry: 1000\n\n");
    g_ptr_array_add(http->streams, stream);
    return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 4096, read_stream, stream,
                                             free_stream);
}

/* ---- answers ---- */

static void
add_header(struct MHD_Response *response, const char *name, const char *value)
{
    if (value != NULL)
        MHD_add_response_header(response, name, value);
}

static enum MHD_Result
send_reply(Http *http, Request *request, const HttpReply *reply)
{
    struct MHD_Response *response =
        reply->is_stream ? new_stream(http, request->connection)
                         : MHD_create_response_from_buffer(reply->body->len, reply->body->str,
                                                           MHD_RESPMEM_MUST_COPY);
    add_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, reply->type);
    add_header(response, MHD_HTTP_HEADER_LOCATION, reply->location);
    add_header(response, "Content-Security-Policy", reply->policy);
    add_header(response, "X-Content-Type-Options", "nosniff");
    add_header(response, "Referrer-Policy", "same-origin");
    add_header(response, "Cross-Origin-Resource-Policy", "same-origin");
    add_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
    if (reply->status == 303) {
        g_autofree char *cookie = g_strdup_printf("%s=%s; Path=/; HttpOnly; SameSite=Strict",
                                                  http->cookie_name, http->options.key);
        add_header(response, MHD_HTTP_HEADER_SET_COOKIE, cookie);
    }
    if (reply->status >= 400)
        add_header(response, MHD_HTTP_HEADER_CONNECTION, "close");
    enum MHD_Result queued = MHD_queue_response(request->connection, reply->status, response);
    MHD_destroy_response(response);
    return queued;
}

static enum MHD_Result
refuse(Http *http, Request *request, guint status, const char *words)
{
    HttpReply reply = {.status = status, .type = "text/plain; charset=utf-8"};
    reply.body = g_string_new(words);
    enum MHD_Result sent = send_reply(http, request, &reply);
    g_string_free(reply.body, TRUE);
    return sent;
}

/* ---- requests ---- */

static const char *
header(const Request *request, const char *name)
{
    return MHD_lookup_connection_value(request->connection, MHD_HEADER_KIND, name);
}

/* The key in the address becomes a cookie, and the address loses it. */
static enum MHD_Result
give_cookie(Http *http, Request *request)
{
    HttpReply reply = {.status = 303, .type = "text/plain; charset=utf-8"};
    reply.body = g_string_new(NULL);
    reply.location = g_uri_escape_string(request->path, "/", TRUE);
    enum MHD_Result sent = send_reply(http, request, &reply);
    g_string_free(reply.body, TRUE);
    g_free(reply.location);
    return sent;
}

/* Judged by the head alone, before any of the body is taken. */
static guint
judge_head(Http *http, const Request *request, const char *method)
{
    const char *length = header(request, MHD_HTTP_HEADER_CONTENT_LENGTH);
    const char *origin = header(request, MHD_HTTP_HEADER_ORIGIN);
    gboolean writes = strcmp(method, MHD_HTTP_METHOD_POST) == 0;
    guint64 n = 0;
    if (!guard_host(header(request, MHD_HTTP_HEADER_HOST), http->port))
        return 421;
    if (origin != NULL ? !guard_origin(origin, http->port) : writes)
        return 403;
    if (!writes && strcmp(method, MHD_HTTP_METHOD_GET) != 0 &&
        strcmp(method, MHD_HTTP_METHOD_HEAD) != 0)
        return 405;
    if (request->path == NULL)
        return 400;
    if (length != NULL && (!g_ascii_string_to_unsigned(length, 10, 0, G_MAXINT64, &n, NULL) ||
                           n > GUARD_MAX_BODY))
        return 413;
    return 0;
}

static enum MHD_Result
answer_refused(Http *http, Request *request, guint status)
{
    const char *words = status == 421   ? "Alamat ini bukan alamat pratinjau.\n"
                        : status == 413 ? "Kiriman terlalu besar.\n"
                        : status == 401
                            ? "Bukalah alamat yang dicetak oleh `maklumat serve`: di dalamnya "
                              "ada kuncinya.\nOpen the address that `maklumat serve` printed: "
                              "the key is in it.\n"
                            : "Ditolak.\n";
    return refuse(http, request, status, words);
}

static enum MHD_Result
answer(Http *http, Request *request)
{
    HttpReply reply = {.status = 200, .type = "application/json", .body = g_string_new(NULL)};
    request->shown.path = request->path;
    request->shown.body = request->body->str;
    request->shown.body_len = request->body->len;
    request->shown.inner = request;
    http->options.handle(&request->shown, &reply, http->options.data);
    if (reply.is_stream && http->streams->len >= HTTP_MAX_STREAMS) {
        reply.is_stream = FALSE;
        reply.status = 503;
        g_string_assign(reply.body, "");
    }
    enum MHD_Result sent = send_reply(http, request, &reply);
    g_string_free(reply.body, TRUE);
    g_free(reply.location);
    return sent;
}

static enum MHD_Result
begin(Http *http, Request *request, const char *method)
{
    request->begun = TRUE;
    request->path = guard_path(request->target);
    request->body = g_string_new(NULL);
    request->shown.method = strcmp(method, MHD_HTTP_METHOD_HEAD) == 0 ? "GET" : method;
    request->refused = judge_head(http, request, method);
    gboolean in = guard_cookie(header(request, MHD_HTTP_HEADER_COOKIE), http->cookie_name,
                               http->options.key);
    const char *key =
        MHD_lookup_connection_value(request->connection, MHD_GET_ARGUMENT_KIND, "kunci");
    if (request->refused == 0 && key != NULL && strcmp(request->shown.method, "GET") == 0 &&
        guard_key(key, strlen(key), http->options.key))
        return give_cookie(http, request);
    if (request->refused == 0 && !in)
        request->refused = 401;
    if (request->refused != 0)
        return answer_refused(http, request, request->refused);
    set_deadline(peer_of(request->connection), HTTP_BODY_SECONDS);
    return MHD_YES;
}

static enum MHD_Result
on_request(void *data,
           struct MHD_Connection *connection,
           const char *url G_GNUC_UNUSED,
           const char *method,
           const char *version G_GNUC_UNUSED,
           const char *upload,
           size_t *upload_len,
           void **context)
{
    Http *http = data;
    Request *request = *context;
    request->connection = connection;
    if (!request->begun)
        return begin(http, request, method);
    if (*upload_len > 0) {
        if (request->body->len + *upload_len > GUARD_MAX_BODY)
            return MHD_NO; /* no length was announced: the connection is closed */
        g_string_append_len(request->body, upload, (gssize)*upload_len);
        *upload_len = 0;
        return MHD_YES;
    }
    set_deadline(peer_of(connection), 0);
    return answer(http, request);
}

/* Called with the first line: makes the context that on_request() gets. */
static void *
begin_request(void *data G_GNUC_UNUSED,
              const char *target,
              struct MHD_Connection *connection G_GNUC_UNUSED)
{
    Request *request = g_new0(Request, 1);
    request->target = g_strdup(target);
    return request;
}

static void
end_request(void *data,
            struct MHD_Connection *connection,
            void **context,
            enum MHD_RequestTerminationCode code G_GNUC_UNUSED)
{
    Request *request = *context;
    if (request == NULL)
        return;
    set_deadline(peer_of(connection), ((Http *)data)->options.head_seconds);
    g_free(request->target);
    g_free(request->path);
    if (request->body != NULL)
        g_string_free(request->body, TRUE);
    g_clear_pointer(&request->form, g_hash_table_unref);
    g_free(request);
    *context = NULL;
}

const char *
http_query(const HttpRequest *request, const char *name)
{
    const Request *inner = request->inner;
    return MHD_lookup_connection_value(inner->connection, MHD_GET_ARGUMENT_KIND, name);
}

const char *
http_form(const HttpRequest *request, const char *name)
{
    Request *inner = request->inner;
    if (inner->form == NULL)
        inner->form = g_uri_parse_params(request->body, (gssize)request->body_len, "&",
                                         G_URI_PARAMS_WWW_FORM, NULL);
    if (inner->form == NULL)
        inner->form = g_hash_table_new(g_str_hash, g_str_equal);
    return g_hash_table_lookup(inner->form, name);
}

/* ---- the main loop ---- */

typedef struct HttpSource {
    GSource source;
    Http *http;
} HttpSource;

static gboolean
prepare_source(GSource *source, gint *timeout)
{
    const Http *http = ((HttpSource *)source)->http;
    MHD_UNSIGNED_LONG_LONG wait;
    *timeout = MHD_get_timeout(http->daemon, &wait) == MHD_YES ? (gint)MIN(wait, 1000) : -1;
    return *timeout == 0;
}

static gboolean
check_source(GSource *source)
{
    const Http *http = ((HttpSource *)source)->http;
    gint timeout;
    return g_source_query_unix_fd(source, http->epoll_tag) != 0 ||
           prepare_source(source, &timeout);
}

static gboolean
dispatch_source(GSource *source,
                GSourceFunc callback G_GNUC_UNUSED,
                gpointer data G_GNUC_UNUSED)
{
    g_source_set_ready_time(source, -1);
    MHD_run(((HttpSource *)source)->http->daemon);
    return G_SOURCE_CONTINUE;
}

static void
attach(Http *http)
{
    static GSourceFuncs funcs = {prepare_source, check_source, dispatch_source,
                                 NULL,           NULL,         NULL};
    int fd = MHD_get_daemon_info(http->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
    http->source = g_source_new(&funcs, sizeof(HttpSource));
    ((HttpSource *)http->source)->http = http;
    http->epoll_tag = g_source_add_unix_fd(http->source, fd, G_IO_IN);
    g_source_attach(http->source, NULL);
    http->tick = g_timeout_add_seconds(1, on_tick, http);
}

static struct MHD_Daemon *
listen_at(Http *http, guint port)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((guint16)port),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    return MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, on_request,
                            http, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address,
                            MHD_OPTION_CONNECTION_LIMIT, (unsigned)HTTP_MAX_CONNECTIONS,
                            MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HTTP_MAX_HEAD,
                            MHD_OPTION_NOTIFY_CONNECTION, notice_connection, http,
                            MHD_OPTION_NOTIFY_COMPLETED, end_request, http,
                            MHD_OPTION_URI_LOG_CALLBACK, begin_request, http, MHD_OPTION_END);
}

Http *
http_start(const HttpOptions *options, GError **error)
{
    Http *http = g_new0(Http, 1);
    http->options = *options;
    if (options->head_seconds == 0)
        http->options.head_seconds = HTTP_HEAD_SECONDS;
    http->peers = g_ptr_array_new_with_free_func(g_free);
    http->streams = g_ptr_array_new();
    guint tries = options->exact || options->port == 0 ? 1 : PORTS_TRIED;
    for (guint i = 0; i < tries && http->daemon == NULL; i++)
        http->daemon = listen_at(http, options->port + i);
    if (http->daemon == NULL) {
        g_set_error(error, FS_ERROR, FS_ERROR_EXISTS, "127.0.0.1:%u", options->port);
        http_stop(http);
        return NULL;
    }
    http->port = MHD_get_daemon_info(http->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
    http->cookie_name = g_strdup_printf("maklumat-%u", http->port);
    attach(http);
    return http;
}

void
http_stop(Http *http)
{
    if (http == NULL)
        return;
    for (guint i = 0; i < http->streams->len; i++) {
        Stream *stream = http->streams->pdata[i];
        stream->ended = TRUE;
        wake_stream(stream);
    }
    if (http->source != NULL) {
        g_source_destroy(http->source);
        g_source_unref(http->source);
        g_source_remove(http->tick);
    }
    if (http->daemon != NULL)
        MHD_stop_daemon(http->daemon);
    g_ptr_array_unref(http->peers);
    g_ptr_array_unref(http->streams);
    g_free(http->cookie_name);
    g_free(http);
}

guint
http_port(const Http *http)
{
    return http->port;
}
