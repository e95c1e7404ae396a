#include "render/pdf.h"
#include "base/html.h"
#include <string.h>

/* clang-format would put blanks into the name */
// clang-format off
G_DEFINE_QUARK(maklumat-pdf, pdf_error)
// clang-format on

typedef struct Span {
    const char *at;
    gsize len;
} Span;

typedef struct Update {
    GByteArray *file;
    const PdfExtras *extras;
    gsize xref;       /* where the file's own table begins */
    guint n_objects;  /* its /Size */
    guint root, info; /* object numbers */
    Span *objects;    /* each from behind "obj" to "endobj"; at NULL = free */
    GArray *changed;  /* Change */
    guint figures, pages;
} Update;

typedef struct Change {
    guint number;
    gsize offset;
} Change;

static gboolean
fail(GError **error, const char *what)
{
    g_set_error(error, PDF_ERROR, PDF_ERROR_STRUCTURE, "pdf: unexpected %s", what);
    return FALSE;
}

/* `needle` in a span that may hold any bytes, or NULL. */
static const char *
find(Span in, const char *needle)
{
    gsize len = strlen(needle);
    const char *at = in.at, *end = in.at + in.len;
    while (at != NULL && (gsize)(end - at) >= len && len > 0) {
        at = memchr(at, needle[0], (gsize)(end - at) - len + 1);
        if (at == NULL || memcmp(at, needle, len) == 0)
            return at;
        at++;
    }
    return NULL;
}

static const char *
find_last(Span in, const char *needle)
{
    const char *last = NULL;
    for (const char *at; (at = find(in, needle)) != NULL;) {
        last = at;
        in.len -= (gsize)(at + 1 - in.at);
        in.at = at + 1;
    }
    return last;
}

/* The unsigned number behind `key`, as in "/Size 12". */
static gboolean
read_number(Span in, const char *key, guint64 *value)
{
    const char *at = *key != '\0' ? find(in, key) : in.at, *end = in.at + in.len;
    if (at == NULL)
        return FALSE;
    at += strlen(key);
    while (at < end && g_ascii_isspace(*at))
        at++;
    if (at == end || !g_ascii_isdigit(*at))
        return FALSE;
    *value = 0;
    for (guint digits = 0; at < end && g_ascii_isdigit(*at) && digits < 12; at++, digits++)
        *value = *value * 10 + (guint64)g_ascii_digit_value(*at);
    return TRUE;
}

static gboolean
read_trailer(Update *u, GError **error)
{
    const char *bytes = (const char *)u->file->data;
    gsize len = u->file->len, tail = MIN(len, (gsize)1024);
    guint64 xref, size, root, info;
    const char *start = find_last((Span){bytes + len - tail, tail}, "startxref");
    if (start == NULL ||
        !read_number((Span){start, (gsize)(bytes + len - start)}, "startxref", &xref) ||
        xref >= len)
        return fail(error, "end of file");
    Span rest = {bytes + xref, len - xref};
    const char *trailer = find(rest, "trailer");
    if (trailer == NULL || rest.len < 8 || memcmp(rest.at, "xref\n0 ", 7) != 0)
        return fail(error, "cross-reference table");
    Span dict = {trailer, (gsize)(bytes + len - trailer)};
    if (!read_number(dict, "/Size", &size) || !read_number(dict, "/Root", &root) ||
        !read_number(dict, "/Info", &info) || size > 1000000 || root >= size || info >= size)
        return fail(error, "trailer");
    u->xref = xref;
    u->n_objects = (guint)size;
    u->root = (guint)root;
    u->info = (guint)info;
    return TRUE;
}

/* Entries are 20 bytes each: offset, generation, n or f. */
static gboolean
read_table(Update *u, GError **error)
{
    enum { ENTRY = 20 };
    const char *bytes = (const char *)u->file->data;
    const char *entry = memchr(bytes + u->xref + 5, '\n', u->file->len - u->xref - 5);
    if (entry == NULL ||
        (gsize)(bytes + u->file->len - entry) < (gsize)u->n_objects * ENTRY + 1)
        return fail(error, "cross-reference table");
    entry++;
    u->objects = g_new0(Span, u->n_objects);
    for (guint i = 0; i < u->n_objects; i++, entry += ENTRY) {
        guint64 offset;
        if (entry[17] != 'n')
            continue;
        if (!read_number((Span){entry, 10}, "", &offset) || offset >= u->xref)
            return fail(error, "offset");
        Span rest = {bytes + offset, u->xref - offset};
        const char *begin = find(rest, " obj"), *end = find(rest, "endobj");
        if (begin == NULL || end == NULL || begin > end)
            return fail(error, "object");
        u->objects[i] = (Span){begin + 4, (gsize)(end - begin - 4)};
    }
    return TRUE;
}

static void
append(Update *u, const char *text, gsize len)
{
    g_byte_array_append(u->file, (const guint8 *)text, (guint)len);
}

static void
begin_object(Update *u, guint number)
{
    Change change = {number, u->file->len};
    char head[32];
    g_array_append_val(u->changed, change);
    int len = g_snprintf(head, sizeof head, "%u 0 obj\n", number);
    append(u, head, (gsize)len);
}

