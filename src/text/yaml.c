#include "text/yaml.h"
#include "base/span.h"
#include "text/yaml-plain.h"
#include "text/yaml-remedy.h"
#include "text/yaml-tree.h"
#include <string.h>

/* The node yaml_read() gives, with what only a root has. */
typedef struct Root {
    YamlNode node;
    guint n_broken;
    const char **broken;
} Root;

/* One call of yaml_read(). */
typedef struct Reading {
    Arena *arena;
    const Source *source;
    guint first, last;
    gboolean root_list;
    YamlIsKey is_key;
    gconstpointer data;
    DiagList *found; /* this call's findings */
    YamlChildren root;
    GPtrArray *broken; /* names in the arena */
    guint n_nodes;
    gboolean stop; /* nothing more is to be read */
} Reading;

/* The next line from `from` that is neither blank nor a comment; 0 = none. */
static guint
find_significant(const YamlReader *reader, guint from)
{
    for (guint line = from; line <= reader->last; line++) {
        gsize len, i = 0;
        const char *text = source_line(reader->source, line, &len);
        while (i < len && (text[i] == ' ' || text[i] == '\t'))
            i++;
        if (i < len && text[i] != '#')
            return line;
    }
    return 0;
}

/* TRUE for a line `---` or `...`, with or without something behind a space. */
static gboolean
is_marker(const Source *source, guint line, const char *marker)
{
    gsize len;
    const char *text = source_line(source, line, &len);
    return len >= 3 && memcmp(text, marker, 3) == 0 && (len == 3 || text[3] == ' ');
}

/* Directives are refused before libyaml sees them: it compares each %TAG with all before it. */
static gboolean
refuse_directive(YamlReader *reader, guint line)
{
    gsize len;
    if (line == 0 || source_line(reader->source, line, &len)[0] != '%')
        return FALSE;
    yaml_report_no_key(reader->source, (Mark){reader->source, line, 1}, reader->diags);
    reader->failed = reader->told = TRUE;
    return TRUE;
}

static void
check_rest(YamlReader *reader, guint from)
{
    guint line = find_significant(reader, from), end = 0;
    while (line > 0 && is_marker(reader->source, line, "...")) {
        end = end > 0 ? end : line;
        line = find_significant(reader, line + 1);
    }
    if (line == 0)
        return;
    if (end == 0 && !is_marker(reader->source, line, "---")) {
        yaml_event_t event;
        if (refuse_directive(reader, line) || !yaml_tree_next(reader, &event))
            return;
        yaml_event_delete(&event);
    }
    Mark at = {reader->source, end > 0 ? end : line, 1};
    diag_add(reader->diags, DIAG_YAML_DOCUMENTS, at, 3, NULL);
    reader->stop = TRUE;
}

/* What stands where a mapping or a list should. */
static void
refuse_root(YamlReader *reader, yaml_event_type_t type, Mark at, gboolean root_list)
{
    if (root_list)
        diag_add(reader->diags, DIAG_YAML_NOT_LIST, at, 1, NULL);
    else if (type == YAML_SCALAR_EVENT)
        yaml_report_no_key(reader->source, at, reader->diags);
    else
        diag_add(reader->diags, DIAG_YAML_NOT_MAP, at, 1, NULL);
    reader->failed = reader->told = TRUE;
}

