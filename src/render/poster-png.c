#include "render/poster-png.h"
#include <gio/gio.h>
#include <string.h>

enum { FILTER_NONE = 0, FILTER_UP = 2, PACKING_LEVEL = 2 };

static void
put_u32(guint8 *at, guint32 value)
{
    at[0] = (guint8)(value >> 24);
    at[1] = (guint8)(value >> 16);
    at[2] = (guint8)(value >> 8);
    at[3] = (guint8)value;
}

/* CRC-32 as PNG wants it, four bits at a time: the table stays small and constant. */
static guint32
crc(guint32 state, const guint8 *bytes, gsize len)
{
    static const guint32 NIBBLE[16] = {
        0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4,
        0x4DB26158, 0x5005713C, 0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C,
        0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C};
    for (gsize i = 0; i < len; i++) {
        state ^= bytes[i];
        state = state >> 4 ^ NIBBLE[state & 15];
        state = state >> 4 ^ NIBBLE[state & 15];
    }
    return state;
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
    put_u32(tail, ~crc(crc(0xFFFFFFFF, head + 4, 4), data, len));
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

gboolean
poster_png_append(GByteArray *out, const guint8 *pixels, guint w, guint h, gsize stride)
{
    static const guint8 MAGIC[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    gsize len, read = 0, written = 0;
    g_autofree guint8 *rows = filter_rows(pixels, w, h, stride, &len);
    gsize room = len + len / 100 + 4096;
    g_autofree guint8 *packed = g_malloc(room);
    g_autoptr(GZlibCompressor) zlib =
        g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, PACKING_LEVEL);
    GConverterResult result =
        g_converter_convert(G_CONVERTER(zlib), rows, len, packed, room,
                            G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
    if (result != G_CONVERTER_FINISHED)
        return FALSE;
    guint8 header[13] = {[8] = 8, [9] = 2};
    put_u32(header, w);
    put_u32(header + 4, h);
    g_byte_array_append(out, MAGIC, sizeof MAGIC);
    append_chunk(out, "IHDR", header, sizeof header);
    append_chunk(out, "IDAT", packed, written);
    append_chunk(out, "IEND", NULL, 0);
    return TRUE;
}
