#include "paper/make.h"
#include "text/words.h"
#include <string.h>

enum { BEFORE_BYTES = 26, UNIT_BYTES = 64, NOTE_BYTES = 90 };

static const char *
date_text(const PosterMake *make, Date date)
{
    g_autoptr(GString) out = g_string_new(NULL);
    if (make->input->lang == POSTER_EN)
        date_append_long_en(out, date, FALSE);
    else
        date_append_long(out, date, FALSE);
    return arena_strndup(make->arena, out->str, out->len);
}

/* ---- time ---- */

static gsize
digits_at(const char *text)
{
    gsize n = 0;
    while (g_ascii_isdigit(text[n]))
        n++;
    return n;
}

/* A range may go on behind the first number: "3-5", "3 – 5", "3 s.d. 5". */
static gsize
number_len(const char *text)
{
    static const char *const JOINTS[] = {" \xE2\x80\x93 ", " - ",  "\xE2\x80\x93", "-",
                                         " s.d. ",         " s/d "};
    gsize n = digits_at(text);
    for (guint i = 0; i < G_N_ELEMENTS(JOINTS); i++) {
        gsize joint = strlen(JOINTS[i]);
        gsize more = strncmp(text + n, JOINTS[i], joint) == 0 ? digits_at(text + n + joint) : 0;
        if (more > 0)
            return n + joint + more;
    }
    return n;
}

/* The words of one duration around its number, which is set big. */
static void
cut_number(const PosterMake *make, const char *words, PosterFact *fact)
{
    gsize before = strcspn(words, "0123456789"), n = number_len(words + before);
    const char *unit = words + before + n;
    while (*unit == ' ')
        unit++;
    fact->value = words;
    if (n == 0 || n > 12 || before > BEFORE_BYTES || strlen(unit) > UNIT_BYTES ||
        *unit == '\0' || strpbrk(unit, "0123456789") != NULL)
        return;
    fact->number = arena_strndup(make->arena, words + before, n);
    fact->unit = unit;
    if (before > 0)
        fact->before = arena_strndup(make->arena, words, before - (words[before - 1] == ' '));
    fact->value = NULL;
}

PosterFact
make_time(const PosterMake *make, const WaktuList *list, gboolean per_step)
{
    PosterFact fact = {.slot = SLOT_TIME, .field = "waktu", .icon = ICON_TIME};
    fact.label = make_word(make, WORD_TIME, NULL);
    const Waktu *first = list->n > 0 ? &list->items[0] : NULL;
    const char *words = first != NULL ? make_trimmed(make, first->waktu) : NULL;
    if (words == NULL) {
        fact.value = make_word(make, per_step ? WORD_PER_STEP : WORD_NOT_SET, NULL);
        return fact;
    }
    if (first->value.kind == DURATION_READ)
        cut_number(make, words, &fact);
    else
        fact.value = words;
    const char *whom = make_condition(make, WORD_FOR, first->untuk);
    gsize len = whom != NULL ? strlen(whom) : 0;
    if (len > 0)
        fact.note = arena_strndup(make->arena, whom, len - (whom[len - 1] == ':'));
    return fact;
}

PosterItem *
make_time_rows(const PosterMake *make, const WaktuList *list, const char *field)
{
    PosterItem *rows = arena_alloc(make->arena, sizeof *rows * list->n);
    for (guint i = 0; i < list->n; i++)
        rows[i] = (PosterItem){.field = field,
                               .label = make_trimmed(make, list->items[i].untuk),
                               .text = make_trimmed(make, list->items[i].waktu)};
    if (list->n == 1 && rows[0].label == NULL) { /* the first column would be empty */
        rows[0].label = rows[0].text;
        rows[0].text = NULL;
    }
    return rows;
}

/* ---- fees ---- */

