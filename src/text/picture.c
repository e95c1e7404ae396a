#include "text/picture.h"
#include <string.h>

static guint32
big(const guint8 *at, guint n)
{
    guint32 value = 0;
    for (guint i = 0; i < n; i++)
        value = value << 8 | at[i];
    return value;
}

static guint32
little(const guint8 *at, guint n)
{
    guint32 value = 0;
    while (n-- > 0)
        value = value << 8 | at[n];
    return value;
}

static gboolean
is_frame(guint8 marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
           marker != 0xCC;
}

/* ITU-T T.81, B.1: segments with their length, up to the frame's header. */
static gboolean
measure_jpeg(const guint8 *bytes, gsize len, guint32 *width, guint32 *height)
{
    gsize at = 2;
    while (len - at >= 9 && bytes[at] == 0xFF) {
        if (bytes[at + 1] == 0xFF) { /* filled up */
            at++;
            continue;
        }
        if (is_frame(bytes[at + 1])) {
            *height = big(bytes + at + 5, 2);
            *width = big(bytes + at + 7, 2);
            return TRUE;
        }
        gsize step = 2 + (gsize)big(bytes + at + 2, 2);
        if (step < 4 || step > len - at)
            return FALSE;
        at += step;
    }
    return FALSE;
}

/* RFC 9649, 2.4 to 2.7: lossy, lossless, extended. */
static gboolean
measure_webp(const guint8 *bytes, gsize len, guint32 *width, guint32 *height)
{
    if (len < 30)
        return FALSE;
    if (memcmp(bytes + 12, "VP8X", 4) == 0) {
        *width = little(bytes + 24, 3) + 1;
        *height = little(bytes + 27, 3) + 1;
    } else if (memcmp(bytes + 12, "VP8L", 4) == 0) {
        guint32 both = little(bytes + 21, 4);
        *width = (both & 0x3FFF) + 1;
        *height = (both >> 14 & 0x3FFF) + 1;
    } else if (memcmp(bytes + 12, "VP8 ", 4) == 0) {
        *width = little(bytes + 26, 2) & 0x3FFF;
        *height = little(bytes + 28, 2) & 0x3FFF;
    } else {
        return FALSE;
    }
    return TRUE;
}

gboolean
picture_measure(const void *start, gsize len, guint32 *width, guint32 *height)
{
    static const guint8 png[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    const guint8 *bytes = start;
    *width = *height = 0;
    if (len >= 24 && memcmp(bytes, png, sizeof png) == 0) {
        *width = big(bytes + 16, 4);
        *height = big(bytes + 20, 4);
        return TRUE;
    }
    if (len >= 10 && (memcmp(bytes, "GIF87a", 6) == 0 || memcmp(bytes, "GIF89a", 6) == 0)) {
        *width = little(bytes + 6, 2);
        *height = little(bytes + 8, 2);
        return TRUE;
    }
    if (len >= 12 && memcmp(bytes, "RIFF", 4) == 0 && memcmp(bytes + 8, "WEBP", 4) == 0)
        return measure_webp(bytes, len, width, height);
    return len >= 4 && bytes[0] == 0xFF && bytes[1] == 0xD8 &&
           measure_jpeg(bytes, len, width, height);
}

gboolean
picture_is_huge(guint32 width, guint32 height)
{
    return (guint64)width * height > PICTURE_MAX_PIXELS;
}
