#include "facts/agency.h"
#include "facts/channel.h"
#include "facts/condition.h"
#include "facts/product.h"
#include "model/dates.h"
#include "paper/content.h"
#include "paper/make.h"
#include "text/words.h"
#include <string.h>

enum { BEFORE_BYTES = 26, AFTER_BYTES = 90, NOTE_BYTES = 90 };

static const char *
or_null(const char *text)
{
    return *text ? text : NULL;
}

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

/* Bytes of the words that say what is counted: "(empat belas) hari kerja". */
static gsize
unit_len(const char *text)
{
    static const char *const UNITS[] = {"detik",    "menit", "jam",   "hari",     "minggu",
                                        "bulan",    "tahun", "kerja", "kalender", "working",
                                        "calendar", "days",  "day",   "hours",    "hour",
                                        "minutes",  "minute"};
    gsize len = 0;
    for (gsize at = 0; text[at] != '\0';) {
        const char *closing = text[at] == '(' ? strchr(text + at, ')') : NULL;
        gsize n =
            closing != NULL ? (gsize)(closing + 1 - (text + at)) : strcspn(text + at, " ");
        gboolean counts = closing != NULL;
        for (guint i = 0; i < G_N_ELEMENTS(UNITS); i++)
            counts = counts || (strlen(UNITS[i]) == n &&
                                g_ascii_strncasecmp(text + at, UNITS[i], n) == 0);
        if (!counts)
            break;
        len = at + n;
        at += n + strspn(text + at + n, " ");
    }
    return len;
}

/* Signs that belong to the number itself: "± 30". */
static gsize
sign_at(const char *words, gsize number)
{
    static const char *const SIGNS[] = {"\xC2\xB1", "\xE2\x89\xA4", "<", "~"};
    gsize end = number;
    while (end > 0 && words[end - 1] == ' ')
        end--;
    for (guint i = 0; i < G_N_ELEMENTS(SIGNS); i++) {
        gsize n = strlen(SIGNS[i]);
        if (end >= n && memcmp(words + end - n, SIGNS[i], n) == 0)
            return end - n;
    }
    return number;
}

/* The words of one duration around its number, which is set big: what comes before it above, its
 * unit beside it, the rest below. */
static void
cut_number(const PosterMake *make, const char *words, PosterFact *fact)
{
    gsize number = strcspn(words, "0123456789"), n = number_len(words + number);
    gsize before = sign_at(words, number);
    const char *unit = words + number + n;
    unit += strspn(unit, " ");
    gsize of = unit_len(unit);
    if (g_str_has_prefix(unit + of, " atau ")) /* "atau lebih" does not come off its number */
        of = strlen(unit);
    const char *after = unit + of + strspn(unit + of, " ");
    if (n == 0 || n > 12 || before > BEFORE_BYTES || of == 0 || strlen(after) > AFTER_BYTES ||
        strpbrk(after, "0123456789") != NULL)
        return;
    fact->number = arena_strndup(make->arena, words + before, number - before + n);
    fact->unit = arena_strndup(make->arena, unit, of);
    fact->after = or_null(after);
    if (before > 0)
        fact->before = arena_strndup(make->arena, words, before - (words[before - 1] == ' '));
    fact->value = NULL;
}

/* "Untuk badan hukum", the author's words, or both. */
static const char *
join_notes(const PosterMake *make, const char *a, const char *b)
{
    if (*a == '\0' || *b == '\0')
        return *a ? a : *b ? b : NULL;
    return make_concat(make, a, " \xC2\xB7 ", b, NULL);
}

PosterFact
make_time(const PosterMake *make, const TimeFact *time)
{
    PosterFact fact = {.slot = SLOT_TIME, .field = "waktu", .icon = ICON_TIME};
    const char *written = time->written;
    fact.label = make_word(make, WORD_TIME, NULL);
    if (!time->any || time->on_steps || *time->text == '\0') {
        fact.value = make_word(make, time->on_steps ? WORD_PER_STEP : WORD_NOT_SET, NULL);
        return fact;
    }
    fact.value = time->text;
    if (time->read)
        cut_number(make, *written ? written : time->text, &fact);
    if (fact.number != NULL)
        written = "";
    else if (*written &&
             time->read) /* too many words for one line: the value alone, the words below */
        cut_number(make, time->text, &fact);
    const char *whom = words_trim(make->arena, time->whom);
    if (*whom) {
        whom = make_word(make, WORD_FOR,
                         whom); /* "Untuk badan hukum:" stands before words elsewhere */
        gsize len = strlen(whom);
        whom = arena_strndup(make->arena, whom, len - (whom[len - 1] == ':'));
    }
    fact.note = join_notes(make, whom, written);
    return fact;
}

PosterItem *
make_time_rows(const PosterMake *make, const WaktuList *list, const char *field)
{
    PosterItem *rows = arena_alloc(make->arena, sizeof *rows * list->n);
    for (guint i = 0; i < list->n; i++)
        rows[i] = (PosterItem){
            .field = field,
            .label = or_null(words_trim(make->arena, condition_whom(list->items[i].untuk))),
            .text = make_trimmed(make, list->items[i].waktu)};
    if (list->n == 1 && rows[0].label == NULL) { /* the first column would be empty */
        rows[0].label = rows[0].text;
        rows[0].text = NULL;
    }
    return rows;
}

/* ---- fees ---- */

static const char *
with_unit(const PosterMake *make, const char *amount, const char *unit)
{
    return *unit ? make_concat(make, amount, " ", unit, NULL) : amount;
}

