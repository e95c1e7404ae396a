#include "text/yaml-edit.h"
#include "text/yaml-write.h"
#include <string.h>

/* ---- a table of single edits ---- */

/* "syarat/0/teks" as steps; numbers are places in lists. */
static guint
read_path(char *path, YamlStep *steps)
{
    guint n = 0;
    for (char *at = strtok(path, "/"); at != NULL; at = strtok(NULL, "/"))
        steps[n++] =
            g_ascii_isdigit(*at) ? (YamlStep){NULL, (guint)atoi(at)} : (YamlStep){at, 0};
    return n;
}

static YamlNode *
read_value(Arena *arena, const char *yaml)
{
    g_autoptr(DiagList) diags = diag_list_new();
    g_autofree char *text = g_strconcat("v: ", yaml, "\n", NULL);
    Source *source = source_new("v", g_steal_pointer(&text), strlen(yaml) + 4, diags);
    YamlNode *root = yaml_read(arena, &(YamlPart){source, 1, 1000, FALSE}, NULL, NULL, diags);
    g_assert_cmpuint(diag_list_n(diags), ==, 0);
    YamlNode *value = root->pairs[0].value;
    source_free(source);
    return value;
}

typedef struct Row {
    const char *name, *before;
    YamlAction action;
    const char *path, *value;
    guint to;
    const char *after; /* NULL: not edited */
} Row;

