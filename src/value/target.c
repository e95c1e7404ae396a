#include "value/target.h"
#include <string.h>

static const char *const schemes[] = {
    [TARGET_FTP] = "ftp://",
    [TARGET_FTPS] = "ftps://",
    [TARGET_SFTP] = "sftp://",
};

static gboolean
has_controls(const char *text)
{
    for (; *text != '\0'; text++) {
        if (g_ascii_iscntrl(*text))
            return TRUE;
    }
    return FALSE;
}

/* Whether a scheme stands in front: letters, then "://". A drive or a file name is none. */
static gboolean
has_scheme(const char *text)
{
    gsize n = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+.-");
    return n > 1 && g_str_has_prefix(text + n, "://");
}

/* The end of the host in "host:port" or "[::1]:port"; NULL: there is none. */
static const char *
host_end(const char *text)
{
    if (*text == '[') {
        const char *end = strchr(text, ']');
        return end != NULL && end - text > 2 ? end + 1 : NULL;
    }
    gsize n = strcspn(text, ":");
    return n > 0 ? text + n : NULL;
}

static gboolean
read_host(const char *text, Target *target)
{
    const char *end = host_end(text);
    guint64 port = 0;
    if (end == NULL || strcspn(text, " /?#@\\\"<>") != strlen(text))
        return FALSE;
    if (*end == ':' && !g_ascii_string_to_unsigned(end + 1, 10, 1, 65535, &port, NULL))
        return FALSE;
    if (*end != ':' && *end != '\0')
        return FALSE;
    target->host = g_strndup(text, (gsize)(end - text));
    target->port = (guint)port;
    return TRUE;
}

/* "/public_html/", encoded, as a folder by the rules of the scheme; NULL: not decodable. */
static char *
read_path(TargetKind kind, const char *text)
{
    g_autofree char *plain = g_uri_unescape_string(text, NULL);
    if (plain == NULL || has_controls(plain))
        return NULL;
    gsize len = strlen(plain);
    while (len > 1 && plain[len - 1] == '/')
        plain[--len] = '\0';
    if (kind == TARGET_SFTP && (strcmp(plain, "/~") == 0 || g_str_has_prefix(plain, "/~/")))
        return g_strdup(plain[2] == '/' ? plain + 3 : "");
    if (kind == TARGET_SFTP)
        return g_strdup(plain);
    return g_strdup(*plain == '/' ? plain + 1 : plain);
}

static TargetFault
read_address(TargetKind kind, const char *text, Target *target)
{
    gsize n = strcspn(text, "/");
    g_autofree char *place = g_strndup(text, n);
    char *at = strrchr(place, '@'), *host = at != NULL ? at + 1 : place;
    *target = (Target){.kind = kind};
    if (at != NULL) {
        *at = '\0';
        if (strchr(place, ':') != NULL)
            return TARGET_PASSWORD;
        target->user = g_uri_unescape_string(place, NULL);
    }
    gboolean fine = at == NULL || (target->user != NULL && *target->user != '\0' &&
                                   !has_controls(target->user));
    fine = fine && read_host(host, target);
    target->path = fine ? read_path(kind, text + n) : NULL;
    return target->path != NULL ? TARGET_FINE : TARGET_BROKEN;
}

TargetFault
target_read(const char *text, Target *target)
{
    TargetFault fault = TARGET_UNKNOWN;
    Target found = {.kind = TARGET_FOLDER};
    if (*text == '\0' || has_controls(text))
        return TARGET_BROKEN;
    if (!has_scheme(text)) {
        *target = (Target){.kind = TARGET_FOLDER, .path = g_strdup(text)};
        return TARGET_FINE;
    }
    for (TargetKind kind = TARGET_FTP; kind <= TARGET_SFTP; kind++) {
        gsize len = strlen(schemes[kind]);
        if (g_ascii_strncasecmp(text, schemes[kind], len) == 0)
            fault = read_address(kind, text + len, &found);
    }
    if (fault == TARGET_FINE)
        *target = found;
    else
        target_clear(&found);
    return fault;
}

void
target_clear(Target *target)
{
    g_clear_pointer(&target->user, g_free);
    g_clear_pointer(&target->host, g_free);
    g_clear_pointer(&target->path, g_free);
}

/* Appends the server alone, "ftps://user@host:port"; of a folder, the folder. */
static void
append_server(const Target *target, GString *out)
{
    if (target->kind == TARGET_FOLDER) {
        g_string_append(out, target->path);
        return;
    }
    g_string_append(out, schemes[target->kind]);
    if (target->user != NULL) { /* one with "@" or "/" in it must not look like a server */
        g_string_append_uri_escaped(out, target->user, "!$&'()*+,;=", TRUE);
        g_string_append_c(out, '@');
    }
    /* No letter of another script that looks like one of ours. */
    g_string_append_uri_escaped(out, target->host, "[]:", FALSE);
    if (target->port != 0)
        g_string_append_printf(out, ":%u", target->port);
}

void
target_append_text(const Target *target, GString *out)
{
    append_server(target, out);
    if (target->kind == TARGET_FOLDER)
        return;
    gboolean home =
        target->kind == TARGET_SFTP && *target->path != '/' && *target->path != '\0';
    g_string_append_printf(out, "%s%s",
                           home                          ? "/~/"
                           : target->kind == TARGET_SFTP ? ""
                                                         : "/",
                           target->path);
}
