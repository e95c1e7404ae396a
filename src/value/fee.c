#include "value/fee.h"
#include "value/money.h"
#include "value/number.h"
#include "value/tokens.h"
#include <string.h>

static const char *const kind_keys[N_FEE_KINDS] = {
    [FEE_GRATIS] = "gratis",
    [FEE_TETAP] = "tetap",
    [FEE_TABEL] = "tabel",
    [FEE_RUMUS] = "rumus",
    [FEE_SESUAI_PERATURAN] = "sesuai_peraturan",
    [FEE_UNREAD] = "",
};

static const char *const free_phrases[] = {
    "tidak dipungut biaya",
    "tidak di pungut biaya",
    "tidak dipungut bayaran",
    "tanpa dipungut biaya",
    "tanpa biaya",
    "tidak dikenakan biaya",
    "tidak ada biaya",
    "tidak berbayar",
    "bebas biaya",
    "biaya gratis",
    "nol rupiah",
    "gratis",
    NULL,
};
static const char *const free_joiners[] = {
    "/", "(", ")", ",", ";", ".", "*", "!", "atau", "dan", "apapun", "apa pun", NULL,
};
static const char *const rule_words[] = {"sesuai", "berdasarkan", "mengacu", "menurut", NULL};
/* A regulation named behind an amount. */
static const char *const law_words[] = {
    "perda",     "perwali",       "perwal", "perbup",  "pergub", "permen",
    "permenkeu", "pmk",           "pp",     "perpres", "uu",     "peraturan",
    "keputusan", "undang undang", "kepmen", "sk",      NULL,
};
/* Words before an amount that say no more than that it is the fee. */
static const char *const lead_words[] = {
    "biaya",   "pnbp",   "tarif", "retribusi", "pelayanan", "layanan", "sebesar", "sejumlah",
    "senilai", "adalah", "yaitu", "dikenakan", ":",         "=",       NULL,
};
/* What a unit begins with; "sekali" may be all of it. */
static const char *const unit_words[] = {
    "/",          "per",   "setiap", "tiap tiap", "tiap", "untuk setiap",
    "untuk tiap", "untuk", "bagi",   "sekali",    NULL,
};
/* What makes of an amount one term of a formula, one end of a range or one case among several. */
static const char *const other_words[] = {
    "x",        "kali",       "dikali",    "dikalikan", "dibagi",     "ditambah",
    "tambah",   "plus",       "dikurangi", "minus",     "persen",     "prosen",
    "permil",   "promil",     "mil",       "minimal",   "minimum",    "min",
    "maksimal", "maksimum",   "maks",      "paling",    "kurang",     "lebih",
    "sekitar",  "kisaran",    "berkisar",  "mulai",     "hingga",     "sampai",
    "sd",       "atau",       "ke atas",   "keatas",    "ke bawah",   "kebawah",
    "dst",      "seterusnya", "lalu",      "kemudian",  "berikutnya", "selanjutnya",
    "gratis",   "bebas",      "tidak",     "belum",     "kecuali",    "selain",
    "bila",     "jika",       "apabila",   "kalau",     "tergantung", "menyesuaikan",
    "dari",     "rp",         "idr",       "rupiah",    "ribu",       "rb",
    "ratus",    "juta",       "jt",        "miliar",    "milyar",     NULL,
};

/* An amount at some token. */
typedef struct Amount {
    gint64 rupiah;
    MoneyStatus status; /* UNREADABLE also when its digits or letters go on behind it */
    gboolean marked;
    guint next;       /* the token behind it */
    gsize start, end; /* its bytes */
} Amount;

static guint
token_at_byte(const Tokens *tokens, guint i, gsize byte)
{
    while (i < tokens->n && tokens->at[i].start < byte)
        i++;
    return i;
}

static gboolean
is_number(const Tokens *tokens, guint i)
{
    return i < tokens->n && tokens->at[i].kind == TOKEN_NUMBER;
}

static gboolean
is_word(const Tokens *tokens, guint i)
{
    return i < tokens->n && tokens->at[i].kind == TOKEN_WORD;
}

static gsize
end_of(const Token *token)
{
    return (gsize)token->start + token->len;
}

/* "50.000x", "5O.000", "50 000", "50' 000": what stands behind the digits belongs to them. */
static gboolean
goes_on(const Tokens *tokens, const Amount *amount)
{
    guint next = amount->next;
    if (next >= tokens->n)
        return FALSE;
    const Token *token = &tokens->at[next];
    if (token->kind != TOKEN_MARK)
        return token->kind == TOKEN_NUMBER || token->start == amount->end;
    gboolean bracket_or_unit =
        token->mark == '(' || token->mark == '/' || token->mark == ';' || token->mark == ':';
    return !bracket_or_unit && is_number(tokens, next + 1) &&
           (token->start == amount->end || tokens->at[next + 1].start == end_of(token));
}

