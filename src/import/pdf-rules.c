#include "import/list-mark.h"
#include "import/pdf-private.h"
#include <math.h>
#include <string.h>

/*
 * The lines a table is drawn with say what its cells are; words alone only let it be guessed. They are read from
 * a picture of the page, whatever drew them: a run of dark points that is long, and thin or the edge of a filled
 * box.
 */

enum {
    DARK = 150,      /* grey values below: drawn, not shaded */
    RUN_MIN = 14,    /* points: a letter is not as long */
    NEAR = 3,        /* points between what is one line, or meets */
    MAX_RULES = 600, /* of a page: more is a drawing */
    MIN_COLUMNS = 2,
    MIN_ROWS = 2
};

/* ---- from a picture ---- */

typedef struct Picture {
    gsize width, height;
    const guchar *points; /* grey, row by row */
} Picture;

/* Along a rule and across it: of upright ones along is down. */
static gboolean
is_dark(const Picture *p, gboolean upright, gssize along, gssize across)
{
    gssize x = upright ? across : along, y = upright ? along : across;
    return x >= 0 && y >= 0 && x < (gssize)p->width && y < (gssize)p->height &&
           p->points[(gsize)y * p->width + (gsize)x] < DARK;
}

/* Adds a run, to a rule that it lengthens or lies beside if there is one. */
static void
add_run(GArray *rules, double at, double from, double to)
{
    for (guint i = rules->len; i-- > 0;) {
        PdfRule *rule = &g_array_index(rules, PdfRule, i);
        if (fabs(rule->at - at) > NEAR || from > rule->to + NEAR || to < rule->from - NEAR)
            continue;
        rule->from = MIN(rule->from, from);
        rule->to = MAX(rule->to, to);
        return;
    }
    PdfRule new = {at, from, to};
    if (rules->len <= MAX_RULES)
        g_array_append_val(rules, new);
}

static void
find_rules(const Picture *p, gboolean upright, GArray *rules)
{
    gssize length = (gssize)(upright ? p->height : p->width),
           breadth = (gssize)(upright ? p->width : p->height);
    for (gssize across = 0; across < breadth; across++)
        for (gssize along = 0; along < length; along++) {
            gssize from = along, edge = 0;
            for (; is_dark(p, upright, along, across); along++)
                edge += !is_dark(p, upright, along, across - 1) ||
                        !is_dark(p, upright, along, across + 1);
            if (along - from >= RUN_MIN && edge * 5 >= (along - from) * 3)
                add_run(rules, (double)across, (double)from, (double)along);
        }
}

/* How many dark points a row has from x on. */
static gssize
run_at(const Picture *p, gssize x, gssize y)
{
    gssize n = 0;
    while (is_dark(p, FALSE, x + n, y))
        n++;
    return n;
}

/* Whether a point is of an upright line, not of a mark beside it. */
static gboolean
is_of_rule(const Picture *p, gssize x, gssize y)
{
    gssize from = y, to = y;
    while (from > y - RUN_MIN && is_dark(p, FALSE, x, from - 1))
        from--;
    while (to < y + RUN_MIN && is_dark(p, FALSE, x, to + 1))
        to++;
    return to - from >= RUN_MIN;
}

/* Whether a box of points is light around its edge; on the left a border may touch it. */
static gboolean
is_alone(const Picture *p, gssize x, gssize y, gssize width, gssize height)
{
    for (gssize i = 0; i < width; i++)
        if (is_dark(p, FALSE, x + i, y - 1) || is_dark(p, FALSE, x + i, y + height))
            return FALSE;
    for (gssize i = 0; i < height; i++)
        if (is_dark(p, FALSE, x + width, y + i) ||
            (is_dark(p, FALSE, x - 1, y + i) && !is_of_rule(p, x - 1, y + i)))
            return FALSE;
    return TRUE;
}

/* A filled mark as wide as high whose uppermost row begins at a point; *size receives its width. */
static gboolean
is_dot(const Picture *p, gssize x, gssize y, gssize *left, gssize *size)
{
    enum { DOT_MIN = 2, DOT_MAX = 6 };
    gssize width = run_at(p, x, y);
    if (width == 0 || width > DOT_MAX || is_of_rule(p, x, y) ||
        (is_dark(p, FALSE, x - 1, y) && !is_of_rule(p, x - 1, y)))
        return FALSE;
    for (gssize n = MAX(width, DOT_MIN); n <= DOT_MAX; n++)
        for (gssize at = x + width - n; at <= x; at++) {
            gssize dark = 0;
            for (gssize row = 0; row < n; row++)
                for (gssize column = 0; column < n; column++)
                    dark += is_dark(p, FALSE, at + column, y + row);
            if (dark * 3 < n * n * 2 || !is_alone(p, at, y, n, n))
                continue;
            *left = at;
            *size = n;
            return TRUE;
        }
    return FALSE;
}

