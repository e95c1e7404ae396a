#include "render/flow.h"
#include "render/poster-layout.h"
#include <string.h>

/* The chart is the table officials know from SOP-AP: number, activity, a column per actor with the
 * symbol in it, and ways between the symbols. One symbol per row keeps every way off every symbol. */

typedef enum NodeKind { NODE_START, NODE_STEP, NODE_DECISION, NODE_END } NodeKind;

typedef struct Node {
    NodeKind kind;
    guint lane;
    const char *number, *lead, *actor, *text, *time;
    const FlowDetail *details;
    guint n_details;
    gboolean negative;
    double y, h; /* of the row */
} Node;

typedef struct Edge {
    guint from, to; /* nodes; to may be TO_END until the end is known */
    gboolean dashed;
    guint track; /* in the gutter */
} Edge;

enum { TO_END = G_MAXUINT };

typedef struct Pending {
    guint from;
    gboolean dashed;
} Pending;

typedef struct Lanes {
    PosterFonts *fonts;
    const FlowColors *colors;
    const FlowWords *words;
    GPtrArray *actors;            /* names in the order they come */
    GArray *nodes, *edges, *open; /* Node, Edge; Pending: ways that lead to the next node */
    double type, w;
    double number_w, text_w, lane_w, lanes_x, gutter_x;
    guint n_tracks;
} Lanes;

static guint
lane_of(Lanes *l, const char *actor)
{
    const char *name = actor != NULL ? actor : l->words->nobody;
    for (guint i = 0; i < l->actors->len; i++)
        if (strcmp(g_ptr_array_index(l->actors, i), name) == 0)
            return i;
    g_ptr_array_add(l->actors, (gpointer)(guintptr)name);
    return l->actors->len - 1;
}

static Node *
node(const Lanes *l, guint i)
{
    return &g_array_index(l->nodes, Node, i);
}

static void
add_edge(Lanes *l, guint from, guint to, gboolean dashed)
{
    Edge edge = {from, to, dashed, 0};
    g_array_append_val(l->edges, edge);
}

static void
leave(Lanes *l, guint from, gboolean dashed)
{
    Pending way = {from, dashed};
    g_array_append_val(l->open, way);
}

/* Adds a node; all open ways lead to it. */
static guint
add_node(Lanes *l, Node made)
{
    guint index = l->nodes->len;
    g_array_append_val(l->nodes, made);
    for (guint i = 0; i < l->open->len; i++) {
        const Pending *way = &g_array_index(l->open, Pending, i);
        add_edge(l, way->from, index, way->dashed);
    }
    g_array_set_size(l->open, 0);
    return index;
}

/* The node with this printed number; the start when there is none. */
static guint
find_number(const Lanes *l, guint number)
{
    char digits[16];
    g_snprintf(digits, sizeof digits, "%u", number);
    for (guint i = 0; i < l->nodes->len; i++)
        if (g_strcmp0(node(l, i)->number, digits) == 0)
            return i;
    return 0;
}

static void
add_steps(Lanes *l, const FlowStep *steps, guint n, const char *lead, gboolean negative);

/* A branch ends, goes back, or leaves its last ways open. */
static void
close_branch(Lanes *l, gboolean ends, guint back_to)
{
    if (!ends && back_to == 0)
        return;
    for (guint i = 0; i < l->open->len; i++) {
        const Pending *way = &g_array_index(l->open, Pending, i);
        add_edge(l, way->from, ends ? (guint)TO_END : find_number(l, back_to), way->dashed);
    }
    g_array_set_size(l->open, 0);
}

