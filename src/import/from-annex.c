#include "import/from-annex.h"
#include "base/source.h"
#include "text/address.h"
#include "text/slug.h"
#include <string.h>

/* PKWARE, APPNOTE.TXT 6.3.3, 4.3.7: the local header. */
enum { LOCAL = 0x04034b50, HEADER = 30, DESCRIPTOR = 1 << 3, STORED = 0 };

#define FOLDER "piagam/"
#define MARK   FOLDER "tanda"
#define WORDS  "content.xml"

typedef struct Part {
    const char *name, *bytes; /* name: name_len bytes */
    gsize name_len, len;      /* len: as it lies there */
    guint32 crc, whole;       /* of the part itself */
    gboolean stored;
} Part;

static guint32
number(const char *at, guint n)
{
    guint32 value = 0;
    while (n-- > 0)
        value = value << 8 | (guint8)at[n];
    return value;
}

/* The part whose header is at *at; FALSE: there is none that can be told without unpacking. */
static gboolean
next_part(const char *bytes, gsize len, gsize *at, Part *part)
{
    if (len - *at < HEADER || number(bytes + *at, 4) != LOCAL)
        return FALSE;
    const char *header = bytes + *at;
    gsize name = number(header + 26, 2), extra = number(header + 28, 2),
          packed = number(header + 18, 4);
    gsize room = len - *at - HEADER;
    if ((number(header + 6, 2) & DESCRIPTOR) != 0 || room < name || room - name < extra ||
        room - name - extra < packed)
        return FALSE;
    *part = (Part){.name = header + HEADER,
                   .name_len = name,
                   .bytes = header + HEADER + name + extra,
                   .len = packed,
                   .crc = number(header + 14, 4),
                   .whole = number(header + 22, 4),
                   .stored = number(header + 8, 2) == STORED};
    *at += HEADER + name + extra + packed;
    return TRUE;
}

static gboolean
is_named(const Part *part, const char *name)
{
    return part->name_len == strlen(name) && memcmp(part->name, name, part->name_len) == 0;
}

/* "piagam/akta.md" is akta; NULL: it is no charter. */
static char *
slug_of(const Part *part)
{
    static const char end[] = ".md";
    gsize before = strlen(FOLDER), behind = strlen(end);
    if (!part->stored || part->len > SOURCE_MAX_BYTES || part->name_len <= before + behind ||
        memcmp(part->name, FOLDER, before) != 0 ||
        memcmp(part->name + part->name_len - behind, end, behind) != 0)
        return NULL;
    g_autofree char *slug = g_strndup(part->name + before, part->name_len - before - behind);
    return slug_is_valid(slug) && !address_is_reserved(slug) && strcmp(slug, "instansi") != 0
               ? g_steal_pointer(&slug)
               : NULL;
}

/* What the mark of these words is: see export/annex. */
static gboolean
is_marked(const Part *mark, const Part *words)
{
    g_autofree char *wanted = g_strdup_printf("%08x %u\n", words->crc, words->whole);
    return mark->bytes != NULL && words->bytes != NULL && mark->stored &&
           mark->len == strlen(wanted) && memcmp(mark->bytes, wanted, mark->len) == 0;
}

static void
free_slug(gpointer charter)
{
    g_free(((AnnexCharter *)charter)->slug);
}

GArray *
annex_read_charters(const char *bytes, gsize len)
{
    Part part, mark = {0}, words = {0};
    GArray *out = g_array_new(FALSE, FALSE, sizeof(AnnexCharter));
    g_array_set_clear_func(out, free_slug);
    for (gsize at = 0; next_part(bytes, len, &at, &part);) {
        AnnexCharter charter = {slug_of(&part), part.bytes, part.len};
        if (is_named(&part, MARK))
            mark = part;
        else if (is_named(&part, WORDS))
            words = part;
        if (charter.slug != NULL && out->len < ANNEX_MAX_CHARTERS)
            g_array_append_val(out, charter);
        else
            g_free(charter.slug);
    }
    if (!is_marked(&mark, &words))
        g_array_set_size(out, 0);
    return out;
}