/* Reads the amount that token `i` begins; FALSE: it is a mark or a word of another kind. */
static gboolean
read_amount(const Tokens *tokens, guint i, Amount *amount)
{
    gsize len;
    if (i >= tokens->n || tokens->at[i].kind == TOKEN_MARK)
        return FALSE;
    *amount = (Amount){.start = tokens->at[i].start};
    amount->status =
        money_read_prefix(tokens->text + amount->start, &amount->rupiah, &len, &amount->marked);
    if (len == 0 && !amount->marked && tokens->at[i].kind != TOKEN_NUMBER)
        return FALSE;
    amount->end = amount->start + len;
    amount->next = len > 0 ? token_at_byte(tokens, i, amount->end) : i + 1;
    if (goes_on(tokens, amount))
        amount->status = MONEY_UNREADABLE;
    return TRUE;
}

static gboolean
is_read(const Amount *amount)
{
    return amount->status == MONEY_READ || amount->status == MONEY_THOUSANDS_LOST;
}

static guint
pass(const Tokens *tokens, guint i, const char *const *phrases)
{
    for (guint n; (n = tokens_match_any(tokens, i, phrases)) > 0;)
        i += n;
    return i;
}

/* Nothing but words for free and amounts of nothing. */
static gboolean
is_free(const Tokens *tokens)
{
    guint n_free = 0;
    for (guint i = 0; i < tokens->n;) {
        Amount amount;
        guint n = tokens_match_any(tokens, i, free_phrases);
        if (n > 0) {
            n_free++;
        } else if ((n = tokens_match_any(tokens, i, free_joiners)) == 0 &&
                   (n = tokens_match_any(tokens, i, lead_words)) == 0) {
            if (!read_amount(tokens, i, &amount) || !is_read(&amount) || amount.rupiah != 0)
                return FALSE;
            n_free++;
            n = amount.next - i;
        }
        i += n;
    }
    return n_free > 0;
}

/* ---- behind an amount ---- */

/* "(lima puluh ribu rupiah)": the token behind it; `i` when there is none. */
static guint
read_words(const Tokens *tokens, guint i, gint64 rupiah, gboolean *disagree)
{
    gint64 words;
    if (!tokens_is_mark(tokens, i, '('))
        return i;
    guint at = i + 1 + tokens_match(tokens, i + 1, "terbilang");
    at += tokens_match(tokens, at, ":");
    guint n = number_words_read(tokens, at, &words);
    at += n;
    at += tokens_match(tokens, at, "rupiah");
    if (n == 0 || !tokens_is_mark(tokens, at, ')'))
        return i;
    *disagree = words != rupiah;
    return at + 1;
}

/* The words of a unit behind its opener: the token behind them, or `i` when one of them is none. */
static guint
read_unit(const Tokens *tokens, guint i)
{
    guint opener = tokens_match_any(tokens, i, unit_words), at = i + opener;
    gboolean may_be_bare = tokens_is_word(tokens, i, "sekali");
    guint words = 0;
    if (opener == 0)
        return i;
    if (is_number(tokens, at) && tokens->at[at].number > 0 && is_word(tokens, at + 1))
        at++;
    else if (tokens_is_word(tokens, at, "kali"))
        words = ++at > 0; /* "per kali kunjungan" */
    for (; at < tokens->n; at++) {
        gboolean joined = tokens_is_dash(tokens, at) && is_word(tokens, at + 1) &&
                          tokens->at[at + 1].start == end_of(&tokens->at[at]);
        gboolean power = tokens_is_mark(tokens, at, 0xB2) || tokens_is_mark(tokens, at, 0xB3);
        if (words > 0 && (joined || power))
            continue;
        if (!is_word(tokens, at) || tokens_match_any(tokens, at, unit_words) > 0 ||
            tokens_match_any(tokens, at, rule_words) > 0 ||
            tokens_match_any(tokens, at, other_words) > 0)
            break;
        words++;
    }
    return words > 0 || may_be_bare ? at : i;
}

/* "sesuai Perda Nomor 12 Tahun 2011": the token behind it, or `i`. */
static guint
read_law(const Tokens *tokens, guint i)
{
    guint at = i;
    if (tokens_match_any(tokens, i, rule_words) == 0 &&
        tokens_match_any(tokens, i, law_words) == 0)
        return i;
    for (; at < tokens->n; at++) {
        gunichar mark = tokens->at[at].mark;
        if (tokens->at[at].kind == TOKEN_MARK && mark != '/' && mark != '.' && mark != '-')
            break;
        if (tokens_match_any(tokens, at, other_words) > 0)
            return i;
    }
    return at;
}

/* Units and regulations, some in brackets, to the end of the text; FALSE: there is something else. */
static gboolean
read_tail(const Tokens *tokens, guint i)
{
    static const char *const ends[] = {".", ";", ",", NULL};
    gboolean open = FALSE;
    while (i < tokens->n) {
        guint at = pass(tokens, i, ends);
        if (at == tokens->n)
            return !open;
        if (!open && tokens_is_mark(tokens, i, '(')) {
            open = TRUE;
            i++;
            continue;
        }
        if (open && tokens_is_mark(tokens, i, ')')) {
            open = FALSE;
            i++;
            continue;
        }
        at = read_unit(tokens, i);
        if (at == i)
            at = read_law(tokens, i);
        if (at == i)
            return FALSE;
        i = at;
    }
    return !open;
}

