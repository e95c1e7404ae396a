#include "paper/press.h"

/* Charts of officials are read at a desk, and hang on its wall: as large as one page allows, and
 * many columns before that. On the sheet itself. */
static const double MOST_PT = 16, MANY_PT = 11, LEAST_PT = 9, TOP = 14.5, BOTTOM = 14.5,
                    GAP = 6;

static FlowColors
chart_colors(const PosterPalette *p)
{
    return (FlowColors){.brand = p->brand,
                        .ink = p->ink,
                        .tint = p->tint,
                        .accent = p->accent,
                        .paper = p->paper,
                        .muted = p->muted};
}

/* A chart's sheet: upright, or lying where many actors need the width. */
typedef struct ChartSheet {
    const PosterSection *section;
    double w, h;
} ChartSheet;

static double
text_width(const Press *press, const ChartSheet *sheet)
{
    return sheet->w - 2 * press->x;
}

/* "Bagan alur · Prosedur · Dinas X · lembar 2 dari 3" and the title. */
static double
set_title(const Press *press, Scene *scene, const ChartSheet *sheet, guint page, guint n_pages)
{
    const PosterPalette *p = &press->palette;
    char number[16], total[16];
    g_snprintf(number, sizeof number, "%u", page + 1);
    g_snprintf(total, sizeof total, "%u", n_pages);
    g_autofree char *which =
        n_pages > 1
            ? g_strconcat(" \xC2\xB7 ", press_word(press, WORD_SHEET, number, total), NULL)
            : g_strdup("");
    const char *chart = press_word(press, WORD_FLOW_CHART, NULL, NULL);
    g_autofree char *names =
        g_strjoin(" \xC2\xB7 ", chart, sheet->section->heading, press->content->agency,
                  press->content->government, NULL);
    char *line = g_strconcat(names, which, NULL);
    g_ptr_array_add(press->strings, line);
    Place at = {press->x, TOP, text_width(press, sheet), press_type(press, 12)};
    Para over = press_para(press, FACE_REGULAR, line, p->muted);
    at.y += press_set_as(scene, TAG_P, &over, at, 1.3) + 1;
    Para title = press_para(press, FACE_DISPLAY, press->content->title, p->brand);
    at.size = press_fit(&title, &(Room){at.w, 100, 2, 1.15}, (PosterRange){13 * PT, 26 * PT});
    return at.y + press_set_as(scene, TAG_H1, &title, at, 1.15) + GAP;
}

/* As tall as the sheet, or as a row that is taller than any. */
static Scene *
chart_page(const Press *press, const ChartSheet *sheet, Scene *chart, guint page, guint n_pages)
{
    double top = set_title(press, NULL, sheet, page, n_pages);
    Scene *scene = scene_new(sheet->w, MAX(top + chart->h + BOTTOM, sheet->h));
    scene_begin(scene, TAG_SECT, NULL);
    scene_band(scene, (SceneBox){0, 0, scene->w, scene->h});
    set_title(press, scene, sheet, page, n_pages);
    scene_take(scene, chart, press->x, top);
    scene_end(scene);
    return scene;
}

/* NULL: not in this type, on this sheet, in this way. */
static GPtrArray *
try_chart(const Press *press, const ChartSheet *sheet, double pt, FlowFit fit)
{
    const FlowLook look = {chart_colors(&press->palette),
                           flow_words(press->style, press->content->lang)};
    /* "lembar 10 dari 10" may take another line: the room is reckoned with one. */
    double room = sheet->h - set_title(press, NULL, sheet, 9, 10) - BOTTOM;
    const FlowPage page = {text_width(press, sheet),
                           pt * PT / press->scale,
                           room,
                           room,
                           press_type(press, 0),
                           fit};
    return flow_swimlane(press->fonts, sheet->section->steps, sheet->section->n, &page, &look);
}

/* Of the types from most_pt down, on either sheet, the chart with the fewest pages; among those
 * the first: in larger type, upright. NULL: there is none. */
static GPtrArray *
choose_chart(const Press *press,
             const ChartSheet sheets[2],
             double most_pt,
             FlowFit fit,
             const ChartSheet **chosen)
{
    GPtrArray *best = NULL;
    for (double pt = most_pt; pt >= LEAST_PT && (best == NULL || best->len > 1); pt--)
        for (guint i = 0; i < 2 && (best == NULL || best->len > 1); i++) {
            GPtrArray *charts = try_chart(press, &sheets[i], pt, fit);
            if (charts != NULL && (best == NULL || charts->len < best->len)) {
                g_clear_pointer(&best, g_ptr_array_unref);
                best = g_steal_pointer(&charts);
                *chosen = &sheets[i];
            }
            g_clear_pointer(&charts, g_ptr_array_unref);
        }
    return best;
}

/* One page in the largest type; then many pages; then actors that share a lane. */
static GPtrArray *
make_chart(const Press *press, const ChartSheet sheets[2], const ChartSheet **chosen)
{
    GPtrArray *charts = choose_chart(press, sheets, MOST_PT, FLOW_EASY, chosen);
    if (charts == NULL)
        charts = choose_chart(press, sheets, MANY_PT, FLOW_OPEN, chosen);
    if (charts != NULL)
        return charts;
    *chosen = &sheets[1];
    return try_chart(press, *chosen, LEAST_PT, FLOW_ANY);
}

static void
add_chart(const Press *press, PosterLayout *layout, const PosterSection *section)
{
    const ChartSheet sheets[2] = {{section, SHEET_W, SHEET_H}, {section, SHEET_H, SHEET_W}};
    const ChartSheet *sheet = NULL;
    g_autoptr(GPtrArray) charts = make_chart(press, sheets, &sheet);
    guint before = layout->n_sheets + layout->n_annexes;
    layout->sheets = g_renew(Scene *, layout->sheets, before + charts->len);
    for (guint i = 0; i < charts->len; i++)
        layout->sheets[before + i] =
            chart_page(press, sheet, g_ptr_array_index(charts, i), i, charts->len);
    layout->n_annexes += charts->len;
}

void
press_annex(const Press *press, PosterLayout *layout)
{
    for (guint i = 0; i < press->content->n_sections; i++) {
        const PosterSection *section = &press->content->sections[i];
        if (section->kind == SECTION_FLOW && section->n > 0)
            add_chart(press, layout, section);
    }
}
