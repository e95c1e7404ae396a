#include "import/sippn.h"
#include "import/entries.h"
#include "import/sippn-private.h"
#include "model/fields.h"
#include "text/fold.h"
#include <string.h>

enum { HEADING_MIN_BYTES = 4, HEADING_MAX_BYTES = 120 };

typedef struct Heading {
    const char *words; /* as fold_next_word() cuts them */
    guint8 component;  /* 0 = known, but no component */
    guint8 flags;
    SippnPart part;
} Heading;
enum {
    ALONE = 1 << 0,    /* only when nothing stands behind it in its line */
    FIRST = 1 << 1,    /* a common word: a heading only while the component is not there */
    DOUBTFUL = 1 << 2, /* may mean something else */
    INSIDE = 1 << 3,   /* only inside the section of its component */
};

/* The official names (component_names, which a test compares), then those seen in exports and decrees. */
static const Heading headings[] = {
    {"persyaratan", 1, 0, 0},
    {"sistem mekanisme dan prosedur", 2, 0, 0},
    {"jangka waktu penyelesaian", 3, 0, 0},
    {"biaya tarif", 4, 0, 0},
    {"produk pelayanan", 5, 0, 0},
    {"penanganan pengaduan saran dan masukan", 6, 0, 0},
    {"dasar hukum", 7, 0, 0},
    {"sarana prasarana dan atau fasilitas", 8, 0, 0},
    {"kompetensi pelaksana", 9, 0, 0},
    {"pengawasan internal", 10, 0, 0},
    {"jumlah pelaksana", 11, 0, 0},
    {"jaminan pelayanan", 12, 0, 0},
    {"jaminan keamanan dan keselamatan pelayanan", 13, 0, 0},
    {"evaluasi kinerja pelaksana", 14, 0, 0},
    {"persyaratan pelayanan", 1, 0, 0},
    {"persyaratan layanan", 1, 0, 0},
    {"syarat pelayanan", 1, 0, 0},
    {"syarat", 1, ALONE | FIRST, 0},
    {"sistem mekanisme prosedur", 2, 0, 0},
    {"mekanisme dan prosedur", 2, 0, 0},
    {"mekanisme pelayanan", 2, 0, 0},
    {"prosedur mekanisme pelayanan", 2, 0, 0},
    {"prosedur pelayanan", 2, 0, 0},
    {"prosedur", 2, FIRST, 0},
    {"mekanisme", 2, FIRST, 0},
    {"alur pelayanan", 2, FIRST, 0},
    {"alur", 2, ALONE | FIRST, 0},
    {"waktu penyelesaian", 3, 0, 0},
    {"jangka waktu", 3, FIRST, 0},
    {"jangka waktu pelayanan", 3, 0, 0},
    {"waktu pelayanan", 3, DOUBTFUL | FIRST, 0},
    {"durasi", 3, FIRST, 0},
    {"biaya", 4, FIRST, 0},
    {"tarif", 4, FIRST, 0},
    {"biaya pelayanan", 4, 0, 0},
    {"biaya tarif pelayanan", 4, 0, 0},
    {"retribusi", 4, FIRST, 0},
    {"produk layanan", 5, 0, 0},
    {"produk", 5, FIRST, 0},
    {"pengaduan layanan", 6, 0, PART_CHANNELS},
    {"pengaduan pelayanan", 6, 0, PART_CHANNELS},
    {"pengaduan", 6, ALONE | FIRST, PART_CHANNELS},
    {"penanganan pengaduan", 6, ALONE | FIRST, PART_CHANNELS},
    {"kontak", 6, ALONE | FIRST, PART_CHANNELS},
    {"alur penanganan pengaduan", 6, ALONE | INSIDE, PART_STEPS},
    {"alur pengaduan", 6, ALONE | INSIDE, PART_STEPS},
    {"mekanisme penanganan pengaduan", 6, ALONE | INSIDE, PART_STEPS},
    {"mekanisme pengaduan", 6, ALONE | INSIDE, PART_STEPS},
    {"prosedur penanganan pengaduan", 6, ALONE | INSIDE, PART_STEPS},
    {"prosedur pengaduan", 6, ALONE | INSIDE, PART_STEPS},
    {"jangka waktu penyelesaian pengaduan", 6, ALONE | INSIDE, PART_DEADLINES},
    {"jangka waktu penanganan pengaduan", 6, ALONE | INSIDE, PART_DEADLINES},
    {"batas waktu penyelesaian pengaduan", 6, ALONE | INSIDE, PART_DEADLINES},
    {"waktu penyelesaian pengaduan", 6, ALONE | INSIDE, PART_DEADLINES},
    {"sarana dan prasarana", 8, 0, 0},
    {"sarana prasarana", 8, 0, 0},
    {"sarana prasarana dan fasilitas", 8, 0, 0},
    {"jaminan keamanan", 13, 0, 0},
    {"evaluasi kinerja", 14, 0, 0},
    {"jam pelayanan", 0, 0, 0},
    {"jam layanan", 0, 0, 0},
    {"jam operasional", 0, 0, 0},
    {"lokasi pelayanan", 0, 0, 0},
    {"tempat pelayanan", 0, 0, 0},
    {"informasi tambahan", 0, ALONE, 0},
    {"informasi lainnya", 0, ALONE, 0},
    {"maklumat pelayanan", 0, ALONE, 0},
};

