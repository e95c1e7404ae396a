#include "paper/flow-lane.h"
#include "paper/press.h"
#include <string.h>

static void
draw_ground(Lanes *l, Scene *scene, const LanePage *page)
{
    scene_band(scene, (SceneBox){0, 0, l->w, page->h});
    scene_begin(scene, TAG_NONSTRUCT, NULL);
    const double *edges = &g_array_index(l->lane_edges, double, 0);
    double mm = 0.05 * l->type, more = l->gutter_x + l->label_w + l->gutter_w;
    for (guint i = 0; i < l->actors->len; i += 2)
        scene_rect(scene,
                   (SceneBox){edges[i], l->head, edges[i + 1] - edges[i], page->h - l->head}, 0)
            ->fill = l->colors->tint;
    scene_rect(scene, (SceneBox){0, 0, l->w, l->head}, 0)->fill = l->colors->brand;
    for (guint i = 0; i <= l->actors->len; i++)
        scene_rule(scene, (SceneSpot){edges[i], l->head}, (SceneSpot){edges[i], page->h}, mm,
                   l->colors->muted);
    for (guint m = 0; m < N_FLOW_MORE; m++)
        if (l->more_w[m] > 0)
            scene_rule(scene, (SceneSpot){l->more_x[m], l->head},
                       (SceneSpot){l->more_x[m], page->h}, mm, l->colors->muted);
    for (guint i = page->first + 1; i < page->end; i++) {
        double y = lanes_node(l, i)->y;
        scene_rule(scene, (SceneSpot){0, y}, (SceneSpot){l->lanes_x, y}, mm, l->colors->muted);
        if (more < l->w - l->type)
            scene_rule(scene, (SceneSpot){more, y}, (SceneSpot){l->w, y}, mm, l->colors->muted);
    }
    scene_end(scene);
}

/* ---- ways ---- */

static double
middle(const Node *n)
{
    return n->y + n->h / 2;
}

double
lanes_half_height(const Lanes *l, const Node *n)
{
    return n->kind == NODE_DECISION ? 0.68 * lanes_symbol_h(l) : lanes_symbol_h(l) / 2;
}

/* An arrow head at `at`, coming from `from`. */
static void
draw_head(const Lanes *l, Scene *scene, const double from[2], const double at[2])
{
    double a = 0.42 * l->type, b = 0.2 * l->type;
    double dx = at[0] > from[0] ? 1 : at[0] < from[0] ? -1 : 0;
    double dy = dx != 0 ? 0 : at[1] > from[1] ? 1 : -1;
    const ScenePoint points[] = {
        {PATH_MOVE, {0, 0}},
        {PATH_TO, {(float)(-dx * a + dy * b), (float)(-dy * a + dx * b)}},
        {PATH_TO, {(float)(-dx * a - dy * b), (float)(-dy * a - dx * b)}},
        {PATH_CLOSE, {0}},
    };
    scene_path(scene, points, G_N_ELEMENTS(points), (SceneSpot){at[0], at[1]}, 1)->fill =
        l->colors->brand;
}

static void
draw_line(const Lanes *l, Scene *scene, const double *xy, guint n)
{
    ScenePoint points[4];
    for (guint i = 0; i < n; i++)
        points[i] = (ScenePoint){i == 0 ? PATH_MOVE : PATH_TO,
                                 {(float)xy[2 * i], (float)xy[2 * i + 1]}};
    SceneItem *line = scene_path(scene, points, n, (SceneSpot){0, 0}, 1);
    line->stroke = l->colors->brand;
    line->stroke_mm = 0.1 * l->type;
    draw_head(l, scene, xy + 2 * n - 4, xy + 2 * n - 2);
}

/* Where a way runs in the gutter. */
static double
track_x(const Lanes *l, const Edge *edge)
{
    return l->gutter_x + l->label_w + (edge->track + 0.75) * l->track_w;
}

/* Ways by the gutter leave on the right a little below the middle and arrive a little above: both
 * may meet one symbol. A decision is left at its corner and met in the middle of its upper edge. */
static double
out_y(const Lanes *l, const Node *n)
{
    return middle(n) + (n->kind == NODE_DECISION ? 0 : 0.22 * lanes_symbol_h(l));
}

static double
in_y(const Lanes *l, const Node *n)
{
    return middle(n) -
           (n->kind == NODE_DECISION ? lanes_half_height(l, n) / 2 : 0.22 * lanes_symbol_h(l));
}

static double
in_x(const Lanes *l, const Node *n)
{
    return lanes_x(l, n->lane) + lanes_half_width(l, n) * (n->kind == NODE_DECISION ? 0.5 : 1);
}

