#include "support/value-mutate.h"
#include "value/channel.h"
#include "value/phone.h"

static const char *const phone_statuses[] = {"ok",      "none", "unreadable",
                                             "no-area", "two",  "placeholder"};

static const struct {
    const char *text, *status, *display, *tel;
} phones[] = {
    {"(0343) 427605", "ok", "(0343) 427605", "tel:+62343427605"},
    {"0343427605", "ok", "(0343) 427605", "tel:+62343427605"},
    {"0343-427605", "ok", "(0343) 427605", "tel:+62343427605"},
    {"02525285255", "ok", "(0252) 5285255", "tel:+622525285255"},
    {"021 5252 000", "ok", "(021) 5252000", "tel:+62215252000"},
    {"0215252000", "ok", "(021) 5252000", "tel:+62215252000"},
    {"+62 343 427605", "ok", "(0343) 427605", "tel:+62343427605"},
    {"+62 (0) 343 427605", "ok", "(0343) 427605", "tel:+62343427605"},
    {"62343427605", "ok", "(0343) 427605", "tel:+62343427605"},
    {"0221234567", "ok", "(022) 1234567", "tel:+62221234567"},
    {"0241234567", "ok", "(024) 1234567", "tel:+62241234567"},
    {"0311234567", "ok", "(031) 1234567", "tel:+62311234567"},
    {"0611234567", "ok", "(061) 1234567", "tel:+62611234567"},
    {"0741 2479", "ok", "(0741) 2479", "tel:+627412479"},
    {"0741 247", "unreadable", "0741 247", ""},
    {"081112345", "unreadable", "081112345", ""},
    {"085607966637", "ok", "0856-0796-6637", "tel:+6285607966637"},
    {"0856-0796-6637", "ok", "0856-0796-6637", "tel:+6285607966637"},
    {"+6285607966637", "ok", "0856-0796-6637", "tel:+6285607966637"},
    {"0811123456", "ok", "0811-123-456", "tel:+62811123456"},
    {"08111234567", "ok", "0811-1234-567", "tel:+628111234567"},
    {"0811123456789", "ok", "0811-1234-56789", "tel:+62811123456789"},
    {"(0343) 427605 ext. 12", "ok", "(0343) 427605 ext. 12", "tel:+62343427605;ext=12"},
    {"112", "ok", "112", "tel:112"},
    {"119", "ok", "119", "tel:119"},
    {"1708", "ok", "1708", "tel:1708"},
    {"1500-046", "ok", "1500-046", "tel:1500046"},
    {"+65 6123 4567", "ok", "+65 6123 4567", "tel:+6561234567"},
    {"", "none", "", ""},
    {"-", "none", "-", ""},
    {"telepon", "none", "telepon", ""},
    {"427605", "no-area", "427605", ""},
    {"24795", "no-area", "24795", ""},
    {"24795/23626", "two", "24795", "23626"},
    {"(0343) 24795/23626", "two", "(0343) 24795", "(0343) 23626"},
    {"(0343) 427605/06", "two", "(0343) 427605", "(0343) 427606"},
    {"0812 3456 7890 atau 0813 3456 7890", "two", "0812-3456-7890", "0813-3456-7890"},
    {"0812 3456 7890/91", "two", "0812-3456-7890", "0812-3456-7891"},
    {"08xxx", "placeholder", "08xxx", ""},
    {"0812-xxxx-xxxx", "placeholder", "0812-xxxx-xxxx", ""},
    {"(0343) ......", "placeholder", "(0343) ......", ""},
    {"(0343) …", "placeholder", "(0343) …", ""},
    {"12", "unreadable", "12", ""},
    {"911", "unreadable", "911", ""},
    {"0812", "unreadable", "0812", ""},
    {"00 62 343", "unreadable", "00 62 343", ""},
    {"0343427605123456", "unreadable", "0343427605123456", ""},
    {"(0343) 427605 - 427606", "two", "(0343) 427605", "(0343) 427606"},
    {"0343-400000-06", "two", "(0343) 400000", "(0343) 400006"},
    {"(0343) 400100-7", "two", "(0343) 400100", "(0343) 400107"},
    {"(0343) 400100–07", "two", "(0343) 400100", "(0343) 400107"},
    {"(0343) 400000 s.d. 400006", "two", "(0343) 400000", "(0343) 400006"},
    {"(0343) 400000 s/d 06", "two", "(0343) 400000", "(0343) 400006"},
    {"(0343) 400000 sampai 06", "two", "(0343) 400000", "(0343) 400006"},
    {"0812-3456-7890-91", "two", "0812-3456-7890", "0812-3456-7891"},
    {"0812-3456-7890 - 0813-3456-7890", "two", "0812-3456-7890", "0813-3456-7890"},
    {"+62 343 400000-06", "two", "(0343) 400000", "(0343) 400006"},
    {"0343 4276 05", "ok", "(0343) 427605", "tel:+62343427605"},
    {"0812-345-678-90", "ok", "0812-3456-7890", "tel:+6281234567890"},
    {"021-525-2000", "ok", "(021) 5252000", "tel:+62215252000"},
    {"0343400000006", "unreadable", "0343400000006", ""},
    {"0812-3456-789O", "unreadable", "0812-3456-789O", ""},
    {"343427605", "unreadable", "343427605", ""},
    {"08123456789012", "ok", "0812-3456-789012", "tel:+628123456789012"},
    {"081234567890123", "unreadable", "081234567890123", ""},
    {"+123", "unreadable", "+123", ""},
    {"+1234567890123456", "unreadable", "+1234567890123456", ""},
    {"( (0343) 5616140", "unreadable", "( (0343) 5616140", ""},
    {"0343)427605(", "unreadable", "0343)427605(", ""},
    {"0343 427605 Pak Budi", "unreadable", "0343 427605 Pak Budi", ""},
    {"0343 427605 ext. dua", "unreadable", "0343 427605 ext. dua", ""},
};

