/* Mustache over plain structs: every type, the check of names, labels, limits, threads. */
#include "mustache/code.h"
#include <string.h>

typedef struct Office {
    const char *nama;
    const char *isi; /* markup */
} Office;

typedef struct Step {
    const char *teks;
    MuList cabang; /* of Step */
} Step;

typedef struct Head {
    const char *judul;
    const char *bahasa;
} Head;

typedef struct Page {
    const char *judul;
    Head kepala;
    gint64 harga;
    guint n;
    gboolean ada;
    const Office *kantor;
    const Office *kosong;
    Office tetap;
    MuList daftar;   /* of Office */
    MuList penunjuk; /* of Office * */
    MuList kata;
    MuList langkah; /* of Step */
} Page;

static const MuField office_fields[] = {MU_FIELD(Office, nama), MU_FIELD_HTML(Office, isi)};
static const MuClass office_class = MU_CLASS(Office, office_fields);
static const MuClass step_class;
static const MuField step_fields[] = {MU_FIELD(Step, teks),
                                      MU_FIELD_LIST(Step, cabang, &step_class)};
static const MuClass step_class = MU_CLASS(Step, step_fields);
static const MuField head_fields[] = {MU_FIELD(Head, judul), MU_FIELD(Head, bahasa)};
static const MuClass head_class = MU_CLASS(Head, head_fields);
static const MuField page_fields[] = {
    MU_FIELD_BASE(Page, kepala, &head_class),
    MU_FIELD(Page, judul),
    MU_FIELD(Page, harga),
    MU_FIELD(Page, n),
    MU_FIELD(Page, ada),
    MU_FIELD_OBJECT(Page, kantor, &office_class),
    MU_FIELD_OBJECT(Page, kosong, &office_class),
    MU_FIELD_STRUCT(Page, tetap, &office_class),
    MU_FIELD_LIST(Page, daftar, &office_class),
    MU_FIELD_PLIST(Page, penunjuk, &office_class),
    MU_FIELD_TEXTS(Page, kata),
    MU_FIELD_LIST(Page, langkah, &step_class),
};
static const MuClass page_class = MU_CLASS(Page, page_fields);

static const Office offices[] = {{"A & B", "<b>a</b>"}, {"C", NULL}};
static const Office *const office_ptrs[] = {&offices[1], NULL, &offices[0]};
static const char *const words[] = {"satu", NULL, "<dua>"};
static const Step leaves[] = {{"1a", {NULL, 0}}, {"1b", {NULL, 0}}};
static const Step steps[] = {{"1", {leaves, 2}}, {"2", {NULL, 0}}};
static const Page page = {.kepala = {"tertutup", "id"},
                          .judul = "Judul \"1\"",
                          .harga = G_MININT64,
                          .n = G_MAXUINT,
                          .ada = TRUE,
                          .kantor = &offices[0],
                          .tetap = {"T", "<i>"},
                          .daftar = {offices, 2},
                          .penunjuk = {office_ptrs, 3},
                          .kata = {words, 3},
                          .langkah = {steps, 2}};

/* Templates as "name=text" and labels as "l.name=text", NULL-terminated; "" is the first. */
typedef struct World {
    const char *const *texts;
    GString *problems;
} World;

static gboolean
find_text(const World *world, const char *prefix, const char *name, MuText *out)
{
    g_autofree char *start = g_strconcat(prefix, name, "=", NULL);
    for (guint i = 0; world->texts[i] != NULL; i++) {
        if (!g_str_has_prefix(world->texts[i], start))
            continue;
        *out = (MuText){.text = world->texts[i] + strlen(start), .len = -1};
        out->path = prefix[0] != '\0' ? "label" : name;
        out->line = prefix[0] != '\0' ? 7 : 0;
        return TRUE;
    }
    return FALSE;
}

static gboolean
load(gpointer data, const char *name, MuText *out)
{
    return find_text(data, "", name, out);
}

static gboolean
load_label(gpointer data, const char *name, MuText *out)
{
    return find_text(data, "l.", name, out);
}