static void
draw_whole_edge(const Lanes *l, Scene *scene, const Edge *edge)
{
    const Node *a = lanes_node(l, edge->from), *b = lanes_node(l, edge->to);
    double ax = lanes_x(l, a->lane), bx = lanes_x(l, b->lane);
    if (lanes_is_direct(edge)) {
        double top = middle(b) - lanes_half_height(l, b), turn = b->y;
        const double straight[] = {ax, middle(a) + lanes_half_height(l, a), bx, top};
        const double bent[] = {ax, middle(a) + lanes_half_height(l, a), ax, turn, bx, turn, bx,
                               top};
        if (a->lane == b->lane)
            draw_line(l, scene, straight, 2);
        else
            draw_line(l, scene, bent, 4);
        return;
    }
    double x = track_x(l, edge);
    const double way[] = {ax + lanes_half_width(l, a),
                          out_y(l, a),
                          x,
                          out_y(l, a),
                          x,
                          in_y(l, b),
                          in_x(l, b),
                          in_y(l, b)};
    draw_line(l, scene, way, 4);
}

/* The off-page connector: a pentagon with the letter that its other half has. Its top is at y. */
static void
draw_connector(Lanes *l, Scene *scene, const Edge *edge, double x, double y)
{
    gpointer key = GUINT_TO_POINTER(edge->letter * 2 + (y > l->head ? 1 : 0));
    if (!g_hash_table_add(l->drawn, key))
        return;
    float w = (float)(0.62 * l->type), h = (float)(0.94 * l->type),
          tip = (float)(1.42 * l->type);
    const ScenePoint points[] = {{PATH_MOVE, {-w, 0}}, {PATH_TO, {w, 0}},  {PATH_TO, {w, h}},
                                 {PATH_TO, {0, tip}},  {PATH_TO, {-w, h}}, {PATH_CLOSE, {0}}};
    SceneItem *shape = scene_path(scene, points, G_N_ELEMENTS(points), (SceneSpot){x, y}, 1);
    shape->fill = l->colors->paper;
    shape->stroke = l->colors->brand;
    shape->stroke_mm = 0.08 * l->type;
    char letters[8];
    guint at = sizeof letters - 1;
    letters[at] = '\0';
    for (guint n = edge->letter; n > 0 && at > 0; n = (n - 1) / 26)
        letters[--at] = (char)('A' + (n - 1) % 26);
    Para para = {.n = 0};
    para_add(&para, shaped_text_get(l->fonts, FACE_BOLD, letters + at), l->colors->ink, 0);
    double size = MAX(MIN(0.8 * l->type, 1.05 * l->type / para_full_width(&para)), l->least);
    double text_w = para_full_width(&para) * size;
    press_set(scene, &para,
              (Place){x - text_w / 2, y + 0.5 * l->type - 0.6 * size, text_w + 1, size}, 1.2);
}

static double
connector_h(const Lanes *l)
{
    return 1.42 * l->type;
}

/* The half of a way that goes to another page: down, or up where it leads back. */
static void
draw_leaving(Lanes *l, Scene *scene, const Edge *edge, const LanePage *page)
{
    const Node *a = lanes_node(l, edge->from);
    gboolean down = edge->to > edge->from;
    double ax = lanes_x(l, a->lane), y = down ? page->h - connector_h(l) : l->head;
    if (lanes_is_direct(edge)) {
        const double way[] = {ax, middle(a) + lanes_half_height(l, a), ax, y};
        draw_line(l, scene, way, 2);
        draw_connector(l, scene, edge, ax, y);
        return;
    }
    double x = track_x(l, edge);
    const double way[] = {ax + lanes_half_width(l, a),  out_y(l, a), x, out_y(l, a), x,
                          down ? y : y + connector_h(l)};
    draw_line(l, scene, way, 3);
    draw_connector(l, scene, edge, x, y);
}

static void
draw_arriving(Lanes *l, Scene *scene, const Edge *edge, const LanePage *page)
{
    const Node *b = lanes_node(l, edge->to);
    gboolean down = edge->to > edge->from;
    double bx = lanes_x(l, b->lane), y = down ? l->head : page->h - connector_h(l);
    if (lanes_is_direct(edge)) {
        const double way[] = {bx, y + connector_h(l), bx, middle(b) - lanes_half_height(l, b)};
        draw_line(l, scene, way, 2);
        draw_connector(l, scene, edge, bx, y);
        return;
    }
    double x = track_x(l, edge);
    const double way[] = {x,         down ? y + connector_h(l) : y, x, in_y(l, b), in_x(l, b),
                          in_y(l, b)};
    draw_line(l, scene, way, 3);
    draw_connector(l, scene, edge, x, y);
}

static void
draw_edges(Lanes *l, Scene *scene, guint page)
{
    const LanePage *here = &g_array_index(l->pages, LanePage, page);
    g_hash_table_remove_all(l->drawn);
    for (guint i = 0; i < l->edges->len; i++) {
        const Edge *edge = &g_array_index(l->edges, Edge, i);
        gboolean leaves = lanes_node(l, edge->from)->page == page;
        gboolean arrives = lanes_node(l, edge->to)->page == page;
        if (leaves && arrives)
            draw_whole_edge(l, scene, edge);
        else if (leaves)
            draw_leaving(l, scene, edge, here);
        else if (arrives)
            draw_arriving(l, scene, edge, here);
    }
}

/* ---- words on ways ---- */

/* The words of a way, where they have room, on a ground that hides the lanes' lines; their middle
 * is at at.y. */
