#include "model/history.h"
#include "model/life.h"
#include <stdlib.h>
#include <string.h>

static gboolean
concerns_standard(const char *key)
{
    static const char *const others[] = {"kata_kunci",  "keperluan", "peristiwa",
                                         "alamat_lama", "sumber",    "layanan_serupa",
                                         "perubahan",   "kelompok",  "pemberitahuan"};
    gsize n = strcspn(key, ".");
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
        if (strlen(others[i]) == n && strncmp(others[i], key, n) == 0)
            return FALSE;
    }
    return TRUE;
}

static const char *
body_of(const Service *service)
{
    return service->body != NULL ? service->body : "";
}

/* What a reader is told; lines that only moved are none. */
static GArray *
changes_between(Arena *arena, const Service *a, const Service *b)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(DiffChange));
    GArray *told = g_array_new(FALSE, FALSE, sizeof(DiffChange));
    diff_records(arena, &record_service, a, b, all);
    diff_texts(arena, (DiffName){"Keterangan", "keterangan"}, body_of(a), body_of(b), all);
    for (guint i = 0; i < all->len; i++) {
        const DiffChange *change = &g_array_index(all, DiffChange, i);
        if (change->kind != DIFF_MOVED && concerns_standard(change->key))
            g_array_append_vals(told, change, 1);
    }
    return told;
}

static History
entry_of(Arena *arena, Date date, const Service *a, const Service *b)
{
    g_autoptr(GArray) told = changes_between(arena, a, b);
    DiffChange *kept = arena_alloc(arena, told->len * sizeof *kept);
    if (told->len > 0)
        memcpy(kept, told->data, told->len * sizeof *kept);
    return (History){.date = date, .changes = kept, .n = told->len};
}

HistoryList
history_of(Arena *arena,
           const HistoryVersion *versions,
           guint n,
           const Service *today,
           gboolean *behind)
{
    HistoryList list = {arena_alloc(arena, n * sizeof *list.items), 0};
    *behind = FALSE;
    for (guint i = 0; i < n; i++) {
        History entry = {.date = versions[i].date};
        if (i > 0)
            entry = entry_of(arena, versions[i].date, versions[i - 1].service,
                             versions[i].service);
        entry.first = i == 0;
        if (entry.first || entry.n > 0)
            list.items[list.n++] = entry;
    }
    if (n > 0) {
        g_autoptr(GArray) since = changes_between(arena, versions[n - 1].service, today);
        *behind = since->len > 0;
    }
    return list;
}

History
history_ahead(Arena *arena, const Service *before, const Change *change, Service *after)
{
    Change parts = *change;
    parts.sk = (Decree){0};
    *after = *before;
    life_change(after, &parts);
    return entry_of(arena, change->mulai.date, before, after);
}

static int
compare_newest_first(gconstpointer a, gconstpointer b)
{
    const History *x = a, *y = b;
    int order = date_compare(y->date, x->date);
    return order != 0 ? order : (x->first > y->first) - (x->first < y->first);
}

void
history_finish(Arena *arena, const Service *before, Service *service)
{
    HistoryList *list = &service->riwayat;
    const ChangeList *changes = &service->perubahan;
    History *items = arena_alloc(arena, (list->n + changes->n) * sizeof *items);
    Service state = *before, next;
    guint n = list->n;
    if (list->n > 0)
        memcpy(items, list->items, list->n * sizeof *items);
    for (guint i = 0; i < changes->n && changes->items[i].applied; i++) {
        next = state;
        life_change(&next, &changes->items[i]);
        items[n] = entry_of(arena, changes->items[i].mulai.date, &state, &next);
        n += items[n].n > 0;
        state = next;
    }
    if (n > 1)
        qsort(items, n, sizeof *items, compare_newest_first);
    *list = (HistoryList){items, n};
}

void
history_append_line(const History *entry, GString *out)
{
    for (guint i = 0; i < entry->n; i++) {
        const DiffChange *change = &entry->changes[i];
        g_string_append_printf(out, "%s%s", i > 0 ? "; " : "", change->label);
        if (change->kind == DIFF_ADDED)
            g_string_append_printf(out, ", ditambah: %s", change->after);
        else if (change->kind == DIFF_REMOVED)
            g_string_append_printf(out, ", dihapus: %s", change->before);
        else
            g_string_append_printf(out, ": %s \xE2\x86\x92 %s", change->before, change->after);
    }
}
