/**
 * Exam: an agency judged by an examination, item by item.
 *
 * Asks of each item of an Instrument whether the charters prove it, which keys are
 * missing, or whether it is to be proved otherwise: never more than the fields
 * say. Nothing is scored, since a score is the examiners' to give. Depends on the
 * agency and, when a day is given, on it. Results live in the caller's arena and
 * borrow instrument and agency. One thread.
 */
#pragma once
#include "model/instrument.h"

typedef struct ExamSubject {
    const Agency *agency;
    const Site *site;
    const char *url; /* of the site; NULL = not known */
    Date today;      /* {0}: ages are not judged */
} ExamSubject;

typedef enum ExamState {
    EXAM_PROVED,   /* by fields, which pages show */
    EXAM_MISSING,  /* fields could prove it and do not: see the gaps */
    EXAM_OTHERWISE /* no field proves it */
} ExamState;

/* What a rule wants and does not get. */
typedef struct ExamGap {
    const InstrumentRule *rule;
    const InstrumentWant *want; /* of `ada`; NULL: `dari` as a whole, or a fact */
    gboolean is_fact;
    InstrumentFact fact;
    gboolean old;     /* it is there, but its date is older than the rule allows */
    guint have, need; /* of `dari` */
    const Service *const *services; /* those that lack it, where services are asked */
    guint n_services;
} ExamGap;

typedef struct ExamResult {
    const InstrumentItem *item;
    ExamState state;
    gboolean age_open; /* PROVED but for the age of a date, which needs a day to be judged */
    ExamGap *gaps;
    guint n_gaps;
} ExamResult;

typedef struct Exam {
    const Instrument *instrument;
    ExamResult *results; /* of all items in their order */
    guint n, n_proved, n_missing, n_otherwise;
} Exam;

void
exam_run(Arena *arena, const Instrument *instrument, const ExamSubject *subject, Exam *out);

/**
 * Path in the site of the page that shows a proof; that of the agency, which leads to them all, for
 * PROOF_SERVICES. g_free() it.
 */
char *exam_proof_path(InstrumentPage page, const char *folder);

/**
 * What to write where, for gap `first` and those behind it that are filled at the same place: one sentence
 * without its full stop, "tulis `skm.nilai`, `skm.periode` di instansi.yaml". Returns the next gap's number.
 */
guint exam_append_gaps(
    const ExamResult *result, guint first, const Agency *agency, DiagLang lang, GString *out);

/** Appends what a key holds, in the author's words: of `service` where services are asked. Nothing when it is empty. */
void exam_append_extract(const InstrumentPath *path,
                         const ExamSubject *subject,
                         const Service *service,
                         GString *out);
/** Appends the agency's words that a fact is seen in; nothing where they stand with the services alone. */
void exam_append_fact(InstrumentFact fact, const ExamSubject *subject, GString *out);
