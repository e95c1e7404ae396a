/** ReaderPrivate: what the files of reading_new() share. */
#pragma once
#include "import/reading.h"

/** The lines of one document and what is known of all of them. */
typedef struct ReaderText {
    Block *items;
    guint n;
    gboolean numbered; /* headings carry numbers or small letters: "1. Persyaratan" */
    guint width;       /* characters of the longest line that is no whole paragraph */
} ReaderText;

/** A heading where it stands. */
typedef struct Found {
    Heading heading;
    const char
        *written; /* as written, its number left out; not NUL-terminated: `written_len` bytes */
    gsize written_len;
    const char *value; /* what stands behind it in its line; "" = nothing */
    guint lines;       /* it takes, 1 … 3 */
    gboolean sure;     /* nothing else can be meant by its form */
    guint mark_value;  /* its number; 0 = none */
} Found;

/** Whether a heading begins at item `at`; `now` = component being read, `opened` = bits of those that are. */
gboolean reader_find_heading(
    Arena *arena, const ReaderText *text, guint at, guint now, guint opened, Found *out);
/** TRUE when headings of this text carry numbers. */
gboolean reader_are_numbered(const ReaderText *text);

/** Marks the lines of page headers as gone and takes the agency's facts from them (page-head.c). */
void page_head_take(Arena *arena, ReaderText *text, ReadAgency *agency);
/** Post code and telephone stand behind an address, in this order: cuts them off. */
void page_head_split_contact(Arena *arena, const char *line, ReadAgency *agency);

/** A label of the decree's number and what stands behind it; NULL when the line is another. */
const char *reader_decree_value(const char *text);
/** Title, decree and letterhead from the blocks over the first heading; the rest goes into `rest`. */
void reader_take_head(Arena *arena,
                      const BlockList *head,
                      gboolean first,
                      ReadCharter *out,
                      ReadAgency *agency,
                      BlockSink *rest);

/** What follows "STANDAR PELAYANAN", "STANDAR OPERASIONAL …"; NULL when the line does not begin so. */
const char *reader_title_rest(const char *text);

/** Sections by their place and words where no heading stands; FALSE when the text does not look like it. */
gboolean reader_guess_sections(Arena *arena, const BlockList *blocks, ReadCharter *out);
