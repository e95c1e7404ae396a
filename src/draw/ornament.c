#include "draw/ornament.h"
#include <cairo.h>
#include <math.h>
#include <string.h>

enum { FEWEST = 16, MOST_PIXELS = 512 * 1024, N_KEPT = 6 };

/* The whole pixels of a picture that a pattern may touch. */
typedef struct Area {
    int x, y, w, h;
} Area;

struct OrnamentKey {
    SceneColor fill;
    guint n;
    double scale;
    Area area;
    ScenePoint points[];
};

typedef struct Kept {
    OrnamentKey *key;
    guint32 *ground, *pixels; /* of its area, before and after */
} Kept;

typedef struct Ornaments {
    Kept kept[N_KEPT];
    guint next;
} Ornaments;

static void
clear_kept(Kept *kept)
{
    g_free(kept->key);
    g_free(kept->ground);
    g_free(kept->pixels);
}

static void
free_ornaments(gpointer data)
{
    Ornaments *all = data;
    for (guint i = 0; i < N_KEPT; i++)
        clear_kept(&all->kept[i]);
    g_free(all);
}

static GPrivate ornaments = G_PRIVATE_INIT(free_ornaments);

OrnamentKey *
ornament_key(cairo_t *cr, const Scene *scene, guint first, guint end)
{
    cairo_surface_t *surface = cairo_get_target(cr);
    cairo_matrix_t matrix;
    guint n = 0;
    cairo_get_matrix(cr, &matrix);
    if (end - first < FEWEST || cairo_surface_get_type(surface) != CAIRO_SURFACE_TYPE_IMAGE ||
        cairo_image_surface_get_format(surface) != CAIRO_FORMAT_RGB24 || matrix.xx != matrix.yy ||
        matrix.xy != 0 || matrix.yx != 0 || matrix.x0 != 0 || matrix.y0 != 0)
        return NULL;
    for (guint i = first; i < end; i++)
        n += scene_item(scene, i)->n_points;
    OrnamentKey *key = g_malloc0(sizeof *key + n * sizeof(ScenePoint));
    key->fill = scene_item(scene, first)->fill;
    key->scale = matrix.xx;
    for (guint i = first; i < end; i++) {
        const SceneItem *item = scene_item(scene, i);
        memcpy(key->points + key->n, item->points, item->n_points * sizeof(ScenePoint));
        key->n += item->n_points;
    }
    return key;
}

static gboolean
is_same(const OrnamentKey *a, const OrnamentKey *b)
{
    return a->n == b->n && a->fill == b->fill && memcmp(&a->scale, &b->scale, sizeof a->scale) == 0 &&
           memcmp(a->points, b->points, a->n * sizeof(ScenePoint)) == 0;
}

static guint32 *
row_of(cairo_surface_t *surface, const Area *area, int y)
{
    guint8 *pixels = cairo_image_surface_get_data(surface);
    gsize stride = (gsize)cairo_image_surface_get_stride(surface);
    return (guint32 *)(void *)(pixels + (gsize)(area->y + y) * stride) + area->x;
}

static gboolean
is_inside(cairo_surface_t *surface, const Area *area)
{
    return area->x >= 0 && area->y >= 0 && area->w > 0 && area->h > 0 &&
           area->x + area->w <= cairo_image_surface_get_width(surface) &&
           area->y + area->h <= cairo_image_surface_get_height(surface);
}

/* A copy of the area's pixels. */
static guint32 *
copy_area(cairo_surface_t *surface, const Area *area)
{
    gsize w = (gsize)area->w;
    guint32 *pixels = g_new(guint32, w * (gsize)area->h);
    cairo_surface_flush(surface);
    for (int y = 0; y < area->h; y++)
        memcpy(pixels + (gsize)y * w, row_of(surface, area, y), w * sizeof *pixels);
    return pixels;
}

static gboolean
is_ground(cairo_surface_t *surface, const Area *area, const guint32 *ground)
{
    gsize w = (gsize)area->w;
    for (int y = 0; y < area->h; y++)
        if (memcmp(ground + (gsize)y * w, row_of(surface, area, y), w * sizeof *ground) != 0)
            return FALSE;
    return TRUE;
}

gboolean
ornament_recall(const OrnamentKey *key, cairo_t *cr)
{
    const Ornaments *all = g_private_get(&ornaments);
    cairo_surface_t *surface = cairo_get_target(cr);
    for (guint i = 0; all != NULL && i < N_KEPT; i++) {
        const OrnamentKey *known = all->kept[i].key;
        if (known == NULL || !is_same(known, key) || !is_inside(surface, &known->area))
            continue;
        cairo_surface_flush(surface);
        if (!is_ground(surface, &known->area, all->kept[i].ground))
            continue;
        gsize w = (gsize)known->area.w;
        for (int y = 0; y < known->area.h; y++)
            memcpy(row_of(surface, &known->area, y), all->kept[i].pixels + (gsize)y * w,
                   w * sizeof(guint32));
        cairo_surface_mark_dirty(surface);
        return TRUE;
    }
    return FALSE;
}

void
ornament_fill(OrnamentKey *key, cairo_t *cr)
{
    cairo_surface_t *surface = cairo_get_target(cr);
    double left, top, right, bottom;
    cairo_path_extents(cr, &left, &top, &right, &bottom);
    /* One pixel more on each side than the curves reach. */
    int x = MAX((int)floor(left * key->scale) - 1, 0), y = MAX((int)floor(top * key->scale) - 1, 0);
    int to_x = MIN((int)ceil(right * key->scale) + 1, cairo_image_surface_get_width(surface));
    int to_y = MIN((int)ceil(bottom * key->scale) + 1, cairo_image_surface_get_height(surface));
    key->area = (Area){x, y, to_x - x, to_y - y};
    if (!is_inside(surface, &key->area) || (gint64)key->area.w * key->area.h > MOST_PIXELS) {
        cairo_fill(cr);
        return;
    }
    Ornaments *all = g_private_get(&ornaments);
    if (all == NULL)
        g_private_set(&ornaments, all = g_new0(Ornaments, 1));
    Kept *kept = &all->kept[all->next++ % N_KEPT];
    clear_kept(kept);
    kept->ground = copy_area(surface, &key->area);
    cairo_fill(cr);
    kept->pixels = copy_area(surface, &key->area);
    kept->key = g_memdup2(key, sizeof *key + key->n * sizeof(ScenePoint));
}
