#include "draw/pdf-tree.h"
#include <string.h>

/* ---- a tree in a line: "sect(h2(.) p(. link:https://a(.)))" ---- */

static const struct {
    const char *name;
    SceneTag tag;
} TAGS[] = {
    {"doc", TAG_DOCUMENT}, {"sect", TAG_SECT}, {"none", TAG_NONSTRUCT}, {"h1", TAG_H1},
    {"h2", TAG_H2},        {"p", TAG_P},       {"l", TAG_LIST},         {"li", TAG_ITEM},
    {"lbl", TAG_LABEL},    {"body", TAG_BODY}, {"table", TAG_TABLE},    {"tr", TAG_ROW},
    {"th", TAG_HEAD},      {"td", TAG_CELL},   {"figure", TAG_FIGURE},  {"link", TAG_LINK},
};

static void
begin(PdfTree *tree, const char *word, GPtrArray *strings)
{
    char *colon = strchr(word, ':');
    g_autofree char *name =
        colon != NULL ? g_strndup(word, (gsize)(colon - word)) : g_strdup(word);
    for (guint i = 0; i < G_N_ELEMENTS(TAGS); i++)
        if (strcmp(TAGS[i].name, name) == 0) {
            char *text = colon != NULL ? g_strdup(colon + 1) : NULL;
            if (text != NULL)
                g_ptr_array_add(strings, text);
            pdf_tree_begin(tree, TAGS[i].tag, text);
            return;
        }
    g_error("no tag %s", name);
}

/* "." paints something, ")" ends an element, "|" a page; content of one element that comes together is one mark. */
static void
grow(PdfTree *tree, const char *script, GPtrArray *strings)
{
    guint last = G_MAXUINT;
    const char *name;
    for (const char *p = script; *p != '\0'; p++) {
        if (*p == '.') {
            PdfBox box = {1, 2, 3.5, 4};
            guint here = pdf_tree_here(tree);
            if (here != last)
                pdf_tree_mark(tree, here, &name);
            last = here;
            pdf_tree_cover(tree, &box);
        } else if (*p == ')') {
            pdf_tree_end(tree);
        } else if (*p == '|') {
            pdf_tree_page(tree);
            last = G_MAXUINT;
        } else if (*p != ' ') {
            gsize n = strcspn(p, "(");
            g_autofree char *word = g_strndup(p, n);
            begin(tree, word, strings);
            p += n;
        }
    }
}

/* ---- the objects, read back ---- */

static const char *
object_of(const PdfFile *file, guint number)
{
    const char *pair = file->index->str;
    while (*pair != '\0') {
        char *rest;
        guint64 got = g_ascii_strtoull(pair, &rest, 10), at = g_ascii_strtoull(rest, &rest, 10);
        if (got == number)
            return file->packed->str + at;
        pair = rest + 1;
    }
    return NULL;
}

static void print_element(const PdfFile *file, guint number, guint parent, GString *out);

static void
print_kids(const PdfFile *file, const char *kids, const char *end, guint parent, GString *out)
{
    gboolean first = TRUE;
    for (const char *p = kids; p < end;) {
        char *rest;
        if (*p == '[' || *p == ' ') {
            p++;
            continue;
        }
        g_string_append(out, first ? "" : " ");
        first = FALSE;
        if (g_str_has_prefix(p, "<</Type/OBJR/Obj ")) {
            g_string_append(out, "@");
            p = strstr(p, ">>") + 2;
            continue;
        }
        guint64 n = g_ascii_strtoull(p, &rest, 10);
        if (g_str_has_prefix(rest, " 0 R")) {
            print_element(file, (guint)n, parent, out);
            rest += 4;
        } else {
            g_string_append_printf(out, "%" G_GUINT64_FORMAT, n);
        }
        p = rest;
    }
}

static void
print_element(const PdfFile *file, guint number, guint parent, GString *out)
{
    const char *object = object_of(file, number);
    g_assert_nonnull(object);
    const char *end = strchr(object, '\n'), *kids = strstr(object, "/K");
    g_autofree char *above = g_strdup_printf("/P %u 0 R", parent);
    g_assert_nonnull(strstr(object, above));
    g_assert_true(g_str_has_prefix(object, "<</S/"));
    const char *name = object + 5;
    g_string_append_len(out, name, (gssize)strcspn(name, "/"));
    const char *attributes = strstr(object, "/A<<"), *alt = strstr(object, "/Alt(");
    if (alt != NULL && alt < end)
        g_string_append_len(out, alt + 4, strchr(alt, ')') + 1 - alt - 4);
    if (attributes != NULL && attributes < end)
        g_string_append_printf(out, "{%.*s}", (int)(strstr(attributes, ">>") - attributes - 4),
                               attributes + 4);
    if (kids == NULL || kids > end)
        return;
    kids += 2;
    const char *stop = *kids == '[' ? kids : end;
    if (*kids == '[')
        stop = strchr(kids, ']');
    else
        for (stop = kids + 1; stop < end && strchr("/>", *stop) == NULL;)
            stop++;
    g_string_append_c(out, '(');
    print_kids(file, kids, stop, number, out);
    g_string_append_c(out, ')');
}

