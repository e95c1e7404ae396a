#include "render/view.h"

/* The tables follow docs/tema.md class by class; tests/unit/test-view-classes.c compares them. */
// clang-format off
#define CLASS(name, table) {#name, sizeof(View##name), (table), G_N_ELEMENTS(table), NULL}
// clang-format on

static const MuClass class_rujukan_instansi, class_waktu, class_biaya, class_tempat,
    class_pengaduan, class_asli, class_layanan, class_waktu_baris, class_waktu_ringkas,
    class_biaya_ringkas, class_kelompok_tarif, class_tarif, class_akses, class_kelompok_syarat,
    class_syarat, class_rincian, class_langkah, class_cabang, class_kembali, class_varian,
    class_petugas, class_kanal, class_sk, class_komponen, class_kelompok_butir, class_butir,
    class_ikon, class_nama_komponen, class_sumber, class_tanggal, class_tautan, class_bahasa,
    class_remah, class_rujukan, class_rujukan_wilayah, class_wilayah_instansi,
    class_baris_instansi, class_kartu, class_kelompok_kartu, class_huruf, class_kelompok_huruf,
    class_penomoran, class_bagian, class_baris_banding, class_baris_biaya,
    class_baris_pengaduan, class_baris_mutu, class_komponen_mutu, class_temuan, class_bukti,
    class_instansi, class_logo, class_kepala, class_jam, class_jam_khusus, class_maklumat,
    class_skm, class_unsur, class_berkas, class_halaman, class_halaman_beranda,
    class_halaman_wilayah, class_halaman_instansi, class_halaman_layanan, class_halaman_az,
    class_halaman_daftar, class_halaman_bandingkan, class_halaman_biaya_instansi,
    class_halaman_pengaduan_instansi, class_halaman_mutu_instansi,
    class_halaman_daftar_instansi, class_halaman_cetak, class_halaman_papan,
    class_halaman_tentang, class_halaman404, class_halaman_alih;

static const MuField rujukan_instansi_fields[] = {MU_FIELD(ViewRujukanInstansi, nama),
                                                  MU_FIELD(ViewRujukanInstansi, nama_lengkap),
                                                  MU_FIELD(ViewRujukanInstansi, jalur)};
static const MuClass class_rujukan_instansi = CLASS(RujukanInstansi, rujukan_instansi_fields);

static const MuField waktu_fields[] = {
    MU_FIELD(ViewWaktu, ada),          MU_FIELD(ViewWaktu, inti),
    MU_FIELD(ViewWaktu, asli),         MU_FIELD(ViewWaktu, tampil_asli),
    MU_FIELD(ViewWaktu, panjang),      MU_FIELD(ViewWaktu, kalimat),
    MU_FIELD(ViewWaktu, untuk),        MU_FIELD(ViewWaktu, banyak),
    MU_FIELD(ViewWaktu, tiap_langkah), MU_FIELD(ViewWaktu, ambigu),
    MU_FIELD(ViewWaktu, setara),       MU_FIELD_LIST(ViewWaktu, baris, &class_waktu_baris)};
static const MuClass class_waktu = CLASS(Waktu, waktu_fields);

static const MuField biaya_fields[] = {MU_FIELD(ViewBiaya, ada),
                                       MU_FIELD(ViewBiaya, gratis),
                                       MU_FIELD(ViewBiaya, lihat_catatan),
                                       MU_FIELD(ViewBiaya, tabel),
                                       MU_FIELD(ViewBiaya, berumus),
                                       MU_FIELD(ViewBiaya, peraturan),
                                       MU_FIELD(ViewBiaya, inti),
                                       MU_FIELD(ViewBiaya, satuan),
                                       MU_FIELD(ViewBiaya, panjang),
                                       MU_FIELD(ViewBiaya, kalimat),
                                       MU_FIELD(ViewBiaya, asli),
                                       MU_FIELD(ViewBiaya, tampil_asli),
                                       MU_FIELD(ViewBiaya, ada_rincian),
                                       MU_FIELD(ViewBiaya, rumus),
                                       MU_FIELD(ViewBiaya, ada_tarif),
                                       MU_FIELD_LIST(ViewBiaya, tarif, &class_kelompok_tarif),
                                       MU_FIELD_LIST(ViewBiaya, dasar, &class_tautan),
                                       MU_FIELD(ViewBiaya, catatan)};
static const MuClass class_biaya = CLASS(Biaya, biaya_fields);

static const MuField tempat_fields[] = {MU_FIELD(ViewTempat, ada), MU_FIELD(ViewTempat, alamat),
                                        MU_FIELD(ViewTempat, kode_pos),
                                        MU_FIELD_OBJECT(ViewTempat, telepon, &class_kanal),
                                        MU_FIELD_LIST(ViewTempat, akses, &class_akses)};
static const MuClass class_tempat = CLASS(Tempat, tempat_fields);

static const MuField pengaduan_fields[] = {
    MU_FIELD(ViewPengaduan, ada_kanal),
    MU_FIELD_LIST(ViewPengaduan, kanal, &class_kanal),
    MU_FIELD(ViewPengaduan, nasional_saja),
    MU_FIELD(ViewPengaduan, warisan),
    MU_FIELD(ViewPengaduan, catatan),
    MU_FIELD_OBJECT(ViewPengaduan, petugas, &class_petugas),
    MU_FIELD(ViewPengaduan, ada_batas),
    MU_FIELD_LIST(ViewPengaduan, batas_waktu, &class_waktu_baris),
    MU_FIELD(ViewPengaduan, ada_alur),
    MU_FIELD_LIST(ViewPengaduan, alur, &class_langkah)};
static const MuClass class_pengaduan = CLASS(Pengaduan, pengaduan_fields);

static const MuField asli_fields[] = {
    MU_FIELD(ViewAsli, judul),       MU_FIELD(ViewAsli, ringkasan),
    MU_FIELD(ViewAsli, persyaratan), MU_FIELD(ViewAsli, prosedur),
    MU_FIELD(ViewAsli, waktu),       MU_FIELD(ViewAsli, biaya),
    MU_FIELD(ViewAsli, produk),      MU_FIELD(ViewAsli, pengaduan),
    MU_FIELD(ViewAsli, keterangan),  MU_FIELD(ViewAsli, tempat)};
