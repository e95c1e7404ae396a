#include "draw/ornament.h"
#include "draw/cover.h"
#include <cairo.h>
#include <math.h>
#include <string.h>

enum { FEWEST = 16, MOST_PIXELS = 512 * 1024, N_KEPT = 6 };

struct OrnamentKey {
    guint n;
    double scale;
    CoverBox box; /* of the pixels it may touch */
    ScenePoint points[];
};

typedef struct Kept {
    OrnamentKey *key;
    guint8 *mask; /* of its box */
} Kept;

typedef struct Ornaments {
    Kept kept[N_KEPT];
    guint next;
} Ornaments;

static void
clear_kept(Kept *kept)
{
    g_free(kept->key);
    g_free(kept->mask);
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
    double scale = cover_scale(cr);
    guint n = 0;
    if (end - first < FEWEST || scale <= 0)
        return NULL;
    for (guint i = first; i < end; i++)
        n += scene_item(scene, i)->n_points;
    OrnamentKey *key = g_malloc0(sizeof *key + n * sizeof(ScenePoint));
    key->scale = scale;
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
    return a->n == b->n && fabs(a->scale - b->scale) <= 0 &&
           memcmp(a->points, b->points, a->n * sizeof(ScenePoint)) == 0;
}

gboolean
ornament_recall(const OrnamentKey *key, cairo_t *cr, SceneColor color)
{
    const Ornaments *all = g_private_get(&ornaments);
    for (guint i = 0; all != NULL && i < N_KEPT; i++) {
        const Kept *kept = &all->kept[i];
        if (kept->key == NULL || !is_same(kept->key, key))
            continue;
        cover_lay(cairo_get_target(cr), COVER_SHAPES, kept->mask, kept->key->box, color);
        return TRUE;
    }
    return FALSE;
}

/* The pixels that the current path may touch: one more on each side than its curves reach. */
static CoverBox
box_of_path(cairo_t *cr, double scale)
{
    double left, top, right, bottom;
    cairo_path_extents(cr, &left, &top, &right, &bottom);
    return (CoverBox){(int)floor(left * scale) - 1, (int)floor(top * scale) - 1,
                      (int)ceil(right * scale) + 1, (int)ceil(bottom * scale) + 1};
}

/* What the current path covers of the box, by the painter itself. */
static guint8 *
cover_of_path(cairo_t *cr, double scale, CoverBox box)
{
    int w = box.to_x - box.x, h = box.to_y - box.y;
    int stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, w);
    g_autofree guint8 *rows = g_malloc0((gsize)stride * (gsize)h);
    guint8 *mask = g_malloc((gsize)w * (gsize)h);
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data(rows, CAIRO_FORMAT_A8, w, h, stride);
    cairo_t *to = cairo_create(surface);
    cairo_path_t *path = cairo_copy_path(cr);
    cairo_translate(to, -box.x, -box.y);
    cairo_scale(to, scale, scale);
    cairo_set_antialias(to, cairo_get_antialias(cr));
    cairo_append_path(to, path);
    cairo_fill(to);
    cairo_path_destroy(path);
    cairo_destroy(to);
    cairo_surface_destroy(surface);
    for (int y = 0; y < h; y++)
        memcpy(mask + (gsize)y * (gsize)w, rows + (gsize)y * (gsize)stride, (gsize)w);
    return mask;
}

void
ornament_fill(OrnamentKey *key, cairo_t *cr, SceneColor color)
{
    key->box = cover_visible(cairo_get_target(cr), box_of_path(cr, key->scale));
    gint64 w = key->box.to_x - key->box.x, h = key->box.to_y - key->box.y;
    if (w <= 0 || h <= 0 || w * h > MOST_PIXELS) {
        cairo_fill(cr);
        return;
    }
    Ornaments *all = g_private_get(&ornaments);
    if (all == NULL)
        g_private_set(&ornaments, all = g_new0(Ornaments, 1));
    Kept *kept = &all->kept[all->next++ % N_KEPT];
    clear_kept(kept);
    kept->mask = cover_of_path(cr, key->scale, key->box);
    kept->key = g_memdup2(key, sizeof *key + key->n * sizeof(ScenePoint));
    cairo_new_path(cr); /* as cairo_fill() leaves it */
    cover_lay(cairo_get_target(cr), COVER_SHAPES, kept->mask, key->box, color);
}
