/**
 * YamlRemedy: a YAML mistake in the author's terms, with the line as it should be.
 *
 * Turns libyaml's complaint into one of our diagnostics by looking at the line
 * it points to: an unquoted @, a second colon, a tab, an open quote. Works on
 * source lines alone and never parses YAML. No state, any thread.
 */
#pragma once
#include "base/diag.h"

typedef struct YamlProblem {
    const char *problem, *context; /* libyaml's words; may be NULL */
    Mark at, context_at;           /* context_at.line 0 = none */
} YamlProblem;

/** Adds what a line deserves that should be `key: text` and is not. */
void yaml_report_no_key(const Source *source, Mark at, DiagList *diags);

/** Adds exactly one diagnostic for a syntax error. */
void yaml_report_problem(const Source *source, const YamlProblem *problem, DiagList *diags);

/**
 * Adds `code` at `at` for the text beginning there; %1 = its line with that text in quotes,
 * %2 = its first character.
 */
void yaml_report_unquoted(const Source *source, DiagCode code, Mark at, DiagList *diags);

/** Adds `code` for bytes start … end of the source; %1 = their line with them in quotes. */
void
yaml_report_span(const Source *source, DiagCode code, gsize start, gsize end, DiagList *diags);

/**
 * Adds what is lost when words stand behind " #" on the line where a value ends (byte `end`): YAML takes
 * them for a comment. Not for `  # words`, two blanks in front and one behind: that is how comments are
 * written on purpose. `start` is the value's first byte.
 */
void yaml_report_comment(const Source *source, gsize start, gsize end, DiagList *diags);

/** Adds the invisible character in or beside the key of a line, with the line as it should be; FALSE: there is none. */
gboolean yaml_report_invisible(const Source *source, guint line_number, DiagList *diags);