static const MuClass class_asli = CLASS(Asli, asli_fields);

static const MuField layanan_fields[] = {
    MU_FIELD(ViewLayanan, awalan_id),
    MU_FIELD(ViewLayanan, judul),
    MU_FIELD(ViewLayanan, jalur),
    MU_FIELD(ViewLayanan, ringkasan),
    MU_FIELD(ViewLayanan, aktif),
    MU_FIELD(ViewLayanan, nonaktif),
    MU_FIELD(ViewLayanan, dicabut),
    MU_FIELD_STRUCT(ViewLayanan, instansi, &class_rujukan_instansi),
    MU_FIELD_STRUCT(ViewLayanan, waktu, &class_waktu),
    MU_FIELD_STRUCT(ViewLayanan, biaya, &class_biaya),
    MU_FIELD(ViewLayanan, ada_hasil),
    MU_FIELD_TEXTS(ViewLayanan, hasil),
    MU_FIELD(ViewLayanan, ada_hasil_lain),
    MU_FIELD(ViewLayanan, n_hasil_lain),
    MU_FIELD_STRUCT(ViewLayanan, tempat, &class_tempat),
    MU_FIELD(ViewLayanan, n_syarat),
    MU_FIELD(ViewLayanan, n_syarat_jamak),
    MU_FIELD(ViewLayanan, ada_persyaratan),
    MU_FIELD_LIST(ViewLayanan, persyaratan, &class_kelompok_syarat),
    MU_FIELD(ViewLayanan, n_langkah),
    MU_FIELD(ViewLayanan, n_langkah_jamak),
    MU_FIELD(ViewLayanan, n_anda),
    MU_FIELD(ViewLayanan, ada_anda),
    MU_FIELD(ViewLayanan, ada_prosedur),
    MU_FIELD_LIST(ViewLayanan, prosedur, &class_langkah),
    MU_FIELD_LIST(ViewLayanan, varian_waktu, &class_varian),
    MU_FIELD_LIST(ViewLayanan, varian_biaya, &class_varian),
    MU_FIELD_LIST(ViewLayanan, varian_persyaratan, &class_varian),
    MU_FIELD_LIST(ViewLayanan, varian_prosedur, &class_varian),
    MU_FIELD_LIST(ViewLayanan, varian_produk, &class_varian),
    MU_FIELD(ViewLayanan, tanpa_persyaratan),
    MU_FIELD(ViewLayanan, tanpa_prosedur),
    MU_FIELD(ViewLayanan, tanpa_waktu),
    MU_FIELD(ViewLayanan, tanpa_biaya),
    MU_FIELD(ViewLayanan, tanpa_hasil),
    MU_FIELD(ViewLayanan, ada_rincian_waktu),
    MU_FIELD(ViewLayanan, ada_rincian_biaya),
    MU_FIELD(ViewLayanan, kapan),
    MU_FIELD_STRUCT(ViewLayanan, pengaduan, &class_pengaduan),
    MU_FIELD(ViewLayanan, serupa),
    MU_FIELD_OBJECT(ViewLayanan, sk, &class_sk),
    MU_FIELD_OBJECT(ViewLayanan, berlaku_sejak, &class_tanggal),
    MU_FIELD_OBJECT(ViewLayanan, ditinjau, &class_tanggal),
    MU_FIELD(ViewLayanan, ada_jam_layanan),
    MU_FIELD_LIST(ViewLayanan, jam_layanan, &class_jam),
    MU_FIELD_LIST(ViewLayanan, komponen, &class_komponen),
    MU_FIELD(ViewLayanan, ada_komponen_kosong),
    MU_FIELD_LIST(ViewLayanan, komponen_kosong, &class_nama_komponen),
    MU_FIELD_HTML(ViewLayanan, keterangan),
    MU_FIELD_OBJECT(ViewLayanan, sumber, &class_sumber),
    MU_FIELD(ViewLayanan, ada_keperluan),
    MU_FIELD_LIST(ViewLayanan, keperluan, &class_rujukan),
    MU_FIELD(ViewLayanan, ada_poster),
    MU_FIELD_LIST(ViewLayanan, poster, &class_berkas),
    MU_FIELD(ViewLayanan, kartu),
    MU_FIELD_STRUCT(ViewLayanan, asli, &class_asli)};
static const MuClass class_layanan = CLASS(Layanan, layanan_fields);

static const MuField waktu_baris_fields[] = {MU_FIELD(ViewWaktuBaris, untuk),
                                             MU_FIELD(ViewWaktuBaris, teks),
                                             MU_FIELD(ViewWaktuBaris, ambigu)};
static const MuClass class_waktu_baris = CLASS(WaktuBaris, waktu_baris_fields);

static const MuField waktu_ringkas_fields[] = {
    MU_FIELD(ViewWaktuRingkas, ada),          MU_FIELD(ViewWaktuRingkas, inti),
    MU_FIELD(ViewWaktuRingkas, untuk),        MU_FIELD(ViewWaktuRingkas, banyak),
    MU_FIELD(ViewWaktuRingkas, tiap_langkah), MU_FIELD(ViewWaktuRingkas, ambigu)};
static const MuClass class_waktu_ringkas = CLASS(WaktuRingkas, waktu_ringkas_fields);

static const MuField biaya_ringkas_fields[] = {
    MU_FIELD(ViewBiayaRingkas, ada),           MU_FIELD(ViewBiayaRingkas, gratis),
    MU_FIELD(ViewBiayaRingkas, lihat_catatan), MU_FIELD(ViewBiayaRingkas, tabel),
    MU_FIELD(ViewBiayaRingkas, berumus),       MU_FIELD(ViewBiayaRingkas, peraturan),
    MU_FIELD(ViewBiayaRingkas, inti),          MU_FIELD(ViewBiayaRingkas, satuan)};
static const MuClass class_biaya_ringkas = CLASS(BiayaRingkas, biaya_ringkas_fields);

