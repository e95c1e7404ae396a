#include "audit/language.h"
#include "base/span.h"
#include "model/schema.h"
#include "model/walk.h"
#include "text/glyphs.h"
#include "text/melted.h"
#include "value/channel.h"
#include "value/money.h"
#include "value/number.h"
#include <string.h>

enum { LONG_SENTENCE_WORDS = 50, MIN_FILL = 5 };

/* ---- what a text could hold, from one look at its bytes: most rules need not be asked ---- */

typedef enum Trait {
    TRAIT_OPEN = 1 << 0,   /* ( */
    TRAIT_COMMA = 1 << 1,  /* , */
    TRAIT_MARK = 1 << 2,   /* . or ), which follow an item's number */
    TRAIT_TWICE = 1 << 3,  /* two of the same of x . _ */
    TRAIT_PHRASE = 1 << 4, /* the beginning of a word that only placeholders have */
    TRAIT_LAPOR = 1 << 5,  /* likewise of "lapor" */
    TRAIT_LONG = 1 << 6,   /* bytes for more than LONG_SENTENCE_WORDS words */
    TRAIT_TAG = 1 << 7,    /* < or & */
    TRAIT_SIGN = 1 << 8,   /* a hyphen, an asterisk, or the first byte of what ASCII has not */
} Trait;

enum { TRAITS_OF_WORDS = TRAIT_OPEN | TRAIT_PHRASE | TRAIT_LAPOR };

enum { LOOK_AHEAD = 3, PHRASE_LETTERS = 1 + LOOK_AHEAD };

static inline SpanBlock
block_at(const char *text)
{
    SpanBlock bytes;
    memcpy(&bytes, text, sizeof bytes);
    return bytes;
}

/* Sixteen bytes of a text, capitals made small (and what differs from letters in that bit alone). */
static inline SpanBlock
small_at(const char *text)
{
    return block_at(text) | 0x20;
}

/* Where in the sixteen bytes these letters begin, any case: four, or the three there are. */
static inline SpanBlock
letters_at(const char *text, const char *letters)
{
    SpanBlock three = (SpanBlock)((small_at(text) == (guint8)letters[0]) &
                                  (small_at(text + 1) == (guint8)letters[1]) &
                                  (small_at(text + 2) == (guint8)letters[2]));
    return letters[3] == '\0' ? three
                              : three & (SpanBlock)(small_at(text + 3) == (guint8)letters[3]);
}

/*
 * Phrases of placeholders, lower-case as tokens_match() takes them, and the byte at which four letters of each stand
 * by which texts are chosen that are read at all: few words have those.
 */
#define PHRASES_ANYWHERE(PHRASE) \
    PHRASE("akan diisi", 5)      \
    PHRASE("diisi kemudian", 0)  \
    PHRASE("isi di sini", 7)     \
    PHRASE("tulis di sini", 9)   \
    PHRASE("lorem ipsum", 0)     \
    PHRASE("todo", 0)            \
    PHRASE("tbd", 0)
#define WHOLE_TEXTS(PHRASE)    \
    PHRASE("nama pejabat", 0)  \
    PHRASE("nama petugas", 0)  \
    PHRASE("nama layanan", 0)  \
    PHRASE("nama instansi", 0) \
    PHRASE("nomor sk", 0)      \
    PHRASE("judul layanan", 0) \
    PHRASE("contoh", 0)

/* Where a phrase, or "lapor", may begin, by the first and the third of those letters. */
static inline SpanBlock
beginnings_at(const char *text)
{
    const SpanBlock first = small_at(text), third = small_at(text + 2);
#define BEGINS_AT(phrase, at) \
    | ((first == (guint8)(phrase)[at]) & (third == (guint8)(phrase)[(at) + 2]))
    return (SpanBlock)(((first == 'l') & (third == 'p')) PHRASES_ANYWHERE(BEGINS_AT));
#undef BEGINS_AT
}