static void
test_phones(void)
{
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < G_N_ELEMENTS(phones); i++) {
        Phone phone;
        phone_parse(arena, phones[i].text, &phone);
        g_test_message("%s", phones[i].text);
        g_assert_cmpstr(phone_statuses[phone.status], ==, phones[i].status);
        gboolean two = phone.status == PHONE_TWO;
        g_assert_cmpstr(two ? phone.parts[0] : phone.display, ==, phones[i].display);
        g_assert_cmpstr(two ? phone.parts[1] : phone.tel, ==, phones[i].tel);
    }
}

static const struct {
    const char *text, *kind, *label, *value;
    gboolean unnamed;
} texts[] = {
    /* the seeds */
    {"Fax. : (0343) 427605", "faks", "Fax.", "(0343) 427605", FALSE},
    {"E-mail : dinsos@pasuruankab.go.id", "email", "E-mail", "dinsos@pasuruankab.go.id", FALSE},
    {"Website: <https://dinsos.pasuruankab.go.id>", "web", "Website",
     "<https://dinsos.pasuruankab.go.id>", FALSE},
    {"SP4N Lapor: <https://www.lapor.go.id>", "lapor", "SP4N Lapor",
     "<https://www.lapor.go.id>", FALSE},
    {"Instagram: @dinsos_kab_pasuruan", "instagram", "Instagram", "@dinsos_kab_pasuruan",
     FALSE},
    {"Tatap muka langsung kepada Pejabat Pengelola Pengaduan;", "datang", "",
     "Tatap muka langsung kepada Pejabat Pengelola Pengaduan;", FALSE},
    {"Tertulis disampaikan ke Kotak Pengaduan;", "kotak_saran", "",
     "Tertulis disampaikan ke Kotak Pengaduan;", FALSE},
    {"Email : dinsos.lebakkab@gmail.com;", "email", "Email", "dinsos.lebakkab@gmail.com;",
     FALSE},
    {"Online melalui website SP4N-LAPOR! (www.lapor.go.id);", "lapor", "",
     "Online melalui website SP4N-LAPOR! (www.lapor.go.id);", FALSE},
    {"Kontak Kami : <https://dinsos/lebakkab.go.id>;", "lainnya", "Kontak Kami",
     "<https://dinsos/lebakkab.go.id>;", TRUE},
    {"Media Sosial : (Instagram : <https://www.instagram.com/dinsos.lebakkab>)", "instagram",
     "Media Sosial", "(Instagram : <https://www.instagram.com/dinsos.lebakkab>)", FALSE},
    {"( (0343) 5616140", "lainnya", "", "( (0343) 5616140", TRUE},
    {"<https://bit.ly/35cATIU/>", "lainnya", "", "<https://bit.ly/35cATIU/>", TRUE},
    {"Datang secara langsung ke MPP (Mall Pelayanan Publik) Kota Pasuruan", "datang", "",
     "Datang secara langsung ke MPP (Mall Pelayanan Publik) Kota Pasuruan", FALSE},
    {"E-Sambat Kota Pasuruan : <https://esambat.pasuruankota.go.id/>", "lainnya",
     "E-Sambat Kota Pasuruan", "<https://esambat.pasuruankota.go.id/>", TRUE},
    {"Lapor! : <https://www.lapor.go.id/>", "lapor", "Lapor!", "<https://www.lapor.go.id/>",
     FALSE},
    {"Whatsapp : 085607966637", "whatsapp", "Whatsapp", "085607966637", FALSE},
    {"Tiktok : @dinsoskotapasuruan", "tiktok", "Tiktok", "@dinsoskotapasuruan", FALSE},
    /* labels */
    {"Telp. (0343) 429064", "telepon", "Telp.", "(0343) 429064", FALSE},
    {"Telp (0343) 429064", "telepon", "Telp", "(0343) 429064", FALSE},
    {"No. HP 0812", "telepon", "No. HP", "0812", FALSE},
    {"Call Center 112", "telepon", "Call Center", "112", FALSE},
    {"WA 0856", "whatsapp", "WA", "0856", FALSE},
    {"IG @dinsos", "instagram", "IG", "@dinsos", FALSE},
    {"Tlp: 1", "telepon", "Tlp", "1", FALSE},
    {"Telp/Fax: 1", "telepon", "Telp/Fax", "1", FALSE},
    {"Alamat email: a@b.id", "email", "Alamat email", "a@b.id", FALSE},
    {"Alamat: Jl. Raya", "alamat", "Alamat", "Jl. Raya", FALSE},
    {"Kantor: Jl. Raya", "datang", "Kantor", "Jl. Raya", FALSE},
    {"FB: x", "facebook", "FB", "x", FALSE},
    {"X: @dinsos", "x", "X", "@dinsos", FALSE},
    {"Twitter: @dinsos", "x", "Twitter", "@dinsos", FALSE},
    {"SMS: 1708", "sms", "SMS", "1708", FALSE},
    {"Surat elektronik: a@b.id", "email", "Surat elektronik", "a@b.id", FALSE},
    {"SPAN LAPOR", "lapor", "", "SPAN LAPOR", FALSE},
    {"Aplikasi WhatsApp: 08", "whatsapp", "Aplikasi WhatsApp", "08", FALSE},
    {"Buka 08:00", "lainnya", "", "Buka 08:00", TRUE},
    /* words */
    {"melalui email", "email", "", "melalui email", FALSE},
    {"kotak saran", "kotak_saran", "", "kotak saran", FALSE},
    {"melalui surat kepada kepala dinas", "surat", "", "melalui surat kepada kepala dinas",
     FALSE},
    {"Media sosial: https://www.facebook.com/dinsos", "facebook", "Media sosial",
     "https://www.facebook.com/dinsos", FALSE},
    {"https://sms.go.id/wa", "lainnya", "", "https://sms.go.id/wa", TRUE},
    {"petugas melapor", "lainnya", "", "petugas melapor", TRUE},
    {"lapor ke petugas", "lainnya", "", "lapor ke petugas", TRUE},
    {": kosong", "lainnya", "", ": kosong", TRUE},
    {"", "lainnya", "", "", TRUE},
};