static char *
words_of(const char *text, gsize len)
{
    g_autofree char *part = g_strndup(text, len);
    g_autoptr(GString) word = g_string_new(NULL);
    GString *out = g_string_new(NULL);
    for (const char *at = part; fold_next_word(&at, word);)
        g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", word->str);
    return g_string_free(out, FALSE);
}

static gboolean
find_words(const char *words, Heading *found)
{
    for (guint i = 0; i < G_N_ELEMENTS(headings); i++) {
        if (strcmp(headings[i].words, words) == 0) {
            *found = headings[i];
            return TRUE;
        }
    }
    return FALSE;
}

/* The heading at `text`; *value receives what stands behind its colon, "" for nothing. */
static gboolean
match_heading(const char *text, Heading *found, const char **value)
{
    const char *colon = memchr(text, ':', MIN(strlen(text), (gsize)HEADING_MAX_BYTES));
    gsize len = colon != NULL ? (gsize)(colon - text) : strlen(text);
    if (len < HEADING_MIN_BYTES || len > HEADING_MAX_BYTES)
        return FALSE;
    g_autofree char *words = words_of(text, len);
    *value = colon != NULL ? colon + 1 : text + len;
    *value += strspn(*value, " ");
    return find_words(words, found) && !(**value != '\0' && (found->flags & ALONE));
}

/* "A. " or "IV. " before a heading; list marks are small letters and digits. */
static gsize
capital_len(const char *text)
{
    gsize n = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return n > 0 && n <= 4 && text[n] == '.' && text[n + 1] == ' ' ? n + 2 : 0;
}

gboolean
sippn_is_content(const char *text)
{
    Heading heading;
    const char *value;
    return entries_mark_len(text) > 0 ||
           match_heading(text + capital_len(text), &heading, &value);
}

/* ---- sections ---- */

typedef struct Reader {
    Arena *arena;
    Sippn *out;
    GArray *sections; /* SippnSection; lines are GArrays of SippnLine in `texts` */
    GPtrArray *texts;
    /* Where a component's part stands, 0 = nowhere: a text may have any number of sections. */
    guint opened[G_N_ELEMENTS(component_names)][N_SIPPN_PARTS];
    guint at;          /* section being read */
    gboolean numbered; /* headings carry numbers: "1. Persyaratan" */
} Reader;

static gboolean
has_component(const Reader *r, guint component)
{
    for (guint part = 0; part < N_SIPPN_PARTS; part++)
        if (component > 0 && r->opened[component][part] > 0)
            return TRUE;
    return FALSE;
}

