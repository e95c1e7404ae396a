/*
 * Which drawings may be published: each row a file, and the words that are refused with their line; NULL: it passes.
 */
#include "text/svg.h"
#include <string.h>

#define HEAD "<svg xmlns=\"http://www.w3.org/2000/svg\">"
#define XML  "<?xml version='1.0'?>"
#define LINK \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"

typedef struct Case {
    const char *name, *in, *refused;
    guint line;
} Case;

static const Case cases[] = {
    {"plain", HEAD "<g id=\"a\"><path d=\"M0 0\" fill='#fff'/></g></svg>\n", NULL, 0},
    {"head of a drawing program",
     "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- x -->\n<!DOCTYPE svg PUBLIC "
     "\"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n" HEAD
     "</svg>",
     NULL, 0},
    {"foreign words",
     "<svg xmlns:svg='http://www.w3.org/2000/svg' xmlns='http://www.w3.org/2000/svg' "
     "xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' inkscape:version='1 &amp; "
     "2'>"
     "<inkscape:grid onclick='x' type='\\'/><metadata><inkscape:a/></metadata></svg>",
     NULL, 0},
    {"prefixed throughout",
     "<svg:svg xmlns:svg='http://www.w3.org/2000/svg'><svg:rect width='1'/></svg:svg>", NULL,
     0},
    {"own references",
     LINK "<defs><linearGradient id='a'/><linearGradient id='b' xlink:href='#a'/></defs>"
          "<path fill='url(#b)' style='filter:url( &quot;#b&quot; )'/><use href='#a'/></svg>",
     NULL, 0},
    {"own style", HEAD "<style><![CDATA[.a{fill:url(#b)}]]> .b { fill: red }</style></svg>",
     NULL, 0},
    {"own picture",
     LINK
     "<image "
     "xlink:href='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ'/></svg>",
     NULL, 0},
    {"words for readers", HEAD "<title>a &lt; b</title><g aria-label='url(x) \\ y'/></svg>",
     NULL, 0},
    {"nothing at all", " \n", NULL, 0},
    {"packet of a drawing program",
     "<?xml version='1.0' encoding='UTF-8' standalone='no' ?>\r\n"
     "<?xpacket begin='\xEF\xBB\xBF' id='W5M0MpCehiHzreSzNTczkc9d'?>\n" HEAD
     "<metadata><![CDATA[ eJzs/ > ]]>"
     "</metadata><!-- <g/> - --></svg>\n<!-- x -->\n<?xpacket?>",
     NULL, 0},
    {"of LibreOffice",
     XML "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
         "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>"
         "<svg version='1.2' xmlns='http://www.w3.org/2000/svg' "
         "xmlns:ooo='http://xml.openoffice.org/svg/export' "
         "xmlns:presentation='http://sun.com/xmlns/staroffice/presentation' "
         "xmlns:smil='http://www.w3.org/2001/SMIL20/' "
         "xmlns:anim='urn:oasis:names:tc:opendocument:xmlns:animation:1.0' "
         "xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' "
         "xml:space='preserve'>"
         "<font id='EmbeddedFont_1' horiz-adv-x='2048'><font-face font-family='Arial' "
         "units-per-em='2048' "
         "ascent='1854' descent='423'/><missing-glyph horiz-adv-x='2048' d='M 0,0'/>"
         "<glyph unicode='D' horiz-adv-x='1298' d='M 0,0'/></font></svg>",
     NULL, 0},
    {"of Illustrator",
     XML
     "<svg xmlns='http://www.w3.org/2000/svg'><metadata><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
     "<dc:title xmlns:dc='http://purl.org/dc/elements/1.1/'><rdf:Alt "
     "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></dc:title></x:xmpmeta></"
     "metadata></svg>",
     NULL, 0},
    {"an id like a function", "\n" HEAD "<g id='image(1)'/><use href=' #image '/></svg>", NULL,
     0},
    {"letters of Windows",
     "<?xml version='1.1' encoding='windows-1252'?><svg><title>\x93"
     "A\x94</title></svg>",
     NULL, 0},
    {"letters of one byte, named otherwise",
     "<?xml version='1.0' encoding='latin1'?><svg>\xE9</svg>", NULL, 0},
    {"letters named without a dash", "<?xml version='1.0' encoding='UTF8'?><svg>\xC3\xA9</svg>",
     NULL, 0},
    {"letters of America", "<?xml version='1.0' encoding='us-ascii'?><svg>a</svg>", NULL, 0},
    {"shadows of a design program",
     HEAD "<filter id='a'><feFlood result='b'/><feColorMatrix in='SourceAlpha' "
          "result='h'/><feOffset/>"
          "<feGaussianBlur stdDeviation='2'/><feBlend in2='b' result='e'/><feBlend "
          "in='SourceGraphic' in2='e' result='s'/>"
          "<feMorphology radius='1' in='s'/><feMerge><feMergeNode in='e'/><feMergeNode "
          "in='SourceGraphic'/></feMerge>"
          "</filter><g filter='url(#a)'><path/></g></svg>",
     NULL, 0},
    {"letters of one byte",
     "<?xml version='1.0' encoding='ISO-8859-1'?><svg><title>\xE9</title></svg>", NULL, 0},
    {"document types",
     XML "<!DOCTYPE svg:svg SYSTEM 'a b' ><svg:svg xmlns:svg='http://www.w3.org/2000/svg'/>",
     NULL, 0},
    {"a document type alone", XML "<!DOCTYPE svg >" HEAD "</svg>", NULL, 0},
    {"no XML at all", "bukan gambar", "bukan gambar", 1},
    {"empty", "", NULL, 0},

    {"script", HEAD "\n<script>alert(1)</script></svg>", "<script>", 2},
    {"script by a prefix", "<svg xmlns:x='http://www.w3.org/2000/svg'><x:script/></svg>",
     "xmlns:x='http://www.w3.org/2000/svg'", 1},
    {"script by the usual prefix",
     "<svg:svg xmlns:svg='http://www.w3.org/2000/svg'><svg:script/></svg:svg>", "<svg:script/>",
     1},
    {"HTML by a prefix", "<svg xmlns:h='http://www.w3.org/1999/xhtml'/>",
     "xmlns:h='http://www.w3.org/1999/xhtml'", 1},
    {"HTML inside", HEAD "<g xmlns='http://www.w3.org/1999/xhtml'/></svg>",
     "xmlns='http://www.w3.org/1999/xhtml'", 1},
    {"namespace in disguise", "<svg xmlns:h='http://www.w3.org/1999/xhtm&#108;'/>",
     "xmlns:h='http://www.w3.org/1999/xhtm&#108;'", 1},
    {"HTML", "<html><script>x</script></html>", "<html>", 1},
    {"foreign root", "<x:svg xmlns:x='http://www.serif.com/'/>",
     "<x:svg xmlns:x='http://www.serif.com/'/>", 1},
    {"two marks of the byte order", "\xEF\xBB\xBF\xEF\xBB\xBF" HEAD "<script/></svg>", " " HEAD,
     1},
    {"words before it", "x" HEAD "<script/></svg>",
     "x<svg xmlns=\"http://www.w3.org/2000/svg\">", 1},
    {"style by a prefix",
     "<svg:svg xmlns:svg='http://www.w3.org/2000/svg'><svg:style>@import "
     "'https://contoh.go.id/a.css';</svg:style></svg:svg>",
     "svg:style", 1},
    {"paint in a style by a prefix",
     "<svg:svg "
     "xmlns:svg='http://www.w3.org/2000/svg'><svg:style><![CDATA[a{fill:url(//b)}]]></"
     "svg:style></svg:svg>",
     "svg:style", 1},
    {"event", "<svg onload=\"a()\"/>", "onload=\"a()\"", 1},
    {"event in other letters", HEAD "<g\n ONCLICK = 'a'/></svg>", "ONCLICK = 'a'", 2},
    {"foreign object", HEAD "<foreignObject/></svg>", "<foreignObject/>", 1},
    {"link", HEAD "<a href='https://contoh.go.id'><text>x</text></a></svg>",
     "<a href='https://contoh.go.id'>", 1},
    {"animation", HEAD "<set attributeName='href' to='javascript:x'/></svg>",
     "<set attributeName='href' to='javascript:x'/>", 1},
    {"picture from elsewhere", HEAD "<image href='https://contoh.go.id/a.png'/></svg>",
     "href='https://contoh.go.id/a.png'", 1},
    {"picture beside it", HEAD "<image href='a.png'/></svg>", "href='a.png'", 1},
    {"drawing in a drawing", HEAD "<image href='data:image/svg+xml;base64,PHN2Zz4='/></svg>",
     "href='data:image/svg+xml;base64,PHN2Zz4='", 1},
    {"data elsewhere", HEAD "<use href='data:image/png;base64,iVBORw0KGgo='/></svg>",
     "href='data:image/png;base64,iVBORw0KGgo='", 1},
    {"huge picture inside",
     HEAD "<image href='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAfQAAAH0A'/></svg>",
     "href='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA", 1},
    {"use from elsewhere", LINK "<use xlink:href='b.svg#a'/></svg>", "xlink:href='b.svg#a'", 1},
    {"javascript", LINK "<use xlink:href=' java&#115;cript:x'/></svg>",
     "xlink:href=' java&#115;cript:x'", 1},
    {"base", HEAD "<g xml:base='https://contoh.go.id/'/></svg>",
     "xml:base='https://contoh.go.id/'", 1},
    {"paint from elsewhere", HEAD "<g fill='url(https://contoh.go.id/a#b)'/></svg>",
     "fill='url(https://contoh.go.id/a#b)'", 1},
    {"the same by entities", HEAD "<g fill='&#x75;rl(b)'/></svg>", "fill='&#x75;rl(b)'", 1},
    {"the same escaped", HEAD "<g style='fill:u\\72l(b)'/></svg>", "style='fill:u\\72l(b)'", 1},
    {"the same without url", HEAD "<g style='background:IMAGE-set(\"b\" 1x)'/></svg>",
     "style='background:IMAGE-set(\"b\" 1x)'", 1},
    {"import", HEAD "\n<style>@im&#112;ort 'a';</style></svg>", "style", 2},
    {"import around a comment", HEAD "\n<style>@im<!-- -->port 'a';</style></svg>", "style", 2},
    {"font from elsewhere", HEAD "<style>@font-face{src:ur<![CDATA[l(a)]]>}</style></svg>",
     "style", 1},
    {"element in a style", HEAD "<style><g/></style></svg>", "<g/>", 1},
    {"style sheet beside it", XML "<?xml-stylesheet href='a.css'?>" HEAD "</svg>",
     "<?xml-stylesheet href='a.css'?>", 1},
    {"entities of its own", XML "<!DOCTYPE svg [<!ENTITY a 'b'>]>" HEAD "</svg>",
     "<!DOCTYPE svg [<!ENTITY a 'b'>", 1},
    {"an entity that is none", HEAD "<g fill='&a;'/></svg>", "&a;", 1},
    {"another encoding", "<?xml version='1.0' encoding='UTF-7'?>" HEAD "</svg>",
     "<?xml version='1.0' encoding='UTF-7'?>", 1},
    {"an encoding in a version",
     "<?xml version='encoding=\"utf-8\"' encoding='UTF-7'?>" HEAD "</svg>",
     "<?xml version='encoding=\"utf-8\"' encoding='UTF-7'?>", 1},
    {"wide letters", "\xFF\xFE<", "UTF-16", 1},
    {"cut off", HEAD "<g>", "<g>", 1},
    {"cut off in a tag", HEAD "<g fill='a", "fill='a", 1},
    {"cut off in a comment", HEAD "<!-- a", "<!-- a", 1},
    {"crossed", HEAD "<g></svg>", "</svg>", 1},
    {"two roots", HEAD "</svg><svg/>", "<svg/>", 1},
    {"no root", XML "<!-- a -->", "<?xml version='1.0'?>", 1},
    {"no quotes", HEAD "<g fill=a/></svg>", "fill=a/>", 1},
    {"no blank", HEAD "<g fill='a'id='b'/></svg>", "id='b'/>", 1},
    {"blanks before the declaration", "\n<?xml version='1.0'?>" HEAD "</svg>",
     "<?xml version='1.0'?>", 2},
    {"a declaration without version", "<?xml encoding='utf-8'?>" HEAD "</svg>",
     "<?xml encoding='utf-8'?>", 1},
    {"letters that are not of its encoding", HEAD "\n<title>Dinas \xE9</title></svg>",
     "\xEF\xBF\xBD</title>", 2},
    {"letters above ASCII", "<?xml version='1.0' encoding='ascii'?>" HEAD "\xC3\xA9</svg>",
     "é</svg>", 1},
    {"a control character", HEAD "<g/>\x1B(J</svg>", " (J</svg>", 1},
    {"a control character by its number", HEAD "&#27;</svg>", "&#27;", 1},
    {"no character", HEAD "a\xEF\xBF\xBF</svg>", " </svg>", 1},
    {"an entity in the text", HEAD "\n<text>Dinas&nbsp;A</text></svg>", "&nbsp;A", 2},
    {"words behind it", HEAD "</svg>\nx", "x", 2},
    {"a part behind it", HEAD "</svg><![CDATA[ x ]]>", "<![CDATA[ x ]]>", 1},
    {"the end of a part", HEAD "a ]]> b</svg>", "]]>", 1},
    {"the same attribute twice", HEAD "<g fill='a' fill='b'/></svg>", "fill='b'/>", 1},
    {"a name that begins with a digit", HEAD "<g 1a='b'/></svg>", "1a='b'/>", 1},
    {"a name with two prefixes", HEAD "<g a:b:c='d'/></svg>", "a:b:c='d'/>", 1},
    {"a prefix alone", HEAD "<g a:='d'/></svg>", "a:='d'/>", 1},
    {"two document types", XML "<!DOCTYPE svg><!DOCTYPE svg>" HEAD "</svg>", "<!DOCTYPE svg>",
     1},
    {"a document type behind", HEAD "</svg><!DOCTYPE svg>", "<!DOCTYPE svg>", 1},
    {"two dashes in a comment", HEAD "<!-- a -- b --></svg>", "<!-- a -- b -->", 1},
    {"three dashes", HEAD "<!-- a ---></svg>", "<!-- a --->", 1},
    {"a comment in other letters", HEAD "<!- a --></svg>", "<!- a -->", 1},
    {"a packet's mark that goes on", XML "<?xpacketx a?>" HEAD "</svg>", "<?xpacketx a?>", 1},

    /* What browsers would take for HTML, in documents that are well formed. */
    {"a comment first", "<!--><script>a()</script>-->" HEAD "</svg>", "<!-->", 1},
    {"blanks and a comment first", " \n<!-- x -->" HEAD "</svg>", "<!-- x -->", 2},
    {"a document type first", "<!DOCTYPE svg SYSTEM '><script>a()</script>'>" HEAD "</svg>",
     "<!DOCTYPE svg SYSTEM '>", 1},
    {"a packet's mark first", "<?xpacket x?>" HEAD "</svg>", "<?xpacket x?>", 1},
    {"another document type", XML "<!DOCTYPE html>" HEAD "</svg>", "<!DOCTYPE html>", 1},

    /* Names that browsers read otherwise. */
    {"a reference by percents", HEAD "<g id='a0'/><use href='#%61%30'/></svg>",
     "href='#%61%30'", 1},
    {"a reference with a line's end", HEAD "<use href='#a&#10;0'/></svg>", "href='#a&#10;0'",
     1},
    {"a reference with a blank", HEAD "<g id='a b'/><use href='#a b'/></svg>", "href='#a b'",
     1},
    {"paint by percents", HEAD "<g fill='url(#%61)'/></svg>", "fill='url(#%61)'", 1},
    {"paint with a line's end", HEAD "<g fill='url(&quot;#a&#10;b&quot;)'/></svg>",
     "fill='url(&quot;#a&#10;b&quot;)'", 1},
    {"paint in two quotes", HEAD "<g fill='url(&quot;#a&apos;)'/></svg>",
     "fill='url(&quot;#a&apos;)'", 1},
    {"paint that does not end", HEAD "<g fill='url(#a'/></svg>", "fill='url(#a'", 1},

    {"a picture that is none", HEAD "<image href='data:image/png;base64,iVBORw0KGgo='/></svg>",
     "href='data:image/png;base64,iVBORw0KGgo='", 1},
    {"a huge picture by percents",
     HEAD "<image "
          "href='data:image/png;base64,%69VBORw0KGgoAAAANSUhEUgAAdTAAAHUwCAYAAAAfFcSJ'/></svg>",
     "href='data:image/png;base64,%69VBORw0KGgoAAAANSU", 1},
    {"an id by a prefix", HEAD "<g xml:id='a'/></svg>", "xml:id='a'", 1},
    {"a letter in two ways",
     "<?xml version='1.0' encoding='iso-8859-1'?>" HEAD
     "<g id='\xE9'/><use href='#&#233;'/></svg>",
     "href='#&#233;'", 1},
    {"letters that the mark belies",
     "\xEF\xBB\xBF<?xml version='1.0' encoding='iso-8859-1'?>" HEAD "\xE9</svg>",
     "\xEF\xBF\xBD</svg>", 1},
    {"paint by a variable", HEAD "<g style='--a:url(#b)'/></svg>", "style='--a:url(#b)'", 1},
    {"too wide a brush", HEAD "<filter><feMorphology radius='101'/></filter></svg>",
     "<feMorphology radius='101'/>", 1},
    {"too wide a brush in one direction",
     HEAD "<filter><feMorphology radius='1,1e3'/></filter></svg>",
     "<feMorphology radius='1,1e3'/>", 1},
    {"a name of a public kind", XML "<!DOCTYPE svg PUBLIC '<' 'b'>" HEAD "</svg>",
     "<!DOCTYPE svg PUBLIC '<' 'b'>", 1},
    {"a declaration of another kind", "<?xml version='2.0'?>" HEAD "</svg>",
     "<?xml version='2.0'?>", 1},
    {"a declaration that may be", "<?xml version='1.0' standalone='maybe'?>" HEAD "</svg>",
     "<?xml version='1.0' standalone='maybe'?>", 1},
    {"no character either", HEAD "a\xEF\xBF\xBE</svg>", " </svg>", 1},
    {"circle", HEAD "<g id='a'><use href='#a'/></g></svg>", HEAD, 1},
};

