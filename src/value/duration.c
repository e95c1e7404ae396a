#include "value/duration.h"
#include "value/number.h"
#include <string.h>

/* One duration found in the tokens, [first, end). */
typedef struct Match {
    guint first, end;
    DurationBound bound;
    gboolean open_ended;
    gboolean unfit; /* its ends do not fit together */
    guint n_parts;
    DurationPart parts[DURATION_MAX_PARTS];
    gboolean words_disagree;
    gint64 digits, words;
} Match;

static const struct {
    const char *phrase;
    DurationUnit unit;
} units[] = {
    /* the canonical names in the order of DurationUnit, then other spellings; longer ones win */
    {"detik", UNIT_DETIK},
    {"menit", UNIT_MENIT},
    {"jam", UNIT_JAM},
    {"hari", UNIT_HARI},
    {"hari kerja", UNIT_HARI_KERJA},
    {"hari kalender", UNIT_HARI_KALENDER},
    {"minggu", UNIT_MINGGU},
    {"bulan", UNIT_BULAN},
    {"tahun", UNIT_TAHUN},
    {"menit kerja", UNIT_MENIT},
    {"jam kerja", UNIT_JAM},
};

typedef enum Lead { LEAD_AT_MOST, LEAD_ABOUT, LEAD_AT_LEAST, LEAD_FILLER } Lead;

static const struct {
    const char *phrase;
    Lead lead;
} leads[] = {
    {"maksimal", LEAD_AT_MOST},
    {"maksimum", LEAD_AT_MOST},
    {"maks .", LEAD_AT_MOST},
    {"maks", LEAD_AT_MOST},
    {"paling lama", LEAD_AT_MOST},
    {"paling lambat", LEAD_AT_MOST},
    {"selambat lambatnya", LEAD_AT_MOST},
    {"selama lamanya", LEAD_AT_MOST},
    {"tidak lebih dari", LEAD_AT_MOST},
    {"kurang dari", LEAD_AT_MOST},
    {"±", LEAD_ABOUT},
    {"+ / -", LEAD_ABOUT},
    {"+ -", LEAD_ABOUT},
    {"kurang lebih", LEAD_ABOUT},
    {"lebih kurang", LEAD_ABOUT},
    {"sekitar", LEAD_ABOUT},
    {"berkisar", LEAD_ABOUT},
    {"kira kira", LEAD_ABOUT},
    {"rata rata", LEAD_ABOUT},
    {"minimal", LEAD_AT_LEAST},
    {"minimum", LEAD_AT_LEAST},
    {"sekurang kurangnya", LEAD_AT_LEAST},
    {"paling cepat", LEAD_AT_LEAST},
    {"paling sedikit", LEAD_AT_LEAST},
    {"lebih dari", LEAD_AT_LEAST},
    {"dalam", LEAD_FILLER},
    {"jangka", LEAD_FILLER},
    {"waktu", LEAD_FILLER},
    {"selama", LEAD_FILLER},
    {"antara", LEAD_FILLER},
    {":", LEAD_FILLER},
};

enum { MAX_LEAD_TOKENS = 10, MAX_NUMBER = 999999999 };

static const char *const starts_anywhere[] = {"sejak", "semenjak", "terhitung", NULL};
static const char *const starts_next[] = {"setelah", "sesudah", "dari", NULL};
static const char *const excludes_phrases[] = {"selain", "tidak termasuk", "di luar", "diluar",
                                               NULL};
static const char *const open_phrases[] = {
    "atau lebih",
    "dapat diperpanjang",
    "bisa diperpanjang",
    NULL,
};
static const char *const sooner_words[] = {"cepat", "awal", "singkat", NULL};
/* A number after one of these is a factor, an hour of the clock or an ordinal. */
static const char *const not_a_count[] = {
    "x", "×", "kali", "pukul", "jam", "salah", "setiap", "tiap", "per", "ke -", NULL,
};
static const char *const on_spot_phrases[] = {"selesai di tempat", "selesai ditempat", NULL};

