/**
 * View: what a page's template may use, as structs.
 *
 * One struct for every class of docs/tema.md, with the members of that class
 * under the same names (the document says what each one means), and the tables
 * by which mustache/mustache.h reads them. Texts are UTF-8 and not escaped unless
 * marked HTML; NULL counts as "". Lists hold structs of the type beside them.
 * Nothing is owned: views live in the arena of the agency or of the shared
 * pages and borrow from the model and the cards. One thread fills a view.
 */
#pragma once
#include "page/theme.h"

typedef struct ViewRujukanInstansi {
    const char *nama, *nama_lengkap, *jalur;
} ViewRujukanInstansi;

typedef struct ViewWaktu {
    gboolean ada;
    const char *inti, *asli;
    gboolean tampil_asli, panjang, kalimat;
    const char *untuk;
    gboolean banyak, tiap_langkah, ambigu;
    const char *setara;
    MuList baris; /* ViewWaktuBaris */
} ViewWaktu;

typedef struct ViewBiaya {
    gboolean ada, gratis, lihat_catatan, tabel, berumus, peraturan;
    const char *inti, *satuan;
    gboolean panjang, kalimat;
    const char *asli;
    gboolean tampil_asli, ada_rincian;
    const char *rumus;
    gboolean ada_tarif;
    MuList tarif; /* ViewKelompokTarif */
    MuList dasar; /* ViewTautan */
    const char *catatan;
} ViewBiaya;

typedef struct ViewTempat {
    gboolean ada;
    const char *alamat, *kode_pos;
    const struct ViewKanal *telepon;
    MuList akses; /* ViewAkses */
} ViewTempat;

typedef struct ViewPengaduan {
    gboolean ada_kanal;
    MuList kanal; /* ViewKanal */
    gboolean nasional_saja, warisan;
    const char *catatan;
    const struct ViewPetugas *petugas;
    gboolean ada_batas;
    MuList batas_waktu; /* ViewWaktuBaris */
    gboolean ada_alur;
    MuList alur;   /* ViewLangkah */
    MuList lanjut; /* ViewLanjut */
} ViewPengaduan;

typedef struct ViewAsli {
    gboolean judul, ringkasan, persyaratan, prosedur, waktu, biaya, produk, pengaduan;
    gboolean keterangan, tempat, varian, kompensasi, antrean, lokasi;
} ViewAsli;

typedef struct ViewLayanan {
    const char *awalan_id, *judul, *jalur, *ringkasan;
    gboolean aktif, nonaktif, dicabut;
    const char *nonaktif_alasan;
    const struct ViewTanggal *nonaktif_sampai;
    gboolean belum_berlaku;
    MuList pemberitahuan; /* ViewPemberitahuan */
    MuList perubahan;     /* ViewPerubahan: those to come */
    gboolean ada_kompensasi;
    MuList kompensasi; /* ViewKompensasi */
    gboolean kompensasi_warisan;
    const struct ViewAntrean *antrean;
    gboolean ada_lokasi;
    MuList lokasi; /* ViewLokasi */
    gboolean tanpa_jeda;
    const char *peninjau, *selang_tinjau;
    gboolean ada_fkp;
    MuList fkp; /* ViewForum */
    gboolean ada_riwayat;
    MuList riwayat; /* ViewRiwayat: the newest */
    const char *riwayat_jalur;
    ViewRujukanInstansi instansi;
    ViewWaktu waktu;
    ViewBiaya biaya;
    gboolean ada_hasil;
    MuList hasil; /* const char * */
    gboolean ada_hasil_lain;
    guint n_hasil_lain;
    MuList produk; /* ViewKelompokButir */
    ViewTempat tempat;
    const struct ViewAkses *aksi;
    guint n_syarat;
    gboolean n_syarat_jamak, ada_persyaratan;
    MuList persyaratan; /* ViewKelompokSyarat */
    guint n_langkah;
    gboolean n_langkah_jamak;
    const char *tanda_cetak; /* of what a poster says: facts/mark.h */
    guint n_anda;
    gboolean ada_anda, ada_prosedur;
    MuList prosedur; /* ViewLangkah */
    gboolean ada_varian;
    MuList varian; /* ViewVarian */
    gboolean beda_persyaratan, beda_prosedur, beda_waktu, beda_biaya, beda_produk;
    gboolean tanpa_persyaratan, tanpa_prosedur, tanpa_waktu, tanpa_biaya, tanpa_hasil;
    gboolean ada_rincian_waktu, ada_rincian_biaya;
    const char *kapan;
    ViewPengaduan pengaduan;
    const char *serupa;
    const struct ViewSk *sk;
    const struct ViewTanggal *berlaku_sejak;
    const struct ViewTanggal *ditinjau;
    gboolean ada_jam_layanan;
    MuList jam_layanan; /* ViewJam */
    MuList komponen;    /* ViewKomponen */
    gboolean ada_komponen_kosong;
    MuList komponen_kosong; /* ViewNamaKomponen */
    const char *keterangan; /* HTML */
    const struct ViewSumber *sumber;
    gboolean ada_keperluan;
    MuList keperluan; /* ViewRujukan */
    gboolean ada_poster;
    MuList poster; /* ViewBerkas */
    const char *kartu, *tautan_kartu;
    const char *alur, *tautan_alur;
    ViewAsli asli;
} ViewLayanan;