static const MuField kelompok_tarif_fields[] = {
    MU_FIELD(ViewKelompokTarif, nama), MU_FIELD_LIST(ViewKelompokTarif, baris, &class_tarif)};
static const MuClass class_kelompok_tarif = CLASS(KelompokTarif, kelompok_tarif_fields);

static const MuField tarif_fields[] = {MU_FIELD(ViewTarif, untuk), MU_FIELD(ViewTarif, jumlah),
                                       MU_FIELD(ViewTarif, satuan),
                                       MU_FIELD(ViewTarif, catatan)};
static const MuClass class_tarif = CLASS(Tarif, tarif_fields);

static const MuField akses_fields[] = {
    MU_FIELD(ViewAkses, datang),        MU_FIELD(ViewAkses, daring),
    MU_FIELD(ViewAkses, lewat_telepon), MU_FIELD(ViewAkses, tempat),
    MU_FIELD(ViewAkses, tautan),        MU_FIELD_HTML(ViewAkses, nama)};
static const MuClass class_akses = CLASS(Akses, akses_fields);

static const MuField kelompok_syarat_fields[] = {
    MU_FIELD(ViewKelompokSyarat, nama),
    MU_FIELD_LIST(ViewKelompokSyarat, butir, &class_syarat)};
static const MuClass class_kelompok_syarat = CLASS(KelompokSyarat, kelompok_syarat_fields);

static const MuField syarat_fields[] = {
    MU_FIELD(ViewSyarat, no),          MU_FIELD(ViewSyarat, id),
    MU_FIELD(ViewSyarat, teks),        MU_FIELD(ViewSyarat, untuk),
    MU_FIELD(ViewSyarat, bila),        MU_FIELD(ViewSyarat, jumlah),
    MU_FIELD(ViewSyarat, formulir),    MU_FIELD(ViewSyarat, tautan),
    MU_FIELD(ViewSyarat, ada_rincian), MU_FIELD_LIST(ViewSyarat, rincian, &class_rincian)};
static const MuClass class_syarat = CLASS(Syarat, syarat_fields);

static const MuField rincian_fields[] = {
    MU_FIELD(ViewRincian, huruf),  MU_FIELD(ViewRincian, teks),
    MU_FIELD(ViewRincian, untuk),  MU_FIELD(ViewRincian, bila),
    MU_FIELD(ViewRincian, jumlah), MU_FIELD(ViewRincian, formulir),
    MU_FIELD(ViewRincian, tautan)};
static const MuClass class_rincian = CLASS(Rincian, rincian_fields);

static const MuField langkah_fields[] = {MU_FIELD(ViewLangkah, no),
                                         MU_FIELD(ViewLangkah, id),
                                         MU_FIELD(ViewLangkah, anda),
                                         MU_FIELD(ViewLangkah, bila),
                                         MU_FIELD(ViewLangkah, oleh),
                                         MU_FIELD(ViewLangkah, teks),
                                         MU_FIELD(ViewLangkah, waktu),
                                         MU_FIELD(ViewLangkah, ada_rincian),
                                         MU_FIELD_LIST(ViewLangkah, rincian, &class_rincian),
                                         MU_FIELD(ViewLangkah, ada_cabang),
                                         MU_FIELD_LIST(ViewLangkah, cabang, &class_cabang),
                                         MU_FIELD(ViewLangkah, selesai),
                                         MU_FIELD_OBJECT(ViewLangkah, kembali, &class_kembali)};
static const MuClass class_langkah = CLASS(Langkah, langkah_fields);

static const MuField cabang_fields[] = {MU_FIELD(ViewCabang, jika),
                                        MU_FIELD(ViewCabang, maka),
                                        MU_FIELD(ViewCabang, waktu),
                                        MU_FIELD(ViewCabang, ada_langkah),
                                        MU_FIELD_LIST(ViewCabang, langkah, &class_langkah),
                                        MU_FIELD(ViewCabang, ada_rincian),
                                        MU_FIELD_LIST(ViewCabang, rincian, &class_rincian),
                                        MU_FIELD(ViewCabang, ada_cabang),
                                        MU_FIELD_LIST(ViewCabang, cabang, &class_cabang),
                                        MU_FIELD(ViewCabang, selesai),
                                        MU_FIELD_OBJECT(ViewCabang, kembali, &class_kembali)};
static const MuClass class_cabang = CLASS(Cabang, cabang_fields);

static const MuField kembali_fields[] = {MU_FIELD(ViewKembali, no), MU_FIELD(ViewKembali, id)};
static const MuClass class_kembali = CLASS(Kembali, kembali_fields);

static const MuField varian_fields[] = {
    MU_FIELD(ViewVarian, nama),
    MU_FIELD(ViewVarian, id),
    MU_FIELD_STRUCT(ViewVarian, waktu, &class_waktu),
    MU_FIELD_STRUCT(ViewVarian, biaya, &class_biaya),
    MU_FIELD_LIST(ViewVarian, persyaratan, &class_kelompok_syarat),
    MU_FIELD_LIST(ViewVarian, prosedur, &class_langkah),
    MU_FIELD_LIST(ViewVarian, produk, &class_kelompok_butir),
    MU_FIELD_TEXTS(ViewVarian, hasil),
    MU_FIELD(ViewVarian, ada_hasil_lain),
    MU_FIELD(ViewVarian, n_hasil_lain)};
static const MuClass class_varian = CLASS(Varian, varian_fields);

static const MuField petugas_fields[] = {MU_FIELD(ViewPetugas, nama),
                                         MU_FIELD(ViewPetugas, jabatan),
                                         MU_FIELD_OBJECT(ViewPetugas, kontak, &class_kanal)};
static const MuClass class_petugas = CLASS(Petugas, petugas_fields);

static const MuField kanal_fields[] = {
    MU_FIELD(ViewKanal, jenis),  MU_FIELD(ViewKanal, label),    MU_FIELD_HTML(ViewKanal, nilai),
    MU_FIELD(ViewKanal, tautan), MU_FIELD(ViewKanal, nasional), MU_FIELD(ViewKanal, catatan)};
static const MuClass class_kanal = CLASS(Kanal, kanal_fields);

