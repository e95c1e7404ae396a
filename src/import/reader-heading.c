#include "import/entries.h"
#include "import/likeness.h"
#include "import/list-mark.h"
#include "import/reader-private.h"
#include <string.h>

enum {
    HEADING_LINES = 4,
    WRAPPED_FROM = 60,
    LABEL_MAX_BYTES = 48,
    N_COMPONENTS = G_N_ELEMENTS(component_names) - 1
};

/* Whether a sentence goes on behind the line. */
static gboolean
ends_open(const char *text)
{
    gsize len = strlen(text);
    if (g_str_has_suffix(text, ",-")) /* of "Rp. 5.000,-" */
        return FALSE;
    return len == 0 || strchr(",-/&", text[len - 1]) != NULL || entries_ends_open(text, len);
}

static const Block *
block_before(const ReaderText *text, guint at)
{
    while (at-- > 0)
        if (!(text->items[at].flags & BLOCK_GONE))
            return &text->items[at];
    return NULL;
}

static const Block *
block_behind(const ReaderText *text, guint at)
{
    while (++at < text->n)
        if (!(text->items[at].flags & BLOCK_GONE))
            return &text->items[at];
    return NULL;
}

/* Whether the line above was broken because the next word did not fit. */
static gboolean
was_full(const ReaderText *text, const Block *above, const Block *block)
{
    gsize first = strcspn(block->text, " ");
    return text->width >= WRAPPED_FROM &&
           g_utf8_strlen(above->text, -1) + 1 + g_utf8_strlen(block->text, (gssize)first) >
               text->width;
}

/* Whether a colon stands behind the heading, perhaps behind a space. */
static gboolean
has_colon(const Found *found)
{
    const char *behind = found->written + found->written_len;
    return behind[strspn(behind, " ")] == ':' || found->signed_off;
}

/* The mark of a line, its own or the one its source knew of. */
static gboolean
mark_of(const Block *block, ListMark *mark)
{
    return list_mark_scan(*block->mark != '\0' ? block->mark : block->text, mark);
}

/* Whether the line carries the number behind that of the last heading, with no list of such numbers between. */
static gboolean
follows_number(const ReaderText *text, guint at, const Reached *reached)
{
    ListMark own, last, mark;
    gboolean follows = reached->line < at && mark_of(&text->items[at], &own) &&
                       mark_of(&text->items[reached->line], &last) &&
                       list_mark_follows(&last, &own);
    for (guint i = reached->line + 1; follows && i < at; i++)
        follows = !mark_of(&text->items[i], &mark) || mark.style != own.style;
    return follows;
}

/* Never inside a sentence: whether a line that reads as a heading may be one here. */
static gboolean
stands_alone(const ReaderText *text, guint at, const Found *found)
{
    const Block *block = &text->items[at], *above = block_before(text, at);
    if (found->follows || block->level > 0 || (block->flags & (BLOCK_KEY | BLOCK_STRONG)) ||
        above == NULL)
        return TRUE;
    gboolean lower = g_unichar_islower(g_utf8_get_char(found->written));
    gboolean colon = has_colon(found);
    if (lower && ((colon && text->lower) || (text->small && *found->value == '\0') ||
                  (found->mark_value > 0 && text->numbered != 0)))
        return !ends_open(above->text);
    if (block->flags & (BLOCK_APART | BLOCK_WHOLE))
        return !(lower && found->heading.common && !colon && ends_open(above->text));
    if (colon && !lower)
        return TRUE;
    if (lower || ends_open(above->text))
        return FALSE;
    if (found->heading.official)
        return TRUE;
    return !(found->heading.common && was_full(text, above, block));
}

/* ---- reading one line ---- */

/* Whether a value fits its component by its form: a time, a fee, a contact. */
static gboolean
value_fits(Arena *arena, guint component, const char *value)
{
    return !g_ascii_islower(*value) && (likeness_read(arena, value) & (1U << component)) != 0;
}

