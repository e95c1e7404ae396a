#include "value/channel.h"
#include "value/tokens.h"
#include "value/url.h"
#include <string.h>

enum { MAX_LABEL_BYTES = 80 };

static const struct {
    const char *key, *label, *label_en;
    gboolean needs_value;
} kinds[N_CHANNELS] = {
    [CHANNEL_TELEPON] = {"telepon", "Telepon", "Telephone", TRUE},
    [CHANNEL_FAKS] = {"faks", "Faks", "Fax", TRUE},
    [CHANNEL_WHATSAPP] = {"whatsapp", "WhatsApp", "WhatsApp", TRUE},
    [CHANNEL_SMS] = {"sms", "SMS", "Text message", TRUE},
    [CHANNEL_EMAIL] = {"email", "Email", "Email", TRUE},
    [CHANNEL_WEB] = {"web", "Situs web", "Website", TRUE},
    [CHANNEL_LAPOR] = {"lapor", "SP4N-LAPOR!", "SP4N-LAPOR!", FALSE},
    [CHANNEL_INSTAGRAM] = {"instagram", "Instagram", "Instagram", TRUE},
    [CHANNEL_FACEBOOK] = {"facebook", "Facebook", "Facebook", TRUE},
    [CHANNEL_X] = {"x", "X", "X", TRUE},
    [CHANNEL_TIKTOK] = {"tiktok", "TikTok", "TikTok", TRUE},
    [CHANNEL_YOUTUBE] = {"youtube", "YouTube", "YouTube", TRUE},
    [CHANNEL_TELEGRAM] = {"telegram", "Telegram", "Telegram", TRUE},
    [CHANNEL_DATANG] = {"datang", "Datang langsung", "In person", FALSE},
    [CHANNEL_SURAT] = {"surat", "Surat", "Letter", FALSE},
    [CHANNEL_ALAMAT] = {"alamat", "Alamat", "Address", TRUE},
    [CHANNEL_KOTAK_SARAN] = {"kotak_saran", "Kotak saran", "Suggestion box", FALSE},
    [CHANNEL_APLIKASI] = {"aplikasi", "Aplikasi", "App", TRUE},
    [CHANNEL_LAINNYA] = {"lainnya", "Lainnya", "Other", FALSE},
};

/*
 * How much a word says: the first FIRM one of a text decides, FAINT ones only without it.
 * _IN_LABEL, each behind the weight it then has: too common in running text.
 */
typedef enum Weight { STRONGEST, FIRM, FIRM_IN_LABEL, FAINT, FAINT_IN_LABEL, N_WEIGHTS } Weight;

static const struct {
    const char *phrase;
    ChannelKind kind;
    Weight weight;
} words[] = {
    {"sp4n lapor", CHANNEL_LAPOR, STRONGEST},
    {"span lapor", CHANNEL_LAPOR, STRONGEST},
    {"sp4n", CHANNEL_LAPOR, STRONGEST},
    {"lapor !", CHANNEL_LAPOR, STRONGEST},
    {"lapor", CHANNEL_LAPOR, FIRM_IN_LABEL},
    {"telepon", CHANNEL_TELEPON, FIRM},
    {"telpon", CHANNEL_TELEPON, FIRM},
    {"telefon", CHANNEL_TELEPON, FIRM},
    {"telfon", CHANNEL_TELEPON, FIRM},
    {"telp", CHANNEL_TELEPON, FIRM},
    {"telpn", CHANNEL_TELEPON, FIRM},
    {"tel", CHANNEL_TELEPON, FIRM},
    {"tlp", CHANNEL_TELEPON, FIRM},
    {"tlpn", CHANNEL_TELEPON, FIRM},
    {"hp", CHANNEL_TELEPON, FIRM},
    {"handphone", CHANNEL_TELEPON, FIRM},
    {"phone", CHANNEL_TELEPON, FIRM},
    {"call center", CHANNEL_TELEPON, FIRM},
    {"call centre", CHANNEL_TELEPON, FIRM},
    {"hotline", CHANNEL_TELEPON, FIRM},
    {"fax", CHANNEL_FAKS, FIRM},
    {"faks", CHANNEL_FAKS, FIRM},
    {"faksimile", CHANNEL_FAKS, FIRM},
    {"faximile", CHANNEL_FAKS, FIRM},
    {"facsimile", CHANNEL_FAKS, FIRM},
    {"whatsapp", CHANNEL_WHATSAPP, FIRM},
    {"whats app", CHANNEL_WHATSAPP, FIRM},
    {"whatshapp", CHANNEL_WHATSAPP, FIRM},
    {"wa", CHANNEL_WHATSAPP, FIRM},
    {"sms", CHANNEL_SMS, FIRM},
    {"email", CHANNEL_EMAIL, FIRM},
    {"e mail", CHANNEL_EMAIL, FIRM},
    {"surel", CHANNEL_EMAIL, FIRM},
    {"surat elektronik", CHANNEL_EMAIL, FIRM},
    {"pos el", CHANNEL_EMAIL, FIRM},
    {"website", CHANNEL_WEB, FIRM},
    {"web", CHANNEL_WEB, FIRM},
    {"situs", CHANNEL_WEB, FIRM},
    {"laman", CHANNEL_WEB, FIRM},
    {"instagram", CHANNEL_INSTAGRAM, FIRM},
    {"ig", CHANNEL_INSTAGRAM, FIRM},
    {"facebook", CHANNEL_FACEBOOK, FIRM},
    {"fanpage", CHANNEL_FACEBOOK, FIRM},
    {"fb", CHANNEL_FACEBOOK, FIRM},
    {"twitter", CHANNEL_X, FIRM},
    {"x", CHANNEL_X, FIRM_IN_LABEL},
    {"tiktok", CHANNEL_TIKTOK, FIRM},
    {"tik tok", CHANNEL_TIKTOK, FIRM},
    {"youtube", CHANNEL_YOUTUBE, FIRM},
    {"you tube", CHANNEL_YOUTUBE, FIRM},
    {"telegram", CHANNEL_TELEGRAM, FIRM},
    {"kotak saran", CHANNEL_KOTAK_SARAN, FIRM},
    {"kotak pengaduan", CHANNEL_KOTAK_SARAN, FIRM},
    {"kotak aduan", CHANNEL_KOTAK_SARAN, FIRM},
    {"kotak kritik", CHANNEL_KOTAK_SARAN, FIRM},
    {"tatap muka", CHANNEL_DATANG, FIRM},
    {"datang", CHANNEL_DATANG, FIRM},
    {"surat", CHANNEL_SURAT, FAINT},
    {"secara langsung", CHANNEL_DATANG, FAINT},
    {"aplikasi", CHANNEL_APLIKASI, FAINT},
    {"alamat", CHANNEL_ALAMAT, FAINT},
    {"kantor", CHANNEL_DATANG, FAINT_IN_LABEL},
};

