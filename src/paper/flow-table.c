#include "paper/flow-lane.h"
#include <string.h>

/* Lengths in em of the chart's type. */
static const double NAME_SIZE = 0.86, LEAST_LANE = 3.4, MOST_LANE = 11, LANE_PAD = 0.6,
                    NUMBER_W = 2.4, MORE_PAD = 0.9, LANES_SHARE = 0.64;
/* The words of an activity: never narrower, and what they want to be read with ease. */
static const double LEAST_TEXT = 9, EASY_TEXT = 15;

static Para
one_text(const Lanes *l, FontFace face, const char *text, SceneColor color)
{
    Para para = {.n = 0};
    para_add(&para, shaped_text_get(l->fonts, face, text), color, 0);
    return para;
}

static const char *
actor_name(const Lanes *l, guint lane)
{
    return g_ptr_array_index(l->actors, lane);
}

/* ---- widths ---- */

static double
head_size(const Lanes *l)
{
    return MAX(NAME_SIZE * l->type, l->least);
}

/* The least width of a lane: that of the longest word of its name. */
static double
least_lane(const Lanes *l, const char *name)
{
    Para para = one_text(l, FACE_BOLD, name, 0);
    return MAX(LEAST_LANE * l->type,
               para_min_width(&para) * head_size(l) + LANE_PAD * l->type + 0.02);
}

static const char *
more_head(const Lanes *l, FlowMore more)
{
    const char *const heads[] = {l->words->needs, l->words->time, l->words->output};
    return heads[more];
}

/* A column is there when a row has something to say in it; as wide as its longest line up to a
 * limit, and never narrower than its longest word. */
static void
weigh_more(Lanes *l)
{
    static const double MOST[N_FLOW_MORE] = {9, 7, 9};
    for (guint m = 0; m < N_FLOW_MORE; m++) {
        double least = 0, full = 0;
        for (guint i = 0; i < l->nodes->len; i++) {
            Para para = one_text(l, FACE_REGULAR, lanes_node(l, i)->more[m], 0);
            least = MAX(least, para_min_width(&para) * l->type);
            full = MAX(full, para_full_width(&para) * l->type);
        }
        Para head = one_text(l, FACE_BOLD, more_head(l, (FlowMore)m), 0);
        double head_w = para_full_width(&head) * head_size(l), most = MOST[m] * l->type;
        l->more_w[m] =
            full > 0 ? MAX(MAX(least, head_w), MIN(full, most)) + MORE_PAD * l->type : 0;
    }
}

static double
all_more(const Lanes *l)
{
    return l->more_w[MORE_NEEDS] + l->more_w[MORE_TIME] + l->more_w[MORE_OUTPUT];
}

/* Hundreds of ways that pass one another get closer, so that the text keeps its room. */
static void
weigh_gutter(Lanes *l)
{
    l->track_w = MIN(l->track_w, 0.3 * l->w / (l->n_tracks + 0.6));
    l->gutter_w = l->n_tracks > 0 ? l->track_w * (l->n_tracks + 0.6) : 0.4 * l->type;
}

/* What number, gutter and the columns behind it leave to activity and lanes. */
static double
room_for_both(const Lanes *l)
{
    return l->w - NUMBER_W * l->type - l->gutter_w - all_more(l);
}

guint
lanes_room_for(Lanes *l)
{
    weigh_more(l);
    weigh_gutter(l);
    double room = room_for_both(l) - LEAST_TEXT * l->type, sum = 0;
    double others = least_lane(l, l->words->others);
    guint n = 0;
    for (guint i = 0; i < l->actors->len; i++) {
        sum += least_lane(l, actor_name(l, i));
        if (sum + (i + 1 < l->actors->len ? others : 0) <= room)
            n = i + 1;
        if (sum > room)
            break;
    }
    return MAX(n < l->actors->len ? n + 1 : n, 2u);
}

/* Words at the right of a symbol in a narrow last lane reach into the gutter; conditions, which the
 * rows say, too, only a little. */
static double
lacking_for_labels(const Lanes *l)
{
    const double most_of_condition = 4 * l->type;
    double lacking = 0;
    for (guint i = 0; i < l->edges->len; i++) {
        const Edge *edge = &g_array_index(l->edges, Edge, i);
        if (edge->label == NULL || edge->fans || lanes_is_direct(edge))
            continue;
        const Node *from = lanes_node(l, edge->from);
        Para label = lanes_label(l, edge);
        double x = lanes_x(l, from->lane) + lanes_half_width(l, from) + 0.4 * l->type;
        double more = x + para_full_width(&label) * lanes_label_size(l) - l->gutter_x;
        if (edge->answers || more <= most_of_condition)
            lacking = MAX(lacking, more);
    }
    return lacking;
}

