#include "serve/draft.h"
#include "model/bind.h"
#include "text/address.h"
#include "text/slug.h"
#include <string.h>

/* ---- which file ---- */

static const char *
base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

const SchemaFile *
draft_kind(const char *path)
{
    const char *name = base_name(path), *dot = strchr(name, '.');
    if (dot == NULL || g_str_has_prefix(path, "statis/"))
        return NULL;
    g_autofree char *stem = g_strndup(name, (gsize)(dot - name));
    if (g_str_has_prefix(path, ADDRESS_OWN_PAGES "/"))
        return strcmp(dot, ".md") == 0 && strchr(name, '/') == NULL && slug_is_valid(stem)
                   ? schema_file(ADDRESS_OWN_PAGES)
                   : NULL;
    gboolean yaml = strcmp(dot, ".yaml") == 0, prose = g_str_has_suffix(dot, ".md");
    const SchemaFile *named = schema_file(stem);
    if (named != NULL && named->record != &record_service &&
        (yaml || (prose && named->record == &record_agency)))
        return named;
    if (yaml && g_str_has_prefix(stem, "libur-"))
        return schema_file("libur");
    return prose && slug_is_valid(stem) ? schema_file("layanan") : NULL;
}

gboolean
draft_is_translation(const char *path)
{
    const char *dot = strchr(base_name(path), '.');
    return dot != NULL && strchr(dot + 1, '.') != NULL;
}

/* ---- its parts ---- */

static gboolean
is_fence(const Source *source, guint line)
{
    gsize len;
    const char *text = source_line(source, line, &len);
    while (len > 0 && g_ascii_isspace(text[len - 1]))
        len--;
    return len == 3 &&
           (memcmp(text, "---", 3) == 0 || (line > 1 && memcmp(text, "...", 3) == 0));
}

/* Front matter as the loader finds it (content contract, section 1). FALSE: there is none. */
static gboolean
find_parts(Draft *draft)
{
    guint n = source_n_lines(draft->source), line = 2;
    draft->first = 1;
    draft->last = n;
    if (!g_str_has_suffix(draft->path, ".md"))
        return TRUE;
    while (line <= n && !is_fence(draft->source, line))
        line++;
    draft->first = 2;
    draft->last = line - 1;
    draft->body_line = line + 1;
    return line <= n && is_fence(draft->source, 1);
}

void
draft_open(Draft *draft, const char *path, const char *bytes, gsize len)
{
    g_autoptr(DiagList) diags = diag_list_new();
    char *copy = g_malloc(len + 1);
    memcpy(copy, bytes, len);
    copy[len] = '\0';
    *draft = (Draft){.path = path, .kind = draft_kind(path), .arena = arena_new()};
    g_assert(draft->kind != NULL);
    draft->source = source_new(path, copy, len, diags);
    gboolean whole = find_parts(draft);
    if (!whole)
        draft->last = 0;
    draft->root =
        yaml_read(draft->arena,
                  &(YamlPart){draft->source, draft->first, draft->last, draft->kind->is_list},
                  bind_is_key, draft->kind->record, diags);
    draft->faulty = !whole || !source_is_readable(draft->source) ||
                    diag_list_worst(diags) == DIAG_ERROR;
}

void
draft_close(Draft *draft)
{
    source_free(draft->source);
    arena_free(draft->arena);
}

const char *
draft_body(const Draft *draft)
{
    gsize len;
    if (draft->body_line == 0 || draft->body_line > source_n_lines(draft->source))
        return "";
    return source_line(draft->source, draft->body_line, &len);
}

/* ---- paths ---- */

gboolean
draft_read_path(const char *text, char **buffer, YamlStep *steps, YamlPath *path)
{
    char *at = *buffer = g_strdup(text);
    *path = (YamlPath){steps, 0};
    while (at != NULL && *at != '\0') {
        char *slash = strchr(at, '/');
        guint64 index;
        if (slash != NULL)
            *slash = '\0';
        if (path->n == YAML_PATH_MAX)
            return FALSE;
        if (g_ascii_string_to_unsigned(at, 10, 0, YAML_MAX_ITEMS, &index, NULL)) {
            steps[path->n++] = (YamlStep){NULL, (guint)index};
        } else {
            g_autofree char *key = g_uri_unescape_string(at, NULL);
            if (key == NULL)
                return FALSE;
            memcpy(at, key, strlen(key) + 1); /* never longer than with its escapes */
            steps[path->n++] = (YamlStep){at, 0};
        }
        at = slash != NULL ? slash + 1 : NULL;
    }
    return TRUE;
}

/* Behind the last byte of a node's own text. */
static gsize
end_of(const YamlNode *node)
{
    return node->end;
}

static gboolean
find_in_map(const YamlNode *map, gsize offset, guint *which)
{
    for (guint i = 0; i < map->n; i++) {
        gsize end =
            i + 1 < map->n ? map->pairs[i + 1].key->start : end_of(map->pairs[i].value) + 1;
        *which = i;
        if (offset >= map->pairs[i].key->start && offset < end)
            return TRUE;
    }
    return FALSE;
}

static gboolean
find_in_list(const YamlNode *list, gsize offset, guint *which)
{
    for (guint i = 0; i < list->n; i++) {
        gsize end = i + 1 < list->n ? list->items[i + 1]->start : end_of(list->items[i]) + 1;
        *which = i;
        if (offset >= list->items[i]->start && offset < end)
            return TRUE;
    }
    return FALSE;
}

