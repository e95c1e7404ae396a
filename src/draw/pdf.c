#include "draw/pdf.h"
#include "base/deflate.h"
#include "base/html.h"
#include "draw/pdf-scan.h"
#include <string.h>

enum { LEVEL = 6 /* 9 takes twice the time for a hundred bytes less */ };

/* clang-format would put blanks into the name */
// clang-format off
G_DEFINE_QUARK(maklumat-pdf, pdf_error)
// clang-format on

/* Where an object is written. */
typedef enum PlaceKind { PLACE_NONE, PLACE_FILE, PLACE_PACKED } PlaceKind;
typedef struct Place {
    PlaceKind kind;
    gsize at; /* offset in the file; index in the object stream */
} Place;

typedef struct Writing {
    PdfScan scan;
    const PdfExtras *extras;
    GByteArray *out;
    gsize begin;             /* of the file in `out` */
    guint8 *dropped;         /* by number: lengths now written out, maps nobody needs */
    Place *places;           /* by number, the three new objects behind the others */
    GString *index, *packed; /* the object stream: "number offset …", the objects */
    guint n_packed, figures, pages;
} Writing;

static void
append(Writing *w, const char *text, gsize len)
{
    g_byte_array_append(w->out, (const guint8 *)text, (guint)len);
}

static void
begin_object(Writing *w, guint number)
{
    char head[32];
    w->places[number] = (Place){PLACE_FILE, w->out->len - w->begin};
    int len = g_snprintf(head, sizeof head, "%u 0 obj\n", number);
    append(w, head, (gsize)len);
}

/* A text string as UTF-16 in hexadecimal, which every reader understands. */
static void
append_text_string(GString *out, const char *text)
{
    glong n = 0;
    g_autofree gunichar2 *units =
        text != NULL ? g_utf8_to_utf16(text, -1, NULL, &n, NULL) : NULL;
    g_string_append(out, "<FEFF");
    for (glong i = 0; units != NULL && i < n; i++)
        g_string_append_printf(out, "%04X", units[i]);
    g_string_append_c(out, '>');
}

static void
append_number(GString *out, double value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_c(out, ' ');
    g_string_append(out, g_ascii_formatd(digits, sizeof digits, "%.3f", value));
}

static void
append_box(GString *out, const char *key, double inset, double w, double h)
{
    g_string_append_printf(out, " /%s [", key);
    append_number(out, inset);
    append_number(out, inset);
    append_number(out, w - inset);
    append_number(out, h - inset);
    g_string_append(out, " ]");
}

/* Cairo writes "[ 0 0 W H ]". */
static gboolean
append_boxes(GString *out, PdfSpan page, const PdfExtras *x)
{
    PdfSpan box = pdf_get(page, "/MediaBox");
    g_autofree char *numbers = box.at != NULL ? g_strndup(box.at, box.len) : NULL;
    char *rest = numbers;
    double sides[4] = {0};
    if (numbers == NULL || *rest++ != '[')
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(sides); i++)
        sides[i] = g_ascii_strtod(rest, &rest);
    if (!(sides[2] > 0) || !(sides[3] > 0))
        return FALSE;
    append_box(out, "TrimBox", x->trim_inset, sides[2], sides[3]);
    append_box(out, "BleedBox", x->bleed_inset, sides[2], sides[3]);
    return TRUE;
}

/* What is added to an object's dictionary. */
static gboolean
extend(Writing *w, guint number, PdfSpan body, GString *more, GError **error)
{
    const PdfExtras *x = w->extras;
    if (number == w->scan.root) {
        g_string_append_printf(
            more, " /Lang (%s) /ViewerPreferences << /DisplayDocTitle true >> /Metadata %u 0 R",
            x->lang, w->scan.n);
    } else if (pdf_is(body, "/Type", "/Page")) {
        w->pages++;
        return append_boxes(more, body, x) || pdf_fail(error, "page");
    } else if (pdf_is(body, "/S", "/Figure")) {
        if (w->figures >= x->n_figures)
            return pdf_fail(error, "figure");
        g_string_append(more, " /Alt ");
        append_text_string(more, x->figures[w->figures++]);
    } else if (pdf_is(body, "/Subtype", "/Link")) {
        /* A link is described by its own target. */
        PdfSpan action = pdf_get(body, "/A"), target = {NULL, 0};
        if (action.at != NULL)
            target = pdf_get(action, "/URI");
        if (target.at == NULL)
            return pdf_fail(error, "link");
        g_string_append(more, " /Contents ");
        g_string_append_len(more, target.at, (gssize)target.len);
    }
    return TRUE;
}

