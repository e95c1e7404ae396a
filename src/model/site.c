#include "model/site.h"
#include "base/fs.h"
#include "base/suggest.h"
#include "model/bind.h"
#include "model/own-page.h"
#include "value/target.h"
#include <string.h>

/* The size of a file that is beyond the limit of a Source. */
static gsize
size_of(int dir, const char *path)
{
    FsStat stat;
    gboolean found = fs_stat(dir, path, &stat, NULL) && stat.size > SOURCE_MAX_BYTES;
    return found ? (gsize)stat.size : SOURCE_MAX_BYTES + 1;
}

static const Source *
read_given(ScanGiven *given, GPtrArray *sources, DiagList *diags)
{
    char *copy = g_strndup("", given->len);
    if (given->len > 0)
        memcpy(copy, given->bytes, given->len);
    Source *source = source_new(given->name, copy, given->len, diags);
    g_ptr_array_add(sources, source);
    given->used = TRUE;
    return source;
}

const Source *
site_read(const Scan *scan, const char *path, SiteTexts texts, DiagList *diags, GError **error)
{
    char *bytes;
    gsize len;
    g_autoptr(GError) problem = NULL;
    if (scan->given != NULL && strcmp(scan->given->path, path) == 0)
        return read_given(scan->given, texts.sources, diags);
    g_autofree char *display = scan_display_path(scan, path);
    bytes = fs_read(scan->dir, path, SOURCE_MAX_BYTES, &len, &problem);
    if (bytes == NULL) {
        if (!g_error_matches(problem, FS_ERROR, FS_ERROR_TOO_BIG)) {
            g_propagate_prefixed_error(error, g_steal_pointer(&problem), "%s/", scan->label);
            return NULL;
        }
        bytes = g_strdup("");
        len = size_of(scan->dir, path); /* too big, so its bytes are not looked at */
    }
    *texts.hash += fs_share(path, len > SOURCE_MAX_BYTES ? len : fs_hash(bytes, len, 0));
    Source *source = source_new(display, bytes, len, diags);
    g_ptr_array_add(texts.sources, source);
    return source;
}

typedef struct Reader {
    SiteData *data;
    const Scan *scan;
    guint64 *hash; /* what is being read counts into this */
    DiagList *diags;
    GError **error;
} Reader;

static YamlNode *
read_yaml(
    Reader *r, const ScanFile *file, const Record *record, gboolean list, const Source **source)
{
    *source = site_read(r->scan, file->path, (SiteTexts){r->data->sources, r->hash}, r->diags,
                        r->error);
    if (*source == NULL)
        return NULL;
    return yaml_read(r->data->arena, &(YamlPart){*source, 1, source_n_lines(*source), list},
                     list ? NULL : bind_is_key, record, r->diags);
}

static gboolean
read_record(
    Reader *r, const ScanFile *file, const char *folder, const Record *record, void *self)
{
    const Source *source;
    YamlNode *root = read_yaml(r, file, record, FALSE, &source);
    if (root == NULL)
        return FALSE;
    LinkBase links = {
        .arena = r->data->arena, .diags = r->diags, .scan = r->scan, .folder = folder};
    Bind bind = {r->data->arena, r->diags, &links, FALSE};
    bind_record(&bind, record, root, self);
    return TRUE;
}

/* TRUE the first time the words are met; later ones are reported with the line of the first. */
static gboolean
is_first(Reader *r, GHashTable *met, const Text *text)
{
    const Text *first = g_hash_table_lookup(met, text->str);
    char line[16];
    if (first == NULL) {
        Text *kept =
            arena_new0(r->data->arena, Text); /* the list closes up over what is left out */
        *kept = *text;
        g_hash_table_insert(met, (gpointer)(guintptr)kept->str, kept);
        return TRUE;
    }
    g_snprintf(line, sizeof line, "%u", first->mark.line);
    diag_add(r->diags, DIAG_VALUE_TWICE, text->mark, (guint)strlen(text->str), text->str, line,
             NULL);
    return FALSE;
}

