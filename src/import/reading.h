/**
 * Reading: what a document says, by service and by section.
 *
 * Takes page headers and letterheads out (the agency), unfolds tables, finds
 * where each service begins, its name, its decree and the headings of the 14
 * components under the names offices use. Words are never changed, dropped or
 * put in another order; what belongs to no component is kept as a section of
 * component 0. What was read with doubt says so. Knows no lists and no YAML.
 * Everything lives in the arena. Pure.
 */
#pragma once
#include "base/diag.h"
#include "import/block.h"
#include "import/heading.h"
#include "import/list-mark.h"

enum {
    READ_AMBIGUOUS = 1 << 0,  /* the heading may mean something else ("Waktu Pelayanan") */
    READ_REPEATED = 1 << 1,   /* its heading stood twice: both texts are here */
    READ_CHART_LOST = 1 << 2, /* a picture was lost in it */
    READ_TYPED = 1 << 3,      /* the heading was recognised in spite of typing errors */
    READ_GUESSED = 1 << 4,    /* no heading stood over it: by its place and its words */
    READ_SCANNED = 1 << 5,    /* of a picture */
    READ_COMMON = 1 << 6,     /* its heading is one common word in a line close to others */
    READ_FOOT = 1 << 7,       /* component 0: what a website puts under its pages */
    READ_HEAD = 1 << 8,       /* component 0: stood over the first heading */
    READ_BEHIND = 1 << 9,     /* component 0: stood behind the table or the last section */
    READ_JUMP = 1 << 10,      /* the headings' numbers leave one out behind it */
    READ_HEADLIKE = 1 << 11,  /* a line in it is written as the headings are */
    READ_GAP = 1 << 12,       /* an empty line stands inside it, and inside no other section */
    READ_LEFT = 1 << 13,      /* words behind it are placed nowhere */
    READ_HIDDEN = 1 << 15,    /* component 0: hidden rows, columns and sheets of a workbook */
    READ_STRAY = 1 << 14,     /* component 0: what is known to be of no section */
    READ_SHARED = 1 << 16, /* stood once, behind the last service: copied to those before it */
};

typedef struct ReadSection {
    guint component;     /* 1 … 14 (PermenPANRB 15/2014); 0 = none: not placed */
    HeadingPart part;    /* of component 6 */
    const char *heading; /* as written; "" = none */
    const char *name;    /* folded, the name it was taken for; "" = none */
    guint number;        /* its line */
    ListMark mark;       /* of its heading */
    guint form;          /* how its heading is written (reader-private.h) */
    guint doubts;        /* READ_… */
    BlockList blocks;
} ReadSection;

/** The agency, from the first page header or letterhead that names each fact; NULL = not said. */
typedef struct ReadAgency {
    const char *name, *parent, *address, *postcode, *phone, *site, *email;
    gboolean is_split;   /* post code or telephone were cut from the end of the address */
    gboolean letterhead; /* from a letterhead, not from SIPPN's page header */
} ReadAgency;

typedef struct ReadDecree {
    const char *number, *date, *about; /* NULL = empty or not there */
    gboolean asked;                    /* a label for its number stands there */
    gboolean below;                    /* its value stood in a line of its own */
    gboolean
        of_all; /* it stands over the document: charters without one of their own have it */
} ReadDecree;

typedef struct ReadCharter {
    const char *title;      /* "" = found nowhere */
    const char *title_line; /* the whole line it was cut from; NULL = the title is whole */
    gboolean title_guessed; /* taken from above a heading that stood a second time */
    ReadDecree decree;
    ReadSection *sections; /* in source order, each component (and part) once */
    guint n;
} ReadCharter;

typedef struct Reading {
    const Source *source;
    ReadAgency agency;
    ReadCharter *charters; /* at least one */
    guint n;
} Reading;

/** Reads a document; NULL, reported to `diags`, when it is no service standard. */
const Reading *
reading_new(Arena *arena, const Source *source, const BlockList *blocks, DiagList *diags);
