#include "facts/condition.h"
#include "facts/fee.h"
#include "page/view-parts.h"
#include "text/words.h"
#include <string.h>

/* Large type, smaller type; above: a sentence. An amount has no place to break it at. */
enum { SHORT_CHARS = 8, BRIEF_CHARS = 28 };

/* ---- tables ---- */

static gboolean
same_group(const Tariff *a, const Tariff *b)
{
    return strcmp(text_str(a->kelompok), text_str(b->kelompok)) == 0;
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
    ViewTarif *rows = arena_alloc(ctx->arena, n * sizeof *rows);
    for (guint i = 0; i < n; i++)
        rows[i] = (ViewTarif){
            words_trim(ctx->arena, condition_whom(tariffs[i].untuk)),
            fee_row_amount(ctx->arena, &tariffs[i]),
            fee_satuan(ctx->arena, tariffs[i].satuan.str),
            text_str(tariffs[i].catatan),
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

/* ---- facts ---- */

void
view_biaya_ringkas(FeeSaid said, gboolean noted, ViewBiayaRingkas *out)
{
    out->ada = said != FEE_SAID_NOTHING;
    out->gratis = said == FEE_SAID_FREE;
    out->lihat_catatan = out->gratis && noted;
    out->tabel = said == FEE_SAID_TABLE || said == FEE_SAID_RANGE;
    out->berumus = said == FEE_SAID_FORMULA;
    out->peraturan = said == FEE_SAID_BY_RULE;
}

static void
fill_fact(const FeeFact *fact, ViewBiaya *out)
{
    ViewBiayaRingkas brief;
    view_biaya_ringkas(fact->said, *fact->note != '\0', &brief);
    *out = (ViewBiaya){
        .ada = brief.ada,
        .gratis = brief.gratis,
        .lihat_catatan = brief.lihat_catatan,
        .tabel = brief.tabel,
        .berumus = brief.berumus,
        .peraturan = brief.peraturan,
        .inti = fact->text,
        .satuan = fact->unit,
        .asli = fact->written,
        .tampil_asli = *fact->written != '\0',
        .rumus = "",
        .catatan = fact->note,
    };
    glong n = g_utf8_strlen(fact->text, -1);
    out->panjang = n > SHORT_CHARS && n <= BRIEF_CHARS;
    out->kalimat = n > BRIEF_CHARS || fact->said == FEE_SAID_VARIANTS;
}

static void
fill_details(ViewContext *ctx, const Fee *fee, ViewBiaya *out)
{
    if (!out->tampil_asli)
        out->asli = view_trim(ctx, fee->raw);
    out->rumus = text_str(fee->rumus);
    out->ada_tarif = fee->tarif.n > 0;
    out->tabel = out->tabel || out->ada_tarif;
    out->tarif = tariff_groups(ctx, &fee->tarif);
    out->dasar = view_tautan(ctx, &fee->dasar);
    /* A formula that is the fact itself is not said twice. */
    if (out->berumus && strcmp(out->inti, out->rumus) == 0)
        out->rumus = "";
    out->ada_rincian = out->ada_tarif || *out->rumus || *out->catatan || out->dasar.n > 0;
}

void
view_biaya_fill(ViewContext *ctx, const Fee *fee, gboolean translated, ViewBiaya *out)
{
    FeeFact fact;
    fee_fact(ctx->arena, fee, translated, &fact);
    fill_fact(&fact, out);
    fill_details(ctx, fee, out);
}

void
view_service_biaya_fill(ViewContext *ctx,
                        const Service *service,
                        gboolean translated,
                        ViewBiaya *out)
{
    FeeFact fact;
    fee_fact_of_service(ctx->arena, service, translated, &fact);
    fill_fact(&fact, out);
    fill_details(ctx, &service->biaya, out);
}
