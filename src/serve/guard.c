#include "serve/guard.h"
#include "text/slug.h"
#include <string.h>
#include <sys/random.h>

char *
guard_new_key(void)
{
    guchar bytes[GUARD_KEY_BYTES / 2];
    char *key = g_malloc0(GUARD_KEY_BYTES + 1);
    if (getrandom(bytes, sizeof bytes, 0) != (gssize)sizeof bytes) {
        g_free(key);
        return NULL;
    }
    for (gsize i = 0; i < sizeof bytes; i++)
        g_snprintf(key + 2 * i, 3, "%02x", bytes[i]);
    return key;
}

static gboolean
is_own(const char *text, const char *before, guint port)
{
    static const char *const names[] = {"127.0.0.1", "localhost", "[::1]"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *own = g_strdup_printf("%s%s:%u", before, names[i], port);
        if (g_ascii_strcasecmp(text, own) == 0)
            return TRUE;
    }
    return FALSE;
}

gboolean
guard_host(const char *host, guint port)
{
    return host != NULL && is_own(host, "", port);
}

gboolean
guard_origin(const char *origin, guint port)
{
    return origin != NULL && is_own(origin, "http://", port);
}

gboolean
guard_key(const char *given, gsize len, const char *key)
{
    guchar wrong = given == NULL || len != GUARD_KEY_BYTES ? 1 : 0;
    for (gsize i = 0; i < GUARD_KEY_BYTES; i++)
        wrong |= (guchar)((wrong ? key[i] ^ 1 : given[i]) ^ key[i]);
    return wrong == 0;
}

gboolean
guard_cookie(const char *header, const char *name, const char *key)
{
    gsize n = strlen(name);
    for (const char *at = header; at != NULL; at = strchr(at, ';')) {
        at += strspn(at, "; ");
        const char *value = at + n + 1;
        if (strncmp(at, name, n) == 0 && at[n] == '=' &&
            guard_key(value, strcspn(value, "; "), key))
            return TRUE;
        if (*at == '\0')
            break;
    }
    return FALSE;
}

static gboolean
are_parts(const char *path)
{
    if (!g_utf8_validate(path, -1, NULL) || strchr(path, '\\') != NULL)
        return FALSE;
    for (const char *at = path; *at != '\0'; at++) {
        if ((guchar)*at < ' ' || *at == 0x7f)
            return FALSE;
        if ((at == path || at[-1] == '/') && (*at == '.' || *at == '/'))
            return FALSE;
    }
    return TRUE;
}

char *
guard_path(const char *target)
{
    gsize n = strcspn(target, "?#");
    if (*target != '/' || n > GUARD_MAX_TARGET)
        return NULL;
    g_autofree char *path = g_uri_unescape_segment(target, target + n, NULL);
    return path != NULL && are_parts(path + 1) ? g_steal_pointer(&path) : NULL;
}

gboolean
guard_is_relative(const char *path)
{
    return *path != '\0' && are_parts(path) && !g_str_has_suffix(path, "/");
}

char *
guard_file_name(const char *name)
{
    const char *dot = strrchr(name, '.');
    g_autofree char *stem = g_strndup(name, dot != NULL ? (gsize)(dot - name) : strlen(name));
    g_autofree char *slug = slug_from(stem);
    g_autofree char *end = dot != NULL ? slug_from(dot + 1) : NULL;
    if (*slug == '\0')
        return g_strdup("");
    return end != NULL && *end != '\0' ? g_strconcat(slug, ".", end, NULL) : g_strdup(slug);
}
