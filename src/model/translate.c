#include "model/translate.h"
#include "base/diag.h"
#include "base/sort.h"
#include "model/bind.h"
#include "model/fields.h"
#include "model/walk.h"
#include <string.h>

static void
join_record(const Record *record, void *self, gconstpointer original, DiagList *diags);

/* ---- numbers ---- */

/* The numbers of a text in order of their digits, as "12, 50000": 08.00 is 8:00 and 50.000 is 50,000. */
static char *
numbers_of(const char *text)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    for (const char *at = text; *at != '\0';) {
        if (!g_ascii_isdigit(*at)) {
            at++;
            continue;
        }
        GString *number = g_string_new(NULL);
        for (; g_ascii_isdigit(*at) ||
               (strchr(".,:", *at) != NULL && *at != '\0' && g_ascii_isdigit(at[1]));
             at++) {
            if (g_ascii_isdigit(*at) && (number->len > 0 || *at != '0'))
                g_string_append_c(number, *at);
        }
        g_ptr_array_add(all, g_string_free(number, FALSE));
    }
    g_ptr_array_sort(all, sort_compare_texts);
    g_ptr_array_add(all, NULL);
    return g_strjoinv(", ", (char **)all->pdata);
}

static gboolean
has_half_days(const char *text)
{
    g_autofree char *small = g_ascii_strdown(text, -1);
    return strstr(small, "a.m") != NULL || strstr(small, "p.m") != NULL ||
           strstr(small, " am") != NULL || strstr(small, " pm") != NULL ||
           strstr(small, "0am") != NULL || strstr(small, "0pm") != NULL;
}

/* Where both have numbers: one of them alone may write words, as "five working days". */
static void
check_numbers(const Text *mine, const Text *theirs, DiagList *diags)
{
    if (mine->str == NULL || theirs->str == NULL || has_half_days(mine->str))
        return;
    g_autofree char *here = numbers_of(mine->str), *there = numbers_of(theirs->str);
    if (*here != '\0' && *there != '\0' && strcmp(here, there) != 0)
        diag_add(diags, DIAG_TRANSLATION_NUMBERS, mine->mark,
                 (guint)MIN(g_utf8_strlen(mine->str, -1), 120), here, there, NULL);
}

/* ---- values that are words of the contract, or the number of a step ---- */

/* As it is written; "–": not at all. */
static const char *
written_value(const Field *field, gint64 value, char number[24])
{
    const char *none = "–", *choice;
    if (field->type == FIELD_SWITCH)
        return value != 0 ? "ya" : "tidak";
    if (field->type == FIELD_NUMBER) {
        g_snprintf(number, 24, "%" G_GINT64_FORMAT, value);
        return value > 0 ? number : none;
    }
    for (guint i = 0; (choice = field->choice(i)) != NULL; i++)
        if (value == i)
            return choice;
    return none;
}

static void
check_value(
    const Field *field, gconstpointer mine, gconstpointer theirs, Mark mark, DiagList *diags)
{
    gboolean is_switch = field->type == FIELD_SWITCH;
    gint64 here = is_switch ? *(const gboolean *)mine : *(const gint64 *)mine;
    gint64 there = is_switch ? *(const gboolean *)theirs : *(const gint64 *)theirs;
    char numbers[2][24];
    if (here != there)
        diag_add(diags, DIAG_TRANSLATION_VALUE, mark, 0, field->key,
                 written_value(field, here, numbers[0]),
                 written_value(field, there, numbers[1]), NULL);
}

/* ---- joining ---- */

static void
report_count(const Field *field, Mark mark, guint n, guint wanted, DiagList *diags)
{
    char have[16], want[16];
    g_snprintf(have, sizeof have, "%u", n);
    g_snprintf(want, sizeof want, "%u", wanted);
    diag_add(diags, DIAG_TRANSLATION_COUNT, mark, 0, field->key, have, want, NULL);
}

/* Lists of records are joined item by item; FALSE when the counts differ. */
static gboolean
join_list(const Field *field, List *list, const List *original, DiagList *diags)
{
    if (list->n != original->n)
        return FALSE;
    gsize size = field_item_size(field);
    for (guint i = 0; field->record != NULL && i < list->n; i++)
        join_record(field->record, (char *)list->items + i * size,
                    (const char *)original->items + i * size, diags);
    return TRUE;
}

static Mark
mark_of(const Field *field, const List *list, Mark fallback)
{
    if (list->n == 0)
        return fallback;
    return field->record != NULL ? ((const Head *)list->items)->mark
                                 : ((const Text *)list->items)->mark;
}

