#include "import/entries-private.h"
#include "import/likeness.h"
#include "import/word-list.h"
#include <string.h>

enum {
    MAX_MARKS = 3, /* "- a. 1." */
    LABEL_MAX_BYTES = 40,
    /* Characters: a section all of whose lines are shorter was typed line by line; in a wider one
       a line is full when the next word would not have fitted. */
    WRAPPED_FROM = 60,
    HEADLIKE_MAX_WORDS = 7
};

/* ---- marks ---- */

/* All marks a line begins with; the one that counts and where the words begin. */
static gboolean
scan_marks(const char *text, ListMark *taken, const char **words, gboolean *twice)
{
    ListMark mark;
    gsize at = list_mark_picture_len(text);
    guint n = 0, numbers = 0;
    *taken = (ListMark){.style = MARK_NONE};
    if (at > 0 && !list_mark_scan(text, &mark)) { /* "✅ KTP" */
        gsize len = at;
        while (text[len - 1] == ' ')
            len--;
        *taken = (ListMark){MARK_BULLET, 0, 0, 1, 0, len};
        n++;
    } else {
        at = 0;
    }
    while (n < MAX_MARKS && list_mark_scan(text + at, &mark)) {
        gboolean digit = mark.style == MARK_DIGIT || mark.style == MARK_DIGIT_PAREN;
        if (n > 0 && (mark.style == MARK_CAPITAL || mark.style == MARK_CAPITAL_ROMAN ||
                      mark.style == MARK_DASH))
            break; /* "1. A. Yani" */
        numbers += list_mark_counts(mark.style) ? 1 : 0;
        mark.start = at;
        if (!list_mark_counts(taken->style) || digit)
            *taken = mark;
        at += mark.len;
        at += strspn(text + at, " ");
        n++;
    }
    *words = text + at;
    *twice = numbers > 1;
    return n > 0;
}

/* ---- building ---- */

void
entry_node_free(gpointer data)
{
    Node *node = data;
    g_string_free(node->text, TRUE);
    g_ptr_array_unref(node->children);
    g_free(node);
}

Node *
entry_node_new(Arena *arena, const char *text, gsize len, Written written)
{
    Node *node = g_new0(Node, 1);
    node->text = g_string_new_len(text, (gssize)len);
    node->mark = written.mark;
    node->written = arena_strndup(arena, written.line + written.mark.start, written.mark.len);
    node->number = written.number;
    node->children = g_ptr_array_new_with_free_func(entry_node_free);
    return node;
}

/* The last word of a text, looked for from its end: the text may be long. */
static const char *
last_word(const char *text, gsize len)
{
    const char *at = text + len;
    while (at > text && at[-1] != ' ')
        at--;
    return at;
}

/* Whether the last word of a text is an address that was broken: "dishub@contohkab.", "https://x.go.id/". */
static gboolean
ends_in_address(const GString *text, const char *next)
{
    const char *word = last_word(text->str, text->len);
    char end = text->str[text->len - 1];
    gboolean address = strchr(word, '@') != NULL || strstr(word, "://") != NULL ||
                       g_ascii_strncasecmp(word, "www.", 4) == 0;
    const char *host = strchr(word, '@');
    if (host != NULL && strchr(host, '.') == NULL)
        return g_ascii_isalnum(*next); /* no host is without a dot */
    return address && strchr("./-_@=&?", end) != NULL && g_ascii_islower(*next);
}

/* Its last slash is no break inside of a word. */
static gboolean
ends_in_url(const GString *text)
{
    return strstr(last_word(text->str, text->len), "://") != NULL;
}

void
entries_join(GString *text, const char *line)
{
    gsize n = text->len;
    gboolean broken = FALSE;
    if (n >= 2 && (text->str[n - 1] == '-' || text->str[n - 1] == '/'))
        broken = !ends_in_url(text) &&
                 g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(text->str + n - 1))) &&
                 g_unichar_isalnum(g_utf8_get_char(line));
    if (n > 0 && !broken && !(g_ascii_islower(*line) && ends_in_address(text, line)))
        g_string_append_c(text, ' ');
    g_string_append(text, line);
}

static gboolean
same_list(const ListMark *a, const ListMark *b)
{
    return a->style == b->style && a->parts == b->parts;
}