static const MuField sk_fields[] = {MU_FIELD(ViewSk, nomor),
                                    MU_FIELD_OBJECT(ViewSk, tanggal, &class_tanggal),
                                    MU_FIELD(ViewSk, tentang), MU_FIELD(ViewSk, tautan)};
static const MuClass class_sk = CLASS(Sk, sk_fields);

static const MuField komponen_fields[] = {
    MU_FIELD(ViewKomponen, no),
    MU_FIELD(ViewKomponen, nama),
    MU_FIELD(ViewKomponen, id),
    MU_FIELD(ViewKomponen, warisan),
    MU_FIELD(ViewKomponen, bahasa_asli),
    MU_FIELD_LIST(ViewKomponen, kelompok, &class_kelompok_butir)};
static const MuClass class_komponen = CLASS(Komponen, komponen_fields);

static const MuField kelompok_butir_fields[] = {
    MU_FIELD(ViewKelompokButir, nama), MU_FIELD(ViewKelompokButir, satu),
    MU_FIELD_LIST(ViewKelompokButir, butir, &class_butir)};
static const MuClass class_kelompok_butir = CLASS(KelompokButir, kelompok_butir_fields);

static const MuField butir_fields[] = {MU_FIELD(ViewButir, teks), MU_FIELD(ViewButir, tautan),
                                       MU_FIELD_OBJECT(ViewButir, ikon, &class_ikon)};
static const MuClass class_butir = CLASS(Butir, butir_fields);

static const MuField ikon_fields[] = {
    MU_FIELD(ViewIkon, kursi_roda),     MU_FIELD(ViewIkon, ramp),
    MU_FIELD(ViewIkon, toilet_khusus),  MU_FIELD(ViewIkon, loket_khusus),
    MU_FIELD(ViewIkon, ruang_laktasi),  MU_FIELD(ViewIkon, guiding_block),
    MU_FIELD(ViewIkon, parkir_khusus),  MU_FIELD(ViewIkon, braille),
    MU_FIELD(ViewIkon, bahasa_isyarat), MU_FIELD(ViewIkon, ruang_tunggu),
    MU_FIELD(ViewIkon, bermain_anak),   MU_FIELD(ViewIkon, lift),
    MU_FIELD(ViewIkon, pintu)};
static const MuClass class_ikon = CLASS(Ikon, ikon_fields);

static const MuField nama_komponen_fields[] = {MU_FIELD(ViewNamaKomponen, no),
                                               MU_FIELD(ViewNamaKomponen, nama),
                                               MU_FIELD(ViewNamaKomponen, terakhir)};
static const MuClass class_nama_komponen = CLASS(NamaKomponen, nama_komponen_fields);

static const MuField sumber_fields[] = {
    MU_FIELD(ViewSumber, tautan), MU_FIELD(ViewSumber, nama), MU_FIELD(ViewSumber, catatan),
    MU_FIELD(ViewSumber, teks)};
static const MuClass class_sumber = CLASS(Sumber, sumber_fields);

static const MuField tanggal_fields[] = {MU_FIELD(ViewTanggal, iso),
                                         MU_FIELD(ViewTanggal, teks)};
static const MuClass class_tanggal = CLASS(Tanggal, tanggal_fields);

static const MuField tautan_fields[] = {MU_FIELD(ViewTautan, teks),
                                        MU_FIELD(ViewTautan, tautan)};
static const MuClass class_tautan = CLASS(Tautan, tautan_fields);

static const MuField bahasa_fields[] = {MU_FIELD(ViewBahasa, kode), MU_FIELD(ViewBahasa, nama),
                                        MU_FIELD(ViewBahasa, jalur),
                                        MU_FIELD(ViewBahasa, kanonik)};
static const MuClass class_bahasa = CLASS(Bahasa, bahasa_fields);

static const MuField remah_fields[] = {MU_FIELD(ViewRemah, nama), MU_FIELD(ViewRemah, jalur),
                                       MU_FIELD(ViewRemah, ini)};
static const MuClass class_remah = CLASS(Remah, remah_fields);

static const MuField rujukan_fields[] = {
    MU_FIELD(ViewRujukan, nama),       MU_FIELD(ViewRujukan, jalur),
    MU_FIELD(ViewRujukan, n_layanan),  MU_FIELD(ViewRujukan, n_layanan_jamak),
    MU_FIELD(ViewRujukan, n_instansi), MU_FIELD(ViewRujukan, n_instansi_jamak)};
static const MuClass class_rujukan = CLASS(Rujukan, rujukan_fields);

static const MuField rujukan_wilayah_fields[] = {
    MU_FIELD(ViewRujukanWilayah, nama),
    MU_FIELD(ViewRujukanWilayah, jalur),
    MU_FIELD(ViewRujukanWilayah, n_instansi),
    MU_FIELD(ViewRujukanWilayah, n_instansi_jamak),
    MU_FIELD(ViewRujukanWilayah, n_layanan),
    MU_FIELD(ViewRujukanWilayah, n_layanan_jamak),
    MU_FIELD(ViewRujukanWilayah, rinci),
    MU_FIELD_LIST(ViewRujukanWilayah, instansi, &class_baris_instansi)};
static const MuClass class_rujukan_wilayah = CLASS(RujukanWilayah, rujukan_wilayah_fields);

static const MuField wilayah_instansi_fields[] = {
    MU_FIELD(ViewWilayahInstansi, nama),
    MU_FIELD_LIST(ViewWilayahInstansi, instansi, &class_baris_instansi)};
static const MuClass class_wilayah_instansi = CLASS(WilayahInstansi, wilayah_instansi_fields);

