/**
 * SearchTerms: which documents hold which word, and how much it weighs there.
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

typedef enum SearchField {
    SEARCH_TITLE,   /* in any language, and names of agencies, topics and life events */
    SEARCH_KEYWORD, /* the service's own keywords, variants, forms, "gratis" */
    SEARCH_TOPIC,   /* what a topic or life event is also called */
    SEARCH_OTHER,   /* agency, requirements, product */
    N_SEARCH_FIELDS
} SearchField;

enum {
    SEARCH_MAX_LIST =
        12 * 1024,         /* bytes; a term in more documents is too common to choose by */
    SEARCH_MAX_KEPT = 256, /* bytes kept of such a term's list */
    SEARCH_MAX_STEMS = 2,
    SEARCH_MAX_WHOLE = 8,   /* words of a text that is found as a whole */
    SEARCH_MAX_JOINED = 20, /* bytes of neighbours found as one word */
};

/**
 * Documents of one term and field. Packed as runs: each is the gap since the end of the run
 * before, times two, plus one when it is longer than one document; then its length less two.
 * Numbers are digits of five bits, the lowest first, in the characters from '?' ('0' for '\'),
 * with 32 added when more follow.
 */
typedef struct SearchList {
    char *bytes;
    guint len, room;
    guint next;     /* first document after the packed runs */
    guint from, to; /* the run being gathered: from … to - 1 */
    guint kept;     /* bytes up to the last run within SEARCH_MAX_KEPT */
} SearchList;

typedef struct SearchTerm {
    const char *text;
    SearchList lists[N_SEARCH_FIELDS];
    guint text_no; /* the prepared text that took it last, counted from 1 */
} SearchTerm;

typedef struct SearchWords SearchWords;
SearchWords *search_words_new(void);
void search_words_free(SearchWords *words);

/** Words of a text that many documents share: found once, added often. Owned by the words. */
typedef struct SearchText SearchText;
SearchText *
search_words_prepare(SearchWords *words, const char *const *texts, guint n, guint max_words);
/** Adds the prepared words to document `doc`, which is no smaller than the ones before. */
void search_words_add(const SearchText *text, guint doc, SearchField field);
/**
 * The same for words used once; at most `max_words` of the text are read. In SEARCH_OTHER they
 * are found by their stems alone where they have any, and numbers are left out.
 */
void search_words_add_text(
    SearchWords *words, const char *text, guint max_words, guint doc, SearchField field);
/**
 * The same in SEARCH_OTHER for a text that stays where it is as long as the words: cards keep texts
 * that services share once, so that most are met again. `max_words` is the same in every call.
 */
void search_words_add_kept(SearchWords *words, const char *text, guint max_words, guint doc);

/**
 * Adds the text as a whole ("=akta=kelahiran"), for those who ask for exactly that; nothing for texts of more
 * than SEARCH_MAX_WHOLE words.
 */
void search_words_add_whole(SearchWords *words, const char *text, guint doc, SearchField field);
/** Adds "@kab-x" and "@kab-x/dinas" for the folder "kab-x/dinas", by which a search is kept to one of them. */
void search_words_add_folder(SearchWords *words, const char *folder, guint doc);
/** Adds the first letters of three words or more ("Kantor Urusan Agama": "kua"). */
void
search_words_add_initials(SearchWords *words, const char *text, guint doc, SearchField field);
/**
 * Adds neighbours as one word ("rawat inap": "rawatinap"; "F-1.02": "f102"), as people write them.
 */
void
search_words_add_joined(SearchWords *words, const char *text, guint doc, SearchField field);

/** All terms in byte order, their lists finished; *n receives how many. Borrowed; nothing may be added after. */
SearchTerm **search_words_terms(SearchWords *words, guint *n);
/** Appends the term's lists, '!' between them; '*' before what was kept of one that is too common. */
void search_term_append(const SearchTerm *term, GString *out);

/** What is left of a folded word without affixes: up to SEARCH_MAX_STEMS texts, borrowed until the next call of `out`. */
guint search_stems(const char *word, char out[SEARCH_MAX_STEMS][80]);

/** The words that are left out, those that choose nothing, and the synonyms ("ktp=ektp|e ktp;…"), for the script. */
const char *search_stop_words(void);
const char *search_weak_words(void);
void search_append_synonyms(GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(SearchWords, search_words_free)
