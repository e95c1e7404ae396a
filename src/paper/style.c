#include "paper/style.h"
#include "base/append.h"
#include <string.h>

/* The default theme's words, by language. */
const PosterWordInfo poster_word_table[N_POSTER_WORDS] = {
    [WORD_STANDARD] = {"standar", {"STANDAR PELAYANAN", "SERVICE STANDARD"}},
    [WORD_TIME] = {"waktu", {"Waktu penyelesaian", "Time needed"}},
    [WORD_FEE] = {"biaya", {"Biaya", "Fee"}},
    [WORD_PRODUCT] = {"produk", {"Produk pelayanan", "What you get"}},
    [WORD_TIME_SHORT] = {"waktu_singkat", {"Waktu", "Time"}},
    [WORD_REQUIREMENTS] = {"persyaratan", {"Persyaratan", "Requirements"}},
    [WORD_PROCEDURE] = {"prosedur", {"Prosedur", "Procedure"}},
    [WORD_COMPLAINTS] = {"keluhan",
                         {"Ada keluhan? Sampaikan ke sini", "A complaint? Tell us here"}},
    [WORD_SCAN] = {"pindai", {"Pindai: versi terbaru", "Scan: latest version"}},
    [WORD_NO_DECREE] = {"tanpa_sk", {"Nomor SK belum dicantumkan", "Decree number not stated"}},
    [WORD_DECREE] = {"sk", {"SK Nomor %1", "Decree No. %1"}},
    [WORD_UPDATED] = {"diperbarui", {"Diperbarui %1", "Updated %1"}},
    [WORD_NOT_SET] = {"belum", {"Belum ditetapkan", "Not set yet"}},
    [WORD_NO_REQUIREMENTS] = {"tanpa_persyaratan",
                              {"Persyaratan belum dicantumkan.",
                               "No requirements are stated."}},
    [WORD_NO_PROCEDURE] = {"tanpa_prosedur",
                           {"Prosedur belum dicantumkan.", "No procedure is stated."}},
    [WORD_PER_STEP] = {"tiap_langkah", {"Lihat tiap langkah", "See each step"}},
    [WORD_SEE_NOTE] = {"lihat_catatan", {"%1, lihat catatan", "%1, see the note"}},
    [WORD_SEE_TABLE] = {"lihat_tabel", {"Lihat rincian biaya", "See the fees"}},
    [WORD_SEE_BELOW] = {"lihat_bawah", {"Lihat rincian di bawah", "See the details below"}},
    [WORD_BY_RULE] = {"sesuai_peraturan", {"Sesuai peraturan", "As the regulations set"}},
    [WORD_COMPUTED] = {"dihitung", {"Dihitung dengan rumus", "Calculated by formula"}},
    [WORD_FREE] = {"gratis", {"Gratis", "Free"}},
    [WORD_FOR] = {"untuk", {"Untuk %1:", "For %1:"}},
    [WORD_WHEN] = {"bila", {"Bila %1:", "If %1:"}},
    [WORD_IF] = {"jika", {"Jika %1", "If %1"}},
    [WORD_FORM] = {"formulir", {"formulir %1", "form %1"}},
    [WORD_BACK_TO] = {"kembali", {"kembali ke langkah %1", "back to step %1"}},
    [WORD_ENDS] = {"selesai", {"selesai", "done"}},
    [WORD_PLACE] = {"tempat", {"Tempat dan jam", "Where and when"}},
    [WORD_IN_PERSON] = {"datang", {"Datang", "In person"}},
    [WORD_ONLINE] = {"daring", {"Daring", "Online"}},
    [WORD_BY_PHONE] = {"lewat_telepon", {"Telepon", "By phone"}},
    [WORD_HOURS] = {"jam_layanan", {"Jam layanan", "Opening hours"}},
    [WORD_BREAK] = {"istirahat", {"istirahat %1", "closed %1"}},
    [WORD_STARTS] = {"berlaku_mulai", {"Berlaku mulai %1", "In force from %1"}},
    [WORD_PAUSED] = {"tidak_dilayani", {"Sedang tidak dilayani", "Not offered now"}},
    [WORD_PAUSED_UNTIL] = {"tidak_dilayani_sampai",
                           {"Tidak dilayani sampai %1", "Not offered until %1"}},
    [WORD_CHANGES] = {"perubahan", {"Yang akan berubah", "What will change"}},
    [WORD_FROM] = {"mulai_tanggal", {"Mulai %1", "From %1"}},
    [WORD_COMPENSATION] = {"kompensasi",
                           {"Bila janji tidak ditepati", "If the promise is not kept"}},
    [WORD_ASK] = {"minta_kepada", {"minta kepada %1", "ask %1"}},
    [WORD_AT_LATEST] = {"paling_lambat", {"paling lambat %1", "within %1"}},
    [WORD_QUEUE] = {"antrean", {"Antrean", "Queue"}},
    [WORD_YOU] = {"anda", {"Anda", "You"}},
    [WORD_SHEET] = {"lembar", {"lembar %1 dari %2", "sheet %1 of %2"}},
    [WORD_CONTINUES] = {"bersambung",
                        {"Bersambung ke lembar %1 dari %2 →", "Continues on sheet %1 of %2 →"}},
    [WORD_CONTINUED] = {"lanjutan", {"(lanjutan)", "(continued)"}},
    [WORD_STEP] = {"langkah", {"Langkah %1", "Step %1"}},
    [WORD_MORE_REQUIREMENTS] = {"syarat_lain",
                                {"dan %1 syarat lain, lihat tautan",
                                 "and %1 more, see the link"}},
    [WORD_MORE] = {"lainnya", {"+ %1 syarat lain", "+ %1 more"}},
    [WORD_CARD_LINK] = {"tautan_kartu",
                        {"Prosedur dan formulir lengkap", "Full procedure and forms"}},
    [WORD_CARD_COMPLAINT] = {"keluhan_kartu", {"Keluhan: %1", "Complaints: %1"}},
    [WORD_NATIONAL] = {"kanal_nasional", {"Kanal nasional", "National channel"}},
    [WORD_TIME_TABLE] = {"tabel_waktu", {"Rincian waktu", "Times"}},
    [WORD_FEE_TABLE] = {"tabel_biaya", {"Rincian biaya", "Fees"}},
    [WORD_NOTE] = {"catatan", {"Catatan", "Note"}},
    [WORD_VARIANT] = {"varian", {"Rincian per jenis", "By kind"}},
    [WORD_PLEDGE_TITLE] = {"judul_maklumat", {"Maklumat Pelayanan", "Service Pledge"}},
    [WORD_OUR_SERVICES] = {"layanan_kami", {"Layanan kami", "Our services"}},
    [WORD_NO_SERVICES] = {"tanpa_layanan", {"Belum ada layanan.", "No services yet."}},
    [WORD_NO_PLEDGE] = {"tanpa_maklumat",
                        {"Maklumat belum dicantumkan.", "No pledge is stated."}},
    [WORD_CHANNELS_TITLE] = {"judul_pengaduan",
                             {"Pengaduan, Saran, dan Masukan", "Complaints and Suggestions"}},
    [WORD_CHANNELS] = {"saluran", {"Saluran pengaduan", "Where to turn"}},
    [WORD_COMPLAINT_FLOW] = {"alur_pengaduan", {"Alur penanganan", "How it is handled"}},
    [WORD_COMPLAINT_DEADLINES] = {"batas_pengaduan", {"Batas waktu jawaban", "Deadlines"}},
    [WORD_OFFICER] = {"petugas", {"Petugas pengaduan", "Complaints officer"}},
    [WORD_NO_CHANNELS] = {"tanpa_saluran",
                          {"Saluran pengaduan belum dicantumkan.", "No channels are stated."}},
    [WORD_NIP] = {"nip", {"NIP %1", "NIP %1"}},
    [WORD_QR_ALT] = {"alt_qr", {"Kode QR: %1", "QR code: %1"}},
    [WORD_LOGO_ALT] = {"alt_logo", {"Logo %1", "Logo of %1"}},
    [WORD_FLOW_START] = {"mulai", {"Mulai", "Start"}},
    [WORD_FLOW_END] = {"akhir", {"Selesai", "End"}},
    [WORD_FLOW_NOBODY] = {"pelaksana", {"Pelaksana", "Office"}},
    [WORD_FLOW_OTHERS] = {"pelaksana_lain", {"Pelaksana lain", "Others"}},
    [WORD_FLOW_CHART] = {"bagan", {"Bagan alur", "Flow chart"}},
    [WORD_FLOW_YES] = {"ya", {"Ya", "Yes"}},
    [WORD_FLOW_NO] = {"tidak", {"Tidak", "No"}},
    [WORD_FLOW_NUMBER] = {"nomor", {"No.", "No."}},
    [WORD_FLOW_ACTIVITY] = {"kegiatan", {"Kegiatan", "Activity"}},
    [WORD_FLOW_NEEDS] = {"kelengkapan", {"Kelengkapan", "Needed"}},
    [WORD_FLOW_OUTPUT] = {"keluaran", {"Keluaran", "Result"}},
};

