#include "page/theme.h"
#include "base/arena.h"
#include "base/borrow.h"
#include "base/fs.h"
#include "base/json.h"
#include "base/suggest.h"
#include "page/asset.h"
#include "page/theme-check.h"
#include "page/theme-color.h"
#include "page/theme-files.h"
#include "page/view.h"
#include "text/yaml.h"
#include <string.h>

static const char *const template_names[N_PAGE_KINDS] = {
#define PAGE(KIND, template, C) [PAGE_##KIND] = (template),
#include "page/kinds.h"
};

/* A sheet is one file, or the files of the folder of that name in the order of their names. */
static const char *const style_sheets[N_THEME_SHEETS] = {
    [SHEET_PUBLIC] = "static/css/gaya",
    [SHEET_LIST] = "static/css/daftar",
    [SHEET_OFFICE] = "static/css/petugas",
};
#define SCRIPTS "static/js/"
#define PARTS   "bagian/"
#define ICON   "static/ikon.svg"

typedef struct Language {
    Theme *theme;
    const char *code;
    GHashTable *labels; /* name -> YamlNode, in the theme's arena */
    GHashTable *used; /* names: the default theme's, and what templates ask for; only while loading */
    GHashTable *scripts; /* name without folder and end -> path, in the theme's arena */
    MuSet *set;
    const MuTemplate *pages[N_PAGE_KINDS];
} Language;

struct Theme {
    GMutex lock; /* of `files` and of making the rest */
    gint made;   /* atomic */
    ThemeFiles *files;
    Arena *arena;
    DiagList *diags; /* only while loading */
    DiagList *none;  /* the default theme's findings, of which there are none; NULL: a folder's */
    char **codes;    /* of the languages */
    YamlNode *values, *built_in; /* theme.yaml: its own, and what it need not repeat */
    Language *languages;
    guint n_languages;
    GArray *assets; /* ThemeAsset */
    const char *icon;
    GString *sheets[N_THEME_SHEETS]; /* their bytes; the path is theme_css()'s */
    gboolean one_file[N_THEME_SHEETS];
    guint64 sheet_hashes[N_THEME_SHEETS];
};

/* ---- compiling ---- */

static const DiagCode problem_codes[] = {
    [MU_UNKNOWN_NAME] = DIAG_THEME_NAME,    [MU_UNKNOWN_PARTIAL] = DIAG_THEME_PARTIAL,
    [MU_UNKNOWN_LABEL] = DIAG_THEME_LABEL,  [MU_UNKNOWN_BLOCK] = DIAG_THEME_BLOCK,
    [MU_UNCLOSED] = DIAG_THEME_UNCLOSED,    [MU_WRONG_CLOSE] = DIAG_THEME_CLOSE,
    [MU_BAD_TAG] = DIAG_THEME_TAG,          [MU_RAW_NOT_HTML] = DIAG_THEME_RAW,
    [MU_NOT_TEXT] = DIAG_THEME_NOT_TEXT,    [MU_UNSUPPORTED] = DIAG_THEME_UNSUPPORTED,
    [MU_DROPPED_TEXT] = DIAG_THEME_DROPPED, [MU_TOO_DEEP] = DIAG_THEME_DEEP,
    [MU_TOO_BIG] = DIAG_THEME_BIG,
};

static const Source *
source_of_path(Theme *theme, const char *path)
{
    const char *folders[] = {"/templates/", "/partials/", "/labels."};
    for (guint i = 0; i < G_N_ELEMENTS(folders); i++) {
        const char *at = g_strrstr(path, folders[i]);
        if (at != NULL)
            return theme_files_source(theme->files, at + 1);
    }
    return NULL;
}

static void
take_problem(gpointer data, const MuTold *told)
{
    Language *language = data;
    Mark mark = {source_of_path(language->theme, told->path), told->line, told->col};
    g_autofree char *file =
        told->kind == MU_UNKNOWN_PARTIAL ? g_strconcat("partials/", told->name, ".mustache", NULL) : NULL;
    diag_add(language->theme->diags, problem_codes[told->kind], mark,
             (guint)g_utf8_strlen(told->name, -1), file != NULL ? file : told->name, NULL);
}

/* Page templates and partials have namespaces of their own: "templates/x" and "x". */
static gboolean
load_text(gpointer data, const char *name, MuText *out)
{
    Language *language = data;
    gboolean page = g_str_has_prefix(name, "templates/");
    g_autofree char *path = g_strconcat(page ? "" : "partials/", name, ".mustache", NULL);
    if (strstr(name, "..") != NULL)
        return FALSE;
    const Source *source = theme_files_source(language->theme->files, path);
    if (source == NULL)
        return FALSE;
    *out = (MuText){source_text(source), (gssize)source_len(source), source_path(source), 1};
    return TRUE;
}

