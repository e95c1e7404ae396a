#include "text/yaml-edit-private.h"
#include <string.h>

enum { STEP = 2, WRAP = 96, FLOW_MAX = 80 };

/* Where a value stands. */
typedef struct Seat {
    gsize behind;  /* right after the colon or the dash before it */
    guint indent;  /* of what is written below it */
    gboolean flow; /* inside brackets */
    gboolean is_item;
} Seat;

/* ---- places in the text ---- */

static gsize
line_begin(const YamlEdit *e, gsize at)
{
    while (at > e->begin && e->text[at - 1] != '\n')
        at--;
    return at;
}

/* Of the line break that ends the line, or the end of the YAML. */
static gsize
line_end(const YamlEdit *e, gsize at)
{
    while (at < e->end && e->text[at] != '\n')
        at++;
    return at;
}

static gsize
next_line(const YamlEdit *e, gsize at)
{
    return MIN(line_end(e, at) + 1, e->end);
}

static guint
column(const YamlEdit *e, gsize at)
{
    return (guint)(at - line_begin(e, at));
}

static gboolean
is_first_on_line(const YamlEdit *e, gsize at)
{
    while (at > e->begin && e->text[at - 1] == ' ')
        at--;
    return at == e->begin || e->text[at - 1] == '\n';
}

static gboolean
is_flow(const YamlEdit *e, const YamlNode *node)
{
    return node->kind != YAML_TEXT &&
           (e->text[node->start] == '[' || e->text[node->start] == '{');
}

/* Behind the last byte of a value; libyaml's end may lie behind blank lines. */
static gsize
end_of(const YamlEdit *e, const YamlNode *node)
{
    if (node->kind != YAML_TEXT && node->n > 0 && !is_flow(e, node))
        return end_of(e, node->kind == YAML_LIST ? node->items[node->n - 1]
                                                 : node->pairs[node->n - 1].value);
    gsize at = MIN(node->end, e->end);
    while (at > node->start && g_ascii_isspace(e->text[at - 1]))
        at--;
    return at;
}

static gsize
behind_colon(const YamlEdit *e, const YamlNode *key)
{
    gsize at = key->end;
    while (at < e->end && e->text[at] != ':')
        at++;
    return MIN(at + 1, e->end);
}

/* The dash of an item of a block list. */
static gsize
dash_of(const YamlEdit *e, const YamlNode *list, guint i)
{
    gsize at = i == 0 ? list->start : end_of(e, list->items[i - 1]);
    while (at < e->end && e->text[at] != '-')
        at = e->text[at] == '#' ? line_end(e, at) : at + 1;
    return at;
}

/* Where the comments right above a line begin that belong to it; not above `limit`. */
static gsize
above(const YamlEdit *e, gsize at, gsize limit)
{
    gsize begin = line_begin(e, at);
    while (begin > limit) {
        gsize before = line_begin(e, begin - 1);
        gsize word = before + strspn(e->text + before, " ");
        if (before < limit || e->text[word] != '#')
            break;
        begin = before;
    }
    return begin;
}

/* ---- splices ---- */

static GString *
splice(YamlEdit *e, gsize from, gsize to)
{
    GString *put = g_string_new(NULL);
    e->splices[e->n++] = (Splice){from, to, put};
    return put;
}

static void
drop(YamlEdit *e, gsize from, gsize to)
{
    (void)splice(e, from, to);
}

/* Blanks behind the value would become part of a | text that ends there. */
static void
take_blanks(YamlEdit *e)
{
    Splice *s = &e->splices[e->n - 1];
    gsize eol = line_end(e, s->to), blanks = strspn(e->text + s->to, " \t");
    if (s->to + blanks == eol && memchr(s->put->str, '\n', s->put->len) != NULL)
        s->to = eol;
}

static void
append_spaces(GString *out, guint n)
{
    for (guint i = 0; i < n; i++)
        g_string_append_c(out, ' ');
}

/* ---- one value for another ---- */