/* In the default order. Needed are the components of a standard: UU 25/2009, article 21. */
const PosterSlotInfo poster_slot_table[N_POSTER_SLOTS] = {
    [SLOT_NONE] = {"", "", FALSE},
    [SLOT_TIME] = {"fakta", "waktu", TRUE},
    [SLOT_FEE] = {"fakta", "biaya", TRUE},
    [SLOT_PRODUCT] = {"fakta", "produk", TRUE},
    [SLOT_REQUIREMENTS] = {"isi", "persyaratan", TRUE},
    [SLOT_PROCEDURE] = {"isi", "prosedur", TRUE},
    [SLOT_TIME_TABLE] = {"isi", "tabel_waktu", TRUE},
    [SLOT_FEE_TABLE] = {"isi", "tabel_biaya", TRUE},
    [SLOT_VARIANTS] = {"isi", "varian", TRUE},
    [SLOT_PLACE] = {"isi", "tempat", FALSE},
    [SLOT_CHANNEL_LIST] = {"pengaduan", "saluran", TRUE},
    [SLOT_COMPLAINT_FLOW] = {"pengaduan", "alur", FALSE},
    [SLOT_COMPLAINT_DEADLINES] = {"pengaduan", "batas_waktu", FALSE},
    [SLOT_OFFICER] = {"pengaduan", "petugas", FALSE},
    [SLOT_CHANNELS] = {"kaki", "kanal", TRUE},
    [SLOT_DECREE] = {"kaki", "sk", FALSE},
    [SLOT_URL] = {"kaki", "url", FALSE},
    [SLOT_ADDRESS] = {"kaki", "alamat", FALSE},
    [SLOT_QR] = {"kaki", "qr", FALSE},
};

