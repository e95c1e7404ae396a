#include "import/emit.h"
#include <string.h>

/* Where a plain scalar may not begin (YAML 1.2, 5.3); - ? : may, before a letter. */
static gboolean
begins_plain(const char *text)
{
    if (*text == '\0' || strchr(" \t\n\r,[]{}#&*!|>'\"%@`", *text) != NULL)
        return FALSE;
    if (strchr("-?:", *text) != NULL)
        return text[1] != '\0' && strchr(" \t-", text[1]) == NULL;
    return !g_str_has_prefix(text, "...");
}

gboolean
emit_needs_quotes(const char *text)
{
    gsize len = strlen(text);
    if (!begins_plain(text) || strpbrk(text, "\t\n\r") != NULL)
        return TRUE;
    return strchr(" :", text[len - 1]) != NULL || strstr(text, ": ") != NULL ||
           strstr(text, " #") != NULL;
}

/* Code points in the last line of `out`. */
static gsize
last_column(const GString *out)
{
    gsize begin = out->len; /* from the end: the text before may be long */
    while (begin > 0 && out->str[begin - 1] != '\n')
        begin--;
    return (gsize)g_utf8_strlen(out->str + begin, -1);
}

static void
begin_line(GString *out, guint indent, const char *start)
{
    g_string_append_c(out, '\n');
    for (guint i = 0; i < indent; i++)
        g_string_append_c(out, ' ');
    g_string_append(out, start);
}

/*
 * Appends text broken at single spaces between two words, where YAML's folding gives the space
 * back. The first word stays in the line it is in.
 */
static void
append_folded(GString *out, guint indent, const char *start, const char *text)
{
    gsize column = last_column(out);
    for (const char *at = text; *at != '\0';) {
        const char *end = at + 1;
        while (*end != '\0' &&
               !(*end == ' ' && end[-1] != ' ' && end[1] != ' ' && end[1] != '\0'))
            end++;
        gsize width = (gsize)g_utf8_strlen(at, end - at);
        if (at > text && column + 1 + width > EMIT_WIDTH) {
            begin_line(out, indent, start);
            column = indent + strlen(start) + width;
        } else {
            if (at > text)
                g_string_append_c(out, ' ');
            column += width + (at > text);
        }
        g_string_append_len(out, at, end - at);
        at = end + (*end == ' ');
    }
}

static char *
escaped(const char *text)
{
    GString *out = g_string_new("\"");
    for (const char *at = text; *at != '\0'; at++) {
        const char *end = strchr("\n\t\r", *at);
        if (end != NULL)
            g_string_append(out, *at == '\n' ? "\\n" : *at == '\t' ? "\\t" : "\\r");
        else if (*at == '"' || *at == '\\')
            g_string_append_printf(out, "\\%c", *at);
        else
            g_string_append_c(out, *at);
    }
    g_string_append_c(out, '"');
    return g_string_free(out, FALSE);
}

void
emit_text(GString *out, guint indent, const char *text)
{
    g_autofree char *quoted = emit_needs_quotes(text) ? escaped(text) : NULL;
    g_string_append_c(out, ' ');
    append_folded(out, indent, "", quoted != NULL ? quoted : text);
    g_string_append_c(out, '\n');
}

/* A comment whose lines begin with `first` and `next`. */
static void
put_comment(GString *out, guint indent, const char *first, const char *next, const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \n\r\t", -1);
    g_autoptr(GString) line = g_string_new(NULL);
    for (char **word = words; *word != NULL; word++)
        if (**word != '\0')
            g_string_append_printf(line, "%s%s", line->len > 0 ? " " : "", *word);
    for (guint i = 0; i < indent; i++)
        g_string_append_c(out, ' ');
    g_string_append(out, first);
    append_folded(out, indent, next, line->str);
    g_string_append_c(out, '\n');
}

void
emit_comment(GString *out, guint indent, const char *text)
{
    put_comment(out, indent, "# ", "# ", text);
}

void
emit_comment_item(GString *out, guint indent, const char *text)
{
    put_comment(out, indent, "#   - ", "#     ", text);
}

void
emit_commented(GString *out, guint indent, const char *yaml)
{
    for (const char *at = yaml; *at != '\0';) {
        gsize len = strcspn(at, "\n");
        for (guint i = 0; i < indent; i++)
            g_string_append_c(out, ' ');
        g_string_append_printf(out, "# %.*s\n", (int)len, at);
        at += len + (at[len] == '\n');
    }
}

/* What would begin a list, a heading or a rule at the beginning of a line (CommonMark 0.30, 4 and 5). */
static void
append_first_word(GString *out, const char *word, gsize len)
{
    gsize digits = strspn(word, "0123456789");
    if (digits > 0 && digits < len && strchr(".)", word[digits]) != NULL) {
        g_string_append_len(out, word, (gssize)digits);
        word += digits;
        len -= digits;
        g_string_append_c(out, '\\');
    } else if (strchr("-+=:", *word) != NULL) {
        g_string_append_c(out, '\\');
    }
    g_string_append_len(out, word, (gssize)len);
}

/* Words that show as they are, in lines of at most `most` code points where they can be broken. */
static void
append_prose(GString *out, guint indent, const char *text, gsize most)
{
    g_autoptr(GString) plain = g_string_sized_new(strlen(text));
    for (const char *at = text; *at != '\0'; at++) {
        if (strchr("\\`*_[]<>#&~|!", *at) != NULL)
            g_string_append_c(plain, '\\');
        g_string_append_c(plain, *at);
    }
    g_auto(GStrv) words = g_strsplit(plain->str, " ", -1);
    gsize column = last_column(out);
    gboolean first = TRUE;
    for (char **word = words; *word != NULL; word++) {
        gsize width = (gsize)g_utf8_strlen(*word, -1);
        if (width == 0)
            continue;
        if (!first && column + 1 + width > most) {
            begin_line(out, indent, "");
            column = indent;
            first = TRUE;
        } else if (!first) {
            g_string_append_c(out, ' ');
            column++;
        }
        if (first)
            append_first_word(out, *word, strlen(*word));
        else
            g_string_append(out, *word);
        column += width;
        first = FALSE;
    }
    g_string_append_c(out, '\n');
}

void
emit_prose(GString *out, guint indent, const char *text)
{
    append_prose(out, indent, text, EMIT_WIDTH);
}

void
emit_heading(GString *out, const char *text)
{
    g_string_append(out, "## ");
    append_prose(out, 0, text, G_MAXSIZE); /* what stands in the next line is no heading */
}
