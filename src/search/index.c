#include "search/index.h"
#include "base/append.h"
#include "base/fs.h"
#include "base/json.h"
#include "base/path.h"
#include "base/sort.h"
#include "facts/fee.h"
#include "model/charter.h"
#include "search/terms.h"
#include "text/words.h"
#include <stdlib.h>
#include <string.h>

enum {
    HASH_CHARS = 6,
    MAX_TITLE = 160, /* characters shown of a title and of a fact */
    MAX_FACT = 60,
    MAX_WORDS = 64, /* words read of a title or keyword; fewer of what weighs less */
    MAX_REQUIREMENTS = 20,
    MAX_REQUIREMENT_WORDS = 12,
};

#define NO_AGENCY G_MAXINT32

typedef struct Index {
    Telling tell;
    const SharedPlan *plan;
    const OutputSink *sink;
    Terms *words;
    TermText **agencies, **topics, **events; /* as in the plan; made when first met */
    GString *bytes;                          /* of the file at hand */
    gboolean adding; /* the words of documents are added while their records are made */
    /* of the manifest: where shards begin, their hashes one after another */
    GString *starts, *hashes, *back_starts, *back_hashes, *record_hashes;
} Index;

/* ---- words of the services ---- */

static const TermText *
agency_words(Index *index, guint which)
{
    TermText **slot = &index->agencies[which];
    const AgencyCard *card = index->plan->cards[which];
    const char *texts[] = {card->nama_lengkap, card->wilayah, card->region_nama,
                           card->search_words};
    if (*slot == NULL)
        *slot = terms_prepare(index->words, texts, G_N_ELEMENTS(texts), (guint)MAX_WORDS);
    return *slot;
}

static int
compare_slug(gconstpointer slug, gconstpointer group)
{
    return strcmp(slug, ((const SharedGroup *)group)->slug);
}

static TermText *
topic_words(Index *index, const char *slug)
{
    const Topic *topic = site_topic(index->tell.data, slug);
    guint n = topic != NULL ? topic->sinonim.n : 0;
    g_autofree const char **texts = g_new(const char *, n + 1);
    texts[0] = telling_topic(&index->tell, slug);
    for (guint i = 0; i < n; i++)
        texts[i + 1] = text_str(topic->sinonim.items[i]);
    return terms_prepare(index->words, texts, n + 1, MAX_WORDS);
}

static TermText *
event_words(Index *index, const char *slug)
{
    const char *name = telling_event(&index->tell, slug);
    return terms_prepare(index->words, &name, 1, MAX_WORDS);
}

/* Topics or life events, and the words of each that was met. */
typedef struct GroupWords {
    const SharedGroup *groups;
    guint n;
    TermText **slots;
    TermText *(*prepare)(Index *index, const char *slug);
} GroupWords;

static void
add_groups(Index *index, guint doc, CardTexts slugs, const GroupWords *words)
{
    for (guint i = 0; i < slugs.n; i++) {
        const SharedGroup *group = bsearch(slugs.items[i], words->groups, words->n,
                                           sizeof *words->groups, compare_slug);
        if (group == NULL)
            continue;
        TermText **slot = &words->slots[group - words->groups];
        if (*slot == NULL)
            *slot = words->prepare(index, group->slug);
        terms_add(*slot, doc, TERM_TOPIC);
    }
}

static void
add_service(Index *index, guint doc, const ServiceCard *card)
{
    const SharedPlan *plan = index->plan;
    CardRef ref = plan->services[doc];
    Terms *words = index->words;
    terms_add_name(words, card->judul, MAX_WORDS, doc, TERM_TITLE);
    for (guint i = 0; i < card->kata_kunci.n; i++)
        terms_add_name(words, card->kata_kunci.items[i], MAX_WORDS, doc, TERM_KEYWORD);
    for (guint i = 0; i < card->dicari.n; i++)
        terms_add_name(words, card->dicari.items[i], MAX_WORDS, doc, TERM_KEYWORD);
    if (card->biaya.class == FEE_CLASS_FREE)
        terms_add_text(words, "gratis", 1, doc, TERM_KEYWORD);
    add_groups(index, doc, card->keperluan,
               &(GroupWords){plan->topics, plan->n_topics, index->topics, topic_words});
    add_groups(index, doc, card->peristiwa,
               &(GroupWords){plan->events, plan->n_events, index->events, event_words});
    terms_add(agency_words(index, ref.agency), doc, TERM_OTHER);
    terms_add_folder(words, plan->cards[ref.agency]->path, doc);
    for (guint i = 0; i < MIN(card->syarat.n, (guint)MAX_REQUIREMENTS); i++)
        terms_add_common(words, card->syarat.items[i], MAX_REQUIREMENT_WORDS, doc);
    terms_add_common(words, card->hasil, MAX_REQUIREMENT_WORDS, doc);
}

