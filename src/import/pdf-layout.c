#include "import/entries.h"
#include "import/heading.h"
#include "import/list-mark.h"
#include "import/pdf-private.h"
#include "import/word-list.h"
#include <math.h>
#include <string.h>

enum { EDGE_LINES = 8 };

/* ---- paragraphs ---- */

/* Whether the first word of a line would have stood in the line above: then the break was meant. */
static gboolean
had_room(const PdfText *text, const PdfLine *above, const PdfLine *line, double right)
{
    return above->x1 + 0.3 * text->line_height + line->first_width <
           right - 0.15 * text->line_height;
}

/* Whether a break between unmarked lines was judged by so little room that it may be otherwise. */
static gboolean
is_close(const PdfText *text, const PdfLine *above, const PdfLine *line, double right)
{
    double room = right - above->x1 - line->first_width;
    return room < 2.5 * text->line_height && g_unichar_isupper(g_utf8_get_char(line->text)) &&
           *line->mark == '\0' && !entries_ends_open(above->text, strlen(above->text));
}

static gboolean
stands_apart(const PdfText *text, const PdfLine *above, const PdfLine *line)
{
    double room = line->y0 - above->y1;
    return above->page == line->page &&
           (room > text->line_gap + 0.4 * text->line_height || room > 1.3 * text->line_height);
}

/* Whether the line is larger or smaller than the one above by more than fonts of one text differ. */
static gboolean
other_size(const PdfLine *above, const PdfLine *line)
{
    double a = above->y1 - above->y0, b = line->y1 - line->y0;
    return a > 1.12 * b || b > 1.12 * a;
}

/* Where the words of an open item hang; a mark at that place is a wrapped line's number. */
typedef struct Hanging {
    double mark_x, words_x;
    gboolean marked;
} Hanging;

static gboolean
begins_item(const PdfText *text, const PdfLine *line, const Hanging *open)
{
    ListMark mark;
    if (!list_mark_scan(line->text, &mark))
        return FALSE;
    double little = 0.3 * text->line_height;
    if (open->marked && open->words_x - open->mark_x > little && mark.value > 1 &&
        fabs(line->x0 - open->words_x) < little)
        return FALSE; /* "… No." "30. Raci" */
    return TRUE;
}

/* "2-" "14 hari", "dan/" "atau", "Pemerintah Kab. X /" "Dinas Y": the line was broken inside of it. */
static gboolean
is_broken_word(const char *above, const char *line)
{
    gsize n = strlen(above);
    const char *word = strrchr(above, ' ');
    if (strstr(word != NULL ? word : above, "://") != NULL)
        return g_ascii_islower(*line);
    return n > 1 && (above[n - 1] == '-' || above[n - 1] == '/') &&
           (above[n - 2] != ' ' || above[n - 1] == '/') &&
           g_unichar_isalnum(g_utf8_get_char(line));
}

/* Whether both lines have one middle and different ends: heads and titles, each a line of its own. */
static gboolean
is_centered(const PdfText *text, const PdfLine *above, const PdfLine *line)
{
    double little = 0.25 * text->line_height;
    return fabs(above->x0 + above->x1 - line->x0 - line->x1) < 2 * little &&
           fabs(above->x0 - line->x0) > 2 * little;
}

/* Whether a line is a heading and no more: whatever stands below it is another paragraph. */
static gboolean
is_heading(const char *line)
{
    gsize skip = list_mark_len(line), len = strcspn(line + skip, ":");
    Heading heading;
    return line[skip + len] == '\0' && heading_read(line + skip, len, &heading) &&
           heading.kind == HEADING_COMPONENT && !heading.typed &&
           (heading.official || !heading.common);
}

/* "Penanganan Pengaduan, Saran," "dan Masukan": one heading in two lines. */
static gboolean
are_heading(const char *above, const char *line)
{
    g_autofree char *both = g_strjoin(" ", above, line, NULL);
    return is_heading(both);
}

