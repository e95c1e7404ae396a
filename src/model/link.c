#include "model/link.h"
#include "base/borrow.h"
#include "base/path.h"
#include "base/suggest.h"
#include "text/address.h"
#include "text/markdown.h"
#include "text/slug.h"
#include "value/phone.h"
#include "value/url.h"
#include <string.h>

/* The part of a relative target before ? and #, percent signs decoded; NULL when it does not decode. */
static char *
target_path(const char *target, const char **tail)
{
    gsize n = strcspn(target, "?#");
    *tail = strchr(target + n, '#');
    g_autofree char *path = g_strndup(target, n);
    char *decoded = g_uri_unescape_string(path, "/");
    if (decoded != NULL && !g_utf8_validate(decoded, -1, NULL))
        g_clear_pointer(&decoded, g_free);
    return decoded;
}

/* Joins folder and a relative path, resolving . and .. by name; NULL when it leaves the content folder. */
static char *
resolve_path(const char *folder, const char *relative)
{
    g_auto(GStrv) base = g_strsplit(folder, "/", -1);
    g_auto(GStrv) parts = g_strsplit(relative, "/", -1);
    g_autoptr(GPtrArray) stack = g_ptr_array_new();
    for (char **p = base; *p != NULL; p++) {
        if (**p != '\0')
            g_ptr_array_add(stack, *p);
    }
    for (char **p = parts; *p != NULL; p++) {
        if (**p == '\0' || strcmp(*p, ".") == 0)
            continue;
        if (strcmp(*p, "..") != 0)
            g_ptr_array_add(stack, *p);
        else if (stack->len > 0)
            g_ptr_array_set_size(stack, (int)stack->len - 1);
        else
            return NULL;
    }
    g_ptr_array_add(stack, NULL);
    return g_strjoinv("/", (char **)stack->pdata);
}

static gboolean
ask(const LinkBase *base, AskedKind kind, const char *subject)
{
    return asked_ask(base->asked, base->scan, kind, subject) != 0;
}

static const char *
keep(const LinkBase *base, const char *path, const char *ext, const char *tail)
{
    return arena_concat(base->arena, path, ext, tail, NULL);
}

/* A file of the agency's own folder, or of a folder above that belongs to no other agency. */
static gboolean
may_use(const LinkBase *base, const char *path)
{
    if (base->agency == NULL)
        return TRUE;
    /* The site's own pages lie beside the agency of a site that has one only. */
    if (path_is_below(path, ADDRESS_OWN_PAGES) && strcmp(base->agency, ADDRESS_OWN_PAGES) != 0)
        return FALSE;
    if (path_is_below(path, base->agency))
        return TRUE;
    const char *slash = strrchr(path, '/');
    g_autofree char *folder = g_strndup(path, slash ? (gsize)(slash - path) : 0);
    if (!path_is_below(base->agency, folder))
        return FALSE;
    return !ask(base, ASKED_AGENCY, folder);
}

static gboolean
cut_ext(char *path, const char *ext)
{
    if (!g_str_has_suffix(path, ext) || strlen(path) == strlen(ext))
        return FALSE;
    path[strlen(path) - strlen(ext)] = '\0';
    return TRUE;
}

/* The page a path means: a charter's, or an agency's; NULL when there is none. */
static const char *
find_page(const LinkBase *base, const char *path, const char *tail)
{
    g_autofree char *page = g_strdup(path);
    if (cut_ext(page, ".html") || cut_ext(page, ".md") || cut_ext(page, ".yaml")) {
        if (ask(base, ASKED_PAGE, page))
            return keep(base, page, ".html", tail);
        if (!cut_ext(page, "/index") && !cut_ext(page, "/instansi"))
            return NULL;
    }
    if (ask(base, ASKED_AGENCY, page))
        return keep(base, page, *page ? "/index.html" : "index.html", tail);
    return NULL;
}

enum { NAMES_MAX = 1000 };

/* `path` as it is written in the folder of the base. */
static const char *
within(const LinkBase *base, const char *path)
{
    gsize n = strlen(base->folder);
    return n > 0 && path_is_below(path, base->folder) ? path + n + 1 : path;
}

static const char *
nearest_file(const LinkBase *base, const char *path)
{
    const ScanFileList *others = &base->scan->others;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    ask(base, ASKED_NAMES, base->folder);
    for (guint i = scan_first_other(base->scan, base->folder);
         i < others->n && path_is_below(others->items[i].path, base->folder) &&
         names->len < NAMES_MAX;
         i++)
        g_ptr_array_add(names, BORROW(within(base, others->items[i].path)));
    return suggest_word(within(base, path), (const char *const *)names->pdata, names->len);
}