typedef struct ViewWaktuBaris {
    const char *untuk, *teks;
    gboolean ambigu;
} ViewWaktuBaris;

typedef struct ViewWaktuRingkas {
    gboolean ada;
    const char *inti, *untuk;
    gboolean banyak, tiap_langkah, ambigu;
} ViewWaktuRingkas;

typedef struct ViewBiayaRingkas {
    gboolean ada, gratis, lihat_catatan, tabel, berumus, peraturan;
    const char *inti, *satuan;
} ViewBiayaRingkas;

typedef struct ViewKelompokTarif {
    const char *nama;
    MuList baris; /* ViewTarif */
} ViewKelompokTarif;

typedef struct ViewTarif {
    const char *untuk, *jumlah, *satuan, *catatan;
} ViewTarif;

typedef struct ViewAkses {
    gboolean datang, daring, lewat_telepon;
    const char *tempat, *tautan;
    const char *nama; /* HTML */
} ViewAkses;

typedef struct ViewKelompokSyarat {
    const char *nama;
    MuList butir; /* ViewSyarat */
} ViewKelompokSyarat;

typedef struct ViewSyarat {
    guint no;
    const char *id, *teks, *untuk, *bila, *jumlah, *formulir, *tautan, *berkas;
    const char *gambar; /* pictogram_path() */
    gboolean asing; /* on a translated page: left in the original's language */
    gboolean ada_rincian;
    MuList rincian; /* ViewRincian */
} ViewSyarat;

typedef struct ViewRincian {
    const char *huruf, *teks, *untuk, *bila, *jumlah, *formulir, *tautan, *berkas;
    gboolean asing; /* as ViewSyarat.asing */
} ViewRincian;

/* What a step and a branch both have. */
typedef struct ViewLanjutan {
    const char *waktu;
    gboolean asing; /* as ViewSyarat.asing */
    gboolean ada_rincian;
    MuList rincian; /* ViewRincian */
    gboolean ada_cabang;
    MuList cabang; /* ViewCabang */
    gboolean selesai;
    const struct ViewKembali *kembali;
} ViewLanjutan;

typedef struct ViewLangkah {
    guint no;
    gboolean lompat, anda;
    const char *id, *bila, *oleh, *teks;
    ViewLanjutan lanjut;
} ViewLangkah;

typedef struct ViewCabang {
    const char *jika, *maka;
    gboolean ada_langkah;
    MuList langkah; /* ViewLangkah */
    ViewLanjutan lanjut;
} ViewCabang;

typedef struct ViewKembali {
    guint no;
    const char *id;
} ViewKembali;

typedef struct ViewVarian {
    const char *nama, *kunci;
    gboolean pertama;
    ViewAsli asli;
    ViewWaktu waktu;
    ViewBiaya biaya;
    guint n_syarat;
    gboolean n_syarat_jamak, tanpa_persyaratan;
    MuList persyaratan; /* ViewKelompokSyarat */
    guint n_langkah;
    gboolean n_langkah_jamak;
    guint n_anda;
    gboolean ada_anda, ada_prosedur;
    MuList prosedur; /* ViewLangkah */
    MuList produk;   /* ViewKelompokButir */
    gboolean ada_hasil;
    MuList hasil; /* const char * */
    gboolean ada_hasil_lain;
    guint n_hasil_lain;
} ViewVarian;