static void
test_cases(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const Case *c = &cases[i];
        gsize len = strlen(c->in);
        g_autofree char *text = g_memdup2(c->in, len); /* no byte behind its end may be read */
        SvgFault fault;
        g_test_message("%s", c->name);
        g_assert_cmpint(svg_is_safe(text, len, &fault), ==, c->refused == NULL);
        g_autofree char *wanted = g_strndup(c->refused != NULL ? c->refused : "", 48);
        g_assert_cmpstr(fault.what, ==, wanted);
        g_assert_cmpuint(fault.line, ==, c->line);
        for (gsize n = 0; n < len; n++) { /* every start of it is read without harm */
            g_autofree char *start = g_memdup2(text, n);
            svg_is_safe(start, n, &fault);
        }
    }
}

/* `text` with "%u" in it filled. */
static void
append_numbered(GString *out, const char *text, guint number)
{
    const char *place = strstr(text, "%u");
    g_string_append_len(out, text, place - text);
    g_string_append_printf(out, "%u%s", number, place + strlen("%u"));
}

/* `levels` groups, each drawing the one before ten times by `reference`. */
static gboolean
nested_passes(guint levels, const char *reference)
{
    g_autoptr(GString) text = g_string_new(HEAD "<g id='a0'/>");
    SvgFault fault;
    for (guint level = 1; level <= levels; level++) {
        g_string_append_printf(text, "<g id='a%u'>", level);
        for (guint i = 0; i < 10; i++)
            append_numbered(text, reference, level - 1);
        g_string_append(text, "</g>");
    }
    g_string_append(text, "</svg>");
    return svg_is_safe(text->str, text->len, &fault);
}

