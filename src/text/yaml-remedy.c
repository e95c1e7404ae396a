#include "text/yaml-remedy.h"
#include "base/chars.h"
#include "text/blank.h"
#include <string.h>

/* A line `  - kunci: isi # komentar` in byte offsets of its own text. */
typedef struct Line {
    const Source *source;
    guint number;
    const char *text;
    gsize len;
    gsize item;  /* behind indentation and "- " */
    gsize colon; /* of "kunci:"; only when has_key */
    gsize value; /* first byte of the text; value_end when there is none */
    gsize value_end;
    gboolean has_key;
} Line;

static const char special_starts[] = "@`%*&!|>[]{}\"'#,?-";

static gboolean
ends_word(const Line *line, gsize i)
{
    return i >= line->len || line->text[i] == ' ' || line->text[i] == '\t';
}

static gsize
skip_blanks(const Line *line, gsize i)
{
    while (i < line->len && (line->text[i] == ' ' || line->text[i] == '\t'))
        i++;
    return i;
}

/* Where the text that begins at `from` ends: before a comment and the blanks in front of it. */
static gsize
find_value_end(const Line *line, gsize from)
{
    gsize end = line->len;
    gboolean quoted = from < line->len && strchr("\"'", line->text[from]) != NULL;
    for (gsize i = from; !quoted && i + 1 < line->len; i++)
        if (line->text[i] == ' ' && line->text[i + 1] == '#') {
            end = i;
            break;
        }
    while (end > from && (line->text[end - 1] == ' ' || line->text[end - 1] == '\t'))
        end--;
    return end;
}

static Line
look_at(const Source *source, guint line_number)
{
    Line line = {.source = source, .number = line_number};
    line.text = source_line(source, line_number, &line.len);
    gsize at = skip_blanks(&line, 0);
    while (at < line.len && line.text[at] == '-' && ends_word(&line, at + 1))
        at = skip_blanks(&line, at + 1);
    line.item = line.value = at;
    gboolean special = at < line.len && strchr(special_starts, line.text[at]) != NULL;
    for (gsize i = at; !special && i < line.len; i++)
        if (line.text[i] == ':' && ends_word(&line, i + 1)) {
            line.has_key = TRUE;
            line.colon = i;
            line.value = skip_blanks(&line, i + 1);
            break;
        }
    line.value_end = find_value_end(&line, line.value);
    return line;
}

static gsize
byte_of(const Line *line, guint32 col)
{
    gsize at = 0;
    for (guint32 i = 1; i < col && at < line->len; i++)
        at += (gsize)g_utf8_skip[(guchar)line->text[at]];
    return MIN(at, line->len);
}

static Mark
mark_at(const Line *line, gsize byte)
{
    return (Mark){line->source, line->number,
                  (guint32)g_utf8_strlen(line->text, (gssize)byte) + 1};
}

static guint
n_points(const Line *line, gsize from, gsize to)
{
    return (guint)g_utf8_strlen(line->text + from, (gssize)(to - from));
}

/* In double quotes where nothing needs an escape, else in single ones. */
static void
append_quoted(GString *out, const char *text, gsize len)
{
    if (memchr(text, '"', len) == NULL && memchr(text, '\\', len) == NULL) {
        g_string_append_c(out, '"');
        g_string_append_len(out, text, (gssize)len);
        g_string_append_c(out, '"');
        return;
    }
    g_string_append_c(out, '\'');
    for (gsize i = 0; i < len; i++) {
        if (text[i] == '\'')
            g_string_append_c(out, '\'');
        g_string_append_c(out, text[i]);
    }
    g_string_append_c(out, '\'');
}

