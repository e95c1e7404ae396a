#include "page/asset.h"
#include "base/append.h"
#include <string.h>

/* What both languages share: a reader over the bytes, and a writer that owes at most one blank. */
typedef struct Asset {
    const char *at, *end;
    GString *out;
    gsize start;   /* of what was written, in out */
    char blank;    /* owed before the next byte: ' ' or '\n', 0 = none */
    gboolean sure; /* FALSE: give up */
    guint braces;  /* open ones, of a style sheet */
} Asset;

static char
peek(const Asset *a, gsize ahead)
{
    return ahead < (gsize)(a->end - a->at) ? a->at[ahead] : '\0';
}

static char
last(const Asset *a)
{
    return a->out->len > a->start ? a->out->str[a->out->len - 1] : '\0';
}

static gboolean
is_word(char c)
{
    return g_ascii_isalnum(c) || c == '_' || c == '$' || (guchar)c >= 0x80;
}

static gboolean
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Takes the blanks that stand here; a line's end outweighs a space. */
static void
skip_blanks(Asset *a)
{
    for (; a->at < a->end && is_blank(*a->at); a->at++)
        if (*a->at == '\n' || *a->at == '\r')
            a->blank = '\n';
        else if (a->blank == '\0')
            a->blank = ' ';
}

/* Copies up to `to`, blank and all. */
static void
copy(Asset *a, const char *to)
{
    append_bytes(a->out, a->at, (gsize)(to - a->at));
    a->at = to;
}

/* Copies a string from its quote to its quote. */
static void
copy_string(Asset *a)
{
    const char *c = a->at + 1;
    while (c < a->end && *c != *a->at && strchr("\n\r\f", *c) == NULL)
        c += *c == '\\' && c + 1 < a->end ? 2 : 1;
    a->sure = c < a->end && *c == *a->at;
    if (a->sure)
        copy(a, c + 1);
}

/* The end of the comment that begins here with a slash and a star; NULL when it is left open. */
static const char *
comment_end(const Asset *a)
{
    const char *end = g_strstr_len(a->at + 2, a->end - a->at - 2, "*/");
    return end != NULL ? end + 2 : NULL;
}

static gboolean
stays(const char *comment, const char *end)
{
    gssize len = end - comment;
    return (len > 2 && (comment[2] == '!' || comment[2] == '@')) ||
           g_strstr_len(comment, len, "@lic") != NULL ||
           g_strstr_len(comment, len, "@preserve") != NULL ||
           g_strstr_len(comment, len, "opyright") != NULL;
}

static gboolean
finish(Asset *a, const char *text, gsize len)
{
    if (!a->sure) {
        g_string_truncate(a->out, a->start);
        g_string_append_len(a->out, text, (gssize)len);
    } else if (a->out->len > a->start && last(a) != '\n') {
        g_string_append_c(a->out, '\n');
    }
    return a->sure;
}

/* ---- style sheets ---- */

/* TRUE when the colon that was written last ends a name whose value follows: behind the colon of a selector a blank would be
 * a mistake, which stays one. "b: c {" inside braces may be either. */
static gboolean
begins_value(const Asset *a)
{
    const char *start = a->out->str + a->start, *name = a->out->str + a->out->len - 1,
               *c = a->at;
    if (name > start && name[-1] == ' ')
        name--;
    while (name > start && (is_word(name[-1]) || name[-1] == '-'))
        name--;
    if (name == start)
        return FALSE;
    if (name[-1] == '(') { /* of a condition: @media (…) */
        while (name > start && strchr("{};", name[-1]) == NULL)
            name--;
        return *name == '@';
    }
    while (c < a->end && strchr("{};\"'", *c) == NULL) {
        const Asset comment = {.at = c, .end = a->end};
        const char *behind =
            *c == '/' && peek(&comment, 1) == '*' ? comment_end(&comment) : NULL;
        c = behind != NULL ? behind : c + 1;
    }
    return a->braces > 0 && strchr("{;", name[-1]) != NULL && c < a->end && *c != '{';
}

/* No blank beside these means anything; a blank before a colon or a parenthesis may, and "-->" and "<!" are signs of their own. */
static void
pay_css(Asset *a, char next)
{
    char before = last(a);
    gboolean sign = (before == '-' && next == '>') || (before == '<' && next == '!');
    if (a->blank != '\0' && before != '\0' && strchr("{};,>", before) == NULL &&
        (sign || strchr("{};,>!", next) == NULL) && (before != ':' || !begins_value(a)))
        g_string_append_c(a->out, ' ');
    a->blank = '\0';
}

