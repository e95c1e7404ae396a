#include "value/duration-private.h"
#include "value/number.h"

/* A number after one of these is a factor, an hour of the clock or an ordinal. */
static const char *const not_a_count[] = {
    "x",    "×",  "kali", "dikali", "pukul", "jam",     "salah", "setiap", "tiap", "per",
    "ke -", "ke", "plus", "minus",  "tahun", "tanggal", "tgl",   "nomor",  NULL,
};
static const char *const on_spot_phrases[] = {"selesai di tempat", "selesai ditempat", NULL};
static const char *const not_on_spot[] = {"tidak", "bukan", "belum", "kecuali", "atau", NULL};

static const char *const joiners[] = {
    ",",      "+",      "/",     "&",  "-", "–", "—", "dan", "atau", "serta", "sampai dengan",
    "sampai", "hingga", "s / d", NULL,
};
/* Right before a number they make it another thing than how long something takes. */
static const char *const denials[] = {
    "tidak",  "bukan",   "belum",  "setelah",  "sesudah",   "sejak",
    "selain", "kecuali", "tambah", "ditambah", "dikurangi", NULL,
};
static const char *const fractions[] = {
    "setengah", "separuh",    "seperempat",   "sepertiga",
    "persen",   "tergantung", "menyesuaikan", NULL,
};
static const char *const factors[] = {"x", "×", "kali", "dikali", "dikalikan", "plus", NULL};
static const char *const rates[] = {"/", "per", "setiap", "tiap", "dalam", NULL};
static const char *const rate_words[] = {
    "sehari", "sehari semalam", "seminggu", "sebulan", "setahun", "sejam", NULL,
};
/* An office that is open, for so many hours. */
static const char *const open_words[] = {
    "buka",
    "nonstop",
    "non stop",
    "siaga",
    "on call",
    "standby",
    "stand by",
    "setiap hari",
    "tiap hari",
    "operasional",
    "sepanjang hari",
    "jam layanan",
    "jam pelayanan",
    "jam kerja pelayanan",
    NULL,
};
/* Beside 24 jam they speak of an office that never closes, unless the text names a process. */
static const char *const round_the_clock[] = {
    "pelayanan", "layanan", "melayani", "igd",    "ugd",    "darurat", "ambulans",    "ambulan",
    "ambulance", "piket",   "jaga",     "daring", "online", "hotline", "call center", NULL,
};
static const char *const process_words[] = {
    "selesai",
    "diselesaikan",
    "penyelesaian",
    "proses",
    "diproses",
    "penerbitan",
    "diterbitkan",
    "sejak",
    "semenjak",
    "setelah",
    "sesudah",
    "terhitung",
    "selambat lambatnya",
    "paling lama",
    NULL,
};

/* Is the number at token `i` no count of units? Looks back to token `from` at most. */
gboolean
duration_is_blocked(const Tokens *tokens, guint from, guint i)
{
    for (guint back = 1; back <= 2 && from + back <= i; back++)
        if (tokens_match_any(tokens, i - back, not_a_count) == back)
            return TRUE;
    /* the upper end of what cannot be read: "1,5 – 2 jam", "1 / 2 hari" */
    for (guint back = 1; back <= 4 && from + back < i; back++) {
        const Token *before = &tokens->at[i - back - 1];
        if (before->kind != TOKEN_NUMBER)
            continue;
        if (back == 1 && tokens_is_mark(tokens, i - 1, '/'))
            return TRUE;
        if (before->number < 0 && tokens_match_to(tokens, i - back) == back)
            return TRUE;
    }
    return FALSE;
}

