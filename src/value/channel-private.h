/**
 * Channel, inside: one value while it is read.
 *
 * channel-value.c reads addresses, handles and words, channel-phone.c telephone numbers, alone and
 * among words. Nobody else includes this.
 */
#pragma once
#include "value/channel.h"

/* One value while it is read. */
typedef struct Reader {
    Arena *arena;
    ChannelKind kind;
    const char *text; /* trimmed, not empty */
    gsize len;
    ChannelValue *out;
} Reader;

const char *channel_copy(Reader *reader, const char *text, gsize len);
/** Notes a likely correction; "" is none, and more than CHANNEL_MAX_SUGGESTIONS are dropped. */
void channel_suggest(ChannelValue *out, const char *suggestion);
/** Makes `len` bytes from `start` of the display a link. */
void channel_link(ChannelValue *out, const char *href, gsize start, gsize len);

/** Links the one web address in the text; two different ones stay unlinked. FALSE: there is none. */
gboolean channel_read_url(Reader *reader);
/** Links the one telephone number, alone or among words. */
void channel_read_phone(Reader *reader);