/* What is named again is left out. */
static void
drop_twice(Reader *r, TextList *list)
{
    g_autoptr(GHashTable) met = g_hash_table_new(g_str_hash, g_str_equal);
    guint kept = 0;
    for (guint i = 0; i < list->n; i++) {
        if (is_first(r, met, &list->items[i]))
            list->items[kept++] = list->items[i];
    }
    list->n = kept;
}

/* A second topic of a name would have no page. */
static void
check_topics(Reader *r, TopicList *list)
{
    g_autoptr(GHashTable) met = g_hash_table_new(g_str_hash, g_str_equal);
    guint kept = 0;
    for (guint i = 0; i < list->n; i++) {
        const Text *slug = &list->items[i].slug;
        if (slug->str == NULL || *slug->str == '\0' || is_first(r, met, slug))
            list->items[kept++] = list->items[i];
    }
    list->n = kept;
}

static gboolean
read_topics(Reader *r)
{
    const Source *source;
    if (r->scan->topics == NULL)
        return TRUE;
    YamlNode *root = read_yaml(r, r->scan->topics, &record_topic, TRUE, &source);
    if (root == NULL)
        return FALSE;
    LinkBase links = {
        .arena = r->data->arena, .diags = r->diags, .scan = r->scan, .folder = ""};
    Bind bind = {r->data->arena, r->diags, &links, FALSE};
    List list = {0};
    bind_records(&bind, &record_topic, root, &list);
    r->data->site.topics = (TopicList){list.items, list.n};
    check_topics(r, &r->data->site.topics);
    return TRUE;
}

static void
check_holidays(Reader *r, HolidayFile *file)
{
    for (guint i = 0; i < file->libur.n; i++) {
        const Holiday *holiday = &file->libur.items[i];
        if (!date_is_set(holiday->tanggal.date) || holiday->tanggal.date.year == file->year)
            continue;
        char year[8];
        g_snprintf(year, sizeof year, "%d", file->year);
        diag_add(r->diags, DIAG_HOLIDAY_YEAR, holiday->tanggal.raw.mark,
                 (guint)strlen(holiday->tanggal.raw.str), holiday->tanggal.raw.str, year, NULL);
    }
}

static gboolean
read_folder(Reader *r, const ScanFolder *folder)
{
    HolidayFileList *list = &r->data->holidays[folder->index];
    r->hash = &r->data->folder_hash[folder->index];
    list->items = arena_alloc(r->data->arena, folder->holidays.n * sizeof *list->items);
    for (guint i = 0; i < folder->holidays.n; i++) {
        const ScanFile *file = &folder->holidays.items[i];
        HolidayFile *holidays = &list->items[list->n++];
        holidays->year = (int)g_ascii_strtoll(strrchr(file->path, '-') + 1, NULL, 10);
        if (!read_record(r, file, folder->path, &record_holiday_file, holidays))
            return FALSE;
        check_holidays(r, holidays);
    }
    if (folder->region != NULL) {
        Region *region = arena_new0(r->data->arena, Region);
        region->path = folder->path;
        if (!read_record(r, folder->region, folder->path, &record_region, region))
            return FALSE;
        r->data->regions[folder->index] = region;
    }
    return TRUE;
}

/* What cannot be read as the contract says is in no list: its mistakes are errors. */
static gboolean
read_pages(Reader *r, OwnPageList *out)
{
    const ScanFileList *files = &r->scan->pages;
    out->items = arena_alloc(r->data->arena, files->n * sizeof *out->items);
    for (guint i = 0; i < files->n; i++) {
        const char *name = strrchr(files->items[i].path, '/') + 1;
        g_autoptr(DiagList) own = diag_list_new();
        OwnPage page = {.slug =
                            arena_strndup(r->data->arena, name, strlen(name) - strlen(".md"))};
        const Source *source = site_read(r->scan, files->items[i].path,
                                         (SiteTexts){r->data->sources, r->hash}, own, r->error);
        if (source == NULL)
            return FALSE;
        if (own_page_read(r->scan, r->data->arena, source, own, &page) &&
            (diag_list_n(own) == 0 || diag_list_worst(own) < DIAG_ERROR))
            out->items[out->n++] = page;
        diag_list_take(r->diags, g_steal_pointer(&own));
    }
    own_pages_sort(out);
    return TRUE;
}

