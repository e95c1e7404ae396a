#include "draw/text.h"
#include <math.h>

guint
shaped_text_cluster(
    const ShapedText *text, const TextRun *run, guint glyph, guint32 *from, guint32 *to)
{
    const TextGlyph *glyphs = text->glyphs;
    guint end = glyph + 1;
    while (end < run->end && glyphs[end].byte == glyphs[glyph].byte)
        end++;
    *from = glyphs[glyph].byte;
    /* Glyphs stand as they are seen: from right to left the characters that follow stand before. */
    gboolean leftwards = glyphs[run->begin].byte > glyphs[run->end - 1].byte;
    if (leftwards)
        *to = glyph > run->begin ? glyphs[glyph - 1].byte : run->byte_end;
    else
        *to = end < run->end ? glyphs[end].byte : run->byte_end;
    return end;
}

void
para_add(Para *para, const ShapedText *text, guint32 color, float tracking)
{
    g_return_if_fail(para->n < PARA_MAX_SPANS);
    if (text->n_words > 0)
        para->spans[para->n++] = (ParaSpan){text, color, tracking};
}

/* A word may run on through several spans ("Staf" bold, "," regular): the walk joins them. */
typedef struct Walk {
    const Para *para;
    guint span, word;
} Walk;

typedef struct Unit {
    guint span, begin; /* first glyph */
    guint last_span, ink_end, end;
    double ink, advance;
} Unit;

static double
tracked(const ParaSpan *span, double width, guint n_glyphs)
{
    return width + (double)span->tracking * n_glyphs;
}

static gboolean
walk_next(Walk *walk, Unit *unit)
{
    const Para *para = walk->para;
    if (walk->span >= para->n)
        return FALSE;
    *unit = (Unit){.span = walk->span, .last_span = walk->span};
    unit->begin = para->spans[walk->span].text->words[walk->word].begin;
    for (;;) {
        const ParaSpan *span = &para->spans[walk->span];
        const TextWord *word = &span->text->words[walk->word++];
        unit->last_span = walk->span;
        unit->ink_end = word->ink_end;
        unit->end = word->end;
        unit->ink = unit->advance + tracked(span, word->ink, word->ink_end - word->begin);
        unit->advance += tracked(span, word->advance, word->end - word->begin);
        if (walk->word < span->text->n_words)
            return TRUE;
        walk->word = 0;
        walk->span++;
        if (walk->span >= para->n || span->text->ends_blank)
            return TRUE;
    }
}

typedef struct Setter {
    Line line;
    double pen; /* advance of what is set, trailing blanks included */
    gboolean open;
    guint n_lines;
    ParaLineFunc func;
    gpointer data;
} Setter;

static void
end_line(Setter *set)
{
    if (!set->open)
        return;
    set->n_lines++;
    if (set->func != NULL)
        set->func(&set->line, set->data);
    set->line.n = 0;
    set->pen = 0;
    set->open = FALSE;
}

static double
glyphs_advance(const ParaSpan *span, guint begin, guint end)
{
    double sum = 0;
    for (guint i = begin; i < end; i++)
        sum += (double)span->text->glyphs[i].advance;
    return tracked(span, sum, end - begin);
}

static void
add_glyphs(Setter *set, const ParaSpan *span, guint begin, guint end, double advance)
{
    Line *line = &set->line;
    LinePiece *last = line->n > 0 ? &line->pieces[line->n - 1] : NULL;
    set->pen += advance;
    set->open = TRUE;
    if (set->func == NULL)
        return;
    if (last != NULL && last->span.text == span->text && last->end == begin)
        last->end = end;
    else if (line->n < PARA_MAX_SPANS)
        line->pieces[line->n++] = (LinePiece){*span, begin, end, (float)(set->pen - advance)};
}

static void
add_unit(Setter *set, const Para *para, const Unit *unit)
{
    set->line.width = (float)(set->pen + unit->ink);
    if (unit->span == unit->last_span) {
        add_glyphs(set, &para->spans[unit->span], unit->begin, unit->end, unit->advance);
        return;
    }
    for (guint s = unit->span; s <= unit->last_span; s++) {
        const ParaSpan *span = &para->spans[s];
        guint begin = s == unit->span ? unit->begin : 0;
        guint end = s == unit->last_span ? unit->end : span->text->n_glyphs;
        add_glyphs(set, span, begin, end, glyphs_advance(span, begin, end));
    }
}

static gboolean
is_blank(const ShapedText *text, guint glyph)
{
    return text->text[text->glyphs[glyph].byte] == ' ';
}

