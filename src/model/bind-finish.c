#include "model/bind.h"
#include "model/walk.h"
#include <string.h>

/* Words that are no text have been reported; that they are missing is not said again. */
static gboolean
was_refused(const Record *record, const void *self)
{
    const Head *head = self;
    for (guint64 left = head->given; left != 0; left &= left - 1) {
        const Field *field = &record->fields[__builtin_ctzll(left)];
        if (field->type == FIELD_TEXT && ((const Text *)field_value(field, self))->str == NULL)
            return TRUE;
    }
    return FALSE;
}

static void
finish_waktu(const Bind *b, void *self)
{
    Waktu *waktu = self;
    duration_parse(b->arena, waktu->waktu.str, &waktu->value);
}

static void
finish_tariff(const Bind *b G_GNUC_UNUSED, void *self)
{
    Tariff *tariff = self;
    tariff->status = fee_amount_parse(tariff->jumlah.str, &tariff->rupiah);
}

static void
finish_fee(const Bind *b, void *self)
{
    Fee *fee = self;
    fee_text_parse(b->arena, fee->raw.str, &fee->read);
    if (fee->raw.str != NULL) {
        fee->jenis = fee->read.kind;
        fee->rupiah = fee->read.rupiah;
        return;
    }
    fee->status = fee_amount_parse(fee->jumlah.str, &fee->rupiah);
    if (!field_is_given(&record_fee, fee, &record_fee.fields[0]))
        fee->jenis = fee->tarif.n > 0          ? FEE_TABEL
                     : fee->rumus.str != NULL  ? FEE_RUMUS
                     : fee->jumlah.str != NULL ? FEE_TETAP
                                               : FEE_UNREAD;
}

/* A variant or change without a fee of its own names no kind of fee, where zero would be one. */
static void
forget_fee(Fee *fee)
{
    if (fee->head.given == 0 && fee->raw.str == NULL)
        fee->jenis = FEE_UNREAD;
}

static void
finish_variant(const Bind *b G_GNUC_UNUSED, void *self)
{
    forget_fee(&((Variant *)self)->biaya);
}

static void
finish_change(const Bind *b G_GNUC_UNUSED, void *self)
{
    forget_fee(&((Change *)self)->biaya);
}

static void
finish_channel(const Bind *b, void *self)
{
    Channel *channel = self;
    gboolean kind_given = field_is_given(&record_channel, channel, &record_channel.fields[0]);
    if (channel->raw.str != NULL || !kind_given) {
        const char *label = channel->label.str != NULL ? channel->label.str : "";
        const char *value = channel->nilai.str != NULL ? channel->nilai.str : "";
        ChannelText read;
        channel_parse_text(b->arena,
                           channel->raw.str != NULL
                               ? channel->raw.str
                               : arena_concat(b->arena, label, ": ", value, NULL),
                           &read);
        channel->jenis = read.kind;
        if (channel->raw.str != NULL) {
            channel->label = (Text){*read.label ? read.label : NULL, channel->raw.mark};
            channel->nilai = (Text){read.value, channel->raw.mark};
        }
    }
    channel_read_value(b->arena, (ChannelKind)channel->jenis, channel->nilai.str,
                       &channel->value);
}

static void
finish_item(const Bind *b G_GNUC_UNUSED, void *self)
{
    Item *item = self;
    if (item->teks.str == NULL && text_has_words(item->tautan.raw) &&
        item->kelompok.str == NULL && !was_refused(&record_item, self))
        item->teks = item->tautan.raw;
}

/* ---- whether it is whole ---- */

static void
check_group(DiagList *diags, Mark mark, const Text *group, const Text *text, guint n_items)
{
    if (text_has_words(*group) && n_items == 0)
        diag_add(diags, DIAG_GROUP_EMPTY, mark, 0, group->str, NULL);
    if (text_has_words(*group) && text_has_words(*text))
        diag_add(diags, DIAG_GROUP_WITH_TEXT,
                 text->mark.source == mark.source ? text->mark : mark, 0, group->str, NULL);
    if (!text_has_words(*group) && n_items > 0)
        diag_add(diags, DIAG_GROUP_UNNAMED, mark, 0, NULL);
    if (!text_has_words(*group) && n_items == 0 && !text_has_words(*text))
        diag_add(diags, DIAG_ITEM_WITHOUT_TEXT, mark, 0, NULL);
}