static void
test_nested(void)
{
    static const char *const references[] = {"<use href='#a%u'/>", "<g fill='url(#a%u)'/>"};
    for (gsize i = 0; i < G_N_ELEMENTS(references); i++) {
        g_assert_true(nested_passes(3, references[i]));
        g_assert_false(nested_passes(6, references[i]));
        g_assert_false(nested_passes(1000, references[i]));
    }
}

/* The same by classes: patterns of ten elements whose class fills them with the pattern before. */
static void
test_nested_by_style(void)
{
    for (guint levels = 3; levels <= 300; levels *= 10) {
        g_autoptr(GString) text = g_string_new(HEAD "<style>");
        SvgFault fault;
        for (guint i = 0; i < levels; i++)
            g_string_append_printf(text, ".c%u{fill:url(#p%u)}", i, i);
        g_string_append(text, "</style>");
        for (guint i = 0; i < levels; i++) {
            g_string_append_printf(text, "<pattern id='p%u'>", i);
            for (guint k = 0; k < 10; k++)
                g_string_append_printf(text, "<rect class='c%u'/>", i + 1);
            g_string_append(text, "</pattern>");
        }
        g_string_append(text, "</svg>");
        g_assert_cmpint(svg_is_safe(text->str, text->len, &fault), ==, levels == 3);
    }
}

