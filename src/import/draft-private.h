/** DraftPrivate: what the files of draft-* share; inner part of the Draft module. */
#pragma once
#include "import/draft.h"
#include "import/entries.h"

typedef struct Draft {
    Arena *arena;
    const Reading *reading;
    const ReadCharter *charter;
    GString *out;  /* front matter */
    GString *body; /* Markdown */
    DiagList *diags;
    DraftReport *report;
    guint component;   /* being written, 0 = none: whose the doubts are */
    gboolean too_long; /* reported */
    gboolean proposed; /* how proposals are taken was told */
} Draft;

/** The key as the table spells it; it must be there. */
const char *draft_key(const Record *record, const char *key);
/** Reports once that a text or list is beyond the limits. */
void draft_refuse(Draft *draft, guint line);
/** A comment "periksa: …"; a printf format. */
void draft_doubt(Draft *draft, guint indent, const char *format, ...) G_GNUC_PRINTF(3, 4);
/** The text in quotes, cut when it is long; g_free() it. */
char *draft_quote(const char *text);

void draft_put_key(Draft *draft, guint indent, const char *key);
void draft_put_pair(Draft *draft, guint indent, const char *key, const char *text, guint line);
void draft_put_item(Draft *draft, guint indent, const char *text, guint line);
void draft_put_first(Draft *draft, guint indent, const char *key, const char *text, guint line);

/** The entries of a section, refused when they are too many. */
void draft_read(Draft *draft, const ReadSection *section, gboolean labels, EntryList *list);
/** All entries as items of `record`. */
void draft_put_entries(Draft *draft, const Record *record, guint indent, const EntryList *list);
/** What was doubtful in any section. */
void
draft_put_doubts(Draft *draft, guint indent, const ReadSection *section, const EntryList *list);
/** The entries from `from` on below the front matter; heading "" = none. */
void draft_put_prose(Draft *draft, const char *heading, const EntryList *list, guint from);

/** A doubt at the first item that by its form is of another section (draft-sections.c). */
void draft_doubt_unlike(Draft *draft, guint indent, guint component, const EntryList *list);
/** One component other than 6 (draft-sections.c). */
void draft_put_component(Draft *draft, const ReadSection *section);
/** All parts of component 6 (draft-complaint.c). */
void draft_put_complaint(Draft *draft);
/** The fee (draft-fee.c). */
void
draft_put_fee(Draft *draft, const ReadSection *section, const char *key, const EntryList *list);
/** One step with what is proposed for it (draft-steps.c). */
void draft_put_step(Draft *draft, guint indent, const Entry *entry);
/** Durations as a list (draft-sections.c). */
void draft_put_times(Draft *draft, guint indent, const char *key, const EntryList *list);
