#include "base/append.h"
#include "base/diag.h"
#include "base/chars.h"
#include <stdarg.h>
#include <string.h>

enum {
    MAX_EXCERPT = 480, /* code points kept of a line; the rest is cut around the caret */
    BEFORE_CARET = 160,
    MAX_ARG_BYTES = 400
};

struct DiagList {
    GPtrArray *diags; /* of Diag *, each one block with its strings */
};

static const DiagInfo infos[] = {
#define DIAG(code, tag, level, text_id, text_en, fix_id, fix_en, why_id, why_en) \
    {tag, level, {text_id, text_en}, {fix_id, fix_en}, {why_id, why_en}},
#include "base/diag-table.h"
#undef DIAG
};

const DiagInfo *
diag_info(DiagCode code)
{
    g_assert((guint)code < N_DIAG_CODES);
    return &infos[code];
}

gboolean
diag_code_find(const char *tag, DiagCode *code)
{
    for (guint i = 0; i < N_DIAG_CODES; i++)
        if (strcmp(infos[i].tag, tag) == 0) {
            *code = (DiagCode)i;
            return TRUE;
        }
    return FALSE;
}

const char *
diag_level_name(DiagLevel level, DiagLang lang)
{
    static const char *const names[][2] = {
        [DIAG_NOTE] = {"catatan", "note"},     [DIAG_WARNING] = {"peringatan", "warning"},
        [DIAG_ERROR] = {"kesalahan", "error"}, [DIAG_FATAL] = {"fatal", "fatal"},
        [DIAG_OFF] = {"mati", "off"},
    };
    return names[level][lang];
}

gboolean
diag_level_find(const char *name, DiagLevel *level)
{
    for (DiagLevel found = DIAG_NOTE; found <= DIAG_ERROR; found++) {
        if (g_ascii_strcasecmp(diag_level_name(found, DIAG_LANG_EN), name) == 0 ||
            g_ascii_strcasecmp(diag_level_name(found, DIAG_LANG_ID), name) == 0) {
            *level = found;
            return TRUE;
        }
    }
    return FALSE;
}

DiagList *
diag_list_new(void)
{
    DiagList *list = g_new(DiagList, 1);
    list->diags = g_ptr_array_new_with_free_func(g_free);
    return list;
}

void
diag_list_free(DiagList *list)
{
    if (list == NULL)
        return;
    g_ptr_array_unref(list->diags);
    g_free(list);
}

/* The line of `at`, of a long one the part around its column; *col receives that part's first column. */
static void
append_excerpt(GString *out, Mark at, guint32 *col)
{
    *col = 1;
    if (at.source == NULL || at.line == 0)
        return;
    gsize len;
    const char *line = source_line(at.source, at.line, &len), *end = line + len;
    if (len > MAX_EXCERPT && at.col > BEFORE_CARET) {
        *col = at.col - BEFORE_CARET + 1;
        line = source_at(at.source, at.line, *col);
    }
    const char *to = line;
    for (guint i = 0; i < MAX_EXCERPT && to < end; i++)
        to += g_utf8_skip[(guchar)*to];
    g_string_append_len(out, line, to - line);
}

/* One block: the Diag, then path, excerpt and values, each NUL-terminated. */
static Diag *
pack(DiagCode code, const char *path, Mark at, guint width, va_list ap)
{
    g_autoptr(GString) strings = g_string_sized_new(256);
    gsize arg_at[4];
    guint32 excerpt_col;
    guint n_args = 0;
    chars_append_shown(strings, path, strlen(path), 4096);
    g_string_append_c(strings, '\0');
    gsize excerpt_at = strings->len;
    append_excerpt(strings, at, &excerpt_col);
    g_string_append_c(strings, '\0');
    for (const char *arg; n_args < 4 && (arg = va_arg(ap, const char *)) != NULL; n_args++) {
        arg_at[n_args] = strings->len;
        chars_append_shown(strings, arg, strlen(arg), MAX_ARG_BYTES);
        g_string_append_c(strings, '\0');
    }
    char *block = g_malloc0(sizeof(Diag) + strings->len);
    char *text = block + sizeof(Diag);
    memcpy(text, strings->str, strings->len);
    Diag *diag = (void *)block;
    diag->code = code;
    diag->level = diag_info(code)->level;
    diag->path = text;
    diag->line = at.line;
    diag->col = at.line == 0 ? 0 : at.col;
    diag->width = MAX(width, 1);
    diag->excerpt = text + excerpt_at;
    diag->excerpt_col = excerpt_col;
    for (guint i = 0; i < n_args; i++)
        diag->args[i] = text + arg_at[i];
    return diag;
}

