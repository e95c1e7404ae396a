/**
 * Unfold: tables as the headings and texts they hold.
 *
 * NO/KOMPONEN/URAIAN becomes a key and its text for each row; a table with one
 * service a row becomes services, each with keys; what is a table only for its
 * looks becomes paragraphs. A table inside a text (tariffs) stays rows. Knows
 * headings, not sections. Pure.
 */
#pragma once
#include "import/block.h"

/** The blocks without such tables. Words stay whole and in order, header rows excepted, which are names. */
BlockList unfold_tables(Arena *arena, const BlockList *blocks);
