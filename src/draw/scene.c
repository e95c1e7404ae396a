#include "draw/scene.h"
#include <string.h>

static void
item_clear(gpointer data)
{
    SceneItem *item = data;
    g_free(item->points);
    g_free(item->line);
    g_free(item->text);
}

Scene *
scene_new(double w_mm, double h_mm)
{
    Scene *scene = g_new0(Scene, 1);
    scene->w = w_mm;
    scene->h = h_mm;
    scene->items = g_array_sized_new(FALSE, TRUE, sizeof(SceneItem), 256);
    g_array_set_clear_func(scene->items, item_clear);
    scene->bands = g_array_new(FALSE, FALSE, sizeof(SceneBox));
    return scene;
}

void
scene_free(Scene *scene)
{
    if (scene == NULL)
        return;
    g_array_free(scene->items, TRUE);
    g_array_free(scene->bands, TRUE);
    g_free(scene);
}

void
scene_band(Scene *scene, SceneBox band)
{
    scene->band = scene->bands->len;
    g_array_append_val(scene->bands, band);
}

SceneItem *
scene_item(const Scene *scene, guint index)
{
    return &g_array_index(scene->items, SceneItem, index);
}

static SceneItem *
append(Scene *scene, SceneKind kind, SceneBox box)
{
    g_array_set_size(scene->items, scene->items->len + 1);
    SceneItem *item = scene_item(scene, scene->items->len - 1);
    item->kind = kind;
    item->x = box.x;
    item->y = box.y;
    item->w = box.w;
    item->h = box.h;
    item->band = scene->band;
    item->field = scene->field;
    return item;
}

SceneItem *
scene_rect(Scene *scene, SceneBox box, double radius)
{
    SceneItem *item = append(scene, SCENE_RECT, box);
    item->r = radius;
    return item;
}

SceneItem *
scene_ellipse(Scene *scene, SceneSpot centre, double rx, double ry)
{
    return append(scene, SCENE_ELLIPSE, (SceneBox){centre.x, centre.y, rx, ry});
}

SceneItem *
scene_path(Scene *scene, const ScenePoint *points, guint n, SceneSpot by, double scale)
{
    SceneItem *item = append(scene, SCENE_PATH, (SceneBox){by.x, by.y, 0, 0});
    item->points = g_memdup2(points, n * sizeof(ScenePoint));
    item->n_points = n;
    for (guint i = 0; i < n; i++)
        for (guint k = 0; k < 6; k++)
            item->points[i].x[k] =
                (float)((k % 2 == 0 ? by.x : by.y) + scale * (double)points[i].x[k]);
    return item;
}

SceneItem *
scene_rule(Scene *scene, SceneSpot from, SceneSpot to, double mm, SceneColor color)
{
    ScenePoint points[2] = {
        {PATH_MOVE, {(float)from.x, (float)from.y}},
        {PATH_TO, {(float)to.x, (float)to.y}},
    };
    SceneItem *item = scene_path(scene, points, 2, (SceneSpot){0, 0}, 1);
    item->stroke = color;
    item->stroke_mm = mm;
    return item;
}

SceneItem *
scene_line(Scene *scene, const Line *line, SceneSpot at, double size_mm)
{
    SceneItem *item =
        append(scene, SCENE_LINE, (SceneBox){at.x, at.y, (double)line->width * size_mm, 0});
    item->line = g_memdup2(line, sizeof *line);
    item->size_mm = size_mm;
    item->top = at.y - size_mm * 0.92;
    item->height = size_mm * 1.16;
    return item;
}

SceneItem *
scene_qr(Scene *scene, SceneSpot at, double w, const char *text)
{
    SceneItem *item = append(scene, SCENE_QR, (SceneBox){at.x, at.y, w, w});
    item->text = g_strdup(text);
    item->fill = SCENE_RGB(0);
    return item;
}

SceneItem *
scene_logo(Scene *scene, SceneBox box)
{
    return append(scene, SCENE_LOGO, box);
}

void
scene_begin(Scene *scene, SceneTag tag, const char *text)
{
    SceneItem *item = append(scene, SCENE_BEGIN, (SceneBox){0});
    item->tag = tag;
    item->text = g_strdup(text);
}

void
scene_end(Scene *scene)
{
    append(scene, SCENE_END, (SceneBox){0});
}

static void
shift(SceneItem *item, double dx, double dy, guint bands)
{
    item->x += dx;
    item->y += dy;
    item->top += dy;
    item->band += bands;
    for (guint i = 0; i < item->n_points; i++)
        for (guint k = 0; k < 6; k++)
            item->points[i].x[k] += (float)(k % 2 == 0 ? dx : dy);
}

void
scene_take(Scene *scene, Scene *from, double dx, double dy)
{
    guint bands = scene->bands->len, n = from->items->len;
    for (guint i = 0; i < from->bands->len; i++) {
        SceneBox band = g_array_index(from->bands, SceneBox, i);
        band.x += dx;
        band.y += dy;
        g_array_append_val(scene->bands, band);
    }
    for (guint i = 0; i < n; i++)
        shift(scene_item(from, i), dx, dy, bands);
    g_array_append_vals(scene->items, from->items->data, n);
    /* The items own memory that is now the other scene's. */
    if (n > 0)
        memset(from->items->data, 0, n * sizeof(SceneItem));
    g_array_set_size(from->items, 0);
}
