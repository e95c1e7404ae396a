#include "facts/agency.h"
#include "text/words.h"
#include <string.h>

static const char *
or_empty(const char *text)
{
    return text != NULL ? text : "";
}

/* "Pemerintah Kabupaten Pasuruan" -> "Kabupaten Pasuruan"; NULL for any other body. */
static const char *
governed(const char *parent)
{
    static const char word[] = "Pemerintah ";
    return g_ascii_strncasecmp(parent, word, strlen(word)) == 0 ? parent + strlen(word) : NULL;
}

static const char *
join(Arena *arena, const char *a, const char *between, const char *b)
{
    g_autofree char *out = g_strconcat(a, between, b, NULL);
    return arena_strndup(arena, out, strlen(out));
}

const char *
agency_full_name(Arena *arena, const Agency *agency)
{
    const char *name = or_empty(agency->nama.str);
    const char *parent = words_trim(arena, or_empty(agency->instansi_induk.str));
    const char *place = or_empty(agency->wilayah.str);
    if (*place == '\0' && agency->region != NULL)
        place = or_empty(agency->region->nama.str);
    if (*place == '\0' && *parent)
        place = governed(parent);
    if (place == NULL) /* a ministry, or a dinas with a place unknown */
        return strstr(name, parent) != NULL ? name : join(arena, name, ", ", parent);
    return *place == '\0' || strstr(name, place) != NULL ? name : join(arena, name, " ", place);
}

const Channel *
agency_phone(const Agency *agency)
{
    for (guint i = 0; i < agency->surel.n; i++)
        if (agency->surel.items[i].jenis == CHANNEL_TELEPON)
            return &agency->surel.items[i];
    return NULL;
}
