#include "base/fs.h"
#include "deliver/fault.h"
#include "deliver/posix-rename.h"
#include "deliver/remote.h"
#include "deliver/ssh-login.h"
#include <fcntl.h>
#include <libssh/libssh.h>
#include <libssh/sftp.h>
#include <string.h>

#define PROBE REMOTE_STAGING "-uji"

enum {
    WAIT_MAX_SECONDS = 16,
    CHUNK = 32 * 1024, /* what every server takes in one message */
    FILE_MODE = 0644,
    DIR_MODE = 0755
};

typedef struct Connection {
    GMutex lock; /* connection 0 also works for those that are retired */
    ssh_session ssh;
    sftp_session sftp;   /* NULL = not connected */
    ssh_channel renamer; /* NULL = the server renames over nothing */
    gboolean let_in;     /* has been, once */
    gboolean retired;
} Connection;

typedef struct SshRemote {
    Remote base;
    const RemoteOptions *options;
    guint n;
    Connection *connections;
} SshRemote;

typedef enum Verdict { FINE, MISSING, REFUSED, TOO_MUCH, FULL, BROKEN } Verdict;

/* ---- connecting ---- */

static void
disconnect(Connection *c)
{
    g_clear_pointer(&c->renamer, ssh_channel_free);
    g_clear_pointer(&c->sftp, sftp_free);
    if (c->ssh != NULL) {
        ssh_disconnect(c->ssh);
        ssh_free(c->ssh);
    }
    c->ssh = NULL;
}

/* FALSE and an error: for good. FALSE without one: it may be tried again. */
static gboolean
connect_once(const SshRemote *r, Connection *c, gboolean first, GError **error)
{
    const char *host = r->options->target.host;
    disconnect(c);
    c->ssh = ssh_new();
    ssh_login_prepare(r->options, c->ssh);
    if (ssh_connect(c->ssh) != SSH_OK) {
        g_autofree char *said = g_strdup_printf("%s: %s", host, ssh_get_error(c->ssh));
        if (first)
            fault_set(r->options->lang, error, FAULT_UNREACHABLE, said);
        return FALSE;
    }
    if (!ssh_login_check_key(r->options, c->ssh, error))
        return FALSE;
    int result = ssh_login(r->options, c->ssh);
    if (result != SSH_AUTH_SUCCESS && !ssh_is_connected(c->ssh))
        return FALSE;
    if (result != SSH_AUTH_SUCCESS)
        return fault_set(r->options->lang, error, FAULT_LOGIN, host);
    c->sftp = sftp_new(c->ssh);
    if (c->sftp != NULL && sftp_init(c->sftp) != SSH_OK)
        g_clear_pointer(&c->sftp, sftp_free);
    if (c->sftp != NULL)
        c->renamer = posix_rename_open(c->ssh);
    if (c->sftp != NULL && !c->let_in) /* of connection 0 written once, before others read it */
        c->let_in = TRUE;
    return c->sftp != NULL;
}

/* ---- what came of an order ---- */

static Verdict
judge(Connection *c)
{
    if (!ssh_is_connected(c->ssh))
        return BROKEN;
    switch (sftp_get_error(c->sftp)) {
    case SSH_FX_NO_SUCH_FILE:
    case SSH_FX_NO_SUCH_PATH:
        return MISSING;
    case SSH_FX_NO_CONNECTION:
    case SSH_FX_CONNECTION_LOST:
    case SSH_FX_OK:
    case SSH_FX_EOF:
        return BROKEN;
    default:
        return REFUSED;
    }
}

static const char *
words_of(Connection *c)
{
    if (sftp_get_error(c->sftp) == SSH_FX_PERMISSION_DENIED)
        return "permission denied";
    const char *words = ssh_get_error(c->ssh);
    return *words != '\0' ? words : "failure";
}

static gboolean
refused(const SshRemote *r, const char *path, const GString *said, GError **error)
{
    g_autofree char *words = g_strdup_printf("%s (%s)", path, said->str);
    return fault_set(r->options->lang, error, FAULT_REFUSED, words);
}