static gboolean
is_of_word(const PdfText *text, const PdfPage *page, double x, double y)
{
    for (guint i = 0; i < page->n; i++) {
        const PdfWord *word = &g_array_index(text->words, PdfWord, page->first + i);
        if (x > word->x0 - 1 && x < word->x1 + 1 && y > word->y0 && y < word->y1)
            return TRUE;
    }
    return FALSE;
}

static void
take_dots(PdfText *text, PdfPage *page, const Picture *p)
{
    enum { MAX_DOTS = 1000 };
    g_autoptr(GArray) dots = g_array_new(FALSE, FALSE, sizeof(PdfDot));
    double width = page->width / (double)p->width, height = page->height / (double)p->height;
    for (gssize y = 0; y < (gssize)p->height; y++)
        for (gssize x = 0, left, size; x < (gssize)p->width; x++) {
            if (!is_dark(p, FALSE, x, y) || !is_dot(p, x, y, &left, &size))
                continue;
            PdfDot dot = {((double)left + (double)size / 2) * width,
                          ((double)y + (double)size / 2) * height};
            if (dots->len < MAX_DOTS && !is_of_word(text, page, dot.x, dot.y))
                g_array_append_val(dots, dot);
        }
    PdfDot *own = arena_alloc(text->arena, (dots->len + 1) * sizeof *own);
    if (dots->len > 0)
        memcpy(own, dots->data, dots->len * sizeof *own);
    page->dots = own;
    page->n_dots = dots->len;
}

/* The next picture (PGM) of a stream; FALSE when there is none. */
static gboolean
next_picture(const char **at, const char *end, Picture *out)
{
    guint64 number[3];
    const char *next = *at;
    if (end - next < 2 || memcmp(next, "P5", 2) != 0)
        return FALSE;
    next += 2;
    for (guint i = 0; i < G_N_ELEMENTS(number); i++) {
        char *behind = NULL;
        number[i] = g_ascii_strtoull(next, &behind, 10);
        if (behind == next || number[i] == 0 || number[i] > 20000)
            return FALSE;
        next = behind;
    }
    next++; /* one white space */
    if (next > end || number[2] != 255 || (guint64)(end - next) < number[0] * number[1])
        return FALSE;
    *out = (Picture){number[0], number[1], (const guchar *)next};
    *at = next + number[0] * number[1];
    return TRUE;
}

static void
take_rules(PdfText *text, PdfPage *page, const Picture *picture, gboolean upright)
{
    g_autoptr(GArray) rules = g_array_new(FALSE, FALSE, sizeof(PdfRule));
    find_rules(picture, upright, rules);
    if (rules->len == 0 || rules->len > MAX_RULES)
        return;
    double x = page->width / (double)picture->width, y = page->height / (double)picture->height;
    PdfRule *own = arena_alloc(text->arena, rules->len * sizeof *own);
    for (guint i = 0; i < rules->len; i++) {
        const PdfRule *rule = &g_array_index(rules, PdfRule, i);
        own[i] = upright ? (PdfRule){rule->at * x, rule->from * y, rule->to * y}
                         : (PdfRule){rule->at * y, rule->from * x, rule->to * x};
    }
    *(upright ? &page->upright : &page->level) = (PdfRules){own, rules->len};
}

void
pdf_rules_read(PdfText *text, const char *pictures, gsize len)
{
    const char *at = pictures;
    Picture picture;
    for (guint i = 0; i < text->pages->len && next_picture(&at, pictures + len, &picture);
         i++) {
        PdfPage *page = &g_array_index(text->pages, PdfPage, i);
        take_rules(text, page, &picture, FALSE);
        take_rules(text, page, &picture, TRUE);
        take_dots(text, page, &picture);
    }
}

/* ---- bullets ---- */

