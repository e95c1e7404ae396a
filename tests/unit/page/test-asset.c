/*
 * What is published of style sheets and scripts. Each row: what the author wrote, what readers load; NULL where the
 * text must pass as it is, because a byte in it may mean something.
 */
#include "page/asset.h"
#include "support/same-bytes.h"
#include <string.h>

typedef struct Case {
    const char *name, *in, *out;
} Case;

static const Case css_cases[] = {
    {"rule", "a {\n  color : red ;\n  margin: 0 .5em ;\n}\n", "a{color :red;margin:0 .5em}\n"},
    {"comment", "/* x */\na{b:c}/**/\n/***/d{e:f}", "a{b:c}d{e:f}\n"},
    {"licence", "/*! mine */ a{}\n/* Copyright x */b{}",
     "/*! mine */ a{}/* Copyright x */b{}\n"},
    {"selectors", "a > b ,\nc + d, e ~ f g :hover, h:not( .i ) {}",
     "a>b,c + d,e ~ f g :hover,h:not( .i ){}\n"},
    {"media", "@media screen and (min-width: 40em) and (max-width:60em) { a { b: c } }",
     "@media screen and (min-width:40em) and (max-width:60em){a{b:c}}\n"},
    {"calc", "a{top:calc( 1rem + 2px - var(--x) )}", "a{top:calc( 1rem + 2px - var(--x) )}\n"},
    {"strings", "a::after{content:\"  /* \\\"  */ ; } \" ' x '}",
     "a::after{content:\"  /* \\\"  */ ; } \" ' x '}\n"},
    {"charset", "@charset \"utf-8\";\n@import url( \"a  b.css\" ) ;",
     "@charset \"utf-8\";@import url( \"a  b.css\" );\n"},
    {"url", "a{b:url(data:x;y,/*z*/  q) , url(c)}", "a{b:url(data:x;y,/*z*/  q),url(c)}\n"},
    {"custom property", "a{--x:  { a : b ; }  ;--y: ;c : d}",
     "a{--x:  { a : b ; }  ;--y: ;c :d}\n"},
    {"custom property behind a rule", "a{& b{} --x: ; --y : a ,  b}",
     "a{& b{}--x: ;--y : a ,  b}\n"},
    {"no custom property", "a{b: c; --d /* : */ }", "a{b:c;--d}\n"},
    {"custom property's end", "a{ --x : 1 , 2 }", "a{--x : 1 , 2 }\n"},
    {"carriage returns", "a{b:c}\r\n\r\n\td{e:f}\f", "a{b:c}d{e:f}\n"},
    {"empty declarations", "a{b:c;; ;}", "a{b:c}\n"},
    {"important", "a{b:c !important;}", "a{b:c!important}\n"},
    {"a blank behind a selector's colon is a mistake",
     "a: hover { b : c }\n@media x{ d: e { f: g } }", "a: hover{b :c}@media x{d: e{f:g}}\n"},
    {"a comment that looks like a rule", "a{b: c/*{*/;d: e}", "a{b:c;d:e}\n"},
    {"a colon of a condition", "@media (a: b) and (c : d){ e:not(f: g){} }",
     "@media (a:b) and (c :d){e:not(f: g){}}\n"},
    {"signs of one mark and another", "a -- > b {}", "a -- >b{}\n"},
    {"custom property behind a licence", "a{/*! x */ --b: 1  2 }", "a{/*! x */ --b: 1  2 }\n"},
    {"a brace that closes nothing", "@layer a;}", "@layer a;}\n"},
    {"form feed in a string", "a{b:'c\fd'}", NULL},
    {"a value in braces", "a{b:{c}}", NULL},
    {"empty", "", ""},
    {"blanks alone", " \n /* x */ ", ""},
    {"other letters", "/* é */.é > ü { content : '→' }", ".é>ü{content :'→'}\n"},
    {"compound or descendant", "a/**/.b{}", NULL},
    {"open comment", "a{b:c} /* d", NULL},
    {"open string", "a{b:'c\n}d{e:f'}", NULL},
    {"escape in a url", "a{b:url(c\\)  ,  d)}", NULL},
    {"open url", "a{b:url(c}", NULL},
    {"escape", ".a\\ b  c{}", NULL},
    {"escape with a blank of its own", ".\\31  a{}", NULL},
    {"comment in a custom property", "a{--x: /* y */ 1}", NULL},
    {"comment before a custom property's colon", "a{--x/* y */:  1}", NULL},
    {"the same at the beginning, among odd bytes",
     "--R /*s*/ :kr0*\xAFsan: {{/judSl}}uicev kes]lahan: {/j{ufcl\xFC:/\x96/Jt\t12 "
     "\xFF\xFF\t1 ",
     NULL},
    {"two comments", "a{--x /**/ /* y */ :  1}", NULL},
};

