#include "deliver/session.h"
#include "deliver/fault.h"
#include "deliver/web.h"
#include <string.h>

enum {
    CONNECT_SECONDS = 20,
    ANSWER_SECONDS = 60, /* how long a server may be silent */
    DETECT_SECONDS =
        10, /* the same for its first word, while it is not known who speaks first */
    WAIT_MAX_SECONDS = 16 /* between two tries: 1, 2, 4 … */
};

typedef struct Connection {
    CURL *easy;
    GMutex lock;
    gboolean connected;          /* has been let in once */
    gboolean retired;            /* was not let in: connection 0 does its work */
    char words[CURL_ERROR_SIZE]; /* libcurl's about the last failure */
    GString *reply;              /* the server's last line */
    const char *send;
    gsize left;
} Connection;

struct Session {
    const RemoteOptions *options;
    gboolean implicit;   /* TLS from the first byte */
    gboolean newest_tls; /* the server speaks none but 1.3 */
    gint connected;      /* connection 0 has been let in (atomic) */
    guint n;
    Connection *connections;
};

/* ---- addresses ---- */

char *
session_path(const Session *session, const char *path)
{
    const char *base = session->options->target.path;
    if (*path == '\0')
        return g_strdup(base);
    gboolean joined = *base == '\0' || g_str_has_suffix(base, "/");
    return g_strconcat(base, joined ? "" : "/", path, NULL);
}

static char *
url_of(const Session *session, const SessionCall *call)
{
    const Target *target = &session->options->target;
    g_autoptr(GString) url = g_string_new(session->implicit ? "ftps://" : "ftp://");
    g_string_append(url, target->host);
    if (target->port != 0)
        g_string_append_printf(url, ":%u", target->port);
    g_string_append_c(url, '/');
    if (call->path == NULL)
        return g_string_free(g_steal_pointer(&url), FALSE);
    g_autofree char *whole = session_path(session, call->path);
    gboolean root = *whole == '/';
    g_string_append(url, root ? "%2F" : "");
    g_string_append_uri_escaped(url, whole + root, "/", FALSE);
    if (call->names && whole[root] != '\0')
        g_string_append_c(url, '/');
    return g_string_free(g_steal_pointer(&url), FALSE);
}

/* ---- what libcurl calls ---- */

static gsize
take_reply(char *bytes, gsize size, gsize n, void *data)
{
    Connection *c = data;
    gsize len = size * n;
    while (len > 0 && (bytes[len - 1] == '\n' || bytes[len - 1] == '\r'))
        len--;
    if (len > 0) {
        g_string_truncate(c->reply, 0);
        g_string_append_len(c->reply, bytes, (gssize)len);
    }
    return size * n;
}

/* Less than was there ends the call with CURLE_WRITE_ERROR. */
static gsize
take_bytes(char *bytes, gsize size, gsize n, void *data)
{
    GString *received = data;
    if (size * n > REMOTE_READ_MAX - received->len)
        return 0;
    g_string_append_len(received, bytes, (gssize)(size * n));
    return size * n;
}

/* Where no bytes are wanted libcurl tells the size of a file that is there, as HTTP would. */
static gsize
take_nothing(G_GNUC_UNUSED char *bytes, gsize size, gsize n, G_GNUC_UNUSED void *data)
{
    return size * n;
}

static gsize
give_bytes(char *buffer, gsize size, gsize n, void *data)
{
    Connection *c = data;
    gsize len = MIN(size * n, c->left);
    memcpy(buffer, c->send, len);
    c->send += len;
    c->left -= len;
    return len;
}

/* ---- options of a call ---- */

/* Debian's libcurl takes its options through a macro that checks their types; a refused one is a mistake of ours. */
#define SET(easy, option, value)                              \
    do {                                                      \
        CURLcode set = curl_easy_setopt(easy, option, value); \
        g_assert(set == CURLE_OK);                            \
    } while (FALSE)

