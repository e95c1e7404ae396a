#include "audit/exam.h"
#include "audit/freshness.h"
#include "audit/language.h"
#include "model/walk.h"
#include "text/address.h"
#include <string.h>

/* How old dates may be; day 0: that is not judged. */
typedef struct Age {
    gint32 oldest; /* the earliest day that will do */
    gboolean known, *open, *old;
} Age;

/* ---- what a field holds ---- */

/* Words that stand for none yet are no evidence. */
static gboolean
is_text_proof(const Text *text)
{
    gsize start, len;
    return text_has_words(*text) && !language_is_scaffold(text->str) &&
           !language_find_placeholder(text->str, &start, &len);
}

static guint
count_texts(const Field *field, const List *list)
{
    guint n = 0;
    for (guint i = 0; i < list->n; i++)
        n += is_text_proof(
                 (const Text *)((const char *)list->items + i * field_item_size(field)))
                 ? 1
                 : 0;
    return n;
}

static gboolean
is_date_proof(const DateText *date, const Age *age)
{
    if (!is_text_proof(&date->raw) || !date_is_set(date->date))
        return FALSE;
    if (age->known && date_to_day(date->date) < age->oldest)
        *age->old = TRUE;
    return !age->known || date_to_day(date->date) >= age->oldest;
}

/* "tidak" says that there is none. */
static gboolean
is_choice_proof(const Record *record, const Field *field, gconstpointer self)
{
    if (!field_is_given(record, self, field))
        return FALSE;
    const char *choice = field->choice((guint) * (const gint64 *)field_value(field, self));
    return choice != NULL && strcmp(choice, "tidak") != 0;
}

/* The number of values a field holds; a component by its state, which knows of variants and inheritance. */
static guint
count_field(const Record *record, const Field *field, gconstpointer self, const Age *age)
{
    gconstpointer value = field_value(field, self);
    if (record == &record_service && field->component > 0) {
        const Service *service = self;
        if (service->component[field->component] < COMPONENT_PRESENT)
            return 0;
        return field_item_size(field) > 0 ? MAX(((const List *)value)->n, 1) : 1;
    }
    switch (field->type) {
    case FIELD_SWITCH:
        return *(const gboolean *)value ? 1 : 0;
    case FIELD_NUMBER:
        return field_is_given(record, self, field) ? 1 : 0;
    case FIELD_CHOICE:
        return is_choice_proof(record, field, self) ? 1 : 0;
    case FIELD_DATE:
        return is_date_proof(value, age) ? 1 : 0;
    case FIELD_TEXT:
    case FIELD_SLUG:
    case FIELD_COLOR:
    case FIELD_MONEY:
    case FIELD_LINK: /* begins with its Text */
        return is_text_proof(value) ? 1 : 0;
    case FIELD_TEXTS:
    case FIELD_SLUGS:
    case FIELD_PATHS:
    case FIELD_CHOICES:
        return count_texts(field, value);
    case FIELD_DATES:
    case FIELD_LEVELS:
    case FIELD_DURATIONS:
    case FIELD_RECORDS:
        return ((const List *)value)->n;
    case FIELD_DURATION:
    case FIELD_RECORD:
        return field_is_empty(field, self) ? 0 : 1;
    }
    return 0;
}

static guint
count_path(const InstrumentPath *path, guint depth, gconstpointer self, const Age *age)
{
    const Field *field = path->fields[depth];
    gconstpointer value = field_value(field, self);
    if (depth + 1 == path->n)
        return count_field(path->records[depth], field, self, age);
    if (field->type == FIELD_RECORD)
        return count_path(path, depth + 1, value, age);
    const List *list = value;
    guint n = 0;
    for (guint i = 0; i < list->n; i++)
        n += count_path(path, depth + 1, (const char *)list->items + i * field->record->size,
                        age);
    return n;
}

/* ---- who is asked ---- */

static gconstpointer
self_of(const ExamSubject *subject, InstrumentScope scope, const Service *service)
{
    switch (scope) {
    case SCOPE_SERVICES:
        return service;
    case SCOPE_SITE:
        return subject->site;
    case SCOPE_AGENCY:
        break;
    }
    return subject->agency;
}

