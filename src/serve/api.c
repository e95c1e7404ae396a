#include "base/fs-words.h"
#include "model/walk.h"
#include "serve/guard.h"
#include "serve/serve-private.h"
#include "serve/tell.h"
#include <string.h>

DiagLang
serve_lang(const HttpRequest *request)
{
    const char *lang = http_query(request, "lang");
    return lang != NULL && strcmp(lang, "en") == 0 ? DIAG_LANG_EN : DIAG_LANG_ID;
}

const char *
serve_say(const HttpRequest *request, const char *id, const char *en)
{
    return serve_lang(request) == DIAG_LANG_EN ? en : id;
}

void
serve_refuse(HttpReply *reply, guint status, const char *words)
{
    Json json;
    reply->status = status;
    g_string_truncate(reply->body, 0);
    json_init(&json, reply->body, 0);
    json_object_begin(&json);
    json_text_pair(&json, "error", words);
    json_object_end(&json);
}

void
serve_fail(const HttpRequest *request, HttpReply *reply, GError *error)
{
    g_autofree char *words = fs_words(serve_lang(request), error);
    serve_refuse(reply, 500, words);
    g_error_free(error);
}

gboolean
serve_desk(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    GError *error = NULL;
    if (serve->desk.is_open && !serve->stale)
        return TRUE;
    if (!desk_refresh(&serve->desk, &error)) {
        serve_fail(request, reply, error);
        return FALSE;
    }
    serve->stale = FALSE;
    return TRUE;
}

const char *
serve_file(const HttpRequest *request, const char *value, HttpReply *reply)
{
    if (value != NULL && guard_is_relative(value) && draft_kind(value) != NULL)
        return value;
    serve_refuse(reply, 404,
                 serve_say(request, "tidak ada berkas seperti itu", "no such file"));
    return NULL;
}

static void
begin(HttpReply *reply, Json *json)
{
    json_init(json, reply->body, 0);
    json_object_begin(json);
}

/* null: none */
static void
tell_error(Json *json, const char *key, DiagLang lang, const GError *error)
{
    g_autofree char *words = error != NULL ? fs_words(lang, error) : NULL;
    json_text_pair(json, key, words);
}

/* ---- one text ---- */

gboolean
serve_tell_text(Serve *serve, const HttpRequest *request, const DeskText *text, Json *json)
{
    Draft draft;
    DeskView view;
    GError *error = NULL;
    draft_open(&draft, text->path, text->bytes, text->len);
    gboolean fine = desk_judge(&serve->desk, text, &view, &error);
    if (fine)
        tell_text(json, &draft, &view, serve_lang(request));
    else
        tell_error(json, "error", serve_lang(request), error);
    g_clear_error(&error);
    desk_view_clear(&view);
    draft_close(&draft);
    return fine;
}

static void
tell_hash(Json *json, guint64 hash)
{
    char text[20];
    g_snprintf(text, sizeof text, "%016" G_GINT64_MODIFIER "x", hash);
    json_text_pair(json, "hash", text);
}

/* A file as it is on the disk. */
static void
open_file(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    const char *path = serve_file(request, http_query(request, "file"), reply);
    g_autofree char *bytes = NULL;
    gsize len;
    guint64 hash;
    GError *error = NULL;
    Json json;
    if (path == NULL || !serve_desk(serve, request, reply))
        return;
    bytes = store_read(&serve->store, path, &len, &hash, &error);
    if (bytes == NULL) {
        gboolean gone = g_error_matches(error, FS_ERROR, FS_ERROR_MISSING);
        serve_fail(request, reply, error);
        reply->status = gone ? 404 : 500;
        return;
    }
    DeskText text = {path, bytes, len};
    g_autofree char *page = desk_page_of(&serve->desk, path);
    begin(reply, &json);
    json_text_pair(&json, "file", path);
    json_text_pair(&json, "page", page);
    json_text_pair(&json, "text", g_utf8_validate(bytes, (gssize)len, NULL) ? bytes : NULL);
    tell_hash(&json, hash);
    json_int_pair(&json, "undos", store_n_undos(&serve->store, path));
    json_bool_pair(&json, "readonly", serve->options.read_only);
    serve_tell_text(serve, request, &text, &json);
    json_object_end(&json);
}

