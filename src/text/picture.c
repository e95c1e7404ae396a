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

/* ---- SVG ---- */

enum { SVG_MAX_SIDE = 16384, SVG_MAX_TAG = 16 * 1024 };

/* Behind `end`, from `at` on; `stop` when it is not there. */
static const char *
behind(const char *at, const char *stop, const char *end)
{
    const char *found = g_strstr_len(at, stop - at, end);
    return found != NULL ? found + strlen(end) : stop;
}

/* Where the first element begins; NULL when there is none. */
static const char *
find_root(const char *at, const char *stop)
{
    while ((at = memchr(at, '<', (gsize)(stop - at))) != NULL && stop - at > 4) {
        if (strncmp(at, "<!--", 4) == 0)
            at = behind(at + 4, stop, "-->");
        else if (at[1] == '?')
            at = behind(at, stop, "?>");
        else if (at[1] == '!')
            at = behind(at, stop, ">");
        else
            return at;
    }
    return NULL;
}

/* What stands in quotes behind `name` and "="; NULL when the tag has no such attribute. */
static const char *
attribute(const char *tag, const char *name)
{
    gsize n = strlen(name);
    for (const char *at = tag; (at = strstr(at, name)) != NULL; at += n)
        if (g_ascii_isspace(at[-1]) && at[n] == '=' && (at[n + 1] == '"' || at[n + 1] == '\''))
            return at + n + 2;
    return NULL;
}

/* In whole units; 0 when it is no number of pixels. */
static guint32
side(const char *tag, const char *name)
{
    const char *at = attribute(tag, name);
    if (at == NULL)
        return 0;
    guint64 number = g_ascii_strtoull(at, NULL, 10);
    at += strspn(at, "0123456789.");
    gboolean pixels = *at == '"' || *at == '\'' || strncmp(at, "px", 2) == 0;
    return pixels && number <= SVG_MAX_SIDE ? (guint32)number : 0;
}

/* viewBox="0 0 W H" */
static void
read_box(const char *tag, guint32 *width, guint32 *height)
{
    const char *at = attribute(tag, "viewBox");
    guint64 values[4] = {0};
    if (at == NULL)
        return;
    for (guint i = 0; i < 4; i++) {
        at += strspn(at, " ,-");
        values[i] = g_ascii_strtoull(at, NULL, 10);
        at += strspn(at, "0123456789.");
    }
    *width = values[2] <= SVG_MAX_SIDE ? (guint32)values[2] : 0;
    *height = values[3] <= SVG_MAX_SIDE ? (guint32)values[3] : 0;
}

gboolean
picture_measure_svg(const char *bytes, gsize len, guint32 *width, guint32 *height)
{
    const char *stop = bytes + len, *root = find_root(bytes, stop);
    *width = *height = 0;
    if (root == NULL)
        return FALSE;
    const char *end = memchr(root, '>', (gsize)MIN(stop - root, (gssize)SVG_MAX_TAG));
    if (end == NULL)
        return FALSE;
    g_autofree char *tag = g_strndup(root, (gsize)(end - root));
    if (!g_str_has_prefix(tag, "<svg") && strstr(tag, ":svg") == NULL)
        return FALSE;
    *width = side(tag, "width");
    *height = side(tag, "height");
    if (*width == 0 || *height == 0)
        read_box(tag, width, height);
    if (*width == 0 || *height == 0)
        *width = *height = 0;
    return *width > 0;
}

gboolean
picture_is_huge(guint32 width, guint32 height)
{
    return (guint64)width * height > PICTURE_MAX_PIXELS;
}
