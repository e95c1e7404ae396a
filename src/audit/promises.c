#include "audit/promises.h"
#include "audit/language.h"
#include <string.h>

static void
check_duration(const Audit *audit, const Waktu *waktu)
{
    if (!audit_owns(audit, &waktu->waktu))
        return;
    switch (waktu->value.kind) {
    case DURATION_OPEN:
        finding_at(audit, DIAG_DURATION_OPEN, &waktu->waktu, waktu->waktu.str, NULL);
        return;
    case DURATION_SEVERAL:
        finding_at(audit, DIAG_DURATION_SEVERAL, &waktu->waktu, waktu->waktu.str, NULL);
        return;
    case DURATION_READ:
        if (waktu->value.ambiguous_day)
            finding_at(audit, DIAG_DURATION_AMBIGUOUS, &waktu->waktu, waktu->waktu.str, NULL);
        return;
    case DURATION_ON_SPOT:
        return;
    }
}

static void
check_durations(const Audit *audit, const WaktuList *list)
{
    for (guint i = 0; i < list->n; i++)
        check_duration(audit, &list->items[i]);
}

static void check_branches(const Audit *audit, const BranchList *branches);

static void
check_steps(const Audit *audit, const StepList *steps)
{
    for (guint i = 0; i < steps->n; i++) {
        check_duration(audit, &steps->items[i].waktu);
        check_branches(audit, &steps->items[i].cabang);
    }
}

static void
check_branches(const Audit *audit, const BranchList *branches)
{
    for (guint i = 0; i < branches->n; i++) {
        check_duration(audit, &branches->items[i].waktu);
        check_steps(audit, &branches->items[i].langkah);
        check_branches(audit, &branches->items[i].cabang);
    }
}

/* ---- steps that take longer than the promise ---- */

static const DurationPart *
single_part(const Waktu *waktu)
{
    const Duration *value = &waktu->value;
    return value->kind == DURATION_READ && value->n_parts == 1 ? &value->parts[0] : NULL;
}

/* At least how long all steps take; FALSE unless each has one time, all of the same unit. */
static gboolean
sum_of_steps(const StepList *steps, DurationUnit unit, gint64 *sum)
{
    *sum = 0;
    for (guint i = 0; i < steps->n; i++) {
        const DurationPart *part = single_part(&steps->items[i].waktu);
        if (part == NULL || part->unit != unit)
            return FALSE;
        *sum += part->min;
    }
    return steps->n > 1;
}

static void
check_sum(const Audit *audit, const WaktuList *promise, const StepList *steps)
{
    if (promise->n != 1 || promise->items[0].value.open_ended)
        return;
    const Waktu *whole = &promise->items[0];
    const DurationPart *part = single_part(whole);
    gint64 sum;
    if (part == NULL || !sum_of_steps(steps, part->unit, &sum) || sum <= part->max)
        return;
    DurationPart total = {sum, sum, part->unit};
    g_autoptr(GString) words = g_string_new(NULL);
    duration_append_part(&total, words);
    finding_at(audit, DIAG_DURATION_STEPS, &whole->waktu, words->str, whole->waktu.str);
}

/* ---- fees ---- */

static gboolean
has_link(const ItemList *items)
{
    for (guint i = 0; i < items->n; i++) {
        const Link *link = &items->items[i].tautan;
        if ((link->href != NULL && *link->href != '\0') || link->file != NULL ||
            has_link(&items->items[i].butir))
            return TRUE;
    }
    return FALSE;
}

static void
check_amount(const Audit *audit, Mark mark, const Text *amount, MoneyStatus status)
{
    switch (status) {
    case MONEY_READ:
        return;
    case MONEY_EMPTY:
        diag_add(audit->diags, DIAG_FEE_AMOUNT_MISSING,
                 amount->mark.source != NULL ? amount->mark : mark, 0, NULL);
        return;
    case MONEY_UNREADABLE:
    case MONEY_TOO_LARGE:
        finding_at(audit, DIAG_FEE_AMOUNT_UNREADABLE, amount, amount->str, NULL);
        return;
    case MONEY_THOUSANDS_LOST:
        finding_at(audit, DIAG_FEE_THOUSANDS, amount, amount->str, NULL);
        return;
    }
}