static const Case js_cases[] = {
    {"comments", "// a\nvar b = 1; // c\n/* d\n e */ var f = b / 2; /* g */ h();\n",
     "var b=1;var f=b / 2;h();\n"},
    {"licence", "/*! mine\n two */\nvar a = 1;\n//! also\nb()",
     "/*! mine\n two */\nvar a=1;\n//! also\nb()\n"},
    {"line's end is a semicolon", "var a = b\n(c || d)()\nreturn\nx\n++y",
     "var a=b\n(c||d)()\nreturn\nx\n++y\n"},
    {"line's end means nothing", "f(a,\n  b,\n  [ c,\n d ]);\nif (x) {\n  y();\n}\nz()",
     "f(a,b,[c,d]);if(x){y();}\nz()\n"},
    {"a comment is a line's end", "return /*\n*/ x; a /* b */ + c", "return\nx;a+c\n"},
    {"signs", "a = b + +c - -d + ++e - --f; g = -h", "a=b+ +c- -d+ ++e- --f;g= -h\n"},
    {"strings", "a = '  // \\'  ' + \"  /* \\\"  */ \" ;",
     "a='  // \\'  '+\"  /* \\\"  */ \";\n"},
    {"continued string", "a = 'b \\\n   c'", "a='b \\\n   c'\n"},
    {"regular expressions", "a = /[/*]  \"/.exec(b) ; c(/  '/g) ; return /x  y/;",
     "a= /[/*]  \"/.exec(b);c(/  '/g);return /x  y/;\n"},
    {"regex behind default", "export default /a  , b/;", "export default /a  , b/;\n"},
    {"regex behind a condition", "if (a (b)) /c  '/.test(d); (e) / 2 / f",
     "if(a(b)) /c  '/.test(d);(e) / 2 / f\n"},
    {"division behind a member called if", "x.if (a) / 2 / b; y['z'] / 3",
     "x.if(a) / 2 / b;y['z'] / 3\n"},
    {"division behind a member on a line of its own", "x.\nreturn / 2  / 'a  b'",
     "x.\nreturn / 2 / 'a  b'\n"},
    {"words", "var a = typeof b in c ? new d : void 0 ; if (!e) return ! f ;",
     "var a=typeof b in c?new d:void 0;if(!e)return!f;\n"},
    {"numbers", "1 .toFixed( 2 ) ; a ? .5 : 1", "1 .toFixed(2);a? .5:1\n"},
    {"compare", "a < b ; c > d ; e <= f ; g !== h ; i < ! j", "a<b;c>d;e<=f;g!==h;i< !j\n"},
    {"object", "x = { 'a' : 1 , b : [ ] }", "x={'a':1,b:[]}\n"},
    {"other letters", "var \xC3\xA9 = 'x' ; \xC3\xA9 ( ) ;", "var \xC3\xA9='x';\xC3\xA9();\n"},
    {"comment at the end", "a//", "a\n"},
    {"empty", "", ""},
    {"template", "a = `  ${ b }  `", NULL},
    {"slash behind a brace", "function a() {}\n/b  c/.test(d)", NULL},
    {"slash behind ++", "a++ / b  / c", NULL},
    {"slash behind a string", "'a' / b  / c", NULL},
    {"slash behind a name of newer syntax", "yield /a  '/", NULL},
    {"slash behind other letters", "\xC3\xA9 /a  '/", NULL},
    {"HTML comments", "a <!-- b\nc", NULL},
    {"HTML comment's end", "a\n--> b", NULL},
    {"hashbang", "#!/usr/bin/node\na", NULL},
    {"open string", "a = 'b\nc = d'", NULL},
    {"open comment", "a /* b", NULL},
    {"open regex", "a = /b\nc/", NULL},
    {"open parenthesis", "f(  a", NULL},
    {"one too many", "f(  a ))", NULL},
    {"line separator ends a comment", "a // b \xE2\x80\xA8 c  ()", NULL},
    {"escaped name", "\\u0061  = 1", NULL},
    {"licence inside an expression", "if /*! x */ (  a) /b  c/", NULL},
};

