/**
 * Asset: a style sheet or script as it is published, without comments and blanks.
 *
 * Shortens nothing that could mean something. Strings, regular expressions,
 * url() and the values of custom properties pass byte for byte; comments that
 * begin with `!` or `@` or name a licence stay. Where the meaning of a byte
 * cannot be told for certain (a template literal, a slash behind a brace, an
 * escape in a selector, anything left open) the whole text passes as it is.
 * Knows no names and no values: what it writes means the same to a browser as
 * what it read. No state, any thread.
 */
#pragma once
#include <glib.h>

/** Appends the style sheet; TRUE when it was shortened, FALSE when it passed as it is. */
gboolean asset_append_css(GString *out, const char *text, gsize len);
/** Appends the script (ECMAScript 5; newer ones pass as they are where they use newer syntax of text). */
gboolean asset_append_js(GString *out, const char *text, gsize len);
/** The text of a part that scripts share, called "bagian/bantu.js"; NULL = there is none, which the caller has told. */
typedef const char *(*AssetPart)(gpointer data, const char *name, gsize *len);
/** Appends the script with every comment "sertakan bagian/bantu.js" replaced by that part. */
void asset_append_parts(GString *out, const char *text, gsize len, AssetPart find, gpointer data);
/** Writes what the label stands for in a script. */
typedef void (*AssetLabel)(gpointer data, const char *name, GString *out);
/** Appends the script with each `L.name` replaced by what `put` writes for that label. */
void asset_append_labels(GString *out, const char *text, gsize len, AssetLabel put, gpointer data);
