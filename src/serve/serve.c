#include "serve/serve.h"
#include "base/built-in.h"
#include "base/confine.h"
#include "base/fs-words.h"
#include "base/module.h"
#include "publish/posters.h"
#include "serve/guard.h"
#include "serve/serve-private.h"
#include <gio/gio.h>
#include <glib-unix.h>
#include <microhttpd.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The editor loads what this server gives it and nothing else. */
static const char editor_policy[] =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";
/* A file of the author's own may hold a script: it runs, if at all, as a stranger's. */
static const char foreign_policy[] =
    "sandbox allow-scripts allow-popups; frame-ancestors 'self'";
static const char page_policy[] = "frame-ancestors 'self'";

/* ---- files ---- */

static const char *
type_of(const char *path)
{
    static const char *const types[][2] = {
        {".html", "text/html; charset=utf-8"},
        {".htm", "text/html; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".json", "application/json; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".jpeg", "image/jpeg"},
        {".webp", "image/webp"},
        {".ico", "image/x-icon"},
        {".pdf", "application/pdf"},
        {".xml", "application/xml"},
        {".txt", "text/plain; charset=utf-8"},
        {".csv", "text/csv; charset=utf-8"},
        {".webmanifest", "application/manifest+json"},
        {".woff2", "font/woff2"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(types); i++) {
        if (g_str_has_suffix(path, types[i][0]))
            return types[i][1];
    }
    return "application/octet-stream";
}

static void
append_html(GString *out, const char *text)
{
    g_autofree char *escaped = g_markup_escape_text(text, -1);
    g_string_append(out, escaped);
}

/* Before </body>: what looks after reloading, findings and the way to the editor. */
static void
add_script(const Serve *serve, const char *path, GString *html)
{
    const char *end = g_strrstr_len(html->str, (gssize)html->len, "</body>");
    if (end == NULL)
        return;
    g_autoptr(GString) script = g_string_new("<script src=\"/sunting/ui/langsung.js\" "
                                             "type=\"module\" data-versi=\"");
    g_string_append_printf(script, "%u\" data-halaman=\"", preview_version(serve->preview));
    append_html(script, path);
    g_string_append(script, "\"></script>\n");
    g_string_insert(html, end - html->str, script->str);
}

/* What came since the desk was opened is in the preview already, so the desk is asked anew; without one everything is foreign. */
static gboolean
is_foreign(Serve *serve, const char *path)
{
    if (serve->stale || !serve->desk.is_open)
        serve->stale = !desk_refresh(&serve->desk, NULL);
    const Scan *scan = serve->desk.is_open ? serve->desk.project.scan : NULL;
    return scan == NULL || scan_find_other(scan, path) != NULL ||
           scan_has_static(scan, path, FALSE);
}

/* While there is nothing yet, and for what is not there. */
static void
show_notice(Serve *serve, HttpReply *reply, const char *path)
{
    gboolean early = preview_version(serve->preview) == 0;
    const GError *trouble = preview_trouble(serve->preview);
    g_autofree char *words = trouble != NULL ? fs_words(DIAG_LANG_ID, trouble) : NULL;
    reply->status = early ? 200 : 404;
    reply->type = "text/html; charset=utf-8";
    reply->policy = editor_policy;
    g_string_append(reply->body,
                    "<!DOCTYPE html><html lang=\"id\"><head><meta charset=\"utf-8\">"
                    "<meta name=\"viewport\" content=\"width=device-width\">"
                    "<link rel=\"stylesheet\" href=\"/sunting/ui/sunting.css\">"
                    "<title>Pratinjau</title></head><body class=\"kabar\"><main><h1>");
    g_string_append(reply->body, early ? "Situs sedang disusun …" : "Halaman ini belum ada");
    g_string_append(reply->body, "</h1><p>");
    append_html(reply->body, words != NULL ? words : path);
    g_string_append(reply->body, "</p><p><a href=\"/sunting/\">Daftar layanan</a></p></main>"
                                 "</body></html>");
    add_script(serve, path, reply->body);
}

static void
show_site(Serve *serve, const HttpRequest *request, HttpReply *reply)
{
    g_autofree char *path = g_str_has_suffix(request->path, "/")
                                ? g_strconcat(request->path + 1, "index.html", NULL)
                                : g_strdup(request->path + 1);
    g_autofree char *bytes = NULL;
    gsize len;
    if (!preview_read(serve->preview, path, &bytes, &len)) {
        show_notice(serve, reply, request->path);
        return;
    }
    reply->type = type_of(path);
    g_string_append_len(reply->body, bytes, (gssize)len);
    reply->policy = page_policy;
    if (is_foreign(serve, path))
        reply->policy = foreign_policy;
    else if (g_str_has_prefix(reply->type, "text/html"))
        add_script(serve, request->path, reply->body);
}

static void
show_ui(HttpReply *reply, const char *name)
{
    g_autofree char *path = g_strconcat("/maklumat/src/serve/ui/", name, NULL);
    g_autoptr(GBytes) bytes = built_in_lookup(path);
    gsize len;
    if (bytes == NULL) {
        serve_refuse(reply, 404, "?");
        return;
    }
    const char *data = g_bytes_get_data(bytes, &len);
    reply->type = type_of(name);
    reply->policy = editor_policy;
    g_string_append_len(reply->body, data, (gssize)len);
}

/* ---- requests ---- */

static void
handle(const HttpRequest *request, HttpReply *reply, gpointer data)
{
    Serve *serve = data;
    if (g_str_has_prefix(request->path, "/sunting/api/")) {
        if (!api_read(serve, request, reply) &&
            (serve->options.read_only || !api_write(serve, request, reply)))
            serve_refuse(reply, 404, "?");
    } else if (strcmp(request->method, "GET") != 0) {
        serve_refuse(reply, 405, "?");
    } else if (g_str_has_prefix(request->path, "/sunting/ui/")) {
        show_ui(reply, request->path + strlen("/sunting/ui/"));
    } else if (strcmp(request->path, "/sunting") == 0) {
        reply->status = 302;
        reply->location = g_strdup("/sunting/");
    } else if (g_str_has_prefix(request->path, "/sunting/")) {
        show_ui(reply, "sunting.html");
    } else if (http_query(request, "draft") != NULL) {
        api_show_draft(serve, request, reply);
    } else {
        show_site(serve, request, reply);
    }
}

/* ---- the loop ---- */

static void
on_changed(gpointer data)
{
    Serve *serve = data;
    serve->stale = TRUE;
    preview_build(serve->preview);
}

static void
on_built(gpointer data)
{
    Serve *serve = data;
    char version[16];
    g_snprintf(version, sizeof version, "%u", preview_version(serve->preview));
    if (!serve->desk.is_open)
        desk_refresh(&serve->desk, NULL);
    if (serve->http != NULL)
        http_broadcast(serve->http, "built", version);
    serve->options.built(preview_findings(serve->preview), preview_trouble(serve->preview),
                         serve->options.data);
}

static gboolean
on_signal(gpointer data)
{
    g_main_loop_quit(((Serve *)data)->loop);
    return G_SOURCE_CONTINUE;
}

static Watch *
watch_project(Serve *serve)
{
    g_autofree char *content = g_build_filename(serve->options.dir, "content", NULL);
    g_autofree char *themes = g_build_filename(serve->options.dir, "themes", NULL);
    g_autofree char *exams = g_build_filename(serve->options.dir, "instrumen", NULL);
    const char *folders[5] = {content, NULL};
    guint n = 1;
    if (g_file_test(themes, G_FILE_TEST_IS_DIR))
        folders[n++] = themes;
    if (g_file_test(exams, G_FILE_TEST_IS_DIR))
        folders[n++] = exams;
    if (serve->options.theme != NULL && g_file_test(serve->options.theme, G_FILE_TEST_IS_DIR))
        folders[n++] = serve->options.theme;
    return watch_new(folders, on_changed, serve);
}

/* From here on: the project to read and write, and no other folder of the user. */
static void
confine(const ServeOptions *options)
{
    Confine *rest = confine_new();
    g_autofree char *fonts = posters_font_folder();
    confine_read_system(rest);
    confine_read(rest, fonts);
    confine_read(rest, options->theme);
    confine_write(rest, options->dir);
    confine_enter(rest);
}

/* Shows the page to the user. A child does it: what GIO starts for that needs more than this process will have. */
static gboolean
open_browser(const char *url)
{
    int status;
    pid_t child = fork();
    if (child == 0)
        _exit(g_app_info_launch_default_for_uri(url, NULL, NULL) ? 0 : 1);
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) &&
           WEXITSTATUS(status) == 0;
}