/* Which open list the mark belongs to; n_levels = a new, deeper one. */
static guint
find_level(const Builder *b, const ListMark *mark)
{
    for (guint i = 0; i < b->n_levels; i++)
        if (same_list(&b->levels[i], mark))
            return i;
    gboolean begins = mark->value <= 1;
    return b->n_levels == 0 || begins ? b->n_levels : 0;
}

/* "i." is a roman one unless a list of letters has come to h. */
static void
settle_roman(const Builder *b, ListMark *mark)
{
    if (mark->roman == 0 || mark->style == MARK_CAPITAL_ROMAN)
        return;
    if (mark->style == MARK_CAPITAL) {
        if (mark->value != b->capital[0] + 1 && mark->roman == b->capital[1] + 1) {
            mark->style = MARK_CAPITAL_ROMAN;
            mark->value = mark->roman;
        }
        return;
    }
    gboolean letter = FALSE, roman = mark->roman == 1;
    for (guint i = 0; i < b->n_levels; i++) {
        letter = letter ||
                 (b->levels[i].style == mark->style && b->levels[i].value + 1 == mark->value);
        roman = roman ||
                (b->levels[i].style == MARK_ROMAN && b->levels[i].value + 1 == mark->roman);
    }
    if (letter || !roman)
        return;
    mark->style = MARK_ROMAN;
    mark->value = mark->roman;
}

/* A number at the beginning of a wrapped line is none of the list's ("… No.\n30. Raci"). */
static gboolean
is_item(const Builder *b, const Block *block, const ListMark *mark)
{
    if (mark->value <= 1 || (block->flags & (BLOCK_APART | BLOCK_WHOLE)) || b->n_levels == 0)
        return TRUE;
    for (guint i = 0; i < b->n_levels; i++)
        if (b->levels[i].value + 1 == mark->value)
            return TRUE;
    return mark->style == MARK_DIGIT && mark->value <= b->levels[0].value + 3;
}

static void
add_item(Builder *b, const Block *block, ListMark mark, const char *words, const char *written)
{
    guint level =
        MIN(block->depth > 0 ? MIN(block->depth - b->depth, b->n_levels) : find_level(b, &mark),
            MAX_LEVELS - 1);
    guint wanted = level < b->n_levels ? b->levels[level].value + 1 : 1;
    if (mark.value > 0 && mark.value != wanted)
        b->doubts |= ENTRY_OUT_OF_ORDER;
    b->levels[level] = mark;
    b->n_levels = level + 1;
    if (level == MAX_LEVELS - 1) {
        g_autofree char *whole =
            g_strconcat(block->mark, *block->mark != '\0' ? " " : "", block->text, NULL);
        entries_join(b->open->text, whole);
        b->doubts |= ENTRY_TOO_DEEP;
        return;
    }
    b->open =
        entry_node_new(b->arena, words, strlen(words), (Written){mark, written, block->number});
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
    if (strchr(text, ' ') == NULL && strpbrk(text, "@.") != NULL && strlen(text) > 5 &&
        (strchr(text, '@') != NULL || strstr(text, ".id") != NULL ||
         strstr(text, ".com") != NULL))
        return TRUE; /* an address alone */
    return n <= LABEL_MAX_BYTES && text[n] == ':' && g_ascii_isalpha(*text) &&
           !g_str_has_prefix(text + n, "://");
}

/* TRUE when the text ends with one of the marks; its length is known, its end need not be sought. */
static gboolean
ends_with(const GString *text, const char *marks)
{
    return text->len > 0 && strchr(marks, text->str[text->len - 1]) != NULL;
}

/* "A. …", "B. …" in their order, I. II. too: headings of groups. */
static gboolean
take_capital(Builder *b, const Block *block, const ListMark *mark, const char *words)
{
    guint which = mark->style == MARK_CAPITAL_ROMAN;
    if ((mark->style != MARK_CAPITAL && !which) || mark->value != b->capital[which] + 1)
        return FALSE;
    b->capital[which] = mark->value;
    b->n_levels = 0;
    b->open = entry_node_new(
        b->arena, words, strlen(words),
        (Written){*mark, *block->mark != '\0' ? block->mark : block->text, block->number});
    b->open->group = TRUE;
    g_ptr_array_add(b->top, b->open);
    return TRUE;
}

