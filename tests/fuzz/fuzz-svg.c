/*
 * Any bytes as a drawing: what passes is well formed to libxml2, which browsers use, and holds nothing that runs; what does not is
 * told with its line.
 */
#include "fuzz.h"
#include "text/picture.h"
#include "text/sniff.h"
#include "text/svg.h"
#include <libxml/parser.h>
#include <string.h>

/* Encodings of one byte a letter have holes that only converters know. */
static gboolean
is_well_formed(const char *text, gsize len)
{
    xmlParserCtxt *context = xmlNewParserCtxt();
    xmlDoc *document =
        xmlCtxtReadMemory(context, text, (int)len, NULL, NULL,
                          XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    gboolean formed = context->wellFormed || context->lastError.code == XML_I18N_CONV_FAILED;
    xmlFreeDoc(document);
    xmlFreeParserCtxt(context);
    return formed;
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
    static const char *const runs[] = {"<script", "<foreignObject", "<svg:script",
                                       "xmlns=\"http://www.w3.org/1999/xhtml"};
    SvgFault fault;
    guint32 width, height;
    const char *text = (const char *)bytes;
    char word[SNIFF_WORD];
    picture_measure(bytes, len, &width, &height);
    gboolean page = sniff_is_page(text, len, word);
    g_assert_true(!page ||
                  ((*word == '<' || *word == '\0') && g_utf8_validate(word, -1, NULL)));
    if (!svg_is_safe(text, len, &fault)) {
        g_assert_true(*fault.what != '\0' && fault.line > 0);
        g_assert_true(g_utf8_validate(fault.what, -1, NULL));
        return 0;
    }
    if (memchr(text, '<', len) == NULL) /* nothing but blanks */
        return 0;
    g_assert_true(is_well_formed(text, len));
    g_assert_true(page);
    g_assert_true(*word == '\0' || strcmp(word, "<?xml") == 0 ||
                  g_str_has_prefix(word, "<svg"));
    if (g_strstr_len(text, (gssize)len, "<!") != NULL ||
        g_strstr_len(text, (gssize)len, "<?xpacket") != NULL)
        return 0; /* they may quote anything */
    for (gsize i = 0; i < G_N_ELEMENTS(runs); i++)
        g_assert_null(g_strstr_len(text, (gssize)len, runs[i]));
    return 0;
}
