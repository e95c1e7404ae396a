/**
 * Theme-check: what of a theme would be published as nothing, without a word from its readers.
 *
 * No state, any thread.
 */
#pragma once
#include "base/diag.h"
#include "text/yaml-node.h"

/** TRUE when a template has only blanks and comments: its page would have no byte, and citizens see nothing. */
gboolean theme_check_is_blank(const char *text);
/** Reports keys of theme.yaml that nobody reads, and a colour that is none. */
void theme_check_values(const YamlNode *values, DiagList *diags);
