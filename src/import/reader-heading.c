#include "import/entries.h"
#include "import/list-mark.h"
#include "import/reader-private.h"
#include "value/duration.h"
#include "value/fee.h"
#include <string.h>

enum { HEADING_LINES = 3, WRAPPED_FROM = 60, VALUE_MAX_BYTES = 200 };

/* Whether a sentence goes on behind the line. */
static gboolean
ends_open(const char *text)
{
    gsize len = strlen(text);
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

/* The list above goes on below as if this line were part of its last item. */
static gboolean
interrupts_list(const ReaderText *text, guint at)
{
    const Block *behind = block_behind(text, at);
    ListMark next, mark;
    if (behind == NULL || !list_mark_scan(behind->text, &next) || next.value < 2)
        return FALSE;
    for (guint i = at; i-- > 0 && at - i < 12;)
        if (list_mark_scan(text->items[i].text, &mark) && mark.style == next.style)
            return mark.value + 1 == next.value;
    return FALSE;
}

/* Never inside a sentence: whether a line that reads as a heading may be one here. */
static gboolean
stands_alone(const ReaderText *text, guint at, const Found *found)
{
    const Block *block = &text->items[at], *above = block_before(text, at);
    if (block->level > 0 || (block->flags & (BLOCK_KEY | BLOCK_STRONG)) || above == NULL)
        return TRUE;
    gboolean lower = g_unichar_islower(g_utf8_get_char(found->written));
    gboolean colon = found->written[found->written_len] == ':';
    if (block->flags & (BLOCK_APART | BLOCK_WHOLE))
        return !(lower && found->heading.common && !colon && ends_open(above->text)) &&
               !(found->heading.common && interrupts_list(text, at) && !colon);
    if (colon && !lower)
        return TRUE;
    if (lower || ends_open(above->text))
        return FALSE;
    if (found->heading.official)
        return TRUE;
    return !(found->heading.common &&
             (interrupts_list(text, at) || was_full(text, above, block)));
}

/* ---- reading one line ---- */

/* Whether a value fits its component by its form: a time, a fee. */
static gboolean
value_fits(Arena *arena, guint component, const char *value)
{
    if (strlen(value) > VALUE_MAX_BYTES)
        return FALSE;
    if (component == 3) {
        Duration duration;
        duration_parse(arena, value, &duration);
        return duration.kind != DURATION_OPEN && !g_ascii_islower(*value);
    }
    if (component == 4) {
        FeeText fee;
        fee_text_parse(arena, value, &fee);
        return fee.kind == FEE_GRATIS || fee.kind == FEE_TETAP;
    }
    return FALSE;
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

/* The heading with its value in the same line, without a colon between. */
static gboolean
read_prefix(Arena *arena, const Block *block, const char *text, gboolean numbered, Found *out)
{
    gsize len, gap = block->gap > (gsize)(text - block->text)
                         ? block->gap - (gsize)(text - block->text)
                         : 0;
    if (gap > 0 && read_at(text, gap, text + gap, out) &&
        out->heading.kind == HEADING_COMPONENT)
        return TRUE;
    if (!heading_read_prefix(text, &out->heading, &len) ||
        out->heading.kind != HEADING_COMPONENT || text[len] != ' ')
        return FALSE;
    out->written = text;
    out->written_len = len;
    out->value = text + len + 1;
    out->value += strspn(out->value, "-–=: ");
    out->lines = 1;
    gunichar first = g_utf8_get_char(out->value);
    gboolean fits = value_fits(arena, out->heading.component, out->value);
    return fits || (numbered && out->heading.words > 1 &&
                    (g_unichar_isupper(first) || g_unichar_isdigit(first)));
}

/* A heading broken over two or three lines: only as a whole name, without typing errors. */
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
        guint words = 1;
        for (const char *c = whole->str; *c != '\0'; c++)
            words += *c == ' ' || *c == '/';
        if (heading.words < words)
            continue; /* found without some of its words */
        best =
            (Found){heading, arena_strndup(arena, whole->str, len), len, "", n + 1, FALSE, 0};
    }
    if (best.lines == 0)
        return FALSE;
    *out = best;
    return TRUE;
}

