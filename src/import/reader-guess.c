#include "import/likeness.h"
#include "import/list-mark.h"
#include "import/reader-private.h"
#include <string.h>

/* SIPPN prints its six sections in this order. */
enum { N_ORDER = 6, MAX_GROUPS = 24, MAX_LINES = 400 };

typedef struct Group {
    guint first, n;
    guint says;          /* component its words tell; 0 = none */
    gboolean contacts;   /* one of its lines, marked or not, is a contact */
    const char *heading; /* "Sarana pengaduan :" over the last part; NULL = none */
} Group;

/* The component a line tells of by its form; of several the surest. */
static guint
told_by_form(Arena *arena, const char *text)
{
    guint like = likeness_read(arena, text);
    return like & LIKE_FEE ? 4 : like & LIKE_TIME ? 3 : like & LIKE_CONTACT ? 6 : 0;
}

/* Groups of lines: one begins behind an empty line, where a list begins anew, and where words tell another part. */
static guint
find_groups(Arena *arena, const BlockList *blocks, guint from, Group *groups)
{
    guint n = 0;
    for (guint i = from; i < blocks->n; i++) {
        const Block *block = &blocks->items[i];
        ListMark mark;
        Heading heading;
        gsize colon = strcspn(block->text, ":");
        if (n > 0 && n < MAX_GROUPS && block->text[colon] == ':' &&
            block->text[colon + 1] == '\0' && heading_read(block->text, colon, &heading) &&
            heading.component == 6) {
            groups[n++] = (Group){i + 1, 0, 6, TRUE, block->text};
            continue;
        }
        gboolean marked = list_mark_scan(block->text, &mark);
        guint words = told_by_form(arena, block->text + list_mark_len(block->text));
        guint says = marked ? 0 : words;
        gboolean begins = n == 0 ||
                          ((block->flags & BLOCK_APART) && !(marked && mark.value > 1)) ||
                          (marked && mark.value == 1 && list_mark_counts(mark.style) &&
                           groups[n - 1].n > 1 && mark.style == MARK_DIGIT) ||
                          (says > 0 && says != groups[n - 1].says);
        if (begins && says == 6 && n > 0 && groups[n - 1].says == 6)
            begins = FALSE;
        if (begins && n == MAX_GROUPS)
            return 0;
        if (begins)
            groups[n++] = (Group){i, 0, says, FALSE, NULL};
        groups[n - 1].n++;
        groups[n - 1].contacts = groups[n - 1].contacts || words == 6;
    }
    return n;
}

/* Gives each group its component; FALSE unless time and fee stand in their order. */
static gboolean
give_components(const Group *groups, guint n, guint *components)
{
    guint time = G_MAXUINT, fee = G_MAXUINT, contact = n;
    for (guint i = 0; i < n; i++) {
        if (groups[i].says == 3 && time == G_MAXUINT)
            time = i;
        if (groups[i].says == 4 && fee == G_MAXUINT)
            fee = i;
        if (groups[i].contacts && contact == n && fee != G_MAXUINT)
            contact = i;
    }
    if (time == G_MAXUINT || fee == G_MAXUINT || fee < time || time < 1)
        return FALSE;
    for (guint i = 0; i < n;
         i++) /* the group before the time is the procedure, those over it what is asked for */
        components[i] = i < time      ? (time == 1 || i + 1 < time ? 1 : 2)
                        : i < fee     ? 3
                        : i == fee    ? 4
                        : i < contact ? 5
                                      : 6;
    return TRUE;
}

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

/* How many blocks stand above the first list: the name, and what decreed it. */
static guint
head_of(const BlockList *blocks)
{
    guint n = 0;
    while (n < blocks->n &&
           (n == 0 || !(blocks->items[n].flags & BLOCK_APART) ||
            reader_decree_value(blocks->items[n].text) != NULL) &&
           list_mark_len(blocks->items[n].text) == 0)
        n++;
    return n;
}

static gboolean
has_table(const BlockList *blocks)
{
    for (guint i = 0; i < blocks->n; i++)
        if (blocks->items[i].cells != NULL)
            return TRUE;
    return FALSE;
}

/* A section a component: groups of one stand behind each other and are joined. */
static void
put_groups(const BlockList *blocks,
           const Group *groups,
           const guint *components,
           guint n,
           ReadCharter *out)
{
    for (guint i = 0; i < n; i++) {
        ReadSection *last = &out->sections[out->n - 1];
        BlockList list = {blocks->items + groups[i].first, groups[i].n};
        if (last->component == components[i]) {
            last->blocks.n += list.n;
            continue;
        }
        out->sections[out->n++] =
            (ReadSection){.component = components[i],
                          .heading = groups[i].heading != NULL ? groups[i].heading : "",
                          .name = "",
                          .number = list.items[0].number,
                          .doubts = READ_GUESSED,
                          .blocks = list};
    }
}

gboolean
reader_guess_sections(Arena *arena, const BlockList *blocks, ReadCharter *out)
{
    Group groups[MAX_GROUPS];
    guint components[MAX_GROUPS];
    BlockSink rest;
    if (blocks->n > MAX_LINES || has_table(blocks))
        return FALSE;
    guint head = head_of(blocks), foot = head;
    while (foot < blocks->n && !reader_is_foot(blocks->items[foot].text))
        foot++;
    guint n = find_groups(arena, &(BlockList){blocks->items, foot}, head, groups);
    if (n < 3 || !give_components(groups, n, components))
        return FALSE;
    block_sink_init(&rest, arena);
    reader_take_head(arena, &(BlockList){blocks->items, head}, out, NULL, &rest);
    out->sections = arena_alloc(arena, (n + 2) * sizeof *out->sections);
    out->sections[out->n++] = (ReadSection){
        .heading = "", .name = "", .doubts = READ_HEAD, .blocks = block_sink_take(&rest)};
    block_sink_clear(&rest);
    put_groups(blocks, groups, components, n, out);
    if (foot < blocks->n)
        out->sections[out->n++] =
            (ReadSection){.heading = "",
                          .name = "",
                          .doubts = READ_FOOT,
                          .blocks = {blocks->items + foot, blocks->n - foot}};
    return TRUE;
}