static void
note(gpointer data, const MuTold *told)
{
    static const char *const kinds[] = {
        [MU_UNKNOWN_NAME] = "name",    [MU_UNKNOWN_PARTIAL] = "partial",
        [MU_UNKNOWN_LABEL] = "label",  [MU_UNKNOWN_BLOCK] = "block",
        [MU_UNCLOSED] = "unclosed",    [MU_WRONG_CLOSE] = "close",
        [MU_BAD_TAG] = "tag",          [MU_RAW_NOT_HTML] = "raw",
        [MU_NOT_TEXT] = "not-text",    [MU_UNSUPPORTED] = "unsupported",
        [MU_DROPPED_TEXT] = "dropped", [MU_TOO_DEEP] = "deep",
        [MU_TOO_BIG] = "big",
    };
    World *world = data;
    g_string_append_printf(world->problems, "%s:%u:%u %s %s\n", told->path, told->line,
                           told->col, kinds[told->kind], told->name);
}

/* Renders `main` over `page` with nothing of it linked: every op as it was written. */
static void
render_unlinked(MuSet *set, GString *out)
{
    const MuCode *main = mu_set_find(set, "main", 4, FALSE);
    const MuScope scope = {
        .self = {.type = MU_STRUCT, .slots = mu_set_class(set, &page_class), .level = MU_LEVEL_ROOT}};
    const MuPart whole = {
        .code = main, .end = main->n_ops, .scope = &scope, .n_scopes = 1, .indent = ""};
    const MuPart *const parts[] = {&whole};
    const MuStep run_it[] = {{.kind = MU_STEP_RUN}, {.kind = MU_STEP_END}};
    const MuProgram program = {.steps = run_it, .text = "", .parts = parts};
    const MuTemplate unlinked = {set, &program};
    if (!mu_render(&unlinked, &page, out))
        g_string_append(out, "(limit)");
}

/* Renders `main` over `page`, linked or not; what the set complained of is appended to the output. */
static char *
render(const char *const *texts)
{
    World world = {.texts = texts, .problems = g_string_new(NULL)};
    MuHost host = {load, load_label, note, &world, TRUE};
    MuSet *set = mu_set_new(&host);
    GString *out = g_string_new(NULL);
    const MuTemplate *template = mu_set_compile(set, "main", &page_class);
    if (!mu_render(template, &page, out))
        g_string_append(out, "(limit)");
    g_autoptr(GString) unlinked = g_string_new(NULL);
    render_unlinked(set, unlinked);
    g_assert_cmpstr(out->str, ==, unlinked->str);
    g_string_append_printf(out, "\n%s", world.problems->str);
    g_string_free(world.problems, TRUE);
    mu_set_free(set);
    return g_string_free(out, FALSE);
}

typedef struct Case {
    const char *texts[5];
    const char *expected; /* output, a line end, problems */
} Case;

static void
run_cases(const Case *cases, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        g_autofree char *got = render(cases[i].texts);
        if (strcmp(got, cases[i].expected) != 0)
            g_test_message("%s", cases[i].texts[0]);
        g_assert_cmpstr(got, ==, cases[i].expected);
    }
}

static void
test_types(void)
{
    static const Case cases[] = {
        {{"main={{judul}} {{harga}} {{n}}"},
         "Judul &quot;1&quot; -9223372036854775808 4294967295\n"},
        {{"main={{bahasa}}"}, "id\n"},
        {{"main={{kantor.nama}} {{kantor.isi}} {{{kantor.isi}}}"},
         "A &amp; B &lt;b&gt;a&lt;/b&gt; <b>a</b>\n"},
        {{"main={{#kantor}}{{nama}}{{#isi}}{{{.}}}{{/isi}}{{judul}}{{/kantor}}"},
         "A &amp; B<b>a</b>Judul &quot;1&quot;\n"},
        {{"main={{#kosong}}x{{/kosong}}{{^kosong}}y{{/kosong}}[{{kosong.nama}}]"}, "y[]\n"},
        {{"main={{tetap.nama}}{{#tetap}}{{nama}}{{/tetap}}{{^tetap}}x{{/tetap}}"}, "TT\n"},
        {{"main={{#daftar}}{{nama}}:{{{isi}}};{{/daftar}}"}, "A &amp; B:<b>a</b>;C:;\n"},
        {{"main={{#penunjuk}}{{nama}};{{/penunjuk}}"}, "C;A &amp; B;\n"},
        {{"main={{#kata}}({{.}}){{/kata}}{{^kata}}x{{/kata}}"}, "(satu)()(&lt;dua&gt;)\n"},
        {{"main={{#ada}}{{n}}{{/ada}}{{#n}}{{.}}{{/n}}"}, "42949672954294967295\n"},
        {{"main={{>s}}", "s={{#langkah}}{{teks}}{{>c}}.{{/langkah}}",
          "c={{#cabang}}({{teks}}{{>c}}){{/cabang}}"},
         "1(1a)(1b).2.\n"},
    };
    run_cases(cases, G_N_ELEMENTS(cases));
}

