#include "base/deflate-rows.h"
#include <string.h>

enum {
    LEAST = 3,
    MOST = 258,
    WINDOW = 32768,
    HASH_BITS = 13,
    BLOCK_TOKENS = 1 << 16,
    END_OF_BLOCK = 256,
    N_LENGTHS = 29,
    N_LITERALS = 286,
    N_DISTANCES = 30,
    N_CODE_LENGTHS = 19,
    MAX_BITS = 15,
    MAX_CODE_BITS = 7,
};

/* RFC 1951, 3.2.5 */
static const guint16 LENGTH_BASE[N_LENGTHS] = {3,  4,  5,  6,   7,   8,   9,   10,  11, 13,
                                               15, 17, 19, 23,  27,  31,  35,  43,  51, 59,
                                               67, 83, 99, 115, 131, 163, 195, 227, 258};
static const guint8 LENGTH_EXTRA[N_LENGTHS] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                               2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};

/* ---- bits, the first one lowest ---- */

typedef struct Bits {
    GByteArray *out;
    guint64 held;
    guint n;
} Bits;

static void
flush_bytes(Bits *bits)
{
    guint8 bytes[8];
    guint n = 0;
    for (; bits->n >= 8; bits->n -= 8, bits->held >>= 8)
        bytes[n++] = (guint8)bits->held;
    g_byte_array_append(bits->out, bytes, n);
}

/* At most 32 bits at a time. */
static void
put_bits(Bits *bits, guint32 value, guint n)
{
    bits->held |= (guint64)value << bits->n;
    bits->n += n;
    if (bits->n >= 32)
        flush_bytes(bits);
}

/* ---- tokens: a byte, or a length and a distance ---- */

typedef struct Token {
    guint16 length, distance; /* distance 0: a byte, in `length` */
} Token;

static guint
length_code(guint length)
{
    guint rest = length - LEAST, extra = rest < 8 ? 0 : g_bit_storage(rest) - 3;
    return length == MOST ? N_LENGTHS - 1 : 4 * extra + (rest >> extra);
}

static guint
distance_code(guint distance, guint *extra_bits)
{
    guint rest = distance - 1, high = rest < 4 ? 0 : g_bit_storage(rest) - 2;
    *extra_bits = high;
    return rest < 4 ? rest : 2 * high + (rest >> high);
}

/* ---- Huffman codes ---- */

typedef struct Codes {
    guint32 count[N_LITERALS];
    guint8 bits[N_LITERALS];
    guint16 code[N_LITERALS];
    guint n, most_bits;
} Codes;

typedef struct Leaf {
    guint32 count;
    guint16 symbol;
} Leaf;

static gint
compare_leaves(gconstpointer a, gconstpointer b)
{
    const Leaf *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? -1 : 1;
    return (gint)x->symbol - (gint)y->symbol;
}

/* Depths of the Huffman tree over leaves in the order of their counts; returns the greatest. Inner
 * nodes arise in order too, so that two queues are enough. */
static guint
tree_depths(const Leaf *leaves, guint n, guint8 *depths)
{
    guint32 weight[2 * N_LITERALS];
    guint16 parent[2 * N_LITERALS] = {0};
    guint8 depth[2 * N_LITERALS];
    guint leaf = 0, inner = n, made = n, deepest = 0;
    for (guint i = 0; i < n; i++)
        weight[i] = leaves[i].count;
    for (; made < 2 * n - 1; made++) {
        weight[made] = 0;
        for (guint k = 0; k < 2; k++) {
            gboolean from_leaves = leaf < n && (inner >= made || weight[leaf] <= weight[inner]);
            guint least = from_leaves ? leaf++ : inner++;
            weight[made] += weight[least];
            parent[least] = (guint16)made;
        }
    }
    depth[made - 1] = 0;
    for (guint i = made - 1; i-- > 0;)
        depth[i] = (guint8)(depth[parent[i]] + 1);
    for (guint i = 0; i < n; i++) {
        depths[i] = depth[i];
        deepest = MAX(deepest, depth[i]);
    }
    return deepest;
}

static guint
reversed(guint code, guint bits)
{
    guint out = 0;
    for (; bits > 0; bits--, code >>= 1)
        out = out << 1 | (code & 1);
    return out;
}

/* RFC 1951, 3.2.2 */
static void
number_codes(Codes *codes)
{
    guint per_length[MAX_BITS + 1] = {0}, next[MAX_BITS + 2] = {0};
    for (guint i = 0; i < codes->n; i++)
        per_length[codes->bits[i]]++;
    per_length[0] = 0;
    for (guint bits = 1; bits <= MAX_BITS; bits++)
        next[bits + 1] = (next[bits] + per_length[bits]) << 1;
    for (guint i = 0; i < codes->n; i++)
        if (codes->bits[i] > 0)
            codes->code[i] = (guint16)reversed(next[codes->bits[i]]++, codes->bits[i]);
}

