/** ReaderPrivate: what the files of reading_new() share. */
#pragma once
#include "import/reading.h"

/** The lines of one document and what is known of all of them. */
typedef struct ReaderText {
    Arena *arena;
    Block *items;
    guint n;
    guint width;     /* characters of the longest line that is no whole paragraph */
    guint numbered;  /* bits (1 << MarkStyle) of numbers and small letters its headings carry */
    gboolean bare;   /* headings carry numbers without a dot: "1 Persyaratan" */
    guint parts;     /* of numbers like 3.1 before headings; 0 = none */
    gboolean lower;  /* headings are typed in small letters: "syarat :" */
    gboolean small;  /* nor are there any others: "syarat" */
    gboolean upper;  /* headings are in capitals */
    gboolean colons; /* headings end with a colon */
    gboolean dashes; /* "Syarat – KTP": a dash or another sign stands for the colon */
    gboolean values; /* "Durasi 30 menit": values stand behind headings with nothing between */
    gboolean plain;  /* headings stand alone in lines without marks */
    gboolean keys;   /* headings are cells of tables */
    gboolean lone;   /* headings stand apart, their texts right below them */
} ReaderText;

/** A heading where it stands. */
typedef struct Found {
    Heading heading;
    const char
        *written; /* as written, its number left out; not NUL-terminated: `written_len` bytes */
    gsize written_len;
    const char *value;   /* what stands behind it in its line; "" = nothing */
    guint lines;         /* it takes, 1 … 3 */
    gboolean signed_off; /* a dash or another sign stands behind it, as a colon would */
    gboolean follows;    /* its number is the one behind that of the last heading */
    gboolean sure;       /* nothing else can be meant by its form */
    gboolean again; /* its section is there and it is no loud heading: only of a new service */
    guint mark_value; /* its number; 0 = none */
} Found;

/** How far the service is read: components. */
typedef struct Reached {
    guint now;          /* being read; 0 = none */
    guint opened;       /* bits of those that have begun */
    guint first;        /* the first that began; 0 = none */
    guint line;         /* of the last heading; G_MAXUINT = none */
    gboolean beside;    /* the text of the last heading stood beside it */
    gboolean ambiguous; /* that heading may mean something else */
} Reached;

/** Whether a heading begins at item `at`. */
gboolean reader_find_heading(
    Arena *arena, const ReaderText *text, guint at, const Reached *reached, Found *out);
/** Sees how this text writes its headings (reader-style.c): `numbered`, `lower`, `upper`, `colons`. */
void reader_read_style(ReaderText *text);
/** Bytes of " – ", " = " and their like between a label and its value, spaces included; 0 = none. */
gsize reader_sign_len(const char *text);
/**
 * "Durasi 30 menit", a line of its own: where the value behind a name of `label` bytes begins, 0 = there is none.
 * `behind` is the line below, NULL = none; `known`: others of its kind are above, it need be no heading.
 */
gsize reader_value_at(const Block *block, gsize label, const Block *behind, gboolean known);
/** Bytes of a number without a dot before a word with a capital, "1 Persyaratan"; 0 = none. */
gsize reader_bare_number(const char *text);
guint reader_count_words(const char *text);
/** TRUE when no letter is a small one, and one is a capital. */
gboolean reader_is_upper(const char *text);
/** Marks what begins a section or an item, so that it is taken for no page header. */
void reader_mark_content(ReaderText *text);
/** Cuts paragraphs that say three components or more, "X. Syarat: … Biaya: …", at their names (reader-inline.c). */
BlockList reader_cut_inline(Arena *arena, const BlockList *blocks);
/** Makes headings of questions ("T: …", "Tanya : …") and texts of what answers them ("J: …"), where a document has such pairs. */
BlockList reader_cut_questions(Arena *arena, const BlockList *blocks);
/** Marks what only arranges a text as of no section: "Pasal 5", "Bagian Kedua", "BAB III", hash tags. */
void reader_mark_scaffold(ReaderText *text);
/**
 * Moves what stands apart behind the contacts of the last section, and is none, into a section of its own:
 * "Tolak gratifikasi!", an office. How many: 0 or 1.
 */
guint reader_cut_tail(Arena *arena, ReadSection *last, ReadSection *tail);
/**
 * Takes what tells of the second component of "Waktu dan Biaya" out of its section, into one of its own, unless that
 * is among `components` (bits). How many: 0 or 1.
 */
guint
reader_part_pair(Arena *arena, guint components, ReadSection *section, ReadSection *second);
/** Copies where to complain to every service, when it stands once, behind the last: it is the agency's (reader-tail.c). */
void reader_share_complaint(Arena *arena, Reading *reading);
/** Adds what no evidence bears out to the doubts of a charter's sections (reader-sure.c). */
void reader_weigh(Arena *arena, ReadCharter *charter);
/** How a line is written, by what a heading may have: mark, picture, colon, capitals, print; 0 = as none is. */
guint reader_form(const Block *block);
/** TRUE for what a website puts under its pages. */
gboolean reader_is_foot(const char *text);

/** TRUE for what stands under a decree or ends a letter: thanks, place, date, office and name of who signed it. */
gboolean reader_is_signature(const char *text);
/** The number a heading carries, "3 Biaya" too (`found`, NULL = none); of style MARK_NONE without one. */
ListMark reader_heading_mark(const Found *found, const Block *block);

/** Marks the lines of page headers as gone and takes the agency's facts from them (page-head.c). */
void page_head_take(Arena *arena, ReaderText *text, ReadAgency *agency);
/** Post code and telephone stand behind an address, in this order: cuts them off. */
void page_head_split_contact(Arena *arena, const char *line, ReadAgency *agency);

/** A label of the decree's number and what stands behind it; NULL when the line is another. */
const char *reader_decree_value(const char *text);
/**
 * Title, decree and letterhead from the blocks over the first heading; the rest goes into `rest`. `agency` NULL: the
 * letterhead was told before.
 */
void reader_take_head(
    Arena *arena, const BlockList *head, ReadCharter *out, ReadAgency *agency, BlockSink *rest);

/** What follows "STANDAR PELAYANAN", "STANDAR OPERASIONAL …"; NULL when the line does not begin so. */
const char *reader_title_rest(const char *text);

/** Sections by their place and words where no heading stands; FALSE when words tell surely of less than `least` components. */
gboolean
reader_guess_sections(Arena *arena, const BlockList *blocks, guint least, ReadCharter *out);
