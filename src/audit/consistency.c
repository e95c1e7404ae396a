#include "audit/consistency.h"
#include "base/fs.h"
#include "model/walk.h"
#include <stdlib.h>
#include <string.h>

/* ---- items twice ---- */

typedef struct ItemWords {
    GString *key; /* all words of the item, brought to one form */
    Text first;   /* the first of them */
} ItemWords;

/* Letters, small, digits and what is not ASCII; everything else is a blank between them. */
static inline guint8
plain_byte(char byte)
{
    guint8 c = (guint8)byte, lower = c | 0x20;
    if ((guint8)(lower - 'a') < 26)
        return lower;
    return (guint8)(c - '0') < 10 || c >= 0x80 ? c : ' ';
}

/* Appends letters and digits, folded; everything between them is one blank. */
static void
append_plain(GString *out, const char *text)
{
    gboolean gap = FALSE;
    gsize start = out->len, len = start;
    g_string_set_size(out, start + strlen(text));
    for (; *text != '\0'; text++) {
        char c = (char)plain_byte(*text);
        if (c != ' ' && gap && len > start)
            out->str[len++] = ' ';
        if (c != ' ')
            out->str[len++] = c;
        gap = c == ' ';
    }
    g_string_truncate(out, len);
}

static void
add_words(const Record *record G_GNUC_UNUSED,
          const Field *field,
          const Text *text,
          gpointer data)
{
    ItemWords *words = data;
    if (words->key->len == 0)
        words->first = *text;
    append_plain(words->key, text->str);
    g_string_append_c(words->key, '\n');
    g_string_append(words->key, field != NULL ? field->key : "");
    g_string_append_c(words->key, '\n');
}

static void
each_words(const Field *field, gconstpointer item, WalkText func, gpointer data)
{
    if (field->record != NULL)
        record_each_text(field->record, item, func, data);
    else
        func(NULL, NULL, item, data);
}

/* An item by the hash of its words; items whose words are alike stand together once sorted. */
typedef struct ItemHash {
    guint64 hash;
    guint index;
} ItemHash;

typedef struct Hashing {
    guint64 hash;
    const Text *first;
} Hashing;

static guint64
hash_byte(guint64 hash, guint8 byte)
{
    return (hash ^ byte) * G_GUINT64_CONSTANT(0x100000001B3);
}

/* What append_plain() would append, without the appending; a gap counts as one blank. */
static void
hash_words(const Record *record G_GNUC_UNUSED,
           const Field *field,
           const Text *text,
           gpointer data)
{
    Hashing *hashing = data;
    guint64 hash = hash_byte(hashing->hash, (guint8)(field != NULL ? field->offset : 1));
    if (hashing->first == NULL)
        hashing->first = text;
    guint8 before = ' ';
    for (const char *at = text->str; *at != '\0'; at++) {
        guint8 plain = plain_byte(*at);
        if (plain != ' ' || before != ' ')
            hash = hash_byte(hash, plain);
        before = plain;
    }
    hashing->hash = before == ' ' ? hash : hash_byte(hash, ' ');
}

static int
compare_hashes(const void *a, const void *b)
{
    const ItemHash *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return x->index < y->index ? -1 : 1;
}

static gconstpointer
item_at(const Field *field, const List *list, guint i)
{
    return (const char *)list->items + i * field_item_size(field);
}

/* Items of a list that may be alike. */
typedef struct Alike {
    const Audit *audit;
    const Field *field;
    const List *list;
    ItemHash *items;
    guint n;
} Alike;

enum { FEW_ITEMS = 32 };

/* Few are compared each with each sooner than they are sorted. */
static gboolean
any_alike(const ItemHash *items, guint n)
{
    for (guint i = 1; i < n; i++)
        for (guint k = 0; k < i; k++)
            if (items[k].hash == items[i].hash)
                return TRUE;
    return FALSE;
}

/* The words of an item that was written as one text, which every item of such a list has, or else the first there are. */
static const Text *
main_text(const Field *field, gconstpointer item)
{
    const Record *record = field->record;
    if (record == NULL)
        return item;
    if (record->text_offset != NO_TEXT)
        return (const Text *)((const char *)item + record->text_offset);
    FIELD_FOREACH (record, member) {
        if (field_shape(member) == SHAPE_TEXT && !field_is_absent(member, item))
            return field_words(member, field_value(member, item));
    }
    return NULL;
}