static void
set_ftp(const Session *session, Connection *c)
{
    const RemoteOptions *options = session->options;
    gboolean tls = options->target.kind == TARGET_FTPS;
    SET(c->easy, CURLOPT_FTP_FILEMETHOD, (long)CURLFTPMETHOD_NOCWD);
    SET(c->easy, CURLOPT_FTP_SKIP_PASV_IP, 1L);
    SET(c->easy, CURLOPT_USE_SSL, (long)(tls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    SET(c->easy, CURLOPT_SERVER_RESPONSE_TIMEOUT,
        (long)(tls && !c->connected ? DETECT_SECONDS : ANSWER_SECONDS));
    /* Servers that want the data's TLS session to be the orders' one (vsftpd does) lose count of
     * the tickets of TLS 1.3. */
    if (tls && !session->newest_tls)
        SET(c->easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_MAX_TLSv1_2);
    if (options->ca_file != NULL)
        SET(c->easy, CURLOPT_CAINFO, options->ca_file);
}

static void
set_common(const Session *session, Connection *c, const char *url)
{
    const RemoteOptions *options = session->options;
    curl_easy_reset(c->easy);
    SET(c->easy, CURLOPT_URL, url);
    SET(c->easy, CURLOPT_PROTOCOLS_STR, "ftp,ftps");
    SET(c->easy, CURLOPT_PROXY, ""); /* an HTTP proxy of the environment would see everything */
    SET(c->easy, CURLOPT_NOSIGNAL, 1L);
    SET(c->easy, CURLOPT_ERRORBUFFER, c->words);
    SET(c->easy, CURLOPT_HEADERFUNCTION, take_reply);
    SET(c->easy, CURLOPT_HEADERDATA, c);
    SET(c->easy, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    SET(c->easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
    SET(c->easy, CURLOPT_LOW_SPEED_TIME, (long)ANSWER_SECONDS);
    SET(c->easy, CURLOPT_TCP_KEEPALIVE, 1L);
    SET(c->easy, CURLOPT_USERNAME,
        options->target.user != NULL ? options->target.user : "anonymous");
    if (options->password != NULL)
        SET(c->easy, CURLOPT_PASSWORD, options->password);
    set_ftp(session, c);
}

static void
set_call(Connection *c, const SessionCall *call)
{
    if (call->send != NULL) {
        c->send = call->send;
        c->left = call->send_len;
        SET(c->easy, CURLOPT_UPLOAD, 1L);
        SET(c->easy, CURLOPT_READFUNCTION, give_bytes);
        SET(c->easy, CURLOPT_READDATA, c);
        SET(c->easy, CURLOPT_INFILESIZE_LARGE, (curl_off_t)call->send_len);
        SET(c->easy, CURLOPT_POSTQUOTE, call->orders);
        return;
    }
    SET(c->easy, CURLOPT_QUOTE, call->orders);
    SET(c->easy, CURLOPT_DIRLISTONLY, call->names ? 1L : 0L);
    SET(c->easy, CURLOPT_NOBODY, call->path == NULL || call->look ? 1L : 0L);
    SET(c->easy, CURLOPT_WRITEFUNCTION, call->received != NULL ? take_bytes : take_nothing);
    SET(c->easy, CURLOPT_WRITEDATA, call->received);
}

/* ---- what came of it ---- */

typedef enum Verdict { FINE, MISSING, REFUSED, FULL, AGAIN, FATAL } Verdict;

/* Servers say that the disk is full in codes (452, 552) and, in the middle of a transfer, in words only; proftpd's are the last. */
static gboolean
is_full(const Connection *c, CURLcode code, long response)
{
    static const char *const words[] = {"o space left", "uota exceeded", "isk full",
                                        "Failure writing to local file",
                                        "Transfer aborted. Input/output error"};
    if (code == CURLE_REMOTE_DISK_FULL || response == 452 || response == 552)
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        if (strstr(c->reply->str, words[i]) != NULL)
            return TRUE;
    }
    return FALSE;
}

static Verdict
judge(const Session *session, const Connection *c, const SessionCall *call, CURLcode code)
{
    long response = 0;
    curl_easy_getinfo(c->easy, CURLINFO_RESPONSE_CODE, &response);
    gboolean transient = response >= 400 && response < 500;
    switch (code) {
    case CURLE_OK:
        return FINE;
    case CURLE_REMOTE_FILE_NOT_FOUND:
        return MISSING;
    case CURLE_FTP_COULDNT_RETR_FILE:
        return transient ? AGAIN : MISSING;
    case CURLE_REMOTE_ACCESS_DENIED:
    case CURLE_REMOTE_FILE_EXISTS:
    case CURLE_REMOTE_DISK_FULL:
    case CURLE_QUOTE_ERROR:
    case CURLE_UPLOAD_FAILED:
        return is_full(c, code, response) ? FULL : transient ? AGAIN : REFUSED;
    case CURLE_LOGIN_DENIED:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_WRITE_ERROR: /* take_bytes() has enough */
        return FATAL;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
        return g_atomic_int_get(&session->connected) ? AGAIN : FATAL;
    default:
        return is_full(c, code, 0) && call->send != NULL ? FULL : AGAIN;
    }
}

/* Our words where there are some; of a certificate libcurl's account says which of its faults it is. */
static const char *
words_of(const Session *session, const Connection *c, CURLcode code)
{
    const char *own = web_words(session->options->lang, code);
    gboolean ours = own != curl_easy_strerror(code) && code != CURLE_PEER_FAILED_VERIFICATION;
    return ours || *c->words == '\0' ? own : c->words;
}

/* Sets the error for a call that is given up. */
static SessionResult
give_up(
    const Session *session, const Connection *c, Verdict verdict, CURLcode code, GError **error)
{
    const char *host = session->options->target.host, *reply = c->reply->str;
    g_autofree char *said =
        g_strdup_printf("%s (%s)", host, *reply ? reply : words_of(session, c, code));
    /* libcurl calls every 421 ("too many users") a timeout; the server's own words say more. */
    g_autofree char *failed = g_strdup_printf(
        "%s: %s", host, g_str_has_prefix(reply, "421") ? reply : words_of(session, c, code));
    FaultCode fault = verdict == FULL ? FAULT_FULL : FAULT_CUT;
    const char *subject = verdict == FULL ? said : failed;
    if (verdict == FATAL && code == CURLE_LOGIN_DENIED) {
        fault = FAULT_LOGIN;
        subject = said;
    } else if (verdict == FATAL && code == CURLE_USE_SSL_FAILED) {
        fault = FAULT_NO_TLS;
        subject = host;
    } else if (verdict == FATAL && code == CURLE_WRITE_ERROR) {
        char *url = NULL;
        curl_easy_getinfo(c->easy, CURLINFO_EFFECTIVE_URL, &url);
        fault = FAULT_TOO_MUCH;
        subject = url != NULL ? url : host;
    } else if (verdict == FATAL) {
        fault = code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST
                    ? FAULT_UNREACHABLE
                    : FAULT_CERTIFICATE;
    }
    fault_set(session->options->lang, error, fault, subject);
    return SESSION_FAILED;
}

gboolean
session_refused(const Session *session, const char *path, const GString *said, GError **error)
{
    g_autofree char *words = g_strdup_printf("%s (%s)", path, said->str);
    return fault_set(session->options->lang, error, FAULT_REFUSED, words);
}

/* ---- calls ---- */

static CURLcode
perform(const Session *session, Connection *c, const SessionCall *call)
{
    g_autofree char *url = url_of(session, call);
    *c->words = '\0';
    g_string_truncate(c->reply, 0);
    if (call->received != NULL)
        g_string_truncate(call->received, 0);
    set_common(session, c, url);
    set_call(c, call);
    return curl_easy_perform(c->easy);
}

static SessionResult
call_on(Session *session, Connection *c, const SessionCall *call, GError **error)
{
    static const SessionResult results[] = {SESSION_FINE, SESSION_MISSING, SESSION_REFUSED};
    for (guint attempt = 0;; attempt++) {
        CURLcode code = perform(session, c, call);
        Verdict verdict = judge(session, c, call, code);
        if (call->said != NULL)
            g_string_assign(call->said,
                            c->reply->len > 0 ? c->reply->str : words_of(session, c, code));
        if (verdict <= REFUSED) {
            c->connected = TRUE;
            g_atomic_int_set(&session->connected, TRUE);
            if (verdict == FINE && session->options->sent != NULL && call->send_len > 0)
                session->options->sent(session->options->sent_data, call->send_len);
            return results[verdict];
        }
        gboolean extra = c != session->connections && !c->connected;
        if (verdict != AGAIN || extra || attempt >= session->options->retries)
            return give_up(session, c, verdict, code, error);
        g_usleep(MIN(1UL << attempt, WAIT_MAX_SECONDS) * G_USEC_PER_SEC);
    }
}

SessionResult
session_call(Session *session, guint i, const SessionCall *call, GError **error)
{
    Connection *c = &session->connections[i];
    if (i > 0 && !c->retired) {
        GError *failure = NULL;
        gboolean was_connected = c->connected;
        SessionResult result = call_on(session, c, call, &failure);
        if (result != SESSION_FAILED)
            return result;
        if (was_connected || c->connected) {
            g_propagate_error(error, failure);
            return result;
        }
        g_error_free(failure); /* more connections than the server allows */
        c->retired = TRUE;
    }
    g_mutex_lock(&session->connections->lock);
    SessionResult result = call_on(session, session->connections, call, error);
    g_mutex_unlock(&session->connections->lock);
    return result;
}

/* Servers behind other ports than 990 and 21 may want TLS from the first byte: then they stay silent. */
static gboolean
connect_first(Session *session, GError **error)
{
    const Target *target = &session->options->target;
    SessionCall nothing = {NULL};
    Connection *c = session->connections;
    CURLcode code = perform(session, c, &nothing);
    Verdict verdict = judge(session, c, &nothing, code);
    gboolean silent = code == CURLE_OPERATION_TIMEDOUT || code == CURLE_WEIRD_SERVER_REPLY;
    c->connected = verdict <= REFUSED;
    session->connected = c->connected;
    if (c->connected)
        return TRUE;
    if (code == CURLE_SSL_CONNECT_ERROR)
        session->newest_tls = TRUE;
    else if (silent && target->kind == TARGET_FTPS && target->port != 0 && c->reply->len == 0)
        session->implicit = TRUE;
    else if (verdict != AGAIN || session->options->retries == 0)
        return give_up(session, c, verdict, code, error) != SESSION_FAILED;
    return session_call(session, 0, &nothing, error) != SESSION_FAILED;
}

Session *
session_open(const RemoteOptions *options, GError **error)
{
    Session *session = g_new0(Session, 1);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    session->options = options;
    session->implicit = options->target.kind == TARGET_FTPS && options->target.port == 990;
    session->n = MAX(options->n_connections, 1);
    session->connections = g_new0(Connection, session->n);
    for (guint i = 0; i < session->n; i++) {
        Connection *c = &session->connections[i];
        c->easy = curl_easy_init();
        c->reply = g_string_new(NULL);
        g_mutex_init(&c->lock);
    }
    if (connect_first(session, error))
        return session;
    session_close(session);
    return NULL;
}

void
session_close(Session *session)
{
    for (guint i = 0; i < session->n; i++) {
        Connection *c = &session->connections[i];
        curl_easy_cleanup(c->easy);
        g_string_free(c->reply, TRUE);
        g_mutex_clear(&c->lock);
    }
    g_free(session->connections);
    g_free(session);
}
