#include "draw/png-pack.h"
#include "base/deflate.h"
#include <stdlib.h>
#include <string.h>

/* ---- pieces ---- */

enum {
    N_LITERALS = 286, /* bytes, the end, lengths */
    N_DISTANCES = 30,
    N_LENGTHS = 19, /* the alphabet in which code lengths are told */
    END = 256,
    MIN_MATCH = 3,
    MAX_MATCH = 258,
    WINDOW = 32768,
    ENOUGH = 64, /* as long as this, nothing longer is looked for */
    BLOCK = 1 << 16, /* pieces that share one set of codes */
    HASH_BITS = 14,
};

/* A byte, or a match: MATCH | (length - 3) << 16 | distance - 1. */
typedef guint32 Piece;
#define MATCH 0x80000000u

typedef struct Codes {
    guint freq[N_LITERALS];
    guint16 code[N_LITERALS]; /* its bits in the order they are written */
    guint8 bits[N_LITERALS];
} Codes;

typedef struct Packing {
    const guint8 *bytes;
    gsize len, row, at;
    guint32 seen[1 << HASH_BITS]; /* where four bytes were met last, + 1 */
    Piece *pieces;
    guint n;
    Codes literals, distances;
    GByteArray *out;
    guint64 bits;
    guint n_bits;
} Packing;

static guint
log2_of(guint value)
{
    return 31 - (guint)__builtin_clz(value);
}

/* RFC 1951, 3.2.5: symbols in groups, each group with one more extra bit. *extra receives how many bits follow. */
static guint
length_symbol(guint length, guint *extra)
{
    guint n = length - MIN_MATCH;
    *extra = n < 8 || length == MAX_MATCH ? 0 : log2_of(n) - 2;
    return length == MAX_MATCH ? 285 : n < 8 ? 257 + n : 257 + 4 * *extra + (n >> *extra);
}

static guint
distance_symbol(guint distance, guint *extra)
{
    guint n = distance - 1;
    *extra = n < 4 ? 0 : log2_of(n) - 1;
    return n < 4 ? n : 2 * *extra + (n >> *extra);
}

static guint64
eight_at(const guint8 *bytes)
{
    guint64 value;
    memcpy(&value, bytes, sizeof value);
    return GUINT64_FROM_LE(value);
}

/* How many bytes at `at` are as those `distance` before; often not even the first. */
static inline guint
match_len(const Packing *p, gsize at, gsize distance)
{
    const guint8 *here = p->bytes + at, *there = here - distance;
    if (*here != *there)
        return 0;
    guint most = (guint)MIN((gsize)MAX_MATCH, p->len - at), n = 0;
    while (n + 8 <= most) {
        guint64 differs = eight_at(here + n) ^ eight_at(there + n);
        if (differs != 0)
            return n + (guint)__builtin_ctzll(differs) / 8;
        n += 8;
    }
    while (n < most && here[n] == there[n])
        n++;
    return n;
}

/* How far back the four bytes at `at` were met last; 0 = nowhere near enough. Remembers this place. */
static gsize
look_up(Packing *p, gsize at)
{
    guint32 four;
    if (p->len - at < sizeof four)
        return 0;
    memcpy(&four, p->bytes + at, sizeof four);
    guint32 *seen = &p->seen[(four * 2654435761u) >> (32 - HASH_BITS)];
    gsize before = *seen;
    *seen = (guint32)at + 1;
    if (before == 0 || at - (before - 1) > WINDOW ||
        memcmp(p->bytes + before - 1, &four, sizeof four) != 0)
        return 0;
    return at - (before - 1);
}

/* The longest match of those worth trying; 0 = none. */
static guint
find_match(Packing *p, gsize *distance)
{
    gsize other = look_up(p, p->at);
    guint best = p->at >= p->row ? match_len(p, p->at, p->row) : 0;
    *distance = p->row;
    if (best < ENOUGH && p->at > 0 && p->bytes[p->at] == p->bytes[p->at - 1]) {
        guint n = match_len(p, p->at, 1);
        if (n > best)
            best = n, *distance = 1;
    }
    if (best < ENOUGH && other > 0 && other != p->row) {
        guint n = match_len(p, p->at, other);
        if (n > best + 1 && n > MIN_MATCH + 1) /* its distance takes more bits than theirs */
            best = n, *distance = other;
    }
    return best >= MIN_MATCH ? best : 0;
}