static gboolean
applies(const Reader *r, const Heading *heading)
{
    guint now = g_array_index(r->sections, SippnSection, r->at).component;
    if (heading->flags & INSIDE)
        return now == heading->component;
    return !((heading->flags & FIRST) && has_component(r, heading->component));
}

/* Goes on in the section of this heading; a new one unless its component and part are there. */
static void
open_section(Reader *r, const Heading *heading, const char *text, guint number)
{
    guint *opened = &r->opened[heading->component][heading->part];
    if (heading->component > 0 && *opened > 0) {
        g_array_index(r->sections, SippnSection, *opened).repeated = TRUE;
        r->at = *opened;
        return;
    }
    SippnSection new = {heading->component,
                        heading->part,
                        text,
                        number,
                        (heading->flags & DOUBTFUL) != 0,
                        FALSE,
                        FALSE,
                        NULL,
                        0};
    g_array_append_val(r->sections, new);
    g_ptr_array_add(r->texts, g_array_new(FALSE, FALSE, sizeof(SippnLine)));
    r->at = *opened = r->sections->len - 1;
}

static void
add_line(Reader *r, SippnLine line)
{
    if (*line.text != '\0')
        g_array_append_val((GArray *)g_ptr_array_index(r->texts, r->at), line);
}

static gboolean
take_heading(Reader *r, const SippnLine *line)
{
    Heading heading;
    const char *value;
    gsize mark = entries_mark_len(line->text);
    if (mark > 0 && !r->numbered)
        return FALSE;
    const char *text = line->text + (mark > 0 ? mark : capital_len(line->text));
    gboolean known = match_heading(text, &heading, &value);
    /* Beside "Waktu Penyelesaian" it means the hours. */
    if (known && (heading.flags & DOUBTFUL) && has_component(r, heading.component))
        heading = (Heading){heading.words, 0, 0, 0};
    if (known && applies(r, &heading)) {
        const char *name = arena_strndup(r->arena, text, strlen(text) - strlen(value));
        open_section(r, &heading, name, line->number);
        add_line(r, (SippnLine){.text = value, .number = line->number, .apart = TRUE});
        return TRUE;
    }
    if (line->level == 0 || mark > 0 || r->at == 0)
        return FALSE;
    open_section(r, &(Heading){"", 0, 0, 0}, line->text, line->number);
    return TRUE;
}

static void
take_line(Reader *r, const SippnLine *line)
{
    if (take_heading(r, line))
        return;
    if (g_ascii_strcasecmp(line->text, "Image not found or type unknown") == 0)
        g_array_index(r->sections, SippnSection, r->at).chart_lost = TRUE;
    else
        add_line(r, *line);
}

/* Whether headings carry numbers here: no two stand without, and some do with. */
static gboolean
are_numbered(const SippnLines *lines)
{
    guint plain = 0, numbered = 0;
    for (guint i = 0; i < lines->n; i++) {
        Heading heading;
        const char *value, *text = lines->items[i].text;
        gsize mark = entries_mark_len(text), skip = mark > 0 ? mark : capital_len(text);
        if (!lines->gone[i] && match_heading(text + skip, &heading, &value))
            *(mark > 0 ? &numbered : &plain) += heading.component > 0;
    }
    return plain < 2 && numbered >= 2;
}

/* ---- title and decree ---- */

/* What stands behind "No. SK :"; NULL when the line is another. */
static const char *
decree_value(const char *text)
{
    static const char *const labels[] = {"No. SK", "No SK", "Nomor SK", "No.SK"};
    for (guint i = 0; i < G_N_ELEMENTS(labels); i++) {
        gsize n = strlen(labels[i]);
        if (g_ascii_strncasecmp(text, labels[i], n) == 0 && strchr(": ", text[n]) != NULL)
            return text + n + strspn(text + n, ": ");
    }
    return NULL;
}