/* `body` with `value` in the place of `old`, a part of it. */
static void
append_replaced(GString *out, PdfSpan body, PdfSpan old, const char *value)
{
    g_string_append_len(out, body.at, old.at - body.at);
    g_string_append(out, value);
    const char *behind = old.at + old.len;
    g_string_append_len(out, behind, (gssize)(body.len - (gsize)(behind - body.at)));
}

static gboolean
write_stream(Writing *w, guint number, const PdfObject *object, GError **error)
{
    char length[32];
    g_autoptr(GString) body = g_string_new(NULL);
    PdfSpan old = pdf_get(object->body, "/Length");
    if (old.at == NULL)
        return pdf_fail(error, "stream");
    g_snprintf(length, sizeof length, "%" G_GSIZE_FORMAT, object->data.len);
    append_replaced(body, object->body, old, length);
    begin_object(w, number);
    append(w, body->str, body->len);
    append(w, "\nstream\n", 8);
    append(w, object->data.at, object->data.len);
    append(w, "\nendstream\nendobj\n", 18);
    return TRUE;
}

static gboolean
pack_object(Writing *w, guint number, PdfSpan body, GError **error)
{
    g_autoptr(GString) more = g_string_new(NULL);
    if (!extend(w, number, body, more, error))
        return FALSE;
    w->places[number] = (Place){PLACE_PACKED, w->n_packed++};
    g_string_append_printf(w->index, "%u %" G_GSIZE_FORMAT " ", number, w->packed->len);
    PdfSpan map = pdf_get(body, "/ToUnicode");
    guint map_number = pdf_reference(map, w->scan.n);
    if (map_number > 0 && w->dropped[map_number])
        append_replaced(w->packed, body, map, "null");
    else
        g_string_append_len(w->packed, body.at, (gssize)body.len);
    if (more->len > 0) {
        g_string_truncate(w->packed, w->packed->len - strlen(">>"));
        g_string_append_len(w->packed, more->str, (gssize)more->len);
        g_string_append(w->packed, " >>");
    }
    g_string_append_c(w->packed, '\n');
    return TRUE;
}

/* Lengths are written where they are used; fonts in a standard encoding need no map to Unicode. */
static void
drop_objects(Writing *w)
{
    const PdfScan *scan = &w->scan;
    w->dropped = g_new0(guint8, scan->n);
    for (guint i = 1; i < scan->n; i++) {
        const PdfObject *object = &scan->objects[i];
        if (object->body.at == NULL)
            continue;
        if (object->data.at != NULL)
            w->dropped[pdf_reference(pdf_get(object->body, "/Length"), scan->n)] = TRUE;
        else if (pdf_is(object->body, "/Encoding", "/WinAnsiEncoding"))
            w->dropped[pdf_reference(pdf_get(object->body, "/ToUnicode"), scan->n)] = TRUE;
    }
}

static gboolean
write_objects(Writing *w, GError **error)
{
    for (guint i = 1; i < w->scan.n; i++) {
        const PdfObject *object = &w->scan.objects[i];
        if (object->body.at == NULL || w->dropped[i])
            continue;
        if (object->data.at != NULL ? !write_stream(w, i, object, error)
                                    : !pack_object(w, i, object->body, error))
            return FALSE;
    }
    if (w->pages == 0 || w->figures != w->extras->n_figures)
        return pdf_fail(error, "number of pages or figures");
    return TRUE;
}

static void
append_xmp(GString *out, const PdfExtras *x)
{
    g_string_append(out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
                         "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                         "<rdf:Description rdf:about=\"\" "
                         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                         "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
                         "<dc:format>application/pdf</dc:format><dc:title><rdf:Alt>"
                         "<rdf:li xml:lang=\"x-default\">");
    html_append_escaped(out, x->title, -1);
    g_string_append(out, "</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>");
    html_append_escaped(out, x->author, -1);
    g_string_append(out, "</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>");
    html_append_escaped(out, x->lang, -1);
    g_string_append(out, "</rdf:li></rdf:Bag></dc:language><xmp:CreateDate>");
    html_append_escaped(out, x->date, -1);
    g_string_append(out, "</xmp:CreateDate></rdf:Description></rdf:RDF></x:xmpmeta>\n"
                         "<?xpacket end=\"r\"?>");
}