/* Reads what the root holds into `root`; deletes the event. */
static void
read_root(YamlReader *reader, yaml_event_t *event, YamlChildren *root, gboolean root_list)
{
    yaml_event_type_t wanted = root_list ? YAML_SEQUENCE_START_EVENT : YAML_MAPPING_START_EVENT;
    Mark at = yaml_tree_mark(reader, &event->start_mark);
    gboolean empty = event->type == YAML_SCALAR_EVENT && event->data.scalar.length == 0 &&
                     event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    gboolean flow = event->type == YAML_MAPPING_START_EVENT &&
                    event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    yaml_event_type_t type = event->type;
    gboolean fits = type == wanted;
    if (fits && root_list)
        yaml_tree_check(reader, event, event->data.sequence_start.anchor,
                        event->data.sequence_start.tag);
    else if (fits)
        yaml_tree_check(reader, event, event->data.mapping_start.anchor,
                        event->data.mapping_start.tag);
    yaml_event_delete(event);
    if (!fits) {
        if (!empty)
            refuse_root(reader, type, at, root_list);
        return;
    }
    if (reader->apart && at.col != 1) {
        diag_add(reader->diags, DIAG_YAML_INDENT, at, 1, NULL);
        reader->failed = reader->told = TRUE;
        return;
    }
    reader->depth = 1;
    if (root_list ? !yaml_tree_items(reader, root) : !yaml_tree_pairs(reader, root, flow))
        return;
    if (yaml_tree_next(reader, event)) {
        guint line = reader->first + (guint)event->start_mark.line;
        yaml_event_delete(event);
        check_rest(reader, line);
    }
}

static void
read_document(YamlReader *reader, YamlChildren *root, gboolean root_list)
{
    yaml_event_t event;
    if (refuse_directive(reader, find_significant(reader, reader->first)))
        return;
    do { /* the start of the stream and of the document */
        if (!yaml_tree_next(reader, &event))
            return;
        yaml_event_type_t type = event.type;
        if (type != YAML_STREAM_START_EVENT && type != YAML_DOCUMENT_START_EVENT) {
            if (type == YAML_STREAM_END_EVENT)
                yaml_event_delete(&event);
            else
                read_root(reader, &event, root, root_list);
            return;
        }
        yaml_event_delete(&event);
    } while (!reader->failed);
}

/* Reports the syntax error; it replaces what was found in the same line since `n_before`. */
static void
report_failure(const YamlReader *reader, guint n_before, DiagList *diags)
{
    const yaml_parser_t *parser = &reader->parser;
    YamlProblem problem = {parser->problem, parser->context,
                           yaml_tree_mark(reader, &parser->problem_mark),
                           yaml_tree_mark(reader, &parser->context_mark)};
    if (parser->context == NULL)
        problem.context_at.line = 0;
    if (problem.at.line > reader->last) { /* libyaml's end is behind the last line */
        gsize len;
        guint line = reader->last;
        while (line > reader->first && (source_line(reader->source, line, &len), len == 0))
            line--;
        const char *text = source_line(reader->source, line, &len);
        problem.at =
            (Mark){reader->source, line, (guint32)g_utf8_strlen(text, (gssize)len) + 1};
    }
    yaml_report_problem(reader->source, &problem, diags);
    guint last = diag_list_n(diags) - 1;
    guint32 line = diag_list_get(diags, last)->line;
    for (guint i = last; i > n_before; i--) /* an alias or comma that was none */
        if (diag_list_get(diags, i - 1)->line == line)
            diag_list_remove(diags, i - 1);
}

/* Reads lines first … last into the root; FALSE when they have to be left out or read apart. */
static gboolean
read_lines(Reading *reading, guint first, guint last, gboolean apart)
{
    YamlReader reader = {.arena = reading->arena,
                         .source = reading->source,
                         .diags = reading->found,
                         .first = first,
                         .last = last,
                         .base = source_line_offset(reading->source, first),
                         .n_nodes = reading->n_nodes,
                         .content = reading->is_key != NULL || reading->root_list,
                         .apart = apart};
    gsize len = source_line_offset(reading->source, last + 1) - reader.base;
    const char *text = source_text(reading->source) + reader.base;
    reader.ascii = span_is_ascii(text, len);
    guint n_before = reading->root.nodes->len, n_found = diag_list_n(reading->found);
    if (!yaml_parser_initialize(&reader.parser))
        g_error("out of memory"); /* as GLib does: nothing else can fail here */
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const guchar *)text, len);
    read_document(&reader, &reading->root, reading->root_list);
    if (reader.failed && !reader.told)
        report_failure(&reader, n_found, reading->found);
    yaml_parser_delete(&reader.parser);
    reading->n_nodes = reader.n_nodes;
    reading->stop = reader.stop;
    if (reader.failed && apart)
        g_ptr_array_set_size(reading->root.nodes, (int)n_before);
    return !reader.failed;
}

