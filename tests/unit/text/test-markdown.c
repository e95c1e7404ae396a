#include "text/markdown.h"
#include <string.h>

/* Notes what the hooks are told; "x" drops a link, everything else becomes ../target. */
static char *
change_link(const char *target, guint line, gboolean is_image, gpointer data)
{
    GString *told = data;
    g_string_append_printf(told, "%u %s %s\n", line, is_image ? "image" : "link", target);
    if (strcmp(target, "x") == 0)
        return NULL;
    return g_str_has_prefix(target, "http") ? g_strdup(target)
                                            : g_strconcat("../", target, NULL);
}

static void
note_html(const char *html, guint line, gpointer data)
{
    GString *told = data;
    g_string_append_printf(told, "%u html %s\n", line, html);
}

static void
test_hooks(void)
{
    static const struct {
        const char *text, *html, *told;
    } cases[] = {
        {"[a](b.pdf)", "<p><a href=\"../b.pdf\">a</a></p>\n", "1 link b.pdf\n"},
        {"p\n\nq\n[a *b*](x) c", "<p>p</p>\n<p>q\na <em>b</em> c</p>\n", "4 link x\n"},
        {"![a](b.png \"t\")", "<p><img src=\"../b.png\" alt=\"a\" title=\"t\" /></p>\n",
         "1 image b.png\n"},
        {"![a](x)", "<p>a</p>\n", "1 image x\n"},
        {"![a](http://x/b.png)", "<p><a href=\"http://x/b.png\">a</a></p>\n",
         "1 image http://x/b.png\n"},
        {"[![a](http://x/b.png)](c)", "<p><a href=\"../c\">a</a></p>\n",
         "1 link c\n1 image http://x/b.png\n"},
        {"[![a](b.png)](c)", "<p><a href=\"../c\"><img src=\"../b.png\" alt=\"a\" /></a></p>\n",
         "1 link c\n1 image b.png\n"},
        {"[![a](b.png)](x)", "<p><img src=\"../b.png\" alt=\"a\" /></p>\n",
         "1 link x\n1 image b.png\n"},
        {"a <b>c</b>\n<!-- d -->", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n<p>&lt;!-- d --&gt;</p>\n",
         "1 html <b>\n1 html </b>\n2 html <!-- d -->\n\n"},
        {"a\n\n<div>\nb\n</div>\n", "<p>a</p>\n<p>&lt;div&gt;\nb\n&lt;/div&gt;</p>\n",
         "3 html <div>\nb\n</div>\n\n"},
        {"- <script>alert(1)</script>",
         "<ul>\n<li>&lt;script&gt;alert(1)&lt;/script&gt;</li>\n</ul>\n",
         "1 html <script>alert(1)</script>\n\n"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) out = g_string_new(NULL), told = g_string_new(NULL);
        MarkdownHooks hooks = {.link = change_link, .html = note_html, .data = told};
        markdown_append_html(cases[i].text, strlen(cases[i].text), &hooks, out);
        g_assert_cmpstr(out->str, ==, cases[i].html);
        g_assert_cmpstr(told->str, ==, cases[i].told);
        g_string_truncate(told, 0);
        g_autoptr(Markdown) read = markdown_new(cases[i].text, strlen(cases[i].text));
        markdown_look(read, &hooks); /* whoever only looks is told the same */
        g_assert_cmpstr(told->str, ==, cases[i].told);
    }
}

static void
note_heading(const char *id, gpointer data)
{
    g_string_append_printf(data, "%s ", id);
}

static gboolean
is_alur(const char *id)
{
    return strcmp(id, "alur") == 0 || g_str_has_prefix(id, "langkah-");
}

static void
test_headings(void)
{
    static const char text[] =
        "# Alur\n\n[x](y)\n\n## Tarif\n\nTarif\n---\n\n# *A* <b>\n\n# Langkah\n\n# Langkah\n";
    static const char ids[] = "alur-2 tarif tarif-2 a-b bagian-langkah bagian-langkah-2 ";
    g_autoptr(GString) told = g_string_new(NULL), html = g_string_new(NULL);
    MarkdownHooks hooks = {.heading = note_heading, .is_taken = is_alur, .data = told};
    g_autoptr(Markdown) read = markdown_new(text, strlen(text));
    markdown_each_heading(read, &hooks);
    g_assert_cmpstr(told->str, ==, ids);
    g_string_truncate(told, 0);
    markdown_append_html(text, strlen(text), &hooks, html);
    g_assert_cmpstr(told->str, ==, ids);
}