static guint
read_plain_number(const Tokens *tokens, guint i, gint64 *number, gboolean *in_words)
{
    *in_words = FALSE;
    if (i < tokens->n && tokens->at[i].kind == TOKEN_NUMBER) {
        *number = tokens->at[i].number;
        return *number >= 0 ? 1 : 0;
    }
    *in_words = TRUE;
    return number_word_read(tokens, i, number);
}

static guint
read_unit(const Tokens *tokens, guint i, DurationUnit *unit)
{
    guint best = 0;
    for (guint k = 0; k < G_N_ELEMENTS(units); k++) {
        guint n = tokens_match(tokens, i, units[k].phrase);
        if (n > best) {
            best = n;
            *unit = units[k].unit;
        }
    }
    return best;
}

/* Notes it when a number in digits and the same number in words differ; digits are kept. */
static void
cross_check(
    Match *match, gint64 *number, gboolean in_words, gint64 other, gboolean other_in_words)
{
    if (in_words == other_in_words ? *number == other : other == *number)
        return;
    if (!match->words_disagree) {
        match->words_disagree = TRUE;
        match->digits = in_words ? other : *number;
        match->words = in_words ? *number : other;
    }
    if (in_words && !other_in_words)
        *number = other;
}

/* "14", "empat belas", "14 (empat belas)": tokens taken, 0 = none. */
static guint
read_number(const Tokens *tokens, guint i, gint64 *number, Match *match)
{
    gboolean in_words, other_in_words;
    gint64 other;
    guint n = read_plain_number(tokens, i, number, &in_words);
    if (n == 0 || !tokens_is_mark(tokens, i + n, '('))
        return n;
    guint inner = read_plain_number(tokens, i + n + 1, &other, &other_in_words);
    if (inner == 0 || !tokens_is_mark(tokens, i + n + 1 + inner, ')'))
        return n;
    cross_check(match, number, in_words, other, other_in_words);
    return n + inner + 2;
}

/* "(lima hari kerja)" behind "5 hari kerja" says the same once more. */
static guint
read_repetition(const Tokens *tokens, guint i, const DurationPart *part, Match *match)
{
    gboolean in_words;
    gint64 other, number = part->max;
    DurationUnit unit;
    if (!tokens_is_mark(tokens, i, '('))
        return 0;
    guint n = 1 + read_plain_number(tokens, i + 1, &other, &in_words);
    guint k = n > 1 ? read_unit(tokens, i + n, &unit) : 0;
    if (k == 0 || unit != part->unit || !tokens_is_mark(tokens, i + n + k, ')'))
        return 0;
    cross_check(match, &number, FALSE, other, in_words);
    return n + k + 1;
}

/* How many of the finest unit of its family one `unit` is; families: 0 clock, 1 calendar days, 2 working days, 3 months. */
static gint64
in_family(DurationUnit unit, int *family)
{
    static const struct {
        int family;
        gint64 n;
    } table[N_UNITS] = {
        [UNIT_DETIK] = {0, 1},  [UNIT_MENIT] = {0, 60},     [UNIT_JAM] = {0, 3600},
        [UNIT_HARI] = {1, 1},   [UNIT_HARI_KERJA] = {2, 1}, [UNIT_HARI_KALENDER] = {1, 1},
        [UNIT_MINGGU] = {1, 7}, [UNIT_BULAN] = {3, 1},      [UNIT_TAHUN] = {3, 12},
    };
    *family = table[unit].family;
    return table[unit].n;
}

/* Gives both ends of a range one unit ("30 menit – 1 jam" becomes 30–60 menit); FALSE: they do not fit. */
static gboolean
join_ends(DurationPart *part, DurationUnit min_unit)
{
    int family, min_family;
    if (min_unit == part->unit)
        return part->min <= part->max;
    if (min_unit == UNIT_HARI && part->unit == UNIT_HARI_KERJA)
        return part->min <= part->max; /* "3 hari – 5 hari kerja" */
    gint64 n = in_family(part->unit, &family), min_n = in_family(min_unit, &min_family);
    if (family != min_family || min_n > n)
        return FALSE;
    part->max *= n / min_n;
    part->unit = min_unit;
    return part->min <= part->max && part->max <= MAX_NUMBER;
}

