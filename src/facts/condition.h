/**
 * Condition: for whom and when something holds, ready to be printed behind
 * "Untuk …" and "Bila …".
 *
 * Authors write the leading word themselves or do not (content contract, section
 * 2, `persyaratan`): it is taken away once; the other words are as written.
 * Results are never NULL and point into the text. No state, any thread.
 */
#pragma once
#include "model/charter.h"

/** "badan hukum" of "bagi badan hukum", "untuk …", "khusus …"; "" for no text. */
const char *condition_whom(Text text);
/** "dikuasakan" of "apabila dikuasakan", "bila …", "jika …"; "" for no text. */
const char *condition_when(Text text);
