#include "model/instrument.h"
#include "base/borrow.h"
#include "base/built-in.h"
#include "base/fs.h"
#include "base/suggest.h"
#include "model/bind.h"
#include "text/slug.h"
#include <stdlib.h>
#include <string.h>

#define BUILT_IN        "/maklumat/instrumen"
#define FOLDER          "instrumen"
#define MAX_FILES_WORDS "32"
G_STATIC_ASSERT(INSTRUMENT_MAX_FILES == 32);

/* ---- the tables ---- */

static const char *const way_keys[N_INSTRUMENT_WAYS] = {"situs", "dokumen", "foto",
                                                        "tangkapan_layar", "wawancara"};
static const char *const fact_keys[N_INSTRUMENT_FACTS] = {
    [FACT_PLEDGE_WHOLE] = "maklumat_lengkap",
    [FACT_NO_BREAK] = "tanpa_jeda",
    [FACT_REST_DAYS] = "buka_akhir_pekan",
    [FACT_GOVERNMENT] = "alamat_go_id",
    [FACT_LAPOR] = "kanal_lapor",
    [FACT_IN_PERSON] = "kanal_tatap_muka",
};
static const char *const page_keys[N_INSTRUMENT_PAGES] = {
    "instansi", "layanan", "pengaduan", "biaya", "mutu", "papan", "cetak", "data"};

static const char *
way_choice(guint i)
{
    return i < N_INSTRUMENT_WAYS ? way_keys[i] : NULL;
}

const char *
instrument_fact_key(guint i)
{
    return i < N_INSTRUMENT_FACTS ? fact_keys[i] : NULL;
}

static const char *
page_choice(guint i)
{
    return i < N_INSTRUMENT_PAGES ? page_keys[i] : NULL;
}

#define N(rows)        (rows), G_N_ELEMENTS(rows)
#define ROW(rec, m, t) .key = #m, .type = (t), .offset = G_STRUCT_OFFSET(rec, m)
#define DOC(id, en)    .doc_id = (id), .doc_en = (en)

static const Field rule_fields[] = {
    {ROW(InstrumentRule, ada, FIELD_TEXTS),
     DOC("kunci yang semuanya harus terisi", "keys that must all be filled in"),
     .example = "skm.nilai"},
    {ROW(InstrumentRule, dari, FIELD_TEXTS),
     DOC("kunci yang isinya dihitung bersama", "keys whose values are counted together"),
     .example = "fkp.unsur"},
    {ROW(InstrumentRule, paling_sedikit, FIELD_NUMBER),
     DOC("jumlah terkecil dari `dari`", "the least number for `dari`"), .example = "4"},
    {ROW(InstrumentRule, paling_lama, FIELD_NUMBER),
     DOC("umur tanggal dalam `ada`, bulan", "months that the dates of `ada` may lie back"),
     .example = "12"},
    {ROW(InstrumentRule, fakta, FIELD_CHOICES), .choice = instrument_fact_key,
     DOC("yang dihitung program", "what the program computes"), .example = "maklumat_lengkap"},
};
static const Record record_rule = {"rule",         "aturan", "a rule", sizeof(InstrumentRule),
                                   N(rule_fields), NO_TEXT};

static const Field item_fields[] = {
    {ROW(InstrumentItem, nomor, FIELD_TEXT), .flags = FIELD_REQUIRED,
     DOC("nomor butir", "number of the item"), .example = "1b"},
    {ROW(InstrumentItem, tanya, FIELD_TEXT), .flags = FIELD_REQUIRED,
     DOC("yang ditanyakan", "what is asked"),
     .example = "Standar pelayanan memuat 14 komponen"},
    {ROW(InstrumentItem, bukti, FIELD_TEXTS),
     DOC("bukti yang diminta", "the evidence that is wanted")},
    {ROW(InstrumentItem, cara, FIELD_CHOICES), .flags = FIELD_REQUIRED, .choice = way_choice,
     DOC("cara membuktikan", "how it is proved"), .example = "situs"},
    {ROW(InstrumentItem, aturan, FIELD_RECORDS), .record = &record_rule,
     DOC("kunci yang membuktikannya", "the keys that prove it")},
    {ROW(InstrumentItem, halaman, FIELD_CHOICES), .choice = page_choice,
     DOC("halaman yang menunjukkannya", "the page that shows it"), .example = "instansi"},
    {ROW(InstrumentItem, batas, FIELD_TEXT),
     DOC("yang tidak dapat diketahui program", "what the program cannot know")},
    {ROW(InstrumentItem, diverifikasi, FIELD_SWITCH),
     DOC("tidak = butir ini belum diverifikasi", "tidak = this item is not verified"),
     .example = "tidak"},
};
static const Record record_item_of_instrument = {
    "instrument-item", "butir", "an item", sizeof(InstrumentItem), N(item_fields), NO_TEXT};

