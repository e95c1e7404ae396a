/**
 * PictureOf: the pictogram that stands beside the words of a requirement or a facility.
 *
 * By a table of words: the first one in the text decides, and a text without any has none: a wrong
 * picture is worse than no picture. Pure; any thread.
 */
#pragma once
#include "draw/pictogram.h"

/** Of a requirement. PICTOGRAM_NONE for NULL, too. */
Pictogram picture_of(const char *words);
/** Of what an office has for its visitors (content contract, section 2, `sarana`). As above. */
Pictogram picture_of_facility(const char *words);
/** Of a life event, by its slug. */
Pictogram picture_of_event(const char *event);
/** Of a topic, by what it is called: "Pajak dan retribusi". */
Pictogram picture_of_topic(const char *words);
