#include "value/tokens.h"
#include <string.h>

enum { STRAY_BYTE = 0xFFFD };

/* The character at `p` and its bytes; a byte that begins no UTF-8 character is a stray. */
static gunichar
char_at(const char *p, guint *len)
{
    guchar c = (guchar)*p;
    if (c < 0x80) {
        *len = 1;
        return c;
    }
    gunichar ch = g_utf8_get_char_validated(p, -1);
    if (ch == (gunichar)-1 || ch == (gunichar)-2) {
        *len = 1;
        return STRAY_BYTE;
    }
    *len = (guint)g_unichar_to_utf8(ch, NULL);
    return ch;
}

static gboolean
is_letter(gunichar ch)
{
    return ch < 0x80 ? g_ascii_isalpha((char)ch) : ch != STRAY_BYTE && g_unichar_isalpha(ch);
}

static gboolean
is_space(gunichar ch)
{
    return ch < 0x80 ? g_ascii_isspace((char)ch) : ch != STRAY_BYTE && g_unichar_isspace(ch);
}

static gboolean
is_apostrophe(gunichar ch)
{
    return ch == '\'' || ch == '`' || ch == 0x2018 || ch == 0x2019 || ch == 0x02BC;
}

/* Bytes of the word that begins at `p`. */
static guint
word_len(const char *p)
{
    guint len = 0;
    for (;;) {
        guint step;
        while (g_ascii_isalnum(p[len]))
            len++;
        if (p[len] == ' ' || p[len] == '\0')
            return len;
        gunichar ch = char_at(p + len, &step);
        if (is_letter(ch) || (ch < 0x80 && g_ascii_isdigit((char)ch))) {
            len += step;
            continue;
        }
        guint after;
        if (len > 0 && is_apostrophe(ch) && is_letter(char_at(p + len + step, &after))) {
            len += step;
            continue;
        }
        return len;
    }
}

/* Bytes of the number that begins at `p`. */
static guint
number_len(const char *p)
{
    guint len = 0;
    while (g_ascii_isdigit(p[len]) ||
           (p[len] != '\0' && strchr(".,:/", p[len]) != NULL && g_ascii_isdigit(p[len + 1])))
        len++;
    return len;
}

/* The value of "14" or "1.440"; -1 for "07.30", "0.440", "1/2" and what has more than nine digits. */
static gint64
number_value(const char *p, guint len)
{
    gint64 value = 0;
    guint n_digits = 0, in_group = 0;
    gboolean grouped = FALSE;
    for (guint i = 0; i < len; i++) {
        if (p[i] == '.') {
            if (grouped ? in_group != 3 : in_group > 3 || p[0] == '0')
                return -1;
            grouped = TRUE;
            in_group = 0;
            continue;
        }
        if (!g_ascii_isdigit(p[i]) || ++n_digits > 9)
            return -1;
        in_group++;
        value = value * 10 + (p[i] - '0');
    }
    return grouped && in_group != 3 ? -1 : value;
}

static void
push(Tokens *tokens, Token token)
{
    if (tokens->n == tokens->room) {
        gsize room = tokens->room * 2;
        Token *old = tokens->at == tokens->fixed ? NULL : tokens->at;
        Token *grown = g_renew(Token, old, room);
        if (old == NULL)
            memcpy(grown, tokens->fixed, sizeof tokens->fixed);
        tokens->at = grown;
        tokens->room = room;
    }
    tokens->at[tokens->n++] = token;
}

void
tokens_read(Tokens *tokens, const char *text)
{
    tokens->text = text;
    tokens->n = 0;
    tokens->at = tokens->fixed;
    tokens->room = TOKENS_FIXED;
    for (const char *p = text; *p != '\0';) {
        guint len;
        gunichar ch = char_at(p, &len);
        Token token = {.kind = TOKEN_MARK, .start = (guint32)(p - text), .number = -1};
        if (g_ascii_isdigit(*p)) {
            token.kind = TOKEN_NUMBER;
            len = number_len(p);
            token.number = number_value(p, len);
        } else if (is_letter(ch)) {
            token.kind = TOKEN_WORD;
            len = word_len(p);
        } else if (is_space(ch)) {
            p += len;
            continue;
        } else {
            token.mark = ch;
        }
        token.len = len;
        push(tokens, token);
        p += len;
    }
}

void
tokens_clear(Tokens *tokens)
{
    if (tokens->at != tokens->fixed)
        g_free(tokens->at);
    tokens->at = tokens->fixed;
    tokens->n = 0;
}

/* Is the text, whatever its capitals, those letters and digits? No other byte becomes one of them. */
static gboolean
has_letters(const char *text, const char *letters, gsize len)
{
    for (gsize i = 0; i < len; i++)
        if ((text[i] | 0x20) != letters[i])
            return FALSE;
    return TRUE;
}

static gboolean
is_word_of(const Tokens *tokens, guint i, const char *word, gsize len)
{
    if (i >= tokens->n)
        return FALSE;
    const Token *token = &tokens->at[i];
    return token->kind == TOKEN_WORD && token->len == len &&
           has_letters(tokens->text + token->start, word, len);
}

gboolean
tokens_is_word(const Tokens *tokens, guint i, const char *word)
{
    return is_word_of(tokens, i, word, strlen(word));
}

gboolean
tokens_is_mark(const Tokens *tokens, guint i, gunichar mark)
{
    return i < tokens->n && tokens->at[i].kind == TOKEN_MARK && tokens->at[i].mark == mark;
}

gboolean
tokens_is_dash(const Tokens *tokens, guint i)
{
    if (i >= tokens->n || tokens->at[i].kind != TOKEN_MARK)
        return FALSE;
    gunichar ch = tokens->at[i].mark;
    return ch == '-' || (ch >= 0x2010 && ch <= 0x2015) || ch == 0x2212;
}

guint
tokens_match_all(const Tokens *tokens, guint i, const char *phrase)
{
    guint n = 0;
    for (const char *p = phrase; *p != '\0';) {
        gsize len = 0;
        while (p[len] != '\0' && p[len] != ' ')
            len++;
        gboolean word = g_ascii_isalnum(*p);
        if (word && n > 0 && tokens_is_dash(tokens, i + n) &&
            is_word_of(tokens, i + n + 1, p, len))
            n++;
        if (word ? !is_word_of(tokens, i + n, p, len)
                 : !tokens_is_mark(tokens, i + n, g_utf8_get_char(p)))
            return 0;
        n++;
        p += len + (p[len] == ' ');
    }
    return n;
}

guint
tokens_match_any(const Tokens *tokens, guint i, const char *const *phrases)
{
    for (; *phrases != NULL; phrases++) {
        guint n = tokens_match(tokens, i, *phrases);
        if (n > 0)
            return n;
    }
    return 0;
}

guint
tokens_match_to(const Tokens *tokens, guint i)
{
    static const char *const joiners[] = {
        "s / d .", "s / d", "s . d .", "s . d", "sd", "sampai dengan", "sampai", "hingga",
    };
    if (tokens_is_dash(tokens, i)) {
        guint n = 1;
        while (n < 3 && tokens_is_dash(tokens, i + n))
            n++;
        return n;
    }
    for (guint k = 0; k < G_N_ELEMENTS(joiners); k++) {
        guint n = tokens_match(tokens, i, joiners[k]);
        if (n > 0)
            return n;
    }
    return 0;
}