static YamlStyle
style_of(const YamlEdit *e, const YamlNode *node)
{
    static const char marks[] = {[YAML_STYLE_LITERAL] = '|',
                                 [YAML_STYLE_FOLDED] = '>',
                                 [YAML_STYLE_SINGLE] = '\'',
                                 [YAML_STYLE_DOUBLE] = '"'};
    for (guint i = YAML_STYLE_LITERAL; i < N_YAML_STYLES && !node->plain; i++)
        if (e->text[node->start] == marks[i])
            return (YamlStyle)i;
    return YAML_STYLE_PLAIN;
}

/* What the lines of a | or > text are indented to; 0 = it has none. */
static guint
block_indent(const YamlEdit *e, const YamlNode *node)
{
    for (gsize at = next_line(e, node->start); at < node->end; at = next_line(e, at)) {
        gsize n = strspn(e->text + at, " ");
        if (e->text[at + n] != '\n')
            return (guint)n;
    }
    return 0;
}

/* The style of this attempt: the one that is there first. */
static gboolean
choose_style(const YamlEdit *e, const YamlNode *old, const YamlNode *new, YamlStyle *style)
{
    static const YamlStyle order[YAML_ATTEMPTS] = {YAML_STYLE_PLAIN,   YAML_STYLE_PLAIN,
                                                   YAML_STYLE_LITERAL, YAML_STYLE_SINGLE,
                                                   YAML_STYLE_DOUBLE,  YAML_STYLE_DOUBLE};
    gboolean lines = memchr(new->text, '\n', new->len) != NULL;
    *style = order[e->attempt];
    if (e->attempt == 0 && old->kind == YAML_TEXT && old->len > 0)
        *style = style_of(e, old);
    if (new->len == 0)
        *style = YAML_STYLE_DOUBLE;
    else if (*style == YAML_STYLE_LITERAL && !lines && e->attempt > 0)
        return FALSE;
    return *style != YAML_STYLE_SINGLE || e->attempt == 0 || strchr(new->text, '\'') == NULL;
}

static gboolean
put_text(YamlEdit *e, const Seat *place, const YamlNode *old, const YamlNode *new)
{
    YamlStyle style;
    if (!choose_style(e, old, new, &style))
        return FALSE;
    gsize end = end_of(e, old);
    YamlSpot spot = {place->indent, WRAP, place->flow};
    gboolean one_line = memchr(e->text + old->start, '\n', end - old->start) == NULL;
    if (old->kind == YAML_TEXT && old->len > 0 && one_line)
        spot.wrap = 0;
    if (old->kind == YAML_TEXT && style == style_of(e, old) && block_indent(e, old) > 0)
        spot.indent = block_indent(e, old);
    gboolean in_place = old->kind == YAML_TEXT ? end > old->start : is_flow(e, old);
    GString *put = splice(e, in_place ? old->start : place->behind, end);
    if (!in_place)
        g_string_append_c(put, ' ');
    gboolean fits = yaml_write_text(put, new->text, new->len, style, &spot);
    take_blanks(e);
    return fits;
}

/* Below `key:`; a comment behind the colon stays there. */
static gboolean
put_below(YamlEdit *e, const Seat *place, const YamlNode *old, const YamlNode *new)
{
    gsize end = end_of(e, old), eol = line_end(e, end);
    gsize rest = end + strspn(e->text + end, " \t");
    gboolean takes_line = rest >= eol || e->text[rest] == '#';
    GString *put = splice(e, place->behind, takes_line ? eol : end);
    if (takes_line && rest < eol) {
        g_string_append_c(put, ' ');
        g_string_append_len(put, e->text + rest, (gssize)(eol - rest));
    }
    g_string_append_c(put, '\n');
    append_spaces(put, place->indent);
    yaml_write_block(put, new, place->indent);
    return TRUE;
}

