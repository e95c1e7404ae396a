#include "import/entries-private.h"
#include "import/likeness.h"
#include "import/word-list.h"
#include <string.h>

/* The next mark of this style and value inside `text`, behind a space; NULL = none. */
static const char *
find_inside(const char *text, MarkStyle style, guint value, ListMark *mark)
{
    for (const char *at = strchr(text, ' '); at != NULL; at = strchr(at + 1, ' '))
        if (list_mark_scan(at + 1, mark) && mark->style == style && mark->value == value &&
            at[1 + mark->len] == ' ')
            return at + 1;
    return NULL;
}

/* Cuts the text of nodes[i] at the marks that follow `value` and puts the pieces behind it; how many. */
static guint
cut_behind(Arena *arena, GPtrArray *nodes, guint i, MarkStyle style, guint value)
{
    Node *first = g_ptr_array_index(nodes, i);
    g_autofree char *text = g_strdup(first->text->str);
    gboolean cut = FALSE;
    ListMark mark;
    guint n = 0;
    for (const char *at = text, *next; at != NULL; at = next) {
        next = find_inside(at, style, value + n + 1, &mark);
        gsize len = next != NULL ? (gsize)(next - at) - 1 : strlen(at);
        if (!cut)
            g_string_truncate(first->text, len);
        else {
            gsize skip = list_mark_len(at);
            ListMark own = {style, value + n, 0, 1, 0, skip > 0 ? strcspn(at, " ") : 0};
            g_ptr_array_insert(nodes, (gint)(i + n),
                               entry_node_new(arena, at + skip, len - MIN(skip, len),
                                              (Written){own, at, first->number}));
        }
        cut = TRUE;
        n += next != NULL;
    }
    return n;
}

/* Whether the list goes on behind node `i` by itself: "1. lihat angka 2. …" stands before "2.". */
static gboolean
list_follows(const GPtrArray *nodes, guint i)
{
    const Node *node = g_ptr_array_index(nodes, i);
    const Node *next = i + 1 < nodes->len ? g_ptr_array_index(nodes, i + 1) : NULL;
    return next != NULL && next->mark.style == node->mark.style &&
           next->mark.value == node->mark.value + 1;
}

/* A list inside the text, "… : a. … b. …": where its first mark stands; NULL = none. */
static const char *
find_list(const char *text, ListMark *mark)
{
    static const MarkStyle styles[] = {MARK_LETTER, MARK_DIGIT, MARK_DIGIT_PAREN,
                                       MARK_LETTER_PAREN};
    const char *first = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(styles); i++) {
        ListMark one, two;
        const char *at = find_inside(text, styles[i], 1, &one);
        if (at == NULL || at < text + 2 || at[-2] != ':' ||
            find_inside(at, styles[i], 2, &two) == NULL || (first != NULL && at > first))
            continue;
        first = at;
        *mark = one;
    }
    return first;
}

/* Moves the list inside the text of a node to its children. */
static gboolean
cut_children(Arena *arena, Node *node)
{
    ListMark mark;
    const char *at = find_list(node->text->str, &mark);
    if (at == NULL)
        return FALSE;
    gsize lead = (gsize)(at - node->text->str), skip = list_mark_len(at);
    g_ptr_array_insert(
        node->children, 0,
        entry_node_new(arena, at + skip, strlen(at + skip), (Written){mark, at, node->number}));
    cut_behind(arena, node->children, 0, mark.style, 1);
    g_string_truncate(node->text, lead - 1);
    return TRUE;
}

/* The only item of a section, "- Keterangan : a. … b. …": its list is the section's. */
static void
hoist(Builder *b)
{
    Node *only = b->top->len == 1 ? g_ptr_array_index(b->top, 0) : NULL;
    if (only == NULL || list_mark_counts(only->mark.style) || only->children->len > 0 ||
        !cut_children(b->arena, only))
        return;
    b->doubts |= ENTRY_SPLIT;
    only->mark = (ListMark){0};
    only->written = "";
    GPtrArray *children = only->children;
    only->children = g_ptr_array_new_with_free_func(entry_node_free);
    for (guint i = 0; i < children->len; i++)
        g_ptr_array_add(b->top, g_ptr_array_index(children, i));
    g_ptr_array_set_free_func(children, NULL);
    g_ptr_array_unref(children);
}

