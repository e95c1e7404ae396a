#include "text/yaml-write.h"
#include "base/chars.h"
#include <string.h>

enum { STEP = 2, WRAP = 96 };

static void
append_spaces(GString *out, guint n)
{
    for (guint i = 0; i < n; i++)
        g_string_append_c(out, ' ');
}

/* ---- texts ---- */

/* YAML 1.1, 5.3 and 7.3.3: what begins something else than a plain text, and what ends one. */
static gboolean
is_plain(const char *text, gsize len, gboolean flow)
{
    if (len == 0 || strchr("-?:,[]{}#&*!|>'\"%@`= \t", text[0]) != NULL ||
        strchr(" \t:", text[len - 1]) != NULL || (len == 2 && memcmp(text, "<<", 2) == 0))
        return FALSE;
    if (len >= 3 && memcmp(text, "...", 3) == 0)
        return FALSE;
    for (gsize i = 0; i < len; i++) {
        char c = text[i], next = i + 1 < len ? text[i + 1] : '\0';
        if ((guchar)c < ' ' || (c == ':' && (next == ' ' || next == '\t')) ||
            (c == ' ' && next == '#'))
            return FALSE;
        if (flow && (strchr(",[]{}?", c) != NULL || c == ':'))
            return FALSE;
    }
    return TRUE;
}

/* Single blanks become line breaks where a line would grow too long. */
static void
append_wrapped(GString *out, const char *text, gsize len, const YamlSpot *spot)
{
    gsize column = spot->indent, at = 0;
    while (at < len) {
        gsize word = at;
        while (word < len && !(text[word] == ' ' && text[word + 1] != ' ' &&
                               (word == 0 || text[word - 1] != ' ')))
            word++;
        gsize chars = (gsize)g_utf8_strlen(text + at, (gssize)(word - at));
        if (at > 0 && column + 1 + chars > spot->wrap) {
            g_string_append_c(out, '\n');
            append_spaces(out, spot->indent);
            column = spot->indent;
        } else if (at > 0) {
            g_string_append_c(out, ' ');
            column++;
        }
        g_string_append_len(out, text + at, (gssize)(word - at));
        column += chars;
        at = word + 1;
    }
}

static gboolean
write_plain(GString *out, const char *text, gsize len, const YamlSpot *spot)
{
    if (!is_plain(text, len, spot->flow))
        return FALSE;
    if (spot->wrap > 0 && !spot->flow && strstr(text, "---") == NULL)
        append_wrapped(out, text, len, spot);
    else
        g_string_append_len(out, text, (gssize)len);
    return TRUE;
}

/* Lines as they are. A first line that begins with a blank would need an indicator nobody reads. */
static gboolean
write_literal(GString *out, const char *text, gsize len, const YamlSpot *spot)
{
    if (spot->flow || len == 0 || strchr(" \t\n", text[0]) != NULL || text[len - 1] == '\n')
        return FALSE;
    g_string_append_c(out, '|');
    for (gsize at = 0; at <= len;) {
        const char *end = memchr(text + at, '\n', len - at);
        gsize n = (end != NULL ? (gsize)(end - text) : len) - at;
        g_string_append_c(out, '\n');
        if (n > 0)
            append_spaces(out, spot->indent);
        g_string_append_len(out, text + at, (gssize)n);
        at += n + 1;
    }
    return TRUE;
}

/* Each line of the text is a paragraph, wrapped; a line break is a blank line. */
static gboolean
write_folded(GString *out, const char *text, gsize len, const YamlSpot *spot)
{
    if (spot->flow || len == 0 || strchr(" \t\n", text[0]) != NULL || text[len - 1] == '\n' ||
        strstr(text, "\n ") != NULL || strstr(text, "\n\t") != NULL)
        return FALSE;
    YamlSpot inner = {spot->indent, WRAP, FALSE};
    g_string_append_c(out, '>');
    for (gsize at = 0; at <= len;) {
        const char *end = memchr(text + at, '\n', len - at);
        gsize n = (end != NULL ? (gsize)(end - text) : len) - at;
        g_string_append(out, at > 0 && n > 0 && text[at - 1] == '\n' && at > 1 &&
                                     text[at - 2] != '\n'
                                 ? "\n\n"
                                 : "\n");
        if (n > 0) {
            append_spaces(out, spot->indent);
            append_wrapped(out, text + at, n, &inner);
        }
        at += n + 1;
    }
    return TRUE;
}

