/**
 * Phone: Indonesian telephone numbers.
 *
 * Reads 0…, +62…, (0343) 427605, short codes (112, 119, 1708, 1500…) and
 * foreign +… numbers of at most 15 digits. Knows the five two-digit area codes;
 * does not know which numbers exist. Texts go to the caller's arena. Any thread.
 */
#pragma once
#include "base/arena.h"

typedef enum PhoneStatus {
    PHONE_OK,
    PHONE_NONE,        /* no digits at all */
    PHONE_UNREADABLE,  /* too short, too long, letters */
    PHONE_NO_AREA,     /* 5–8 digits that do not begin with 0, 1 or + */
    PHONE_TWO,         /* joined by / or "atau", "dan", ",", or a range 427605-06: see parts */
    PHONE_PLACEHOLDER, /* 08xxx, ...... */
} PhoneStatus;

typedef struct Phone {
    PhoneStatus status;
    const char *display;  /* (0343) 427605, 0856-0796-6637, 112; as written unless PHONE_OK */
    const char *tel;      /* tel:+62343427605, tel:112; "" unless PHONE_OK */
    const char *likely;   /* PHONE_UNREADABLE, PHONE_NO_AREA: a likely correction; else "" */
    const char *digits;   /* international without +: 62343427605; "" for short codes */
    const char *parts[2]; /* PHONE_TWO: the two numbers, each with the area code; else "" */
} Phone;

/** Reads a text that is a phone number and nothing else but an extension (ext., psw., pes.). NULL is PHONE_NONE. */
void phone_parse(Arena *arena, const char *text, Phone *out);