gboolean
make_fee_is_given(const Fee *fee)
{
    return make_text(fee->raw) != NULL || make_text(fee->jumlah) != NULL ||
           make_text(fee->rumus) != NULL || make_text(fee->catatan) != NULL ||
           fee->tarif.n > 0 || (fee->raw.str == NULL && fee->head.given != 0);
}

static gboolean
is_amount(MoneyStatus status)
{
    return status == MONEY_READ || status == MONEY_THOUSANDS_LOST;
}

static const char *
amount_text(const PosterMake *make, Text raw, MoneyStatus status, gint64 rupiah, Text satuan)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const char *unit = fee_satuan(make->arena, satuan.str), *words = make_trimmed(make, raw);
    if (is_amount(status))
        money_append(out, rupiah);
    else if (words != NULL)
        g_string_append(out, words);
    if (*unit != '\0')
        g_string_append_printf(out, " %s", unit);
    return arena_strndup(make->arena, out->str, out->len);
}

static const char *
fee_words(const PosterMake *make, const Fee *fee)
{
    if (make_text(fee->raw) != NULL)
        return make_trimmed(make, fee->raw);
    if (fee->tarif.n > 0)
        return make_word(make, WORD_SEE_TABLE, NULL);
    if (make_text(fee->rumus) != NULL)
        return fee->rumus.str;
    if (make_text(fee->jumlah) != NULL)
        return amount_text(make, fee->jumlah, fee->status, fee->rupiah, fee->satuan);
    switch ((FeeKind)fee->jenis) {
    case FEE_GRATIS:
        return make_word(make, make_text(fee->catatan) != NULL ? WORD_SEE_NOTE : WORD_FREE,
                         make_word(make, WORD_FREE, NULL));
    case FEE_SESUAI_PERATURAN:
        return make_word(make, WORD_BY_RULE, NULL);
    case FEE_TETAP:
    case FEE_TABEL:
    case FEE_RUMUS:
    case FEE_UNREAD:
    case N_FEE_KINDS:
        break;
    }
    return make_word(make, WORD_NOT_SET, NULL);
}

PosterFact
make_fee(const PosterMake *make, const Fee *fee)
{
    PosterFact fact = {.slot = SLOT_FEE, .field = "biaya", .icon = ICON_FEE};
    const char *note = make_text(fee->catatan);
    fact.label = make_word(make, WORD_FEE, NULL);
    fact.value = fee_words(make, fee);
    if (note != NULL && strlen(note) <= NOTE_BYTES)
        fact.note = note;
    return fact;
}

PosterItem *
make_fee_rows(const PosterMake *make, const Fee *fee, guint *n)
{
    PosterItem *rows = arena_alloc(make->arena, sizeof *rows * (fee->tarif.n * 2 + 2));
    const char *group = NULL;
    *n = 0;
    for (guint i = 0; i < fee->tarif.n; i++) {
        const Tariff *t = &fee->tarif.items[i];
        const char *name = make_trimmed(make, t->kelompok), *note = make_text(t->catatan);
        if (name != NULL && g_strcmp0(name, group) != 0)
            rows[(*n)++] = (PosterItem){.field = "biaya.tarif", .heading = name};
        group = name;
        const char *amount = amount_text(make, t->jumlah, t->status, t->rupiah, t->satuan);
        rows[(*n)++] = (PosterItem){
            .field = "biaya.tarif",
            .label = make_trimmed(make, t->untuk),
            .text = note != NULL ? make_concat(make, amount, " (", note, ")", NULL) : amount};
    }
    const char *note = make_text(fee->catatan);
    if (note != NULL && strlen(note) > NOTE_BYTES)
        rows[(*n)++] = (PosterItem){
            .field = "biaya.catatan", .label = make_word(make, WORD_NOTE, NULL), .text = note};
    return rows;
}

/* ---- product ---- */

