#include "facts/picture.h"
#include <string.h>

/* Whole words, small letters. Of those that begin at one place the longest stands first. */
static const struct {
    const char *words;
    Pictogram pictogram;
} TABLE[] = {
    {"kartu keluarga", PICTOGRAM_FAMILY},
    {"kk", PICTOGRAM_FAMILY},
    {"skpwni", PICTOGRAM_LETTER},
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

Pictogram
picture_of(const char *words)
{
    if (words == NULL)
        return PICTOGRAM_NONE;
    for (const char *at = words; *at != '\0'; at++) {
        if (at > words && !ends_word(at[-1]))
            continue;
        for (guint i = 0; i < G_N_ELEMENTS(TABLE); i++) {
            gsize n = strlen(TABLE[i].words);
            if (g_ascii_strncasecmp(at, TABLE[i].words, n) == 0 && ends_word(at[n]))
                return TABLE[i].pictogram;
        }
    }
    return PICTOGRAM_NONE;
}
