#include "import/child.h"
#include "import/office-private.h"
#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>
#include <string.h>

enum { ANSWER_MAX_BYTES = BLOCKS_MAX_BYTES, WALL_FACTOR = 12 };

/* ---- the archive ---- */

/* Parts that hold words, lists or styles; pictures and the rest stay packed. */
static gboolean
is_read(const char *name)
{
    return g_str_has_suffix(name, ".xml") || strcmp(name, "mimetype") == 0 ||
           strcmp(name, "xl/_rels/workbook.xml.rels") == 0;
}

static gboolean
is_document(const char *name)
{
    static const char *const ends[] = {".pdf", ".docx", ".odt", ".xlsx", ".doc", ".txt"};
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(name, ends[i]))
            return TRUE;
    return FALSE;
}

static OfficeFault
unpack_member(struct archive *archive, GString *out, gsize *total)
{
    char buffer[65536];
    for (;;) {
        la_ssize_t got = archive_read_data(archive, buffer, sizeof buffer);
        if (got == 0)
            return OFFICE_FINE;
        if (got < 0)
            return OFFICE_DAMAGED;
        *total += (gsize)got;
        if (out->len + (gsize)got > OFFICE_MAX_MEMBER || *total > OFFICE_MAX_TOTAL)
            return OFFICE_HEAVY;
        g_string_append_len(out, buffer, got);
    }
}

static void
free_part(gpointer part)
{
    g_string_free(part, TRUE);
}

static OfficeFault
unpack_all(struct archive *archive, OfficeParts *out)
{
    struct archive_entry *entry;
    gsize total = 0;
    guint n = 0;
    OfficeFault fault = OFFICE_FINE;
    while (fault == OFFICE_FINE) {
        int status = archive_read_next_header(archive, &entry);
        if (status == ARCHIVE_EOF)
            return n > 0 ? OFFICE_FINE : OFFICE_DAMAGED;
        if (status < ARCHIVE_WARN || ++n > OFFICE_MAX_MEMBERS)
            return n > OFFICE_MAX_MEMBERS ? OFFICE_HEAVY : OFFICE_DAMAGED;
        if (archive_entry_is_encrypted(entry))
            return OFFICE_LOCKED;
        const char *name = archive_entry_pathname(entry);
        if (name == NULL)
            continue;
        out->documents += is_document(name) ? 1 : 0;
        if (!is_read(name))
            continue;
        GString *part = g_string_new(NULL);
        g_hash_table_insert(out->parts, g_strdup(name), part);
        fault = unpack_member(archive, part, &total);
    }
    return fault;
}

OfficeFault
office_unpack(const char *bytes, gsize len, OfficeParts *out)
{
    *out = (OfficeParts){g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_part), 0};
    struct archive *archive = archive_read_new();
    archive_read_support_format_zip_streamable(archive);
    archive_read_support_format_zip_seekable(archive);
    OfficeFault fault = archive_read_open_memory(archive, bytes, len) == ARCHIVE_OK
                            ? unpack_all(archive, out)
                            : OFFICE_DAMAGED;
    archive_read_free(archive);
    return fault;
}

void
office_parts_clear(OfficeParts *parts)
{
    g_clear_pointer(&parts->parts, g_hash_table_unref);
}

const GString *
office_part(const OfficeParts *parts, const char *name)
{
    return g_hash_table_lookup(parts->parts, name);
}

/* ---- trees ---- */

xmlDoc *
office_tree(const GString *part, OfficeFault *fault)
{
    /* No network, no entity expanded, nothing printed; without HUGE libxml2 limits depth and names. */
    const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                        XML_PARSE_COMPACT | XML_PARSE_NOCDATA;
    xmlDoc *doc = xmlReadMemory(part->str, (int)part->len, NULL, NULL, options);
    if (doc == NULL) {
        /* Beyond the child's memory libxml2 says one thing or another: so large a part is too heavy. */
        *fault = strstr(part->str, "<!ENTITY") != NULL ? OFFICE_HOSTILE
                 : part->len > OFFICE_LARGE            ? OFFICE_HEAVY
                                                       : OFFICE_DAMAGED;
        return NULL;
    }
    if (doc->intSubset == NULL && doc->extSubset == NULL)
        return doc;
    *fault = OFFICE_HOSTILE; /* no office program writes a DTD */
    xmlFreeDoc(doc);
    return NULL;
}

