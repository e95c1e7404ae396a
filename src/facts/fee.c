#include "facts/fee.h"
#include "text/words.h"
#include "value/tokens.h"
#include <string.h>

gboolean
fee_is_given(const Fee *fee)
{
    return text_has_words(fee->raw) || text_has_words(fee->jumlah) ||
           text_has_words(fee->rumus) || text_has_words(fee->catatan) || fee->tarif.n > 0 ||
           fee->dasar.n > 0 || (fee->raw.str == NULL && fee->head.given != 0);
}

/* ---- amounts ---- */

static gboolean
is_amount(MoneyStatus status)
{
    return status == MONEY_READ || status == MONEY_THOUSANDS_LOST;
}

static const char *
range_text(Arena *arena, gint64 min, gint64 max)
{
    GString *out = arena_text_begin(arena);
    money_append(out, min);
    if (max > min) {
        g_string_append(out, "–");
        money_append(out, max);
    }
    return arena_text_end(arena, out);
}

/* "50000" and "Rp 50.000,-" say what "Rp50.000" says; "50 ribu" does so in other words. */
static gboolean
says_amount(const char *raw, const char *shown)
{
    return words_are_same(raw, shown, "") || words_are_same(raw, shown + strlen("Rp"), "");
}

/* What is written beside "Gratis": nothing where it says no more. */
static const char *
free_words(const char *raw)
{
    return words_are_same(raw, "gratis", "") || says_amount(raw, "Rp0") ? "" : raw;
}

const char *
fee_row_amount(Arena *arena, const Tariff *row)
{
    const char *raw = words_trim(arena, text_str(row->jumlah));
    if (!is_amount(row->status))
        return raw;
    const char *shown = range_text(arena, row->rupiah, row->rupiah);
    return says_amount(raw, shown) ? shown : raw;
}

/* What a record is told as: its kind, or what is there where that kind has nothing to say. */
static FeeKind
kind_of_record(const Fee *fee)
{
    FeeKind kind = (FeeKind)fee->jenis;
    gboolean amount = text_has_words(fee->jumlah), formula = text_has_words(fee->rumus);
    if (kind == FEE_GRATIS || (kind == FEE_SESUAI_PERATURAN && !amount && !formula))
        return kind;
    if (fee->tarif.n > 0 && (kind != FEE_RUMUS || !formula))
        return FEE_TABEL;
    if (formula && (kind != FEE_TETAP || !amount))
        return FEE_RUMUS;
    return amount ? FEE_TETAP : kind;
}

gboolean
fee_sure_amount(const Fee *fee, gint64 *rupiah)
{
    gboolean sure = fee->raw.str != NULL
                        ? fee->jenis == FEE_TETAP && fee->read.kind == FEE_TETAP &&
                              !fee->read.thousands_lost
                        : kind_of_record(fee) == FEE_TETAP && fee->status == MONEY_READ &&
                              !text_has_words(fee->rumus);
    if (sure)
        *rupiah = fee->rupiah;
    return sure;
}

/* ---- tables ---- */

/* Words of rows that are paid only by those who are late, lose or break something, or ask for more. */
static const char *const extras[] = {"denda",     "sanksi",   "keterlambatan",
                                     "terlambat", "tambahan", "opsional"};

/* TRUE when a word of the text begins as one of those does, as hardly any do. */
static gboolean
may_say_extra(const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        if (at > text && g_ascii_isalpha(at[-1]))
            continue;
        for (gsize k = 0; k < G_N_ELEMENTS(extras); k++)
            if ((at[0] | 0x20) == extras[k][0] && (at[1] | 0x20) == extras[k][1] &&
                (at[2] | 0x20) == extras[k][2])
                return TRUE;
    }
    return FALSE;
}

static gboolean
says_extra(const char *text)
{
    Tokens tokens;
    gboolean found = FALSE;
    if (!may_say_extra(text))
        return FALSE;
    tokens_read(&tokens, text);
    for (guint i = 0; i < tokens.n && !found; i++)
        for (gsize k = 0; k < G_N_ELEMENTS(extras) && !found; k++)
            found = tokens_match(&tokens, i, extras[k]) > 0;
    tokens_clear(&tokens);
    return found;
}

gboolean
fee_row_is_extra(const Tariff *row)
{
    return says_extra(text_str(row->untuk)) || says_extra(text_str(row->kelompok));
}

/* The lowest and highest amount seen so far. */
typedef struct Range {
    gint64 min, max;
    gboolean any, doubtful; /* doubtful: there is an amount that is not a plain number */
} Range;

static void
range_add(Range *range, MoneyStatus status, gint64 rupiah)
{
    if (status == MONEY_EMPTY)
        return;
    if (status != MONEY_READ) {
        range->doubtful = TRUE;
        return;
    }
    range->min = range->any ? MIN(range->min, rupiah) : rupiah;
    range->max = range->any ? MAX(range->max, rupiah) : rupiah;
    range->any = TRUE;
}