static void
add_branches(Lanes *l, const FlowBranch *branches, guint n, guint from)
{
    g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(Pending));
    for (guint i = 0; i < n; i++) {
        const FlowBranch *b = &branches[i];
        g_array_set_size(l->open, 0);
        leave(l, from, b->negative);
        const char *lead = b->label;
        if (b->outcome != NULL || b->n_steps == 0 || b->n_details > 0) {
            Node made = {.kind = b->n_branches > 0 ? NODE_DECISION : NODE_STEP,
                         .lane = node(l, from)->lane,
                         .lead = lead,
                         .text = b->outcome,
                         .time = b->time,
                         .details = b->details,
                         .n_details = b->n_details,
                         .negative = b->negative};
            guint at = add_node(l, made);
            lead = NULL;
            if (b->n_branches > 0)
                add_branches(l, b->branches, b->n_branches, at);
            else
                leave(l, at, FALSE);
        }
        add_steps(l, b->steps, b->n_steps, lead, b->negative);
        close_branch(l, b->ends, b->back_to);
        g_array_append_vals(left, l->open->data, l->open->len);
    }
    g_array_set_size(l->open, 0);
    g_array_append_vals(l->open, left->data, left->len);
    if (n == 1)
        leave(l, from, FALSE);
}

static void
add_steps(Lanes *l, const FlowStep *steps, guint n, const char *lead, gboolean negative)
{
    for (guint i = 0; i < n; i++) {
        const FlowStep *s = &steps[i];
        if (s->heading != NULL) {
            lead = s->heading;
            continue;
        }
        Node made = {.kind = s->n_branches > 0 ? NODE_DECISION : NODE_STEP,
                     .lane = lane_of(l, s->actor),
                     .number = s->number,
                     .lead = lead != NULL ? lead : s->when,
                     .actor = s->actor,
                     .text = s->text,
                     .time = s->time,
                     .details = s->details,
                     .n_details = s->n_details,
                     .negative = negative};
        guint at = add_node(l, made);
        lead = NULL;
        if (s->n_branches > 0)
            add_branches(l, s->branches, s->n_branches, at);
        else
            leave(l, at, FALSE);
        close_branch(l, s->ends, s->back_to);
    }
}

static void
collect(Lanes *l, const FlowStep *steps, guint n)
{
    Node start = {.kind = NODE_START, .lead = l->words->start};
    add_node(l, start);
    leave(l, 0, FALSE);
    add_steps(l, steps, n, NULL, FALSE);
    Node end = {.kind = NODE_END, .lead = l->words->end};
    guint last = add_node(l, end);
    if (last > 1) {
        node(l, 0)->lane = node(l, 1)->lane;
        node(l, last)->lane = node(l, last - 1)->lane;
    }
    for (guint i = 0; i < l->edges->len; i++) {
        Edge *edge = &g_array_index(l->edges, Edge, i);
        if (edge->to == (guint)TO_END)
            edge->to = last;
    }
}

static gboolean
is_direct(const Edge *edge)
{
    return edge->to == edge->from + 1;
}

/* Ways that skip rows or lead back get the innermost track of the gutter that is free there. */
static void
assign_tracks(Lanes *l)
{
    for (guint i = 0; i < l->edges->len; i++) {
        Edge *edge = &g_array_index(l->edges, Edge, i);
        guint low = MIN(edge->from, edge->to), high = MAX(edge->from, edge->to);
        gboolean taken = !is_direct(edge);
        for (edge->track = 0; taken;) {
            taken = FALSE;
            for (guint k = 0; k < i && !taken; k++) {
                const Edge *other = &g_array_index(l->edges, Edge, k);
                taken = !is_direct(other) && other->track == edge->track &&
                        MIN(other->from, other->to) <= high &&
                        MAX(other->from, other->to) >= low;
            }
            edge->track += taken ? 1 : 0;
        }
        if (!is_direct(edge))
            l->n_tracks = MAX(l->n_tracks, edge->track + 1);
    }
}

static double
symbol_h(const Lanes *l)
{
    return 1.7 * l->type;
}

static double
row_gap(const Lanes *l)
{
    return 1.3 * l->type;
}

static void
divide(Lanes *l)
{
    double gutter = l->n_tracks > 0 ? (0.9 * l->n_tracks + 0.6) * l->type : 0.4 * l->type;
    l->number_w = 2.4 * l->type;
    double rest = l->w - l->number_w - gutter;
    double most = 11 * l->type * l->actors->len;
    double lanes = MIN(rest * 0.64, most);
    l->lane_w = lanes / l->actors->len;
    l->text_w = rest - lanes;
    l->lanes_x = l->number_w + l->text_w;
    l->gutter_x = l->lanes_x + lanes;
}

