#include "paper/press.h"
#include <string.h>

/* What is in no group comes first, in the order of the content. */
static guint
place_of(const Press *press, PosterSlot slot)
{
    return slot == SLOT_NONE ? 1 : press->style->place[slot];
}

/* Puts `n` items of `size` bytes, each with its slot at `slot_at`, in order; returns how many stay. */
static guint
order(const Press *press, void *items, guint n, gsize size, gsize slot_at)
{
    g_autofree guint8 *all = g_memdup2(items, n * size);
    guint kept = 0;
    for (guint place = 1; place < N_POSTER_SLOTS; place++)
        for (guint i = 0; i < n; i++) {
            PosterSlot slot;
            memcpy(&slot, all + i * size + slot_at, sizeof slot);
            if (place_of(press, slot) == place)
                memcpy((guint8 *)items + kept++ * size, all + i * size, size);
        }
    return kept;
}

#define ORDER(press, items, n, Type) \
    order(press, items, n, sizeof(Type), G_STRUCT_OFFSET(Type, slot))

void
press_order(Press *press)
{
    press->n_facts = ORDER(press, press->facts, press->n_facts, PosterFact);
    press->n_sections = ORDER(press, press->sections, press->n_sections, PosterSection);
    press->n_fine = ORDER(press, press->fine, press->n_fine, PosterFine);
    if (press->style->place[SLOT_CHANNELS] == 0)
        press->n_channels = 0;
    if (press->style->place[SLOT_QR] == 0)
        press->code = NULL;
}
