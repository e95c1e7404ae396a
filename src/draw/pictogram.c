#include "draw/pictogram.h"
#include "base/append.h"
#include <math.h>

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
static const ScenePoint WHEELCHAIR[] = {RING(9, 4, 2), M(9, 7),  L(9, 13),  L(16, 13), L(19, 19),
                                        L(21, 18),     M(9, 9),  L(14, 9),  RING(11, 16, 5)};

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

static const ScenePoint RAMP[] = {M(2, 21), L(22, 21), L(22, 11), Z, M(4, 14), L(14, 9), M(10, 8), L(14, 9),
                                  L(12, 13)};
static const ScenePoint TOILET[] = {BOX(5, 2, 4, 9), M(5, 11), L(20, 11), C(20, 15, 17, 17, 14, 17), L(15, 22), L(8, 22),
                                    L(8, 17), C(6, 16, 5, 14, 5, 11)};
static const ScenePoint COUNTER[] = {RING(12, 5, 3), M(6, 14), C(6, 9, 18, 9, 18, 14), DASH(2, 14, 20), M(4, 14), L(4, 22),
                                     L(20, 22), L(20, 14)};
static const ScenePoint NURSING[] = {M(10, 6), C(10, 1, 14, 1, 14, 6), BOX(8, 6, 8, 3), M(8, 9), L(7, 12), L(7, 22),
                                     L(17, 22), L(17, 12), L(16, 9), DASH(7, 15, 4), DASH(7, 18, 4)};
static const ScenePoint GUIDING[] = {BOX(3, 3, 18, 18), M(8, 7), L(8, 17), M(12, 7), L(12, 17), M(16, 7),
                                     L(16, 17)};
static const ScenePoint PARKING[] = {BOX(3, 3, 18, 18), M(9.5f, 18), L(9.5f, 6.5f), L(13, 6.5f),
                                     C(17.5f, 6.5f, 17.5f, 13, 13, 13), L(9.5f, 13)};
static const ScenePoint BRAILLE[] = {RING(8, 5, 1.2f),   RING(16, 5, 1.2f), RING(8, 12, 1.2f),
                                     RING(16, 12, 1.2f), RING(8, 19, 1.2f), RING(16, 19, 1.2f)};
static const ScenePoint HAND[] = {M(7.5f, 13), L(7.5f, 6), M(11, 11), L(11, 3), M(14.5f, 11), L(14.5f, 4), M(18, 12),
                                  L(18, 7), M(18, 12), C(18, 19, 16, 22, 12.5f, 22), C(9, 22, 8, 20, 3.5f, 13),
                                  C(4.5f, 11, 6.5f, 12, 7.5f, 15)};
static const ScenePoint CHAIR[] = {M(6, 3), L(6, 13), L(17, 13), L(17, 21), M(6, 13), L(6, 21), DASH(6, 17, 11)};
static const ScenePoint SWING[] = {M(3, 21), L(7, 4), L(17, 4), L(21, 21), M(10, 4), L(10, 14), M(14, 4), L(14, 14),
                                   DASH(8, 14, 8)};
static const ScenePoint LIFT[] = {BOX(4, 2, 16, 20), M(12, 6), L(12, 18), M(6.5f, 11), L(8.5f, 8), L(10.5f, 11),
                                  M(13.5f, 13), L(15.5f, 16), L(17.5f, 13)};
static const ScenePoint DOOR[] = {M(6, 21), L(6, 3), L(18, 3), L(18, 21), DASH(3, 21, 18), RING(14.5f, 12.5f, 0.6f)};

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
    [PICTOGRAM_RAMP] = SHAPE(RAMP),
    [PICTOGRAM_TOILET] = SHAPE(TOILET),
    [PICTOGRAM_COUNTER] = SHAPE(COUNTER),
    [PICTOGRAM_NURSING] = SHAPE(NURSING),
    [PICTOGRAM_GUIDING] = SHAPE(GUIDING),
    [PICTOGRAM_PARKING] = SHAPE(PARKING),
    [PICTOGRAM_BRAILLE] = SHAPE(BRAILLE),
    [PICTOGRAM_HAND] = SHAPE(HAND),
    [PICTOGRAM_CHAIR] = SHAPE(CHAIR),
    [PICTOGRAM_SWING] = SHAPE(SWING),
    [PICTOGRAM_LIFT] = SHAPE(LIFT),
    [PICTOGRAM_DOOR] = SHAPE(DOOR),
};

const PictogramShape *
pictogram_shape(Pictogram pictogram)
{
    return &SHAPES[pictogram];
}

/* ---- as text ---- */

/* Where the pen is and what its last order was, in tenths: a path is written with the fewest bytes. */
typedef struct Pen {
    GString *out;
    long x, y, start_x, start_y;
    long handle_x, handle_y; /* where a curve that goes on smoothly has its first handle */
    char last;
    gboolean point; /* the last number had a decimal point */
} Pen;