/* Writes object `number` again with `more` before the end of its dictionary. */
static gboolean
extend_object(Update *u, guint number, const char *more, GError **error)
{
    Span old = u->objects[number];
    const char *close = find_last(old, ">>");
    if (close == NULL || find(old, "stream") != NULL)
        return fail(error, "dictionary");
    /* The array moves when it grows: copy first. */
    g_autofree char *head = g_strndup(old.at, (gsize)(close - old.at));
    begin_object(u, number);
    append(u, head, strlen(head));
    append(u, more, strlen(more));
    append(u, "\n>>\nendobj\n", 11);
    return TRUE;
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

/* Cairo writes "/MediaBox [ 0 0 W H ]". */
static gboolean
append_boxes(GString *out, Span page, const PdfExtras *x)
{
    static const char KEY[] = "/MediaBox [ 0 0 ";
    const char *at = find(page, KEY);
    char *rest = NULL;
    if (at == NULL)
        return FALSE;
    double w = g_ascii_strtod(at + strlen(KEY), &rest), h = g_ascii_strtod(rest, &rest);
    if (!(w > 0) || !(h > 0) || rest >= page.at + page.len)
        return FALSE;
    append_box(out, "TrimBox", x->trim_inset, w, h);
    append_box(out, "BleedBox", x->bleed_inset, w, h);
    return TRUE;
}

static gboolean
is_page(Span object)
{
    const char *at = find(object, "/Type /Page");
    return at != NULL && !g_ascii_isalpha(at[strlen("/Type /Page")]);
}

/* A link is described by its own target, which cairo wrote as "/URI (…)". */
static gboolean
append_target(Span object, GString *more)
{
    const char *at = find(object, "/URI ("), *end = object.at + object.len;
    if (at == NULL)
        return FALSE;
    const char *begin = at += strlen("/URI ");
    for (at++; at < end && *at != ')'; at++)
        if (*at == '\\' && at + 1 < end)
            at++;
    if (at >= end)
        return FALSE;
    g_string_append(more, " /Contents ");
    g_string_append_len(more, begin, at + 1 - begin);
    return TRUE;
}

static gboolean
extend_any(Update *u, guint i, GString *more, GError **error)
{
    const PdfExtras *x = u->extras;
    Span object = u->objects[i];
    g_string_truncate(more, 0);
    if (is_page(object)) {
        u->pages++;
        if (!append_boxes(more, object, x))
            return fail(error, "page");
    } else if (find(object, "/S /Figure") != NULL) {
        if (u->figures >= x->n_figures)
            return fail(error, "figure");
        g_string_append(more, " /Alt ");
        append_text_string(more, x->figures[u->figures++]);
    } else if (find(object, "/Subtype /Link") != NULL) {
        if (!append_target(object, more))
            return fail(error, "link");
    }
    return more->len == 0 || extend_object(u, i, more->str, error);
}

static gboolean
extend_objects(Update *u, GError **error)
{
    g_autoptr(GString) more = g_string_new(NULL);
    for (guint i = 1; i < u->n_objects; i++)
        if (u->objects[i].at != NULL && find(u->objects[i], "stream\n") == NULL &&
            !extend_any(u, i, more, error))
            return FALSE;
    if (u->pages == 0 || u->figures != u->extras->n_figures)
        return fail(error, "number of pages or figures");
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

static void
write_metadata(Update *u, guint number)
{
    g_autoptr(GString) xmp = g_string_new(NULL);
    append_xmp(xmp, u->extras);
    g_autofree char *head = g_strdup_printf(
        "<< /Type /Metadata /Subtype /XML /Length %" G_GSIZE_FORMAT " >>\nstream\n", xmp->len);
    begin_object(u, number);
    append(u, head, strlen(head));
    append(u, xmp->str, xmp->len);
    append(u, "\nendstream\nendobj\n", 18);
}

/* Changed objects, each a subsection of its own, then the trailer that points back. */
static void
write_table(Update *u, guint size)
{
    g_autofree char *id =
        g_compute_checksum_for_data(G_CHECKSUM_MD5, u->file->data, u->file->len);
    g_autoptr(GString) out = g_string_new("xref\n0 1\n0000000000 65535 f \n");
    gsize begin = u->file->len;
    for (guint i = 0; i < u->changed->len; i++) {
        const Change *c = &g_array_index(u->changed, Change, i);
        g_string_append_printf(out, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", c->number,
                               c->offset);
    }
    g_string_append_printf(
        out,
        "trailer\n<< /Size %u /Root %u 0 R /Info %u 0 R /Prev %" G_GSIZE_FORMAT
        " /ID [<%s><%s>] >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
        size, u->root, u->info, u->xref, id, id, begin);
    append(u, out->str, out->len);
}

static gboolean
update(Update *u, GError **error)
{
    if (!read_trailer(u, error) || !read_table(u, error))
        return FALSE;
    /* Spans point into the file, which moves as it grows: they are read from a copy. */
    g_autofree char *copy = g_memdup2(u->file->data, u->file->len);
    for (guint i = 0; i < u->n_objects; i++)
        if (u->objects[i].at != NULL)
            u->objects[i].at = copy + (u->objects[i].at - (const char *)u->file->data);
    guint metadata = u->n_objects;
    if (u->file->len > 0 && u->file->data[u->file->len - 1] != '\n')
        append(u, "\n", 1);
    if (!extend_objects(u, error))
        return FALSE;
    g_autofree char *catalog = g_strdup_printf(
        " /Lang (%s) /ViewerPreferences << /DisplayDocTitle true >> /Metadata %u 0 R",
        u->extras->lang, metadata);
    if (!extend_object(u, u->root, catalog, error))
        return FALSE;
    write_metadata(u, metadata);
    write_table(u, metadata + 1);
    return TRUE;
}

gboolean
pdf_update(GByteArray *file, const PdfExtras *extras, GError **error)
{
    Update u = {
        .file = file, .extras = extras, .changed = g_array_new(FALSE, FALSE, sizeof(Change))};
    gboolean done = update(&u, error);
    g_free(u.objects);
    g_array_free(u.changed, TRUE);
    return done;
}