static void
test_texts(void)
{
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        ChannelText text;
        channel_parse_text(arena, texts[i].text, &text);
        g_test_message("%s", texts[i].text);
        g_assert_cmpstr(channel_kind_key(text.kind), ==, texts[i].kind);
        g_assert_cmpstr(text.label, ==, texts[i].label);
        g_assert_cmpstr(text.value, ==, texts[i].value);
        g_assert_cmpint(text.named, ==, !texts[i].unnamed);
    }
}

/* Every word that names a kind, in running text too, and those that do so only in a label. */
static const struct {
    const char *kind, *labels, *words;
} names[] = {
    {"telepon", "",
     "telepon|telpon|telefon|telfon|telp|telpn|tel|tlp|tlpn|hp|handphone|phone|call "
     "center|call centre|"
     "hotline"},
    {"faks", "", "fax|faks|faksimile|faximile|facsimile"},
    {"whatsapp", "", "whatsapp|whats app|whatshapp|wa"},
    {"sms", "", "sms"},
    {"email", "", "email|e-mail|surel|surat elektronik|pos-el"},
    {"web", "", "website|web|situs|laman"},
    {"lapor", "lapor", "SP4N-LAPOR!|SP4N|SPAN LAPOR|LAPOR!"},
    {"instagram", "", "instagram|ig"},
    {"facebook", "", "facebook|fanpage|fb"},
    {"x", "x", "twitter"},
    {"tiktok", "", "tiktok|tik tok"},
    {"youtube", "", "youtube|you tube"},
    {"telegram", "", "telegram"},
    {"datang", "kantor", "tatap muka|datang|secara langsung"},
    {"surat", "", "surat"},
    {"alamat", "", "alamat"},
    {"kotak_saran", "", "kotak saran|kotak pengaduan|kotak aduan|kotak kritik"},
    {"aplikasi", "", "aplikasi"},
};