/* A charter of the same agency in the folder of the base or below, named with the extension that the author wrote. */
static const char *
nearest_charter(const LinkBase *base, const char *path)
{
    const ScanAgency *agency =
        base->agency != NULL ? scan_find_agency(base->scan, base->agency) : NULL;
    g_autofree char *stem = g_strdup(path);
    if (agency == NULL ||
        !(cut_ext(stem, ".md") || cut_ext(stem, ".html") || cut_ext(stem, ".yaml")))
        return NULL;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < agency->n_services && names->len < NAMES_MAX; i++) {
        const char *page = scan_service_page(&agency->services[i], base->arena);
        if (*base->folder == '\0' || path_is_below(page, base->folder))
            g_ptr_array_add(names, BORROW(within(base, page)));
    }
    const char *near =
        suggest_word(within(base, stem), (const char *const *)names->pdata, names->len);
    return near != NULL ? keep(base, near, path + strlen(stem), NULL) : NULL;
}

/* The name that may be meant; NULL: none is near, or the file had its share of them. */
static const char *
nearest(const LinkBase *base, const char *path)
{
    if (base->n_near != NULL && (*base->n_near)++ >= SUGGEST_MAX_PER_FILE)
        return NULL;
    const char *near = nearest_file(base, path);
    return near != NULL ? near : nearest_charter(base, path);
}

/* "bit.ly/sk", "linktr.ee/dinas": a host without https:// in front, by its dot before the first slash. */
static const char *
as_host(const LinkBase *base, const char *target)
{
    gsize host = strcspn(target, "/?#"), dot = 0;
    for (gsize i = 1; i + 1 < host; i++)
        dot = target[i] == '.' ? i : dot;
    if (dot == 0 || target[host] != '/' || strpbrk(target, " \\") != NULL)
        return NULL;
    const char *whole = arena_concat(base->arena, "https://", target, NULL);
    UrlValue url;
    url_check(base->arena, whole, FALSE, &url);
    return url.status == URL_OK ? whole : NULL;
}

/* "0812-3456-7890" is a telephone. */
static const char *
as_number(const LinkBase *base, const char *target)
{
    Phone phone;
    phone_parse(base->arena, target, &phone);
    return phone.status == PHONE_OK && *phone.digits != '\0' ? phone.tel : NULL;
}

/* "50%.pdf": a % that begins no code. With %25 in its place; NULL: every % begins one. g_free() it. */
static char *
with_percents(const char *target)
{
    GString *out = g_string_new(NULL);
    gboolean changed = FALSE;
    for (const char *at = target; *at != '\0'; at++) {
        gboolean lone = *at == '%' && !(g_ascii_isxdigit(at[1]) && g_ascii_isxdigit(at[2]));
        g_string_append(out, lone ? "%25" : "");
        if (!lone)
            g_string_append_c(out, *at);
        changed |= lone;
    }
    return g_string_free(out, !changed);
}

/* Finds a relative target; NULL when it is not there (`quiet`: without a word). */
static const char *
find_target(const LinkBase *base, const char *target, Mark mark, gboolean quiet)
{
    const char *tail = NULL;
    g_autofree char *relative = target_path(target, &tail);
    g_autofree char *path = relative ? resolve_path(base->folder, relative) : NULL;
    if (path == NULL) {
        g_autofree char *coded = relative == NULL ? with_percents(target) : NULL;
        if (!quiet && coded != NULL)
            diag_add(base->diags, DIAG_LINK_PERCENT, mark, 0, target, coded, NULL);
        else if (!quiet)
            diag_add(base->diags, DIAG_LINK_OUTSIDE, mark, 0, target, NULL);
        return NULL;
    }
    if (ask(base, ASKED_FILE, path)) {
        if (!may_use(base, path)) {
            diag_add(base->diags, DIAG_LINK_FOREIGN, mark, 0, target, NULL);
            return NULL;
        }
        const char *kept = keep(base, path, "", NULL);
        if (base->files != NULL)
            g_ptr_array_add(base->files, BORROW(kept));
        return tail != NULL ? keep(base, path, "", tail) : kept;
    }
    const char *page = find_page(base, path, tail);
    if (page == NULL && !quiet) {
        const char *near = nearest(base, path);
        near = near != NULL ? near : as_host(base, target);
        diag_add(base->diags, DIAG_LINK_MISSING, mark, 0, target,
                 near != NULL ? near : as_number(base, target), NULL);
    }
    return page;
}

