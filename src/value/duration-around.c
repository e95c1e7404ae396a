#include "value/duration-private.h"
#include <string.h>

static const char *const starts_anywhere[] = {"sejak", "semenjak", "terhitung", NULL};
static const char *const starts_next[] = {"setelah", "sesudah", "dari", NULL};
static const char *const excludes_phrases[] = {"selain", "tidak termasuk", "di luar", "diluar",
                                               NULL};

/* Where the words around the duration go. */
typedef enum Sort { SORT_NOTE, SORT_STARTS, SORT_EXCLUDES, N_SORTS } Sort;

typedef struct Around {
    Arena *arena;
    const Tokens *tokens;
    GString *note;
    const char *phrase[N_SORTS]; /* starts and excludes once found */
} Around;

static gboolean
is_outer_mark(char c)
{
    return c != '\0' && (g_ascii_isspace(c) || strchr(",;:.-*", c) != NULL);
}

/* Drops white space and marks at both ends of [*start, *end). */
static void
trim(const char *text, gsize *start, gsize *end)
{
    while (*start < *end && is_outer_mark(text[*start]))
        (*start)++;
    while (*end > *start && is_outer_mark(text[*end - 1]))
        (*end)--;
}

static gboolean
is_balanced(const char *text, gsize len)
{
    gsize depth = 0;
    for (gsize i = 0; i < len; i++) {
        if (text[i] == ')' && depth-- == 0)
            return FALSE;
        depth += text[i] == '(';
    }
    return depth == 0;
}

/* Puts the bytes [start, end) where they belong; a phrase with half a bracket is only a note. */
static void
keep(Around *around, Sort sort, gsize start, gsize end)
{
    const char *text = around->tokens->text;
    trim(text, &start, &end);
    if (start == end)
        return;
    if (sort != SORT_NOTE && is_balanced(text + start, end - start)) {
        around->phrase[sort] = arena_strndup(around->arena, text + start, end - start);
        return;
    }
    if (around->note->len > 0)
        g_string_append_c(around->note, ' ');
    g_string_append_len(around->note, text + start, (gssize)(end - start));
}

/* The sort that token `i` begins; `next`: it stands right behind the duration. */
static Sort
sort_at(const Around *around, guint i, gboolean next)
{
    if (around->phrase[SORT_EXCLUDES] == NULL &&
        tokens_match_any(around->tokens, i, excludes_phrases) > 0)
        return SORT_EXCLUDES;
    if (around->phrase[SORT_STARTS] == NULL &&
        (tokens_match_any(around->tokens, i, starts_anywhere) > 0 ||
         (next && tokens_match_any(around->tokens, i, starts_next) > 0)))
        return SORT_STARTS;
    return SORT_NOTE;
}

static gsize
token_end(const Token *token)
{
    return (gsize)token->start + token->len;
}

/* The token of the bracket that closes the one at `i`; the last token when none does. */
static guint
closing(const Tokens *tokens, guint i)
{
    guint depth = 0;
    for (; i + 1 < tokens->n; i++) {
        if (tokens_is_mark(tokens, i, '('))
            depth++;
        else if (tokens_is_mark(tokens, i, ')') && --depth == 0)
            break;
    }
    return i;
}

/* Does a bracket, a semicolon or a full stop before white space end a phrase at token `i`? */
static gboolean
ends_phrase(const Tokens *tokens, guint i)
{
    if (tokens_is_mark(tokens, i, '.'))
        return i + 1 == tokens->n || tokens->at[i + 1].start > token_end(&tokens->at[i]);
    return tokens_is_mark(tokens, i, ';') || tokens_is_mark(tokens, i, ')') ||
           tokens_is_mark(tokens, i, '*');
}

/* Sorts the words behind the duration, from token `i` on: sejak …, tidak termasuk …, the rest. */
static void
sort_after(Around *around, guint i)
{
    const Tokens *tokens = around->tokens;
    gboolean next = TRUE; /* nothing but marks and brackets since the duration */
    Sort sort = SORT_NOTE;
    gsize start = i < tokens->n ? tokens->at[i].start : strlen(tokens->text);
    for (; i < tokens->n; i++) {
        gsize here = tokens->at[i].start;
        if (tokens_is_mark(tokens, i, '(')) {
            guint close = closing(tokens, i);
            Sort inner = sort_at(around, i + 1, next);
            gboolean shut = tokens_is_mark(tokens, close, ')');
            gsize end = token_end(&tokens->at[close]);
            if (sort != SORT_NOTE || inner != SORT_NOTE) {
                keep(around, sort, start, here);
                sort = SORT_NOTE;
                start = here;
            }
            if (inner != SORT_NOTE) {
                keep(around, inner, here + 1, shut ? end - 1 : end);
                start = end;
            }
            i = close;
            continue;
        }
        Sort begins = sort_at(around, i, next);
        if ((begins != SORT_NOTE && begins != sort) ||
            (sort != SORT_NOTE && ends_phrase(tokens, i))) {
            keep(around, sort, start, here);
            sort = begins;
            start = here;
        }
        next = next && tokens->at[i].kind == TOKEN_MARK;
    }
    keep(around, sort, start, strlen(tokens->text));
}

/* A pair of brackets around the whole of a note goes. */
static void
drop_brackets(GString *note)
{
    gsize start = 1, end = note->len - 1;
    if (note->len < 2 || note->str[0] != '(' || note->str[end] != ')' ||
        strcspn(note->str + 1, "()") != note->len - 2)
        return;
    trim(note->str, &start, &end);
    g_string_truncate(note, end);
    g_string_erase(note, 0, (gssize)start);
}

/* Sorts all words that are not the duration itself. */
void
duration_read_around(
    Arena *arena, const Tokens *tokens, const Match *match, guint end, Duration *out)
{
    GString *note = arena_text_begin(arena);
    Around around = {.arena = arena, .tokens = tokens, .note = note};
    gsize before = tokens->at[match->first].start;
    if (match->first > 0 && tokens_is_mark(tokens, match->first - 1, '(') &&
        tokens_is_mark(tokens, match->end, ')')) {
        before = tokens->at[match->first - 1].start; /* "(maksimal 5 hari)" */
        end++;
    }
    keep(&around, SORT_NOTE, 0, before);
    sort_after(&around, end);
    if (around.phrase[SORT_STARTS] != NULL)
        out->starts = around.phrase[SORT_STARTS];
    if (around.phrase[SORT_EXCLUDES] != NULL)
        out->excludes = around.phrase[SORT_EXCLUDES];
    drop_brackets(note);
    out->note = arena_text_end(arena, note);
}