static void
append_items(const PosterMake *make, const ItemList *list, GString *out)
{
    for (guint i = 0; i < list->n; i++) {
        const Item *item = &list->items[i];
        if (item->butir.n > 0) {
            append_items(make, &item->butir, out);
            continue;
        }
        const char *words = make_trimmed(make, item->teks);
        if (words == NULL)
            words = make_trimmed(make, item->tautan.raw);
        if (words == NULL)
            continue;
        if (out->len > 0)
            g_string_append(out, "; ");
        g_string_append(out, words);
    }
}

PosterFact
make_product(const PosterMake *make, const ItemList *list)
{
    g_autoptr(GString) words = g_string_new(NULL);
    PosterFact fact = {.slot = SLOT_PRODUCT, .field = "produk", .icon = ICON_PRODUCT};
    append_items(make, list, words);
    fact.label = make_word(make, WORD_PRODUCT, NULL);
    fact.value = words->len > 0 ? arena_strndup(make->arena, words->str, words->len)
                                : make_word(make, WORD_NOT_SET, NULL);
    return fact;
}

const char *
make_fact_text(const PosterMake *make, const PosterFact *fact)
{
    if (fact->number == NULL)
        return fact->value;
    return make_concat(make, fact->before != NULL ? fact->before : "",
                       fact->before != NULL ? " " : "", fact->number, " ", fact->unit, NULL);
}

/* ---- channels ---- */

/* An address alone is shown without scheme and last slash. */
static const char *
bare_address(const PosterMake *make, const char *text)
{
    static const char *const SCHEMES[] = {"https://", "http://"};
    gsize len = strlen(text);
    if (strchr(text, ' ') != NULL)
        return text;
    for (guint i = 0; i < G_N_ELEMENTS(SCHEMES); i++) {
        gsize n = strlen(SCHEMES[i]);
        if (g_ascii_strncasecmp(text, SCHEMES[i], n) != 0)
            continue;
        text += n;
        len -= n;
        if (len > 1 && text[len - 1] == '/' && memchr(text, '/', len - 1) == NULL)
            len--;
        break;
    }
    return arena_strndup(make->arena, text, len);
}

static PosterItem
make_channel(const PosterMake *make, const Channel *channel)
{
    ChannelKind kind = (ChannelKind)channel->jenis;
    PosterItem item = {.field = "pengaduan.kanal", .label = make_trimmed(make, channel->label)};
    Text display = {channel->value.display, channel->head.mark};
    const char *value = make_trimmed(make, display), *hours = make_text(channel->jam);
    gboolean links = channel->value.href != NULL && *channel->value.href != '\0';
    if (item.label == NULL)
        item.label = make->input->lang == POSTER_EN ? channel_kind_label_en(kind)
                                                    : channel_kind_label(kind);
    if (value != NULL && links)
        value = bare_address(make, value);
    /* "Lainnya" says nothing: words that name no kind stand alone. */
    if (kind == CHANNEL_LAINNYA && value != NULL && make_trimmed(make, channel->label) == NULL)
        item.label = NULL;
    if (item.label != NULL && value != NULL && g_ascii_strcasecmp(value, item.label) == 0)
        value = NULL;
    item.text = hours != NULL
                    ? make_concat(make, value != NULL ? value : "", " (", hours, ")", NULL)
                    : value;
    item.href = links ? channel->value.href : NULL;
    return item;
}

PosterItem *
make_channels(const PosterMake *make, const ChannelList *list, guint *n)
{
    *n = list->n;
    if (list->n == 0 && make->input->national_channel) {
        PosterItem *national = arena_new0(make->arena, PosterItem);
        *n = 1;
        *national =
            (PosterItem){.field = "pengaduan.kanal",
                         .label = make_concat(make, "SP4N-LAPOR! (",
                                              make_word(make, WORD_NATIONAL, NULL), ")", NULL),
                         .text = "www.lapor.go.id",
                         .href = "https://www.lapor.go.id"};
        return national;
    }
    PosterItem *items = arena_alloc(make->arena, sizeof *items * list->n);
    for (guint i = 0; i < list->n; i++)
        items[i] = make_channel(make, &list->items[i]);
    return items;
}