static void
make_codes(Codes *codes)
{
    Leaf leaves[N_LITERALS];
    guint8 depths[N_LITERALS];
    guint n = 0;
    for (guint i = 0; i < codes->n; i++)
        if (codes->count[i] > 0)
            leaves[n++] = (Leaf){codes->count[i], (guint16)i};
    /* A code of nothing, or of one symbol, is not complete: a symbol that never comes completes it. */
    for (guint i = 0; n < 2; i++)
        if (codes->count[i] == 0)
            leaves[n++] = (Leaf){1, (guint16)i};
    qsort(leaves, n, sizeof *leaves, compare_leaves);
    while (tree_depths(leaves, n, depths) > codes->most_bits)
        /* Flatter counts, a flatter tree; their order stays. */
        for (guint i = 0; i < n; i++)
            leaves[i].count = leaves[i].count / 2 + 1;
    for (guint i = 0; i < n; i++)
        codes->bits[leaves[i].symbol] = depths[i];
    number_codes(codes);
}

static void
put_symbol(Bits *bits, const Codes *codes, guint symbol)
{
    put_bits(bits, codes->code[symbol], codes->bits[symbol]);
}

/* ---- blocks ---- */

/* How many code lengths from `at` are alike, up to `most`. */
static guint
alike(const guint8 *lengths, guint at, guint n, guint most)
{
    guint run = 1;
    while (run < most && at + run < n && lengths[at + run] == lengths[at])
        run++;
    return run;
}

/* The code lengths as symbols with their extra bits: 16 = the last one again, 17 and 18 = zeros. */
static guint
pack_lengths(const guint8 *lengths, guint n, guint8 *symbols, guint8 *extra)
{
    guint made = 0;
    for (guint i = 0; i < n;) {
        guint run = alike(lengths, i, n, lengths[i] == 0 ? 138 : 6);
        if (lengths[i] == 0 && run >= LEAST) {
            symbols[made] = run <= 10 ? 17 : 18;
            extra[made++] = (guint8)(run <= 10 ? run - 3 : run - 11);
        } else if (i > 0 && lengths[i] == lengths[i - 1] && run >= LEAST) {
            symbols[made] = 16;
            extra[made++] = (guint8)(run - 3);
        } else {
            run = 1;
            symbols[made] = lengths[i];
            extra[made++] = 0;
        }
        i += run;
    }
    return made;
}

static void
put_trees(Bits *bits, const Codes *literals, const Codes *distances)
{
    static const guint8 ORDER[N_CODE_LENGTHS] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                 11, 4,  12, 3, 13, 2, 14, 1, 15};
    static const guint8 EXTRA_BITS[3] = {2, 3, 7};
    guint8 lengths[N_LITERALS + N_DISTANCES], symbols[N_LITERALS + N_DISTANCES],
        extra[N_LITERALS + N_DISTANCES];
    Codes codes = {.n = N_CODE_LENGTHS, .most_bits = MAX_CODE_BITS};
    memcpy(lengths, literals->bits, N_LITERALS);
    memcpy(lengths + N_LITERALS, distances->bits, N_DISTANCES);
    guint n = pack_lengths(lengths, N_LITERALS + N_DISTANCES, symbols, extra);
    for (guint i = 0; i < n; i++)
        codes.count[symbols[i]]++;
    make_codes(&codes);
    put_bits(bits, N_LITERALS - 257, 5);
    put_bits(bits, N_DISTANCES - 1, 5);
    put_bits(bits, N_CODE_LENGTHS - 4, 4);
    for (guint i = 0; i < N_CODE_LENGTHS; i++)
        put_bits(bits, codes.bits[ORDER[i]], 3);
    for (guint i = 0; i < n; i++) {
        put_symbol(bits, &codes, symbols[i]);
        if (symbols[i] >= 16)
            put_bits(bits, extra[i], EXTRA_BITS[symbols[i] - 16]);
    }
}

static void
put_token(Bits *bits, const Codes *literals, const Codes *distances, const Token *token)
{
    if (token->distance == 0) {
        put_symbol(bits, literals, token->length);
        return;
    }
    guint length = length_code(token->length), extra;
    put_symbol(bits, literals, END_OF_BLOCK + 1 + length);
    put_bits(bits, token->length - LENGTH_BASE[length], LENGTH_EXTRA[length]);
    guint distance = distance_code(token->distance, &extra);
    put_symbol(bits, distances, distance);
    put_bits(bits, (guint32)(token->distance - 1) & ((1u << extra) - 1), extra);
}

static void
put_block(Bits *bits, const Token *tokens, guint n, gboolean is_last)
{
    Codes literals = {.n = N_LITERALS, .most_bits = MAX_BITS};
    Codes distances = {.n = N_DISTANCES, .most_bits = MAX_BITS};
    literals.count[END_OF_BLOCK] = 1;
    for (guint i = 0; i < n; i++) {
        guint extra;
        if (tokens[i].distance == 0) {
            literals.count[tokens[i].length]++;
            continue;
        }
        literals.count[END_OF_BLOCK + 1 + length_code(tokens[i].length)]++;
        distances.count[distance_code(tokens[i].distance, &extra)]++;
    }
    make_codes(&literals);
    make_codes(&distances);
    put_bits(bits, is_last ? 1 : 0, 1);
    put_bits(bits, 2, 2);
    put_trees(bits, &literals, &distances);
    for (guint i = 0; i < n; i++)
        put_token(bits, &literals, &distances, &tokens[i]);
    put_symbol(bits, &literals, END_OF_BLOCK);
}

