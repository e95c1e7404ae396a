#include "import/likeness.h"
#include "import/list-mark.h"
#include "import/reader-private.h"
#include "text/fold.h"
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

/* ---- two parts under one heading ---- */

/* The component that a heading names behind that of its section; 0 = none. */
static guint
second_named(const ReadSection *section)
{
    g_autoptr(GString) word = g_string_new(NULL);
    guint bits = 0;
    for (const char *at = section->heading; fold_next_word(&at, word);)
        bits |= heading_word_tells(word->str, FALSE);
    bits &= ~(1U << section->component);
    return bits != 0 && (bits & (bits - 1)) == 0 ? (guint)g_bit_nth_lsf(bits, -1) : 0;
}

guint
reader_part_pair(Arena *arena, guint components, ReadSection *section, ReadSection *second)
{
    guint other = section->component > 0 ? second_named(section) : 0, kept = 0;
    if (other == 0 || (components & (1U << other)))
        return 0;
    BlockList blocks = section->blocks,
              moved = {arena_alloc(arena, blocks.n * sizeof(Block)), 0};
    for (guint i = 0; i < blocks.n; i++) {
        if (likeness_read(arena, blocks.items[i].text) & (1U << other))
            moved.items[moved.n++] = blocks.items[i];
        else
            blocks.items[kept++] = blocks.items[i];
    }
    section->blocks.n = kept;
    *second = (ReadSection){.component = other,
                            .heading = "",
                            .name = "",
                            .number = section->number,
                            .doubts = READ_GUESSED,
                            .blocks = moved};
    return moved.n > 0 ? 1 : 0;
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
