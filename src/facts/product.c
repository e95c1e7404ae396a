#include "facts/product.h"
#include "text/words.h"

static const char *
item_text(Arena *arena, const Item *item)
{
    const Text *own = &item->teks, *link = &item->tautan.raw;
    const char *text = own->str != NULL ? words_trim(arena, own->str) : "";
    return *text == '\0' && link->str != NULL ? words_trim(arena, link->str) : text;
}

static void
collect(Arena *arena, const ItemList *list, const char **out, guint max, guint *n)
{
    for (guint i = 0; i < list->n; i++) {
        const Item *item = &list->items[i];
        if (item->butir.n > 0) {
            collect(arena, &item->butir, out, max, n);
            continue;
        }
        const char *text = item_text(arena, item);
        if (*text != '\0' && (*n)++ < max)
            out[*n - 1] = text;
    }
}

guint
product_texts(Arena *arena, const ItemList *list, const char **out, guint max)
{
    guint n = 0;
    collect(arena, list, out, max, &n);
    return n;
}