/* Where the next item of "• KTP • KK" or "- KTP - KK" begins; NULL = nowhere. *skip = its mark. */
static const char *
find_bullet(const char *text, MarkStyle style, const char *sign, gsize *skip)
{
    for (const char *at = strchr(text, ' '); at != NULL; at = strchr(at + 1, ' ')) {
        ListMark mark;
        gboolean bullet = list_mark_scan(at + 1, &mark) && mark.style == style &&
                          strncmp(at + 1, sign, mark.len) == 0;
        const char *words = at + 1 + mark.len;
        gboolean spaced = bullet && *words == ' ';
        *skip = mark.len + (spaced ? 1 : 0);
        if (bullet && words[spaced] != '\0' &&
            (style != MARK_DASH || (spaced && g_unichar_isupper(g_utf8_get_char(words + 1)))))
            return at + 1;
    }
    return NULL;
}

/* Cuts "- KTP - KK - Foto": of dashes at least two, which no "Senin - Jumat" has. */
static gboolean
cut_bullets(Arena *arena, GPtrArray *nodes, guint i)
{
    Node *node = g_ptr_array_index(nodes, i);
    MarkStyle style = node->mark.style;
    gsize skip, next_skip;
    const char *at = find_bullet(node->text->str, style, node->written, &skip);
    if (at == NULL || (style == MARK_DASH && nodes->len > 1 &&
                       find_bullet(at + skip, style, node->written, &next_skip) == NULL))
        return FALSE;
    const char *words = at + skip;
    ListMark mark = node->mark;
    mark.start = 0; /* of what was written, not of its line */
    Node *behind = entry_node_new(arena, words, strlen(words),
                                  (Written){mark, node->written, node->number});
    g_ptr_array_insert(nodes, (gint)i + 1, behind);
    g_string_truncate(node->text, (gsize)(at - node->text->str) - 1);
    return TRUE;
}

/* The bytes before the next `sign` that stands in no brackets. */
static gsize
next_piece(const char *text, const char *sign)
{
    gsize at = 0, n = strlen(sign);
    for (guint depth = 0; text[at] != '\0'; at++) {
        depth += text[at] == '(';
        depth -= text[at] == ')' && depth > 0;
        if (depth == 0 && strncmp(text + at, sign, n) == 0)
            break;
    }
    return at;
}

/* Whether pieces between commas make a list of things, no sentence; or of laws, or of contacts. */
static gboolean
are_things(Arena *arena, const char *const *pieces)
{
    enum { THING_MAX_BYTES = 60, THINGS_MIN = 3 };
    static const char links[] = "dan|serta|atau|yang|dengan|lalu|kemudian|maka|bila|jika";
    guint n = 0, alike = LIKE_LAW | LIKE_CONTACT;
    for (guint i = 0; pieces[i] != NULL; i++)
        alike &= likeness_read(arena, pieces[i]);
    if (alike != 0)
        return TRUE;
    for (; pieces[n] != NULL; n++)
        if (strlen(pieces[n]) > THING_MAX_BYTES || word_list_begin(links, pieces[n]) > 0 ||
            g_str_has_suffix(pieces[n], "."))
            return FALSE;
    return n >= THINGS_MIN;
}

static gboolean
cut_at(Arena *arena, const char *sign, EntryList *list)
{
    enum { PIECE_MAX_BYTES = 120 };
    g_autoptr(GPtrArray) pieces = g_ptr_array_new();
    for (const char *at = list->items[0].text;;) {
        gsize len = next_piece(at, sign);
        if (len > PIECE_MAX_BYTES || len < 2)
            return FALSE;
        g_ptr_array_add(pieces, (char *)arena_strndup(arena, at, len));
        if (at[len] == '\0')
            break;
        at += len + strlen(sign);
    }
    guint n = pieces->len;
    g_ptr_array_add(pieces, NULL);
    if (n < 2 || (*sign == ',' && !are_things(arena, (const char *const *)pieces->pdata)))
        return FALSE;
    Entry *items = arena_alloc(arena, n * sizeof *items);
    for (guint i = 0; i < n; i++) {
        items[i] = list->items[0];
        items[i].text = g_ptr_array_index(pieces, i);
    }
    *list = (EntryList){items, n, list->doubts | ENTRY_SPLIT};
    return TRUE;
}

