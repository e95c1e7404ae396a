#include "import/draft-private.h"
#include "import/emit.h"
#include "value/fee.h"
#include "value/money.h"
#include <string.h>

enum { TARIFF_MAX_BYTES = 600, LEADS_MAX = 2 };

/* One row of a list of tariffs: what it is for, the one amount, and the words behind it. */
typedef struct TariffRow {
    const char *what, *amount, *behind; /* never NULL; `what` is not empty */
} TariffRow;

/* The only amount marked as money in a text; FALSE: none or several. */
static gboolean
find_amount(const char *text, gsize *start, gsize *len)
{
    guint found = 0;
    for (const char *at = text; *at != '\0';) {
        gint64 rupiah;
        gsize n;
        gboolean marked;
        gboolean begins = at == text || !g_ascii_isalnum(at[-1]);
        MoneyStatus status = begins && g_ascii_isalnum(*at)
                                 ? money_read_prefix(at, &rupiah, &n, &marked)
                                 : MONEY_UNREADABLE;
        if (status == MONEY_READ && n > 0 && marked) {
            *start = (gsize)(at - text);
            *len = n;
            found++;
            at += n;
        } else {
            at++;
        }
    }
    return found == 1;
}

static const char *
trimmed(Arena *arena, const char *text, gsize len, const char *set)
{
    while (len > 0 && strchr(set, text[len - 1]) != NULL)
        len--;
    return arena_strndup(arena, text, len);
}

/* "Pelajar : Gratis": words for free behind the last colon. */
static gboolean
read_row_free(Arena *arena, const char *text, TariffRow *row)
{
    const char *colon = strrchr(text, ':');
    gint64 rupiah;
    if (colon == NULL)
        return FALSE;
    row->what = trimmed(arena, text, (gsize)(colon - text), " :=");
    row->amount = colon + 1 + strspn(colon + 1, " ");
    row->behind = "";
    return *row->what != '\0' && g_ascii_isalpha(*row->amount) &&
           fee_amount_parse(row->amount, &rupiah) == MONEY_READ && rupiah == 0;
}

static gboolean
read_row_text(Arena *arena, const char *text, TariffRow *row)
{
    gsize start, len;
    if (strlen(text) > TARIFF_MAX_BYTES)
        return FALSE;
    if (!find_amount(text, &start, &len))
        return read_row_free(arena, text, row);
    row->what = trimmed(arena, text, start, " :=–—-");
    row->amount = arena_strndup(arena, text + start, len);
    row->behind = text + start + len;
    row->behind += strspn(row->behind, " ");
    if (*row->what == '\0') { /* "Rp 0 akad di kantor" */
        row->what = row->behind;
        row->behind = "";
    }
    return *row->what != '\0';
}

/* A table's row: the amount is a cell of its own, what it is for are the others. */
static gboolean
read_row_cells(Arena *arena, const Entry *entry, TariffRow *row)
{
    g_autoptr(GString) what = g_string_new(NULL), behind = g_string_new(NULL);
    guint found = 0;
    for (guint c = 0; c < entry->n_cells; c++) {
        const char *cell = entry->cells[c];
        gint64 rupiah;
        gboolean number = strspn(cell, "0123456789.") == strlen(cell) && strlen(cell) < 4;
        if (*cell == '\0' || (c == 0 && number))
            continue; /* the row's number */
        gsize start, len;
        if (!number && fee_amount_parse(cell, &rupiah) == MONEY_READ) {
            row->amount = cell;
            found++;
        } else if (!number && find_amount(cell, &start, &len) &&
                   start == 0) { /* "Rp 50.000/m2" */
            row->amount = arena_strndup(arena, cell, len);
            g_string_append(behind, cell + len + strspn(cell + len, " "));
            found++;
        } else if (found == 0) {
            g_string_append_printf(what, "%s%s", what->len > 0 ? ", " : "", cell);
        } else {
            g_string_append_printf(behind, "%s%s", behind->len > 0 ? ", " : "", cell);
        }
    }
    row->what = arena_strndup(arena, what->str, what->len);
    row->behind = arena_strndup(arena, behind->str, behind->len);
    return found == 1 && what->len > 0;
}