static gboolean
too_much(const SshRemote *r, const char *path, GError **error)
{
    return fault_set(r->options->lang, error, FAULT_TOO_MUCH, path);
}

/* SFTP has no word for a full disk: a write that failed, where less room is left than a message takes, was one. */
static gboolean
is_full(Connection *c, const char *path)
{
    if (!sftp_extension_supported(c->sftp, "statvfs@openssh.com", "2"))
        return FALSE;
    sftp_statvfs_t disk = sftp_statvfs(c->sftp, path);
    gboolean full = disk != NULL && disk->f_bavail * disk->f_frsize < CHUNK;
    sftp_statvfs_free(disk);
    return full;
}

static char *
path_at(const SshRemote *r, const char *path)
{
    const char *base = r->options->target.path;
    if (*base == '\0' || *path == '\0')
        return g_strdup(*path != '\0' ? path : *base != '\0' ? base : ".");
    return g_strconcat(base, g_str_has_suffix(base, "/") ? "" : "/", path, NULL);
}

/* ---- orders ---- */

typedef struct Order {
    const char *path;  /* at the server */
    const char *to;    /* rename */
    const void *bytes; /* put */
    gsize len;         /* of the bytes, or of the file that is renamed */
    gboolean again;    /* the connection broke over it before */
    GString *received; /* read */
    GPtrArray *names;  /* list */
    GString *said;     /* receives what the server says when it refuses; NULL = not wanted */
} Order;

typedef Verdict (*OrderFunc)(Connection *c, const Order *order);

static Verdict
order_read(Connection *c, const Order *order)
{
    char buffer[CHUNK];
    ssize_t n;
    g_string_truncate(order->received, 0);
    sftp_file file = sftp_open(c->sftp, order->path, O_RDONLY, 0);
    if (file == NULL)
        return judge(c);
    while ((n = sftp_read(file, buffer, sizeof buffer)) > 0 &&
           (gsize)n <= REMOTE_READ_MAX - order->received->len)
        g_string_append_len(order->received, buffer, n);
    Verdict verdict = n < 0 ? judge(c) : n > 0 ? TOO_MUCH : FINE;
    sftp_close(file);
    return verdict;
}

static Verdict
order_write(Connection *c, const Order *order)
{
    const char *bytes = order->bytes;
    sftp_file file = sftp_open(c->sftp, order->path, O_WRONLY | O_CREAT | O_TRUNC, FILE_MODE);
    if (file == NULL)
        return judge(c) == BROKEN ? BROKEN : REFUSED;
    Verdict verdict = FINE;
    for (gsize done = 0; verdict == FINE && done < order->len;) {
        ssize_t n = sftp_write(file, bytes + done, MIN(order->len - done, CHUNK));
        if (n > 0)
            done += (gsize)n;
        else if ((verdict = judge(c)) != BROKEN)
            verdict = is_full(c, order->path) ? FULL : REFUSED;
    }
    if (sftp_close(file) != SSH_OK && verdict == FINE)
        verdict = judge(c);
    return verdict;
}

static Verdict
order_remove(Connection *c, const Order *order)
{
    return sftp_unlink(c->sftp, order->path) == 0 ? FINE : judge(c);
}

static Verdict
order_make_dir(Connection *c, const Order *order)
{
    return sftp_mkdir(c->sftp, order->path, DIR_MODE) == 0 ? FINE : judge(c);
}

static Verdict
order_remove_dir(Connection *c, const Order *order)
{
    return sftp_rmdir(c->sftp, order->path) == 0 ? FINE : judge(c);
}

static Verdict
order_look(Connection *c, const Order *order)
{
    sftp_attributes found = sftp_lstat(c->sftp, order->path);
    Verdict verdict = found != NULL ? FINE : judge(c);
    sftp_attributes_free(found);
    return verdict;
}