/* The rest of an object that is a stream, behind begin_object(). */
static void
write_new_stream(Writing *w, const char *dictionary, const guint8 *bytes, gsize len)
{
    g_autofree char *head =
        g_strdup_printf("<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n", dictionary, len);
    append(w, head, strlen(head));
    append(w, (const char *)bytes, len);
    append(w, "\nendstream\nendobj\n", 18);
}

/* Plain: programs that know no PDF look for it. */
static void
write_metadata(Writing *w, guint number)
{
    g_autoptr(GString) xmp = g_string_new(NULL);
    append_xmp(xmp, w->extras);
    begin_object(w, number);
    write_new_stream(w, "/Type /Metadata /Subtype /XML", (const guint8 *)xmp->str, xmp->len);
}

static gboolean
write_packed(Writing *w, guint number, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    gsize first = w->index->len;
    g_string_append_len(w->index, w->packed->str, (gssize)w->packed->len);
    if (!deflate_append(bytes, (const guint8 *)w->index->str, w->index->len, LEVEL))
        return pdf_fail(error, "end of memory");
    g_autofree char *dictionary =
        g_strdup_printf("/Type /ObjStm /N %u /First %" G_GSIZE_FORMAT " /Filter /FlateDecode",
                        w->n_packed, first);
    begin_object(w, number);
    write_new_stream(w, dictionary, bytes->data, bytes->len);
    return TRUE;
}

/* A row is a kind, four bytes of place, three of index: the numbers are sorted, so most is alike. */
static void
append_row(GByteArray *rows, const Place *place, guint object_stream)
{
    gsize field = place->kind == PLACE_PACKED ? object_stream : place->at;
    gsize index = place->kind == PLACE_PACKED ? place->at : 0;
    const guint8 row[] = {(guint8)place->kind,  (guint8)(field >> 24), (guint8)(field >> 16),
                          (guint8)(field >> 8), (guint8)field,         (guint8)(index >> 16),
                          (guint8)(index >> 8), (guint8)index};
    g_byte_array_append(rows, row, sizeof row);
}

static gboolean
write_table(Writing *w, guint number, GError **error)
{
    gsize begin = w->out->len - w->begin;
    g_autofree char *id =
        g_compute_checksum_for_data(G_CHECKSUM_MD5, w->out->data + w->begin, begin);
    g_autoptr(GByteArray) rows = g_byte_array_new(), bytes = g_byte_array_new();
    begin_object(w, number);
    for (guint i = 0; i <= number; i++)
        append_row(rows, &w->places[i], number - 1);
    if (!deflate_append(bytes, rows->data, rows->len, LEVEL))
        return pdf_fail(error, "end of memory");
    g_autofree char *dictionary =
        g_strdup_printf("/Type /XRef /Size %u /W [1 4 3] /Root %u 0 R /Info %u 0 R "
                        "/ID [<%s><%s>] /Filter /FlateDecode",
                        number + 1, w->scan.root, w->scan.info, id, id);
    write_new_stream(w, dictionary, bytes->data, bytes->len);
    g_autofree char *end = g_strdup_printf("startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", begin);
    append(w, end, strlen(end));
    return TRUE;
}

static gboolean
write_file(Writing *w, GError **error)
{
    enum { METADATA, OBJECT_STREAM, TABLE, N_NEW };
    const guint n = w->scan.n;
    w->places = g_new0(Place, n + N_NEW);
    append(w, "%PDF-1.5\n%\xB5\xED\xAE\xFB\n", 15);
    drop_objects(w);
    if (!write_objects(w, error))
        return FALSE;
    write_metadata(w, n + METADATA);
    return write_packed(w, n + OBJECT_STREAM, error) && write_table(w, n + TABLE, error);
}

gboolean
pdf_rewrite(const GByteArray *file, const PdfExtras *extras, GByteArray *out, GError **error)
{
    Writing w = {.extras = extras,
                 .out = out,
                 .begin = out->len,
                 .index = g_string_new(NULL),
                 .packed = g_string_new(NULL)};
    gboolean done =
        pdf_scan(&w.scan, (const char *)file->data, file->len, error) && write_file(&w, error);
    pdf_scan_clear(&w.scan);
    g_free(w.dropped);
    g_free(w.places);
    g_string_free(w.index, TRUE);
    g_string_free(w.packed, TRUE);
    return done;
}