/* Takes off the quotes an author put around a text, or the lonely one in front of it. */
static void
strip_quotes(const Line *line, gsize *from, gsize *to)
{
    if (*from >= *to || strchr("\"'", line->text[*from]) == NULL)
        return;
    char quote = line->text[*from];
    gboolean again = memchr(line->text + *from + 1, quote, *to - *from - 1) != NULL;
    gboolean letter = *from + 1 < *to && g_ascii_isalpha(line->text[*from + 1]);
    if (again ? line->text[*to - 1] != quote : quote == '\'' && letter)
        return; /* 'Aisyiyah, "Akta" Kelahiran: a letter of the text */
    (*from)++;
    if (again)
        (*to)--;
}

/* The line without its indentation, with from … to in quotes. */
static GString *
line_quoted(const Line *line, gsize from, gsize to)
{
    gsize inner = from, inner_end = to, start = MIN(skip_blanks(line, 0), from);
    strip_quotes(line, &inner, &inner_end);
    GString *out = g_string_sized_new(line->len + 8);
    g_string_append_len(out, line->text + start, (gssize)(from - start));
    append_quoted(out, line->text + inner, inner_end - inner);
    g_string_append_len(out, line->text + to, (gssize)(line->len - to));
    return out;
}

/* "* KTP" at the beginning of a line: an item, as Word and Markdown mark it. */
static gboolean
is_starred(const Line *line, gsize from)
{
    return from == skip_blanks(line, 0) && line->text[from] == '*' && from + 1 < line->len &&
           ends_word(line, from + 1);
}

static void
report(DiagCode code, const Line *line, gsize from, gsize to, DiagList *diags)
{
    char first[8] = "";
    if (from < line->len)
        g_utf8_strncpy(first, line->text + from, 1);
    g_autoptr(GString) remedy = NULL;
    gsize start = skip_blanks(line, 0);
    if (from < line->len && is_starred(line, from)) {
        remedy = g_string_new("-");
        g_string_append_len(remedy, line->text + from + 1, (gssize)(line->len - from - 1));
    } else if (from > start && from < line->len && line->text[from] == '-' &&
               skip_blanks(line, from + 1) > from + 1 &&
               skip_blanks(line, from + 1) < line->len) { /* "syarat: - KTP" */
        gsize words = skip_blanks(line, from + 1);
        remedy = g_string_new_len(line->text + start, (gssize)(from - start));
        g_string_append_len(remedy, line->text + words, (gssize)(line->len - words));
    } else {
        remedy = line_quoted(line, from, to);
    }
    diag_add(diags, code, mark_at(line, from), n_points(line, from, to), remedy->str, first,
             NULL);
}

static gboolean
is_in_flow(const Line *line, gsize at)
{
    return line->value < at && strchr("[{", line->text[line->value]) != NULL;
}

/* The end of a text that begins at `from`, which may stand inside {…} or […]. */
static gsize
text_end(const Line *line, gsize from)
{
    if (!is_in_flow(line, from))
        return MAX(find_value_end(line, from), from);
    gsize end = from;
    while (end < line->value_end && strchr(",]}", line->text[end]) == NULL)
        end++;
    while (end > from && line->text[end - 1] == ' ')
        end--;
    return end;
}

void
yaml_report_unquoted(const Source *source, DiagCode code, Mark at, DiagList *diags)
{
    Line line = look_at(source, at.line);
    gsize from = byte_of(&line, at.col);
    report(code, &line, from, text_end(&line, from), diags);
}

/* {KTP, KK} without any key is one text that needs no brackets. */
static gboolean
report_bracketed(const Line *line, gsize from, gsize to, DiagList *diags)
{
    gsize open = from, close = skip_blanks(line, to);
    while (open > 0 && line->text[open - 1] == ' ')
        open--;
    if (open == 0 || line->text[open - 1] != '{' || close >= line->len ||
        line->text[close] != '}')
        return FALSE;
    gsize start = skip_blanks(line, 0);
    g_autoptr(GString) remedy = g_string_new(NULL);
    g_string_append_len(remedy, line->text + start, (gssize)(open - 1 - start));
    append_quoted(remedy, line->text + from, to - from);
    g_string_append_len(remedy, line->text + close + 1, (gssize)(line->len - close - 1));
    diag_add(diags, DIAG_YAML_COMMA, mark_at(line, open - 1),
             n_points(line, open - 1, close + 1), remedy->str, NULL);
    return TRUE;
}