/* *unit: what the amounts so far have in common, NULL before the first. A record's unit without an amount is its rows'. */
static void
range_add_row(Range *range, const char **unit, const Fee *fee, const Tariff *row)
{
    gboolean own = text_has_words(row->satuan) || text_has_words(fee->jumlah);
    const char *of_row = text_str(own ? row->satuan : fee->satuan);
    range_add(range, row->status, row->rupiah);
    if (*unit == NULL)
        *unit = of_row;
    else if (strcmp(*unit, of_row) != 0)
        *unit = "";
}

/* What everybody pays; where nothing but extras is there, all of them. Returns the unit they have in common. */
static const char *
range_add_table(Range *range, const Fee *fee)
{
    const TariffList *list = &fee->tarif;
    gboolean amount = text_has_words(fee->jumlah);
    const char *unit = NULL, *unit_of_all = NULL;
    if (amount) {
        range_add(range, fee->status, fee->rupiah);
        unit = text_str(fee->satuan);
    }
    Range all = *range;
    guint n_extra = 0;
    for (guint i = 0; i < list->n; i++) {
        const Tariff *row = &list->items[i];
        range_add_row(&all, &unit_of_all, fee, row);
        if (fee_row_is_extra(row))
            n_extra++;
        else
            range_add_row(range, &unit, fee, row);
    }
    if (n_extra == list->n && !amount) {
        *range = all;
        unit = unit_of_all;
    }
    return unit != NULL ? unit : "";
}

static void
say_range(Arena *arena, const Range *range, FeeFact *out)
{
    out->min = range->min;
    out->max = range->max;
    out->said = range->max == 0           ? FEE_SAID_FREE
                : range->max > range->min ? FEE_SAID_RANGE
                                          : FEE_SAID_AMOUNT;
    if (out->said != FEE_SAID_FREE)
        out->text = range_text(arena, range->min, range->max);
}

/* ---- one fee ---- */

static void
say_text(Arena *arena, const Fee *fee, gboolean translated, FeeFact *out)
{
    const char *raw = words_trim(arena, fee->raw.str);
    switch (fee->read.kind) {
    case FEE_GRATIS:
        out->said = FEE_SAID_FREE;
        out->written = free_words(raw);
        return;
    case FEE_TETAP:
        say_range(arena, &(Range){fee->read.rupiah, fee->read.rupiah, TRUE, FALSE}, out);
        out->unit = translated ? "" : fee->read.satuan;
        out->written = words_are_same(raw, out->text, out->unit) ? "" : raw;
        return;
    case FEE_SESUAI_PERATURAN:
        out->said = FEE_SAID_BY_RULE;
        out->written = raw;
        return;
    case FEE_TABEL:
    case FEE_RUMUS:
    case FEE_UNREAD:
    case N_FEE_KINDS:
        break;
    }
    out->said = *raw ? FEE_SAID_WORDS : FEE_SAID_NOTHING;
    out->text = raw;
}

static void
say_amount(Arena *arena, const Fee *fee, FeeFact *out)
{
    const char *raw = words_trim(arena, text_str(fee->jumlah));
    out->unit = fee_satuan(arena, fee->satuan.str);
    if (!is_amount(fee->status)) {
        out->said = *raw ? FEE_SAID_WORDS : FEE_SAID_NOTHING;
        out->text = raw;
        return;
    }
    say_range(arena, &(Range){fee->rupiah, fee->rupiah, TRUE, FALSE}, out);
    if (out->said == FEE_SAID_FREE)
        out->written = free_words(raw);
    else if (!says_amount(raw, out->text))
        out->written = raw;
}

/* "Rp5.000 per lembar": the amount of a record as written, with its unit; "" = neither. */
static const char *
written_amount(Arena *arena, const Fee *fee)
{
    const char *amount = words_trim(arena, text_str(fee->jumlah));
    const char *unit = fee_satuan(arena, text_str(fee->satuan));
    return arena_concat(arena, amount, *amount && *unit ? " " : "", unit, NULL);
}

/* TRUE when who reads the range and its unit has read the record's own amount and unit. */
static gboolean
range_shows(Arena *arena, const Range *range, const char *unit, const Fee *fee)
{
    const char *raw = words_trim(arena, text_str(fee->jumlah));
    const char *own = fee_satuan(arena, text_str(fee->satuan));
    if (*raw == '\0')
        return *own == '\0' || strcmp(own, unit) == 0;
    return (fee->rupiah == range->min || fee->rupiah == range->max) && strcmp(own, unit) == 0 &&
           says_amount(raw, range_text(arena, fee->rupiah, fee->rupiah));
}

static void
say_table(Arena *arena, const Fee *fee, FeeFact *out)
{
    Range range = {0};
    const char *unit = range_add_table(&range, fee);
    out->said = FEE_SAID_TABLE;
    out->written = written_amount(arena, fee);
    if (!range.any || range.doubtful)
        return;
    say_range(arena, &range, out);
    out->unit = fee_satuan(arena, unit);
    if (range_shows(arena, &range, out->unit, fee))
        out->written = "";
}

