#include "draw/pictogram.h"
#include <string.h>

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

static const ScenePoint PRAM[] = {M(3, 4),  L(6, 4),  L(8, 11), L(21, 11),           C(21, 16, 18, 17, 14.5f, 17),
                                  C(11, 17, 8, 16, 8, 11), M(13, 11), L(13, 4), C(17.5f, 4, 21, 7, 21, 11),
                                  RING(10.5f, 20, 1.7f),   RING(18.5f, 20, 1.7f)};
static const ScenePoint SCHOOL[] = {M(1, 9),  L(12, 4), L(23, 9),  L(12, 14), Z, M(6, 11.5f), L(6, 17),
                                    C(9, 20, 15, 20, 18, 17), L(18, 11.5f), M(21, 10), L(21, 16)};
static const ScenePoint WORK[] = {BOX(2, 8, 20, 12), M(8.5f, 8), L(8.5f, 4.5f), L(15.5f, 4.5f), L(15.5f, 8),
                                  DASH(2, 13, 8),    DASH(14, 13, 8), BOX(10, 11.5f, 4, 3)};
static const ScenePoint SHOP[] = {M(3, 9), L(5, 3), L(19, 3), L(21, 9), C(21, 12, 16.5f, 12, 16.5f, 9),
                                  C(16.5f, 12, 12, 12, 12, 9), C(12, 12, 7.5f, 12, 7.5f, 9),
                                  C(7.5f, 12, 3, 12, 3, 9), L(21, 9), M(5, 12), L(5, 21), L(19, 21), L(19, 12),
                                  M(10, 21), L(10, 15), L(14, 15), L(14, 21)};
static const ScenePoint RINGS[] = {RING(8.5f, 14.5f, 6), RING(15.5f, 14.5f, 6), M(6.5f, 4), L(8.5f, 6.5f),
                                   L(10.5f, 4)};
static const ScenePoint MOVE[] = {M(2, 11), L(9, 4), L(16, 11), M(4, 9.2f), L(4, 20), L(14, 20), L(14, 9.2f),
                                  DASH(10, 15.5f, 12), M(18.5f, 12), L(22, 15.5f), L(18.5f, 19)};
static const ScenePoint HEALTH[] = {M(9, 3), L(15, 3), L(15, 9), L(21, 9), L(21, 15), L(15, 15), L(15, 21),
                                    L(9, 21), L(9, 15), L(3, 15), L(3, 9), L(9, 9), Z};
static const ScenePoint ELDER[] = {RING(9, 4.5f, 2.2f), M(6, 22), L(8, 15), L(7, 9), L(12, 12), L(16, 12),
                                   M(8, 15), L(11.5f, 17.5f), L(12, 22), M(18, 22), L(18, 12.5f),
                                   C(18, 10, 15, 10, 15, 12)};
static const ScenePoint CANDLE[] = {BOX(9, 10, 6, 10), DASH(5, 21.5f, 14), M(12, 10), L(12, 7.5f), M(12, 1.5f),
                                    C(15, 4.5f, 14.5f, 7.5f, 12, 7.5f), C(9.5f, 7.5f, 9, 4.5f, 12, 1.5f), Z};
static const ScenePoint HOUSE[] = {M(2, 12), L(12, 3), L(22, 12), M(5, 9.5f), L(5, 21), L(19, 21), L(19, 9.5f),
                                   M(10, 21), L(10, 14), L(14, 14), L(14, 21)};
static const ScenePoint WATER[] = {M(12, 2), C(16, 7, 19, 11, 19, 15), C(19, 19, 16, 22, 12, 22),
                                   C(8, 22, 5, 19, 5, 15), C(5, 11, 8, 7, 12, 2), Z, M(9, 15),
                                   C(9, 17, 10.5f, 18.5f, 12, 18.5f)};
static const ScenePoint LEAF[] = {M(4, 20), C(3, 10, 8, 4, 21, 3), C(21, 15, 15, 20, 7, 17), M(4, 22), C(6, 15, 9, 12, 14, 9)};
static const ScenePoint SCALES[] = {M(12, 3), L(12, 21), DASH(7, 21, 10), DASH(4, 6, 16), M(4, 6), L(1.5f, 14),
                                    L(6.5f, 14), Z, M(20, 6), L(17.5f, 14), L(22.5f, 14), Z};
static const ScenePoint PEOPLE[] = {RING(8, 8, 3), BUST(8, 20, 6), RING(16.5f, 7, 2.4f), M(16, 13),
                                    C(20, 12.5f, 22, 15, 22, 18)};

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
    [PICTOGRAM_PRAM] = SHAPE(PRAM),
    [PICTOGRAM_SCHOOL] = SHAPE(SCHOOL),
    [PICTOGRAM_WORK] = SHAPE(WORK),
    [PICTOGRAM_SHOP] = SHAPE(SHOP),
    [PICTOGRAM_RINGS] = SHAPE(RINGS),
    [PICTOGRAM_MOVE] = SHAPE(MOVE),
    [PICTOGRAM_HEALTH] = SHAPE(HEALTH),
    [PICTOGRAM_ELDER] = SHAPE(ELDER),
    [PICTOGRAM_CANDLE] = SHAPE(CANDLE),
    [PICTOGRAM_HOUSE] = SHAPE(HOUSE),
    [PICTOGRAM_WATER] = SHAPE(WATER),
    [PICTOGRAM_LEAF] = SHAPE(LEAF),
    [PICTOGRAM_SCALES] = SHAPE(SCALES),
    [PICTOGRAM_PEOPLE] = SHAPE(PEOPLE),
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
            g_ascii_formatd(number, sizeof number, "%.1f", (double)p->x[k]);
            if (g_str_has_suffix(number, ".0"))
                number[strlen(number) - 2] = '\0';
            if (k > 0)
                g_string_append_c(out, ' ');
            g_string_append(out, number);
        }
    }
}