static const Row rows[] = {
    {"plain", "a: satu # catatan\nb: dua\n", YAML_SET, "a", "tiga", 0,
     "a: tiga # catatan\nb: dua\n"},
    {"quotes stay", "a: 'satu'\nb: \"dua\"\n", YAML_SET, "b", "tiga", 0,
     "a: 'satu'\nb: \"tiga\"\n"},
    {"quotes come where needed", "a: satu\n", YAML_SET, "a", "'x: y'", 0, "a: 'x: y'\n"},
    {"nothing before a comment", "waktu: # 5 hari\nb: 1\n", YAML_SET, "waktu", "3 hari", 0,
     "waktu: 3 hari # 5 hari\nb: 1\n"},
    {"literal", "a: |\n    satu\n    dua\n\nb: 1\n", YAML_SET, "a", "\"satu\\n\\ntiga\"", 0,
     "a: |\n    satu\n\n    tiga\n\nb: 1\n"},
    {"folded", "a: >\n  satu\n  dua\nb: 1\n", YAML_SET, "a", "\"satu tiga\\nempat\"", 0,
     "a: >\n  satu tiga\n\n  empat\nb: 1\n"},
    {"several lines behind a comment", "a: x # c\nb: 1\n", YAML_SET, "a", "\"x\\ny\"", 0,
     "a: \"x\\ny\" # c\nb: 1\n"},
    {"CRLF and BOM",
     "\xEF\xBB\xBF"
     "a: 1\r\nb: 2\r\nc: 3\r\n",
     YAML_SET, "b", "[x, y]", 0,
     "\xEF\xBB\xBF"
     "a: 1\r\nb:\r\n  - x\r\n  - y\r\nc: 3\r\n"},
    {"flow stays flow", "a: [x, y]\n", YAML_INSERT, "a/1", "z", 0, "a: [x, z, y]\n"},
    {"flow mapping gains a key", "s:\n  - {teks: KTP} # c\n", YAML_SET, "s/0/jumlah",
     "2 lembar", 0, "s:\n  - {teks: KTP, jumlah: 2 lembar} # c\n"},
    {"item", "s:\n  - a\n  # c\n  - b\n", YAML_SET, "s/1", "x", 0, "s:\n  - a\n  # c\n  - x\n"},
    {"item becomes a mapping", "s:\n- a\n- b\n", YAML_SET, "s/0", "{teks: a, jumlah: 2}", 0,
     "s:\n- teks: a\n  jumlah: 2\n- b\n"},
    {"insert above the comment of an item", "s:\n  - a\n  # of b\n  - b\n", YAML_INSERT, "s/1",
     "x", 0, "s:\n  - a\n  - x\n  # of b\n  - b\n"},
    {"append an item", "s:\n  - a\n\n# end\nt: 1\n", YAML_INSERT, "s/1", "x", 0,
     "s:\n  - a\n  - x\n\n# end\nt: 1\n"},
    {"one is a list of one", "s: a\n", YAML_INSERT, "s/1", "b", 0, "s:\n  - a\n  - b\n"},
    {"a list that was not there", "a: 1\n", YAML_INSERT, "s/0", "b", 0, "a: 1\ns:\n  - b\n"},
    {"all the way down", "a: 1\n", YAML_SET, "p/kanal/0/nilai", "b", 0,
     "a: 1\np:\n  kanal:\n    - nilai: b\n"},
    {"remove a key", "a: 1\n# of b\nb:\n  - x\nc: 2\n", YAML_REMOVE, "b", NULL, 0,
     "a: 1\n# of b\nc: 2\n"},
    {"remove the key behind a dash", "s:\n  - teks: a\n    jumlah: 1\n", YAML_REMOVE,
     "s/0/teks", NULL, 0, "s:\n  - jumlah: 1\n"},
    {"remove it, with a comment below", "s:\n  - teks: a\n    # c\n    jumlah: 1\n",
     YAML_REMOVE, "s/0/teks", NULL, 0, "s:\n  -\n    # c\n    jumlah: 1\n"},
    {"the last item takes its key along", "a: 1\ns:\n  - x\n", YAML_REMOVE, "s/0", NULL, 0,
     "a: 1\n"},
    {"the last key takes its mapping along", "a: 1\nsk:\n  nomor: 1\n", YAML_REMOVE, "sk/nomor",
     NULL, 0, "a: 1\n"},
    {"but no item", "s:\n  - teks: a\n  - b\n", YAML_REMOVE, "s/0/teks", NULL, 0,
     "s:\n  - \"\"\n  - b\n"},
    {"move with the comment", "s:\n  # of a\n  - a\n  - b\n  # of c\n  - c\n", YAML_MOVE, "s/2",
     NULL, 0, "s:\n  # of c\n  - c\n  # of a\n  - a\n  - b\n"},
    {"move to an end without a line break", "s:\n  - a\n  - b", YAML_MOVE, "s/0", NULL, 1,
     "s:\n  - b\n  - a"},
    {"move in brackets", "s: [a, b, c]\n", YAML_MOVE, "s/0", NULL, 2, "s: [b, c, a]\n"},
    {"remove an item in brackets", "s: [a, b, c]\n", YAML_REMOVE, "s/1", NULL, 0,
     "s: [a, c]\n"},
    {"remove the first in brackets", "s: [a, b]\n", YAML_REMOVE, "s/0", NULL, 0, "s: [b]\n"},
    {"remove a key in braces", "s: {a: 1, b: 2} # c\n", YAML_REMOVE, "s/b", NULL, 0,
     "s: {a: 1} # c\n"},
    {"remove the first key in braces", "s: {a: 1, b: 2}\n", YAML_REMOVE, "s/a", NULL, 0,
     "s: {b: 2}\n"},
    {"remove an item that follows a dash", "s:\n  - - a\n    - b\n", YAML_REMOVE, "s/0/0", NULL,
     0, "s:\n  - - b\n"},
    {"the same", "a: 1\n", YAML_SET, "a", "'1'", 0, NULL},
    {"an anchor", "a: &x 1\nb: *x\n", YAML_SET, "a", "2", 0, NULL},
    {"a key twice", "a: 1\na: 2\n", YAML_SET, "a", "3", 0, NULL},
    {"no such item", "s: [a]\n", YAML_REMOVE, "s/4", NULL, 0, NULL},
    {"a text has no keys", "a: 1\n", YAML_SET, "a/b", "1", 0, NULL},
    {"an empty file", "", YAML_SET, "a", "1", 0, "a: 1\n"},
    {"only comments", "# a\n# b", YAML_SET, "a", "1", 0, "# a\n# b\na: 1\n"},
    {"mixed ends", "a: 1\r\nb: 2\nc: 3\r\n", YAML_SET, "c", "[]", 0, "a: 1\r\nb: 2\nc: []\r\n"},
};