static const Field part_fields[] = {
    {ROW(InstrumentPart, judul, FIELD_TEXT), .flags = FIELD_REQUIRED,
     DOC("judul bagian", "title of the part"), .example = "Kebijakan Pelayanan"},
    {ROW(InstrumentPart, butir, FIELD_RECORDS), .flags = FIELD_REQUIRED,
     .record = &record_item_of_instrument, DOC("butir-butir bagian ini", "its items"),
     .example = "{nomor: 1, tanya: …, cara: dokumen}"},
};
static const Record record_part = {"instrument-part",      "bagian",       "a part",
                                   sizeof(InstrumentPart), N(part_fields), NO_TEXT};

static const Field instrument_fields[] = {
    {ROW(Instrument, nama, FIELD_TEXT), .flags = FIELD_REQUIRED,
     DOC("nama penilaian", "name of the examination"), .example = "PEKPPP 2023"},
    {ROW(Instrument, singkat, FIELD_TEXT), DOC("nama pendeknya", "its short name")},
    {ROW(Instrument, penilai, FIELD_TEXT), DOC("siapa yang menilai", "who examines")},
    {ROW(Instrument, dasar, FIELD_TEXTS), DOC("peraturannya", "its regulations")},
    {ROW(Instrument, sumber, FIELD_TEXTS),
     DOC("asal butir-butir ini", "where the items are from")},
    {ROW(Instrument, diverifikasi, FIELD_SWITCH),
     DOC("ya = sudah dibandingkan dengan naskah resmi", "ya = compared with the official text"),
     .example = "tidak"},
    {ROW(Instrument, catatan, FIELD_TEXT), DOC("catatan", "a note")},
    {ROW(Instrument, bagian, FIELD_RECORDS), .flags = FIELD_REQUIRED, .record = &record_part,
     DOC("bagian-bagiannya", "its parts"), .example = "{judul: …, butir: […]}"},
};
static const Record record_instrument = {"instrument",         "instrumen penilaian",
                                         "an examination",     sizeof(Instrument),
                                         N(instrument_fields), NO_TEXT};

/* ---- keys to fields ---- */

typedef struct Reading {
    Arena *arena;
    DiagList *diags;
} Reading;

/* The field nearest to a part of a key, for "did you mean". */
static const char *
nearest(const Record *record, const char *word)
{
    const char *keys[64];
    guint n = 0;
    FIELD_FOREACH (record, field) {
        if (n < G_N_ELEMENTS(keys))
            keys[n++] = field->key;
    }
    return suggest_word(word, keys, n);
}

static void
report_key(
    const Reading *r, const Text *text, const char *key, const char *prefix, const char *better)
{
    g_autofree char *whole = better != NULL ? g_strconcat(prefix, better, NULL) : NULL;
    diag_add(r->diags, DIAG_KEY_UNKNOWN, text->mark, (guint)g_utf8_strlen(text->str, -1), key,
             whole, NULL);
}

static const Record *
scope_of(const char **key, InstrumentScope *scope)
{
    static const struct {
        const char *prefix;
        InstrumentScope scope;
        const Record *record;
    } scopes[] = {{"layanan.", SCOPE_SERVICES, &record_service},
                  {"situs.", SCOPE_SITE, &record_site}};
    for (gsize i = 0; i < G_N_ELEMENTS(scopes); i++) {
        if (g_str_has_prefix(*key, scopes[i].prefix)) {
            *key += strlen(scopes[i].prefix);
            *scope = scopes[i].scope;
            return scopes[i].record;
        }
    }
    *scope = SCOPE_AGENCY;
    return &record_agency;
}

/* "layanan.sk.nomor" */
static gboolean
read_path(const Reading *r, const Text *text, const char *whole, InstrumentPath *path)
{
    const char *key = whole;
    const Record *record = scope_of(&key, &path->scope);
    path->key = arena_strndup(r->arena, key, strlen(key));
    path->n = 0;
    for (const char *part = key;; part++) {
        gsize n = strcspn(part, ".");
        g_autofree char *word = g_strndup(part, n),
                        *before = g_strndup(whole, (gsize)(part - whole));
        const Field *field = record != NULL && path->n < INSTRUMENT_MAX_DEPTH
                                 ? field_find(record, word, -1)
                                 : NULL;
        if (field == NULL) {
            report_key(r, text, whole, before, record != NULL ? nearest(record, word) : NULL);
            return FALSE;
        }
        path->records[path->n] = record;
        path->fields[path->n++] = field;
        record =
            field->type == FIELD_RECORD || field->type == FIELD_RECORDS ? field->record : NULL;
        part += n;
        if (*part == '\0')
            return TRUE;
    }
}

