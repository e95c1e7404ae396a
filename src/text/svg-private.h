/** Svg's insides: which names pass, where what is no element ends, and what references add up to. */
#pragma once
#include <glib.h>

/** A name of an XML file, borrowed from its bytes. */
typedef struct SvgName {
    const char *start;
    gsize len;
} SvgName;

/** Names without prefix, case as written. */
gboolean svg_element_passes(SvgName name);
gboolean svg_attribute_passes(SvgName name);
/** Whether `xmlns:PREFIX` may have this value, `prefix` of length 0 = the default one. */
gboolean svg_namespace_passes(SvgName prefix, SvgName value);
gboolean svg_name_is(SvgName name, const char *text);
/** "name" or "prefix:name", each of letters below 128, digits, "_", "-" and ".", beginning with a letter or "_". */
gboolean svg_name_is_formed(SvgName name);
/** data-* and aria-*: words for readers, which draw nothing. */
gboolean svg_name_is_hint(SvgName name);

typedef enum SvgLetters { SVG_UTF8, SVG_ASCII, SVG_ONE_BYTE } SvgLetters;

gboolean svg_is_blank(char c);
/** Whether XML 1.0 knows this character. */
gboolean svg_letter_passes(gunichar letter);
/** The first byte that is none of a letter; NULL: there is none. */
const char *svg_bad_letter(const char *at, const char *end, SvgLetters letters);
/**
 * The bytes of what stands at `at`; 0: it is not well formed, or something else. `end` is behind the file's last byte; no byte is
 * NUL. The outputs are set when it passes. A packet is what Adobe's programs put around what they tell of a file.
 */
gsize svg_declaration(const char *at, const char *end, SvgLetters *letters);
gsize svg_doctype(const char *at, const char *end);
gsize svg_comment(const char *at, const char *end);
gsize svg_cdata(const char *at, const char *end, SvgName *inside);
gsize svg_packet(const char *at, const char *end);

typedef struct SvgRefs SvgRefs;
SvgRefs *svg_refs_new(void);
void svg_refs_free(SvgRefs *refs);
/** An element begins, in the order of the file; returns its number, from 0. */
guint svg_refs_open(SvgRefs *refs, SvgName name);
void svg_refs_close(SvgRefs *refs, guint element);
/** The element that was opened last has this id, and a path of so many vertices at most. The text is copied. */
void svg_refs_id(SvgRefs *refs, SvgName id);
void svg_refs_vertices(SvgRefs *refs, gsize vertices);
/** What a property that refers is drawn for: its element, each element inside as well (they inherit it), or each of their vertices. */
typedef enum SvgSpread { SVG_ONCE, SVG_EACH, SVG_VERTICES } SvgSpread;
/** The element that was opened last refers to that one. The text is copied. */
void svg_refs_add(SvgRefs *refs, SvgName id, SvgSpread spread);
/** A style sheet refers to that id, for whichever elements. */
void svg_refs_add_style(SvgRefs *refs, SvgName id, SvgSpread spread);
/**
 * FALSE: references go in a circle, or more than SVG_MAX_DRAWN elements would be drawn. `inherits`: elements may take from those
 * around them what is not inherited by itself.
 */
gboolean svg_refs_are_few(SvgRefs *refs, gboolean inherits);

/** Filters: what a primitive takes up is computed for it, and two that take up the one before double the work each time. */
typedef struct SvgFilter SvgFilter;
SvgFilter *svg_filter_new(void);
void svg_filter_free(SvgFilter *filter);
/** An attribute of the tag in hand. The text is copied. */
void svg_filter_attribute(SvgFilter *filter, SvgName name, const char *value);
/** The tag ends, of any element; FALSE: its result would be computed of more than SVG_MAX_RESULTS others. */
gboolean svg_filter_tag(SvgFilter *filter, SvgName element);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SvgRefs, svg_refs_free)
