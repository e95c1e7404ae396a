#include "text/yaml-edit.h"
#include "text/yaml-edit-private.h"
#include <string.h>

gboolean
yaml_equal(const YamlNode *a, const YamlNode *b)
{
    if (a->kind != b->kind)
        return FALSE;
    if (a->kind == YAML_TEXT)
        return a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
    if (a->n != b->n)
        return FALSE;
    for (guint i = 0; i < a->n; i++) {
        if (a->kind == YAML_LIST ? !yaml_equal(a->items[i], b->items[i])
                                 : !yaml_equal(a->pairs[i].key, b->pairs[i].key) ||
                                       !yaml_equal(a->pairs[i].value, b->pairs[i].value))
            return FALSE;
    }
    return TRUE;
}

static guint
find_pair(const YamlNode *map, const char *key)
{
    guint i = 0;
    while (i < map->n && strcmp(map->pairs[i].key->text, key) != 0)
        i++;
    return i;
}

/* ---- what is wanted ---- */

/* The tree being made; `failed`: there is no such place. */
typedef struct Wish {
    Arena *arena;
    const YamlChange *change;
    gboolean failed;
} Wish;

static YamlNode *wanted(Wish *w, const YamlNode *node, guint depth);

static YamlNode *
new_text(Wish *w, const char *text)
{
    YamlNode *node = arena_new0(w->arena, YamlNode);
    node->text = arena_strndup(w->arena, text, strlen(text));
    node->len = strlen(text);
    return node;
}

static YamlNode *
fail(Wish *w)
{
    w->failed = TRUE;
    return new_text(w, "");
}

/* A copy of a collection with `room` more places. */
static YamlNode *
copy(Wish *w, const YamlNode *node, YamlKind kind, guint room)
{
    YamlNode *out = arena_new0(w->arena, YamlNode);
    guint n = node != NULL && node->kind == kind ? node->n : 0;
    if (n > 0)
        *out = *node;
    out->kind = kind;
    out->n = n;
    out->items = arena_alloc(w->arena, (n + room) * sizeof(YamlNode *));
    out->pairs = arena_alloc(w->arena, (n + room) * sizeof(YamlPair));
    if (kind == YAML_LIST && n > 0)
        memcpy(out->items, node->items, n * sizeof(YamlNode *));
    else if (n > 0)
        memcpy(out->pairs, node->pairs, n * sizeof(YamlPair));
    return out;
}

static gboolean
is_nothing(const YamlNode *node)
{
    return node == NULL || (node->kind == YAML_TEXT && node->len == 0) ||
           (node->kind != YAML_TEXT && node->n == 0);
}

/* Whether something of another kind stands there. */
static gboolean
is_other(const YamlNode *node, YamlKind kind)
{
    return node != NULL && !is_nothing(node) && node->kind != kind;
}

static guint
place_of_new(const Wish *w, const YamlNode *map, const char *key)
{
    const YamlChange *change = w->change;
    guint at = map->n;
    if (change->rank == NULL)
        return at;
    guint rank = change->rank(map, key, change->data);
    while (at > 0 && change->rank(map, map->pairs[at - 1].key->text, change->data) > rank)
        at--;
    return at;
}

static YamlNode *
wanted_map(Wish *w, const YamlNode *node, guint depth)
{
    const char *key = w->change->path.steps[depth].key;
    if (is_other(node, YAML_MAP))
        return fail(w);
    YamlNode *map = copy(w, node, YAML_MAP, 1);
    guint at = find_pair(map, key);
    if (at == map->n && w->change->action != YAML_SET && w->change->action != YAML_INSERT)
        return fail(w);
    YamlNode *value = wanted(w, at < map->n ? map->pairs[at].value : NULL, depth + 1);
    if (value == NULL) {
        memmove(map->pairs + at, map->pairs + at + 1, (map->n - at - 1) * sizeof(YamlPair));
        return --map->n > 0 || depth == 0 ? map : NULL;
    }
    if (at == map->n) {
        at = place_of_new(w, map, key);
        memmove(map->pairs + at + 1, map->pairs + at, (map->n - at) * sizeof(YamlPair));
        map->pairs[at].key = new_text(w, key);
        map->n++;
    }
    map->pairs[at].value = value;
    return map;
}