static const struct {
    const char *text, *kind;
} links[] = {
    {"Kontak: lapor.go.id", "lapor"},
    {"Kontak: https://www.lapor.go.id/x", "lapor"},
    {"Kontak: www.instagram.com/a", "instagram"},
    {"Kontak: facebook.com/a", "facebook"},
    {"Kontak: fb.com/a", "facebook"},
    {"Kontak: twitter.com/a", "x"},
    {"Kontak: https://x.com/a", "x"},
    {"Kontak: tiktok.com/@a", "tiktok"},
    {"Kontak: m.youtube.com/a", "youtube"},
    {"Kontak: api.whatsapp.com/send", "whatsapp"},
    {"Kontak: wa.me/628", "whatsapp"},
    {"Kontak: https://t.me/a", "telegram"},
    {"Kontak: https://netx.com/a", "lainnya"},
    {"Kontak: https://a.id/facebook.com", "lainnya"},
};

static void
test_links(void)
{
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < G_N_ELEMENTS(links); i++) {
        ChannelText parsed;
        channel_parse_text(arena, links[i].text, &parsed);
        g_test_message("%s", links[i].text);
        g_assert_cmpstr(channel_kind_key(parsed.kind), ==, links[i].kind);
        g_assert_cmpstr(parsed.label, ==, "Kontak");
    }
}

static void
check_names(const char *list, const char *before, const char *after, const char *kind)
{
    g_autoptr(Arena) arena = arena_new();
    g_auto(GStrv) each = g_strsplit(list, "|", -1);
    for (guint i = 0; each[i] != NULL; i++) {
        g_autofree char *text = g_strconcat(before, each[i], after, NULL);
        ChannelText parsed;
        channel_parse_text(arena, text, &parsed);
        g_test_message("%s", text);
        g_assert_cmpstr(channel_kind_key(parsed.kind), ==, kind);
    }
}

static void
test_names(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        check_names(names[i].words, "", ": 1", names[i].kind);
        check_names(names[i].words, "melalui ", " dinas", names[i].kind);
        check_names(names[i].labels, "", ": 1", names[i].kind);
        check_names(names[i].labels, "melalui ", " dinas", "lainnya");
    }
}

static const char *const statuses[] = {
    "ok",          "empty",   "no-address", "phone-unreadable", "phone-no-area",    "phone-two",
    "placeholder", "several", "url-bad",    "url-user",         "email-called-web", "email-bad",
    "page-name",
};

/* "status display[ [linked]→href][ ?suggestion]…" */
static void
append_value(const ChannelValue *value, GString *out)
{
    g_string_append_printf(out, "%s %s", statuses[value->status], value->display);
    if (value->href[0] != '\0')
        g_string_append_printf(out, " [%.*s]→%s", (int)value->link_len,
                               value->display + value->link_start, value->href);
    for (guint i = 0; i < value->n_suggestions; i++)
        g_string_append_printf(out, " ?%s", value->suggestions[i]);
}

