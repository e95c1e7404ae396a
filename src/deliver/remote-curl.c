#include "deliver/fault.h"
#include "deliver/session.h"
#include <string.h>

/* The file with which remote_probe() tries out renaming. */
#define PROBE REMOTE_STAGING "-uji"

typedef struct CurlRemote {
    Remote base;
    Session *session;
} CurlRemote;

typedef struct curl_slist Orders;

static void
curl_remote_free(Remote *remote)
{
    CurlRemote *r = (CurlRemote *)remote;
    session_close(r->session);
    g_free(r);
}

/* ---- orders, in the words of FTP; "*" in front: a refusal does not matter ---- */

static Orders *
add_order(const CurlRemote *r, Orders *orders, const char *word, const char *path)
{
    g_autofree char *name = session_path(r->session, path);
    g_autofree char *line = g_strdup_printf("%s %s", word, name);
    return curl_slist_append(orders, line);
}

static SessionResult
order(CurlRemote *r, guint i, Orders *orders, GString *said, GError **error)
{
    const SessionCall call = {.orders = orders, .said = said};
    SessionResult result = session_call(r->session, i, &call, error);
    curl_slist_free_all(orders);
    return result;
}

/* ---- operations ---- */

static gboolean
curl_read(Remote *remote, guint i, const char *path, GString **text, GError **error)
{
    CurlRemote *r = (CurlRemote *)remote;
    g_autoptr(GString) received = g_string_new(NULL), said = g_string_new(NULL);
    SessionCall call = {.path = path, .received = received, .said = said};
    *text = NULL;
    SessionResult result = session_call(r->session, i, &call, error);
    if (result == SESSION_REFUSED)
        return session_refused(r->session, path, said, error);
    if (result == SESSION_FINE)
        *text = g_steal_pointer(&received);
    return result != SESSION_FAILED;
}

/* Bytes on their way to a name, and what the server said of it last. */
typedef struct Attempt {
    const RemoteFile *file;
    RemoteMove move;
    GString *said;
} Attempt;

static SessionResult
try_put(CurlRemote *r, guint i, const Attempt *attempt, GError **error)
{
    const RemoteFile *file = attempt->file;
    const RemoteMove move = attempt->move;
    g_autofree char *staged = g_strdup_printf(REMOTE_STAGING "-%u", i);
    SessionCall call = {.send = file->bytes, .send_len = file->len, .said = attempt->said};
    Orders *orders = NULL;
    call.path = move == REMOTE_MOVE_NONE ? file->path : staged;
    if (move == REMOTE_MOVE_DELETE)
        orders = add_order(r, orders, "*DELE", file->path);
    if (move != REMOTE_MOVE_NONE)
        orders = add_order(r, add_order(r, orders, "RNFR", staged), "RNTO", file->path);
    call.orders = orders;
    SessionResult result = session_call(r->session, i, &call, error);
    curl_slist_free_all(orders);
    return result;
}

static gboolean
curl_put(Remote *remote, guint i, const RemoteFile *file, GError **error)
{
    CurlRemote *r = (CurlRemote *)remote;
    g_autoptr(GString) said = g_string_new(NULL);
    SessionResult result = try_put(r, i, &(Attempt){file, remote->move, said}, error);
    if (result == SESSION_FINE || result == SESSION_FAILED)
        return result == SESSION_FINE;
    return session_refused(r->session, file->path, said, error);
}

static gboolean
curl_exists(Remote *remote, guint i, const char *path, gboolean *exists, GError **error)
{
    CurlRemote *r = (CurlRemote *)remote;
    SessionCall call = {.path = path, .look = TRUE};
    SessionResult result = session_call(r->session, i, &call, error);
    *exists = result == SESSION_FINE || result == SESSION_REFUSED;
    return result != SESSION_FAILED;
}

static gboolean
curl_remove(Remote *remote, guint i, const char *path, GError **error)
{
    CurlRemote *r = (CurlRemote *)remote;
    g_autoptr(GString) said = g_string_new(NULL);
    gboolean exists = FALSE;
    /* libcurl ends a connection on which an order is refused, so it is told by the reply. */
    SessionResult result = order(r, i, add_order(r, NULL, "*DELE", path), said, error);
    gboolean done = result == SESSION_FINE && *said->str == '2';
    if (done || result == SESSION_FAILED)
        return done;
    /* FTP has one code for a file that is not there and for one that must not be deleted. */
    return curl_exists(remote, i, path, &exists, error) &&
           (!exists || session_refused(r->session, path, said, error));
}

