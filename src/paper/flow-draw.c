#include "paper/flow-lane.h"
#include "paper/layout.h"
#include <string.h>

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

double
lanes_text(Lanes *l, Scene *scene, const Node *n, Place at)
{
    Para para = {.n = 0};
    double top = at.y;
    SceneColor lead = l->colors->brand;
    gboolean capsule = n->kind == NODE_START || n->kind == NODE_END;
    para_add(&para, lead_text(l, n, capsule), capsule ? l->colors->muted : lead, 0);
    para_add(&para, poster_text_get_spaced(l->fonts, FACE_BOLD, n->actor), l->colors->ink, 0);
    para_add(&para, poster_text_get_spaced(l->fonts, FACE_REGULAR, n->text), l->colors->ink, 0);
    para_add(&para, poster_text_get(l->fonts, FACE_BOLD, n->time), l->colors->muted, 0);
    at.size = l->type;
    at.y += press_set(scene, &para, at, 1.28);
    for (guint i = 0; i < n->n_details; i++) {
        Para detail = {.n = 0};
        para_add(&detail, poster_text_get_spaced(l->fonts, FACE_BOLD, n->details[i].label),
                 l->colors->muted, 0);
        para_add(&detail, poster_text_get(l->fonts, FACE_REGULAR, n->details[i].text),
                 l->colors->ink, 0);
        at.y += press_set(scene, &detail, at, 1.28);
    }
    return at.y - top;
}

double
lanes_text_room(const Lanes *l)
{
    return l->text_w - l->type;
}

/* Names stay whole where smaller letters can keep them so. */
static double
head_size(const Lanes *l)
{
    double widest = 0, w = l->lane_w - 0.6 * l->type;
    for (guint i = 0; i < l->actors->len; i++) {
        Para name = {.n = 0};
        para_add(&name, poster_text_get(l->fonts, FACE_BOLD, g_ptr_array_index(l->actors, i)),
                 0, 0);
        widest = MAX(widest, para_min_width(&name));
    }
    return CLAMP(w / MAX(widest, 0.1), 0.64 * l->type, 0.86 * l->type);
}

double
lanes_head(Lanes *l, Scene *scene, double h)
{
    double most = 0, size = head_size(l);
    for (guint i = 0; i < l->actors->len; i++) {
        Para name = {.n = 0};
        para_add(&name, poster_text_get(l->fonts, FACE_BOLD, g_ptr_array_index(l->actors, i)),
                 l->colors->paper, 0);
        double w = l->lane_w - 0.6 * l->type,
               text_h = press_set(NULL, &name, (Place){0, 0, w, size}, 1.2);
        most = MAX(most, text_h);
        double x = l->lanes_x + i * l->lane_w + 0.3 * l->type;
        if (scene != NULL)
            press_set_as(scene, TAG_HEAD, &name, (Place){x, (h - text_h) / 2, w, size}, 1.2);
    }
    return most + 1.0 * l->type;
}

static double
lane_x(const Lanes *l, guint lane)
{
    return l->lanes_x + (lane + 0.5) * l->lane_w;
}

static void
draw_ground(Lanes *l, Scene *scene, const LanePage *page)
{
    scene_band(scene, 0, 0, l->w, page->h);
    scene_begin(scene, TAG_NONSTRUCT, NULL);
    for (guint i = 0; i < l->actors->len; i += 2)
        scene_rect(scene, l->lanes_x + i * l->lane_w, l->head, l->lane_w, page->h - l->head, 0)
            ->fill = l->colors->tint;
    scene_rect(scene, 0, 0, l->gutter_x, l->head, 0)->fill = l->colors->brand;
    for (guint i = 0; i <= l->actors->len; i++) {
        double x = l->lanes_x + i * l->lane_w;
        scene_rule(scene, x, l->head, x, page->h, 0.05 * l->type, l->colors->muted);
    }
    for (guint i = page->first + 1; i < page->end; i++)
        scene_rule(scene, 0, lanes_node(l, i)->y, l->lanes_x, lanes_node(l, i)->y,
                   0.05 * l->type, l->colors->muted);
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
    return n->kind == NODE_DECISION ? MIN(0.68 * lanes_symbol_h(l), n->h / 2 - 0.2 * l->type)
                                    : lanes_symbol_h(l) / 2;
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
    scene_path(scene, points, G_N_ELEMENTS(points), at[0], at[1], 1)->fill = l->colors->brand;
}

static void
draw_line(const Lanes *l, Scene *scene, const double *xy, guint n)
{
    ScenePoint points[4];
    for (guint i = 0; i < n; i++)
        points[i] = (ScenePoint){i == 0 ? PATH_MOVE : PATH_TO,
                                 {(float)xy[2 * i], (float)xy[2 * i + 1]}};
    SceneItem *line = scene_path(scene, points, n, 0, 0, 1);
    line->stroke = l->colors->brand;
    line->stroke_mm = 0.1 * l->type;
    draw_head(l, scene, xy + 2 * n - 4, xy + 2 * n - 2);
}

