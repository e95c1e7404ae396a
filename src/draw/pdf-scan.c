#include "draw/pdf-scan.h"
#include "draw/pdf.h"
#include <string.h>

enum { ENTRY = 20 /* bytes of the table's rows: offset, generation, n or f */ };

gboolean
pdf_fail(GError **error, const char *what)
{
    g_set_error(error, PDF_ERROR, PDF_ERROR_STRUCTURE, "pdf: unexpected %s", what);
    return FALSE;
}

/* ---- words ---- */

static gboolean
is_blank(char c)
{
    return c == '\0' || g_ascii_isspace(c);
}

static gboolean
is_delimiter(char c)
{
    switch (c) {
    case '(':
    case ')':
    case '<':
    case '>':
    case '[':
    case ']':
    case '{':
    case '}':
    case '/':
    case '%':
        return TRUE;
    default:
        return FALSE;
    }
}

static const char *
skip_blanks(const char *at, const char *end)
{
    while (at < end && (is_blank(*at) || *at == '%'))
        if (*at == '%')
            while (at < end && *at != '\n' && *at != '\r')
                at++;
        else
            at++;
    return at;
}

static const char *
skip_string(const char *at, const char *end)
{
    guint depth = 0;
    for (; at < end; at++) {
        if (*at == '\\' && at + 1 < end)
            at++;
        else if (*at == '(')
            depth++;
        else if (*at == ')' && --depth == 0)
            return at + 1;
    }
    return end;
}

static gboolean
starts_with(const char *at, const char *end, const char *word)
{
    gsize len = strlen(word);
    return (gsize)(end - at) >= len && memcmp(at, word, len) == 0;
}

/* The word at the next place that is no blank; empty at the end. */
static PdfSpan
next_word(const char *at, const char *end)
{
    const char *begin = at = skip_blanks(at, end);
    if (at == end)
        return (PdfSpan){at, 0};
    if (*at == '(') {
        at = skip_string(at, end);
    } else if (starts_with(at, end, "<<") || starts_with(at, end, ">>")) {
        at += 2;
    } else if (*at == '<') {
        while (at < end && *at++ != '>')
            ;
    } else {
        gboolean alone = is_delimiter(*at) && *at != '/';
        for (at++; !alone && at < end && !is_blank(*at) && !is_delimiter(*at);)
            at++;
    }
    return (PdfSpan){begin, (gsize)(at - begin)};
}

static gboolean
word_is(PdfSpan word, const char *text)
{
    return word.len == strlen(text) && memcmp(word.at, text, word.len) == 0;
}

/* Behind the value that begins at `at`: one word, or all of an array, dictionary or reference. */
static const char *
skip_value(const char *at, const char *end)
{
    guint depth = 0;
    do {
        PdfSpan word = next_word(at, end);
        if (word.len == 0)
            return end;
        if (word_is(word, "<<") || word_is(word, "["))
            depth++;
        else if ((word_is(word, ">>") || word_is(word, "]")) && depth > 0)
            depth--;
        at = word.at + word.len;
        if (depth == 0 && g_ascii_isdigit(*word.at)) {
            PdfSpan generation = next_word(at, end);
            PdfSpan mark = next_word(generation.at + generation.len, end);
            if (word_is(mark, "R"))
                at = mark.at + mark.len;
        }
    } while (depth > 0);
    return at;
}

PdfSpan
pdf_get(PdfSpan dictionary, const char *key)
{
    const char *end = dictionary.at + dictionary.len;
    PdfSpan word = next_word(dictionary.at, end);
    if (!word_is(word, "<<"))
        return (PdfSpan){NULL, 0};
    for (;;) {
        word = next_word(word.at + word.len, end);
        if (word.len == 0 || *word.at != '/')
            return (PdfSpan){NULL, 0};
        const char *value = skip_blanks(word.at + word.len, end);
        PdfSpan found = {value, (gsize)(skip_value(value, end) - value)};
        if (word_is(word, key))
            return found;
        word = found;
    }
}

gboolean
pdf_is(PdfSpan dictionary, const char *key, const char *name)
{
    PdfSpan value = pdf_get(dictionary, key);
    return value.at != NULL && word_is(value, name);
}

/* ---- numbers ---- */

static gboolean
read_number(PdfSpan in, gsize *value)
{
    gsize i = 0;
    *value = 0;
    for (; i < in.len && i < 12 && g_ascii_isdigit(in.at[i]); i++)
        *value = *value * 10 + (gsize)g_ascii_digit_value(in.at[i]);
    return i > 0;
}

guint
pdf_reference(PdfSpan value, guint n)
{
    gsize number;
    if (value.at == NULL || value.len == 0 || value.at[value.len - 1] != 'R' ||
        !read_number(value, &number) || number >= n)
        return 0;
    return (guint)number;
}

/* ---- the table ---- */