typedef struct ViewPetugas {
    const char *nama, *jabatan;
    const struct ViewKanal *kontak;
} ViewPetugas;

typedef struct ViewKanal {
    const char *jenis, *label;
    const char *nilai; /* HTML */
    gboolean nomor;
    const char *tautan;
    gboolean nasional;
    const char *catatan;
} ViewKanal;

typedef struct ViewLanjut {
    const char *bila;
    ViewKanal kanal;
} ViewLanjut;

typedef struct ViewSk {
    const char *nomor;
    const struct ViewTanggal *tanggal;
    const char *tentang, *tautan, *berkas;
} ViewSk;

typedef struct ViewKomponen {
    guint no;
    const char *nama, *id;
    gboolean warisan, bahasa_asli;
    MuList kelompok; /* ViewKelompokButir */
} ViewKomponen;

typedef struct ViewKelompokButir {
    const char *nama;
    gboolean satu;
    MuList butir; /* ViewButir */
} ViewKelompokButir;

typedef struct ViewButir {
    const char *teks, *tautan;
    const char *gambar; /* of a facility: pictogram_path() */
    const char *berkas; /* kind and size of the file behind `tautan` */
} ViewButir;

typedef struct ViewNamaKomponen {
    guint no;
    const char *nama;
    gboolean terakhir;
} ViewNamaKomponen;

typedef struct ViewSumber {
    const char *tautan, *nama, *catatan, *teks;
} ViewSumber;

typedef struct ViewTanggal {
    const char *iso, *teks;
} ViewTanggal;

typedef struct ViewTautan {
    const char *teks, *tautan, *berkas;
} ViewTautan;

typedef struct ViewBahasa {
    const char *kode, *nama, *jalur, *kanonik;
} ViewBahasa;

typedef struct ViewRemah {
    const char *nama, *jalur, *tautan;
    gboolean ini;
} ViewRemah;

typedef struct ViewRujukan {
    const char *nama, *jalur, *gambar;
    guint n_layanan;
    gboolean n_layanan_jamak;
    guint n_instansi;
    gboolean n_instansi_jamak;
} ViewRujukan;

typedef struct ViewRujukanWilayah {
    const char *nama, *jalur, *folder;
    guint n_instansi;
    gboolean n_instansi_jamak;
    guint n_layanan;
    gboolean n_layanan_jamak, rinci;
    MuList instansi; /* ViewBarisInstansi */
} ViewRujukanWilayah;

typedef struct ViewWilayahInstansi {
    const char *nama;
    MuList instansi; /* ViewBarisInstansi */
} ViewWilayahInstansi;

typedef struct ViewBarisInstansi {
    const char *nama, *nama_lengkap, *jalur, *jalur_biaya, *jalur_pengaduan, *jalur_mutu;
    guint n_layanan;
    gboolean n_layanan_jamak;
    guint n_gratis, n_berbayar, n_biaya_lain, n_kanal;
    gboolean n_kanal_jamak;
    gboolean ada_kanal;
    guint n_enam, n_lengkap;
} ViewBarisInstansi;

typedef struct ViewKartu {
    const char *judul, *jalur, *instansi;
    ViewWaktuRingkas waktu;
    ViewBiayaRingkas biaya;
    const char *hasil;
    gboolean nonaktif, belum_berlaku;
} ViewKartu;

typedef struct ViewKelompokKartu {
    const char *nama;
    MuList layanan; /* ViewKartu */
} ViewKelompokKartu;

typedef struct ViewHuruf {
    const char *huruf, *tautan;
} ViewHuruf;

typedef struct ViewKelompokHuruf {
    const char *huruf, *id;
    MuList layanan; /* ViewKartu */
} ViewKelompokHuruf;

typedef struct ViewPenomoran {
    guint no, jumlah;
    const char *sebelum, *sesudah;
} ViewPenomoran;

typedef struct ViewBagian {
    const char *nama, *jalur;
    gboolean ini;
} ViewBagian;