/* A line of its own below an empty "No. SK :" that looks like a number of a decree. */
static gboolean
is_number(const char *text)
{
    return strpbrk(text, "0123456789") != NULL && strchr(text, '/') != NULL &&
           strlen(text) < HEADING_MAX_BYTES;
}

static gboolean
take_decree(Sippn *out, const SippnLine *line, gboolean below)
{
    const char *value = decree_value(line->text);
    if (value == NULL && !(below && is_number(line->text)))
        return FALSE;
    out->sk_asked = TRUE;
    out->sk_below = value == NULL;
    if (out->sk == NULL && (value == NULL || *value != '\0'))
        out->sk = value != NULL ? value : line->text;
    return TRUE;
}

/* The text before all headings: title, decree and what else stands there. */
static void
take_head(Reader *r)
{
    GArray *lines = g_ptr_array_index(r->texts, 0), *rest;
    g_autoptr(GString) title = g_string_new(NULL);
    gboolean below = FALSE, in_title = TRUE;
    rest = g_array_new(FALSE, FALSE, sizeof(SippnLine));
    for (guint i = 0; i < lines->len; i++) {
        const SippnLine *line = &g_array_index(lines, SippnLine, i);
        in_title = in_title && (title->len == 0 || !line->apart);
        gboolean decree = take_decree(r->out, line, below && r->out->sk == NULL);
        below = decree;
        if (decree)
            in_title = in_title && title->len == 0;
        else if (in_title)
            g_string_append_printf(title, "%s%s", title->len > 0 ? " " : "", line->text);
        else
            g_array_append_val(rest, *line);
    }
    r->out->title = arena_strndup(r->arena, title->str, title->len);
    g_array_unref(lines);
    g_ptr_array_index(r->texts, 0) = rest;
}

static void
finish(Reader *r)
{
    Sippn *out = r->out;
    take_head(r);
    out->n = r->sections->len;
    out->sections = arena_alloc(r->arena, out->n * sizeof *out->sections);
    for (guint i = 0; i < out->n; i++) {
        GArray *lines = g_ptr_array_index(r->texts, i);
        SippnSection *section = &out->sections[i];
        *section = g_array_index(r->sections, SippnSection, i);
        section->n = lines->len;
        section->lines = arena_alloc(r->arena, lines->len * sizeof *section->lines);
        for (guint k = 0; k < lines->len; k++)
            section->lines[k] = g_array_index(lines, SippnLine, k);
    }
}

static gboolean
judge(const Reader *r, const Source *source, DiagList *diags)
{
    gboolean known = FALSE;
    for (guint c = 1; c < G_N_ELEMENTS(component_names); c++)
        known = known || has_component(r, c);
    Mark top = source_mark(source, 0);
    if (!known)
        diag_add(diags, DIAG_IMPORT_NO_SECTION, top, 0, component_names[1], component_names[2],
                 NULL);
    else if (*r->out->title == '\0')
        diag_add(diags, DIAG_IMPORT_NO_TITLE, top, 0, NULL);
    return known && *r->out->title != '\0';
}

const Sippn *
sippn_read(Arena *arena, const Source *source, DiagList *diags)
{
    if (!source_is_readable(source))
        return NULL;
    SippnLines lines;
    sippn_read_lines(arena, source, &lines);
    Sippn *out = arena_new0(arena, Sippn);
    out->source = source;
    sippn_take_headers(arena, &lines, &out->agency);
    Reader r = {.arena = arena,
                .out = out,
                .sections = g_array_new(FALSE, FALSE, sizeof(SippnSection)),
                .texts = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref),
                .numbered = are_numbered(&lines)};
    open_section(&r, &(Heading){"", 0, 0, 0}, "", 0);
    for (guint i = 0; i < lines.n; i++)
        if (!lines.gone[i])
            take_line(&r, &lines.items[i]);
    finish(&r);
    gboolean fine = judge(&r, source, diags);
    g_array_unref(r.sections);
    g_ptr_array_unref(r.texts);
    return fine ? out : NULL;
}