static void
say_free(Arena *arena, const Fee *fee, FeeFact *out)
{
    const char *amount = words_trim(arena, text_str(fee->jumlah));
    out->said = FEE_SAID_FREE;
    if (text_has_words(fee->satuan) || (*amount && !says_amount(amount, "Rp0")))
        out->written = written_amount(arena, fee);
}

static void
say_record(Arena *arena, const Fee *fee, FeeFact *out)
{
    switch (kind_of_record(fee)) {
    case FEE_GRATIS:
        say_free(arena, fee, out);
        return;
    case FEE_TETAP:
        say_amount(arena, fee, out);
        return;
    case FEE_TABEL:
        say_table(arena, fee, out);
        return;
    case FEE_RUMUS:
        out->said = FEE_SAID_FORMULA;
        out->text = text_str(fee->rumus);
        out->written = written_amount(arena, fee);
        return;
    case FEE_SESUAI_PERATURAN:
        out->said = FEE_SAID_BY_RULE;
        out->unit = fee_satuan(arena, text_str(fee->satuan));
        return;
    case FEE_UNREAD:
    case N_FEE_KINDS:
        out->written = written_amount(arena, fee);
        return;
    }
}

void
fee_fact(Arena *arena, const Fee *fee, gboolean translated, FeeFact *out)
{
    *out = (FeeFact){.text = "", .unit = "", .written = "", .note = ""};
    out->any = fee_is_given(fee);
    if (!out->any)
        return;
    out->note = text_str(fee->catatan);
    if (fee->raw.str != NULL)
        say_text(arena, fee, translated, out);
    else
        say_record(arena, fee, out);
}

/* ---- a service's fee ---- */

/* What the variants' facts have in common: a range of amounts, one kind, or nothing. */
static void
join(Arena *arena, const FeeFact *facts, guint n, FeeFact *out)
{
    Range range = {0};
    gboolean same = TRUE;
    for (guint i = 0; i < n; i++) {
        gboolean plain = facts[i].said == FEE_SAID_FREE || facts[i].said == FEE_SAID_AMOUNT ||
                         facts[i].said == FEE_SAID_RANGE;
        range_add(&range, plain ? MONEY_READ : MONEY_UNREADABLE, facts[i].min);
        range_add(&range, plain ? MONEY_READ : MONEY_UNREADABLE, facts[i].max);
        same = same && facts[i].said == facts[0].said;
    }
    out->any = n > 0;
    if (n == 0)
        return;
    if (range.any && !range.doubtful)
        say_range(arena, &range, out);
    else
        out->said =
            same && (facts[0].said == FEE_SAID_TABLE || facts[0].said == FEE_SAID_BY_RULE ||
                     facts[0].said == FEE_SAID_FORMULA)
                ? facts[0].said
                : FEE_SAID_VARIANTS;
}

void
fee_fact_of_service(Arena *arena, const Service *service, gboolean translated, FeeFact *out)
{
    guint n = 0;
    fee_fact(arena, &service->biaya, translated, out);
    if (out->any || service->varian.n == 0)
        return;
    FeeFact *facts = arena_alloc(arena, service->varian.n * sizeof *facts);
    for (guint i = 0; i < service->varian.n; i++) {
        fee_fact(arena, &service->varian.items[i].biaya, translated, &facts[n]);
        n += facts[n].any ? 1 : 0;
    }
    join(arena, facts, n, out);
}

static FeeClass
class_of(FeeSaid said)
{
    switch (said) {
    case FEE_SAID_FREE:
        return FEE_CLASS_FREE;
    case FEE_SAID_AMOUNT:
    case FEE_SAID_RANGE:
    case FEE_SAID_TABLE:
    case FEE_SAID_FORMULA:
        return FEE_CLASS_PAID;
    case FEE_SAID_NOTHING:
    case FEE_SAID_BY_RULE:
    case FEE_SAID_WORDS:
    case FEE_SAID_VARIANTS:
        break;
    }
    return FEE_CLASS_OTHER;
}

FeeClass
fee_class(Arena *arena, const Service *service)
{
    guint n[FEE_CLASS_OTHER + 1] = {0};
    for (guint i = 0; i <= service->varian.n; i++) {
        FeeFact fact;
        fee_fact(arena, i > 0 ? &service->varian.items[i - 1].biaya : &service->biaya, FALSE,
                 &fact);
        if (fact.any)
            n[class_of(fact.said)]++;
    }
    if (n[FEE_CLASS_PAID] > 0)
        return FEE_CLASS_PAID;
    return n[FEE_CLASS_FREE] > 0 && n[FEE_CLASS_OTHER] == 0 ? FEE_CLASS_FREE : FEE_CLASS_OTHER;
}
