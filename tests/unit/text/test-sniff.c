/* What browsers take for a page by its first bytes: each row a file, and the word that says so; NULL: none does. */
#include "text/sniff.h"
#include <string.h>

static const struct {
    const char *bytes, *word;
} cases[] = {
    {"<!DOCTYPE html>", "<!DOCTYPE"},
    {"<!doctype html><title>x</title>", "<!doctype"},
    {"<!--><script>a()</script>-->", "<!--"},
    {"<!-- x -->", "<!--"},
    {"<?xml version='1.0'?>", "<?xml"},
    {"<?>", "<?"},
    {"<html>", "<html"},
    {"<HTML lang=id>", "<HTML"},
    {" \t\r\n\f<script src=x>", "<script"},
    {"\xEF\xBB\xBF<body>", "<body"},
    {"\xEF\xBB\xBF\n<svg xmlns='http://www.w3.org/2000/svg'>", "<svg"},
    {"<h1>Judul</h1>", "<h1"},
    {"<table/>", "<table"},
    {"<b\n>", "<b"},
    {"<p", "<p"},
    {"<bentuk>", "<bentuk"},
    {"<nama>, <alamat>", "<nama"},
    {"\v<svg:svg>", "<svg"},
    {"<b-c>", "<b-c"},
    {"<!aaaaaaaaaaaaaaaaaaaa", "<!aaaaaaaaaaaaa"},

    {"", NULL},
    {" ", NULL},
    {"<", NULL},
    {"\n<", NULL},
    {"%PDF-1.7\n<html>", NULL},
    {"< b>", NULL},
    {"</p>", NULL},
    {"<1>", NULL},
    {"<\xC3\xA9>", NULL},
    {"Kepada <b>Yth.</b>", NULL},
    {"BEGIN:VCARD", NULL},
};

static void
test_cases(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        char word[SNIFF_WORD];
        gsize len = strlen(cases[i].bytes);
        g_autofree char *bytes =
            g_memdup2(cases[i].bytes, len); /* no byte behind its end may be read */
        g_test_message("%s", cases[i].bytes);
        g_assert_cmpint(sniff_is_page(bytes, len, word), ==, cases[i].word != NULL);
        if (cases[i].word != NULL)
            g_assert_cmpstr(word, ==, cases[i].word);
    }
}

static void
test_wide(void)
{
    static const struct {
        const char *bytes;
        gsize len;
        const char *word;
    } wide[] = {
        {"\xFF\xFE \0<\0x\0>\0", 10, "<x"},
        {"\xFE\xFF\0\n\0<\0?\0x", 10, "<?x"},
        {"<\0?\0x\0", 6, "<?x"},
        {"\0<\0h\0>", 6, "<h"},
        {"\xFF\xFE"
         "K\0",
         4, NULL},
        {"\xFF\xFE<\0x\1", 6, NULL},
        {"\xFF\xFE<", 3, NULL},
        {"\0\0\0<ftyp", 8, NULL},
        {"<\0", 2, NULL},
        {"\xFF\xFE", 2, NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(wide); i++) {
        char word[SNIFF_WORD];
        g_autofree char *bytes = g_memdup2(wide[i].bytes, wide[i].len);
        g_test_message("%zu", i);
        g_assert_cmpint(sniff_is_page(bytes, wide[i].len, word), ==, wide[i].word != NULL);
        if (wide[i].word != NULL)
            g_assert_cmpstr(word, ==, wide[i].word);
    }
}

static void
test_behind_blanks(void)
{
    g_autofree char *blanks = g_strnfill(2 * SNIFF_HEAD, ' ');
    char word[SNIFF_WORD];
    memcpy(blanks + SNIFF_HEAD - 5, "<html", 5);
    g_assert_true(sniff_is_page(blanks, 2 * SNIFF_HEAD, word));
    g_assert_cmpstr(word, ==, "<html");
    memcpy(blanks + SNIFF_HEAD - 5, "     <html", 10);
    g_assert_true(sniff_is_page(blanks, 2 * SNIFF_HEAD, word)); /* nobody knows what it is */
    g_assert_cmpstr(word, ==, "");
    g_assert_false(sniff_is_page(blanks, SNIFF_HEAD - 1, word));
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sniff/cases", test_cases);
    g_test_add_func("/sniff/wide", test_wide);
    g_test_add_func("/sniff/behind-blanks", test_behind_blanks);
    return g_test_run();
}
