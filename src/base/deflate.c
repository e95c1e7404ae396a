#include "base/deflate.h"
#include <gio/gio.h>

gboolean
deflate_append(GByteArray *out, const guint8 *bytes, gsize len, int level)
{
    /* What cannot be packed grows by a few bytes for each block. */
    gsize room = len + len / 100 + 4096, read = 0, written = 0;
    guint before = out->len;
    g_autoptr(GZlibCompressor) zlib =
                  g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, level);
    g_byte_array_set_size(out, before + (guint)room);
    GConverterResult result =
        g_converter_convert(G_CONVERTER(zlib), bytes, len, out->data + before, room,
                            G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
    g_byte_array_set_size(out, before + (guint)written);
    return result == G_CONVERTER_FINISHED;
}