static char *
tree_of(const char *script, GString *page_keys)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_autoptr(PdfTree) tree = pdf_tree_new();
    g_autoptr(GPtrArray) strings = g_ptr_array_new_with_free_func(g_free);
    const guint pages[2] = {901, 902};
    PdfFile file;
    pdf_file_init(&file, bytes);
    pdf_tree_page(tree);
    grow(tree, script, strings);
    guint root = pdf_tree_write(tree, &file, pages);
    const char *object = object_of(&file, root);
    g_assert_true(g_str_has_prefix(object, "<</Type/StructTreeRoot/K "));
    guint document = (guint)g_ascii_strtoull(object + 25, NULL, 10);
    GString *out = g_string_new(NULL);
    print_element(&file, document, root, out);
    if (page_keys != NULL) {
        pdf_tree_append_page_keys(tree, 0, page_keys);
        g_string_append_c(page_keys, '\n');
        g_string_append_len(page_keys, file.packed->str, (gssize)file.packed->len);
    }
    pdf_file_clear(&file);
    return g_string_free(out, FALSE);
}

/* ---- what becomes of what ---- */

static void
test_shapes(void)
{
    static const char *const ROWS[][2] = {
        {"", "Document"},
        {"sect(h1(.) p(.))", "Document(Sect(H1(0) P(1)))"},
        /* what holds nothing is left out */
        {"sect(p()) sect(p(.))", "Document(Sect(P(0)))"},
        {"figure:Logo()", "Document"},
        /* words outside of everything */
        {".", "Document(P(0))"},
        {"sect(. .)", "Document(Sect(P(0)))"},
        {"sect(. p(.) .)", "Document(Sect(P(0) P(1) P(2)))"},
        /* lists */
        {"l(li(lbl(.) body(.)))", "Document(L(LI(Lbl(0) LBody(1))))"},
        {"l(li(.))", "Document(L(LI(LBody(0))))"},
        {"l(.)", "Document(L(LI(LBody(0))))"},
        {"l(. li(.))", "Document(L(LI(LBody(0)) LI(LBody(1))))"},
        {"l(li(. lbl(.) p(.) .))", "Document(L(LI(LBody(0) Lbl(1) LBody(P(2) 3))))"},
        {"sect(li(.) li(.) p(.))", "Document(Sect(L(LI(LBody(0)) LI(LBody(1))) P(2)))"},
        {"l(li(body(. l(li(.)))))", "Document(L(LI(LBody(0 L(LI(LBody(1)))))))"},
        {"l(none(li(.)) none(.))", "Document(L(LI(LBody(0)) LI(LBody(1))))"},
        {"td(.)", "Document(Table(TR(TH{/O/Table/Scope/Column}(0))))"},
        /* tables */
        {"table(tr(th(.) th(.)) tr(td(.) td(.)))",
         "Document(Table(TR(TH{/O/Table/Scope/Column}(0) TH{/O/Table/Scope/Column}(1)) "
         "TR(TD(2) TD(3))))"},
        {"table(tr(td(.) td()) tr(td(.)))",
         "Document(Table(TR(TH{/O/Table/Scope/Column}(0) TH{/O/Table/Scope/Column}) "
         "TR(TD{/O/Table/ColSpan 2}(1))))"},
        {"table(tr(td() td()) tr(th(.) td(.)))",
         "Document(Table(TR(TH{/O/Table/Scope/Row}(0) TD(1))))"},
        {"table(. tr(td(.)))", "Document(Table(TR(TH{/O/Table/Scope/Column}(0)) TR(TD(1))))"},
        {"table(tr(.) tr(td(.) td(.) .))",
         "Document(Table(TR(TH{/O/Table/Scope/Column/ColSpan 3}(0)) TR(TD(1) TD(2) TD(3))))"},
        /* headings begin at the first level */
        {"h2(.) h1(.) h2(.)", "Document(H1(0) H1(1) H2(2))"},
        /* figures and links */
        {"figure:Logo(.)",
         "Document(Figure(Logo){/O/Layout/Placement/Block/BBox[1 2 3.5 4]}(0))"},
        {"p(figure(.))", "Document(P(0))"},
        {"sect(link:https://a(none(.)))", "Document(Sect(P(Link(0 @))))"},
        {"p(. link:https://a(.) .)", "Document(P(0 Link(1 @) 2))"},
        {"p(link:https://a(. link:https://b(.)))", "Document(P(Link(0 @)))"},
        {"p(link(.))", "Document(P(0))"},
        {"p(figure:Logo(.))",
         "Document(P(Figure(Logo){/O/Layout/Placement/Block/BBox[1 2 3.5 4]}(0)))"},
        {"sect(figure:(.) link:(.))", "Document(Sect(P(0) P(1)))"},
        /* elements left open end with the page; ends too many are none */
        {"sect(p(.| .", "Document(Sect(P(0)) P(0))"},
        {") ) p(.) ) sect(.)", "Document(P(0) Sect(P(1)))"},
        {"doc(sect(doc(p(.))))", "Document(Sect(P(0)))"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_autofree char *got = tree_of(ROWS[i][0], NULL);
        g_assert_cmpstr(got, ==, ROWS[i][1]);
    }
}

/* Everything that is written for two pages with a link on the first. */
static void
test_objects(void)
{
    g_autoptr(GString) all = g_string_new(NULL);
    g_autofree char *tree = tree_of("p(. link:https://a.go.id/<x\xC3\xA9(..)) | p(.)", all);
    g_assert_cmpstr(tree, ==, "Document(P(0 Link(1 @)) P(0))");
    g_assert_cmpstr(
        all->str, ==,
        "/StructParents 0/Tabs/S/Annots[7 0 R]\n"
        "<</S/Document/P 1 0 R/K[4 0 R 6 0 R]>>\n"
        "<</S/P/P 3 0 R/K[0 5 0 R]/Pg 901 0 R>>\n"
        "<</S/Link/P 4 0 R/K[1 <</Type/OBJR/Obj 7 0 R>>]/Pg 901 0 R>>\n"
        "<</S/P/P 3 0 R/K 0/Pg 902 0 R>>\n"
        "<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect[1 2 3.5 4]"
        "/QuadPoints[1 4 3.5 4 1 2 3.5 2 1 4 3.5 4 1 2 3.5 2 ]/StructParent 2"
        "/Contents<"
        "FEFF00680074007400700073003A002F002F0061002E0067006F002E00690064002F003C007800"
        "E9>/A<</S/URI/URI(https://a.go.id/%3Cx%C3%A9)>>>>\n"
        "<</Nums[0[4 0 R 5 0 R ]1[6 0 R ] 2 5 0 R]>>\n"
        "<</Type/StructTreeRoot/K 3 0 R/ParentTree 2 0 R/ParentTreeNextKey 3>>\n");
}

/* Whatever the tags are: no crash, and only what a reader of the rules allows. */
static void
test_any(void)
{
    static const char *const PARENTS[][2] = {{"LI", "L"},     {"Lbl", "LI"}, {"LBody", "LI"},
                                             {"TR", "Table"}, {"TH", "TR"},  {"TD", "TR"}};
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    for (guint round = 0; round < 3000; round++) {
        g_autoptr(GString) script = g_string_new(NULL);
        for (guint i = 0; i < 24; i++) {
            gint32 dice = g_rand_int_range(rand, 0, 30);
            if (dice < 16)
                g_string_append_printf(script, "%s(", TAGS[dice].name);
            else
                g_string_append_c(script, dice < 22 ? '.' : dice < 29 ? ')' : '.');
        }
        g_autofree char *tree = tree_of(script->str, NULL);
        g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func(g_free);
        for (const char *p = tree; *p != '\0'; p++) {
            if (*p == '{')
                p = strchr(p, '}');
            else if (*p == ')')
                g_ptr_array_set_size(open, (gint)open->len - 1);
            else if (g_ascii_isupper(*p)) {
                gsize n = strspn(p, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz12");
                g_autofree char *name = g_strndup(p, n);
                const char *parent =
                    open->len > 0 ? g_ptr_array_index(open, open->len - 1) : "";
                for (guint k = 0; k < G_N_ELEMENTS(PARENTS); k++)
                    if (strcmp(name, PARENTS[k][0]) == 0 && strcmp(parent, PARENTS[k][1]) != 0)
                        g_error("%s in %s: %s -> %s", name, parent, script->str, tree);
                p += n;
                if (g_str_has_prefix(p, "()"))
                    p += 2; /* a figure's words */
                if (*p == '{')
                    p = strchr(p, '}') + 1;
                if (*p == '(')
                    g_ptr_array_add(open, g_steal_pointer(&name));
                else
                    p--;
            }
        }
        g_assert_cmpuint(open->len, ==, 0);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pdf-tree/shapes", test_shapes);
    g_test_add_func("/pdf-tree/objects", test_objects);
    g_test_add_func("/pdf-tree/any", test_any);
    return g_test_run();
}