static void
test_plain(void)
{
    static const struct {
        const char *text, *html;
    } cases[] = {
        {"", ""},
        {"# A\n\nb\nc  \nd", "<h3 id=\"a\">A</h3>\n<p>b\nc<br />\nd</p>\n"},
        {"#### A\n\n##### B", "<h3 id=\"a\">A</h3>\n<h4 id=\"b\">B</h4>\n"},
        {"## A\n#### B\n#### C\n### D\n## E",
         "<h3 id=\"a\">A</h3>\n<h4 id=\"b\">B</h4>\n<h4 id=\"c\">C</h4>\n<h4 id=\"d\">D</h4>\n<h3 id=\"e\">E</h3>\n"},
        {"### A\n## B\n### C", "<h3 id=\"a\">A</h3>\n<h3 id=\"b\">B</h3>\n<h4 id=\"c\">C</h4>\n"},
        {"# A\n## B\n### C\n#### D\n##### E\n###### F",
         "<h3 id=\"a\">A</h3>\n<h4 id=\"b\">B</h4>\n<h5 id=\"c\">C</h5>\n<h6 id=\"d\">D</h6>\n<h6 id=\"e\">E</h6>\n<h6 id=\"f\">F</h6>\n"},
        {"1. a\n2. b *c* `d`",
         "<ol>\n<li>a</li>\n<li>b <em>c</em> <code>d</code></li>\n</ol>\n"},
        {"    a < b\n", "<pre><code>a &lt; b\n</code></pre>\n"},
        {"\"Surat\" -- asli", "<p>&quot;Surat&quot; -- asli</p>\n"},
        {"[a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](data:text/html,x)", "<p>a b c</p>\n"},
        {"[a](mailto:a@b.id) <https://a.id> [t](tel:+62343) [r](../r.html#x)",
         "<p><a href=\"mailto:a@b.id\">a</a> <a href=\"https://a.id\">https://a.id</a> <a "
         "href=\"tel:+62343\">t</a> <a href=\"../r.html#x\">r</a></p>\n"},
        {"![a](//x.id/b.png)", "<p><a href=\"//x.id/b.png\">a</a></p>\n"},
        {"![](https://x.id/b.png)",
         "<p><a href=\"https://x.id/b.png\">https://x.id/b.png</a></p>\n"},
        {"a\n\n---\n\n> b", "<p>a</p>\n<hr />\n<blockquote>\n<p>b</p>\n</blockquote>\n"},
        {"a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"},
        /* stars of a multiplication, and of emphasis */
        {"Denda = 2*50.000 + 3*10.000", "<p>Denda = 2*50.000 + 3*10.000</p>\n"},
        {"2**3 dan 4**5", "<p>2**3 dan 4**5</p>\n"},
        {"2***3 dan 4***5", "<p>2*<strong>3 dan 4</strong>*5</p>\n"},
        {"2*50.000* rupiah, *3*0", "<p>2*50.000* rupiah, *3*0</p>\n"},
        {"panjang*lebar*tinggi", "<p>panjang*lebar*tinggi</p>\n"},
        {"2*3*4 *[a*b*c](d)*", "<p>2*3*4 <em><a href=\"d\">a*b*c</a></em></p>\n"},
        {"**KTP**nya *3* hari _2_", "<p><strong>KTP</strong>nya <em>3</em> hari <em>2</em></p>\n"},
        /* the numbers of the author */
        {"1. a\n2. b\n4. d\n5. e", "<ol>\n<li>a</li>\n<li>b</li>\n<li value=\"4\">d</li>\n<li>e</li>\n</ol>\n"},
        {"1. a\n1. b\n1. c", "<ol>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ol>\n"},
        {"- a\n- > 3. b\n  > 3. c\n  > 2. <li>\n- d",
         "<ul>\n<li>a</li>\n<li>\n<blockquote>\n<ol start=\"3\">\n<li>b</li>\n<li value=\"3\">c</li>\n"
         "<li value=\"2\">&lt;li&gt;</li>\n</ol>\n</blockquote>\n</li>\n<li>d</li>\n</ul>\n"},
        /* addresses that no link asks for */
        {"[Telepon]: 0343-427605", "<p>[Telepon]: 0343-427605</p>\n"},
        {"[Penting]:\nLibur\n\n- [x]: y\n\n> 1. [x]: y\n",
         "<p>[Penting]:\nLibur</p>\n<ul>\n<li>[x]: y</li>\n</ul>\n<blockquote>\n<ol>\n<li>[x]: y</li>\n</ol>\n</blockquote>\n"},
        {"[a  B] [C][a b]\n\n[A\nb]: c.pdf\n[a b]: d.pdf\n",
         "<p><a href=\"c.pdf\">a  B</a> <a href=\"c.pdf\">C</a></p>\n<p>[a b]: d.pdf</p>\n"},
        {"    [a]: b\n\n```\n[a]: b\n```\n",
         "<pre><code>[a]: b\n</code></pre>\n<pre><code>[a]: b\n</code></pre>\n"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        markdown_append_html(cases[i].text, strlen(cases[i].text), NULL, out);
        g_assert_cmpstr(out->str, ==, cases[i].html);
    }
}

static void
test_prefix(void)
{
    static const char text[] = "# A\n\n## A\n\n[b](#a) <a href=\"#b\"> `<h3 id=\"c\">`\n"
                               "[d](d#a) [e](e \"<a href='#x'>\")";
    g_autoptr(GString) html = g_string_new(NULL), again = g_string_new(NULL);
    markdown_append_html(text, strlen(text), NULL, html);
    markdown_append_prefixed(html->str, "l2-", again);
    g_assert_cmpstr(again->str, ==,
                    "<h3 id=\"l2-a\">A</h3>\n<h4 id=\"l2-a-2\">A</h4>\n"
                    "<p><a href=\"#l2-a\">b</a> &lt;a href=&quot;#b&quot;&gt; "
                    "<code>&lt;h3 id=&quot;c&quot;&gt;</code>\n<a href=\"d#a\">d</a> "
                    "<a href=\"e\" title=\"&lt;a href='#x'&gt;\">e</a></p>\n");
}

/* Patterns that made Markdown readers quadratic, each as long as a text may be. */
static void
test_hostile(void)
{
    static const char *const pieces[] = {"![[]()", "[",   "![a](b",   "*a ",  "a**b c* ", "> ",
                                         "- ",     "<!-", "`a``b ",   "[a](", "<a href=", "<?",
                                         "[a][b]", "a_", "1*", "1**", "2*1 ", "[a", "1. a\n", " 3. a\n", "[a]:",  "[a]: b\n", "\\",   "a\n\n- ",  ">"};
    for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autoptr(GString) text = g_string_new(NULL), out = g_string_new(NULL);
        while (text->len < MARKDOWN_MAX_BYTES)
            g_string_append(text, pieces[i]);
        markdown_append_html(text->str, text->len, NULL, out);
        g_assert_true(g_utf8_validate(out->str, -1, NULL));
    }
}

static void
test_limit(void)
{
    g_autofree char *text = g_malloc0(MARKDOWN_MAX_BYTES + 9);
    g_autoptr(GString) out = g_string_new(NULL);
    memset(text, 'a', MARKDOWN_MAX_BYTES - 1);
    memcpy(text + MARKDOWN_MAX_BYTES - 1, "éb", 3);
    markdown_append_html(text, MARKDOWN_MAX_BYTES + 2, NULL, out);
    g_assert_cmpuint(out->len, ==, MARKDOWN_MAX_BYTES - 1 + strlen("<p></p>\n"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/markdown/hooks", test_hooks);
    g_test_add_func("/markdown/headings", test_headings);
    g_test_add_func("/markdown/plain", test_plain);
    g_test_add_func("/markdown/prefix", test_prefix);
    g_test_add_func("/markdown/hostile", test_hostile);
    g_test_add_func("/markdown/limit", test_limit);
    return g_test_run();
}
