#include "mustache/code.h"
#include <string.h>

MuSet *
mu_set_new(const MuHost *host)
{
    MuSet *set = g_new0(MuSet, 1);
    set->host = *host;
    set->arena = arena_new();
    set->names = g_hash_table_new(g_str_hash, g_str_equal);
    set->name_texts = g_ptr_array_new();
    set->paths = g_hash_table_new(g_str_hash, g_str_equal);
    set->codes = g_hash_table_new(g_str_hash, g_str_equal);
    set->labels = g_hash_table_new(g_str_hash, g_str_equal);
    set->code_list = g_ptr_array_new();
    set->unparsed = g_ptr_array_new();
    set->classes = g_hash_table_new(NULL, NULL);
    return set;
}

void
mu_set_free(MuSet *set)
{
    if (set == NULL)
        return;
    g_hash_table_destroy(set->classes);
    g_ptr_array_free(set->unparsed, TRUE);
    g_ptr_array_free(set->code_list, TRUE);
    g_hash_table_destroy(set->labels);
    g_hash_table_destroy(set->codes);
    g_hash_table_destroy(set->paths);
    g_ptr_array_free(set->name_texts, TRUE);
    g_hash_table_destroy(set->names);
    arena_free(set->arena);
    g_free(set);
}

guint
mu_set_name(MuSet *set, const char *text, gsize len)
{
    g_autofree char *key = g_strndup(text, len);
    guint id = GPOINTER_TO_UINT(g_hash_table_lookup(set->names, key));
    if (id > 0)
        return id - 1;
    char *kept = arena_strndup(set->arena, text, len);
    g_ptr_array_add(set->name_texts, kept);
    g_hash_table_insert(set->names, kept, GUINT_TO_POINTER(set->name_texts->len));
    return set->name_texts->len - 1;
}

const MuPath *
mu_set_path(MuSet *set, const char *text, gsize len)
{
    g_autofree char *key = g_strndup(text, len);
    const MuPath *known = g_hash_table_lookup(set->paths, key);
    if (known != NULL)
        return known;
    guint n = 0;
    gboolean is_self = len == 1 && text[0] == '.';
    if (!is_self) {
        n = 1;
        for (gsize i = 0; i < len; i++)
            n += text[i] == '.';
    }
    MuPath *path = arena_alloc(set->arena, sizeof(MuPath) + n * sizeof(guint));
    char *kept = arena_strndup(set->arena, text, len);
    path->text = kept;
    path->n = n;
    for (guint i = 0; i < n; i++) {
        const char *dot = memchr(text, '.', len);
        gsize part = dot != NULL ? (gsize)(dot - text) : len;
        path->ids[i] = mu_set_name(set, text, part);
        if (dot != NULL) {
            text += part + 1;
            len -= part + 1;
        }
    }
    g_hash_table_insert(set->paths, kept, path);
    return path;
}

void
mu_set_tell(const MuSet *set, MuTold told, gsize len)
{
    enum { MAX_NAME = 80 };
    if (set->host.problem == NULL)
        return;
    g_autofree char *shown = g_utf8_make_valid(told.name, (gssize)MIN(len, (gsize)MAX_NAME));
    told.name = shown;
    set->host.problem(set->host.data, &told);
}

MuCode *
mu_set_find(MuSet *set, const char *name, gsize len, gboolean is_label)
{
    GHashTable *known = is_label ? set->labels : set->codes;
    g_autofree char *key = g_strndup(name, len);
    gpointer found = NULL;
    if (g_hash_table_lookup_extended(known, key, NULL, &found))
        return found;
    char *kept = arena_strndup(set->arena, name, len);
    MuText text = {.text = "", .len = 0, .path = ""};
    gboolean (*load)(gpointer, const char *, MuText *) =
        is_label ? set->host.label : set->host.load;
    MuCode *code = NULL;
    if (load(set->host.data, kept, &text)) {
        gsize n = text.len < 0 ? strlen(text.text) : (gsize)text.len;
        code = arena_new0(set->arena, MuCode);
        code->name = kept;
        code->path = arena_strndup(set->arena, text.path, strlen(text.path));
        code->is_label = is_label;
        code->first_line = MAX(text.line, 1);
        if (n > MU_MAX_BYTES) {
            mu_set_tell(set, (MuTold){MU_TOO_BIG, code->path, code->first_line, 1, name}, len);
            n = 0;
        }
        code->source = arena_strndup(set->arena, text.text, n);
        code->source_len = n;
        g_ptr_array_add(set->code_list, code);
        g_ptr_array_add(set->unparsed, code);
    }
    g_hash_table_insert(known, kept, code);
    return code;
}

