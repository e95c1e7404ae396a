#include "facts/decree.h"
#include "facts/agency.h"
#include <string.h>

static const char *
or_blank(Text text)
{
    return text_has_words(text) ? text.str : DECREE_BLANK;
}

static const char *
day_words(Arena *arena, Date date)
{
    g_autoptr(GString) day = g_string_new(NULL);
    date_append_long(day, date, FALSE);
    return day->len > 0 ? arena_strndup(arena, day->str, day->len) : DECREE_BLANK;
}

void
decree_words(Arena *arena,
             const Agency *agency,
             const Service *const *services,
             guint n,
             DecreeWords *out)
{
    const Chief *chief = &agency->kepala;
    Decree sk = n > 0 ? services[0]->sk : (Decree){0};
    for (guint i = 1; i < n; i++)
        if (g_strcmp0(services[i]->sk.nomor.str, sk.nomor.str) != 0)
            sk = (Decree){0};
    gboolean has_chief = text_has_words(chief->jabatan);
    gboolean has_rank = text_has_words(chief->pangkat);
    *out = (DecreeWords){
        .head = arena_concat(arena, "LAMPIRAN KEPUTUSAN ",
                             has_chief ? chief->jabatan.str : agency_full_name(arena, agency),
                             NULL),
        .number = arena_concat(arena, "NOMOR: ", or_blank(sk.nomor), NULL),
        .day = arena_concat(arena, "TANGGAL: ", day_words(arena, sk.tanggal.date), NULL),
        .about = arena_concat(arena, "TENTANG: ", or_blank(sk.tentang), NULL),
        .place_day = DECREE_BLANK ", " DECREE_BLANK,
        .office = or_blank(chief->jabatan),
        .name = or_blank(chief->nama),
        .rank = has_rank ? chief->pangkat.str : NULL,
        .nip = arena_concat(arena, "NIP ", or_blank(chief->nip), NULL),
    };
}

const char *
decree_title(Arena *arena, const Service *service)
{
    return arena_concat(arena, "STANDAR PELAYANAN ", or_blank(service->judul), NULL);
}