static void
check_fee_text(const Audit *audit, const Fee *fee)
{
    gsize start, len;
    if (fee->read.words_disagree || language_find_placeholder(fee->raw.str, &start, &len))
        return; /* the rules of language say so, at the very words */
    if (fee->read.thousands_lost)
        finding_at(audit, DIAG_FEE_THOUSANDS, &fee->raw, fee->raw.str, NULL);
    else if (fee->read.amount_unreadable)
        finding_at(audit, DIAG_FEE_AMOUNT_UNREADABLE, &fee->raw, fee->raw.str, NULL);
    else if (fee->read.kind == FEE_SESUAI_PERATURAN)
        finding_at(audit, DIAG_FEE_NO_PRICE, &fee->raw, NULL, NULL);
    else if (fee->read.kind == FEE_UNREAD)
        finding_at(audit, DIAG_FEE_UNREAD, &fee->raw, fee->raw.str, NULL);
}

static void
check_fee(const Audit *audit, const Fee *fee)
{
    Mark mark = fee->head.mark;
    if (audit_owns(audit, &fee->raw)) {
        check_fee_text(audit, fee);
        return;
    }
    if (text_has_words(fee->raw) || mark.source != audit->source || fee->head.given == 0)
        return;
    gboolean priced = text_has_words(fee->jumlah) || fee->tarif.n > 0;
    if (fee->jenis == FEE_GRATIS && priced && (fee->rupiah > 0 || fee->tarif.n > 0))
        diag_add(audit->diags, DIAG_FEE_CONTRADICTION, mark, 0, NULL);
    if (fee->jenis == FEE_SESUAI_PERATURAN && !priced && !has_link(&fee->dasar))
        diag_add(audit->diags, DIAG_FEE_NO_PRICE, mark, 0, NULL);
    if (text_has_words(fee->jumlah) ||
        (fee->jenis == FEE_TETAP && !priced && !text_has_words(fee->rumus)))
        check_amount(audit, mark, &fee->jumlah, fee->status);
    if (!priced && !text_has_words(fee->rumus) &&
        (fee->jenis == FEE_TABEL || fee->jenis == FEE_RUMUS || text_has_words(fee->satuan)) &&
        fee->jenis != FEE_TETAP && fee->jenis != FEE_GRATIS)
        diag_add(audit->diags, DIAG_FEE_AMOUNT_MISSING, mark, 0, NULL);
    for (guint i = 0; i < fee->tarif.n; i++) {
        const Tariff *row = &fee->tarif.items[i];
        check_amount(audit, row->head.mark, &row->jumlah, row->status);
    }
}

static void
check_variants(const Audit *audit, const Service *service, const VariantList *variants)
{
    for (guint i = 0; i < variants->n; i++) {
        const Variant *variant = &variants->items[i];
        check_durations(audit, &variant->waktu);
        check_steps(audit, &variant->prosedur);
        if (variant->waktu.n > 0 || variant->prosedur.n > 0)
            check_sum(audit, variant->waktu.n > 0 ? &variant->waktu : &service->waktu,
                      variant->prosedur.n > 0 ? &variant->prosedur : &service->prosedur);
        check_fee(audit, &variant->biaya);
    }
}

void
promises_audit_service(const Audit *audit, const Service *service)
{
    check_durations(audit, &service->waktu);
    check_steps(audit, &service->prosedur);
    check_sum(audit, &service->waktu, &service->prosedur);
    check_fee(audit, &service->biaya);
    check_variants(audit, service, &service->varian);
    for (guint i = 0; i < service->perubahan.n; i++) {
        const Change *change = &service->perubahan.items[i];
        check_durations(audit, &change->waktu);
        check_steps(audit, &change->prosedur);
        check_fee(audit, &change->biaya);
        check_variants(audit, service, &change->varian);
    }
    for (guint i = 0; i < service->kompensasi.n; i++)
        check_duration(audit, &service->kompensasi.items[i].batas_waktu);
}

void
promises_audit_complaint(const Audit *audit, const Complaint *complaint)
{
    check_durations(audit, &complaint->batas_waktu);
    check_steps(audit, &complaint->alur);
}
