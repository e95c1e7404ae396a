#include "text/yaml-tree.h"
#include "base/chars.h"
#include "text/yaml-remedy.h"
#include <string.h>

enum { HASH_FROM = 24 };

Mark
yaml_tree_mark(const YamlReader *reader, const yaml_mark_t *mark)
{
    return (Mark){reader->source, reader->first + (guint32)mark->line,
                  (guint32)mark->column + 1};
}

/* libyaml counts characters; marks come nearly in order, so walking from the last one is short. */
static guint32
offset_of(YamlReader *reader, const yaml_mark_t *mark)
{
    const char *text = source_text(reader->source) + reader->base;
    const char *end = source_text(reader->source) + source_len(reader->source);
    if (reader->ascii)
        return (guint32)MIN(reader->base + mark->index, source_len(reader->source));
    const char *at = text + reader->offset;
    gsize index = reader->index;
    for (; index < mark->index && at < end; index++)
        at += g_utf8_skip[(guchar)*at];
    for (; index > mark->index && at > text; index--)
        at = g_utf8_prev_char(at);
    reader->index = index;
    reader->offset = (gsize)(at - text);
    return (guint32)(reader->base + reader->offset);
}

gboolean
yaml_tree_next(YamlReader *reader, yaml_event_t *event)
{
    if (!yaml_parser_parse(&reader->parser, event)) {
        reader->failed = TRUE;
        return FALSE;
    }
    return TRUE;
}

static YamlNode *
new_node(YamlReader *reader, YamlKind kind, const yaml_event_t *event)
{
    YamlNode *node = arena_new0(reader->arena, YamlNode);
    node->kind = kind;
    node->mark = yaml_tree_mark(reader, &event->start_mark);
    node->start = offset_of(reader, &event->start_mark);
    node->end = offset_of(reader, &event->end_mark);
    if (++reader->n_nodes > YAML_MAX_NODES) {
        diag_add(reader->diags, DIAG_YAML_NODES, node->mark, 1, NULL);
        reader->failed = reader->told = reader->stop = TRUE;
    }
    return node;
}

void
yaml_tree_check(YamlReader *reader,
                const yaml_event_t *event,
                const yaml_char_t *anchor,
                const yaml_char_t *tag)
{
    Mark at = yaml_tree_mark(reader, &event->start_mark);
    if (anchor != NULL)
        yaml_report_unquoted(reader->source, DIAG_YAML_ALIAS, at, reader->diags);
    if (tag != NULL)
        yaml_report_unquoted(reader->source, DIAG_YAML_TAG, at, reader->diags);
}

/* Escapes in double quotes can make characters that no source may hold. */
static gboolean
check_escapes(YamlReader *reader, const YamlNode *node)
{
    static const DiagCode codes[N_CHAR_FAULTS] = {
        [CHAR_FAULT_NUL] = DIAG_CHAR_NUL,
        [CHAR_FAULT_CONTROL] = DIAG_CHAR_CONTROL,
        [CHAR_FAULT_BIDI] = DIAG_CHAR_BIDI,
        [CHAR_FAULT_LINE] = DIAG_CHAR_LINE,
    };
    CharFault fault;
    const char *at = chars_find_fault(node->text, node->len, &fault);
    if (at == NULL)
        return TRUE;
    g_autoptr(GString) name = g_string_new(NULL);
    chars_append_name(name, g_utf8_get_char(at));
    diag_add(reader->diags, codes[fault], node->mark, 1, name->str, NULL);
    return FALSE;
}

/* What a text lost or swallowed without a word: see yaml-remedy.h. */
static void
check_lost(YamlReader *reader, const YamlNode *node, yaml_scalar_style_t style)
{
    if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE)
        return;
    const char *behind = source_text(reader->source) + node->end;
    gboolean room =
        diag_list_n(reader->diags) < YAML_MAX_FINDINGS / 2; /* no error for its warnings */
    if (reader->content && room && (*behind == ' ' || *behind == '\t'))
        yaml_report_comment(reader->source, node->start, node->end, reader->diags);
    gsize key = strspn(node->text, "abcdefghijklmnopqrstuvwxyz_");
    if (node->plain && key > 0 && node->text[key] == ':' && (guchar)node->text[key + 1] >= 0x80)
        yaml_report_invisible(reader->source, node->mark.line, reader->diags);
}

static YamlNode *
read_text(YamlReader *reader, const yaml_event_t *event)
{
    YamlNode *node = new_node(reader, YAML_TEXT, event);
    const char *text = (const char *)event->data.scalar.value;
    gsize len = event->data.scalar.length;
    yaml_tree_check(reader, event, event->data.scalar.anchor, event->data.scalar.tag);
    yaml_scalar_style_t style = event->data.scalar.style;
    node->plain = style == YAML_PLAIN_SCALAR_STYLE;
    if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE)
        while (len > 0 && text[len - 1] == '\n')
            len--;
    if (len > YAML_MAX_TEXT) {
        g_autofree char *size = g_strdup_printf("%" G_GSIZE_FORMAT, len);
        diag_add(reader->diags, DIAG_TEXT_TOO_LONG, node->mark, 1, size, NULL);
        len = (gsize)(g_utf8_find_prev_char(text, text + YAML_MAX_TEXT) - text);
    }
    node->text = arena_strndup(reader->arena, text, len);
    node->len = len;
    if (style == YAML_DOUBLE_QUOTED_SCALAR_STYLE && !check_escapes(reader, node)) {
        node->text = "";
        node->len = 0;
    }
    check_lost(reader, node, style);
    return node;
}