/* What is asked of a name with dots, where each part may be absent. */
static void
test_paths(void)
{
    static const Case cases[] = {
        {{"main={{#kantor.isi}}{{{.}}}{{/kantor.isi}}{{^kantor.isi}}x{{/kantor.isi}}"}, "<b>a</b>\n"},
        {{"main={{#kosong.isi}}x{{/kosong.isi}}{{^kosong.isi}}y{{/kosong.isi}}"}, "y\n"},
        {{"main={{#tetap.nama}}{{.}}{{judul}}{{/tetap.nama}}{{^tetap.nama}}x{{/tetap.nama}}"},
         "TJudul &quot;1&quot;\n"},
        {{"main={{^kantor}}x{{/kantor}}{{^daftar}}x{{/daftar}}{{^harga}}x{{/harga}}{{^n}}x{{/n}}."}, ".\n"},
        {{"main={{#kantor}}{{#.}}{{nama}}{{/.}}{{^.}}x{{/.}}{{/kantor}}"}, "A &amp; B\n"},
        {{"main={{#penunjuk}}{{^isi}}-{{/isi}}{{#tetap}}{{nama}}{{/tetap}}{{/penunjuk}}"}, "-TT\n"},
        {{"main={{#ada}}a{{/ada}}{{^ada}}b{{/ada}}{{#kosong}}a{{/kosong}}{{^kosong}}b{{/kosong}}"
          "{{#daftar}}{{#isi}}{{nama}}{{/isi}}{{^isi}}-{{/isi}}{{^isi}}+{{/isi}}{{/daftar}}{{^kosong}}{{/kosong}}{{^kosong}}c{{/kosong}}"},
         "abA &amp; B-+c\n"},
        {{"main={{^kosong.x}}y{{/kosong.x}}{{kosong.x}}"}, "y\nmain:1:1 name kosong.x\nmain:1:28 name kosong.x\n"},
        {{"main={{#langkah}}{{#cabang}}{{teks}}{{^cabang}};{{/cabang}}{{/cabang}}{{/langkah}}"}, "1a;1b;\n"},
    };
    run_cases(cases, G_N_ELEMENTS(cases));
}

/* Lines of partials and blocks move with the tag, whatever stood before. */
static void
test_indentation(void)
{
    static const Case cases[] = {
        {{"main=<\n  {{>p}}\n>", "p=a\n{{n}}\n{{#ada}}\nb\n{{/ada}}\n\nc"},
         "<\n  a\n  4294967295\n  b\n  \n  c>\n"},
        {{"main= {{>p}}\n", "p=x\n\t{{>q}}\n", "q={{#daftar}}\n{{nama}}\n{{/daftar}}"},
         " x\n \tA &amp; B\n \tC\n\n"},
        {{"main= {{<p}}{{$a}}\n   1\n   2\n{{/a}}{{/p}}\n", "p=[\n  {{$a}}\n  0\n  {{/a}}\n]\n"},
         " [\n   1\n   2\n ]\n\n"},
        {{"main= {{>p}}\n", "p={{#ada}}{{kosong.nama}}{{/ada}}x{{#kosong}}\n{{/kosong}}y"}, " xy\n"},
    };
    run_cases(cases, G_N_ELEMENTS(cases));
}