static const MuField baris_instansi_fields[] = {MU_FIELD(ViewBarisInstansi, nama),
                                                MU_FIELD(ViewBarisInstansi, nama_lengkap),
                                                MU_FIELD(ViewBarisInstansi, jalur),
                                                MU_FIELD(ViewBarisInstansi, jalur_biaya),
                                                MU_FIELD(ViewBarisInstansi, jalur_pengaduan),
                                                MU_FIELD(ViewBarisInstansi, jalur_mutu),
                                                MU_FIELD(ViewBarisInstansi, n_layanan),
                                                MU_FIELD(ViewBarisInstansi, n_layanan_jamak),
                                                MU_FIELD(ViewBarisInstansi, n_gratis),
                                                MU_FIELD(ViewBarisInstansi, n_berbayar),
                                                MU_FIELD(ViewBarisInstansi, n_biaya_lain),
                                                MU_FIELD(ViewBarisInstansi, n_kanal),
                                                MU_FIELD(ViewBarisInstansi, ada_kanal),
                                                MU_FIELD(ViewBarisInstansi, n_enam),
                                                MU_FIELD(ViewBarisInstansi, n_lengkap)};
static const MuClass class_baris_instansi = CLASS(BarisInstansi, baris_instansi_fields);

static const MuField kartu_fields[] = {MU_FIELD(ViewKartu, judul),
                                       MU_FIELD(ViewKartu, jalur),
                                       MU_FIELD(ViewKartu, instansi),
                                       MU_FIELD_STRUCT(ViewKartu, waktu, &class_waktu_ringkas),
                                       MU_FIELD_STRUCT(ViewKartu, biaya, &class_biaya_ringkas),
                                       MU_FIELD(ViewKartu, hasil),
                                       MU_FIELD(ViewKartu, nonaktif)};
static const MuClass class_kartu = CLASS(Kartu, kartu_fields);

static const MuField kelompok_kartu_fields[] = {
    MU_FIELD(ViewKelompokKartu, nama), MU_FIELD_LIST(ViewKelompokKartu, layanan, &class_kartu)};
static const MuClass class_kelompok_kartu = CLASS(KelompokKartu, kelompok_kartu_fields);

static const MuField huruf_fields[] = {MU_FIELD(ViewHuruf, huruf), MU_FIELD(ViewHuruf, tautan)};
static const MuClass class_huruf = CLASS(Huruf, huruf_fields);

static const MuField kelompok_huruf_fields[] = {
    MU_FIELD(ViewKelompokHuruf, huruf), MU_FIELD(ViewKelompokHuruf, id),
    MU_FIELD_LIST(ViewKelompokHuruf, layanan, &class_kartu)};
static const MuClass class_kelompok_huruf = CLASS(KelompokHuruf, kelompok_huruf_fields);

static const MuField penomoran_fields[] = {
    MU_FIELD(ViewPenomoran, no), MU_FIELD(ViewPenomoran, jumlah),
    MU_FIELD(ViewPenomoran, sebelum), MU_FIELD(ViewPenomoran, sesudah)};
static const MuClass class_penomoran = CLASS(Penomoran, penomoran_fields);

static const MuField bagian_fields[] = {MU_FIELD(ViewBagian, nama), MU_FIELD(ViewBagian, jalur),
                                        MU_FIELD(ViewBagian, ini)};
static const MuClass class_bagian = CLASS(Bagian, bagian_fields);

static const MuField baris_banding_fields[] = {
    MU_FIELD(ViewBarisBanding, id),
    MU_FIELD(ViewBarisBanding, judul),
    MU_FIELD(ViewBarisBanding, instansi),
    MU_FIELD(ViewBarisBanding, jalur),
    MU_FIELD_STRUCT(ViewBarisBanding, waktu, &class_waktu_ringkas),
    MU_FIELD_STRUCT(ViewBarisBanding, biaya, &class_biaya_ringkas),
    MU_FIELD(ViewBarisBanding, n_syarat),
    MU_FIELD(ViewBarisBanding, n_langkah),
    MU_FIELD_TEXTS(ViewBarisBanding, syarat)};
static const MuClass class_baris_banding = CLASS(BarisBanding, baris_banding_fields);

static const MuField baris_biaya_fields[] = {
    MU_FIELD(ViewBarisBiaya, judul), MU_FIELD(ViewBarisBiaya, jalur),
    MU_FIELD_STRUCT(ViewBarisBiaya, biaya, &class_biaya),
    MU_FIELD_LIST(ViewBarisBiaya, varian_biaya, &class_varian)};
static const MuClass class_baris_biaya = CLASS(BarisBiaya, baris_biaya_fields);

static const MuField baris_pengaduan_fields[] = {
    MU_FIELD(ViewBarisPengaduan, judul), MU_FIELD(ViewBarisPengaduan, jalur),
    MU_FIELD_LIST(ViewBarisPengaduan, kanal, &class_kanal)};
static const MuClass class_baris_pengaduan = CLASS(BarisPengaduan, baris_pengaduan_fields);

static const MuField baris_mutu_fields[] = {
    MU_FIELD(ViewBarisMutu, judul),
    MU_FIELD(ViewBarisMutu, jalur),
    MU_FIELD_LIST(ViewBarisMutu, komponen, &class_komponen_mutu),
    MU_FIELD(ViewBarisMutu, n_ada),
    MU_FIELD(ViewBarisMutu, ada_sk),
    MU_FIELD_OBJECT(ViewBarisMutu, ditinjau, &class_tanggal),
    MU_FIELD(ViewBarisMutu, ada_temuan),
    MU_FIELD_LIST(ViewBarisMutu, temuan, &class_temuan)};
static const MuClass class_baris_mutu = CLASS(BarisMutu, baris_mutu_fields);

static const MuField komponen_mutu_fields[] = {
    MU_FIELD(ViewKomponenMutu, no), MU_FIELD(ViewKomponenMutu, nama),
    MU_FIELD(ViewKomponenMutu, ada), MU_FIELD(ViewKomponenMutu, warisan)};
static const MuClass class_komponen_mutu = CLASS(KomponenMutu, komponen_mutu_fields);

static const MuField temuan_fields[] = {
    MU_FIELD(ViewTemuan, galat), MU_FIELD(ViewTemuan, peringatan), MU_FIELD(ViewTemuan, teks),
    MU_FIELD(ViewTemuan, saran)};
static const MuClass class_temuan = CLASS(Temuan, temuan_fields);

static const MuField bukti_fields[] = {MU_FIELD(ViewBukti, nama), MU_FIELD(ViewBukti, ada),
                                       MU_FIELD(ViewBukti, teks), MU_FIELD(ViewBukti, tautan),
                                       MU_FIELD(ViewBukti, jalur)};
