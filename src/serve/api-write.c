#include "model/scaffold.h"
#include "serve/guard.h"
#include "serve/serve-private.h"
#include "text/address.h"
#include "text/slug.h"
#include <string.h>

/* ---- answers ---- */

static void
tell_done(HttpReply *reply, const char *file)
{
    Json json;
    json_init(&json, reply->body, 0);
    json_object_begin(&json);
    json_text_pair(&json, "file", file);
    json_object_end(&json);
}

static void
tell_stored(const HttpRequest *request, HttpReply *reply, Stored stored, GError *error)
{
    switch (stored) {
    case STORED:
        break;
    case STORE_CHANGED:
        serve_refuse(reply, 409,
                     serve_say(request, "berkas ini sudah diubah di tempat lain",
                               "the file has been changed elsewhere"));
        break;
    case STORE_EXISTS:
        serve_refuse(reply, 409,
                     serve_say(request, "nama itu sudah dipakai", "that name is taken"));
        break;
    case STORE_NONE:
        serve_refuse(reply, 404,
                     serve_say(request, "tidak ada simpanan untuk dibatalkan",
                               "there is no save to take back"));
        break;
    case STORE_FAILED:
        serve_fail(request, reply, error);
        break;
    }
}

/* What was written is built and read anew without waiting to be told of it. */
static void
note_change(Serve *serve)
{
    serve->stale = TRUE;
    preview_build(serve->preview);
}

/* ---- saving ---- */

static void
save_file(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    const char *path = serve_file(request, http_form(request, "file"), reply);
    const char *given = http_form(request, "text"), *old = http_form(request, "hash");
    GError *error = NULL;
    Json json;
    if (path == NULL || given == NULL || old == NULL)
        return;
    guint64 hash = g_ascii_strtoull(old, NULL, 16);
    g_autoptr(GString) text = g_string_new(given);
    Stored stored = store_save(&serve->store, path, text, &hash, &error);
    if (stored != STORED) {
        tell_stored(request, reply, stored, error);
        return;
    }
    g_hash_table_remove(serve->texts, path);
    note_change(serve);
    g_autofree char *shown = g_strdup_printf("%016" G_GINT64_MODIFIER "x", hash);
    json_init(&json, reply->body, 0);
    json_object_begin(&json);
    json_text_pair(&json, "hash", shown);
    json_int_pair(&json, "undos", store_n_undos(&serve->store, path));
    json_object_end(&json);
}

static void
undo_save(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    const char *path = serve_file(request, http_form(request, "file"), reply);
    GError *error = NULL;
    if (path == NULL)
        return;
    Stored stored = store_undo(&serve->store, path, &error);
    tell_stored(request, reply, stored, error);
    if (stored != STORED)
        return;
    g_hash_table_remove(serve->texts, path);
    note_change(serve);
    tell_done(reply, path);
}

/* ---- new files ---- */

/* A part of an address from a parameter; NULL: it will not do, and the reply says what would. */
static const char *
read_slug(const HttpRequest *request, HttpReply *reply)
{
    const char *slug = http_form(request, "slug");
    if (slug != NULL && slug_is_valid(slug) && !address_is_reserved(slug))
        return slug;
    g_autofree char *better = slug_from(slug != NULL ? slug : "");
    g_autofree char *words =
        g_strconcat(serve_say(request, "nama itu tidak dapat menjadi alamat; tulis misalnya ",
                              "that name cannot be an address; write for example "),
                    *better ? better : "layanan", NULL);
    serve_refuse(reply, 422, words);
    return NULL;
}

static const char *
read_folder(const HttpRequest *request, HttpReply *reply)
{
    const char *folder = http_form(request, "folder");
    if (folder == NULL)
        folder = http_query(request, "folder");
    if (folder != NULL && (*folder == '\0' || guard_is_relative(folder)))
        return folder;
    serve_refuse(reply, 422, serve_say(request, "folder itu tidak ada", "no such folder"));
    return NULL;
}

