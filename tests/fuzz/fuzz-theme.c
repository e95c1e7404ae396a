/* Any bytes as a template with a partial and a label (parted by a byte 1): compiling and rendering end within their
 * bounds, nothing of the data comes out unescaped but what is HTML, and a linked template renders as its ops do. */
#include "fuzz.h"
#include "mustache/code.h"
#include <string.h>

typedef struct Item {
    const char *judul;
    const char *markah; /* HTML */
    MuList anak;
    gboolean ada;
    gint64 harga;
} Item;

extern const MuClass item_class;
static const MuField item_fields[] = {
    MU_FIELD(Item, judul),
    MU_FIELD_HTML(Item, markah),
    MU_FIELD_LIST(Item, anak, &item_class),
    {"ada", MU_BOOL, offsetof(Item, ada), NULL},
    MU_FIELD(Item, harga),
};
const MuClass item_class = MU_CLASS(Item, item_fields);

static gboolean
find(gpointer data, guint piece, MuText *out)
{
    char **pieces = data;
    if (g_strv_length(pieces) <= piece)
        return FALSE;
    *out = (MuText){.text = pieces[piece], .len = -1, .path = "tema"};
    return TRUE;
}

static gboolean
load(gpointer data, const char *name, MuText *out)
{
    return find(data, *name == '\0' ? 0 : 1, out);
}

static gboolean
load_label(gpointer data, const char *name, MuText *out)
{
    (void)name;
    return find(data, 2, out);
}

static void
note(gpointer data, const MuTold *told)
{
    (void)data;
    g_assert_nonnull(told->path);
    g_assert_true(told->line > 0 && told->col > 0 && told->kind <= MU_TOO_BIG);
    g_assert_true(g_utf8_validate(told->name, -1, NULL));
}

/* As mu_render(), with no op linked. */
static gboolean
render_unlinked(MuSet *set, gconstpointer root, GString *out)
{
    const MuCode *code = mu_set_find(set, "", 0, FALSE);
    const MuScope scope = {
        .self = {.type = MU_STRUCT, .slots = mu_set_class(set, &item_class), .level = MU_LEVEL_ROOT}};
    const MuPart whole = {
        .code = code, .end = code->n_ops, .scope = &scope, .n_scopes = 1, .indent = ""};
    const MuPart *const parts[] = {&whole};
    const MuStep run_it[] = {{.kind = MU_STEP_RUN}, {.kind = MU_STEP_END}};
    const MuProgram program = {.steps = run_it, .text = "", .parts = parts};
    return mu_render(&(MuTemplate){set, &program}, root, out);
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
    static const Item leaves[] = {{"<jahat>", "<b>", {NULL, 0}, TRUE, -1},
                                  {NULL, NULL, {NULL, 0}, FALSE, 0}};
    static const Item root = {"<jahat>", "<b>", {leaves, 2}, TRUE, 50000};
    g_autofree char *raw = g_strndup((const char *)bytes, len);
    g_autofree char *text = g_utf8_make_valid(raw, -1);
    g_auto(GStrv) pieces = g_strsplit(text, "\1", 3);
    MuHost host = {
        .load = load, .label = load_label, .problem = note, .data = pieces, .strict = TRUE};
    g_autoptr(MuSet) set = mu_set_new(&host);
    const MuTemplate *template = mu_set_compile(set, "", &item_class);
    g_autoptr(GString) out = g_string_new(NULL), unlinked = g_string_new(NULL);
    if (template == NULL)
        return 0;
    gboolean fine = mu_render(template, &root, out);
    g_assert_true(fine || out->len == 0);
    if (fine && render_unlinked(set, &root, unlinked)) /* the limits are not the same */
        g_assert_cmpstr(out->str, ==, unlinked->str);
    g_assert_true(strstr(text, "jahat") != NULL || strstr(out->str, "<jahat") == NULL);
    return 0;
}
