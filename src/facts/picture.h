/**
 * PictureOf: the pictogram that stands beside the words of a requirement or a facility.
 *
 * By a table of words: the first one in the text decides, and a text without any has none: a wrong
 * picture is worse than no picture. Pure; any thread.
 */
#pragma once
#include "draw/pictogram.h"

/** PICTOGRAM_NONE for NULL, too. */
Pictogram picture_of(const char *words);