/* RFC 3986, section 2: what an address is written with; the rest is percent-encoded. */
static gboolean
is_url_text(const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text <= ' ' || *text >= 0x7f || strchr("\"<>\\^`{|}", *text) != NULL)
            return FALSE;
    }
    return TRUE;
}

/* "/layanan/index.html": a page, where the folder of the site belongs. */
static gboolean
is_page(const char *path)
{
    static const char *const ends[] = {".html", ".htm", ".php", ".asp", ".aspx", ".jsp"};
    g_autofree char *lower = g_ascii_strdown(path, -1);
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
        if (g_str_has_suffix(lower, ends[i]))
            return TRUE;
    }
    return FALSE;
}

char *
site_url_read(const char *text)
{
    if (!is_url_text(text))
        return NULL;
    g_autoptr(GUri) uri = g_uri_parse(text, G_URI_FLAGS_NONE, NULL);
    const char *scheme = uri ? g_uri_get_scheme(uri) : "";
    gboolean web = strcmp(scheme, "http") == 0 || strcmp(scheme, "https") == 0;
    gboolean fine = web && g_uri_get_host(uri) && *g_uri_get_host(uri) &&
                    !g_uri_get_userinfo(uri) && !g_uri_get_query(uri) &&
                    !g_uri_get_fragment(uri);
    if (!fine || is_page(g_uri_get_path(uri)))
        return NULL;
    return g_strconcat(text, g_str_has_suffix(text, "/") ? "" : "/", NULL);
}

static void
check_url(Reader *r)
{
    Text *url = &r->data->site.url;
    if (!text_has_words(*url))
        return;
    g_autofree char *whole = site_url_read(url->str);
    if (whole == NULL) {
        const char *slash = strrchr(url->str, '/');
        g_autofree char *folder =
            slash != NULL ? g_strndup(url->str, (gsize)(slash - url->str) + 1) : NULL;
        g_autofree char *better = folder != NULL ? site_url_read(folder) : NULL;
        diag_add(r->diags, DIAG_SITE_URL_BAD, url->mark, (guint)g_utf8_strlen(url->str, -1),
                 url->str, better, NULL);
    }
    url->str = whole ? arena_strndup(r->data->arena, whole, strlen(whole)) : NULL;
}

/* A password must not get into any message, so the finding about one has no line of the file. */
static void
check_target(Reader *r)
{
    const Text *text = &r->data->site.kirim;
    Target target = {.path = NULL};
    if (!text_has_words(*text))
        return;
    TargetFault fault = target_read(text->str, &target);
    target_clear(&target);
    g_autofree char *path = scan_display_path(r->scan, r->scan->site->path);
    if (fault == TARGET_PASSWORD)
        diag_add_path(r->diags, DIAG_SITE_TARGET_PASSWORD, path, "kirim", NULL);
    else if (fault != TARGET_FINE)
        diag_add(r->diags, DIAG_SITE_TARGET_BAD, text->mark,
                 (guint)g_utf8_strlen(text->str, -1), text->str, NULL);
}

/* The subtag of a language as file names have it: akta.en.md. */
static gboolean
is_language(const char *text)
{
    gsize n = strspn(text, "abcdefghijklmnopqrstuvwxyz");
    return (n == 2 || n == 3) && text[n] == '\0';
}