static guint
count_fields(const MuClass *cls)
{
    guint n = 0;
    for (guint i = 0; i < cls->n_fields; i++)
        n += cls->fields[i].name != NULL ? 1 : count_fields(cls->fields[i].cls);
    return n;
}

/* Own names before those of base structs. */
static void
take_fields(MuSlots *slots, const MuClass *cls, gsize offset)
{
    for (guint i = 0; i < cls->n_fields; i++) {
        if (cls->fields[i].name == NULL)
            continue;
        MuSlot *slot = &slots->fields[slots->n_fields++];
        slot->field = cls->fields[i];
        slot->field.offset += offset;
    }
    for (guint i = 0; i < cls->n_fields; i++)
        if (cls->fields[i].name == NULL)
            take_fields(slots, cls->fields[i].cls, offset + cls->fields[i].offset);
}

/* The first field of a name is the one that counts. */
static void
name_fields(MuSet *set, MuSlots *slots)
{
    g_autofree guint *ids = g_new(guint, slots->n_fields);
    for (guint i = 0; i < slots->n_fields; i++) {
        const char *name = slots->fields[i].field.name;
        ids[i] = mu_set_name(set, name, strlen(name));
        slots->n_names = MAX(slots->n_names, ids[i] + 1);
    }
    slots->by_name = arena_alloc(set->arena, slots->n_names * sizeof *slots->by_name);
    for (guint i = slots->n_fields; i > 0; i--)
        slots->by_name[ids[i - 1]] = &slots->fields[i - 1];
}

MuSlots *
mu_set_class(MuSet *set, const MuClass *cls)
{
    MuSlots *slots = g_hash_table_lookup(set->classes, cls);
    if (slots != NULL)
        return slots;
    slots = arena_new0(set->arena, MuSlots);
    slots->cls = cls;
    guint n = count_fields(cls);
    slots->asks = cls->find != NULL;
    slots->fields = arena_alloc(set->arena, n * sizeof(MuSlot));
    take_fields(slots, cls, 0);
    name_fields(set, slots);
    g_hash_table_insert(set->classes, (gpointer)(guintptr)cls, slots);
    for (guint i = 0; i < n; i++)
        if (slots->fields[i].field.cls != NULL)
            slots->fields[i].slots = mu_set_class(set, slots->fields[i].field.cls);
    return slots;
}

const MuTemplate *
mu_set_compile(MuSet *set, const char *name, const MuClass *root)
{
    MuCode *code = mu_set_find(set, name, strlen(name), FALSE);
    if (code == NULL)
        return NULL;
    while (set->unparsed->len > 0)
        mu_parse(set, g_ptr_array_steal_index(set->unparsed, set->unparsed->len - 1));
    MuTemplate *template = arena_new0(set->arena, MuTemplate);
    template->set = set;
    const MuSlots *slots = mu_set_class(set, root);
    if (set->host.strict)
        mu_check(set, code, root);
    template->program = mu_link(set, code, slots);
    return template;
}

MuArg *
mu_code_arg(const MuCode *code, const MuOp *op, guint block)
{
    guint low = op->args, high = op->args + op->n_args;
    while (low < high) {
        guint mid = low + (high - low) / 2;
        if (code->args[mid].block < block)
            low = mid + 1;
        else
            high = mid;
    }
    gboolean found = low < op->args + op->n_args && code->args[low].block == block;
    return found ? &code->args[low] : NULL;
}