static void
remember(Serve *serve, const char *path, const GString *text)
{
    if (g_hash_table_size(serve->texts) >= SERVE_MAX_TEXTS)
        g_hash_table_remove_all(serve->texts);
    g_hash_table_insert(serve->texts, g_strdup(path), g_bytes_new(text->str, text->len));
}

static gboolean
read_action(const HttpRequest *request, YamlChange *change, YamlNode *value)
{
    static const char *const names[] = {"set", "remove", "insert", "move"};
    const char *action = http_form(request, "action"), *to = http_form(request, "to");
    const char *text = http_form(request, "value");
    guint64 number = 0;
    *value = (YamlNode){.kind = YAML_TEXT, .text = text != NULL ? text : ""};
    value->len = strlen(value->text);
    change->value = value;
    if (to != NULL && !g_ascii_string_to_unsigned(to, 10, 0, YAML_MAX_ITEMS, &number, NULL))
        return FALSE;
    change->to = (guint)number;
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        change->action = (YamlAction)i;
        if (action != NULL && strcmp(action, names[i]) == 0)
            return TRUE;
    }
    return FALSE;
}

/* `value` as {key: value}, for a row that begins with one of its keys. */
static void
wrap_value(const HttpRequest *request, YamlNode *value, YamlNode nodes[2], YamlPair *pair)
{
    const char *key = http_form(request, "key");
    if (key == NULL || *key == '\0')
        return;
    nodes[0] = *value;
    nodes[1] = (YamlNode){.kind = YAML_TEXT, .text = key, .len = strlen(key)};
    *pair = (YamlPair){&nodes[1], &nodes[0]};
    *value = (YamlNode){.kind = YAML_MAP, .n = 1, .pairs = pair, .text = ""};
}

static YamlEdited
change_text(const HttpRequest *request, GString *text, const char *path)
{
    YamlStep steps[YAML_PATH_MAX];
    YamlChange change = {0};
    YamlNode value, nodes[2];
    YamlPair pair;
    g_autofree char *buffer = NULL;
    const char *where = http_form(request, "at"), *body = http_form(request, "body");
    if (body != NULL)
        return draft_set_body(text, path, body) ? YAML_EDITED : YAML_EDIT_NO_PLACE;
    if (where == NULL)
        return YAML_EDIT_SAME;
    if (!read_action(request, &change, &value) ||
        !draft_read_path(where, &buffer, steps, &change.path))
        return YAML_EDIT_NO_PLACE;
    wrap_value(request, &value, nodes, &pair);
    return draft_change(text, path, &change);
}

/* Judges a text that is not saved, after one change to it if one is asked for. */
static void
judge_text(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    const char *path = serve_file(request, http_form(request, "file"), reply);
    const char *given = http_form(request, "text");
    Json json;
    if (path == NULL || given == NULL || !serve_desk(serve, request, reply))
        return;
    g_autoptr(GString) text = g_string_new(given);
    YamlEdited done = change_text(request, text, path);
    if (done > YAML_EDIT_SAME) {
        serve_refuse(reply, 422,
                     done == YAML_EDIT_FAULTY
                         ? serve_say(request, "perbaiki dahulu naskahnya di tampilan teks",
                                     "mend the text first, in the text view")
                         : serve_say(request, "isian ini hanya dapat diubah di tampilan teks",
                                     "this can be changed in the text view only"));
        return;
    }
    remember(serve, path, text);
    DeskText draft = {path, text->str, text->len};
    begin(reply, &json);
    json_text_pair(&json, "text", text->str);
    serve_tell_text(serve, request, &draft, &json);
    json_object_end(&json);
}

/* The unsaved text of a file, or else what is on the disk. */
static GBytes *
present_text(Serve *serve, const char *path)
{
    GBytes *bytes = g_hash_table_lookup(serve->texts, path);
    gsize len;
    guint64 hash;
    if (bytes != NULL)
        return g_bytes_ref(bytes);
    char *disk = store_read(&serve->store, path, &len, &hash, NULL);
    return disk != NULL ? g_bytes_new_take(disk, len) : NULL;
}

