#include "draw/pdf-ink.h"

typedef void (*InkFunc)(SceneColor color, PdfInk *ink);

static void
check(InkFunc of, guint32 rgb, const double want[4])
{
    PdfInk ink;
    of(SCENE_RGB(rgb), &ink);
    const double got[4] = {ink.c, ink.m, ink.y, ink.k};
    for (guint i = 0; i < 4; i++)
        g_assert_cmpfloat_with_epsilon(got[i], want[i], 0.002);
}

static void
test_shapes(void)
{
    check(pdf_ink_of, 0x000000, (double[]){0, 0, 0, 1});
    check(pdf_ink_of, 0xFFFFFF, (double[]){0, 0, 0, 0});
    check(pdf_ink_of, 0x808080, (double[]){0, 0, 0, 0.498});
    check(pdf_ink_of, 0xFF0000, (double[]){0, 1, 1, 0});
    check(pdf_ink_of, 0x00FF00, (double[]){1, 0, 1, 0});
    check(pdf_ink_of, 0x0C4A52, (double[]){0.854, 0.098, 0, 0.678});
    check(pdf_ink_of, 0xFFCC33, (double[]){0, 0.2, 0.8, 0});
}

static void
test_words(void)
{
    check(pdf_ink_of_words, 0x000000, (double[]){0, 0, 0, 1});
    check(pdf_ink_of_words, 0xFFFFFF, (double[]){0, 0, 0, 0});
    check(pdf_ink_of_words, 0x0C4A52, (double[]){0, 0, 0, 1});
    check(pdf_ink_of_words, 0x8A1F11, (double[]){0, 0, 0, 1});
    check(pdf_ink_of_words, 0x5A6B70, (double[]){0, 0, 0, 0.593});
    check(pdf_ink_of_words, 0xFFCC33, (double[]){0, 0.2, 0.8, 0});
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pdf-ink/shapes", test_shapes);
    g_test_add_func("/pdf-ink/words", test_words);
    return g_test_run();
}