static void
test_check(void)
{
    static const Case cases[] = {
        {{"main={{judul}}\n  {{nama}}"}, "Judul &quot;1&quot;\n  \nmain:2:3 name nama\n"},
        {{"main=é{{#ad}}{{lagi}}{{/ad}}"}, "é\nmain:1:2 name ad\n"},
        {{"main={{^ad}}{{lagi}}{{/ad}}"}, "\nmain:1:1 name ad\nmain:1:8 name lagi\n"},
        {{"main={{kantor.x}}{{judul.x}}{{#kata.x}}{{/kata.x}}"},
         "\nmain:1:1 name kantor.x\nmain:1:13 name judul.x\nmain:1:24 name kata.x\n"},
        {{"main={{>p}}{{>p}}{{#daftar}}{{>p}}{{/daftar}}", "p={{nama}}"},
         "A &amp; BC\np:1:1 name nama\n"},
        {{"main={{#kantor}}{{>p}}{{/kantor}}", "p={{nama}}"}, "A &amp; B\n"},
        {{"main={{#daftar}}{{.}}{{/daftar}}{{.}}{{ada}}{{daftar}}{{#ada}}{{.}}{{/ada}}"},
         "truetrue\nmain:1:12 not-text .\nmain:1:28 not-text .\nmain:1:33 not-text ada\n"
         "main:1:40 not-text daftar\nmain:1:58 not-text .\n"},
        {{"main={{{judul}}}{{&n}}{{#kata}}{{{.}}}{{/kata}}"},
         "Judul &quot;1&quot;4294967295satu&lt;dua&gt;\nmain:1:1 raw judul\nmain:1:12 raw n\n"
         "main:1:27 raw .\n"},
        {{"main={{>tiada}}{{<tiada}}{{/tiada}}"},
         "\nmain:1:1 partial tiada\nmain:1:11 partial tiada\n"},
        {{"main={{>*n}}{{<*n}}{{/*n}}"},
         "\nmain:1:1 unsupported *n\nmain:1:8 unsupported *n\n"},
        {{"main={{#ada}}a{{#n}}b"}, "ab\nmain:1:10 unclosed n\nmain:1:1 unclosed ada\n"},
        {{"main={{#ada}}{{#n}}a{{/ada}}b{{/n}}"},
         "ab\nmain:1:9 unclosed n\nmain:1:25 close n\n"},
        {{"main={{}}{{#}}{{/}}{{n x}}{{= =}}{{=a b c=}}{{=a= b=}}{{n"},
         "{{n\nmain:1:1 tag \nmain:1:5 tag \nmain:1:10 tag \nmain:1:15 tag n x\n"
         "main:1:22 tag \nmain:1:29 tag a b c\nmain:1:40 tag a= b\nmain:1:50 tag n\n"},
        {{"main={{{n}}"}, "{{{n}}\nmain:1:1 tag n}}\n"},
        {{"main={{<p}}{{$a}}A{{/a}}{{$b}}{{xx}}{{/b}}{{/p}}", "p={{#ada}}{{$a}}{{/a}}{{/ada}}"},
         "A\nmain:1:20 block b\n"},
        {{"main={{<p}}{{$a}}A{{/a}}{{/p}}", "p={{<q}}{{$a}}B{{/a}}{{/q}}", "q={{$a}}{{/a}}"},
         "A\n"},
        {{"main={{<p}} \n {{! x }}{{/p}}{{<p}} x {{/p}}", "p=a"}, "aa\nmain:2:16 dropped p\n"},
        {{"main={{<p}} x {{n}}{{$a}}{{nama}}{{/a}}{{/p}}",
          "p={{#kantor}}{{$a}}{{/a}}{{/kantor}}{{$a}}{{/a}}"},
         "A &amp; B\nmain:1:1 dropped p\nmain:1:21 name nama\n"},
        {{"main={{<p}}{{#ada}}{{$a}}x{{/a}}{{/ada}}{{<q}}{{$a}}y{{/a}}{{/q}}{{/p}}",
          "p={{$a}}a{{/a}}", "q="},
         "a\nmain:1:1 dropped p\n"},
        {{"main={{>p}}", "p=a{{>q}}", "q={{>p}}"}, "(limit)\nq:1:1 deep p\n"},
        {{"main={{#ada}}{{>main}}{{/ada}}"}, "(limit)\n"},
        {{"main={{>p}}", "p={{#kantor}}{{#tetap}}{{>p}}{{/tetap}}{{/kantor}}"}, "(limit)\n"},
    };
    run_cases(cases, G_N_ELEMENTS(cases));
}

