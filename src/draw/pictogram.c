#include "draw/pictogram.h"

#define M(a, b)             {PATH_MOVE, {a, b}}
#define L(a, b)             {PATH_TO, {a, b}}
#define C(a, b, c, d, e, f) {PATH_CURVE, {a, b, c, d, e, f}}
#define Z                   {PATH_CLOSE, {0}}
#define BOX(x, y, w, h)     M(x, y), L((x) + (w), y), L((x) + (w), (y) + (h)), L(x, (y) + (h)), Z
#define DASH(x, y, w)       M(x, y), L((x) + (w), y)
/* A circle of four curves. */
#define K                   0.5523f
#define RING(x, y, r)                                                                          \
    M((x) + (r), y), C((x) + (r), (y) + K * (r), (x) + K * (r), (y) + (r), x, (y) + (r)),      \
        C((x) - K * (r), (y) + (r), (x) - (r), (y) + K * (r), (x) - (r), y),                   \
        C((x) - (r), (y) - K * (r), (x) - K * (r), (y) - (r), x, (y) - (r)),                   \
        C((x) + K * (r), (y) - (r), (x) + (r), (y) - K * (r), (x) + (r), y), Z
/* Shoulders under a head. */
#define BUST(x, y, r)       M((x) - (r), y), C((x) - (r), (y) - (r), (x) + (r), (y) - (r), (x) + (r), y)
#define PAGE                M(5, 2), L(14, 2), L(19, 7), L(19, 22), L(5, 22), Z, M(14, 2), L(14, 7), L(19, 7)

static const ScenePoint CARD[] = {
    BOX(2, 5, 20, 14), RING(7.5f, 10, 2), BUST(7.5f, 16, 3.4f), DASH(13, 9.5f, 6), DASH(13, 13.5f, 4)};
static const ScenePoint FAMILY[] = {BOX(2, 4, 20, 16),    RING(7.5f, 9, 2), BUST(7.5f, 15.6f, 3.2f),
                                    RING(15.5f, 9, 2),    BUST(15.5f, 15.6f, 3.2f),
                                    RING(11.5f, 13, 1.3f), BUST(11.5f, 17.8f, 2.4f)};
static const ScenePoint CERTIFICATE[] = {BOX(2, 3, 20, 14),   DASH(6, 7, 12),  DASH(6, 11, 6),
                                         RING(16.5f, 14, 3), M(14.6f, 16.4f), L(14, 22),
                                         L(16.5f, 20.4f),    L(19, 22),       L(18.4f, 16.4f)};
static const ScenePoint BOOK[] = {BOX(4, 2, 16, 20), M(8, 2), L(8, 22), RING(14, 10, 3),
                                  DASH(11.5f, 17, 5)};
static const ScenePoint PHOTO[] = {BOX(4, 2, 16, 20), RING(12, 9, 3.4f), BUST(12, 19, 6)};
static const ScenePoint STAMP[] = {BOX(3, 4, 18, 16), BOX(6.5f, 7.5f, 11, 9), RING(12, 12, 2.4f)};
static const ScenePoint LETTER[] = {PAGE, DASH(8, 11, 8), DASH(8, 14.5f, 8), DASH(8, 18, 5)};
static const ScenePoint FORM[] = {PAGE,           BOX(8, 10, 2.6f, 2.6f), DASH(12.5f, 11.3f, 4),
                                  BOX(8, 15.5f, 2.6f, 2.6f), DASH(12.5f, 16.8f, 4)};
static const ScenePoint RECEIPT[] = {
    M(5, 2),   L(19, 2),      L(19, 22),    L(16.6f, 20), L(14.4f, 22), L(12, 20), L(9.6f, 22),
    L(7.4f, 20), L(5, 22),    Z,            DASH(8, 7, 8), DASH(8, 11, 8), DASH(12, 15, 4)};
static const ScenePoint DRAWING[] = {BOX(2, 3, 20, 18), M(6, 17),  L(6, 11),  L(12, 7), L(18, 11),
                                     L(18, 17),         Z,         M(10.5f, 17), L(10.5f, 13),
                                     L(13.5f, 13),      L(13.5f, 17)};
static const ScenePoint VEHICLE[] = {M(2, 16),  L(2, 12),        L(5, 11),          L(7.5f, 6),
                                     L(16, 6),  L(19, 11),       L(22, 12),         L(22, 16),
                                     Z,         DASH(5, 11, 14), RING(7, 17, 2.2f), RING(17, 17, 2.2f)};
static const ScenePoint PHONE[] = {BOX(6, 2, 12, 20), DASH(6, 5, 12), DASH(6, 18, 12),
                                   DASH(11, 20, 2)};
static const ScenePoint WHEELCHAIR[] = {RING(9, 3.6f, 1.8f), M(9, 6.5f),     L(9, 13),
                                        L(16, 13),           L(18.6f, 19),   L(21, 18),
                                        M(9, 9.4f),          L(14.5f, 9.4f), RING(10.5f, 16, 5)};

#define SHAPE(points) {points, G_N_ELEMENTS(points)}
static const PictogramShape SHAPES[N_PICTOGRAMS] = {
    [PICTOGRAM_CARD] = SHAPE(CARD),
    [PICTOGRAM_FAMILY] = SHAPE(FAMILY),
    [PICTOGRAM_CERTIFICATE] = SHAPE(CERTIFICATE),
    [PICTOGRAM_BOOK] = SHAPE(BOOK),
    [PICTOGRAM_PHOTO] = SHAPE(PHOTO),
    [PICTOGRAM_STAMP] = SHAPE(STAMP),
    [PICTOGRAM_LETTER] = SHAPE(LETTER),
    [PICTOGRAM_FORM] = SHAPE(FORM),
    [PICTOGRAM_RECEIPT] = SHAPE(RECEIPT),
    [PICTOGRAM_DRAWING] = SHAPE(DRAWING),
    [PICTOGRAM_VEHICLE] = SHAPE(VEHICLE),
    [PICTOGRAM_PHONE] = SHAPE(PHONE),
    [PICTOGRAM_WHEELCHAIR] = SHAPE(WHEELCHAIR),
};

const PictogramShape *
pictogram_shape(Pictogram pictogram)
{
    return &SHAPES[pictogram];
}

void
pictogram_append_path(GString *out, Pictogram pictogram)
{
    static const struct {
        char letter;
        guint n;
    } OPS[] = {[PATH_MOVE] = {'M', 2}, [PATH_TO] = {'L', 2}, [PATH_CURVE] = {'C', 6},
               [PATH_CLOSE] = {'Z', 0}};
    const PictogramShape *shape = pictogram_shape(pictogram);
    for (guint i = 0; i < shape->n; i++) {
        const ScenePoint *p = &shape->points[i];
        g_string_append_c(out, OPS[p->op].letter);
        for (guint k = 0; k < OPS[p->op].n; k++) {
            char number[G_ASCII_DTOSTR_BUF_SIZE];
            g_ascii_formatd(number, sizeof number, "%.2f", (double)p->x[k]);
            if (k > 0)
                g_string_append_c(out, ' ');
            g_string_append(out, number);
        }
    }
}

void
scene_pictogram(Scene *scene, Pictogram pictogram, const SceneBand *at, SceneColor color)
{
    const PictogramShape *shape = pictogram_shape(pictogram);
    if (shape->n == 0)
        return;
    SceneItem *item = scene_path(scene, shape->points, shape->n, at->x, at->y, at->w / 24);
    item->stroke = color;
    item->stroke_mm = at->w * 1.6 / 24;
}
