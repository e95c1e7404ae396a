#include "paper/lane.h"
#include "draw/scene-svg.h"

/* Each column is as wide as a box of about twenty letters needs; the page scrolls it sideways. */
static const double column_mm = 44, least_mm = 132, most_mm = 440, type_mm = 3.4;
/* Beside them what SOP-AP says of a step: time, needs, output. */
static const double time_mm = 24, more_mm = 34;

typedef struct Asked {
    gboolean lasts, needs, output;
} Asked;

static void
look_for_more(const FlowStep *steps, guint n, Asked *asked)
{
    for (guint i = 0; i < n; i++) {
        asked->lasts = asked->lasts || steps[i].lasts != NULL;
        asked->needs = asked->needs || steps[i].needs != NULL;
        asked->output = asked->output || steps[i].output != NULL;
        for (guint k = 0; k < steps[i].n_branches; k++)
            look_for_more(steps[i].branches[k].steps, steps[i].branches[k].n_steps, asked);
    }
}

static guint
count_actors(const FlowStep *steps, guint n, GHashTable *seen)
{
    for (guint i = 0; i < n; i++) {
        g_hash_table_add(seen,
                         (gpointer)(guintptr)(steps[i].actor != NULL ? steps[i].actor : ""));
        for (guint k = 0; k < steps[i].n_branches; k++)
            count_actors(steps[i].branches[k].steps, steps[i].branches[k].n_steps, seen);
    }
    return g_hash_table_size(seen);
}

static const PosterSection *
find_flow(const PosterContent *content)
{
    for (guint i = 0; i < content->n_sections; i++) {
        if (content->sections[i].kind == SECTION_FLOW && content->sections[i].n > 0)
            return &content->sections[i];
    }
    return NULL;
}

gboolean
poster_lane_svg(Fonts *fonts,
                const PosterContent *content,
                const PosterStyle *style,
                GString *out)
{
    const PosterSection *flow = find_flow(content);
    if (flow == NULL)
        return FALSE;
    const FlowLook look = {
        .colors = {.brand = SCENE_RGB(style->brand),
                   .ink = SCENE_RGB(style->ink),
                   .tint = SCENE_RGB(style->tint),
                   .accent = SCENE_RGB(style->accent),
                   .paper = SCENE_RGB(0xFFFFFF),
                   .muted = SCENE_RGB(style->muted)},
        .words = flow_words(style, content->lang),
    };
    g_autoptr(GHashTable) actors = g_hash_table_new(g_str_hash, g_str_equal);
    double width =
        CLAMP(column_mm * count_actors(flow->steps, flow->n, actors), least_mm, most_mm);
    Asked asked = {FALSE, FALSE, FALSE};
    look_for_more(flow->steps, flow->n, &asked);
    width += (asked.lasts ? time_mm : 0) + (asked.needs ? more_mm : 0) +
             (asked.output ? more_mm : 0);
    const FlowPage page = {.width_mm = width, .type_mm = type_mm, .fit = FLOW_ANY};
    g_autoptr(GPtrArray) pages = flow_swimlane(fonts, flow->steps, flow->n, &page, &look);
    if (fonts_fault(fonts) != NULL)
        return FALSE;
    SceneSvg how = {.prefix = "alur", .title = content->title, .w_mm = width, .xml = TRUE};
    scene_svg_append(&how, g_ptr_array_index(pages, 0), out);
    return TRUE;
}