/* Does one of the phrases stand anywhere outside of the duration? */
static gboolean
has_any(const Tokens *tokens, const Match *match, const char *const *phrases)
{
    for (guint i = 0; i < tokens->n; i++) {
        gboolean inside = i >= match->first && i < match->end;
        if (!inside && tokens_match_any(tokens, i, phrases) > 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_number(const Tokens *tokens, guint i)
{
    gint64 number;
    return i < tokens->n &&
           (tokens->at[i].kind == TOKEN_NUMBER || number_word_read(tokens, i, &number) > 0);
}

/* %, +, =, ½ … outside of the duration: it is a term of something. A footnote's * is none. */
static gboolean
has_operator(const Tokens *tokens, const Match *match)
{
    static const gunichar marks[] = {'%',  '+',  '=',  '^',  '<',    '>',    0xD7,   0xF7,
                                     0xB1, 0xBC, 0xBD, 0xBE, 0x2248, 0x2264, 0x2265, 0x2030};
    for (guint i = 0; i < tokens->n; i++) {
        if (i >= match->first && i < match->end)
            continue;
        for (guint k = 0; k < G_N_ELEMENTS(marks); k++)
            if (tokens_is_mark(tokens, i, marks[k]))
                return TRUE;
        if (tokens_is_mark(tokens, i, '*') && is_number(tokens, i + 1))
            return TRUE;
        if (tokens_match_any(tokens, i, factors) > 0 &&
            (i == match->end || is_number(tokens, i + 1) ||
             (i > 0 && is_number(tokens, i - 1))))
            return TRUE;
    }
    return FALSE;
}

/* "8 jam per hari", "24 jam sehari": how much in what time, not how long. */
static gboolean
is_rate(const Tokens *tokens, const Match *match)
{
    DurationUnit unit;
    guint i = match->end, n = tokens_match_any(tokens, i, rates);
    if (tokens_match_any(tokens, i, rate_words) > 0)
        return TRUE;
    if (n > 0 && tokens_match_any(tokens, i + n, rate_words) > 0)
        return TRUE;
    if (n > 0 && is_number(tokens, i + n))
        n++;
    return n > 0 && duration_read_unit(tokens, i + n, &unit) > 0;
}

/* "Pelayanan 24 jam", "buka 8 jam": when an office is open. */
static gboolean
is_opening_time(const Tokens *tokens, const Match *match)
{
    const DurationPart *part = &match->parts[0];
    if (match->n_parts != 1 || part->unit != UNIT_JAM)
        return FALSE;
    if (has_any(tokens, match, open_words))
        return TRUE;
    return part->max == 24 && match->bound == BOUND_EXACT && !match->open_ended &&
           has_any(tokens, match, round_the_clock) && !has_any(tokens, match, process_words);
}

gboolean
duration_is_other(const Tokens *tokens, const Match *match)
{
    guint first = match->first;
    /* "H-3 hari", "H+7": a day counted from another one */
    gboolean counted = first > 1 && tokens_is_dash(tokens, first - 1) &&
                       tokens->at[first - 2].kind == TOKEN_WORD &&
                       tokens->at[first - 2].len == 1;
    /* "-3 hari": less than nothing, or a list's hyphen; a range has been read with its dash */
    gboolean negative =
        first > 0 && tokens_is_dash(tokens, first - 1) &&
        tokens->at[first - 1].start + tokens->at[first - 1].len == tokens->at[first].start &&
        (first == 1 || tokens->at[first - 2].kind != TOKEN_NUMBER);
    gboolean denied = FALSE;
    for (guint back = 1; back <= 2 && back <= first; back++)
        denied = denied || tokens_match_any(tokens, first - back, denials) == back ||
                 tokens_match_any(tokens, first - back, not_a_count) == back;
    return counted || negative || denied || has_operator(tokens, match) ||
           has_any(tokens, match, fractions) || is_rate(tokens, match) ||
           is_opening_time(tokens, match);
}

/* "x1 – 3 hari": a word with digits in it, right beside the duration or at the other end of a dash. */
static gboolean
has_digits(const Tokens *tokens, guint i)
{
    const Token *token = &tokens->at[i];
    for (guint k = 0; token->kind == TOKEN_WORD && k < token->len; k++)
        if (g_ascii_isdigit(tokens->text[token->start + k]))
            return TRUE;
    return FALSE;
}

/* "14 (empat belas) satu hari": does the bracket that token `i` closes follow a number? */
static gboolean
follows_bracket(const Tokens *tokens, guint i)
{
    while (i > 0 && !tokens_is_mark(tokens, i, '('))
        i--;
    return i > 0 && (is_number(tokens, i - 1) || has_digits(tokens, i - 1));
}

/* Do joiners, or a bracket that is not closed behind the duration, lead back to a number? */
static gboolean
follows_number(const Tokens *tokens, const Match *match)
{
    gboolean dashes = TRUE;
    guint i = match->first;
    if (i > 0 && (tokens_is_mark(tokens, i - 1, '.') || tokens_is_mark(tokens, i - 1, ',')) &&
        tokens->at[i].start == tokens->at[i - 1].start + 1)
        return TRUE; /* ",5 jam" */
    if (i > 0 && tokens_is_mark(tokens, i - 1, ')'))
        return follows_bracket(tokens, i - 1);
    if (i > 0 && tokens_is_mark(tokens, i - 1, '(') && !tokens_is_mark(tokens, match->end, ')'))
        i--;
    for (; i > 0; i--) {
        if (tokens_match_any(tokens, i - 1, joiners) != 1)
            break;
        dashes = dashes && tokens_is_dash(tokens, i - 1);
    }
    return i > 0 && (is_number(tokens, i - 1) || (dashes && has_digits(tokens, i - 1)));
}

/* Do joiners lead on from token `i` to a number? */
static gboolean
precedes_number(const Tokens *tokens, guint i)
{
    for (guint n; (n = tokens_match_any(tokens, i, joiners)) > 0;)
        i += n;
    return is_number(tokens, i);
}

/* "3 hari kerja untuk baru, 5 untuk hilang": a number of which another case is said. */
static gboolean
has_other_case(const Tokens *tokens, const Match *match)
{
    static const char *const cases[] = {"untuk", "bagi",    "jika", "bila",
                                        "kalau", "apabila", NULL};
    for (guint i = 0; i < tokens->n; i++) {
        gboolean outside = i < match->first || i >= match->end;
        if (outside && is_number(tokens, i) && tokens_match_any(tokens, i + 1, cases) > 0)
            return TRUE;
    }
    return FALSE;
}

gboolean
duration_has_neighbour(const Tokens *tokens, const Match *match)
{
    static const char *const or_more[] = {"atau lebih", "atau kurang", "atau sebelumnya", NULL};
    gboolean either = match->first > 0 && tokens_is_word(tokens, match->first - 1, "atau");
    either = either || (tokens_is_word(tokens, match->end, "atau") &&
                        tokens_match_any(tokens, match->end, or_more) == 0);
    gboolean to =
        !tokens_is_dash(tokens, match->end) && tokens_match_to(tokens, match->end) > 0;
    return either || to || has_other_case(tokens, match) || follows_number(tokens, match) ||
           precedes_number(tokens, match->end);
}

/* Says that it is done at once, and neither a number nor another case stands beside it. */
gboolean
duration_is_on_spot(const Tokens *tokens)
{
    gboolean found = FALSE;
    for (guint i = 0; i < tokens->n; i++) {
        if (tokens->at[i].kind == TOKEN_NUMBER || tokens_match_any(tokens, i, not_on_spot) > 0)
            return FALSE;
        found = found || tokens_match_any(tokens, i, on_spot_phrases) > 0;
    }
    return found;
}