static gboolean
begins_paragraph(const PdfText *text,
                 const PdfLine *above,
                 const PdfLine *line,
                 const Hanging *open,
                 double right)
{
    if (other_size(above, line))
        return TRUE;
    if (is_broken_word(above->text, line->text))
        return FALSE;
    if (begins_item(text, line, open))
        return TRUE;
    if (are_heading(above->text, line->text) && line->y0 - above->y1 < 1.3 * text->line_height)
        return FALSE;
    if (is_centered(text, above, line) || is_heading(above->text))
        return TRUE;
    if (entries_ends_open(above->text, strlen(above->text)))
        return FALSE;
    if (!open->marked && g_str_has_suffix(above->text, ";") &&
        g_unichar_isupper(g_utf8_get_char(line->text)))
        return TRUE;
    gboolean lower = g_unichar_islower(g_utf8_get_char(line->text));
    if (stands_apart(text, above, line))
        return !(lower && strchr(".;:", above->text[strlen(above->text) - 1]) == NULL);
    if (open->marked && line->x0 < open->mark_x - 0.5 * text->line_height)
        return !lower;
    return !lower && had_room(text, above, line, right);
}

static void
add_paragraph(const PdfText *text,
              const GString *words,
              const PdfLine *first,
              gboolean apart,
              BlockSink *out)
{
    Block *block = block_sink_add(out, words->str, words->len);
    if (block == NULL)
        return;
    block->gap = 0;
    block->page = first->page;
    block->flags = BLOCK_WHOLE | first->flags | (apart ? (guint)BLOCK_APART : 0U);
    if (first->y1 - first->y0 > 1.15 * text->line_height)
        block->flags |= BLOCK_STRONG;
}

static void
set_close(BlockSink *out, gboolean close)
{
    if (close && out->items->len > 0)
        g_array_index(out->items, Block, out->items->len - 1).flags |= BLOCK_CLOSE;
}

void
pdf_add_paragraphs(
    const PdfText *text, const PdfLine *lines, guint n, double right, BlockSink *out)
{
    g_autoptr(GString) words = g_string_new(NULL);
    const PdfLine *first = NULL;
    Hanging open = {0};
    gboolean apart = TRUE, was_centered = FALSE, close = FALSE;
    for (guint i = 0; i < n; i++) {
        const PdfLine *line = &lines[i];
        gboolean centered = i > 0 && is_centered(text, &lines[i - 1], line);
        gboolean near = i > 0 && is_close(text, &lines[i - 1], line, right);
        if (i > 0 && begins_paragraph(text, &lines[i - 1], line, &open, right)) {
            add_paragraph(text, words, first, apart, out);
            set_close(out, close);
            close = near;
            if ((centered || was_centered) &&
                out->items->len > 0) /* its next line may go on with a title */
                g_array_index(out->items, Block, out->items->len - 1).flags &=
                    ~(guint)BLOCK_WHOLE;
            apart = stands_apart(text, &lines[i - 1], line) || lines[i - 1].page != line->page;
            was_centered = centered;
            first = NULL;
            g_string_truncate(words, 0);
        }
        close = close || near;
        ListMark mark;
        if (first == NULL) {
            open = (Hanging){line->x0, line->words_x, list_mark_scan(line->text, &mark)};
            first = line;
        }
        entries_join(words, line->text);
    }
    if (first != NULL)
        add_paragraph(text, words, first, apart, out);
    set_close(out, close && first != NULL);
    if (n > 1 && out->items->len > 0 && is_centered(text, &lines[n - 2], &lines[n - 1]))
        g_array_index(out->items, Block, out->items->len - 1).flags &= ~(guint)BLOCK_WHOLE;
}

/* ---- heads and feet ---- */

/* A page's number, and words around it: the same foot on every page but for its digits. */
static gboolean
is_page_number(const char *text)
{
    gboolean letters = FALSE;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        letters = letters || g_unichar_isalpha(g_utf8_get_char(at));
    g_autofree char *lower = g_utf8_strdown(text, -1);
    return !letters || strstr(lower, "halaman") != NULL || strstr(lower, "page") != NULL ||
           g_str_has_prefix(lower, "hal.") || g_str_has_prefix(lower, "dicetak");
}

/* What a line shares with one of another page that may be the same head or foot: all but what its numbers say. */
static char *
edge_key(const char *text)
{
    enum { DIGITS_MAX = 3 };
    gsize len = strlen(text), digits = 0;
    while (digits < len && g_ascii_isdigit(text[len - 1 - digits]))
        digits++;
    gsize from = is_page_number(text) ? 0 : digits <= DIGITS_MAX ? len - digits : len;
    GString *out = g_string_new_len(text, (gssize)from);
    for (gsize i = from; i < len; i++)
        if (!g_ascii_isdigit(text[i]))
            g_string_append_c(out, text[i]);
        else if (i == from || !g_ascii_isdigit(text[i - 1]))
            g_string_append_c(out, '0');
    return g_string_free(out, FALSE);
}