gboolean
entries_ends_open(const char *text, gsize len)
{
    static const char words[] =
        "dan|atau|serta|di|ke|dari|untuk|yang|dengan|oleh|pada|nomor|no.|tahun|kepada|a.n.|"
        "bagi|dalam|dan/atau|jl.|rp.|rp|kab.|tentang|sesuai|adalah|melakukan|berupa|antara|"
        "melalui|sebagai|atas";
    const char *word = last_word(text, len);
    if (word > text + 1 && g_ascii_isdigit(word[-2]) && g_ascii_strcasecmp(word, "tahun") == 0)
        return FALSE; /* "17 tahun" */
    return word_list_has(words, word, len - (gsize)(word - text));
}

/* Whether the line above had no room for the first word of this one. */
static gboolean
was_full(const Builder *b, const Block *block)
{
    gsize first = strcspn(block->text, " ");
    return b->last != NULL && (guint)(g_utf8_strlen(b->last->text, -1) + 1 +
                                      g_utf8_strlen(block->text, (gssize)first)) > b->width;
}

/* Few words without a full stop, its line broken on purpose. */
static gboolean
looks_like_heading(const Block *block)
{
    gsize len = strlen(block->text);
    guint words = 1;
    for (const char *at = block->text; *at != '\0'; at++)
        words += *at == ' ';
    return words <= HEADLIKE_MAX_WORDS && len > 3 &&
           strchr(".;,", block->text[len - 1]) == NULL &&
           (block->level > 0 || (block->flags & BLOCK_STRONG));
}

static gboolean
whole_goes_on(const Builder *b, const Block *block)
{
    gboolean lower = g_unichar_islower(g_utf8_get_char(block->text));
    return lower && !ends_with(b->open->text, ".;:!?") && b->open->row == NULL;
}

/* "Anak di bawah 17 tahun:" over a list that begins anew. */
static gboolean
leads_list(const Builder *b, const Block *block)
{
    ListMark mark;
    if (b->next == NULL || b->next->cells != NULL ||
        !(g_str_has_suffix(block->text, ":") || b->led) ||
        g_unichar_islower(g_utf8_get_char(block->text)))
        return FALSE;
    const char *marked = *b->next->mark != '\0' ? b->next->mark : b->next->text;
    if (!list_mark_scan(marked, &mark))
        return FALSE;
    return mark.value <= 1;
}

/* "0811 7788 990" over "kotak saran": a contact that is whole, whatever letter the next begins with. */
static gboolean
is_contact_over(const char *above, const char *line)
{
    static const char links[] = "atau|dan|ext|pada|di|jam|pukul|s.d.|sampai|hari";
    gsize len = strlen(above);
    return len > 0 && g_ascii_isdigit(above[len - 1]) && g_ascii_isalpha(*line) &&
           word_list_begin(links, line) == 0;
}

/* Whether an unmarked line goes on with the item above it. */
static gboolean
goes_on(const Builder *b, const Block *block)
{
    if (b->open == NULL || b->open->row != NULL || (block->flags & BLOCK_CELL))
        return FALSE;
    if (b->open->text->len == 0)
        return TRUE;
    if (leads_list(b, block) && !entries_ends_open(b->open->text->str, b->open->text->len))
        return FALSE;
    if (b->labels && (is_labelled(block->text) || ends_with(b->open->text, ":") ||
                      is_contact_over(b->open->text->str, block->text)))
        return FALSE;
    if (block->flags & BLOCK_WHOLE)
        return whole_goes_on(b, block);
    gboolean lower = !b->small && g_unichar_islower(g_utf8_get_char(block->text));
    if (block->flags & BLOCK_APART)
        return lower && !ends_with(b->open->text, ".;:!?");
    gboolean rupiah = g_str_has_suffix(b->open->text->str, ",-");
    if (lower || (ends_with(b->open->text, ",-/&(+") && !rupiah) ||
        entries_ends_open(b->open->text->str, b->open->text->len))
        return TRUE;
    if (b->marked && b->width < WRAPPED_FROM)
        return b->open->mark.style != MARK_NONE || !ends_with(b->open->text, ":");
    return b->width >= WRAPPED_FROM && was_full(b, block) &&
           !(likeness_read(b->arena, block->text) & LIKE_LAW);
}

/* Adds a line to the item above; a capital below a line that had room for it may begin something else. */
static void
join_line(Builder *b, const Block *block)
{
    const GString *above = b->open->text;
    gboolean open = ends_with(b->open->text, ",-/&(+:") ||
                    entries_ends_open(above->str, above->len) || above->len == 0;
    if (!open && !(block->flags & BLOCK_WHOLE) && b->open->mark.style != MARK_NONE &&
        g_unichar_isupper(g_utf8_get_char(block->text)) && !was_full(b, block))
        b->doubts |= ENTRY_JOINED;
    entries_join(b->open->text, block->text);
}