static const char *
find_last(const char *begin, const char *end, const char *word)
{
    gsize len = strlen(word);
    if ((gsize)(end - begin) < len)
        return NULL;
    for (gsize i = (gsize)(end - begin) - len + 1; i-- > 0;)
        if (memcmp(begin + i, word, len) == 0)
            return begin + i;
    return NULL;
}

/* Where the table begins; 0 and an error when there is none. */
static gsize
find_table(PdfScan *scan, const char *bytes, gsize len, GError **error)
{
    const char *end = bytes + len;
    const char *start = find_last(end - MIN(len, (gsize)1024), end, "startxref");
    gsize table, size;
    if (start == NULL || !read_number(next_word(start + strlen("startxref"), end), &table) ||
        table == 0 || table >= len || !starts_with(bytes + table, end, "xref\n0 ")) {
        pdf_fail(error, "end of file");
        return 0;
    }
    const char *trailer = find_last(bytes + table, end, "trailer");
    PdfSpan dictionary = {trailer, trailer != NULL ? (gsize)(start - trailer) : 0};
    if (trailer == NULL || trailer > start) {
        pdf_fail(error, "trailer");
        return 0;
    }
    dictionary.at += strlen("trailer");
    dictionary.len -= strlen("trailer");
    PdfSpan count = pdf_get(dictionary, "/Size");
    if (count.at == NULL || !read_number(count, &size) || size == 0 || size > 1000000) {
        pdf_fail(error, "trailer");
        return 0;
    }
    scan->n = (guint)size;
    scan->root = pdf_reference(pdf_get(dictionary, "/Root"), scan->n);
    scan->info = pdf_reference(pdf_get(dictionary, "/Info"), scan->n);
    if (scan->root == 0 || scan->info == 0) {
        pdf_fail(error, "trailer");
        return 0;
    }
    return table;
}

/* What stands between "12 0 obj" and "endobj"; `end` is where the next object begins. */
static gboolean
read_object(const char *at, const char *end, PdfObject *object)
{
    PdfSpan word = {at, 0};
    for (guint i = 0; i < 3; i++)
        word = next_word(word.at + word.len, end);
    if (!word_is(word, "obj"))
        return FALSE;
    const char *begin = skip_blanks(word.at + word.len, end), *behind = skip_value(begin, end);
    object->body = (PdfSpan){begin, (gsize)(behind - begin)};
    word = next_word(behind, end);
    if (word_is(word, "endobj"))
        return TRUE;
    const char *data = word.at + word.len + 1, *stop = find_last(begin, end, "\nendstream");
    if (!word_is(word, "stream") || data > end || data[-1] != '\n' || stop == NULL ||
        stop < data || object->body.len < 4)
        return FALSE;
    object->data = (PdfSpan){data, (gsize)(stop - data)};
    return TRUE;
}

static gint
compare_offsets(gconstpointer a, gconstpointer b)
{
    gsize x = *(const gsize *)a, y = *(const gsize *)b;
    return x < y ? -1 : x > y;
}

/* Where the object behind `offset` begins: offsets[0 … n-1] are in order. */
static gsize
next_offset(const gsize *offsets, guint n, gsize offset)
{
    guint low = 0, high = n;
    while (low < high) {
        guint middle = (low + high) / 2;
        if (offsets[middle] <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return offsets[MIN(low, n - 1)];
}

static gboolean
read_objects(PdfScan *scan, const char *bytes, gsize table, gsize len, GError **error)
{
    const char *entry = memchr(bytes + table + 5, '\n', len - table - 5);
    if (entry == NULL || (gsize)(bytes + len - entry) < (gsize)scan->n * ENTRY + 1)
        return pdf_fail(error, "cross-reference table");
    g_autofree gsize *offsets = g_new0(gsize, scan->n + 1);
    g_autofree gsize *sorted = g_new0(gsize, scan->n + 1);
    entry++;
    for (guint i = 1; i < scan->n; i++) {
        const char *row = entry + (gsize)i * ENTRY;
        if (row[17] != 'n')
            continue;
        if (!read_number((PdfSpan){row, 10}, &offsets[i]) || offsets[i] >= table)
            return pdf_fail(error, "offset");
    }
    memcpy(sorted, offsets, scan->n * sizeof *sorted);
    sorted[scan->n] = table;
    qsort(sorted, scan->n + 1, sizeof *sorted, compare_offsets);
    scan->objects = g_new0(PdfObject, scan->n);
    for (guint i = 1; i < scan->n; i++)
        if (offsets[i] > 0 && !read_object(bytes + offsets[i],
                                           bytes + next_offset(sorted, scan->n + 1, offsets[i]),
                                           &scan->objects[i]))
            return pdf_fail(error, "object");
    return TRUE;
}

gboolean
pdf_scan(PdfScan *scan, const char *bytes, gsize len, GError **error)
{
    *scan = (PdfScan){.n = 0};
    gsize table = find_table(scan, bytes, len, error);
    return table > 0 && read_objects(scan, bytes, table, len, error);
}

void
pdf_scan_clear(PdfScan *scan)
{
    g_clear_pointer(&scan->objects, g_free);
}