/* Whether each number of two lines of one key is the same, or moves with the page. */
static gboolean
numbers_move(const PdfLine *first, const PdfLine *line)
{
    const char *a = first->text, *b = line->text;
    const gint64 pages = (gint64)line->page - first->page;
    while (*a != '\0' && *b != '\0') {
        if (!g_ascii_isdigit(*a) || !g_ascii_isdigit(*b)) {
            a++;
            b++;
            continue;
        }
        char *end_a, *end_b;
        gint64 from = g_ascii_strtoll(a, &end_a, 10), to = g_ascii_strtoll(b, &end_b, 10);
        if (to != from && to - from != pages)
            return FALSE;
        a = end_a;
        b = end_b;
    }
    return TRUE;
}

/* "Standar Pelayanan | 3": whether the number at its end stands apart from the words. */
static gboolean
is_number_apart(const PdfText *text, const PdfLine *line)
{
    if (line->n < 2)
        return FALSE;
    const PdfWord *before = line->words[line->n - 2], *last = line->words[line->n - 1];
    gboolean sign = TRUE;
    for (const char *at = before->text; *at != '\0'; at = g_utf8_next_char(at))
        sign = sign && !g_unichar_isalnum(g_utf8_get_char(at));
    return sign || last->x0 - before->x1 > 1.5 * text->line_height;
}

/* What a line is to one of an earlier page that has its key. */
typedef enum EdgeKind {
    EDGE_OTHER,   /* a text of its own: "Kelas 1" in large letters, "Loket 12" and "Loket 14" */
    EDGE_DOUBT,   /* perhaps a head or foot: what it says is kept, of no section */
    EDGE_REPEATED /* the same again, but for the number of the page */
} EdgeKind;

static EdgeKind
compare_edges(const PdfText *text, const PdfLine *first, const PdfLine *line)
{
    if (strcmp(first->text, line->text) == 0)
        return EDGE_REPEATED;
    gboolean moves = numbers_move(first, line);
    if (is_page_number(line->text))
        return moves ? EDGE_REPEATED : EDGE_DOUBT;
    if (!moves)
        return EDGE_OTHER;
    if (is_number_apart(text, line))
        return EDGE_REPEATED;
    return line->y1 - line->y0 > 1.15 * text->line_height ? EDGE_OTHER : EDGE_DOUBT;
}

static int
compare_lines(gconstpointer a, gconstpointer b)
{
    const PdfLine *x = *(PdfLine *const *)a, *y = *(PdfLine *const *)b;
    return (x->y0 > y->y0) - (x->y0 < y->y0);
}

/* The lines nearest to the upper (or lower) edge of each page. */
static GPtrArray *
edge_lines(GArray *lines, guint page, gboolean foot)
{
    GPtrArray *out = g_ptr_array_new();
    for (guint i = 0; i < lines->len; i++)
        if (g_array_index(lines, PdfLine, i).page == page)
            g_ptr_array_add(out, &g_array_index(lines, PdfLine, i));
    g_ptr_array_sort(out, compare_lines);
    if (out->len > EDGE_LINES && foot)
        g_ptr_array_remove_range(out, 0, out->len - EDGE_LINES);
    else if (out->len > EDGE_LINES)
        g_ptr_array_set_size(out, EDGE_LINES);
    return out;
}

static gboolean
is_printers_foot(const char *text)
{
    static const char starts[] = "dicetak dari|dicetak pada|halaman |page |https://sippn";
    return word_list_begin(starts, text) > 0;
}

/* One line nearer to the middle; FALSE when it is no head or foot, so none behind it is. */
static gboolean
take_edge(const PdfText *text, guint page, PdfLine *line, gboolean foot, GHashTable *seen)
{
    double height = g_array_index(text->pages, PdfPage, page - 1).height;
    Heading heading;
    if (foot ? line->y0 < 0.85 * height : line->y1 > 0.25 * height)
        return FALSE;
    if (heading_read(line->text, strcspn(line->text, ":"), &heading) &&
        heading.kind != HEADING_OTHER)
        return FALSE;
    g_autofree char *key = edge_key(line->text);
    PdfLine *first = g_hash_table_lookup(seen, key);
    if (first != NULL && first->page == page)
        return FALSE;
    EdgeKind kind = first != NULL ? compare_edges(text, first, line) : EDGE_OTHER;
    if (foot && kind != EDGE_OTHER)
        first->flags |= BLOCK_STRAY;
    if (kind == EDGE_REPEATED)
        line->flags |= BLOCK_GONE;
    else if (kind == EDGE_DOUBT || (foot && is_printers_foot(line->text)))
        line->flags |= BLOCK_STRAY;
    if (first == NULL || (kind == EDGE_DOUBT && is_page_number(line->text)))
        g_hash_table_replace(seen, g_steal_pointer(&key), line); /* numbers may begin anew */
    return page == 1 || (line->flags & (BLOCK_GONE | BLOCK_STRAY));
}