/* Whether a bullet stands right before a line, at its height. */
static gboolean
has_dot(const PdfText *text, const PdfLine *line, double *x)
{
    const PdfPage *page = &g_array_index(text->pages, PdfPage, line->page - 1);
    double height = text->line_height;
    for (guint i = 0; i < page->n_dots; i++) {
        const PdfDot *dot = &page->dots[i];
        *x = dot->x;
        if (fabs(dot->y - (line->y0 + line->y1) / 2) < 0.35 * height &&
            dot->x > line->x0 - 1.6 * height && dot->x < line->x0 - 0.2 * height)
            return TRUE;
    }
    return FALSE;
}

void
pdf_take_dots(const PdfText *text, GArray *lines)
{
    for (guint i = 0; i < lines->len; i++) {
        PdfLine *line = &g_array_index(lines, PdfLine, i);
        double x;
        if (*line->mark != '\0' || list_mark_len(line->text) > 0 || !has_dot(text, line, &x))
            continue;
        g_autofree char *marked = g_strconcat("• ", line->text, NULL);
        line->text = arena_strndup(text->arena, marked, strlen(marked));
        line->mark = "•";
        line->words_x = line->x0;
        line->x0 = x;
    }
}

/* ---- tables ---- */

/* Rules that meet, and the room they take. */
typedef struct Frame {
    double x0, y0, x1, y1;
    GArray *xs, *ys; /* double: where uprights and levels are, each place once, in order */
} Frame;

static gboolean
meets(const PdfRule *level, const PdfRule *upright)
{
    return upright->at > level->from - NEAR && upright->at < level->to + NEAR &&
           level->at > upright->from - NEAR && level->at < upright->to + NEAR;
}

static int
compare_places(gconstpointer a, gconstpointer b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Sorts places and keeps each once. */
static void
settle_places(GArray *places)
{
    g_array_sort(places, compare_places);
    for (guint i = 1; i < places->len;)
        if (g_array_index(places, double, i) - g_array_index(places, double, i - 1) <= NEAR)
            g_array_remove_index(places, i);
        else
            i++;
}

/* The rules that meet this level one, directly or by others; marks them in `done`, levels first. */
static void
gather_frame(const PdfPage *page, guint first, gboolean *done, Frame *out)
{
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint));
    *out = (Frame){.x0 = page->width, .y0 = page->height};
    out->xs = g_array_new(FALSE, FALSE, sizeof(double));
    out->ys = g_array_new(FALSE, FALSE, sizeof(double));
    g_array_append_val(open, first);
    done[first] = TRUE;
    while (open->len > 0) {
        guint at = g_array_index(open, guint, open->len - 1), n = page->level.n;
        g_array_set_size(open, open->len - 1);
        gboolean level = at < n;
        const PdfRule *rule = level ? &page->level.items[at] : &page->upright.items[at - n];
        g_array_append_val(level ? out->ys : out->xs, rule->at);
        out->x0 = MIN(out->x0, level ? rule->from : rule->at);
        out->x1 = MAX(out->x1, level ? rule->to : rule->at);
        out->y0 = MIN(out->y0, level ? rule->at : rule->from);
        out->y1 = MAX(out->y1, level ? rule->at : rule->to);
        guint from = level ? n : 0, to = level ? n + page->upright.n : n;
        for (guint i = from; i < to; i++) {
            if (done[i] || !(level ? meets(rule, &page->upright.items[i - n])
                                   : meets(&page->level.items[i], rule)))
                continue;
            done[i] = TRUE;
            g_array_append_val(open, i);
        }
    }
    /* Where a page ends inside of a row no line is drawn. */
    g_array_append_val(out->ys, out->y0);
    g_array_append_val(out->ys, out->y1);
    settle_places(out->xs);
    settle_places(out->ys);
}

/* The nearest rule on one side of a point, which runs past it; its place among `places`, G_MAXUINT = none. */
static guint
border(const PdfRules *rules, const GArray *places, double at, double along, gboolean before)
{
    double best = before ? -1e9 : 1e9;
    for (guint i = 0; i < rules->n; i++) {
        const PdfRule *rule = &rules->items[i];
        if (along < rule->from - NEAR || along > rule->to + NEAR)
            continue;
        if (before ? rule->at <= at && rule->at > best : rule->at > at && rule->at < best)
            best = rule->at;
    }
    guint nearest = G_MAXUINT;
    double distance = 2 * NEAR;
    for (guint i = 0; i < places->len; i++) {
        double other = fabs(g_array_index(places, double, i) - best);
        if (other > distance)
            continue;
        distance = other;
        nearest = i;
    }
    return nearest;
}

