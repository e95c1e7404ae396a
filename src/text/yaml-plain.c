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
    gboolean ascii, content; /* ascii: the whole text */
    gboolean doubt;          /* nothing more is read, and libyaml reads it all */
    YamlNode **stack;        /* children of the nodes being read */
    guint n_stack, room, depth, n_nodes;
    guint line, n_blank; /* the line that is read, from 1 in the source; blank ones before it */
    gboolean wide;       /* it has characters of several bytes */
    gsize at, begin, eol; /* where it begins, its first character but spaces, its newline */
    gssize widest;        /* spaces of the widest of those */
    gssize indent;        /* its spaces; -1 at the end, where the only character is a newline */
} Plain;

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

/* Goes to the next line that has more than spaces; its indent. */
static gssize
next_line(Plain *p)
{
    gsize at = p->eol + 1, begin = skip_spaces(p, at);
    p->n_blank = 0;
    p->widest = 0;
    for (; at < p->len && p->text[begin] == '\n'; p->n_blank++) {
        p->widest = MAX(p->widest, (gssize)(begin - at));
        at = begin + 1;
        begin = skip_spaces(p, at);
    }
    gboolean any = at < p->len;
    p->line += p->n_blank + 1;
    p->at = at;
    p->indent = any ? (gssize)(begin - at) : -1;
    p->begin = any ? begin : p->len - 1;
    p->eol =
        (gsize)((const char *)memchr(p->text + p->begin, '\n', p->len - p->begin) - p->text);
    p->wide = !p->ascii && !span_is_ascii(p->text + p->begin, p->eol - p->begin);
    return p->indent;
}

static void
skip_comments(Plain *p)
{
    while (p->text[p->begin] == '#')
        next_line(p);
}

static gboolean
is_item(const Plain *p)
{
    const char *text = p->text + p->begin;
    return text[0] == '-' && (text[1] == ' ' || text[1] == '\n');
}

/* Where a plain text that has begun ends before `end`: at a colon before a blank, a # behind one, or there. A colon
   before what may only look like a blank is a doubt. */
static gsize
scan_more(Plain *p, gsize from, gsize end)
{
    const char *begin = p->text + from, *stop = p->text + end, *at = begin;
    while ((at = memchr(at, ':', (gsize)(stop - at))) != NULL && at[1] != ' ' &&
           at[1] != '\n') {
        at++;
        p->doubt |= (guchar)*at >= 0x80;
    }
    stop = at != NULL ? at : stop;
    at = begin;
    while ((at = memchr(at, '#', (gsize)(stop - at))) != NULL && at[-1] != ' ')
        at++;
    return (gsize)((at != NULL ? at : stop) - p->text);
}

/* Where one that begins at `from` ends; `from` when it is none. */
static gsize
scan_plain(Plain *p, gsize from, gsize end)
{
    static const char no_text[] = "-?:,[]{}#&*!|>'\"%@`<. \n";
    return strchr(no_text, p->text[from]) == NULL ? scan_more(p, from, end) : from;
}

static Mark
mark_at(const Plain *p, gsize start)
{
    gsize col = start - p->at;
    if (p->wide)
        col = (gsize)g_utf8_strlen(p->text + p->at, (gssize)col);
    return (Mark){p->source, p->line, (guint32)col + 1};
}

