#include "facts/picture.h"
#include "value/tokens.h"
#include <string.h>

typedef struct Row {
    const char *words;
    Pictogram pictogram;
} Row;

/* Whole words, small letters. Of those that begin at one place the longest stands first. */
static const Row TABLE[] = {
    {"kartu keluarga", PICTOGRAM_FAMILY},
    {"kk", PICTOGRAM_FAMILY},
    {"skpwni", PICTOGRAM_LETTER},
    {"sptjm", PICTOGRAM_LETTER},
    {"skck", PICTOGRAM_LETTER},
    {"ktp-el", PICTOGRAM_CARD},
    {"ktp", PICTOGRAM_CARD},
    {"kia", PICTOGRAM_CARD},
    {"sim", PICTOGRAM_CARD},
    {"kartu", PICTOGRAM_CARD},
    {"npwp", PICTOGRAM_CARD},
    {"identitas", PICTOGRAM_CARD},
    {"akta", PICTOGRAM_CERTIFICATE},
    {"ijazah", PICTOGRAM_CERTIFICATE},
    {"sertifikat", PICTOGRAM_CERTIFICATE},
    {"piagam", PICTOGRAM_CERTIFICATE},
    {"buku", PICTOGRAM_BOOK},
    {"paspor", PICTOGRAM_BOOK},
    {"bpkb", PICTOGRAM_BOOK},
    {"rapor", PICTOGRAM_BOOK},
    {"pasfoto", PICTOGRAM_PHOTO},
    {"pas foto", PICTOGRAM_PHOTO},
    {"foto", PICTOGRAM_PHOTO},
    {"meterai", PICTOGRAM_STAMP},
    {"materai", PICTOGRAM_STAMP},
    {"bukti", PICTOGRAM_RECEIPT},
    {"kuitansi", PICTOGRAM_RECEIPT},
    {"kwitansi", PICTOGRAM_RECEIPT},
    {"rekening", PICTOGRAM_RECEIPT},
    {"formulir", PICTOGRAM_FORM},
    {"surat setoran", PICTOGRAM_FORM},
    {"surat", PICTOGRAM_LETTER},
    {"berita acara", PICTOGRAM_LETTER},
    {"risalah", PICTOGRAM_LETTER},
    {"rekomendasi", PICTOGRAM_LETTER},
    {"persetujuan", PICTOGRAM_LETTER},
    {"izin", PICTOGRAM_LETTER},
    {"dispensasi", PICTOGRAM_LETTER},
    {"dokumen", PICTOGRAM_LETTER},
    {"denah", PICTOGRAM_DRAWING},
    {"gambar", PICTOGRAM_DRAWING},
    {"peta", PICTOGRAM_DRAWING},
    {"stnk", PICTOGRAM_VEHICLE},
    {"kendaraan", PICTOGRAM_VEHICLE},
    {"nomor telepon", PICTOGRAM_PHONE},
    {"whatsapp", PICTOGRAM_PHONE},
    {"kursi roda", PICTOGRAM_WHEELCHAIR},
};

static gboolean
ends_word(char c)
{
    return !g_ascii_isalnum(c);
}

static Pictogram
first_of(const Row *rows, gsize n_rows, const char *words)
{
    for (const char *at = words; *at != '\0'; at++) {
        if (at > words && !ends_word(at[-1]))
            continue;
        const char case_bit = 'a' - 'A', first = *at | case_bit, second = at[1] | case_bit;
        for (gsize i = 0; i < n_rows; i++) {
            if (first != rows[i].words[0] || second != rows[i].words[1])
                continue;
            gsize n = strlen(rows[i].words);
            if (g_ascii_strncasecmp(at, rows[i].words, n) == 0 && ends_word(at[n]))
                return rows[i].pictogram;
        }
    }
    return PICTOGRAM_NONE;
}

Pictogram
picture_of(const char *words)
{
    return words != NULL ? first_of(TABLE, G_N_ELEMENTS(TABLE), words) : PICTOGRAM_NONE;
}

/* The same for a letter in either case. */
static guint32
initial_bit(char c)
{
    return (guint32)1 << (c & 31);
}

Pictogram
picture_of_facility(const char *words)
{
    /* The first row that is met counts: what is there for few before what is there for all. */
    static const Row facilities[] = {
        {"kursi roda", PICTOGRAM_WHEELCHAIR},
        {"ramp", PICTOGRAM_RAMP},
        {"jalan landai", PICTOGRAM_RAMP},
        {"ruang laktasi", PICTOGRAM_NURSING},
        {"guiding block", PICTOGRAM_GUIDING},
        {"braille", PICTOGRAM_BRAILLE},
        {"bahasa isyarat", PICTOGRAM_HAND},
        {"berbahasa isyarat", PICTOGRAM_HAND},
        {"arena bermain anak", PICTOGRAM_SWING},
        {"area bermain anak", PICTOGRAM_SWING},
        {"lift", PICTOGRAM_LIFT},
        {"pintu yang mudah diakses", PICTOGRAM_DOOR},
        {"toilet", PICTOGRAM_TOILET},
        {"loket", PICTOGRAM_COUNTER},
        {"parkir", PICTOGRAM_PARKING},
        {"ruang tunggu khusus", PICTOGRAM_CHAIR},
    };
    Tokens tokens;
    Pictogram found = PICTOGRAM_NONE;
    if (words == NULL)
        return found;
    tokens_read(&tokens, words);
    guint32 initials = 0; /* of the words that are there: most rows need no look at each */
    for (guint i = 0; i < tokens.n; i++)
        initials |= initial_bit(words[tokens.at[i].start]);
    for (gsize k = 0; k < G_N_ELEMENTS(facilities) && found == PICTOGRAM_NONE; k++) {
        gboolean may = (initials & initial_bit(*facilities[k].words)) != 0;
        for (guint i = 0; may && i < tokens.n && found == PICTOGRAM_NONE; i++)
            if (tokens_match(&tokens, i, facilities[k].words) > 0)
                found = facilities[k].pictogram;
    }
    tokens_clear(&tokens);
    return found;
}