/* ---- what all posters of an agency share ---- */

static void
add_fine(PosterContent *content, const char *text, const char *href, PosterSlot slot)
{
    if (text != NULL && content->n_fine < POSTER_MAX_FINE)
        content->fine[content->n_fine++] = (PosterFine){text, href, slot};
}

static const char *
address_line(const PosterMake *make)
{
    const Agency *a = make->agency;
    const char *address = make_trimmed(make, a->alamat), *code = make_text(a->kode_pos);
    const char *phone = make_text(a->telepon);
    for (guint i = 0; i < a->surel.n; i++)
        if (a->surel.items[i].jenis == CHANNEL_TELEPON &&
            a->surel.items[i].value.display != NULL)
            phone = a->surel.items[i].value.display;
    if (address == NULL && code == NULL && phone == NULL)
        return NULL;
    return make_concat(make, address != NULL ? address : "",
                       address != NULL && code != NULL ? ", " : "", code != NULL ? code : "",
                       phone != NULL && (address != NULL || code != NULL) ? " \xC2\xB7 " : "",
                       phone != NULL ? phone : "", NULL);
}

void
make_agency(const PosterMake *make, PosterContent *content)
{
    const Agency *a = make->agency;
    const PosterInput *input = make->input;
    content->lang = input->lang;
    content->government = make_text(a->instansi_induk);
    content->agency = make_text(a->nama) != NULL ? a->nama.str : "";
    content->logo = input->logo;
    content->logo_len = input->logo_len;
    content->has_brand = color_parse(a->warna.str, &content->brand) ||
                         color_parse(input->color, &content->brand);
    content->url = input->url;
    if (input->url != NULL)
        add_fine(content, bare_address(make, input->url), input->url, SLOT_URL);
    add_fine(content, address_line(make), NULL, SLOT_ADDRESS);
}

static Date
newest(Date a, Date b)
{
    return date_compare(a, b) >= 0 ? a : b;
}

static Date
service_date(const Service *service)
{
    Date date = newest(service->ditinjau.date, service->berlaku_sejak.date);
    return newest(date, service->sk.tanggal.date);
}

const char *
poster_content_date(Arena *arena, const Agency *agency, const Service *service)
{
    Date date = service != NULL ? service_date(service) : agency->maklumat.tanggal.date;
    if (service == NULL)
        for (guint i = 0; i < agency->services.n; i++)
            date = newest(date, service_date(&agency->services.items[i]));
    if (!date_is_set(date))
        return NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    date_append_iso(out, date);
    g_string_append(out, "T00:00:00Z");
    return arena_strndup(arena, out->str, out->len);
}

/* "SK Nomor 1/2024 · Diperbarui 2 Mei 2025" before the lines all posters have. */
void
make_decree(const PosterMake *make, const Service *service, PosterContent *content)
{
    static const char *const LEADS[] = {"sk", "no.", "no", "nomor", ":", NULL};
    const char *number = make_trimmed(make, service->sk.nomor), *line;
    if (number != NULL) {
        number = words_drop_lead(words_drop_lead(number, LEADS), LEADS);
        line = make_word(make, WORD_DECREE, number);
    } else {
        line = make_word(make, WORD_NO_DECREE, NULL);
    }
    if (date_is_set(service_date(service)))
        line = make_concat(
            make, line, " \xC2\xB7 ",
            make_word(make, WORD_UPDATED, date_text(make, service_date(service))), NULL);
    guint n = MIN(content->n_fine, (guint)POSTER_MAX_FINE - 1);
    memmove(&content->fine[1], &content->fine[0], n * sizeof content->fine[0]);
    content->fine[0] = (PosterFine){line, NULL, SLOT_DECREE};
    content->n_fine = n + 1;
}

const char *
make_date(const PosterMake *make, Date date)
{
    return date_is_set(date) ? date_text(make, date) : NULL;
}