typedef gboolean (*Shorten)(GString *out, const char *text, gsize len);

static void
check(const Case *cases, gsize n, Shorten shorten)
{
    for (gsize i = 0; i < n; i++) {
        g_autoptr(GString) out = g_string_new("before ");
        gsize len = strlen(cases[i].in);
        g_autofree char *text =
            g_memdup2(cases[i].in, len); /* no byte behind its end may be read */
        const char *wanted = cases[i].out != NULL ? cases[i].out : cases[i].in;
        g_test_message("%s", cases[i].name);
        g_assert_cmpint(shorten(out, text, len), ==, cases[i].out != NULL);
        g_assert_true(g_str_has_prefix(out->str, "before "));
        g_assert_cmpstr(out->str + strlen("before "), ==, wanted);
    }
}

static void
test_css(void)
{
    check(css_cases, G_N_ELEMENTS(css_cases), asset_append_css);
}

static void
test_js(void)
{
    check(js_cases, G_N_ELEMENTS(js_cases), asset_append_js);
}

/* The shortened text, shortened again, is the same; every start of a text is read without harm. */
static void
check_stable(const char *path, Shorten shorten)
{
    g_autofree char *text = NULL;
    gsize len;
    g_autoptr(GString) once = g_string_new(NULL), twice = g_string_new(NULL);
    g_assert_true(g_file_get_contents(path, &text, &len, NULL));
    g_assert_true(shorten(once, text, len));
    g_assert_cmpuint(once->len, <, len);
    g_assert_true(shorten(twice, once->str, once->len));
    g_assert_cmpstr(twice->str, ==, once->str);
    for (gsize n = 0; n < len; n += 1 + n / 100) {
        g_autofree char *start = g_memdup2(text, n);
        g_string_truncate(twice, 0);
        if (!shorten(twice, start, n))
            assert_same_bytes(twice->str, twice->len, start, n);
    }
}

static void
test_theme(void)
{
    check_stable("themes/default/static/css/gaya/20-dasar.css", asset_append_css);
    check_stable("themes/default/static/css/gaya/80-layar.css", asset_append_css);
    check_stable("themes/default/static/css/gaya/90-cetak.css", asset_append_css);
    check_stable("themes/default/static/js/maklumat.js", asset_append_js);
    check_stable("themes/default/static/js/cari.js", asset_append_js);
    check_stable("themes/default/static/js/papan.js", asset_append_js);
}

static void
put_word(gpointer data, const char *name, GString *out)
{
    g_string_append_printf(out, "%s%s", (const char *)data, name);
}

/* "L.name" is a label where a name of its own begins; in other names and behind a dot it is the script's. */
static void
test_labels(void)
{
    static const char text[] = "L.a+xL.b+x.L.c+L.+L.9+L.d9_$;(L.e)L.f";
    g_autoptr(GString) out = g_string_new("<");
    char mark[] = "#";
    asset_append_labels(out, text, strlen(text), put_word, mark);
    g_assert_cmpstr(out->str, ==, "<#a+xL.b+x.L.c+L.+L.9+#d9_$;(#e)#f");
}

static const char *
find_part(gpointer data, const char *name, gsize *len)
{
    g_string_append_printf(data, "%s;", name);
    if (strcmp(name, "bagian/a.js") != 0)
        return NULL;
    *len = 3;
    return "abc";
}

/* A comment of that form is the part; what is not closed, or has other words, is a comment. */
static void
test_parts(void)
{
    static const char text[] =
        "1/* sertakan bagian/a.js */2/* sertakan b */3/* lain */4/* sertakan c";
    g_autoptr(GString) out = g_string_new("<"), asked = g_string_new(NULL);
    asset_append_parts(out, text, strlen(text), find_part, asked);
    g_assert_cmpstr(out->str, ==, "<1abc23/* lain */4/* sertakan c");
    g_assert_cmpstr(asked->str, ==, "bagian/a.js;b;");
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/asset/css", test_css);
    g_test_add_func("/asset/js", test_js);
    g_test_add_func("/asset/labels", test_labels);
    g_test_add_func("/asset/parts", test_parts);
    g_test_add_func("/asset/theme", test_theme);
    return g_test_run();
}
