/**
 * Emit: texts as YAML that reads back as the same texts.
 *
 * Quotes exactly where a plain scalar would be read otherwise and folds long
 * lines as an author does; prose as Markdown. Knows no key and no charter. Texts are
 * those of a readable Source: valid UTF-8 without control characters other
 * than tab and line ends. Appends only; no state, any thread.
 */
#pragma once
#include <glib.h>

enum { EMIT_WIDTH = 96 }; /* code points of a line; a longer word stands alone */

/** Appends " text" and a line end behind "key:" or "-"; lines that follow are indented by `indent`. */
void emit_text(GString *out, guint indent, const char *text);

/** Appends a comment of as many lines as it takes, indented by `indent`; line ends in it count as spaces. */
void emit_comment(GString *out, guint indent, const char *text);

/** Appends comment lines "#   - text", as emit_comment(). */
void emit_comment_item(GString *out, guint indent, const char *text);

/** Appends YAML lines (each ends with a line end) as comments: "# " stands before each. */
void emit_commented(GString *out, guint indent, const char *yaml);

/** TRUE when the text needs quotes to be read as it is. */
gboolean emit_needs_quotes(const char *text);

/**
 * Appends words as one Markdown paragraph that shows them as they are, behind what the line holds
 * already ("1. "), and a line end; lines that follow are indented by `indent`.
 */
void emit_prose(GString *out, guint indent, const char *text);

/** Appends words as a Markdown heading of the second level, however long, and a line end. */
void emit_heading(GString *out, const char *text);
