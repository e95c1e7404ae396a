/**
 * Chars: characters that no text of ours may hold, and their names.
 *
 * NUL and control characters are invisible and break other programs; bidi
 * overrides make a text read otherwise than it is; U+0085, U+2028 and U+2029
 * end a line for YAML but not for editors. Knows nothing of files or marks.
 * No state, any thread.
 */
#pragma once
#include <glib.h>

typedef enum CharFault {
    CHAR_FINE,
    CHAR_FAULT_NUL,
    CHAR_FAULT_CONTROL,
    CHAR_FAULT_BIDI,
    CHAR_FAULT_LINE,
    N_CHAR_FAULTS
} CharFault;

/** The fault of one code point. Tab, LF and CR are fine. */
CharFault chars_fault(gunichar c);

/** The first faulty character of valid UTF-8, or NULL; *fault says which. */
const char *chars_find_fault(const char *text, gsize len, CharFault *fault);

/**
 * TRUE for what shows nothing, or a blank that is no space: no-break space, zero width space, soft hyphen.
 * They are fine in a text; in a key they make two names of what looks like one.
 */
gboolean chars_is_invisible(gunichar c);

/** Appends "U+202E RIGHT-TO-LEFT OVERRIDE". */
void chars_append_name(GString *out, gunichar c);

/**
 * Appends text for showing: faulty characters, line ends and broken UTF-8 become U+FFFD
 * (line ends a space); above `max` bytes it is cut and ends with an ellipsis.
 */
void chars_append_shown(GString *out, const char *text, gsize len, gsize max);
