#include "model/scan-names.h"
#include "text/slug.h"
#include <string.h>

gboolean
scan_is_year_file(const char *name)
{
    if (strncmp(name, "libur-", 6) != 0 || strlen(name) != strlen("libur-2026.yaml"))
        return FALSE;
    for (int i = 6; i < 10; i++) {
        if (!g_ascii_isdigit(name[i]))
            return FALSE;
    }
    return strcmp(name + 10, ".yaml") == 0;
}

gboolean
scan_has_ext(const char *name, const char *ext)
{
    gsize n = strlen(name), own = strlen(ext);
    return n > own && memcmp(name + n - own, ext, own) == 0;
}

static gboolean
is_contract_name(const char *name)
{
    static const char *const names[] = {"instansi.yaml", "instansi.md", "situs.yaml",
                                        "keperluan.yaml", "wilayah.yaml"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(name, names[i]) == 0)
            return TRUE;
    }
    return scan_is_year_file(name);
}

gboolean
scan_is_data_name(const char *name, gboolean at_root)
{
    gboolean of_site = strcmp(name, "situs.yaml") == 0 || strcmp(name, "keperluan.yaml") == 0;
    return is_contract_name(name) && (at_root || !of_site);
}

void
scan_split_lang(char *stem, const char **slug, const char **lang)
{
    char *dot = strrchr(stem, '.');
    *slug = stem;
    *lang = NULL;
    if (dot != NULL && dot != stem) {
        gsize n = strspn(dot + 1, "abcdefghijklmnopqrstuvwxyz");
        if ((n == 2 || n == 3) && dot[1 + n] == '\0') {
            *lang = dot + 1;
            *dot = '\0';
        }
    }
}

/* Nearly every name: small letters, digits and hyphens before the extension of a charter. */
static gboolean
is_plain_charter(const char *name)
{
    gsize stem = 0;
    while (g_ascii_islower(name[stem]) || g_ascii_isdigit(name[stem]) || name[stem] == '-')
        stem++;
    return stem > 0 && (strcmp(name + stem, ".md") == 0 || strcmp(name + stem, ".yaml") == 0);
}

char *
scan_better_name(const char *name)
{
    if (is_plain_charter(name))
        return NULL;
    static const struct {
        const char *from, *to;
    } extensions[] = {{".yaml.txt", ".yaml"}, {".yml.txt", ".yaml"}, {".md.txt", ".md"},
                      {".yml", ".yaml"},      {".markdown", ".md"},  {".yaml", ".yaml"},
                      {".md", ".md"}};
    g_autofree char *small = g_ascii_strdown(name, -1);
    g_strstrip(small);
    for (gsize i = 0; i < G_N_ELEMENTS(extensions); i++) {
        if (!scan_has_ext(small, extensions[i].from))
            continue;
        gsize stem = strlen(small) - strlen(extensions[i].from);
        g_autofree char *own = g_strndup(small, stem);
        g_autofree char *known = g_strconcat(own, extensions[i].to, NULL);
        gboolean right = g_str_has_suffix(name, extensions[i].to) &&
                         (strcmp(known, name) == 0 || !is_contract_name(known));
        if (right && strcmp(extensions[i].from, extensions[i].to) == 0)
            return NULL;
        if (is_contract_name(known))
            return g_steal_pointer(&known);
        const char *begin = name + strspn(name, " ");
        return g_strdup_printf("%.*s%s", (int)stem, begin, extensions[i].to);
    }
    return NULL;
}

char *
scan_own_page_slug(const char *name)
{
    static const char front[] =
        "layanan-"; /* what slug_from() puts before names of the site's pages */
    g_autofree char *slug = slug_from(name);
    gboolean kept = g_str_has_prefix(slug, front) && !g_str_has_prefix(name, front);
    return g_strdup(kept ? slug + strlen(front) : slug);
}
