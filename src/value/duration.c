#include "value/duration-private.h"
#include "value/number.h"
#include <string.h>

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
    {"max .", LEAD_AT_MOST},
    {"max", LEAD_AT_MOST},
    {"maks", LEAD_AT_MOST},
    {"paling lama", LEAD_AT_MOST},
    {"paling lambat", LEAD_AT_MOST},
    {"selambat lambatnya", LEAD_AT_MOST},
    {"selama lamanya", LEAD_AT_MOST},
    {"tidak lebih dari", LEAD_AT_MOST},
    {"tak lebih dari", LEAD_AT_MOST},
    {"tidak melebihi", LEAD_AT_MOST},
    {"tidak sampai", LEAD_AT_MOST},
    {"kurang dari", LEAD_AT_MOST},
    {"di bawah", LEAD_AT_MOST},
    {"dibawah", LEAD_AT_MOST},
    {"s / d .", LEAD_AT_MOST},
    {"s / d", LEAD_AT_MOST},
    {"s . d .", LEAD_AT_MOST},
    {"s . d", LEAD_AT_MOST},
    {"sd", LEAD_AT_MOST},
    {"sampai dengan", LEAD_AT_MOST},
    {"sampai", LEAD_AT_MOST},
    {"hingga", LEAD_AT_MOST},
    {"< =", LEAD_AT_MOST},
    {"≤", LEAD_AT_MOST},
    {"<", LEAD_AT_MOST},
    {"±", LEAD_ABOUT},
    {"+ / -", LEAD_ABOUT},
    {"+ -", LEAD_ABOUT},
    {"~", LEAD_ABOUT},
    {"≈", LEAD_ABOUT},
    {"kurang lebih", LEAD_ABOUT},
    {"lebih kurang", LEAD_ABOUT},
    {"sekitar", LEAD_ABOUT},
    {"berkisar", LEAD_ABOUT},
    {"kira kira", LEAD_ABOUT},
    {"rata rata", LEAD_ABOUT},
    {"hampir", LEAD_ABOUT},
    {"minimal", LEAD_AT_LEAST},
    {"min .", LEAD_AT_LEAST},
    {"min", LEAD_AT_LEAST},
    {"mulai dari", LEAD_AT_LEAST},
    {"mulai", LEAD_AT_LEAST},
    {"di atas", LEAD_AT_LEAST},
    {"diatas", LEAD_AT_LEAST},
    {"melebihi", LEAD_AT_LEAST},
    {"tidak kurang dari", LEAD_AT_LEAST},
    {"sedikitnya", LEAD_AT_LEAST},
    {"setidaknya", LEAD_AT_LEAST},
    {"setidak tidaknya", LEAD_AT_LEAST},
    {"paling singkat", LEAD_AT_LEAST},
    {"paling kurang", LEAD_AT_LEAST},
    {"> =", LEAD_AT_LEAST},
    {"≥", LEAD_AT_LEAST},
    {">", LEAD_AT_LEAST},
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

static const char *const open_phrases[] = {
    "atau lebih",
    "dapat diperpanjang",
    "bisa diperpanjang",
    NULL,
};
/* They open the end right behind a duration only. */
static const char *const more_phrases[] = {
    "lebih", "ke atas", "keatas", "dst", "dan seterusnya", NULL,
};
static const char *const sooner_words[] = {"cepat", "awal", "singkat", NULL};
guint
duration_read_number(const Tokens *tokens, guint i, gint64 *number, gboolean *in_words)
{
    *in_words = FALSE;
    if (i < tokens->n && tokens->at[i].kind == TOKEN_NUMBER) {
        *number = tokens->at[i].number;
        return *number >= 0 ? 1 : 0;
    }
    *in_words = TRUE;
    return number_word_read(tokens, i, number);
}

guint
duration_read_unit(const Tokens *tokens, guint i, DurationUnit *unit)
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
    guint n = duration_read_number(tokens, i, number, &in_words);
    if (n == 0 || !tokens_is_mark(tokens, i + n, '('))
        return n;
    guint inner = duration_read_number(tokens, i + n + 1, &other, &other_in_words);
    if (inner == 0 || !tokens_is_mark(tokens, i + n + 1 + inner, ')'))
        return n;
    cross_check(match, number, in_words, other, other_in_words);
    return n + inner + 2;
}