const PosterStyle *
poster_style_default(void)
{
    static PosterStyle style = {
        .brand = 0x0B4650,
        .tone = 0x115460,
        .accent = 0xFFC93C,
        .ink = 0x10222B,
        .tint = 0xE9F1F2,
        .muted = 0x4A5A61,
        .label = 0xBFD6DA,
        .ornament = TRUE,
        .margin_mm = 17,
        .logo_mm = 19,
        .qr_mm = 44,
        .title_pt = {40, 72},
        .number_pt = {30, 64},
        .fee_pt = {20, 34},
        .product_pt = {16, 26},
        .body_pt = {13, 26},
        .pledge_pt = {15, 31},
        .title_least_pt = 20,
        .floor_a4_pt = 12,
        .floor_dense_pt = 10,
        .leading = 1.27,
        .gap_em = 0.47,
        .heading_em = 1.22,
        .government_pt = 15.5,
        .agency_pt = 27,
        .pill_pt = 15,
        .fact_label_pt = 15.5,
        .footer_head_pt = 20,
        .channel_label_pt = 11.5,
        .channel_pt = 14,
        .channel_least_pt = 10.5,
        .fine_pt = 10.5,
        .caption_pt = 13.5,
    };
    static gsize once = 0;
    if (g_once_init_enter(&once)) {
        for (guint i = 1; i < N_POSTER_SLOTS; i++) {
            gboolean first =
                strcmp(poster_slot_table[i].group, poster_slot_table[i - 1].group) != 0;
            style.place[i] = first ? 1 : (guint8)(style.place[i - 1] + 1);
        }
        for (guint lang = 0; lang < N_POSTER_LANGS; lang++)
            for (guint i = 0; i < N_POSTER_WORDS; i++)
                style.words[lang][i] = poster_word_table[i].words[lang];
        g_once_init_leave(&once, 1);
    }
    return &style;
}

char *
poster_style_word(
    const PosterStyle *style, PosterLang lang, PosterWordKey key, const char *a, const char *b)
{
    GString *out = g_string_sized_new(64);
    const char *from = style->words[lang][key];
    for (const char *sign; (sign = strchr(from, '%')) != NULL;) {
        gboolean filled = sign[1] == '1' || sign[1] == '2';
        const char *value = !filled ? "%" : sign[1] == '1' ? a : b;
        append_bytes(out, from, (gsize)(sign - from));
        append_text(out, value != NULL ? value : "");
        from = sign + (filled ? 2 : 1);
    }
    append_text(out, from);
    return g_string_free(out, FALSE);
}