static const MuClass class_bukti = CLASS(Bukti, bukti_fields);

static const MuField instansi_fields[] = {
    MU_FIELD(ViewInstansi, nama),
    MU_FIELD(ViewInstansi, nama_lengkap),
    MU_FIELD(ViewInstansi, instansi_induk),
    MU_FIELD(ViewInstansi, jalur),
    MU_FIELD(ViewInstansi, folder),
    MU_FIELD_OBJECT(ViewInstansi, logo, &class_logo),
    MU_FIELD(ViewInstansi, n_layanan),
    MU_FIELD(ViewInstansi, n_layanan_jamak),
    MU_FIELD(ViewInstansi, n_gratis),
    MU_FIELD(ViewInstansi, semua_gratis),
    MU_FIELD(ViewInstansi, alamat),
    MU_FIELD(ViewInstansi, kode_pos),
    MU_FIELD_OBJECT(ViewInstansi, telepon, &class_kanal),
    MU_FIELD_OBJECT(ViewInstansi, situs_web, &class_kanal),
    MU_FIELD_LIST(ViewInstansi, email, &class_kanal),
    MU_FIELD_LIST(ViewInstansi, kontak, &class_kanal),
    MU_FIELD(ViewInstansi, ada_hubungi),
    MU_FIELD(ViewInstansi, ada_jam),
    MU_FIELD_LIST(ViewInstansi, jam_layanan, &class_jam),
    MU_FIELD_LIST(ViewInstansi, jam_khusus, &class_jam_khusus),
    MU_FIELD(ViewInstansi, ada_tutup),
    MU_FIELD_LIST(ViewInstansi, hari_tutup, &class_tanggal),
    MU_FIELD(ViewInstansi, zona_waktu),
    MU_FIELD(ViewInstansi, ada_profil),
    MU_FIELD_HTML(ViewInstansi, profil),
    MU_FIELD_OBJECT(ViewInstansi, kepala, &class_kepala),
    MU_FIELD(ViewInstansi, visi),
    MU_FIELD_TEXTS(ViewInstansi, misi),
    MU_FIELD(ViewInstansi, moto),
    MU_FIELD(ViewInstansi, ada_unit),
    MU_FIELD_LIST(ViewInstansi, unit, &class_baris_instansi),
    MU_FIELD_OBJECT(ViewInstansi, maklumat, &class_maklumat),
    MU_FIELD_STRUCT(ViewInstansi, pengaduan, &class_pengaduan),
    MU_FIELD_OBJECT(ViewInstansi, skm, &class_skm),
    MU_FIELD(ViewInstansi, ada_poster),
    MU_FIELD_LIST(ViewInstansi, poster, &class_berkas)};
static const MuClass class_instansi = CLASS(Instansi, instansi_fields);

static const MuField logo_fields[] = {MU_FIELD(ViewLogo, jalur), MU_FIELD(ViewLogo, lebar),
                                      MU_FIELD(ViewLogo, tinggi)};
static const MuClass class_logo = CLASS(Logo, logo_fields);

static const MuField kepala_fields[] = {
    MU_FIELD(ViewKepala, jabatan), MU_FIELD(ViewKepala, nama), MU_FIELD(ViewKepala, pangkat)};
static const MuClass class_kepala = CLASS(Kepala, kepala_fields);

static const MuField jam_fields[] = {MU_FIELD(ViewJam, hari), MU_FIELD(ViewJam, jam),
                                     MU_FIELD(ViewJam, istirahat)};
static const MuClass class_jam = CLASS(Jam, jam_fields);

static const MuField jam_khusus_fields[] = {
    MU_FIELD(ViewJamKhusus, nama), MU_FIELD_STRUCT(ViewJamKhusus, dari, &class_tanggal),
    MU_FIELD_STRUCT(ViewJamKhusus, sampai, &class_tanggal),
    MU_FIELD_LIST(ViewJamKhusus, jam_layanan, &class_jam)};
static const MuClass class_jam_khusus = CLASS(JamKhusus, jam_khusus_fields);

static const MuField maklumat_fields[] = {
    MU_FIELD_TEXTS(ViewMaklumat, paragraf), MU_FIELD(ViewMaklumat, tempat),
    MU_FIELD_OBJECT(ViewMaklumat, tanggal, &class_tanggal),
    MU_FIELD_OBJECT(ViewMaklumat, sk, &class_sk)};
static const MuClass class_maklumat = CLASS(Maklumat, maklumat_fields);

static const MuField skm_fields[] = {MU_FIELD(ViewSkm, nilai), MU_FIELD(ViewSkm, periode),
                                     MU_FIELD(ViewSkm, responden), MU_FIELD(ViewSkm, ada_unsur),
                                     MU_FIELD_LIST(ViewSkm, unsur, &class_unsur)};
static const MuClass class_skm = CLASS(Skm, skm_fields);

static const MuField unsur_fields[] = {MU_FIELD(ViewUnsur, nama), MU_FIELD(ViewUnsur, nilai)};
static const MuClass class_unsur = CLASS(Unsur, unsur_fields);

static const MuField berkas_fields[] = {MU_FIELD(ViewBerkas, nama),
                                        MU_FIELD(ViewBerkas, jalur)};
static const MuClass class_berkas = CLASS(Berkas, berkas_fields);

static const MuField halaman_fields[] = {
    MU_FIELD(ViewHalaman, bahasa),
    MU_FIELD(ViewHalaman, asli_lang),
    MU_FIELD_LIST(ViewHalaman, bahasa_lain, &class_bahasa),
    MU_FIELD(ViewHalaman, akar),
    MU_FIELD(ViewHalaman, jalur_halaman),
    MU_FIELD(ViewHalaman, situs_nama),
    MU_FIELD(ViewHalaman, kanonik),
    MU_FIELD(ViewHalaman, url_kartu),
    MU_FIELD(ViewHalaman, umpan),
    MU_FIELD(ViewHalaman, aset_css),
    MU_FIELD(ViewHalaman, aset_js),
    MU_FIELD(ViewHalaman, aset_ikon),
    MU_FIELD(ViewHalaman, warna_tema),
    MU_FIELD(ViewHalaman, draf),
    MU_FIELD(ViewHalaman, tanpa_tautan),
    MU_FIELD(ViewHalaman, satu_instansi),
    MU_FIELD(ViewHalaman, tolak_indeks),
    MU_FIELD_LIST(ViewHalaman, remah, &class_remah),
    MU_FIELD_HTML(ViewHalaman, jsonld),
    MU_FIELD_OBJECT(ViewHalaman, diperbarui, &class_tanggal)};
