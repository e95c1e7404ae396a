#include "base/append.h"
#include "base/diag.h"
#include "base/json.h"
#include "base/span.h"
#include <string.h>

enum { VIEW_COLUMNS = 100, VIEW_BEFORE = 60, GUTTER_DIGITS = 5, N_LEVELS = DIAG_OFF + 1 };

static const char *const level_colors[] = {
    [DIAG_NOTE] = "\033[36m",  [DIAG_WARNING] = "\033[33m",
    [DIAG_ERROR] = "\033[31m", [DIAG_FATAL] = "\033[31m",
    [DIAG_OFF] = "",
};

static void
append_color(GString *out, const DiagPrint *how, const char *color)
{
    if (how->color)
        g_string_append(out, color);
}

static void
append_repeated(GString *out, char c, guint n)
{
    gsize before = out->len;
    g_string_set_size(out, before + n);
    memset(out->str + before, c, n);
}

/* Columns of a terminal; a tab counts as one: both lines hold the same tabs. */
static guint
char_columns(gunichar c)
{
    if (c < 0x80)
        return 1;
    if (g_unichar_iszerowidth(c))
        return 0;
    return g_unichar_iswide(c) ? 2 : 1;
}

/* Where the shown part of an excerpt begins, so that the caret stands in sight. */
static const char *
view_start(const char *text, guint caret)
{
    guint columns = 0;
    const char *start = text, *at = text;
    if (strlen(text) <= VIEW_COLUMNS) /* no character has more columns than bytes */
        return text;
    for (guint i = 0; i < caret && *at != '\0'; i++) {
        columns += char_columns(g_utf8_get_char(at));
        at += g_utf8_skip[(guchar)*at];
    }
    gsize rest = (gsize)g_utf8_strlen(at, -1);
    if (columns + rest <= VIEW_COLUMNS)
        return text;
    for (; columns > VIEW_BEFORE && start < at; start += g_utf8_skip[(guchar)*start])
        columns -= MIN(columns, char_columns(g_utf8_get_char(start)));
    return start;
}

static const char gutter[] = "      | ";

static void
append_gutter(GString *out, guint line)
{
    guint n = 1;
    for (guint rest = line; rest >= 10; rest /= 10)
        n++;
    append_repeated(out, ' ', n < GUTTER_DIGITS ? GUTTER_DIGITS - n : 0);
    append_digits(out, line, 1);
    append_text(out, " | ");
}

/* Under `n` characters of one column each, the caret being the `caret`-th: as far as they reach. */
static void
append_plain_caret(GString *under, guint n, guint caret, guint width)
{
    append_repeated(under, ' ', MIN(caret, n));
    if (caret >= n)
        return;
    append_bytes(under, "^", 1);
    append_repeated(under, '~', MIN(width, n - caret) - 1);
}

static gboolean
is_plain(const char *text, gsize len)
{
    return len <= VIEW_COLUMNS && span_is_ascii(text, len) && memchr(text, '\t', len) == NULL;
}

/* The source line behind a gutter, and under it ^~~~ below the place. */
static void
append_excerpt(GString *out, const Diag *diag, const DiagPrint *how)
{
    guint caret = diag->col > diag->excerpt_col ? diag->col - diag->excerpt_col : 0;
    const char *start = view_start(diag->excerpt, caret);
    guint before = (guint)g_utf8_pointer_to_offset(diag->excerpt, start);
    gboolean cut = start > diag->excerpt || diag->excerpt_col > 1;
    g_autoptr(GString) under = g_string_sized_new(VIEW_COLUMNS * 2);
    append_text(under, cut ? " " : "");
    append_gutter(out, diag->line);
    append_text(out, cut ? "…" : "");
    guint columns = 0, place = before;
    const char *at = start;
    gsize len = strlen(start);
    if (start == diag->excerpt && is_plain(start, len)) {
        append_plain_caret(under, (guint)len, caret, diag->width);
        at += len;
        place = (guint)len;
    }
    for (; *at != '\0' && columns < VIEW_COLUMNS; at += g_utf8_skip[(guchar)*at], place++) {
        gunichar c = g_utf8_get_char(at);
        guint wide = char_columns(c);
        columns += wide;
        if (place < caret)
            append_repeated(under, c == '\t' ? '\t' : ' ', c == '\t' ? 1 : wide);
        else if (place == caret)
            g_string_append(under, wide == 2 ? "^~" : "^");
        else if (place < caret + diag->width)
            append_repeated(under, '~', wide);
    }
    append_bytes(out, start, (gsize)(at - start));
    if (place <= caret)
        g_string_append_c(under, '^');
    g_string_append(out, *at != '\0' ? "…\n" : "\n");
    append_text(out, gutter);
    append_color(out, how, level_colors[diag->level]);
    g_string_append(out, under->str);
    append_color(out, how, "\033[0m");
    g_string_append_c(out, '\n');
}

