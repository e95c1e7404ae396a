#include "audit/audit.h"
#include "publish/build-private.h"

void
build_put_findings(Build *b, const guint8 *bytes, gsize len, guint worker, Slot *slot)
{
    slot->shelf = b->shelves[worker];
    slot->findings = shelf_put(b->shelves[worker], bytes, len);
    slot->findings_len = len;
}

void
build_end_findings(Build *b, const GByteArray *packed, guint worker, Slot *slot)
{
    g_autoptr(GByteArray) bytes = NULL;
    if (b->tree == NULL)
        return;
    if (packed == NULL) {
        packed = bytes = g_byte_array_new();
        diag_list_pack(slot->diags, bytes);
    }
    diag_tally_packed(&b->tallies[worker], packed->data, packed->len);
    build_put_findings(b, packed->data, packed->len, worker, slot);
    g_clear_pointer(&slot->diags, diag_list_free);
}

void
build_set_levels(Build *b, DiagList *diags)
{
    audit_levels(&b->data->site, b->ignores_case, b->levels);
    b->leveled = TRUE;
    diag_list_override(diags, b->levels);
}

gboolean
build_findings_reach(const Build *b, const DiagList *diags, DiagLevel limit)
{
    for (guint i = 0; i < b->n_jobs; i++) {
        if (diag_tally_reaches(&b->tallies[i], b->levels, limit))
            return TRUE;
    }
    return diag_list_n(diags) > 0 && diag_list_worst(diags) >= limit;
}

/* What an agency left, with its levels. */
static DiagList *
findings_of(const Build *b, Slot *slot, GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) list =
                  slot->diags != NULL ? g_steal_pointer(&slot->diags) : diag_list_new();
    if (slot->shelf != NULL) {
        const guint8 *bytes =
            shelf_get(slot->shelf, slot->findings, 0, slot->findings_len, arena);
        if (bytes == NULL || !diag_list_unpack(list, bytes, slot->findings_len)) {
            shelf_check(slot->shelf, error);
            return NULL;
        }
    }
    if (b->leveled)
        diag_list_override(list, b->levels);
    return g_steal_pointer(&list);
}

gboolean
build_join_findings(const Build *b, DiagList *diags, GError **error)
{
    for (guint i = 0; i < b->n_joined; i++) {
        DiagList *list = findings_of(b, &b->slots[i], error);
        if (list == NULL)
            return FALSE;
        diag_list_take(diags, list);
    }
    if (b->leveled)
        diag_list_sort(diags);
    return TRUE;
}