static gboolean
load_label(gpointer data, const char *name, MuText *out)
{
    Language *language = data;
    const YamlNode *node = g_hash_table_lookup(language->labels, name);
    if (node == NULL)
        return FALSE;
    g_hash_table_add(language->used, g_strdup(name));
    *out = (MuText){node->text, (gssize)node->len, source_path(node->mark.source),
                    node->mark.line};
    return TRUE;
}

static void
read_label_file(Language *language, const Source *source)
{
    Theme *theme = language->theme;
    YamlNode *root =
        yaml_read(theme->arena, &(YamlPart){source, 1, source_n_lines(source), FALSE}, NULL,
                  NULL, theme->diags);
    for (guint i = 0; i < root->n; i++) {
        YamlNode *value = root->pairs[i].value;
        if (value->kind == YAML_TEXT)
            g_hash_table_insert(language->labels, BORROW(root->pairs[i].key->text), value);
        else
            diag_add(theme->diags, DIAG_VALUE_NOT_TEXT, value->mark, 0,
                     root->pairs[i].key->text, NULL);
    }
}

/* A language that nobody speaks gets the words of the first. */
static const Source *
label_source(const Language *language,
             const Source *(*get)(ThemeFiles *files, const char *path))
{
    g_autofree char *path = g_strconcat("labels.", language->code, ".yaml", NULL);
    const Source *source = get(language->theme->files, path);
    return source != NULL ? source : get(language->theme->files, "labels.id.yaml");
}

/* The default theme's words, and over them those that the theme has of its own. */
static void
read_labels(Language *language)
{
    const Source *built_in = label_source(language, theme_files_built_in);
    const Source *own = label_source(language, theme_files_source);
    if (built_in != NULL)
        read_label_file(language, built_in);
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, language->labels);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        g_hash_table_add(language->used, g_strdup(name));
    if (own != NULL &&
        (built_in == NULL || strcmp(source_path(own), source_path(built_in)) != 0))
        read_label_file(language, own);
}

/* A label of the theme that neither it nor the default theme asks for is a misspelt one. */
static void
report_unused(const Language *language)
{
    guint n;
    g_autofree gpointer *names = g_hash_table_get_keys_as_array(language->labels, &n);
    for (guint i = 0; i < n; i++) {
        const YamlNode *node = g_hash_table_lookup(language->labels, names[i]);
        if (g_hash_table_contains(language->used, names[i]))
            continue;
        const char *name = names[i];
        names[i] = NULL; /* is no suggestion for itself */
        diag_add(language->theme->diags, DIAG_KEY_UNKNOWN,
                 (Mark){node->mark.source, node->mark.line, 1}, (guint)g_utf8_strlen(name, -1),
                 name, suggest_word(name, (const char *const *)names, n), NULL);
        names[i] = BORROW(name);
    }
}

static void
report_blank(const Language *language, const char *name)
{
    Theme *theme = language->theme;
    g_autofree char *path = g_strconcat(name, ".mustache", NULL);
    const Source *source = theme_files_source(theme->files, path);
    if (language == theme->languages && source != NULL && theme_check_is_blank(source_text(source)))
        diag_add_path(theme->diags, DIAG_THEME_EMPTY, source_path(source), path, NULL);
}

static void
compile(Language *language)
{
    MuHost host = {load_text, load_label, take_problem, language, TRUE};
    language->set = mu_set_new(&host);
    for (guint kind = 0; kind < N_PAGE_KINDS; kind++) {
        g_autofree char *name = g_strconcat("templates/", template_names[kind], NULL);
        language->pages[kind] = mu_set_compile(language->set, name, view_class((PageKind)kind));
        if (language->pages[kind] == NULL)
            diag_add_path(language->theme->diags, DIAG_THEME_PARTIAL, "themes", name, NULL);
        else
            report_blank(language, name);
    }
}

/* ---- assets ---- */

static const char *
hashed_path(Theme *theme, const char *path, gconstpointer bytes, gsize len)
{
    const char *slash = strrchr(path, '/'), *name = slash + 1, *dot = strrchr(name, '.');
    gsize stem = dot ? (gsize)(dot - name) : strlen(name);
    g_autofree char *hashed =
        g_strdup_printf(THEME_ASSETS "/%.*s-%08x%s", (int)stem, name,
                        (guint)(fs_hash(bytes, len, 0) & 0xffffffff), dot ? dot : "");
    return arena_strndup(theme->arena, hashed, strlen(hashed));
}