static const struct {
    ChannelKind kind;
    const char *text, *expected;
} values[] = {
    /* words in brackets behind a whole number */
    {CHANNEL_TELEPON, "129 (24 jam)", "ok 129 (24 jam) [129]→tel:129"},
    {CHANNEL_TELEPON, "119 ext 8 (bebas pulsa)",
     "ok 119 ext 8 (bebas pulsa) [119 ext 8]→tel:119;ext=8"},
    {CHANNEL_TELEPON, "021-1234567 ext 3 (jam kerja)",
     "ok 021-1234567 ext 3 (jam kerja) [021-1234567 ext 3]→tel:+62211234567;ext=3"},
    {CHANNEL_TELEPON, "(0343) 427605 (0343) 427606",
     "phone-unreadable (0343) 427605 (0343) 427606"},
    /* addresses that open nothing */
    {CHANNEL_WHATSAPP, "https://wa.me/081234567890",
     "url-bad https://wa.me/081234567890 ?https://wa.me/6281234567890"},
    {CHANNEL_WHATSAPP, "https://api.whatsapp.com/send?phone=081234567890",
     "url-bad https://api.whatsapp.com/send?phone=081234567890 "
     "?https://api.whatsapp.com/send?phone=6281234567890"},
    {CHANNEL_WHATSAPP, "https://wa.me/6281234567890",
     "ok https://wa.me/6281234567890 "
     "[https://wa.me/6281234567890]→https://wa.me/6281234567890"},
    {CHANNEL_WEB, "https: //contoh.go.id",
     "url-bad https: //contoh.go.id ?https://contoh.go.id"},
    {CHANNEL_WEB, "https:// contoh.go.id/a",
     "url-bad https:// contoh.go.id/a ?https://contoh.go.id/a"},
    {CHANNEL_WEB, "http ://contoh.go.id", "url-bad http ://contoh.go.id ?http://contoh.go.id"},
    {CHANNEL_EMAIL, "dinas @contoh.go.id",
     "email-bad dinas @contoh.go.id ?dinas@contoh.go.id"},
    {CHANNEL_EMAIL, "melalui email", "no-address melalui email"},
    /* the seeds */
    {CHANNEL_FAKS, "(0343) 427605", "ok (0343) 427605"},
    {CHANNEL_EMAIL, "dinsos@pasuruankab.go.id",
     "ok dinsos@pasuruankab.go.id [dinsos@pasuruankab.go.id]→mailto:dinsos@pasuruankab.go.id"},
    {CHANNEL_EMAIL, "a.b@gmail.com;", "ok a.b@gmail.com; [a.b@gmail.com]→mailto:a.b@gmail.com"},
    {CHANNEL_WEB, "<https://dinsos.pasuruankab.go.id>",
     "ok <https://dinsos.pasuruankab.go.id> "
     "[https://dinsos.pasuruankab.go.id]→https://dinsos.pasuruankab.go.id"},
    {CHANNEL_LAPOR, "Online melalui website SP4N-LAPOR! (www.lapor.go.id);",
     "ok Online melalui website SP4N-LAPOR! (www.lapor.go.id); "
     "[www.lapor.go.id]→https://www.lapor.go.id"},
    {CHANNEL_LAINNYA, "<https://dinsos/lebakkab.go.id>;",
     "url-bad <https://dinsos/lebakkab.go.id>; ?https://dinsos.lebakkab.go.id"},
    {CHANNEL_INSTAGRAM, "(Instagram : <https://www.instagram.com/dinsos.lebakkab>)",
     "ok (Instagram : <https://www.instagram.com/dinsos.lebakkab>) "
     "[https://www.instagram.com/dinsos.lebakkab]→https://www.instagram.com/dinsos.lebakkab"},
    {CHANNEL_LAINNYA, "( (0343) 5616140",
     "ok ( (0343) 5616140 [(0343) 5616140]→tel:+623435616140"},
    {CHANNEL_TELEPON, "( (0343) 5616140",
     "ok ( (0343) 5616140 [(0343) 5616140]→tel:+623435616140"},
    {CHANNEL_INSTAGRAM, "@dinsos_kab_pasuruan",
     "ok @dinsos_kab_pasuruan "
     "[@dinsos_kab_pasuruan]→https://www.instagram.com/dinsos_kab_pasuruan"},
    {CHANNEL_FACEBOOK, "dinsoskotapasuruan",
     "ok dinsoskotapasuruan [dinsoskotapasuruan]→https://www.facebook.com/dinsoskotapasuruan"},
    {CHANNEL_TIKTOK, "@dinsoskotapasuruan",
     "ok @dinsoskotapasuruan [@dinsoskotapasuruan]→https://www.tiktok.com/@dinsoskotapasuruan"},
    {CHANNEL_WHATSAPP, "085607966637",
     "ok 0856-0796-6637 [0856-0796-6637]→https://wa.me/6285607966637"},
    {CHANNEL_DATANG, "Jl. KH. Wachid Hasyim 5, Kota Pasuruan.",
     "ok Jl. KH. Wachid Hasyim 5, Kota Pasuruan."},
    {CHANNEL_WEB, "htpp://dinsos.go.id", "url-bad htpp://dinsos.go.id ?http://dinsos.go.id"},
    /* phones */
    {CHANNEL_TELEPON, "0343427605", "ok (0343) 427605 [(0343) 427605]→tel:+62343427605"},
    {CHANNEL_TELEPON, "112", "ok 112 [112]→tel:112"},
    {CHANNEL_TELEPON, "0343427605 (jam 08.00-15.00)",
     "ok 0343427605 (jam 08.00-15.00) [0343427605]→tel:+62343427605"},
    {CHANNEL_TELEPON, "hubungi (0343) 427605 atau 0856-0796-6637",
     "phone-two hubungi (0343) 427605 atau 0856-0796-6637 ?(0343) 427605 ?0856-0796-6637"},
    {CHANNEL_TELEPON, "24795/23626", "phone-two 24795/23626 ?24795 ?23626"},
    {CHANNEL_TELEPON, "427605", "phone-no-area 427605"},
    {CHANNEL_TELEPON, "08xxx", "placeholder 08xxx"},
    {CHANNEL_TELEPON, "nomor 0812-xxxx", "placeholder nomor 0812-xxxx"},
    {CHANNEL_TELEPON, "0343", "phone-unreadable 0343"},
    /* digits that are left out, joined, or letters */
    {CHANNEL_TELEPON, "0812-3456-789O", "phone-unreadable 0812-3456-789O ?0812-3456-7890"},
    {CHANNEL_TELEPON, "(0388) 2145l", "phone-unreadable (0388) 2145l ?(0388) 21451"},
    {CHANNEL_WHATSAPP, "O812 3456 789l", "phone-unreadable O812 3456 789l ?0812-3456-7891"},
    {CHANNEL_TELEPON, "0812 34S6 7890", "phone-unreadable 0812 34S6 7890 ?0812-3456-7890"},
    {CHANNEL_TELEPON, "hubungi 0812-3456-789O (Budi)",
     "phone-unreadable hubungi 0812-3456-789O (Budi)"},
    {CHANNEL_TELEPON, "0812-3456-789*0", "phone-unreadable 0812-3456-789*0"},
    {CHANNEL_TELEPON, "0812-3456-789０", "phone-unreadable 0812-3456-789０"},
    {CHANNEL_TELEPON, "81234567890", "phone-unreadable 81234567890 ?0812-3456-7890"},
    {CHANNEL_TELEPON, "(343) 427605", "phone-unreadable (343) 427605 ?(0343) 427605"},
    {CHANNEL_TELEPON, "0343-400000-06",
     "phone-two 0343-400000-06 ?(0343) 400000 ?(0343) 400006"},
    {CHANNEL_TELEPON, "Hub. (0343) 427605/06 pada jam kerja",
     "phone-two Hub. (0343) 427605/06 pada jam kerja ?(0343) 427605 ?(0343) 427606"},
    {CHANNEL_TELEPON, "0812-3456-7890 (24jam)",
     "ok 0812-3456-7890 (24jam) [0812-3456-7890]→tel:+6281234567890"},
    {CHANNEL_TELEPON, "melalui telepon", "no-address melalui telepon"},
    {CHANNEL_TELEPON, "", "empty "},
    {CHANNEL_TELEPON, "-", "empty -"},
    {CHANNEL_SMS, "1708", "ok 1708"},
    {CHANNEL_WHATSAPP, "https://wa.me/6285607966637",
     "ok https://wa.me/6285607966637 "
     "[https://wa.me/6285607966637]→https://wa.me/6285607966637"},
    {CHANNEL_WHATSAPP, "1708", "phone-unreadable 1708"},
    {CHANNEL_TELEGRAM, "0856 0796 6637",
     "ok 0856-0796-6637 [0856-0796-6637]→https://t.me/+6285607966637"},
    {CHANNEL_TELEGRAM, "@dinsos", "ok @dinsos [@dinsos]→https://t.me/dinsos"},
    /* e-mail */
    {CHANNEL_EMAIL, "dinsos@gmail,com", "email-bad dinsos@gmail,com ?dinsos@gmail.com"},
    {CHANNEL_EMAIL, "dinsos,kab@go.id", "email-bad dinsos,kab@go.id"},
    {CHANNEL_EMAIL, "dinsos@lebakkab", "email-bad dinsos@lebakkab"},
    {CHANNEL_EMAIL, "a@b.id / c@d.id", "several a@b.id / c@d.id ?a@b.id ?c@d.id"},
    {CHANNEL_EMAIL, "[a@b.id](mailto:a@b.id)",
     "ok [a@b.id](mailto:a@b.id) [a@b.id]→mailto:a@b.id"},
    {CHANNEL_EMAIL, "melalui email", "no-address melalui email"},
    {CHANNEL_EMAIL, "https://mail.go.id", "email-bad https://mail.go.id"},
    /* web */
    {CHANNEL_WEB, "dpkp.lumajangkab.go.id",
     "ok dpkp.lumajangkab.go.id [dpkp.lumajangkab.go.id]→http://dpkp.lumajangkab.go.id"},
    {CHANNEL_WEB, "dinsos.desa", "ok dinsos.desa [dinsos.desa]→http://dinsos.desa"},
    {CHANNEL_WEB, "[Http://a.go.id/](http://a.go.id/)",
     "ok [Http://a.go.id/](http://a.go.id/) [Http://a.go.id/]→http://a.go.id/"},
    {CHANNEL_WEB, "a.go.id dan b.go.id",
     "several a.go.id dan b.go.id ?http://a.go.id ?http://b.go.id"},
    {CHANNEL_WEB, "http://dinsos@inhilkab.go.id",
     "url-user http://dinsos@inhilkab.go.id ?dinsos@inhilkab.go.id"},
    {CHANNEL_WEB, "dinsos@inhilkab.go.id",
     "email-called-web dinsos@inhilkab.go.id ?dinsos@inhilkab.go.id"},
    {CHANNEL_WEB, "kirim ke dinsos@inhilkab.go.id",
     "email-called-web kirim ke dinsos@inhilkab.go.id ?dinsos@inhilkab.go.id"},
    {CHANNEL_WEB, "dinsos/lebakkab.go.id",
     "url-bad dinsos/lebakkab.go.id ?http://dinsos.lebakkab.go.id"},
    {CHANNEL_WEB, "javascript:alert(1)", "url-bad javascript:alert(1)"},
    {CHANNEL_WEB, "website resmi", "no-address website resmi"},
    {CHANNEL_LAPOR, "SPAN LAPOR", "ok SPAN LAPOR [SPAN LAPOR]→https://www.lapor.go.id"},
    {CHANNEL_LAPOR, "", "empty "},
    {CHANNEL_APLIKASI, "Lapor Hendi", "ok Lapor Hendi"},
    /* names */
    {CHANNEL_FACEBOOK, "Dinas Sosial Tembilahan", "page-name Dinas Sosial Tembilahan"},
    {CHANNEL_FACEBOOK, "facebook.com/dinsos",
     "ok facebook.com/dinsos [facebook.com/dinsos]→http://facebook.com/dinsos"},
    {CHANNEL_FACEBOOK, "javascript:alert(1)", "page-name javascript:alert(1)"},
    {CHANNEL_INSTAGRAM, "@a.b dan @c_d", "several @a.b dan @c_d ?@a.b ?@c_d"},
    {CHANNEL_INSTAGRAM, "akun @dinsos. (resmi)",
     "ok akun @dinsos. (resmi) [@dinsos]→https://www.instagram.com/dinsos"},
    {CHANNEL_YOUTUBE, "Dinsos", "page-name Dinsos"},
    {CHANNEL_YOUTUBE, "@dinsos", "ok @dinsos [@dinsos]→https://www.youtube.com/@dinsos"},
    {CHANNEL_X, "@dinsos", "ok @dinsos [@dinsos]→https://x.com/dinsos"},
    /* anything */
    {CHANNEL_LAINNYA, "Jl. Raya No. 59 67126 0343427605",
     "ok Jl. Raya No. 59 67126 0343427605"},
    {CHANNEL_LAINNYA, "hubungi a@b.id", "ok hubungi a@b.id [a@b.id]→mailto:a@b.id"},
    {CHANNEL_LAINNYA, "petugas loket", "ok petugas loket"},
    {CHANNEL_LAINNYA, "!", "ok !"},
    {CHANNEL_ALAMAT, "Jl. Raya <https://goo.gl/maps.com>",
     "ok Jl. Raya <https://goo.gl/maps.com> [https://goo.gl/maps.com]→https://goo.gl/maps.com"},
    {CHANNEL_KOTAK_SARAN, "", "empty "},
};

