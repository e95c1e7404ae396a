/**
 * Channel: ways to reach an office, and whether they can be read.
 *
 * Knows the kinds (`jenis`) of the content contract, section 5, the labels
 * that choose them, phone numbers, handles and addresses; URLs are url.h's.
 * Nothing is ever invented or repaired: what cannot be read stays text without
 * a link, with the likely correction beside it. Texts live in the caller's
 * arena, never NULL. Makes no diagnostics. Pure, any thread.
 */
#pragma once
#include "base/arena.h"

typedef enum ChannelKind {
    CHANNEL_TELEPON,
    CHANNEL_FAKS,
    CHANNEL_WHATSAPP,
    CHANNEL_SMS,
    CHANNEL_EMAIL,
    CHANNEL_WEB,
    CHANNEL_LAPOR,
    CHANNEL_INSTAGRAM,
    CHANNEL_FACEBOOK,
    CHANNEL_X,
    CHANNEL_TIKTOK,
    CHANNEL_YOUTUBE,
    CHANNEL_TELEGRAM,
    CHANNEL_DATANG,
    CHANNEL_SURAT,
    CHANNEL_ALAMAT,
    CHANNEL_KOTAK_SARAN,
    CHANNEL_APLIKASI,
    CHANNEL_LAINNYA,
    N_CHANNELS
} ChannelKind;

typedef enum ChannelStatus {
    CHANNEL_OK,         /* readable, or words that need no address */
    CHANNEL_EMPTY,      /* no text; fine unless channel_kind_needs_value() */
    CHANNEL_NO_ADDRESS, /* words, but no number, address or name in them: "melalui email" */
    CHANNEL_PHONE_UNREADABLE, /* no phone number by length or form */
    CHANNEL_PHONE_NO_AREA, /* a local number without area code: cannot be dialled from afar */
    CHANNEL_PHONE_TWO,     /* two numbers in one: 24795/23626 */
    CHANNEL_PLACEHOLDER,   /* 08xxx, (0343) ...... */
    CHANNEL_SEVERAL,       /* several addresses, e-mails or handles in one */
    CHANNEL_URL_BAD,       /* https://dinsos/lebakkab.go.id, forbidden scheme */
    CHANNEL_URL_USER,      /* a user name in it: http://dinsos@inhilkab.go.id */
    CHANNEL_EMAIL_CALLED_WEB, /* kind web, value an e-mail address */
    CHANNEL_EMAIL_BAD,        /* dinsos@gmail,com */
    CHANNEL_PAGE_NAME, /* a page's name, not its address: Facebook: Dinas Sosial Tembilahan */
} ChannelStatus;

/** What one text or pair under `kanal` says. */
typedef struct ChannelText {
    ChannelKind kind;
    gboolean named; /* the label or the words name a kind; else kind is LAINNYA */
    const char
        *label; /* words before the colon (or "Telp." before a number), as written; "" = none */
    const char *value; /* the rest as written: give it to channel_read_value() */
} ChannelText;

enum { CHANNEL_MAX_SUGGESTIONS = 2 };

typedef struct ChannelValue {
    ChannelStatus status;
    const char
        *display;     /* what to print: a number in its usual form, anything else as written */
    const char *href; /* "" = no link */
    guint link_start, link_len; /* the bytes of display that are the link; 0, 0 without href */
    guint n_suggestions;        /* likely corrections of an unreadable value */
    const char *suggestions[CHANNEL_MAX_SUGGESTIONS];
} ChannelValue;

const char *channel_kind_key(ChannelKind kind);      /* "kotak_saran" */
const char *channel_kind_label(ChannelKind kind);    /* "Kotak saran" */
const char *channel_kind_label_en(ChannelKind kind); /* "Suggestion box" */
/** TRUE when a channel of that kind is of no use without a value (telepon, email …). */
gboolean channel_kind_needs_value(ChannelKind kind);

/** Takes "Fax. : (0343) 427605", "melalui email", "WhatsApp: 0856…" apart. NULL counts as "". */
void channel_parse_text(Arena *arena, const char *text, ChannelText *out);

/** Reads `nilai` of a channel of that kind (NULL counts as ""). */
void channel_read_value(Arena *arena, ChannelKind kind, const char *nilai, ChannelValue *out);

/** TRUE when the text calls SP4N-LAPOR! by a wrong name ("SPAN LAPOR", "SP4 LAPOR"). */
gboolean channel_lapor_misnamed(const char *text);