static void
check_item(DiagList *diags, const void *self)
{
    const Item *item = self;
    check_group(diags, item->head.mark, &item->kelompok, &item->teks, item->butir.n);
    for (guint i = 0; i < item->butir.n; i++) {
        if (item->butir.items[i].butir.n > 0)
            diag_add(diags, DIAG_GROUP_TOO_DEEP, item->butir.items[i].head.mark, 0, NULL);
    }
}

static void
check_requirement(DiagList *diags, const void *self)
{
    const Requirement *req = self;
    check_group(diags, req->head.mark, &req->kelompok, &req->teks, req->butir.n);
    for (guint i = 0; i < req->butir.n; i++) {
        if (req->butir.items[i].butir.n > 0)
            diag_add(diags, DIAG_GROUP_TOO_DEEP, req->butir.items[i].head.mark, 0, NULL);
    }
    if (text_has_words(req->kelompok) && req->rincian.n > 0)
        diag_add(diags, DIAG_GROUP_WITH_DETAILS, req->rincian.items[0].head.mark, 0,
                 req->kelompok.str, NULL);
    for (guint i = 0; i < req->rincian.n; i++) {
        const Requirement *sub = &req->rincian.items[i];
        if (sub->rincian.n > 0 || sub->butir.n > 0)
            diag_add(diags, DIAG_DETAIL_TOO_DEEP, sub->head.mark, 0, NULL);
    }
}

static void
check_step(DiagList *diags, const void *self)
{
    const Step *step = self;
    if (!text_has_words(step->teks) && step->rincian.n == 0 && step->cabang.n == 0)
        diag_add(diags, DIAG_STEP_EMPTY, step->head.mark, 0, NULL);
}

static void
check_branch(DiagList *diags, const void *self)
{
    const Branch *branch = self;
    if (!text_has_words(branch->maka) && branch->langkah.n == 0 && branch->rincian.n == 0 &&
        branch->cabang.n == 0)
        diag_add(diags, DIAG_BRANCH_EMPTY, branch->head.mark, 0, NULL);
}

static void
check_change(DiagList *diags, const void *self)
{
    static const char *const parts[] = {"persyaratan", "prosedur", "waktu", "biaya",
                                        "produk",      "varian",   "sk",    "catatan"};
    const Change *change = self;
    gboolean any = FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        any = any || !field_is_empty(field_find(&record_change, parts[i], -1), change);
    if (!any)
        diag_add(diags, DIAG_CHANGE_EMPTY, change->head.mark, 0, NULL);
}

static void
check_notice(DiagList *diags, const void *self)
{
    const Notice *notice = self;
    const DateText *from = &notice->dari, *to = &notice->sampai;
    if (date_is_set(from->date) && date_is_set(to->date) &&
        date_compare(to->date, from->date) < 0)
        diag_add(diags, DIAG_PERIOD_BACKWARDS, to->raw.mark, (guint)strlen(to->raw.str),
                 to->raw.str, from->raw.str, NULL);
}

static const struct {
    const Record *record;
    void (*check)(DiagList *diags, const void *self);
} checks[] = {
    {&record_item, check_item},     {&record_requirement, check_requirement},
    {&record_step, check_step},     {&record_branch, check_branch},
    {&record_change, check_change}, {&record_notice, check_notice},
};

void
bind_check(const Record *record, const void *self, DiagList *diags)
{
    for (guint i = 0; i < G_N_ELEMENTS(checks); i++) {
        if (checks[i].record == record && !was_refused(record, self))
            checks[i].check(diags, self);
    }
}

static const struct {
    const Record *record;
    void (*finish)(const Bind *b, void *self);
} finishers[] = {
    {&record_waktu, finish_waktu},     {&record_tariff, finish_tariff},
    {&record_fee, finish_fee},         {&record_channel, finish_channel},
    {&record_variant, finish_variant}, {&record_item, finish_item},
    {&record_change, finish_change},
};

void
bind_finish(const Bind *b, const Record *record, void *self)
{
    for (guint i = 0; i < G_N_ELEMENTS(finishers); i++) {
        if (finishers[i].record == record)
            finishers[i].finish(b, self);
    }
    if (!b->translation)
        bind_check(record, self, b->diags);
}
