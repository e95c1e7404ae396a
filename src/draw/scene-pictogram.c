#include "draw/pictogram.h"

void
scene_pictogram(Scene *scene, Pictogram pictogram, const SceneBox *at, SceneColor color)
{
    const PictogramShape *shape = pictogram_shape(pictogram);
    if (shape->n == 0)
        return;
    SceneItem *item =
        scene_path(scene, shape->points, shape->n, (SceneSpot){at->x, at->y}, at->w / 24);
    item->stroke = color;
    item->stroke_mm = at->w * 1.6 / 24;
}
