#include "page/view-parts.h"
#include "page/view-shared.h"
#include "plan/journey.h"
#include <string.h>

static const char *
own_or(Text own, const char *other)
{
    return text_has_words(own) ? own.str : other;
}

static void
fill_step(ViewContext *ctx,
          const JourneyStep *step,
          const JourneyTarget *target,
          ViewLangkahPeristiwa *out)
{
    out->catatan = text_str(step->catatan);
    if (target->service != NULL) {
        out->nama = own_or(step->teks, target->service->judul);
        out->jalur = shared_service_path(ctx, target->service);
        out->instansi = target->agency->nama_lengkap;
        out->ada_fakta = TRUE;
        out->waktu = shared_brief_time(&target->service->waktu);
        out->biaya = shared_brief_fee(&target->service->biaya);
    } else if (target->agency != NULL) {
        out->nama = own_or(step->teks, target->agency->nama_lengkap);
        out->jalur = view_address(ctx, ADDRESS_AGENCY,
                                  &(AddressParts){.folder = target->agency->path});
        out->instansi = text_has_words(step->teks) ? target->agency->nama_lengkap : "";
    } else if (target->comparison != NULL) {
        out->nama = own_or(step->teks, shared_comparison_name(ctx, target->comparison));
        out->instansi = view_label(ctx, "bandingkan_beranda");
        out->jalur = view_address(ctx, ADDRESS_COMPARISON,
                                  &(AddressParts){.slug = target->comparison});
    } else {
        out->nama = own_or(step->teks, target->href);
        out->tautan = target->href;
    }
}

/* Leads nowhere, or where no link may lead: its words stay. */
static void
fill_words(const JourneyStep *step, ViewLangkahPeristiwa *out)
{
    out->nama = own_or(step->teks, text_str(step->tautan.raw));
    out->catatan = text_str(step->catatan);
}

static gboolean
names_event(const Journey *journey, const char *event)
{
    for (guint i = 0; i < journey->nama.n; i++)
        if (strcmp(journey->nama.items[i].str, event) == 0)
            return TRUE;
    return FALSE;
}

static MuList
steps_of(ViewContext *ctx, const SharedPlan *plan, const Journey *journey)
{
    ViewLangkahPeristiwa *rows = arena_alloc(ctx->arena, journey->langkah.n * sizeof *rows);
    guint n = 0;
    for (guint i = 0; i < journey->langkah.n; i++) {
        const JourneyStep *step = &journey->langkah.items[i];
        JourneyTarget target;
        if (journey_target(step, plan->cards, plan->n_cards, ctx->arena, &target))
            fill_step(ctx, step, &target, &rows[n++]);
        else if (text_has_words(step->teks) || text_has_words(step->tautan.raw))
            fill_words(step, &rows[n++]);
    }
    return view_list(rows, n);
}

MuList
shared_journeys(ViewContext *ctx, const SharedPlan *plan, const char *event)
{
    const JourneyList *all = &ctx->render->data->site.peristiwa;
    ViewUrutan *rows = arena_alloc(ctx->arena, all->n * sizeof *rows);
    guint n = 0;
    for (guint i = 0; i < all->n; i++) {
        if (!names_event(&all->items[i], event))
            continue;
        rows[n] = (ViewUrutan){text_str(all->items[i].untuk),
                               steps_of(ctx, plan, &all->items[i])};
        n += rows[n].langkah.n > 0;
    }
    return view_list(rows, n);
}