/* Behind "--name:" a value passes as it is, up to its end on the same level. */
static void
copy_custom_value(Asset *a)
{
    const char *c = a->at;
    for (int depth = 0; c < a->end && (depth > 0 || (*c != ';' && *c != '}')); c++) {
        if (strchr("\"'\\/", *c) != NULL) {
            a->sure =
                FALSE; /* strings and comments in there are too rare to be worth a reader */
            return;
        }
        depth += strchr("({[", *c) != NULL;
        depth -= strchr(")}]", *c) != NULL;
    }
    copy(a, c);
}

static void
css_comment(Asset *a)
{
    const char *end = comment_end(a);
    a->sure = end != NULL;
    if (!a->sure)
        return;
    if (stays(a->at, end)) {
        pay_css(a, '/');
        copy(a, end);
        return;
    }
    /* "a/" "**" "/b" are two tokens, "a b" may be two selectors: where no blank stands, none may come or go. */
    char before = last(a), next = end < a->end ? *end : '\0';
    if (a->blank == '\0' && before != '\0' && strchr("{};,", before) == NULL &&
        !is_blank(next) && strchr("{};,", next) == NULL)
        a->sure = FALSE;
    a->at = end;
}

/* url( without quotes: everything to its parenthesis is the address. */
static void
css_url(Asset *a)
{
    gsize n = 0;
    while (is_blank(peek(a, 4 + n)))
        n++;
    char quote = peek(a, 4 + n);
    const char *end = memchr(a->at, ')', (gsize)(a->end - a->at));
    if (quote == '"' || quote == '\'') {
        copy(a, a->at + 4);
        return;
    }
    /* An escaped parenthesis is not the end. */
    a->sure = end != NULL && memchr(a->at, '\\', (gsize)(end - a->at)) == NULL;
    if (a->sure)
        copy(a, end + 1);
}

/* Bytes of the comments and blanks that stand `n` bytes ahead. */
static gsize
space_len(const Asset *a, gsize n)
{
    gsize start = n;
    for (;;) {
        while (is_blank(peek(a, n)))
            n++;
        if (peek(a, n) != '/' || peek(a, n + 1) != '*')
            return n - start;
        Asset comment = {.at = a->at + n, .end = a->end};
        const char *end = comment_end(&comment);
        n = (gsize)((end != NULL ? end : a->end) - a->at);
    }
}

/* Length of "--name :" at the beginning of a declaration; 0 = something else stands here. A comment before the colon
 * is too rare to be worth a reader: without it what follows would be a custom value. */
static gsize
custom_property_len(Asset *a)
{
    gboolean paid = last(a) == ' '; /* behind a comment that stays */
    char before = paid ? a->out->str[a->out->len - 2] : last(a);
    gsize n = 2;
    if (peek(a, 0) != '-' || peek(a, 1) != '-' ||
        (before != '\0' && strchr("{};/", before) == NULL))
        return 0;
    while (is_word(peek(a, n)) || peek(a, n) == '-')
        n++;
    gsize space = space_len(a, n);
    if (peek(a, n + space) != ':')
        return 0;
    a->sure = memchr(a->at + n, '/', space) == NULL;
    return n + space + 1;
}

static void
css_token(Asset *a)
{
    char c = *a->at;
    if (c == '/' && peek(a, 1) == '*') {
        css_comment(a);
        return;
    }
    /* An escape may end in a blank that is part of it; a value in braces is read as no value or as one, by what stands around. */
    if (c == '\\' || c == '\0' || (c == '{' && last(a) == ':')) {
        a->sure = FALSE;
        return;
    }
    pay_css(a, c);
    gsize custom = custom_property_len(a);
    if (c == '"' || c == '\'') {
        copy_string(a);
    } else if (custom > 0) {
        copy(a, a->at + custom);
        copy_custom_value(a);
    } else if (!is_word(last(a)) && last(a) != '-' &&
               g_ascii_strncasecmp(a->at, "url(", MIN(4, (gsize)(a->end - a->at))) == 0 &&
               peek(a, 3) == '(') {
        css_url(a);
    } else {
        while (c == '}' && last(a) == ';' && a->braces > 0)
            g_string_truncate(a->out, a->out->len - 1);
        if (c == '{' || (c == '}' && a->braces > 0))
            a->braces += c == '{' ? 1 : -1U;
        copy(a, a->at + 1);
    }
}

gboolean
asset_append_css(GString *out, const char *text, gsize len)
{
    Asset a = {text, text + len, out, out->len, '\0', TRUE, 0};
    while (a.sure && a.at < a.end) {
        skip_blanks(&a);
        if (a.at < a.end)
            css_token(&a);
    }
    return finish(&a, text, len);
}

/* ---- scripts ---- */

enum { MAX_PARENS = 256 };