static void
test_row(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GString) text = g_string_new(row->before);
    g_autofree char *path = g_strdup(row->path);
    YamlStep steps[YAML_PATH_MAX];
    YamlChange change = {.action = row->action,
                         .path = {steps, read_path(path, steps)},
                         .value = row->value != NULL ? read_value(arena, row->value) : NULL,
                         .to = row->to};
    YamlEdited done = yaml_edit(text, 1, G_MAXUINT32, FALSE, &change);
    g_assert_cmpstr(text->str, ==, row->after != NULL ? row->after : row->before);
    g_assert_cmpint(done == YAML_EDITED, ==, row->after != NULL);
}

static guint
by_letter(const YamlNode *map G_GNUC_UNUSED, const char *key, gconstpointer data G_GNUC_UNUSED)
{
    return (guint)*key;
}

static void
test_rank(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GString) text = g_string_new("---\na: 1\n# of c\nc: 3\n---\nprosa\n");
    YamlStep step = {"b", 0};
    YamlChange change = {YAML_SET, {&step, 1}, read_value(arena, "2"), 0, by_letter, NULL};
    g_assert_cmpint(yaml_edit(text, 2, 4, FALSE, &change), ==, YAML_EDITED);
    g_assert_cmpstr(text->str, ==, "---\na: 1\nb: 2\n# of c\nc: 3\n---\nprosa\n");
}

/* ---- thousands of edits of texts nobody thought of ---- */

static const char *const words[] = {
    "Fotokopi KTP",
    "5 hari kerja",
    "Jika berkas lengkap: terima",
    "a # b",
    "- strip",
    "07.30–16.00",
    "\"#0b4650\"",
    "it's",
    "[kurung]",
    "{kurung}",
    "baris satu\nbaris dua",
    "satu\n\ndua\n  tiga",
    "x",
    "ya",
    "*bintang",
    "&dan",
    "@at",
    "%persen",
    "trailing \nspace",
    "tab\there",
    "null",
    "~",
    "akhir:",
    "? tanya",
    " depan",
    "belakang ",
    "---",
    "...",
    "petik 'dan' \"dua\"",
    "\\garis miring\\",
    "emoji \xF0\x9F\x98\x80 é",
    "a, b, c",
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik, dan perubahannya sampai "
    "dengan "
    "tahun ini, yang berlaku bagi semua penyelenggara pelayanan",
};

static const char *
any_word(GRand *rand)
{
    return words[g_rand_int_range(rand, 0, G_N_ELEMENTS(words))];
}

static YamlNode *
any_value(GRand *rand, Arena *arena, guint depth)
{
    YamlNode *node = arena_new0(arena, YamlNode);
    gint kind = g_rand_int_range(rand, 0, depth > 2 ? 1 : 6);
    node->kind = kind < 4 ? YAML_TEXT : kind == 4 ? YAML_LIST : YAML_MAP;
    node->text = any_word(rand);
    node->len = strlen(node->text);
    if (node->kind == YAML_TEXT)
        return node;
    node->n = (guint)g_rand_int_range(rand, 1, 4);
    node->items = arena_alloc(arena, node->n * sizeof(YamlNode *));
    node->pairs = arena_alloc(arena, node->n * sizeof(YamlPair));
    for (guint i = 0; i < node->n; i++) {
        g_autofree char *name = g_strdup_printf("k%u", i);
        YamlNode *key = arena_new0(arena, YamlNode);
        key->text = arena_strndup(arena, name, 2);
        key->len = 2;
        node->items[i] = any_value(rand, arena, depth + 1);
        node->pairs[i] = (YamlPair){key, node->items[i]};
    }
    return node;
}

static void
add_noise(GRand *rand, GString *out, guint indent)
{
    static const char *const noise[] = {"", "", "", "# komentar\n", "\n", "#  - contoh: [x\n"};
    const char *line = noise[g_rand_int_range(rand, 0, G_N_ELEMENTS(noise))];
    if (*line == '#')
        g_string_append_printf(out, "%*s", (int)indent, "");
    g_string_append(out, line);
}

static void add_any(GRand *rand, GString *out, const YamlNode *value, guint indent);