static gboolean
read_row(Arena *arena, const Entry *entry, TariffRow *row)
{
    if (entry->cells != NULL && read_row_cells(arena, entry, row))
        return TRUE;
    return entry->n == 0 && read_row_text(arena, entry->text, row);
}

/* Whether every entry is a row, but for words that announce them. */
static gboolean
is_table(Draft *draft, const EntryList *list, guint *leads)
{
    guint rows = 0;
    TariffRow row;
    *leads = 0;
    for (guint i = 0; i < list->n; i++) {
        const Entry *entry = &list->items[i];
        if (read_row(draft->arena, entry, &row)) {
            rows++;
            continue;
        }
        for (guint k = 0; k < entry->n; k++)
            if (!read_row(draft->arena, &entry->children[k], &row))
                return FALSE;
        rows += entry->n;
        if (entry->n == 0 && (rows > 0 || ++*leads > LEADS_MAX))
            return FALSE;
    }
    return rows > 1 || (rows == 1 && list->n > 1 && *leads == 0) ||
           (rows == 1 && list->items[0].cells != NULL);
}

static void
put_row(Draft *draft, const Entry *entry, const char *group)
{
    TariffRow row = {.what = "", .amount = "", .behind = ""};
    read_row(draft->arena, entry, &row);
    gboolean unit = *row.behind == '/' || g_str_has_prefix(row.behind, "per") ||
                    g_str_has_prefix(row.behind, "Per");
    draft_put_first(draft, 4, draft_key(&record_tariff, "untuk"), row.what, entry->number);
    if (group != NULL)
        draft_put_pair(draft, 6, draft_key(&record_tariff, "kelompok"), group, entry->number);
    draft_put_pair(draft, 6, draft_key(&record_tariff, "jumlah"), row.amount, entry->number);
    if (*row.behind != '\0')
        draft_put_pair(draft, 6, draft_key(&record_tariff, unit ? "satuan" : "catatan"),
                       row.behind, entry->number);
}

static void
put_table(Draft *draft, const char *key, const EntryList *list, guint leads)
{
    g_autoptr(GString) lead = g_string_new(NULL);
    for (guint i = 0; i < leads; i++) {
        const Entry *entry = &list->items[i];
        if (entry->cells == NULL) {
            g_string_append_printf(lead, "%s%s", lead->len > 0 ? " " : "", entry->text);
            continue;
        }
        emit_comment(draft->out, 0, "tidak ditempatkan: kepala tabel tarif");
        emit_comment_item(draft->out, 0, entry->text);
    }
    draft_put_key(draft, 0, key);
    draft_put_pair(draft, 2, draft_key(&record_fee, "jenis"), fee_kind_key(FEE_TABEL), 0);
    draft_put_key(draft, 2, draft_key(&record_fee, "tarif"));
    for (guint i = leads; i < list->n; i++) {
        const Entry *entry = &list->items[i];
        for (guint k = 0; k < entry->n; k++)
            put_row(draft, &entry->children[k], entry->text);
        if (entry->n == 0)
            put_row(draft, entry, NULL);
    }
    if (lead->len > 0)
        draft_put_pair(draft, 2, draft_key(&record_fee, "catatan"), lead->str, 0);
}

void
draft_put_fee(Draft *draft, const ReadSection *section, const char *key, const EntryList *list)
{
    guint leads;
    if (is_table(draft, list, &leads)) {
        put_table(draft, key, list, leads);
        return;
    }
    g_autoptr(GString) whole = g_string_new(NULL);
    for (guint i = 0; i < list->n; i++) {
        const Entry *entry = &list->items[i];
        gboolean marked = list->n > 1 && *entry->mark != '\0';
        g_string_append_printf(whole, "%s%s%s", i > 0 ? " " : "", marked ? entry->mark : "",
                               marked ? " " : "");
        entry_append_whole(entry, whole);
    }
    if (list->n > 1 || list->items[0].n > 0)
        draft_doubt(
            draft, 0,
            "naskah menulis biaya dalam beberapa baris, dan tidak setiap baris memuat satu "
            "jumlah; susun dengan \"tarif:\" bila itu daftar tarif.");
    draft_put_pair(draft, 0, key, whole->str, section->number);
}