static gboolean
write_single(GString *out, const char *text, gsize len)
{
    for (gsize i = 0; i < len; i++) {
        if ((guchar)text[i] < ' ')
            return FALSE;
    }
    g_string_append_c(out, '\'');
    for (gsize i = 0; i < len; i++) {
        g_string_append_c(out, text[i]);
        if (text[i] == '\'')
            g_string_append_c(out, '\'');
    }
    g_string_append_c(out, '\'');
    return TRUE;
}

static void
write_double(GString *out, const char *text, gsize len)
{
    g_string_append_c(out, '"');
    for (gsize i = 0; i < len; i++) {
        switch (text[i]) {
        case '"':
        case '\\':
            g_string_append_c(out, '\\');
            g_string_append_c(out, text[i]);
            break;
        case '\n':
            g_string_append(out, "\\n");
            break;
        case '\t':
            g_string_append(out, "\\t");
            break;
        default:
            g_string_append_c(out, text[i]);
        }
    }
    g_string_append_c(out, '"');
}

gboolean
yaml_write_text(
    GString *out, const char *text, gsize len, YamlStyle style, const YamlSpot *spot)
{
    switch (style) {
    case YAML_STYLE_PLAIN:
        return write_plain(out, text, len, spot);
    case YAML_STYLE_LITERAL:
        return write_literal(out, text, len, spot);
    case YAML_STYLE_FOLDED:
        return write_folded(out, text, len, spot);
    case YAML_STYLE_SINGLE:
        return write_single(out, text, len);
    case YAML_STYLE_DOUBLE:
    case N_YAML_STYLES:
        break;
    }
    write_double(out, text, len);
    return TRUE;
}

void
yaml_write_any_text(GString *out, const char *text, gsize len, const YamlSpot *spot)
{
    gboolean lines = memchr(text, '\n', len) != NULL;
    if (yaml_write_text(out, text, len, YAML_STYLE_PLAIN, spot) ||
        (lines && yaml_write_text(out, text, len, YAML_STYLE_LITERAL, spot)) ||
        (strchr(text, '\'') == NULL &&
         yaml_write_text(out, text, len, YAML_STYLE_SINGLE, spot)))
        return;
    write_double(out, text, len);
}

void
yaml_write_key(GString *out, const char *key, gsize len, gboolean flow)
{
    if (is_plain(key, len, flow))
        g_string_append_len(out, key, (gssize)len);
    else if (!write_single(out, key, len))
        write_double(out, key, len);
    g_string_append_c(out, ':');
}

/* ---- lists and mappings ---- */

void
yaml_write_flow(GString *out, const YamlNode *value)
{
    static const YamlSpot spot = {.flow = TRUE};
    if (value->kind == YAML_TEXT) {
        yaml_write_any_text(out, value->text, value->len, &spot);
        return;
    }
    g_string_append_c(out, value->kind == YAML_LIST ? '[' : '{');
    for (guint i = 0; i < value->n; i++) {
        g_string_append(out, i > 0 ? ", " : "");
        if (value->kind == YAML_MAP) {
            const YamlNode *key = value->pairs[i].key;
            yaml_write_key(out, key->text, key->len, TRUE);
            g_string_append_c(out, ' ');
        }
        yaml_write_flow(out,
                        value->kind == YAML_LIST ? value->items[i] : value->pairs[i].value);
    }
    g_string_append_c(out, value->kind == YAML_LIST ? ']' : '}');
}

void
yaml_write_value(GString *out,
                 const YamlNode *value,
                 const YamlSpot *spot,
                 gboolean behind_dash)
{
    if (spot->flow || (value->kind != YAML_TEXT && value->n == 0)) {
        g_string_append_c(out, ' ');
        yaml_write_flow(out, value);
    } else if (value->kind == YAML_TEXT) {
        g_string_append_c(out, ' ');
        yaml_write_any_text(out, value->text, value->len, spot);
    } else if (behind_dash) {
        g_string_append_c(out, ' ');
        yaml_write_block(out, value, spot->indent);
    } else {
        g_string_append_c(out, '\n');
        append_spaces(out, spot->indent);
        yaml_write_block(out, value, spot->indent);
    }
}

void
yaml_write_block(GString *out, const YamlNode *value, guint indent)
{
    YamlSpot spot = {indent + STEP, WRAP, FALSE};
    for (guint i = 0; i < value->n; i++) {
        if (i > 0) {
            g_string_append_c(out, '\n');
            append_spaces(out, indent);
        }
        if (value->kind == YAML_LIST) {
            g_string_append_c(out, '-');
            yaml_write_value(out, value->items[i], &spot, TRUE);
        } else {
            const YamlNode *key = value->pairs[i].key;
            yaml_write_key(out, key->text, key->len, FALSE);
            yaml_write_value(out, value->pairs[i].value, &spot, FALSE);
        }
    }
}