/* A folder that charters may lie in or below: its names become addresses. */
static const char *
read_charter_folder(const HttpRequest *request, HttpReply *reply)
{
    const char *folder = read_folder(request, reply);
    if (folder == NULL || *folder == '\0')
        return folder;
    g_auto(GStrv) parts = g_strsplit(folder, "/", -1);
    for (char **part = parts; *part != NULL; part++) {
        if (slug_is_valid(*part) && !address_is_reserved(*part))
            continue;
        serve_refuse(reply, 422,
                     serve_say(request, "nama folder itu tidak dapat menjadi alamat",
                               "that folder's name cannot be an address"));
        return NULL;
    }
    return folder;
}

static char *
join(const char *folder, const char *name)
{
    return *folder != '\0' ? g_strconcat(folder, "/", name, NULL) : g_strdup(name);
}

/* The name a record goes by is its first key that must be given. */
static void
set_title(GString *text, const char *path, const char *title)
{
    const SchemaFile *kind = draft_kind(path);
    if (kind == NULL || title == NULL || *title == '\0')
        return;
    const Field *field = kind->record->fields;
    while (field->type != FIELD_TEXT || (field->flags & FIELD_REQUIRED) == 0)
        field++;
    YamlStep step = {field->key, 0};
    YamlNode value = {.kind = YAML_TEXT, .text = title, .len = strlen(title)};
    YamlChange change = {.action = YAML_SET, .path = {&step, 1}, .value = &value};
    draft_change(text, path, &change);
}

static void
create(Serve *serve,
       const HttpRequest *request,
       HttpReply *reply,
       const char *path,
       const GString *text)
{
    if (draft_kind(path) == NULL) {
        serve_refuse(
            reply, 422,
            serve_say(request, "di folder itu tidak ada naskah", "that folder holds no texts"));
        return;
    }
    GError *error = NULL;
    Stored stored = store_create(&serve->store, path, text->str, text->len, &error);
    tell_stored(request, reply, stored, error);
    if (stored != STORED)
        return;
    note_change(serve);
    tell_done(reply, path);
}

static void
new_agency(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    const char *folder = read_charter_folder(request, reply);
    const char *slug = folder != NULL ? read_slug(request, reply) : NULL;
    if (slug == NULL)
        return;
    g_autofree char *own = join(folder, slug), *path = join(own, "instansi.yaml");
    g_autofree char *typed = g_strconcat("content/", path, NULL), *plain = scaffold_title(slug);
    g_autoptr(GString) text = g_string_new(NULL);
    scaffold_append_agency(typed, plain, serve_lang(request), text);
    set_title(text, path, http_form(request, "title"));
    create(serve, request, reply, path, text);
}

/* Names of the program's own pages are free here: these lie in a folder of their own. */
static void
new_page(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    const char *slug = http_form(request, "slug");
    g_autofree char *path = g_strconcat(ADDRESS_OWN_PAGES "/", slug, ".md", NULL);
    if (slug == NULL || !slug_is_valid(slug) || strcmp(slug, "index") == 0) {
        serve_refuse(reply, 422,
                     serve_say(request,
                               "nama itu tidak dapat menjadi alamat; tulis misalnya tentang",
                               "that name cannot be an address; write for example tentang"));
        return;
    }
    g_autofree char *plain = scaffold_title(slug);
    g_autoptr(GString) text = g_string_new(NULL);
    scaffold_append_own_page(plain, serve_lang(request), text);
    set_title(text, path, http_form(request, "title"));
    create(serve, request, reply, path, text);
}

static void
new_service(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    const char *folder = read_charter_folder(request, reply);
    const char *slug = folder != NULL ? read_slug(request, reply) : NULL;
    if (slug == NULL || !serve_desk(serve, request, reply))
        return;
    if (scan_find_agency(serve->desk.project.scan, folder) == NULL) {
        serve_refuse(reply, 422,
                     serve_say(request, "folder itu bukan folder instansi",
                               "that folder is no agency's"));
        return;
    }
    g_autofree char *name = g_strconcat(slug, ".md", NULL), *path = join(folder, name);
    g_autofree char *plain = scaffold_title(slug);
    g_autoptr(GString) text = g_string_new(NULL);
    scaffold_append_service(plain, serve_lang(request), text);
    set_title(text, path, http_form(request, "title"));
    create(serve, request, reply, path, text);
}