static YamlNode *read_node(YamlReader *reader, yaml_event_t *event);

void
yaml_children_init(YamlChildren *children)
{
    *children = (YamlChildren){.nodes = g_ptr_array_new()};
}

void
yaml_children_clear(YamlChildren *children)
{
    g_ptr_array_unref(children->nodes);
    g_clear_pointer(&children->lines, g_hash_table_unref);
}

/* The line where `key` stands already; 0 = it is new. */
static guint32
find_line(YamlChildren *children, const YamlNode *key)
{
    GPtrArray *nodes = children->nodes;
    if (children->lines != NULL)
        return GPOINTER_TO_UINT(g_hash_table_lookup(children->lines, key->text));
    for (guint i = 0; i < nodes->len; i += 2) {
        const YamlNode *other = nodes->pdata[i];
        if (other->len == key->len && memcmp(other->text, key->text, key->len) == 0)
            return other->mark.line;
    }
    return 0;
}

static void
remember_key(YamlChildren *children, YamlNode *key)
{
    if (children->lines != NULL) {
        g_hash_table_insert(children->lines, (char *)(guintptr)key->text,
                            GUINT_TO_POINTER(key->mark.line));
        return;
    }
    if (children->nodes->len < 2 * HASH_FROM)
        return;
    children->lines = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < children->nodes->len; i += 2)
        remember_key(children, children->nodes->pdata[i]);
}

/* FALSE, reported once, when the list or mapping has all the items it may have. */
gboolean
yaml_tree_has_room(YamlReader *reader, YamlChildren *children, guint n, Mark at)
{
    if (n < YAML_MAX_ITEMS)
        return TRUE;
    if (!children->full)
        diag_add(reader->diags, DIAG_YAML_ITEMS, at, 1, NULL);
    children->full = TRUE;
    return FALSE;
}

static guint
n_points(const YamlNode *node)
{
    return (guint)g_utf8_strlen(node->text, (gssize)node->len);
}

static void
add_pair(YamlReader *reader, YamlChildren *children, YamlNode *key, YamlNode *value)
{
    if (!yaml_tree_has_room(reader, children, children->nodes->len / 2, key->mark))
        return;
    if (key->kind != YAML_TEXT || key->len == 0) {
        diag_add(reader->diags, DIAG_YAML_KEY, key->mark, 1, NULL);
        return;
    }
    if (key->plain && strcmp(key->text, "<<") == 0) {
        diag_add(reader->diags, DIAG_YAML_MERGE, key->mark, 2, NULL);
        return;
    }
    guint32 line = find_line(children, key);
    if (line > 0) {
        char number[16];
        g_snprintf(number, sizeof number, "%u", line);
        diag_add(reader->diags, DIAG_YAML_DUPLICATE, key->mark, n_points(key), key->text,
                 number, NULL);
        return;
    }
    g_ptr_array_add(children->nodes, key);
    g_ptr_array_add(children->nodes, value);
    remember_key(children, key);
}

/* A comma that cut a text inside {…}: bytes from the text before it to the last piece. */
typedef struct Cut {
    guint32 from, to; /* to 0 = none */
} Cut;

static void
end_cut(YamlReader *reader, Cut *cut)
{
    if (cut->to > 0)
        yaml_report_span(reader->source, DIAG_YAML_COMMA, cut->from, cut->to, reader->diags);
    *cut = (Cut){0, 0};
}

/* A "key" inside {…} that no colon follows is what a comma cut off. */
static gboolean
is_cut_off(const YamlReader *reader, const YamlNode *key, const YamlNode *value)
{
    return key->kind == YAML_TEXT && value->kind == YAML_TEXT && value->plain &&
           value->len == 0 && value->end >= key->end &&
           memchr(source_text(reader->source) + key->end, ':', value->end - key->end) == NULL;
}

gboolean
yaml_tree_pairs(YamlReader *reader, YamlChildren *children, gboolean flow)
{
    Cut cut = {0, 0};
    guint32 text_from = 0;
    for (;;) {
        yaml_event_t event;
        if (!yaml_tree_next(reader, &event))
            return FALSE;
        if (event.type == YAML_MAPPING_END_EVENT) {
            children->end = offset_of(reader, &event.end_mark);
            yaml_event_delete(&event);
            end_cut(reader, &cut);
            return TRUE;
        }
        YamlNode *key = read_node(reader, &event);
        if (key == NULL || !yaml_tree_next(reader, &event))
            return FALSE;
        YamlNode *value = read_node(reader, &event);
        if (value == NULL)
            return FALSE;
        if (flow && is_cut_off(reader, key, value)) {
            cut.from = cut.to > 0 ? cut.from : text_from > 0 ? text_from : key->start;
            cut.to = key->end;
            continue;
        }
        end_cut(reader, &cut);
        text_from = value->kind == YAML_TEXT ? value->start : 0;
        add_pair(reader, children, key, value);
    }
}