/* FINE when a rename that is refused had been done before the connection broke: nothing is left of the old name, all under the new. */
static Verdict
look_renamed(Connection *c, const Order *order, Verdict refusal)
{
    Verdict source = order_look(c, order);
    if (source != MISSING)
        return source == BROKEN ? BROKEN : refusal;
    sftp_attributes found = sftp_lstat(c->sftp, order->to);
    Verdict verdict = found == NULL ? judge(c) : found->size == order->len ? FINE : refusal;
    sftp_attributes_free(found);
    return verdict == MISSING ? refusal : verdict;
}

static Verdict
order_rename(Connection *c, const Order *order)
{
    static const Verdict verdicts[] = {FINE, REFUSED, BROKEN};
    Verdict verdict;
    if (c->renamer != NULL)
        verdict = verdicts[posix_rename(c->renamer, order->path, order->to)];
    else
        verdict = sftp_rename(c->sftp, order->path, order->to) == 0 ? FINE : judge(c);
    gboolean refused = verdict == MISSING || verdict == REFUSED;
    return refused && order->again ? look_renamed(c, order, verdict) : verdict;
}

static Verdict
order_list(Connection *c, const Order *order)
{
    g_ptr_array_set_size(order->names, 0);
    sftp_dir dir = sftp_opendir(c->sftp, order->path);
    if (dir == NULL)
        return judge(c);
    sftp_attributes entry;
    guint n = 0;
    for (; n < REMOTE_NAMES_MAX && (entry = sftp_readdir(c->sftp, dir)) != NULL; n++) {
        if (strcmp(entry->name, ".") != 0 && strcmp(entry->name, "..") != 0)
            g_ptr_array_add(order->names, g_strdup(entry->name));
        sftp_attributes_free(entry);
    }
    Verdict verdict = n == REMOTE_NAMES_MAX ? TOO_MUCH : sftp_dir_eof(dir) ? FINE : judge(c);
    sftp_closedir(dir);
    return verdict;
}

/*
 * Carries an order out on a connection, which is made again when it breaks. BROKEN: the error is set. All that came of it is in
 * the verdict and the order: connection 0 may be another thread's right after.
 */
static Verdict
carry_out(const SshRemote *r, Connection *c, OrderFunc func, const Order *order, GError **error)
{
    const RemoteOptions *options = r->options;
    gboolean extra = c != r->connections;
    for (guint attempt = 0;; attempt++) {
        GError *failure = NULL;
        Verdict verdict = BROKEN;
        Order now = *order;
        now.again = attempt > 0;
        if (c->sftp != NULL || connect_once(r, c, !r->connections->let_in, &failure))
            verdict = func(c, &now);
        if (verdict != FINE && verdict != BROKEN && order->said != NULL)
            g_string_assign(order->said, words_of(c));
        if (verdict != BROKEN)
            return verdict;
        g_autofree char *said =
            g_strdup_printf("%s: %s", options->target.host, ssh_get_error(c->ssh));
        disconnect(c);
        gboolean give_up = attempt >= options->retries || (extra && !c->let_in);
        if (failure == NULL && give_up)
            fault_set(options->lang, &failure, FAULT_CUT, said);
        if (failure != NULL) {
            g_propagate_error(error, failure);
            return BROKEN;
        }
        g_usleep(MIN(1UL << attempt, WAIT_MAX_SECONDS) * G_USEC_PER_SEC);
    }
}

static Verdict
call(SshRemote *r, guint i, OrderFunc func, const Order *order, GError **error)
{
    Connection *c = &r->connections[i];
    if (i > 0 && !c->retired) {
        GError *failure = NULL;
        Verdict verdict = carry_out(r, c, func, order, &failure);
        if (verdict != BROKEN || c->let_in) {
            if (failure != NULL)
                g_propagate_error(error, failure);
            return verdict;
        }
        g_error_free(failure); /* more connections than the server allows */
        c->retired = TRUE;
    }
    g_mutex_lock(&r->connections->lock);
    Verdict verdict = carry_out(r, r->connections, func, order, error);
    g_mutex_unlock(&r->connections->lock);
    return verdict;
}

