#include "base/deflate.h"
#include <libdeflate.h>

enum { MAX_LEVEL = 12 };

typedef struct Compressors {
    struct libdeflate_compressor *of_level[MAX_LEVEL + 1];
} Compressors;

static void
free_compressors(gpointer data)
{
    Compressors *kept = data;
    for (int i = 0; i <= MAX_LEVEL; i++)
        if (kept->of_level[i] != NULL)
            libdeflate_free_compressor(kept->of_level[i]);
    g_free(kept);
}

static GPrivate compressors = G_PRIVATE_INIT(free_compressors);

static struct libdeflate_compressor *
compressor_for(int level)
{
    Compressors *kept = g_private_get(&compressors);
    if (kept == NULL) {
        kept = g_new0(Compressors, 1);
        g_private_set(&compressors, kept);
    }
    if (kept->of_level[level] == NULL)
        kept->of_level[level] = libdeflate_alloc_compressor(level);
    if (kept->of_level[level] == NULL)
        g_error("no memory left");
    return kept->of_level[level];
}

void
deflate_append(GByteArray *out, const guint8 *bytes, gsize len, int level)
{
    g_return_if_fail(level >= 1 && level <= MAX_LEVEL);
    struct libdeflate_compressor *compressor = compressor_for(level);
    gsize room = libdeflate_zlib_compress_bound(compressor, len);
    guint before = out->len;
    g_byte_array_set_size(out, before + (guint)room);
    gsize packed = libdeflate_zlib_compress(compressor, bytes, len, out->data + before, room);
    g_byte_array_set_size(out, before + (guint)packed);
}

guint32
deflate_crc(guint32 crc, const guint8 *bytes, gsize len)
{
    return len > 0 ? libdeflate_crc32(crc, bytes, len) : crc; /* it takes NULL for a new start */
}

guint32
deflate_adler(const guint8 *bytes, gsize len)
{
    return libdeflate_adler32(1, bytes, len);
}
