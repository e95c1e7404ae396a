#include "import/likeness.h"
#include "import/list-mark.h"
#include "import/reader-private.h"
#include <string.h>

/*
 * A heading that is known says what begins, never what ends: words of a part that has no known name stand in
 * the section above it. Four kinds of evidence tell. The numbers of the headings leave one out. A line has
 * the form that the headings of this text have, and the lines of its sections have not. An empty line stands
 * inside one section alone. Words behind it are placed nowhere.
 */

enum {
    LABEL_MAX_BYTES = 60,
    LABEL_MAX_WORDS = 6,
    FORM_MIN_HEADINGS = 3, /* that share a form, before it is one */
    FORM_MIN_SHARE = 3,    /* so many headings for each line of a section that has it, too */
    GAP_MIN_SECTIONS = 4
};

/* ---- form ---- */

/* A line's form: 0 when no heading looks so. */
enum { FORM_LEAD_BITS = 10, FORM_APART = 1 << 30, FORM_ANY = 1 << 29 };

typedef enum Behind { BEHIND_NOTHING, BEHIND_COLON, BEHIND_SIGN } Behind;

/* The mark or picture a line begins with, and where its words begin. */
static guint
read_lead(const Block *block, const char **words)
{
    ListMark mark;
    gsize picture = list_mark_picture_len(block->text);
    *words = block->text;
    if (*block->mark != '\0')
        return list_mark_scan(block->mark, &mark) ? mark.style : (guint)MARK_BULLET;
    if (list_mark_scan(block->text, &mark)) {
        *words += list_mark_len(block->text);
        return mark.style;
    }
    *words += picture;
    return picture > 0 ? 16 + g_utf8_get_char(block->text) % 1000 : 0;
}

static Behind
read_label(const char *words, gsize *len)
{
    for (*len = 0; words[*len] != '\0' && *len <= LABEL_MAX_BYTES; (*len)++) {
        if (words[*len] == ':')
            return BEHIND_COLON;
        if (words[*len] == ' ' && reader_sign_len(words + *len) > 0)
            return BEHIND_SIGN;
    }
    return BEHIND_NOTHING;
}

guint
reader_form(const Block *block)
{
    const char *words;
    gsize len;
    if (block->cells != NULL || (block->flags & BLOCK_KEY))
        return 0;
    guint lead = read_lead(block, &words);
    Behind behind = read_label(words, &len);
    g_autofree char *label = g_strndup(words, len);
    g_strchomp(label);
    len = strlen(label);
    if (len < 3 || len > LABEL_MAX_BYTES || reader_count_words(label) > LABEL_MAX_WORDS ||
        strchr(".;,", label[len - 1]) != NULL)
        return 0;
    guint letters = reader_is_upper(label)                      ? 2
                    : g_unichar_islower(g_utf8_get_char(label)) ? 1
                                                                : 0;
    return FORM_ANY | lead | (guint)behind << FORM_LEAD_BITS | letters << (FORM_LEAD_BITS + 2) |
           (block->flags & BLOCK_STRONG ? 1U << (FORM_LEAD_BITS + 4) : 0U) |
           (block->level > 0 ? 1U << (FORM_LEAD_BITS + 5) : 0U) |
           (block->flags & BLOCK_APART ? (guint)FORM_APART : 0U);
}

/* Whether every heading stands behind an empty line: then what does not is none. */
static guint
form_mask(const ReadCharter *charter)
{
    guint n = 0, apart = 0;
    for (guint i = 0; i < charter->n; i++) {
        guint form = charter->sections[i].component > 0 ? charter->sections[i].form : 0;
        n += form != 0;
        apart += (form & FORM_APART) != 0;
    }
    return apart + 1 >= n ? G_MAXUINT : ~(guint)FORM_APART;
}

/* How many headings and lines of a charter have each form. */
typedef struct Forms {
    guint mask;
    GHashTable *headings, *lines; /* form -> how many */
} Forms;

static guint
how_many(GHashTable *counts, guint form)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(counts, GUINT_TO_POINTER(form)));
}

static void
count_form(GHashTable *counts, guint form)
{
    g_hash_table_replace(counts, GUINT_TO_POINTER(form),
                         GUINT_TO_POINTER(how_many(counts, form) + 1));
}

static void
count_forms(const ReadCharter *charter, Forms *out)
{
    *out =
        (Forms){form_mask(charter), g_hash_table_new(NULL, NULL), g_hash_table_new(NULL, NULL)};
    for (guint i = 0; i < charter->n; i++) {
        const ReadSection *section = &charter->sections[i];
        if (section->component == 0)
            continue;
        count_form(out->headings, section->form & out->mask);
        gboolean labels = section->component == 6; /* "WA: 0812…" */
        for (guint k = 0; !labels && k < section->blocks.n; k++)
            count_form(out->lines, reader_form(&section->blocks.items[k]) & out->mask);
    }
}