static double
lane_x(const Lanes *l, guint lane)
{
    return l->lanes_x + (lane + 0.5) * l->lane_w;
}

/* ---- rows ---- */

/* A condition runs into the sentence behind it: a colon parts them. */
static const PosterText *
lead_text(Lanes *l, const Node *n, gboolean capsule)
{
    gsize len = n->lead != NULL ? strlen(n->lead) : 0;
    if (capsule || len == 0 || strchr(":,;", n->lead[len - 1]) != NULL)
        return poster_text_get_spaced(l->fonts, FACE_BOLD, n->lead);
    g_autofree char *text = g_strconcat(n->lead, ":", NULL);
    return poster_text_get_spaced(l->fonts, FACE_BOLD, text);
}

static double
set_text(Lanes *l, Scene *scene, const Node *n, double x, double y, double w)
{
    Para para = {.n = 0};
    double top = y;
    SceneColor lead = n->negative ? l->colors->negative : l->colors->brand;
    gboolean capsule = n->kind == NODE_START || n->kind == NODE_END;
    para_add(&para, lead_text(l, n, capsule), capsule ? l->colors->muted : lead, 0);
    para_add(&para, poster_text_get_spaced(l->fonts, FACE_BOLD, n->actor), l->colors->ink, 0);
    para_add(&para, poster_text_get_spaced(l->fonts, FACE_REGULAR, n->text), l->colors->ink, 0);
    para_add(&para, poster_text_get(l->fonts, FACE_BOLD, n->time), l->colors->muted, 0);
    y += press_set(scene, &para, x, y, w, l->type, 1.28);
    for (guint i = 0; i < n->n_details; i++) {
        Para detail = {.n = 0};
        para_add(&detail, poster_text_get_spaced(l->fonts, FACE_BOLD, n->details[i].label),
                 l->colors->muted, 0);
        para_add(&detail, poster_text_get(l->fonts, FACE_REGULAR, n->details[i].text),
                 l->colors->ink, 0);
        y += press_set(scene, &detail, x, y, w, l->type, 1.28);
    }
    return y - top;
}

static double
text_room(const Lanes *l)
{
    return l->text_w - l->type;
}

static double
head_height(Lanes *l, Scene *scene, double h)
{
    double most = 0, size = 0.86 * l->type;
    for (guint i = 0; i < l->actors->len; i++) {
        Para name = {.n = 0};
        para_add(&name, poster_text_get(l->fonts, FACE_BOLD, g_ptr_array_index(l->actors, i)),
                 l->colors->paper, 0);
        double w = l->lane_w - 0.6 * l->type,
               text_h = press_set(NULL, &name, 0, 0, w, size, 1.2);
        most = MAX(most, text_h);
        double x = l->lanes_x + i * l->lane_w + 0.3 * l->type;
        if (scene != NULL)
            press_set_as(scene, TAG_HEAD, &name, x, (h - text_h) / 2, w, size, 1.2);
    }
    return most + 1.0 * l->type;
}

static double
place_rows(Lanes *l, double y)
{
    for (guint i = 0; i < l->nodes->len; i++) {
        Node *n = node(l, i);
        double text_h = set_text(l, NULL, n, 0, 0, text_room(l));
        n->y = y;
        n->h = MAX(text_h, symbol_h(l)) + row_gap(l) * (n->kind == NODE_DECISION ? 1.5 : 1);
        y += n->h;
    }
    return y;
}