/* A link to one of these names the channel. */
static const struct {
    const char *host;
    ChannelKind kind;
} hosts[] = {
    {"lapor.go.id", CHANNEL_LAPOR},     {"instagram.com", CHANNEL_INSTAGRAM},
    {"facebook.com", CHANNEL_FACEBOOK}, {"fb.com", CHANNEL_FACEBOOK},
    {"twitter.com", CHANNEL_X},         {"x.com", CHANNEL_X},
    {"tiktok.com", CHANNEL_TIKTOK},     {"youtube.com", CHANNEL_YOUTUBE},
    {"whatsapp.com", CHANNEL_WHATSAPP}, {"wa.me", CHANNEL_WHATSAPP},
    {"t.me", CHANNEL_TELEGRAM},
};

static const char *const misnomers[] = {
    "span lapor", "sp4 lapor",  "spn lapor",   "s4pn lapor",
    "sp4m lapor", "sp5n lapor", "sp4an lapor",
};

const char *
channel_kind_key(ChannelKind kind)
{
    return kinds[kind].key;
}

const char *
channel_kind_label(ChannelKind kind)
{
    return kinds[kind].label;
}

const char *
channel_kind_label_en(ChannelKind kind)
{
    return kinds[kind].label_en;
}

gboolean
channel_kind_needs_value(ChannelKind kind)
{
    return kinds[kind].needs_value;
}

/* Is the host of the address that ends, or goes on with a path, one of those or below one? */
static gboolean
kind_of_host(const char *text, UrlSpan span, ChannelKind *kind)
{
    const char *start = text + span.start, *end = start + span.len;
    for (const char *p = start; p + 2 < end; p++)
        if (strncmp(p, "://", 3) == 0) {
            start = p + 3;
            break;
        }
    gsize len = 0;
    while (start + len < end && strchr("/?#:", start[len]) == NULL)
        len++;
    for (guint i = 0; i < G_N_ELEMENTS(hosts); i++) {
        gsize n = strlen(hosts[i].host);
        if (len >= n && g_ascii_strncasecmp(start + len - n, hosts[i].host, n) == 0 &&
            (len == n || start[len - n - 1] == '.')) {
            *kind = hosts[i].kind;
            return TRUE;
        }
    }
    return FALSE;
}

/* What a text names while it is looked through. */
typedef struct Named {
    gboolean found[N_WEIGHTS];
    ChannelKind kind[N_WEIGHTS];
} Named;

static gboolean
is_for_labels(Weight weight)
{
    return weight == FIRM_IN_LABEL || weight == FAINT_IN_LABEL;
}

static void
note_word(const Tokens *tokens, guint i, gboolean label, Named *named)
{
    guint best = 0, best_n = 0;
    if (tokens->at[i].kind != TOKEN_WORD)
        return;
    for (guint k = 0; k < G_N_ELEMENTS(words); k++) {
        guint n = tokens_match(tokens, i, words[k].phrase);
        if (n > best_n && (label || !is_for_labels(words[k].weight))) {
            best = k;
            best_n = n;
        }
    }
    if (best_n == 0)
        return;
    Weight weight = is_for_labels(words[best].weight) ? (Weight)(words[best].weight - 1)
                                                      : words[best].weight;
    if (!named->found[weight]) {
        named->found[weight] = TRUE;
        named->kind[weight] = words[best].kind;
    }
}

