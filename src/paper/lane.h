/**
 * PosterLane: a service's flow chart for officials, as an SVG file.
 *
 * The swimlane of flow.h in a poster's colours and words (SOP-AP symbols,
 * PermenPANRB 35/2012), for the service page to show. Same threads and
 * ownership as poster.h.
 */
#pragma once
#include "paper/poster.h"

/**
 * Appends the chart of the content's procedure. FALSE, nothing appended, when it has no steps or
 * a character has no glyph in the fonts.
 */
gboolean poster_lane_svg(Fonts *fonts,
                         const PosterContent *content,
                         const PosterStyle *style,
                         GString *out);
