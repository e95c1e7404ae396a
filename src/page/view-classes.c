#include "page/view-classes.h"

/* The tables follow docs/tema.md class by class; tests/unit/page/test-view-classes.c compares them. */
// clang-format off
static const MuClass class_rujukan_instansi, class_waktu, class_biaya, class_tempat,
    class_pengaduan, class_asli, class_layanan, class_waktu_baris, class_waktu_ringkas,
    class_biaya_ringkas, class_kelompok_tarif, class_tarif, class_akses, class_kelompok_syarat,
    class_syarat, class_rincian, class_langkah, class_cabang, class_kembali, class_varian,
    class_varian_biaya, class_lanjut,
    class_petugas, class_komponen, class_kelompok_butir, class_butir,
    class_nama_komponen, class_sumber, class_bahasa,
    class_remah, class_rujukan, class_rujukan_wilayah, class_wilayah_instansi,
    class_baris_instansi, class_kartu, class_kelompok_kartu, class_huruf, class_kelompok_huruf,
    class_penomoran, class_bagian, class_baris_banding,
    class_syarat_banding, class_baris_biaya,
    class_baris_pengaduan, class_baris_mutu, class_komponen_mutu, class_temuan, class_bukti,
    class_instansi, class_logo, class_kepala, class_jam_khusus, class_maklumat,
    class_berkas, class_halaman, class_halaman_beranda,
    class_halaman_wilayah, class_halaman_instansi, class_halaman_layanan, class_halaman_az,
    class_halaman_daftar, class_halaman_bandingkan, class_halaman_biaya_instansi,
    class_halaman_pengaduan_instansi, class_halaman_mutu_instansi,
    class_halaman_daftar_instansi, class_halaman_cetak, class_halaman_papan,
    class_halaman_poster, class_poster, class_berkas_poster,
    class_halaman_tentang, class_halaman404, class_halaman_alih, class_urutan, class_langkah_peristiwa;

static const MuField rujukan_instansi_fields[] = {
    V(RujukanInstansi, nama), V(RujukanInstansi, nama_lengkap), V(RujukanInstansi, jalur),
};
static const MuClass class_rujukan_instansi = CLASS(RujukanInstansi, rujukan_instansi_fields);

static const MuField waktu_fields[] = {
    V(Waktu, ada), V(Waktu, inti), V(Waktu, asli), V(Waktu, tampil_asli), V(Waktu, panjang),
    V(Waktu, kalimat), V(Waktu, untuk), V(Waktu, banyak), V(Waktu, tiap_langkah),
    V(Waktu, ambigu), V(Waktu, setara), VLIST(Waktu, baris, waktu_baris),
};
static const MuClass class_waktu = CLASS(Waktu, waktu_fields);

static const MuField biaya_fields[] = {
    V(Biaya, ada), V(Biaya, gratis), V(Biaya, lihat_catatan), V(Biaya, tabel),
    V(Biaya, berumus), V(Biaya, peraturan), V(Biaya, inti), V(Biaya, satuan), V(Biaya, panjang),
    V(Biaya, kalimat), V(Biaya, asli), V(Biaya, tampil_asli), V(Biaya, ada_rincian),
    V(Biaya, rumus), V(Biaya, ada_tarif), VLIST(Biaya, tarif, kelompok_tarif),
    VLIST(Biaya, dasar, tautan), V(Biaya, catatan),
};
static const MuClass class_biaya = CLASS(Biaya, biaya_fields);

static const MuField tempat_fields[] = {
    V(Tempat, ada), V(Tempat, alamat), V(Tempat, kode_pos), VOBJECT(Tempat, telepon, kanal),
    VLIST(Tempat, akses, akses),
};
static const MuClass class_tempat = CLASS(Tempat, tempat_fields);

static const MuField pengaduan_fields[] = {
    V(Pengaduan, ada_kanal), VLIST(Pengaduan, kanal, kanal), V(Pengaduan, nasional_saja),
    V(Pengaduan, warisan), V(Pengaduan, catatan), VOBJECT(Pengaduan, petugas, petugas),
    V(Pengaduan, ada_batas), VLIST(Pengaduan, batas_waktu, waktu_baris), V(Pengaduan, ada_alur),
    VLIST(Pengaduan, alur, langkah), VLIST(Pengaduan, lanjut, lanjut),
};
static const MuClass class_pengaduan = CLASS(Pengaduan, pengaduan_fields);

static const MuField asli_fields[] = {
    V(Asli, judul), V(Asli, ringkasan), V(Asli, persyaratan), V(Asli, prosedur), V(Asli, waktu),
    V(Asli, biaya), V(Asli, produk), V(Asli, pengaduan), V(Asli, keterangan), V(Asli, tempat),
    V(Asli, varian), V(Asli, kompensasi), V(Asli, antrean), V(Asli, lokasi),
};
static const MuClass class_asli = CLASS(Asli, asli_fields);