static void
show_poster(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    const char *path = serve_file(request, http_query(request, "file"), reply);
    const char *sheet = http_query(request, "sheet");
    PosterOptions options = {.size = POSTER_A4, .format = POSTER_PNG, .dpi = 80};
    g_autoptr(GByteArray) out = g_byte_array_new();
    if (path == NULL || !serve_desk(serve, request, reply))
        return;
    g_autoptr(GBytes) bytes = present_text(serve, path);
    options.sheet =
        sheet != NULL ? (guint)CLAMP(g_ascii_strtoull(sheet, NULL, 10), 0, 1000) : 0;
    DeskText text = {path, NULL, 0};
    if (bytes != NULL)
        text.bytes = g_bytes_get_data(bytes, &text.len);
    if (bytes == NULL || !desk_poster(&serve->desk, &text, &options, out)) {
        reply->status = 204; /* no such sheet is nothing to complain about */
        return;
    }
    reply->type = "image/png";
    g_string_append_len(reply->body, (const char *)out->data, (gssize)out->len);
}

void
api_show_draft(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    const char *path = serve_file(request, http_query(request, "draft"), reply);
    if (path == NULL || !serve_desk(serve, request, reply))
        return;
    g_autoptr(GBytes) bytes = present_text(serve, path);
    DeskText text = {path, NULL, 0};
    if (bytes != NULL)
        text.bytes = g_bytes_get_data(bytes, &text.len);
    if (bytes == NULL || !desk_render(&serve->desk, &text, reply->body)) {
        serve_refuse(reply, 404, serve_say(request, "belum ada halaman", "no page yet"));
        return;
    }
    reply->type = "text/html; charset=utf-8";
    reply->policy = "frame-ancestors 'self'";
}

/* ---- the whole site ---- */

static void
tell_findings(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    const DiagList *diags = preview_findings(serve->preview);
    const char *page = http_query(request, "page");
    enum { MOST = 500 };
    Json json;
    gboolean placed = page != NULL && *page == '/';
    if (placed && !serve_desk(serve, request, reply))
        return;
    begin(reply, &json);
    json_int_pair(&json, "version", preview_version(serve->preview));
    tell_error(&json, "trouble", serve_lang(request), preview_trouble(serve->preview));
    if (placed) {
        g_autofree char *file = desk_file_of(&serve->desk, page + 1);
        json_text_pair(&json, "file", file);
    }
    json_int_pair(&json, "n", diag_list_n(diags));
    json_key_array(&json, "findings");
    for (guint i = 0; i < MIN(diag_list_n(diags), (guint)MOST); i++)
        tell_finding(&json, diag_list_get(diags, i), serve_lang(request), NULL);
    json_array_end(&json);
    json_object_end(&json);
}

/* Findings of one file by level, and how many components it lacks. */
typedef struct State {
    guint n[DIAG_OFF + 1], gaps;
} State;

/* By path as shown. */
/* The components that a finding misses: "7, 8, 9" are three. */
static guint
count_gaps(const Diag *diag)
{
    guint n = diag->code == DIAG_COMPONENT_EMPTY ? 1 : 0;
    if (diag->code != DIAG_COMPONENT_MISSING)
        return n;
    for (const char *at = diag->args[0]; at != NULL; at = strchr(at + 1, ','))
        n++;
    return n;
}

static GHashTable *
count_findings(const Serve *serve)
{
    const DiagList *diags = preview_findings(serve->preview);
    GHashTable *states = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    for (guint i = 0; i < diag_list_n(diags); i++) {
        const Diag *diag = diag_list_get(diags, i);
        State *state = g_hash_table_lookup(states, diag->path);
        if (state == NULL) {
            state = g_new0(State, 1);
            g_hash_table_insert(states, diag->path, state);
        }
        state->n[diag->level]++;
        state->gaps += count_gaps(diag);
    }
    return states;
}

typedef struct Listing {
    Serve *serve;
    GHashTable *states;
    Json json;
} Listing;

static void
tell_state(Listing *l, const char *path)
{
    static const State none;
    g_autofree char *shown = scan_display_path(l->serve->desk.project.scan, path);
    const State *state = g_hash_table_lookup(l->states, shown);
    if (state == NULL)
        state = &none;
    json_text_pair(&l->json, "file", path);
    json_int_pair(&l->json, "errors", state->n[DIAG_ERROR] + state->n[DIAG_FATAL]);
    json_int_pair(&l->json, "warnings", state->n[DIAG_WARNING]);
    json_int_pair(&l->json, "notes", state->n[DIAG_NOTE]);
    json_int_pair(&l->json, "gaps", state->gaps);
}

