#include "page/view-parts.h"
#include "text/words.h"
#include <string.h>

/* Large type, smaller type; above: a sentence. An amount has no place to break it at. */
enum { SHORT_CHARS = 8, BRIEF_CHARS = 28 };

gboolean
view_fee_is_given(const Fee *fee)
{
    return *view_text(fee->raw) || *view_text(fee->jumlah) || *view_text(fee->rumus) ||
           *view_text(fee->catatan) || fee->tarif.n > 0 || fee->dasar.n > 0 ||
           (fee->raw.str == NULL && fee->head.given != 0);
}

/* ---- amounts ---- */

static const char *
money_text(ViewContext *ctx, gint64 rupiah)
{
    money_append(view_scratch(ctx), rupiah);
    return view_keep(ctx);
}

static gboolean
is_amount(MoneyStatus status)
{
    return status == MONEY_READ || status == MONEY_THOUSANDS_LOST;
}

/* "50000" and "Rp 50.000,-" say what "Rp50.000" says; "50 ribu" does so in other words. */
static gboolean
says_amount(const char *raw, const char *shown)
{
    return view_same_words(raw, shown, "") || view_same_words(raw, shown + strlen("Rp"), "");
}

/* An amount of a table: as a number when that says the same, else as written. */
static const char *
tariff_text(ViewContext *ctx, const Tariff *tariff)
{
    const char *raw = view_trim(ctx, tariff->jumlah);
    if (!is_amount(tariff->status))
        return raw;
    const char *shown = money_text(ctx, tariff->rupiah);
    return says_amount(raw, shown) ? shown : raw;
}

/* ---- tables ---- */

static gboolean
same_group(const Tariff *a, const Tariff *b)
{
    return strcmp(view_text(a->kelompok), view_text(b->kelompok)) == 0;
}

static guint
run_length(const TariffList *list, guint start)
{
    guint end = start + 1;
    while (end < list->n && same_group(&list->items[start], &list->items[end]))
        end++;
    return end - start;
}

static MuList
tariff_rows(ViewContext *ctx, const Tariff *tariffs, guint n)
{
    static const char *const leads[] = {"untuk", "bagi", NULL};
    ViewTarif *rows = arena_alloc(ctx->arena, n * sizeof *rows);
    for (guint i = 0; i < n; i++)
        rows[i] = (ViewTarif){
            words_drop_lead(view_trim(ctx, tariffs[i].untuk), leads),
            tariff_text(ctx, &tariffs[i]),
            fee_satuan(ctx->arena, tariffs[i].satuan.str),
            view_text(tariffs[i].catatan),
        };
    return view_list(rows, n);
}

static MuList
tariff_groups(ViewContext *ctx, const TariffList *list)
{
    ViewKelompokTarif *groups = arena_alloc(ctx->arena, list->n * sizeof *groups);
    guint n = 0;
    for (guint i = 0, run; i < list->n; i += run) {
        run = run_length(list, i);
        groups[n++] = (ViewKelompokTarif){view_trim(ctx, list->items[i].kelompok),
                                          tariff_rows(ctx, &list->items[i], run)};
    }
    return view_list(groups, n);
}

/* The lowest and highest amount seen so far. */
typedef struct Range {
    gint64 min, max;
    gboolean any, doubtful; /* doubtful: there is an amount that is not a plain number */
} Range;

static void
range_add(Range *range, MoneyStatus status, gint64 rupiah)
{
    if (status == MONEY_EMPTY)
        return;
    if (status != MONEY_READ) {
        range->doubtful = TRUE;
        return;
    }
    range->min = range->any ? MIN(range->min, rupiah) : rupiah;
    range->max = range->any ? MAX(range->max, rupiah) : rupiah;
    range->any = TRUE;
}

static const char *
range_text(ViewContext *ctx, const Range *range)
{
    if (!range->any || range->doubtful)
        return "";
    GString *out = view_scratch(ctx);
    money_append(out, range->min);
    if (range->max > range->min) {
        g_string_append(out, "–");
        money_append(out, range->max);
    }
    return view_keep(ctx);
}