static gboolean
put_value(YamlEdit *e, const Seat *place, const YamlNode *old, const YamlNode *new)
{
    if (new->kind == YAML_TEXT)
        return put_text(e, place, old, new);
    if (e->attempt > 2)
        return FALSE;
    gboolean brackets = place->flow || new->n == 0 || e->attempt == 2;
    if (!brackets && is_flow(e, old) && e->attempt == 0) {
        g_autoptr(GString) line = g_string_new(NULL);
        yaml_write_flow(line, new);
        brackets = e->coarse || line->len <= FLOW_MAX;
    }
    gsize end = end_of(e, old);
    if (brackets) {
        gboolean in_place = old->kind == YAML_TEXT ? end > old->start : is_flow(e, old);
        GString *put = splice(e, in_place ? old->start : place->behind, end);
        g_string_append(put, in_place ? "" : " ");
        yaml_write_flow(put, new);
        return TRUE;
    }
    if (old->kind != YAML_TEXT && !is_flow(e, old)) {
        yaml_write_block(splice(e, old->start, end), new, column(e, old->start));
        take_blanks(e);
        return TRUE;
    }
    if (!place->is_item)
        return put_below(e, place, old, new);
    GString *put = splice(e, place->behind, end);
    g_string_append_c(put, ' ');
    yaml_write_block(put, new, place->indent);
    take_blanks(e);
    return TRUE;
}

/* ---- pairs ---- */

static void
write_pair(GString *out, const YamlPair *pair, const YamlSpot *spot)
{
    yaml_write_key(out, pair->key->text, pair->key->len, spot->flow);
    yaml_write_value(out, pair->value, spot, FALSE);
}

/* A new member between brackets; `behind`: the member before it, NULL = `before` follows. */
static void
put_between(YamlEdit *e,
            const YamlNode *node,
            const YamlNode *behind,
            const YamlNode *before,
            const GString *member)
{
    gsize at = behind != NULL   ? end_of(e, behind)
               : before != NULL ? before->start
                                : node->start + 1;
    GString *put = splice(e, at, at);
    g_string_append(put, behind != NULL ? ", " : "");
    g_string_append_len(put, member->str, (gssize)member->len);
    g_string_append(put, behind == NULL && before != NULL ? ", " : "");
}

static gboolean
insert_pair(YamlEdit *e, const Seat *place, const YamlNode *map, const YamlPair *pair, guint at)
{
    YamlSpot spot = {STEP, WRAP, place->flow || is_flow(e, map)};
    if (e->attempt > 0)
        return FALSE;
    if (spot.flow) {
        g_autoptr(GString) member = g_string_new(NULL);
        write_pair(member, pair, &spot);
        put_between(e, map, at > 0 ? map->pairs[at - 1].value : NULL,
                    at < map->n ? map->pairs[at].key : NULL, member);
        return TRUE;
    }
    if (map->n == 0) { /* only a root has no pair and no brackets */
        GString *put = splice(e, e->end, e->end);
        if (e->end > e->begin && e->text[e->end - 1] != '\n')
            g_string_append_c(put, '\n');
        write_pair(put, pair, &spot);
        g_string_append_c(put, '\n');
        return TRUE;
    }
    guint col = column(e, map->pairs[0].key->start);
    spot.indent = col + STEP;
    if (at == 0) {
        gsize from = map->pairs[0].key->start;
        GString *put = splice(e, from, from);
        write_pair(put, pair, &spot);
        g_string_append_c(put, '\n');
        append_spaces(put, col);
        return TRUE;
    }
    gsize from = line_end(e, end_of(e, map->pairs[at - 1].value));
    GString *put = splice(e, from, from);
    g_string_append_c(put, '\n');
    append_spaces(put, col);
    write_pair(put, pair, &spot);
    return TRUE;
}

static gboolean
remove_pair(YamlEdit *e, const Seat *place, const YamlNode *map, guint at)
{
    gsize from = map->pairs[at].key->start, end = end_of(e, map->pairs[at].value);
    const YamlNode *next = at + 1 < map->n ? map->pairs[at + 1].key : NULL;
    if (place->flow || is_flow(e, map)) {
        if (e->attempt > 0)
            return FALSE;
        if (at > 0)
            drop(e, end_of(e, map->pairs[at - 1].value), end);
        else
            drop(e, from, next != NULL ? next->start : end);
        return TRUE;
    }
    if (is_first_on_line(e, from)) {
        drop(e, line_begin(e, from), next_line(e, end));
        return e->attempt == 0;
    }
    /* The first one behind a dash: the next one takes its place, if nothing stands between. */
    gboolean follows = next != NULL && line_begin(e, next->start) == next_line(e, end);
    if (e->attempt > 1 || (e->attempt == 0 && !follows))
        return FALSE;
    drop(e, e->attempt == 0 ? from : place->behind, e->attempt == 0 ? next->start : end);
    return TRUE;
}

