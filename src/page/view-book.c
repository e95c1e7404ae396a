#include "page/view-leaf.h"
#include <string.h>

static gboolean
same_items(MuList a, MuList b)
{
    const ViewButir *x = a.items, *y = b.items;
    gboolean same = a.n == b.n;
    for (guint i = 0; same && i < a.n; i++)
        same = strcmp(x[i].teks, y[i].teks) == 0 && strcmp(x[i].tautan, y[i].tautan) == 0;
    return same;
}

static gboolean
same_component(const ViewKomponen *a, const ViewKomponen *b)
{
    const ViewKelompokButir *x = a->kelompok.items, *y = b->kelompok.items;
    gboolean same = a->kelompok.n == b->kelompok.n;
    if (same && x == y) /* the agency's */
        return TRUE;
    for (guint i = 0; same && i < a->kelompok.n; i++)
        same = strcmp(x[i].nama, y[i].nama) == 0 && strcmp(x[i].tautan, y[i].tautan) == 0 &&
               same_items(x[i].butir, y[i].butir);
    return same;
}

static const ViewKomponen *
component_of(const ViewLayanan *service, guint no)
{
    const ViewKomponen *rows = service->komponen.items;
    for (guint i = 0; i < service->komponen.n; i++)
        if (rows[i].no == no)
            return &rows[i];
    return NULL;
}

/* What the agency says for its services, or all of them say alike; NULL = nothing. */
static const ViewKomponen *
shared_component(const ViewLayanan *services, guint n, guint no)
{
    const ViewKomponen *first = component_of(&services[0], no);
    gboolean alike = first != NULL;
    for (guint i = 0; i < n; i++) {
        const ViewKomponen *own = component_of(&services[i], no);
        if (own != NULL && own->warisan)
            return own;
        alike = alike && own != NULL && same_component(first, own);
    }
    return alike ? first : NULL;
}

MuList
leaf_shared_facilities(MuList services)
{
    enum { FACILITIES = 8 };
    const ViewKomponen *found =
        services.n > 0 ? shared_component(services.items, services.n, FACILITIES) : NULL;
    return found != NULL ? found->kelompok : view_list(NULL, 0);
}

/* The components of a service that are not those printed for all. */
static MuList
own_components(Arena *arena, MuList all, const ViewKomponen *const *shared)
{
    const ViewKomponen *rows = all.items;
    ViewKomponen *own = arena_alloc(arena, all.n * sizeof *own);
    guint n = 0;
    for (guint i = 0; i < all.n; i++) {
        const ViewKomponen *common = shared[rows[i].no];
        if (common == NULL || !same_component(common, &rows[i]))
            own[n++] = rows[i];
    }
    return view_list(own, n);
}

void
leaf_cetak_share(Leaf *leaf, ViewHalamanCetak *book)
{
    enum { FIRST = 7, LAST = 14 };
    Arena *arena = leaf->ctx.arena;
    guint n = book->layanan.n, n_shared = 0;
    const ViewKomponen *shared[LAST + 1] = {NULL};
    if (n < 2)
        return;
    ViewLayanan *services = arena_alloc(arena, n * sizeof *services);
    memcpy(services, book->layanan.items, n * sizeof *services);
    ViewKomponen *common = arena_alloc(arena, (LAST + 1) * sizeof *common);
    for (guint no = FIRST; no <= LAST; no++) {
        shared[no] = shared_component(services, n, no);
        if (shared[no] != NULL)
            common[n_shared++] = *shared[no];
    }
    for (guint i = 0; i < n; i++) {
        services[i].komponen = own_components(arena, services[i].komponen, shared);
        book->ada_bersama |= services[i].pengaduan.warisan;
    }
    book->layanan = view_list(services, n);
    book->bersama = view_list(common, n_shared);
    book->ada_bersama |= n_shared > 0;
}
