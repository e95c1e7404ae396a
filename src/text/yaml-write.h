/**
 * YamlWrite: a value as YAML text, the way a person would write it.
 *
 * Plain words where plain words mean the same, then | for several lines, then
 * quotes. Knows nothing of files; the caller reads back what came out, so a
 * style that does not fit somewhere costs a second try and no one's words. A
 * value is a YamlNode of which only kind, text, items and pairs count. Pure.
 */
#pragma once
#include "text/yaml.h"

typedef enum YamlStyle {
    YAML_STYLE_PLAIN,
    YAML_STYLE_LITERAL, /* | */
    YAML_STYLE_FOLDED,  /* > */
    YAML_STYLE_SINGLE,  /* ' */
    YAML_STYLE_DOUBLE,  /* " : fits every text, everywhere */
    N_YAML_STYLES
} YamlStyle;

/**
 * Where a value is to stand. `indent` is the column of what a block below the present line is
 * indented to; `wrap` the length from which a plain text is broken into lines, 0 = never.
 */
typedef struct YamlSpot {
    guint indent, wrap;
    gboolean flow; /* inside {…} or […]: everything on one line */
} YamlSpot;

/** The text in one style. FALSE, nothing appended: that style cannot say it there. */
gboolean yaml_write_text(
    GString *out, const char *text, gsize len, YamlStyle style, const YamlSpot *spot);

/** The text in the first style that fits. */
void yaml_write_any_text(GString *out, const char *text, gsize len, const YamlSpot *spot);

/** `key:`; quoted if need be. */
void yaml_write_key(GString *out, const char *key, gsize len, gboolean flow);

/**
 * What follows `key:` or `-`, the blank or line break before it included. A list or mapping that is
 * not empty stands on lines of its own, indented by spot->indent; `behind_dash` a mapping begins at once.
 */
void yaml_write_value(GString *out,
                      const YamlNode *value,
                      const YamlSpot *spot,
                      gboolean behind_dash);
/** The lines of a list or mapping, the first without its indentation, the last without its end. */
void yaml_write_block(GString *out, const YamlNode *value, guint indent);
/** A value on one line, with brackets. */
void yaml_write_flow(GString *out, const YamlNode *value);
