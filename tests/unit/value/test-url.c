#include "support/value-mutate.h"
#include "value/color.h"
#include "value/url.h"

static const char *const statuses[] = {
    "ok", "relative", "empty", "scheme", "control", "user", "email", "bad",
};

static const struct {
    const char *text;
    gboolean channel;
    const char *status, *href, *suggestion;
    gboolean added;
} urls[] = {
    {"https://dinsos.pasuruankab.go.id/", TRUE, "ok", "https://dinsos.pasuruankab.go.id/", "",
     FALSE},
    {"<https://bit.ly/35cATIU/>", TRUE, "ok", "https://bit.ly/35cATIU/", "", FALSE},
    {" < http://a.id/ > ", TRUE, "ok", "http://a.id/", "", FALSE},
    {"Http://DisKominfo.pasuruankab.go.id/A?b=C#d", FALSE, "ok",
     "http://diskominfo.pasuruankab.go.id/A?b=C#d", "", FALSE},
    {"dpkp.lumajangkab.go.id", TRUE, "ok", "http://dpkp.lumajangkab.go.id", "", TRUE},
    {"dpkp.lumajangkab.go.id", FALSE, "ok", "http://dpkp.lumajangkab.go.id", "", TRUE},
    {"www.lapor.go.id", TRUE, "ok", "https://www.lapor.go.id", "", TRUE},
    {"lapor.go.id/cara", FALSE, "ok", "https://lapor.go.id/cara", "", TRUE},
    {"htpp://dinsos.go.id/a", FALSE, "bad", "", "http://dinsos.go.id/a", FALSE},
    {"htpps://dinsos.go.id", TRUE, "bad", "", "https://dinsos.go.id", FALSE},
    {"tphts://dinsos.go.id", TRUE, "bad", "", "https://dinsos.go.id", FALSE},
    {"ppts/daftar.pdf", FALSE, "relative", "ppts/daftar.pdf", "", FALSE},
    {"xlapor.go.id", TRUE, "ok", "http://xlapor.go.id", "", TRUE},
    {"a.example", TRUE, "ok", "http://a.example", "", TRUE},
    {"formulir.pdf", FALSE, "relative", "formulir.pdf", "", FALSE},
    {"Formulir F-1.02.pdf", FALSE, "relative", "Formulir F-1.02.pdf", "", FALSE},
    {"/seeds/000.txt", FALSE, "relative", "/seeds/000.txt", "", FALSE},
    {"#alur", FALSE, "relative", "#alur", "", FALSE},
    {"../a/b.html", FALSE, "relative", "../a/b.html", "", FALSE},
    {"dinsos.go.id:8080/x", FALSE, "ok", "http://dinsos.go.id:8080/x", "", TRUE},
    {"https://dinsos.go.id:8080", TRUE, "ok", "https://dinsos.go.id:8080", "", FALSE},
    {"http://10.1.2.3/x", TRUE, "ok", "http://10.1.2.3/x", "", FALSE},
    {"https://a.id/é \"", FALSE, "control", "", "https://a.id/é\"", FALSE},
    {"https://a.id/é\"<#a#b%zz%20", FALSE, "ok", "https://a.id/%C3%A9%22%3C#a%23b%25zz%20", "",
     FALSE},
    {"mailto:a@b.go.id", FALSE, "ok", "mailto:a@b.go.id", "", FALSE},
    {"MAILTO:a@b.go.id?subject=x y", FALSE, "control", "", "", FALSE},
    {"mailto:a@b", FALSE, "bad", "", "", FALSE},
    {"tel:+62 343-427605", FALSE, "ok", "tel:+62343427605", "", FALSE},
    {"tel:12", FALSE, "bad", "", "", FALSE},
    {"tel:javascript", FALSE, "bad", "", "", FALSE},
    {"", FALSE, "empty", "", "", FALSE},
    {"  ", TRUE, "empty", "", "", FALSE},
    {"<>", TRUE, "empty", "", "", FALSE},
    /* refused */
    {"javascript:alert(1)", FALSE, "scheme", "", "", FALSE},
    {"JaVaScRiPt:alert(1)", TRUE, "scheme", "", "", FALSE},
    {"java\tscript:alert(1)", FALSE, "control", "", "", FALSE},
    {"\x01javascript:alert(1)", FALSE, "control", "", "", FALSE},
    {"a.id/\x7f", TRUE, "control", "", "", FALSE},
    {"data:text/html,x", FALSE, "scheme", "", "", FALSE},
    {"vbscript:x", FALSE, "scheme", "", "", FALSE},
    {"file:///etc/passwd", FALSE, "scheme", "", "", FALSE},
    {"ftp://a.go.id/", FALSE, "scheme", "", "", FALSE},
    {"C:\\berkas\\a.pdf", FALSE, "scheme", "", "", FALSE},
    {"//evil.com/x", FALSE, "scheme", "", "", FALSE},
    {"\\\\server\\x", FALSE, "scheme", "", "", FALSE},
    {"http://dinsos@inhilkab.go.id", TRUE, "user", "", "dinsos@inhilkab.go.id", FALSE},
    {"http://a:b@c.go.id/", TRUE, "user", "", "", FALSE},
    {"dinsos@inhilkab.go.id", TRUE, "email", "", "mailto:dinsos@inhilkab.go.id", FALSE},
    /* mistyped */
    {"https://dinsos/lebakkab.go.id", TRUE, "bad", "", "https://dinsos.lebakkab.go.id", FALSE},
    {"http://dinsos/lebakkab.go.id/a/b", TRUE, "bad", "", "http://dinsos.lebakkab.go.id/a/b",
     FALSE},
    {"https:/dinsos.go.id", TRUE, "bad", "", "https://dinsos.go.id", FALSE},
    {"https//dinsos.go.id", TRUE, "bad", "", "https://dinsos.go.id", FALSE},
    {"https//dinsos.go.id", FALSE, "bad", "", "https://dinsos.go.id", FALSE},
    {"http:\\\\dinsos.go.id\\a", TRUE, "bad", "", "http://dinsos.go.id/a", FALSE},
    {"htps://dinsos.go.id", TRUE, "bad", "", "https://dinsos.go.id", FALSE},
    {"http://https://dinsos.go.id", TRUE, "bad", "", "https://dinsos.go.id", FALSE},
    {"www,lapor.go.id", FALSE, "bad", "", "https://www.lapor.go.id", FALSE},
    {"https://www.dinsos.go,id/", TRUE, "bad", "", "https://www.dinsos.go.id/", FALSE},
    {"https://dinsos.go.id./", TRUE, "bad", "", "https://dinsos.go.id/", FALSE},
    {"https://dinsos .go.id", TRUE, "control", "", "https://dinsos.go.id", FALSE},
    {"http://dinsos", TRUE, "bad", "", "", FALSE},
    {"http://", TRUE, "bad", "", "", FALSE},
    {"http://-a.id", TRUE, "bad", "", "", FALSE},
    {"http://a..id", TRUE, "bad", "", "", FALSE},
    {"http://1.2.3.4.5", TRUE, "bad", "", "", FALSE},
    {"http://1.2.3.256", TRUE, "bad", "", "", FALSE},
    {"http://a.id:99999999", TRUE, "bad", "", "", FALSE},
    {"situs web", TRUE, "control", "", "", FALSE},
    {"dinsos", TRUE, "bad", "", "", FALSE},
};

