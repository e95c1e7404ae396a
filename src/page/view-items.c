#include "base/borrow.h"
#include "base/suggest.h"
#include "facts/picture.h"
#include "facts/product.h"
#include "model/link.h"
#include "page/view-parts.h"
#include "text/markdown.h"
#include "text/words.h"
#include <string.h>

/* ---- items ---- */

static const char *
facility_sign(ViewContext *ctx, const char *words)
{
    const char *known = g_hash_table_lookup(ctx->facilities, words);
    if (known == NULL) {
        known = pictogram_path(picture_of_facility(words));
        g_hash_table_insert(ctx->facilities, BORROW(words), BORROW(known));
    }
    return known;
}

static void
fill_item(ViewContext *ctx, const Item *item, gboolean pictures, ViewButir *out)
{
    out->teks = text_str(item->teks);
    out->tautan = view_link(ctx, &item->tautan);
    out->berkas = view_file_note(ctx, item->tautan.file);
    if (*out->teks == '\0' && *out->tautan)
        out->teks = text_str(item->tautan.raw);
    out->gambar = pictures ? facility_sign(ctx, out->teks) : "";
}

typedef struct Groups {
    ViewKelompokButir *groups;
    ViewButir *rows;
    guint n_groups, n_rows;
    gboolean pictures;
} Groups;

static void
count_items(const ItemList *list, guint *n_groups, guint *n_rows)
{
    for (guint i = 0; i < list->n; i++) {
        *n_groups += 1;
        if (list->items[i].butir.n > 0)
            count_items(&list->items[i].butir, n_groups, n_rows);
        else
            *n_rows += 1;
    }
}

static void
add_groups(ViewContext *ctx, Groups *g, const ItemList *list, const Item *group)
{
    ViewKelompokButir *open = NULL;
    for (guint i = 0; i < list->n; i++) {
        const Item *item = &list->items[i];
        if (item->butir.n > 0) {
            add_groups(ctx, g, &item->butir, item);
            open = NULL;
            continue;
        }
        if (open == NULL) {
            open = &g->groups[g->n_groups++];
            *open = (ViewKelompokButir){
                .nama = group != NULL ? view_trim(ctx, group->kelompok) : "",
                .tautan = group != NULL ? view_link(ctx, &group->tautan) : "",
                .berkas = group != NULL ? view_file_note(ctx, group->tautan.file) : "",
                .butir = view_list(&g->rows[g->n_rows], 0),
            };
        }
        fill_item(ctx, item, g->pictures, &g->rows[g->n_rows++]);
        open->butir.n++;
    }
}

MuList
view_butir(ViewContext *ctx, const ItemList *list, gboolean pictures)
{
    guint n_groups = 0, n_rows = 0;
    count_items(list, &n_groups, &n_rows);
    Groups g = {
        .groups = arena_alloc(ctx->arena, n_groups * sizeof *g.groups),
        .rows = arena_alloc(ctx->arena, n_rows * sizeof *g.rows),
        .pictures = pictures,
    };
    add_groups(ctx, &g, list, NULL);
    for (guint i = 0; i < g.n_groups; i++)
        g.groups[i].satu = g.groups[i].butir.n == 1 && *g.groups[i].nama == '\0';
    return view_list(g.groups, g.n_groups);
}

MuList
view_item_texts(ViewContext *ctx, const ItemList *list, guint max, guint *n_all)
{
    const char **out = arena_alloc(ctx->arena, max * sizeof *out);
    *n_all = product_texts(ctx->arena, list, out, max);
    return view_list(out, MIN(*n_all, max));
}

static void
add_links(ViewContext *ctx, const ItemList *list, ViewTautan *out, guint *n)
{
    for (guint i = 0; i < list->n; i++) {
        const Item *item = &list->items[i];
        ViewButir row;
        if (item->butir.n > 0) {
            out[(*n)++] =
                (ViewTautan){view_trim(ctx, item->kelompok), view_link(ctx, &item->tautan),
                             view_file_note(ctx, item->tautan.file)};
            add_links(ctx, &item->butir, out, n);
            continue;
        }
        fill_item(ctx, item, FALSE, &row);
        out[(*n)++] = (ViewTautan){row.teks, row.tautan, row.berkas};
    }
}

MuList
view_tautan(ViewContext *ctx, const ItemList *list)
{
    guint n_groups = 0, n_rows = 0, n = 0;
    count_items(list, &n_groups, &n_rows);
    ViewTautan *rows = arena_alloc(ctx->arena, (n_groups + n_rows) * sizeof *rows);
    add_links(ctx, list, rows, &n);
    return view_list(rows, n);
}