/* A cell by the places of its borders. */
typedef struct RuledCell {
    guint left, right, top, bottom;
    GPtrArray *words; /* PdfWord */
} RuledCell;

static void
ruled_cell_clear(gpointer data)
{
    g_ptr_array_unref(((RuledCell *)data)->words);
}

/* Row by row; cells that begin at one corner as their words do on the page. */
static int
compare_cells(gconstpointer a, gconstpointer b)
{
    const RuledCell *x = a, *y = b;
    if (x->top != y->top)
        return x->top < y->top ? -1 : 1;
    if (x->left != y->left)
        return x->left < y->left ? -1 : 1;
    const PdfWord *first = g_ptr_array_index(x->words, 0),
                  *other = g_ptr_array_index(y->words, 0);
    return (first > other) - (first < other);
}

/* A word and the borders around it. */
typedef struct PlacedWord {
    RuledCell place; /* without words */
    PdfWord *word;
} PlacedWord;

static int
compare_placed(gconstpointer a, gconstpointer b)
{
    const RuledCell *x = &((const PlacedWord *)a)->place, *y = &((const PlacedWord *)b)->place;
    const guint from[] = {x->top, x->left, x->right, x->bottom};
    const guint to[] = {y->top, y->left, y->right, y->bottom};
    for (guint i = 0; i < G_N_ELEMENTS(from); i++)
        if (from[i] != to[i])
            return from[i] < to[i] ? -1 : 1;
    return 0;
}

/* The words of a page that stand in a frame, with their borders (PlacedWord), cell by cell. */
static GArray *
place_words(const PdfText *text, const PdfPage *page, const Frame *frame)
{
    GArray *placed = g_array_new(FALSE, FALSE, sizeof(PlacedWord));
    for (guint i = 0; i < page->n; i++) {
        PdfWord *word = &g_array_index(text->words, PdfWord, page->first + i);
        double x = (word->x0 + word->x1) / 2, y = (word->y0 + word->y1) / 2;
        if (word->ruled || (word->flags & (BLOCK_GONE | BLOCK_STRAY)) || x < frame->x0 ||
            x > frame->x1 || y < frame->y0 || y > frame->y1)
            continue;
        RuledCell place = {border(&page->upright, frame->xs, x, y, TRUE),
                           border(&page->upright, frame->xs, x, y, FALSE),
                           border(&page->level, frame->ys, y, x, TRUE),
                           border(&page->level, frame->ys, y, x, FALSE), NULL};
        place.top = place.top == G_MAXUINT ? 0 : place.top;
        place.bottom = MIN(place.bottom, frame->ys->len - 1);
        PlacedWord new = {place, word};
        if (place.left < G_MAXUINT && place.right < G_MAXUINT)
            g_array_append_val(placed, new);
    }
    g_array_sort(placed, compare_placed); /* stable: words of a cell keep their order */
    return placed;
}

/* The cells of a frame that hold words, row by row. */
static GArray *
fill_cells(const PdfText *text, const PdfPage *page, const Frame *frame)
{
    g_autoptr(GArray) placed = place_words(text, page, frame);
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(RuledCell));
    g_array_set_clear_func(cells, ruled_cell_clear);
    for (guint i = 0; i < placed->len; i++) {
        PlacedWord *at = &g_array_index(placed, PlacedWord, i);
        if (i == 0 || compare_placed(at, &g_array_index(placed, PlacedWord, i - 1)) != 0) {
            at->place.words = g_ptr_array_new();
            g_array_append_val(cells, at->place);
        }
        g_ptr_array_add(g_array_index(cells, RuledCell, cells->len - 1).words, at->word);
    }
    g_array_sort(cells, compare_cells);
    return cells;
}

static BlockList
cell_blocks(const PdfText *text, const RuledCell *cell, double right)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(PdfLine));
    g_autoptr(GArray) visuals = pdf_visual_of(cell->words);
    BlockSink sink;
    block_sink_init(&sink, text->arena);
    for (guint i = 0; i < visuals->len; i++) {
        GPtrArray *words = pdf_visual_at(visuals, i)->words;
        PdfLine line = pdf_line_of(text->arena, (PdfWord *const *)words->pdata, words->len);
        g_array_append_val(lines, line);
    }
    pdf_take_dots(text, lines);
    pdf_join_marks(text, lines);
    pdf_add_paragraphs(text, (const PdfLine *)(gpointer)lines->data, lines->len, right, &sink);
    return block_sink_end(&sink);
}

