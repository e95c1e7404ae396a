#include "deliver/posix-rename.h"
#include <string.h>

#define EXTENSION "posix-rename@openssh.com"

enum {
    FXP_INIT = 1,
    FXP_VERSION = 2,
    FXP_STATUS = 101,
    FXP_EXTENDED = 200,
    PROTOCOL = 3,
    ID = 1,                 /* one order at a time */
    ANSWER_MAX = 64 * 1024, /* bytes; servers name a dozen extensions */
    ANSWER_MS = 60 * 1000
};

/* ---- messages ---- */

static void
add_number(GByteArray *out, guint32 value)
{
    guint32 big = GUINT32_TO_BE(value);
    g_byte_array_append(out, (const guint8 *)&big, sizeof big);
}

static void
add_text(GByteArray *out, const char *text)
{
    add_number(out, (guint32)strlen(text));
    g_byte_array_append(out, (const guint8 *)text, (guint)strlen(text));
}

static gboolean
send_message(ssh_channel channel, guint8 type, const GByteArray *body)
{
    g_autoptr(GByteArray) message = g_byte_array_new();
    add_number(message, body->len + 1);
    g_byte_array_append(message, &type, 1);
    g_byte_array_append(message, body->data, body->len);
    for (guint done = 0; done < message->len;) {
        int n = ssh_channel_write(channel, message->data + done, message->len - done);
        if (n <= 0)
            return FALSE;
        done += (guint)n;
    }
    return TRUE;
}

static gboolean
read_whole(ssh_channel channel, void *bytes, guint32 len)
{
    for (guint32 done = 0; done < len;) {
        int n =
            ssh_channel_read_timeout(channel, (guint8 *)bytes + done, len - done, 0, ANSWER_MS);
        if (n <= 0)
            return FALSE;
        done += (guint32)n;
    }
    return TRUE;
}

/* The body of an answer of that type; NULL: another, or none. */
static GByteArray *
read_message(ssh_channel channel, guint8 type)
{
    guint32 len;
    if (!read_whole(channel, &len, sizeof len))
        return NULL;
    len = GUINT32_FROM_BE(len);
    if (len < 1 || len > ANSWER_MAX)
        return NULL;
    g_autoptr(GByteArray) body = g_byte_array_sized_new(len);
    g_byte_array_set_size(body, len);
    if (!read_whole(channel, body->data, len) || body->data[0] != type)
        return NULL;
    g_byte_array_remove_index(body, 0);
    return g_steal_pointer(&body);
}

static gboolean
take_number(const GByteArray *body, guint *at, guint32 *value)
{
    if (body->len - *at < sizeof *value)
        return FALSE;
    memcpy(value, body->data + *at, sizeof *value);
    *value = GUINT32_FROM_BE(*value);
    *at += (guint)sizeof *value;
    return TRUE;
}

/* Whether a VERSION names the extension: a number, then pairs of texts. */
static gboolean
has_extension(const GByteArray *body)
{
    guint at = 0;
    guint32 len;
    gboolean name = TRUE;
    if (!take_number(body, &at, &len))
        return FALSE;
    for (; take_number(body, &at, &len) && len <= body->len - at; at += len, name = !name) {
        if (name && len == strlen(EXTENSION) && memcmp(body->data + at, EXTENSION, len) == 0)
            return TRUE;
    }
    return FALSE;
}

/* ---- the channel ---- */

ssh_channel
posix_rename_open(ssh_session ssh)
{
    g_autoptr(GByteArray) init = g_byte_array_new(), version = NULL;
    ssh_channel channel = ssh_channel_new(ssh);
    add_number(init, PROTOCOL);
    if (channel != NULL && ssh_channel_open_session(channel) == SSH_OK &&
        ssh_channel_request_subsystem(channel, "sftp") == SSH_OK &&
        send_message(channel, FXP_INIT, init))
        version = read_message(channel, FXP_VERSION);
    if (version != NULL && has_extension(version))
        return channel;
    if (channel != NULL)
        ssh_channel_free(channel);
    return NULL;
}

PosixRenameResult
posix_rename(ssh_channel channel, const char *from, const char *to)
{
    g_autoptr(GByteArray) order = g_byte_array_new(), answer = NULL;
    guint32 id, status;
    guint at = 0;
    add_number(order, ID);
    add_text(order, EXTENSION);
    add_text(order, from);
    add_text(order, to);
    if (send_message(channel, FXP_EXTENDED, order))
        answer = read_message(channel, FXP_STATUS);
    if (answer == NULL || !take_number(answer, &at, &id) ||
        !take_number(answer, &at, &status) || id != ID)
        return POSIX_RENAME_BROKEN;
    return status == 0 ? POSIX_RENAME_FINE : POSIX_RENAME_REFUSED;
}
