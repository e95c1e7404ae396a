/**
 * Fee: what a text of `biaya` says it costs.
 *
 * Classifies a whole text by the content contract, section 5. An amount is fixed only when every
 * word of the text is accounted for (a lead such as "biaya sebesar", the amount, the same in words,
 * a unit, a regulation): a factor, a comparison or a second case makes it FEE_UNREAD. Structured fees
 * ({jenis, jumlah, tarif}) are the model's, which reads their amounts by fee_amount_parse().
 * Texts live in the caller's arena, never NULL. No diagnostics. Any thread.
 */
#pragma once
#include "base/arena.h"
#include "value/money.h"

typedef enum FeeKind {
    FEE_GRATIS,
    FEE_TETAP,
    FEE_TABEL,            /* never from a text */
    FEE_RUMUS,            /* never from a text */
    FEE_SESUAI_PERATURAN, /* says sesuai/berdasarkan, names no amount */
    FEE_UNREAD,           /* published as written; no key of its own */
    N_FEE_KINDS
} FeeKind;

typedef struct FeeText {
    FeeKind kind;
    gint64 rupiah;              /* FEE_TETAP, else 0 */
    gboolean thousands_lost;    /* FEE_TETAP: "Rp. 5" */
    gboolean amount_unreadable; /* FEE_UNREAD: it names money that cannot be read ("Rp ,-") */
    gboolean words_disagree;    /* FEE_UNREAD: "Rp50.000 (lima ratus ribu)" */
    const char *
        satuan; /* FEE_TETAP: words after the amount ("per sertipikat"; "/jam" becomes "per jam") */
    const char *raw; /* as written */
} FeeText;

/** Classifies `text` (NULL counts as ""; an empty text is FEE_UNREAD). */
void fee_text_parse(Arena *arena, const char *text, FeeText *out);

/** money_parse() of one amount; words for free ("gratis", "tidak dipungut biaya") are no rupiah. */
MoneyStatus fee_amount_parse(const char *text, gint64 *rupiah);

/** The key of a kind; "" for FEE_UNREAD. */
const char *fee_kind_key(FeeKind kind);

/** A unit as it is printed: a leading "/" becomes "per "; otherwise as written. NULL gives "". */
const char *fee_satuan(Arena *arena, const char *text);