/* "Persyaratan 1. Surat pengantar": a list begins behind the name. */
static gboolean
begins_list(const char *text)
{
    ListMark mark;
    return list_mark_scan(text, &mark) && mark.value == 1 && text[mark.len] == ' ' &&
           g_unichar_isalnum(g_utf8_get_char(text + mark.len + 1));
}

static gboolean
read_at(const char *text, gsize len, const char *value, Found *out)
{
    while (len > 0 && text[len - 1] == ' ')
        len--;
    if (!heading_read(text, len, &out->heading))
        return FALSE;
    out->written = text;
    out->written_len = len;
    out->value = value + strspn(value, ": ");
    out->lines = 1;
    return TRUE;
}

/* What stands behind colons, dashes and spaces. */
static const char *
behind_signs(const char *text)
{
    for (;;) {
        gsize n = strspn(text, "-=: ");
        n += g_str_has_prefix(text + n, "–") ? strlen("–") : 0;
        if (n == 0)
            return text;
        text += n;
    }
}

/* The heading with its value in the same line, without a colon between. */
static gboolean
read_prefix(
    Arena *arena, const ReaderText *all, const Block *block, const char *text, Found *out)
{
    gboolean numbered = out->mark_value > 0 && (all->numbered != 0 || all->bare);
    gsize before = (gsize)(text - block->text), len;
    gsize gap = block->gap > before ? block->gap - before : 0;
    if (gap > 0 && read_at(text, gap, text + gap, out) &&
        out->heading.kind == HEADING_COMPONENT)
        return TRUE;
    if (!heading_read_prefix(text, &out->heading, &len) || text[len] != ' ')
        return FALSE;
    gboolean hours = out->heading.kind == HEADING_OTHER && out->heading.words == 2 &&
                     (block->flags & BLOCK_APART) && strpbrk(text + len, "0123456789") != NULL;
    if (out->heading.kind != HEADING_COMPONENT && !hours)
        return FALSE;
    out->written = text;
    out->written_len = len;
    out->value = behind_signs(text + len + 1);
    out->lines = 1;
    gunichar first = g_utf8_get_char(out->value);
    if (hours)
        return TRUE;
    out->signed_off = all->dashes && reader_sign_len(text + len) > 0;
    gsize value =
        all->values && text == block->text
            ? reader_value_at(block, len, block_behind(all, (guint)(block - all->items)), TRUE)
            : 0;
    if (value > 0)
        out->value = behind_signs(text + value);
    if (out->signed_off || value > 0)
        return TRUE;
    if (begins_list(out->value) && g_unichar_isupper(g_utf8_get_char(text)))
        return TRUE;
    gboolean fits = value_fits(arena, out->heading.component, out->value);
    return fits ||
           (numbered &&
            (out->heading.words > 1 ||
             (out->follows && !(block->flags & BLOCK_STRONG) && !reader_is_upper(text))) &&
            (g_unichar_isupper(first) || g_unichar_isdigit(first)));
}

/* A heading broken over two to four lines: only as a whole name, without typing errors. */
static gboolean
read_broken(Arena *arena, const ReaderText *text, guint at, const char *start, Found *out)
{
    g_autoptr(GString) whole = g_string_new(start);
    Found best = {.lines = 0};
    for (guint n = 1; n < HEADING_LINES && at + n < text->n; n++) {
        const Block *next = &text->items[at + n];
        if ((next->flags & (BLOCK_APART | BLOCK_WHOLE | BLOCK_GONE | BLOCK_KEY)) ||
            next->cells != NULL || strlen(next->text) > HEADING_MAX_BYTES)
            break;
        g_string_append_printf(whole, " %s", next->text);
        gsize len = strcspn(whole->str, ":");
        Heading heading;
        if (!heading_read(whole->str, len, &heading) || heading.typed ||
            heading.kind != HEADING_COMPONENT || whole->str[len] == ':')
            continue;
        if (heading_n_telling(heading.name, strlen(heading.name)) <
            heading_n_telling(whole->str, len))
            continue; /* found without some of its words */
        best = (Found){.heading = heading,
                       .written = arena_strndup(arena, whole->str, len),
                       .written_len = len,
                       .value = "",
                       .lines = n + 1,
                       .follows = out->follows};
    }
    if (best.lines == 0)
        return FALSE;
    *out = best;
    return TRUE;
}

