/**
 * FeeFact: what a citizen is told that a service costs.
 *
 * Pages, paper, search, feeds, JSON-LD and open data all read this and only
 * choose a size, a label or a key. An amount is said only where the model has
 * read one; words that say more than the amount stand beside it. A table is
 * told as the range of what everybody pays: rows for fines and extras (denda,
 * terlambat, tambahan …) stay in the table. Where a record says more than its
 * kind holds (an amount beside a table or a formula), that stands in `written`;
 * where its kind says nothing, it is told by what is there. Texts are never NULL, borrow the
 * model or live in `arena`. No state, any thread.
 */
#pragma once
#include "base/arena.h"
#include "model/charter.h"

typedef enum FeeSaid {
    FEE_SAID_NOTHING,  /* no price is named; a note or a legal basis alone is none */
    FEE_SAID_FREE,     /* gratis, or every amount is 0 */
    FEE_SAID_AMOUNT,   /* one amount: `text` */
    FEE_SAID_RANGE,    /* "Rp0–Rp50.000": `text`, over a table or the variants */
    FEE_SAID_TABLE,    /* a table whose rows are not all amounts */
    FEE_SAID_FORMULA,  /* `text` is the formula; "" when it is not written down */
    FEE_SAID_BY_RULE,  /* by regulation, no amount */
    FEE_SAID_WORDS,    /* `text` is as written */
    FEE_SAID_VARIANTS, /* each variant has its own, of different kinds */
} FeeSaid;

typedef struct FeeFact {
    FeeSaid said;
    gint64 min, max;     /* rupiah; of FREE (0), AMOUNT, RANGE */
    const char *text;    /* what is shown first; "" where a label says it */
    const char *unit;    /* "per sertipikat"; "" = none */
    const char *written; /* the author's words where they differ from text and unit; else "" */
    const char *note;    /* catatan */
    gboolean any;        /* something about a fee was written, if only a note */
} FeeFact;

/** For lists of fees: nobody pays, somebody pays, neither is sure. */
typedef enum FeeClass { FEE_CLASS_FREE, FEE_CLASS_PAID, FEE_CLASS_OTHER } FeeClass;

/** TRUE when there is anything about a fee. */
gboolean fee_is_given(const Fee *fee);
/** One fee. `translated`: the words are a translation's, so the unit read from them is left in `written`. */
void fee_fact(Arena *arena, const Fee *fee, gboolean translated, FeeFact *out);
/** The fee of a service: its own or, when it names none, what its variants have in common. */
void
fee_fact_of_service(Arena *arena, const Service *service, gboolean translated, FeeFact *out);
/** Free with all its variants, to be paid in one case at least, or not sure. */
FeeClass fee_class(Arena *arena, const Service *service);

/** The amount of a row: as a number when the words say the same, else as written; "" = none. */
const char *fee_row_amount(Arena *arena, const Tariff *row);
/** TRUE for a row that not everybody pays: a fine or an extra, by its words. */
gboolean fee_row_is_extra(const Tariff *row);
/** TRUE when the fee is one sure amount of money; *rupiah receives it. For machines: an offer, open data. */
gboolean fee_sure_amount(const Fee *fee, gint64 *rupiah);