/* Of the paths of a want the one that holds most. */
static guint
count_want(const ExamSubject *subject,
           const InstrumentWant *want,
           const Service *service,
           const Age *age)
{
    guint most = 0;
    for (guint i = 0; i < want->n; i++) {
        gconstpointer self = self_of(subject, want->paths[i].scope, service);
        /* The site's address may come from the command line. */
        gboolean is_url =
            want->paths[i].scope == SCOPE_SITE && strcmp(want->paths[i].key, "url") == 0;
        guint n = is_url         ? (subject->url != NULL)
                  : self != NULL ? count_path(&want->paths[i], 0, self, age)
                                 : 0;
        most = MAX(most, n);
    }
    return most;
}

static gboolean
asks_services(const InstrumentWant *want)
{
    return want->paths[0].scope == SCOPE_SERVICES;
}

typedef struct Judge {
    Arena *arena;
    const ExamSubject *subject;
    ExamResult *result;
    guint room; /* gaps there is room for */
} Judge;

static void
add_gap(Judge *judge, ExamGap gap)
{
    ExamResult *result = judge->result;
    if (result->n_gaps == judge->room) {
        judge->room = judge->room * 2 + 4;
        ExamGap *more = arena_alloc(judge->arena, judge->room * sizeof *more);
        if (result->n_gaps > 0)
            memcpy(more, result->gaps, result->n_gaps * sizeof *more);
        result->gaps = more;
    }
    result->gaps[result->n_gaps++] = gap;
}

/* The active services that lack something, into the gap; TRUE: some do, or there is none. */
static gboolean
find_lacking(Judge *judge,
             const InstrumentWantList *some,
             const InstrumentWant *want,
             ExamGap *gap,
             const Age *age)
{
    const ServiceList *services = &judge->subject->agency->services;
    const Service **lacking = arena_alloc(judge->arena, services->n * sizeof *lacking);
    guint n_active = 0, least = G_MAXUINT;
    for (guint i = 0; i < services->n; i++) {
        const Service *service = &services->items[i];
        guint n = 0;
        if (service->status != STATUS_AKTIF)
            continue;
        n_active++;
        for (guint k = 0; some != NULL && k < some->n; k++)
            n += count_want(judge->subject, &some->items[k], service, age);
        if (want != NULL)
            n = count_want(judge->subject, want, service, age);
        least = MIN(least, n);
        if (n < gap->need)
            lacking[gap->n_services++] = service;
    }
    gap->services = lacking;
    gap->have = n_active > 0 ? least : 0;
    return n_active == 0 || gap->n_services > 0;
}

static void
judge_want(Judge *judge, const InstrumentRule *rule, const InstrumentWant *want, const Age *age)
{
    ExamGap gap = {.rule = rule, .want = want, .need = 1};
    *age->old = FALSE;
    gboolean lacks = asks_services(want) ? find_lacking(judge, NULL, want, &gap, age)
                                         : count_want(judge->subject, want, NULL, age) == 0;
    gap.old = *age->old;
    if (lacks)
        add_gap(judge, gap);
}

static void
judge_some(Judge *judge, const InstrumentRule *rule, const Age *age)
{
    ExamGap gap = {.rule = rule, .need = (guint)MAX(rule->paling_sedikit, 1)};
    gboolean lacks;
    if (asks_services(&rule->some.items[0])) {
        lacks = find_lacking(judge, &rule->some, NULL, &gap, age);
    } else {
        for (guint i = 0; i < rule->some.n; i++)
            gap.have += count_want(judge->subject, &rule->some.items[i], NULL, age);
        lacks = gap.have < gap.need;
    }
    if (lacks)
        add_gap(judge, gap);
}

/* ---- facts ---- */

static gboolean
is_without_break(const Hours *hours)
{
    gboolean open = FALSE;
    for (guint day = 0; day < N_WEEKDAYS; day++) {
        open |= hours->n[day] > 0;
        if (hours->n[day] > 1)
            return FALSE;
    }
    return open;
}

/* The host of an address ends in .go.id. */
static gboolean
is_government(const char *address)
{
    const char *host = address != NULL ? strstr(address, "://") : NULL;
    if (host == NULL)
        return FALSE;
    host += strlen("://");
    g_autofree char *name = g_ascii_strdown(host, (gssize)strcspn(host, "/:?#"));
    return g_str_has_suffix(name, ".go.id");
}

static gboolean
is_among(const ChannelList *list, ChannelKind kind)
{
    for (guint i = 0; i < list->n; i++)
        if (list->items[i].jenis == kind)
            return TRUE;
    return FALSE;
}