/* The way from the folder of the base to a path of the content folder; g_free() it. */
static char *
path_from(const LinkBase *base, const char *path)
{
    const char *folder = base->folder;
    GString *way = g_string_new(NULL);
    for (gsize n = strcspn(folder, "/");
         n > 0 && strncmp(folder, path, n) == 0 && path[n] == '/'; n = strcspn(folder, "/")) {
        path += n + 1;
        folder += n + (folder[n] == '/');
    }
    for (; *folder != '\0'; folder += strcspn(folder, "/"), folder += *folder == '/')
        g_string_append(way, "../");
    g_string_append(way, *path != '\0' || way->len > 0 ? path : ".");
    return g_string_free(way, FALSE);
}

/* "/akta.md" is nowhere: a site may lie in a folder of its host, and links count from the charter. */
static void
report_rooted(const LinkBase *base, const char *target, Mark mark)
{
    const char *tail, *after = target + strspn(target, "/");
    g_autofree char *path = target_path(after, &tail);
    g_autofree char *whole = path != NULL ? resolve_path("", path) : NULL;
    g_autofree char *better = NULL;
    if (whole != NULL && (ask(base, ASKED_FILE, whole) || find_page(base, whole, NULL) != NULL))
        better = path_from(base, after);
    else if (find_target(base, after, mark, TRUE) != NULL)
        better = g_strdup(after);
    diag_add(base->diags, DIAG_LINK_ROOTED, mark, 0, target, better, NULL);
}

/* "Papan di ruang tunggu", "Radio": words, not the name of a file that was forgotten. */
static gboolean
are_words(const char *text)
{
    return strchr(text, ' ') != NULL || strpbrk(text, "./") == NULL;
}

static void
report_refused(const LinkBase *base, const char *target, const UrlValue *url, Mark mark)
{
    static const DiagCode codes[] = {
        [URL_SCHEME] = DIAG_LINK_SCHEME, [URL_CONTROL] = DIAG_LINK_BAD,
        [URL_USER] = DIAG_LINK_USER,     [URL_EMAIL] = DIAG_LINK_EMAIL,
        [URL_BAD] = DIAG_LINK_BAD,
    };
    gboolean mail = url->status == URL_USER && strchr(url->suggestion, '@') != NULL;
    g_autofree char *better = g_strconcat(mail ? "mailto:" : "", url->suggestion, NULL);
    diag_add(base->diags, codes[url->status], mark, 0, target, *better ? better : NULL, NULL);
}

gboolean
link_is_variant(const VariantList *variants, const char *name)
{
    for (guint i = 0; variants != NULL && i < variants->n; i++) {
        g_autofree char *slug = slug_from(variants->items[i].nama.str);
        if (strcmp(slug, name) == 0)
            return TRUE;
    }
    return variants != NULL && variants->n > 0 && g_str_has_prefix(name, "varian-");
}

/* The anchors of the default theme's pages of services and agencies (themes/default); tests/cli/check.t compares. */
gboolean
link_is_anchor(const char *name)
{
    static const char *const names[] = {
        "adu",     "biaya",  "cari",     "dasar",      "etik",       "fkp",
        "isi",     "jam",    "kapan",    "komponen-5", "kompensasi", "langkah",
        "layanan", "lokasi", "maklumat", "petugas",    "profil",     "q",
        "sarana",  "serupa", "siapkan",  "skm",        "waktu"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(name, names[i]) == 0)
            return TRUE;
    }
    /* s3: a requirement; langkah-4: a step; v2: a variant, with steps of its own: v2-langkah-1 */
    g_autofree char *stem = g_strdup(name);
    gsize n = strlen(stem);
    while (n > 0 && g_ascii_isdigit(stem[n - 1]))
        stem[--n] = '\0';
    const char *step = stem; /* behind its variant */
    if (*step == 'v' && step[1 + strspn(step + 1, "0123456789")] == '-')
        step = strchr(step, '-') + 1;
    return name[n] != '\0' && (strcmp(stem, "s") == 0 || strcmp(stem, "v") == 0 ||
                               strcmp(step, "langkah-") == 0 || strcmp(stem, "adu-") == 0);
}

static void
take_heading(const char *id, gpointer data)
{
    g_ptr_array_add(data, g_strdup(id));
}