void
yaml_tree_finish_map(YamlReader *reader, YamlNode *map, const YamlChildren *children)
{
    gpointer *nodes = children->nodes->pdata;
    map->n = children->nodes->len / 2;
    map->pairs = arena_alloc(reader->arena, map->n * sizeof(YamlPair));
    for (guint i = 0; i < map->n; i++)
        map->pairs[i] = (YamlPair){nodes[2 * i], nodes[2 * i + 1]};
}

gboolean
yaml_tree_items(YamlReader *reader, YamlChildren *children)
{
    for (;;) {
        yaml_event_t event;
        if (!yaml_tree_next(reader, &event))
            return FALSE;
        if (event.type == YAML_SEQUENCE_END_EVENT) {
            children->end = offset_of(reader, &event.end_mark);
            yaml_event_delete(&event);
            return TRUE;
        }
        YamlNode *item = read_node(reader, &event);
        if (item == NULL)
            return FALSE;
        if (yaml_tree_has_room(reader, children, children->nodes->len, item->mark))
            g_ptr_array_add(children->nodes, item);
    }
}

void
yaml_tree_finish_list(YamlReader *reader, YamlNode *list, const YamlChildren *children)
{
    list->n = children->nodes->len;
    list->items = arena_alloc(reader->arena, list->n * sizeof(YamlNode *));
    for (guint i = 0; i < list->n; i++)
        list->items[i] = children->nodes->pdata[i];
}

static gboolean
enter(YamlReader *reader, const yaml_event_t *event)
{
    if (++reader->depth <= YAML_MAX_DEPTH)
        return TRUE;
    diag_add(reader->diags, DIAG_YAML_DEPTH, yaml_tree_mark(reader, &event->start_mark), 1,
             NULL);
    reader->failed = reader->told = TRUE;
    return FALSE;
}

/* What a mapping or list covers: to its bracket, or to the end of its last child. */
static void
set_end(YamlNode *node, const YamlChildren *children, gboolean flow)
{
    if (flow)
        node->end = children->end;
    else if (children->nodes->len > 0)
        node->end = ((YamlNode *)children->nodes->pdata[children->nodes->len - 1])->end;
}

/* {KTP, KK}, which was reported, is the text between its brackets: not a second fault for whoever reads it. */
static void
read_bracketed(YamlReader *reader, YamlNode *map)
{
    const char *source = source_text(reader->source);
    g_autofree char *inner = g_strndup(source + map->start + 1, map->end - map->start - 2);
    g_strstrip(inner);
    if (*inner == '\0')
        return;
    map->kind = YAML_TEXT;
    map->len = strlen(inner);
    map->text = arena_strndup(reader->arena, inner, map->len);
}

static YamlNode *
read_children(YamlReader *reader, const yaml_event_t *event)
{
    gboolean is_map = event->type == YAML_MAPPING_START_EVENT;
    gboolean flow = is_map ? event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                           : event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    if (is_map)
        yaml_tree_check(reader, event, event->data.mapping_start.anchor,
                        event->data.mapping_start.tag);
    else
        yaml_tree_check(reader, event, event->data.sequence_start.anchor,
                        event->data.sequence_start.tag);
    YamlNode *node = new_node(reader, is_map ? YAML_MAP : YAML_LIST, event);
    if (!enter(reader, event))
        return NULL;
    YamlChildren children;
    yaml_children_init(&children);
    gboolean done =
        is_map ? yaml_tree_pairs(reader, &children, flow) : yaml_tree_items(reader, &children);
    if (done) {
        set_end(node, &children, flow);
        if (is_map)
            yaml_tree_finish_map(reader, node, &children);
        else
            yaml_tree_finish_list(reader, node, &children);
        if (is_map && flow && node->n == 0 && node->end > node->start + 1)
            read_bracketed(reader, node);
        reader->depth--;
    }
    yaml_children_clear(&children);
    return done ? node : NULL;
}

/* Reads the node that `event` begins and deletes the event; NULL when reading failed. */
static YamlNode *
read_node(YamlReader *reader, yaml_event_t *event)
{
    YamlNode *node = NULL;
    if (event->type == YAML_SCALAR_EVENT) {
        node = read_text(reader, event);
    } else if (event->type == YAML_ALIAS_EVENT) {
        yaml_report_unquoted(reader->source, DIAG_YAML_ALIAS,
                             yaml_tree_mark(reader, &event->start_mark), reader->diags);
        node = new_node(reader, YAML_TEXT, event);
        node->text = "";
        node->plain = TRUE;
    } else {
        node = read_children(reader, event);
    }
    yaml_event_delete(event);
    if (diag_list_n(reader->diags) > YAML_MAX_FINDINGS && !reader->failed)
        reader->failed = reader->told = reader->stop = TRUE;
    return reader->failed ? NULL : node;
}