static void
test_attributes(void)
{
    for (guint n = SVG_MAX_ATTRIBUTES; n <= SVG_MAX_ATTRIBUTES + 1; n++) {
        g_autoptr(GString) text = g_string_new(HEAD "<g");
        SvgFault fault;
        for (guint i = 0; i < n; i++)
            g_string_append_printf(text, " data-a%u=''", i);
        g_string_append(text, "/></svg>");
        g_assert_cmpint(svg_is_safe(text->str, text->len, &fault), ==, n == SVG_MAX_ATTRIBUTES);
    }
}

/* References to nothing draw nothing, however many groups they are counted in. */
static void
test_dangling(void)
{
    g_autoptr(GString) text = g_string_new(HEAD);
    SvgFault fault;
    for (guint i = 0; i < SVG_MAX_DEPTH - 2; i++)
        g_string_append_printf(text, "<g id='a%u'>", i);
    for (guint i = 0; i < 2 * SVG_MAX_DRAWN; i++)
        g_string_append(text, "<use href='#z'/>");
    for (guint i = 0; i < SVG_MAX_DEPTH - 2; i++)
        g_string_append(text, "</g>");
    for (guint i = 0; i < SVG_MAX_DEPTH - 2; i++)
        g_string_append_printf(text, "<g fill='url(#a%u)'/>", SVG_MAX_DEPTH - 3 - i);
    g_string_append(text, "</svg>");
    g_assert_false(svg_is_safe(text->str, text->len, &fault)); /* the groups hold too many */
    g_string_replace(text, "#a", "#b", 0);
    g_assert_true(svg_is_safe(text->str, text->len, &fault));
}

