#include "plan/plan.h"
#include "model/scan-names.h"
#include "text/address.h"
#include "text/slug.h"
#include <string.h>

/* TRUE for a page or file of the site itself, and for whatever lies in a folder of such. */
static gboolean
is_shared(const char *path)
{
    const char *slash = strchr(path, '/');
    g_autofree char *first = g_strndup(path, slash != NULL ? (gsize)(slash - path) : 0);
    return g_str_has_prefix(path, ".maklumat") || /* the manifest, and what publishing uses */
           address_is_of(ADDRESS_OF_SITE, path) || address_is_folder(first);
}

static gboolean
is_list_page(const char *name)
{
    if (!g_str_has_suffix(name, ".html"))
        return FALSE;
    g_autofree char *stem = g_strndup(name, strlen(name) - strlen(".html"));
    return address_is_list_page(stem);
}

/* "kab-x/dinas-y/poster", "poster" */
static gboolean
is_poster_folder(const char *folder)
{
    const char *slash = strrchr(folder, '/');
    return strcmp(slash != NULL ? slash + 1 : folder, ADDRESS_POSTERS) == 0;
}

gboolean
plan_is_taken(const Scan *scan, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    g_autofree char *folder = g_strndup(path, slash ? (gsize)(slash - path) : 0);
    if (is_shared(path) || is_list_page(name))
        return TRUE;
    if (g_str_has_suffix(path, ".html")) {
        g_autofree char *page = g_strndup(path, strlen(path) - strlen(".html"));
        if (scan_find_page(scan, page, NULL) != NULL || scan_find_own_page(scan, page) != NULL)
            return TRUE;
    }
    if (scan_find_agency(scan, folder) != NULL && address_is_of(ADDRESS_OF_AGENCY, name))
        return TRUE;
    const ScanFolder *here = scan_find_folder(scan, folder);
    if (here != NULL && strcmp(name, "index.html") == 0)
        return here->region != NULL;
    return is_poster_folder(folder);
}

gboolean
plan_climb(char *path)
{
    char *slash = strrchr(path, '/');
    if (slash != NULL)
        *slash = '\0';
    return slash != NULL;
}

gboolean
plan_is_file(const Scan *scan, const char *path)
{
    return plan_is_taken(scan, path) || scan_find_other(scan, path) != NULL ||
           scan_has_static(scan, path, FALSE);
}

static gboolean
is_folder(const Scan *scan, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (scan_find_folder(scan, path) != NULL || scan_has_static(scan, path, TRUE))
        return TRUE;
    if (slash == NULL)
        return address_is_folder(path);
    g_autofree char *above = g_strndup(path, (gsize)(slash - path));
    return is_poster_folder(path) && scan_find_agency(scan, above) != NULL;
}

char *
plan_find_clash(const Scan *scan, const char *path)
{
    g_autofree char *above = g_strdup(path);
    if (is_folder(scan, path))
        return g_strconcat(path, "/", NULL);
    while (plan_climb(above)) {
        if (plan_is_file(scan, above))
            return g_steal_pointer(&above);
    }
    return NULL;
}

gboolean
plan_is_free(const Scan *scan, const char *path)
{
    if (plan_is_file(scan, path))
        return FALSE;
    g_autofree char *clash = plan_find_clash(scan, path);
    return clash == NULL;
}

gboolean
plan_is_blocked(const Scan *scan, const char *path)
{
    g_autofree char *above = g_strdup(path);
    gboolean blocked = plan_is_taken(scan, path);
    while (!blocked && plan_climb(above))
        blocked = plan_is_taken(scan, above);
    return blocked;
}

gint64
plan_answer(const Scan *scan, AskedKind kind, const char *subject)
{
    switch (kind) {
    case ASKED_FREE:
        return plan_is_free(scan, subject);
    case ASKED_TAKEN:
        return plan_is_blocked(scan, subject);
    case ASKED_PAGE:
    case ASKED_AGENCY:
    case ASKED_FILE:
    case ASKED_NAMES:
    case ASKED_DAY:
        break;
    }
    return asked_answer(scan, kind, subject);
}

gboolean
plan_ask_free(Asked *asked, const Scan *scan, const char *path)
{
    gboolean free = plan_is_free(scan, path);
    asked_note(asked, ASKED_FREE, path, free);
    return free;
}

static gboolean
ends_as_page(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot != NULL &&
           (g_ascii_strcasecmp(dot, ".html") == 0 || g_ascii_strcasecmp(dot, ".htm") == 0);
}

void
plan_append_former(GString *out, const char *former)
{
    const char *slash = strrchr(former, '/'), *name = slash ? slash + 1 : former;
    g_string_append(out, former);
    if (*name == '\0')
        g_string_append(out, "index.html");
    else if (!ends_as_page(name))
        g_string_append(out, ".html");
}

gboolean
plan_append_former_translation(GString *out, const char *former, const char *lang)
{
    const char *slash = strrchr(former, '/'), *name = slash != NULL ? slash + 1 : former;
    g_autofree char *page = g_strndup(
        former, strlen(former) - (g_str_has_suffix(name, ".html") ? strlen(".html") : 0));
    const char *original, *own;
    gsize len = strlen(page) - (gsize)(name - former);
    scan_split_lang(page, &original, &own);
    if (len == 0 || strcmp(name, "index.html") == 0 || own != NULL || ends_as_page(page) ||
        len + 1 + strlen(lang) > SCAN_MAX_NAME)
        return FALSE;
    g_string_append_printf(out, "%s.%s.html", page, lang);
    return TRUE;
}

void
plan_append_moved(GString *out, const char *former, const char *page)
{
    gsize len = strlen(former);
    while (len > 0 && former[len - 1] == '/')
        len--;
    g_string_append_len(out, former, (gssize)len);
    g_string_append_c(out, '/');
    g_string_append(out, page);
}

char *
plan_was_translation(const char *path)
{
    if (!g_str_has_suffix(path, ".html"))
        return NULL;
    g_autofree char *page = g_strndup(path, strlen(path) - strlen(".html"));
    const char *slug, *lang;
    scan_split_lang(page, &slug, &lang);
    g_autofree char *original = g_strconcat(slug, ".html", NULL);
    return lang != NULL && plan_was_service(original) ? g_steal_pointer(&original) : NULL;
}

gboolean
plan_was_service(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    if (is_shared(path) || address_matches(ADDRESS_OWN_PAGE, path) || is_list_page(name) ||
        !g_str_has_suffix(name, ".html"))
        return FALSE;
    g_autofree char *stem = g_strndup(name, strlen(name) - strlen(".html"));
    return slug_is_valid(stem) && !address_is_reserved(stem);
}
