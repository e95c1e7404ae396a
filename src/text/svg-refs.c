#include "text/svg-private.h"
#include "text/svg.h"

typedef struct Element {
    guint end;        /* number behind its last descendant */
    guint64 vertices; /* of the elements before it */
    guint64 drawn;    /* elements it stands for, references followed; 0 = not counted yet */
    gboolean counting;
    gboolean gradient; /* holds colours, nothing that refers further */
} Element;

typedef struct Reference {
    guint element;
    SvgSpread spread;
    const char *id;
} Reference;

struct SvgRefs {
    GArray *elements, *references; /* both in the order of the file */
    GPtrArray *styles;             /* ids that style sheets refer to */
    guint64 vertices;              /* of all elements so far */
    gboolean style_vertices;       /* a style sheet puts something at vertices */
    gboolean inherits;
    GHashTable *ids; /* id -> number + 1; the first of that name */
    GStringChunk *texts;
};

enum { MAX_NESTED = 64 };

SvgRefs *
svg_refs_new(void)
{
    SvgRefs *refs = g_new0(SvgRefs, 1);
    refs->elements = g_array_new(FALSE, TRUE, sizeof(Element));
    refs->references = g_array_new(FALSE, FALSE, sizeof(Reference));
    refs->styles = g_ptr_array_new();
    refs->ids = g_hash_table_new(g_str_hash, g_str_equal);
    refs->texts = g_string_chunk_new(1024);
    return refs;
}

void
svg_refs_free(SvgRefs *refs)
{
    g_array_unref(refs->elements);
    g_array_unref(refs->references);
    g_ptr_array_unref(refs->styles);
    g_hash_table_unref(refs->ids);
    g_string_chunk_free(refs->texts);
    g_free(refs);
}

static Element *
element_at(const SvgRefs *refs, guint number)
{
    return &g_array_index(refs->elements, Element, number);
}

static char *
keep(SvgRefs *refs, SvgName id)
{
    return g_string_chunk_insert_len(refs->texts, id.start, (gssize)id.len);
}

guint
svg_refs_open(SvgRefs *refs, SvgName name)
{
    Element element = {.gradient = svg_name_is(name, "linearGradient") ||
                                   svg_name_is(name, "radialGradient"),
                       .vertices = refs->vertices};
    g_array_append_val(refs->elements, element);
    return refs->elements->len - 1;
}

void
svg_refs_close(SvgRefs *refs, guint element)
{
    element_at(refs, element)->end = refs->elements->len;
}

void
svg_refs_id(SvgRefs *refs, SvgName id)
{
    char *text = keep(refs, id);
    if (!g_hash_table_contains(refs->ids, text))
        g_hash_table_insert(refs->ids, text, GUINT_TO_POINTER(refs->elements->len));
}

void
svg_refs_vertices(SvgRefs *refs, gsize vertices)
{
    refs->vertices += vertices;
}

void
svg_refs_add(SvgRefs *refs, SvgName id, SvgSpread spread)
{
    Reference reference = {refs->elements->len - 1, spread, keep(refs, id)};
    g_array_append_val(refs->references, reference);
}

void
svg_refs_add_style(SvgRefs *refs, SvgName id, SvgSpread spread)
{
    g_ptr_array_add(refs->styles, keep(refs, id));
    refs->style_vertices |= spread == SVG_VERTICES;
}

static guint64
vertices_in(const SvgRefs *refs, guint number)
{
    guint end = element_at(refs, number)->end;
    guint64 behind =
        end < refs->elements->len ? element_at(refs, end)->vertices : refs->vertices;
    return behind - element_at(refs, number)->vertices;
}

/* How often what it refers to is drawn. */
static guint64
times(const SvgRefs *refs, const Reference *reference, const Element *target)
{
    guint64 inside = element_at(refs, reference->element)->end - reference->element;
    if (target->gradient || (reference->spread == SVG_ONCE && !refs->inherits))
        return 1;
    return reference->spread == SVG_VERTICES ? inside + vertices_in(refs, reference->element)
                                             : inside;
}

/* The number of the first reference from this element or one behind it. */
static guint
first_reference(const SvgRefs *refs, guint element)
{
    guint low = 0, high = refs->references->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(refs->references, Reference, middle).element < element)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Elements drawn for this one; more than SVG_MAX_DRAWN for a circle and for what is too much. */
static guint64
count_drawn(const SvgRefs *refs, guint number, guint nested)
{
    Element *element = element_at(refs, number);
    if (element->drawn > 0)
        return element->drawn;
    if (element->counting || nested > MAX_NESTED)
        return SVG_MAX_DRAWN + 1;
    element->counting = TRUE;
    guint64 drawn = 1;
    for (guint i = first_reference(refs, number);
         i < refs->references->len && drawn <= SVG_MAX_DRAWN; i++) {
        const Reference *reference = &g_array_index(refs->references, Reference, i);
        if (reference->element >= element->end)
            break;
        guint target = GPOINTER_TO_UINT(g_hash_table_lookup(refs->ids, reference->id)) - 1;
        guint64 once =
            element_at(refs, target)->end - target - 1 + count_drawn(refs, target, nested + 1);
        drawn += once * times(refs, reference, element_at(refs, target));
    }
    element->counting = FALSE;
    element->drawn = drawn;
    return drawn;
}

/*
 * How often what style sheets refer to may multiply: each target's elements may be of the class that refers to the next. More than
 * SVG_MAX_DRAWN when there are too many of them.
 */
static guint64
style_factor(const SvgRefs *refs)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    guint64 factor = 1;
    guint n = 0;
    for (guint i = 0; i < refs->styles->len && factor <= SVG_MAX_DRAWN; i++) {
        gpointer target = g_hash_table_lookup(refs->ids, refs->styles->pdata[i]);
        if (target == NULL || !g_hash_table_add(seen, target))
            continue;
        guint number = GPOINTER_TO_UINT(target) - 1;
        const Element *element = element_at(refs, number);
        guint64 inside = element->end - number - 1 + (count_drawn(refs, number, 0) - 1);
        if (element->gradient)
            continue;
        if (refs->style_vertices)
            inside += vertices_in(refs, number);
        factor *= MAX(inside, 1);
        if (++n > SVG_MAX_STYLED)
            return SVG_MAX_DRAWN + 1;
    }
    return factor;
}

/* Leaves the references that lead to something: of others there may be millions, which draw nothing. */
static void
drop_dangling(SvgRefs *refs)
{
    guint n = 0;
    for (guint i = 0; i < refs->references->len; i++) {
        Reference reference = g_array_index(refs->references, Reference, i);
        if (g_hash_table_contains(refs->ids, reference.id))
            g_array_index(refs->references, Reference, n++) = reference;
    }
    g_array_set_size(refs->references, n);
}

gboolean
svg_refs_are_few(SvgRefs *refs, gboolean inherits)
{
    if (refs->elements->len == 0)
        return TRUE;
    refs->inherits = inherits;
    drop_dangling(refs);
    guint64 drawn = count_drawn(refs, 0, 0), factor = style_factor(refs);
    if (drawn > SVG_MAX_DRAWN || factor > SVG_MAX_DRAWN)
        return FALSE;
    /* What the file itself holds is there however it is drawn. */
    guint64 all = drawn + refs->elements->len + (refs->style_vertices ? refs->vertices : 0);
    return factor == 1 || all * factor <= SVG_MAX_DRAWN;
}