static void
test_urls(void)
{
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < G_N_ELEMENTS(urls); i++) {
        UrlValue value;
        url_check(arena, urls[i].text, urls[i].channel, &value);
        g_test_message("%s", urls[i].text);
        g_assert_cmpstr(statuses[value.status], ==, urls[i].status);
        g_assert_cmpstr(value.href, ==, urls[i].href);
        g_assert_cmpstr(value.suggestion, ==, urls[i].suggestion);
        g_assert_cmpint(value.scheme_added, ==, urls[i].added);
    }
    UrlValue value;
    url_check(arena, NULL, TRUE, &value);
    g_assert_cmpint(value.status, ==, URL_EMPTY);
}

static const struct {
    const char *text, *expected;
} finds[] = {
    {"Online melalui website SP4N-LAPOR! (www.lapor.go.id)", "www.lapor.go.id"},
    {"(Instagram : <https://www.instagram.com/dinsos.lebakkab>)",
     "https://www.instagram.com/dinsos.lebakkab"},
    {"[Http://diskominfo.go.id/](http://diskominfo.go.id/)",
     "Http://diskominfo.go.id/ http://diskominfo.go.id/"},
    {"Website:www.a.go.id, b.co.id/x; dan c.com.", "www.a.go.id b.co.id/x c.com"},
    {"https://a.id/x,https://b.id", "https://a.id/x https://b.id"},
    {"https://a.id/x_(y)", "https://a.id/x_(y)"},
    {"(https://a.id/x).", "https://a.id/x"},
    {"<https://dinsos/lebakkab.go.id>", "https://dinsos/lebakkab.go.id"},
    {"dinsos@pasuruankab.go.id", ""},
    {"a_b@x.go.id", ""},
    {"http://dinsos@inhilkab.go.id", "http://dinsos@inhilkab.go.id"},
    {"https//dinsos.go.id", "https//dinsos.go.id"},
    {"www,lapor.go.id", "www,lapor.go.id"},
    {"dinsos/lebakkab.go.id", ""},
    {"javascript:alert(1)", ""},
    {"surat dan e-mail. Idaman", ""},
    {"http saja", ""},
    {"", ""},
};

static void
test_finds(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(finds); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        UrlSpan span;
        for (gsize from = 0; url_find(finds[i].text, from, &span);
             from = span.start + span.len) {
            g_string_append(out, out->len > 0 ? " " : "");
            g_string_append_len(out, finds[i].text + span.start, span.len);
        }
        g_test_message("%s", finds[i].text);
        g_assert_cmpstr(out->str, ==, finds[i].expected);
    }
}