/* ---- items ---- */

static gboolean
insert_item(
    YamlEdit *e, const Seat *place, const YamlNode *list, const YamlNode *item, guint at)
{
    if (e->attempt > 0)
        return FALSE;
    if (place->flow || is_flow(e, list)) {
        g_autoptr(GString) member = g_string_new(NULL);
        yaml_write_flow(member, item);
        put_between(e, list, at > 0 ? list->items[at - 1] : NULL,
                    at < list->n ? list->items[at] : NULL, member);
        return TRUE;
    }
    if (list->n == 0) { /* the root */
        GString *put = splice(e, e->end, e->end);
        YamlSpot spot = {STEP, WRAP, FALSE};
        if (e->end > e->begin && e->text[e->end - 1] != '\n')
            g_string_append_c(put, '\n');
        g_string_append_c(put, '-');
        yaml_write_value(put, item, &spot, TRUE);
        g_string_append_c(put, '\n');
        return TRUE;
    }
    guint col = column(e, dash_of(e, list, 0));
    YamlSpot spot = {col + STEP, WRAP, FALSE};
    gsize dash = at < list->n ? dash_of(e, list, at) : 0;
    gboolean is_end = at == list->n, own_line = !is_end && is_first_on_line(e, dash);
    gsize from = is_end     ? line_end(e, end_of(e, list->items[at - 1]))
                 : own_line ? above(e, dash,
                                    at > 0 ? next_line(e, end_of(e, list->items[at - 1]))
                                           : line_begin(e, dash))
                            : dash;
    GString *put = splice(e, from, from);
    g_string_append(put, is_end ? "\n" : "");
    append_spaces(put, is_end || own_line ? col : 0);
    g_string_append_c(put, '-');
    yaml_write_value(put, item, &spot, TRUE);
    g_string_append(put, is_end ? "" : "\n");
    append_spaces(put, is_end || own_line ? 0 : col);
    return TRUE;
}

static gboolean
remove_item(YamlEdit *e, const Seat *place, const YamlNode *list, guint at)
{
    gsize end = end_of(e, list->items[at]);
    if (e->attempt > 0)
        return FALSE;
    if (place->flow || is_flow(e, list)) {
        if (at > 0)
            drop(e, end_of(e, list->items[at - 1]), end);
        else
            drop(e, list->items[0]->start, list->n > 1 ? list->items[1]->start : end);
        return TRUE;
    }
    gsize dash = dash_of(e, list, at);
    if (is_first_on_line(e, dash))
        drop(e, line_begin(e, dash), next_line(e, end));
    else if (at + 1 < list->n)
        drop(e, dash, dash_of(e, list, at + 1));
    else
        return FALSE;
    return TRUE;
}

/* Whole lines change places, comments above them included. */
static gboolean
move_item(YamlEdit *e, const Seat *place, const YamlNode *list, guint from, guint to)
{
    gsize ends[2], begins[2];
    guint which[2] = {from, to};
    for (guint i = 0; i < 2; i++) {
        gsize dash = dash_of(e, list, which[i]);
        gsize limit =
            next_line(e, which[i] > 0 ? end_of(e, list->items[which[i] - 1]) : place->behind);
        if (place->behind == 0 && which[i] == 0)
            limit = line_begin(e, dash); /* comments above the root are the file's */
        if (!is_first_on_line(e, dash))
            return FALSE;
        begins[i] = above(e, dash, limit);
        ends[i] = next_line(e, end_of(e, list->items[which[i]]));
    }
    g_autoptr(GString) lines =
                  g_string_new_len(e->text + begins[0], (gssize)(ends[0] - begins[0]));
    if (lines->len == 0 || lines->str[lines->len - 1] != '\n')
        g_string_append_c(lines, '\n');
    gsize at = to > from ? ends[1] : begins[1];
    gboolean no_break = at == e->end && at > e->begin && e->text[at - 1] != '\n';
    if (to > from)
        drop(e, begins[0], ends[0]);
    GString *put = splice(e, at, at);
    g_string_append(put, no_break ? "\n" : "");
    g_string_append_len(put, lines->str, (gssize)(lines->len - (no_break ? 1 : 0)));
    if (to < from)
        drop(e, begins[0], ends[0]);
    return TRUE;
}