/*
 * Lines that stand at the same edge of the page before, at the same height: a head is dropped where it is
 * repeated but for the page's number, a foot is kept once, of no section.
 */
static void
take_edges(const PdfText *text, GArray *lines, gboolean foot)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint page = 1; page <= text->pages->len; page++) {
        g_autoptr(GPtrArray) edge = edge_lines(lines, page, foot);
        for (guint i = 0; i < edge->len; i++) {
            PdfLine *line = g_ptr_array_index(edge, foot ? edge->len - 1 - i : i);
            if (!take_edge(text, page, line, foot, seen))
                break;
        }
    }
}

/*
 * A printer's foot in small letters may lie across the lines of the text: its words are taken together by
 * their height and place.
 */
static void
mark_small_print(const PdfText *text, guint page)
{
    const PdfPage *from = &g_array_index(text->pages, PdfPage, page - 1);
    g_autoptr(GString) words = g_string_new(NULL);
    for (guint i = 0; i < from->n; i++) {
        PdfWord *first = &g_array_index(text->words, PdfWord, from->first + i);
        if (first->flags & BLOCK_STRAY || first->y1 - first->y0 > 0.8 * text->line_height ||
            g_ascii_strcasecmp(first->text, "Dicetak") != 0)
            continue;
        for (guint k = 0; k < from->n; k++) {
            PdfWord *word = &g_array_index(text->words, PdfWord, from->first + k);
            if (fabs(word->y0 - first->y0) > 1 || fabs(word->y1 - first->y1) > 1)
                continue;
            word->flags |= BLOCK_STRAY;
            word->line = first->line;
        }
    }
}

/* Marks the words of heads and feet, before tables are looked for. */
static void
mark_edges(const PdfText *text)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(PdfLine));
    for (guint page = 1; page <= text->pages->len; page++) {
        mark_small_print(text, page);
        pdf_page_lines(text, page, NULL, lines);
    }
    take_edges(text, lines, FALSE);
    take_edges(text, lines, TRUE);
    for (guint i = 0; i < lines->len; i++) {
        const PdfLine *line = &g_array_index(lines, PdfLine, i);
        for (guint k = 0; k < line->n; k++)
            line->words[k]->flags |= line->flags & (BLOCK_GONE | BLOCK_STRAY);
    }
}

/* ---- the document ---- */

/*
 * How far lines reach that stand where `line` does: those of all pages of its width, on its side of the
 * gap between two columns; a letterhead may reach further and does not count.
 */
static double
column_right(const PdfText *text, const PdfLine *line)
{
    const PdfPage *own = &g_array_index(text->pages, PdfPage, line->page - 1);
    double right = line->x1;
    for (guint p = 0; p < text->pages->len; p++) {
        const PdfPage *page = &g_array_index(text->pages, PdfPage, p);
        if (fabs(page->width - own->width) > 1)
            continue;
        gboolean left = own->split > 0 && line->x1 <= own->split;
        if (left != (page->split > 0) && own->split > 0 && left)
            continue;
        right = MAX(right, left ? page->right[0] : page->right[1]);
    }
    /* A narrow text on a wide page was broken by hand: its margins are alike on both sides. */
    if (own->split <= 0 && right < 0.7 * own->width)
        right = MAX(right, own->width - MIN(own->left, 0.25 * own->width));
    return right;
}

/* Lines that follow each other in one column, feet by themselves. */
static void
add_lines(const PdfText *text, GArray *lines, guint from, guint to, BlockSink *out)
{
    while (from < to) {
        PdfLine *first = &g_array_index(lines, PdfLine, from);
        double right = column_right(text, first);
        guint end = from + 1;
        while (end < to) {
            PdfLine *line = &g_array_index(lines, PdfLine, end), *above = line - 1;
            gboolean stray = (line->flags ^ above->flags) & BLOCK_STRAY;
            gboolean column = line->page == above->page &&
                              (line->y1 < above->y0 ||
                               pdf_line_side(text, line) != pdf_line_side(text, above));
            if (stray || column)
                break;
            right = MAX(right, column_right(text, line));
            end++;
        }
        pdf_add_paragraphs(text, first, end - from, right, out);
        from = end;
    }
}