static const MuField layanan_fields[] = {
    V(Layanan, awalan_id), V(Layanan, judul), V(Layanan, jalur), V(Layanan, ringkasan),
    V(Layanan, aktif), V(Layanan, nonaktif), V(Layanan, dicabut), V(Layanan, nonaktif_alasan),
    VOBJECT(Layanan, nonaktif_sampai, tanggal), V(Layanan, belum_berlaku),
    VLIST(Layanan, pemberitahuan, pemberitahuan), VLIST(Layanan, perubahan, perubahan),
    V(Layanan, ada_kompensasi), VLIST(Layanan, kompensasi, kompensasi),
    V(Layanan, kompensasi_warisan), VOBJECT(Layanan, antrean, antrean),
    V(Layanan, ada_lokasi), VLIST(Layanan, lokasi, lokasi), V(Layanan, tanpa_jeda),
    V(Layanan, peninjau), V(Layanan, selang_tinjau), V(Layanan, ada_fkp), VLIST(Layanan, fkp, forum),
    V(Layanan, ada_riwayat), VLIST(Layanan, riwayat, riwayat), V(Layanan, riwayat_jalur),
    VSTRUCT(Layanan, instansi, rujukan_instansi), VSTRUCT(Layanan, waktu, waktu),
    VSTRUCT(Layanan, biaya, biaya), V(Layanan, ada_hasil), VTEXTS(Layanan, hasil),
    V(Layanan, ada_hasil_lain), V(Layanan, n_hasil_lain),
    VLIST(Layanan, produk, kelompok_butir), VSTRUCT(Layanan, tempat, tempat), VOBJECT(Layanan, aksi, akses),
    V(Layanan, n_syarat), V(Layanan, n_syarat_jamak), V(Layanan, ada_persyaratan),
    VLIST(Layanan, persyaratan, kelompok_syarat), V(Layanan, n_langkah),
    V(Layanan, n_langkah_jamak), V(Layanan, n_anda), V(Layanan, ada_anda), V(Layanan, tanda_cetak),
    V(Layanan, ada_prosedur), VLIST(Layanan, prosedur, langkah),
    V(Layanan, ada_varian), VLIST(Layanan, varian, varian), V(Layanan, beda_persyaratan),
    V(Layanan, beda_prosedur), V(Layanan, beda_waktu), V(Layanan, beda_biaya),
    V(Layanan, beda_produk), V(Layanan, tanpa_persyaratan),
    V(Layanan, tanpa_prosedur), V(Layanan, tanpa_waktu), V(Layanan, tanpa_biaya),
    V(Layanan, tanpa_hasil), V(Layanan, ada_rincian_waktu), V(Layanan, ada_rincian_biaya),
    VHTML(Layanan, kapan), VSTRUCT(Layanan, pengaduan, pengaduan), V(Layanan, serupa),
    VOBJECT(Layanan, sk, sk), VOBJECT(Layanan, berlaku_sejak, tanggal),
    VOBJECT(Layanan, ditinjau, tanggal), V(Layanan, ada_jam_layanan),
    VLIST(Layanan, jam_layanan, jam), VLIST(Layanan, komponen, komponen),
    V(Layanan, ada_komponen_kosong), VLIST(Layanan, komponen_kosong, nama_komponen),
    VHTML(Layanan, keterangan), VOBJECT(Layanan, sumber, sumber), V(Layanan, ada_keperluan),
    VLIST(Layanan, keperluan, rujukan), V(Layanan, ada_poster), VLIST(Layanan, poster, berkas),
    V(Layanan, kartu), V(Layanan, tautan_kartu), V(Layanan, alur), V(Layanan, tautan_alur), VSTRUCT(Layanan, asli, asli),
};
static const MuClass class_layanan = CLASS(Layanan, layanan_fields);

static const MuField waktu_baris_fields[] = {
    V(WaktuBaris, untuk), V(WaktuBaris, teks), V(WaktuBaris, ambigu),
};
static const MuClass class_waktu_baris = CLASS(WaktuBaris, waktu_baris_fields);

static const MuField waktu_ringkas_fields[] = {
    V(WaktuRingkas, ada), V(WaktuRingkas, inti), V(WaktuRingkas, untuk),
    V(WaktuRingkas, banyak), V(WaktuRingkas, tiap_langkah), V(WaktuRingkas, ambigu),
};
static const MuClass class_waktu_ringkas = CLASS(WaktuRingkas, waktu_ringkas_fields);

static const MuField biaya_ringkas_fields[] = {
    V(BiayaRingkas, ada), V(BiayaRingkas, gratis), V(BiayaRingkas, lihat_catatan),
    V(BiayaRingkas, tabel), V(BiayaRingkas, berumus), V(BiayaRingkas, peraturan),
    V(BiayaRingkas, inti), V(BiayaRingkas, satuan),
};
static const MuClass class_biaya_ringkas = CLASS(BiayaRingkas, biaya_ringkas_fields);

static const MuField kelompok_tarif_fields[] = {V(KelompokTarif, nama), VLIST(KelompokTarif, baris, tarif)};
static const MuClass class_kelompok_tarif = CLASS(KelompokTarif, kelompok_tarif_fields);

static const MuField tarif_fields[] = {
    V(Tarif, untuk), V(Tarif, jumlah), V(Tarif, satuan), V(Tarif, catatan),
};
static const MuClass class_tarif = CLASS(Tarif, tarif_fields);

static const MuField akses_fields[] = {
    V(Akses, datang), V(Akses, daring), V(Akses, lewat_telepon), V(Akses, tempat),
    V(Akses, tautan), VHTML(Akses, nama),
};
static const MuClass class_akses = CLASS(Akses, akses_fields);

static const MuField kelompok_syarat_fields[] = {
    V(KelompokSyarat, nama), VLIST(KelompokSyarat, butir, syarat),
};
static const MuClass class_kelompok_syarat = CLASS(KelompokSyarat, kelompok_syarat_fields);