/* `levels` holders, each with `n_inside` children in a group; group and children name the next holder. */
static gboolean
stacked_passes(guint levels, guint n_inside, const char *group, const char *child)
{
    g_autoptr(GString) text = g_string_new(HEAD);
    SvgFault fault;
    for (guint i = 0; i < levels; i++) {
        append_numbered(text, "<g id='m%u'>", i);
        append_numbered(text, group, i + 1);
        for (guint k = 0; k < n_inside; k++)
            append_numbered(text, child, i + 1);
        g_string_append(text, "</g></g>");
    }
    g_string_append(text, "</svg>");
    return svg_is_safe(text->str, text->len, &fault);
}

/* What browsers draw once for each element inside, or at each vertex, though the file refers to it once. */
static void
test_spread(void)
{
    static const struct {
        const char *group, *child;
        gboolean spreads;
    } rows[] = {
        {"<g id='x%u'>", "<g mask='url(#m%u)'/>", TRUE},
        {"<g fill='url(#m%u)'>", "<path id='y%u'/>", TRUE},
        {"<g style='a:b; stroke : url( #m%u )'>", "<path id='y%u'/>", TRUE},
        {"<g marker-end='url(#m%u)'>", "<path id='y%u'/>", TRUE},
        {"<g mask='url(#m%u)'>", "<path mask='inherit' id='y%u'/>", TRUE},
        {"<g mask='url(#m%u)'>", "<path id='y%u'/>", FALSE},
        {"<g style='fill:red;mask:url(#m%u)'>", "<path id='y%u'/>", FALSE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s %s", rows[i].group, rows[i].child);
        g_assert_true(stacked_passes(2, 8, rows[i].group, rows[i].child));
        g_assert_cmpint(stacked_passes(8, 8, rows[i].group, rows[i].child), ==,
                        !rows[i].spreads);
    }
    g_assert_true(stacked_passes(8, 1, "<g id='x%u'>",
                                 "<path marker-end='url(#m%u)' d='M0 0 1 1 2 2 3 3'/>"));
    g_assert_false(stacked_passes(8, 1, "<g id='x%u'>",
                                  "<path marker-mid='url(#m%u)' d='M0 0 1 1 2 2 3 3'/>"));
    g_assert_false(stacked_passes(8, 1, "<g style='marker:url(#m%u)'>",
                                  "<path id='y%u' points='0 0 1 1 2 2 3 3'/>"));
}

/* A style sheet tells nothing of where it is used, so what it refers to counts by what that holds, by references as well. */
static gboolean
styled_passes(guint n, const char *holder, const char *more)
{
    g_autoptr(GString) text = g_string_new(HEAD "<style>");
    SvgFault fault;
    for (guint i = 0; i < n; i++)
        g_string_append_printf(text, ".c%u{mask:url(#m%u)}", i, i);
    g_string_append_printf(text, "</style>%s", more);
    for (guint i = 0; i < n; i++)
        append_numbered(text, holder, i);
    g_string_append(text, "</svg>");
    return svg_is_safe(text->str, text->len, &fault);
}

static void
test_styled(void)
{
    static const char eight[] =
        "<g id='z'><path/><path/><path/><path/><path/><path/><path/><path/></g>";
    g_assert_true(styled_passes(2, "<mask id='m%u'><use href='#z'/></mask>", eight));
    g_assert_false(styled_passes(8, "<mask id='m%u'><use href='#z'/></mask>", eight));
    g_assert_true(styled_passes(SVG_MAX_STYLED, "<mask id='m%u'/>", ""));
    g_assert_false(styled_passes(SVG_MAX_STYLED + 1, "<mask id='m%u'/>", ""));
    g_assert_true(styled_passes(SVG_MAX_STYLED + 1, "<linearGradient id='m%u'/>", ""));
}

/* A result taken up twice by each primitive. */
static void
test_filter(void)
{
    for (guint n = 8; n <= 12; n += 2) {
        g_autoptr(GString) text = g_string_new(HEAD "<filter><feFlood result='r0'/>");
        SvgFault fault;
        for (guint i = 0; i < n; i++) {
            append_numbered(text, "<feBlend in='r%u'", i);
            append_numbered(text, " in2='r%u'", i);
            append_numbered(text, " result='r%u'/>", i + 1);
        }
        g_string_append(text, "</filter></svg>");
        g_assert_cmpint(svg_is_safe(text->str, text->len, &fault), ==, n == 8);
    }
}

static void
test_depth(void)
{
    for (guint depth = SVG_MAX_DEPTH - 1; depth <= SVG_MAX_DEPTH; depth++) {
        g_autoptr(GString) text = g_string_new(HEAD);
        SvgFault fault;
        for (guint i = 0; i < depth; i++)
            g_string_append(text, "<g>");
        for (guint i = 0; i < depth; i++)
            g_string_append(text, "</g>");
        g_string_append(text, "</svg>");
        g_assert_cmpint(svg_is_safe(text->str, text->len, &fault), ==, depth < SVG_MAX_DEPTH);
    }
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/svg/cases", test_cases);
    g_test_add_func("/svg/nested", test_nested);
    g_test_add_func("/svg/nested-by-style", test_nested_by_style);
    g_test_add_func("/svg/attributes", test_attributes);
    g_test_add_func("/svg/dangling", test_dangling);
    g_test_add_func("/svg/spread", test_spread);
    g_test_add_func("/svg/styled", test_styled);
    g_test_add_func("/svg/filter", test_filter);
    g_test_add_func("/svg/depth", test_depth);
    return g_test_run();
}