static void
append_place(GString *out, const Diag *diag)
{
    if (diag->path[0] == '\0')
        return;
    append_text(out, diag->path);
    if (diag->line > 0) {
        append_bytes(out, ":", 1);
        append_digits(out, diag->line, 1);
        append_bytes(out, ":", 1);
        append_digits(out, diag->col, 1);
    }
    append_bytes(out, ": ", 2);
}

static void
append_finding(GString *out, const Diag *diag, const DiagPrint *how)
{
    static const char *const fix_words[] = {"saran", "help"};
    append_color(out, how, "\033[1m");
    append_place(out, diag);
    append_color(out, how, level_colors[diag->level]);
    append_text(out, diag_level_name(diag->level, how->lang));
    append_bytes(out, ": ", 2);
    append_color(out, how, "\033[0m");
    diag_append_text(diag, how->lang, out);
    append_bytes(out, " [", 2);
    append_text(out, diag_info(diag->code)->tag);
    append_bytes(out, "]\n", 2);
    if (diag->line > 0 && diag->excerpt[0] != '\0')
        append_excerpt(out, diag, how);
    gsize end = out->len;
    append_bytes(out, "  = ", 4);
    append_text(out, fix_words[how->lang]);
    append_bytes(out, ": ", 2);
    gsize begin = out->len;
    diag_append_fix(diag, how->lang, out);
    if (out->len > begin)
        append_bytes(out, "\n", 1);
    else
        g_string_truncate(out, end);
}

static void
append_more(GString *out, const char *path, guint n, DiagLang lang)
{
    if (n == 0)
        return;
    if (lang == DIAG_LANG_ID)
        g_string_append_printf(out, "%s: dan %u temuan lain di berkas ini\n", path, n);
    else
        g_string_append_printf(out, "%s: and %u more findings in this file\n", path, n);
}

/*
 * How many of the findings i … of one file are shown, by level: the worst come first, so that an
 * error is never among the hidden ones while a note is shown. Returns where the next file begins.
 */
static guint
share_room(const DiagList *list, guint i, guint max, guint room[N_LEVELS])
{
    const char *path = diag_list_get(list, i)->path;
    for (guint level = 0; level < N_LEVELS; level++)
        room[level] = 0;
    for (; i < diag_list_n(list) && strcmp(diag_list_get(list, i)->path, path) == 0; i++)
        room[diag_list_get(list, i)->level]++;
    guint left = max > 0 ? max : G_MAXUINT;
    for (guint level = N_LEVELS; level-- > 0;) {
        room[level] = MIN(room[level], left);
        left -= room[level];
    }
    return i;
}

/* Findings of each file, those of `errors` alone or the others; how many are hidden stands behind the last of a file. */
static void
print_part(const DiagList *list, const DiagPrint *how, gboolean errors, GString *out)
{
    for (guint i = 0, end; i < diag_list_n(list); i = end) {
        guint room[N_LEVELS], hidden = 0;
        const char *path = diag_list_get(list, i)->path;
        end = share_room(list, i, how->max_per_file, room);
        gboolean last = (room[DIAG_ERROR] + room[DIAG_FATAL] > 0) == errors;
        for (; i < end; i++) {
            const Diag *diag = diag_list_get(list, i);
            hidden += room[diag->level] == 0 ? 1 : 0;
            if (room[diag->level] == 0)
                continue;
            room[diag->level]--;
            if ((diag->level >= DIAG_ERROR) == errors)
                append_finding(out, diag, how);
        }
        append_more(out, path, last ? hidden : 0, how->lang);
    }
}