static gboolean
curl_make_dir(Remote *remote, guint i, const char *path, GError **error)
{
    CurlRemote *r = (CurlRemote *)remote;
    Orders *orders = NULL;
    if (*path != '\0') /* one that is there is refused like one that cannot be made */
        orders = add_order(r, orders, "*MKD", path);
    g_autofree char *whole = *path == '\0' ? session_path(r->session, "") : NULL;
    for (char *slash = whole; slash != NULL && *whole != '\0';) {
        slash = strchr(slash + 1, '/');
        if (slash != NULL)
            *slash = '\0';
        g_autofree char *name = g_strdup_printf("*MKD %s", whole);
        orders = curl_slist_append(orders, name);
        if (slash != NULL)
            *slash = '/';
    }
    return orders == NULL || order(r, i, orders, NULL, error) != SESSION_FAILED;
}

static gboolean
curl_remove_dir(Remote *remote, guint i, const char *path, GError **error)
{
    CurlRemote *r = (CurlRemote *)remote;
    return order(r, i, add_order(r, NULL, "*RMD", path), NULL, error) != SESSION_FAILED;
}

static gboolean
curl_list(Remote *remote, guint i, const char *path, GPtrArray **names, GError **error)
{
    CurlRemote *r = (CurlRemote *)remote;
    g_autoptr(GString) received = g_string_new(NULL);
    SessionCall call = {.path = path, .names = TRUE, .received = received};
    SessionResult result = session_call(r->session, i, &call, error);
    *names = NULL;
    if (result == SESSION_FAILED)
        return FALSE;
    if (result != SESSION_FINE)
        return TRUE;
    *names = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) lines = g_strsplit(received->str, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        g_strchomp(*line);
        const char *slash = strrchr(*line, '/'); /* some servers repeat the folder's name */
        const char *name = slash != NULL ? slash + 1 : *line;
        if (*name != '\0' && strcmp(name, ".") != 0 && strcmp(name, "..") != 0)
            g_ptr_array_add(*names, g_strdup(name));
    }
    return TRUE;
}

static gboolean
curl_probe(Remote *remote, GError **error)
{
    CurlRemote *r = (CurlRemote *)remote;
    const RemoteFile file = {PROBE, "uji\n", 4};
    g_autoptr(GString) said = g_string_new(NULL);
    Attempt attempt = {&file, REMOTE_MOVE_OVER, said};
    if (!curl_remove(remote, 0, PROBE, error))
        return FALSE;
    SessionResult first = try_put(r, 0, &attempt, error);
    SessionResult second = first == SESSION_FINE ? try_put(r, 0, &attempt, error) : first;
    if (first == SESSION_FAILED || second == SESSION_FAILED)
        return FALSE;
    if (first != SESSION_FINE) {
        attempt.move = REMOTE_MOVE_NONE;
        first = try_put(r, 0, &attempt, error);
        if (first != SESSION_FINE)
            return first != SESSION_FAILED &&
                   session_refused(r->session, REMOTE_STAGING, said, error);
    } else if (second != SESSION_FINE) {
        attempt.move = REMOTE_MOVE_DELETE;
    }
    remote->move = attempt.move;
    return curl_remove(remote, 0, PROBE, error) &&
           curl_remove(remote, 0, REMOTE_STAGING "-0", error);
}

static const RemoteKind curl_kind = {
    curl_remote_free, curl_read, curl_put,    curl_remove, curl_make_dir,
    curl_remove_dir,  curl_list, curl_exists, curl_probe,  NULL,
};

Remote *
remote_curl_open(const RemoteOptions *options, GError **error)
{
    Session *session = session_open(options, error);
    if (session == NULL)
        return NULL;
    CurlRemote *r = g_new(CurlRemote, 1);
    *r = (CurlRemote){{&curl_kind, REMOTE_MOVE_OVER}, session};
    return &r->base;
}