typedef struct ViewSyaratBanding {
    gboolean varian, kelompok, rinci;
    const char *teks, *untuk, *bila, *jumlah, *formulir, *tautan;
    gboolean beda;
    gboolean asing; /* never: comparisons are in the first language */
} ViewSyaratBanding;

typedef struct ViewBarisBanding {
    const char *id, *judul, *instansi, *jalur;
    ViewWaktuRingkas waktu;
    gboolean waktu_beda;
    ViewBiayaRingkas biaya;
    gboolean biaya_beda;
    guint n_syarat, n_langkah;
    MuList syarat; /* ViewSyaratBanding */
} ViewBarisBanding;

typedef struct ViewVarianBiaya {
    const char *nama;
    ViewBiaya biaya;
} ViewVarianBiaya;

typedef struct ViewBarisBiaya {
    const char *judul, *jalur;
    ViewBiaya biaya;
    MuList varian_biaya; /* ViewVarianBiaya */
} ViewBarisBiaya;

typedef struct ViewBarisPengaduan {
    const char *judul, *jalur;
    MuList kanal; /* ViewKanal */
} ViewBarisPengaduan;

typedef struct ViewBarisMutu {
    const char *judul, *jalur;
    MuList komponen; /* ViewKomponenMutu */
    gboolean ada_kosong;
    MuList kosong; /* ViewNamaKomponen */
    guint n_ada;
    gboolean ada_sk;
    const struct ViewTanggal *ditinjau;
    gboolean ada_temuan;
    MuList temuan; /* ViewTemuan */
} ViewBarisMutu;

typedef struct ViewKomponenMutu {
    guint no;
    const char *nama;
    gboolean ada, warisan;
} ViewKomponenMutu;

typedef struct ViewTemuan {
    gboolean galat, peringatan;
    const char *teks, *saran;
} ViewTemuan;

typedef struct ViewBukti {
    const char *nama;
    gboolean ada;
    const char *teks, *tautan, *jalur;
} ViewBukti;

typedef struct ViewInstrumen {
    const char *kunci, *nama, *singkat;
    MuList dasar; /* texts */
    const char *catatan;
    gboolean belum_diverifikasi;
    guint n_terbukti, n_belum, n_lain, n_butir;
    MuList bagian; /* ViewBagianUji */
} ViewInstrumen;

typedef struct ViewBagianUji {
    const char *judul;
    guint n_terbukti, n_butir;
    MuList butir; /* ViewButirUji */
} ViewBagianUji;

typedef struct ViewButirUji {
    const char *nomor, *tanya;
    gboolean terbukti, belum, ragu, umur_terbuka;
    MuList halaman; /* ViewTautan */
    MuList saran;   /* ViewSaran */
    MuList siapkan; /* texts */
    const char *batas;
} ViewButirUji;

typedef struct ViewSaran {
    const char *html;
} ViewSaran;

typedef struct ViewInstansi {
    const char *nama, *nama_lengkap, *instansi_induk, *jalur, *folder;
    const struct ViewLogo *logo;
    guint n_layanan;
    gboolean n_layanan_jamak;
    guint n_gratis;
    gboolean semua_gratis;
    const char *alamat, *kode_pos, *peta;
    const struct ViewKanal *telepon;
    const struct ViewKanal *situs_web;
    MuList email;  /* ViewKanal */
    MuList kontak; /* ViewKanal */
    gboolean ada_hubungi, ada_jam;
    MuList jam_layanan; /* ViewJam */
    MuList jam_khusus;  /* ViewJamKhusus */
    gboolean ada_tutup;
    MuList hari_tutup; /* ViewTanggal */
    const char *zona_waktu;
    const char *kalender; /* HTML */
    gboolean ada_profil;
    const char *profil; /* HTML */
    gboolean ada_visi_misi;
    const struct ViewKepala *kepala;
    const char *visi;
    gboolean ada_misi;
    MuList misi; /* const char * */
    const char *moto;
    const struct ViewMaklumat *maklumat;
    ViewPengaduan pengaduan;
    const struct ViewSkm *skm;
    gboolean ada_skm_lain;
    MuList skm_lain; /* ViewSkm */
    gboolean ada_pengaduan_hasil;
    MuList pengaduan_hasil; /* ViewHasilPengaduan */
    const struct ViewKodeEtik *kode_etik;
    gboolean ada_sarana_khusus;
    MuList sarana_khusus; /* ViewSaranaKhusus */
    gboolean ada_fkp;
    MuList fkp; /* ViewForum */
    const struct ViewAntrean *antrean;
    gboolean tanpa_jeda, ada_riwayat;
    MuList pemberitahuan; /* ViewPemberitahuan */
    gboolean ada_poster;
    MuList poster; /* ViewBerkas */
    gboolean ada_ruang_poster;
} ViewInstansi;