Pictogram
picture_of_event(const char *event)
{
    static const Row events[] = {
        {"lahir", PICTOGRAM_PRAM},    {"sekolah", PICTOGRAM_SCHOOL}, {"kerja", PICTOGRAM_WORK},
        {"usaha", PICTOGRAM_SHOP},    {"menikah", PICTOGRAM_RINGS},  {"pindah", PICTOGRAM_MOVE},
        {"sakit", PICTOGRAM_HEALTH},  {"lansia", PICTOGRAM_ELDER},   {"meninggal", PICTOGRAM_CANDLE},
    };
    return first_of(events, G_N_ELEMENTS(events), event);
}

Pictogram
picture_of_topic(const char *words)
{
    static const Row topics[] = {
        {"kependudukan", PICTOGRAM_CARD},   {"identitas", PICTOGRAM_CARD},
        {"keluarga", PICTOGRAM_FAMILY},     {"pencatatan sipil", PICTOGRAM_CERTIFICATE},
        {"kesehatan", PICTOGRAM_HEALTH},    {"pendidikan", PICTOGRAM_SCHOOL},
        {"sekolah", PICTOGRAM_SCHOOL},      {"usaha", PICTOGRAM_SHOP},
        {"perdagangan", PICTOGRAM_SHOP},    {"perizinan", PICTOGRAM_STAMP},
        {"izin", PICTOGRAM_STAMP},          {"pajak", PICTOGRAM_RECEIPT},
        {"retribusi", PICTOGRAM_RECEIPT},   {"kendaraan", PICTOGRAM_VEHICLE},
        {"perhubungan", PICTOGRAM_VEHICLE}, {"transportasi", PICTOGRAM_VEHICLE},
        {"tanah", PICTOGRAM_DRAWING},       {"pertanahan", PICTOGRAM_DRAWING},
        {"bangunan", PICTOGRAM_HOUSE},      {"perumahan", PICTOGRAM_HOUSE},
        {"air", PICTOGRAM_WATER},           {"bantuan sosial", PICTOGRAM_PEOPLE},
        {"sosial", PICTOGRAM_PEOPLE},       {"masyarakat", PICTOGRAM_PEOPLE},
        {"lingkungan", PICTOGRAM_LEAF},     {"pertanian", PICTOGRAM_LEAF},
        {"peternakan", PICTOGRAM_LEAF},     {"hukum", PICTOGRAM_SCALES},
        {"pengaduan", PICTOGRAM_PHONE},     {"tenaga kerja", PICTOGRAM_WORK},
        {"ketenagakerjaan", PICTOGRAM_WORK}, {"kerja", PICTOGRAM_WORK},
        {"informasi", PICTOGRAM_LETTER},    {"surat", PICTOGRAM_LETTER},
        {"paspor", PICTOGRAM_BOOK},         {"keimigrasian", PICTOGRAM_BOOK},
        {"perkawinan", PICTOGRAM_RINGS},    {"nikah", PICTOGRAM_RINGS},
        {"disabilitas", PICTOGRAM_WHEELCHAIR}, {"perpustakaan", PICTOGRAM_BOOK},
        {"pindah", PICTOGRAM_MOVE},         {"kelahiran", PICTOGRAM_PRAM},
        {"kematian", PICTOGRAM_CANDLE},     {"lansia", PICTOGRAM_ELDER},
        {"lanjut usia", PICTOGRAM_ELDER},   {"jalan", PICTOGRAM_VEHICLE},
        {"beasiswa", PICTOGRAM_SCHOOL},     {"pelatihan", PICTOGRAM_WORK},
        {"koperasi", PICTOGRAM_PEOPLE},     {"perikanan", PICTOGRAM_WATER},
        {"persampahan", PICTOGRAM_LEAF},    {"sampah", PICTOGRAM_LEAF},
        {"rujukan", PICTOGRAM_HEALTH},      {"kebudayaan", PICTOGRAM_PEOPLE},
        {"pariwisata", PICTOGRAM_PHOTO},    {"pemakaman", PICTOGRAM_CANDLE},
    };
    return first_of(topics, G_N_ELEMENTS(topics), words);
}