static const MuField syarat_fields[] = {
    V(Syarat, no), V(Syarat, id), V(Syarat, asing), V(Syarat, teks), V(Syarat, untuk), V(Syarat, bila),
    V(Syarat, gambar), V(Syarat, jumlah), V(Syarat, formulir), V(Syarat, tautan), V(Syarat, berkas), V(Syarat, ada_rincian),
    VLIST(Syarat, rincian, rincian),
};
static const MuClass class_syarat = CLASS(Syarat, syarat_fields);

static const MuField rincian_fields[] = {
    V(Rincian, huruf), V(Rincian, asing), V(Rincian, teks), V(Rincian, untuk), V(Rincian, bila),
    V(Rincian, jumlah), V(Rincian, formulir), V(Rincian, tautan), V(Rincian, berkas),
};
static const MuClass class_rincian = CLASS(Rincian, rincian_fields);

static const MuField lanjutan_fields[] = {
    V(Lanjutan, waktu), V(Lanjutan, asing), V(Lanjutan, ada_rincian), VLIST(Lanjutan, rincian, rincian),
    V(Lanjutan, ada_cabang), VLIST(Lanjutan, cabang, cabang), V(Lanjutan, selesai),
    VOBJECT(Lanjutan, kembali, kembali),
};
static const MuClass class_lanjutan = CLASS(Lanjutan, lanjutan_fields);

static const MuField langkah_fields[] = {
    V(Langkah, no), V(Langkah, lompat), V(Langkah, id), V(Langkah, anda), V(Langkah, bila),
    V(Langkah, oleh), V(Langkah, teks), MU_FIELD_BASE(ViewLangkah, lanjut, &class_lanjutan),
};
static const MuClass class_langkah = CLASS(Langkah, langkah_fields);

static const MuField cabang_fields[] = {
    V(Cabang, jika), V(Cabang, maka), V(Cabang, ada_langkah),
    VLIST(Cabang, langkah, langkah), MU_FIELD_BASE(ViewCabang, lanjut, &class_lanjutan),
};
static const MuClass class_cabang = CLASS(Cabang, cabang_fields);

static const MuField kembali_fields[] = {V(Kembali, no), V(Kembali, id)};
static const MuClass class_kembali = CLASS(Kembali, kembali_fields);

static const MuField varian_fields[] = {
    V(Varian, nama), V(Varian, kunci), V(Varian, pertama), VSTRUCT(Varian, asli, asli),
    VSTRUCT(Varian, waktu, waktu), VSTRUCT(Varian, biaya, biaya), V(Varian, n_syarat),
    V(Varian, n_syarat_jamak), V(Varian, tanpa_persyaratan),
    VLIST(Varian, persyaratan, kelompok_syarat), V(Varian, n_langkah),
    V(Varian, n_langkah_jamak), V(Varian, n_anda), V(Varian, ada_anda), V(Varian, ada_prosedur),
    VLIST(Varian, prosedur, langkah), VLIST(Varian, produk, kelompok_butir),
    V(Varian, ada_hasil), VTEXTS(Varian, hasil), V(Varian, ada_hasil_lain),
    V(Varian, n_hasil_lain),
};
static const MuClass class_varian = CLASS(Varian, varian_fields);

static const MuField varian_biaya_fields[] = {V(VarianBiaya, nama), VSTRUCT(VarianBiaya, biaya, biaya)};
static const MuClass class_varian_biaya = CLASS(VarianBiaya, varian_biaya_fields);

static const MuField petugas_fields[] = {
    V(Petugas, nama), V(Petugas, jabatan), VOBJECT(Petugas, kontak, kanal),
};
static const MuClass class_petugas = CLASS(Petugas, petugas_fields);

static const MuField kanal_fields[] = {
    V(Kanal, jenis), V(Kanal, label), VHTML(Kanal, nilai), V(Kanal, nomor), V(Kanal, tautan), V(Kanal, nasional),
    V(Kanal, catatan),
};
const MuClass class_kanal = CLASS(Kanal, kanal_fields);

static const MuField lanjut_fields[] = {V(Lanjut, bila), VSTRUCT(Lanjut, kanal, kanal)};
static const MuClass class_lanjut = CLASS(Lanjut, lanjut_fields);

static const MuField sk_fields[] = {
    V(Sk, nomor), VOBJECT(Sk, tanggal, tanggal), V(Sk, tentang), V(Sk, tautan), V(Sk, berkas),
};
const MuClass class_sk = CLASS(Sk, sk_fields);

static const MuField komponen_fields[] = {
    V(Komponen, no), V(Komponen, nama), V(Komponen, id), V(Komponen, warisan),
    V(Komponen, bahasa_asli), VLIST(Komponen, kelompok, kelompok_butir),
};
static const MuClass class_komponen = CLASS(Komponen, komponen_fields);

static const MuField kelompok_butir_fields[] = {
    V(KelompokButir, nama), V(KelompokButir, satu), VLIST(KelompokButir, butir, butir),
};
static const MuClass class_kelompok_butir = CLASS(KelompokButir, kelompok_butir_fields);

static const MuField butir_fields[] = {
    V(Butir, teks), V(Butir, tautan), V(Butir, berkas), V(Butir, gambar),
};
static const MuClass class_butir = CLASS(Butir, butir_fields);

