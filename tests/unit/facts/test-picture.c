/*
 * Which picture stands beside which facility, and pictures as text: read back, a path leads through the points of the
 * shape it was made of. Requirements are judged by tests/unit/paper/test-rich.c over whole charters.
 */
#include "facts/picture.h"
#include <math.h>
#include <string.h>

static void
test_facilities(void)
{
    static const struct {
        const char *words;
        Pictogram picture;
    } rows[] = {
        {"Kursi roda", PICTOGRAM_WHEELCHAIR},
        {"2 kursi roda di pintu masuk", PICTOGRAM_WHEELCHAIR},
        {"Jalan landai (ramp) dan pegangan tangan", PICTOGRAM_RAMP},
        {"RAMP", PICTOGRAM_RAMP},
        {"Toilet khusus difabel", PICTOGRAM_TOILET},
        {"Loket khusus lansia", PICTOGRAM_COUNTER},
        {"Ruang laktasi", PICTOGRAM_NURSING},
        {"Guiding block", PICTOGRAM_GUIDING},
        {"Parkir khusus penyandang disabilitas", PICTOGRAM_PARKING},
        {"Formulir huruf Braille", PICTOGRAM_BRAILLE},
        {"Petugas berbahasa isyarat", PICTOGRAM_HAND},
        {"Ruang tunggu khusus lansia", PICTOGRAM_CHAIR},
        {"Ruang tunggu ber-AC", PICTOGRAM_NONE},
        {"Area bermain anak", PICTOGRAM_SWING},
        {"Lift", PICTOGRAM_LIFT},
        {"Pintu yang mudah diakses", PICTOGRAM_DOOR},
        {"Ruang tunggu, toilet, dan kursi roda", PICTOGRAM_WHEELCHAIR},
        {"Kursi rodaan", PICTOGRAM_NONE},
        {"Rampung dalam sehari", PICTOGRAM_NONE},
        {"Liftboy", PICTOGRAM_NONE},
        {"Komputer dan printer", PICTOGRAM_NONE},
        {"", PICTOGRAM_NONE},
        {NULL, PICTOGRAM_NONE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s", rows[i].words);
        g_assert_cmpint(picture_of_facility(rows[i].words), ==, rows[i].picture);
    }
}

/* A reader of what SVG allows: repeated orders without their letter, relative ones, numbers that touch. */
typedef struct Reader {
    const char *at;
    char order;
    double x, y, start_x, start_y;
    double handle_x, handle_y;
} Reader;

static double
next_number(Reader *r)
{
    char *end;
    while (*r->at == ' ')
        r->at++;
    double value = g_ascii_strtod(r->at, &end);
    g_assert_true(end > r->at);
    r->at = end;
    return value;
}

static void
next_point(Reader *r, const ScenePoint *want)
{
    static const char OPS[] = {
        [PATH_MOVE] = 'M', [PATH_TO] = 'L', [PATH_CURVE] = 'C', [PATH_CLOSE] = 'Z'};
    if (g_ascii_isalpha(*r->at))
        r->order = *r->at++;
    else
        r->order = r->order == 'M' ? 'L' : r->order == 'm' ? 'l' : r->order;
    char upper = g_ascii_toupper(r->order);
    gboolean relative = r->order != upper;
    g_assert_cmpint(strchr("HV", upper) ? 'L' : upper == 'S' ? 'C' : upper, ==, OPS[want->op]);
    double x = r->x, y = r->y, before_x = 0, before_y = 0;
    for (guint i = 0; i < (want->op == PATH_CURVE ? 6 : upper == 'Z' ? 0 : 2); i += 2) {
        gboolean reflected = upper == 'S' && i == 0;
        before_x = x;
        before_y = y;
        x = reflected ? r->handle_x : upper == 'V' ? r->x : next_number(r) + (relative ? r->x : 0);
        y = reflected ? r->handle_y : upper == 'H' ? r->y : next_number(r) + (relative ? r->y : 0);
        g_assert_cmpfloat(fabs(x - (double)want->x[i]), <, 0.051);
        g_assert_cmpfloat(fabs(y - (double)want->x[i + 1]), <, 0.051);
    }
    r->handle_x = 2 * x - before_x;
    r->handle_y = 2 * y - before_y;
    r->x = upper == 'Z' ? r->start_x : x;
    r->y = upper == 'Z' ? r->start_y : y;
    if (upper == 'M') {
        r->start_x = r->x;
        r->start_y = r->y;
    }
}

/* Two arcs that stand for the four curves and the end of a ring. */
static gboolean
skip_ring(Reader *r, const ScenePoint *want)
{
    if (*r->at != 'a')
        return FALSE;
    r->order = *r->at++;
    for (guint half = 0; half < 2; half++) {
        double radius = next_number(r);
        g_assert_cmpfloat(next_number(r), ==, radius);
        g_assert_cmpfloat(next_number(r), ==, 0);
        g_assert_true(g_str_has_prefix(r->at, " 11"));
        r->at += 3;
        double right = next_number(r);
        g_assert_cmpfloat(fabs(right - (half == 0 ? -2 * radius : 2 * radius)), <, 0.051);
        g_assert_cmpfloat(next_number(r), ==, 0);
        r->x += right;
        g_assert_cmpfloat(fabs(r->x - (double)want[half == 0 ? 1 : 3].x[4]), <, 0.051);
        g_assert_cmpfloat(fabs(r->y - (double)want[half == 0 ? 1 : 3].x[5]), <, 0.051);
    }
    return TRUE;
}

static void
test_paths(void)
{
    g_assert_cmpstr(pictogram_path(PICTOGRAM_NONE), ==, "");
    g_assert_cmpstr(pictogram_path(PICTOGRAM_GUIDING), ==, "M3 3H21V21H3ZM8 7V17M12 7V17M16 7V17");
    g_assert_true(pictogram_path(PICTOGRAM_CARD) == pictogram_path(PICTOGRAM_CARD));
    for (guint i = PICTOGRAM_NONE + 1; i < N_PICTOGRAMS; i++) {
        const PictogramShape *shape = pictogram_shape((Pictogram)i);
        Reader reader = {.at = pictogram_path((Pictogram)i)};
        for (guint k = 0; k < shape->n; k++) {
            if (skip_ring(&reader, &shape->points[k]))
                k += 4;
            else
                next_point(&reader, &shape->points[k]);
        }
        g_assert_cmpstr(reader.at, ==, "");
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/picture/facilities", test_facilities);
    g_test_add_func("/picture/paths", test_paths);
    return g_test_run();
}