/* ---- from what is to what is wanted ---- */

static gboolean
descend(YamlEdit *e, const Seat *place, const YamlNode *old, const YamlNode *new);

static gboolean
equal_pairs(const YamlPair *a, const YamlPair *b, guint n)
{
    for (guint i = 0; i < n; i++) {
        if (!yaml_equal(a[i].key, b[i].key) || !yaml_equal(a[i].value, b[i].value))
            return FALSE;
    }
    return TRUE;
}

static gboolean
equal_items(YamlNode *const *a, YamlNode *const *b, guint n)
{
    for (guint i = 0; i < n; i++) {
        if (!yaml_equal(a[i], b[i]))
            return FALSE;
    }
    return TRUE;
}

static gboolean
splice_map(YamlEdit *e, const Seat *place, const YamlNode *old, const YamlNode *new)
{
    guint i = 0, n = old->n;
    while (i < n && i < new->n &&equal_pairs(&old->pairs[i], &new->pairs[i], 1))
        i++;
    if (new->n == n + 1 && equal_pairs(&old->pairs[i], &new->pairs[i + 1], n - i))
        return insert_pair(e, place, old, &new->pairs[i], i);
    if (new->n + 1 == n && equal_pairs(&old->pairs[i + 1], &new->pairs[i], n - i - 1))
        return remove_pair(e, place, old, i);
    if (new->n != n || !yaml_equal(old->pairs[i].key, new->pairs[i].key) ||
        !equal_pairs(&old->pairs[i + 1], &new->pairs[i + 1], n - i - 1))
        return put_value(e, place, old, new);
    gsize key = old->pairs[i].key->start;
    gboolean flow = place->flow || is_flow(e, old);
    Seat inner = {behind_colon(e, old->pairs[i].key), column(e, key) + STEP, flow, FALSE};
    return descend(e, &inner, old->pairs[i].value, new->pairs[i].value);
}

static gboolean
splice_list(YamlEdit *e, const Seat *place, const YamlNode *old, const YamlNode *new)
{
    guint i = 0, n = old->n;
    gboolean flow = place->flow || is_flow(e, old);
    while (i < n && i < new->n &&yaml_equal(old->items[i], new->items[i]))
        i++;
    if (new->n == n + 1 && equal_items(&old->items[i], &new->items[i + 1], n - i))
        return insert_item(e, place, old, new->items[i], i);
    if (new->n + 1 == n && equal_items(&old->items[i + 1], &new->items[i], n - i - 1))
        return remove_item(e, place, old, i);
    if (new->n != n || !equal_items(&old->items[i + 1], &new->items[i + 1], n - i - 1)) {
        if (!flow && e->change->action == YAML_MOVE && e->attempt == 0)
            return move_item(e, place, old, e->change->path.steps[e->change->path.n - 1].index,
                             e->change->to);
        return put_value(e, place, old, new);
    }
    gsize dash = flow ? old->items[i]->start : dash_of(e, old, i);
    Seat inner = {flow ? dash : dash + 1, column(e, dash) + STEP, flow, TRUE};
    return descend(e, &inner, old->items[i], new->items[i]);
}

static gboolean
descend(YamlEdit *e, const Seat *place, const YamlNode *old, const YamlNode *new)
{
    gboolean whole = old->kind != new->kind || old->kind == YAML_TEXT || new->n == 0 ||
                     (old->n == 0 && !is_flow(e, old));
    if (whole || (e->coarse && is_flow(e, old)))
        return put_value(e, place, old, new);
    return old->kind == YAML_MAP ? splice_map(e, place, old, new)
                                 : splice_list(e, place, old, new);
}

gboolean
yaml_splice(YamlEdit *edit, const YamlNode *old, const YamlNode *wanted)
{
    static const Seat top = {0, 0, FALSE, FALSE};
    return old->kind == YAML_MAP ? splice_map(edit, &top, old, wanted)
                                 : splice_list(edit, &top, old, wanted);
}
