#include "page/view-classes.h"

// clang-format off
static const MuField pemberitahuan_fields[] = {
    V(Pemberitahuan, teks), VOBJECT(Pemberitahuan, dari, tanggal),
    VOBJECT(Pemberitahuan, sampai, tanggal),
};
const MuClass class_pemberitahuan = CLASS(Pemberitahuan, pemberitahuan_fields);

static const MuField perubahan_fields[] = {
    VSTRUCT(Perubahan, mulai, tanggal), V(Perubahan, catatan), VOBJECT(Perubahan, sk, sk),
    VLIST(Perubahan, baris, baris_perubahan),
};
const MuClass class_perubahan = CLASS(Perubahan, perubahan_fields);

static const MuField baris_perubahan_fields[] = {
    V(BarisPerubahan, nama), V(BarisPerubahan, dari), V(BarisPerubahan, menjadi),
};
const MuClass class_baris_perubahan = CLASS(BarisPerubahan, baris_perubahan_fields);

static const MuField riwayat_fields[] = {
    VSTRUCT(Riwayat, tanggal, tanggal), V(Riwayat, pertama),
    VLIST(Riwayat, baris, baris_perubahan),
};
const MuClass class_riwayat = CLASS(Riwayat, riwayat_fields);

static const MuField hari_riwayat_fields[] = {
    VSTRUCT(HariRiwayat, tanggal, tanggal), VLIST(HariRiwayat, layanan, layanan_riwayat),
};
const MuClass class_hari_riwayat = CLASS(HariRiwayat, hari_riwayat_fields);

static const MuField layanan_riwayat_fields[] = {
    V(LayananRiwayat, judul), V(LayananRiwayat, jalur), V(LayananRiwayat, pertama),
    VLIST(LayananRiwayat, baris, baris_perubahan),
};
const MuClass class_layanan_riwayat = CLASS(LayananRiwayat, layanan_riwayat_fields);

static const MuField jeda_fields[] = {
    V(Jeda, judul), V(Jeda, alasan), VOBJECT(Jeda, sampai, tanggal),
};
const MuClass class_jeda = CLASS(Jeda, jeda_fields);

static const MuField kompensasi_fields[] = {
    V(Kompensasi, teks), V(Kompensasi, bila), V(Kompensasi, oleh), V(Kompensasi, kepada),
    V(Kompensasi, batas_waktu),
};
const MuClass class_kompensasi = CLASS(Kompensasi, kompensasi_fields);

static const MuField antrean_fields[] = {
    V(Antrean, tautan), VHTML(Antrean, nama), V(Antrean, cara),
};
const MuClass class_antrean = CLASS(Antrean, antrean_fields);

static const MuField lokasi_fields[] = {
    V(Lokasi, nama), V(Lokasi, alamat), V(Lokasi, peta), VOBJECT(Lokasi, telepon, kanal),
    V(Lokasi, ada_jam), VLIST(Lokasi, jam_layanan, jam), V(Lokasi, tanpa_jeda),
    V(Lokasi, catatan),
};
const MuClass class_lokasi = CLASS(Lokasi, lokasi_fields);

static const MuField forum_fields[] = {
    VOBJECT(Forum, tanggal, tanggal), V(Forum, ada_unsur), VTEXTS(Forum, unsur),
    VOBJECT(Forum, berita_acara, tautan), VOBJECT(Forum, laporan, tautan),
};
const MuClass class_forum = CLASS(Forum, forum_fields);

static const MuField hasil_pengaduan_fields[] = {
    V(HasilPengaduan, tahun), V(HasilPengaduan, masuk), V(HasilPengaduan, selesai),
    V(HasilPengaduan, persen), V(HasilPengaduan, lapor_masuk), V(HasilPengaduan, lapor_selesai),
    V(HasilPengaduan, lapor_persen), VOBJECT(HasilPengaduan, laporan, tautan),
};
const MuClass class_hasil_pengaduan = CLASS(HasilPengaduan, hasil_pengaduan_fields);

static const MuField kode_etik_fields[] = {
    V(KodeEtik, ada_isi), VTEXTS(KodeEtik, isi), VOBJECT(KodeEtik, sk, sk),
    VOBJECT(KodeEtik, tautan, tautan),
};
const MuClass class_kode_etik = CLASS(KodeEtik, kode_etik_fields);

static const MuField sarana_khusus_fields[] = {
    V(SaranaKhusus, nama), V(SaranaKhusus, ada),
};
const MuClass class_sarana_khusus = CLASS(SaranaKhusus, sarana_khusus_fields);

static const MuField tindak_lanjut_fields[] = {
    V(TindakLanjut, ada_rencana), VTEXTS(TindakLanjut, rencana), V(TindakLanjut, realisasi),
    VOBJECT(TindakLanjut, laporan, tautan),
};
const MuClass class_tindak_lanjut = CLASS(TindakLanjut, tindak_lanjut_fields);
static const MuField skm_fields[] = {
    V(Skm, nilai), V(Skm, periode), V(Skm, responden), V(Skm, mutu), V(Skm, populasi),
    V(Skm, ada_unsur), VLIST(Skm, unsur, unsur), VOBJECT(Skm, tanggal, tanggal),
    VOBJECT(Skm, laporan, tautan), VOBJECT(Skm, tindak_lanjut, tindak_lanjut),
};
const MuClass class_skm = CLASS(Skm, skm_fields);

static const MuField unsur_fields[] = {
    V(Unsur, nama), V(Unsur, nilai),
};
const MuClass class_unsur = CLASS(Unsur, unsur_fields);
static const MuField instrumen_fields[] = {
    V(Instrumen, kunci), V(Instrumen, nama), V(Instrumen, singkat), VTEXTS(Instrumen, dasar), V(Instrumen, catatan),
    V(Instrumen, belum_diverifikasi), V(Instrumen, n_terbukti), V(Instrumen, n_belum), V(Instrumen, n_lain),
    V(Instrumen, n_butir), VLIST(Instrumen, bagian, bagian_uji),
};
const MuClass class_instrumen = CLASS(Instrumen, instrumen_fields);

static const MuField bagian_uji_fields[] = {
    V(BagianUji, judul), V(BagianUji, n_terbukti), V(BagianUji, n_butir), VLIST(BagianUji, butir, butir_uji),
};
const MuClass class_bagian_uji = CLASS(BagianUji, bagian_uji_fields);

static const MuField butir_uji_fields[] = {
    V(ButirUji, nomor), V(ButirUji, tanya), V(ButirUji, terbukti), V(ButirUji, belum), V(ButirUji, ragu),
    V(ButirUji, umur_terbuka), VLIST(ButirUji, halaman, tautan), VLIST(ButirUji, saran, saran), VTEXTS(ButirUji, siapkan),
    V(ButirUji, batas),
};
const MuClass class_butir_uji = CLASS(ButirUji, butir_uji_fields);

static const MuField saran_fields[] = {
    VHTML(Saran, html),
};
const MuClass class_saran = CLASS(Saran, saran_fields);
// clang-format on