/* Where one of these is twice, in small letters. */
static inline SpanBlock
twice_at(const char *text)
{
    const SpanBlock small = small_at(text);
    const SpanBlock fill =
        (SpanBlock)((small == 'x') | (small == '.') | (small == ('_' | 0x20)));
    return fill & (SpanBlock)(small == small_at(text + 1));
}

/* Where sixteen bytes may have a trait, and some more: at the signs from & to . with which most are told, at <, and at what
 * ASCII has not. Of four windows three have none. */
static inline SpanBlock
interest_at(const char *text)
{
    const SpanBlock here = block_at(text);
    return (SpanBlock)((here - '&') <= '.' - '&') | (SpanBlock)(here == '<') | (here & 0x80) |
           twice_at(text) | beginnings_at(text);
}

static guint
traits_at(const char *text)
{
    const SpanBlock here = block_at(text);
    guint traits = 0;
    traits |= span_any((SpanBlock)(here == '(')) ? TRAIT_OPEN : 0;
    traits |= span_any((SpanBlock)(here == ',')) ? TRAIT_COMMA : 0;
    traits |= span_any((SpanBlock)((here == '.') | (here == ')'))) ? TRAIT_MARK : 0;
    traits |= span_any(twice_at(text)) ? TRAIT_TWICE : 0;
    traits |= span_any((SpanBlock)((here == '<') | (here == '&'))) ? TRAIT_TAG : 0;
    traits |=
        span_any((SpanBlock)((here == '-') | (here == '*') | (here >= 0xC2))) ? TRAIT_SIGN : 0;
    if (!span_any(beginnings_at(text)))
        return traits;
#define PHRASE_AT(phrase, at) | letters_at(text, (phrase) + (at))
    traits |= span_any((SpanBlock){0} PHRASES_ANYWHERE(PHRASE_AT)) ? TRAIT_PHRASE : 0;
#undef PHRASE_AT
    return traits | (span_any(letters_at(text, "lapo")) ? TRAIT_LAPOR : 0);
}

/* Whether a phrase that is a text of its own may begin here. */
static gboolean
begins_whole_text(const char *text)
{
    while (g_ascii_isspace(*text))
        text++;
    const char first = *text | 0x20;
#define BEGINS_WITH(phrase, at) \
    || (first == (phrase)[0] && g_ascii_strncasecmp(text, phrase, PHRASE_LETTERS) == 0)
    return (guchar)first >= 0x80 WHOLE_TEXTS(BEGINS_WITH); /* a blank that ASCII has not */
#undef BEGINS_WITH
}

static guint
text_traits(const char *text)
{
    enum { BLOCK = sizeof(SpanBlock) };
    gsize len = strlen(text);
    guint traits = len > 2 * LONG_SENTENCE_WORDS ? TRAIT_LONG : 0;
    traits |= begins_whole_text(text) ? TRAIT_PHRASE : 0;
    for (; len >= BLOCK + LOOK_AHEAD; len -= BLOCK, text += BLOCK)
        traits |= span_any(interest_at(text)) ? traits_at(text) : 0;
    char last[2 * BLOCK + LOOK_AHEAD] = {0}; /* what is left, and zeros, which have no trait */
    memcpy(last, text, len);
    for (gsize i = 0; i < len; i += BLOCK)
        traits |= span_any(interest_at(last + i)) ? traits_at(last + i) : 0;
    return traits;
}

/* The words are cut only for a text that could break a rule about words. */
static void
read_words(Tokens *tokens, const char *text, guint traits)
{
    tokens_read(tokens, (traits & TRAITS_OF_WORDS) != 0 ? text : "");
    tokens->text = text;
}

/* ---- placeholders ---- */

#define PHRASE_TEXT(text, at) (text),
static const char *const phrases_anywhere[] = {PHRASES_ANYWHERE(PHRASE_TEXT)};
static const char *const whole_texts[] = {WHOLE_TEXTS(PHRASE_TEXT) NULL};
#undef PHRASE_TEXT