static InstrumentOnce
once_of(const InstrumentPath *path)
{
    const Field *own = field_find(&record_agency, path->fields[0]->key, -1);
    if (path->scope != SCOPE_SERVICES)
        return ONCE_NOWHERE;
    if (own != NULL && own->component > 0)
        return ONCE_AGENCY;
    return field_find(&record_defaults, path->fields[0]->key, -1) != NULL ? ONCE_DEFAULTS
                                                                          : ONCE_NOWHERE;
}

/* "media.situs | situs.url" */
static void
read_want(const Reading *r, const Text *text, InstrumentWant *want)
{
    g_auto(GStrv) choices = g_strsplit(text->str, "|", INSTRUMENT_MAX_CHOICES);
    for (guint i = 0; choices[i] != NULL; i++)
        if (read_path(r, text, g_strstrip(choices[i]), &want->paths[want->n]))
            want->n++;
    if (want->n == 0)
        return;
    want->once = once_of(&want->paths[0]);
    want->place = want->paths[0].scope;
    for (guint i = 1; i < want->n; i++)
        if (want->paths[i].scope == SCOPE_AGENCY)
            want->place = SCOPE_AGENCY;
}

static void
read_wants(const Reading *r, const TextList *texts, InstrumentWantList *out)
{
    out->items = arena_alloc(r->arena, texts->n * sizeof *out->items);
    for (guint i = 0; i < texts->n; i++) {
        read_want(r, &texts->items[i], &out->items[out->n]);
        out->n += out->items[out->n].n > 0 ? 1 : 0;
    }
}

static guint
bits_of(const TextList *list, const char *const *keys, guint n)
{
    guint bits = 0;
    for (guint i = 0; i < list->n; i++)
        for (guint k = 0; k < n; k++)
            if (strcmp(list->items[i].str, keys[k]) == 0)
                bits |= 1u << k;
    return bits;
}

static gboolean
asks_services(const InstrumentWantList *wants)
{
    for (guint i = 0; i < wants->n; i++)
        if (wants->items[i].paths[0].scope == SCOPE_SERVICES)
            return TRUE;
    return FALSE;
}

static void
report_rule(const Reading *r, const InstrumentItem *item)
{
    diag_add(r->diags, DIAG_INSTRUMENT_RULE, item->nomor.mark,
             (guint)g_utf8_strlen(item->nomor.str, -1), item->nomor.str, NULL);
}

/* What it names may be wrong, which is reported; but it names something. */
static gboolean
says_what(const InstrumentRule *rule)
{
    static const char *const keys[] = {"ada", "dari", "fakta"};
    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
        if (field_is_given(&record_rule, rule, field_find(&record_rule, keys[i], -1)))
            return TRUE;
    return FALSE;
}

/* A rule none of whose keys can be read proves nothing and goes; the keys are reported already. */
static void
finish_rules(const Reading *r, InstrumentItem *item)
{
    guint kept = 0;
    gboolean services = FALSE, empty = FALSE, site = (item->ways >> WAY_SITE & 1) != 0;
    for (guint i = 0; i < item->aturan.n; i++) {
        InstrumentRule *rule = &item->aturan.items[i];
        read_wants(r, &rule->ada, &rule->all);
        read_wants(r, &rule->dari, &rule->some);
        rule->facts = bits_of(&rule->fakta, fact_keys, N_INSTRUMENT_FACTS);
        services |= asks_services(&rule->all) || asks_services(&rule->some);
        empty |= !says_what(rule);
        if (rule->all.n + rule->some.n > 0 || rule->facts != 0)
            item->aturan.items[kept++] = *rule;
    }
    if (item->nomor.str != NULL && (empty || (item->aturan.n > 0) != site))
        report_rule(r, item);
    item->aturan.n = kept;
    if (kept > 0 && item->pages == 0)
        item->pages = 1u << (services ? PROOF_SERVICES : PROOF_AGENCY);
}

static void
finish_item(const Reading *r, const Instrument *instrument, InstrumentItem *item)
{
    gboolean said = field_is_given(&record_item_of_instrument, item,
                                   field_find(&record_item_of_instrument, "diverifikasi", -1));
    item->ways = bits_of(&item->cara, way_keys, N_INSTRUMENT_WAYS);
    item->pages = bits_of(&item->halaman, page_keys, N_INSTRUMENT_PAGES);
    item->doubtful = said && !item->diverifikasi;
    if (!said)
        item->diverifikasi = instrument->diverifikasi;
    finish_rules(r, item);
}