/* "KOMPONEN 3 :", "Komponen ke-3." before the heading; how many bytes. */
static gsize
label_len(const char *text)
{
    gsize n = strlen("komponen ");
    if (g_ascii_strncasecmp(text, "komponen ", n) != 0)
        return 0;
    n += g_ascii_strncasecmp(text + n, "ke-", 3) == 0 ? 3 : 0;
    gsize digits = strspn(text + n, "0123456789");
    return digits > 0 && digits < 3 ? n + digits + strspn(text + n + digits, " .:)-") : 0;
}

/* A number, letter or emoji before the heading; how many bytes. */
static gsize
mark_len(const ReaderText *text, const Block *block, Found *out)
{
    gsize picture = list_mark_picture_len(block->text);
    const char *at = block->text + picture;
    ListMark mark;
    out->mark_value = 0;
    if (label_len(at) > 0) {
        out->mark_value = (guint)g_ascii_strtoull(strpbrk(at, "0123456789"), NULL, 10);
        return picture + label_len(at);
    }
    if (text->bare && reader_bare_number(at) > 0) {
        out->mark_value = (guint)g_ascii_strtoull(at, NULL, 10);
        return picture + reader_bare_number(at);
    }
    if (!list_mark_scan(at, &mark))
        return picture;
    gboolean capital = mark.style == MARK_CAPITAL || mark.style == MARK_CAPITAL_ROMAN;
    gboolean allowed = capital || (text->numbered & (1U << mark.style)) || block->level > 0 ||
                       picture > 0 || (block->flags & (BLOCK_STRONG | BLOCK_KEY));
    if (!allowed || (mark.style == MARK_MULTI && text->parts > 0 && mark.parts != text->parts))
        return G_MAXSIZE;
    out->mark_value = mark.value;
    return picture + mark.len + strspn(at + mark.len, " ");
}

/* Whether a mark the source knew of may stand before a heading here. */
static gboolean
allows_mark(const ReaderText *text, const Block *block, guint *number)
{
    ListMark given = {.style = MARK_NONE};
    if (*block->mark == '\0')
        return TRUE;
    if (list_mark_scan(block->mark, &given))
        *number = given.value;
    return (text->numbered & (1U << given.style)) || block->level > 0 ||
           (block->flags & BLOCK_STRONG) || g_ascii_isupper(*block->mark);
}

/* A heading by its name: in the line, broken over lines, or before its value. */
static gboolean
read_named(Arena *arena, const ReaderText *text, guint at, const char *start, Found *out)
{
    gsize colon = strcspn(start, ":");
    gboolean known = colon <= HEADING_MAX_BYTES && read_at(start, colon, start + colon, out);
    gsize bracket = strcspn(start, "("); /* "Pengaduan (semua layanan)", with a colon or without */
    if (!known && colon <= HEADING_MAX_BYTES && bracket < colon && start[colon - 1] == ')' &&
        (start[colon] == ':' || strpbrk(start + bracket, "0123456789") == NULL))
        known = read_at(start, bracket, start + colon, out);
    if (known && bracket < colon)
        out->written_len = colon;
    Found broken = {.follows = out->follows};
    if ((!known || (start[colon] != ':' && !out->heading.official)) &&
        read_broken(arena, text, at, start, &broken) &&
        (!known || broken.heading.words > out->heading.words)) {
        *out = broken;
        known = TRUE;
    }
    return known || read_prefix(arena, text, &text->items[at], start, out);
}

/* "Berapa lama prosesnya?": its label is a question. */
static gboolean
is_question(const char *label, gsize len)
{
    return label[len] == '?';
}

/* "📌 Yang perlu disiapkan": a picture before it that its neighbours do not have. */
static gboolean
is_pictured(const ReaderText *text, guint at)
{
    const Block *block = &text->items[at], *above = block_before(text, at),
                *behind = block_behind(text, at);
    gsize n =
        list_mark_picture_len(block->text) > 0 ? (gsize)g_utf8_skip[(guchar)*block->text] : 0;
    return n > 0 && (above == NULL || strncmp(above->text, block->text, n) != 0) &&
           behind != NULL && strncmp(behind->text, block->text, n) != 0;
}