/* Errors last: they stop a build, and the end of a long list is what a terminal shows. */
static void
print_text(const DiagList *list, const DiagPrint *how, GString *out)
{
    print_part(list, how, FALSE, out);
    if (diag_list_worst(list) >= DIAG_ERROR)
        print_part(list, how, TRUE, out);
}

static void
print_json(const DiagList *list, const DiagPrint *how, GString *out)
{
    Json json;
    json_init(&json, out, 2);
    json_array_begin(&json);
    for (guint i = 0; i < diag_list_n(list); i++) {
        const Diag *diag = diag_list_get(list, i);
        g_autoptr(GString) text = g_string_new(NULL), fix = g_string_new(NULL);
        diag_append_text(diag, how->lang, text);
        diag_append_fix(diag, how->lang, fix);
        json_object_begin(&json);
        json_text_pair(&json, "file", diag->path);
        json_int_pair(&json, "line", diag->line);
        json_int_pair(&json, "column", diag->col);
        json_int_pair(&json, "width", diag->width);
        json_text_pair(&json, "level", diag_level_name(diag->level, DIAG_LANG_EN));
        json_text_pair(&json, "tag", diag_info(diag->code)->tag);
        json_text_pair(&json, "message", text->str);
        json_text_pair(&json, "fix", fix->str);
        json_object_end(&json);
    }
    json_array_end(&json);
    g_string_append_c(out, '\n');
}

/* Percent-escapes of GitHub's workflow commands; properties escape : and , as well. */
static void
append_github(GString *out, const char *text, gboolean is_property)
{
    const char *escaped = is_property ? "%\r\n:," : "%\r\n";
    for (; *text != '\0'; text++)
        if (strchr(escaped, *text) != NULL)
            g_string_append_printf(out, "%%%02X", (guchar)*text);
        else
            g_string_append_c(out, *text);
}

static void
print_github(const DiagList *list, const DiagPrint *how, GString *out)
{
    static const char *const commands[] = {
        [DIAG_NOTE] = "notice", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error",
        [DIAG_FATAL] = "error", [DIAG_OFF] = "debug",
    };
    for (guint i = 0; i < diag_list_n(list); i++) {
        const Diag *diag = diag_list_get(list, i);
        g_autoptr(GString) text = g_string_new(NULL);
        diag_append_text(diag, how->lang, text);
        gsize end = text->len;
        diag_append_fix(diag, how->lang, text);
        if (text->len > end)
            g_string_insert_c(text, (gssize)end, '\n');
        g_string_append_printf(out, "::%s ", commands[diag->level]);
        if (diag->path[0] != '\0') {
            g_string_append(out, "file=");
            append_github(out, diag->path, TRUE);
            g_string_append_c(out, ',');
        }
        if (diag->line > 0)
            g_string_append_printf(out, "line=%u,col=%u,endColumn=%u,", diag->line, diag->col,
                                   diag->col + diag->width);
        g_string_append(out, "title=");
        append_github(out, diag_info(diag->code)->tag, TRUE);
        g_string_append(out, "::");
        append_github(out, text->str, FALSE);
        g_string_append_c(out, '\n');
    }
}

void
diag_list_print(const DiagList *list, DiagFormat format, const DiagPrint *how, GString *out)
{
    static void (*const printers[])(const DiagList *, const DiagPrint *, GString *) = {
        [DIAG_FORMAT_TEXT] = print_text,
        [DIAG_FORMAT_JSON] = print_json,
        [DIAG_FORMAT_GITHUB] = print_github,
    };
    printers[format](list, how, out);
}
