/**
 * Duration, inside: what its three files share.
 *
 * duration.c finds the one duration of a text, duration-context.c says whether the words beside it
 * make it something else (a factor, a rate, opening hours, one of several), duration-around.c sorts
 * the words that are left. Nobody else includes this.
 */
#pragma once
#include "value/duration.h"
#include "value/tokens.h"

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

/** A number in digits or words at token `i`: tokens taken, 0 = none. */
guint duration_read_number(const Tokens *tokens, guint i, gint64 *number, gboolean *in_words);
/** A unit at token `i`: tokens taken, 0 = none. */
guint duration_read_unit(const Tokens *tokens, guint i, DurationUnit *unit);

/** Is the number at token `i` no count of units ("3 x 24 jam", "pukul 8")? Looks back to token `from` at most. */
gboolean duration_is_blocked(const Tokens *tokens, guint from, guint i);
/** Do the words beside it make it no time that something takes ("Pelayanan 24 jam", "8 jam per hari")? */
gboolean duration_is_other(const Tokens *tokens, const Match *match);
/** Does another number or another case stand right beside it ("5, 7 hari", "2 jam 30", "3 hari atau …", "3 hari s.d. selesai")? */
gboolean duration_has_neighbour(const Tokens *tokens, const Match *match);
/** "selesai di tempat", without a number or another case. */
gboolean duration_is_on_spot(const Tokens *tokens);

/** Sorts all words that are not the duration itself, which ends at token `end`. */
void duration_read_around(
    Arena *arena, const Tokens *tokens, const Match *match, guint end, Duration *out);
