#include "paper/poster.h"

static const PosterMeasure MEASURES[N_POSTER_SIZES] = {
    [POSTER_A4] = {"a4", 210, 0, 0},
    [POSTER_A3] = {"a3", 297, 0, 0},
    [POSTER_A2] = {"a2", 420, 0, 0},
    [POSTER_A1] = {"a1", 594, 0, 0},
    [POSTER_F4] = {"f4", 215, 0, 0, 330},
    [POSTER_BANNER] = {"xbanner", 600, 0, 0},
    [POSTER_CARD] = {"kartu", 297, 1080, 1350},
};

const PosterMeasure *
poster_size_measure(PosterSize size)
{
    return &MEASURES[size];
}

gboolean
poster_size_find(const char *key, PosterSize *size)
{
    for (guint i = 0; i < N_POSTER_SIZES; i++)
        if (key != NULL && g_ascii_strcasecmp(MEASURES[i].key, key) == 0) {
            *size = (PosterSize)i;
            return TRUE;
        }
    return FALSE;
}

const char *
poster_size_key(PosterSize size)
{
    return MEASURES[size].key;
}

gboolean
poster_size_saves_ink(PosterSize size)
{
    return size == POSTER_A4 || size == POSTER_F4;
}