/* ---- operations ---- */

static gboolean
ssh_read(Remote *remote, guint i, const char *path, GString **text, GError **error)
{
    SshRemote *r = (SshRemote *)remote;
    g_autoptr(GString) received = g_string_new(NULL), said = g_string_new(NULL);
    g_autofree char *whole = path_at(r, path);
    const Order read = {.path = whole, .received = received, .said = said};
    Verdict verdict = call(r, i, order_read, &read, error);
    *text = NULL;
    if (verdict == FINE)
        *text = g_steal_pointer(&received);
    else if (verdict == REFUSED)
        return refused(r, path, said, error);
    return verdict != BROKEN && (verdict != TOO_MUCH || too_much(r, path, error));
}

/* Bytes on their way to a name, and what the server says when it refuses them. */
typedef struct Attempt {
    const RemoteFile *file;
    RemoteMove move;
    GString *said;
} Attempt;

/* The error of bytes that could not be put at the path; BROKEN has set its own. Always FALSE. */
static gboolean
put_failed(const SshRemote *r,
           const Attempt *attempt,
           const char *path,
           Verdict verdict,
           GError **error)
{
    if (verdict == FULL)
        fault_set(r->options->lang, error, FAULT_FULL, r->options->target.host);
    else if (verdict != BROKEN)
        refused(r, path, attempt->said, error);
    return FALSE;
}

static Verdict
try_put(SshRemote *r, guint i, const Attempt *attempt, GError **error)
{
    const RemoteFile *file = attempt->file;
    const RemoteMove move = attempt->move;
    g_autofree char *name = g_strdup_printf(REMOTE_STAGING "-%u", i);
    g_autofree char *staged = path_at(r, name), *whole = path_at(r, file->path);
    Order order = {.bytes = file->bytes, .len = file->len, .said = attempt->said},
          rename = {.path = staged, .to = whole, .len = file->len, .said = attempt->said},
          remove = {.path = whole};
    order.path = move == REMOTE_MOVE_NONE ? whole : staged;
    Verdict verdict = call(r, i, order_write, &order, error);
    if (verdict != FINE || move == REMOTE_MOVE_NONE)
        return verdict;
    if (move == REMOTE_MOVE_DELETE) {
        verdict = call(r, i, order_remove, &remove, error);
        if (verdict == BROKEN)
            return verdict;
    }
    return call(r, i, order_rename, &rename, error);
}

static gboolean
ssh_put(Remote *remote, guint i, const RemoteFile *file, GError **error)
{
    SshRemote *r = (SshRemote *)remote;
    g_autoptr(GString) said = g_string_new(NULL);
    const Attempt attempt = {file, remote->move, said};
    Verdict verdict = try_put(r, i, &attempt, error);
    if (verdict != FINE)
        return put_failed(r, &attempt, file->path, verdict, error);
    if (r->options->sent != NULL)
        r->options->sent(r->options->sent_data, file->len);
    return TRUE;
}

static gboolean
ssh_remove(Remote *remote, guint i, const char *path, GError **error)
{
    SshRemote *r = (SshRemote *)remote;
    g_autoptr(GString) said = g_string_new(NULL);
    g_autofree char *whole = path_at(r, path);
    Verdict verdict = call(r, i, order_remove, &(Order){.path = whole, .said = said}, error);
    return verdict == FINE || verdict == MISSING ||
           (verdict == REFUSED && refused(r, path, said, error));
}

/* Makes one folder; one that is there is refused without saying so, and found when a file is put there. */
static gboolean
make_one(SshRemote *r, guint i, const char *whole, GError **error)
{
    return *whole == '\0' ||
           call(r, i, order_make_dir, &(Order){.path = whole}, error) != BROKEN;
}