MuList
view_texts(ViewContext *ctx, const TextList *list)
{
    const char **out = arena_alloc(ctx->arena, list->n * sizeof *out);
    guint n = 0;
    for (guint i = 0; i < list->n; i++) {
        if (text_has_words(list->items[i]))
            out[n++] = list->items[i].str;
    }
    return view_list(out, n);
}

/* ---- decrees, hours ---- */

const ViewSk *
view_sk(ViewContext *ctx, const Decree *decree)
{
    static const char *const sk[] = {"sk", NULL};
    static const char *const leads[] = {"nomor", "no", "no.", "nomor:", "no.:", NULL};
    const char *nomor =
        words_drop_lead(words_drop_lead(view_trim(ctx, decree->nomor), sk), leads);
    while (*nomor == ':' || *nomor == ' ')
        nomor++;
    if (*nomor == '\0')
        return NULL;
    ViewSk *out = arena_new0(ctx->arena, ViewSk);
    *out = (ViewSk){nomor, view_tanggal(ctx, decree->tanggal.date),
                    view_trim(ctx, decree->tentang), view_link(ctx, &decree->tautan),
                    view_file_note(ctx, decree->tautan.file)};
    return out;
}

MuList
view_jam(ViewContext *ctx, const HoursRowList *rows)
{
    ViewJam *out = arena_alloc(ctx->arena, rows->n * sizeof *out);
    for (guint i = 0; i < rows->n; i++)
        out[i] = (ViewJam){text_str(rows->items[i].hari), text_str(rows->items[i].jam),
                           text_str(rows->items[i].istirahat)};
    return view_list(out, rows->n);
}

/* ---- prose ---- */

typedef struct Prose {
    ViewContext *ctx;
    LinkBase base;
} Prose;

static char *
page_link(const char *target,
          guint line G_GNUC_UNUSED,
          gboolean is_image G_GNUC_UNUSED,
          gpointer data)
{
    Prose *prose = data;
    gboolean inside;
    const char *found = link_target(&prose->base, target, (Mark){0}, &inside);
    if (found == NULL)
        return NULL;
    return g_strdup(inside && *found != '#' ? view_inside_link(prose->ctx, found) : found);
}

/* " (PDF, 120 KB)" behind the words of a link to a file of ours. */
static char *
file_label(const char *target, gpointer data)
{
    Prose *prose = data;
    gboolean inside;
    const char *found = link_target(&prose->base, target, (Mark){0}, &inside);
    const char *note = found != NULL && inside ? view_file_note(prose->ctx, found) : "";
    return *note != '\0' ? g_strdup_printf(" (%s)", note) : NULL;
}

static const char *
prose_html(Prose *prose, const char *body, int first_heading)
{
    ViewContext *ctx = prose->ctx;
    if (body == NULL || *body == '\0')
        return "";
    g_autoptr(DiagList) known = diag_list_new(); /* loading has told the author already */
    guint n_near = SUGGEST_MAX_PER_FILE;
    prose->base.arena = ctx->arena;
    prose->base.diags = known;
    prose->base.scan = ctx->render->scan;
    prose->base.asked = ctx->asked;
    prose->base.n_near = &n_near;
    MarkdownHooks hooks = {.link = page_link,
                           .first_heading = first_heading,
                           .is_taken = link_is_anchor,
                           .data = prose,
                           .label = file_label};
    g_autoptr(GString) html = g_string_sized_new(2 * strlen(body));
    markdown_append_html(body, strlen(body), &hooks, html);
    return html->len > 0 ? arena_strndup(ctx->arena, html->str, html->len) : "";
}

const char *
view_markdown(ViewContext *ctx, const char *body, const char *folder, const char *agency)
{
    Prose prose = {ctx, {.folder = folder, .agency = agency}};
    return prose_html(&prose, body, 0);
}

const char *
view_markdown_repeat(ViewContext *ctx, const char *html, const char *id_prefix)
{
    markdown_append_prefixed(html, id_prefix, view_scratch(ctx));
    return view_keep(ctx);
}

const char *
view_own_page_prose(ViewContext *ctx, const char *body)
{
    Prose prose = {ctx, {.folder = ADDRESS_OWN_PAGES, .agency = ADDRESS_OWN_PAGES}};
    return prose_html(&prose, body, 2);
}