static void
tell_service(Listing *l, const ScanService *scanned, const Service *service)
{
    Json *json = &l->json;
    g_autoptr(Arena) arena = arena_new();
    json_object_begin(json);
    tell_state(l, scan_service_path(scanned, arena));
    json_text_pair(json, "title",
                   service != NULL && service->judul.str != NULL ? service->judul.str
                                                                 : scanned->slug);
    json_text_pair(json, "lang", scanned->lang);
    if (service != NULL) {
        json_text_pair(json, "reviewed", service->ditinjau.raw.str);
        json_int_pair(json, "status", service->status);
    }
    json_object_end(json);
}

static void
tell_agency(Listing *l, const ScanAgency *agency)
{
    Json *json = &l->json;
    g_autoptr(DiagList) dropped = diag_list_new();
    g_autoptr(Arena) arena = arena_new();
    const Project *project = &l->serve->desk.project;
    g_autoptr(Loaded) loaded = load_agency(project->scan, project->data, agency, dropped, NULL);
    json_object_begin(json);
    json_text_pair(json, "folder", agency->folder->path);
    tell_state(l, agency->folder->agency->path);
    if (loaded != NULL) {
        json_text_pair(json, "title", loaded->agency->nama.str);
        json_key_array(json, "services");
        for (guint i = 0; i < agency->n_services; i++) {
            const ScanService *scanned = &agency->services[i];
            tell_service(
                l, scanned,
                scanned->lang == NULL
                    ? agency_find_service(loaded->agency, scan_service_page(scanned, arena))
                    : NULL);
        }
        json_array_end(json);
    }
    json_object_end(json);
}

static void
tell_file(Listing *l, const ScanFile *file)
{
    if (file == NULL)
        return;
    json_object_begin(&l->json);
    tell_state(l, file->path);
    json_object_end(&l->json);
}

static void
tell_site_files(Listing *l, const Scan *scan)
{
    json_array_begin(&l->json);
    tell_file(l, scan->site);
    tell_file(l, scan->topics);
    for (guint i = 0; i < scan->pages.n; i++)
        tell_file(l, &scan->pages.items[i]);
    for (guint i = 0; i < scan->n_folders; i++) {
        tell_file(l, scan->folders[i]->region);
        for (guint k = 0; k < scan->folders[i]->holidays.n; k++)
            tell_file(l, &scan->folders[i]->holidays.items[k]);
    }
    json_array_end(&l->json);
}

/* Everything there is to write: agencies with their charters, then the site's own files. */
static void
tell_list(Serve *serve, const HttpRequest *request G_GNUC_UNUSED, HttpReply *reply)
{
    if (!serve_desk(serve, request, reply))
        return;
    Listing l = {.serve = serve, .states = count_findings(serve)};
    const Scan *scan = serve->desk.project.scan;
    begin(reply, &l.json);
    json_bool_pair(&l.json, "readonly", serve->options.read_only);
    json_key_array(&l.json, "agencies");
    for (guint i = 0; i < scan->n_agencies; i++)
        tell_agency(&l, &scan->agencies[i]);
    json_array_end(&l.json);
    json_key(&l.json, "files");
    tell_site_files(&l, scan);
    json_object_end(&l.json);
    g_hash_table_unref(l.states);
}

static void
tell_table(Serve *serve G_GNUC_UNUSED, const HttpRequest *request, HttpReply *reply)
{
    Json json;
    json_init(&json, reply->body, 0);
    tell_fields(&json, serve_lang(request));
}

static void
open_stream(Serve *serve G_GNUC_UNUSED,
            const HttpRequest *request G_GNUC_UNUSED,
            HttpReply *reply)
{
    reply->is_stream = TRUE;
    reply->type = "text/event-stream";
}

gboolean
api_read(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    static const struct {
        const char *method, *name;
        void (*answer)(Serve *serve, const HttpRequest *request, HttpReply *reply);
    } rows[] = {
        {"GET", "fields", tell_table},      {"GET", "list", tell_list},
        {"GET", "findings", tell_findings}, {"GET", "open", open_file},
        {"POST", "judge", judge_text},      {"GET", "page", api_show_draft},
        {"GET", "poster.png", show_poster}, {"GET", "events", open_stream},
    };
    const char *name = request->path + strlen("/sunting/api/");
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (strcmp(rows[i].name, name) != 0 || strcmp(rows[i].method, request->method) != 0)
            continue;
        rows[i].answer(serve, request, reply);
        return TRUE;
    }
    return FALSE;
}