static void
place_lanes(Lanes *l, double all)
{
    guint n = l->actors->len;
    double sum = 0, x = l->lanes_x;
    for (guint i = 0; i < n; i++)
        sum += least_lane(l, actor_name(l, i));
    double spare = MAX(all - sum, 0) / n, squeeze = MIN(all / sum, 1);
    g_array_set_size(l->lane_edges, 0);
    g_array_append_val(l->lane_edges, x);
    for (guint i = 0; i < n; i++) {
        x += least_lane(l, actor_name(l, i)) * squeeze + spare;
        g_array_append_val(l->lane_edges, x);
    }
    l->gutter_x = x;
}

void
lanes_divide(Lanes *l)
{
    weigh_more(l);
    weigh_gutter(l);
    l->number_w = NUMBER_W * l->type;
    double rest = room_for_both(l), sum = 0;
    for (guint i = 0; i < l->actors->len; i++)
        sum += least_lane(l, actor_name(l, i));
    double all = MAX(MIN(rest * LANES_SHARE, MOST_LANE * l->type * l->actors->len), sum);
    all = MIN(all, rest - MIN(LEAST_TEXT * l->type, 0.3 * rest));
    l->label_w = 0;
    for (guint twice = 0; twice < 2; twice++) {
        l->text_w = rest - all - l->label_w;
        l->lanes_x = l->number_w + l->text_w;
        place_lanes(l, all);
        l->label_w = twice == 0 ? lacking_for_labels(l) : l->label_w;
    }
    double x = l->gutter_x + l->label_w + l->gutter_w;
    for (guint m = 0; m < N_FLOW_MORE; m++) {
        l->more_x[m] = x;
        x += l->more_w[m];
    }
}

gboolean
lanes_are_easy(const Lanes *l)
{
    for (guint i = 0; i < l->actors->len; i++)
        if (lanes_w(l, i) < least_lane(l, actor_name(l, i)) - 0.01)
            return FALSE;
    return !l->shares && l->text_w >= EASY_TEXT * l->type;
}

double
lanes_x(const Lanes *l, guint lane)
{
    const double *edges = &g_array_index(l->lane_edges, double, 0);
    return (edges[lane] + edges[lane + 1]) / 2;
}

double
lanes_w(const Lanes *l, guint lane)
{
    const double *edges = &g_array_index(l->lane_edges, double, 0);
    return edges[lane + 1] - edges[lane];
}

double
lanes_half_width(const Lanes *l, const Node *n)
{
    double half = MIN(1.9 * l->type, 0.42 * lanes_w(l, n->lane));
    return n->kind == NODE_DECISION ? MIN(half, 1.25 * l->type) : half;
}

double
lanes_label_size(const Lanes *l)
{
    return MAX(0.8 * l->type, l->least);
}

Para
lanes_label(const Lanes *l, const Edge *edge)
{
    return one_text(l, FACE_BOLD, edge->label, l->colors->brand);
}

/* ---- words ---- */

/* A condition runs into the sentence behind it: a colon parts them. */
static const ShapedText *
lead_text(Lanes *l, const Node *n, gboolean capsule)
{
    gsize len = n->lead != NULL ? strlen(n->lead) : 0;
    if (capsule || len == 0 || strchr(":,;", n->lead[len - 1]) != NULL)
        return shaped_text_get_spaced(l->fonts, FACE_BOLD, n->lead);
    g_autofree char *text = g_strconcat(n->lead, ":", NULL);
    return shaped_text_get_spaced(l->fonts, FACE_BOLD, text);
}

static double
set_activity(Lanes *l, Scene *scene, const Node *n, Place at)
{
    Para para = {.n = 0};
    double top = at.y;
    gboolean capsule = n->kind == NODE_START || n->kind == NODE_END;
    para_add(&para, lead_text(l, n, capsule), capsule ? l->colors->muted : l->colors->brand, 0);
    para_add(&para, shaped_text_get_spaced(l->fonts, FACE_BOLD, n->actor), l->colors->ink, 0);
    para_add(&para, shaped_text_get(l->fonts, FACE_REGULAR, n->text), l->colors->ink, 0);
    at.y += press_set(scene, &para, at, 1.28);
    for (guint i = 0; i < n->n_details; i++) {
        Para detail = {.n = 0};
        para_add(&detail, shaped_text_get_spaced(l->fonts, FACE_BOLD, n->details[i].label),
                 l->colors->muted, 0);
        para_add(&detail, shaped_text_get(l->fonts, FACE_REGULAR, n->details[i].text),
                 l->colors->ink, 0);
        at.y += press_set(scene, &detail, at, 1.28);
    }
    return at.y - top;
}