static void
join_field(const Record *record,
           const Field *field,
           void *self,
           gconstpointer original,
           DiagList *diags)
{
    void *mine = (char *)self + field->offset;
    const void *theirs = (const char *)original + field->offset;
    gsize item = field_item_size(field);
    if (!field_is_given(record, self, field)) {
        memcpy(mine, theirs, field_size(field));
    } else if (field->type == FIELD_TEXT || field->type == FIELD_MONEY) {
        check_numbers(mine, theirs, diags);
    } else if (field->type == FIELD_CHOICE || field->type == FIELD_SWITCH ||
               field->type == FIELD_NUMBER) {
        check_value(field, mine, theirs, ((const Head *)self)->mark, diags);
    } else if (field->type == FIELD_RECORD) {
        join_record(field->record, mine, theirs, diags);
    } else if (field->type == FIELD_DURATION) {
        check_numbers(&((Waktu *)mine)->waktu, &((const Waktu *)theirs)->waktu, diags);
        ((Waktu *)mine)->value = ((const Waktu *)theirs)->value;
    } else if (item > 0 && field->type != FIELD_TEXTS) {
        List list, want;
        memcpy(&list, mine, sizeof list);
        memcpy(&want, theirs, sizeof want);
        if (!join_list(field, &list, &want, diags)) {
            report_count(field, mark_of(field, &list, ((const Head *)self)->mark), list.n,
                         want.n, diags);
            memcpy(mine, theirs, sizeof list);
        }
    }
}

/* Values that were read from the words of the original; the translation's words cannot be. */
static void
join_values(const Record *record, void *self, gconstpointer original)
{
    if (record == &record_waktu) {
        ((Waktu *)self)->value = ((const Waktu *)original)->value;
    } else if (record == &record_tariff) {
        ((Tariff *)self)->status = ((const Tariff *)original)->status;
        ((Tariff *)self)->rupiah = ((const Tariff *)original)->rupiah;
    } else if (record == &record_fee) {
        Fee *fee = self;
        const Fee *from = original;
        fee->jenis = from->jenis;
        fee->status = from->status;
        fee->rupiah = from->rupiah;
        fee->read = from->read;
    } else if (record == &record_channel) {
        ((Channel *)self)->jenis = ((const Channel *)original)->jenis;
        ((Channel *)self)->value = ((const Channel *)original)->value;
    } else if (record == &record_venue) {
        ((Venue *)self)->hours = ((const Venue *)original)->hours;
    } else if (record == &record_step) {
        ((Step *)self)->anda = ((const Step *)original)->anda;
        ((Step *)self)->nomor = ((const Step *)original)->nomor;
    } else if (record == &record_requirement) {
        ((Requirement *)self)->nomor = ((const Requirement *)original)->nomor;
    }
}

static void
join_record(const Record *record, void *self, gconstpointer original, DiagList *diags)
{
    Text *text = (Text *)((char *)self + record->text_offset);
    gboolean as_text =
        record->text_offset != NO_TEXT && text->str != NULL && ((Head *)self)->given == 0;
    guint before = diag_list_n(diags);
    if (as_text)
        check_numbers(text, (const Text *)((const char *)original + record->text_offset),
                      diags);
    FIELD_FOREACH (record, field) {
        if (!as_text || field->offset != record->text_offset)
            join_field(record, field, self, original, diags);
    }
    join_values(record, self, original);
    if (diag_list_n(diags) == before) /* else it is not the record its author wrote */
        bind_check(record, self, diags);
}

/* Was it found that the translation is behind its original? */
static gboolean
lags_since(const DiagList *diags, guint before)
{
    for (guint i = before; i < diag_list_n(diags); i++) {
        DiagCode code = diag_list_get(diags, i)->code;
        if (code == DIAG_TRANSLATION_COUNT || code == DIAG_TRANSLATION_NUMBERS ||
            code == DIAG_TRANSLATION_VALUE)
            return TRUE;
    }
    return FALSE;
}

/* A part that is behind would promise what holds no more: the whole of it is the original's. */
static void
join_parts(Service *translation, const Service *original, DiagList *diags)
{
    FIELD_FOREACH (&record_service, field) {
        guint before = diag_list_n(diags);
        join_field(&record_service, field, translation, original, diags);
        if (!lags_since(diags, before))
            continue;
        memcpy((char *)translation + field->offset, field_value(field, original),
               field_size(field));
        translation->head.given &= ~((guint64)1 << (field - record_service.fields));
    }
}

void
translate_join(Service *translation, const Service *original, DiagList *diags)
{
    join_parts(translation, original, diags);
    translation->original = original;
    if (*translation->body == '\0') {
        translation->body = original->body;
        translation->body_line = 0;
    }
}

void
translate_complete(Service *translation, const Service *original)
{
    memcpy(translation->component, original->component, sizeof original->component);
    translation->hours = original->hours;
    translation->calendar = original->calendar;
    translation->n_persyaratan = original->n_persyaratan;
    translation->n_langkah = original->n_langkah;
    translation->n_anda = original->n_anda;
    translation->sumber.text = original->sumber.text;
    translation->inherited = original->inherited;
}

const char *
translate_lacks_for_poster(const Service *translation)
{
    static const char *const KEYS[] = {"judul", "persyaratan", "prosedur"};
    for (guint i = 0; i < G_N_ELEMENTS(KEYS); i++) {
        const Field *field = field_find(&record_service, KEYS[i], -1);
        if (!field_is_empty(field, translation) &&
            !field_is_given(&record_service, translation, field))
            return KEYS[i];
    }
    return NULL;
}
