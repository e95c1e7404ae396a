#include "deliver/inspect-added.h"
#include <libxml/HTMLparser.h>
#include <string.h>

enum { MAX_ADDED = 100, MAX_SHOWN = 200 /* bytes of an address or script */ };

/* Elements with what they load or lead to, as texts. */
typedef struct Found {
    GHashTable *seen;
    GPtrArray *order; /* borrowed from seen */
    GString *script;  /* the words of the script that is being read; NULL = none */
} Found;

static void
add(Found *found, const char *element, const char *what)
{
    char *text = g_strdup_printf("%s %.*s", element, MAX_SHOWN, what);
    if (g_hash_table_contains(found->seen, text)) {
        g_free(text);
        return;
    }
    g_hash_table_add(found->seen, text);
    g_ptr_array_add(found->order, text);
}

static void
end_script(Found *found)
{
    if (found->script != NULL && *g_strstrip(found->script->str) != '\0')
        add(found, "script", found->script->str);
    if (found->script != NULL)
        g_string_free(found->script, TRUE);
    found->script = NULL;
}

static void
on_start(void *data, const xmlChar *name, const xmlChar **attributes)
{
    static const char *const leading[] = {"href", "src",    "action", "formaction",
                                          "data", "srcset", "poster", "content"};
    Found *found = data;
    end_script(found);
    if (strcmp((const char *)name, "script") == 0)
        found->script = g_string_new(NULL);
    for (; attributes != NULL && *attributes != NULL; attributes += 2) {
        const char *attribute = (const char *)attributes[0];
        const char *value = attributes[1] != NULL ? (const char *)attributes[1] : "";
        gboolean acts = g_ascii_strncasecmp(attribute, "on", 2) == 0;
        for (guint i = 0; i < G_N_ELEMENTS(leading) && !acts; i++)
            acts = strcmp(attribute, leading[i]) == 0;
        if (acts && *value != '\0')
            add(found, (const char *)name, value);
    }
}

static void
on_end(void *data, const xmlChar *name)
{
    if (strcmp((const char *)name, "script") == 0)
        end_script(data);
}

static void
on_words(void *data, const xmlChar *words, int len)
{
    Found *found = data;
    if (found->script != NULL && found->script->len < MAX_SHOWN)
        g_string_append_len(found->script, (const char *)words, len);
}

static void
find(Found *found, const char *html, gsize len)
{
    htmlSAXHandler handler = {.startElement = on_start,
                              .endElement = on_end,
                              .characters = on_words,
                              .cdataBlock = on_words};
    found->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    found->order = g_ptr_array_new();
    found->script = NULL;
    htmlParserCtxtPtr parser =
        htmlCreatePushParserCtxt(&handler, found, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (parser == NULL)
        g_error("no memory left");
    htmlCtxtUseOptions(parser, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
    htmlParseChunk(parser, html, (int)MIN(len, G_MAXINT), 1);
    htmlFreeParserCtxt(parser);
    end_script(found);
}

GPtrArray *
inspect_added(const char *ours, gsize ours_len, const char *theirs, gsize theirs_len)
{
    Found of_ours, of_theirs;
    find(&of_ours, ours, ours_len);
    find(&of_theirs, theirs, theirs_len);
    GPtrArray *added = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < of_theirs.order->len && added->len < MAX_ADDED; i++)
        if (!g_hash_table_contains(of_ours.seen, of_theirs.order->pdata[i]))
            g_ptr_array_add(added, g_strdup(of_theirs.order->pdata[i]));
    g_ptr_array_unref(of_ours.order);
    g_ptr_array_unref(of_theirs.order);
    g_hash_table_unref(of_ours.seen);
    g_hash_table_unref(of_theirs.seen);
    if (added->len == 0)
        g_clear_pointer(&added, g_ptr_array_unref);
    return added;
}