typedef struct ViewLogo {
    const char *jalur;
    guint lebar, tinggi;
} ViewLogo;

typedef struct ViewKepala {
    const char *jabatan, *nama, *pangkat;
} ViewKepala;

typedef struct ViewJam {
    const char *hari, *jam, *istirahat;
} ViewJam;

typedef struct ViewJamKhusus {
    const char *nama;
    ViewTanggal dari;
    ViewTanggal sampai;
    MuList jam_layanan; /* ViewJam */
} ViewJamKhusus;

typedef struct ViewMaklumat {
    MuList paragraf; /* const char * */
    const char *tempat;
    const struct ViewTanggal *tanggal;
    const struct ViewSk *sk;
} ViewMaklumat;

typedef struct ViewSkm {
    const char *nilai, *periode, *responden, *mutu, *populasi;
    gboolean ada_unsur;
    MuList unsur; /* ViewUnsur */
    const struct ViewTanggal *tanggal;
    const struct ViewTautan *laporan;
    const struct ViewTindakLanjut *tindak_lanjut;
} ViewSkm;

typedef struct ViewTindakLanjut {
    gboolean ada_rencana;
    MuList rencana; /* const char * */
    const char *realisasi;
    const struct ViewTautan *laporan;
} ViewTindakLanjut;

typedef struct ViewPemberitahuan {
    const char *teks;
    const struct ViewTanggal *dari, *sampai;
} ViewPemberitahuan;

typedef struct ViewPerubahan {
    ViewTanggal mulai;
    const char *catatan;
    const struct ViewSk *sk;
    MuList baris; /* ViewBarisPerubahan */
} ViewPerubahan;

typedef struct ViewBarisPerubahan {
    const char *nama, *dari, *menjadi;
} ViewBarisPerubahan;

typedef struct ViewRiwayat {
    ViewTanggal tanggal;
    gboolean pertama;
    MuList baris; /* ViewBarisPerubahan */
} ViewRiwayat;

typedef struct ViewHariRiwayat {
    ViewTanggal tanggal;
    MuList layanan; /* ViewLayananRiwayat */
} ViewHariRiwayat;

typedef struct ViewLayananRiwayat {
    const char *judul, *jalur;
    gboolean pertama;
    MuList baris; /* ViewBarisPerubahan */
} ViewLayananRiwayat;

typedef struct ViewKompensasi {
    const char *teks, *bila, *oleh, *kepada, *batas_waktu;
} ViewKompensasi;

typedef struct ViewAntrean {
    const char *tautan;
    const char *nama; /* HTML */
    const char *cara;
} ViewAntrean;

typedef struct ViewLokasi {
    const char *nama, *alamat, *peta;
    const struct ViewKanal *telepon;
    gboolean ada_jam;
    MuList jam_layanan; /* ViewJam */
    gboolean tanpa_jeda;
    const char *catatan;
} ViewLokasi;

typedef struct ViewForum {
    const struct ViewTanggal *tanggal;
    gboolean ada_unsur;
    MuList unsur; /* const char * */
    const struct ViewTautan *berita_acara, *laporan;
} ViewForum;

typedef struct ViewHasilPengaduan {
    const char *tahun, *masuk, *selesai, *persen, *lapor_masuk, *lapor_selesai, *lapor_persen;
    const struct ViewTautan *laporan;
} ViewHasilPengaduan;

typedef struct ViewKodeEtik {
    gboolean ada_isi;
    MuList isi; /* const char * */
    const struct ViewSk *sk;
    const struct ViewTautan *tautan;
} ViewKodeEtik;

typedef struct ViewSaranaKhusus {
    const char *nama;
    gboolean ada;
} ViewSaranaKhusus;

typedef struct ViewUnsur {
    const char *nama, *nilai;
} ViewUnsur;