void
yaml_report_span(const Source *source, DiagCode code, gsize start, gsize end, DiagList *diags)
{
    Mark at = source_mark(source, start);
    Line line = look_at(source, at.line);
    gsize from = byte_of(&line, at.col);
    gsize to = MIN(from + (end - start), line.len);
    if (code != DIAG_YAML_COMMA || !report_bracketed(&line, from, to, diags))
        report(code, &line, from, to, diags);
}

static void
report_tab(const Source *source, Mark at, DiagList *diags)
{
    Line line = look_at(source, at.line);
    g_autoptr(GString) remedy = g_string_new(NULL);
    for (gsize i = 0; i < line.len; i++)
        if (line.text[i] == '\t')
            g_string_append(remedy, "  ");
        else
            g_string_append_c(remedy, line.text[i]);
    gsize tab = 0;
    while (tab < line.len && line.text[tab] != '\t')
        tab++;
    gboolean words = skip_blanks(&line, 0) < line.len;
    diag_add(diags, DIAG_YAML_TAB, mark_at(&line, tab), 1, words ? remedy->str : NULL, NULL);
}

static gboolean
is_plain_key(const Line *line)
{
    for (gsize i = line->item; i < line->colon; i++)
        if (!g_ascii_islower(line->text[i]) && !g_ascii_isdigit(line->text[i]) &&
            line->text[i] != '_')
            return FALSE;
    return TRUE;
}

static void
report_place(const Line *line, DiagList *diags)
{
    gsize start = skip_blanks(line, 0);
    diag_add(diags, DIAG_YAML_INDENT, mark_at(line, start),
             n_points(line, start, MAX(start, line->value_end)), NULL);
}

/* "mapping values are not allowed" at a colon: a second one in the line, or a line out of place. */
static void
report_colon(const Source *source, Mark at, DiagList *diags)
{
    Line line = look_at(source, at.line);
    gsize colon = byte_of(&line, at.col);
    if (!line.has_key || colon <= line.colon) {
        report_place(&line, diags);
        return;
    }
    gsize from = is_plain_key(&line) ? line.value : line.item, to = line.value_end;
    if (is_in_flow(&line, colon)) {
        from = line.value + 1;
        for (gsize i = from; i < colon; i++)
            if (line.text[i] == ',' || (line.text[i] == ':' && ends_word(&line, i + 1)))
                from = skip_blanks(&line, i + 1);
        to = text_end(&line, colon);
    }
    report(DIAG_YAML_COLON, &line, from, to, diags);
}

/* "judul:Akta" as "judul: Akta"; NULL when the line is not so. */
static char *
spaced_key(const Line *line)
{
    gsize colon = line->item;
    while (colon < line->len &&
           (g_ascii_islower(line->text[colon]) || line->text[colon] == '_'))
        colon++;
    if (colon == line->item || colon + 1 >= line->len || line->text[colon] != ':' ||
        line->text[colon + 1] == '/')
        return NULL;
    gsize start = skip_blanks(line, 0);
    return g_strdup_printf("%.*s %.*s", (int)(colon + 1 - start), line->text + start,
                           (int)(line->len - colon - 1), line->text + colon + 1);
}

/* Before the words of a line, in its key or right behind the colon; what is further back belongs to the text. */
static const char *
find_invisible(const char *text, gsize len)
{
    gboolean colon = FALSE;
    for (const char *at = text; at < text + len; at = g_utf8_next_char(at)) {
        if (chars_is_invisible(g_utf8_get_char(at)))
            return at;
        if (colon)
            return NULL;
        colon = *at == ':';
        if (!colon && !g_ascii_isalnum(*at) && strchr(" _-", *at) == NULL)
            return NULL;
    }
    return NULL;
}