static void
count_match(Packing *p, guint length, gsize distance)
{
    guint extra;
    p->literals.freq[length_symbol(length, &extra)]++;
    p->distances.freq[distance_symbol((guint)distance, &extra)]++;
    p->pieces[p->n++] = MATCH | (length - MIN_MATCH) << 16 | (guint)(distance - 1);
}

/* Cuts what comes next into pieces: a block of them, or up to the end. */
static void
cut(Packing *p)
{
    while (p->at < p->len && p->n < BLOCK) {
        gsize distance;
        guint length = find_match(p, &distance);
        if (length > 0) {
            count_match(p, length, distance);
            p->at += length;
        } else {
            guint8 byte = p->bytes[p->at++];
            p->literals.freq[byte]++;
            p->pieces[p->n++] = byte;
        }
    }
}

/* ---- codes ---- */

static int
compare_keys(const void *a, const void *b)
{
    const guint64 *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Depths of Huffman's tree over weights in rising order, by two queues; they replace the weights. */
static void
find_depths(guint64 *weights, guint n)
{
    guint64 nodes[N_LITERALS] = {0};
    guint parent[2 * N_LITERALS], leaf = 0, node = 0, made = 0;
    for (; made < n - 1; made++) {
        for (guint k = 0; k < 2; k++) {
            gboolean take_leaf = leaf < n && (node >= made || weights[leaf] <= nodes[node]);
            nodes[made] += take_leaf ? weights[leaf] : nodes[node];
            parent[take_leaf ? leaf : n + node] = n + made;
            take_leaf ? leaf++ : node++;
        }
    }
    guint depth[2 * N_LITERALS];
    depth[n + made - 1] = 0;
    for (guint i = n + made - 1; i-- > 0;)
        depth[i] = depth[parent[i]] + 1;
    for (guint i = 0; i < n; i++)
        weights[i] = depth[i];
}

/* No code longer than `most`: deep leaves move up, and for each a shallower one moves down until the codes fit. */
static void
limit_depths(guint64 *depths, guint n, guint most)
{
    guint of[64] = {0};
    guint64 room = 0;
    for (guint i = 0; i < n; i++)
        of[MIN(depths[i], most)]++;
    for (guint d = 1; d <= most; d++)
        room += (guint64)of[d] << (most - d);
    for (; room > (guint64)1 << most; room--) {
        guint d = most - 1;
        while (of[d] == 0)
            d--;
        of[most]--;
        of[d]--;
        of[d + 1] += 2;
    }
    for (guint i = 0, d = most; d > 0; d--)
        for (; of[d] > 0; of[d]--)
            depths[i++] = d;
}

/* RFC 1951, 3.2.2: codes of one length follow each other; they are written from their highest bit. */
static void
assign_codes(Codes *codes, guint n, guint most)
{
    guint code = 0;
    for (guint bits = 1; bits <= most; bits++, code <<= 1)
        for (guint i = 0; i < n; i++) {
            if (codes->bits[i] != bits)
                continue;
            guint turned = 0;
            for (guint k = 0; k < bits; k++)
                turned |= (code >> k & 1) << (bits - 1 - k);
            codes->code[i] = (guint16)turned;
            code++;
        }
}

/* Codes for the symbols that occur, at least two: readers want a whole tree. */
static void
make_codes(Codes *codes, guint n, guint most)
{
    guint64 keys[N_LITERALS], depths[N_LITERALS];
    guint used = 0;
    for (guint i = 0; i < n; i++)
        used += codes->freq[i] > 0;
    for (guint i = 0; used < 2; i++)
        if (codes->freq[i] == 0)
            codes->freq[i] = 1, used++;
    used = 0;
    for (guint i = 0; i < n; i++)
        if (codes->freq[i] > 0)
            keys[used++] = (guint64)codes->freq[i] << 16 | i;
    qsort(keys, used, sizeof *keys, compare_keys);
    for (guint i = 0; i < used; i++)
        depths[i] = keys[i] >> 16;
    find_depths(depths, used);
    limit_depths(depths, used, most);
    memset(codes->bits, 0, sizeof codes->bits);
    for (guint i = 0; i < used; i++)
        codes->bits[keys[i] & 0xFFFF] = (guint8)depths[i];
    assign_codes(codes, n, most);
}

/* ---- writing ---- */

static inline void
put(Packing *p, guint value, guint n)
{
    p->bits |= (guint64)value << p->n_bits;
    p->n_bits += n;
    if (p->n_bits >= 32) {
        guint32 four = GUINT32_TO_LE((guint32)p->bits);
        memcpy(p->out->data + p->out->len, &four, sizeof four);
        p->out->len += 4;
        p->bits >>= 32;
        p->n_bits -= 32;
    }
}

static inline void
put_symbol(Packing *p, const Codes *codes, guint symbol)
{
    put(p, codes->code[symbol], codes->bits[symbol]);
}

static guint
count_used(const Codes *codes, guint n, guint least)
{
    while (n > least && codes->bits[n - 1] == 0)
        n--;
    return n;
}

/* Lengths of both sets of codes, each told by a code of a third set; repeats are too rare to be worth their words. */
static void
put_codes(Packing *p)
{
    static const guint8 ORDER[N_LENGTHS] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                            11, 4,  12, 3, 13, 2, 14, 1, 15};
    Codes lengths = {0};
    guint n_literals = count_used(&p->literals, N_LITERALS, END + 1);
    guint n_distances = count_used(&p->distances, N_DISTANCES, 1), n = N_LENGTHS;
    for (guint i = 0; i < n_literals; i++)
        lengths.freq[p->literals.bits[i]]++;
    for (guint i = 0; i < n_distances; i++)
        lengths.freq[p->distances.bits[i]]++;
    make_codes(&lengths, N_LENGTHS, 7);
    while (n > 4 && lengths.bits[ORDER[n - 1]] == 0)
        n--;
    put(p, n_literals - END - 1, 5);
    put(p, n_distances - 1, 5);
    put(p, n - 4, 4);
    for (guint i = 0; i < n; i++)
        put(p, lengths.bits[ORDER[i]], 3);
    for (guint i = 0; i < n_literals; i++)
        put_symbol(p, &lengths, p->literals.bits[i]);
    for (guint i = 0; i < n_distances; i++)
        put_symbol(p, &lengths, p->distances.bits[i]);
}