/* Whether a line that no name is known for has the form the headings of this text have. */
static gboolean
has_form(const ReaderText *text, guint at, const Found *found)
{
    const Block *block = &text->items[at], *behind = block_behind(text, at);
    const char *start = found->written;
    gsize len = found->written_len;
    guint number = found->mark_value;
    gboolean leads = found->heading.leads && found->heading.words <= 5;
    gboolean colon = start[len] == ':', marked = list_mark_len(block->text) > 0;
    gboolean apart = (block->flags & BLOCK_APART) != 0;
    if ((block->flags & BLOCK_KEY) || is_question(start, len) || is_pictured(text, at))
        return TRUE;
    if (g_unichar_islower(g_utf8_get_char(start)))
        return FALSE;
    if (block->level > 0 || (block->flags & BLOCK_STRONG))
        return TRUE;
    if (colon && start[len + 1 + strspn(start + len + 1, " ")] != '\0')
        return (text->colons ||
                (apart && !found->heading.common && found->heading.words <= 4)) &&
               (apart || number > 0 || !marked) && len <= LABEL_MAX_BYTES;
    if (text->numbered != 0 && number > 0)
        return TRUE;
    g_autofree char *label = g_strndup(start, len);
    if (reader_is_upper(label) && (text->upper || (apart && !found->heading.common)))
        return TRUE;
    if (!apart || marked || *block->mark != '\0' || behind == NULL || behind->cells != NULL)
        return FALSE;
    /* Its text stands below it, behind an empty line only when the name is sure. */
    return leads || !(behind->flags & BLOCK_APART) || *behind->mark != '\0' ||
           list_mark_len(behind->text) > 0;
}

/* "Siapa yang boleh berkunjung & syaratnya" right over a list. */
static gboolean
is_over_list(const ReaderText *text, guint at)
{
    const Block *block = &text->items[at], *behind = block_behind(text, at);
    gboolean marked = *block->mark != '\0' || list_mark_len(block->text) > 0;
    return !marked && behind != NULL && behind->cells == NULL &&
           !(behind->flags & BLOCK_APART) &&
           (*behind->mark != '\0' || list_mark_len(behind->text) > 0);
}

/* "PROSEDUR PASANG BARU" over "SYARAT": a title, with nothing of its own. */
static gboolean
is_over_heading(const ReaderText *text, guint at)
{
    const Block *block = &text->items[at], *behind = block_behind(text, at);
    Heading heading;
    return !(block->flags & BLOCK_KEY) && strchr(block->text, ':') == NULL && behind != NULL &&
           behind->cells == NULL && *behind->mark == '\0' && list_mark_len(behind->text) == 0 &&
           heading_read(behind->text, strcspn(behind->text, ":"), &heading) &&
           heading.kind == HEADING_COMPONENT && !heading.typed;
}

/* A heading by words that only one component has. */
static gboolean
read_by_words(const ReaderText *text, guint at, const char *start, Found *out)
{
    gsize len = strcspn(start, ":?");
    const Block *block = &text->items[at];
    if (len > HEADING_MAX_BYTES || strstr(start, " 1. ") != NULL || is_over_heading(text, at) ||
        (text->keys && !(block->flags & BLOCK_KEY)) ||
        !heading_read_words(start, len, &out->heading))
        return FALSE;
    out->written = start;
    out->written_len = len;
    out->value = start + len + strspn(start + len, "?: ");
    out->lines = 1;
    gboolean lone = ((block->flags & BLOCK_APART) &&
                     ((text->lone && out->heading.words <= 4) || is_over_list(text, at) ||
                      (text->upper && reader_is_upper(start)))) ||
                    is_pictured(text, at);
    if (out->heading.common && !is_question(start, len) && start[len] != ':' && !lone &&
        block->level == 0 && !(block->flags & (BLOCK_STRONG | BLOCK_KEY)))
        return FALSE;
    return has_form(text, at, out);
}

