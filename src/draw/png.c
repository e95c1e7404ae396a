#include "draw/png.h"
#include "base/deflate.h"
#include "draw/png-pack.h"
#include <string.h>

enum { FILTER_NONE = 0, FILTER_UP = 2 };

static void
put_u32(guint8 *at, guint32 value)
{
    at[0] = (guint8)(value >> 24);
    at[1] = (guint8)(value >> 16);
    at[2] = (guint8)(value >> 8);
    at[3] = (guint8)value;
}

static void
append_chunk(GByteArray *out, const char *type, const guint8 *data, gsize len)
{
    guint8 head[8], tail[4];
    put_u32(head, (guint32)len);
    memcpy(head + 4, type, 4);
    g_byte_array_append(out, head, 8);
    if (len > 0)
        g_byte_array_append(out, data, (guint)len);
    put_u32(tail, deflate_crc(deflate_crc(0, head + 4, 4), data, len));
    g_byte_array_append(out, tail, 4);
}

/* Rows of R G B, each led by its filter: the first as it is, the others as differences from above. */
static guint8 *
filter_rows(const guint8 *pixels, guint w, guint h, gsize stride, gsize *len)
{
    gsize row = (gsize)w * 3 + 1;
    guint8 *rows = g_malloc(row * h);
    for (guint y = 0; y < h; y++) {
        const guint32 *here = (const guint32 *)(const void *)(pixels + y * stride);
        const guint32 *above = (const guint32 *)(const void *)(pixels + (y - (y > 0)) * stride);
        guint8 *to = rows + y * row;
        *to++ = y > 0 ? FILTER_UP : FILTER_NONE;
        if (y > 0 && memcmp(here, above, (gsize)w * 4) == 0) {
            memset(to, 0, row - 1);
            continue;
        }
        for (guint x = 0; x < w; x++, to += 3) {
            guint32 a = here[x], b = y > 0 ? above[x] : 0;
            to[0] = (guint8)((a >> 16) - (b >> 16));
            to[1] = (guint8)((a >> 8) - (b >> 8));
            to[2] = (guint8)(a - b);
        }
    }
    *len = row * h;
    return rows;
}

/* Colours met so far, in an open hash table; entry i of the palette is color[i]. */
enum { MAX_COLORS = 256, TABLE = 4096 };
typedef struct Palette {
    guint32 color[MAX_COLORS];
    guint n;
    guint32 key[TABLE]; /* colour + 1; 0 = free */
    guint16 index[TABLE];
} Palette;

/* The place of a colour, FALSE when the palette is full. */
static gboolean
palette_find(Palette *palette, guint32 color, guint8 *index)
{
    guint at = (color * 2654435761u) >> 20;
    while (palette->key[at] != 0 && palette->key[at] != color + 1)
        at = (at + 1) % TABLE;
    if (palette->key[at] == 0) {
        if (palette->n == MAX_COLORS)
            return FALSE;
        palette->key[at] = color + 1;
        palette->index[at] = (guint16)palette->n;
        palette->color[palette->n++] = color;
    }
    *index = (guint8)palette->index[at];
    return TRUE;
}

/* Edges of letters mix two colours in hundreds of shades; 16 of a channel are as good to the eye.
 * Flat colours come in runs and are kept as they are. */
static guint32
rounded(guint32 color)
{
    guint32 top = color & 0xF0F0F0;
    return top | top >> 4;
}

/* Whether four pixels are all of one colour. */
static gboolean
are_all(const guint32 *pixels, guint32 color)
{
    const guint64 two = color | (guint64)color << 32;
    guint64 pairs[2];
    memcpy(pairs, pixels, sizeof pairs);
    return ((pairs[0] ^ two) | (pairs[1] ^ two)) == 0;
}

/* Where the run of pixels alike ends that begins at x. Most are edges of letters and one pixel long. */
static guint
run_end(const guint32 *row, guint x, guint w)
{
    const guint32 color = row[x];
    guint end = x + 1;
    if (end == w || row[end] != color)
        return end;
    while (end + 4 <= w && are_all(row + end, color))
        end += 4;
    while (end < w && row[end] == color)
        end++;
    return end;
}

/* Four bytes a pixel, as cairo keeps them. */
typedef struct Pixels {
    const guint8 *bytes;
    guint w, h;
    gsize stride;
} Pixels;

/* One byte a pixel where 256 colours are enough; NULL where they are not. */
static guint8 *
index_rows(Palette *palette, const Pixels *from, gsize *len)
{
    const guint8 *pixels = from->bytes;
    const guint w = from->w, h = from->h;
    const gsize row = (gsize)w + 1, stride = from->stride;
    guint8 *rows = g_malloc(row * h);
    for (guint y = 0; y < h; y++) {
        const guint32 *here = (const guint32 *)(const void *)(pixels + y * stride);
        guint8 *to = rows + y * row;
        *to++ = FILTER_NONE;
        if (y > 0 && memcmp(here, pixels + (y - 1) * stride, (gsize)w * 4) == 0) {
            memcpy(to, to - row, w);
            continue;
        }
        for (guint x = 0; x < w;) {
            guint end = run_end(here, x, w);
            guint32 color = here[x] & 0xFFFFFF;
            guint8 index;
            if (!palette_find(palette, end - x >= 8 ? color : rounded(color), &index)) {
                g_free(rows);
                return NULL;
            }
            to[x] = index;
            if (end > x + 1)
                memset(to + x + 1, index, end - x - 1);
            x = end;
        }
    }
    *len = row * h;
    return rows;
}

static void
append_palette(GByteArray *out, const Palette *palette)
{
    guint8 rgb[MAX_COLORS * 3];
    for (guint i = 0; i < palette->n; i++) {
        rgb[3 * i] = (guint8)(palette->color[i] >> 16);
        rgb[3 * i + 1] = (guint8)(palette->color[i] >> 8);
        rgb[3 * i + 2] = (guint8)palette->color[i];
    }
    append_chunk(out, "PLTE", rgb, palette->n * 3);
}

/* Rows of `row` bytes. Of many colours they are pictures, for which a general packer is made. */
static void
append_packed(GByteArray *out, const guint8 *rows, gsize len, gsize row, gboolean indexed)
{
    enum { QUICK = 1, LONG = 32768 };
    g_autoptr(GByteArray) packed = g_byte_array_new();
    if (indexed && row <= LONG)
        png_pack(packed, rows, len, row);
    else
        deflate_append(packed, rows, len, QUICK);
    append_chunk(out, "IDAT", packed->data, packed->len);
}

gboolean
png_append(GByteArray *out, const guint8 *pixels, guint w, guint h, gsize stride)
{
    static const guint8 MAGIC[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    gsize len;
    Palette palette = {.n = 0};
    g_autofree guint8 *rows = index_rows(&palette, &(Pixels){pixels, w, h, stride}, &len);
    gboolean indexed = rows != NULL;
    if (!indexed)
        rows = filter_rows(pixels, w, h, stride, &len);
    guint8 header[13] = {[8] = 8, [9] = indexed ? 3 : 2};
    put_u32(header, w);
    put_u32(header + 4, h);
    g_byte_array_append(out, MAGIC, sizeof MAGIC);
    append_chunk(out, "IHDR", header, sizeof header);
    if (indexed)
        append_palette(out, &palette);
    append_packed(out, rows, len, len / MAX(h, 1), indexed);
    append_chunk(out, "IEND", NULL, 0);
    return TRUE;
}
