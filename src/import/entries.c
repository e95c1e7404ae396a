#include "import/entries.h"
#include <string.h>

typedef enum Style {
    STYLE_NONE,
    STYLE_BULLET,
    STYLE_DIGIT,        /* 1. */
    STYLE_DIGIT_PAREN,  /* 1) (1) */
    STYLE_LETTER,       /* a. */
    STYLE_LETTER_PAREN, /* a) (a) */
} Style;

typedef struct ListMark {
    Style style;
    guint value;      /* 1 for 1 and a; 0 for bullets */
    gsize start, len; /* bytes, without the space behind */
} ListMark;

enum {
    MAX_MARKS = 3,   /* "- a. 1." */
    MAX_VALUE = 999, /* a year is no number of an item */
    LABEL_MAX_BYTES = 40
};

/* ---- marks ---- */

static gsize
bullet_len(const char *text)
{
    static const char *const bullets[] = {"-", "*", "•", "▪", "◦",      "●",
                                          "○", "■", "➢", "✓", "\uF0B7", "\uF0A7"};
    for (guint i = 0; i < G_N_ELEMENTS(bullets); i++)
        if (g_str_has_prefix(text, bullets[i]))
            return strlen(bullets[i]);
    return 0;
}

/* One mark at the beginning of `text`, which ends with a space or the text. */
static gboolean
scan_mark(const char *text, ListMark *mark)
{
    gsize len = bullet_len(text), open = *text == '(',
          digits = strspn(text + open, "0123456789");
    *mark = (ListMark){STYLE_BULLET, 0, 0, len};
    if (len > 0)
        return text[len] == ' ' || text[len] == '\0';
    gboolean letter = digits == 0 && g_ascii_islower(text[open]);
    len = open + digits + (letter ? 1 : 0);
    if (digits > 3 || len == open || (text[len] != ')' && (open || text[len] != '.')))
        return FALSE;
    gboolean paren = text[len] == ')';
    mark->style = letter ? (paren ? STYLE_LETTER_PAREN : STYLE_LETTER)
                         : (paren ? STYLE_DIGIT_PAREN : STYLE_DIGIT);
    mark->value =
        letter ? (guint)(text[open] - 'a' + 1) : (guint)g_ascii_strtoull(text + open, NULL, 10);
    mark->len = len + 1;
    /* "1.Fotokopi" is an item, "3.5 juta" and "a.n." are not. */
    gboolean glued = !letter && g_ascii_isupper(text[len + 1]);
    return mark->value > 0 && mark->value <= MAX_VALUE &&
           (text[len + 1] == ' ' || text[len + 1] == '\0' || glued);
}

/* All marks a line begins with; the one that counts and where the words begin. */
static gboolean
scan_marks(const char *text, ListMark *taken, const char **words, gboolean *twice)
{
    ListMark mark;
    gsize at = 0;
    guint n = 0, numbers = 0;
    *taken = (ListMark){STYLE_NONE, 0, 0, 0};
    while (n < MAX_MARKS && scan_mark(text + at, &mark)) {
        gboolean digit = mark.style == STYLE_DIGIT || mark.style == STYLE_DIGIT_PAREN;
        numbers += mark.style != STYLE_BULLET;
        mark.start = at;
        if (taken->style == STYLE_NONE || taken->style == STYLE_BULLET || digit)
            *taken = mark;
        at += mark.len;
        at += strspn(text + at, " ");
        n++;
    }
    *words = text + at;
    *twice = numbers > 1;
    return n > 0;
}

gsize
entries_mark_len(const char *text)
{
    ListMark mark;
    if (!scan_mark(text, &mark))
        return 0;
    return mark.len + strspn(text + mark.len, " ");
}

/* ---- building ---- */

typedef struct Node Node;
struct Node {
    GString *text;
    ListMark mark;
    const char *written; /* the mark as written */
    guint number;
    GPtrArray *children; /* Node */
};

typedef struct Builder {
    Arena *arena;
    GPtrArray *top;
    Style levels[3]; /* styles of the lists that are open; the third stays in the text */
    guint last[3];   /* their last values */
    guint n_levels;
    char capital; /* of the last "A. …" */
    Node *open;   /* where continuation goes; NULL = nowhere yet */
    guint doubts;
    gboolean labels;
} Builder;

static void
node_free(gpointer data)
{
    Node *node = data;
    g_string_free(node->text, TRUE);
    g_ptr_array_unref(node->children);
    g_free(node);
}

