#include "draw/glyph-pixels.h"
#include "base/arena.h"
#include <ft2build.h>
#include FT_OUTLINE_H
#include <hb.h>
#include <string.h>

enum { MOST_BYTES = 4 * 1024 * 1024 /* of the pixels kept */ };

struct GlyphSize {
    GlyphPixels *of;
    FT_Fixed scale;     /* 1/64 of a pixel for a unit of the font */
    GHashTable *covers; /* GlyphCover by glyph */
};

struct GlyphPixels {
    hb_blob_t *file;
    FT_Library library;
    FT_Face face; /* in `file` */
    Arena *shapes, *covers;
    GHashTable *outlines; /* FT_Outline in units of the font, by glyph; `shapes` */
    GHashTable *sizes;    /* GlyphSize by 1/64 of a pixel an em */
};

static void
size_free(gpointer data)
{
    GlyphSize *size = data;
    g_hash_table_unref(size->covers);
    g_free(size);
}

static gboolean
open_face(GlyphPixels *pixels)
{
    guint len;
    const char *bytes = hb_blob_get_data(pixels->file, &len);
    return FT_Init_FreeType(&pixels->library) == 0 &&
           FT_New_Memory_Face(pixels->library, (const FT_Byte *)bytes, (FT_Long)len, 0,
                              &pixels->face) == 0;
}

GlyphPixels *
glyph_pixels_new(hb_face_t *face)
{
    g_autoptr(GlyphPixels) pixels = g_new0(GlyphPixels, 1);
    pixels->file = hb_face_reference_blob(face);
    pixels->shapes = arena_new();
    pixels->covers = arena_new();
    pixels->outlines = g_hash_table_new(NULL, NULL);
    pixels->sizes = g_hash_table_new_full(NULL, NULL, NULL, size_free);
    return open_face(pixels) ? g_steal_pointer(&pixels) : NULL;
}

void
glyph_pixels_free(GlyphPixels *pixels)
{
    if (pixels == NULL)
        return;
    g_hash_table_unref(pixels->sizes);
    g_hash_table_unref(pixels->outlines);
    arena_free(pixels->covers);
    arena_free(pixels->shapes);
    if (pixels->face != NULL)
        FT_Done_Face(pixels->face);
    if (pixels->library != NULL)
        FT_Done_FreeType(pixels->library);
    hb_blob_destroy(pixels->file);
    g_free(pixels);
}

static void
forget_old(GlyphPixels *pixels)
{
    if (arena_bytes(pixels->covers) < MOST_BYTES)
        return;
    g_hash_table_remove_all(pixels->sizes);
    arena_free(pixels->covers);
    pixels->covers = arena_new();
}

guint
glyph_pixels_per_em(const GlyphPixels *pixels)
{
    return pixels->face->units_per_EM;
}

GlyphSize *
glyph_pixels_at(GlyphPixels *pixels, double px)
{
    FT_F26Dot6 rounded = (FT_F26Dot6)(px * 64 + 0.5); /* as Cairo tells FreeType */
    if (px < 1)
        return NULL;
    forget_old(pixels);
    GlyphSize *size = g_hash_table_lookup(pixels->sizes, GSIZE_TO_POINTER(rounded));
    if (size != NULL)
        return size;
    size = g_new(GlyphSize, 1);
    *size = (GlyphSize){pixels, FT_DivFix(rounded, pixels->face->units_per_EM),
                        g_hash_table_new(NULL, NULL)};
    g_hash_table_insert(pixels->sizes, GSIZE_TO_POINTER(rounded), size);
    return size;
}

static void *
copied(Arena *arena, const void *items, gsize size)
{
    return memcpy(arena_alloc(arena, size), items, size);
}

static const FT_Outline *
read_outline(GlyphPixels *pixels, guint32 glyph)
{
    FT_Face face = pixels->face;
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) !=
            0 ||
        face->glyph->format != FT_GLYPH_FORMAT_OUTLINE)
        return NULL;
    FT_Outline *kept = arena_new0(pixels->shapes, FT_Outline);
    *kept = face->glyph->outline;
    gsize n_points = (gsize)kept->n_points, n_contours = (gsize)kept->n_contours;
    if (n_points > 0) {
        kept->points = copied(pixels->shapes, kept->points, n_points * sizeof *kept->points);
        kept->tags = copied(pixels->shapes, kept->tags, n_points * sizeof *kept->tags);
        kept->contours =
            copied(pixels->shapes, kept->contours, n_contours * sizeof *kept->contours);
    }
    g_hash_table_insert(pixels->outlines, GUINT_TO_POINTER(glyph), kept);
    return kept;
}

/* The outline at a size. Its points are the caller's room. */
static FT_Outline
scaled(const FT_Outline *outline, FT_Fixed scale, FT_Vector *points)
{
    FT_Outline out = *outline;
    out.points = points;
    for (gsize i = 0; i < (gsize)out.n_points; i++)
        points[i] = (FT_Vector){FT_MulFix(outline->points[i].x, scale),
                                FT_MulFix(outline->points[i].y, scale)};
    return out;
}

/* All pixels that the outline touches. */
static GlyphCover *
fill(FT_Library library, FT_Outline *outline, Arena *arena)
{
    FT_BBox box;
    FT_Outline_Get_CBox(outline, &box);
    FT_Pos left = box.xMin >> 6, top = (box.yMax + 63) >> 6, bottom = box.yMin >> 6;
    int w = (int)(((box.xMax + 63) >> 6) - left), h = (int)(top - bottom);
    GlyphCover *cover = arena_alloc(arena, sizeof *cover + (gsize)w * (gsize)h);
    cover->x = (int)left;
    cover->y = (int)-top;
    cover->w = w;
    cover->h = h;
    if (w == 0 || h == 0)
        return cover;
    FT_Bitmap bitmap = {.rows = (guint)h,
                        .width = (guint)w,
                        .pitch = w,
                        .buffer = cover->cover,
                        .num_grays = 256,
                        .pixel_mode = FT_PIXEL_MODE_GRAY};
    FT_Outline_Translate(outline, -left * 64, -bottom * 64);
    return FT_Outline_Get_Bitmap(library, outline, &bitmap) == 0 ? cover : NULL;
}

static CoverBox
box_of(const FT_Outline *outline)
{
    FT_BBox box;
    FT_Outline_Get_CBox(outline, &box);
    return (CoverBox){(int)box.xMin, (int)-box.yMax, (int)box.xMax, (int)-box.yMin};
}

static GlyphCover *
make_cover(const GlyphSize *size, guint32 glyph)
{
    GlyphPixels *pixels = size->of;
    const FT_Outline *outline = g_hash_table_lookup(pixels->outlines, GUINT_TO_POINTER(glyph));
    if (outline == NULL)
        outline = read_outline(pixels, glyph);
    if (outline == NULL)
        return NULL;
    g_autofree FT_Vector *points = g_new(FT_Vector, (gsize)outline->n_points + 1);
    FT_Outline at_size = scaled(outline, size->scale, points);
    GlyphCover *cover = fill(pixels->library, &at_size, pixels->covers);
    if (cover != NULL)
        cover->ink = box_of(outline);
    return cover;
}

const GlyphCover *
glyph_size_cover(GlyphSize *size, guint32 glyph)
{
    GlyphCover *cover = g_hash_table_lookup(size->covers, GUINT_TO_POINTER(glyph));
    if (cover != NULL)
        return cover;
    cover = make_cover(size, glyph);
    if (cover != NULL)
        g_hash_table_insert(size->covers, GUINT_TO_POINTER(glyph), cover);
    return cover;
}