static const struct {
    const char *text, *expected;
    gboolean valid;
} emails[] = {
    {"Email : dinsos.lebakkab@gmail.com;", "dinsos.lebakkab@gmail.com", TRUE},
    {"<a+b@c.go.id>", "a+b@c.go.id", TRUE},
    {"dinsos@gmail,com", "dinsos@gmail,com", FALSE},
    {"dinsos@lebakkab", "dinsos@lebakkab", FALSE},
    {"@dinsos", "", FALSE},
    {"a@@b.id", "", FALSE},
    {"IG @x dan a@b.id.", "a@b.id", TRUE},
    {"..a..b@c.id", "a..b@c.id", FALSE},
};

static void
test_emails(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(emails); i++) {
        UrlSpan span = {0, 0};
        g_test_message("%s", emails[i].text);
        gboolean found = email_find(emails[i].text, 0, &span);
        g_assert_cmpint(found, ==, emails[i].expected[0] != '\0');
        g_autofree char *address = g_strndup(emails[i].text + span.start, span.len);
        g_assert_cmpstr(address, ==, emails[i].expected);
        g_assert_cmpint(email_is_valid(address, span.len), ==, emails[i].valid);
    }
}

/* Whatever is written: an href is a safe address of an allowed scheme, a suggestion is accepted. */
static void
test_random(void)
{
    GRand *rand = g_rand_new_with_seed(MUTATE_SEED);
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < 30000; i++) {
        g_autoptr(Arena) arena = arena_new();
        UrlValue value, again;
        UrlSpan span;
        if (i % 8 == 0) {
            random_bytes(rand, text);
        } else {
            g_string_assign(text,
                            i % 2 ? urls[g_rand_int_range(rand, 0, G_N_ELEMENTS(urls))].text
                                  : finds[g_rand_int_range(rand, 0, G_N_ELEMENTS(finds))].text);
            mutate(rand, text);
        }
        g_test_message("%s", text->str);
        url_check(arena, text->str, i % 3 == 0, &value);
        g_assert_cmpint(value.href[0] != '\0', ==,
                        value.status == URL_OK || value.status == URL_RELATIVE);
        if (value.status == URL_OK) {
            g_assert_true(g_str_has_prefix(value.href, "http://") ||
                          g_str_has_prefix(value.href, "https://") ||
                          g_str_has_prefix(value.href, "mailto:") ||
                          g_str_has_prefix(value.href, "tel:"));
            for (const char *p = value.href; *p != '\0'; p++)
                g_assert_true(g_ascii_isgraph(*p) && strchr("<>\"`\\", *p) == NULL);
            url_check(arena, value.href, TRUE, &again);
            g_assert_cmpstr(again.href, ==, value.href);
        }
        if (value.status == URL_BAD && value.suggestion[0] != '\0') {
            url_check(arena, value.suggestion, TRUE, &again);
            g_assert_cmpint(again.status, ==, URL_OK);
        }
        for (gsize from = 0; url_find(text->str, from, &span); from = span.start + span.len)
            g_assert_true(span.len > 0 && span.start + span.len <= text->len);
        for (gsize from = 0; email_find(text->str, from, &span); from = span.start + span.len)
            g_assert_true(span.len > 0 && span.start + span.len <= text->len);
    }
    g_rand_free(rand);
}

static void
test_colors(void)
{
    const Color white = {255, 255, 255}, black = {0, 0, 0};
    static const struct {
        const char *text, *hex, *dark;
    } rows[] = {
        {"#0B4650", "#0b4650", "#0b4650"},
        {"#fff", "#ffffff", "#525252"},
        {"#FFC93C", "#ffc93c", "#665018"},
        {"#abc", "#aabbcc", "#525a62"},
        {"#000000", "#000000", "#000000"},
        {"0b4650", "", ""},
        {"#0b465", "", ""},
        {"#0b46500", "", ""},
        {"#ggg", "", ""},
        {"", "", ""},
        {"#", "", ""},
    };
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        Color color = black;
        g_autoptr(GString) hex = g_string_new(NULL), dark = g_string_new(NULL);
        g_assert_cmpint(color_parse(rows[i].text, &color), ==, rows[i].hex[0] != '\0');
        if (rows[i].hex[0] == '\0')
            continue;
        color_append_hex(hex, color);
        g_assert_cmpstr(hex->str, ==, rows[i].hex);
        Color darker = color_darken(color, 7.0);
        color_append_hex(dark, darker);
        g_assert_cmpstr(dark->str, ==, rows[i].dark);
        g_assert_cmpfloat(color_contrast(darker, white), >=, 7.0);
    }
    g_assert_false(color_parse(NULL, NULL));
    g_assert_cmpfloat_with_epsilon(color_contrast(white, black), 21.0, 1e-9);
    g_assert_cmpfloat_with_epsilon(color_contrast(white, white), 1.0, 1e-9);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/url/urls", test_urls);
    g_test_add_func("/url/finds", test_finds);
    g_test_add_func("/url/emails", test_emails);
    g_test_add_func("/url/random", test_random);
    g_test_add_func("/color/colors", test_colors);
    return g_test_run();
}