/* The kind that a text names by its words, else by the host it links to; words inside addresses do not count. */
static gboolean
find_kind(const char *text, gboolean label, ChannelKind *kind)
{
    g_auto(Tokens) tokens;
    tokens_read(&tokens, text);
    Named named = {0};
    ChannelKind host_kind = CHANNEL_LAINNYA;
    gboolean by_host = FALSE, more_urls = TRUE, more_emails = TRUE;
    UrlSpan url = {0, 0}, email = {0, 0};
    for (guint i = 0; i < tokens.n; i++) {
        guint32 at = tokens.at[i].start;
        while (more_urls && url.start + url.len <= at) {
            more_urls = url_find(text, url.start + url.len, &url);
            if (more_urls && !by_host)
                by_host = kind_of_host(text, url, &host_kind);
        }
        while (more_emails && email.start + email.len <= at)
            more_emails = email_find(text, email.start + email.len, &email);
        if ((more_urls && at >= url.start) || (more_emails && at >= email.start))
            continue;
        note_word(&tokens, i, label, &named);
    }
    if (by_host && !named.found[STRONGEST] && !named.found[FIRM])
        named = (Named){.found[FIRM] = TRUE, .kind[FIRM] = host_kind};
    for (guint weight = STRONGEST; weight < N_WEIGHTS; weight++)
        if (named.found[weight]) {
            *kind = named.kind[weight];
            return TRUE;
        }
    return FALSE;
}

/* The byte of the colon that ends a label; FALSE: the text has no label. */
static gboolean
find_colon(const char *text, gsize *colon)
{
    UrlSpan url;
    gsize stop = url_find(text, 0, &url) ? url.start : strlen(text);
    for (gsize i = 0; i < MIN(stop, MAX_LABEL_BYTES) && text[i] != '\0'; i++) {
        if (text[i] != ':' ||
            (g_ascii_isdigit(text[i + 1]) && i > 0 && g_ascii_isdigit(text[i - 1])))
            continue;
        if (g_str_has_prefix(text + i, "://"))
            return FALSE;
        *colon = i;
        return i > 0;
    }
    return FALSE;
}

/* Bytes of "Telp." or "No. HP" before a number or a handle; 0 = the text does not begin so. */
static gsize
leading_label(const char *text)
{
    g_auto(Tokens) tokens;
    tokens_read(&tokens, text);
    guint i = tokens_match(&tokens, 0, "nomor");
    if (i == 0)
        i = tokens_match(&tokens, 0, "no .");
    guint n = 0;
    for (guint k = 0; k < G_N_ELEMENTS(words); k++)
        if (words[k].kind <= CHANNEL_SMS || words[k].kind == CHANNEL_INSTAGRAM)
            n = MAX(n, tokens_match(&tokens, i, words[k].phrase));
    if (n == 0)
        return 0;
    i += n;
    i += tokens_match(&tokens, i, ".");
    guint number = i;
    while (tokens_is_mark(&tokens, number, '(') || tokens_is_mark(&tokens, number, '+'))
        number++;
    if (number >= tokens.n ||
        (tokens.at[number].kind != TOKEN_NUMBER && !tokens_is_mark(&tokens, i, '@')))
        return 0;
    return (gsize)tokens.at[i - 1].start + tokens.at[i - 1].len;
}

static const char *
trimmed(Arena *arena, const char *text, gsize len)
{
    for (; len > 0 && g_ascii_isspace(*text); text++)
        len--;
    while (len > 0 && g_ascii_isspace(text[len - 1]))
        len--;
    return arena_strndup(arena, text, len);
}

void
channel_parse_text(Arena *arena, const char *text, ChannelText *out)
{
    if (text == NULL)
        text = "";
    gsize label, skip = 1;
    *out = (ChannelText){.kind = CHANNEL_LAINNYA, .label = "", .value = ""};
    if (!find_colon(text, &label)) {
        label = leading_label(text);
        skip = 0;
    }
    if (label > 0) {
        out->label = trimmed(arena, text, label);
        out->value = trimmed(arena, text + label + skip, strlen(text) - label - skip);
        out->named = find_kind(out->label, TRUE, &out->kind);
    } else {
        out->value = trimmed(arena, text, strlen(text));
    }
    if (!out->named)
        out->named = find_kind(out->value, FALSE, &out->kind);
}

gboolean
channel_lapor_misnamed(const char *text)
{
    g_auto(Tokens) tokens;
    tokens_read(&tokens, text == NULL ? "" : text);
    for (guint i = 0; i < tokens.n; i++)
        for (guint k = 0; k < G_N_ELEMENTS(misnomers); k++)
            if (tokens_match(&tokens, i, misnomers[k]) > 0)
                return TRUE;
    return FALSE;
}