/* Where a way runs in the gutter. */
static double
track_x(const Lanes *l, const Edge *edge)
{
    return l->gutter_x + (edge->track + 0.75) * l->track_w;
}

/* Ways by the gutter leave on the right a little below the middle and arrive a little above: both
 * may meet one symbol. */
static double
out_y(const Lanes *l, const Node *n)
{
    return middle(n) + (n->kind == NODE_DECISION ? 0 : 0.22 * lanes_symbol_h(l));
}

static double
in_y(const Lanes *l, const Node *n)
{
    return middle(n) - (n->kind == NODE_DECISION ? 0 : 0.22 * lanes_symbol_h(l));
}

static void
draw_whole_edge(const Lanes *l, Scene *scene, const Edge *edge)
{
    const Node *a = lanes_node(l, edge->from), *b = lanes_node(l, edge->to);
    double ax = lane_x(l, a->lane), bx = lane_x(l, b->lane);
    if (lanes_is_direct(edge)) {
        double top = middle(b) - half_height(l, b), turn = b->y;
        const double straight[] = {ax, middle(a) + half_height(l, a), bx, top};
        const double bent[] = {ax, middle(a) + half_height(l, a), ax, turn, bx, turn, bx, top};
        if (a->lane == b->lane)
            draw_line(l, scene, straight, 2);
        else
            draw_line(l, scene, bent, 4);
        return;
    }
    double x = track_x(l, edge);
    const double way[] = {ax + half_width(l, a), out_y(l, a), x, out_y(l, a), x, in_y(l, b),
                          bx + half_width(l, b), in_y(l, b)};
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
    SceneItem *shape = scene_path(scene, points, G_N_ELEMENTS(points), x, y, 1);
    shape->fill = l->colors->paper;
    shape->stroke = l->colors->brand;
    shape->stroke_mm = 0.08 * l->type;
    char letters[8];
    guint at = sizeof letters - 1;
    letters[at] = '\0';
    for (guint n = edge->letter; n > 0 && at > 0; n = (n - 1) / 26)
        letters[--at] = (char)('A' + (n - 1) % 26);
    Para para = {.n = 0};
    para_add(&para, poster_text_get(l->fonts, FACE_BOLD, letters + at), l->colors->ink, 0);
    double size = MIN(0.8 * l->type, 1.05 * l->type / para_full_width(&para));
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
    double ax = lane_x(l, a->lane), y = down ? page->h - connector_h(l) : l->head;
    if (lanes_is_direct(edge)) {
        const double way[] = {ax, middle(a) + half_height(l, a), ax, y};
        draw_line(l, scene, way, 2);
        draw_connector(l, scene, edge, ax, y);
        return;
    }
    double x = track_x(l, edge);
    const double way[] = {ax + half_width(l, a), out_y(l, a), x,
                          out_y(l, a),           x,           down ? y : y + connector_h(l)};
    draw_line(l, scene, way, 3);
    draw_connector(l, scene, edge, x, y);
}

static void
draw_arriving(Lanes *l, Scene *scene, const Edge *edge, const LanePage *page)
{
    const Node *b = lanes_node(l, edge->to);
    gboolean down = edge->to > edge->from;
    double bx = lane_x(l, b->lane), y = down ? l->head : page->h - connector_h(l);
    if (lanes_is_direct(edge)) {
        const double way[] = {bx, y + connector_h(l), bx, middle(b) - half_height(l, b)};
        draw_line(l, scene, way, 2);
        draw_connector(l, scene, edge, bx, y);
        return;
    }
    double x = track_x(l, edge);
    const double way[] = {x,          down ? y + connector_h(l) : y, x,
                          in_y(l, b), bx + half_width(l, b),         in_y(l, b)};
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

/* ---- symbols ---- */

static void
draw_symbol(const Lanes *l, Scene *scene, const Node *n)
{
    double x = lane_x(l, n->lane), y = middle(n), w = half_width(l, n), h = half_height(l, n);
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
    shape->stroke = l->colors->brand;
    shape->stroke_mm = 0.1 * l->type;
}

static void
draw_number(Lanes *l, Scene *scene, const Node *n)
{
    Para para = {.n = 0};
    para_add(&para, poster_text_get(l->fonts, FACE_BOLD, n->number), l->colors->ink, 0);
    double size = 0.9 * l->type, w = para_full_width(&para) * size;
    press_set(scene, &para,
              (Place){l->number_w / 2 - w / 2, middle(n) - 0.6 * size, w + 1, size}, 1.2);
}

static void
draw_row(Lanes *l, Scene *scene, const Node *n)
{
    double text_h = lanes_text(l, NULL, n, (Place){0, 0, lanes_text_room(l), 0});
    scene_begin(scene, TAG_ROW, NULL);
    scene_begin(scene, TAG_CELL, NULL);
    if (n->number != NULL)
        draw_number(l, scene, n);
    scene_end(scene);
    scene_begin(scene, TAG_CELL, NULL);
    lanes_text(l, scene, n,
               (Place){l->number_w, n->y + (n->h - text_h) / 2, lanes_text_room(l), 0});
    scene_end(scene);
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
