#include "base/fs.h"
#include <string.h>

/* The two halves of a product, one on the other: the high one carries differences upwards, the low
 * one keeps those of the last letters. */
static guint64
fold(guint64 a, guint64 b)
{
#ifdef __SIZEOF_INT128__
    unsigned __int128 product = (unsigned __int128)a * b;
    return (guint64)product ^ (guint64)(product >> 64);
#else
    guint64 a0 = (guint32)a, a1 = a >> 32, b0 = (guint32)b, b1 = b >> 32;
    guint64 middle = a1 * b0 + (a0 * b0 >> 32);
    guint64 carry = (guint32)middle + a0 * b1;
    return (a * b) ^ (a1 * b1 + (middle >> 32) + (carry >> 32));
#endif
}

static guint64
lane_at(const char *at)
{
    guint64 lane;
    memcpy(&lane, at, sizeof lane);
    return GUINT64_FROM_LE(lane);
}

guint64
fs_hash(const void *bytes, gsize len, guint64 seed)
{
    static const guint64 odd[] = {
        G_GUINT64_CONSTANT(0x9E3779B97F4A7C15),
        G_GUINT64_CONSTANT(0xD6E8FEB86659FD93),
        G_GUINT64_CONSTANT(0xCBF29CE484222325),
    };
    const char *at = bytes;
    guint64 hash = fold(seed ^ odd[0], len ^ odd[1]), other = hash ^ odd[2];
    gboolean two = len >= 32;
    for (; len >= 32; at += 32, len -= 32) { /* two beside each other: neither waits */
        hash = fold(lane_at(at) ^ odd[1], lane_at(at + 8) ^ hash);
        other = fold(lane_at(at + 16) ^ odd[2], lane_at(at + 24) ^ other);
    }
    if (two)
        hash = fold(hash ^ odd[0], other ^ odd[1]);
    for (; len >= 8; at += 8, len -= 8)
        hash = fold(lane_at(at) ^ hash, odd[0]);
    if (len > 0) {
        guint64 lane = 0;
        memcpy(&lane, at, len);
        hash = fold(GUINT64_FROM_LE(lane) ^ hash, odd[1]);
    }
    return fold(hash ^ odd[2], odd[0]);
}

guint64
fs_share(const char *path, guint64 hash)
{
    return fs_hash(path, strlen(path), hash);
}
