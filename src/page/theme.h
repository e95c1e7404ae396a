/**
 * Theme: templates, labels and assets, compiled once for every language.
 *
 * The default theme is inside the program; a theme folder overlays it file by
 * file (templates, partials, labels, static files). Mistakes in a theme are
 * diagnostics with the template's line. The default theme alone has none, so it is
 * compiled when something of it is first asked for (theme_hash() and theme_source()
 * do without). Constant to its users; any thread may render. Owns everything it hands out.
 */
#pragma once
#include "base/diag.h"
#include "mustache/mustache.h"
#include "value/color.h"

/** The page types; each has a template of its name (docs/tema.md). */
typedef enum PageKind {
#define PAGE(KIND, template, C) PAGE_##KIND,
#include "page/kinds.h"
    N_PAGE_KINDS
} PageKind;

#define THEME_ASSETS "aset" /* the folder of assets in the site */

typedef struct ThemeAsset {
    const char *path; /* in the site: aset/gaya-1a2b3c4d.css */
    const char *bytes;
    gsize len;
} ThemeAsset;

/* Each holds those before it: one file, so that no page loads two. The public one is all that a service's page loads. */
typedef enum ThemeSheet { SHEET_PUBLIC, SHEET_LIST, SHEET_OFFICE, N_THEME_SHEETS } ThemeSheet;

typedef struct Theme Theme;

/**
 * Loads the default theme, overlaid by the folder `dir` (NULL: none), for these languages.
 * NULL and a GError when `dir` cannot be read; mistakes in it go to `diags`.
 */
Theme *
theme_load(const char *dir, const char *const *languages, DiagList *diags, GError **error);
void theme_free(Theme *theme);

/** Appends the page. `view` is of the kind's root class (page/view.h). FALSE: a limit was met (hostile theme). */
gboolean theme_render(
    const Theme *theme, PageKind kind, const char *lang, gconstpointer view, GString *out);

/** The text of a label without any tags in it, or "" when there is none. Borrowed. */
const char *theme_label(const Theme *theme, const char *lang, const char *name);

/** Path of the icon, with the content hash; "" = none. Borrowed. */
const char *theme_icon(const Theme *theme);
/**
 * Path of a script that speaks `lang`, with the content hash: `name` as "cari" for static/js/cari.js; "" = none.
 * `L.name` in a script is the text of that label. Borrowed.
 */
const char *theme_script(const Theme *theme, const char *lang, const char *name);
/** Path of a style sheet that a script loads: "janji" for static/css/janji.css; "" = none. Borrowed. */
const char *theme_sheet(const Theme *theme, const char *name);

/**
 * A style sheet for an agency's or the site's colour (`#rrggbb`; NULL or "" = the theme's own):
 * its path in the site and, unless `bytes` is NULL, its text, appended. The same colour gives the
 * same path.
 */
void theme_css(
    const Theme *theme, ThemeSheet sheet, const char *warna, GString *path, GString *bytes);
/** The masthead's colour for such a colour. */
Color theme_head_color(const Theme *theme, const char *warna);

/** What else to publish below aset/; *n receives the number. */
const ThemeAsset *theme_assets(const Theme *theme, guint *n);
/** A value of theme.yaml ("warna_kop"), or NULL. */
const char *theme_value(const Theme *theme, const char *key);
/** A file of the theme that others read (poster.yaml), or NULL when it has none. Owned by the theme. */
const Source *theme_source(const Theme *theme, const char *path);
/** Hash of all bytes of the theme: outputs depend on it. */
guint64 theme_hash(const Theme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Theme, theme_free)