static gboolean
has_channel(const Agency *agency, ChannelKind kind)
{
    gboolean found = is_among(&agency->pengaduan.kanal, kind);
    for (guint i = 0; !found && i < agency->services.n; i++)
        found = agency->services.items[i].status == STATUS_AKTIF &&
                is_among(&agency->services.items[i].pengaduan.kanal, kind);
    return found;
}

static gboolean
has_fact(const ExamSubject *subject, InstrumentFact fact)
{
    const Hours *hours = &subject->agency->hours;
    switch (fact) {
    case FACT_PLEDGE_WHOLE:
        return is_text_proof(&subject->agency->maklumat.teks) &&
               freshness_is_pledge_whole(subject->agency->maklumat.teks.str);
    case FACT_NO_BREAK:
        return is_without_break(hours);
    case FACT_REST_DAYS:
        return hours->n[SABTU] + hours->n[MINGGU] > 0;
    case FACT_GOVERNMENT:
        return is_government(subject->url);
    case FACT_LAPOR:
        return has_channel(subject->agency, CHANNEL_LAPOR);
    case FACT_IN_PERSON:
        return has_channel(subject->agency, CHANNEL_DATANG);
    case N_INSTRUMENT_FACTS:
        break;
    }
    return FALSE;
}

/* ---- items ---- */

static void
judge_rule(Judge *judge, const InstrumentRule *rule)
{
    const ExamSubject *subject = judge->subject;
    gboolean old = FALSE;
    Age age = {.old = &old, .known = rule->paling_lama > 0 && date_is_set(subject->today)};
    if (age.known) {
        Date oldest = date_add_months(subject->today, -rule->paling_lama);
        age.oldest = date_is_set(oldest) ? date_to_day(oldest) : G_MININT32;
    }
    for (guint i = 0; i < rule->all.n; i++)
        judge_want(judge, rule, &rule->all.items[i], &age);
    if (rule->some.n > 0)
        judge_some(judge, rule, &age);
    for (guint fact = 0; fact < N_INSTRUMENT_FACTS; fact++)
        if ((rule->facts >> fact & 1) != 0 && !has_fact(subject, (InstrumentFact)fact))
            add_gap(judge,
                    (ExamGap){.rule = rule, .is_fact = TRUE, .fact = (InstrumentFact)fact});
    judge->result->age_open |= rule->paling_lama > 0 && !age.known;
}

static void
judge_item(Arena *arena, const ExamSubject *subject, ExamResult *result)
{
    const InstrumentRuleList *rules = &result->item->aturan;
    Judge judge = {arena, subject, result, 0};
    for (guint i = 0; i < rules->n; i++)
        judge_rule(&judge, &rules->items[i]);
    result->state = rules->n == 0        ? EXAM_OTHERWISE
                    : result->n_gaps > 0 ? EXAM_MISSING
                                         : EXAM_PROVED;
}

void
exam_run(Arena *arena, const Instrument *instrument, const ExamSubject *subject, Exam *out)
{
    *out = (Exam){.instrument = instrument,
                  .results = arena_alloc(arena, instrument->n_items * sizeof *out->results)};
    for (guint i = 0; i < instrument->bagian.n; i++) {
        const InstrumentItemList *items = &instrument->bagian.items[i].butir;
        for (guint k = 0; k < items->n; k++) {
            ExamResult *result = &out->results[out->n++];
            result->item = &items->items[k];
            judge_item(arena, subject, result);
            out->n_proved += result->state == EXAM_PROVED;
            out->n_missing += result->state == EXAM_MISSING;
            out->n_otherwise += result->state == EXAM_OTHERWISE;
        }
    }
}

char *
exam_proof_path(InstrumentPage page, const char *folder)
{
    static const AddressKind kinds[N_INSTRUMENT_PAGES] = {
        [PROOF_AGENCY] = ADDRESS_AGENCY,
        [PROOF_SERVICES] = ADDRESS_AGENCY,
        [PROOF_COMPLAINTS] = ADDRESS_AGENCY_COMPLAINTS,
        [PROOF_FEES] = ADDRESS_AGENCY_FEES,
        [PROOF_QUALITY] = ADDRESS_AGENCY_QUALITY,
        [PROOF_BOARD] = ADDRESS_AGENCY_BOARD,
        [PROOF_BOOK] = ADDRESS_AGENCY_BOOK,
        [PROOF_DATA] = ADDRESS_AGENCY_JSON,
    };
    return address_dup(kinds[page], &(AddressParts){.folder = folder});
}