void
diag_add(DiagList *list, DiagCode code, Mark at, guint width, ...)
{
    va_list ap;
    va_start(ap, width);
    const char *path = at.source != NULL ? source_path(at.source) : "";
    g_ptr_array_add(list->diags, pack(code, path, at, width, ap));
    va_end(ap);
}

void
diag_add_path(DiagList *list, DiagCode code, const char *path, ...)
{
    va_list ap;
    va_start(ap, path);
    g_ptr_array_add(list->diags, pack(code, path, (Mark){NULL, 0, 0}, 1, ap));
    va_end(ap);
}

void
diag_list_add_copy(DiagList *list, const Diag *diag)
{
    const char *texts[6] = {diag->path,    diag->excerpt, diag->args[0],
                            diag->args[1], diag->args[2], diag->args[3]};
    char *copies[6] = {0};
    gsize size = sizeof *diag;
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        size += texts[i] != NULL ? strlen(texts[i]) + 1 : 0;
    Diag *copy = g_malloc(size);
    char *at = (char *)(copy + 1);
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        if (texts[i] == NULL)
            continue;
        copies[i] = at;
        at = g_stpcpy(at, texts[i]) + 1;
    }
    *copy = *diag;
    copy->path = copies[0];
    copy->excerpt = copies[1];
    memcpy(copy->args, copies + 2, sizeof copy->args);
    g_ptr_array_add(list->diags, copy);
}

void
diag_list_take(DiagList *list, DiagList *from)
{
    g_ptr_array_extend_and_steal(list->diags, from->diags);
    g_free(from);
}

void
diag_list_keep_path(DiagList *list, const char *path)
{
    for (guint i = diag_list_n(list); i-- > 0;) {
        if (strcmp(diag_list_get(list, i)->path, path) != 0)
            diag_list_remove(list, i);
    }
}

static int
compare_numbers(guint a, guint b)
{
    return (a > b) - (a < b);
}

/* Numbers inside values count as numbers: component 6 before 10. Not given comes first. */
static int
compare_values(const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return (a != NULL) - (b != NULL);
    int order = strverscmp(a, b);
    return order != 0 ? order : strcmp(a, b);
}

static int
compare_diags(const Diag *a, const Diag *b)
{
    int order = strcmp(a->path, b->path);
    if (order == 0)
        order = compare_numbers(a->line, b->line);
    if (order == 0)
        order = compare_numbers(a->col, b->col);
    if (order == 0)
        order = compare_numbers(a->code, b->code);
    for (guint i = 0; order == 0 && i < 4; i++)
        order = compare_values(a->args[i], b->args[i]);
    if (order == 0)
        order = compare_numbers(a->width, b->width);
    return order;
}

static int
compare_places(gconstpointer a, gconstpointer b)
{
    return compare_diags(*(const Diag *const *)a, *(const Diag *const *)b);
}

/* Drops what `drop` says, given the diagnostic and the one kept before it. */
static void
drop_if(DiagList *list, gboolean (*drop)(const Diag *before, const Diag *diag))
{
    GPtrArray *kept = g_ptr_array_new_with_free_func(g_free);
    Diag *before = NULL;
    g_ptr_array_set_free_func(list->diags, NULL);
    for (guint i = 0; i < list->diags->len; i++) {
        Diag *diag = list->diags->pdata[i];
        if (drop(before, diag)) {
            g_free(diag);
            continue;
        }
        g_ptr_array_add(kept, diag);
        before = diag;
    }
    g_ptr_array_unref(list->diags);
    list->diags = kept;
}

static gboolean
is_same(const Diag *before, const Diag *diag)
{
    return before != NULL && compare_diags(before, diag) == 0;
}