/* ---- hubs: agencies, topics and life events, whose documents stand behind the services ---- */

typedef enum HubKind { HUB_AGENCY, HUB_TOPIC, HUB_EVENT } HubKind;

typedef struct Hub {
    HubKind kind;
    guint which; /* in the plan: agencies by their card */
    const char *name;
} Hub;

static guint
count_hubs(const SharedPlan *plan)
{
    return plan->n_cards + plan->n_topics + plan->n_events;
}

static guint
count_documents(const SharedPlan *plan)
{
    return plan->n_services + count_hubs(plan);
}

/* The `i`-th of count_hubs(). */
static Hub
hub_at(Index *index, guint i)
{
    const SharedPlan *plan = index->plan;
    if (i < plan->n_cards)
        return (Hub){HUB_AGENCY, i, plan->cards[i]->nama_lengkap};
    i -= plan->n_cards;
    if (i < plan->n_topics)
        return (Hub){HUB_TOPIC, i, telling_topic(&index->tell, plan->topics[i].slug)};
    i -= plan->n_topics;
    return (Hub){HUB_EVENT, i, telling_event(&index->tell, plan->events[i].slug)};
}

static void
add_hub(Index *index, guint i)
{
    guint doc = index->plan->n_services + i;
    Hub hub = hub_at(index, i);
    terms_add_name(index->words, hub.name, MAX_WORDS, doc, TERM_TITLE);
    if (hub.kind == HUB_AGENCY) {
        terms_add_initials(index->words, index->plan->cards[hub.which]->nama, doc,
                           TERM_KEYWORD);
        terms_add(agency_words(index, hub.which), doc, TERM_OTHER);
        terms_add_folder(index->words, index->plan->cards[hub.which]->path, doc);
    }
    if (hub.kind == HUB_TOPIC) {
        TermText **slot = &index->topics[hub.which];
        if (*slot == NULL)
            *slot = topic_words(index, index->plan->topics[hub.which].slug);
        terms_add(*slot, doc, TERM_TOPIC);
    }
}

/* ---- files ---- */

/* Six characters that change with the bytes. */
static void
append_hash(GString *out, guint64 hash)
{
    for (guint i = 0; i < HASH_CHARS; i++, hash >>= 5)
        g_string_append_c(out, "0123456789abcdefghijklmnopqrstuv"[hash & 31]);
}

static gboolean
put_shard(Index *index, char kind, guint number, const char *hash)
{
    char name[64];
    g_snprintf(name, sizeof name, "%c%u-%.*s", kind, number, (int)HASH_CHARS, hash);
    g_autofree char *path = address_dup(ADDRESS_SEARCH_SHARD, &(AddressParts){.variant = name});
    return output_put(index->sink, path, index->bytes);
}

/* Where a shard begins: as much of its first term as tells it from the last one before. */
static void
append_start(GString *starts, const char *last, const char *first)
{
    gsize n = 0;
    while (last[n] != '\0' && last[n] == first[n])
        n++;
    do
        n++;
    while (((guchar)first[n] & 0xC0) == 0x80);
    g_string_append_c(starts, ' ');
    g_string_append_len(starts, first, (gssize)n);
}

typedef struct ShardKind {
    char letter;
    const char *call;
} ShardKind;
static const ShardKind term_shards = {'k', "maklumatKata"},
                       back_shards = {'b', "maklumatBalik"};

static void
begin_shard(Index *index, const ShardKind *kind, guint number)
{
    g_string_printf(index->bytes, "%s(%u,\"", kind->call, number);
}

static gboolean
end_shard(Index *index, const ShardKind *kind, guint number, GString *hashes)
{
    g_string_append(index->bytes, "\")\n");
    append_hash(hashes, fs_hash(index->bytes->str, index->bytes->len, 0));
    return put_shard(index, kind->letter, number, hashes->str + hashes->len - HASH_CHARS);
}

/* ---- terms ---- */

static void
append_term(GString *out, const Term *term)
{
    append_text(out, term->text);
    append_bytes(out, " ", 1);
    term_append(term, out);
}