static const MuClass class_halaman = CLASS(Halaman, halaman_fields);

static const MuField halaman_beranda_fields[] = {
    MU_FIELD_BASE(ViewHalamanBeranda, page, &class_halaman),
    MU_FIELD(ViewHalamanBeranda, n_layanan),
    MU_FIELD(ViewHalamanBeranda, n_layanan_jamak),
    MU_FIELD(ViewHalamanBeranda, n_instansi),
    MU_FIELD(ViewHalamanBeranda, n_instansi_jamak),
    MU_FIELD(ViewHalamanBeranda, ada_keperluan),
    MU_FIELD_LIST(ViewHalamanBeranda, keperluan, &class_rujukan),
    MU_FIELD(ViewHalamanBeranda, ada_peristiwa),
    MU_FIELD_LIST(ViewHalamanBeranda, peristiwa, &class_rujukan),
    MU_FIELD(ViewHalamanBeranda, ada_bandingkan),
    MU_FIELD_LIST(ViewHalamanBeranda, bandingkan, &class_rujukan),
    MU_FIELD(ViewHalamanBeranda, ada_layanan),
    MU_FIELD_LIST(ViewHalamanBeranda, layanan, &class_kartu),
    MU_FIELD(ViewHalamanBeranda, ada_wilayah),
    MU_FIELD_LIST(ViewHalamanBeranda, wilayah, &class_rujukan_wilayah)};
static const MuClass class_halaman_beranda = CLASS(HalamanBeranda, halaman_beranda_fields);

static const MuField halaman_wilayah_fields[] = {
    MU_FIELD_BASE(ViewHalamanWilayah, page, &class_halaman),
    MU_FIELD(ViewHalamanWilayah, judul),
    MU_FIELD(ViewHalamanWilayah, n_instansi),
    MU_FIELD(ViewHalamanWilayah, n_instansi_jamak),
    MU_FIELD(ViewHalamanWilayah, n_layanan),
    MU_FIELD(ViewHalamanWilayah, n_layanan_jamak),
    MU_FIELD_LIST(ViewHalamanWilayah, instansi, &class_baris_instansi),
    MU_FIELD_OBJECT(ViewHalamanWilayah, halaman, &class_penomoran)};
static const MuClass class_halaman_wilayah = CLASS(HalamanWilayah, halaman_wilayah_fields);

static const MuField halaman_instansi_fields[] = {
    MU_FIELD_BASE(ViewHalamanInstansi, page, &class_halaman),
    MU_FIELD_STRUCT(ViewHalamanInstansi, instansi, &class_instansi),
    MU_FIELD_LIST(ViewHalamanInstansi, daftar, &class_kelompok_kartu),
    MU_FIELD_OBJECT(ViewHalamanInstansi, halaman, &class_penomoran)};
static const MuClass class_halaman_instansi = CLASS(HalamanInstansi, halaman_instansi_fields);

static const MuField halaman_layanan_fields[] = {
    MU_FIELD_BASE(ViewHalamanLayanan, page, &class_halaman),
    MU_FIELD_STRUCT(ViewHalamanLayanan, layanan, &class_layanan)};
static const MuClass class_halaman_layanan = CLASS(HalamanLayanan, halaman_layanan_fields);

static const MuField halaman_az_fields[] = {
    MU_FIELD_BASE(ViewHalamanAZ, page, &class_halaman),
    MU_FIELD(ViewHalamanAZ, n_layanan),
    MU_FIELD(ViewHalamanAZ, n_layanan_jamak),
    MU_FIELD_LIST(ViewHalamanAZ, abjad, &class_huruf),
    MU_FIELD_LIST(ViewHalamanAZ, daftar, &class_kelompok_huruf),
    MU_FIELD_OBJECT(ViewHalamanAZ, halaman, &class_penomoran)};
static const MuClass class_halaman_az = CLASS(HalamanAZ, halaman_az_fields);

static const MuField halaman_daftar_fields[] = {
    MU_FIELD_BASE(ViewHalamanDaftar, page, &class_halaman),
    MU_FIELD(ViewHalamanDaftar, judul),
    MU_FIELD(ViewHalamanDaftar, n_layanan),
    MU_FIELD(ViewHalamanDaftar, n_layanan_jamak),
    MU_FIELD(ViewHalamanDaftar, n_instansi),
    MU_FIELD(ViewHalamanDaftar, n_instansi_jamak),
    MU_FIELD_LIST(ViewHalamanDaftar, layanan, &class_kartu),
    MU_FIELD_OBJECT(ViewHalamanDaftar, halaman, &class_penomoran)};
static const MuClass class_halaman_daftar = CLASS(HalamanDaftar, halaman_daftar_fields);

static const MuField halaman_bandingkan_fields[] = {
    MU_FIELD_BASE(ViewHalamanBandingkan, page, &class_halaman),
    MU_FIELD(ViewHalamanBandingkan, judul),
    MU_FIELD(ViewHalamanBandingkan, n_layanan),
    MU_FIELD(ViewHalamanBandingkan, n_layanan_jamak),
    MU_FIELD(ViewHalamanBandingkan, n_instansi),
    MU_FIELD(ViewHalamanBandingkan, n_instansi_jamak),
    MU_FIELD(ViewHalamanBandingkan, ada_ambigu),
    MU_FIELD_LIST(ViewHalamanBandingkan, baris, &class_baris_banding),
    MU_FIELD(ViewHalamanBandingkan, ada_syarat),
    MU_FIELD_LIST(ViewHalamanBandingkan, bagian, &class_bagian)};