/* ---- matches ---- */

/* How many bytes at `a` are those at `b`, which stands before it. */
static guint
match_length(const guint8 *a, const guint8 *b, guint most)
{
    guint n = 0;
    while (n + 8 <= most) {
        guint64 x, y;
        memcpy(&x, a + n, 8);
        memcpy(&y, b + n, 8);
        if (x != y)
            break;
        n += 8;
    }
    while (n < most && a[n] == b[n])
        n++;
    return n;
}

typedef struct Finder {
    const guint8 *bytes;
    gsize len, stride;
    guint32 seen[1 << HASH_BITS]; /* place + 1 of four bytes met */
} Finder;

static guint32 *
place_of(Finder *f, gsize at)
{
    guint32 four;
    memcpy(&four, f->bytes + at, 4);
    return &f->seen[(GUINT32_FROM_LE(four) * 2654435761u) >> (32 - HASH_BITS)];
}

static void
consider(const Finder *f, gsize at, gsize distance, guint most, Token *best)
{
    if (distance > at || distance > WINDOW || best->length == most)
        return;
    guint length = match_length(f->bytes + at, f->bytes + at - distance, most);
    if (length > best->length)
        *best = (Token){(guint16)length, (guint16)distance};
}

/* The longest of three guesses; the nearer one where they are alike. */
static Token
find_match(Finder *f, gsize at)
{
    guint most = (guint)MIN(f->len - at, (gsize)MOST);
    Token best = {LEAST - 1, 0};
    if (most < LEAST)
        return best;
    consider(f, at, 1, most, &best);
    consider(f, at, f->stride, most, &best);
    if (most < 4)
        return best;
    guint32 *seen = place_of(f, at);
    if (*seen > 0)
        consider(f, at, at + 1 - *seen, most, &best);
    *seen = (guint32)at + 1;
    return best;
}

/* Places inside a short match are remembered too: letters begin anywhere. */
static void
remember(Finder *f, gsize at, guint length)
{
    const guint short_match = 32;
    for (guint i = 1; length < short_match && i < length && at + i + 4 <= f->len; i++)
        *place_of(f, at + i) = (guint32)(at + i) + 1;
}

/* ---- the whole ---- */

/* RFC 1950, 9; sums of 32 bytes at a time, which compilers do side by side. */
static guint32
adler(const guint8 *bytes, gsize len)
{
    enum { GROUP = 32, GROUPS = 5536 / GROUP /* until the sums must be reduced */ };
    const guint32 modulus = 65521;
    guint32 a = 1, b = 0;
    while (len >= GROUP) {
        for (guint g = 0; g < GROUPS && len >= GROUP; g++, bytes += GROUP, len -= GROUP) {
            guint32 sum = 0, weighted = 0;
            for (guint i = 0; i < GROUP; i++) {
                sum += bytes[i];
                weighted += (GROUP - i) * bytes[i];
            }
            b += GROUP * a + weighted;
            a += sum;
        }
        a %= modulus;
        b %= modulus;
    }
    for (; len > 0; bytes++, len--) {
        a = (a + *bytes) % modulus;
        b = (b + a) % modulus;
    }
    return b << 16 | a;
}

void
deflate_rows_append(GByteArray *out, const guint8 *bytes, gsize len, gsize stride)
{
    Bits bits = {.out = out};
    g_autofree Finder *finder = g_new0(Finder, 1);
    g_autofree Token *tokens = g_new(Token, BLOCK_TOKENS);
    guint n = 0;
    finder->bytes = bytes;
    finder->len = len;
    finder->stride = stride;
    put_bits(&bits, 0x5E78, 16);
    for (gsize at = 0; at < len;) {
        Token token = find_match(finder, at);
        /* Three bytes far away cost as much as three bytes. */
        if (token.distance == 0 || (token.length == LEAST && token.distance > 1))
            token = (Token){bytes[at], 0};
        guint length = token.distance > 0 ? token.length : 1;
        remember(finder, at, length);
        at += length;
        tokens[n++] = token;
        if (n == BLOCK_TOKENS && at < len) {
            put_block(&bits, tokens, n, FALSE);
            n = 0;
        }
    }
    put_block(&bits, tokens, n, TRUE);
    put_bits(&bits, 0, (8 - bits.n % 8) % 8);
    flush_bytes(&bits);
    guint32 check = GUINT32_TO_BE(adler(bytes, len));
    g_byte_array_append(out, (const guint8 *)&check, sizeof check);
}