/* N [UNIT] [– N2] UNIT: tokens taken, 0 = none. */
static guint
read_part(const Tokens *tokens, guint i, DurationPart *part, Match *match)
{
    DurationUnit first_unit = N_UNITS;
    guint n = read_number(tokens, i, &part->min, match);
    if (n == 0)
        return 0;
    guint unit_n = read_unit(tokens, i + n, &first_unit);
    guint at = i + n + unit_n;
    guint to = tokens_match_to(tokens, at);
    if (to == 0)
        to = tokens_match(tokens, at, "atau");
    guint n2 = to > 0 ? read_number(tokens, at + to, &part->max, match) : 0;
    guint unit2 = n2 > 0 ? read_unit(tokens, at + to + n2, &part->unit) : 0;
    if (unit2 > 0) {
        if (!join_ends(part, unit_n > 0 ? first_unit : part->unit))
            match->unfit = TRUE;
        return n + unit_n + to + n2 + unit2;
    }
    if (unit_n == 0)
        return 0;
    part->unit = first_unit;
    part->max = part->min;
    return n + unit_n + read_repetition(tokens, at, part, match);
}

/* Is the number at token `i` no count of units? Looks back to token `from` at most. */
static gboolean
is_blocked(const Tokens *tokens, guint from, guint i)
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

/* Reads the words between token `s` and the number at `end`; FALSE: they are not all lead words. */
static gboolean
read_lead(const Tokens *tokens, guint s, guint end, Match *match)
{
    gboolean seen[LEAD_FILLER + 1] = {FALSE};
    for (guint i = s; i < end;) {
        guint n = 0;
        for (guint k = 0; k < G_N_ELEMENTS(leads) && n == 0; k++) {
            n = tokens_match(tokens, i, leads[k].phrase);
            if (n > 0 && i == s && leads[k].lead == LEAD_FILLER)
                return FALSE;
            if (n > 0)
                seen[leads[k].lead] = TRUE;
        }
        if (n == 0 || i + n > end)
            return FALSE;
        i += n;
    }
    if (seen[LEAD_AT_LEAST])
        match->open_ended = TRUE;
    if (seen[LEAD_ABOUT])
        match->bound = BOUND_ABOUT;
    else if (seen[LEAD_AT_MOST])
        match->bound = BOUND_AT_MOST;
    return TRUE;
}

static void
find_lead(const Tokens *tokens, Match *match)
{
    guint s = match->first > MAX_LEAD_TOKENS ? match->first - MAX_LEAD_TOKENS : 0;
    for (; s < match->first; s++)
        if (read_lead(tokens, s, match->first, match)) {
            match->first = s;
            return;
        }
}

/* May a part in `unit` follow one in `before` ("1 minggu 3 hari")? Kinds of days never mix. */
static gboolean
goes_on(DurationUnit before, DurationUnit unit)
{
    return unit < before && !(unit >= UNIT_HARI && before <= UNIT_HARI_KALENDER);
}

/* Reads the duration whose number is token `i`; FALSE: none begins here. */
static gboolean
read_match(const Tokens *tokens, guint i, Match *match)
{
    *match = (Match){.first = i, .end = i};
    while (match->n_parts < DURATION_MAX_PARTS) {
        DurationPart *part = &match->parts[match->n_parts];
        Match kept = *match;
        guint n = read_part(tokens, match->end, part, match);
        if (n == 0 || (match->n_parts > 0 && !goes_on(part[-1].unit, part->unit))) {
            *match = kept; /* "5 hari 7 hari": the next part is a duration of its own */
            break;
        }
        match->end += n;
        match->n_parts++;
    }
    for (guint k = 0; match->n_parts > 1 && k < match->n_parts; k++)
        if (match->parts[k].min != match->parts[k].max)
            match->unfit = TRUE; /* "30 menit – 1 jam 30 menit" */
    if (match->n_parts == 0)
        return FALSE;
    find_lead(tokens, match);
    return TRUE;
}

