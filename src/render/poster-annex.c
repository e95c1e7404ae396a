#include "render/poster-layout.h"

/* Charts of officials are read at a desk: small type, many columns. */
static const double TYPE_MM = 11 * PT, TOP = 12, BOTTOM = 14;

static FlowColors
chart_colors(const PosterPalette *p)
{
    return (FlowColors){.brand = p->brand,
                        .ink = p->ink,
                        .tint = p->tint,
                        .accent = p->accent,
                        .negative = p->negative,
                        .negative_tint = p->negative_tint,
                        .paper = p->paper,
                        .muted = p->muted};
}

static double
set_title(Press *press, Scene *scene, const PosterSection *section)
{
    const PosterPalette *p = &press->palette;
    const char *chart = press_word(press, WORD_FLOW_CHART, NULL, NULL);
    char *line = g_strjoin(" \xC2\xB7 ", chart, section->heading, press->content->agency,
                           press->content->government, NULL);
    g_ptr_array_add(press->strings, line);
    double y = TOP;
    Para over = press_para(press, FACE_REGULAR, line, p->muted);
    y += press_set_as(scene, TAG_P, &over, press->x, y, press->w, 12 * PT, 1.3) + 1;
    Para title = press_para(press, FACE_DISPLAY, press->content->title, p->brand);
    double size = press_fit(&title, press->w, 100, 2, (PosterRange){13 * PT, 26 * PT}, 1.15);
    y += press_set_as(scene, TAG_H1, &title, press->x, y, press->w, size, 1.15);
    return y + 6;
}

static Scene *
chart_page(Press *press, const PosterSection *section)
{
    FlowColors colors = chart_colors(&press->palette);
    FlowWords words = {press_word(press, WORD_FLOW_START, NULL, NULL),
                       press_word(press, WORD_FLOW_END, NULL, NULL),
                       press_word(press, WORD_FLOW_NOBODY, NULL, NULL),
                       press_word(press, WORD_FLOW_NO, NULL, NULL)};
    g_autoptr(Scene) chart = flow_swimlane(press->fonts, section->steps, section->n, press->w,
                                           TYPE_MM / press->scale, &colors, &words);
    double top = set_title(press, NULL, section);
    double h = top + chart->h + BOTTOM;
    Scene *page = scene_new(SHEET_W, MAX(h, SHEET_W * 210 / 297));
    scene_begin(page, TAG_SECT, NULL);
    /* No ground: cairo forgets the tags opened before a fill that covers the whole page. */
    scene_band(page, 0, 0, page->w, page->h);
    set_title(press, page, section);
    scene_take(page, chart, press->x, top);
    scene_end(page);
    return page;
}

void
press_annex(Press *press, PosterLayout *layout)
{
    for (guint i = 0; i < press->content->n_sections; i++) {
        const PosterSection *section = &press->content->sections[i];
        if (section->kind != SECTION_FLOW || section->n == 0)
            continue;
        guint n = layout->n_sheets + layout->n_annexes;
        layout->sheets = g_renew(Scene *, layout->sheets, n + 1);
        layout->sheets[n] = chart_page(press, section);
        layout->n_annexes++;
    }
}