static void
draw_ground(Lanes *l, Scene *scene, double head, double bottom)
{
    scene_band(scene, 0, 0, l->w, bottom);
    scene_begin(scene, TAG_NONSTRUCT, NULL);
    for (guint i = 0; i < l->actors->len; i += 2)
        scene_rect(scene, l->lanes_x + i * l->lane_w, head, l->lane_w, bottom - head, 0)->fill =
            l->colors->tint;
    scene_rect(scene, 0, 0, l->gutter_x, head, 0)->fill = l->colors->brand;
    for (guint i = 1; i < l->nodes->len; i++)
        scene_rule(scene, 0, node(l, i)->y, l->lanes_x, node(l, i)->y, 0.05 * l->type,
                   l->colors->muted);
    scene_end(scene);
}

/* ---- ways ---- */

static double
middle(const Node *n)
{
    return n->y + n->h / 2;
}

static double
half_width(const Lanes *l, const Node *n)
{
    double half = MIN(1.9 * l->type, 0.42 * l->lane_w);
    return n->kind == NODE_DECISION ? MIN(half, 1.25 * l->type) : half;
}

static double
half_height(const Lanes *l, const Node *n)
{
    return n->kind == NODE_DECISION ? MIN(0.68 * symbol_h(l), n->h / 2 - 0.2 * l->type)
                                    : symbol_h(l) / 2;
}

static void
draw_head(
    const Lanes *l, Scene *scene, double x, double y, double dx, double dy, SceneColor color)
{
    double a = 0.42 * l->type, b = 0.2 * l->type;
    const ScenePoint points[] = {
        {PATH_MOVE, {0, 0}},
        {PATH_TO, {(float)(-dx * a + dy * b), (float)(-dy * a + dx * b)}},
        {PATH_TO, {(float)(-dx * a - dy * b), (float)(-dy * a - dx * b)}},
        {PATH_CLOSE, {0}},
    };
    scene_path(scene, points, G_N_ELEMENTS(points), x, y, 1)->fill = color;
}

static void
draw_line(const Lanes *l, Scene *scene, const double *xy, guint n, const Edge *edge)
{
    ScenePoint points[4];
    SceneColor color = edge->dashed ? l->colors->negative : l->colors->brand;
    for (guint i = 0; i < n; i++)
        points[i] = (ScenePoint){i == 0 ? PATH_MOVE : PATH_TO,
                                 {(float)xy[2 * i], (float)xy[2 * i + 1]}};
    SceneItem *line = scene_path(scene, points, n, 0, 0, 1);
    line->stroke = color;
    line->stroke_mm = 0.1 * l->type;
    line->dashed = edge->dashed;
    double dx = xy[2 * n - 2] - xy[2 * n - 4], dy = xy[2 * n - 1] - xy[2 * n - 3];
    draw_head(l, scene, xy[2 * n - 2], xy[2 * n - 1],
              dx > 0   ? 1
              : dx < 0 ? -1
                       : 0,
              dx != 0  ? 0
              : dy > 0 ? 1
                       : -1,
              color);
}

static void
draw_edge(const Lanes *l, Scene *scene, const Edge *edge)
{
    const Node *a = node(l, edge->from), *b = node(l, edge->to);
    double ax = lane_x(l, a->lane), bx = lane_x(l, b->lane);
    if (is_direct(edge)) {
        double top = middle(b) - half_height(l, b), turn = b->y;
        const double straight[] = {ax, middle(a) + half_height(l, a), bx, top};
        const double bent[] = {ax, middle(a) + half_height(l, a), ax, turn, bx, turn, bx, top};
        if (a->lane == b->lane)
            draw_line(l, scene, straight, 2, edge);
        else
            draw_line(l, scene, bent, 4, edge);
        return;
    }
    /* Leaves on the right a little below the middle, arrives a little above: both may meet one node. */
    double x = l->gutter_x + (0.7 + 0.9 * edge->track) * l->type, off = 0.22 * symbol_h(l);
    double out_y = middle(a) + (a->kind == NODE_DECISION ? 0 : off);
    double in_y = middle(b) - (b->kind == NODE_DECISION ? 0 : off);
    const double way[] = {ax + half_width(l, a), out_y, x, out_y, x, in_y,
                          bx + half_width(l, b), in_y};
    draw_line(l, scene, way, 4, edge);
}

/* ---- symbols ---- */

