#include "export/zip.h"
#include <libdeflate.h>
#include <string.h>

/*
 * Source: PKWARE, APPNOTE.TXT 6.3.3, sections 4.3.7 (local header), 4.3.12 (central directory) and 4.3.16
 * (its end). No extra fields: OpenDocument 1.3 part 2, 3.3 forbids them for the mimetype, and libarchive
 * always writes some.
 */
enum { LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50 };
enum {
    VERSION_NEEDED = 20,  /* 2.0: deflated parts */
    UTF8_NAMES = 1 << 11, /* general purpose flags */
    METHOD_STORED = 0,
    METHOD_DEFLATED = 8,
    FIRST_DAY = (0 << 9) | (1 << 5) | 1, /* 1980-01-01 */
    DEFLATE_LEVEL = 9,
};

typedef struct ZipPart {
    char *name;
    guint32 crc, packed, len, offset;
    guint16 method;
} ZipPart;

struct Zip {
    GByteArray *out;
    gsize start; /* where the archive begins in `out` */
    GArray *parts;
    struct libdeflate_compressor *compressor;
    gboolean bad;
};

static void
clear_part(gpointer part)
{
    g_free(((ZipPart *)part)->name);
}

Zip *
zip_new(GByteArray *out)
{
    Zip *zip = g_new0(Zip, 1);
    zip->out = out;
    zip->start = out->len;
    zip->parts = g_array_new(FALSE, FALSE, sizeof(ZipPart));
    g_array_set_clear_func(zip->parts, clear_part);
    zip->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    zip->bad = zip->compressor == NULL;
    return zip;
}

static void
put16(GByteArray *out, guint16 n)
{
    guint16 bytes = GUINT16_TO_LE(n);
    g_byte_array_append(out, (const guint8 *)&bytes, sizeof bytes);
}

static void
put32(GByteArray *out, guint32 n)
{
    guint32 bytes = GUINT32_TO_LE(n);
    g_byte_array_append(out, (const guint8 *)&bytes, sizeof bytes);
}

/* What the local header and the central one have in common. */
static void
put_part(GByteArray *out, const ZipPart *part)
{
    put16(out, VERSION_NEEDED);
    put16(out, UTF8_NAMES);
    put16(out, part->method);
    put16(out, 0); /* 00:00 */
    put16(out, FIRST_DAY);
    put32(out, part->crc);
    put32(out, part->packed);
    put32(out, part->len);
    put16(out, (guint16)strlen(part->name));
    put16(out, 0); /* extra fields */
}

void
zip_add(Zip *zip, const char *name, const char *bytes, gsize len, gboolean stored)
{
    gsize most = zip->bad ? 0 : libdeflate_deflate_compress_bound(zip->compressor, len);
    g_autofree guint8 *packed = g_malloc(most + 1);
    zip->bad = zip->bad || most > G_MAXINT32 || strlen(name) > G_MAXUINT16;
    if (zip->bad)
        return;
    gsize n =
        stored ? 0 : libdeflate_deflate_compress(zip->compressor, bytes, len, packed, most);
    gboolean whole = n == 0 || n >= len; /* packing would not make it smaller */
    ZipPart part = {g_strdup(name),
                    libdeflate_crc32(0, bytes, len),
                    (guint32)(whole ? len : n),
                    (guint32)len,
                    (guint32)(zip->out->len - zip->start),
                    whole ? METHOD_STORED : METHOD_DEFLATED};
    put32(zip->out, LOCAL);
    put_part(zip->out, &part);
    g_byte_array_append(zip->out, (const guint8 *)name, (guint)strlen(name));
    g_byte_array_append(zip->out, whole ? (const guint8 *)bytes : packed, part.packed);
    g_array_append_val(zip->parts, part);
}

static void
put_directory(Zip *zip)
{
    guint32 offset = (guint32)(zip->out->len - zip->start);
    for (guint i = 0; i < zip->parts->len; i++) {
        const ZipPart *part = &g_array_index(zip->parts, ZipPart, i);
        put32(zip->out, CENTRAL);
        put16(zip->out, VERSION_NEEDED);
        put_part(zip->out, part);
        put16(zip->out, 0); /* comment */
        put16(zip->out, 0); /* disk */
        put16(zip->out, 0); /* attributes, inner and outer */
        put32(zip->out, 0);
        put32(zip->out, part->offset);
        g_byte_array_append(zip->out, (const guint8 *)part->name, (guint)strlen(part->name));
    }
    guint32 len = (guint32)(zip->out->len - zip->start) - offset;
    put32(zip->out, END);
    put16(zip->out, 0); /* disks */
    put16(zip->out, 0);
    put16(zip->out, (guint16)zip->parts->len);
    put16(zip->out, (guint16)zip->parts->len);
    put32(zip->out, len);
    put32(zip->out, offset);
    put16(zip->out, 0); /* comment */
}

gboolean
zip_close(Zip *zip)
{
    gboolean fine = !zip->bad && zip->out->len - zip->start < G_MAXINT32 &&
                    zip->parts->len <= G_MAXUINT16;
    if (fine)
        put_directory(zip);
    g_array_unref(zip->parts);
    libdeflate_free_compressor(zip->compressor);
    g_free(zip);
    return fine;
}