static YamlNode *
new_node(Plain *p, YamlKind kind, gsize start, Mark mark)
{
    YamlNode *node = arena_new0(p->arena, YamlNode);
    node->kind = kind;
    node->mark = mark;
    node->start = node->end = (guint32)(p->base + start);
    node->text = kind == YAML_TEXT ? "" : NULL;
    p->n_nodes++;
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

/* A plain text or key within the line. */
static YamlNode *
plain_node(Plain *p, gsize from, gsize to)
{
    YamlNode *node = new_node(p, YAML_TEXT, from, mark_at(p, from));
    node->plain = TRUE;
    return set_text(p, node, from, to, to);
}

/* What stands for the end of a line in a text whose copy ends at `to`: n newlines, or a space for none. */
static gsize
put_break(Plain *p, gsize to, guint n)
{
    memset(p->copy + to, n == 0 ? ' ' : '\n', MAX(n, 1));
    return to + MAX(n, 1);
}

/* Ends a text that was read up to `behind`; NULL where a comment there may be its words. */
static YamlNode *
end_value(Plain *p, YamlNode *node, gsize behind)
{
    if (node == NULL)
        return NULL;
    gsize i = skip_spaces(p, behind);
    if (p->text[i] != '\n' && (p->text[i] != '#' || i == behind))
        return NULL;
    if (p->text[i] == '#' && p->content && node->kind == YAML_TEXT) {
        g_autoptr(DiagList) found = diag_list_new();
        yaml_report_comment(p->source, node->start, node->end, found);
        if (diag_list_n(found) > 0)
            return NULL;
    }
    skip_comments(p);
    return node;
}

/* A plain text, which ends in its first line at `stop`. */
static YamlNode *
read_plain(Plain *p, gsize from, gsize stop, gssize parent)
{
    gsize end = trim(p->text, from, stop), to = end;
    YamlNode *node = plain_node(p, from, to);
    while (next_line(p) > parent && node != NULL && p->text[stop] == '\n' &&
           p->text[p->begin] != '#') {
        stop = scan_more(p, p->begin, p->eol);
        end = trim(p->text, p->begin, stop);
        to = put_break(p, to, p->n_blank);
        memcpy(p->copy + to, p->text + p->begin, end - p->begin);
        to += end - p->begin;
        node = set_text(p, node, from, to, end);
    }
    return end_value(p, node, end);
}

/* A quoted text without escapes, of one line when in brackets; *behind receives the place behind it. */
static YamlNode *
quoted_node(Plain *p, gsize from, gboolean flow, gsize *behind)
{
    YamlNode *node = new_node(p, YAML_TEXT, from, mark_at(p, from));
    const char quote = p->text[from], *stops = quote == '"' ? "\"\\\n" : "'\n";
    gsize to = from + 1, i = to;
    for (;;) {
        gsize n = strcspn(p->text + i, stops);
        memcpy(p->copy + to, p->text + i, n);
        to += n;
        i += n;
        if (p->text[i] == '\n' && !flow && next_line(p) > 0) {
            to = put_break(p, trim(p->copy, from + 1, to), p->n_blank);
            i = p->begin;
        } else if (quote == '\'' && p->text[i] == quote && p->text[i + 1] == quote) {
            p->copy[to++] = quote;
            i += 2;
        } else {
            break;
        }
    }
    *behind = i + 1;
    return p->text[i] == quote ? set_text(p, node, from + 1, to, i + 1) : NULL;
}

/* The lines of | and > joined as libyaml joins them; the newlines at the end are kept off. */
static YamlNode *
read_block(Plain *p, gsize from, gssize parent)
{
    gboolean literal = p->text[from] == '|', joins = FALSE;
    gsize to = from, behind = from + 1;
    behind += p->text[behind] == '-' || p->text[behind] == '+' ? 1 : 0;
    YamlNode *node = new_node(p, YAML_TEXT, from, mark_at(p, from));
    for (gssize indent = 0; p->text[behind] == '\n'; behind = p->eol) {
        next_line(p);
        indent = indent > 0 ? indent : p->indent;
        if (indent <= parent || p->widest > indent)
            break;
        if (p->indent < indent)
            return end_value(p, set_text(p, node, from, to, p->at), p->at - 1);
        gsize begin = p->at + (gsize)indent;
        gboolean first = to == from, joined = joins;
        joins = !literal && p->text[begin] != ' ';
        guint n = p->n_blank + (first || (joined && joins) ? 0 : 1);
        if (n > 0 || !first)
            to = put_break(p, to, n);
        memcpy(p->copy + to, p->text + begin, p->eol - begin);
        to += p->eol - begin;
    }
    return NULL;
}

static YamlNode *
enter(Plain *p, YamlKind kind, gsize start)
{
    p->doubt |= ++p->depth > YAML_MAX_DEPTH;
    return new_node(p, kind, start, mark_at(p, start));
}

/* Takes what lies on the stack above `base` as the node's children. */
static YamlNode *
leave(Plain *p, YamlNode *node, guint base)
{
    guint n = p->n_stack - base;
    YamlNode **own = arena_alloc(p->arena, n * sizeof(YamlNode *));
    for (guint i = 0; i < n; i++)
        own[i] = p->stack[base + i];
    if (n > 0)
        node->end = own[n - 1]->end;
    node->n = node->kind == YAML_MAP ? n / 2 : n;
    if (node->kind == YAML_MAP)
        node->pairs = (YamlPair *)own; /* keys and values in turn are pairs */
    else
        node->items = own;
    p->n_stack = base;
    p->depth--;
    return node;
}

/* Adds a child to the node whose children begin at `base`; FALSE, and a doubt, when it is NULL or one too many. */
static gboolean
add(Plain *p, guint base, YamlNode *child)
{
    p->doubt |=
        child == NULL || p->n_stack - base >= YAML_MAX_ITEMS || p->n_nodes > YAML_MAX_NODES;
    if (p->doubt)
        return FALSE;
    if (p->n_stack == p->room)
        p->stack = g_renew(YamlNode *, p->stack, p->room += 256);
    p->stack[p->n_stack++] = child;
    return TRUE;
}

/* The same for a key, which must be another than those before it. */
static gboolean
add_key(Plain *p, guint base, YamlNode *key)
{
    p->doubt |= key == NULL || key->len > MAX_KEY_BYTES || p->n_stack - base >= 2 * MAX_KEYS;
    for (guint i = base; i < p->n_stack && !p->doubt; i += 2) {
        const YamlNode *other = p->stack[i];
        p->doubt = other->len == key->len && memcmp(other->text, key->text, key->len) == 0;
    }
    return add(p, base, key);
}

static YamlNode *closed_node(Plain *p, gsize from, gboolean flow, gsize *behind);

/* A key or value in brackets: what follows the byte at *i, which moves on to a byte of `ends`. */
static YamlNode *
flow_node(Plain *p, const char *ends, gsize *i)
{
    YamlNode *node = NULL;
    gsize from = skip_spaces(p, *i + 1);
    if (*ends != ':' && strchr("[{\"'", p->text[from]) != NULL) {
        node = closed_node(p, from, TRUE, i);
    } else {
        *i = scan_plain(p, from, from + strcspn(p->text + from, ",[]{}?\n"));
        if (*i > from && p->text[*i - 1] != ':')
            node = plain_node(p, from, trim(p->text, from, *i));
    }
    if (node == NULL)
        return NULL;
    *i = skip_spaces(p, *i);
    return strchr(ends, p->text[*i]) != NULL ? node : NULL;
}

/* [a, b] or {a: b, c: d} of one line; *behind receives the place behind the bracket. */
static YamlNode *
read_flow(Plain *p, gsize from, gsize *behind)
{
    gboolean is_map = p->text[from] == '{';
    const char *ends = is_map ? ",}" : ",]";
    guint base = p->n_stack;
    YamlNode *node = enter(p, is_map ? YAML_MAP : YAML_LIST, from);
    gsize i = skip_spaces(p, from + 1);
    gboolean more = p->text[i] != ends[1] && !p->doubt;
    i = more ? from : i;
    while (more)
        more = (!is_map || add_key(p, base, flow_node(p, ":", &i))) &&
               add(p, base, flow_node(p, ends, &i)) && p->text[i] == ',';
    leave(p, node, base);
    node->end = (guint32)(p->base + i + 1);
    *behind = i + 1;
    return p->doubt ? NULL : node;
}

/* What ends with a sign of its own: a text in quotes, or brackets. */
static YamlNode *
closed_node(Plain *p, gsize from, gboolean flow, gsize *behind)
{
    char c = p->text[from];
    if (c == '[' || c == '{')
        return read_flow(p, from, behind);
    return c == '"' || c == '\'' ? quoted_node(p, from, flow, behind) : NULL;
}

static YamlNode *read_list(Plain *p);
static YamlNode *read_map(Plain *p, gsize from, gsize colon);

/* The node that begins at `from` in the line, inside what begins at column `parent`. Behind a key it is no mapping. */
static YamlNode *
read_node(Plain *p, gsize from, gssize parent, gboolean behind_key)
{
    gsize stop = scan_plain(p, from, p->eol), behind = from;
    if (stop > from && !behind_key && p->text[stop] == ':')
        return read_map(p, from, stop);
    if (stop > from)
        return read_plain(p, from, stop, parent);
    if (p->text[from] == '|' || p->text[from] == '>')
        return read_block(p, from, parent);
    YamlNode *node = closed_node(p, from, FALSE, &behind);
    next_line(p);
    return end_value(p, node, behind);
}

/* The value of a key, or the item of a dash, in column `col`: in the line from `behind` on, or in those below. */
static YamlNode *
read_value(Plain *p, gsize behind, gssize col, gboolean of_key)
{
    gsize from = skip_spaces(p, behind);
    if (p->text[from] != '\n')
        return read_node(p, from, col, of_key);
    Mark mark = mark_at(p, behind);
    next_line(p);
    skip_comments(p);
    if (is_item(p) && p->indent > col - of_key)
        return read_list(p);
    if (p->indent > col)
        return read_node(p, p->begin, col, FALSE);
    YamlNode *empty = new_node(p, YAML_TEXT, behind, mark);
    empty->plain = TRUE;
    return empty;
}

/* Items from this line on, as long as they begin where its dash does. */
static YamlNode *
read_list(Plain *p)
{
    gssize col = p->indent;
    guint base = p->n_stack;
    YamlNode *node = enter(p, YAML_LIST, p->begin);
    while (!p->doubt && p->indent == col && is_item(p))
        add(p, base, read_value(p, p->begin + 1, col, FALSE));
    return leave(p, node, base);
}

/* Keys as long as lines begin in the column of the first, which goes from `from` to its colon. */
static YamlNode *
read_map(Plain *p, gsize from, gsize colon)
{
    gssize col = (gssize)(from - p->at);
    guint base = p->n_stack;
    YamlNode *node = enter(p, YAML_MAP, from);
    while (colon > from && p->text[colon] == ':' &&
           add_key(p, base, plain_node(p, from, trim(p->text, from, colon))) &&
           add(p, base, read_value(p, colon + 1, col, TRUE)) && p->indent == col) {
        from = p->begin;
        colon = scan_plain(p, from, p->eol);
    }
    return leave(p, node, base);
}

gboolean
yaml_plain_read(Arena *arena, const YamlPart *part, gboolean content, GPtrArray *children)
{
    Plain p = {.arena = arena,
               .source = part->source,
               .base = source_line_offset(part->source, part->first),
               .content = content,
               .line = part->first - 1,
               .eol = G_MAXSIZE}; /* so that the next line begins at 0 */
    p.text = source_text(part->source) + p.base;
    p.len = source_line_offset(part->source, part->last + 1) - p.base;
    if (p.len == 0 || p.text[p.len - 1] != '\n' || memchr(p.text, '\t', p.len) != NULL)
        return FALSE;
    p.ascii = span_is_ascii(p.text, p.len);
    p.copy = arena_strndup(arena, p.text, p.len);
    next_line(&p);
    skip_comments(&p);
    if (p.indent < 0)
        return TRUE;
    if (p.indent > 0 || is_item(&p) != part->root_list)
        return FALSE;
    const YamlNode *root =
        part->root_list ? read_list(&p) : read_map(&p, p.begin, scan_plain(&p, p.begin, p.eol));
    g_free(p.stack);
    if (p.doubt || p.indent >= 0)
        return FALSE;
    for (guint i = 0; i < root->n; i++) {
        g_ptr_array_add(children, part->root_list ? root->items[i] : root->pairs[i].key);
        if (!part->root_list)
            g_ptr_array_add(children, root->pairs[i].value);
    }
    return TRUE;
}
