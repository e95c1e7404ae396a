#include "facts/agency.h"
#include "text/words.h"
#include <string.h>

/* "Pemerintah Kabupaten Pasuruan" -> "Kabupaten Pasuruan"; NULL for any other body. */
static const char *
governed(const char *parent)
{
    static const char word[] = "Pemerintah ";
    return g_ascii_strncasecmp(parent, word, strlen(word)) == 0 ? parent + strlen(word) : NULL;
}

const char *
agency_full_name(Arena *arena, const Agency *agency)
{
    const char *name = text_str(agency->nama);
    const char *parent = words_trim(arena, text_str(agency->instansi_induk));
    const char *place = text_str(agency->wilayah);
    if (*place == '\0' && agency->region != NULL)
        place = text_str(agency->region->nama);
    if (*place == '\0' && *parent)
        place = governed(parent);
    if (place == NULL) /* a ministry, or a dinas with a place unknown */
        return strstr(name, parent) != NULL ? name
                                            : arena_concat(arena, name, ", ", parent, NULL);
    return *place == '\0' || strstr(name, place) != NULL
               ? name
               : arena_concat(arena, name, " ", place, NULL);
}

const Channel *
agency_phone(const Agency *agency)
{
    for (guint i = 0; i < agency->surel.n; i++)
        if (agency->surel.items[i].jenis == CHANNEL_TELEPON)
            return &agency->surel.items[i];
    return NULL;
}

/* "88,31" in hundredths; -1 when it is not a number of at most two decimals and nothing else. */
static int
hundredths(const char *text)
{
    int whole = 0, part = 0, digits = 0, decimals = 0;
    for (text += strspn(text, " "); g_ascii_isdigit(*text) && digits < 4; text++, digits++)
        whole = 10 * whole + (*text - '0');
    if (digits > 0 && (*text == ',' || *text == '.') && g_ascii_isdigit(text[1])) {
        for (text++; g_ascii_isdigit(*text) && decimals < 3; text++, decimals++)
            part = 10 * part + (*text - '0');
    }
    if (digits == 0 || digits > 3 || decimals > 2 || text[strspn(text, " ")] != '\0')
        return -1;
    return 100 * whole + (decimals == 1 ? 10 * part : part);
}

char
agency_index_grade(const char *index)
{
    int value = index != NULL ? hundredths(index) : -1;
    if (value < 2500 || value > 10000)
        return '\0';
    return value > 8830 ? 'A' : value > 7660 ? 'B' : value >= 6500 ? 'C' : 'D';
}