static void
put_item(YamlNode *list, guint at, YamlNode *item)
{
    memmove(list->items + at + 1, list->items + at, (list->n - at) * sizeof(YamlNode *));
    list->items[at] = item;
    list->n++;
}

static YamlNode *
take_item(YamlNode *list, guint at)
{
    YamlNode *item = list->items[at];
    list->n--;
    memmove(list->items + at, list->items + at + 1, (list->n - at) * sizeof(YamlNode *));
    return item;
}

static YamlNode *
wanted_list(Wish *w, const YamlNode *node, guint depth)
{
    const YamlChange *change = w->change;
    guint at = change->path.steps[depth].index;
    gboolean last = depth + 1 == change->path.n;
    gboolean single = is_other(node, YAML_LIST);
    if (single && at == 0 && !(last && change->action == YAML_INSERT))
        return change->action == YAML_MOVE ? fail(w) : wanted(w, node, depth + 1);
    YamlNode *list = copy(w, node, YAML_LIST, 2);
    if (single)
        list->items[list->n++] = (YamlNode *)(guintptr)node;
    if (last && change->action == YAML_INSERT && at <= list->n) {
        put_item(list, at, (YamlNode *)(guintptr)change->value);
    } else if (last && change->action == YAML_MOVE && at < list->n && change->to < list->n) {
        put_item(list, change->to, take_item(list, at));
    } else if (last && change->action == YAML_REMOVE && at < list->n) {
        take_item(list, at);
        return list->n > 0 || depth == 0 ? list : NULL;
    } else if (at < list->n || (at == list->n && change->action != YAML_REMOVE)) {
        YamlNode *item = wanted(w, at < list->n ? list->items[at] : NULL, depth + 1);
        list->items[at] = item != NULL ? item : new_text(w, "");
        list->n = MAX(list->n, at + 1);
    } else {
        return fail(w);
    }
    return list;
}

/* The node as it is to be; NULL = it goes. */
static YamlNode *
wanted(Wish *w, const YamlNode *node, guint depth)
{
    const YamlChange *change = w->change;
    if (depth == change->path.n)
        return change->action == YAML_REMOVE ? NULL : (YamlNode *)(guintptr)change->value;
    return change->path.steps[depth].key != NULL ? wanted_map(w, node, depth)
                                                 : wanted_list(w, node, depth);
}

/* ---- the bytes ---- */