/* The length of the name before a colon in column 1, blanks before the colon left out; 0 = none. */
static gsize
key_length(const char *text, gsize len)
{
    enum { MAX_KEY = 64 };
    gsize n = 0;
    while (n < len && n <= MAX_KEY && text[n] != ':')
        n++;
    if (n >= len || n > MAX_KEY || (n + 1 < len && text[n + 1] != ' ' && text[n + 1] != '\t'))
        return 0;
    while (n > 0 && text[n - 1] == ' ')
        n--;
    return n;
}

static gboolean
is_word(const char *text, gsize len)
{
    for (gsize i = 0; i < len; i++)
        if (!g_ascii_isalnum(text[i]) && text[i] != '_' && text[i] != '-')
            return FALSE;
    return len > 0;
}

/* TRUE when reading may begin anew at this line. */
static gboolean
begins_piece(const Reading *reading, guint line)
{
    gsize len;
    const char *text = source_line(reading->source, line, &len);
    if (reading->root_list)
        return len > 0 && text[0] == '-' && (len == 1 || text[1] == ' ');
    gsize key = key_length(text, len);
    if (key == 0)
        return FALSE;
    return reading->is_key != NULL ? reading->is_key(text, key, reading->data)
                                   : is_word(text, key);
}

static void
read_piece(Reading *reading, guint first, guint last)
{
    if (read_lines(reading, first, last, TRUE) || reading->root_list)
        return;
    for (guint line = first; line <= last; line++) {
        gsize len;
        const char *text = source_line(reading->source, line, &len);
        const char *colon =
            memchr(text, ':', len); /* what stands behind it may be the mistake */
        gsize key = colon != NULL ? (gsize)(colon - text) : 0;
        while (key > 0 && text[key - 1] == ' ')
            key--;
        if (is_word(text, key))
            g_ptr_array_add(reading->broken, arena_strndup(reading->arena, text, key));
    }
}

/* After a syntax error: each piece from one known key to the next is read alone. */
static void
read_apart(Reading *reading)
{
    guint n = 0;
    reading->n_nodes = 0;
    for (guint first = reading->first, line = first; first <= reading->last; first = line) {
        do
            line++;
        while (line <= reading->last && !begins_piece(reading, line));
        if (++n > YAML_MAX_ITEMS) {
            diag_add(reading->found, DIAG_YAML_ITEMS, (Mark){reading->source, first, 1}, 1,
                     NULL);
            return;
        }
        read_piece(reading, first, line - 1);
        if (reading->stop || diag_list_n(reading->found) > YAML_MAX_FINDINGS)
            return;
    }
}

static void
read_all(Reading *reading)
{
    const YamlPart part = {reading->source, reading->first, reading->last, reading->root_list};
    if (yaml_plain_read(reading->arena, &part, reading->is_key != NULL || reading->root_list,
                        reading->root.nodes))
        return;
    if (read_lines(reading, reading->first, reading->last, FALSE) || reading->stop)
        return;
    DiagList *whole = reading->found;
    reading->found = diag_list_new();
    yaml_children_clear(&reading->root);
    yaml_children_init(&reading->root);
    read_apart(reading);
    if (diag_list_n(reading->found) == 0)
        diag_list_take(reading->found, whole);
    else
        diag_list_free(whole);
}

