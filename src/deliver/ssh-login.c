#include "deliver/ssh-login.h"
#include "deliver/fault.h"
#include <string.h>

enum { ANSWER_SECONDS = 60 };

void
ssh_login_prepare(const RemoteOptions *options, ssh_session ssh)
{
    const Target *target = &options->target;
    g_autofree char *host = g_strdup(target->host);
    guint port = target->port != 0 ? target->port : 22;
    long seconds = ANSWER_SECONDS;
    if (*host == '[') { /* IPv6 */
        host[strlen(host) - 1] = '\0';
        memmove(host, host + 1, strlen(host));
    }
    ssh_options_set(ssh, SSH_OPTIONS_HOST, host);
    ssh_options_set(ssh, SSH_OPTIONS_PORT, &port);
    ssh_options_set(ssh, SSH_OPTIONS_TIMEOUT, &seconds);
    ssh_options_set(ssh, SSH_OPTIONS_PROCESS_CONFIG, &(gboolean){FALSE});
    if (target->user != NULL)
        ssh_options_set(ssh, SSH_OPTIONS_USER, target->user);
    if (options->home != NULL) {
        g_autofree char *dir = g_build_filename(options->home, ".ssh", NULL);
        g_autofree char *known = g_build_filename(dir, "known_hosts", NULL);
        ssh_options_set(ssh, SSH_OPTIONS_SSH_DIR, dir);
        ssh_options_set(ssh, SSH_OPTIONS_KNOWNHOSTS, known);
    }
    if (options->identity != NULL)
        ssh_options_set(ssh, SSH_OPTIONS_ADD_IDENTITY, options->identity);
}

gboolean
ssh_login_check_key(const RemoteOptions *options, ssh_session ssh, GError **error)
{
    enum ssh_known_hosts_e known = ssh_session_is_known_server(ssh);
    ssh_key key = NULL;
    guchar *hash = NULL;
    gsize len = 0;
    if (known == SSH_KNOWN_HOSTS_OK)
        return TRUE;
    if (ssh_get_server_publickey(ssh, &key) == SSH_OK)
        ssh_get_publickey_hash(key, SSH_PUBLICKEY_HASH_SHA256, &hash, &len);
    char *print =
        hash != NULL ? ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, hash, len) : NULL;
    g_autofree char *said =
        g_strdup_printf("%s %s", options->target.host, print != NULL ? print : "");
    ssh_string_free_char(print);
    ssh_clean_pubkey_hash(&hash);
    ssh_key_free(key);
    gboolean changed = known == SSH_KNOWN_HOSTS_CHANGED || known == SSH_KNOWN_HOSTS_OTHER;
    return fault_set(options->lang, error, changed ? FAULT_KEY_CHANGED : FAULT_KEY_UNKNOWN,
                     said);
}

/* Servers that ask questions on the keyboard mean the password by every question that hides its answer. */
static int
answer_questions(ssh_session ssh, const char *password)
{
    int result = ssh_userauth_kbdint(ssh, NULL, NULL);
    while (result == SSH_AUTH_INFO) {
        int n = ssh_userauth_kbdint_getnprompts(ssh);
        for (int i = 0; i < n; i++) {
            char echo;
            ssh_userauth_kbdint_getprompt(ssh, (unsigned)i, &echo);
            ssh_userauth_kbdint_setanswer(ssh, (unsigned)i, echo ? "" : password);
        }
        result = ssh_userauth_kbdint(ssh, NULL, NULL);
    }
    return result;
}

int
ssh_login(const RemoteOptions *options, ssh_session ssh)
{
    const char *password = options->password;
    int result = ssh_userauth_none(ssh, NULL);
    if (result != SSH_AUTH_SUCCESS && result != SSH_AUTH_ERROR)
        result = ssh_userauth_publickey_auto(ssh, NULL, password != NULL ? password : "");
    if (password == NULL)
        return result;
    if (result != SSH_AUTH_SUCCESS && ssh_is_connected(ssh))
        result = ssh_userauth_password(ssh, NULL, password);
    if (result != SSH_AUTH_SUCCESS && ssh_is_connected(ssh) &&
        ((guint)ssh_userauth_list(ssh, NULL) & SSH_AUTH_METHOD_INTERACTIVE) != 0)
        result = answer_questions(ssh, password);
    return result;
}