/* ---- another name, another copy ---- */

static char *
beside(const char *path, const char *slug)
{
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
    g_autofree char *folder = g_strndup(path, (gsize)(name - path));
    return g_strconcat(folder, slug, strchr(name, '.'), NULL);
}

static const Field *
former_field(const Record *record)
{
    FIELD_FOREACH (record, field) {
        if (field->type == FIELD_PATHS)
            return field;
    }
    g_assert_not_reached();
}

/* Reads a charter that is to be copied or renamed, and the path it gets; NULL: the reply says why not. */
static GString *
read_charter(Serve *serve, const HttpRequest *request, HttpReply *reply, char **to)
{
    const char *path = serve_file(request, http_form(request, "file"), reply);
    const char *slug = path != NULL ? read_slug(request, reply) : NULL;
    char *bytes;
    gsize len;
    guint64 hash;
    GError *error = NULL;
    if (slug == NULL)
        return NULL;
    if (draft_kind(path)->record != &record_service || draft_is_translation(path)) {
        serve_refuse(reply, 422,
                     serve_say(request, "hanya untuk layanan", "for services only"));
        return NULL;
    }
    bytes = store_read(&serve->store, path, &len, &hash, &error);
    if (bytes == NULL) {
        serve_fail(request, reply, error);
        return NULL;
    }
    GString *text = g_string_new_len(bytes, (gssize)len);
    g_free(bytes);
    *to = beside(path, slug);
    return text;
}

static void
duplicate(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    g_autofree char *to = NULL;
    g_autoptr(GString) text = read_charter(serve, request, reply, &to);
    if (text == NULL)
        return;
    YamlStep step = {former_field(&record_service)->key, 0}; /* they lead to the original */
    YamlChange change = {.action = YAML_REMOVE, .path = {&step, 1}};
    draft_change(text, to, &change);
    set_title(text, to, http_form(request, "title"));
    create(serve, request, reply, to, text);
}

/* The page keeps its old address as a former one, so that printed codes go on leading to it. */
static gboolean
add_former(GString *text, const char *from, const char *to)
{
    const char *key = former_field(&record_service)->key;
    g_autofree char *page = g_strndup(from, (gsize)(strrchr(from, '.') - from));
    g_autofree char *former = g_strconcat(page, ".html", NULL);
    Draft draft;
    draft_open(&draft, to, text->str, text->len);
    const YamlNode *list = yaml_find(draft.root, key);
    guint n = list == NULL ? 0 : list->kind == YAML_LIST ? list->n : list->len > 0 ? 1 : 0;
    draft_close(&draft);
    YamlStep steps[] = {{key, 0}, {NULL, n}};
    YamlNode value = {.kind = YAML_TEXT, .text = former, .len = strlen(former)};
    YamlChange change = {.action = YAML_INSERT, .path = {steps, 2}, .value = &value};
    return draft_change(text, to, &change) == YAML_EDITED;
}

/* Translations go along; one that cannot be written stays, and the build says that it is alone. */
static void
move_translations(Serve *serve, const char *from, const char *to)
{
    const ScanAgency *agency = NULL;
    g_autofree char *page = g_strndup(from, (gsize)(strrchr(from, '.') - from));
    g_autofree char *stem = g_strndup(to, (gsize)(strrchr(to, '.') - to));
    const ScanService *service = scan_find_page(serve->desk.project.scan, page, &agency);
    g_autoptr(Arena) arena = arena_new();
    const ScanService *end = service != NULL ? agency->services + agency->n_services : NULL;
    for (service += service != NULL; service != end && service->lang != NULL; service++) {
        g_autofree char *name = g_strdup_printf("%s.%s.md", stem, service->lang), *bytes = NULL;
        gsize len;
        guint64 hash;
        const char *path = scan_service_path(service, arena);
        bytes = store_read(&serve->store, path, &len, &hash, NULL);
        if (bytes != NULL && store_create(&serve->store, name, bytes, len, NULL) == STORED)
            store_remove(&serve->store, path, NULL);
    }
}