/*
 * The component that the next numbered heading names, when its number is the one behind `own` and no line
 * between has its own; 0 = it is another.
 */
static guint
component_behind(const ReaderText *text, guint at, const ListMark *own)
{
    enum { LOOK_AHEAD = 400 }; /* lines: a section is not longer */
    for (guint i = at + 1; i < text->n && i < at + LOOK_AHEAD; i++) {
        const Block *block = &text->items[i];
        ListMark mark;
        Heading heading;
        if (!mark_of(block, &mark) || mark.style == MARK_NONE)
            continue;
        if (mark.style == own->style && mark.value == own->value)
            return 0;
        const char *start =
            block->text + (*block->mark != '\0' ? 0 : list_mark_len(block->text));
        gsize len = strcspn(start, ":");
        gboolean follows = list_mark_follows(own, &mark);
        if (heading_read(start, len, &heading) ||
            (follows && heading_read_words(start, len, &heading)))
            return follows ? heading.component : 0;
    }
    return N_COMPONENTS + 1; /* the last of all */
}

static Heading
told_by_form(guint component)
{
    return (Heading){.kind = HEADING_COMPONENT,
                     .component = component,
                     .by_words = TRUE,
                     .common = TRUE,
                     .name = component_names[component]};
}

/*
 * "Keterkaitan : SOP Pengangkutan" in a form, where each name has its value beside it: a part that no name is
 * known for, not a line of the one above.
 */
static gboolean
read_by_label(const ReaderText *text, guint at, const Reached *reached, Found *out)
{
    const Block *block = &text->items[at];
    gsize len = strcspn(block->text, ":");
    if (!text->colons || !reached->beside || reached->now == 6 || *block->mark != '\0' ||
        list_mark_len(block->text) > 0 || len > LABEL_MAX_BYTES || block->text[len] == '\0' ||
        !g_unichar_isupper(g_utf8_get_char(block->text)) ||
        g_str_has_prefix(block->text + len, "://") ||
        (likeness_read(text->arena, block->text) & (1U << reached->now)))
        return FALSE;
    *out = (Found){.heading = {.kind = HEADING_OTHER, .by_words = TRUE, .name = ""},
                   .written = block->text,
                   .written_len = len,
                   .value = block->text + len + strspn(block->text + len, ": "),
                   .lines = 1};
    return *out->value != '\0';
}

/* Whether the label, `len` bytes of `start`, is written as the headings of its text are. */
static gboolean
written_alike(const ReaderText *text, const Block *block, const char *start, gsize len)
{
    g_autofree char *label = g_strndup(start, len);
    return (text->colons && start[len] == ':') || (block->flags & BLOCK_STRONG) ||
           block->level > 0 || (text->upper && reader_is_upper(label));
}

/*
 * "5. Bentuk layanan:" behind "4. Biaya:" and before "6. Pengaduan:": no name is known for it, but it is
 * numbered and written as they are. The component between theirs, guessed; else one of none.
 */
static gboolean
read_by_number(
    const ReaderText *text, guint at, const char *start, const Reached *reached, Found *out)
{
    const Block *block = &text->items[at];
    ListMark own;
    gsize len = strcspn(start, ":");
    if (!out->follows || !mark_of(block, &own) || len > LABEL_MAX_BYTES || len == 0)
        return FALSE;
    const char *value = start[len] == ':' ? start + len + strspn(start + len, ": ") : start;
    guint like = likeness_read(text->arena, value) & ~reached->opened;
    if (like != 0 && (like & (like - 1)) == 0) { /* "4. Pelayanan tidak dipungut biaya." */
        *out = (Found){.heading = told_by_form((guint)g_bit_nth_lsf(like, -1)),
                       .written = start,
                       .written_len = value == start ? 0 : len,
                       .value = value,
                       .lines = 1,
                       .mark_value = own.value};
        return TRUE;
    }
    guint next = reached->now + 1, behind = component_behind(text, at, &own);
    gboolean confirmed = behind > 0 && behind <= N_COMPONENTS;
    if (!confirmed && !written_alike(text, block, start, len))
        return FALSE;
    gboolean between = reached->now > 0 && next <= N_COMPONENTS &&
                       !(reached->opened & (1U << next)) &&
                       (behind == next + 1 || behind + next > 2 * N_COMPONENTS);
    *out = (Found){.heading = {.kind = between ? HEADING_COMPONENT : HEADING_OTHER,
                               .component = between ? next : 0,
                               .by_words = TRUE,
                               .common = TRUE,
                               .name = between ? component_names[next] : ""},
                   .written = start,
                   .written_len = len,
                   .value = start + len + strspn(start + len, ": "),
                   .lines = 1,
                   .mark_value = own.value};
    return TRUE;
}

