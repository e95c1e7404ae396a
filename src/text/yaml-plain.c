#include "text/yaml-plain.h"
#include "base/span.h"
#include "text/yaml-remedy.h"
#include <string.h>

enum {
    MAX_KEYS = 64,       /* of a mapping: they are compared with each other */
    MAX_KEY_BYTES = 1000 /* libyaml looks for a colon in 1,024 characters of one line */
};

/* One input. Offsets are into `text`, which begins at the first line and ends with a newline. */
typedef struct Plain {
    Arena *arena;
    const Source *source;
    const char *text;
    char *copy; /* of text, in the arena: what nodes borrow */
    gsize base; /* offset of text in source_text() */
    gsize len;
    gboolean ascii, content;
    GPtrArray *stack; /* children of the nodes being read */
    guint depth, n_nodes;
    gsize at, indent,
        eol;    /* the line that is read, its spaces, its end; at len there is none */
    guint line; /* from 1, in the source */
} Plain;

/* Passes lines of nothing but spaces from `at`: the first other line, or len. *n counts them, *widest is
   the spaces of the longest. */
static gsize
skip_blank_lines(const Plain *p, gsize at, guint *n, gsize *widest)
{
    *widest = 0;
    for (*n = 0; at < p->len; (*n)++) {
        gsize i = at;
        while (p->text[i] == ' ')
            i++;
        if (p->text[i] != '\n')
            break;
        *widest = MAX(*widest, i - at);
        at = i + 1;
    }
    return at;
}

/* Takes the line at `at`, `n` lines further, as the one that is read. */
static void
set_line(Plain *p, gsize at, guint n)
{
    gsize i = at;
    while (i < p->len && p->text[i] == ' ')
        i++;
    p->at = at;
    p->indent = i - at;
    p->line += n;
    if (i < p->len)
        p->eol = (gsize)((const char *)memchr(p->text + i, '\n', p->len - i) - p->text);
}

/* Goes to the next line from `at` that is neither blank nor a comment. */
static void
find_line(Plain *p, gsize at)
{
    for (;; at = p->eol + 1) {
        guint n;
        gsize widest;
        at = skip_blank_lines(p, at, &n, &widest);
        set_line(p, at, n + 1);
        if (at >= p->len || p->text[at + p->indent] != '#')
            return;
    }
}

static gboolean
at_end(const Plain *p)
{
    return p->at >= p->len;
}

/* TRUE where the line begins an item. */
static gboolean
is_item(const Plain *p)
{
    const char *text = p->text + p->at + p->indent;
    return !at_end(p) && text[0] == '-' && (text[1] == ' ' || text[1] == '\n');
}

static gboolean
begins_plain(char c)
{
    return strchr("-?:,[]{}#&*!|>'\"%@` \n", c) == NULL;
}

static gsize
skip_spaces(const Plain *p, gsize i)
{
    while (p->text[i] == ' ')
        i++;
    return i;
}

static gsize
trim(const char *text, gsize from, gsize to)
{
    while (to > from && text[to - 1] == ' ')
        to--;
    return to;
}

/* Where a plain text from `i` ends in its line: at a colon before a blank, a # behind one, or the end. */
static gsize
scan_plain(const Plain *p, gsize i)
{
    const char *stop = p->text + p->eol, *begin = p->text + i, *at = begin;
    while ((at = memchr(at, ':', (gsize)(stop - at))) != NULL && at[1] != ' ' && at[1] != '\n')
        at++;
    stop = at != NULL ? at : stop;
    at = begin;
    while ((at = memchr(at, '#', (gsize)(stop - at))) != NULL && (at == begin || at[-1] != ' '))
        at++;
    return (gsize)((at != NULL ? at : stop) - p->text);
}

/* TRUE when what begins at `from` is a key with its colon. */
static gboolean
is_key(const Plain *p, gsize from)
{
    return begins_plain(p->text[from]) && p->text[scan_plain(p, from)] == ':';
}

