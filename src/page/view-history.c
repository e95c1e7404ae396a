#include "model/walk.h"
#include "page/view-leaf.h"
#include <stdlib.h>
#include <string.h>

/* "Biaya/tarif" in the page's language; what lies deeper is named as the contract names it. */
static const char *
part_name(ViewContext *ctx, const DiffChange *change)
{
    gsize n = strcspn(change->key, ".");
    const Field *field = field_find(&record_service, change->key, (gssize)n);
    const char *deeper = strstr(change->label, ": ");
    if (field == NULL || field->component == 0)
        return change->label;
    const char *name = leaf_component_name(ctx, field->component);
    return deeper != NULL ? arena_concat(ctx->arena, name, deeper, NULL) : name;
}

MuList
leaf_changes(ViewContext *ctx, const DiffChange *changes, guint n)
{
    ViewBarisPerubahan *rows = arena_alloc(ctx->arena, n * sizeof *rows);
    guint kept = 0;
    for (guint i = 0; i < n; i++) {
        const DiffChange *row = &changes[i];
        if (row->kind != DIFF_MOVED)
            rows[kept++] = (ViewBarisPerubahan){part_name(ctx, row),
                                                row->before != NULL ? row->before : "",
                                                row->after != NULL ? row->after : ""};
    }
    return view_list(rows, kept);
}

MuList
leaf_history(ViewContext *ctx, const HistoryList *list, guint max)
{
    guint n = MIN(list->n, max);
    ViewRiwayat *rows = arena_alloc(ctx->arena, n * sizeof *rows);
    for (guint i = 0; i < n; i++) {
        view_tanggal_fill(ctx, list->items[i].date, &rows[i].tanggal);
        rows[i].pertama = list->items[i].first;
        rows[i].baris = leaf_changes(ctx, list->items[i].changes, list->items[i].n);
    }
    return view_list(rows, n);
}

gboolean
leaf_has_history(const Agency *agency)
{
    for (guint i = 0; i < agency->services.n; i++) {
        if (agency->services.items[i].riwayat.n > 0)
            return TRUE;
    }
    return FALSE;
}

/* An entry of some service, to be sorted: newest first, then as the services stand. */
typedef struct Dated {
    const Service *service;
    const History *entry;
} Dated;

static int
compare_dated(gconstpointer a, gconstpointer b)
{
    const Dated *x = a, *y = b;
    int order = date_compare(y->entry->date, x->entry->date);
    return order != 0 ? order : (x->service > y->service) - (x->service < y->service);
}

static guint
collect(const Agency *agency, Dated *out)
{
    guint n = 0;
    for (guint i = 0; i < agency->services.n; i++) {
        const Service *service = &agency->services.items[i];
        for (guint k = 0; k < service->riwayat.n; k++) {
            if (out != NULL)
                out[n] = (Dated){service, &service->riwayat.items[k]};
            n++;
        }
    }
    return n;
}

void
leaf_riwayat_fill(Leaf *leaf, ViewHalamanRiwayatInstansi *out)
{
    ViewContext *ctx = &leaf->ctx;
    guint n = collect(leaf->agency, NULL), n_days = 0;
    Dated *all = arena_alloc(ctx->arena, n * sizeof *all);
    ViewHariRiwayat *days = arena_alloc(ctx->arena, n * sizeof *days);
    ViewLayananRiwayat *rows = arena_alloc(ctx->arena, n * sizeof *rows);
    collect(leaf->agency, all);
    if (n > 1)
        qsort(all, n, sizeof *all, compare_dated);
    for (guint i = 0; i < n; i++) {
        const History *entry = all[i].entry;
        rows[i] = (ViewLayananRiwayat){text_str(all[i].service->judul),
                                       leaf_page(ctx, all[i].service), entry->first,
                                       leaf_changes(ctx, entry->changes, entry->n)};
        if (i == 0 || date_compare(entry->date, all[i - 1].entry->date) != 0) {
            view_tanggal_fill(ctx, entry->date, &days[n_days].tanggal);
            days[n_days++].layanan = view_list(&rows[i], 0);
        }
        days[n_days - 1].layanan.n++;
    }
    out->hari = view_list(days, n_days);
}