typedef struct Script {
    Asset asset;
    gboolean condition[MAX_PARENS]; /* the parenthesis follows if, while, for or with */
    guint depth;
    gboolean after_condition; /* its closing one was just written: a statement begins */
} Script;

/* The word that ends what was written; *len = 0 when a dot stands before it or there is none. */
static const char *
last_word(const Asset *a, gsize *len)
{
    const char *start = a->out->str + a->start, *end = a->out->str + a->out->len, *c = end;
    while (c > start && is_word(c[-1]))
        c--;
    const char *before = c;
    while (before > start && is_blank(before[-1]))
        before--;
    *len = before > start && before[-1] == '.' ? 0 : (gsize)(end - c);
    return c;
}

static gboolean
ends_with_one_of(const Asset *a, const char *const *words)
{
    gsize len;
    const char *word = last_word(a, &len);
    for (; *words != NULL; words++)
        if (len == strlen(*words) && memcmp(word, *words, len) == 0)
            return TRUE;
    return FALSE;
}

typedef enum Slash { SLASH_DIVIDES, SLASH_BEGINS_REGEX, SLASH_UNSURE } Slash;

static Slash
judge_slash(const Script *s)
{
    static const char *const before_regex[] = {"return",     "typeof",  "case", "in", "delete",
                                               "void",       "new",     "else", "do", "throw",
                                               "instanceof", "default", NULL};
    static const char *const unclear[] = {"of", "yield", "await",
                                          NULL}; /* names in older scripts */
    char before = last(&s->asset);
    if ((guchar)before >= 0x80 || ends_with_one_of(&s->asset, unclear))
        return SLASH_UNSURE;
    if (before == ')')
        return s->after_condition ? SLASH_BEGINS_REGEX : SLASH_DIVIDES;
    if (before == ']')
        return SLASH_DIVIDES;
    if (is_word(before))
        return ends_with_one_of(&s->asset, before_regex) ? SLASH_BEGINS_REGEX : SLASH_DIVIDES;
    if (strchr("(,=:[!&|?;{<>*%^~", before) != NULL) /* also at the very beginning */
        return SLASH_BEGINS_REGEX;
    if ((before == '+' || before == '-') && s->asset.out->len > s->asset.start + 1 &&
        s->asset.out->str[s->asset.out->len - 2] != before)
        return SLASH_BEGINS_REGEX;
    return SLASH_UNSURE; /* behind a brace, ++, a quote … */
}

static void
copy_regex(Asset *a)
{
    const char *c = a->at + 1;
    gboolean in_class = FALSE;
    for (; c < a->end && *c != '\n' && *c != '\r' && (in_class || *c != '/'); c++) {
        if (*c == '\\' && c + 1 < a->end)
            c++;
        else if (*c == '[' || *c == ']')
            in_class = *c == '[';
    }
    a->sure = c < a->end && *c == '/';
    if (a->sure)
        copy(a, c + 1);
}

/* A blank goes where one side is a mark that cannot join with the other side into something else. A line's end
 * goes only behind a mark after which no statement can be over, or before a closing brace. */
static void
pay_js(Asset *a, char next)
{
    static const char marks[] = "{}()[];,:?=&|";
    char before = last(a), blank = a->blank;
    a->blank = '\0';
    if (blank == '\0' || before == '\0' || before == '\n')
        return;
    if (blank == '\n') {
        if (strchr("{;,([", before) == NULL && next != '}')
            g_string_append_c(a->out, '\n');
        return;
    }
    gboolean word_before = is_word(before) || strchr(")]'\"", before) != NULL;
    gboolean word_next = is_word(next) || strchr("(['\"", next) != NULL;
    if (strchr("./", before) != NULL || strchr("./", next) != NULL)
        g_string_append_c(a->out, ' ');
    else if (strchr(marks, before) != NULL && (word_next || strchr("{}()[];!", next) != NULL))
        return;
    else if (strchr(marks, next) != NULL && (word_before || strchr("{}()[];", before) != NULL))
        return;
    else if ((strchr("+-*%<>!", before) != NULL && word_next) ||
             (strchr("+-*%<>!", next) != NULL && word_before))
        return;
    else
        g_string_append_c(a->out, ' ');
}