/* A run of at least `min` of the same of `letters`, as in 08xxx, ...... or ____. */
static gboolean
find_run(const char *text, const char *letters, gsize min, gsize *start, gsize *len)
{
    for (const char *at = strpbrk(text, letters); at != NULL; at = strpbrk(at, letters)) {
        gsize n = strspn(at, letters);
        if (n >= min) {
            *start = (gsize)(at - text);
            *len = n;
            return TRUE;
        }
        at += n;
    }
    return FALSE;
}

static gboolean
find_phrase(const Tokens *tokens, gsize *start, gsize *len)
{
    guint at = 0, n = tokens_match_any(tokens, 0, whole_texts);
    if (n != tokens->n)
        n = 0;
    for (guint i = 0; i < tokens->n && n == 0; i++) {
        char letter = (char)(tokens->text[tokens->at[i].start] | 0x20);
        at = i;
        for (gsize k = 0; k < G_N_ELEMENTS(phrases_anywhere) && n == 0; k++)
            if (*phrases_anywhere[k] == letter)
                n = tokens_match(tokens, i, phrases_anywhere[k]);
    }
    if (n == 0)
        return FALSE;
    const Token *last = &tokens->at[at + n - 1];
    *start = tokens->at[at].start;
    *len = last->start + last->len - *start;
    return TRUE;
}

static gboolean
find_placeholder(const Tokens *tokens, gsize *start, gsize *len)
{
    static const struct {
        const char *letters;
        gsize min;
    } runs[] = {{"xX", 3}, {".", MIN_FILL}, {"_", MIN_FILL}};
    for (guint i = 0; i < G_N_ELEMENTS(runs); i++) {
        if (find_run(tokens->text, runs[i].letters, runs[i].min, start, len))
            return TRUE;
    }
    return find_phrase(tokens, start, len);
}

gboolean
language_is_scaffold(const char *text)
{
    return (*text == *SCAFFOLD_DATE && strcmp(text, SCAFFOLD_DATE) == 0) ||
           (*text == *SCAFFOLD_HOURS && strcmp(text, SCAFFOLD_HOURS) == 0);
}

gboolean
language_find_placeholder(const char *text, gsize *start, gsize *len)
{
    guint traits = text_traits(text);
    if ((traits & (TRAIT_TWICE | TRAIT_PHRASE)) == 0)
        return FALSE;
    g_auto(Tokens) tokens;
    read_words(&tokens, text, traits);
    return find_placeholder(&tokens, start, len);
}

/* ---- other words ---- */

static gboolean
find_lapor(const Tokens *tokens, gsize *start, gsize *len)
{
    for (guint i = 1; i < tokens->n; i++) {
        if (!tokens_is_word(tokens, i, "lapor"))
            continue;
        guint from = i - 1;
        if (tokens_is_dash(tokens, from) && from > 0)
            from--;
        *start = tokens->at[from].start;
        *len = tokens->at[i].start + tokens->at[i].len - *start;
        g_autofree char *name = g_strndup(tokens->text + *start, *len);
        if (channel_lapor_misnamed(name))
            return TRUE;
    }
    return FALSE;
}

static gboolean
same_word(const Tokens *tokens, guint a, guint b)
{
    return b < tokens->n && tokens->at[b].len == tokens->at[a].len &&
           g_ascii_strncasecmp(tokens->text + tokens->at[a].start,
                               tokens->text + tokens->at[b].start, tokens->at[a].len) == 0;
}

