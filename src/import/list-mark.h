/**
 * ListMark: the number, letter or bullet a line begins with.
 *
 * Knows the marks offices type, Word draws and chats decorate: 1. 1) (1) 1.1 a. a) (a) A. I. i.
 * 1️⃣ ① and some forty bullets, among them the private-use ones of Word's fonts and the letters they
 * become in a copy ("o", "Ø", "ü", "§"). No state, any thread.
 */
#pragma once
#include <glib.h>

typedef enum MarkStyle {
    MARK_NONE,
    MARK_BULLET,
    MARK_DASH,
    MARK_RING,         /* ○ and the letter o: Word's second bullet */
    MARK_DIGIT,        /* 1. ① 1️⃣ */
    MARK_DIGIT_PAREN,  /* 1) (1) */
    MARK_MULTI,        /* 1.1 */
    MARK_LETTER,       /* a. */
    MARK_LETTER_PAREN, /* a) (a) */
    MARK_ROMAN,        /* ii. ii) */
    MARK_CAPITAL,      /* A. */
    MARK_CAPITAL_ROMAN /* I. */
} MarkStyle;

typedef struct ListMark {
    MarkStyle style;
    guint value; /* 1 for 1, a, A and I; the last part of 1.1; 0 for bullets */
    guint
        roman; /* of a letter that is also a small roman number (i v x): that number; else 0 */
    guint parts;      /* of 1.1: 2; else 1 */
    gsize start, len; /* bytes, without the space behind */
} ListMark;

enum { LIST_MARK_MAX_VALUE = 999 }; /* a year is no number of an item */

/** One mark at the beginning of `text`; FALSE when there is none. `start` is 0. */
gboolean list_mark_scan(const char *text, ListMark *mark);

/** Bytes of the mark a text begins with, and the space behind it; 0 = none. */
gsize list_mark_len(const char *text);

/** TRUE for a bullet that stands in no text: "•" but not "-" or "o". */
gboolean list_mark_is_symbol(const char *text, gsize *len);

/** Whether `mark` is the number or letter behind `last`: V. behind IV. and behind U., (b) behind a) not. */
gboolean list_mark_follows(const ListMark *last, const ListMark *mark);

/** TRUE for digits, letters and roman numbers: marks that count. */
gboolean list_mark_counts(MarkStyle style);

/** Bytes of emoji and other pictures, and the spaces behind them, a line begins with. */
gsize list_mark_picture_len(const char *text);