static BlockCell
cell_of(const PdfText *text, const Frame *frame, const RuledCell *cell)
{
    /* As far from the border on the right as words begin behind that on the left. */
    double left = G_MAXDOUBLE;
    for (guint w = 0; w < cell->words->len; w++)
        left = MIN(left, ((PdfWord *)g_ptr_array_index(cell->words, w))->x0);
    double margin =
        MIN(left - g_array_index(frame->xs, double, cell->left), text->line_height / 2);
    double right = g_array_index(frame->xs, double, cell->right) - MAX(margin, 0);
    guint span = cell->right > cell->left ? cell->right - cell->left : 1;
    return (BlockCell){cell->left, span, cell_blocks(text, cell, right)};
}

/* The cells as rows, from top to bottom. */
static BlockList
cell_rows(const PdfText *text, guint page, const Frame *frame, const GArray *cells)
{
    BlockSink sink;
    block_sink_init(&sink, text->arena);
    for (guint i = 0; i < cells->len;) {
        guint top = g_array_index(cells, RuledCell, i).top, before = sink.items->len, flags = 0;
        GArray *row = g_array_new(FALSE, FALSE, sizeof(BlockCell));
        for (; i < cells->len && g_array_index(cells, RuledCell, i).top == top; i++) {
            const RuledCell *cell = &g_array_index(cells, RuledCell, i);
            BlockCell new = cell_of(text, frame, cell);
            flags |= ((PdfWord *)g_ptr_array_index(cell->words, 0))->flags & BLOCK_SCANNED;
            g_array_append_val(row, new);
        }
        block_sink_put_row(&sink, row, 0);
        for (guint r = before; r < sink.items->len; r++) {
            g_array_index(sink.items, Block, r).page = page;
            g_array_index(sink.items, Block, r).flags |= flags;
        }
    }
    return block_sink_end(&sink);
}

/* Whether a frame has the columns of the table before it. */
static gboolean
goes_on(const Frame *frame, const GArray *last)
{
    for (guint i = 0; i < MIN(last->len, frame->xs->len); i++)
        if (fabs(g_array_index(last, double, i) - g_array_index(frame->xs, double, i)) > NEAR)
            return FALSE;
    return last->len == frame->xs->len;
}

/* Whether the cells are those of a table, not a frame around a text. */
static gboolean
is_table(const Frame *frame, const GArray *cells, const GArray *last)
{
    guint beside = 0, rows = 0;
    for (guint i = 0; i < cells->len; i++) {
        guint below = i == 0 || g_array_index(cells, RuledCell, i - 1).top !=
                                    g_array_index(cells, RuledCell, i).top;
        rows += below;
        beside += 1 - below;
    }
    return (rows >= MIN_ROWS && beside >= MIN_COLUMNS) || (rows > 0 && goes_on(frame, last));
}

static void
mark_words(const GArray *cells)
{
    for (guint c = 0; c < cells->len; c++) {
        const RuledCell *cell = &g_array_index(cells, RuledCell, c);
        for (guint w = 0; w < cell->words->len; w++)
            ((PdfWord *)g_ptr_array_index(cell->words, w))->ruled = TRUE;
    }
}

void
pdf_ruled_tables(const PdfText *text, guint page, GArray *columns, GArray *out)
{
    const PdfPage *own = &g_array_index(text->pages, PdfPage, page - 1);
    g_autofree gboolean *done = g_new0(gboolean, own->level.n + own->upright.n + 1);
    for (guint i = 0; i < own->level.n; i++) {
        if (done[i])
            continue;
        Frame frame;
        gather_frame(own, i, done, &frame);
        g_autoptr(GArray) cells = fill_cells(text, own, &frame);
        if (frame.xs->len > MIN_COLUMNS && is_table(&frame, cells, columns)) {
            mark_words(cells);
            PdfArea area = {frame.x0, frame.y0, frame.x1, frame.y1,
                            cell_rows(text, page, &frame, cells)};
            g_array_append_val(out, area);
            g_array_set_size(columns, 0);
            g_array_append_vals(columns, frame.xs->data, frame.xs->len);
        }
        g_array_unref(frame.xs);
        g_array_unref(frame.ys);
    }
}
