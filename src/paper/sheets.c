#include "paper/layout.h"

static const double COLUMN_GAP = 11, SECTION_GAP_EM = 1.15;

/* Where a section of several columns is cut into two of about equal height. */
static guint
split_point(const double *heights, const double *gaps, guint n)
{
    double left = 0, right = 0, best = G_MAXDOUBLE;
    guint at = n;
    for (guint i = 0; i < n; i++)
        right += heights[i] + (i > 0 ? gaps[i] : 0);
    for (guint i = 0; i < n; i++) {
        left += heights[i] + (i > 0 ? gaps[i] : 0);
        right -= heights[i] + (i + 1 < n ? gaps[i + 1] : 0);
        if (MAX(left, right) < best - 0.01) {
            best = MAX(left, right);
            at = i + 1;
        }
    }
    return at;
}

typedef struct Measured {
    double *heights, *gaps; /* of items from the first one measured */
    guint n;
} Measured;

/* Items begin … end-1, or as many as are together taller than `most`. */
static Measured
measure_items(Press *press,
              const PosterSection *section,
              guint begin,
              guint end,
              double w,
              double size,
              double most)
{
    guint n = end - begin;
    double sum = 0;
    Measured m = {g_new(double, n + 1), g_new(double, n + 1), 0};
    for (; m.n < n && sum <= most; m.n++) {
        m.heights[m.n] = press_item_height(press, section, begin + m.n, w, size);
        m.gaps[m.n] = press_gap(press, section, begin + m.n, size);
        sum += m.heights[m.n];
    }
    return m;
}

static void
measured_clear(Measured *m)
{
    g_free(m->heights);
    g_free(m->gaps);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Measured, measured_clear)

static double
column_width(double w, guint columns)
{
    return columns == 2 ? (w - COLUMN_GAP) / 2 : w;
}

/* Items begin … end-1 in one or two columns; returns the height. */
static double
set_columns(Press *press,
            Scene *scene,
            const PosterSection *section,
            guint columns,
            guint begin,
            guint end,
            double x,
            double y,
            double w,
            double size)
{
    if (columns < 2 || end - begin < 2)
        return press_column(press, scene, section, begin, end, x, y, w, size);
    double half = column_width(w, 2);
    g_auto(Measured) m = measure_items(press, section, begin, end, half, size, G_MAXDOUBLE);
    guint cut = begin + split_point(m.heights, m.gaps, end - begin);
    double left = press_column(press, scene, section, begin, cut, x, y, half, size);
    double right = 0;
    if (cut < end)
        right =
            press_column(press, scene, section, cut, end, x + half + COLUMN_GAP, y, half, size);
    return MAX(left, right);
}

static double
set_section(Press *press,
            Scene *scene,
            const PosterSection *section,
            guint columns,
            double x,
            double y,
            double w,
            double size)
{
    if (scene != NULL)
        scene_begin(scene, TAG_SECT, NULL);
    double top = y;
    y += press_heading(press, scene, section->heading, x, y, w, size);
    y += set_columns(press, scene, section, columns, 0, section->n, x, y, w, size);
    if (scene != NULL)
        scene_end(scene);
    return y - top;
}

/* The first section in the left column, the second in the right; a procedure gets the larger one. */
static double
arrange_beside(Press *press, Scene *scene, double ratio, double y, double size, double *area)
{
    if (press->sections[0].kind == SECTION_FLOW && press->sections[1].kind != SECTION_FLOW)
        ratio = 1 - ratio;
    double left_w = press->w * ratio - COLUMN_GAP / 2, right_w = press->w - left_w - COLUMN_GAP;
    double left = set_section(press, scene, &press->sections[0], 1, press->x, y, left_w, size);
    double right = set_section(press, scene, &press->sections[1], 1,
                               press->x + left_w + COLUMN_GAP, y, right_w, size);
    for (guint i = 2; i < press->n_sections; i++) {
        /* Further sections go where there is more room. */
        double *column = left <= right ? &left : &right;
        double x = column == &left ? press->x : press->x + left_w + COLUMN_GAP;
        double w = column == &left ? left_w : right_w;
        *column += SECTION_GAP_EM * size;
        *column += set_section(press, scene, &press->sections[i], 1, x, y + *column, w, size);
    }
    *area = left * left_w + right * right_w;
    return MAX(left, right);
}

