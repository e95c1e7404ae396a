#include "model/bind-finish.h"

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
    tariff->status = money_parse(tariff->jumlah.str, &tariff->rupiah);
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
    fee->status = money_parse(fee->jumlah.str, &fee->rupiah);
    if (!field_is_given(&record_fee, fee, &record_fee.fields[0]))
        fee->jenis = fee->tarif.n > 0          ? FEE_TABEL
                     : fee->rumus.str != NULL  ? FEE_RUMUS
                     : fee->jumlah.str != NULL ? FEE_TETAP
                                               : FEE_UNREAD;
}

/* A variant without a fee of its own names no kind of fee, where zero would be one. */
static void
finish_variant(const Bind *b G_GNUC_UNUSED, void *self)
{
    Fee *fee = &((Variant *)self)->biaya;
    if (fee->head.given == 0 && fee->raw.str == NULL)
        fee->jenis = FEE_UNREAD;
}

static void
finish_channel(const Bind *b, void *self)
{
    Channel *channel = self;
    gboolean kind_given = field_is_given(&record_channel, channel, &record_channel.fields[0]);
    if (channel->raw.str != NULL || !kind_given) {
        g_autofree char *pair =
            g_strdup_printf("%s: %s", channel->label.str ? channel->label.str : "",
                            channel->nilai.str ? channel->nilai.str : "");
        ChannelText read;
        channel_parse_text(b->arena, channel->raw.str ? channel->raw.str : pair, &read);
        channel->jenis = read.kind;
        if (channel->raw.str != NULL) {
            channel->label = (Text){*read.label ? read.label : NULL, channel->raw.mark};
            channel->nilai = (Text){read.value, channel->raw.mark};
        }
    }
    channel_read_value(b->arena, (ChannelKind)channel->jenis, channel->nilai.str,
                       &channel->value);
}

static gboolean
is_given(const Text *text)
{
    return text->str != NULL && *text->str != '\0';
}

static void
check_group(const Bind *b, Mark mark, const Text *group, const Text *text, const List *items)
{
    if (is_given(group) && items->n == 0)
        diag_add(b->diags, DIAG_GROUP_EMPTY, mark, 0, group->str, NULL);
    if (is_given(group) && is_given(text))
        diag_add(b->diags, DIAG_GROUP_WITH_TEXT, text->mark, 0, group->str, NULL);
    if (!is_given(group) && items->n > 0)
        diag_add(b->diags, DIAG_GROUP_UNNAMED, mark, 0, NULL);
    if (!is_given(group) && items->n == 0 && !is_given(text))
        diag_add(b->diags, DIAG_ITEM_WITHOUT_TEXT, mark, 0, NULL);
}

static void
finish_item(const Bind *b, void *self)
{
    Item *item = self;
    List items = {item->butir.items, item->butir.n};
    if (item->teks.str == NULL && is_given(&item->tautan.raw) && item->kelompok.str == NULL)
        item->teks = item->tautan.raw;
    check_group(b, item->head.mark, &item->kelompok, &item->teks, &items);
    for (guint i = 0; i < item->butir.n; i++) {
        if (item->butir.items[i].butir.n > 0)
            diag_add(b->diags, DIAG_GROUP_TOO_DEEP, item->butir.items[i].head.mark, 0, NULL);
    }
}

static void
finish_requirement(const Bind *b, void *self)
{
    Requirement *req = self;
    List items = {req->butir.items, req->butir.n};
    check_group(b, req->head.mark, &req->kelompok, &req->teks, &items);
    for (guint i = 0; i < req->butir.n; i++) {
        if (req->butir.items[i].butir.n > 0)
            diag_add(b->diags, DIAG_GROUP_TOO_DEEP, req->butir.items[i].head.mark, 0, NULL);
    }
    for (guint i = 0; i < req->rincian.n; i++) {
        const Requirement *sub = &req->rincian.items[i];
        if (sub->rincian.n > 0 || sub->butir.n > 0)
            diag_add(b->diags, DIAG_DETAIL_TOO_DEEP, sub->head.mark, 0, NULL);
    }
}

static void
finish_step(const Bind *b, void *self)
{
    Step *step = self;
    if (!is_given(&step->teks) && step->rincian.n == 0 && step->cabang.n == 0)
        diag_add(b->diags, DIAG_STEP_EMPTY, step->head.mark, 0, NULL);
}

static void
finish_branch(const Bind *b, void *self)
{
    Branch *branch = self;
    if (!is_given(&branch->maka) && branch->langkah.n == 0 && branch->rincian.n == 0 &&
        branch->cabang.n == 0)
        diag_add(b->diags, DIAG_BRANCH_EMPTY, branch->head.mark, 0, NULL);
}

static const struct {
    const Record *record;
    void (*finish)(const Bind *b, void *self);
} finishers[] = {
    {&record_waktu, finish_waktu},     {&record_tariff, finish_tariff},
    {&record_fee, finish_fee},         {&record_channel, finish_channel},
    {&record_item, finish_item},       {&record_requirement, finish_requirement},
    {&record_step, finish_step},       {&record_branch, finish_branch},
    {&record_variant, finish_variant},
};

void
bind_finish(const Bind *b, const Record *record, void *self)
{
    for (guint i = 0; i < G_N_ELEMENTS(finishers); i++) {
        if (finishers[i].record == record)
            finishers[i].finish(b, self);
    }
}