/* Partials inside each other: the last one allowed is still rendered, one more is a limit. */
static void
test_calls(void)
{
    static const struct {
        guint n;
        const char *expected;
    } cases[] = {{MU_MAX_CALLS, "x\n"}, {MU_MAX_CALLS + 1, "(limit)\n"}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
        g_ptr_array_add(texts, g_strdup("main={{>1}}"));
        for (guint k = 1; k < cases[i].n; k++)
            g_ptr_array_add(texts, g_strdup_printf("%u={{>%u}}", k, k + 1));
        g_ptr_array_add(texts, g_strdup_printf("%u=x", cases[i].n));
        g_ptr_array_add(texts, NULL);
        g_autofree char *got = render((const char *const *)texts->pdata);
        g_assert_cmpstr(got, ==, cases[i].expected);
        g_ptr_array_free(texts, TRUE);
    }
}

static void
test_labels(void)
{
    static const Case cases[] = {
        {{"main=<{{l.a}}>", "l.a=Biaya & \"tarif\" <x>"},
         "<Biaya &amp; &quot;tarif&quot; &lt;x&gt;>\n"},
        {{"main={{l.a}}", "l.a=<{{n}} syarat{{#ada}} & lain{{/ada}}{{^ada}}x{{/ada}}>"},
         "&lt;4294967295 syarat &amp; lain&gt;\n"},
        {{"main={{#daftar}}{{l.a}}{{/daftar}}", "l.a={{nama}}, "}, "A &amp; B, C, \n"},
        {{"main={{l.a}}", "l.a={{l.b}}/{{l.b}}", "l.b=b"}, "b/b\n"},
        {{"main={{l.a}}", "l.a=\n  {{! x }}\n  {{n}}\n"}, "\n  \n  4294967295\n\n"},
        {{"main={{{tetap.isi}}}{{l.a}}", "l.a={{{tetap.isi}}}{{{n}}}"},
         "<i><i>4294967295\nlabel:7:16 raw n\n"},
        {{"main={{l.x}}{{#l.a}}{{/l.a}}{{{l.a}}}", "l.a=<"},
         "&lt;\nmain:1:1 label x\nmain:1:24 raw l.a\nmain:1:8 name l.a\n"},
        {{"main={{l.a}}", "l.a=a\n{{>main}}{{<main}}{{/main}}{{$b}}{{/b}} {{x}}"},
         "a\n \nlabel:8:1 unsupported main\nlabel:8:10 unsupported main\nlabel:8:19 close "
         "main\n"
         "label:8:28 unsupported b\nlabel:8:34 close b\nlabel:8:41 name x\n"},
        {{"main={{l.a}}", "l.a={{l.a}}"}, "(limit)\nlabel:7:1 deep a\n"},
    };
    run_cases(cases, G_N_ELEMENTS(cases));
}

static char *
repeat(const char *before, const char *text, guint n, const char *after)
{
    GString *out = g_string_new(before);
    for (guint i = 0; i < n; i++)
        g_string_append(out, text);
    g_string_append(out, after);
    return g_string_free(out, FALSE);
}

