#include "text/slug.h"
#include "base/append.h"
#include "text/address.h"
#include <string.h>

static gboolean
is_slug_byte(char c)
{
    return g_ascii_islower(c) || g_ascii_isdigit(c) || c == '-';
}

gboolean
slug_is_valid(const char *text)
{
    gsize len = 0;
    while (len <= SLUG_MAX_BYTES && is_slug_byte(text[len]))
        len++;
    return len > 0 && len <= SLUG_MAX_BYTES && text[len] == '\0' && text[0] != '-' &&
           text[len - 1] != '-';
}

gboolean
slug_is_device(const char *slug)
{
    static const char *const plain[] = {"aux", "con", "nul", "prn"};
    for (guint i = 0; i < G_N_ELEMENTS(plain); i++)
        if (strcmp(slug, plain[i]) == 0)
            return TRUE;
    return (strncmp(slug, "com", 3) == 0 || strncmp(slug, "lpt", 3) == 0) && slug[3] >= '1' &&
           slug[3] <= '9' && slug[4] == '\0';
}

/* Apostrophes stand inside words (Jum'at): they go without a hyphen. */
static char *
without_apostrophes(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *out = g_string_sized_new(strlen(valid));
    for (const char *at = valid; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        gunichar c = g_utf8_get_char(at);
        if (c != '\'' && c != 0x2018 && c != 0x2019 && c != 0x02BC)
            g_string_append_unichar(out, c);
    }
    return g_string_free(out, FALSE);
}

char *
slug_from(const char *text)
{
    g_autofree char *words = without_apostrophes(text);
    g_autofree char *ascii = g_str_to_ascii(words, "C");
    GString *slug = g_string_new(NULL);
    for (const char *at = ascii; *at != '\0' && slug->len < SLUG_MAX_BYTES; at++) {
        char c = g_ascii_tolower(*at);
        if (g_ascii_isalnum(c))
            g_string_append_c(slug, c);
        else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
            g_string_append_c(slug, '-');
    }
    while (slug->len > 0 && slug->str[slug->len - 1] == '-')
        g_string_truncate(slug, slug->len - 1);
    if (address_is_reserved(slug->str) || slug_is_device(slug->str))
        g_string_prepend(slug, "layanan-");
    return g_string_free(slug, FALSE);
}

static gboolean
is_path_byte(char c)
{
    return g_ascii_isalnum(c) || c == '-' || c == '.' || c == '_' || c == '~' || c == '/';
}

void
slug_append_encoded_path(GString *out, const char *path)
{
    for (;;) {
        gsize n = 0;
        while (is_path_byte(path[n]))
            n++;
        append_bytes(out, path, n);
        path += n;
        if (*path == '\0')
            return;
        g_string_append_printf(out, "%%%02X", (guchar)*path++);
    }
}