static Mark
mark_at(const Plain *p, gsize start)
{
    gsize col = start - p->at;
    if (!p->ascii)
        col = (gsize)g_utf8_strlen(p->text + p->at, (gssize)col);
    return (Mark){p->source, p->line, (guint32)col + 1};
}

/* NULL when there are too many. */
static YamlNode *
new_node(Plain *p, YamlKind kind, gsize start, Mark mark)
{
    if (++p->n_nodes > YAML_MAX_NODES)
        return NULL;
    YamlNode *node = arena_new0(p->arena, YamlNode);
    node->kind = kind;
    node->mark = mark;
    node->start = node->end = (guint32)(p->base + start);
    node->text = kind == YAML_TEXT ? "" : NULL;
    return node;
}

/* Bytes from … to of the copy become the node's text, read up to `end`; NULL when it is too long. */
static YamlNode *
set_text(Plain *p, YamlNode *node, gsize from, gsize to, gsize end)
{
    p->copy[to] = '\0';
    node->text = p->copy + from;
    node->len = to - from;
    node->end = (guint32)(p->base + end);
    return node->len > YAML_MAX_TEXT ? NULL : node;
}

/* A plain text or key within its line; NULL where a character in it hides a colon. */
static YamlNode *
plain_node(Plain *p, gsize from, gsize to)
{
    const char *text = p->text + from;
    gsize key = 0;
    while (!p->ascii && (g_ascii_islower(text[key]) || text[key] == '_'))
        key++;
    YamlNode *node = new_node(p, YAML_TEXT, from, mark_at(p, from));
    if (node == NULL || (key > 0 && text[key] == ':' && (guchar)text[key + 1] >= 0x80))
        return NULL;
    node->plain = TRUE;
    return set_text(p, node, from, to, to);
}

/* A text whose copy ends at *to goes on in the next line that is not blank, deeper than `parent`. */
static gboolean
go_on(Plain *p, gsize parent, gboolean quoted, gsize *to)
{
    guint n;
    gsize widest, at = skip_blank_lines(p, p->eol + 1, &n, &widest), begin = skip_spaces(p, at);
    if (at >= p->len || begin - at <= parent || (!quoted && p->text[begin] == '#'))
        return FALSE;
    memset(p->copy + *to, n == 0 ? ' ' : '\n', MAX(n, 1));
    *to += MAX(n, 1);
    set_line(p, at, n + 1);
    return TRUE;
}

/* A text that ends in this line goes to the next one; NULL where the comment behind it may be its words. */
static YamlNode *
end_line(Plain *p, YamlNode *node, gsize behind)
{
    gsize i = skip_spaces(p, behind);
    if (node == NULL || (p->text[i] != '\n' && (p->text[i] != '#' || i == behind)))
        return NULL;
    if (p->text[i] == '#' && p->content && node->kind == YAML_TEXT) {
        g_autoptr(DiagList) found = diag_list_new();
        yaml_report_comment(p->source, node->start, node->end, found);
        if (diag_list_n(found) > 0)
            return NULL;
    }
    find_line(p, p->eol + 1);
    return node;
}

/* A plain text with its further lines. */
static YamlNode *
read_plain(Plain *p, gsize from, gsize parent)
{
    gsize stop = scan_plain(p, from), end = trim(p->text, from, stop), to = end;
    YamlNode *node = plain_node(p, from, to);
    while (node != NULL && p->text[stop] == '\n' && go_on(p, parent, FALSE, &to)) {
        gsize begin = p->at + p->indent;
        stop = scan_plain(p, begin);
        end = trim(p->text, begin, stop);
        memcpy(p->copy + to, p->text + begin, end - begin);
        to += end - begin;
        node = set_text(p, node, from, to, end);
    }
    return end_line(p, node, end);
}

