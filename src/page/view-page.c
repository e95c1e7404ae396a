#include "data/jsonld.h"
#include "model/dates.h"
#include "page/view-leaf.h"
#include "text/words.h"
#include <string.h>

static void
add_language(ViewContext *ctx, const Service *service, ViewBahasa *out)
{
    const char *lang = service->lang != NULL ? service->lang : ctx->render->lang;
    const char *path = leaf_page(ctx, service);
    *out = (ViewBahasa){lang, view_language_name(lang), path, view_canonical(ctx, path)};
}

/* The same service in the site's other languages. */
static MuList
other_languages(ViewContext *ctx, const Service *service)
{
    const Service *original = service->original != NULL ? service->original : service;
    ViewBahasa *rows = arena_alloc(ctx->arena, (original->translations.n + 1) * sizeof *rows);
    guint n = 0;
    if (original != service)
        add_language(ctx, original, &rows[n++]);
    for (guint i = 0; i < original->translations.n; i++) {
        if (&original->translations.items[i] != service)
            add_language(ctx, &original->translations.items[i], &rows[n++]);
    }
    return view_list(rows, n);
}

/* The title and as much of the agency's name as fits. */
static const char *
tab_title(ViewContext *ctx, const ViewLayanan *view)
{
    const char *names[] = {view->instansi.nama_lengkap, view->instansi.nama};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *whole = arena_concat(ctx->arena, view->judul, " – ", names[i], NULL);
        if (g_utf8_strlen(whole, -1) <= TAB_MAX)
            return whole;
    }
    return words_cut(ctx->arena, view->judul, TAB_MAX);
}

void
leaf_halaman_layanan_fill(Leaf *leaf,
                          const Service *service,
                          GString *json,
                          ViewHalamanLayanan *out)
{
    ViewContext *ctx = &leaf->ctx;
    leaf_halaman_fill(leaf, out->layanan.judul, &out->page);
    out->page.judul_tab = tab_title(ctx, &out->layanan);
    out->page.bahasa_lain = other_languages(ctx, service);
    out->page.ada_bahasa_lain = out->page.bahasa_lain.n > 0;
    out->page.diperbarui = view_tanggal(ctx, service_date(service));
    if (*out->layanan.kartu)
        out->page.url_kartu = view_canonical(ctx, out->layanan.kartu);
    if (out->layanan.dicabut) {
        out->page.tolak_indeks = TRUE;
        return;
    }
    g_string_truncate(json, 0);
    jsonld_append_service(&leaf->jsonld, ctx->arena, service, json);
    out->page.jsonld = json->str;
}