static Root *
new_root(const Reading *reading)
{
    Root *root = arena_new0(reading->arena, Root);
    root->node.kind = reading->root_list ? YAML_LIST : YAML_MAP;
    root->node.mark = (Mark){reading->source, reading->first, 1};
    root->node.start = (guint32)source_line_offset(reading->source, reading->first);
    root->node.end = (guint32)source_line_offset(reading->source, reading->last + 1);
    root->n_broken = reading->broken->len;
    root->broken = arena_alloc(reading->arena, root->n_broken * sizeof(char *));
    for (guint i = 0; i < root->n_broken; i++)
        root->broken[i] = reading->broken->pdata[i];
    YamlReader reader = {.arena = reading->arena};
    if (reading->root_list)
        yaml_tree_finish_list(&reader, &root->node, &reading->root);
    else
        yaml_tree_finish_map(&reader, &root->node, &reading->root);
    return root;
}

YamlNode *
yaml_read(
    Arena *arena, const YamlPart *part, YamlIsKey is_key, gconstpointer data, DiagList *diags)
{
    const Source *source = part->source;
    Reading reading = {.arena = arena,
                       .source = source,
                       .first = MAX(part->first, 1),
                       .last = MIN(part->last, source_n_lines(source)),
                       .root_list = part->root_list,
                       .is_key = is_key,
                       .data = data,
                       .found = diag_list_new(),
                       .broken = g_ptr_array_new()};
    yaml_children_init(&reading.root);
    if (source_is_readable(source) && reading.first <= reading.last)
        read_all(&reading);
    Root *root = new_root(&reading);
    if (diag_list_n(reading.found) > YAML_MAX_FINDINGS) {
        char number[16];
        g_snprintf(number, sizeof number, "%u", diag_list_n(reading.found));
        diag_add(reading.found, DIAG_YAML_MANY, (Mark){source, 0, 0}, 1, number, NULL);
    }
    diag_list_take(diags, reading.found);
    yaml_children_clear(&reading.root);
    g_ptr_array_unref(reading.broken);
    return &root->node;
}

YamlNode *
yaml_find(const YamlNode *map, const char *key)
{
    for (guint i = 0; i < map->n && map->kind == YAML_MAP; i++)
        if (strcmp(map->pairs[i].key->text, key) == 0)
            return map->pairs[i].value;
    return NULL;
}

gboolean
yaml_is_broken(const YamlNode *root, const char *key)
{
    const Root *whole = (const void *)root;
    for (guint i = 0; i < whole->n_broken; i++)
        if (strcmp(whole->broken[i], key) == 0)
            return TRUE;
    return FALSE;
}

/* Bytes start … end of the source, with each line break and the blanks around it as one space. */
static const char *
folded_source(Arena *arena, const YamlNode *node)
{
    const char *text = source_text(node->mark.source);
    char *out = arena_strndup(arena, text + node->start, node->end - node->start);
    gsize to = 0;
    for (const char *at = out; *at != '\0';) {
        if (*at != '\n') {
            out[to++] = *at++;
            continue;
        }
        while (*at == '\n' || *at == ' ' || *at == '\t')
            at++;
        while (to > 0 && (out[to - 1] == ' ' || out[to - 1] == '\t'))
            to--;
        if (*at != '\0')
            out[to++] = ' ';
    }
    while (to > 0 && out[to - 1] == ' ')
        to--;
    out[to] = '\0';
    return out;
}

const char *
yaml_source_text(Arena *arena, const YamlNode *node)
{
    if (node->kind == YAML_TEXT)
        return node->text;
    if (node->kind != YAML_MAP || node->n != 1)
        return folded_source(arena, node);
    const YamlNode *key = node->pairs[0].key, *value = node->pairs[0].value;
    if (value->kind != YAML_TEXT || (key->plain && value->plain))
        return folded_source(arena, node);
    gsize len = key->len + 2 + value->len;
    char *out = arena_alloc(arena, len + 1);
    memcpy(out, key->text, key->len);
    memcpy(out + key->len, ": ", 2);
    memcpy(out + key->len + 2, value->text, value->len);
    return out;
}