/* A quoted text without escapes, of one line when in brackets; *behind receives the place behind it. */
static YamlNode *
quoted_node(Plain *p, gsize from, gboolean flow, gsize *behind)
{
    char quote = p->text[from];
    YamlNode *node = new_node(p, YAML_TEXT, from, mark_at(p, from));
    gsize to = from + 1, i = to;
    for (; p->text[i] != quote || (quote == '\'' && p->text[i + 1] == quote); i++) {
        if (p->text[i] == '\n') {
            to = trim(p->copy, from + 1, to);
            if (flow || !go_on(p, 0, TRUE, &to))
                return NULL;
            i = p->at + p->indent - 1;
            continue;
        }
        if (quote == '"' && p->text[i] == '\\')
            return NULL;
        i += p->text[i] == quote ? 1 : 0;
        p->copy[to++] = p->text[i];
    }
    *behind = i + 1;
    return node != NULL ? set_text(p, node, from + 1, to, i + 1) : NULL;
}

/* The lines of | and > joined as libyaml joins them; the newlines at the end are kept off. */
static YamlNode *
read_block(Plain *p, gsize from, gsize parent)
{
    gboolean literal = p->text[from] == '|', joined = FALSE;
    gsize behind = from + 1, to = from, indent = 0;
    behind += p->text[behind] == '-' || p->text[behind] == '+' ? 1 : 0;
    YamlNode *node = new_node(p, YAML_TEXT, from, mark_at(p, from));
    while (node != NULL && p->text[behind] == '\n') {
        guint n;
        gsize widest, at = skip_blank_lines(p, p->eol + 1, &n, &widest);
        gsize spaces = at < p->len ? skip_spaces(p, at) - at : 0, begin = at + indent;
        if (indent == 0 && spaces > parent)
            begin = at + (indent = spaces);
        if (indent == 0 || widest > indent)
            return NULL;
        if (spaces < indent) {
            p->line += n;
            node = set_text(p, node, from, to, at);
            find_line(p, at);
            return node;
        }
        gboolean joins = !literal && p->text[begin] != ' ';
        if (to > from && (!joins || !joined))
            p->copy[to++] = '\n';
        else if (to > from && n == 0)
            p->copy[to++] = ' ';
        memset(p->copy + to, '\n', n);
        to += n;
        joined = joins;
        set_line(p, at, n + 1);
        memcpy(p->copy + to, p->text + begin, p->eol - begin);
        to += p->eol - begin;
    }
    return NULL;
}

static YamlNode *
enter(Plain *p, YamlKind kind, gsize start)
{
    return ++p->depth > YAML_MAX_DEPTH ? NULL : new_node(p, kind, start, mark_at(p, start));
}

/* Takes what lies on the stack above `base` as the node's children. */
static YamlNode *
leave(Plain *p, YamlNode *node, guint base)
{
    gpointer *nodes = p->stack->pdata + base;
    guint n = p->stack->len - base;
    void *own = arena_alloc(p->arena, n * sizeof(YamlNode *));
    if (n > 0) {
        memcpy(own, nodes, n * sizeof(YamlNode *));
        node->end = ((YamlNode *)nodes[n - 1])->end;
    }
    node->n = node->kind == YAML_MAP ? n / 2 : n;
    if (node->kind == YAML_MAP)
        node->pairs = own; /* keys and values in turn are pairs */
    else
        node->items = own;
    g_ptr_array_set_size(p->stack, (gint)base);
    p->depth--;
    return node;
}

/* Adds a key to the mapping whose children begin at `base`; FALSE for one that needs a finding. */
static gboolean
add_key(Plain *p, guint base, YamlNode *key)
{
    if (key == NULL || key->len > MAX_KEY_BYTES || p->stack->len - base >= 2 * MAX_KEYS ||
        strcmp(key->text, "<<") == 0 || strncmp(key->text, "...", 3) == 0)
        return FALSE;
    for (guint i = base; i < p->stack->len; i += 2) {
        const YamlNode *other = p->stack->pdata[i];
        if (other->len == key->len && memcmp(other->text, key->text, key->len) == 0)
            return FALSE;
    }
    g_ptr_array_add(p->stack, key);
    return TRUE;
}