static const char *
row_text(const Builder *b, const Block *row, guint from)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint c = from; c < row->n_cells; c++) {
        g_autoptr(GString) cell = g_string_new(NULL);
        blocks_append_text(&row->cells[c].blocks, cell);
        if (cell->len > 0)
            g_string_append_printf(out, "%s%s", out->len > 0 ? " : " : "", cell->str);
    }
    return arena_strndup(b->arena, out->str, out->len);
}

static void
add_row(Builder *b, const Block *row)
{
    guint number = b->numbered ? entries_row_number(row) : 0;
    const char *text = row_text(b, row, number > 0);
    if (*text == '\0')
        return;
    g_autofree char *written = g_strdup_printf("%u.", number);
    ListMark mark = {0};
    if (number > 0)
        list_mark_scan(written, &mark);
    b->n_levels = 0;
    b->open =
        entry_node_new(b->arena, text, strlen(text), (Written){mark, written, row->number});
    b->open->row = row;
    g_ptr_array_add(b->top, b->open);
}

/* Whether an unmarked line may after all go on with the one above: that is the section's widest, or has columns. */
static gboolean
may_be_wrapped(const Builder *b, const Block *block)
{
    enum { NARROWEST = 30 };
    guint above = (guint)g_utf8_strlen(b->last->text, -1);
    if ((block->flags | b->last->flags) & BLOCK_CLOSE)
        return TRUE;
    if (block->flags & (BLOCK_APART | BLOCK_WHOLE))
        return FALSE;
    return b->width >= WRAPPED_FROM || b->small || block->gap > 0 ||
           (!b->labels && above == b->width && above >= NARROWEST &&
            (guint)g_utf8_strlen(block->text, -1) * 3 < above * 2);
}

static void
add_paragraph(Builder *b, const Block *block)
{
    gboolean listed = b->n_levels > 0 && b->open != NULL && b->open->mark.style != MARK_NONE;
    gboolean loud = looks_like_heading(block),
             headlike = loud || (b->led && leads_list(b, block));
    if (loud)
        b->doubts |= ENTRY_HEADLIKE;
    else if (listed && !g_str_has_suffix(block->text, ":"))
        b->doubts |= ENTRY_STRAY;
    else if (!b->marked && b->open != NULL && may_be_wrapped(b, block))
        b->doubts |= ENTRY_LINES;
    b->n_levels = 0;
    b->open = entry_node_new(b->arena, block->text, strlen(block->text),
                             (Written){(ListMark){0}, block->text, block->number});
    b->open->headlike = headlike;
    g_ptr_array_add(b->top, b->open);
}

static void
add_marked(Builder *b, const Block *block)
{
    ListMark mark;
    if (!list_mark_scan(block->mark, &mark))
        mark = (ListMark){MARK_BULLET, 0, 0, 1, 0, strlen(block->mark)};
    if (block->depth <= 1 && take_capital(b, block, &mark, block->text))
        return;
    settle_roman(b, &mark);
    add_item(b, block, mark, block->text, block->mark);
}

static void
add_block(Builder *b, const Block *block)
{
    ListMark mark;
    const char *words;
    gboolean twice;
    if (block->cells != NULL) {
        add_row(b, block);
    } else if (*block->mark != '\0') {
        add_marked(b, block);
    } else if (scan_marks(block->text, &mark, &words, &twice)) {
        settle_roman(b, &mark);
        gboolean capital = mark.style == MARK_CAPITAL || mark.style == MARK_CAPITAL_ROMAN;
        if (capital && take_capital(b, block, &mark, words)) {
            /* a group */
        } else if (!capital && is_item(b, block, &mark)) {
            b->doubts |= twice ? ENTRY_NUMBERED_TWICE : 0;
            add_item(b, block, mark, words, block->text);
        } else if (goes_on(b, block)) {
            join_line(b, block);
        } else {
            add_paragraph(b, block);
        }
    } else if (goes_on(b, block)) {
        join_line(b, block);
    } else {
        add_paragraph(b, block);
    }
    b->last = block;
}

static gboolean
is_marked(const Block *block)
{
    ListMark mark;
    return block->cells == NULL && (*block->mark != '\0' || list_mark_scan(block->text, &mark));
}