static void
add_any_text(GRand *rand, GString *out, const YamlNode *value, guint indent)
{
    static const char *const tails[] = {"", "", "", "  ", " # ekor", "\t"};
    YamlSpot spot = {indent, g_rand_boolean(rand) ? 40 : 0, FALSE};
    YamlStyle style = (YamlStyle)g_rand_int_range(rand, 0, N_YAML_STYLES);
    gsize before = out->len;
    g_string_append_c(out, ' ');
    if (!yaml_write_text(out, value->text, value->len, style, &spot)) {
        g_string_truncate(out, before + 1);
        style = YAML_STYLE_DOUBLE;
        yaml_write_text(out, value->text, value->len, style, &spot);
    }
    if (style != YAML_STYLE_LITERAL && style != YAML_STYLE_FOLDED)
        g_string_append(out, tails[g_rand_int_range(rand, 0, G_N_ELEMENTS(tails))]);
    g_string_append_c(out, '\n');
}

/* Behind a colon or a dash: the value in some style, with noise. */
static void
add_any(GRand *rand, GString *out, const YamlNode *value, guint indent)
{
    if (value->kind == YAML_TEXT) {
        add_any_text(rand, out, value, indent);
        return;
    }
    if (g_rand_int_range(rand, 0, 3) == 0) {
        g_string_append_c(out, ' ');
        yaml_write_flow(out, value);
        g_string_append(out, g_rand_boolean(rand) ? " # ekor\n" : "\n");
        return;
    }
    gboolean item = out->len > 0 && out->str[out->len - 1] == '-' && g_rand_boolean(rand);
    g_string_append_c(out, item ? ' ' : '\n');
    for (guint i = 0; i < value->n; i++) {
        if (!item)
            add_noise(rand, out, indent);
        g_string_append_printf(out, "%*s", item ? 0 : (int)indent, "");
        item = FALSE;
        g_string_append(out, value->kind == YAML_LIST ? "-" : value->pairs[i].key->text);
        g_string_append(out, value->kind == YAML_MAP ? ":" : "");
        add_any(rand, out, value->items[i], indent + 2);
    }
}

static GString *
any_file(GRand *rand)
{
    g_autoptr(Arena) arena = arena_new();
    GString *out = g_string_new(g_rand_int_range(rand, 0, 4) == 0 ? "\xEF\xBB\xBF" : "");
    guint n = (guint)g_rand_int_range(rand, 1, 6);
    for (guint i = 0; i < n; i++) {
        add_noise(rand, out, 0);
        g_string_append_printf(out, "kunci_%u:", i);
        add_any(rand, out, any_value(rand, arena, 0), 2);
    }
    if (g_rand_int_range(rand, 0, 3) == 0)
        g_string_replace(out, "\n", "\r\n", 0);
    return out;
}

typedef struct Document {
    Arena *arena;
    Source *source;
    YamlNode *root;
    guint first, last;
} Document;

static gboolean
document_open(Document *doc, const GString *text, gboolean front_matter)
{
    g_autoptr(DiagList) diags = diag_list_new();
    doc->arena = arena_new();
    doc->source = source_new("x", g_memdup2(text->str, text->len + 1), text->len, diags);
    doc->first = front_matter ? 2 : 1;
    doc->last = front_matter ? 0 : G_MAXUINT32;
    for (guint line = 2; front_matter && line <= source_n_lines(doc->source); line++) {
        gsize len;
        const char *at = source_line(doc->source, line, &len);
        if (len >= 3 && memcmp(at, "---", 3) == 0) {
            doc->last = line - 1;
            break;
        }
    }
    doc->root = yaml_read(doc->arena, &(YamlPart){doc->source, doc->first, doc->last, FALSE},
                          NULL, NULL, diags);
    return diag_list_n(diags) == 0 && doc->root->n > 0;
}

static void
document_close(Document *doc)
{
    source_free(doc->source);
    arena_free(doc->arena);
}

