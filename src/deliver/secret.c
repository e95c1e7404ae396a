#include "deliver/secret.h"
#include "base/fs.h"
#include "deliver/fault.h"
#include <string.h>
#include <sys/stat.h>

enum { FILE_MAX = 64 * 1024 };

void
secret_free(char *password)
{
    if (password != NULL)
        explicit_bzero(password, strlen(password));
    g_free(password);
}

static gboolean
read_private(const char *path, DiagLang lang, char **text, GError **error)
{
    gsize len;
    struct stat st;
    *text = fs_read(FS_CWD, path, FILE_MAX, &len, error);
    if (*text == NULL)
        return FALSE;
    if (stat(path, &st) == 0 && (st.st_mode & (S_IRWXG | S_IRWXO)) == 0)
        return TRUE;
    secret_free(*text);
    *text = NULL;
    fault_set(lang, error, FAULT_PASSWORD_FILE, path);
    return FALSE;
}

/* ---- netrc: words between blanks; a word may stand in quotes ---- */

static char *
next_word(const char **at)
{
    const char *p = *at;
    g_autoptr(GString) word = g_string_new(NULL);
    while (g_ascii_isspace(*p))
        p++;
    if (*p == '\0')
        return NULL;
    gboolean quotes = *p == '"';
    for (p += quotes; *p != '\0' && (quotes ? *p != '"' : !g_ascii_isspace(*p)); p++) {
        if (quotes && *p == '\\' && p[1] != '\0')
            p++;
        g_string_append_c(word, *p);
    }
    *at = p + (quotes && *p == '"');
    return g_string_free(g_steal_pointer(&word), FALSE);
}

typedef struct Entry {
    gboolean matches;
    char *login, *password;
} Entry;

static void
entry_clear(Entry *entry)
{
    g_clear_pointer(&entry->login, g_free);
    g_clear_pointer(&entry->password, secret_free);
}

/* Whether the entry just read is that of the target; then it is used. */
static gboolean
take_entry(Entry *entry, Target *target, char **password)
{
    gboolean fits = entry->matches && entry->password != NULL &&
                    (target->user == NULL || entry->login == NULL ||
                     strcmp(target->user, entry->login) == 0);
    if (fits) {
        *password = g_steal_pointer(&entry->password);
        if (target->user == NULL)
            target->user = g_steal_pointer(&entry->login);
    }
    entry_clear(entry);
    entry->matches = FALSE;
    return fits;
}

static void
search_netrc(const char *text, Target *target, char **password)
{
    Entry entry = {0};
    char *word;
    while (*password == NULL && (word = next_word(&text)) != NULL) {
        gboolean machine = strcmp(word, "machine") == 0;
        if (machine || strcmp(word, "default") == 0) {
            take_entry(&entry, target, password);
            g_autofree char *name = machine ? next_word(&text) : NULL;
            entry.matches = name == NULL || g_ascii_strcasecmp(name, target->host) == 0;
        } else if (strcmp(word, "login") == 0) {
            g_free(entry.login);
            entry.login = next_word(&text);
        } else if (strcmp(word, "password") == 0) {
            secret_free(entry.password);
            entry.password = next_word(&text);
        } else if (strcmp(word, "macdef") == 0) { /* to the next empty line */
            const char *end = strstr(text, "\n\n");
            text = end != NULL ? end : text + strlen(text);
        }
        g_free(word);
    }
    if (*password == NULL)
        take_entry(&entry, target, password);
    entry_clear(&entry);
}

static gboolean
find_in_netrc(Target *target, const SecretPlaces *places, char **password, GError **error)
{
    char *text = NULL;
    FsStat stat;
    g_autofree char *path = g_build_filename(places->home, ".netrc", NULL);
    if (!fs_stat(FS_CWD, path, &stat, NULL) || stat.kind == FS_NONE)
        return TRUE;
    if (!read_private(path, places->lang, &text, error))
        return FALSE;
    search_netrc(text, target, password);
    secret_free(text);
    return TRUE;
}

gboolean
secret_find(Target *target, const SecretPlaces *places, char **password, GError **error)
{
    const char *given = g_getenv(SECRET_VARIABLE);
    *password = NULL;
    if (places->file != NULL) {
        if (!read_private(places->file, places->lang, password, error))
            return FALSE;
        (*password)[strcspn(*password, "\r\n")] = '\0';
        return TRUE;
    }
    if (given != NULL && *given != '\0') {
        *password = g_strdup(given);
        return TRUE;
    }
    return places->home == NULL || find_in_netrc(target, places, password, error);
}