static const char *
fee_words(const PosterMake *make, const FeeFact *fee)
{
    switch (fee->said) {
    case FEE_SAID_FREE:
        return make_word(make, *fee->note ? WORD_SEE_NOTE : WORD_FREE,
                         make_word(make, WORD_FREE, NULL));
    case FEE_SAID_AMOUNT:
    case FEE_SAID_RANGE:
        return with_unit(make, fee->text, fee->unit);
    case FEE_SAID_WORDS:
        return fee->text;
    case FEE_SAID_FORMULA:
        return *fee->text ? fee->text : make_word(make, WORD_COMPUTED, NULL);
    case FEE_SAID_TABLE:
        return make_word(make, WORD_SEE_TABLE, NULL);
    case FEE_SAID_BY_RULE:
        return *fee->written ? fee->written
                             : with_unit(make, make_word(make, WORD_BY_RULE, NULL), fee->unit);
    case FEE_SAID_VARIANTS:
        return make_word(make, WORD_SEE_BELOW, NULL);
    case FEE_SAID_NOTHING:
        break;
    }
    return make_word(make, WORD_NOT_SET, NULL);
}

PosterFact
make_fee(const PosterMake *make, const FeeFact *fee)
{
    PosterFact fact = {.slot = SLOT_FEE, .field = "biaya", .icon = ICON_FEE};
    fact.label = make_word(make, WORD_FEE, NULL);
    fact.value = fee_words(make, fee);
    fact.note = join_notes(make, fee->said != FEE_SAID_BY_RULE ? fee->written : "",
                           strlen(fee->note) <= NOTE_BYTES ? fee->note : "");
    return fact;
}

/* "Rp50.000 per unit (catatan)" */
static const char *
row_text(const PosterMake *make, const Tariff *row)
{
    const char *amount = fee_row_amount(make->arena, row), *note = make_text(row->catatan);
    if (*amount == '\0')
        amount = make_word(make, WORD_NOT_SET, NULL);
    amount = with_unit(make, amount, fee_satuan(make->arena, row->satuan.str));
    return note != NULL ? make_concat(make, amount, " (", note, ")", NULL) : amount;
}

/* The formula that the fact has not said; NULL = none. */
static const char *
other_formula(const PosterMake *make, const Fee *fee)
{
    FeeFact fact;
    fee_fact(make->arena, fee, FALSE, &fact);
    return fact.said != FEE_SAID_FORMULA ? make_text(fee->rumus) : NULL;
}

PosterItem *
make_fee_rows(const PosterMake *make, const Fee *fee, guint *n)
{
    PosterItem *rows = arena_alloc(make->arena, sizeof *rows * (fee->tarif.n * 2 + 3));
    const char *group = NULL, *formula = other_formula(make, fee);
    *n = 0;
    if (formula != NULL)
        rows[(*n)++] = (PosterItem){.field = "biaya.rumus",
                                    .label = make_word(make, WORD_COMPUTED, NULL),
                                    .text = formula};
    for (guint i = 0; i < fee->tarif.n; i++) {
        const Tariff *t = &fee->tarif.items[i];
        const char *name = make_trimmed(make, t->kelompok);
        if (name != NULL && g_strcmp0(name, group) != 0)
            rows[(*n)++] = (PosterItem){.field = "biaya.tarif", .heading = name};
        group = name;
        rows[(*n)++] =
            (PosterItem){.field = "biaya.tarif",
                         .label = or_null(words_trim(make->arena, condition_whom(t->untuk))),
                         .text = row_text(make, t)};
    }
    const char *note = make_text(fee->catatan);
    if (note != NULL && strlen(note) > NOTE_BYTES)
        rows[(*n)++] = (PosterItem){
            .field = "biaya.catatan", .label = make_word(make, WORD_NOTE, NULL), .text = note};
    return rows;
}

/* ---- product ---- */

PosterFact
make_product(const PosterMake *make, const ItemList *list)
{
    PosterFact fact = {.slot = SLOT_PRODUCT, .field = "produk", .icon = ICON_PRODUCT};
    guint n = product_texts(make->arena, list, NULL, 0);
    const char **texts = arena_alloc(make->arena, n * sizeof *texts);
    g_autoptr(GString) words = g_string_new(NULL);
    product_texts(make->arena, list, texts, n);
    for (guint i = 0; i < n; i++) {
        if (i > 0)
            g_string_append(words, "; ");
        g_string_append(words, texts[i]);
    }
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
                       fact->before != NULL ? " " : "", fact->number, " ", fact->unit,
                       fact->after != NULL ? " " : "", fact->after != NULL ? fact->after : "",
                       NULL);
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
    ChannelFact fact;
    channel_fact(channel, make->input->lang == POSTER_EN, &fact);
    const char *value = words_trim(make->arena, fact.value);
    if (*fact.href)
        value = bare_address(make, value);
    if (*fact.hours)
        value = make_concat(make, value, " (", fact.hours, ")", NULL);
    return (PosterItem){.field = "pengaduan.kanal",
                        .label = or_null(words_trim(make->arena, fact.name)),
                        .text = or_null(value),
                        .href = or_null(fact.href)};
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

const char *
make_address(const PosterMake *make)
{
    const Agency *a = make->agency;
    const char *address = make_trimmed(make, a->alamat), *code = make_text(a->kode_pos);
    const char *phone = make_text(a->telepon);
    const Channel *channel = agency_phone(a);
    if (channel != NULL && channel->value.display != NULL)
        phone = channel->value.display;
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
    add_fine(content, make_address(make), NULL, SLOT_ADDRESS);
}

const char *
poster_content_date(Arena *arena, const Agency *agency, const Service *service)
{
    Date date = service != NULL ? service_date(service) : agency_date(agency);
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