/* The last eight bytes of what append_plain() would append: most texts that begin alike end in other words. */
static guint64
plain_end(const char *text)
{
    guint64 end = ' ';
    guint n = 0;
    for (const char *at = text + strlen(text); at > text && n < sizeof end;) {
        guint8 plain = plain_byte(*--at);
        if (plain == ' ' && (end & 0xFF) == ' ')
            continue;
        end = end << 8 | plain;
        n++;
    }
    return (end & 0xFF) == ' ' ? end >> 8 : end;
}

/* By the end of the main text. */
static guint
hash_ends(const Alike *alike)
{
    for (guint i = 0; i < alike->n; i++) {
        const Text *text = main_text(alike->field, item_at(alike->field, alike->list, i));
        guint64 end = text != NULL && text->str != NULL ? plain_end(text->str) : 0;
        alike->items[i] = (ItemHash){end, i};
    }
    return alike->n;
}

/* By all words, of the items that are the charter's own and have some. */
static guint
hash_items(const Alike *alike)
{
    guint n = 0;
    ItemHash *items = alike->items;
    for (guint i = 0; i < alike->n; i++) {
        Hashing hashing = {0};
        each_words(alike->field, item_at(alike->field, alike->list, items[i].index), hash_words,
                   &hashing);
        if (hashing.first != NULL && audit_owns(alike->audit, hashing.first))
            items[n++] = (ItemHash){hashing.hash, items[i].index};
    }
    return n;
}

/* Keeps of the first `n` those that share their hash with another, in order of hashes. */
static void
keep_alike(Alike *alike, guint n)
{
    guint kept = 0;
    ItemHash *items = alike->items;
    if (n <= FEW_ITEMS && !any_alike(items, n)) {
        alike->n = 0;
        return;
    }
    qsort(items, n, sizeof *items, compare_hashes);
    for (guint i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && items[end].hash == items[i].hash; end++)
            ;
        for (guint k = i; k < end && end - i > 1; k++)
            items[kept++] = items[k];
    }
    alike->n = kept;
}

static void
compare_items(const Audit *audit, const Field *field, gconstpointer first, gconstpointer again)
{
    ItemWords a = {g_string_new(NULL), {0}}, b = {g_string_new(NULL), {0}};
    each_words(field, first, add_words, &a);
    each_words(field, again, add_words, &b);
    if (g_string_equal(a.key, b.key)) {
        char number[16];
        g_snprintf(number, sizeof number, "%u", a.first.mark.line);
        finding_at(audit, DIAG_ITEM_TWICE, &b.first, number, NULL);
    }
    g_string_free(a.key, TRUE);
    g_string_free(b.key, TRUE);
}

static gboolean
may_be_alike(const Field *field)
{
    gboolean fits = field->type == FIELD_RECORDS || field->type == FIELD_TEXTS ||
                    field->type == FIELD_SLUGS || field->type == FIELD_DURATIONS ||
                    field->type == FIELD_DATES;
    return fits && field->record != &record_hours;
}

void
consistency_check_list(const Field *field, const List *list, gpointer data)
{
    const Audit *audit = data;
    if (!may_be_alike(field))
        return;
    ItemHash few[FEW_ITEMS];
    g_autofree ItemHash *many = list->n > FEW_ITEMS ? g_new(ItemHash, list->n) : NULL;
    Alike alike = {audit, field, list, many != NULL ? many : few, list->n};
    keep_alike(&alike, hash_ends(&alike));
    keep_alike(&alike, hash_items(&alike));
    for (guint i = 1, first = 0; i < alike.n; i++) {
        if (alike.items[i].hash != alike.items[first].hash)
            first = i;
        else
            compare_items(audit, field, item_at(field, list, alike.items[first].index),
                          item_at(field, list, alike.items[i].index));
    }
}

/* ---- steps ---- */

static const char *const actors[] = {
    "tim",      "kepala",      "staf",    "staff", "petugas",  "sekretaris", "sekretariat",
    "pejabat",  "bagian",      "bidang",  "seksi", "operator", "admin",      "front",
    "back",     "loket",       "pemohon", "camat", "lurah",    "bupati",     "dinas",
    "direktur", "verifikator", "kasi",    "kabid", "kasubag",  "dokter",     "perawat",
};
static const char *const verb_starts[] = {"me", "ber", "di", "ter", "pe"};
enum { MAX_ACTOR_WORDS = 5, MIN_VERB = 6 };