gboolean
office_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

xmlNode *
office_child(const xmlNode *node, const char *name)
{
    for (xmlNode *child = node != NULL ? node->children : NULL; child != NULL;
         child = child->next)
        if (office_is(child, name))
            return child;
    return NULL;
}

char *
office_attribute(const xmlNode *node, const char *name)
{
    if (node == NULL || node->type != XML_ELEMENT_NODE)
        return NULL;
    for (const xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
        if (strcmp((const char *)attr->name, name) == 0) {
            xmlChar *value = xmlNodeListGetString(node->doc, attr->children, 1);
            char *copy = g_strdup(value != NULL ? (const char *)value : "");
            xmlFree(value);
            return copy;
        }
    return NULL;
}

guint
office_number(const xmlNode *node, const char *name, guint otherwise, guint max)
{
    g_autofree char *text = office_attribute(node, name);
    guint64 value;
    if (text == NULL || !g_ascii_string_to_unsigned(text, 10, 0, max, &value, NULL))
        return otherwise;
    return (guint)value;
}

void
office_add_text(BlockSink *sink, const char *text, OfficeLook look)
{
    gboolean first = TRUE;
    for (const char *at = text;; at++) {
        gsize len = strcspn(at, "\n");
        Block *block = block_sink_add(sink, at, len);
        if (block != NULL) {
            block->flags = look.flags | (first ? 0U : (guint)BLOCK_WHOLE);
            block->level = look.level;
            block->mark = first ? arena_strndup(sink->arena, look.mark, strlen(look.mark)) : "";
            block->depth = first ? look.depth : 0;
            first = FALSE;
        }
        at += len;
        if (*at == '\0')
            return;
    }
}

/* ---- numbers ---- */

static void
append_roman(GString *out, guint value)
{
    static const struct {
        guint value;
        const char *text;
    } parts[] = {{10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        for (; value >= parts[i].value && value < 1000; value -= parts[i].value)
            g_string_append(out, parts[i].text);
}

char *
office_format_number(const char *format, guint value)
{
    GString *out = g_string_new(NULL);
    gboolean upper = g_str_has_prefix(format, "upper") || g_ascii_isupper(*format);
    if (g_strrstr(format, "Letter") != NULL || g_ascii_tolower(*format) == 'a')
        g_string_append_c(out, (char)('a' + (MAX(value, 1) - 1) % 26));
    else if (g_strrstr(format, "Roman") != NULL || g_ascii_tolower(*format) == 'i')
        append_roman(out, value);
    else
        g_string_append_printf(out, "%u", value);
    if (upper)
        g_string_ascii_up(out);
    return g_string_free(out, FALSE);
}

/* ---- the child ---- */

/* libxml2 prints when memory runs out, whatever it was told. */
static void
say_nothing(G_GNUC_UNUSED void *data, G_GNUC_UNUSED const char *format, ...)
{
}

/*
 * libxml2 leaves out what it finds no memory for and goes on with the rest: whether it did so once. Of one
 * child, which reads one file.
 */
static gboolean left_out;

static void *
note(void *memory)
{
    left_out = left_out || memory == NULL;
    return memory;
}

static void *
take(size_t n)
{
    return note(malloc(n));
}

static void *
take_more(void *old, size_t n)
{
    return note(realloc(old, n));
}

static char *
take_text(const char *text)
{
    return note(strdup(text));
}

static OfficeFault
parse_archive(const char *bytes, gsize len, BlockSink *sink)
{
    OfficeParts parts;
    OfficeFault fault = office_unpack(bytes, len, &parts);
    if (fault == OFFICE_FINE) {
        if (office_part(&parts, "word/document.xml") != NULL)
            fault = office_docx(&parts, sink);
        else if (office_part(&parts, "xl/workbook.xml") != NULL)
            fault = office_xlsx(&parts, sink);
        else if (office_part(&parts, "content.xml") != NULL)
            fault = office_odt(&parts, sink);
        else
            fault = parts.documents > 0 ? OFFICE_PACKED : OFFICE_UNKNOWN;
    }
    office_parts_clear(&parts);
    return fault;
}

OfficeFault
office_parse(const char *bytes, gsize len, GString *out)
{
    g_autoptr(Arena) arena = arena_new();
    BlockSink sink;
    block_sink_init(&sink, arena);
    left_out = FALSE;
    xmlMemSetup(free, take, take_more, take_text);
    xmlSetGenericErrorFunc(NULL, say_nothing);
    gboolean archive = len > 2 && memcmp(bytes, "PK", 2) == 0;
    OfficeFault fault =
        archive ? parse_archive(bytes, len, &sink) : office_html(bytes, len, &sink);
    BlockList list = block_sink_end(&sink);
    if (fault == OFFICE_FINE)
        blocks_print(&list, out);
    return left_out || out->len > ANSWER_MAX_BYTES ? OFFICE_HEAVY : fault;
}

typedef struct Job {
    const char *bytes;
    gsize len;
} Job;

static int
work(gconstpointer data, GString *out)
{
    const Job *job = data;
    return (int)office_parse(job->bytes, job->len, out);
}

static void
report(OfficeFault fault, const char *path, DiagList *diags)
{
    static const char remedy[] =
        "impor naskah standar pelayanannya: PDF, Word, Excel, halaman web, atau teks";
    switch (fault) {
    case OFFICE_HEAVY:
        diag_add_path(diags, DIAG_IMPORT_HEAVY, path, NULL);
        break;
    case OFFICE_LOCKED:
        diag_add_path(diags, DIAG_IMPORT_LOCKED, path, NULL);
        break;
    case OFFICE_HOSTILE:
        diag_add_path(diags, DIAG_IMPORT_ENTITY, path, NULL);
        break;
    case OFFICE_PACKED:
        diag_add_path(diags, DIAG_IMPORT_KIND, path, "arsip .zip berisi beberapa berkas",
                      "ekstrak dahulu, lalu impor berkas di dalamnya", NULL);
        break;
    case OFFICE_UNKNOWN:
        diag_add_path(diags, DIAG_IMPORT_KIND, path, "arsip yang bukan dokumen", remedy, NULL);
        break;
    case OFFICE_DAMAGED:
    case OFFICE_FINE:
        diag_add_path(diags, DIAG_IMPORT_DAMAGED, path, NULL);
        break;
    }
}

IntakeStatus
from_office_read(
    Arena *arena, const IntakeFile *file, Intake *out, DiagList *diags, GError **error)
{
    static const ChildLimits limits = {INTAKE_CPU_SECONDS, INTAKE_CPU_SECONDS * WALL_FACTOR,
                                       INTAKE_MEMORY, ANSWER_MAX_BYTES};
    const Job job = {file->bytes, file->len};
    ChildAnswer answer;
    ChildStatus status = child_call(work, &job, &limits, &answer, error);
    if (status == CHILD_FAILED)
        return INTAKE_FAILED;
    gboolean bounded = status == CHILD_DONE && answer.len <= ANSWER_MAX_BYTES;
    OfficeFault fault = !bounded                      ? OFFICE_HEAVY
                        : answer.code > OFFICE_PACKED ? OFFICE_DAMAGED
                                                      : (OfficeFault)answer.code;
    gboolean read =
        fault == OFFICE_FINE && blocks_parse(arena, answer.bytes, answer.len, &out->blocks);
    child_answer_clear(&answer);
    if (!read)
        report(fault, file->path, diags);
    return read ? INTAKE_READ : INTAKE_FINDING;
}