/* What stands inside a section and only looks like a heading of the same or another one. */
static gboolean
is_of_section(const ReaderText *text, guint at, const Reached *reached, Found *found)
{
    const Block *block = &text->items[at];
    const Heading *heading = &found->heading;
    gboolean opened = heading->component > 0 && (reached->opened & (1U << heading->component));
    gboolean loud = block->level > 0 || (block->flags & BLOCK_STRONG);
    if (reached->ambiguous && heading->component == reached->now && !heading->doubtful)
        return FALSE; /* "Lama proses" below "Waktu layanan", which then are the hours */
    if (heading->by_words && heading->component == reached->now)
        return TRUE; /* "Syarat bagi WNA:" in the requirements */
    /* "Kontak: 08…", "Kotak pengaduan" inside the contacts are contacts. */
    if (reached->now == 6 && heading->component == 6 && heading->part == PART_CHANNELS &&
        !heading->official)
        return TRUE;
    if (heading->kind == HEADING_TITLE && heading->common &&
        !(has_colon(found) && *found->value != '\0' && !g_ascii_isdigit(*found->value) &&
          (reached->opened == 0 || (block->flags & BLOCK_APART))))
        return TRUE; /* "Pelayanan" */
    gboolean note = strcmp(heading->name, "keterangan") == 0 ||
                    strcmp(heading->name, "catatan") == 0 || list_mark_len(block->text) > 0;
    if (found->follows)
        note = FALSE; /* "h) Catatan:" behind "g) Pengaduan:" */
    if (heading->kind == HEADING_OTHER && !(loud || (block->flags & BLOCK_APART)) &&
        !(text->colons && has_colon(found) && !note))
        return TRUE;
    found->again = opened && !heading->official && !loud &&
                   (heading->by_words ||
                    (found->mark_value == 0 && (heading->common || *found->value != '\0')));
    return found->again && heading->component != reached->first;
}

gboolean
reader_find_heading(
    Arena *arena, const ReaderText *text, guint at, const Reached *reached, Found *out)
{
    const Block *block = &text->items[at];
    *out = (Found){.value = ""};
    gboolean value = at > 0 && (text->items[at - 1].flags & BLOCK_KEY) && text->keys;
    if (block->cells != NULL || (block->flags & BLOCK_GONE) ||
        (value && !(block->flags & BLOCK_KEY)))
        return FALSE;
    gsize skip = mark_len(text, block, out);
    out->follows = follows_number(text, at, reached);
    guint number = out->mark_value;
    if (skip == G_MAXSIZE || !allows_mark(text, block, &number))
        return FALSE;
    const char *start = block->text + skip;
    if (!read_named(arena, text, at, start, out)) {
        out->mark_value = number;
        if (!read_by_words(text, at, start, out))
            return read_by_number(text, at, start, reached, out) ||
                   read_by_label(text, at, reached, out);
    }
    out->mark_value = number;
    if (out->heading.component == 2 && out->heading.common &&
        likeness_read(arena, out->value) == LIKE_TIME)
        out->heading = told_by_form(3); /* "Proses: 10 menit" */
    out->sure = out->heading.official || block->level > 0 || number > 0 ||
                (block->flags & (BLOCK_KEY | BLOCK_STRONG | BLOCK_APART)) || has_colon(out) ||
                (*out->value == '\0' && text->plain);
    if (block->flags & BLOCK_KEY)
        return TRUE;
    return !is_of_section(text, at, reached, out) && stands_alone(text, at, out);
}