/* What the whole section is like: its width, whether its items have marks, whether groups have names. */
static void
survey(Builder *b, const BlockList *blocks)
{
    guint leads = 0;
    b->small = blocks->n > 1;
    for (guint i = 0; i < blocks->n; i++) {
        const Block *block = &blocks->items[i];
        gboolean marked = is_marked(block);
        leads += !marked && i + 1 < blocks->n && is_marked(&blocks->items[i + 1]) &&
                 strlen(block->text) <= LABEL_MAX_BYTES;
        b->marked = b->marked || marked;
        b->small = b->small && !marked && g_unichar_islower(g_utf8_get_char(block->text));
        if (block->depth > 0)
            b->depth = b->depth == 0 ? block->depth : MIN(b->depth, block->depth);
        b->width = MAX(b->width, (guint)g_utf8_strlen(block->text, -1));
    }
    b->led = leads > 1 && !is_marked(&blocks->items[0]);
}

/* "A. …" with nothing between it and "B. …" is an item like any other. */
static void
settle_groups(Builder *b)
{
    gboolean over = FALSE;
    for (guint i = 0; i + 1 < b->top->len; i++) {
        const Node *node = g_ptr_array_index(b->top, i),
                   *next = g_ptr_array_index(b->top, i + 1);
        over = over || (node->group && !next->group && next->mark.style != MARK_NONE);
    }
    for (guint i = 0; i < b->top->len; i++) {
        Node *node = g_ptr_array_index(b->top, i);
        node->group = node->group && over;
    }
}

/* ---- the result ---- */

static const char *const *
take_cells(Arena *arena, const Block *row)
{
    const char **cells = arena_alloc(arena, row->n_cells * sizeof *cells);
    for (guint c = 0; c < row->n_cells; c++) {
        g_autoptr(GString) text = g_string_new(NULL);
        blocks_append_text(&row->cells[c].blocks, text);
        cells[c] = arena_strndup(arena, text->str, text->len);
    }
    return cells;
}

static gboolean
is_lone_number(const Node *node, guint of)
{
    return list_mark_counts(node->mark.style) && (of == 1 || node->mark.value >= 100) &&
           g_ascii_isdigit(*node->written);
}

static guint
take_nodes(Arena *arena, const GPtrArray *nodes, Entry **out)
{
    guint n = 0;
    *out = arena_alloc(arena, nodes->len * sizeof **out);
    for (guint i = 0; i < nodes->len; i++) {
        const Node *node = g_ptr_array_index(nodes, i);
        Entry *entry = &(*out)[n];
        *entry = (Entry){.text = arena_strndup(arena, node->text->str, node->text->len),
                         .mark = node->written,
                         .number = node->number,
                         .group = node->group,
                         .headlike = node->headlike};
        if (node->row != NULL) {
            entry->cells = take_cells(arena, node->row);
            entry->n_cells = node->row->n_cells;
        }
        entry->n = take_nodes(arena, node->children, &entry->children);
        if (node->text->len == 0 && entry->n == 0 && is_lone_number(node, nodes->len)) {
            entry->text = node->written; /* "110.": a number to call, no mark */
            entry->mark = "";
        }
        n += *entry->text != '\0' || entry->n > 0; /* a lone mark says nothing */
    }
    return n;
}

void
entries_read(Arena *arena, const BlockList *blocks, gboolean labels, EntryList *out)
{
    Builder b = {.arena = arena,
                 .top = g_ptr_array_new_with_free_func(entry_node_free),
                 .labels = labels};
    BlockList marked = entries_mark_bare(&b, blocks);
    survey(&b, &marked);
    b.numbered = entries_rows_count(&marked);
    for (guint i = 0; i < marked.n; i++) {
        b.next = i + 1 < marked.n ? &marked.items[i + 1] : NULL;
        add_block(&b, &marked.items[i]);
    }
    entries_split(&b);
    settle_groups(&b);
    out->n = take_nodes(arena, b.top, &out->items);
    out->doubts = b.doubts;
    g_ptr_array_unref(b.top);
}

gboolean
entry_is_lead(const Entry *entry)
{
    if (entry->group)
        return TRUE;
    return *entry->mark == '\0' && entry->n == 0 && entry->cells == NULL &&
           (entry->headlike || g_str_has_suffix(entry->text, ":"));
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