/* One number behind another: a minus, and a second decimal point, are separators by themselves. */
static void
append_number(Pen *pen, long tenths, gboolean first)
{
    GString *out = pen->out;
    if (!first && tenths >= 0 && !(pen->point && tenths > 0 && tenths < 10))
        g_string_append_c(out, ' ');
    if (tenths < 0)
        g_string_append_c(out, '-');
    if (ABS(tenths) >= 10 || tenths == 0)
        append_int(out, ABS(tenths) / 10);
    if (tenths % 10 != 0) {
        g_string_append_c(out, '.');
        append_int(out, ABS(tenths) % 10);
    }
    pen->point = tenths % 10 != 0;
}

/* A letter that repeats may be left out; after M and m a bare pair is a line. */
static void
append_order(Pen *pen, char letter, const long *numbers, guint n)
{
    gboolean same = pen->last == letter || (pen->last == 'M' && letter == 'L') ||
                    (pen->last == 'm' && letter == 'l');
    if (!same || letter == 'M' || letter == 'm')
        g_string_append_c(pen->out, letter);
    else
        letter = pen->last == 'M' ? 'L' : pen->last == 'm' ? 'l' : letter;
    for (guint i = 0; i < n; i++)
        append_number(pen, numbers[i], i == 0 && (!same || letter == 'M' || letter == 'm'));
    pen->last = letter;
}

/* From the pen's place or from the corner of the grid, whichever is shorter. */
static void
append_shorter(Pen *pen, char letter, const long *to, guint n)
{
    g_autoptr(GString) absolute = g_string_new(NULL), relative = g_string_new(NULL);
    Pen a = *pen, r = *pen;
    long by[6];
    a.out = absolute;
    r.out = relative;
    for (guint i = 0; i < n; i++)
        by[i] = to[i] - (letter == 'V' || i % 2 == 1 ? pen->y : pen->x);
    append_order(&a, letter, to, n);
    append_order(&r, g_ascii_tolower(letter), by, n);
    const Pen *chosen = relative->len < absolute->len ? &r : &a;
    g_string_append(pen->out, chosen->out->str);
    pen->last = chosen->last;
    pen->point = chosen->point;
}

/* A RING at the pen's place is two arcs, a third of the bytes of its curves. */
static gboolean
append_ring(Pen *pen, const ScenePoint *p, guint n)
{
    long r = n >= 5 && p[0].op == PATH_CURVE ? pen->x - lroundf(p[0].x[4] * 10) : 0;
    if (r <= 0 || p[4].op != PATH_CLOSE)
        return FALSE;
    long ends[4][2] = {{-r, r}, {-2 * r, 0}, {-r, -r}, {0, 0}};
    for (guint i = 0; i < 4; i++)
        if (p[i].op != PATH_CURVE || lroundf(p[i].x[4] * 10) != pen->x + ends[i][0] ||
            lroundf(p[i].x[5] * 10) != pen->y + ends[i][1])
            return FALSE;
    for (guint half = 0; half < 2; half++) {
        const long numbers[] = {r, r, 0, half == 0 ? -2 * r : 2 * r, 0};
        append_order(pen, 'a', numbers, 3);
        g_string_append(pen->out, " 11");
        append_number(pen, numbers[3], TRUE);
        append_number(pen, 0, FALSE);
    }
    return TRUE;
}

static void
append_point(Pen *pen, const ScenePoint *p)
{
    static const guint COORDINATES[] = {
        [PATH_MOVE] = 2, [PATH_TO] = 2, [PATH_CURVE] = 6, [PATH_CLOSE] = 0};
    guint n = COORDINATES[p->op];
    long to[6] = {0};
    for (guint i = 0; i < n; i++)
        to[i] = lroundf(p->x[i] * 10);
    if (p->op == PATH_CLOSE) {
        append_order(pen, 'Z', NULL, 0);
        pen->x = pen->start_x;
        pen->y = pen->start_y;
        return;
    }
    if (p->op == PATH_TO && to[1] == pen->y)
        append_shorter(pen, 'H', to, 1);
    else if (p->op == PATH_TO && to[0] == pen->x)
        append_shorter(pen, 'V', &to[1], 1);
    else if (p->op == PATH_CURVE && to[0] == pen->handle_x && to[1] == pen->handle_y)
        append_shorter(pen, 'S', &to[2], 4);
    else
        append_shorter(pen, p->op == PATH_MOVE ? 'M' : p->op == PATH_TO ? 'L' : 'C', to, n);
    pen->x = to[n - 2];
    pen->y = to[n - 1];
    pen->handle_x = p->op == PATH_CURVE ? 2 * to[4] - to[2] : -1;
    pen->handle_y = p->op == PATH_CURVE ? 2 * to[5] - to[3] : -1;
    if (p->op == PATH_MOVE) {
        pen->start_x = pen->x;
        pen->start_y = pen->y;
    }
}

const char *
pictogram_path(Pictogram pictogram)
{
    static char *paths[N_PICTOGRAMS];
    if (g_once_init_enter(&paths[pictogram])) {
        const PictogramShape *shape = pictogram_shape(pictogram);
        Pen pen = {.out = g_string_new(NULL)};
        for (guint i = 0; i < shape->n; i++) {
            if (append_ring(&pen, &shape->points[i], shape->n - i))
                i += 4;
            else
                append_point(&pen, &shape->points[i]);
        }
        g_once_init_leave(&paths[pictogram], g_string_free(pen.out, FALSE));
    }
    return paths[pictogram];
}
