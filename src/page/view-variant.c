#include "base/borrow.h"
#include "facts/fee.h"
#include "facts/product.h"
#include "facts/time.h"
#include "facts/variant.h"
#include "page/view-leaf.h"
#include "text/slug.h"
#include <string.h>

/*
 * A variant replaces only what it names (content contract, section 2): each one is filled whole here, from
 * itself and from the service, and `beda_…` says which components differ between variants at all.
 */

/* Which components of a variant are left in the original's language: its own, or those of the service. */
static ViewAsli
untranslated(const Variant *variant, const ViewLayanan *layanan)
{
    ViewAsli out = layanan->asli;
    if (variant->persyaratan.n > 0)
        out.persyaratan = out.varian;
    if (variant->prosedur.n > 0)
        out.prosedur = out.varian;
    if (variant->waktu.n > 0)
        out.waktu = out.varian;
    if (fee_is_given(&variant->biaya))
        out.biaya = out.varian;
    if (variant->produk.n > 0)
        out.produk = out.varian;
    return out;
}

static guint
count_requirements(const MuList *groups)
{
    const ViewKelompokSyarat *rows = groups->items;
    guint n = 0;
    for (guint i = 0; i < groups->n; i++)
        n += rows[i].butir.n;
    return n;
}

static void count_steps(const MuList *steps, guint *n, guint *n_own);

static void
count_branches(const MuList *branches, guint *n, guint *n_own)
{
    const ViewCabang *rows = branches->items;
    for (guint i = 0; i < branches->n; i++) {
        count_steps(&rows[i].langkah, n, n_own);
        count_branches(&rows[i].lanjut.cabang, n, n_own);
    }
}

static void
count_steps(const MuList *steps, guint *n, guint *n_own)
{
    const ViewLangkah *rows = steps->items;
    for (guint i = 0; i < steps->n; i++) {
        *n += 1;
        *n_own += rows[i].anda ? 1 : 0;
        count_branches(&rows[i].lanjut.cabang, n, n_own);
    }
}

/* out->asli is filled before. */
static void
fill_whole(Leaf *leaf,
           const Service *service,
           const Variant *whole,
           const char *prefix,
           ViewVarian *out)
{
    ViewContext *ctx = &leaf->ctx;
    gboolean translation = service->original != NULL;
    TimeFact time;
    guint n_products;
    time_fact_of_variant(ctx->arena, whole, ctx->english && !out->asli.waktu, &time);
    view_waktu_fill(ctx, &time, &whole->waktu, &out->waktu);
    view_biaya_fill(ctx, &whole->biaya, translation && !out->asli.biaya, &out->biaya);
    out->persyaratan =
        view_syarat(ctx, &whole->persyaratan, arena_concat(ctx->arena, prefix, "-", NULL));
    out->n_syarat = count_requirements(&out->persyaratan);
    out->n_syarat_jamak = out->n_syarat != 1;
    out->tanpa_persyaratan = out->n_syarat == 0;
    out->prosedur = view_langkah(ctx, &whole->prosedur,
                                 arena_concat(ctx->arena, prefix, "-langkah-", NULL));
    count_steps(&out->prosedur, &out->n_langkah, &out->n_anda);
    out->n_langkah_jamak = out->n_langkah != 1;
    out->ada_anda = out->n_anda > 0;
    out->ada_prosedur = out->n_langkah > 0;
    out->produk = view_butir(ctx, &whole->produk, FALSE);
    out->hasil = view_item_texts(ctx, &whole->produk, PRODUCT_SHOWN, &n_products);
    out->ada_hasil = out->hasil.n > 0;
    out->n_hasil_lain = n_products - out->hasil.n;
    out->ada_hasil_lain = out->n_hasil_lain > 0;
}

/* ---- names ---- */

/* Ids that a page of a service has for other things, its script's included. */
static gboolean
is_taken(const char *slug)
{
    static const char *const names[] = {"adu",   "biaya",   "dasar",  "isi",     "jam",
                                        "kapan", "langkah", "serupa", "siapkan", "tagih",
                                        "tgl",   "untuk",   "waktu"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(slug, names[i]) == 0)
            return TRUE;
    return FALSE;
}

/* The id of a variant: its name as a slug, told apart from what the page or an earlier variant has. A
 * translation keeps those of the original, so that a link opens the same variant in either language. */
static const char *
variant_key(ViewContext *ctx, const Service *service, guint index, GHashTable *earlier)
{
    const Service *origin = service->original != NULL ? service->original : service;
    g_autofree char *slug = slug_from(text_str(origin->varian.items[index].nama));
    gboolean numbered = *slug == '\0' || is_taken(slug) || g_ascii_isdigit(*slug) ||
                        strncmp(slug, "langkah-", 8) == 0 || strncmp(slug, "adu-", 4) == 0 ||
                        strncmp(slug, "komponen-", 9) == 0;
    const char *key = numbered || g_hash_table_contains(earlier, slug)
                          ? view_numbered(ctx, "varian-", index + 1)
                          : arena_strndup(ctx->arena, slug, strlen(slug));
    g_hash_table_add(earlier, BORROW(key));
    return key;
}

void
leaf_variants_fill(Leaf *leaf, const Service *service, ViewLayanan *out)
{
    ViewContext *ctx = &leaf->ctx;
    guint n = service->varian.n;
    ViewVarian *rows = arena_alloc(ctx->arena, n * sizeof *rows);
    g_autoptr(GHashTable) keys = n > 0 ? g_hash_table_new(g_str_hash, g_str_equal) : NULL;
    out->ada_rincian_waktu = out->waktu.banyak;
    out->ada_rincian_biaya = out->biaya.ada_rincian;
    if (n > 0)
        out->ada_anda = out->ada_rincian_waktu = out->ada_rincian_biaya = FALSE;
    for (guint i = 0; i < n; i++) {
        const Variant *variant = &service->varian.items[i];
        Variant whole = variant_whole(service, variant);
        rows[i] = (ViewVarian){.nama = text_str(variant->nama),
                               .pertama = i == 0,
                               .asli = untranslated(variant, out)};
        fill_whole(leaf, service, &whole,
                   arena_concat(ctx->arena, out->awalan_id, "v", view_number(ctx, i + 1), NULL),
                   &rows[i]);
        rows[i].kunci = variant_key(ctx, service, i, keys);
        out->beda_persyaratan |= variant->persyaratan.n > 0;
        out->beda_prosedur |= variant->prosedur.n > 0;
        out->beda_waktu |= variant->waktu.n > 0;
        out->beda_biaya |= fee_is_given(&variant->biaya);
        out->beda_produk |= variant->produk.n > 0;
        out->ada_anda |= rows[i].ada_anda;
        out->ada_rincian_waktu |= rows[i].waktu.banyak;
        out->ada_rincian_biaya |= rows[i].biaya.ada_rincian;
    }
    for (guint i = 0; i < n && *out->awalan_id; i++)
        rows[i].kunci = arena_concat(ctx->arena, out->awalan_id, rows[i].kunci, NULL);
    /* A choice leads somewhere without a script: to the papers, the steps, or else to the time. */
    out->beda_waktu |= n > 0 && !out->beda_persyaratan && !out->beda_prosedur;
    /* Times that stand at the steps differ with them. */
    out->beda_waktu |= out->beda_prosedur && service->waktu.n == 0;
    out->varian = view_list(rows, n);
    out->ada_varian = n > 0;
}