static Node *
node_new(
    Arena *arena, const char *text, gsize len, ListMark mark, const char *line, guint number)
{
    Node *node = g_new0(Node, 1);
    node->text = g_string_new_len(text, (gssize)len);
    node->mark = mark;
    node->written = arena_strndup(arena, line + mark.start, mark.len);
    node->number = number;
    node->children = g_ptr_array_new_with_free_func(node_free);
    return node;
}

static void
append_line(Node *node, const char *text)
{
    g_string_append_printf(node->text, "%s%s", node->text->len > 0 ? " " : "", text);
}

/* Which open list the mark belongs to; n_levels = a new, deeper one. */
static guint
find_level(const Builder *b, const ListMark *mark)
{
    for (guint i = 0; i < b->n_levels; i++)
        if (b->levels[i] == mark->style)
            return i;
    gboolean begins = mark->value == 1 || mark->style == STYLE_BULLET;
    return b->n_levels == 0 || begins ? b->n_levels : 0;
}

/* A number at the beginning of a wrapped line is none of the list's ("… No.\n30. Raci"). */
static gboolean
is_item(const Builder *b, const SippnLine *line, const ListMark *mark)
{
    if (mark->value <= 1 || line->apart || b->n_levels == 0)
        return TRUE;
    for (guint i = 0; i < b->n_levels; i++)
        if (b->last[i] + 1 == mark->value)
            return TRUE;
    return mark->style == STYLE_DIGIT && mark->value <= b->last[0] + 3;
}

static void
add_item(Builder *b, const SippnLine *line, ListMark mark, const char *words)
{
    guint level = MIN(find_level(b, &mark), 2);
    if (mark.value > 0 && mark.value != (level < b->n_levels ? b->last[level] + 1 : 1))
        b->doubts |= ENTRY_OUT_OF_ORDER;
    b->levels[level] = mark.style;
    b->last[level] = mark.value;
    b->n_levels = level + 1;
    if (level == 2) {
        append_line(b->open, line->text);
        b->doubts |= ENTRY_TOO_DEEP;
        return;
    }
    b->open = node_new(b->arena, words, strlen(words), mark, line->text, line->number);
    Node *parent =
        level > 0 && b->top->len > 0 ? g_ptr_array_index(b->top, b->top->len - 1) : NULL;
    g_ptr_array_add(parent != NULL ? parent->children : b->top, b->open);
}

/* "Label: …" or an address: a contact of its own line. */
static gboolean
is_labelled(const char *text)
{
    gsize n = strcspn(text, ":");
    if (g_ascii_strncasecmp(text, "http", 4) == 0 || g_ascii_strncasecmp(text, "www.", 4) == 0)
        return TRUE;
    return text[n] == ':' && n <= LABEL_MAX_BYTES && g_ascii_isalpha(*text) &&
           !g_str_has_prefix(text + n, "://");
}

/* TRUE when the text ends with one of the marks; its length is known, its end need not be sought. */
static gboolean
ends_with(const GString *text, const char *marks)
{
    return text->len > 0 && strchr(marks, text->str[text->len - 1]) != NULL;
}

/* "A. …", "B. …" in their order: headings of groups, which keep their letters. */
static gboolean
is_capital(Builder *b, const char *text)
{
    if (text[0] != b->capital + 1 || text[1] != '.' || text[2] != ' ')
        return FALSE;
    b->capital = text[0];
    return TRUE;
}

/* Whether an unmarked line goes on with the item above it. */
static gboolean
goes_on(const Builder *b, const SippnLine *line)
{
    if (b->open == NULL)
        return FALSE;
    if (b->open->text->len == 0)
        return TRUE;
    if (b->labels && (is_labelled(line->text) || ends_with(b->open->text, ":")))
        return FALSE;
    gboolean lower = g_unichar_islower(g_utf8_get_char(line->text));
    return !line->apart || (lower && !ends_with(b->open->text, ".;:!?"));
}

static void
add_line(Builder *b, const SippnLine *line)
{
    ListMark mark;
    const char *words;
    gboolean twice;
    if (scan_marks(line->text, &mark, &words, &twice) && is_item(b, line, &mark)) {
        b->doubts |= twice ? ENTRY_NUMBERED_TWICE : 0;
        add_item(b, line, mark, words);
    } else if (!is_capital(b, line->text) && goes_on(b, line)) {
        append_line(b->open, line->text);
    } else {
        b->n_levels = 0;
        b->open = node_new(b->arena, line->text, strlen(line->text), (ListMark){0}, line->text,
                           line->number);
        g_ptr_array_add(b->top, b->open);
    }
}