static GPtrArray *
raw_lines(const GString *text)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    for (gsize at = 0; at < text->len;) {
        gsize n = strcspn(text->str + at, "\r\n");
        gsize end =
            at + n + (text->str[at + n] == '\r' && text->str[at + n + 1] == '\n' ? 2 : 1);
        end = MIN(end, text->len);
        g_ptr_array_add(lines, g_strndup(text->str + at, end - at));
        at = end;
    }
    return lines;
}

static gsize
content_end(const Document *doc, const YamlNode *node)
{
    const char *text = source_text(doc->source);
    gboolean flow = node->kind != YAML_TEXT && strchr("[{", text[node->start]) != NULL;
    if (node->kind != YAML_TEXT && node->n > 0 && !flow)
        return content_end(doc, node->kind == YAML_LIST ? node->items[node->n - 1]
                                                        : node->pairs[node->n - 1].value);
    gsize end = node->end;
    while (end > node->start && g_ascii_isspace(text[end - 1]))
        end--;
    return end;
}

/* Lines before and behind the key's own must be the same bytes. */
static void
check_other_lines(
    const Document *doc, const GString *before, const GString *after, guint first, guint last)
{
    g_autoptr(GPtrArray) old = raw_lines(before), new = raw_lines(after);
    guint behind = old->len - MIN(last, old->len);
    g_assert_cmpuint(new->len, >=, first - 1 + behind);
    for (guint i = 0; i + 1 < first; i++)
        g_assert_cmpstr(old->pdata[i], ==, new->pdata[i]);
    for (guint i = 1; i <= behind; i++)
        g_assert_cmpstr(old->pdata[old->len - i], ==, new->pdata[new->len - i]);
    g_assert_nonnull(doc->root);
}

typedef struct Picked {
    YamlStep steps[YAML_PATH_MAX];
    guint n;
    const YamlNode *node;
    guint first, last; /* lines of its key */
    gboolean is_item;
    guint n_items; /* of its list */
} Picked;

static void
pick(GRand *rand, const Document *doc, Picked *out)
{
    const YamlNode *node = doc->root;
    gboolean brackets = FALSE;
    out->n = 0;
    do {
        guint i = (guint)g_rand_int_range(rand, 0, (gint32)node->n);
        gboolean list = node->kind == YAML_LIST;
        out->is_item = list;
        out->n_items = node->n;
        out->steps[out->n++] =
            list ? (YamlStep){NULL, i} : (YamlStep){node->pairs[i].key->text, 0};
        const YamlNode *before = list && i > 0 ? node->items[i - 1] : NULL;
        const YamlNode *key = list ? node->items[i] : node->pairs[i].key;
        const YamlNode *parent = node;
        node = list ? node->items[i] : node->pairs[i].value;
        if (!brackets) {
            out->first = source_mark(doc->source, key->start).line;
            out->last = source_mark(doc->source, content_end(doc, node)).line;
            if (list) /* the dash may stand above */
                out->first =
                    before != NULL
                        ? MIN(out->first,
                              source_mark(doc->source, content_end(doc, before)).line + 1)
                        : source_mark(doc->source, parent->start).line;
        }
        brackets |= node->kind != YAML_TEXT &&
                    strchr("[{", source_text(doc->source)[node->start]) != NULL;
    } while (node->kind != YAML_TEXT && node->n > 0 && g_rand_int_range(rand, 0, 3) > 0);
    out->node = node;
}

/* The value at the path, or NULL. A value counts as a list of one. */
static const YamlNode *
yaml_at(const YamlNode *node, const YamlPath *path)
{
    for (guint i = 0; i < path->n && node != NULL; i++) {
        const YamlStep *step = &path->steps[i];
        if (step->key != NULL)
            node = node->kind == YAML_MAP ? yaml_find(node, step->key) : NULL;
        else if (node->kind == YAML_LIST)
            node = step->index < node->n ? node->items[step->index] : NULL;
        else if (step->index > 0)
            node = NULL;
    }
    return node;
}

