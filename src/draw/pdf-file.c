#include "draw/pdf-file.h"
#include "base/deflate.h"
#include <math.h>
#include <string.h>

enum { XREF_TYPE = 1, XREF_FIELD = 4, XREF_INDEX = 3 };

typedef enum PlaceKind { PLACE_NONE, PLACE_FILE, PLACE_PACKED } PlaceKind;
typedef struct PdfPlace {
    PlaceKind kind;
    gsize at; /* offset in the file; index in the object stream */
} PdfPlace;

/* ---- what stands in objects ---- */

void
pdf_append_int(GString *out, gint64 value)
{
    char digits[24];
    guint at = sizeof digits;
    guint64 rest = value < 0 ? (guint64)-value : (guint64)value;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0)
        digits[--at] = '-';
    g_string_append_len(out, digits + at, (gssize)(sizeof digits - at));
}

void
pdf_append_number(GString *out, double value, guint decimals)
{
    static const gint64 TENS[] = {1,      10,      100,      1000,      10000,
                                  100000, 1000000, 10000000, 100000000, 1000000000};
    gint64 scaled = llround(value * (double)TENS[decimals]);
    guint64 size = (guint64)ABS(scaled), whole = size / (guint64)TENS[decimals],
            part = size % (guint64)TENS[decimals];
    if (scaled < 0)
        g_string_append_c(out, '-');
    if (whole > 0 || part == 0)
        pdf_append_int(out, (gint64)whole);
    if (part == 0)
        return;
    g_string_append_c(out, '.');
    for (guint i = decimals; i-- > 0 && part > 0;) {
        g_string_append_c(out, (char)('0' + part / (guint64)TENS[i]));
        part %= (guint64)TENS[i];
    }
}

void
pdf_append_reference(GString *out, guint number)
{
    pdf_append_int(out, number);
    g_string_append(out, " 0 R");
}

void
pdf_append_bytes(GString *out, const char *bytes, gsize len)
{
    g_string_append_c(out, '(');
    for (gsize i = 0; i < len; i++) {
        char c = bytes[i];
        if (c == '(' || c == ')' || c == '\\')
            g_string_append_c(out, '\\');
        /* A reader takes a bare return for a line feed. */
        if (c == '\r')
            g_string_append(out, "\\r");
        else
            g_string_append_c(out, c);
    }
    g_string_append_c(out, ')');
}

static gboolean
is_ascii(const char *text, gsize len)
{
    for (gsize i = 0; i < len; i++)
        if (text[i] < ' ' || text[i] > '~')
            return FALSE;
    return TRUE;
}

void
pdf_append_text(GString *out, const char *text, gsize len)
{
    static const char HEX[] = "0123456789ABCDEF";
    glong n = 0;
    if (is_ascii(text, len)) {
        pdf_append_bytes(out, text, len);
        return;
    }
    g_autofree gunichar2 *units = g_utf8_to_utf16(text, (glong)len, NULL, &n, NULL);
    g_string_append(out, "<FEFF");
    for (glong i = 0; units != NULL && i < n; i++)
        for (int shift = 12; shift >= 0; shift -= 4)
            g_string_append_c(out, HEX[units[i] >> shift & 15]);
    g_string_append_c(out, '>');
}

/* ---- the file ---- */

static void
append(PdfFile *file, const char *text, gsize len)
{
    g_byte_array_append(file->out, (const guint8 *)text, (guint)len);
}

static PdfPlace *
place_of(PdfFile *file, guint number)
{
    return &g_array_index(file->places, PdfPlace, number);
}

void
pdf_file_init(PdfFile *file, GByteArray *out)
{
    *file = (PdfFile){.out = out,
                      .begin = out->len,
                      .places = g_array_new(FALSE, TRUE, sizeof(PdfPlace)),
                      .index = g_string_sized_new(4096),
                      .packed = g_string_sized_new(32 * 1024)};
    g_array_set_size(file->places, 1);
    /* Bytes above 127 tell programs that copy files that this one is no text (7.5.2). */
    append(file, "%PDF-1.5\n%\xB5\xED\xAE\xFB\n", 15);
}