static gboolean
is_off(G_GNUC_UNUSED const Diag *before, const Diag *diag)
{
    return diag->level == DIAG_OFF;
}

/* In order, and none twice: agencies' lists are joined in the order of their paths. */
static gboolean
is_sorted(const DiagList *list)
{
    for (guint i = 1; i < list->diags->len; i++) {
        if (compare_diags(list->diags->pdata[i - 1], list->diags->pdata[i]) >= 0)
            return FALSE;
    }
    return TRUE;
}

void
diag_list_sort(DiagList *list)
{
    if (is_sorted(list))
        return;
    g_ptr_array_sort(list->diags, compare_places);
    drop_if(list, is_same);
}

gboolean
diag_level_is_fixed(const Diag *diag)
{
    return diag->level == DIAG_ERROR || diag->level == DIAG_FATAL || diag->draft;
}

void
diag_list_override(DiagList *list, const DiagLevel *levels)
{
    for (guint i = 0; i < list->diags->len; i++) {
        Diag *diag = list->diags->pdata[i];
        if (!diag_level_is_fixed(diag))
            diag->level = levels[diag->code];
    }
    drop_if(list, is_off);
}

void
diag_list_make_draft(DiagList *list)
{
    for (guint i = 0; i < list->diags->len; i++) {
        Diag *diag = list->diags->pdata[i];
        diag->draft = TRUE;
        diag->level = DIAG_NOTE;
    }
}

void
diag_list_remove(DiagList *list, guint i)
{
    g_ptr_array_remove_index(list->diags, i);
}

guint
diag_list_n(const DiagList *list)
{
    return list->diags->len;
}

const Diag *
diag_list_get(const DiagList *list, guint i)
{
    g_assert(i < list->diags->len);
    return list->diags->pdata[i];
}

DiagLevel
diag_list_worst(const DiagList *list)
{
    DiagLevel worst = DIAG_NOTE;
    for (guint i = 0; i < list->diags->len; i++)
        worst = MAX(worst, diag_list_get(list, i)->level);
    return worst;
}

/* Fills %1 … %4 with the values and %% with a percent sign, up to `end`. */
static void
append_filled(GString *out, const char *template, const char *end, char *const *args)
{
    for (const char *at = template; at < end; at++) {
        const char *sign = memchr(at, '%', (gsize)(end - at));
        append_bytes(out, at, (gsize)((sign != NULL ? sign : end) - at));
        if (sign == NULL)
            return;
        at = sign;
        if (at[1] >= '1' && at[1] <= '4') {
            const char *arg = args[*++at - '1'];
            append_text(out, arg != NULL ? arg : "");
        } else {
            append_bytes(out, "%", 1);
            at += at[1] == '%';
        }
    }
}

void
diag_append_text(const Diag *diag, DiagLang lang, GString *out)
{
    const char *text = diag_info(diag->code)->text[lang];
    append_filled(out, text, text + strlen(text), diag->args);
}

/* TRUE when the text asks for a value that was not given; `quoted`: one that stands in quotes ("%2"). */
static gboolean
lacks_value(const char *template, const char *end, char *const *args, gboolean quoted)
{
    for (const char *at = template; (at = strchr(at, '%')) != NULL && at < end; at++) {
        if (at[1] == '%') {
            at++;
            continue;
        }
        gboolean whole = at > template && at[-1] == '"' && at[1] != '\0' && at[2] == '"';
        if (at[1] < '1' || at[1] > '4' || (quoted && !whole))
            continue;
        const char *arg = args[at[1] - '1'];
        if (arg == NULL || *arg == '\0')
            return TRUE;
    }
    return FALSE;
}

/* Of several ways to say it, parted by |, the first whose values were given; the last needs none. */
void
diag_append_fix(const Diag *diag, DiagLang lang, GString *out)
{
    const char *fix = diag_info(diag->code)->fix[lang], *end = fix + strcspn(fix, "|");
    gboolean several = *end == '|';
    while (*end == '|' && lacks_value(fix, end, diag->args, FALSE)) {
        fix = end + 1;
        end = fix + strcspn(fix, "|");
    }
    if (several || !lacks_value(fix, end, diag->args, TRUE))
        append_filled(out, fix, end, diag->args);
}