static void
draw_symbol(const Lanes *l, Scene *scene, const Node *n)
{
    double x = lane_x(l, n->lane), y = middle(n), w = half_width(l, n), h = half_height(l, n);
    SceneColor edge = n->negative ? l->colors->negative : l->colors->brand;
    SceneItem *shape;
    if (n->kind == NODE_DECISION) {
        const ScenePoint points[] = {{PATH_MOVE, {0, (float)-h}},
                                     {PATH_TO, {(float)w, 0}},
                                     {PATH_TO, {0, (float)h}},
                                     {PATH_TO, {(float)-w, 0}},
                                     {PATH_CLOSE, {0}}};
        shape = scene_path(scene, points, G_N_ELEMENTS(points), x, y, 1);
        shape->fill = l->colors->accent;
    } else {
        gboolean capsule = n->kind == NODE_START || n->kind == NODE_END;
        shape = scene_rect(scene, x - w, y - h, 2 * w, 2 * h, capsule ? h : 0.15 * l->type);
        shape->fill = capsule ? l->colors->brand : l->colors->paper;
    }
    shape->stroke = edge;
    shape->stroke_mm = 0.1 * l->type;
}

static void
draw_number(Lanes *l, Scene *scene, const char *number, double x, double y, SceneColor color)
{
    Para para = {.n = 0};
    para_add(&para, poster_text_get(l->fonts, FACE_BOLD, number), color, 0);
    double size = 0.9 * l->type, w = para_full_width(&para) * size;
    press_set(scene, &para, x - w / 2, y - 0.6 * size, w + 1, size, 1.2);
}

static void
draw_row(Lanes *l, Scene *scene, const Node *n)
{
    double text_h = set_text(l, NULL, n, 0, 0, text_room(l));
    scene_begin(scene, TAG_ROW, NULL);
    scene_begin(scene, TAG_CELL, NULL);
    if (n->number != NULL)
        draw_number(l, scene, n->number, l->number_w / 2, middle(n), l->colors->ink);
    scene_end(scene);
    scene_begin(scene, TAG_CELL, NULL);
    set_text(l, scene, n, l->number_w, n->y + (n->h - text_h) / 2, text_room(l));
    scene_end(scene);
    draw_symbol(l, scene, n);
    scene_end(scene);
}

Scene *
flow_swimlane(PosterFonts *fonts,
              const FlowStep *steps,
              guint n,
              double width_mm,
              double type_mm,
              const FlowColors *colors,
              const FlowWords *words)
{
    Lanes l = {.fonts = fonts,
               .colors = colors,
               .words = words,
               .type = type_mm,
               .w = width_mm,
               .actors = g_ptr_array_new(),
               .nodes = g_array_new(FALSE, FALSE, sizeof(Node)),
               .edges = g_array_new(FALSE, FALSE, sizeof(Edge)),
               .open = g_array_new(FALSE, FALSE, sizeof(Pending))};
    collect(&l, steps, n);
    if (l.actors->len == 0)
        lane_of(&l, NULL);
    assign_tracks(&l);
    divide(&l);
    double head = head_height(&l, NULL, 0), bottom = place_rows(&l, head);
    Scene *scene = scene_new(width_mm, bottom);
    draw_ground(&l, scene, head, bottom);
    scene_begin(scene, TAG_TABLE, NULL);
    scene_begin(scene, TAG_ROW, NULL);
    head_height(&l, scene, head);
    scene_end(scene);
    scene_begin(scene, TAG_NONSTRUCT, NULL);
    for (guint i = 0; i < l.edges->len; i++)
        draw_edge(&l, scene, &g_array_index(l.edges, Edge, i));
    scene_end(scene);
    for (guint i = 0; i < l.nodes->len; i++)
        draw_row(&l, scene, node(&l, i));
    scene_end(scene);
    g_ptr_array_free(l.actors, TRUE);
    g_array_free(l.nodes, TRUE);
    g_array_free(l.edges, TRUE);
    g_array_free(l.open, TRUE);
    return scene;
}