/* The unit all rows have in common. */
static const char *
common_unit(ViewContext *ctx, const TariffList *list)
{
    for (guint i = 1; i < list->n; i++) {
        if (strcmp(view_text(list->items[0].satuan), view_text(list->items[i].satuan)) != 0)
            return "";
    }
    return list->n > 0 ? fee_satuan(ctx->arena, list->items[0].satuan.str) : "";
}

/* ---- one fee ---- */

static void
fill_text(ViewContext *ctx, const Fee *fee, gboolean translated, ViewBiaya *out)
{
    const char *shown = "";
    out->asli = view_trim(ctx, fee->raw);
    switch (fee->read.kind) {
    case FEE_GRATIS:
        out->gratis = TRUE;
        shown = view_label(ctx, "gratis");
        break;
    case FEE_TETAP:
        shown = out->inti = money_text(ctx, fee->read.rupiah);
        out->satuan = translated ? "" : fee->read.satuan;
        break;
    case FEE_SESUAI_PERATURAN:
        out->peraturan = TRUE;
        break;
    case FEE_TABEL:
    case FEE_RUMUS:
    case FEE_UNREAD:
    case N_FEE_KINDS:
        shown = out->inti = out->asli;
        break;
    }
    out->tampil_asli = !view_same_words(out->asli, shown, out->satuan);
}

static void
fill_amount(ViewContext *ctx, const Fee *fee, ViewBiaya *out)
{
    const char *raw = view_trim(ctx, fee->jumlah);
    out->satuan = fee_satuan(ctx->arena, fee->satuan.str);
    if (!is_amount(fee->status)) {
        out->inti = raw;
        out->ada = *raw != '\0';
        return;
    }
    out->gratis = fee->rupiah == 0;
    if (!out->gratis)
        out->inti = money_text(ctx, fee->rupiah);
    if (out->gratis || !says_amount(raw, out->inti)) {
        out->asli = raw;
        out->tampil_asli = TRUE;
    }
}

static void
fill_table(ViewContext *ctx, const Fee *fee, ViewBiaya *out)
{
    Range range = {0};
    for (guint i = 0; i < fee->tarif.n; i++)
        range_add(&range, fee->tarif.items[i].status, fee->tarif.items[i].rupiah);
    out->tabel = TRUE;
    out->inti = range_text(ctx, &range);
    if (*out->inti)
        out->satuan = common_unit(ctx, &fee->tarif);
}

static void
fill_record(ViewContext *ctx, const Fee *fee, ViewBiaya *out)
{
    switch ((FeeKind)fee->jenis) {
    case FEE_GRATIS:
        out->gratis = TRUE;
        return;
    case FEE_TETAP:
        fill_amount(ctx, fee, out);
        return;
    case FEE_TABEL:
        fill_table(ctx, fee, out);
        return;
    case FEE_RUMUS:
        out->berumus = TRUE;
        return;
    case FEE_SESUAI_PERATURAN:
        out->peraturan = TRUE;
        return;
    case FEE_UNREAD:
    case N_FEE_KINDS:
        out->ada = FALSE; /* a note or a basis alone is no price */
        return;
    }
}

static void
measure(ViewBiaya *out)
{
    glong n = g_utf8_strlen(out->inti, -1);
    out->panjang = n > SHORT_CHARS && n <= BRIEF_CHARS;
    out->kalimat = n > BRIEF_CHARS;
}

void
view_biaya_fill(ViewContext *ctx, const Fee *fee, gboolean translated, ViewBiaya *out)
{
    *out = (ViewBiaya){.inti = "", .satuan = "", .asli = "", .rumus = "", .catatan = ""};
    if (!view_fee_is_given(fee))
        return;
    out->ada = TRUE;
    if (fee->raw.str != NULL)
        fill_text(ctx, fee, translated, out);
    else
        fill_record(ctx, fee, out);
    out->rumus = view_text(fee->rumus);
    out->catatan = view_text(fee->catatan);
    out->ada_tarif = fee->tarif.n > 0;
    out->tarif = tariff_groups(ctx, &fee->tarif);
    out->dasar = view_tautan(ctx, &fee->dasar);
    out->lihat_catatan = out->gratis && *out->catatan;
    out->ada_rincian = out->ada_tarif || *out->rumus || *out->catatan || out->dasar.n > 0;
    measure(out);
}

