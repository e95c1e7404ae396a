/**
 * Source: the text of one input file, and places in it.
 *
 * Knows the bytes (always valid UTF-8 once opened), where its lines begin and
 * how to show a line; knows nothing of YAML or charters. A Source owns its
 * text; Marks borrow the Source, so it must outlive the model made from it.
 * A Source is immutable after source_new() and may be read by any thread.
 */
#pragma once
#include <glib.h>

typedef struct Source Source;
typedef struct DiagList DiagList;

/** A place in a source. line and col count from 1, col in code points; line 0 = the file as a whole. */
typedef struct Mark {
    const Source *source; /* NULL = no file (site as a whole) */
    guint32 line, col;
} Mark;

enum { SOURCE_MAX_BYTES = 4 * 1024 * 1024 };

/**
 * Takes `bytes` (g_malloc'ed, `len` long) as the contents of `path`. A BOM is
 * skipped, CRLF and lone CR become LF. Never NULL. Text that is not UTF-8, too
 * large, or holds NUL, control, bidi-override or U+0085/2028/2029 characters is
 * reported to `diags` (one diagnostic for each kind of fault per file, the
 * first place) and source_is_readable() is then FALSE.
 */
Source *source_new(const char *path, char *bytes, gsize len, DiagList *diags);
void source_free(Source *source);

gboolean source_is_readable(const Source *source);
const char *source_path(const Source *source); /* as shown in diagnostics; never NULL */
const char *source_text(const Source *source); /* NUL-terminated; "" when unreadable */
gsize source_len(const Source *source);
guint source_n_lines(const Source *source);

/** Line `line` (from 1) without its line end; "" beyond the end. *len receives its bytes. Borrowed, not NUL-terminated. */
const char *source_line(const Source *source, guint line, gsize *len);

/** Offset in source_text() where `line` (from 1) begins; of the end of the text beyond the last line. */
gsize source_line_offset(const Source *source, guint line);

/** Where column `col` (from 1) of a line begins; its end when it is shorter. Borrowed. */
const char *source_at(const Source *source, guint line, guint col);

/** The place of byte `offset` of source_text(); beyond the end: the last place. */
Mark source_mark(const Source *source, gsize offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Source, source_free)
