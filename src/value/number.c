#include "value/number.h"
#include <string.h>

static const char *const digit_words[] = {
    NULL, "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
};

static const struct {
    const char *word;
    gint64 value;
} whole_words[] = {
    {"sepuluh", 10},
    {"sebelas", 11},
    {"nol", 0},
};

/* The digit word that token `i` is, or begins with before `tail` ("empatbelas"); 0 = none. */
static gint64
digit_at(const Tokens *tokens, guint i, const char *tail)
{
    if (i >= tokens->n || tokens->at[i].kind != TOKEN_WORD)
        return 0;
    const char *word = tokens->text + tokens->at[i].start;
    gsize len = tokens->at[i].len, behind = strlen(tail);
    if (len <= behind || g_ascii_strncasecmp(word + len - behind, tail, behind) != 0)
        return 0;
    for (guint digit = 1; digit < G_N_ELEMENTS(digit_words); digit++) {
        if (g_ascii_tolower(*word) == *digit_words[digit] &&
            strlen(digit_words[digit]) == len - behind &&
            g_ascii_strncasecmp(word, digit_words[digit], len - behind) == 0)
            return digit;
    }
    return 0;
}

/* A digit with the word `tail` behind it, apart or in one: tokens taken, 0 = none. */
static guint
digit_with(const Tokens *tokens, guint i, const char *tail, gint64 *digit)
{
    if ((*digit = digit_at(tokens, i, tail)) > 0)
        return 1;
    if ((*digit = digit_at(tokens, i, "")) > 0 && tokens_is_word(tokens, i + 1, tail))
        return 2;
    return 0;
}

/* 1 … 99 */
static guint
below_hundred(const Tokens *tokens, guint i, gint64 *number)
{
    for (guint k = 0; k < G_N_ELEMENTS(whole_words); k++)
        if (tokens_is_word(tokens, i, whole_words[k].word)) {
            *number = whole_words[k].value;
            return 1;
        }
    gint64 digit;
    guint n = digit_with(tokens, i, "belas", &digit);
    if (n > 0) {
        *number = 10 + digit;
        return n;
    }
    n = digit_with(tokens, i, "puluh", &digit);
    if (n > 0) {
        gint64 ones = digit_at(tokens, i + n, "");
        *number = digit * 10 + ones;
        return n + (ones > 0);
    }
    *number = digit_at(tokens, i, "");
    return *number > 0;
}

/* Most words do not even begin as a number does. */
static gboolean
may_begin(const Tokens *tokens, guint i)
{
    return i < tokens->n && strchr("sdteln", tokens->text[tokens->at[i].start] | 0x20) != NULL;
}

guint
number_word_read(const Tokens *tokens, guint i, gint64 *number)
{
    *number = 0;
    if (!may_begin(tokens, i))
        return 0;
    gint64 hundreds = 1, rest = 0;
    guint n =
        tokens_is_word(tokens, i, "seratus") ? 1 : digit_with(tokens, i, "ratus", &hundreds);
    if (n == 0)
        return below_hundred(tokens, i, number);
    guint more = below_hundred(tokens, i + n, &rest);
    *number = hundreds * 100 + rest;
    return n + more;
}

/* ribu, juta, miliar at token `i`, and less than `limit`: its value, else 0. */
static gint64
scale_at(const Tokens *tokens, guint i, gint64 limit)
{
    static const struct {
        const char *word;
        gint64 value;
    } scales[] = {
        {"ribu", 1000}, {"juta", 1000000}, {"miliar", 1000000000}, {"milyar", 1000000000}};
    for (guint k = 0; k < G_N_ELEMENTS(scales); k++)
        if (scales[k].value < limit && tokens_is_word(tokens, i, scales[k].word))
            return scales[k].value;
    return 0;
}

guint
number_words_read(const Tokens *tokens, guint i, gint64 *number)
{
    gint64 limit = G_MAXINT64, part, scale;
    guint at = i;
    *number = 0;
    while (limit > 1) {
        guint n = number_word_read(tokens, at, &part);
        if (limit > 1000 && tokens_is_word(tokens, at, "seribu")) {
            n = 1;
            part = 1;
            scale = 1000;
        } else if (n == 0) {
            break;
        } else {
            scale = scale_at(tokens, at + n, limit);
            n += scale > 0;
        }
        limit = MAX(scale, 1);
        *number += part * limit;
        at += n;
    }
    return at - i;
}