/* Whether a line is written as the headings are, and says nothing of its section's kind. */
static gboolean
is_headlike(Arena *arena, const Forms *forms, const ReadSection *section, const Block *block)
{
    guint form = reader_form(block) & forms->mask;
    guint headings = form != 0 ? how_many(forms->headings, form) : 0;
    return headings >= FORM_MIN_HEADINGS &&
           how_many(forms->lines, form) * FORM_MIN_SHARE <= headings &&
           !(likeness_read(arena, block->text) & (1U << section->component));
}

static void
weigh_forms(Arena *arena, ReadCharter *charter)
{
    Forms forms;
    count_forms(charter, &forms);
    for (guint i = 0; i < charter->n; i++) {
        ReadSection *section = &charter->sections[i];
        gboolean found = FALSE;
        for (guint k = 1; section->component > 0 && !found && k < section->blocks.n; k++)
            found = is_headlike(arena, &forms, section, &section->blocks.items[k]);
        section->doubts |= found ? (guint)READ_HEADLIKE : 0U;
    }
    g_hash_table_unref(forms.headings);
    g_hash_table_unref(forms.lines);
}

/* ---- numbers ---- */

ListMark
reader_heading_mark(const Found *found, const Block *block)
{
    ListMark mark;
    const char *text = block->text + list_mark_picture_len(block->text);
    if (list_mark_scan(*block->mark != '\0' ? block->mark : text, &mark))
        return mark;
    guint value = found != NULL ? found->mark_value : 0;
    return (ListMark){.style = value > 0 ? MARK_DIGIT : MARK_NONE, .value = value, .parts = 1};
}

/*
 * Doubts the section before each heading whose number does not follow that of the last one of its style:
 * what stood under the number between is in there. A number 1 begins a list anew; the first may lack its own.
 */
static void
weigh_numbers(ReadCharter *charter)
{
    ListMark last[MARK_CAPITAL_ROMAN + 1] = {0};
    ReadSection *before = NULL;
    guint n = 0; /* of the section */
    for (guint i = 0; i < charter->n; i++) {
        ReadSection *section = &charter->sections[i];
        ListMark *mark = &section->mark, *above = &last[mark->style];
        n += section->component > 0;
        if (list_mark_counts(mark->style)) {
            gboolean jumps = mark->value > 1 && !(n == 2 && mark->value == 2);
            for (guint style = MARK_DIGIT; jumps && style < G_N_ELEMENTS(last); style++)
                jumps = last[style].value == 0 || !list_mark_follows(&last[style], mark);
            if (before != NULL && jumps)
                before->doubts |= READ_JUMP;
            *above = *mark;
        }
        before = section->component > 0 ? section : before;
    }
}

/* ---- gaps ---- */

/* An unmarked line behind an empty one, inside the section; contacts are often all written so. */
static gboolean
has_gap(const ReadSection *section)
{
    guint apart = 0, close = 0;
    for (guint i = 1; i < section->blocks.n; i++) {
        const Block *block = &section->blocks.items[i];
        gboolean unmarked = block->cells == NULL && !(block->flags & BLOCK_CELL) &&
                            *block->mark == '\0' && list_mark_len(block->text) == 0;
        apart += (block->flags & BLOCK_APART) && unmarked;
        close += !(block->flags & BLOCK_APART);
    }
    return section->component > 0 && apart > 0 &&
           (section->component != 6 || apart == 1 || close > 0);
}

static void
weigh_gaps(ReadCharter *charter)
{
    guint gaps = 0, n = 0;
    ReadSection *with = NULL;
    for (guint i = 0; i < charter->n; i++) {
        ReadSection *section = &charter->sections[i];
        n += section->component > 0;
        if (!has_gap(section))
            continue;
        gaps++;
        with = section;
    }
    if (gaps == 1 && n >= GAP_MIN_SECTIONS)
        with->doubts |= READ_GAP;
}

void
reader_weigh(Arena *arena, ReadCharter *charter)
{
    weigh_forms(arena, charter);
    weigh_numbers(charter);
    weigh_gaps(charter);
    for (guint i = 0; i + 2 < charter->n; i++) {
        ReadSection *section = &charter->sections[i];
        const ReadSection *behind = section + 1;
        if (section->component > 0 && behind->component == 0 &&
            (behind->doubts & READ_BEHIND) && !(behind->doubts & READ_STRAY))
            section->doubts |= READ_LEFT;
    }
}
