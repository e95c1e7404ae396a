/**
 * Html: text made safe for HTML and XML.
 *
 * One function for element text and for quoted attribute values alike. Knows
 * nothing of tags or templates. No state, any thread.
 */
#pragma once
#include <glib.h>

/**
 * Appends `text` (`len` bytes, -1 = NUL-terminated) with & < > " ' as references;
 * other bytes pass unchanged. Fit for element text and attribute values in either
 * quote; not for script, style, comments or unquoted attributes.
 */
void html_append_escaped(GString *out, const char *text, gssize len);