/* Texts made to cost much: each must end soon, and say so. */
static void
test_limits(void)
{
    const struct {
        char *text;
        const char *end; /* of the output and problems */
    } cases[] = {
        {repeat("main=", "{{#ada}}", MU_MAX_NESTING + 1, "x"), "\nmain:1:513 deep ada\n"},
        {repeat("main=", "{{#ada}}", MU_MAX_NESTING, "x"), "main:1:1 unclosed ada\n"},
        {repeat("main=", "x", MU_MAX_BYTES + 1, ""), "\nmain:1:1 big main\n"},
        {repeat("main=", "x", MU_MAX_BYTES, ""), "x\n"},
        {repeat("main=", "{{#ada}}{{>main}}{{/ada}}", 9, ""), "(limit)\n"},
        {repeat("main=", "{{#kata}}", 30, "{{.}}"), "unclosed kata\n"},
        {repeat("main=", "\n", 900000, "\n {{#ada}}{{>main}}{{/ada}}"), "(limit)\n"},
        {repeat("main=", "  ", 200000, "{{>main}}"), "(limit)\nmain:1:400001 deep main\n"},
        {repeat("main={{n.", "n.", 400000, "}}"), "n.\n"},
        {repeat("main=", "{{n}}", 150000, ""), "4294967295\n"},
        {repeat("main=", "{{ ", 300000, ""), "{{ {{ \n"},
        {repeat("main=", "{{{x}}", 100000, ""), "{{{x}\n"},
        {repeat("main=", "{{<main}}{{$a}}", 30, ""), "deep main\n"},
        {repeat("main={{<p}}{{$a}}", "{{n}}", 100000, "{{/a}}{{/p}}"), "partial p\n"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *texts[] = {cases[i].text, NULL};
        g_autofree char *got = render(texts);
        if (!g_str_has_suffix(got, cases[i].end)) {
            gsize n = strlen(got);
            g_test_message("%.60s", cases[i].text);
            g_assert_cmpstr(got + n - MIN(n, (gsize)200), ==, cases[i].end);
        }
        g_free(cases[i].text);
    }
}

/* More than can be linked in one piece: levels, calls inside each other, indentation, text, partials inside themselves. */
static void
test_room(void)
{
    g_autofree char *levels = repeat("main=", "{{#kantor}}", 60, "{{>p}}");
    g_autofree char *deeper = repeat("p=", "{{#kantor}}{{#daftar}}", 5, "{{nama}}");
    g_autofree char *indent = repeat("main=", " ", 300, "{{>p}}\n");
    g_autofree char *lines = repeat("p=", "{{n}}\n", 3, "");
    g_autofree char *text = repeat("main=", "{{>p}}", 300, "{{#daftar}}{{nama}}{{/daftar}}");
    g_autofree char *long_text = repeat("p=", "0123456789", 1000, "{{n}}");
    g_autofree char *calls = repeat("main=", "{{#langkah}}{{>c}}{{/langkah}}", 2000, "{{n}}");
    const char *const worlds[][4] = {
        {levels, deeper, NULL},
        {indent, lines, NULL},
        {text, long_text, NULL},
        {calls, "c={{teks}}{{#cabang}}{{>c}}{{/cabang}}", NULL},
    };
    const gsize sizes[] = {32 * strlen("A &amp; B"), 3 * 300, 3000 * 1000, 2000 * 5};
    for (gsize i = 0; i < G_N_ELEMENTS(worlds); i++) {
        g_autofree char *got = render(worlds[i]);
        g_assert_cmpuint(strlen(got), >, sizes[i]);
        g_assert_null(strstr(got, "(limit)"));
    }
}

/* A long value many times over: it ends near the limit, not when the last one is written. */
static void
test_long_values(void)
{
    enum { TIMES = 20000, LENGTH = 64 * 1024 };
    static const char *const ways[] = {"{{{isi}}}", "{{#nama}}{{{isi}}}{{/nama}}"};
    g_autofree char *isi = g_strnfill(LENGTH, 'x');
    const Office office = {.nama = "Kantor", .isi = isi};
    Page big = page;
    big.kantor = &office;
    for (gsize i = 0; i < G_N_ELEMENTS(ways); i++) {
        g_autofree char *text = repeat("main={{#kantor}}", ways[i], TIMES, "{{/kantor}}");
        const char *texts[] = {text, NULL};
        World world = {.texts = texts, .problems = g_string_new(NULL)};
        MuHost host = {load, load_label, note, &world, TRUE};
        MuSet *set = mu_set_new(&host);
        GString *out = g_string_new(NULL);
        g_assert_false(mu_render(mu_set_compile(set, "main", &page_class), &big, out));
        g_assert_cmpstr(world.problems->str, ==, "");
        g_assert_cmpuint(out->allocated_len, <=, 2 * (MU_MAX_OUTPUT + LENGTH)); /* it grows by doubling */
        g_string_free(out, TRUE);
        mu_set_free(set);
        g_string_free(world.problems, TRUE);
    }
}

/* Random strings of what templates are made of: nothing to assert but that it ends. */
static void
test_hostile(void)
{
    static const char *const parts[] = {
        "{{",     "}}",          "{{{",         "}}}",    "#",         "^",
        "/",      ">",           "<",           "$",      "!",         "=",
        "&",      "ada",         "n",           "daftar", "main",      "p",
        "l.a",    " ",           "\n",          "\r\n",   "  ",        ".",
        "\xc3",   "{{/ada}}",    "{{#ada}}",    "{{$p}}", "{{/p}}",    "{{<p}}",
        "{{>p}}", "{{#daftar}}", "{{/daftar}}", "\x01",   "{{=| |=}}", "|",
        "{{nama}}", "{{{isi}}}", "{{#kantor}}", "{{/kantor}}", "{{^kosong.nama}}", "{{/kosong.nama}}",
        "\n {{>p}}\n", "\n  {{$p}}\n", "\n{{/p}}\n", "{{#kata}}{{.}}{{/kata}}", "{{#penunjuk}}", "{{/penunjuk}}"};
    for (guint i = 0; i < 3000; i++) {
        GString *texts[3] = {g_string_new("main="), g_string_new("p="), g_string_new("l.a=")};
        for (guint k = 0; k < 3; k++)
            for (gint n = g_test_rand_int_range(0, 60); n > 0; n--)
                g_string_append(texts[k],
                                parts[g_test_rand_int_range(0, (gint32)G_N_ELEMENTS(parts))]);
        const char *all[] = {texts[0]->str, texts[1]->str, texts[2]->str, NULL};
        g_free(render(all));
        for (guint k = 0; k < 3; k++)
            g_string_free(texts[k], TRUE);
    }
}

static gboolean
load_bytes(gpointer data, const char *name, MuText *out)
{
    const GString *bytes = data;
    *out = (MuText){.text = bytes->str, .len = (gssize)bytes->len, .path = name};
    return strcmp(name, "main") == 0;
}

static void
test_nul(void)
{
    GString *bytes = g_string_new_len("a\0{{n}}{{n\0n}}\0", 15);
    MuHost host = {.load = load_bytes, .data = bytes, .strict = TRUE};
    g_autoptr(MuSet) set = mu_set_new(&host);
    GString *out = g_string_new(NULL);
    g_assert_null(mu_set_compile(set, "tiada", &page_class));
    g_assert_true(mu_render(mu_set_compile(set, "main", &page_class), &page, out));
    g_assert_cmpuint(out->len, ==, 13);
    g_assert_true(memcmp(out->str,
                         "a\0"
                         "4294967295"
                         "\0",
                         13) == 0);
    g_string_free(out, TRUE);
    g_string_free(bytes, TRUE);
}

static gpointer
render_many(gpointer data)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < 500; i++) {
        g_string_truncate(out, 0);
        mu_render(data, &page, out);
    }
    return g_string_free(out, FALSE);
}