void
pdf_file_clear(PdfFile *file)
{
    g_array_free(file->places, TRUE);
    g_string_free(file->index, TRUE);
    g_string_free(file->packed, TRUE);
}

guint
pdf_file_number(PdfFile *file)
{
    g_array_set_size(file->places, file->places->len + 1);
    return file->places->len - 1;
}

void
pdf_file_object(PdfFile *file, guint number, const GString *body)
{
    g_assert(place_of(file, number)->kind == PLACE_NONE);
    *place_of(file, number) = (PdfPlace){PLACE_PACKED, file->n_packed++};
    pdf_append_int(file->index, number);
    g_string_append_c(file->index, ' ');
    pdf_append_int(file->index, (gint64)file->packed->len);
    g_string_append_c(file->index, ' ');
    g_string_append_len(file->packed, body->str, (gssize)body->len);
    g_string_append_c(file->packed, '\n');
}

void
pdf_file_stream(PdfFile *file, guint number, const PdfStream *stream)
{
    g_autoptr(GByteArray) packed = g_byte_array_new();
    const guint8 *bytes = stream->bytes;
    gsize len = stream->len;
    g_assert(place_of(file, number)->kind == PLACE_NONE);
    if (stream->packing == PDF_PACK) {
        deflate_append(packed, bytes, len, DEFLATE_LEVEL);
        bytes = packed->data;
        len = packed->len;
    }
    *place_of(file, number) = (PdfPlace){PLACE_FILE, file->out->len - file->begin};
    g_autofree char *head = g_strdup_printf(
        "%u 0 obj\n<<%s%s/Length %" G_GSIZE_FORMAT ">>\nstream\n", number, stream->keys,
        stream->packing != PDF_PLAIN ? "/Filter/FlateDecode" : "", len);
    append(file, head, strlen(head));
    append(file, (const char *)bytes, len);
    append(file, "\nendstream\nendobj\n", 18);
}

static void
write_packed_objects(PdfFile *file, guint number)
{
    g_autofree char *keys = g_strdup_printf("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT,
                                            file->n_packed, file->index->len);
    g_string_append_len(file->index, file->packed->str, (gssize)file->packed->len);
    pdf_file_stream(
        file, number,
        &(PdfStream){PDF_PACK, keys, (const guint8 *)file->index->str, file->index->len});
}

/* The numbers are sorted, so that most of a row is as in the one above. */
static void
append_row(GByteArray *rows, const PdfPlace *place, guint object_stream)
{
    gsize field = place->kind == PLACE_PACKED ? object_stream : place->at;
    gsize index = place->kind == PLACE_PACKED ? place->at : 0;
    const guint8 row[XREF_TYPE + XREF_FIELD + XREF_INDEX] = {
        (guint8)place->kind, (guint8)(field >> 24), (guint8)(field >> 16), (guint8)(field >> 8),
        (guint8)field,       (guint8)(index >> 16), (guint8)(index >> 8),  (guint8)index};
    g_byte_array_append(rows, row, sizeof row);
}

void
pdf_file_finish(PdfFile *file, guint root, guint info)
{
    guint objects = pdf_file_number(file), table = pdf_file_number(file);
    g_assert(file->n_packed < 1u << (8 * XREF_INDEX));
    write_packed_objects(file, objects);
    gsize at = file->out->len - file->begin;
    g_autofree char *id =
        g_compute_checksum_for_data(G_CHECKSUM_MD5, file->out->data + file->begin, at);
    g_autoptr(GByteArray) rows = g_byte_array_new();
    PdfPlace own = {PLACE_FILE, at};
    for (guint i = 0; i < table; i++)
        append_row(rows, place_of(file, i), objects);
    append_row(rows, &own, objects);
    g_autofree char *keys =
        g_strdup_printf("/Type/XRef/Size %u/W[%d %d %d]/Root %u 0 R/Info %u 0 R/ID[<%s><%s>]",
                        table + 1, XREF_TYPE, XREF_FIELD, XREF_INDEX, root, info, id, id);
    pdf_file_stream(file, table, &(PdfStream){PDF_PACK, keys, rows->data, rows->len});
    g_autofree char *end = g_strdup_printf("startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", at);
    append(file, end, strlen(end));
}