static void
check_languages(Reader *r, TextList *list)
{
    guint kept = 0;
    for (guint i = 0; i < list->n; i++) {
        const Text *text = &list->items[i];
        if (is_language(text->str))
            list->items[kept++] = *text;
        else
            diag_add(r->diags, DIAG_LANGUAGE_BAD, text->mark, (guint)strlen(text->str),
                     text->str, NULL);
    }
    list->n = kept;
    drop_twice(r, list);
    if (list->n <= SITE_MAX_LANGUAGES)
        return;
    const Text *first = &list->items[SITE_MAX_LANGUAGES];
    char most[8];
    g_snprintf(most, sizeof most, "%d", SITE_MAX_LANGUAGES);
    diag_add(r->diags, DIAG_LANGUAGES_MANY, first->mark, (guint)strlen(first->str), most, NULL);
    list->n = SITE_MAX_LANGUAGES;
}

static gboolean
read_all(Reader *r)
{
    SiteData *data = r->data;
    const Scan *scan = r->scan;
    data->site.kanal_nasional = data->site.poster.kartu = data->site.poster.ornamen = TRUE;
    if (scan->site != NULL) {
        if (!read_record(r, scan->site, "", &record_site, &data->site))
            return FALSE;
        check_url(r);
        check_target(r);
        check_languages(r, &data->site.bahasa);
        drop_twice(r, &data->site.poster.ukuran);
    } else {
        diag_add_path(r->diags, DIAG_SITE_MISSING, scan->label, NULL);
        data->site.nama.str = "Maklumat Pelayanan";
    }
    for (guint i = 0; i < scan->n_folders; i++) {
        if (!read_folder(r, scan->folders[i]))
            return FALSE;
    }
    r->hash = &data->hash;
    if (!read_topics(r))
        return FALSE;
    r->hash = &data->pages_hash;
    if (!read_pages(r, &data->site.pages))
        return FALSE;
    data->hash += own_pages_menu_hash(&data->site.pages);
    return TRUE;
}

SiteData *
site_load(const Scan *scan, DiagList *diags, GError **error)
{
    SiteData *data = g_new0(SiteData, 1);
    data->arena = arena_new();
    data->sources = g_ptr_array_new_with_free_func((GDestroyNotify)source_free);
    data->regions = arena_alloc(data->arena, scan->n_folders * sizeof *data->regions);
    data->holidays = arena_alloc(data->arena, scan->n_folders * sizeof *data->holidays);
    data->folder_hash = arena_alloc(data->arena, scan->n_folders * sizeof *data->folder_hash);
    Reader r = {data, scan, &data->hash, diags, error};
    if (!read_all(&r))
        g_clear_pointer(&data, site_free);
    return data;
}

void
site_free(SiteData *data)
{
    arena_free(data->arena);
    g_ptr_array_unref(data->sources);
    g_free(data);
}

const Region *
site_region(const SiteData *data, const ScanFolder *folder)
{
    for (; folder != NULL; folder = folder->parent) {
        if (data->regions[folder->index] != NULL)
            return data->regions[folder->index];
    }
    return NULL;
}

const Topic *
site_topic(const SiteData *data, const char *slug)
{
    for (guint i = 0; i < data->site.topics.n; i++) {
        const Topic *topic = &data->site.topics.items[i];
        if (topic->slug.str != NULL && strcmp(topic->slug.str, slug) == 0)
            return topic;
    }
    return NULL;
}

gboolean
site_has_language(const SiteData *data, const char *lang)
{
    for (guint i = 0; i < data->site.bahasa.n; i++) {
        if (strcmp(data->site.bahasa.items[i].str, lang) == 0)
            return TRUE;
    }
    return data->site.bahasa.n == 0 && strcmp(lang, "id") == 0;
}

gboolean
site_is_first_language(const SiteData *data, const char *lang)
{
    return strcmp(data->site.bahasa.n > 0 ? data->site.bahasa.items[0].str : "id", lang) == 0;
}
