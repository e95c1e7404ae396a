#include "value/fee.h"
#include "value/money.h"
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
/* Words before an amount that say no more than that it is the fee. */
static const char *const lead_words[] = {
    "biaya",  "tarif",     "retribusi", "pelayanan", "layanan", "sebesar",
    "adalah", "dikenakan", ":",         "=",         NULL,
};
static const char *const unit_words[] = {"/", "per", "untuk", NULL};
/* What turns an amount into a formula. */
static const char *const formula_words[] = {"+", "x", "×", "%", "=", "kali", "ditambah", NULL};

/* What the tokens of a fee text hold. */
typedef struct Found {
    guint n_free, n_rules, n_amounts, n_unreadable;
    gboolean others;     /* words that do not only say "free" or "the fee is" */
    gboolean formula;    /* an operator behind an amount */
    gboolean other_lead; /* others before the first amount */
    gboolean all_zero;   /* every amount is Rp0 */
    gsize start, end;    /* bytes of the first amount */
    gint64 rupiah;
    MoneyStatus status;
} Found;

static guint
token_at_byte(const Tokens *tokens, guint i, gsize byte)
{
    while (i < tokens->n && tokens->at[i].start < byte)
        i++;
    return i;
}

/* Is an unmarked number at token `i` money? In groups of three, or first and alone or with a unit. */
static gboolean
counts_bare(const Tokens *tokens, guint i, guint next, gboolean first, gint64 rupiah)
{
    const Token *token = &tokens->at[i];
    if (rupiah >= 1000 && memchr(tokens->text + token->start, '.', token->len) != NULL)
        return TRUE;
    return first && (next == tokens->n || tokens_match_any(tokens, next, unit_words) > 0);
}

/* Looks for an amount at token `i`; returns the token behind it, or `i` when there is none. */
static guint
find_amount(const Tokens *tokens, guint i, Found *found)
{
    gint64 rupiah;
    gsize len;
    gboolean marked;
    const Token *token = &tokens->at[i];
    if (token->kind == TOKEN_MARK)
        return i;
    MoneyStatus status = money_read_prefix(tokens->text + token->start, &rupiah, &len, &marked);
    if (status == MONEY_UNREADABLE || status == MONEY_TOO_LARGE) {
        found->n_unreadable += marked ? 1 : 0;
        return i;
    }
    guint next = token_at_byte(tokens, i, token->start + len);
    gboolean first = found->n_amounts == 0 && !found->others;
    if (!marked && !counts_bare(tokens, i, next, first, rupiah))
        return i;
    if (found->n_amounts++ == 0) {
        found->start = token->start;
        found->end = token->start + len;
        found->rupiah = rupiah;
        found->status = status;
        found->other_lead = found->others;
        found->all_zero = TRUE;
    }
    found->all_zero = found->all_zero && rupiah == 0;
    guint to = tokens_match_to(tokens, next);
    if (to > 0 && next + to < tokens->n && tokens->at[next + to].kind == TOKEN_NUMBER)
        found->n_amounts++; /* "Rp 50.000 s/d 100000" */
    return next;
}

static void
look_through(const Tokens *tokens, Found *found)
{
    *found = (Found){0};
    for (guint i = 0; i < tokens->n;) {
        guint n = tokens_match_any(tokens, i, free_phrases);
        if (n > 0) {
            found->n_free++;
            i += n;
            continue;
        }
        guint next = find_amount(tokens, i, found);
        if (next > i) {
            i = next;
            continue;
        }
        if (tokens_match_any(tokens, i, rule_words) > 0)
            found->n_rules++;
        if (found->n_amounts > 0 && tokens_match_any(tokens, i, formula_words) > 0)
            found->formula = TRUE;
        n = tokens_match_any(tokens, i, free_joiners);
        if (n == 0)
            n = tokens_match_any(tokens, i, lead_words);
        if (n == 0) {
            found->others = TRUE;
            n = 1;
        }
        i += n;
    }
}

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

void
fee_text_parse(Arena *arena, const char *text, FeeText *out)
{
    if (text == NULL)
        text = "";
    *out = (FeeText){.kind = FEE_UNREAD, .before = "", .satuan = ""};
    out->raw = arena_strndup(arena, text, strlen(text));
    g_auto(Tokens) tokens;
    tokens_read(&tokens, text);
    Found found;
    look_through(&tokens, &found);
    out->amount_unreadable = found.n_unreadable > 0;
    if (found.n_unreadable > 0 || found.n_amounts > 1 || found.formula)
        return;
    if (!found.others && (found.n_amounts == 0 ? found.n_free > 0 : found.all_zero)) {
        out->kind = FEE_GRATIS;
    } else if (found.n_free > 0) {
        return; /* "gratis untuk WNI, Rp 50.000 untuk WNA" */
    } else if (found.n_amounts == 1) {
        out->kind = FEE_TETAP;
        out->rupiah = found.rupiah;
        out->thousands_lost = found.status == MONEY_THOUSANDS_LOST;
        if (found.other_lead)
            out->before = trimmed(arena, text, 0, found.start);
        out->satuan = fee_satuan(arena, text + found.end);
    } else if (found.n_rules > 0) {
        out->kind = FEE_SESUAI_PERATURAN;
    }
}

const char *
fee_kind_key(FeeKind kind)
{
    return kind_keys[kind];
}