double
press_arrange(
    Press *press, Scene *scene, const BodyPlan *plan, double y, double size, double *area)
{
    if (plan->ratio > 0)
        return arrange_beside(press, scene, plan->ratio, y, size, area);
    double top = y;
    for (guint i = 0; i < press->n_sections; i++) {
        if (i > 0)
            y += SECTION_GAP_EM * size;
        y += set_section(press, scene, &press->sections[i], plan->columns[i], press->x, y,
                         press->w, size);
    }
    *area = (y - top) * press->w;
    return y - top;
}

/* Height of the first `n` measured items in one or two columns. */
static double
columns_height(const Measured *m, guint n, guint columns)
{
    guint cut = columns < 2 || n < 2 ? n : split_point(m->heights, m->gaps, n);
    double left = 0, right = 0;
    for (guint i = 0; i < cut; i++)
        left += m->heights[i] + (i > 0 ? m->gaps[i] : 0);
    for (guint i = cut; i < n; i++)
        right += m->heights[i] + (i > cut ? m->gaps[i] : 0);
    return MAX(left, right);
}

/* How many items from the first measured fit into `room`; they are taller than it, or all there are. */
static guint
count_fitting(const Measured *m, double room, guint columns)
{
    guint low = 0, high = m->n;
    while (low < high) {
        guint middle = (low + high + 1) / 2;
        if (columns_height(m, middle, columns) <= room)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static gboolean
is_heading(const PosterSection *section, guint i)
{
    return section->kind == SECTION_FLOW ? section->steps[i].heading != NULL
                                         : section->items[i].heading != NULL;
}

static const char *
heading_text(Press *press, const PosterSection *section, gboolean again)
{
    if (!again)
        return section->heading;
    const char *word = press_word(press, WORD_CONTINUED, NULL, NULL);
    char *text = g_strconcat(section->heading, " ", word, NULL);
    g_ptr_array_add(press->strings, text);
    return text;
}

/* Sets what fits of one section; FALSE when the sheet is full and the section is not done. */
static gboolean
fill_section(Press *press,
             Scene *scene,
             const PosterSection *section,
             guint columns,
             gboolean is_first, /* of its sheet */
             guint *item,
             double *y,
             double bottom,
             double size)
{
    const guint few = 3;
    const char *heading = heading_text(press, section, *item > 0);
    double heading_h = press_heading(press, NULL, heading, 0, 0, press->w, size);
    double w = column_width(press->w, columns);
    double head_h = press_column_head(press, section, w, size);
    double room = bottom - *y - heading_h - head_h;
    g_auto(Measured) m =
               measure_items(press, section, *item, section->n, w, size, room * columns);
    guint fitting = count_fitting(&m, room, columns), n = fitting;
    /* A heading does not stand last, unless what follows needs a sheet for itself. */
    while (n > 0 && *item + n < section->n && is_heading(section, *item + n - 1))
        n--;
    if (n == 0 && is_first)
        n = fitting;
    if (n == 0 && (section->n > 0 || room < 2 * size))
        return FALSE;
    if (press->whole_starts && !is_first && *item == 0 && n < MIN(few * columns, section->n))
        return FALSE;
    if (scene != NULL)
        scene_begin(scene, TAG_SECT, NULL);
    press_heading(press, scene, heading, press->x, *y, press->w, size);
    *y += heading_h;
    *y += set_columns(press, scene, section, columns, *item, *item + n, press->x, *y, press->w,
                      size);
    if (scene != NULL)
        scene_end(scene);
    *item += n;
    return *item >= section->n;
}

gboolean
press_fill(Press *press,
           Scene *scene,
           const BodyPlan *plan,
           BodyCursor *cursor,
           double y,
           double bottom,
           double size,
           double *end_y)
{
    BodyCursor start = *cursor;
    for (; cursor->section < press->n_sections; cursor->section++, cursor->item = 0) {
        const PosterSection *section = &press->sections[cursor->section];
        if (cursor->section > start.section)
            y += SECTION_GAP_EM * size;
        if (!fill_section(press, scene, section, plan->columns[cursor->section],
                          cursor->section == start.section, &cursor->item, &y, bottom, size)) {
            *end_y = y;
            if (cursor->section != start.section || cursor->item != start.item)
                return TRUE;
            press_too_long(press, press_item_field(section, cursor->item),
                           press_item_words(section, cursor->item));
            return FALSE;
        }
    }
    *end_y = y;
    return TRUE;
}