static gboolean
put_terms(Index *index, Term *const *terms, guint n)
{
    g_autoptr(GString) one = g_string_new(NULL);
    guint number = 0;
    gsize head = 0;
    for (guint i = 0; i < n; i++) {
        g_string_truncate(one, 0);
        append_term(one, terms[i]);
        if (i > 0 && index->bytes->len + one->len > INDEX_SHARD_BYTES &&
            index->bytes->len > head) {
            if (!end_shard(index, &term_shards, number++, index->hashes))
                return FALSE;
            append_start(index->starts, terms[i - 1]->text, terms[i]->text);
            head = 0;
        }
        if (head == 0) {
            begin_shard(index, &term_shards, number);
            head = index->bytes->len;
        }
        if (index->bytes->len > head)
            g_string_append_c(index->bytes, ' ');
        append_bytes(index->bytes, one->str, one->len);
    }
    return n == 0 || end_shard(index, &term_shards, number, index->hashes);
}

/* Terms long enough for a slip, read backwards, in order. */
static char **
backward_terms(Arena *arena, Term *const *terms, guint n, guint *n_back)
{
    char **out = arena_alloc(arena, n * sizeof *out);
    *n_back = 0;
    for (guint i = 0; i < n; i++) {
        const char *text = terms[i]->text;
        gsize len = strlen(text);
        if (len < 4 || strspn(text, "abcdefghijklmnopqrstuvwxyz") != len)
            continue;
        out[(*n_back)++] = g_strreverse(arena_strndup(arena, text, len));
    }
    if (*n_back > 1)
        qsort(out, *n_back, sizeof *out, sort_compare_texts);
    return out;
}

static gboolean
put_backward(Index *index, Term *const *terms, guint n)
{
    guint n_back, number = 0;
    g_autoptr(Arena) arena = arena_new();
    char *const *back = backward_terms(arena, terms, n, &n_back);
    begin_shard(index, &back_shards, 0);
    for (guint i = 0; i < n_back; i++) {
        if (i > 0 && index->bytes->len > INDEX_SHARD_BYTES) {
            if (!end_shard(index, &back_shards, number++, index->back_hashes))
                return FALSE;
            begin_shard(index, &back_shards, number);
            append_start(index->back_starts, back[i - 1], back[i]);
        } else if (i > 0) {
            g_string_append_c(index->bytes, ' ');
        }
        append_text(index->bytes, back[i]);
    }
    return end_shard(index, &back_shards, number, index->back_hashes);
}

/* ---- records ---- */

/* The page without its agency's folder and without ".html". */
static const char *
page_in(const AgencyCard *agency, const ServiceCard *service)
{
    gsize n = strlen(agency->path);
    return n > 0 && path_is_below(service->page, agency->path) ? service->page + n + 1
                                                               : service->page;
}

static void
append_agencies(Json *json, const Index *index, const guint *agencies, guint n)
{
    json_array_begin(json);
    for (guint i = 0; i < n; i++) {
        const AgencyCard *card =
            agencies[i] != NO_AGENCY ? index->plan->cards[agencies[i]] : NULL;
        json_array_begin(json);
        json_text(json, card != NULL ? card->nama_lengkap : "", -1);
        json_text(json, card != NULL ? card->path : "", -1);
        json_array_end(json);
    }
    json_array_end(json);
}

/* Returns the card, for the next record. */
static const ServiceCard *
append_record(Json *json, Index *index, guint doc, const ServiceCard *last, guint agency)
{
    const Telling *tell = &index->tell;
    CardRef ref = index->plan->services[doc];
    const ServiceCard *card = index->adding ? shared_service(index->plan, ref, tell->arena)
                                            : shared_brief(index->plan, ref, tell->arena);
    if (index->adding)
        add_service(index, doc, card);
    json_array_begin(json);
    if (last != NULL && strcmp(last->judul, card->judul) == 0)
        json_int(json, 0);
    else
        json_text(json, words_cut(tell->arena, card->judul, MAX_TITLE), -1);
    json_int(json, agency);
    json_text(json, page_in(shared_agency(index->plan, ref), card), -1);
    json_text(json, words_cut(tell->arena, telling_time(tell, &card->waktu), MAX_FACT), -1);
    json_text(json, words_cut(tell->arena, telling_fee(tell, &card->biaya), MAX_FACT), -1);
    if (card->status == STATUS_NONAKTIF)
        json_text(json, telling_label(tell, "nonaktif_cap"), -1);
    else if (card->belum_berlaku)
        json_text(json, telling_label(tell, "belum_berlaku_cap"), -1);
    json_array_end(json);
    return card;
}