/* ---- several items in one text ---- */

/* The next mark of this style and value inside `text`, behind a space; NULL = none. */
static const char *
find_inside(const char *text, Style style, guint value, ListMark *mark)
{
    for (const char *at = strchr(text, ' '); at != NULL; at = strchr(at + 1, ' '))
        if (scan_mark(at + 1, mark) && mark->style == style && mark->value == value &&
            at[1 + mark->len] == ' ')
            return at + 1;
    return NULL;
}

/* Cuts the text of nodes[i] at the marks that follow `value` and puts the pieces behind it; how many. */
static guint
cut_behind(Arena *arena, GPtrArray *nodes, guint i, Style style, guint value)
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
            gsize skip = entries_mark_len(at);
            ListMark own = {style, value + n, 0, skip > 0 ? strcspn(at, " ") : 0};
            g_ptr_array_insert(
                nodes, (gint)(i + n),
                node_new(arena, at + skip, len - MIN(skip, len), own, at, first->number));
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
    static const Style styles[] = {STYLE_LETTER, STYLE_DIGIT, STYLE_DIGIT_PAREN,
                                   STYLE_LETTER_PAREN};
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
    gsize lead = (gsize)(at - node->text->str), skip = entries_mark_len(at);
    g_ptr_array_insert(node->children, 0,
                       node_new(arena, at + skip, strlen(at + skip), mark, at, node->number));
    cut_behind(arena, node->children, 0, mark.style, 1);
    g_string_truncate(node->text, lead - 1);
    return TRUE;
}

/* The only item of a section, "- Keterangan : a. … b. …": its list is the section's. */
static void
hoist(Builder *b)
{
    Node *only = b->top->len == 1 ? g_ptr_array_index(b->top, 0) : NULL;
    if (only == NULL || only->mark.style > STYLE_BULLET || only->children->len > 0 ||
        !cut_children(b->arena, only))
        return;
    b->doubts |= ENTRY_SPLIT;
    only->mark = (ListMark){0};
    only->written = "";
    GPtrArray *children = only->children;
    only->children = g_ptr_array_new_with_free_func(node_free);
    for (guint i = 0; i < children->len; i++)
        g_ptr_array_add(b->top, g_ptr_array_index(children, i));
    g_ptr_array_set_free_func(children, NULL);
    g_ptr_array_unref(children);
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
        ListMark mark;
        if (node->children->len == 0 && top && cut_children(b->arena, node))
            b->doubts |= ENTRY_SPLIT;
        else if (!top && find_list(node->text->str, &mark) != NULL)
            b->doubts |= ENTRY_TOO_DEEP;
    }
}

/* ---- the result ---- */

static guint
take_nodes(Arena *arena, const GPtrArray *nodes, Entry **out)
{
    guint n = 0;
    *out = arena_alloc(arena, nodes->len * sizeof **out);
    for (guint i = 0; i < nodes->len; i++) {
        const Node *node = g_ptr_array_index(nodes, i);
        Entry *entry = &(*out)[n];
        *entry = (Entry){arena_strndup(arena, node->text->str, node->text->len), node->written,
                         node->number, NULL, 0};
        entry->n = take_nodes(arena, node->children, &entry->children);
        n += node->text->len > 0 || entry->n > 0; /* a lone mark says nothing */
    }
    return n;
}

void
entries_read(Arena *arena, const SippnLine *lines, guint n, gboolean labels, EntryList *out)
{
    Builder b = {.arena = arena,
                 .top = g_ptr_array_new_with_free_func(node_free),
                 .capital = 'A' - 1,
                 .labels = labels};
    for (guint i = 0; i < n; i++)
        add_line(&b, &lines[i]);
    hoist(&b);
    split_all(&b, b.top, TRUE);
    out->n = take_nodes(arena, b.top, &out->items);
    out->doubts = b.doubts;
    g_ptr_array_unref(b.top);
}

gboolean
entry_is_lead(const Entry *entry)
{
    return *entry->mark == '\0' && entry->n == 0 && g_str_has_suffix(entry->text, ":");
}

void
entry_append_whole(const Entry *entry, GString *out)
{
    g_string_append(out, entry->text);
    for (guint i = 0; i < entry->n; i++) {
        const Entry *child = &entry->children[i];
        g_string_append_printf(out, "%s%s%s%s", out->len > 0 ? " " : "", child->mark,
                               *child->mark != '\0' ? " " : "", child->text);
    }
}