/* Finds the durations of the whole text: how many there are, at most 2; the first in *match. */
static guint
find_matches(const Tokens *tokens, Match *match)
{
    guint n = 0, from = 0;
    for (guint i = 0; i < tokens->n && n < 2;) {
        Match found;
        if (!read_match(tokens, i, &found)) {
            i++;
            continue;
        }
        if (!is_blocked(tokens, from, i) && n++ == 0)
            *match = found;
        i = from = found.end;
    }
    return n;
}

/* Words anywhere that take the upper end away. */
static gboolean
is_open_ended(const Tokens *tokens)
{
    for (guint i = 0; i < tokens->n; i++) {
        guint n = tokens_match_any(tokens, i, open_phrases);
        if (n == 0 || (i > 0 && tokens_is_word(tokens, i - 1, "tidak")))
            continue;
        if (tokens_match_any(tokens, i + n, sooner_words) == 0)
            return TRUE;
    }
    return FALSE;
}

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

/* The note without a pair of brackets around the whole of it. */
static const char *
note_text(Arena *arena, const GString *note)
{
    gsize start = 0, end = note->len;
    if (end >= 2 && note->str[0] == '(' && note->str[end - 1] == ')' &&
        strcspn(note->str + 1, "()") == end - 2) {
        start = 1;
        end--;
        trim(note->str, &start, &end);
    }
    return start == end ? "" : arena_strndup(arena, note->str + start, end - start);
}

/* Sorts all words that are not the duration itself. */
static void
read_around(Arena *arena, const Tokens *tokens, const Match *match, Duration *out)
{
    g_autoptr(GString) note = g_string_new(NULL);
    Around around = {.arena = arena, .tokens = tokens, .note = note};
    gsize before = tokens->at[match->first].start;
    guint end = match->end;
    if (match->first > 0 && tokens_is_mark(tokens, match->first - 1, '(') &&
        tokens_is_mark(tokens, end, ')')) {
        before = tokens->at[match->first - 1].start; /* "(maksimal 5 hari)" */
        end++;
    }
    keep(&around, SORT_NOTE, 0, before);
    if (out->open_ended)
        end += tokens_match(tokens, end, open_phrases[0]);
    sort_after(&around, end);
    if (around.phrase[SORT_STARTS] != NULL)
        out->starts = around.phrase[SORT_STARTS];
    if (around.phrase[SORT_EXCLUDES] != NULL)
        out->excludes = around.phrase[SORT_EXCLUDES];
    out->note = note_text(arena, note);
}

static void
take_match(Arena *arena, const Tokens *tokens, const Match *match, Duration *out)
{
    out->kind = DURATION_READ;
    out->open_ended = match->open_ended || is_open_ended(tokens);
    out->bound = out->open_ended ? BOUND_ABOUT : match->bound;
    out->n_parts = match->n_parts;
    memcpy(out->parts, match->parts, sizeof out->parts);
    out->words_disagree = match->words_disagree;
    out->digits = match->digits;
    out->words = match->words;
    for (guint i = 0; i < out->n_parts; i++)
        if (out->parts[i].unit == UNIT_HARI)
            out->ambiguous_day = TRUE;
    read_around(arena, tokens, match, out);
}

void
duration_parse(Arena *arena, const char *text, Duration *out)
{
    if (text == NULL)
        text = "";
    *out = (Duration){.kind = DURATION_OPEN, .starts = "", .excludes = "", .note = ""};
    out->raw = arena_strndup(arena, text, strlen(text));
    g_auto(Tokens) tokens;
    tokens_read(&tokens, text);
    Match match = {0};
    guint n = find_matches(&tokens, &match);
    if (n == 1 && !match.unfit) {
        take_match(arena, &tokens, &match, out);
    } else if (n > 0) {
        out->kind = DURATION_SEVERAL;
    } else {
        for (guint i = 0; i < tokens.n; i++)
            if (tokens_match_any(&tokens, i, on_spot_phrases) > 0)
                out->kind = DURATION_ON_SPOT;
    }
}

const char *
duration_unit_name(DurationUnit unit)
{
    return units[unit].phrase;
}