static void
test_values(void)
{
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < G_N_ELEMENTS(values); i++) {
        ChannelValue value;
        g_autoptr(GString) out = g_string_new(NULL);
        channel_read_value(arena, values[i].kind, values[i].text, &value);
        append_value(&value, out);
        g_test_message("%s", values[i].text);
        g_assert_cmpstr(out->str, ==, values[i].expected);
    }
}

static void
test_kinds(void)
{
    for (guint i = 0; i < N_CHANNELS; i++) {
        ChannelKind kind = (ChannelKind)i;
        g_assert_cmpstr(channel_kind_key(kind), !=, "");
        g_assert_cmpstr(channel_kind_label(kind), !=, "");
        g_assert_cmpstr(channel_kind_label_en(kind), !=, "");
    }
    g_assert_true(channel_kind_needs_value(CHANNEL_EMAIL));
    g_assert_false(channel_kind_needs_value(CHANNEL_KOTAK_SARAN));
    static const char *const wrong[] = {"SPAN", "SP4", "SPN", "S4PN", "SP4M", "SP5N", "SP4AN"};
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autofree char *text = g_strdup_printf("Produk: %s-LAPOR!", wrong[i]);
        g_assert_true(channel_lapor_misnamed(text));
    }
    g_assert_true(channel_lapor_misnamed("1. SPAN LAPOR"));
    g_assert_false(channel_lapor_misnamed("SP4N-LAPOR!"));
    g_assert_false(channel_lapor_misnamed("laporan"));
    g_assert_false(channel_lapor_misnamed(NULL));
}

