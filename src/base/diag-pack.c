#include "base/diag.h"
#include "base/pack.h"
#include <string.h>

/* Codes are written by number and tag: a program with other codes reads its own or none. */
static void
pass_code(Pack *pack, DiagCode *code)
{
    guint number = pack->out != NULL ? (guint)*code : 0;
    const char *tag = pack->out != NULL ? diag_info(*code)->tag : "";
    const guint8 *bytes = (const guint8 *)tag;
    guint len = (guint)strlen(tag);
    pack_uint(pack, &number);
    pack_bytes(pack, &bytes, &len);
    if (pack->out != NULL || pack->bad)
        return;
    tag = number < N_DIAG_CODES ? diag_info((DiagCode)number)->tag : "";
    if (strlen(tag) == len && memcmp(tag, bytes, len) == 0) {
        *code = (DiagCode)number;
        return;
    }
    g_autofree char *other = g_strndup((const char *)bytes, len);
    pack->bad = !diag_code_find(other, code);
}

static void
pass_string(Pack *pack, char **string)
{
    const char *text = *string;
    pack_text(pack, &text);
    *string = (char *)(guintptr)text;
}

static void
pass_args(Pack *pack, char **args)
{
    guint n = 0;
    while (n < 4 && args[n] != NULL)
        n++;
    pack_uint(pack, &n);
    pack->bad |= n > 4;
    for (guint i = 0; i < n && !pack->bad; i++)
        pass_string(pack, &args[i]);
}

static void
pass_diag(Pack *pack, Diag *diag)
{
    guint level = diag->level;
    pass_code(pack, &diag->code);
    pack_uint(pack, &level);
    pack->bad |= level > DIAG_FATAL;
    diag->level = pack->bad ? DIAG_NOTE : (DiagLevel)level;
    pass_string(pack, &diag->path);
    pack_uint(pack, &diag->line);
    pack_uint(pack, &diag->col);
    pack_uint(pack, &diag->width);
    pass_string(pack, &diag->excerpt);
    pack_uint(pack, &diag->excerpt_col);
    pass_args(pack, diag->args);
    pack_bool(pack, &diag->draft);
}

void
diag_list_pack(const DiagList *list, GByteArray *out)
{
    Pack pack = {.out = out};
    guint n = diag_list_n(list);
    pack_items(&pack, &n, NULL, 0);
    for (guint i = 0; i < n; i++) {
        Diag diag = *diag_list_get(list, i);
        pass_diag(&pack, &diag);
    }
}

gboolean
diag_list_unpack(DiagList *list, const guint8 *bytes, gsize len)
{
    Pack pack = {.at = bytes, .end = bytes + len, .borrow = TRUE};
    guint n = 0, before = diag_list_n(list);
    pack_uint(&pack, &n);
    for (guint i = 0; i < n && !pack.bad; i++) {
        Diag diag = {0};
        pass_diag(&pack, &diag);
        if (!pack.bad)
            diag_list_add_copy(list, &diag);
    }
    if (pack_is_done(&pack))
        return TRUE;
    while (diag_list_n(list) > before)
        diag_list_remove(list, diag_list_n(list) - 1);
    return FALSE;
}

/* ---- tallies ---- */

gboolean
diag_tally_packed(DiagTally *tally, const guint8 *bytes, gsize len)
{
    Pack pack = {.at = bytes, .end = bytes + len, .borrow = TRUE};
    guint n = 0;
    pack_uint(&pack, &n);
    for (guint i = 0; i < n && !pack.bad; i++) {
        Diag diag = {0};
        pass_diag(&pack, &diag);
        if (pack.bad)
            break;
        if (diag_level_is_fixed(&diag))
            tally->fixed[diag.level] = TRUE;
        else
            tally->found[diag.code / 32] |= 1u << diag.code % 32;
    }
    return pack_is_done(&pack);
}

void
diag_tally_join(DiagTally *tally, const DiagTally *other)
{
    for (guint i = 0; i < N_DIAG_LEVELS; i++)
        tally->fixed[i] |= other->fixed[i];
    for (guint i = 0; i < G_N_ELEMENTS(tally->found); i++)
        tally->found[i] |= other->found[i];
}

gboolean
diag_tally_reaches(const DiagTally *tally, const DiagLevel *levels, DiagLevel limit)
{
    for (guint i = limit; i < DIAG_OFF; i++)
        if (tally->fixed[i])
            return TRUE;
    for (guint i = 0; i < N_DIAG_CODES; i++)
        if ((tally->found[i / 32] >> i % 32 & 1) != 0 && levels[i] >= limit &&
            levels[i] != DIAG_OFF)
            return TRUE;
    return FALSE;
}