void
entries_cut_signs(Arena *arena, const char *const *signs, EntryList *list)
{
    if (list->n != 1 || *list->items[0].mark != '\0' || list->items[0].n > 0 ||
        list->items[0].cells != NULL)
        return;
    while (*signs != NULL && !cut_at(arena, *signs, list))
        signs++;
}

static void
split_all(Builder *b, GPtrArray *nodes, gboolean top)
{
    for (guint i = 0; i < nodes->len; i++) {
        Node *node = g_ptr_array_index(nodes, i);
        if (node->children->len > 0)
            split_all(b, node->children, FALSE);
        else if (node->mark.value > 0 && !list_follows(nodes, i) &&
                 cut_behind(b->arena, nodes, i, node->mark.style, node->mark.value) > 0)
            b->doubts |= ENTRY_SPLIT;
        else if (node->mark.style == MARK_BULLET || node->mark.style == MARK_DASH)
            b->doubts |= cut_bullets(b->arena, nodes, i) ? ENTRY_SPLIT : 0;
        ListMark mark;
        if (node->children->len == 0 && top && cut_children(b->arena, node))
            b->doubts |= ENTRY_SPLIT;
        else if (!top && find_list(node->text->str, &mark) != NULL)
            b->doubts |= ENTRY_TOO_DEEP;
    }
}

void
entries_split(Builder *b)
{
    hoist(b);
    split_all(b, b->top, TRUE);
}

/* Bytes of "1 " before a word with a capital: a number without a dot. */
static gsize
bare_len(const Block *block)
{
    gsize digits = strspn(block->text, "0123456789");
    gboolean bare = digits > 0 && digits <= 2 && block->text[digits] == ' ' &&
                    *block->mark == '\0' &&
                    g_unichar_isupper(g_utf8_get_char(block->text + digits + 1));
    return bare ? digits + 1 : 0;
}

BlockList
entries_mark_bare(Builder *b, const BlockList *blocks)
{
    enum { BARE_MIN = 2 };
    guint n = 0;
    for (guint i = 0; i < blocks->n; i++)
        if (bare_len(&blocks->items[i]) > 0 &&
            g_ascii_strtoull(blocks->items[i].text, NULL, 10) != ++n)
            return *blocks;
    if (n < BARE_MIN)
        return *blocks;
    if (bare_len(&blocks->items[0]) == 0)
        b->doubts |= ENTRY_HEADLIKE; /* "No Kegiatan Pelaksana" over the rows of a table */
    BlockList list = {arena_alloc(b->arena, blocks->n * sizeof(Block)), blocks->n};
    for (guint i = 0; i < blocks->n; i++) {
        Block *block = &list.items[i];
        *block = blocks->items[i];
        gsize len = bare_len(block);
        if (len == 0)
            continue;
        g_autofree char *mark = g_strdup_printf("%.*s.", (int)len - 1, block->text);
        block->mark = arena_strndup(b->arena, mark, len);
        block->text += len;
        block->gap = 0;
    }
    return list;
}

guint
entries_row_number(const Block *row)
{
    enum { DIGITS_MAX = 3 };
    if (row->n_cells < 2)
        return 0;
    g_autoptr(GString) first = g_string_new(NULL), words = g_string_new(NULL);
    blocks_append_text(&row->cells[0].blocks, first);
    for (guint c = 1; c < row->n_cells; c++)
        blocks_append_text(&row->cells[c].blocks, words);
    gsize digits = strspn(first->str, "0123456789");
    gboolean alone = digits > 0 && digits <= DIGITS_MAX && first->len <= digits + 1 &&
                     strspn(first->str + digits, ".)") == first->len - digits;
    return alone && g_unichar_isupper(g_utf8_get_char(words->str))
               ? (guint)g_ascii_strtoull(first->str, NULL, 10)
               : 0;
}

gboolean
entries_rows_count(const BlockList *blocks)
{
    guint last = 0;
    for (guint i = 0; i < blocks->n; i++) {
        guint number = entries_row_number(&blocks->items[i]);
        if (number == 0)
            continue;
        if (number != last + 1 && (number != 1 || last < 2))
            return FALSE;
        last = number;
    }
    return last > 1;
}