/* Is every word of a short text a name: an actor, then capitalised words that are no verbs? */
static gboolean
is_actor_only(const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \n", -1);
    guint n = 0;
    gboolean actor = FALSE;
    for (char **word = words; *word != NULL; word++) {
        if (**word == '\0')
            continue;
        if (++n > MAX_ACTOR_WORDS || !g_ascii_isupper(**word))
            return FALSE;
        g_autofree char *plain = g_ascii_strdown(*word, -1);
        for (guint i = 0; n == 1 && i < G_N_ELEMENTS(actors); i++)
            actor |= strcmp(actors[i], plain) == 0;
        for (guint i = 0; n > 1 && i < G_N_ELEMENTS(verb_starts) - 1; i++) {
            if (strlen(plain) >= MIN_VERB && g_str_has_prefix(plain, verb_starts[i]))
                return FALSE;
        }
    }
    return actor;
}

static gboolean
is_yes_or_no(const char *text)
{
    static const char *const words[] = {"ya", "tidak", "iya", "jika ya", "jika tidak"};
    g_autoptr(GString) plain = g_string_new(NULL);
    append_plain(plain, text);
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        if (strcmp(plain->str, words[i]) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
check_branches(const Audit *audit, const BranchList *branches)
{
    for (guint i = 0; i < branches->n; i++) {
        const Branch *branch = &branches->items[i];
        if (audit_owns(audit, &branch->jika) && is_yes_or_no(branch->jika.str))
            finding_at(audit, DIAG_BRANCH_YES_NO, &branch->jika, branch->jika.str, NULL);
        consistency_audit_steps(audit, &branch->langkah);
        check_branches(audit, &branch->cabang);
    }
}

void
consistency_audit_steps(const Audit *audit, const StepList *steps)
{
    for (guint i = 0; i < steps->n; i++) {
        const Step *step = &steps->items[i];
        gboolean bare =
            !text_has_words(step->oleh) && step->rincian.n == 0 && step->cabang.n == 0;
        if (bare && audit_owns(audit, &step->teks) && is_actor_only(step->teks.str))
            finding_at(audit, DIAG_STEP_ACTOR_ONLY, &step->teks, step->teks.str, NULL);
        check_branches(audit, &step->cabang);
    }
}

/* ---- the whole ---- */

enum { MIN_REPEATED = 3, MIN_REPEATED_BYTES = 20, MAX_COMPARED = 50 };

/* Prose that holds three steps again, in their words. */
static void
check_body(const Audit *audit, const Service *service)
{
    if (service->prosedur.n < MIN_REPEATED || !text_has_words((Text){.str = service->body}))
        return;
    g_autoptr(GString) body = g_string_new(NULL), plain = g_string_new(NULL);
    guint found = 0, n = MIN(service->prosedur.n, MAX_COMPARED);
    append_plain(body, service->body);
    for (guint i = 0; i < n && found < MIN_REPEATED && found + n - i >= MIN_REPEATED; i++) {
        const Text *text = &service->prosedur.items[i].teks;
        if (!text_has_words(*text))
            continue;
        g_string_truncate(plain, 0);
        append_plain(plain, text->str);
        found += plain->len >= MIN_REPEATED_BYTES && strstr(body->str, plain->str);
    }
    if (found >= MIN_REPEATED) {
        guint line = service->body_line;
        gsize len;
        while (line < source_n_lines(service->source) &&
               (source_line(service->source, line, &len), len == 0))
            line++;
        diag_add(audit->diags, DIAG_BODY_REPEATS, (Mark){service->source, line, 1}, 0, NULL);
    }
}

void
consistency_audit_service(const Audit *audit, const Service *service)
{
    gboolean own = service->n_anda > 0;
    for (guint i = 0; i < service->varian.n; i++) {
        const StepList *steps = &service->varian.items[i].prosedur;
        for (guint k = 0; k < steps->n; k++)
            own |= steps->items[k].anda;
    }
    if (service->prosedur.n > 0 && !own)
        diag_add(audit->diags, DIAG_STEP_NOT_CITIZEN, finding_key(service->source, "prosedur"),
                 0, NULL);
    consistency_audit_steps(audit, &service->prosedur);
    for (guint i = 0; i < service->varian.n; i++)
        consistency_audit_steps(audit, &service->varian.items[i].prosedur);
    check_body(audit, service);
}