/* The agency of document `doc`; of a topic or life event: none. */
static guint
agency_of(const SharedPlan *plan, guint doc)
{
    if (doc < plan->n_services)
        return plan->services[doc].agency;
    return doc - plan->n_services < plan->n_cards ? doc - plan->n_services : NO_AGENCY;
}

/* Name, agency, page: hubs have neither time nor fee. */
static void
append_hub(Json *json, Index *index, guint i, guint agency)
{
    static const AddressKind kinds[] = {
        [HUB_TOPIC] = ADDRESS_TOPIC, [HUB_EVENT] = ADDRESS_EVENT};
    Hub hub = hub_at(index, i);
    if (index->adding)
        add_hub(index, i);
    json_array_begin(json);
    json_text(json, words_cut(index->tell.arena, hub.name, MAX_TITLE), -1);
    json_int(json, agency);
    if (hub.kind == HUB_AGENCY) {
        json_text(json, "index", -1);
    } else {
        const SharedGroup *group = hub.kind == HUB_TOPIC ? &index->plan->topics[hub.which]
                                                         : &index->plan->events[hub.which];
        g_autofree char *page =
            address_dup(kinds[hub.kind], &(AddressParts){.slug = group->slug});
        json_text(json, page, (gssize)(strlen(page) - strlen(".html")));
    }
    json_array_end(json);
}

/* Two arrays: the agencies met, and the documents. A title like the one before is 0. */
static void
append_records(Json *json, Index *index, guint from, guint n)
{
    const SharedPlan *plan = index->plan;
    g_autofree guint *agencies = g_new(guint, n + 1);
    g_autofree guint *places = g_new(guint, n + 1);
    g_autoptr(GHashTable) met = g_hash_table_new(NULL, NULL);
    guint n_agencies = 0;
    for (guint i = 0; i < n; i++) {
        guint agency = agency_of(plan, from + i);
        gpointer place = g_hash_table_lookup(met, GUINT_TO_POINTER(agency));
        if (place == NULL) {
            agencies[n_agencies++] = agency;
            place = GUINT_TO_POINTER(n_agencies);
            g_hash_table_insert(met, GUINT_TO_POINTER(agency), place);
        }
        places[i] = GPOINTER_TO_UINT(place) - 1;
    }
    append_agencies(json, index, agencies, n_agencies);
    json_array_begin(json);
    const ServiceCard *last = NULL;
    for (guint i = 0; i < n; i++) {
        if (from + i >= plan->n_services) {
            append_hub(json, index, from + i - plan->n_services, places[i]);
            continue;
        }
        last = append_record(json, index, from + i, last, places[i]);
    }
    json_array_end(json);
}

static void
make_record_shard(Index *index, guint number, GString *out)
{
    guint from = number * INDEX_RECORDS;
    g_autoptr(Arena) arena = arena_new();
    Arena *outer = index->tell.arena;
    Json json;
    index->tell.arena = arena;
    g_string_printf(out, "maklumatCatatan(%u,", number);
    json_init(&json, out, 0);
    json_array_begin(&json);
    append_records(&json, index, from,
                   MIN(count_documents(index->plan) - from, (guint)INDEX_RECORDS));
    json_array_end(&json);
    g_string_append(out, ")\n");
    index->tell.arena = outer;
}

/* The shards of one group are made before they are written: their common hash is part of their names. */
static gboolean
put_record_group(Index *index, guint first, guint n)
{
    g_autoptr(GPtrArray) shards = g_ptr_array_new();
    guint64 hash = 0;
    gboolean fine = TRUE;
    for (guint i = 0; i < n; i++) {
        make_record_shard(index, first + i, index->bytes);
        hash = fs_hash(index->bytes->str, index->bytes->len, hash);
        g_ptr_array_add(shards, g_string_new_len(index->bytes->str, (gssize)index->bytes->len));
    }
    append_hash(index->record_hashes, hash);
    for (guint i = 0; i < n; i++) {
        GString *shard = shards->pdata[i];
        g_string_assign(index->bytes, shard->str);
        fine = fine &&
               put_shard(index, 'r', first + i,
                         index->record_hashes->str + index->record_hashes->len - HASH_CHARS);
        g_string_free(shard, TRUE);
    }
    return fine;
}

static gboolean
put_records(Index *index)
{
    guint n = shared_n_pages(count_documents(index->plan), INDEX_RECORDS);
    for (guint first = 0; first < n; first += INDEX_GROUP)
        if (!put_record_group(index, first, MIN(n - first, (guint)INDEX_GROUP)))
            return FALSE;
    return TRUE;
}