gboolean
yaml_report_invisible(const Source *source, guint line_number, DiagList *diags)
{
    gsize len;
    const char *text = source_line(source, line_number, &len);
    const char *found = find_invisible(text, len);
    const char *colon = memchr(text, ':', len);
    if (found == NULL || colon == NULL)
        return FALSE;
    g_autoptr(GString) name = g_string_new(NULL), better = g_string_new(NULL);
    chars_append_name(name, g_utf8_get_char(found));
    for (const char *at = text; at < text + len; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (at > colon + 1 || !chars_is_invisible(c))
            g_string_append_unichar(better, c);
        if (at == colon && at + 1 < text + len && at[1] != ' ')
            g_string_append_c(better, ' ');
    }
    diag_add(diags, DIAG_CHAR_INVISIBLE,
             source_mark(source, (gsize)(found - source_text(source))), 1, name->str,
             g_strstrip(better->str), NULL);
    return TRUE;
}

/* A comment on purpose: two blanks in front of the sign, a blank behind it; one is enough behind no value or one in quotes. */
static gboolean
is_meant(const char *sign, gsize len, gsize blanks, gboolean sealed)
{
    gboolean apart = len == 1 || sign[1] == ' ' || sign[1] == '#' || sign[1] == '\t';
    gboolean blank =
        g_strstr_len(sign, (gssize)len, BLANK) != NULL; /* left of `maklumat new` */
    return apart && (blanks > 1 || sealed || blank);
}

void
yaml_report_comment(const Source *source, gsize start, gsize end, DiagList *diags)
{
    const char *text = source_text(source), *at = text + end, *stop = strchr(at, '\n');
    stop = stop != NULL ? stop : text + source_len(source);
    while (at < stop && (*at == ' ' || *at == '\t'))
        at++;
    gsize blanks = (gsize)(at - text) - end;
    if (at == stop || *at != '#' || blanks == 0 ||
        is_meant(at, (gsize)(stop - at), blanks,
                 start == end || strchr("\"'", text[start]) != NULL))
        return;
    Mark mark = source_mark(source, (gsize)(at - text)), begin = source_mark(source, start);
    Line line = look_at(source, mark.line);
    gsize from = byte_of(&line, begin.col), to = line.len;
    while (to > 0 && g_ascii_isspace(line.text[to - 1]))
        to--;
    g_autofree char *words = g_strndup(at, (gsize)(stop - at));
    g_autoptr(GString) better = NULL;
    if (begin.line == mark.line && start < end && !is_in_flow(&line, from))
        better = line_quoted(&line, from, to);
    diag_add(diags, DIAG_YAML_COMMENT, mark, (guint)g_utf8_strlen(words, -1), g_strchomp(words),
             better != NULL ? better->str : NULL, NULL);
}

/* "waktu = 3 hari", "waktu\uFF1A3 hari": another sign where the colon should be. NULL: it is not so. */
static char *
as_key(const Line *line)
{
    static const char *const signs[] = {"=", "\uFF1A", "\uFE55", "\u2236"};
    gsize start = skip_blanks(line, 0), at = start;
    while (at < line->len && (g_ascii_islower(line->text[at]) || line->text[at] == '_'))
        at++;
    gsize key = at;
    at = skip_blanks(line, at);
    for (guint i = 0; key > start && i < G_N_ELEMENTS(signs); i++) {
        gsize n = strlen(signs[i]);
        if (line->len - at < n || memcmp(line->text + at, signs[i], n) != 0)
            continue;
        gsize value = skip_blanks(line, at + n);
        return g_strchomp(g_strdup_printf("%.*s: %.*s", (int)(key - start), line->text + start,
                                          (int)(line->len - value), line->text + value));
    }
    return NULL;
}

