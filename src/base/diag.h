/**
 * Diag: what is wrong with an author's file, where, and what to write instead.
 *
 * Call sites name a code, a place and the values; level, words (Indonesian and
 * English), remedy and law come from the one table in base/diag-table.h. A
 * DiagList owns everything in it (the offending line is copied), so it may
 * outlive the sources. Lists are used by one thread; diag_list_take() joins
 * them in a fixed order, diag_list_sort() makes the order independent of it.
 * Nothing here prints: writers append to a GString.
 */
#pragma once
#include "base/source.h"

typedef enum DiagLevel {
    DIAG_NOTE,
    DIAG_WARNING,
    DIAG_ERROR,
    DIAG_FATAL,
    DIAG_OFF,
    N_DIAG_LEVELS
} DiagLevel;
typedef enum DiagLang { DIAG_LANG_ID, DIAG_LANG_EN } DiagLang;

typedef enum DiagCode {
#define DIAG(code, tag, level, text_id, text_en, fix_id, fix_en, why_id, why_en) DIAG_##code,
#include "base/diag-table.h"
#undef DIAG
    N_DIAG_CODES
} DiagCode;

/** One row of the table. `text` and `fix` hold %1 … %4 for the values given to diag_add(). */
typedef struct DiagInfo {
    const char *tag;     /* kebab-case, public, never changes */
    DiagLevel level;     /* as shipped; situs.yaml `tingkat` may change it */
    const char *text[2]; /* what is wrong, by DiagLang; one sentence without a full stop */
    const char *fix
        [2]; /* what to write instead; may be "". Behind a |: what to say where a "%N" was not given */
    const char *why[2]; /* for `explain`: reason and source of the rule, 1–4 sentences */
} DiagInfo;

typedef struct Diag {
    DiagCode code;
    DiagLevel level;
    char *path;        /* "" = no file */
    guint32 line, col; /* from 1; 0 = the file as a whole */
    guint32 width;     /* code points to underline, at least 1 */
    /* The source line, of a long one the part around col; "" when there is none. */
    char *excerpt;
    guint32 excerpt_col; /* column of its first code point */
    char *args[4];       /* fit for showing; NULL = not given */
    gboolean draft;      /* of a text that is not to be published yet: a note, whatever it says */
} Diag;

const DiagInfo *diag_info(DiagCode code);
gboolean diag_code_find(const char *tag, DiagCode *code); /* FALSE: no such tag */

DiagList *diag_list_new(void);
void diag_list_free(DiagList *list);

/**
 * Adds a finding at `at`, underlining `width` code points (0 = one). The values for
 * %1 … %4 follow, ended by NULL: diag_add (list, DIAG_KEY_UNKNOWN, mark, 4, "baiya", "biaya", NULL).
 */
void diag_add(DiagList *list, DiagCode code, Mark at, guint width, ...) G_GNUC_NULL_TERMINATED;
/** As diag_add(), for a path that is no Source (a missing file, a folder). */
void diag_add_path(DiagList *list, DiagCode code, const char *path, ...) G_GNUC_NULL_TERMINATED;

/** Adds a copy of a finding from elsewhere. */
void diag_list_add_copy(DiagList *list, const Diag *diag);
/** Appends the list in a form diag_list_unpack() takes; bytes are the same for equal lists. */
void diag_list_pack(const DiagList *list, GByteArray *out);
/** Adds what diag_list_pack() wrote; FALSE, nothing added, when the bytes are damaged. */
gboolean diag_list_unpack(DiagList *list, const guint8 *bytes, gsize len);

/** Which findings there are, by code: enough to know the worst of them. {0} = none. */
typedef struct DiagTally {
    gboolean fixed[N_DIAG_LEVELS]; /* by level: those whose level nobody sets */
    guint32 found[(N_DIAG_CODES + 31) / 32]; /* the others: a bit a code */
} DiagTally;
/** Adds what diag_list_pack() wrote; FALSE when the bytes are damaged. */
gboolean diag_tally_packed(DiagTally *tally, const guint8 *bytes, gsize len);
void diag_tally_join(DiagTally *tally, const DiagTally *other);
/** Whether one of them has at least `limit` once diag_list_override() has set `levels`. */
gboolean diag_tally_reaches(const DiagTally *tally, const DiagLevel *levels, DiagLevel limit);

void diag_list_take(DiagList *list, DiagList *from); /* appends and consumes `from` */
/** Removes what is not about the file called so. */
void diag_list_keep_path(DiagList *list, const char *path);
/** Sorts by path, line, col, code and values; drops exact duplicates. */
void diag_list_sort(DiagList *list);
/**
 * Applies level overrides: levels[code] (N_DIAG_CODES entries; DIAG_OFF removes).
 * FATAL and ERROR are never lowered.
 */
void diag_list_override(DiagList *list, const DiagLevel *levels);
/** Whether no override sets the finding's level: errors, and whatever is said of a draft. */
gboolean diag_level_is_fixed(const Diag *diag);
/** All findings are of a draft from now on: notes that no override raises. */
void diag_list_make_draft(DiagList *list);
void diag_list_remove(DiagList *list, guint i);
guint diag_list_n(const DiagList *list);
const Diag *diag_list_get(const DiagList *list, guint i);
DiagLevel diag_list_worst(const DiagList *list); /* DIAG_NOTE when empty */

typedef enum DiagFormat {
    DIAG_FORMAT_TEXT,
    DIAG_FORMAT_JSON,
    DIAG_FORMAT_GITHUB
} DiagFormat;

typedef struct DiagPrint {
    DiagLang lang;
    gboolean color;      /* ANSI colours (text only) */
    guint max_per_file;  /* text only: the worst are shown, the rest are counted; 0 = no cap */
} DiagPrint;

/** Appends all findings of a sorted list to `out` in the given format. */
void
diag_list_print(const DiagList *list, DiagFormat format, const DiagPrint *how, GString *out);
/** Appends the message of one finding with its values filled in. */
void diag_append_text(const Diag *diag, DiagLang lang, GString *out);
/** Appends the remedy, or its second form when the first one quotes a value that was not given; nothing when it has none. */
void diag_append_fix(const Diag *diag, DiagLang lang, GString *out);
/** The level's word: "kesalahan", "error" … */
const char *diag_level_name(DiagLevel level, DiagLang lang);
/** The level that authors may write, in either language and any case: note, peringatan, Error. FALSE: none of them. */
gboolean diag_level_find(const char *name, DiagLevel *level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DiagList, diag_list_free)