static gboolean
add_value(Plain *p, guint base, YamlNode *value)
{
    if (value == NULL || p->stack->len - base >= YAML_MAX_ITEMS)
        return FALSE;
    g_ptr_array_add(p->stack, value);
    return TRUE;
}

static YamlNode *read_flow(Plain *p, gsize from, gsize *behind);

/* One key or value inside brackets, up to a byte of `ends`. */
static YamlNode *
flow_node(Plain *p, gsize from, const char *ends, gsize *behind)
{
    char c = p->text[from];
    if (*ends != ':' && (c == '[' || c == '{'))
        return read_flow(p, from, behind);
    if (*ends != ':' && (c == '"' || c == '\''))
        return quoted_node(p, from, TRUE, behind);
    gsize to = MIN(from + strcspn(p->text + from, ",[]{}?\n"), scan_plain(p, from));
    if (!begins_plain(c) || strchr(ends, p->text[to]) == NULL || p->text[to - 1] == ':')
        return NULL;
    *behind = to;
    return plain_node(p, from, trim(p->text, from, to));
}

/* [a, b] or {a: b, c: d} of one line; *behind receives the place behind the bracket. */
static YamlNode *
read_flow(Plain *p, gsize from, gsize *behind)
{
    gboolean is_map = p->text[from] == '{';
    char close = is_map ? '}' : ']';
    guint base = p->stack->len;
    YamlNode *node = enter(p, is_map ? YAML_MAP : YAML_LIST, from);
    gsize i = skip_spaces(p, from + 1);
    for (gboolean more = p->text[i] != close; more && node != NULL;) {
        if (is_map && !add_key(p, base, flow_node(p, i, ":", &i)))
            return NULL;
        i = is_map ? skip_spaces(p, i + 1) : i;
        if (!add_value(p, base, flow_node(p, i, ",]}", &i)))
            return NULL;
        i = skip_spaces(p, i);
        more = p->text[i] == ',';
        i = more ? skip_spaces(p, i + 1) : i;
    }
    if (node == NULL || p->text[i] != close)
        return NULL;
    *behind = i + 1;
    leave(p, node, base);
    node->end = (guint32)(p->base + i + 1);
    return node;
}

static YamlNode *read_list(Plain *p);
static YamlNode *read_map(Plain *p, gsize from);

/* The value that begins at `from` in the line that is read, inside what begins at column `parent`. */
static YamlNode *
read_value(Plain *p, gsize from, gsize parent)
{
    gsize behind = from;
    YamlNode *node;
    switch (p->text[from]) {
    case '"':
    case '\'':
        node = quoted_node(p, from, FALSE, &behind);
        return end_line(p, node, behind);
    case '[':
    case '{':
        node = read_flow(p, from, &behind);
        return end_line(p, node, behind);
    case '|':
    case '>':
        return read_block(p, from, parent);
    default:
        return begins_plain(p->text[from]) ? read_plain(p, from, parent) : NULL;
    }
}

/* What stands below `- ` or `key:` whose own line ends at `end`: a node, or an empty text there. */
static YamlNode *
read_below(Plain *p, gsize end, gsize parent, gboolean in_map)
{
    Mark mark = mark_at(p, end);
    find_line(p, p->eol + 1);
    gsize from = p->at + p->indent;
    if (is_item(p) && (p->indent > parent || (in_map && p->indent == parent)))
        return read_list(p);
    if (!at_end(p) && p->indent > parent)
        return is_key(p, from) ? read_map(p, from) : read_value(p, from, parent);
    YamlNode *empty = new_node(p, YAML_TEXT, end, mark);
    if (empty != NULL)
        empty->plain = TRUE;
    return empty;
}