/* "14 (empat) hari", "Rp50.000,- (lima ratus ribu rupiah)": a number and the words behind it differ. */
static gboolean
find_number_words(const Tokens *tokens, gsize *start, gsize *len)
{
    for (guint i = 0; i + 3 < tokens->n; i++) {
        gint64 digits, words;
        gsize number;
        gboolean marked;
        const Token *token = &tokens->at[i];
        if (token->kind == TOKEN_MARK || (token->kind == TOKEN_WORD && i + 1 < tokens->n &&
                                          tokens->at[i + 1].kind == TOKEN_WORD))
            continue;
        MoneyStatus status =
            money_read_prefix(tokens->text + token->start, &digits, &number, &marked);
        guint open = i + 1;
        while (open < tokens->n && tokens->at[open].start < token->start + number)
            open++;
        guint unit = open;
        while (open < unit + 2 && open < tokens->n && tokens->at[open].kind == TOKEN_WORD)
            open++; /* "5 hari kerja (lima)" */
        if ((status != MONEY_READ && status != MONEY_THOUSANDS_LOST) ||
            !tokens_is_mark(tokens, open, '('))
            continue;
        guint n = number_words_read(tokens, open + 1, &words), close = open + 1 + n;
        close += tokens_match(tokens, close, "rupiah");
        while (unit < open && same_word(tokens, unit, close)) {
            unit++;
            close++;
        }
        if (n == 0 || !tokens_is_mark(tokens, close, ')') || words == digits)
            continue;
        *start = token->start;
        *len = tokens->at[close].start + 1 - *start;
        return TRUE;
    }
    return FALSE;
}

/* "WRSE,Lansia": a comma between letters, outside of addresses. */
static gboolean
find_comma(const Tokens *tokens, gsize *start, gsize *len)
{
    const char *text = tokens->text;
    for (const char *comma = strchr(text, ','); comma != NULL; comma = strchr(comma + 1, ',')) {
        const char *from = comma, *to = comma;
        while (from > text && !g_ascii_isspace(from[-1]) && comma - from < 80)
            from--;
        while (*to != '\0' && !g_ascii_isspace(*to) && to - comma < 80)
            to++;
        gboolean letters =
            comma > text && g_ascii_isalpha(comma[-1]) && g_ascii_isalpha(comma[1]);
        if (!letters || memchr(from, '@', (gsize)(to - from)) != NULL ||
            memmem(from, (gsize)(to - from), "://", 3) != NULL)
            continue;
        *start = (gsize)(from - text);
        *len = (gsize)(to - from);
        return TRUE;
    }
    return FALSE;
}

/* The last bracket that nothing closes. Closing ones alone number items: a) 1). */
static gboolean
find_bracket(const Tokens *tokens, gsize *start, gsize *len)
{
    const char *text = tokens->text;
    gsize depth = 0;
    if (strchr(text, '(') == NULL)
        return FALSE;
    for (gsize i = strlen(text); i-- > 0;) {
        if (text[i] == ')')
            depth++;
        if (text[i] == '(' && depth == 0) {
            *start = i;
            *len = 1;
            return TRUE;
        }
        if (text[i] == '(')
            depth--;
    }
    return FALSE;
}

static guint
count_words(const char *text, gsize len)
{
    guint n = 0;
    for (gsize i = 0; i < len; i++)
        n +=
            !g_ascii_isspace(text[i]) && (i + 1 == len || g_ascii_isspace(text[i + 1])) ? 1 : 0;
    return n;
}

static gboolean
find_long_sentence(const Tokens *tokens, gsize *start, gsize *len)
{
    for (const char *at = tokens->text;; at++) {
        gsize n = strcspn(at, ".;:!?\n");
        if (n > 2 * LONG_SENTENCE_WORDS && count_words(at, n) > LONG_SENTENCE_WORDS) {
            gsize blanks = strspn(at, " ");
            *start = (gsize)(at - tokens->text) + blanks;
            *len = n - blanks;
            return TRUE;
        }
        at += n;
        if (*at == '\0')
            return FALSE;
    }
}

/* Bytes of "1." "a)" "-" "•" and the blank behind it at the start of a text, or 0. */
static gsize
item_number(const char *text)
{
    gsize n = melted_mark(text, strlen(text));
    gboolean letters = g_ascii_isalnum(text[0]) || strchr("(*", text[0]) != NULL; /* *note */
    gboolean blank = n > 0 && g_ascii_isspace(text[n - 1]);
    return letters && !blank ? 0 : n;
}

