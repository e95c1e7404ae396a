/**
 * Duration: how long a service takes, as the author wrote it and as read.
 *
 * The text is searched: exactly one duration in it is read, the words around
 * it are kept; none or several are published as written. Knows the grammar
 * of `waktu` (content contract, section 4); knows nothing of calendars (see
 * deadline.h) and makes no diagnostics: the model does, from kind and flags.
 * All texts live in the caller's arena and are never NULL. Pure, any thread.
 */
#pragma once
#include "base/arena.h"

typedef enum DurationUnit {
    UNIT_DETIK,
    UNIT_MENIT,
    UNIT_JAM,
    UNIT_HARI, /* bare "hari": nobody knows whether working or calendar days */
    UNIT_HARI_KERJA,
    UNIT_HARI_KALENDER,
    UNIT_MINGGU,
    UNIT_BULAN,
    UNIT_TAHUN,
    N_UNITS
} DurationUnit;

typedef enum DurationKind {
    DURATION_OPEN,    /* no duration in the text: "sesuai berkas", "hari ketujuh", "" */
    DURATION_READ,    /* exactly one: the parts hold it */
    DURATION_SEVERAL, /* more than one, or ends that do not fit together: not read */
    DURATION_ON_SPOT, /* "selesai di tempat" */
} DurationKind;

typedef enum DurationBound { BOUND_EXACT, BOUND_AT_MOST, BOUND_ABOUT } DurationBound;

typedef struct DurationPart {
    gint64 min, max; /* equal when it is no range; 0 … 999999999 */
    DurationUnit unit;
} DurationPart;

enum { DURATION_MAX_PARTS = 4 };

typedef struct Duration {
    DurationKind kind;
    DurationBound bound;
    gboolean
        open_ended; /* "atau lebih", "dapat diperpanjang", "minimal": no upper end, no deadline */
    guint n_parts; /* 0 unless DURATION_READ; "1 jam 30 menit" has two */
    DurationPart parts[DURATION_MAX_PARTS];
    const char *starts;   /* "sejak berkas lengkap", from its first word; "" = not said */
    const char *excludes; /* "tidak termasuk hari libur", from its first word; "" = none */
    const char *note;     /* the other words around it, without outer punctuation; "" = none */
    const char *raw;      /* the text as written */
    gboolean
        words_disagree; /* "14 (empat) hari": digits and number word differ, digits are kept */
    gint64 digits, words;   /* the two values then */
    gboolean ambiguous_day; /* a part is in bare "hari" */
} Duration;

/** Reads `text` (NULL counts as "") into *out. Cannot fail: what is not read is DURATION_OPEN or _SEVERAL. */
void duration_parse(Arena *arena, const char *text, Duration *out);

/** TRUE when a deadline can be computed: read, not open-ended, digits and words agree. */
gboolean duration_has_deadline(const Duration *duration);

/**
 * The upper end in working minutes, for sorting only: hari kerja 450, hari kalender and hari
 * 450×5/7, minggu 7, bulan 30, tahun 365 such days; rounded up. "selesai di tempat" is 0,
 * no upper end is G_MAXINT64.
 */
gint64 duration_sort_minutes(const Duration *duration);

/** "menit", "hari kerja" … */
const char *duration_unit_name(DurationUnit unit);

/** Appends one part: "15–30 menit". */
void duration_append_part(const DurationPart *part, GString *out);

/**
 * Appends the upper end as an ISO 8601 duration ("PT4H20M", "P7D"). Only menit, jam and hari
 * kalender can be said in it; otherwise, and for open ends, nothing is appended and FALSE returned.
 */
gboolean duration_append_iso8601(const Duration *duration, GString *out);

/** Appends 260 menit as "4 jam 20 menit"; FALSE, nothing appended, unless it is one part of ≥ 120 menit, no range. */
gboolean duration_append_in_hours(const Duration *duration, GString *out);
