#include "base/source.h"
#include "base/chars.h"
#include "base/diag.h"
#include "base/span.h"
#include <string.h>

enum { STEP = 1024, USUAL_LINE = 32 };

struct Source {
    char *path;
    char *text; /* what source_line() shows: faulty characters are U+FFFD when unreadable */
    gsize len;
    guint32 *lines; /* offset of each line's first byte, and one behind the last line's end */
    guint n_lines;
    guint32 *steps; /* characters before byte i * STEP; NULL when no line is longer than STEP */
    gboolean readable;
};

/* The first fault of each kind. */
typedef struct Faults {
    gboolean not_utf8;
    gsize utf8_offset;
    guchar utf8_byte;
    gboolean seen[N_CHAR_FAULTS];
    gsize offset[N_CHAR_FAULTS];
    gunichar first[N_CHAR_FAULTS];
} Faults;

/* Makes CRLF and lone CR to LF in place; returns the new length. */
static gsize
unify_line_ends(char *text, gsize len)
{
    char *cr = memchr(text, '\r', len);
    if (cr == NULL)
        return len;
    gsize to = (gsize)(cr - text);
    for (gsize i = to; i < len; i++) {
        if (text[i] == '\r' && i + 1 < len && text[i + 1] == '\n')
            continue;
        text[to++] = text[i] == '\r' ? '\n' : text[i];
    }
    text[to] = '\0';
    return to;
}

static const guint8 suspect[256] = {
    [0x00 ... 0x08] = 1, [0x0B ... 0x1F] = 1, [0x7F ... 0xFF] = 1};

static inline SpanBlock
suspect_hits(SpanBlock bytes)
{
    return (SpanBlock)(((bytes < 0x20) & (bytes != '\n')) | (bytes >= 0x7F));
}

/* Usual ASCII by sixteen bytes; each run of other characters, of which most texts have few, by itself. */
static gboolean
is_clean(const char *text, gsize len)
{
    CharFault fault;
    for (gsize i = 0; i < len;) {
        i += span_until(text + i, len - i, suspect_hits, suspect);
        const gsize from = i;
        while (i < len && suspect[(guchar)text[i]] != 0)
            i++;
        if (!g_utf8_validate_len(text + from, i - from, NULL) ||
            chars_find_fault(text + from, i - from, &fault) != NULL)
            return FALSE;
    }
    return TRUE;
}

/* A copy of the text that can be shown, noting the first fault of each kind. */
static GString *
replace_faults(const char *text, gsize len, Faults *faults)
{
    GString *shown = g_string_sized_new(len + 64);
    for (gsize i = 0; i < len;) {
        gunichar c =
            text[i] == '\0' ? 0 : g_utf8_get_char_validated(text + i, (gssize)(len - i));
        gboolean broken = c >= 0x110000;
        CharFault fault = broken ? CHAR_FINE : chars_fault(c);
        gsize step = broken ? 1 : (gsize)g_unichar_to_utf8(c, NULL);
        if (broken && !faults->not_utf8) {
            faults->not_utf8 = TRUE;
            faults->utf8_offset = shown->len;
            faults->utf8_byte = (guchar)text[i];
        } else if (fault != CHAR_FINE && !faults->seen[fault]) {
            faults->seen[fault] = TRUE;
            faults->offset[fault] = shown->len;
            faults->first[fault] = c;
        }
        if (broken || fault != CHAR_FINE)
            g_string_append(shown, "\uFFFD");
        else
            g_string_append_len(shown, text + i, (gssize)step);
        i += step;
    }
    return shown;
}

static gboolean
begins_char(char byte)
{
    return ((guchar)byte & 0xC0) != 0x80;
}

static guint32
count_chars(const char *text, gsize from, gsize to)
{
    guint32 n = 0;
    for (gsize i = from; i < to; i++)
        n += begins_char(text[i]) ? 1 : 0;
    return n;
}

/* A line may be as long as the file and have a finding at every word: no walk from its beginning. */
static void
index_long_lines(Source *source)
{
    gsize n = source->len / STEP + 1;
    gboolean any = FALSE;
    for (guint i = 0; i < source->n_lines && !any; i++)
        any = source->lines[i + 1] - source->lines[i] > STEP;
    if (!any)
        return;
    source->steps = g_new(guint32, n);
    source->steps[0] = 0;
    for (gsize i = 1; i < n; i++)
        source->steps[i] =
            source->steps[i - 1] + count_chars(source->text, (i - 1) * STEP, i * STEP);
}

/* How many characters begin in bytes from … to, which lie in one line. */
static guint32
chars_between(const Source *source, gsize from, gsize to)
{
    if (source->steps == NULL || to - from < 2 * STEP)
        return count_chars(source->text, from, to);
    gsize first = from / STEP + 1, last = to / STEP;
    return count_chars(source->text, from, first * STEP) + source->steps[last] -
           source->steps[first] + count_chars(source->text, last * STEP, to);
}

static void
find_lines(Source *source)
{
    const char *end = source->text + source->len;
    gsize room = source->len / USUAL_LINE + 2;
    guint n = 0;
    source->lines = g_new(guint32, room);
    for (const char *at = source->text; at < end; n++) {
        if (n + 1 == room)
            source->lines = g_renew(guint32, source->lines, room *= 2);
        source->lines[n] = (guint32)(at - source->text);
        const char *lf = memchr(at, '\n', (gsize)(end - at));
        at = lf != NULL ? lf + 1 : end;
    }
    source->lines[n] = (guint32)source->len;
    source->n_lines = n;
    index_long_lines(source);
}