/* A line right below an item, in its column: "- KK". NULL: it is not so. */
static char *
as_item(const Source *source, guint number)
{
    if (number < 2)
        return NULL;
    Line line = look_at(source, number), above = look_at(source, number - 1);
    gsize start = skip_blanks(&line, 0);
    gboolean below =
        start == skip_blanks(&above, 0) && above.item > start && above.text[start] == '-';
    return below && start < line.len
               ? g_strdup_printf("- %.*s", (int)(line.len - start), line.text + start)
               : NULL;
}

void
yaml_report_no_key(const Source *source, Mark at, DiagList *diags)
{
    if (yaml_report_invisible(source, at.line, diags))
        return;
    Line line = look_at(source, at.line);
    gsize start = skip_blanks(&line, 0);
    Mark begin = mark_at(&line, start);
    guint width = n_points(&line, start, MAX(start, line.value_end));
    g_autofree char *spaced = spaced_key(&line), *item = as_item(source, at.line);
    item = item != NULL ? item : as_key(&line);
    if (start == 0 && line.len > 0 && line.text[0] == '%')
        diag_add(diags, DIAG_YAML_DIRECTIVE, begin, width, NULL);
    else if (spaced != NULL)
        diag_add(diags, DIAG_YAML_SPACE, begin, width, spaced, NULL);
    else
        diag_add(diags, DIAG_YAML_KEY_LINE, begin, width, item, NULL);
}

/* Libyaml missed a colon: behind a quoted text, or in a line that should be a key. */
static void
report_key_line(const Source *source, Mark at, DiagList *diags)
{
    Line line = look_at(source, at.line);
    if (line.value < line.len && strchr("\"'", line.text[line.value]) != NULL)
        report(DIAG_YAML_QUOTE, &line, line.value, line.value_end, diags);
    else
        yaml_report_no_key(source, at, diags);
}

/* {… or [… without its end: closed where it holds keys or items, else meant as a text. */
static void
report_flow(const Source *source, Mark at, DiagList *diags)
{
    Line line = look_at(source, at.line);
    gsize from = byte_of(&line, at.col);
    if (from >= line.len || strchr("[{", line.text[from]) == NULL)
        from = line.value;
    char open[] = {from < line.len ? line.text[from] : ' ', '\0'};
    char close = open[0] == '[' ? ']' : '}';
    gsize to = find_value_end(&line, from);
    const char *rest = line.text + from;
    gboolean closed = memchr(rest, close, to - from) != NULL;
    gboolean has_keys = g_strstr_len(rest, (gssize)(to - from), ": ") != NULL ||
                        (open[0] == '[' && memchr(rest, ',', to - from) != NULL);
    if (closed || !has_keys) {
        report(DIAG_YAML_START, &line, from, to, diags);
        return;
    }
    gsize start = skip_blanks(&line, 0);
    g_autofree char *remedy =
        g_strdup_printf("%.*s%c", (int)(to - start), line.text + start, close);
    diag_add(diags, DIAG_YAML_BRACKET, mark_at(&line, from), n_points(&line, from, to), remedy,
             open, NULL);
}

/* Judges by the first character of the line's text; FALSE when it is an ordinary one. */
static gboolean
report_value(const Source *source, Mark at, DiagList *diags)
{
    Line line = look_at(source, at.line);
    if (line.value >= line.value_end)
        return FALSE;
    char first = line.text[line.value];
    gboolean top = !line.has_key && line.item == 0 && !is_starred(&line, line.value);
    if (top && strchr(special_starts, first) != NULL)
        yaml_report_no_key(source, at, diags);
    else if (first == '"' || first == '\'')
        report(DIAG_YAML_QUOTE, &line, line.value, line.value_end, diags);
    else if (strchr(special_starts, first) != NULL)
        report(DIAG_YAML_START, &line, line.value, line.value_end, diags);
    else
        return FALSE;
    return TRUE;
}