/* The ids of the headings, NULL-ended; never NULL. */
static const char *const *
find_headings(Arena *arena, const char *body)
{
    static const char *const none[] = {NULL};
    gsize len = strlen(body);
    if (len > MARKDOWN_MAX_BYTES ||
        (strchr(body, '#') == NULL && strstr(body, "\n==") == NULL &&
         strstr(body, "\n--") == NULL))
        return none;
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Markdown) read = markdown_new(body, len);
    MarkdownHooks hooks = {.heading = take_heading, .is_taken = link_is_anchor, .data = ids};
    markdown_each_heading(read, &hooks);
    const char **kept = arena_alloc(arena, (ids->len + 1) * sizeof *kept);
    for (guint i = 0; i < ids->len; i++)
        kept[i] = arena_strndup(arena, ids->pdata[i], strlen(ids->pdata[i]));
    return kept;
}

gboolean
link_is_heading(Arena *arena, const char *body, const char *const **headings, const char *name)
{
    if (*headings == NULL)
        *headings = find_headings(arena, body);
    for (const char *const *id = *headings; *id != NULL; id++) {
        if (strcmp(*id, name) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
has_part(const LinkBase *base, const char *name)
{
    return link_is_anchor(name) ||
           (base->body != NULL &&
            link_is_heading(base->arena, base->body, base->headings, name));
}

/* What stands behind # in a link to another page waits until that page has been read. */
static void
note_fragment(const LinkBase *base, Text raw, const char *page)
{
    const char *hash = page != NULL ? strchr(page, '#') : NULL;
    if (hash == NULL || hash[1] == '\0' || base->fragments == NULL)
        return;
    LinkFragment *fragment = arena_new0(base->arena, LinkFragment);
    *fragment =
        (LinkFragment){raw, arena_strndup(base->arena, page, (gsize)(hash - page)), hash + 1};
    fragment->raw.str = arena_strndup(base->arena, raw.str, strlen(raw.str));
    g_ptr_array_add(base->fragments, fragment);
}

/* C:\\Users\\…\\SK.pdf, \\\\server\\SK.pdf, file:///…/SK.pdf: on the author's own disk. */
static gboolean
is_on_disk(const char *target)
{
    return (g_ascii_isalpha(target[0]) && target[1] == ':' &&
            (target[2] == '\\' || target[2] == '/')) ||
           g_str_has_prefix(target, "\\\\") || g_ascii_strncasecmp(target, "file:", 5) == 0;
}

/* A path as Windows writes it is none on the web; FALSE: it is not so. */
static gboolean
report_backslashes(const LinkBase *base, Text raw)
{
    gboolean on_disk = is_on_disk(raw.str);
    if (!on_disk && strchr(raw.str, '\\') == NULL)
        return FALSE;
    g_autofree char *path = g_strdelimit(g_strdup(raw.str), "\\", '/');
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
    const char *better = on_disk ? name : path;
    gboolean here = *better != '\0' && find_target(base, better, raw.mark, TRUE) != NULL;
    if (!on_disk && !here)
        return FALSE;
    if (on_disk)
        diag_add(base->diags, DIAG_LINK_OUTSIDE, raw.mark, 0, raw.str, better,
                 here ? better : NULL, NULL);
    else
        diag_add(base->diags, DIAG_LINK_MISSING, raw.mark, 0, raw.str, better, NULL);
    return TRUE;
}

void
link_resolve(const LinkBase *base, Text raw, Link *link)
{
    *link = (Link){raw, "", NULL};
    UrlValue url;
    if (report_backslashes(base, raw))
        return;
    url_check(base->arena, raw.str, FALSE, &url);
    switch (url.status) {
    case URL_EMPTY:
        return;
    case URL_OK:
        if (url.scheme_added &&
            (link->file = find_target(base, raw.str, raw.mark, TRUE)) != NULL)
            return;
        link->href = url.href;
        return;
    case URL_RELATIVE:
        if (raw.str[0] == '#') {
            link->href = url.href;
            if (!has_part(base, raw.str + 1) && !link_is_variant(base->variants, raw.str + 1))
                diag_add(base->diags, DIAG_LINK_ANCHOR, raw.mark, 0, raw.str, NULL);
        } else if (raw.str[0] == '/' && !base->from_root)
            report_rooted(base, raw.str, raw.mark);
        else if (raw.str[0] != '/')
            link->file =
                find_target(base, url.href, raw.mark, base->or_words && are_words(raw.str));
        note_fragment(base, raw, link->file);
        return;
    case URL_SCHEME:
    case URL_CONTROL:
    case URL_USER:
    case URL_EMAIL:
    case URL_BAD:
        report_refused(base, raw.str, &url, raw.mark);
        return;
    }
}

const char *
link_target(const LinkBase *base, const char *target, Mark mark, gboolean *inside)
{
    Link link;
    link_resolve(base, (Text){target, mark}, &link);
    *inside = link.file != NULL;
    if (link.file != NULL)
        return link.file;
    return *link.href ? link.href : NULL;
}