/* ---- the whole ---- */

static gboolean
is_trimmed(char c, const char *marks)
{
    return c != '\0' && (g_ascii_isspace(c) || strchr(marks, c) != NULL);
}

static const char *
trimmed(Arena *arena, const char *text, gsize start, gsize end)
{
    while (start < end && is_trimmed(text[start], ",;:.-="))
        start++;
    while (end > start && is_trimmed(text[end - 1], ",;:.-"))
        end--;
    return arena_strndup(arena, text + start, end - start);
}

const char *
fee_satuan(Arena *arena, const char *text)
{
    if (text == NULL)
        return "";
    const char *unit = trimmed(arena, text, 0, strlen(text));
    if (unit[0] != '/')
        return unit;
    for (unit++; g_ascii_isspace(*unit); unit++)
        ;
    gsize len = strlen(unit);
    char *per = arena_alloc(arena, len + 5);
    memcpy(per, "per ", 4);
    memcpy(per + 4, unit, len);
    return per;
}

/* A number that does not say that it is money is an amount alone, in threes, or with a unit. */
static gboolean
counts_bare(const Tokens *tokens, guint i, const Amount *amount)
{
    const Token *token = &tokens->at[i];
    gboolean grouped = memchr(tokens->text + token->start, '.', token->len) != NULL;
    gboolean unit = tokens_match_any(tokens, amount->next, unit_words) > 0;
    return grouped || amount->next == tokens->n ||
           (unit && amount->status != MONEY_THOUSANDS_LOST);
}

/* [biaya sebesar] amount [(in words)] [unit] [regulation], and nothing else. */
static gboolean
read_fixed(Arena *arena, const Tokens *tokens, FeeText *out)
{
    Amount amount;
    guint i = pass(tokens, 0, lead_words);
    if (!read_amount(tokens, i, &amount) || !is_read(&amount))
        return FALSE;
    if (!amount.marked && !counts_bare(tokens, i, &amount))
        return FALSE;
    guint rest = read_words(tokens, amount.next, amount.rupiah, &out->words_disagree);
    if (out->words_disagree || !read_tail(tokens, rest))
        return FALSE;
    gsize from = rest == amount.next ? amount.end : end_of(&tokens->at[rest - 1]);
    out->kind = FEE_TETAP;
    out->rupiah = amount.rupiah;
    out->thousands_lost = amount.status == MONEY_THOUSANDS_LOST;
    out->satuan = fee_satuan(arena, tokens->text + from);
    return TRUE;
}

static gboolean
names_unreadable_amount(const Tokens *tokens)
{
    Amount amount;
    for (guint i = 0; i < tokens->n; i++)
        if (read_amount(tokens, i, &amount) && amount.marked && !is_read(&amount))
            return TRUE;
    return FALSE;
}

/* A regulation decides, and neither a number, a sign nor words for free stand before it. */
static gboolean
names_rule(const Tokens *tokens)
{
    guint i = 0;
    for (; i < tokens->n && tokens_match_any(tokens, i, rule_words) == 0; i++)
        if (!is_word(tokens, i) && !tokens_is_mark(tokens, i, ':') &&
            !tokens_is_mark(tokens, i, '(') && !tokens_is_mark(tokens, i, ','))
            return FALSE;
    if (i == tokens->n)
        return FALSE;
    for (guint k = 0; k < tokens->n; k++) {
        Amount amount;
        gboolean money = read_amount(tokens, k, &amount) && amount.marked;
        if (money || tokens_is_mark(tokens, k, '%') || tokens_is_word(tokens, k, "persen") ||
            tokens_match_any(tokens, k, free_phrases) > 0)
            return FALSE;
    }
    return TRUE;
}

void
fee_text_parse(Arena *arena, const char *text, FeeText *out)
{
    if (text == NULL)
        text = "";
    *out = (FeeText){.kind = FEE_UNREAD, .satuan = ""};
    out->raw = arena_strndup(arena, text, strlen(text));
    g_auto(Tokens) tokens;
    tokens_read(&tokens, text);
    if (is_free(&tokens))
        out->kind = FEE_GRATIS;
    else if (read_fixed(arena, &tokens, out) || out->words_disagree)
        return;
    else if (names_unreadable_amount(&tokens))
        out->amount_unreadable = TRUE;
    else if (names_rule(&tokens))
        out->kind = FEE_SESUAI_PERATURAN;
}

MoneyStatus
fee_amount_parse(const char *text, gint64 *rupiah)
{
    MoneyStatus status = money_parse(text, rupiah);
    if (status != MONEY_UNREADABLE)
        return status;
    g_auto(Tokens) tokens;
    tokens_read(&tokens, text);
    return is_free(&tokens) ? MONEY_READ : status;
}

const char *
fee_kind_key(FeeKind kind)
{
    return kind_keys[kind];
}