/* The end of the word at glyph `i`, blanks excluded. */
static guint
word_end(const ShapedText *text, guint i, guint end)
{
    while (i < end && !is_blank(text, i))
        i++;
    return i;
}

/* A unit wider than the line: at its blanks, and words wider than the line letter by letter. */
static void
add_letters(Setter *set, const Para *para, const Unit *unit, double width)
{
    for (guint s = unit->span; s <= unit->last_span; s++) {
        const ParaSpan *span = &para->spans[s];
        const TextGlyph *glyphs = span->text->glyphs;
        guint begin = s == unit->span ? unit->begin : 0;
        guint end = s == unit->last_span ? unit->end : span->text->n_glyphs;
        for (guint i = begin, next; i < end; i = next) {
            for (next = i + 1; next < end && glyphs[next].byte == glyphs[i].byte; next++)
                ;
            double advance = glyphs_advance(span, i, next);
            gboolean blank = is_blank(span->text, i);
            gboolean starts = i > begin && is_blank(span->text, i - 1);
            guint kept = starts ? word_end(span->text, i, end) : next;
            if (!blank && set->open && set->pen + glyphs_advance(span, i, kept) > width)
                end_line(set);
            add_glyphs(set, span, i, next, advance);
            if (!blank)
                set->line.width = (float)set->pen;
        }
    }
}

static const double SLACK = 1e-4;

static void
put_unit(Setter *set, const Para *para, const Unit *unit, double width)
{
    if (set->open && set->pen + unit->ink > width + SLACK)
        end_line(set);
    if (unit->ink > width + SLACK)
        add_letters(set, para, unit, width);
    else
        add_unit(set, para, unit);
}

/* The number of lines alone: what is asked a hundred times before anything is drawn. Words that end
 * within their span need no unit; the sums are those of put_unit(). */
static void
count_lines(Setter *set, const Para *para, double width)
{
    Walk walk = {.para = para};
    while (walk.span < para->n) {
        const ParaSpan *span = &para->spans[walk.span];
        const TextWord *word = &span->text->words[walk.word];
        gboolean last = walk.word + 1 == span->text->n_words;
        double ink = tracked(span, word->ink, word->ink_end - word->begin);
        if (ink > width + SLACK ||
            (last && walk.span + 1 < para->n && !span->text->ends_blank)) {
            Unit unit;
            walk_next(&walk, &unit);
            put_unit(set, para, &unit, width);
            continue;
        }
        if (set->open && set->pen + ink > width + SLACK)
            end_line(set);
        set->pen += tracked(span, word->advance, word->end - word->begin);
        set->open = TRUE;
        walk.word = last ? 0 : walk.word + 1;
        walk.span += last ? 1 : 0;
    }
}

/* Whether all of it plainly fits on one line; near the edge the words are counted. */
static gboolean
fits_one_line(const Para *para, double width)
{
    const double near = 1e-2; /* em; sums of words and of glyphs differ by less */
    const ParaSpan *span = &para->spans[0];
    return para->n == 1 && span->tracking >= 0 && span->text->n_words > 0 &&
           tracked(span, span->text->width, span->text->n_glyphs) + near < width;
}

guint
para_break(const Para *para, double width, ParaLineFunc func, gpointer data)
{
    if (func == NULL && fits_one_line(para, width))
        return 1;
    Setter set;
    Walk walk = {.para = para};
    /* Called more often than anything else: the line is not cleared as a whole. */
    set.line.n = 0;
    set.pen = 0;
    set.open = FALSE;
    set.n_lines = 0;
    set.func = func;
    set.data = data;
    if (func == NULL)
        count_lines(&set, para, width);
    else
        for (Unit unit; walk_next(&walk, &unit);)
            put_unit(&set, para, &unit, width);
    end_line(&set);
    return set.n_lines;
}

double
para_min_width(const Para *para)
{
    Walk walk = {.para = para};
    double widest = 0;
    for (Unit unit; walk_next(&walk, &unit);)
        widest = MAX(widest, unit.ink);
    return widest;
}

double
para_full_width(const Para *para)
{
    Walk walk = {.para = para};
    double pen = 0, ink = 0;
    for (Unit unit; walk_next(&walk, &unit); pen += unit.advance)
        ink = pen + unit.ink;
    return ink;
}

double
para_balance(const Para *para, double width)
{
    guint n = para_break(para, width, NULL, NULL);
    double least = para_min_width(para), low = MIN(width, least), high = width;
    if (n < 2)
        return width;
    for (int i = 0; i < 12; i++) {
        double middle = (low + high) / 2;
        if (para_break(para, middle, NULL, NULL) <= n)
            high = middle;
        else
            low = middle;
    }
    return high;
}