static void
test_threads(void)
{
    static const char *const texts[] = {
        "main={{<p}}{{$a}}\n{{#langkah}}\n {{>c}}\n{{/langkah}}\n{{/a}}{{/p}}",
        "p=<p>\n  {{$a}}\n  {{/a}}\n</p>", "c={{teks}}\n{{#cabang}}\n  {{>c}}\n{{/cabang}}\n",
        NULL};
    World world = {.texts = texts, .problems = g_string_new(NULL)};
    MuHost host = {load, load_label, note, &world, TRUE};
    MuSet *set = mu_set_new(&host);
    gpointer template = (gpointer)(guintptr)mu_set_compile(set, "main", &page_class);
    GThread *other = g_thread_new("render", render_many, template);
    g_autofree char *here = render_many(template);
    g_autofree char *there = g_thread_join(other);
    g_assert_cmpstr(here, ==, "<p>\n   1\n     1a\n     1b\n   2\n</p>");
    g_assert_cmpstr(there, ==, here);
    g_assert_cmpstr(world.problems->str, ==, "");
    g_string_free(world.problems, TRUE);
    mu_set_free(set);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mustache/types", test_types);
    g_test_add_func("/mustache/paths", test_paths);
    g_test_add_func("/mustache/indentation", test_indentation);
    g_test_add_func("/mustache/check", test_check);
    g_test_add_func("/mustache/calls", test_calls);
    g_test_add_func("/mustache/labels", test_labels);
    g_test_add_func("/mustache/limits", test_limits);
    g_test_add_func("/mustache/room", test_room);
    g_test_add_func("/mustache/long-values", test_long_values);
    g_test_add_func("/mustache/hostile", test_hostile);
    g_test_add_func("/mustache/nul", test_nul);
    g_test_add_func("/mustache/threads", test_threads);
    return g_test_run();
}