static void
draw_label(const Lanes *l, Scene *scene, const Edge *edge, SceneSpot at, double end)
{
    Para para = lanes_label(l, edge);
    double size = lanes_label_size(l);
    double w = para_full_width(&para) * size;
    if (para.n == 0 || at.x + w > end + 0.01)
        return;
    double h = press_line_height(&para, size, 1.1), pad = 0.12 * size;
    scene_rect(scene, (SceneBox){at.x - pad, at.y - 0.45 * h, w + 2 * pad, 0.9 * h}, pad)
        ->fill = l->colors->paper;
    press_set(scene, &para, (Place){at.x, at.y - h / 2, w + 1, size}, 1.1);
}

/* On the way down from a decision, at the right of it, where its row ends. */
static void
label_down(const Lanes *l, Scene *scene, const Edge *edge)
{
    const Node *a = lanes_node(l, edge->from);
    double x = lanes_x(l, a->lane) + 0.3 * l->type;
    draw_label(l, scene, edge, (SceneSpot){x, a->y + a->h - 0.6 * l->label_h}, l->gutter_x);
}

/* Below the way out into the gutter; where several leave together, above the way in. */
static void
label_out(const Lanes *l, Scene *scene, const Edge *edge)
{
    const Node *a = lanes_node(l, edge->from);
    double x = lanes_x(l, a->lane) + lanes_half_width(l, a) + 0.3 * l->type;
    if (!edge->fans)
        draw_label(l, scene, edge, (SceneSpot){x, middle(a) + 0.6 * l->label_h},
                   l->gutter_x + l->label_w);
}

static gboolean
shares_way_in(const Lanes *l, const Edge *edge)
{
    for (guint i = 0; i < l->edges->len; i++) {
        const Edge *other = &g_array_index(l->edges, Edge, i);
        if (other != edge && other->to == edge->to && other->fans && other->label != NULL)
            return TRUE;
    }
    return FALSE;
}

static void
label_in(const Lanes *l, Scene *scene, const Edge *edge)
{
    const Node *b = lanes_node(l, edge->to);
    double x = lanes_x(l, b->lane) + lanes_half_width(l, b) + 0.5 * l->type;
    if (edge->fans && !shares_way_in(l, edge))
        draw_label(l, scene, edge, (SceneSpot){x, in_y(l, b) - 0.55 * l->label_h}, l->gutter_x);
}

void
lanes_labels(const Lanes *l, Scene *scene, const Node *n)
{
    guint index = (guint)(n - lanes_node(l, 0));
    for (guint i = 0; i < l->edges->len; i++) {
        const Edge *edge = &g_array_index(l->edges, Edge, i);
        if (edge->from != index || edge->label == NULL)
            continue;
        if (lanes_is_direct(edge))
            label_down(l, scene, edge);
        else
            label_out(l, scene, edge);
        if (!lanes_is_direct(edge) && lanes_node(l, edge->to)->page == n->page)
            label_in(l, scene, edge);
    }
}

/* ---- symbols ---- */

static void
draw_symbol(const Lanes *l, Scene *scene, const Node *n)
{
    double x = lanes_x(l, n->lane), y = middle(n), w = lanes_half_width(l, n),
           h = lanes_half_height(l, n);
    SceneItem *shape;
    if (n->kind == NODE_DECISION) {
        const ScenePoint points[] = {{PATH_MOVE, {0, (float)-h}},
                                     {PATH_TO, {(float)w, 0}},
                                     {PATH_TO, {0, (float)h}},
                                     {PATH_TO, {(float)-w, 0}},
                                     {PATH_CLOSE, {0}}};
        shape = scene_path(scene, points, G_N_ELEMENTS(points), (SceneSpot){x, y}, 1);
        shape->fill = l->colors->accent;
    } else {
        gboolean capsule = n->kind == NODE_START || n->kind == NODE_END;
        shape = scene_rect(scene, (SceneBox){x - w, y - h, 2 * w, 2 * h},
                           capsule ? h : 0.15 * l->type);
        shape->fill = capsule ? l->colors->brand : l->colors->paper;
    }
    shape->stroke = l->colors->brand;
    shape->stroke_mm = 0.1 * l->type;
}

static void
draw_row(Lanes *l, Scene *scene, const Node *n)
{
    scene_begin(scene, TAG_ROW, NULL);
    lanes_words(l, scene, n);
    draw_symbol(l, scene, n);
    scene_end(scene);
}

Scene *
lanes_draw(Lanes *l, guint page)
{
    const LanePage *here = &g_array_index(l->pages, LanePage, page);
    Scene *scene = scene_new(l->w, here->h);
    draw_ground(l, scene, here);
    scene_begin(scene, TAG_TABLE, NULL);
    scene_begin(scene, TAG_ROW, NULL);
    lanes_head(l, scene, l->head);
    scene_end(scene);
    scene_begin(scene, TAG_NONSTRUCT, NULL);
    draw_edges(l, scene, page);
    scene_end(scene);
    for (guint i = here->first; i < here->end; i++)
        draw_row(l, scene, lanes_node(l, i));
    scene_end(scene);
    return scene;
}