static gboolean
ssh_make_dir(Remote *remote, guint i, const char *path, GError **error)
{
    SshRemote *r = (SshRemote *)remote;
    g_autofree char *whole = path_at(r, path);
    if (*path != '\0')
        return make_one(r, i, whole, error);
    for (char *slash = strchr(whole, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        gboolean fine = make_one(r, i, whole, error);
        *slash = '/';
        if (!fine)
            return FALSE;
    }
    return make_one(r, i, whole, error);
}

static gboolean
ssh_remove_dir(Remote *remote, guint i, const char *path, GError **error)
{
    SshRemote *r = (SshRemote *)remote;
    g_autofree char *whole = path_at(r, path);
    return call(r, i, order_remove_dir, &(Order){.path = whole}, error) != BROKEN;
}

static gboolean
ssh_list(Remote *remote, guint i, const char *path, GPtrArray **names, GError **error)
{
    SshRemote *r = (SshRemote *)remote;
    g_autofree char *whole = path_at(r, path);
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
    Verdict verdict = call(r, i, order_list, &(Order){.path = whole, .names = found}, error);
    *names = verdict == FINE ? g_steal_pointer(&found) : NULL;
    return verdict != BROKEN && (verdict != TOO_MUCH || too_much(r, path, error));
}

static gboolean
ssh_exists(Remote *remote, guint i, const char *path, gboolean *exists, GError **error)
{
    SshRemote *r = (SshRemote *)remote;
    g_autofree char *whole = path_at(r, path);
    Verdict verdict = call(r, i, order_look, &(Order){.path = whole}, error);
    *exists = verdict == FINE || verdict == REFUSED;
    return verdict != BROKEN;
}

static gboolean
ssh_probe(Remote *remote, GError **error)
{
    SshRemote *r = (SshRemote *)remote;
    const RemoteFile file = {PROBE, "uji\n", 4};
    g_autoptr(GString) said = g_string_new(NULL);
    Attempt attempt = {&file, REMOTE_MOVE_OVER, said};
    if (!ssh_remove(remote, 0, PROBE, error))
        return FALSE;
    Verdict first = try_put(r, 0, &attempt, error);
    Verdict second = first == FINE ? try_put(r, 0, &attempt, error) : first;
    if (MAX(first, second) >= FULL)
        return put_failed(r, &attempt, REMOTE_STAGING, MAX(first, second), error);
    if (first != FINE) {
        attempt.move = REMOTE_MOVE_NONE;
        first = try_put(r, 0, &attempt, error);
        if (first != FINE)
            return put_failed(r, &attempt, REMOTE_STAGING, first, error);
    } else if (second != FINE) {
        attempt.move = REMOTE_MOVE_DELETE;
    }
    remote->move = attempt.move;
    return ssh_remove(remote, 0, PROBE, error) &&
           ssh_remove(remote, 0, REMOTE_STAGING "-0", error);
}

static void
ssh_remote_free(Remote *remote)
{
    SshRemote *r = (SshRemote *)remote;
    for (guint i = 0; i < r->n; i++) {
        disconnect(&r->connections[i]);
        g_mutex_clear(&r->connections[i].lock);
    }
    g_free(r->connections);
    g_free(r);
}

static const RemoteKind ssh_kind = {
    ssh_remote_free, ssh_read, ssh_put,    ssh_remove, ssh_make_dir,
    ssh_remove_dir,  ssh_list, ssh_exists, ssh_probe,  NULL,
};

Remote *
remote_ssh_open(const RemoteOptions *options, GError **error)
{
    SshRemote *r = g_new0(SshRemote, 1);
    r->base.kind = &ssh_kind;
    r->options = options;
    r->n = MAX(options->n_connections, 1);
    r->connections = g_new0(Connection, r->n);
    for (guint i = 0; i < r->n; i++)
        g_mutex_init(&r->connections[i].lock);
    if (call(r, 0, order_look, &(Order){.path = "."}, error) != BROKEN)
        return &r->base;
    ssh_remote_free(&r->base);
    return NULL;
}