static const MuField nama_komponen_fields[] = {
    V(NamaKomponen, no), V(NamaKomponen, nama), V(NamaKomponen, terakhir),
};
static const MuClass class_nama_komponen = CLASS(NamaKomponen, nama_komponen_fields);

static const MuField sumber_fields[] = {
    V(Sumber, tautan), V(Sumber, nama), V(Sumber, catatan), V(Sumber, teks),
};
static const MuClass class_sumber = CLASS(Sumber, sumber_fields);

static const MuField tanggal_fields[] = {V(Tanggal, iso), V(Tanggal, teks)};
const MuClass class_tanggal = CLASS(Tanggal, tanggal_fields);

static const MuField tautan_fields[] = {V(Tautan, teks), V(Tautan, tautan), V(Tautan, berkas)};
const MuClass class_tautan = CLASS(Tautan, tautan_fields);

static const MuField bahasa_fields[] = {
    V(Bahasa, kode), V(Bahasa, nama), V(Bahasa, jalur), V(Bahasa, kanonik),
};
static const MuClass class_bahasa = CLASS(Bahasa, bahasa_fields);

static const MuField remah_fields[] = {V(Remah, nama), V(Remah, jalur), V(Remah, tautan), V(Remah, ini)};
static const MuClass class_remah = CLASS(Remah, remah_fields);

static const MuField rujukan_fields[] = {
    V(Rujukan, nama), V(Rujukan, jalur), V(Rujukan, gambar), V(Rujukan, n_layanan), V(Rujukan, n_layanan_jamak),
    V(Rujukan, n_instansi), V(Rujukan, n_instansi_jamak),
};
static const MuClass class_rujukan = CLASS(Rujukan, rujukan_fields);

static const MuField rujukan_wilayah_fields[] = {
    V(RujukanWilayah, nama), V(RujukanWilayah, jalur), V(RujukanWilayah, folder),
    V(RujukanWilayah, n_instansi),
    V(RujukanWilayah, n_instansi_jamak), V(RujukanWilayah, n_layanan),
    V(RujukanWilayah, n_layanan_jamak), V(RujukanWilayah, rinci),
    VLIST(RujukanWilayah, instansi, baris_instansi),
};
static const MuClass class_rujukan_wilayah = CLASS(RujukanWilayah, rujukan_wilayah_fields);

static const MuField wilayah_instansi_fields[] = {
    V(WilayahInstansi, nama), VLIST(WilayahInstansi, instansi, baris_instansi),
};
static const MuClass class_wilayah_instansi = CLASS(WilayahInstansi, wilayah_instansi_fields);

static const MuField baris_instansi_fields[] = {
    V(BarisInstansi, nama), V(BarisInstansi, nama_lengkap), V(BarisInstansi, jalur),
    V(BarisInstansi, jalur_biaya), V(BarisInstansi, jalur_pengaduan),
    V(BarisInstansi, jalur_mutu), V(BarisInstansi, n_layanan),
    V(BarisInstansi, n_layanan_jamak), V(BarisInstansi, n_gratis), V(BarisInstansi, n_berbayar),
    V(BarisInstansi, n_biaya_lain), V(BarisInstansi, n_kanal), V(BarisInstansi, n_kanal_jamak), V(BarisInstansi, ada_kanal),
    V(BarisInstansi, n_enam), V(BarisInstansi, n_lengkap),
};
static const MuClass class_baris_instansi = CLASS(BarisInstansi, baris_instansi_fields);

static const MuField kartu_fields[] = {
    V(Kartu, judul), V(Kartu, jalur), V(Kartu, instansi), VSTRUCT(Kartu, waktu, waktu_ringkas),
    VSTRUCT(Kartu, biaya, biaya_ringkas), V(Kartu, hasil), V(Kartu, nonaktif),
    V(Kartu, belum_berlaku),
};
static const MuClass class_kartu = CLASS(Kartu, kartu_fields);

static const MuField kelompok_kartu_fields[] = {V(KelompokKartu, nama), VLIST(KelompokKartu, layanan, kartu)};
static const MuClass class_kelompok_kartu = CLASS(KelompokKartu, kelompok_kartu_fields);

static const MuField huruf_fields[] = {V(Huruf, huruf), V(Huruf, tautan)};
static const MuClass class_huruf = CLASS(Huruf, huruf_fields);

static const MuField kelompok_huruf_fields[] = {
    V(KelompokHuruf, huruf), V(KelompokHuruf, id), VLIST(KelompokHuruf, layanan, kartu),
};
static const MuClass class_kelompok_huruf = CLASS(KelompokHuruf, kelompok_huruf_fields);

static const MuField penomoran_fields[] = {
    V(Penomoran, no), V(Penomoran, jumlah), V(Penomoran, sebelum), V(Penomoran, sesudah),
};
static const MuClass class_penomoran = CLASS(Penomoran, penomoran_fields);

static const MuField bagian_fields[] = {V(Bagian, nama), V(Bagian, jalur), V(Bagian, ini)};
static const MuClass class_bagian = CLASS(Bagian, bagian_fields);

static const MuField syarat_banding_fields[] = {
    V(SyaratBanding, asing),
    V(SyaratBanding, varian), V(SyaratBanding, kelompok), V(SyaratBanding, rinci),
    V(SyaratBanding, teks), V(SyaratBanding, untuk), V(SyaratBanding, bila),
    V(SyaratBanding, jumlah), V(SyaratBanding, formulir), V(SyaratBanding, tautan),
    V(SyaratBanding, beda),
};
static const MuClass class_syarat_banding = CLASS(SyaratBanding, syarat_banding_fields);