static void
put_match(Packing *p, Piece piece)
{
    guint length = (piece >> 16 & 0xFF) + MIN_MATCH, distance = (piece & 0x7FFF) + 1, extra;
    put_symbol(p, &p->literals, length_symbol(length, &extra));
    put(p, (length - MIN_MATCH) & ((1u << extra) - 1), extra);
    put_symbol(p, &p->distances, distance_symbol(distance, &extra));
    put(p, (distance - 1) & ((1u << extra) - 1), extra);
}

static void
put_block(Packing *p)
{
    enum { MOST_BYTES = 6, HEAD = 1024 }; /* of a piece; of the codes */
    gsize before = p->out->len;
    p->literals.freq[END] = 1;
    make_codes(&p->literals, N_LITERALS, 15);
    make_codes(&p->distances, N_DISTANCES, 15);
    g_byte_array_set_size(p->out, (guint)(before + (gsize)p->n * MOST_BYTES + HEAD));
    p->out->len = (guint)before;
    put(p, p->at == p->len, 1);
    put(p, 2, 2);
    put_codes(p);
    for (guint i = 0; i < p->n; i++) {
        if ((p->pieces[i] & MATCH) == 0)
            put_symbol(p, &p->literals, p->pieces[i]);
        else
            put_match(p, p->pieces[i]);
    }
    put_symbol(p, &p->literals, END);
    memset(p->literals.freq, 0, sizeof p->literals.freq);
    memset(p->distances.freq, 0, sizeof p->distances.freq);
    p->n = 0;
}

void
png_pack(GByteArray *out, const guint8 *bytes, gsize len, gsize row)
{
    static const guint8 HEAD[] = {0x78, 0x01};
    g_return_if_fail(row >= 1 && row <= WINDOW && len < G_MAXINT32);
    Packing *p = g_new0(Packing, 1);
    g_byte_array_append(out, HEAD, sizeof HEAD);
    *p = (Packing){.bytes = bytes, .len = len, .row = row, .out = out};
    p->pieces = g_new(Piece, BLOCK);
    do {
        cut(p);
        put_block(p);
    } while (p->at < p->len);
    guint32 sum = GUINT32_TO_BE(deflate_adler(bytes, len));
    for (; p->n_bits > 0; p->n_bits -= MIN(p->n_bits, 8), p->bits >>= 8) {
        guint8 byte = (guint8)p->bits;
        g_byte_array_append(out, &byte, 1);
    }
    g_byte_array_append(out, (const guint8 *)&sum, sizeof sum);
    g_free(p->pieces);
    g_free(p);
}