typedef struct ViewBerkas {
    const char *nama, *jalur, *tautan;
} ViewBerkas;

typedef struct ViewMenu {
    const char *nama, *jalur;
    gboolean ini;
} ViewMenu;

typedef struct ViewHalaman {
    const char *bahasa, *asli_lang, *asli_nama;
    gboolean ada_bahasa_lain;
    MuList bahasa_lain; /* ViewBahasa */
    const char *akar, *jalur_halaman, *situs_nama, *judul_tab, *kanonik, *url_kartu, *umpan,
        *aset_css, *aset_css_daftar, *aset_css_petugas;
    const char *aset_js, *aset_js_daftar, *aset_js_cari, *aset_js_papan, *aset_js_janji, *aset_css_janji, *aset_ikon, *warna_tema;
    gboolean draf, tanpa_tautan, satu_instansi, tolak_indeks;
    MuList menu;        /* ViewMenu */
    MuList remah;       /* ViewRemah */
    const char *jsonld; /* HTML */
    const struct ViewTanggal *diperbarui;
    MuList pemberitahuan_situs; /* ViewPemberitahuan */
} ViewHalaman;

typedef struct ViewHalamanBeranda {
    ViewHalaman page;
    guint n_layanan;
    gboolean n_layanan_jamak;
    guint n_instansi;
    gboolean n_instansi_jamak, ada_keperluan;
    MuList keperluan; /* ViewRujukan */
    gboolean ada_peristiwa;
    MuList peristiwa; /* ViewRujukan */
    gboolean ada_bandingkan;
    MuList bandingkan; /* ViewRujukan */
    gboolean ada_layanan;
    MuList layanan; /* ViewKartu */
    gboolean ada_wilayah;
    MuList wilayah; /* ViewRujukanWilayah */
} ViewHalamanBeranda;

typedef struct ViewHalamanWilayah {
    ViewHalaman page;
    const char *judul, *folder;
    guint n_instansi;
    gboolean n_instansi_jamak;
    guint n_layanan;
    gboolean n_layanan_jamak;
    gboolean ada_daerah;
    MuList daerah; /* ViewRujukanWilayah */
    gboolean ada_instansi;
    MuList instansi; /* ViewBarisInstansi */
    const struct ViewPenomoran *halaman;
} ViewHalamanWilayah;

typedef struct ViewHalamanInstansi {
    ViewHalaman page;
    ViewInstansi instansi;
    MuList daftar; /* ViewKelompokKartu */
    const struct ViewPenomoran *halaman;
} ViewHalamanInstansi;

typedef struct ViewHalamanLayanan {
    ViewHalaman page;
    ViewLayanan layanan;
} ViewHalamanLayanan;

typedef struct ViewHalamanAZ {
    ViewHalaman page;
    guint n_layanan;
    gboolean n_layanan_jamak;
    MuList abjad;  /* ViewHuruf */
    MuList daftar; /* ViewKelompokHuruf */
    const struct ViewPenomoran *halaman;
} ViewHalamanAZ;

typedef struct ViewLangkahPeristiwa {
    const char *nama, *jalur, *tautan, *instansi, *catatan;
    gboolean ada_fakta;
    ViewWaktuRingkas waktu;
    ViewBiayaRingkas biaya;
} ViewLangkahPeristiwa;

typedef struct ViewUrutan {
    const char *untuk;
    MuList langkah; /* ViewLangkahPeristiwa */
} ViewUrutan;

typedef struct ViewHalamanDaftar {
    ViewHalaman page;
    const char *judul;
    gboolean ada_urutan;
    MuList urutan; /* ViewUrutan */
    guint n_layanan;
    gboolean n_layanan_jamak;
    guint n_instansi;
    gboolean n_instansi_jamak;
    MuList layanan; /* ViewKartu */
    const struct ViewPenomoran *halaman;
} ViewHalamanDaftar;

typedef struct ViewHalamanBandingkan {
    ViewHalaman page;
    const char *judul;
    guint n_layanan;
    gboolean n_layanan_jamak;
    guint n_instansi;
    gboolean n_instansi_jamak, ada_ambigu;
    MuList baris; /* ViewBarisBanding */
    gboolean ada_syarat;
    MuList bagian; /* ViewBagian */
} ViewHalamanBandingkan;