static void
report_token(const Source *source, Mark at, DiagList *diags)
{
    Line line = look_at(source, at.line);
    gsize byte = byte_of(&line, at.col);
    if (byte < line.len && line.text[byte] == '\t')
        report_tab(source, at, diags);
    else if (!line.has_key && byte == 0)
        yaml_report_no_key(source, at, diags);
    else
        yaml_report_unquoted(source, DIAG_YAML_START, at, diags);
}

static void
report_quote(const Source *source, Mark at, DiagList *diags)
{
    yaml_report_unquoted(source, DIAG_YAML_QUOTE, at, diags);
}

static void
report_escape(const Source *source, Mark at, DiagList *diags)
{
    Line line = look_at(source, at.line);
    gsize from = line.value, backslash = byte_of(&line, at.col);
    for (gsize i = MIN(backslash, line.len); is_in_flow(&line, i) && i > from; i--)
        if (line.text[i - 1] == '"') {
            from = i - 1;
            break;
        }
    report(DIAG_YAML_ESCAPE, &line, from, text_end(&line, from), diags);
}

static void
report_indent(const Source *source, Mark at, DiagList *diags)
{
    if (report_value(source, at, diags))
        return;
    Line line = look_at(source, at.line);
    if (line.item > 0 && memchr(line.text, '\t', line.item) != NULL)
        report_tab(source, at, diags);
    else
        report_place(&line, diags);
}

typedef struct Reading {
    const char *words; /* part of libyaml's problem or context */
    gboolean in_context;
    gboolean at_context; /* judge the line where the construct began */
    char sign;           /* only when this stands at the problem; 0 = anything */
    void (*report)(const Source *source, Mark at, DiagList *diags);
} Reading;

/* In order: the first that fits is taken. */
static const Reading readings[] = {
    {"tab character", FALSE, FALSE, 0, report_tab},
    {"cannot start any token", FALSE, FALSE, 0, report_token},
    {"mapping values are not allowed", FALSE, FALSE, 0, report_colon},
    {"could not find expected ':'", FALSE, TRUE, 0, report_key_line},
    {"escape", FALSE, FALSE, 0, report_escape},
    {"hexdecimal", FALSE, FALSE, 0, report_escape},
    {"scanning a quoted scalar", TRUE, TRUE, 0, report_quote},
    {"expected ',' or", FALSE, FALSE, ':', report_colon},
    {"expected ',' or", FALSE, TRUE, 0, report_flow},
    {"scanning a", TRUE, TRUE, 0, report_indent},
    {"not allowed in this context", FALSE, FALSE, 0, report_indent},
    {"did not find expected key", FALSE, FALSE, 0, report_indent},
    {"did not find expected '-'", FALSE, FALSE, 0, report_indent},
    {"<document start>", FALSE, FALSE, 0, report_indent},
    {"<block end>", FALSE, FALSE, 0, report_indent},
};

static char
byte_at(const Source *source, Mark at)
{
    Line line = look_at(source, at.line);
    gsize byte = byte_of(&line, at.col);
    return byte < line.len ? line.text[byte] : '\0';
}

void
yaml_report_problem(const Source *source, const YamlProblem *problem, DiagList *diags)
{
    const char *words = problem->problem != NULL ? problem->problem : "";
    const char *context = problem->context != NULL ? problem->context : "";
    if (yaml_report_invisible(source, problem->at.line, diags) ||
        (problem->at.line > 1 && yaml_report_invisible(source, problem->at.line - 1, diags)))
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(readings); i++) {
        const Reading *reading = &readings[i];
        if (strstr(reading->in_context ? context : words, reading->words) == NULL)
            continue;
        if (reading->sign != 0 && byte_at(source, problem->at) != reading->sign)
            continue;
        gboolean at_context = reading->at_context && problem->context_at.line > 0;
        reading->report(source, at_context ? problem->context_at : problem->at, diags);
        return;
    }
    if (!report_value(source, problem->at, diags))
        diag_add(diags, DIAG_YAML_SYNTAX, problem->at, 1, words, NULL);
}