static void
js_comment(Asset *a)
{
    const char *end = comment_end(a);
    if (peek(a, 1) == '/') {
        end = a->at;
        while (end < a->end && *end != '\n' && *end != '\r')
            end++;
    }
    a->sure = end != NULL && g_strstr_len(a->at, end - a->at, "\xE2\x80\xA8") == NULL &&
              g_strstr_len(a->at, end - a->at, "\xE2\x80\xA9") == NULL; /* they end lines too */
    if (!a->sure)
        return;
    if (stays(a->at, end)) { /* between statements, on lines of their own */
        a->sure = strchr("{};\n", last(a)) != NULL;
        if (a->blank != '\0' && last(a) != '\0' && last(a) != '\n')
            g_string_append_c(a->out, '\n');
        copy(a, end);
        g_string_append_c(a->out, '\n');
        a->blank = '\0';
        return;
    }
    gboolean lines = memchr(a->at, '\n', (gsize)(end - a->at)) != NULL ||
                     memchr(a->at, '\r', (gsize)(end - a->at)) != NULL;
    if (lines || a->blank == '\n')
        a->blank = '\n';
    else
        a->blank = ' ';
    a->at = end;
}

static void
note_paren(Script *s, char c)
{
    static const char *const heads[] = {"if", "while", "for", "with", NULL};
    if (c == '(') {
        s->asset.sure = s->depth < MAX_PARENS;
        if (s->asset.sure)
            s->condition[s->depth++] = ends_with_one_of(&s->asset, heads);
    } else if (c == ')') {
        s->asset.sure = s->depth > 0;
        if (s->asset.sure)
            s->after_condition = s->condition[--s->depth];
    }
}

static void
js_token(Script *s)
{
    Asset *a = &s->asset;
    char c = *a->at;
    if (c == '/' && (peek(a, 1) == '/' || peek(a, 1) == '*')) {
        js_comment(a);
        return;
    }
    if (c == '`' || c == '\\' || c == '#' || c == '\0' || c == '\v' ||
        (c == '<' && peek(a, 1) == '!' && peek(a, 2) == '-') ||
        (c == '-' && peek(a, 1) == '-' && peek(a, 2) == '>')) {
        a->sure = FALSE;
        return;
    }
    Slash slash = c == '/' ? judge_slash(s) : SLASH_DIVIDES;
    if (slash == SLASH_UNSURE) {
        a->sure = FALSE;
        return;
    }
    note_paren(s, c);
    pay_js(a, c);
    if (c == '"' || c == '\'')
        copy_string(a);
    else if (slash == SLASH_BEGINS_REGEX)
        copy_regex(a);
    else if (a->sure)
        copy(a, a->at + 1);
}

gboolean
asset_append_js(GString *out, const char *text, gsize len)
{
    Script s = {.asset = {text, text + len, out, out->len, '\0', TRUE, 0}};
    Asset *a = &s.asset;
    while (a->sure && a->at < a->end) {
        skip_blanks(a);
        if (a->at < a->end)
            js_token(&s);
    }
    a->sure = a->sure && s.depth == 0;
    return finish(a, text, len);
}

/* ---- parts ---- */

#define PART_BEGIN "/* sertakan "
#define PART_END   " */"

void
asset_append_parts(GString *out, const char *text, gsize len, AssetPart find, gpointer data)
{
    const char *at = text, *end = text + len, *begin;
    while ((begin = memmem(at, (gsize)(end - at), PART_BEGIN, strlen(PART_BEGIN))) != NULL) {
        const char *name = begin + strlen(PART_BEGIN);
        const char *close = memmem(name, (gsize)(end - name), PART_END, strlen(PART_END));
        if (close == NULL)
            break;
        g_autofree char *called = g_strndup(name, (gsize)(close - name));
        gsize part_len;
        const char *part = find(data, called, &part_len);
        g_string_append_len(out, at, (gssize)(begin - at));
        if (part != NULL)
            g_string_append_len(out, part, (gssize)part_len);
        at = close + strlen(PART_END);
    }
    g_string_append_len(out, at, (gssize)(end - at));
}

/* ---- words ---- */

static gboolean
is_name_char(char c)
{
    return g_ascii_isalnum(c) || c == '_' || c == '$';
}

/* Length of the label's "L.name" that begins at `at`; 0 = none does. */
static gsize
label_len(const char *text, gsize len, gsize at)
{
    if (text[at] != 'L' || at + 2 >= len || text[at + 1] != '.' ||
        !g_ascii_isalpha(text[at + 2]) ||
        (at > 0 && (is_name_char(text[at - 1]) || text[at - 1] == '.')))
        return 0;
    gsize end = at + 2;
    while (end < len && is_name_char(text[end]))
        end++;
    return end - at;
}

void
asset_append_labels(GString *out, const char *text, gsize len, AssetLabel put, gpointer data)
{
    gsize done = 0;
    for (gsize at = 0; at < len;) {
        gsize n = label_len(text, len, at);
        if (n == 0) {
            at++;
            continue;
        }
        g_autofree char *name = g_strndup(text + at + 2, n - 2);
        g_string_append_len(out, text + done, (gssize)(at - done));
        put(data, name, out);
        done = at += n;
    }
    g_string_append_len(out, text + done, (gssize)(len - done));
}
