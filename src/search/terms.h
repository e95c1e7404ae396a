/**
 * Terms: which documents hold which word, and how much it weighs there.
 *
 * Texts are cut into folded words (text/fold.h); each word is found under
 * itself and under what is left without Indonesian affixes ("kelahiran",
 * "lahir"); synonyms ("e-KTP", "kartu tanda penduduk") are one word. The
 * page's script cuts queries by the same rules; tests/js compares the two.
 * Documents are numbered from 0 and added in order, so each term's list is
 * kept packed from the start. Owns everything; one thread at a time.
 */
#pragma once
#include <glib.h>

typedef enum TermField {
    TERM_TITLE,   /* in any language, and names of agencies, topics and life events */
    TERM_KEYWORD, /* the service's own keywords, variants, forms, "gratis" */
    TERM_TOPIC,   /* what a topic or life event is also called */
    TERM_OTHER,   /* agency, requirements, product */
    N_TERM_FIELDS
} TermField;

enum {
    TERMS_MAX_LIST = 12 * 1024, /* bytes; a term in more documents is too common to choose by */
    TERMS_MAX_KEPT = 256,       /* bytes kept of such a term's list */
    TERMS_MAX_STEMS = 2,
    TERMS_MAX_WHOLE = 8,   /* words of a text that is found as a whole */
    TERMS_MAX_JOINED = 20, /* bytes of neighbours found as one word */
};

/**
 * Documents of one term and field. Packed as runs: each is the gap since the end of the run
 * before, times two, plus one when it is longer than one document; then its length less two.
 * Numbers are digits of five bits, the lowest first, in the characters from '?' ('0' for '\'),
 * with 32 added when more follow.
 */
typedef struct TermList {
    char *bytes; /* NULL: all of them are in `few` */
    char few[8]; /* most terms are rare */
    guint len, room;
    guint next;     /* first document after the packed runs */
    guint from, to; /* the run being gathered: from … to - 1 */
    guint kept;     /* bytes up to the last run within TERMS_MAX_KEPT */
} TermList;

typedef struct Term {
    const char *text;
    TermList lists[N_TERM_FIELDS];
    guint text_no; /* the prepared text that took it last, counted from 1 */
} Term;

typedef struct Terms Terms;
Terms *terms_new(void);
void terms_free(Terms *words);

/** Words of a text that many documents share: found once, added often. Owned by the words. */
typedef struct TermText TermText;
TermText *terms_prepare(Terms *words, const char *const *texts, guint n, guint max_words);
/** Adds the prepared words to document `doc`, which is no smaller than the ones before. */
void terms_add(const TermText *text, guint doc, TermField field);
/**
 * The same for words used once; at most `max_words` of the text are read. In TERM_OTHER they
 * are found by their stems alone where they have any, and numbers are left out.
 */
void
terms_add_text(Terms *words, const char *text, guint max_words, guint doc, TermField field);
/**
 * The same in TERM_OTHER for a text that many services share: its words are remembered, up to a number of texts.
 * `max_words` is the same in every call.
 */
void terms_add_common(Terms *words, const char *text, guint max_words, guint doc);

/**
 * Adds a name: its words as terms_add_text() does; all of it, for those who ask for exactly that ("=akta=kelahiran"),
 * unless it has more than TERMS_MAX_WHOLE words; and neighbours of the first TERMS_MAX_WHOLE as one word
 * ("rawat inap": "rawatinap"; "F-1.02": "f102"), as people write them.
 */
void
terms_add_name(Terms *words, const char *text, guint max_words, guint doc, TermField field);
/** Adds "@kab-x" and "@kab-x/dinas" for the folder "kab-x/dinas", by which a search is kept to one of them. */
void terms_add_folder(Terms *words, const char *folder, guint doc);
/** Adds the first letters of three words or more ("Kantor Urusan Agama": "kua"). */
void terms_add_initials(Terms *words, const char *text, guint doc, TermField field);

/** All terms in byte order, their lists finished; *n receives how many. Borrowed; nothing may be added after. */
Term **terms_sorted(Terms *words, guint *n);
/** Appends the term's lists, '!' between them; '*' before what was kept of one that is too common. */
void term_append(const Term *term, GString *out);

/** What is left of a folded word without affixes: up to TERMS_MAX_STEMS texts, borrowed until the next call of `out`. */
guint term_stems(const char *word, char out[TERMS_MAX_STEMS][80]);

/** The words that are left out, those that choose nothing, and the synonyms ("ktp=ektp|e ktp;…"), for the script. */
const char *terms_stop_words(void);
const char *terms_weak_words(void);
void terms_append_synonyms(GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Terms, terms_free)