/* "a. KTP b. KK c. akta", "1. KTP 2. KK 3. akta": from the first sign to the third. */
static gboolean
find_inline_from(const char *text, char next, gsize *start, gsize *len)
{
    char last = (char)(next + 2);
    gsize begin = 0;
    for (const char *at = text; *at != '\0'; at++) {
        if (*at != next || (at[1] != '.' && at[1] != ')') || at[2] != ' ' ||
            (at > text && strchr(" \n;:,", at[-1]) == NULL))
            continue;
        if (next == last - 2)
            begin = (gsize)(at - text);
        if (next++ == last) {
            *start = begin;
            *len = (gsize)(at + 2 - text) - begin;
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean
find_inline_items(const Tokens *tokens, gsize *start, gsize *len)
{
    return find_inline_from(tokens->text, 'a', start, len) ||
           find_inline_from(tokens->text, '1', start, len);
}

static gboolean
find_item_number(const Tokens *tokens, gsize *start, gsize *len)
{
    gsize n = item_number(tokens->text);
    while (n > 0 && g_ascii_isspace(tokens->text[n - 1]))
        n--;
    if (n == 0 || find_inline_items(tokens, start, len))
        return FALSE; /* its sign is one of several */
    *start = 0;
    *len = n;
    return TRUE;
}

/* ---- signs of other formats ---- */

/* The names that word processors and old sites write; <nama> may be a placeholder. */
static gboolean
is_tag_name(const char *name, gsize len)
{
    static const char *const names[] = {
        "a",    "b",   "big", "br",    "center", "div", "em", "font", "h1", "h2",
        "h3",   "h4",  "hr",  "i",     "img",    "li",  "ol", "p",    "s",  "small",
        "span", "sub", "sup", "table", "td",     "th",  "tr", "u",    "ul", "strong"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strlen(names[i]) == len && g_ascii_strncasecmp(names[i], name, len) == 0)
            return TRUE;
    }
    return FALSE;
}

/* <b>, </p>, <br/> and &nbsp;: texts are published as they are, and so are these. */
static gboolean
find_html(const Tokens *tokens, gsize *start, gsize *len)
{
    const char *text = tokens->text;
    for (const char *at = strpbrk(text, "<&"); at != NULL; at = strpbrk(at + 1, "<&")) {
        const char *name = at + 1 + (at[1] == '/' || at[1] == '#');
        gsize n =
            strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
        const char *end = *at == '&' ? (name[n] == ';' ? name + n : NULL) : strchr(name, '>');
        gboolean fits = *at == '&' ? n >= 2 && n <= 8 : is_tag_name(name, n);
        if (end == NULL || !fits)
            continue;
        *start = (gsize)(at - text);
        *len = (gsize)(end + 1 - at);
        return TRUE;
    }
    return FALSE;
}

/* A character that only the fonts Symbol and Wingdings of Word have. */
static gboolean
find_private(const Tokens *tokens, gsize *start, gsize *len)
{
    const char *text = tokens->text;
    const char *leads = "\xEE\xEF\xF3\xF4"; /* of U+E000 … F8FF and of the planes 15, 16 */
    for (const char *at = strpbrk(text, leads); at != NULL; at = strpbrk(at + 1, leads)) {
        if (!glyphs_is_private(g_utf8_get_char(at)))
            continue;
        *start = (gsize)(at - text);
        *len = (gsize)(g_utf8_next_char(at) - at);
        return TRUE;
    }
    return FALSE;
}

/* ---- the rules ---- */

typedef enum Where { ALL_TEXTS, ITEMS, NOT_CHANNELS } Where;

static const struct {
    DiagCode code;
    gboolean (*find)(const Tokens *tokens, gsize *start, gsize *len);
    Where where;
    guint traits; /* one of them is there whenever the rule finds something */
} rules[] = {
    {DIAG_PLACEHOLDER, find_placeholder, ALL_TEXTS, TRAIT_TWICE | TRAIT_PHRASE},
    {DIAG_LAPOR_MISNAMED, find_lapor, ALL_TEXTS, TRAIT_LAPOR},
    {DIAG_NUMBER_WORDS, find_number_words, ALL_TEXTS, TRAIT_OPEN},
    {DIAG_COMMA_SPACE, find_comma, NOT_CHANNELS, TRAIT_COMMA},
    {DIAG_BRACKET_OPEN, find_bracket, ALL_TEXTS, TRAIT_OPEN},
    {DIAG_SENTENCE_LONG, find_long_sentence, NOT_CHANNELS, TRAIT_LONG},
    {DIAG_MARKDOWN_HTML, find_html, ALL_TEXTS, TRAIT_TAG},
    {DIAG_CHAR_PRIVATE, find_private, ALL_TEXTS, TRAIT_SIGN},
    {DIAG_ITEM_NUMBERED, find_item_number, ITEMS, TRAIT_MARK | TRAIT_SIGN},
    {DIAG_ITEMS_INLINE, find_inline_items, ITEMS, TRAIT_MARK},
};

static gboolean
is_prose(const Field *field)
{
    return field->type == FIELD_TEXT || field->type == FIELD_TEXTS ||
           field->type == FIELD_DURATION || field->type == FIELD_MONEY;
}

static gboolean
applies(Where where, const Record *record)
{
    gboolean item =
        record == &record_requirement || record == &record_step || record == &record_item;
    return where == ALL_TEXTS || (where == ITEMS && item) ||
           (where == NOT_CHANNELS && record != &record_channel);
}

/* Lines melted into one text have been reported as such; what stands in the text is their marks. */
static gboolean
is_told(const Audit *audit, DiagCode code, const Text *text)
{
    if (code != DIAG_ITEM_NUMBERED && code != DIAG_ITEMS_INLINE)
        return FALSE;
    for (guint i = 0; i < audit->n_loaded; i++) {
        const Diag *diag = diag_list_get(audit->diags, i);
        if (diag->code == DIAG_LIST_MELTED &&
            strcmp(diag->path, source_path(text->mark.source)) == 0 &&
            (diag->line == text->mark.line || diag->line == text->mark.line + 1))
            return TRUE;
    }
    return FALSE;
}

void
language_check_text(const Record *record, const Field *field, const Text *text, gpointer data)
{
    const Audit *audit = data;
    if (!audit_owns(audit, text))
        return;
    if (language_is_scaffold(text->str))
        finding_in(audit, DIAG_PLACEHOLDER, text, (FindingPart){0, strlen(text->str)}, NULL);
    if (field != NULL && !is_prose(field))
        return;
    guint traits = text_traits(text->str);
    if (traits == 0)
        return;
    g_auto(Tokens) tokens;
    read_words(&tokens, text->str, traits);
    for (guint i = 0; i < G_N_ELEMENTS(rules); i++) {
        gsize start, len;
        if ((traits & rules[i].traits) != 0 && applies(rules[i].where, record) &&
            rules[i].find(&tokens, &start, &len) && !is_told(audit, rules[i].code, text))
            finding_in(audit, rules[i].code, text, (FindingPart){start, len}, NULL);
    }
}

void
language_audit_body(const Audit *audit, const char *body, guint line)
{
    Text text = {body, {audit->source, line, 1}};
    if (!text_has_words(text))
        return;
    gsize start, len;
    guint traits = text_traits(body);
    g_auto(Tokens) tokens;
    read_words(&tokens, body, traits);
    if ((traits & TRAIT_LAPOR) != 0 && find_lapor(&tokens, &start, &len))
        finding_in(audit, DIAG_LAPOR_MISNAMED, &text, (FindingPart){start, len}, NULL);
    if ((traits & TRAIT_SIGN) != 0 && find_private(&tokens, &start, &len))
        finding_in(audit, DIAG_CHAR_PRIVATE, &text, (FindingPart){start, len}, NULL);
    if ((traits & (TRAIT_TWICE | TRAIT_PHRASE)) != 0 && strstr(body, "http") == NULL &&
        find_placeholder(&tokens, &start, &len))
        finding_in(audit, DIAG_PLACEHOLDER, &text, (FindingPart){start, len}, NULL);
}
