#include "text/svg-private.h"
#include "text/svg.h"
#include <string.h>

enum { IN, IN2, RESULT, RADIUS, N_ATTRIBUTES };

struct SvgFilter {
    GHashTable *results; /* name -> results it is computed of, of the filter in hand */
    char *attributes[N_ATTRIBUTES]; /* of the tag in hand */
    char *name;                     /* of the primitive in hand; NULL = none */
    guint cost;                     /* its results */
};

SvgFilter *
svg_filter_new(void)
{
    SvgFilter *filter = g_new0(SvgFilter, 1);
    filter->results = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return filter;
}

static void
forget_attributes(SvgFilter *filter)
{
    for (guint i = 0; i < N_ATTRIBUTES; i++)
        g_clear_pointer(&filter->attributes[i], g_free);
}

void
svg_filter_free(SvgFilter *filter)
{
    forget_attributes(filter);
    g_hash_table_unref(filter->results);
    g_free(filter->name);
    g_free(filter);
}

void
svg_filter_attribute(SvgFilter *filter, SvgName name, const char *value)
{
    static const char *const names[] = {"in", "in2", "result", "radius"};
    for (guint i = 0; i < N_ATTRIBUTES; i++) {
        if (svg_name_is(name, names[i])) {
            g_free(filter->attributes[i]);
            filter->attributes[i] = g_strdup(value);
        }
    }
}

/* What is no result is the source, or the primitive before. */
static guint
cost_of(const SvgFilter *filter, guint attribute)
{
    const char *name = filter->attributes[attribute];
    guint cost =
        name != NULL ? GPOINTER_TO_UINT(g_hash_table_lookup(filter->results, name)) : 0;
    return cost != 0 ? cost : filter->cost;
}

/* One number, or one for each direction. */
static gboolean
radius_passes(const char *radius)
{
    for (const char *at = radius; *at != '\0';) {
        char *end;
        if (g_ascii_strtod(at, &end) > SVG_MAX_RADIUS)
            return FALSE;
        at = end > at ? end : at + 1;
    }
    return TRUE;
}

/* A primitive begins; FALSE: it is too much by itself. */
static gboolean
begin_primitive(SvgFilter *filter, SvgName element)
{
    guint cost = svg_name_is(element, "feMerge") ? 1 : 1 + cost_of(filter, IN);
    const char *radius = filter->attributes[RADIUS];
    filter->cost = filter->attributes[IN2] != NULL ? cost + cost_of(filter, IN2) : cost;
    g_free(filter->name);
    filter->name = g_steal_pointer(&filter->attributes[RESULT]);
    return radius == NULL || !svg_name_is(element, "feMorphology") || radius_passes(radius);
}

gboolean
svg_filter_tag(SvgFilter *filter, SvgName element)
{
    gboolean few = TRUE;
    if (svg_name_is(element, "filter")) {
        g_hash_table_remove_all(filter->results);
        g_clear_pointer(&filter->name, g_free);
        filter->cost = 0;
    } else if (svg_name_is(element, "feMergeNode")) {
        filter->cost += cost_of(filter, IN) + 1;
    } else if (element.len > 2 && memcmp(element.start, "fe", 2) == 0) {
        few = begin_primitive(filter, element);
    } else {
        forget_attributes(filter);
        return TRUE;
    }
    if (filter->name != NULL)
        g_hash_table_insert(filter->results, g_strdup(filter->name),
                            GUINT_TO_POINTER(filter->cost));
    forget_attributes(filter);
    return few && filter->cost <= SVG_MAX_RESULTS;
}
