#include "import/likeness.h"
#include "import/list-mark.h"
#include "import/reader-private.h"
#include <string.h>

/* ---- behind the contacts ---- */

/* Whether a line may be a contact: by its form, or by a number or a name of an account in it. */
static gboolean
may_be_contact(Arena *arena, const char *text)
{
    enum { DIGITS_MIN = 3 };
    guint digits = 0;
    for (const char *at = text; *at != '\0'; at++)
        digits += g_ascii_isdigit(*at) ? 1 : 0;
    return digits >= DIGITS_MIN || strchr(text, '@') != NULL ||
           (likeness_read(arena, text) & LIKE_CONTACT);
}

guint
reader_cut_tail(Arena *arena, ReadSection *last, ReadSection *tail)
{
    BlockList *blocks = &last->blocks;
    guint from = blocks->n;
    if (last->component != 6 || last->part != PART_CHANNELS)
        return 0;
    for (guint i = blocks->n; i-- > 1;) {
        const Block *block = &blocks->items[i];
        if (block->cells != NULL || *block->mark != '\0' || list_mark_len(block->text) > 0 ||
            may_be_contact(arena, block->text))
            break;
        gboolean behind_list =
            (block->flags & BLOCK_WHOLE) && *blocks->items[i - 1].mark != '\0';
        from = behind_list || block->flags & (BLOCK_APART | BLOCK_AFTER) ? i : from;
    }
    if (from == blocks->n)
        return 0;
    *tail = (ReadSection){.heading = "",
                          .name = "",
                          .number = blocks->items[from].number,
                          .doubts = READ_BEHIND,
                          .blocks = {blocks->items + from, blocks->n - from}};
    blocks->n = from;
    return 1;
}

/* ---- contacts of all services ---- */

static gboolean
has_component(const ReadCharter *charter, guint component)
{
    for (guint i = 0; i < charter->n; i++)
        if (charter->sections[i].component == component)
            return TRUE;
    return FALSE;
}

void
reader_share_complaint(Arena *arena, Reading *reading)
{
    const ReadCharter *last = &reading->charters[reading->n - 1];
    guint first = last->n; /* of its sections, from which on all are of component 6 or none */
    while (first > 0 && (last->sections[first - 1].component == 6 ||
                         last->sections[first - 1].component == 0))
        first--;
    for (guint i = 0; i + 1 < reading->n; i++)
        if (has_component(&reading->charters[i], 6))
            return;
    for (guint i = 0; i + 1 < reading->n; i++) {
        ReadCharter *charter = &reading->charters[i];
        ReadSection *sections = arena_alloc(arena, (charter->n + last->n) * sizeof *sections);
        memcpy(sections, charter->sections, charter->n * sizeof *sections);
        charter->sections = sections;
        for (guint k = first; k < last->n; k++) {
            if (last->sections[k].component != 6)
                continue;
            sections[charter->n] = last->sections[k];
            sections[charter->n++].doubts |= READ_SHARED;
        }
    }
}