static int
compare_tops(gconstpointer a, gconstpointer b, G_GNUC_UNUSED gpointer data)
{
    const PdfArea *x = a, *y = b;
    return (x->y0 > y->y0) - (x->y0 < y->y0);
}

static int
compare_lefts(gconstpointer a, gconstpointer b, G_GNUC_UNUSED gpointer data)
{
    const PdfArea *x = a, *y = b;
    return (x->x0 > y->x0) - (x->x0 < y->x0);
}

/* Puts areas of one band in order: those beside each other from the left, each column from its top. */
static void
sort_band(PdfArea *areas, guint n)
{
    g_qsort_with_data(areas, (gint)n, sizeof *areas, compare_lefts, NULL);
    for (guint from = 0, to; from < n; from = to) {
        double end = areas[from].x1;
        for (to = from + 1; to < n && areas[to].x0 < end; to++)
            end = MAX(end, areas[to].x1);
        g_qsort_with_data(areas + from, (gint)(to - from), sizeof *areas, compare_tops, NULL);
    }
}

/* Puts the tables of a page in order: bands of those that share some height, from the top. */
static void
sort_areas(PdfArea *areas, guint n)
{
    if (n > 1)
        g_qsort_with_data(areas, (gint)n, sizeof *areas, compare_tops, NULL);
    for (guint from = 0, to; from < n; from = to) {
        double end = areas[from].y1;
        for (to = from + 1; to < n && areas[to].y0 < end; to++)
            end = MAX(end, areas[to].y1);
        sort_band(areas + from, to - from);
    }
}

/* Pages becoming blocks. */
typedef struct Laying {
    const PdfText *text;
    const GArray *lines; /* PdfLine, of all pages */
    guint at;            /* the next of them */
    GArray *open;        /* PdfLine: of a paragraph that may go on */
    BlockSink *out;
} Laying;

/* Lines above a table, the table, lines below it; a paragraph goes on over pages where nothing is between. */
static void
add_page(Laying *l, guint page, GArray *areas)
{
    const GArray *lines = l->lines;
    guint end = l->at;
    while (end < lines->len && g_array_index(lines, PdfLine, end).page == page)
        end++;
    sort_areas((PdfArea *)(gpointer)areas->data, areas->len);
    g_autofree gboolean *done = g_new0(gboolean, end - l->at + 1);
    for (guint a = 0; a <= areas->len; a++) {
        const PdfArea *area = a < areas->len ? &g_array_index(areas, PdfArea, a) : NULL;
        for (guint i = l->at; i < end; i++) {
            const PdfLine *line = &g_array_index(lines, PdfLine, i);
            if (done[i - l->at] || (area != NULL && line->y0 > area->y0))
                continue;
            done[i - l->at] = TRUE;
            g_array_append_vals(l->open, line, 1);
        }
        if (area == NULL)
            break;
        add_lines(l->text, l->open, 0, l->open->len, l->out);
        g_array_set_size(l->open, 0);
        for (guint r = 0; r < area->rows.n; r++)
            block_sink_put(l->out, &area->rows.items[r]);
    }
    l->at = end;
}

BlockList
pdf_layout(PdfText *text)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(PdfLine));
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(PdfLine));
    g_autoptr(GArray) ruled = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    PdfColumns columns = {0};
    BlockSink sink;
    block_sink_init(&sink, text->arena);
    pdf_text_measure(text);
    mark_edges(text);
    for (guint page = 1; page <= text->pages->len; page++) {
        GArray *areas = g_array_new(FALSE, FALSE, sizeof(PdfArea));
        pdf_ruled_tables(text, page, ruled, areas);
        pdf_find_columns(text, page, columns.n > 0 && columns.to_end);
        pdf_find_tables(text, page, &columns, areas);
        g_ptr_array_add(tables, areas);
        pdf_page_lines(text, page, areas, lines);
    }
    pdf_take_dots(text, lines);
    pdf_join_marks(text, lines);
    Laying laying = {text, lines, 0, open, &sink};
    for (guint page = 1; page <= text->pages->len; page++)
        add_page(&laying, page, g_ptr_array_index(tables, page - 1));
    add_lines(text, open, 0, open->len, &sink);
    return block_sink_end(&sink);
}
