/**
 * Draft: one file of the content folder as a text that is being written.
 *
 * Knows by its name what the file is (charter, agency, settings …), where its
 * YAML and its prose lie, and how to change one value or the prose and leave
 * the other bytes alone. Names no key. A Draft owns what it holds and borrows
 * its path. One thread.
 */
#pragma once
#include "model/schema.h"
#include "text/yaml-edit.h"

typedef struct Draft {
    const char *path; /* in the content folder */
    const SchemaFile *kind;
    Arena *arena;
    Source *source;
    guint first, last;    /* lines of YAML */
    guint body_line;      /* where prose begins; 0 = this file has none */
    const YamlNode *root; /* never NULL */
    gboolean faulty;      /* must be mended as a text before a form can hold it */
} Draft;

/** What kind of file that is by its name; NULL: none with a form. */
const SchemaFile *draft_kind(const char *path);
/** Whether it is a translation (slug.en.md). */
gboolean draft_is_translation(const char *path);

/** Opens a text; `path` is one draft_kind() knows. Never fails. */
void draft_open(Draft *draft, const char *path, const char *bytes, gsize len);
void draft_close(Draft *draft);
/** The prose, LF between lines; "" = none. Borrowed. */
const char *draft_body(const Draft *draft);

/**
 * A path as text: keys and places joined by "/", each percent-encoded; digits alone are a place. FALSE: too
 * long. The steps borrow from *buffer (g_malloc'ed, the caller's).
 */
gboolean draft_read_path(const char *text, char **buffer, YamlStep *steps, YamlPath *path);
/* Where in a form a place of the text is. */
typedef struct DraftSpot {
    GString *path;        /* the caller's */
    const YamlNode *map;  /* the mapping around it; NULL = none */
    const Record *record; /* of that mapping; NULL = not known */
    gsize map_len;        /* how much of the path leads to it */
} DraftSpot;

/** Finds the node that holds byte `offset` of the source; its path is appended to spot->path. */
void draft_find(const Draft *draft, gsize offset, DraftSpot *spot);

/** Changes `text`, the file's bytes. New keys go where the table of fields has them. */
YamlEdited draft_change(GString *text, const char *path, YamlChange *change);
/** Puts other prose behind the front matter; lines that stay keep their bytes. FALSE: the file can have none. */
gboolean draft_set_body(GString *text, const char *path, const char *body);