/* Where byte `offset` of a Source's text lies in the bytes it was made from. */
static gsize
raw_offset(const GString *raw, gsize offset)
{
    gsize at = raw->len >= 3 && memcmp(raw->str, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    if (memchr(raw->str, '\r', raw->len) == NULL)
        return at + offset;
    for (; offset > 0 && at < raw->len; offset--)
        at += raw->str[at] == '\r' && raw->str[at + 1] == '\n' ? 2 : 1;
    return at;
}

/* The line end before `at`, or else the first one there is. */
static const char *
line_end_near(const GString *raw, gsize at)
{
    gsize i = at;
    while (i > 0 && raw->str[i - 1] != '\n' && raw->str[i - 1] != '\r')
        i--;
    if (i == 0) {
        gsize n = strcspn(raw->str, "\r\n");
        return raw->str[n] != '\r' ? "\n" : raw->str[n + 1] == '\n' ? "\r\n" : "\r";
    }
    if (raw->str[i - 1] == '\r')
        return "\r";
    return i > 1 && raw->str[i - 2] == '\r' ? "\r\n" : "\n";
}

static GString *
apply(const GString *text, const YamlEdit *e)
{
    GString *out = g_string_sized_new(text->len + 256);
    gsize at = 0;
    for (guint i = 0; i < e->n; i++) {
        const Splice *s = &e->splices[i];
        gsize from = raw_offset(text, s->from);
        const char *eol = line_end_near(text, from);
        g_string_append_len(out, text->str + at, (gssize)(from - at));
        for (gsize k = 0; k < s->put->len; k++) {
            if (s->put->str[k] == '\n')
                g_string_append(out, eol);
            else
                g_string_append_c(out, s->put->str[k]);
        }
        at = raw_offset(text, s->to);
    }
    g_string_append_len(out, text->str + at, (gssize)(text->len - at));
    return out;
}

static YamlNode *
read_whole(Arena *arena, const Source *source, guint first, guint last, gboolean root_list)
{
    g_autoptr(DiagList) diags = diag_list_new();
    YamlNode *root =
        yaml_read(arena, &(YamlPart){source, first, last, root_list}, NULL, NULL, diags);
    return source_is_readable(source) && diag_list_worst(diags) < DIAG_ERROR ? root : NULL;
}

static Source *
open_source(const GString *text)
{
    g_autoptr(DiagList) ignored = diag_list_new();
    return source_new("", g_memdup2(text->str, text->len + 1), text->len, ignored);
}

/* Does the new text say what was wanted? */
static gboolean
proves(const YamlEdit *e, const GString *text, const YamlNode *tree)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Source) source = open_source(text);
    guint before = source_n_lines(e->source), after = source_n_lines(source);
    guint end = e->last >= before ? G_MAXUINT32 : e->last + after - before;
    const YamlNode *root = read_whole(arena, source, e->first, end, tree->kind == YAML_LIST);
    return root != NULL && yaml_equal(root, tree);
}

static void
forget_splices(YamlEdit *e)
{
    while (e->n > 0)
        g_string_free(e->splices[--e->n].put, TRUE);
}

static gboolean
try_all(YamlEdit *e, GString *text, const YamlNode *root, const YamlNode *tree)
{
    for (guint i = 0; i < 2 * YAML_ATTEMPTS; i++) {
        e->attempt = i % YAML_ATTEMPTS;
        e->coarse = i >= YAML_ATTEMPTS;
        GString *out = yaml_splice(e, root, tree) ? apply(text, e) : NULL;
        forget_splices(e);
        gboolean fine = out != NULL && proves(e, out, tree);
        if (fine) {
            g_string_truncate(text, 0);
            g_string_append_len(text, out->str, (gssize)out->len);
        }
        if (out != NULL)
            g_string_free(out, TRUE);
        if (fine)
            return TRUE;
    }
    return FALSE;
}

/* Offset of the first byte of `line`, or of the end. */
static gsize
offset_of_line(const Source *source, guint line)
{
    gsize len;
    if (line > source_n_lines(source))
        return source_len(source);
    return (gsize)(source_line(source, line, &len) - source_text(source));
}

YamlEdited
yaml_edit(GString *text, guint first, guint last, gboolean root_list, const YamlChange *change)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Source) source = open_source(text);
    const YamlNode *root = read_whole(arena, source, first, last, root_list);
    if (root == NULL)
        return YAML_EDIT_FAULTY;
    Wish wish = {arena, change, FALSE};
    YamlNode *tree = change->path.n > 0 ? wanted(&wish, root, 0) : NULL;
    if (wish.failed || tree == NULL || tree->kind != root->kind)
        return YAML_EDIT_NO_PLACE;
    if (yaml_equal(root, tree))
        return YAML_EDIT_SAME;
    YamlEdit e = {.arena = arena,
                  .source = source,
                  .text = source_text(source),
                  .first = first,
                  .last = last,
                  .begin = offset_of_line(source, first),
                  .end = offset_of_line(source, last < source_n_lines(source)
                                                    ? last + 1
                                                    : source_n_lines(source) + 1),
                  .change = change};
    return try_all(&e, text, root, tree) ? YAML_EDITED : YAML_EDIT_REFUSED;
}