/* A second item of a number would be told as if it were the first; it goes. */
static gboolean
is_twice(const Reading *r, GHashTable *numbers, const InstrumentItem *item)
{
    const Text *number = &item->nomor,
               *first = number->str != NULL ? g_hash_table_lookup(numbers, number->str) : NULL;
    if (first != NULL) {
        char line[16];
        g_snprintf(line, sizeof line, "%u", first->mark.line);
        diag_add(r->diags, DIAG_VALUE_TWICE, number->mark,
                 (guint)g_utf8_strlen(number->str, -1), number->str, line, NULL);
    } else if (number->str != NULL) {
        Text *kept = arena_new0(r->arena, Text);
        *kept = *number;
        g_hash_table_insert(numbers, BORROW(number->str), kept);
    }
    return first != NULL;
}

/* A required text that is missing has been reported; who prints need not ask for it. */
static void
fill_in(Text *text)
{
    text->str = text->str != NULL ? text->str : "";
}

static void
finish(const Reading *r, Instrument *instrument)
{
    g_autoptr(GHashTable) numbers = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < instrument->bagian.n; i++) {
        InstrumentItemList *items = &instrument->bagian.items[i].butir;
        guint kept = 0;
        fill_in(&instrument->bagian.items[i].judul);
        for (guint k = 0; k < items->n; k++) {
            InstrumentItem *item = &items->items[k];
            finish_item(r, instrument, item);
            gboolean twice = is_twice(r, numbers, item);
            fill_in(&item->nomor);
            fill_in(&item->tanya);
            if (!twice)
                items->items[kept++] = *item;
        }
        items->n = kept;
        instrument->n_items += kept;
    }
    fill_in(&instrument->nama);
    if (!text_has_words(instrument->singkat))
        instrument->singkat.str = instrument->nama.str;
}

/* ---- files ---- */

static void
read_source(InstrumentSet *set, const char *key, Source *source, DiagList *diags)
{
    g_ptr_array_add(set->sources, source);
    YamlNode *root =
        yaml_read(set->arena, &(YamlPart){source, 1, source_n_lines(source), FALSE},
                  bind_is_key, &record_instrument, diags);
    Instrument *instrument = arena_new0(set->arena, Instrument);
    LinkBase links = {.arena = set->arena, .diags = diags, .folder = ""};
    Bind bind = {set->arena, diags, &links, FALSE};
    bind_record(&bind, &record_instrument, root, instrument);
    instrument->key = arena_strndup(set->arena, key, strlen(key));
    finish(&(Reading){set->arena, diags}, instrument);
    set->items[set->n++] = instrument;
}

/* The name without ".yaml", g_malloc'ed; NULL: it is none of ours. */
static char *
key_of(const char *name)
{
    return g_str_has_suffix(name, ".yaml") && *name != '.'
               ? g_strndup(name, strlen(name) - strlen(".yaml"))
               : NULL;
}

/* The project's files by their names, read to `own`: key -> bytes. */
static gboolean
read_folder(InstrumentSet *set, int dir, const char *shown, DiagList *diags, GError **error)
{
    g_autoptr(FsList) list = fs_list(dir, ".", FALSE, error);
    guint n = 0;
    for (guint i = 0; list != NULL && i < list->n; i++) {
        const char *name = list->entries[i].name;
        g_autofree char *key = key_of(name), *display = g_build_filename(shown, name, NULL);
        char *bytes;
        gsize len;
        g_autoptr(GError) problem = NULL;
        if (key == NULL || list->entries[i].stat.kind != FS_FILE)
            continue;
        g_autofree char *slug = slug_from(key), *better = g_strconcat(slug, ".yaml", NULL);
        if (!slug_is_valid(key)) {
            diag_add_path(diags, DIAG_NAME_NOT_SLUG, display, name, better, NULL);
        } else if (++n > INSTRUMENT_MAX_FILES) {
            diag_add_path(diags, DIAG_INSTRUMENT_MANY, display, MAX_FILES_WORDS, NULL);
            return TRUE;
        } else if ((bytes = fs_read(dir, name, SOURCE_MAX_BYTES, &len, &problem)) != NULL) {
            set->hash += fs_share(name, fs_hash(bytes, len, 0));
            read_source(set, key, source_new(display, bytes, len, diags), diags);
        } else if (g_error_matches(problem, FS_ERROR, FS_ERROR_TOO_BIG)) {
            read_source(set, key,
                        source_new(display, g_strdup(""), SOURCE_MAX_BYTES + 1, diags), diags);
        } else {
            g_propagate_error(error, g_steal_pointer(&problem));
            return FALSE;
        }
    }
    return list != NULL;
}

