/* Sizes from the first bytes of pictures, whole and cut off. */
#include "text/picture.h"
#include <string.h>

typedef struct Case {
    const char *name, *bytes;
    gsize len;
    guint32 width, height;
} Case;

#define BYTES(text) text, sizeof(text) - 1

static const Case cases[] = {
    {"png", BYTES("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x7D\0\0\1\0\2"), 32000, 65538},
    {"gif", BYTES("GIF89a\x02\x01\x04\x03"), 258, 772},
    {"jpeg", BYTES("\xFF\xD8\xFF\xE0\0\4ab\xFF\xFF\xC2\0\x11\x08\1\2\3\4"), 772, 258},
    {"jpeg's tables are no frame",
     BYTES("\xFF\xD8\xFF\xC4\0\x08\1\2\3\4\5\6\xFF\xC0\0\x11\x08\0\5\0\6"), 6, 5},
    {"webp, lossy", BYTES("RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9D\x01\x2A\x02\x41\x03\x01"),
     258, 259},
    {"webp, lossless", BYTES("RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2F\x01\x80\0\0\0\0\0\0\0"), 2, 3},
    {"webp, extended", BYTES("RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x00\x01\x00\x01\x00\x00"),
     257, 2},
};

static void
test_cases(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const Case *c = &cases[i];
        guint32 width, height;
        g_test_message("%s", c->name);
        for (gsize n = 0; n < c->len; n++) {
            g_autofree char *start = g_memdup2(c->bytes, n);
            g_assert_false(picture_measure(start, n, &width, &height));
            g_assert_cmpuint(width + height, ==, 0);
        }
        g_autofree char *bytes = g_memdup2(c->bytes, c->len);
        g_assert_true(picture_measure(bytes, c->len, &width, &height));
        g_assert_cmpuint(width, ==, c->width);
        g_assert_cmpuint(height, ==, c->height);
    }
}

static void
test_broken(void)
{
    static const char jpeg[] = "\xFF\xD8\xFF\xE0\0\1abcdefgh",
                      other[] = "%PDF-1.7 abcdefghijklmnop";
    guint32 width, height;
    g_assert_false(picture_measure(jpeg, sizeof jpeg - 1, &width, &height));
    g_assert_false(picture_measure(other, sizeof other - 1, &width, &height));
}

static void
test_svg(void)
{
    g_autofree char *comment = g_strnfill(100 * 1000, '<');
    g_autofree char *late =
        g_strconcat("<?xml version='1.0'?><!-- ", comment,
                    " --><!DOCTYPE svg><svg\n  width='30' height='20'>", NULL);
    const struct {
        const char *text;
        guint32 width, height;
    } rows[] = {
        {"<svg width=\"30\" height=\"20px\">", 30, 20},
        {"<svg viewBox='0 0 30.5 20'>", 30, 20},
        {"<svg width='30mm' height='20mm' viewBox=\"0,0,300,200\">", 300, 200},
        {"<svg stroke-width='3' data-height='4' viewBox='0 0 7 8'>", 7, 8},
        {"<x:svg xmlns:x='a' width='3' height='4'>", 3, 4},
        {late, 30, 20},
        {"<svg>", 0, 0},
        {"<svg width='30'>", 0, 0},
        {"<svg width='99999' height='1'>", 0, 0},
        {"<svg width='3' height='4'", 0, 0},
        {"<!-- <svg width='3' height='4'>", 0, 0},
        {"<html width='3' height='4'>", 0, 0},
        {"bukan gambar", 0, 0},
        {"", 0, 0},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        guint32 width = 1, height = 1;
        gsize len = strlen(rows[i].text);
        g_autofree char *bytes = g_memdup2(rows[i].text, len); /* nothing stands behind */
        g_test_message("%.60s", rows[i].text);
        g_assert_cmpint(picture_measure_svg(len > 0 ? bytes : "", len, &width, &height), ==,
                        rows[i].width > 0);
        g_assert_cmpuint(width, ==, rows[i].width);
        g_assert_cmpuint(height, ==, rows[i].height);
    }
}

static void
test_huge(void)
{
    g_assert_false(picture_is_huge(8000, 8000));
    g_assert_true(picture_is_huge(8000, 8001));
    g_assert_true(picture_is_huge(G_MAXUINT32, G_MAXUINT32));
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/picture/cases", test_cases);
    g_test_add_func("/picture/broken", test_broken);
    g_test_add_func("/picture/svg", test_svg);
    g_test_add_func("/picture/huge", test_huge);
    return g_test_run();
}