/* "(lima hari kerja)" or "(lima)" behind "5 hari kerja" says the same once more. */
static guint
read_repetition(const Tokens *tokens, guint i, const DurationPart *part, Match *match)
{
    gboolean in_words;
    gint64 other, number = part->max;
    DurationUnit unit;
    if (!tokens_is_mark(tokens, i, '('))
        return 0;
    guint n = 1 + duration_read_number(tokens, i + 1, &other, &in_words);
    guint k = n > 1 ? duration_read_unit(tokens, i + n, &unit) : 0;
    if (n == 1 || (k > 0 && unit != part->unit) || !tokens_is_mark(tokens, i + n + k, ')'))
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
        return part->min < part->max;
    if (min_unit == UNIT_HARI && part->unit == UNIT_HARI_KERJA)
        return part->min < part->max; /* "3 hari – 5 hari kerja" */
    gint64 n = in_family(part->unit, &family), min_n = in_family(min_unit, &min_family);
    if (family != min_family || min_n > n)
        return FALSE;
    part->max *= n / min_n;
    part->unit = min_unit;
    return part->min < part->max && part->max <= MAX_NUMBER;
}

/* N [UNIT] [– N2] UNIT: tokens taken, 0 = none. */
static guint
read_part(const Tokens *tokens, guint i, DurationPart *part, Match *match)
{
    DurationUnit first_unit = N_UNITS;
    guint n = read_number(tokens, i, &part->min, match);
    if (n == 0)
        return 0;
    guint unit_n = duration_read_unit(tokens, i + n, &first_unit);
    guint at = i + n + unit_n;
    guint to = tokens_match_to(tokens, at);
    if (to == 0)
        to = tokens_match(tokens, at, "atau");
    guint n2 = to > 0 ? read_number(tokens, at + to, &part->max, match) : 0;
    guint unit2 = n2 > 0 ? duration_read_unit(tokens, at + to + n2, &part->unit) : 0;
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

/*
 * Finds the durations of the whole text: how many there are, at most 2; the first in *match.
 * *others: there is a number of units that is no duration ("3 x 24 jam").
 */
static guint
find_matches(const Tokens *tokens, Match *match, gboolean *others)
{
    guint n = 0, from = 0;
    *others = FALSE;
    for (guint i = 0; i < tokens->n && n < 2;) {
        Match found;
        if (!read_match(tokens, i, &found)) {
            i++;
            continue;
        }
        if (duration_is_blocked(tokens, from, i))
            *others = TRUE;
        else if (n++ == 0)
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
    guint end = match->end;
    if (out->open_ended)
        end += tokens_match(tokens, match->end, open_phrases[0]);
    duration_read_around(arena, tokens, match, end, out);
}

/* A bound that stands behind the duration: "5 hari kerja (maksimal)", "3 jam lebih". */
static void
find_trail(const Tokens *tokens, Match *match)
{
    guint i = match->end;
    if (tokens_is_mark(tokens, i, '(') || tokens_is_mark(tokens, i, ','))
        i++;
    for (guint k = 0; k < G_N_ELEMENTS(leads); k++) {
        if (leads[k].lead == LEAD_FILLER || tokens_match(tokens, i, leads[k].phrase) == 0)
            continue;
        match->open_ended |= leads[k].lead == LEAD_AT_LEAST;
        if (match->bound == BOUND_EXACT)
            match->bound = leads[k].lead == LEAD_ABOUT ? BOUND_ABOUT : BOUND_AT_MOST;
        return;
    }
    guint n = tokens_match_any(tokens, i, more_phrases);
    if (n > 0 && tokens_match_any(tokens, i + n, sooner_words) == 0)
        match->open_ended = TRUE;
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
    gboolean others;
    guint n = find_matches(&tokens, &match, &others);
    if (n == 0) {
        if (duration_is_on_spot(&tokens))
            out->kind = DURATION_ON_SPOT;
    } else if (n > 1 || others || match.unfit) {
        out->kind = DURATION_SEVERAL;
    } else if (duration_is_other(&tokens, &match)) {
        out->kind = DURATION_OPEN; /* "Pelayanan 24 jam" */
    } else if (duration_has_neighbour(&tokens, &match)) {
        out->kind = DURATION_SEVERAL;
    } else {
        find_trail(&tokens, &match);
        take_match(arena, &tokens, &match, out);
    }
}

const char *
duration_unit_name(DurationUnit unit)
{
    return units[unit].phrase;
}