/* A number, letter or emoji before the heading; how many bytes. */
static gsize
mark_len(const ReaderText *text, const Block *block, Found *out)
{
    gsize picture = list_mark_picture_len(block->text);
    const char *at = block->text + picture;
    ListMark mark;
    out->mark_value = 0;
    if (!list_mark_scan(at, &mark))
        return picture;
    gboolean capital = mark.style == MARK_CAPITAL || mark.style == MARK_CAPITAL_ROMAN;
    gboolean allowed = capital || text->numbered || block->level > 0 || picture > 0 ||
                       (block->flags & (BLOCK_STRONG | BLOCK_KEY));
    if (!allowed)
        return G_MAXSIZE;
    out->mark_value = mark.value;
    return picture + mark.len + strspn(at + mark.len, " ");
}

gboolean
reader_find_heading(
    Arena *arena, const ReaderText *text, guint at, guint now, guint opened, Found *out)
{
    const Block *block = &text->items[at];
    *out = (Found){.value = ""};
    if (block->cells != NULL || (block->flags & BLOCK_GONE))
        return FALSE;
    gsize skip = mark_len(text, block, out);
    guint number = out->mark_value;
    ListMark given;
    if (*block->mark != '\0' && list_mark_scan(block->mark, &given))
        number = given.value;
    if (skip == G_MAXSIZE || (*block->mark != '\0' && !text->numbered && block->level == 0 &&
                              !(block->flags & BLOCK_STRONG) && !g_ascii_isupper(*block->mark)))
        return FALSE;
    const char *start = block->text + skip;
    gsize colon = strcspn(start, ":");
    gboolean known = colon <= HEADING_MAX_BYTES && read_at(start, colon, start + colon, out);
    Found broken;
    if ((!known || (start[colon] != ':' && !out->heading.official)) &&
        read_broken(arena, text, at, start, &broken) &&
        (!known || broken.heading.words > out->heading.words)) {
        *out = broken;
        known = TRUE;
    }
    known = known || read_prefix(arena, block, start, number > 0 && text->numbered, out);
    if (!known)
        return FALSE;
    out->mark_value = number;
    out->sure = out->heading.official || block->level > 0 || number > 0 ||
                (block->flags & (BLOCK_KEY | BLOCK_STRONG | BLOCK_APART)) ||
                start[out->written_len] == ':';
    if (block->flags & BLOCK_KEY)
        return TRUE;
    /* "Kontak: 08…", "Kotak pengaduan" inside the contacts are contacts. */
    if (now == 6 && out->heading.component == 6 && out->heading.part == PART_CHANNELS &&
        !out->heading.official)
        return FALSE;
    if (out->heading.kind == HEADING_OTHER &&
        !(block->level > 0 || (block->flags & (BLOCK_STRONG | BLOCK_APART))))
        return FALSE;
    if (out->heading.component > 0 && (opened & (1U << out->heading.component)) &&
        (out->heading.common || *out->value != '\0') && !out->heading.official && number == 0 &&
        block->level == 0 && !(block->flags & BLOCK_STRONG))
        return FALSE;
    return stands_alone(text, at, out);
}

/* Whether headings carry numbers here: no two stand without, and some do with. */
gboolean
reader_are_numbered(const ReaderText *text)
{
    guint plain = 0, numbered = 0;
    for (guint i = 0; i < text->n; i++) {
        const Block *block = &text->items[i];
        ListMark mark;
        Heading heading;
        gboolean marked = list_mark_scan(block->text, &mark);
        gboolean capital =
            marked && (mark.style == MARK_CAPITAL || mark.style == MARK_CAPITAL_ROMAN);
        gsize skip = marked ? list_mark_len(block->text) : 0;
        const char *start = block->text + skip;
        if ((block->flags & (BLOCK_GONE | BLOCK_KEY)) || block->cells != NULL)
            continue;
        gsize len = strcspn(start, ":"), prefix;
        if (block->gap > skip && start[len] != ':')
            len = block->gap - skip;
        gboolean found = heading_read(start, len, &heading) && heading.component > 0 &&
                         !(heading.typed && heading.words == 1);
        if (!found && marked && list_mark_counts(mark.style))
            found = heading_read_prefix(start, &heading, &prefix) && heading.component > 0 &&
                    heading.words > 1;
        gboolean number = (marked && !capital && list_mark_counts(mark.style)) ||
                          (*block->mark != '\0' && list_mark_scan(block->mark, &mark) &&
                           list_mark_counts(mark.style));
        if (found && (number || !g_unichar_islower(g_utf8_get_char(start))))
            *(number ? &numbered : &plain) += 1;
    }
    return numbered >= 2 && (plain < 2 || plain * 4 < numbered);
}