static const MuField baris_banding_fields[] = {
    V(BarisBanding, id), V(BarisBanding, judul), V(BarisBanding, instansi),
    V(BarisBanding, jalur), VSTRUCT(BarisBanding, waktu, waktu_ringkas),
    V(BarisBanding, waktu_beda), VSTRUCT(BarisBanding, biaya, biaya_ringkas),
    V(BarisBanding, biaya_beda), V(BarisBanding, n_syarat), V(BarisBanding, n_langkah),
    VLIST(BarisBanding, syarat, syarat_banding),
};
static const MuClass class_baris_banding = CLASS(BarisBanding, baris_banding_fields);

static const MuField baris_biaya_fields[] = {
    V(BarisBiaya, judul), V(BarisBiaya, jalur), VSTRUCT(BarisBiaya, biaya, biaya),
    VLIST(BarisBiaya, varian_biaya, varian_biaya),
};
static const MuClass class_baris_biaya = CLASS(BarisBiaya, baris_biaya_fields);

static const MuField baris_pengaduan_fields[] = {
    V(BarisPengaduan, judul), V(BarisPengaduan, jalur), VLIST(BarisPengaduan, kanal, kanal),
};
static const MuClass class_baris_pengaduan = CLASS(BarisPengaduan, baris_pengaduan_fields);

static const MuField baris_mutu_fields[] = {
    V(BarisMutu, judul), V(BarisMutu, jalur), VLIST(BarisMutu, komponen, komponen_mutu),
    V(BarisMutu, ada_kosong), VLIST(BarisMutu, kosong, nama_komponen),
    V(BarisMutu, n_ada), V(BarisMutu, ada_sk), VOBJECT(BarisMutu, ditinjau, tanggal),
    V(BarisMutu, ada_temuan), VLIST(BarisMutu, temuan, temuan),
};
static const MuClass class_baris_mutu = CLASS(BarisMutu, baris_mutu_fields);

static const MuField komponen_mutu_fields[] = {
    V(KomponenMutu, no), V(KomponenMutu, nama), V(KomponenMutu, ada), V(KomponenMutu, warisan),
};
static const MuClass class_komponen_mutu = CLASS(KomponenMutu, komponen_mutu_fields);

static const MuField temuan_fields[] = {
    V(Temuan, galat), V(Temuan, peringatan), V(Temuan, teks), V(Temuan, saran),
};
static const MuClass class_temuan = CLASS(Temuan, temuan_fields);

static const MuField bukti_fields[] = {
    V(Bukti, nama), V(Bukti, ada), V(Bukti, teks), V(Bukti, tautan), V(Bukti, jalur),
};
static const MuClass class_bukti = CLASS(Bukti, bukti_fields);

static const MuField instansi_fields[] = {
    V(Instansi, nama), V(Instansi, nama_lengkap), V(Instansi, instansi_induk),
    V(Instansi, jalur), V(Instansi, folder), VOBJECT(Instansi, logo, logo),
    V(Instansi, n_layanan), V(Instansi, n_layanan_jamak), V(Instansi, n_gratis),
    V(Instansi, semua_gratis), V(Instansi, alamat), V(Instansi, kode_pos), V(Instansi, peta),
    VOBJECT(Instansi, telepon, kanal), VOBJECT(Instansi, situs_web, kanal),
    VLIST(Instansi, email, kanal), VLIST(Instansi, kontak, kanal), V(Instansi, ada_hubungi),
    V(Instansi, ada_jam), VLIST(Instansi, jam_layanan, jam),
    VLIST(Instansi, jam_khusus, jam_khusus), V(Instansi, ada_tutup),
    VLIST(Instansi, hari_tutup, tanggal), V(Instansi, zona_waktu), VHTML(Instansi, kalender), V(Instansi, ada_profil),
    VHTML(Instansi, profil), V(Instansi, ada_visi_misi), VOBJECT(Instansi, kepala, kepala), V(Instansi, visi),
    V(Instansi, ada_misi), VTEXTS(Instansi, misi), V(Instansi, moto),
    VOBJECT(Instansi, maklumat, maklumat),
    VSTRUCT(Instansi, pengaduan, pengaduan), VOBJECT(Instansi, skm, skm),
    V(Instansi, ada_skm_lain), VLIST(Instansi, skm_lain, skm), V(Instansi, ada_pengaduan_hasil),
    VLIST(Instansi, pengaduan_hasil, hasil_pengaduan), VOBJECT(Instansi, kode_etik, kode_etik),
    V(Instansi, ada_sarana_khusus), VLIST(Instansi, sarana_khusus, sarana_khusus),
    V(Instansi, ada_fkp), VLIST(Instansi, fkp, forum), VOBJECT(Instansi, antrean, antrean),
    V(Instansi, tanpa_jeda), V(Instansi, ada_riwayat), VLIST(Instansi, pemberitahuan, pemberitahuan),
    V(Instansi, ada_poster), VLIST(Instansi, poster, berkas), V(Instansi, ada_ruang_poster),
};
static const MuClass class_instansi = CLASS(Instansi, instansi_fields);

static const MuField logo_fields[] = {V(Logo, jalur), V(Logo, lebar), V(Logo, tinggi)};
static const MuClass class_logo = CLASS(Logo, logo_fields);