typedef struct ViewHalamanBiayaInstansi {
    ViewHalaman page;
    ViewInstansi instansi;
    gboolean ada_berbayar;
    MuList berbayar; /* ViewBarisBiaya */
    gboolean ada_gratis;
    MuList gratis; /* ViewBarisBiaya */
    gboolean ada_lain;
    MuList lain; /* ViewBarisBiaya */
} ViewHalamanBiayaInstansi;

typedef struct ViewHalamanPengaduanInstansi {
    ViewHalaman page;
    ViewInstansi instansi;
    gboolean ada_khusus;
    MuList khusus; /* ViewBarisPengaduan */
} ViewHalamanPengaduanInstansi;

typedef struct ViewHalamanMutuInstansi {
    ViewHalaman page;
    ViewInstansi instansi;
    guint n_lengkap, n_enam;
    MuList empat_belas; /* ViewNamaKomponen */
    MuList layanan;     /* ViewBarisMutu */
    gboolean ada_temuan;
    MuList temuan; /* ViewTemuan */
    MuList bukti;  /* ViewBukti */
    MuList instrumen; /* ViewInstrumen */
} ViewHalamanMutuInstansi;

typedef struct ViewHalamanRiwayatInstansi {
    ViewHalaman page;
    ViewInstansi instansi;
    MuList hari; /* ViewHariRiwayat */
} ViewHalamanRiwayatInstansi;

typedef struct ViewHalamanDaftarInstansi {
    ViewHalaman page;
    guint n_instansi;
    gboolean n_instansi_jamak;
    guint n_layanan;
    gboolean n_layanan_jamak;
    const struct ViewKanal *kanal_nasional;
    MuList wilayah; /* ViewWilayahInstansi */
    const struct ViewPenomoran *halaman;
} ViewHalamanDaftarInstansi;

typedef struct ViewHalamanCetak {
    ViewHalaman page;
    ViewInstansi instansi;
    MuList layanan; /* ViewLayanan */
    gboolean ada_bersama;
    MuList bersama; /* ViewKomponen */
} ViewHalamanCetak;

typedef struct ViewJeda {
    const char *judul, *alasan;
    const struct ViewTanggal *sampai;
} ViewJeda;

typedef struct ViewHalamanPapan {
    ViewHalaman page;
    ViewInstansi instansi;
    MuList layanan; /* ViewLayanan */
    gboolean ada_kabar;
    MuList jeda; /* ViewJeda */
    gboolean ada_sarana;
    MuList sarana; /* ViewKelompokButir */
} ViewHalamanPapan;

typedef struct ViewBerkasPoster {
    const char *nama, *jalur;
    guint lembar;
    gboolean lembar_jamak;
} ViewBerkasPoster;

typedef struct ViewPoster {
    const char *judul, *jalur, *gambar;
    MuList berkas; /* ViewBerkasPoster */
} ViewPoster;

typedef struct ViewHalamanPoster {
    ViewHalaman page;
    ViewInstansi instansi;
    MuList poster; /* ViewPoster */
    gboolean ada_gabungan;
    MuList gabungan; /* ViewBerkas */
} ViewHalamanPoster;

typedef struct ViewHalamanTentang {
    ViewHalaman page;
    guint n_layanan;
    gboolean n_layanan_jamak;
    guint n_instansi;
    gboolean n_instansi_jamak;
} ViewHalamanTentang;

typedef struct ViewHalamanSendiri {
    ViewHalaman page;
    const char *judul, *ringkasan;
    const struct ViewTanggal *tanggal;
    gboolean ada_isi;
    const char *isi; /* HTML */
} ViewHalamanSendiri;

typedef struct ViewHalaman404 {
    ViewHalaman page;
} ViewHalaman404;

typedef struct ViewHalamanAlih {
    ViewHalaman page;
    const char *tujuan, *tujuan_judul;
} ViewHalamanAlih;

/** The class of the views of a page type: ViewHalamanLayanan for PAGE_LAYANAN, and so on. */
const MuClass *view_class(PageKind kind);

/** A list of `n` structs at `items`. */
static inline MuList
view_list(gconstpointer items, guint n)
{
    return (MuList){items, n};
}
