/**
 * TimeFact: what a citizen is told about how long a service takes.
 *
 * The author's words are what is said; where they are long and their value is
 * sure, the value stands first and the words beside it. Times of steps are
 * never added up. Texts are never NULL, borrow the model or live in `arena`.
 * No state, any thread.
 */
#pragma once
#include "base/arena.h"
#include "model/charter.h"

typedef struct TimeFact {
    gboolean any;        /* a time is written, or stands on the steps */
    gboolean on_steps;   /* only steps have times */
    gboolean many;       /* more rows than the one said here */
    gboolean ambiguous;  /* bare "hari" */
    gboolean read;       /* exactly one duration was read: its number may be set large */
    const char *text;    /* what is shown first; "" = none */
    const char *written; /* the author's words where `text` is the value alone; else "" */
    const char *whom; /* what it is for: "badan hukum", the name of a variant; "" = everybody */
    const char *in_hours; /* "4 jam 20 menit" for 260 menit; "" = says nothing new */
} TimeFact;

/** The words of a list of times: its first row. `english`: values are printed in English. */
void time_fact(Arena *arena, const WaktuList *list, gboolean english, TimeFact *out);
/** The time of a service: its own, else "on the steps", else that of the first variant that has one. */
void
time_fact_of_service(Arena *arena, const Service *service, gboolean english, TimeFact *out);
/** The time of a variant, or of its steps. */
void
time_fact_of_variant(Arena *arena, const Variant *variant, gboolean english, TimeFact *out);
/** TRUE when a step, or one in its branches, has a time of its own. */
gboolean time_is_on_steps(const StepList *steps);
/**
 * The slowest row of the service, else of its variants, in working minutes; G_MAXINT64 when none was
 * read. For sorting only, see duration_sort_minutes().
 */
gint64 time_sort_minutes(const Service *service);