static const MuField kepala_fields[] = {V(Kepala, jabatan), V(Kepala, nama), V(Kepala, pangkat)};
static const MuClass class_kepala = CLASS(Kepala, kepala_fields);

static const MuField jam_fields[] = {V(Jam, hari), V(Jam, jam), V(Jam, istirahat)};
const MuClass class_jam = CLASS(Jam, jam_fields);

static const MuField jam_khusus_fields[] = {
    V(JamKhusus, nama), VSTRUCT(JamKhusus, dari, tanggal), VSTRUCT(JamKhusus, sampai, tanggal),
    VLIST(JamKhusus, jam_layanan, jam),
};
static const MuClass class_jam_khusus = CLASS(JamKhusus, jam_khusus_fields);

static const MuField maklumat_fields[] = {
    VTEXTS(Maklumat, paragraf), V(Maklumat, tempat), VOBJECT(Maklumat, tanggal, tanggal),
    VOBJECT(Maklumat, sk, sk),
};
static const MuClass class_maklumat = CLASS(Maklumat, maklumat_fields);

static const MuField berkas_fields[] = {V(Berkas, nama), V(Berkas, jalur), V(Berkas, tautan)};
static const MuClass class_berkas = CLASS(Berkas, berkas_fields);

static const MuField menu_fields[] = {V(Menu, nama), V(Menu, jalur), V(Menu, ini)};
static const MuClass class_menu = CLASS(Menu, menu_fields);

static const MuField halaman_fields[] = {
    V(Halaman, bahasa), V(Halaman, asli_lang), V(Halaman, asli_nama),
    V(Halaman, ada_bahasa_lain), VLIST(Halaman, bahasa_lain, bahasa),
    V(Halaman, akar), V(Halaman, jalur_halaman), V(Halaman, situs_nama), V(Halaman, judul_tab), V(Halaman, kanonik),
    V(Halaman, url_kartu), V(Halaman, umpan), V(Halaman, aset_css),
    V(Halaman, aset_css_daftar), V(Halaman, aset_css_petugas), V(Halaman, aset_js),
    V(Halaman, aset_js_daftar), V(Halaman, aset_js_cari), V(Halaman, aset_js_papan), V(Halaman, aset_js_janji), V(Halaman, aset_css_janji),
    V(Halaman, aset_ikon), V(Halaman, warna_tema), V(Halaman, draf), V(Halaman, tanpa_tautan),
    V(Halaman, satu_instansi), V(Halaman, tolak_indeks), VLIST(Halaman, menu, menu), VLIST(Halaman, remah, remah),
    VHTML(Halaman, jsonld), VOBJECT(Halaman, diperbarui, tanggal),
    VLIST(Halaman, pemberitahuan_situs, pemberitahuan),
};
static const MuClass class_halaman = CLASS(Halaman, halaman_fields);

static const MuField halaman_beranda_fields[] = {
    VPAGE(HalamanBeranda), V(HalamanBeranda, n_layanan), V(HalamanBeranda, n_layanan_jamak),
    V(HalamanBeranda, n_instansi), V(HalamanBeranda, n_instansi_jamak),
    V(HalamanBeranda, ada_keperluan), VLIST(HalamanBeranda, keperluan, rujukan),
    V(HalamanBeranda, ada_peristiwa), VLIST(HalamanBeranda, peristiwa, rujukan),
    V(HalamanBeranda, ada_bandingkan), VLIST(HalamanBeranda, bandingkan, rujukan),
    V(HalamanBeranda, ada_layanan), VLIST(HalamanBeranda, layanan, kartu),
    V(HalamanBeranda, ada_wilayah), VLIST(HalamanBeranda, wilayah, rujukan_wilayah),
};
static const MuClass class_halaman_beranda = CLASS(HalamanBeranda, halaman_beranda_fields);

static const MuField halaman_wilayah_fields[] = {
    VPAGE(HalamanWilayah), V(HalamanWilayah, judul), V(HalamanWilayah, folder), V(HalamanWilayah, n_instansi),
    V(HalamanWilayah, n_instansi_jamak), V(HalamanWilayah, n_layanan),
    V(HalamanWilayah, n_layanan_jamak), V(HalamanWilayah, ada_daerah),
    VLIST(HalamanWilayah, daerah, rujukan_wilayah), V(HalamanWilayah, ada_instansi),
    VLIST(HalamanWilayah, instansi, baris_instansi),
    VOBJECT(HalamanWilayah, halaman, penomoran),
};
static const MuClass class_halaman_wilayah = CLASS(HalamanWilayah, halaman_wilayah_fields);

static const MuField halaman_instansi_fields[] = {
    VPAGE(HalamanInstansi), VSTRUCT(HalamanInstansi, instansi, instansi),
    VLIST(HalamanInstansi, daftar, kelompok_kartu),
    VOBJECT(HalamanInstansi, halaman, penomoran),
};
static const MuClass class_halaman_instansi = CLASS(HalamanInstansi, halaman_instansi_fields);

static const MuField halaman_layanan_fields[] = {
    VPAGE(HalamanLayanan), VSTRUCT(HalamanLayanan, layanan, layanan),
};
static const MuClass class_halaman_layanan = CLASS(HalamanLayanan, halaman_layanan_fields);

