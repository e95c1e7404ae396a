/*
 * A site for tests of the views: a content folder loaded as the build does it, and any view as JSON.
 *
 * The JSON is written the way tests/golden/theme has it (indented by one space), by walking the
 * class tables, so it shows exactly what a template can see.
 */
#pragma once
#include "base/fs.h"
#include "page/view-leaf.h"
#include <string.h>

typedef struct ViewSite {
    DiagList *diags;
    Scan *scan;
    SiteData *data;
    Theme *theme;
    Render site;
} ViewSite;

static inline void
view_site_open(ViewSite *v, const char *folder, const char *theme_dir, const char *url)
{
    static const char *const languages[] = {"id", "en", NULL};
    g_autoptr(GError) error = NULL;
    *v = (ViewSite){.diags = diag_list_new()};
    v->scan = scan_new(folder, 1, v->diags, &error);
    g_assert_no_error(error);
    v->data = site_load(v->scan, v->diags, &error);
    g_assert_no_error(error);
    v->theme = theme_load(theme_dir, languages, v->diags, &error);
    g_assert_no_error(error);
    v->site =
        (Render){.scan = v->scan, .data = v->data, .theme = v->theme, .url = url, .lang = "id"};
    v->site.single_agency =
        v->scan->n_agencies == 1 && *v->scan->agencies[0].folder->path == '\0';
}

static inline void
view_site_close(ViewSite *v)
{
    theme_free(v->theme);
    site_free(v->data);
    scan_free(v->scan);
    diag_list_free(v->diags);
}

static inline Loaded *
view_site_load(ViewSite *v, const char *folder)
{
    g_autoptr(GError) error = NULL;
    const ScanAgency *which = scan_find_agency(v->scan, folder);
    g_assert_nonnull(which);
    Loaded *loaded = load_agency(v->scan, v->data, which, v->diags, &error);
    g_assert_no_error(error);
    return loaded;
}

/* ---- views as JSON ---- */

static inline void
dump_text(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (const char *c = text != NULL ? text : ""; *c != '\0'; c++) {
        if (*c == '"' || *c == '\\')
            g_string_append_printf(out, "\\%c", *c);
        else if (*c == '\n')
            g_string_append(out, "\\n");
        else
            g_string_append_c(out, *c);
    }
    g_string_append_c(out, '"');
}

static inline void dump_fields(GString *, const MuClass *, gconstpointer, guint, gboolean *);

static inline void
dump_line(GString *out, guint depth)
{
    g_string_append_printf(out, "\n%*s", (int)depth, "");
}

static inline void
dump_object(GString *out, const MuClass *cls, gconstpointer self, guint depth)
{
    gboolean any = FALSE;
    g_string_append_c(out, '{');
    dump_fields(out, cls, self, depth + 1, &any);
    dump_line(out, depth);
    g_string_append_c(out, '}');
}

static inline void
dump_list(GString *out, const MuField *field, MuList list, guint depth)
{
    g_string_append_c(out, '[');
    for (guint i = 0; i < list.n; i++) {
        g_string_append(out, i > 0 ? "," : "");
        dump_line(out, depth + 1);
        if (field->type == MU_TEXTS)
            dump_text(out, ((const char *const *)list.items)[i]);
        else if (field->type == MU_PLIST)
            dump_object(out, field->cls, ((const gconstpointer *)list.items)[i], depth + 1);
        else
            dump_object(out, field->cls, (const char *)list.items + i * field->cls->size,
                        depth + 1);
    }
    if (list.n > 0)
        dump_line(out, depth);
    g_string_append_c(out, ']');
}

static inline void
dump_value(GString *out, const MuField *field, gconstpointer at, guint depth)
{
    switch (field->type) {
    case MU_TEXT:
    case MU_HTML:
        dump_text(out, *(const char *const *)at);
        return;
    case MU_INT:
        g_string_append_printf(out, "%" G_GINT64_FORMAT, *(const gint64 *)at);
        return;
    case MU_UINT:
        g_string_append_printf(out, "%u", *(const guint *)at);
        return;
    case MU_BOOL:
        g_string_append(out, *(const gboolean *)at ? "true" : "false");
        return;
    case MU_OBJECT:
        if (*(const gconstpointer *)at != NULL)
            dump_object(out, field->cls, *(const gconstpointer *)at, depth);
        else
            g_string_append(out, "null");
        return;
    case MU_STRUCT:
        dump_object(out, field->cls, at, depth);
        return;
    case MU_LIST:
    case MU_PLIST:
    case MU_TEXTS:
        dump_list(out, field, *(const MuList *)at, depth);
        return;
    }
}

static inline void
dump_fields(GString *out, const MuClass *cls, gconstpointer self, guint depth, gboolean *any)
{
    for (guint i = 0; i < cls->n_fields; i++) {
        const MuField *field = &cls->fields[i];
        gconstpointer at = (const char *)self + field->offset;
        if (field->name == NULL) {
            dump_fields(out, field->cls, at, depth, any);
            continue;
        }
        g_string_append(out, *any ? "," : "");
        dump_line(out, depth);
        dump_text(out, field->name);
        g_string_append(out, ": ");
        dump_value(out, field, at, depth);
        *any = TRUE;
    }
}

static inline char *
view_dump(const MuClass *cls, gconstpointer self)
{
    GString *out = g_string_new(NULL);
    dump_object(out, cls, self, 0);
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}