static void
run(Serve *serve, const char *key)
{
    g_autofree char *url =
        g_strdup_printf("http://127.0.0.1:%u/?kunci=%s", http_port(serve->http), key);
    gboolean opened = serve->options.open && open_browser(url);
    confine(&serve->options); /* before there are other threads: they would stay free */
    guint signals[] = {g_unix_signal_add(SIGINT, on_signal, serve),
                       g_unix_signal_add(SIGTERM, on_signal, serve)};
    serve->watch = watch_project(serve);
    serve->options.ready(url, opened, serve->options.data);
    preview_build(serve->preview);
    g_main_loop_run(serve->loop);
    watch_free(serve->watch);
    for (gsize i = 0; i < G_N_ELEMENTS(signals); i++)
        g_source_remove(signals[i]);
}

gboolean
serve_run(const ServeOptions *options, GError **error)
{
    Serve serve = {.options = *options};
    PreviewOptions preview = {options->dir, options->theme, options->lang, on_built, &serve};
    g_autofree char *key = guard_new_key();
    HttpOptions http = {.port = options->port != 0 ? options->port : SERVE_PORT,
                        .exact = options->port != 0,
                        .key = key,
                        .handle = handle,
                        .data = &serve};
    if (!store_open(&serve.store, options->dir, error)) {
        store_close(&serve.store);
        return FALSE;
    }
    serve.loop = g_main_loop_new(NULL, FALSE);
    serve.texts =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
    serve.preview = preview_new(&preview);
    desk_init(&serve.desk, options->dir, options->theme, options->lang);
    serve.http = key != NULL ? http_start(&http, error) : NULL;
    gboolean fine = serve.http != NULL;
    if (fine)
        run(&serve, key);
    g_clear_pointer(&serve.http, http_stop);
    preview_free(serve.preview);
    desk_clear(&serve.desk);
    g_hash_table_unref(serve.texts);
    g_main_loop_unref(serve.loop);
    store_close(&serve.store);
    return fine;
}

static void
append_versions(GString *out)
{
    g_string_append_printf(out, "microhttpd %s\n", MHD_get_version());
}

static const ServeModule functions = {serve_run, append_versions};

extern const Module maklumat_serve;
const Module maklumat_serve = {VERSION, &functions};