/* ---- the manifest ---- */

static void
begin_manifest(const Index *index, Json *json, GString *out)
{
    g_autoptr(GString) synonyms = g_string_new(NULL);
    terms_append_synonyms(synonyms);
    g_string_assign(out, "maklumatIndeks(");
    json_init(json, out, 0);
    json_object_begin(json);
    json_int_pair(json, "n", index->plan->n_services);
    json_text_pair(json, "henti", terms_stop_words());
    json_text_pair(json, "lemah", terms_weak_words());
    json_text_pair(json, "padan", synonyms->str);
}

/* Everything in one file, unless that is too much. */
static gboolean
make_whole(Index *index, Term *const *terms, guint n, GString *out)
{
    Json json;
    begin_manifest(index, &json, out);
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < n && all->len <= INDEX_WHOLE_BYTES; i++) {
        if (i > 0)
            g_string_append_c(all, ' ');
        append_term(all, terms[i]);
    }
    if (all->len > INDEX_WHOLE_BYTES)
        return FALSE;
    json_text_pair(&json, "kata", all->str);
    json_key_array(&json, "catatan");
    append_records(&json, index, 0, count_documents(index->plan));
    json_array_end(&json);
    json_object_end(&json);
    g_string_append(out, ")\n");
    return out->len <= INDEX_WHOLE_BYTES;
}

static void
make_manifest(Index *index, GString *out)
{
    Json json;
    begin_manifest(index, &json, out);
    json_text_pair(&json, "k", index->starts->str);
    json_text_pair(&json, "kh", index->hashes->str);
    json_text_pair(&json, "b", index->back_starts->str);
    json_text_pair(&json, "bh", index->back_hashes->str);
    json_int_pair(&json, "r", INDEX_RECORDS);
    json_int_pair(&json, "rg", INDEX_GROUP);
    json_text_pair(&json, "rh", index->record_hashes->str);
    json_object_end(&json);
    g_string_append(out, ")\n");
}

static void
add_documents(Index *index)
{
    const SharedPlan *plan = index->plan;
    g_autoptr(Arena) arena = arena_new();
    for (guint doc = 0; doc < plan->n_services; doc++) {
        add_service(index, doc, shared_service(plan, plan->services[doc], arena));
        arena_clear(arena);
    }
    for (guint i = 0; i < count_hubs(plan); i++)
        add_hub(index, i);
}

static gboolean
put_index(Index *index)
{
    guint n;
    g_autoptr(GString) manifest = g_string_new(NULL);
    /* More do not fit into one file: then each card is read once, for its words and its record. */
    const gboolean large = count_documents(index->plan) > INDEX_WHOLE_BYTES / 32;
    index->adding = large;
    if (!large)
        add_documents(index);
    else if (!put_records(index))
        return FALSE;
    index->adding = FALSE;
    Term *const *terms = terms_sorted(index->words, &n);
    if (large || !make_whole(index, terms, n, manifest)) {
        if (!put_terms(index, terms, n) || !put_backward(index, terms, n))
            return FALSE;
        if (!large && !put_records(index))
            return FALSE;
        make_manifest(index, manifest);
    }
    return output_put(index->sink, address_table[ADDRESS_SEARCH_INDEX].pattern, manifest);
}

gboolean
index_put(const Telling *tell, const SharedPlan *plan, const OutputSink *sink)
{
    g_autoptr(Terms) words = terms_new();
    g_autofree TermText **agencies = g_new0(TermText *, plan->n_cards + 1);
    g_autofree TermText **topics = g_new0(TermText *, plan->n_topics + 1);
    g_autofree TermText **events = g_new0(TermText *, plan->n_events + 1);
    g_autoptr(GString) bytes = g_string_sized_new(2 * INDEX_SHARD_BYTES);
    g_autoptr(GString) starts = g_string_new(NULL);
    g_autoptr(GString) hashes = g_string_new(NULL);
    g_autoptr(GString) back_starts = g_string_new(NULL);
    g_autoptr(GString) back_hashes = g_string_new(NULL);
    g_autoptr(GString) record_hashes = g_string_new(NULL);
    Index index = {.tell = *tell,
                   .plan = plan,
                   .sink = sink,
                   .words = words,
                   .agencies = agencies,
                   .topics = topics,
                   .events = events,
                   .bytes = bytes,
                   .starts = starts,
                   .hashes = hashes,
                   .back_starts = back_starts,
                   .back_hashes = back_hashes,
                   .record_hashes = record_hashes};
    return put_index(&index);
}