static double
set_number(Lanes *l, Scene *scene, const Node *n)
{
    Para para = one_text(l, FACE_BOLD, n->number, l->colors->ink);
    double size = MAX(0.9 * l->type, l->least), w = para_full_width(&para) * size;
    return press_set(
        scene, &para,
        (Place){l->number_w / 2 - w / 2, n->y + n->h / 2 - 0.6 * size, w + 1, size}, 1.2);
}

static double
set_more(Lanes *l, Scene *scene, const Node *n, FlowMore more, double y)
{
    Para para = one_text(l, FACE_REGULAR, n->more[more], l->colors->ink);
    Place at = {l->more_x[more] + MORE_PAD / 2 * l->type, y,
                l->more_w[more] - MORE_PAD * l->type + 0.01, l->type};
    return para.n > 0 ? press_set(scene, &para, at, 1.28) : 0;
}

/* A cell, its words in the middle of the row. */
static void
draw_words(Lanes *l, Scene *scene, const Node *n, double text_h)
{
    Place at = {l->number_w, n->y + (n->h - text_h) / 2, l->text_w - l->type, l->type};
    scene_begin(scene, TAG_CELL, NULL);
    if (n->number != NULL)
        set_number(l, scene, n);
    scene_end(scene);
    scene_begin(scene, TAG_CELL, NULL);
    set_activity(l, scene, n, at);
    scene_end(scene);
    for (guint i = 0; i < l->actors->len; i++) { /* so that each cell has its head above it */
        scene_begin(scene, TAG_CELL, NULL);
        if (i == n->lane)
            lanes_labels(l, scene, n);
        scene_end(scene);
    }
    for (guint m = 0; m < N_FLOW_MORE; m++) {
        if (l->more_w[m] <= 0)
            continue;
        double h = set_more(l, NULL, n, (FlowMore)m, 0);
        scene_begin(scene, TAG_CELL, NULL);
        set_more(l, scene, n, (FlowMore)m, n->y + (n->h - h) / 2);
        scene_end(scene);
    }
}

double
lanes_words(Lanes *l, Scene *scene, const Node *n)
{
    double text_h = set_activity(l, NULL, n, (Place){0, 0, l->text_w - l->type, l->type});
    double most = text_h;
    for (guint m = 0; m < N_FLOW_MORE; m++)
        if (l->more_w[m] > 0)
            most = MAX(most, set_more(l, NULL, n, (FlowMore)m, 0));
    if (scene != NULL)
        draw_words(l, scene, n, text_h);
    return most;
}

static double
set_head(Lanes *l, Scene *scene, const char *text, Place at, double h)
{
    Para name = one_text(l, FACE_BOLD, text, l->colors->paper);
    at.size = MAX(MIN(at.size, at.w / MAX(para_min_width(&name), 0.1)), l->least);
    double text_h = press_set(NULL, &name, at, 1.2);
    at.y = (h - text_h) / 2;
    if (scene != NULL)
        press_set_as(scene, TAG_HEAD, &name, at, 1.2);
    return text_h;
}

static void
set_taller(double *most, double h)
{
    *most = MAX(*most, h);
}

double
lanes_head(Lanes *l, Scene *scene, double h)
{
    double size = head_size(l), pad = LANE_PAD / 2 * l->type, most = 0;
    Place at = {0.2 * l->type, 0, l->number_w - 0.2 * l->type, size};
    set_taller(&most, set_head(l, scene, l->words->number, at, h));
    at = (Place){l->number_w, 0, l->text_w - l->type, size};
    set_taller(&most, set_head(l, scene, l->words->activity, at, h));
    for (guint i = 0; i < l->actors->len; i++) {
        double w = lanes_w(l, i);
        at = (Place){lanes_x(l, i) - w / 2 + pad, 0, w - 2 * pad, size};
        set_taller(&most, set_head(l, scene, actor_name(l, i), at, h));
    }
    for (guint m = 0; m < N_FLOW_MORE; m++) {
        at = (Place){l->more_x[m] + MORE_PAD / 2 * l->type, 0,
                     l->more_w[m] - MORE_PAD * l->type + 0.01, size};
        if (l->more_w[m] > 0)
            set_taller(&most, set_head(l, scene, more_head(l, (FlowMore)m), at, h));
    }
    return most + l->type;
}