/* One edit of a text somebody may have written; FALSE: there was nothing to edit. */
static gboolean
edit_once(GRand *rand, GString *text, gboolean front_matter)
{
    Document doc, now;
    Picked at;
    gboolean fine = document_open(&doc, text, front_matter);
    if (!fine) {
        document_close(&doc);
        return FALSE;
    }
    pick(rand, &doc, &at);
    gint what = g_rand_int_range(rand, 0, 8);
    YamlChange change = {.path = {at.steps, at.n}};
    change.action = what == 0 ? YAML_REMOVE : what == 1 && at.is_item ? YAML_INSERT : YAML_SET;
    if (what == 2 && at.is_item)
        change.action = YAML_MOVE;
    change.to = at.is_item ? (guint)g_rand_int_range(rand, 0, (gint32)at.n_items) : 0;
    change.value = any_value(rand, doc.arena, 1);
    if (change.action == YAML_SET && at.node->kind == YAML_TEXT && g_rand_boolean(rand)) {
        YamlNode *plain = arena_new0(doc.arena, YamlNode);
        plain->text = any_word(rand);
        plain->len = strlen(plain->text);
        change.value = plain;
    }
    g_autoptr(GString) before = g_string_new_len(text->str, (gssize)text->len);
    YamlEdited done = yaml_edit(text, doc.first, doc.last, FALSE, &change);
    if (done != YAML_EDITED && done != YAML_EDIT_SAME)
        g_test_message("%d: action %d, path ends in %s in\n%s", done, change.action,
                       at.steps[at.n - 1].key, before->str);
    g_assert_true(done == YAML_EDITED || done == YAML_EDIT_SAME);
    g_assert_true(document_open(&now, text, front_matter) || now.root->n == 0);
    if (change.action == YAML_SET)
        g_assert_true(yaml_equal(yaml_at(now.root, &change.path), change.value));
    /* A mapping that is emptied takes its key along, a move changes other items' lines. */
    if (change.action == YAML_SET || change.action == YAML_INSERT)
        check_other_lines(&doc, before, text, at.first, at.last);
    for (guint i = 0; i < doc.root->n; i++) {
        const char *key = doc.root->pairs[i].key->text;
        if (strcmp(key, at.steps[0].key) != 0)
            g_assert_true(yaml_equal(yaml_find(now.root, key), doc.root->pairs[i].value));
    }
    document_close(&now);
    document_close(&doc);
    return TRUE;
}

static void
test_generated(void)
{
    GRand *rand = g_rand_new_with_seed(14);
    guint n = 0;
    while (n < 7000) {
        g_autoptr(GString) text = any_file(rand);
        for (guint i = 0; i < 5; i++)
            n += edit_once(rand, text, FALSE) ? 1 : 0;
    }
    g_rand_free(rand);
}

static guint
edit_file(GRand *rand, const char *path, guint times)
{
    g_autofree char *bytes = NULL;
    gsize len;
    guint n = 0;
    if (!g_file_get_contents(path, &bytes, &len, NULL) || len > 200000 || memchr(bytes, 0, len))
        return 0;
    g_autoptr(GString) text = g_string_new_len(bytes, (gssize)len);
    if (g_rand_int_range(rand, 0, 4) == 0)
        g_string_replace(text, "\n", "\r\n", 0);
    for (guint i = 0; i < times; i++)
        n += edit_once(rand, text, g_str_has_suffix(path, ".md")) ? 1 : 0;
    return n;
}

static guint
edit_below(GRand *rand, const char *folder, guint times)
{
    guint n = 0;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            n += edit_below(rand, path, times);
        else if (g_str_has_suffix(name, ".md") || g_str_has_suffix(name, ".yaml"))
            n += edit_file(rand, path, times);
    }
    return n;
}

/* What is in the repository: the example site and the texts of every mistake. */
static void
test_files(void)
{
    GRand *rand = g_rand_new_with_seed(14);
    guint n = edit_below(rand, "content", 60);
    n += edit_below(rand, "tests/diag", 16);
    g_test_message("%u edits", n);
    g_assert_cmpuint(n, >, 3000);
    g_rand_free(rand);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *name = g_strdup_printf("/yaml-edit/%s", rows[i].name);
        g_test_add_data_func(name, &rows[i], test_row);
    }
    g_test_add_func("/yaml-edit/rank", test_rank);
    g_test_add_func("/yaml-edit/files", test_files);
    g_test_add_func("/yaml-edit/generated", test_generated);
    return g_test_run();
}
