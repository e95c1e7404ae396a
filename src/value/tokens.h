/**
 * Tokens: a text cut into words, numbers and marks.
 *
 * The grammars of this folder look at tokens, never at bytes, so each is one
 * pass over a short array. Knows ASCII case and UTF-8, no word's meaning.
 * Tokens borrow the text; tokens_clear() frees the array. Bytes that are not
 * UTF-8 become marks of one byte: nothing here can fail. Used by one thread.
 */
#pragma once
#include <glib.h>

typedef enum TokenKind {
    TOKEN_WORD,   /* letters, then letters, digits and inner apostrophes: Jum’at, SP4N */
    TOKEN_NUMBER, /* digits, and . , : / between digits: 14, 07.30, 1/2 */
    TOKEN_MARK,   /* one other character that is no white space */
} TokenKind;

typedef struct Token {
    TokenKind kind;
    guint32 start, len; /* bytes of the text */
    gunichar mark;      /* TOKEN_MARK: the character (0xFFFD for a stray byte) */
    gint64 number;      /* TOKEN_NUMBER of digits alone, at most 9 of them; else -1 */
} Token;

enum { TOKENS_FIXED = 48 };

typedef struct Tokens {
    const char *text;
    guint n;
    Token *at;
    Token fixed[TOKENS_FIXED]; /* short texts need no allocation */
    gsize room;
} Tokens;

/** Cuts `text` (never NULL, at most 4 GiB) into `tokens`, which is overwritten; clear it afterwards. */
void tokens_read(Tokens *tokens, const char *text);
void tokens_clear(Tokens *tokens);

/** TRUE when token `i` exists and is this word (lower-case ASCII), any case. */
gboolean tokens_is_word(const Tokens *tokens, guint i, const char *word);
/** TRUE when token `i` exists and is this character. */
gboolean tokens_is_mark(const Tokens *tokens, guint i, gunichar mark);
/** TRUE when token `i` is a hyphen, dash or minus. */
gboolean tokens_is_dash(const Tokens *tokens, guint i);
/** What tokens_match() does when the first character fits. */
guint tokens_match_all(const Tokens *tokens, guint i, const char *phrase);
/**
 * How many tokens from `i` spell `phrase` (lower-case words and single marks with one space
 * between them: "s . d ."; a hyphen in the text between two words is passed over), or 0.
 */
static inline guint
tokens_match(const Tokens *tokens, guint i, const char *phrase)
{
    char c = i < tokens->n ? tokens->text[tokens->at[i].start] : '\0';
    gboolean fits = c == *phrase || (c >= 'A' && c <= 'Z' && c + ('a' - 'A') == *phrase);
    return fits && c != '\0' ? tokens_match_all(tokens, i, phrase) : 0;
}
/** How many tokens from `i` spell the first that fits of NULL-ended `phrases`, or 0. */
guint tokens_match_any(const Tokens *tokens, guint i, const char *const *phrases);
/** How many tokens from `i` spell a joiner of a range (– - -- s/d s.d. sampai [dengan] hingga), or 0. */
guint tokens_match_to(const Tokens *tokens, guint i);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Tokens, tokens_clear)
