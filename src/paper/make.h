/**
 * PosterMake: pieces poster contents are put together from. Private to the
 * content and make-* modules; everything made lives in the maker's arena.
 */
#pragma once
#include "facts/fee.h"
#include "facts/time.h"
#include "model/charter.h"
#include "paper/input.h"

typedef struct PosterMake {
    Arena *arena;
    const Agency *agency;
    const PosterInput *input;
} PosterMake;

/** Words of the style in the poster's language. */
const char *make_word(const PosterMake *make, PosterWordKey key, const char *a);
/** The texts joined; ends with NULL. */
const char *make_concat(const PosterMake *make, ...) G_GNUC_NULL_TERMINATED;
const char *make_number(const PosterMake *make, guint number);
/** Without blanks and a list's punctuation at the end; NULL for no words. */
const char *make_trimmed(const PosterMake *make, Text text);
/** The words, NULL when there are none. */
const char *make_text(Text text);
/** `key` filled with a condition that lost its own leading word ("bila …", "untuk …"); NULL for no words. */
const char *make_condition(const PosterMake *make, PosterWordKey key, Text text);

/** Requirements with their groups. */
PosterItem *make_requirements(const PosterMake *make, const RequirementList *list, guint *n);
/** `field` is what messages call a step, a number is added. */
FlowStep *make_steps(const PosterMake *make, const StepList *list, const char *field);

/* One line each. */
PosterFact make_time(const PosterMake *make, const TimeFact *time);
PosterFact make_fee(const PosterMake *make, const FeeFact *fee);
PosterFact make_product(const PosterMake *make, const ItemList *list);
/** The whole of a fact in one text, as rows of a table show it. */
const char *make_fact_text(const PosterMake *make, const PosterFact *fact);
/** Rows of untuk and waktu. */
PosterItem *make_time_rows(const PosterMake *make, const WaktuList *list, const char *field);
PosterItem *make_fee_rows(const PosterMake *make, const Fee *fee, guint *n);

PosterItem *make_channels(const PosterMake *make, const ChannelList *list, guint *n);
/** Head, fine print, address, colour, logo: what all of an agency's posters share. */
void make_agency(const PosterMake *make, PosterContent *content);
/** Address, postal code and telephone in one line; NULL where none is known. */
const char *make_address(const PosterMake *make);
/** The line of decree and date, before the lines of make_agency(). */
void make_decree(const PosterMake *make, const Service *service, PosterContent *content);
/** "2 Mei 2025"; NULL for no date. */
const char *make_date(const PosterMake *make, Date date);
/** What stands in the pill: the standard's name, or that it begins on a day or rests. */
const char *make_state(const PosterMake *make, const Service *service);
/** Why it rests, first of all; nothing where nothing is said. */
void make_pause(const PosterMake *make, const Service *service, PosterContent *content);
/** What will change and when, and what is given when the promise is not kept; nothing where there is none. */
void make_changes(const PosterMake *make, const Service *service, PosterContent *content);
void make_compensation(const PosterMake *make, const Service *service, PosterContent *content);
/** Adds a section; nothing once POSTER_MAX_SECTIONS are used. */
void make_section(PosterContent *content, PosterSection section);