/* Comments and blanks are the author's, readers need not load them. */
static void
shorten(Theme *theme, gboolean script, ThemeAsset *asset)
{
    g_autoptr(GString) out = g_string_sized_new(asset->len);
    if (script ? asset_append_js(out, asset->bytes, asset->len)
               : asset_append_css(out, asset->bytes, asset->len)) {
        asset->bytes = arena_strndup(theme->arena, out->str, out->len);
        asset->len = out->len;
    }
}

/* Two files of one name and content in different folders are one output. */
static gboolean
is_taken(const Theme *theme, const ThemeAsset *asset)
{
    for (guint i = 0; i < theme->assets->len; i++) {
        const ThemeAsset *other = &g_array_index(theme->assets, ThemeAsset, i);
        if (strcmp(other->path, asset->path) == 0 && other->len == asset->len &&
            memcmp(other->bytes, asset->bytes, asset->len) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Is the file (a part of) one of the sheets? Then it is kept there. */
static gboolean
take_sheet(Theme *theme, const char *path, const ThemeAsset *asset)
{
    for (guint i = 0; i < N_THEME_SHEETS; i++) {
        gsize n = strlen(style_sheets[i]);
        gboolean whole = strncmp(path, style_sheets[i], n) == 0 && strcmp(path + n, ".css") == 0;
        gboolean part = strncmp(path, style_sheets[i], n) == 0 && path[n] == '/';
        if (!whole && !part)
            continue;
        /* Names are sorted: a theme's own whole sheet comes before the parts it stands for. */
        if (whole || !theme->one_file[i])
            g_string_append_len(theme->sheets[i], asset->bytes, (gssize)asset->len);
        theme->one_file[i] |= whole;
        return TRUE;
    }
    return FALSE;
}

static const char *
add_asset(Theme *theme, const char *path, ThemeAsset *asset)
{
    asset->path = hashed_path(theme, path, asset->bytes, asset->len);
    if (!is_taken(theme, asset))
        g_array_append_val(theme->assets, *asset);
    return asset->path;
}

static gboolean
is_part(const char *path)
{
    return g_str_has_prefix(path, SCRIPTS PARTS);
}

static gboolean
is_script(const char *path)
{
    return g_str_has_prefix(path, SCRIPTS) && g_str_has_suffix(path, ".js") && !is_part(path);
}

static void
take_asset(Theme *theme, const char *path)
{
    GBytes *bytes = theme_files_bytes(theme->files, path);
    if (bytes == NULL || is_script(path) || is_part(path)) /* scripts speak a language: take_scripts() */
        return;
    ThemeAsset asset = {0};
    asset.bytes = g_bytes_get_data(bytes, &asset.len);
    if (asset.len == 0) {
        diag_add_path(theme->diags, DIAG_THEME_EMPTY, "themes", path, NULL);
        return;
    }
    if (g_str_has_suffix(path, ".css"))
        shorten(theme, FALSE, &asset);
    if (take_sheet(theme, path, &asset))
        return;
    const char *published = add_asset(theme, path, &asset);
    if (strcmp(path, ICON) == 0)
        theme->icon = published;
}

/* ---- scripts: the words in them are labels ---- */

/* A label as a string of the script; one that is missing is reported once, for the whole theme. */
static void
append_label(gpointer data, const char *name, GString *out)
{
    Language *language = data;
    const YamlNode *node = g_hash_table_lookup(language->labels, name);
    g_hash_table_add(language->used, g_strdup(name));
    if (node == NULL)
        diag_add_path(language->theme->diags, DIAG_THEME_LABEL, language->code, name, NULL);
    json_append_string(out, node != NULL ? node->text : name,
                       node != NULL ? (gssize)node->len : (gssize)strlen(name));
}

static const char *
find_part(gpointer data, const char *name, gsize *len)
{
    const Language *language = data;
    g_autofree char *path = g_strconcat(SCRIPTS, name, NULL);
    GBytes *bytes = is_part(path) ? theme_files_bytes(language->theme->files, path) : NULL;
    if (bytes != NULL)
        return g_bytes_get_data(bytes, len);
    if (language == language->theme->languages)
        diag_add_path(language->theme->diags, DIAG_THEME_PARTIAL, "themes", path, NULL);
    return NULL;
}

static void
take_scripts(Language *language)
{
    Theme *theme = language->theme;
    for (char **path = theme_files_static(theme->files); *path != NULL; path++) {
        GBytes *bytes = is_script(*path) ? theme_files_bytes(theme->files, *path) : NULL;
        if (bytes == NULL)
            continue;
        ThemeAsset asset = {0};
        asset.bytes = g_bytes_get_data(bytes, &asset.len);
        if (asset.len == 0) {
            if (language == theme->languages)
                diag_add_path(theme->diags, DIAG_THEME_EMPTY, "themes", *path, NULL);
            continue;
        }
        g_autoptr(GString) whole = g_string_sized_new(asset.len);
        asset_append_parts(whole, asset.bytes, asset.len, find_part, language);
        asset.bytes = whole->str;
        asset.len = whole->len;
        shorten(theme, TRUE, &asset); /* no comment may name a label */
        g_autoptr(GString) filled = g_string_sized_new(asset.len);
        asset_append_labels(filled, asset.bytes, asset.len, append_label, language);
        asset.bytes = arena_strndup(theme->arena, filled->str, filled->len);
        asset.len = filled->len;
        const char *name = *path + strlen(SCRIPTS);
        g_hash_table_insert(language->scripts,
                            arena_strndup(theme->arena, name, strlen(name) - strlen(".js")),
                            BORROW(add_asset(theme, *path, &asset)));
    }
}

/* ---- the theme ---- */

static YamlNode *
read_value_file(Theme *theme, const Source *source)
{
    return source == NULL
               ? NULL
               : yaml_read(theme->arena, &(YamlPart){source, 1, source_n_lines(source), FALSE},
                           NULL, NULL, theme->diags);
}

static void
read_values(Theme *theme)
{
    theme->built_in = read_value_file(theme, theme_files_built_in(theme->files, "theme.yaml"));
    theme->values = read_value_file(theme, theme_files_source(theme->files, "theme.yaml"));
    if (theme->values != NULL)
        theme_check_values(theme->values, theme->diags);
}

static void
make_assets(Theme *theme)
{
    read_values(theme);
    for (char **path = theme_files_static(theme->files); *path != NULL; path++)
        take_asset(theme, *path);
    if (theme->one_file[SHEET_PUBLIC] && !theme->one_file[SHEET_LIST])
        g_string_truncate(theme->sheets[SHEET_LIST], 0); /* the theme's own sheet is for all pages */
    guint64 hash = 0;
    for (guint i = 0; i < N_THEME_SHEETS; i++)
        theme->sheet_hashes[i] = hash =
            fs_hash(theme->sheets[i]->str, theme->sheets[i]->len, hash);
}

static void
make_language(Theme *theme, const char *code)
{
    Language *language = &theme->languages[theme->n_languages++];
    language->theme = theme;
    language->code = code;
    language->labels = g_hash_table_new(g_str_hash, g_str_equal);
    language->used = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    language->scripts = g_hash_table_new(g_str_hash, g_str_equal);
    read_labels(language);
    take_scripts(language);
    compile(language);
    report_unused(language);
    g_clear_pointer(&language->used, g_hash_table_unref);
}

static void
make(Theme *theme, DiagList *diags)
{
    theme->diags = diags;
    make_assets(theme);
    theme->languages = g_new0(Language, g_strv_length(theme->codes));
    for (char **code = theme->codes; *code != NULL; code++)
        make_language(theme, *code);
    theme->diags = NULL;
    g_atomic_int_set(&theme->made, 1);
}

/* The default theme is made by whoever asks first: a run that renders nothing does without. */
static const Theme *
made(const Theme *theme)
{
    Theme *own = BORROW(theme);
    if (g_atomic_int_get(&own->made))
        return theme;
    g_mutex_lock(&own->lock);
    if (!own->made)
        make(own, own->none);
    g_mutex_unlock(&own->lock);
    return theme;
}

Theme *
theme_load(const char *dir, const char *const *languages, DiagList *diags, GError **error)
{
    g_autoptr(DiagList) none = dir == NULL ? diag_list_new() : NULL;
    ThemeFiles *files = theme_files_open(dir, dir == NULL ? none : diags, error);
    if (files == NULL)
        return NULL;
    Theme *theme = g_new0(Theme, 1);
    g_mutex_init(&theme->lock);
    theme->files = files;
    theme->none = g_steal_pointer(&none);
    theme->codes = g_strdupv(BORROW(languages));
    theme->arena = arena_new();
    theme->assets = g_array_new(FALSE, FALSE, sizeof(ThemeAsset));
    theme->icon = "";
    for (guint i = 0; i < N_THEME_SHEETS; i++)
        theme->sheets[i] = g_string_new(NULL);
    /* Read by whoever makes posters; here so that it counts in theme_hash() from the start. */
    theme_files_bytes(files, "poster.yaml");
    if (dir != NULL)
        make(theme, diags);
    return theme;
}

void
theme_free(Theme *theme)
{
    for (guint i = 0; i < theme->n_languages; i++) {
        g_hash_table_unref(theme->languages[i].labels);
        g_hash_table_unref(theme->languages[i].scripts);
        mu_set_free(theme->languages[i].set);
    }
    g_free(theme->languages);
    for (guint i = 0; i < N_THEME_SHEETS; i++)
        g_string_free(theme->sheets[i], TRUE);
    g_array_unref(theme->assets);
    arena_free(theme->arena);
    theme_files_free(theme->files);
    g_clear_pointer(&theme->none, diag_list_free);
    g_strfreev(theme->codes);
    g_mutex_clear(&theme->lock);
    g_free(theme);
}

static const Language *
find_language(const Theme *theme, const char *code)
{
    made(theme);
    for (guint i = 0; i < theme->n_languages; i++) {
        if (strcmp(theme->languages[i].code, code) == 0)
            return &theme->languages[i];
    }
    return &theme->languages[0];
}

gboolean
theme_render(
    const Theme *theme, PageKind kind, const char *lang, gconstpointer view, GString *out)
{
    const MuTemplate *page = find_language(theme, lang)->pages[kind];
    return page != NULL && mu_render(page, view, out);
}

const char *
theme_label(const Theme *theme, const char *lang, const char *name)
{
    const YamlNode *node = g_hash_table_lookup(find_language(theme, lang)->labels, name);
    return node != NULL ? node->text : "";
}

const char *
theme_icon(const Theme *theme)
{
    return made(theme)->icon;
}

const char *
theme_script(const Theme *theme, const char *lang, const char *name)
{
    const char *path = g_hash_table_lookup(find_language(theme, lang)->scripts, name);
    return path != NULL ? path : "";
}

const char *
theme_sheet(const Theme *theme, const char *name)
{
    g_autofree char *start = g_strconcat(THEME_ASSETS "/", name, "-", NULL);
    made(theme);
    for (guint i = 0; i < theme->assets->len; i++) {
        const char *path = g_array_index(theme->assets, ThemeAsset, i).path;
        if (g_str_has_prefix(path, start) && g_str_has_suffix(path, ".css"))
            return path;
    }
    return "";
}

const ThemeAsset *
theme_assets(const Theme *theme, guint *n)
{
    *n = made(theme)->assets->len;
    return (const ThemeAsset *)(gconstpointer)theme->assets->data;
}

void
theme_css(
    const Theme *theme, ThemeSheet sheet, const char *warna, GString *path, GString *bytes)
{
    Color color;
    g_autoptr(GString) rule = g_string_new(NULL);
    made(theme); /* its sheets */
    if (color_parse(warna, &color))
        theme_color_append_rule(rule, color);
    guint64 hash = fs_hash(rule->str, rule->len, made(theme)->sheet_hashes[sheet]);
    g_string_append_printf(path, THEME_ASSETS "/%s-%08x.css",
                           strrchr(style_sheets[sheet], '/') + 1, (guint)(hash & 0xffffffff));
    if (bytes != NULL) {
        for (guint i = 0; i <= sheet; i++)
            g_string_append_len(bytes, theme->sheets[i]->str, (gssize)theme->sheets[i]->len);
        g_string_append_len(bytes, rule->str, (gssize)rule->len);
    }
}

Color
theme_head_color(const Theme *theme, const char *warna)
{
    Color color, own = {0x0b, 0x3b, 0x34};
    if (color_parse(warna, &color))
        return theme_color_head(color);
    color_parse(theme_value(theme, "warna"), &own);
    return own;
}

const char *
theme_value(const Theme *theme, const char *key)
{
    const YamlNode *node = made(theme)->values != NULL ? yaml_find(theme->values, key) : NULL;
    if (node == NULL && theme->built_in != NULL)
        node = yaml_find(theme->built_in, key);
    return node != NULL && node->kind == YAML_TEXT ? node->text : NULL;
}

const Source *
theme_source(const Theme *theme, const char *path)
{
    Theme *own = BORROW(theme);
    g_mutex_lock(&own->lock);
    const Source *source = theme_files_source(theme->files, path);
    g_mutex_unlock(&own->lock);
    return source;
}

guint64
theme_hash(const Theme *theme)
{
    return theme_files_hash(theme->files);
}
