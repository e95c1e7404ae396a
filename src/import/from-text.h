/**
 * FromText: plain text as blocks.
 *
 * Exports of SIPPN, pages typed by hand, tables pasted with tabs or pipes,
 * messages of a chat, and tables of comma-separated values. Marks a conversion
 * left (#, <address>, [text](address), *bold*) go, words stay. Pure.
 */
#pragma once
#include "base/source.h"
#include "import/block.h"

/** The blocks of a readable source. */
BlockList blocks_from_text(Arena *arena, const Source *source);

/** TRUE when nearly all rows have as many values as the widest, and components are named; *delimiter: ; , or tab. */
gboolean csv_is_table(const char *text, char *delimiter);
/** Rows of comma-separated values (RFC 4180: quotes, line ends inside them), a row a block. */
BlockList blocks_from_csv(Arena *arena, const char *text, char delimiter);

/** Adds a row of cells, each of the lines of one text, that begins in line `number`. */
void text_put_row(BlockSink *sink, char *const *cells, guint n, guint number);

/**
 * A table whose columns are made of spaces, if its header (NO  KOMPONEN  URAIAN) stands in line `from`
 * (text-columns.c): adds its rows and returns the line behind it; else `from`.
 */
guint text_put_spaced_table(BlockSink *sink, const Source *source, guint from);

/**
 * Text of any of the encodings Windows writes as UTF-8: UTF-16 with or without a BOM, Windows-1252.
 * *bytes (g_malloc'ed) is replaced. FALSE: it was UTF-8, or is none of them.
 */
gboolean text_to_utf8(char **bytes, gsize *len, const char **from);