/* ---- a service's fee ---- */

/* Adds the amounts of a fee; FALSE when it is none in plain numbers. */
static gboolean
add_amounts(const Fee *fee, Range *range)
{
    if (fee->raw.str != NULL && fee->read.kind != FEE_GRATIS && fee->read.kind != FEE_TETAP)
        return FALSE;
    switch ((FeeKind)fee->jenis) {
    case FEE_GRATIS:
        range_add(range, MONEY_READ, 0);
        return TRUE;
    case FEE_TETAP:
        range_add(range, fee->raw.str != NULL ? MONEY_READ : fee->status, fee->rupiah);
        return TRUE;
    case FEE_TABEL:
        for (guint i = 0; i < fee->tarif.n; i++)
            range_add(range, fee->tarif.items[i].status, fee->tarif.items[i].rupiah);
        return fee->tarif.n > 0;
    case FEE_RUMUS:
    case FEE_SESUAI_PERATURAN:
    case FEE_UNREAD:
    case N_FEE_KINDS:
        return FALSE;
    }
    return FALSE;
}

void
view_service_biaya_fill(ViewContext *ctx,
                        const Service *service,
                        gboolean translated,
                        ViewBiaya *out)
{
    Range range = {0};
    guint n = 0, n_kinds[N_FEE_KINDS] = {0};
    gboolean plain = TRUE;
    view_biaya_fill(ctx, &service->biaya, translated, out);
    if (view_fee_is_given(&service->biaya))
        return;
    for (guint i = 0; i < service->varian.n; i++) {
        const Fee *fee = &service->varian.items[i].biaya;
        if (!view_fee_is_given(fee))
            continue;
        n++;
        n_kinds[fee->jenis]++;
        plain = add_amounts(fee, &range) && plain;
    }
    if (n == 0)
        return;
    out->ada = TRUE;
    range.doubtful |= !plain;
    out->gratis = range.any && !range.doubtful && range.max == 0;
    if (!out->gratis)
        out->inti = range_text(ctx, &range);
    /* With nothing in common they are each variant's own: none of these is set. */
    out->tabel = *out->inti != '\0' || n_kinds[FEE_TABEL] == n;
    out->peraturan = n_kinds[FEE_SESUAI_PERATURAN] == n;
    out->berumus = n_kinds[FEE_RUMUS] == n;
    measure(out);
    out->kalimat |= !out->gratis && !out->tabel && !out->peraturan && !out->berumus;
}

/* ---- lists of fees ---- */

static FeeClass
class_of(const Fee *fee)
{
    Range range = {0};
    gboolean plain = add_amounts(fee, &range) && !range.doubtful;
    if (plain && range.any && range.max == 0)
        return FEE_CLASS_FREE;
    if (fee->jenis == FEE_TABEL || fee->jenis == FEE_RUMUS)
        return FEE_CLASS_PAID;
    return range.any ? FEE_CLASS_PAID : FEE_CLASS_OTHER;
}

FeeClass
view_fee_class(const Service *service)
{
    FeeClass worst = FEE_CLASS_OTHER;
    gboolean any = view_fee_is_given(&service->biaya);
    if (any)
        worst = class_of(&service->biaya);
    for (guint i = 0; i < service->varian.n; i++) {
        const Fee *fee = &service->varian.items[i].biaya;
        if (!view_fee_is_given(fee))
            continue;
        FeeClass own = class_of(fee);
        if (!any)
            worst = own;
        else if (own == FEE_CLASS_PAID || worst == FEE_CLASS_FREE)
            worst = own;
        any = TRUE;
    }
    return worst;
}