/* Whatever is written: the words stay, links are safe and lie inside what is shown. */
static void
test_random(void)
{
    GRand *rand = g_rand_new_with_seed(MUTATE_SEED);
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < 30000; i++) {
        g_autoptr(Arena) arena = arena_new();
        ChannelText parsed;
        ChannelValue value;
        if (i % 8 == 0) {
            random_bytes(rand, text);
        } else {
            g_string_assign(text,
                            i % 2 ? values[g_rand_int_range(rand, 0, G_N_ELEMENTS(values))].text
                                  : texts[g_rand_int_range(rand, 0, G_N_ELEMENTS(texts))].text);
            mutate(rand, text);
        }
        g_test_message("%s", text->str);
        channel_parse_text(arena, text->str, &parsed);
        g_assert_nonnull(strstr(text->str, parsed.label));
        g_assert_nonnull(strstr(text->str, parsed.value));
        ChannelKind kind =
            i % 3 ? parsed.kind : (ChannelKind)g_rand_int_range(rand, 0, N_CHANNELS);
        channel_read_value(arena, kind, parsed.value, &value);
        gsize len = strlen(value.display);
        g_assert_true(value.link_start + value.link_len <= len);
        g_assert_cmpint(value.link_len > 0, ==, value.href[0] != '\0');
        if (value.href[0] != '\0') {
            g_assert_cmpint(value.status, ==, CHANNEL_OK);
            g_assert_true(g_str_has_prefix(value.href, "http://") ||
                          g_str_has_prefix(value.href, "https://") ||
                          g_str_has_prefix(value.href, "mailto:") ||
                          g_str_has_prefix(value.href, "tel:"));
            for (const char *p = value.href; *p != '\0'; p++)
                g_assert_true(g_ascii_isgraph(*p) && strchr("<>\"`\\", *p) == NULL);
        }
        if (value.status != CHANNEL_OK)
            g_assert_cmpstr(value.display, ==, parsed.value);
    }
    g_rand_free(rand);
}

/* 64 KiB of anything is read in one pass. */
static void
test_long(void)
{
    static const char *const pieces[] = {
        "@",  "a@", "www.", "(",     "0", "08/", "https://a.id ", "x@y.id,", "wa ",
        ": ", "+(", "0 ",   "a.id ", "<", "."};
    for (guint i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(GString) text = g_string_new(NULL);
        while (text->len < 64 * 1024)
            g_string_append(text, pieces[i]);
        ChannelText parsed;
        channel_parse_text(arena, text->str, &parsed);
        for (guint kind = 0; kind < N_CHANNELS; kind++) {
            ChannelValue value;
            channel_read_value(arena, (ChannelKind)kind, text->str, &value);
            channel_read_value(arena, (ChannelKind)kind, parsed.value, &value);
        }
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/phone/phones", test_phones);
    g_test_add_func("/channel/texts", test_texts);
    g_test_add_func("/channel/names", test_names);
    g_test_add_func("/channel/links", test_links);
    g_test_add_func("/channel/values", test_values);
    g_test_add_func("/channel/kinds", test_kinds);
    g_test_add_func("/channel/random", test_random);
    g_test_add_func("/channel/long", test_long);
    return g_test_run();
}