static const MuField halaman_az_fields[] = {
    VPAGE(HalamanAZ), V(HalamanAZ, n_layanan), V(HalamanAZ, n_layanan_jamak),
    VLIST(HalamanAZ, abjad, huruf), VLIST(HalamanAZ, daftar, kelompok_huruf),
    VOBJECT(HalamanAZ, halaman, penomoran),
};
static const MuClass class_halaman_az = CLASS(HalamanAZ, halaman_az_fields);

static const MuField langkah_peristiwa_fields[] = {
    V(LangkahPeristiwa, nama), V(LangkahPeristiwa, jalur), V(LangkahPeristiwa, tautan),
    V(LangkahPeristiwa, instansi), V(LangkahPeristiwa, catatan), V(LangkahPeristiwa, ada_fakta),
    VSTRUCT(LangkahPeristiwa, waktu, waktu_ringkas),
    VSTRUCT(LangkahPeristiwa, biaya, biaya_ringkas),
};
static const MuClass class_langkah_peristiwa = CLASS(LangkahPeristiwa, langkah_peristiwa_fields);

static const MuField urutan_fields[] = {
    V(Urutan, untuk), VLIST(Urutan, langkah, langkah_peristiwa),
};
static const MuClass class_urutan = CLASS(Urutan, urutan_fields);

static const MuField halaman_daftar_fields[] = {
    VPAGE(HalamanDaftar), V(HalamanDaftar, judul), V(HalamanDaftar, ada_urutan),
    VLIST(HalamanDaftar, urutan, urutan), V(HalamanDaftar, n_layanan),
    V(HalamanDaftar, n_layanan_jamak), V(HalamanDaftar, n_instansi),
    V(HalamanDaftar, n_instansi_jamak), VLIST(HalamanDaftar, layanan, kartu),
    VOBJECT(HalamanDaftar, halaman, penomoran),
};
static const MuClass class_halaman_daftar = CLASS(HalamanDaftar, halaman_daftar_fields);

static const MuField halaman_bandingkan_fields[] = {
    VPAGE(HalamanBandingkan), V(HalamanBandingkan, judul), V(HalamanBandingkan, n_layanan),
    V(HalamanBandingkan, n_layanan_jamak), V(HalamanBandingkan, n_instansi),
    V(HalamanBandingkan, n_instansi_jamak), V(HalamanBandingkan, ada_ambigu),
    VLIST(HalamanBandingkan, baris, baris_banding), V(HalamanBandingkan, ada_syarat),
    VLIST(HalamanBandingkan, bagian, bagian),
};
static const MuClass class_halaman_bandingkan = CLASS(HalamanBandingkan, halaman_bandingkan_fields);

static const MuField halaman_biaya_instansi_fields[] = {
    VPAGE(HalamanBiayaInstansi), VSTRUCT(HalamanBiayaInstansi, instansi, instansi),
    V(HalamanBiayaInstansi, ada_berbayar), VLIST(HalamanBiayaInstansi, berbayar, baris_biaya),
    V(HalamanBiayaInstansi, ada_gratis), VLIST(HalamanBiayaInstansi, gratis, baris_biaya),
    V(HalamanBiayaInstansi, ada_lain), VLIST(HalamanBiayaInstansi, lain, baris_biaya),
};
static const MuClass class_halaman_biaya_instansi = CLASS(HalamanBiayaInstansi, halaman_biaya_instansi_fields);

static const MuField halaman_pengaduan_instansi_fields[] = {
    VPAGE(HalamanPengaduanInstansi), VSTRUCT(HalamanPengaduanInstansi, instansi, instansi),
    V(HalamanPengaduanInstansi, ada_khusus),
    VLIST(HalamanPengaduanInstansi, khusus, baris_pengaduan),
};
static const MuClass class_halaman_pengaduan_instansi = CLASS(HalamanPengaduanInstansi, halaman_pengaduan_instansi_fields);

static const MuField halaman_mutu_instansi_fields[] = {
    VPAGE(HalamanMutuInstansi), VSTRUCT(HalamanMutuInstansi, instansi, instansi),
    V(HalamanMutuInstansi, n_lengkap), V(HalamanMutuInstansi, n_enam),
    VLIST(HalamanMutuInstansi, empat_belas, nama_komponen),
    VLIST(HalamanMutuInstansi, layanan, baris_mutu), V(HalamanMutuInstansi, ada_temuan),
    VLIST(HalamanMutuInstansi, temuan, temuan), VLIST(HalamanMutuInstansi, bukti, bukti),
    VLIST(HalamanMutuInstansi, instrumen, instrumen),
};
static const MuClass class_halaman_mutu_instansi = CLASS(HalamanMutuInstansi, halaman_mutu_instansi_fields);

static const MuField halaman_riwayat_instansi_fields[] = {
    VPAGE(HalamanRiwayatInstansi), VSTRUCT(HalamanRiwayatInstansi, instansi, instansi),
    VLIST(HalamanRiwayatInstansi, hari, hari_riwayat),
};
static const MuClass class_halaman_riwayat_instansi = CLASS(HalamanRiwayatInstansi, halaman_riwayat_instansi_fields);

