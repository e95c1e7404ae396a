/** OfficePrivate: archives and XML trees, what the files of from-office share. Runs in a child only. */
#pragma once
#include "import/block.h"
#include "import/from-office.h"

/* As libxml/tree.h has them, which the sources include. */
typedef struct _xmlNode xmlNode;
typedef struct _xmlDoc xmlDoc;

enum {
    OFFICE_MAX_MEMBER = 48 * 1024 * 1024, /* bytes of one unpacked part */
    OFFICE_LARGE = 8 * 1024 * 1024, /* a part that may use up the memory when it is parsed */
    OFFICE_MAX_TOTAL = 96 * 1024 * 1024, /* of all that are kept */
    OFFICE_MAX_MEMBERS = 4096,
    OFFICE_MAX_NESTING = 400 /* of elements */
};

typedef struct OfficeParts {
    GHashTable *parts; /* name -> GString */
    guint documents;   /* files in it that are documents themselves */
} OfficeParts;

/** Unpacks the parts that are read. */
OfficeFault office_unpack(const char *bytes, gsize len, OfficeParts *out);
void office_parts_clear(OfficeParts *parts);
const GString *office_part(const OfficeParts *parts, const char *name); /* NULL = none */

/** A tree of a part; NULL and *fault otherwise. xmlFreeDoc() it. */
xmlDoc *office_tree(const GString *part, OfficeFault *fault);

/** Children by local name, attributes by local name whatever their namespace is. */
gboolean office_is(const xmlNode *node, const char *name);
xmlNode *office_child(const xmlNode *node, const char *name); /* NULL = none */
/** The attribute's value, g_free() it; NULL = none. */
char *office_attribute(const xmlNode *node, const char *name);
guint office_number(const xmlNode *node, const char *name, guint otherwise, guint max);

/** Text of a paragraph being gathered: "\n" in it begins a new block. */
/* How a paragraph stands in its document, as in Block. */
typedef struct OfficeLook {
    const char *mark; /* "" = none */
    guint depth, level, flags;
} OfficeLook;

void office_add_text(BlockSink *sink, const char *text, OfficeLook look);

OfficeFault office_docx(const OfficeParts *parts, BlockSink *sink);
OfficeFault office_odt(const OfficeParts *parts, BlockSink *sink);
OfficeFault office_xlsx(const OfficeParts *parts, BlockSink *sink);
OfficeFault office_html(const char *bytes, gsize len, BlockSink *sink);

/** The format of a number that a workbook need not name; "General" for those without one. */
const char *office_builtin_format(guint id);
/** A number as it is stored, shown by its format in Indonesian ("Rp12.500", "2 Mei 2025"). g_free() it. */
char *office_show_number(const char *code, const char *stored, gboolean from_1904);

/** A list's mark: "3." for value 3 of format "decimal" ("lowerLetter", "upperRoman", …; "1" "a" "I" too). g_free() it. */
char *office_format_number(const char *format, guint value);