static const Instrument *
find_exact(const InstrumentSet *set, const char *key)
{
    for (guint i = 0; i < set->n; i++)
        if (strcmp(set->items[i]->key, key) == 0)
            return set->items[i];
    return NULL;
}

static void
read_built_in(InstrumentSet *set, DiagList *diags)
{
    g_auto(GStrv) names = built_in_children(BUILT_IN);
    for (guint i = 0; names[i] != NULL; i++) {
        g_autofree char *key = key_of(names[i]),
                        *path = g_strconcat(BUILT_IN "/", names[i], NULL);
        if (key == NULL || find_exact(set, key) != NULL)
            continue;
        g_autoptr(GBytes) bytes = built_in_lookup(path);
        gsize len;
        const char *text = g_bytes_get_data(bytes, &len);
        read_source(set, key,
                    source_new(path + strlen("/maklumat/"), g_strndup(text, len), len, diags),
                    diags);
    }
}

/* ---- which of them are asked ---- */

/* How much of the key names the examination: "pekppp-2023" without its year. */
static gsize
family_len(const char *key)
{
    gsize n = strlen(key), digits = n;
    while (digits > 0 && g_ascii_isdigit(key[digits - 1]))
        digits--;
    return digits < n && digits > 1 && key[digits - 1] == '-' ? digits - 1 : n;
}

static int
compare_keys(gconstpointer a, gconstpointer b)
{
    const Instrument *const *x = a, *const *y = b;
    return strcmp((*x)->key, (*y)->key);
}

/* Sorted; of several years the last. */
static void
settle(InstrumentSet *set)
{
    guint kept = 0;
    if (set->n > 1)
        qsort(set->items, set->n, sizeof *set->items, compare_keys);
    for (guint i = 0; i < set->n; i++) {
        const char *key = set->items[i]->key,
                   *next = i + 1 < set->n ? set->items[i + 1]->key : "";
        gsize n = family_len(key);
        if (n != family_len(next) || strncmp(key, next, n) != 0)
            set->items[kept++] = set->items[i];
    }
    set->n = kept;
}

static void
complete(InstrumentSet *set, DiagList *diags)
{
    read_built_in(set, diags);
    settle(set);
    g_atomic_int_set(&set->ready, 1);
}

const InstrumentSet *
instrument_set_ready(const InstrumentSet *set)
{
    InstrumentSet *own = BORROW(set);
    if (g_atomic_int_get(&own->ready))
        return set;
    g_autoptr(DiagList) none = diag_list_new();
    g_mutex_lock(&own->lock);
    if (!own->ready)
        complete(own, none);
    g_mutex_unlock(&own->lock);
    return set;
}

InstrumentSet *
instrument_set_load(const char *dir, DiagList *diags, GError **error)
{
    InstrumentSet *set = g_new0(InstrumentSet, 1);
    g_autofree char *folder =
        strcmp(dir, ".") == 0 ? g_strdup(FOLDER) : g_build_filename(dir, FOLDER, NULL);
    g_auto(GStrv) built_in = built_in_children(BUILT_IN);
    FsStat stat;
    set->arena = arena_new();
    g_mutex_init(&set->lock);
    set->sources = g_ptr_array_new_with_free_func((GDestroyNotify)source_free);
    set->items = g_new0(const Instrument *, INSTRUMENT_MAX_FILES + g_strv_length(built_in) + 1);
    gboolean fine = fs_stat(FS_CWD, folder, &stat, error);
    if (fine && stat.kind == FS_DIR) {
        int at = fs_open_dir(FS_CWD, folder, error);
        fine = at >= 0 && read_folder(set, at, folder, diags, error);
        fs_close_dir(at);
    }
    if (!fine) {
        instrument_set_free(set);
        return NULL;
    }
    if (set->n > 0)
        complete(set, diags);
    return set;
}

void
instrument_set_free(InstrumentSet *set)
{
    g_ptr_array_unref(set->sources);
    arena_free(set->arena);
    g_mutex_clear(&set->lock);
    g_free(set->items);
    g_free(set);
}

const Instrument *
instrument_find(const InstrumentSet *set, const char *name)
{
    const Instrument *exact = find_exact(instrument_set_ready(set), name);
    for (guint i = 0; exact == NULL && i < set->n; i++) {
        gsize n = family_len(set->items[i]->key);
        if (strlen(name) == n && strncmp(set->items[i]->key, name, n) == 0)
            exact = set->items[i];
    }
    return exact;
}
