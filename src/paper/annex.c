#include "paper/layout.h"

/* Charts of officials are read at a desk: small type, many columns. */
static const double TYPES_PT[] = {11, 10, 9}, TOP = 14.5, BOTTOM = 14.5, GAP = 6;

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

/* "Bagan alur · Prosedur · Dinas X · lembar 2 dari 3" and the title. */
static double
set_title(
    const Press *press, Scene *scene, const PosterSection *section, guint page, guint n_pages)
{
    const PosterPalette *p = &press->palette;
    char number[16], total[16];
    g_snprintf(number, sizeof number, "%u", page + 1);
    g_snprintf(total, sizeof total, "%u", n_pages);
    g_autofree char *sheet =
        n_pages > 1
            ? g_strconcat(" \xC2\xB7 ", press_word(press, WORD_SHEET, number, total), NULL)
            : g_strdup("");
    const char *chart = press_word(press, WORD_FLOW_CHART, NULL, NULL);
    g_autofree char *names =
        g_strjoin(" \xC2\xB7 ", chart, section->heading, press->content->agency,
                  press->content->government, NULL);
    char *line = g_strconcat(names, sheet, NULL);
    g_ptr_array_add(press->strings, line);
    double y = TOP;
    Para over = press_para(press, FACE_REGULAR, line, p->muted);
    y += press_set_as(scene, TAG_P, &over,
                      (Place){press->x, y, press->w, press_type(press, 12)}, 1.3) +
         1;
    Para title = press_para(press, FACE_DISPLAY, press->content->title, p->brand);
    double size =
        press_fit(&title, &(Room){press->w, 100, 2, 1.15}, (PosterRange){13 * PT, 26 * PT});
    y += press_set_as(scene, TAG_H1, &title, (Place){press->x, y, press->w, size}, 1.15);
    return y + GAP;
}

/* As tall as the sheets, or as a row that is taller than any of them. */
static Scene *
chart_page(
    const Press *press, const PosterSection *section, Scene *chart, guint page, guint n_pages)
{
    double top = set_title(press, NULL, section, page, n_pages);
    Scene *scene = scene_new(SHEET_W, MAX(top + chart->h + BOTTOM, SHEET_H));
    scene_begin(scene, TAG_SECT, NULL);
    /* No ground: cairo forgets the tags opened before a fill that covers the whole page. */
    scene_band(scene, 0, 0, scene->w, scene->h);
    set_title(press, scene, section, page, n_pages);
    scene_take(scene, chart, press->x, top);
    scene_end(scene);
    return scene;
}

static void
add_chart(const Press *press, PosterLayout *layout, const PosterSection *section)
{
    FlowColors colors = chart_colors(&press->palette);
    FlowWords words = {press_word(press, WORD_FLOW_START, NULL, NULL),
                       press_word(press, WORD_FLOW_END, NULL, NULL),
                       press_word(press, WORD_FLOW_NOBODY, NULL, NULL),
                       press_word(press, WORD_FLOW_NO, NULL, NULL),
                       press_word(press, WORD_FLOW_OTHERS, NULL, NULL)};
    /* "lembar 10 dari 10" may take another line: the room is reckoned with one. */
    double room = SHEET_H - set_title(press, NULL, section, 9, 10) - BOTTOM;
    g_autoptr(GPtrArray) charts = NULL;
    /* One page with smaller type rather than two, but no smaller. */
    for (guint i = 0; i < G_N_ELEMENTS(TYPES_PT) && (charts == NULL || charts->len > 1); i++) {
        FlowPage page = {press->w, TYPES_PT[i] * PT / press->scale, room, room};
        g_clear_pointer(&charts, g_ptr_array_unref);
        charts =
            flow_swimlane(press->fonts, section->steps, section->n, &page, &colors, &words);
    }
    guint before = layout->n_sheets + layout->n_annexes;
    layout->sheets = g_renew(Scene *, layout->sheets, before + charts->len);
    for (guint i = 0; i < charts->len; i++)
        layout->sheets[before + i] =
            chart_page(press, section, g_ptr_array_index(charts, i), i, charts->len);
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