static const MuClass class_halaman_bandingkan =
    CLASS(HalamanBandingkan, halaman_bandingkan_fields);

static const MuField halaman_biaya_instansi_fields[] = {
    MU_FIELD_BASE(ViewHalamanBiayaInstansi, page, &class_halaman),
    MU_FIELD_STRUCT(ViewHalamanBiayaInstansi, instansi, &class_instansi),
    MU_FIELD(ViewHalamanBiayaInstansi, ada_berbayar),
    MU_FIELD_LIST(ViewHalamanBiayaInstansi, berbayar, &class_baris_biaya),
    MU_FIELD(ViewHalamanBiayaInstansi, ada_gratis),
    MU_FIELD_LIST(ViewHalamanBiayaInstansi, gratis, &class_baris_biaya),
    MU_FIELD(ViewHalamanBiayaInstansi, ada_lain),
    MU_FIELD_LIST(ViewHalamanBiayaInstansi, lain, &class_baris_biaya)};
static const MuClass class_halaman_biaya_instansi =
    CLASS(HalamanBiayaInstansi, halaman_biaya_instansi_fields);

static const MuField halaman_pengaduan_instansi_fields[] = {
    MU_FIELD_BASE(ViewHalamanPengaduanInstansi, page, &class_halaman),
    MU_FIELD_STRUCT(ViewHalamanPengaduanInstansi, instansi, &class_instansi),
    MU_FIELD(ViewHalamanPengaduanInstansi, ada_khusus),
    MU_FIELD_LIST(ViewHalamanPengaduanInstansi, khusus, &class_baris_pengaduan)};
static const MuClass class_halaman_pengaduan_instansi =
    CLASS(HalamanPengaduanInstansi, halaman_pengaduan_instansi_fields);

static const MuField halaman_mutu_instansi_fields[] = {
    MU_FIELD_BASE(ViewHalamanMutuInstansi, page, &class_halaman),
    MU_FIELD_STRUCT(ViewHalamanMutuInstansi, instansi, &class_instansi),
    MU_FIELD(ViewHalamanMutuInstansi, n_lengkap),
    MU_FIELD(ViewHalamanMutuInstansi, n_enam),
    MU_FIELD_LIST(ViewHalamanMutuInstansi, layanan, &class_baris_mutu),
    MU_FIELD(ViewHalamanMutuInstansi, ada_temuan),
    MU_FIELD_LIST(ViewHalamanMutuInstansi, temuan, &class_temuan),
    MU_FIELD_LIST(ViewHalamanMutuInstansi, bukti, &class_bukti)};
static const MuClass class_halaman_mutu_instansi =
    CLASS(HalamanMutuInstansi, halaman_mutu_instansi_fields);

static const MuField halaman_daftar_instansi_fields[] = {
    MU_FIELD_BASE(ViewHalamanDaftarInstansi, page, &class_halaman),
    MU_FIELD(ViewHalamanDaftarInstansi, n_instansi),
    MU_FIELD(ViewHalamanDaftarInstansi, n_instansi_jamak),
    MU_FIELD(ViewHalamanDaftarInstansi, n_layanan),
    MU_FIELD(ViewHalamanDaftarInstansi, n_layanan_jamak),
    MU_FIELD_OBJECT(ViewHalamanDaftarInstansi, kanal_nasional, &class_kanal),
    MU_FIELD_LIST(ViewHalamanDaftarInstansi, wilayah, &class_wilayah_instansi),
    MU_FIELD_OBJECT(ViewHalamanDaftarInstansi, halaman, &class_penomoran)};
static const MuClass class_halaman_daftar_instansi =
    CLASS(HalamanDaftarInstansi, halaman_daftar_instansi_fields);

static const MuField halaman_cetak_fields[] = {
    MU_FIELD_BASE(ViewHalamanCetak, page, &class_halaman),
    MU_FIELD_STRUCT(ViewHalamanCetak, instansi, &class_instansi),
    MU_FIELD_LIST(ViewHalamanCetak, layanan, &class_layanan)};
static const MuClass class_halaman_cetak = CLASS(HalamanCetak, halaman_cetak_fields);

static const MuField halaman_papan_fields[] = {
    MU_FIELD_BASE(ViewHalamanPapan, page, &class_halaman),
    MU_FIELD_STRUCT(ViewHalamanPapan, instansi, &class_instansi),
    MU_FIELD_LIST(ViewHalamanPapan, layanan, &class_layanan)};
static const MuClass class_halaman_papan = CLASS(HalamanPapan, halaman_papan_fields);

static const MuField halaman_tentang_fields[] = {
    MU_FIELD_BASE(ViewHalamanTentang, page, &class_halaman),
    MU_FIELD(ViewHalamanTentang, n_layanan), MU_FIELD(ViewHalamanTentang, n_layanan_jamak),
    MU_FIELD(ViewHalamanTentang, n_instansi), MU_FIELD(ViewHalamanTentang, n_instansi_jamak)};
static const MuClass class_halaman_tentang = CLASS(HalamanTentang, halaman_tentang_fields);

static const MuField halaman404_fields[] = {
    MU_FIELD_BASE(ViewHalaman404, page, &class_halaman)};
static const MuClass class_halaman404 = CLASS(Halaman404, halaman404_fields);

static const MuField halaman_alih_fields[] = {
    MU_FIELD_BASE(ViewHalamanAlih, page, &class_halaman), MU_FIELD(ViewHalamanAlih, tujuan),
    MU_FIELD(ViewHalamanAlih, tujuan_judul)};
static const MuClass class_halaman_alih = CLASS(HalamanAlih, halaman_alih_fields);

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
        [PAGE_MUTU_INSTANSI] = &class_halaman_mutu_instansi,
        [PAGE_MUTU] = &class_halaman_daftar_instansi,
        [PAGE_CETAK] = &class_halaman_cetak,
        [PAGE_PAPAN] = &class_halaman_papan,
        [PAGE_TENTANG] = &class_halaman_tentang,
        [PAGE_AKSESIBILITAS] = &class_halaman_tentang,
        [PAGE_404] = &class_halaman404,
        [PAGE_ALIH] = &class_halaman_alih,
    };
    return classes[kind];
}
