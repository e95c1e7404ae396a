/**
 * Sippn: what an export of the national service-standard database says, by section.
 *
 * Takes the page headers out (agency, address, post code and telephone in one
 * line, site, "Pemerintah Kab. X / Dinas Y", repeated inside the text), the
 * marks a conversion left (#, <address>, [text](address)) and finds title,
 * decree and the headings of the 14 components under the names offices use.
 * Words are never changed, dropped or put in another order; only white space
 * is folded. Knows no lists and no YAML. Everything lives in the arena. Pure.
 */
#pragma once
#include "base/arena.h"
#include "base/diag.h"

typedef struct SippnLine {
    const char *text; /* words with one space between them; never "" */
    guint number;     /* line in the source */
    guint level;      /* how many # stood before it */
    gboolean apart;   /* an empty line or a page header stands before it */
    gboolean content; /* begins a section or an item, so it is of no page header */
} SippnLine;

/** Parts of component 6, each a key of its own. */
typedef enum SippnPart { PART_CHANNELS, PART_STEPS, PART_DEADLINES, N_SIPPN_PARTS } SippnPart;

typedef struct SippnSection {
    guint component;     /* 1 … 14 (PermenPANRB 15/2014); 0 = no component: prose */
    SippnPart part;      /* of component 6 */
    const char *heading; /* as written; "" = text before all headings */
    guint number;        /* its line */
    gboolean doubtful;   /* the heading may mean something else ("Waktu Pelayanan") */
    gboolean repeated;   /* its heading stood twice: both texts are here */
    gboolean chart_lost; /* a picture was lost in it */
    SippnLine *lines;
    guint n;
} SippnSection;

/** The agency, from the first page header that names each fact; NULL = not said. */
typedef struct SippnAgency {
    const char *name, *parent, *address, *postcode, *phone, *site;
    gboolean is_split; /* post code or telephone were cut from the end of the address */
} SippnAgency;

typedef struct Sippn {
    const Source *source;
    const char *title; /* never "" */
    const char *sk;    /* NULL = empty or not there */
    gboolean sk_asked; /* "No. SK :" stands there */
    gboolean sk_below; /* its value stood in a line of its own */
    SippnAgency agency;
    SippnSection *sections; /* in source order, each component (and part) once */
    guint n;
} Sippn;

/** Reads an export; NULL, reported to `diags`, when the source is unreadable or no service standard. */
const Sippn *sippn_read(Arena *arena, const Source *source, DiagList *diags);