static void
rename_file(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    const char *from = http_form(request, "file");
    g_autofree char *to = NULL;
    g_autoptr(GString) text = read_charter(serve, request, reply, &to);
    GError *error = NULL;
    if (text == NULL || !serve_desk(serve, request, reply))
        return;
    if (!add_former(text, from, to)) {
        serve_refuse(reply, 422,
                     serve_say(request, "perbaiki dahulu naskahnya di tampilan teks",
                               "mend the text first, in the text view"));
        return;
    }
    Stored stored = store_create(&serve->store, to, text->str, text->len, &error);
    if (stored == STORED && !store_remove(&serve->store, from, &error))
        stored = STORE_FAILED;
    tell_stored(request, reply, stored, error);
    if (stored != STORED)
        return;
    move_translations(serve, from, to);
    g_hash_table_remove(serve->texts, from);
    note_change(serve);
    tell_done(reply, to);
}

/* ---- files beside the charters ---- */

/* What the first bytes must be; the program publishes such files as they are. */
static gboolean
is_of_kind(const char *name, const char *bytes, gsize len)
{
    static const struct {
        const char *end, *magic;
    } kinds[] = {
        {".pdf", "%PDF-"},
        {".png", "\x89PNG\r\n\x1a\n"},
        {".jpg", "\xff\xd8\xff"},
        {".jpeg", "\xff\xd8\xff"},
        {".docx", "PK\x03\x04"},
        {".xlsx", "PK\x03\x04"},
        {".odt", "PK\x03\x04"},
        {".ods", "PK\x03\x04"},
        {".doc", "\xd0\xcf\x11\xe0"},
        {".xls", "\xd0\xcf\x11\xe0"},
        {".svg", "<"},
        {".webp", "RIFF"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        gsize n = strlen(kinds[i].magic);
        if (g_str_has_suffix(name, kinds[i].end))
            return len >= n && memcmp(bytes, kinds[i].magic, n) == 0;
    }
    return FALSE;
}

static void
add_file(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    const char *folder = read_folder(request, reply), *wanted = http_query(request, "name");
    GError *error = NULL;
    if (folder == NULL)
        return;
    g_autofree char *name = guard_file_name(wanted != NULL ? wanted : "");
    if (!is_of_kind(name, request->body, request->body_len)) {
        serve_refuse(reply, 422,
                     serve_say(request,
                               "berkas harus berupa PDF, gambar (PNG, JPG, SVG, WebP), atau "
                               "dokumen (DOCX, XLSX, ODT, ODS, DOC, XLS)",
                               "the file must be a PDF, a picture (PNG, JPG, SVG, WebP) or a "
                               "document (DOCX, XLSX, ODT, ODS, DOC, XLS)"));
        return;
    }
    g_autofree char *path = join(folder, name);
    Stored stored = store_create(&serve->store, path, request->body, request->body_len, &error);
    tell_stored(request, reply, stored, error);
    if (stored != STORED)
        return;
    note_change(serve);
    tell_done(reply, name);
}

gboolean
api_write(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    static const struct {
        const char *name;
        void (*answer)(Serve *serve, const HttpRequest *request, HttpReply *reply);
    } rows[] = {
        {"save", save_file},          {"undo", undo_save},      {"new-agency", new_agency},
        {"new-service", new_service}, {"duplicate", duplicate}, {"rename", rename_file},
        {"upload", add_file},         {"new-page", new_page},
    };
    const char *name = request->path + strlen("/sunting/api/");
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (strcmp(rows[i].name, name) != 0 || strcmp(request->method, "POST") != 0)
            continue;
        rows[i].answer(serve, request, reply);
        return TRUE;
    }
    return FALSE;
}