static void
report_faults(const Source *source, const Faults *faults, DiagList *diags)
{
    static const DiagCode codes[N_CHAR_FAULTS] = {
        [CHAR_FAULT_NUL] = DIAG_CHAR_NUL,
        [CHAR_FAULT_CONTROL] = DIAG_CHAR_CONTROL,
        [CHAR_FAULT_BIDI] = DIAG_CHAR_BIDI,
        [CHAR_FAULT_LINE] = DIAG_CHAR_LINE,
    };
    if (faults->not_utf8) {
        char byte[8];
        g_snprintf(byte, sizeof byte, "0x%02X", faults->utf8_byte);
        diag_add(diags, DIAG_NOT_UTF8, source_mark(source, faults->utf8_offset), 1, byte, NULL);
    }
    for (guint i = CHAR_FAULT_NUL; i < N_CHAR_FAULTS; i++) {
        if (!faults->seen[i])
            continue;
        g_autoptr(GString) name = g_string_new(NULL);
        chars_append_name(name, faults->first[i]);
        diag_add(diags, codes[i], source_mark(source, faults->offset[i]), 1, name->str, NULL);
    }
}

Source *
source_new(const char *path, char *bytes, gsize len, DiagList *diags)
{
    Source *source = g_new0(Source, 1);
    source->path = g_strdup(path);
    if (len > SOURCE_MAX_BYTES) {
        g_autofree char *size = g_strdup_printf("%" G_GSIZE_FORMAT, len);
        g_free(bytes);
        source->text = g_strdup("");
        find_lines(source);
        diag_add(diags, DIAG_FILE_TOO_BIG, (Mark){source, 0, 0}, 0, size, NULL);
        return source;
    }
    gsize bom = len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    char *text = g_realloc(bytes, len + 1);
    memmove(text, text + bom, len - bom);
    len -= bom;
    text[len] = '\0';
    len = unify_line_ends(text, len);
    Faults faults = {0};
    source->readable = is_clean(text, len);
    if (source->readable) {
        source->text = text;
        source->len = len;
    } else {
        GString *shown = replace_faults(text, len, &faults);
        g_free(text);
        source->len = shown->len;
        source->text = g_string_free(shown, FALSE);
    }
    find_lines(source);
    if (!source->readable)
        report_faults(source, &faults, diags);
    return source;
}

void
source_free(Source *source)
{
    if (source == NULL)
        return;
    g_free(source->path);
    g_free(source->text);
    g_free(source->lines);
    g_free(source->steps);
    g_free(source);
}

gboolean
source_is_readable(const Source *source)
{
    return source->readable;
}

const char *
source_path(const Source *source)
{
    return source->path;
}

const char *
source_text(const Source *source)
{
    return source->readable ? source->text : "";
}

gsize
source_len(const Source *source)
{
    return source->readable ? source->len : 0;
}

guint
source_n_lines(const Source *source)
{
    return source->n_lines;
}

const char *
source_line(const Source *source, guint line, gsize *len)
{
    *len = 0;
    if (line == 0 || line > source->n_lines)
        return "";
    const char *at = source->text + source->lines[line - 1];
    *len = source->lines[line] - source->lines[line - 1];
    if (*len > 0 && at[*len - 1] == '\n')
        (*len)--;
    return at;
}

gsize
source_line_offset(const Source *source, guint line)
{
    if (!source->readable || line > source->n_lines)
        return source_len(source);
    return source->lines[MAX(line, 1) - 1];
}

Mark
source_mark(const Source *source, gsize offset)
{
    if (source->n_lines == 0)
        return (Mark){source, 1, 1};
    guint low = 0, high = source->n_lines; /* lines[low] <= offset < lines[high] */
    if (offset >= source->len)
        low = source->n_lines - 1;
    else
        while (high - low > 1) {
            guint middle = low + (high - low) / 2;
            if (source->lines[middle] <= offset)
                low = middle;
            else
                high = middle;
        }
    gsize len, start = source->lines[low];
    source_line(source, low + 1, &len);
    offset = MIN(offset, start + len);
    while (offset > start && offset < source->len && !begins_char(source->text[offset]))
        offset--;
    return (Mark){source, low + 1, chars_between(source, start, offset) + 1};
}

const char *
source_at(const Source *source, guint line, guint col)
{
    gsize len, left = MAX(col, 1) - 1; /* characters still to pass */
    const char *at = source_line(source, line, &len), *end = at + len;
    if (source->steps != NULL && len > STEP) {
        gsize start = (gsize)(at - source->text), low = start / STEP;
        gsize high = (start + len) / STEP + 1;
        gsize wanted = left + source->steps[low] + count_chars(source->text, low * STEP, start);
        while (high - low > 1) {
            gsize middle = low + (high - low) / 2;
            if (source->steps[middle] <= wanted)
                low = middle;
            else
                high = middle;
        }
        if (low * STEP > start) {
            at = source->text + low * STEP;
            left = wanted - source->steps[low];
        }
    }
    for (; at < end; at++)
        if (begins_char(*at) && left-- == 0)
            return at;
    return end;
}