static const MuField halaman_daftar_instansi_fields[] = {
    VPAGE(HalamanDaftarInstansi), V(HalamanDaftarInstansi, n_instansi),
    V(HalamanDaftarInstansi, n_instansi_jamak), V(HalamanDaftarInstansi, n_layanan),
    V(HalamanDaftarInstansi, n_layanan_jamak),
    VOBJECT(HalamanDaftarInstansi, kanal_nasional, kanal),
    VLIST(HalamanDaftarInstansi, wilayah, wilayah_instansi),
    VOBJECT(HalamanDaftarInstansi, halaman, penomoran),
};
static const MuClass class_halaman_daftar_instansi = CLASS(HalamanDaftarInstansi, halaman_daftar_instansi_fields);

static const MuField halaman_cetak_fields[] = {
    VPAGE(HalamanCetak), VSTRUCT(HalamanCetak, instansi, instansi),
    VLIST(HalamanCetak, layanan, layanan), V(HalamanCetak, ada_bersama),
    VLIST(HalamanCetak, bersama, komponen),
};
static const MuClass class_halaman_cetak = CLASS(HalamanCetak, halaman_cetak_fields);

static const MuField halaman_papan_fields[] = {
    VPAGE(HalamanPapan), VSTRUCT(HalamanPapan, instansi, instansi),
    VLIST(HalamanPapan, layanan, layanan), V(HalamanPapan, ada_kabar),
    VLIST(HalamanPapan, jeda, jeda), V(HalamanPapan, ada_sarana),
    VLIST(HalamanPapan, sarana, kelompok_butir),
};
static const MuClass class_halaman_papan = CLASS(HalamanPapan, halaman_papan_fields);

static const MuField berkas_poster_fields[] = {
    V(BerkasPoster, nama), V(BerkasPoster, jalur), V(BerkasPoster, lembar),
    V(BerkasPoster, lembar_jamak),
};
static const MuClass class_berkas_poster = CLASS(BerkasPoster, berkas_poster_fields);

static const MuField poster_fields[] = {
    V(Poster, judul), V(Poster, jalur), V(Poster, gambar), VLIST(Poster, berkas, berkas_poster),
};
static const MuClass class_poster = CLASS(Poster, poster_fields);

static const MuField halaman_poster_fields[] = {
    VPAGE(HalamanPoster), VSTRUCT(HalamanPoster, instansi, instansi),
    VLIST(HalamanPoster, poster, poster), V(HalamanPoster, ada_gabungan),
    VLIST(HalamanPoster, gabungan, berkas),
};
static const MuClass class_halaman_poster = CLASS(HalamanPoster, halaman_poster_fields);

static const MuField halaman_tentang_fields[] = {
    VPAGE(HalamanTentang), V(HalamanTentang, n_layanan), V(HalamanTentang, n_layanan_jamak),
    V(HalamanTentang, n_instansi), V(HalamanTentang, n_instansi_jamak),
};
static const MuClass class_halaman_tentang = CLASS(HalamanTentang, halaman_tentang_fields);

static const MuField halaman_sendiri_fields[] = {
    VPAGE(HalamanSendiri), V(HalamanSendiri, judul), V(HalamanSendiri, ringkasan),
    VOBJECT(HalamanSendiri, tanggal, tanggal), V(HalamanSendiri, ada_isi), VHTML(HalamanSendiri, isi),
};
static const MuClass class_halaman_sendiri = CLASS(HalamanSendiri, halaman_sendiri_fields);

static const MuField halaman404_fields[] = {VPAGE(Halaman404)};
static const MuClass class_halaman404 = CLASS(Halaman404, halaman404_fields);

static const MuField halaman_alih_fields[] = {
    VPAGE(HalamanAlih), V(HalamanAlih, tujuan), V(HalamanAlih, tujuan_judul),
};
static const MuClass class_halaman_alih = CLASS(HalamanAlih, halaman_alih_fields);
// clang-format on

const MuClass *
view_class(PageKind kind)
{
    static const MuClass *const classes[N_PAGE_KINDS] = {
        [PAGE_BERANDA] = &class_halaman_beranda,
        [PAGE_WILAYAH] = &class_halaman_wilayah,
        [PAGE_INSTANSI] = &class_halaman_instansi,
        [PAGE_LAYANAN] = &class_halaman_layanan,
        [PAGE_AZ] = &class_halaman_az,
        [PAGE_KEPERLUAN] = &class_halaman_daftar,
        [PAGE_PERISTIWA] = &class_halaman_daftar,
        [PAGE_BANDINGKAN] = &class_halaman_bandingkan,
        [PAGE_BIAYA_INSTANSI] = &class_halaman_biaya_instansi,
        [PAGE_BIAYA] = &class_halaman_daftar_instansi,
        [PAGE_PENGADUAN_INSTANSI] = &class_halaman_pengaduan_instansi,
        [PAGE_PENGADUAN] = &class_halaman_daftar_instansi,
        [PAGE_RIWAYAT_INSTANSI] = &class_halaman_riwayat_instansi,
        [PAGE_MUTU_INSTANSI] = &class_halaman_mutu_instansi,
        [PAGE_MUTU] = &class_halaman_daftar_instansi,
        [PAGE_CETAK] = &class_halaman_cetak,
        [PAGE_PAPAN] = &class_halaman_papan,
        [PAGE_POSTER] = &class_halaman_poster,
        [PAGE_TENTANG] = &class_halaman_tentang,
        [PAGE_AKSESIBILITAS] = &class_halaman_tentang,
        [PAGE_HALAMAN] = &class_halaman_sendiri,
        [PAGE_404] = &class_halaman404,
        [PAGE_ALIH] = &class_halaman_alih,
    };
    return classes[kind];
}