/* Items from this line on, as long as they begin where its dash does. */
static YamlNode *
read_list(Plain *p)
{
    gsize col = p->indent;
    guint base = p->stack->len;
    YamlNode *node = enter(p, YAML_LIST, p->at + col), *item = node;
    while (item != NULL && is_item(p) && p->indent == col) {
        gsize behind = p->at + col + 1, from = skip_spaces(p, behind);
        item = p->text[from] == '\n' ? read_below(p, behind, col, FALSE)
               : is_key(p, from)     ? read_map(p, from)
                                     : read_value(p, from, col);
        if (!add_value(p, base, item))
            return NULL;
    }
    return node != NULL ? leave(p, node, base) : NULL;
}

/* Keys from `from` on, as long as lines begin in its column. */
static YamlNode *
read_map(Plain *p, gsize from)
{
    gsize col = from - p->at;
    guint base = p->stack->len;
    YamlNode *node = enter(p, YAML_MAP, from);
    if (node == NULL)
        return NULL;
    do {
        gsize colon = begins_plain(p->text[from]) ? scan_plain(p, from) : p->eol, value;
        if (p->text[colon] != ':' ||
            !add_key(p, base, plain_node(p, from, trim(p->text, from, colon))))
            return NULL;
        value = skip_spaces(p, colon + 1);
        if (!add_value(p, base,
                       p->text[value] == '\n' ? read_below(p, colon + 1, col, TRUE)
                                              : read_value(p, value, col)))
            return NULL;
        from = p->at + col;
    } while (!at_end(p) && p->indent == col);
    return leave(p, node, base);
}

static const guint8 doubtful[256] = {['\t'] = 1, [0x7F ... 0xFF] = 1};

static inline SpanBlock
doubtful_hits(SpanBlock bytes)
{
    return (SpanBlock)((bytes == '\t') | (bytes >= 0x7F));
}

/* FALSE with tabs, characters that YAML forbids, or a last line without its end. */
static gboolean
has_usual_bytes(const Plain *p)
{
    const char *text = p->text, *end = text + p->len;
    for (; text < end; text = g_utf8_next_char(text)) {
        text += span_until(text, (gsize)(end - text), doubtful_hits, doubtful);
        gunichar c = text < end ? g_utf8_get_char(text) : '\n';
        if (c == '\t' || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || (c & 0xFFFE) == 0xFFFE)
            return FALSE;
    }
    return p->len > 0 && end[-1] == '\n';
}

gboolean
yaml_plain_read(Arena *arena, const YamlPart *part, gboolean content, GPtrArray *children)
{
    const Source *source = part->source;
    g_autoptr(GPtrArray) stack = g_ptr_array_sized_new(64);
    Plain p = {.arena = arena,
               .source = source,
               .base = source_line_offset(source, part->first),
               .content = content,
               .stack = stack,
               .line = part->first - 1};
    p.text = source_text(source) + p.base;
    p.len = source_line_offset(source, part->last + 1) - p.base;
    p.ascii = span_is_ascii(p.text, p.len);
    if (!has_usual_bytes(&p))
        return FALSE;
    find_line(&p, 0);
    if (at_end(&p))
        return TRUE;
    if (p.indent > 0 || is_item(&p) != part->root_list)
        return FALSE;
    p.copy = arena_strndup(arena, p.text, p.len);
    YamlNode *root = part->root_list ? read_list(&p) : read_map(&p, p.at);
    if (root == NULL || !at_end(&p))
        return FALSE;
    gpointer *nodes = part->root_list ? (gpointer *)root->items : (gpointer *)root->pairs;
    guint n = part->root_list ? root->n : 2 * root->n, before = children->len;
    g_ptr_array_set_size(children, (gint)(before + n));
    if (n > 0)
        memcpy(children->pdata + before, nodes, n * sizeof *nodes);
    return TRUE;
}