void
draft_find(const Draft *draft, gsize offset, DraftSpot *spot)
{
    const YamlNode *node = draft->root;
    const Record *record = draft->kind->record;
    GString *path = spot->path;
    guint i = 0;
    for (;;) {
        if (node->kind == YAML_MAP && record != NULL) {
            spot->map = node;
            spot->record = record;
            spot->map_len = path->len;
        }
        if (node->kind == YAML_LIST && find_in_list(node, offset, &i)) {
            g_string_append_printf(path, "%s%u", path->len > 0 ? "/" : "", i);
            node = node->items[i];
        } else if (node->kind == YAML_MAP && record != NULL && find_in_map(node, offset, &i)) {
            const YamlNode *key = node->pairs[i].key;
            const Field *field = field_find(record, key->text, (gssize)key->len);
            if (field == NULL && node != draft->root)
                return; /* words that YAML takes for a mapping */
            g_autofree char *escaped = g_uri_escape_string(key->text, NULL, TRUE);
            g_string_append_printf(path, "%s%s", path->len > 0 ? "/" : "", escaped);
            record = field != NULL ? field->record : NULL;
            node = node->pairs[i].value;
        } else {
            return;
        }
    }
}

/* ---- changes ---- */

/* Rank of a key: its row in the record that most of its neighbours belong to. */
static guint
rank_of(const YamlNode *map, const char *key, gconstpointer data G_GNUC_UNUSED)
{
    guint n_records, best = 0, rank = G_MAXUINT;
    const Record *const *records = records_all(&n_records);
    for (guint r = 0; r < n_records; r++) {
        const Field *field = field_find(records[r], key, -1);
        guint n = field != NULL ? 1 : 0;
        for (guint i = 0; i < map->n && field != NULL; i++)
            n += field_find(records[r], map->pairs[i].key->text, -1) != NULL ? 1 : 0;
        if (n > best) {
            best = n;
            rank = (guint)(field - records[r]->fields);
        }
    }
    return rank;
}

YamlEdited
draft_change(GString *text, const char *path, YamlChange *change)
{
    Draft draft;
    draft_open(&draft, path, text->str, text->len);
    change->rank = rank_of;
    YamlEdited done =
        draft.faulty ? YAML_EDIT_FAULTY
                     : yaml_edit(text, draft.first, draft.last, draft.kind->is_list, change);
    draft_close(&draft);
    return done;
}

/* Bytes up to the beginning of line `line` (from 1), line ends of any kind. */
static gsize
raw_line(const GString *text, guint line)
{
    gsize at = 0;
    for (; line > 1 && at < text->len; line--) {
        at += strcspn(text->str + at, "\r\n");
        if (at < text->len)
            at += text->str[at] == '\r' && text->str[at + 1] == '\n' ? 2 : 1;
    }
    return at;
}

static guint
count_lines(const char *text)
{
    guint n = 0;
    for (; *text != '\0'; n++) {
        text += strcspn(text, "\n");
        text += *text == '\n' ? 1 : 0;
    }
    return n;
}

/* How many whole lines are the same at the beginning. */
static guint
common_lines(const char *a, const char *b)
{
    guint n = 0;
    for (gsize at = 0; a[at] != '\0' && a[at] == b[at]; at++)
        n += a[at] == '\n' ? 1 : 0;
    return n;
}

static const char *
skip_lines(const char *text, guint n)
{
    for (; n > 0; n--)
        text += strcspn(text, "\n") + 1;
    return text;
}

gboolean
draft_set_body(GString *text, const char *path, const char *body)
{
    Draft draft;
    draft_open(&draft, path, text->str, text->len);
    gboolean fine = draft.body_line > 0 && draft.last > 0;
    const char *old = draft_body(&draft);
    guint same = common_lines(old, body), line = draft.body_line + same;
    const char *rest = skip_lines(old, same), *new = skip_lines(body, same);
    gsize tail = 0, n_old = strlen(rest), n_new = strlen(new);
    while (tail < MIN(n_old, n_new) && rest[n_old - tail - 1] == new[n_new - tail - 1])
        tail++;
    while (tail > 0 && tail < n_old && rest[n_old - tail - 1] != '\n')
        tail--; /* whole lines only */
    while (tail > 0 && tail < n_new && new[n_new - tail - 1] != '\n')
        tail--;
    if (fine) {
        const char *eol = strstr(text->str, "\r\n") != NULL ? "\r\n" : "\n";
        g_autoptr(GString) put = g_string_new_len(new, (gssize)(n_new - tail));
        g_autofree char *gone = g_strndup(rest, n_old - tail);
        gsize from = raw_line(text, line), to = raw_line(text, line + count_lines(gone));
        if (strcmp(eol, "\n") != 0)
            g_string_replace(put, "\n", eol, 0);
        if (from == text->len && from > 0 && put->len > 0 &&
            strchr("\r\n", text->str[from - 1]) == NULL)
            g_string_prepend(put, eol);
        g_string_erase(text, (gssize)from, (gssize)(to - from));
        g_string_insert_len(text, (gssize)from, put->str, (gssize)put->len);
    }
    draft_close(&draft);
    return fine;
}
