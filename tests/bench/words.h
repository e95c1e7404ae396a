/**
 * Words: what the generated charters are made of.
 *
 * Data only. Names of regions and agencies are real words, the charters are not
 * real charters. Tables are read by index modulo their length; the order decides
 * what is generated, so that rows are only ever added at the end.
 */
#pragma once
#include <stddef.h>

static const char *const region_names[] = {
    "Pasuruan",   "Lebak",       "Lumajang",    "Jember",     "Banyuwangi", "Situbondo",
    "Bondowoso",  "Probolinggo", "Malang",      "Blitar",     "Kediri",     "Tulungagung",
    "Trenggalek", "Pacitan",     "Ponorogo",    "Madiun",     "Magetan",    "Ngawi",
    "Bojonegoro", "Tuban",       "Lamongan",    "Gresik",     "Sidoarjo",   "Mojokerto",
    "Jombang",    "Nganjuk",     "Bangkalan",   "Sampang",    "Pamekasan",  "Sumenep",
    "Cilacap",    "Banyumas",    "Purbalingga", "Kebumen",    "Purworejo",  "Wonosobo",
    "Magelang",   "Boyolali",    "Klaten",      "Sukoharjo",  "Wonogiri",   "Karanganyar",
    "Sragen",     "Grobogan",    "Blora",       "Rembang",    "Pati",       "Kudus",
    "Jepara",     "Demak",       "Semarang",    "Temanggung", "Kendal",     "Batang",
    "Pekalongan", "Pemalang",    "Tegal",       "Brebes",     "Bantul",     "Sleman",
    "Ciamis",     "Kuningan",    "Majalengka",  "Sumedang",
};

static const char *const region_sides[] = {
    "", " Utara", " Selatan", " Barat", " Timur", " Tengah", " Hulu", " Hilir",
};

enum { N_OBJECTS = 10 };

typedef struct AgencyWords {
    const char *name, *folder;
    const char *topics[2];
    const char *event; /* life event, or NULL */
    const char *objects[N_OBJECTS];
} AgencyWords;

/* What twenty agencies of a region issue; each object is served in two ways. */
static const AgencyWords agency_words[] = {
    {"Dinas Kependudukan dan Pencatatan Sipil",
     "dinas-kependudukan-dan-pencatatan-sipil",
     {"kependudukan", "identitas"},
     "lahir",
     {"Kartu Tanda Penduduk Elektronik", "Kartu Keluarga", "Akta Kelahiran", "Akta Kematian",
      "Kartu Identitas Anak", "Surat Keterangan Pindah", "Akta Perkawinan", "Akta Perceraian",
      "Akta Pengakuan Anak", "Surat Keterangan Tempat Tinggal"}},
    {"Dinas Sosial",
     "dinas-sosial",
     {"bantuan-sosial", "difabel"},
     "lansia",
     {"Surat Keterangan Tidak Mampu", "Bantuan Alat Bantu Disabilitas",
      "Rekomendasi Panti Sosial", "Jaminan Kesehatan Fakir Miskin",
      "Bantuan Korban Bencana Alam", "Tanda Daftar Lembaga Kesejahteraan Sosial",
      "Izin Pengumpulan Uang dan Barang", "Rehabilitasi Sosial Lanjut Usia",
      "Rekomendasi Pengangkatan Anak", "Usulan Data Terpadu Kesejahteraan Sosial"}},
    {"Dinas Kesehatan",
     "dinas-kesehatan",
     {"kesehatan", "izin-tenaga-kesehatan"},
     "sakit",
     {"Surat Izin Praktik Dokter", "Surat Izin Praktik Bidan", "Surat Izin Praktik Perawat",
      "Izin Apotek", "Izin Klinik Pratama", "Sertifikat Laik Higiene Sanitasi",
      "Sertifikat Pangan Industri Rumah Tangga", "Izin Toko Obat",
      "Surat Terdaftar Penyehat Tradisional", "Izin Depot Air Minum"}},
    {"Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
     "dinas-penanaman-modal",
     {"izin-usaha", "bangunan"},
     "usaha",
     {"Nomor Induk Berusaha", "Persetujuan Bangunan Gedung", "Izin Reklame", "Izin Penelitian",
      "Izin Penyelenggaraan Pendidikan", "Izin Trayek", "Sertifikat Laik Fungsi",
      "Izin Pemakaian Tanah Daerah", "Izin Usaha Jasa Konstruksi",
      "Kesesuaian Kegiatan Pemanfaatan Ruang"}},
    {"Dinas Pendidikan",
     "dinas-pendidikan",
     {"pendidikan", "beasiswa"},
     "sekolah",
     {"Mutasi Peserta Didik", "Ijazah Pengganti yang Hilang", "Beasiswa Siswa Berprestasi",
      "Izin Operasional Lembaga Kursus", "Nomor Pokok Sekolah Nasional",
      "Surat Keterangan Melanjutkan Sekolah", "Rekomendasi Tunjangan Profesi Guru",
      "Kartu Indonesia Pintar", "Ujian Kesetaraan", "Izin Pendirian Taman Kanak-kanak"}},
    {"Dinas Perhubungan",
     "dinas-perhubungan",
     {"perhubungan", "kendaraan"},
     NULL,
     {"Uji Berkala Kendaraan Bermotor", "Rekomendasi Izin Trayek Angkutan Kota",
      "Izin Penyelenggaraan Parkir", "Analisis Dampak Lalu Lintas",
      "Dispensasi Jalan Kabupaten", "Kartu Pengawasan Angkutan", "Penutupan Jalan Sementara",
      "Derek Kendaraan", "Surat Keterangan Kecakapan Kapal", "Pas Kecil Kapal"}},
    {"Dinas Lingkungan Hidup",
     "dinas-lingkungan-hidup",
     {"lingkungan", "persampahan"},
     NULL,
     {"Persetujuan Lingkungan", "Uji Laboratorium Air Limbah", "Pengangkutan Sampah",
      "Penebangan Pohon Pelindung", "Persetujuan Teknis Limbah Berbahaya",
      "Retribusi Kebersihan", "Peminjaman Mobil Toilet", "Bibit Tanaman Penghijauan",
      "Surat Pernyataan Pengelolaan Lingkungan", "Pembuangan Lumpur Tinja"}},
    {"Dinas Pertanian dan Ketahanan Pangan",
     "dinas-pertanian",
     {"pertanian", "bantuan-usaha"},
     NULL,
     {"Rekomendasi Pupuk Bersubsidi", "Bantuan Benih Padi", "Peminjaman Alat Mesin Pertanian",
      "Pengendalian Hama Tanaman", "Pendaftaran Kelompok Tani", "Sertifikat Prima Pangan Segar",
      "Rekomendasi Solar Pertanian", "Uji Tanah Sawah", "Asuransi Usaha Tani Padi",
      "Penyuluhan Budidaya Tanaman"}},
    {"Dinas Peternakan dan Kesehatan Hewan",
     "dinas-peternakan",
     {"peternakan", "kesehatan-hewan"},
     NULL,
     {"Vaksinasi Penyakit Mulut dan Kuku", "Inseminasi Buatan Sapi", "Pemeriksaan Hewan Kurban",
      "Surat Keterangan Kesehatan Hewan", "Pelayanan Rumah Potong Hewan",
      "Pengobatan Ternak Sakit", "Nomor Kontrol Veteriner", "Pemeriksaan Kebuntingan",
      "Vaksinasi Rabies", "Rekomendasi Pemasukan Ternak"}},
    {"Dinas Perikanan",
     "dinas-perikanan",
     {"perikanan", "bantuan-usaha"},
     NULL,
     {"Kartu Pelaku Usaha Kelautan", "Rekomendasi Bahan Bakar Nelayan", "Bantuan Benih Ikan",
      "Tanda Daftar Kapal Perikanan", "Uji Mutu Air Tambak", "Pembinaan Kelompok Pembudidaya",
      "Surat Laik Operasi Kapal", "Sewa Tempat Pelelangan Ikan", "Bantuan Jaring Nelayan",
      "Sertifikat Cara Budidaya Ikan"}},
    {"Dinas Koperasi Usaha Kecil dan Menengah",
     "dinas-koperasi",
     {"koperasi", "bantuan-usaha"},
     "usaha",
     {"Pengesahan Badan Hukum Koperasi", "Izin Simpan Pinjam Koperasi",
      "Fasilitasi Sertifikat Halal", "Pelatihan Usaha Mikro", "Penilaian Kesehatan Koperasi",
      "Fasilitasi Merek Dagang", "Kredit Usaha Rakyat", "Sewa Kios Pasar",
      "Nomor Induk Koperasi", "Kurasi Produk Usaha Mikro"}},
    {"Dinas Tenaga Kerja",
     "dinas-tenaga-kerja",
     {"ketenagakerjaan", "pelatihan"},
     "kerja",
     {"Kartu Pencari Kerja", "Pelatihan Berbasis Kompetensi", "Pencatatan Perjanjian Kerja",
      "Rekomendasi Paspor Pekerja Migran", "Mediasi Perselisihan Hubungan Industrial",
      "Pengesahan Peraturan Perusahaan", "Izin Lembaga Pelatihan Kerja",
      "Pendaftaran Perjanjian Kerja Bersama", "Pencatatan Serikat Pekerja",
      "Informasi Lowongan Kerja"}},
    {"Dinas Pekerjaan Umum dan Penataan Ruang",
     "dinas-pekerjaan-umum",
     {"bangunan", "jalan-dan-air"},
     NULL,
     {"Keterangan Rencana Kabupaten", "Izin Pemanfaatan Sempadan Sungai",
      "Peminjaman Alat Berat", "Pengujian Mutu Beton", "Laporan Jalan Rusak",
      "Rekomendasi Teknis Drainase", "Sambungan Saluran Irigasi",
      "Sertifikat Tenaga Konstruksi", "Izin Galian Kabel Jalan", "Informasi Tata Ruang"}},
    {"Dinas Perpustakaan dan Kearsipan",
     "dinas-perpustakaan",
     {"pendidikan", "informasi-publik"},
     NULL,
     {"Kartu Anggota Perpustakaan", "Peminjaman Buku", "Perpustakaan Keliling",
      "Penelusuran Arsip Statis", "Bimbingan Pengelolaan Arsip", "Nomor Pokok Perpustakaan",
      "Peminjaman Ruang Baca", "Restorasi Arsip Keluarga", "Kunjungan Sekolah",
      "Salinan Arsip Daerah"}},
    {"Dinas Komunikasi dan Informatika",
     "dinas-komunikasi",
     {"informasi-publik", "pengaduan-warga"},
     NULL,
     {"Informasi Publik", "Peminjaman Videotron", "Pemulihan Data Elektronik",
      "Tanda Tangan Elektronik", "Rekomendasi Menara Telekomunikasi", "Nama Domain Desa",
      "Peliputan Kegiatan", "Hosting Situs Perangkat Daerah", "Data Statistik Sektoral",
      "Pengaduan Warga"}},
    {"Dinas Pariwisata dan Kebudayaan",
     "dinas-pariwisata",
     {"pariwisata", "kebudayaan"},
     NULL,
     {"Tanda Daftar Usaha Pariwisata", "Nomor Induk Kesenian", "Izin Pentas Seni",
      "Sewa Gedung Kesenian", "Rekomendasi Cagar Budaya", "Pemandu Wisata",
      "Sertifikat Usaha Hotel", "Promosi Desa Wisata", "Izin Syuting Film",
      "Kunjungan Museum Daerah"}},
    {"Dinas Perumahan dan Kawasan Permukiman",
     "dinas-perumahan",
     {"bangunan", "perumahan"},
     "menikah",
     {"Rumah Susun Sewa", "Bantuan Rumah Tidak Layak Huni", "Pengesahan Rencana Tapak",
      "Penyerahan Prasarana Perumahan", "Makam Umum", "Sertifikat Tanah Kas Desa",
      "Penerangan Jalan Umum", "Air Bersih Perdesaan", "Surat Keterangan Site Plan",
      "Sewa Rumah Dinas"}},
    {"Badan Pendapatan Daerah",
     "badan-pendapatan-daerah",
     {"pajak", "izin-usaha"},
     NULL,
     {"Pajak Bumi dan Bangunan", "Bea Perolehan Hak atas Tanah", "Pajak Restoran",
      "Pajak Hotel", "Keberatan Pajak Daerah", "Nomor Pokok Wajib Pajak Daerah",
      "Pajak Reklame", "Pengurangan Pajak", "Salinan Surat Pemberitahuan Pajak",
      "Pajak Air Tanah"}},
    {"Kecamatan Kota",
     "kecamatan-kota",
     {"kependudukan", "surat-keterangan"},
     "pindah",
     {"Surat Pengantar Nikah", "Dispensasi Nikah", "Surat Keterangan Domisili",
      "Surat Keterangan Ahli Waris", "Legalisasi Dokumen Desa", "Rekomendasi Izin Keramaian",
      "Surat Keterangan Usaha", "Surat Pengantar Catatan Kepolisian",
      "Surat Keterangan Penghasilan", "Akta Jual Beli Tanah"}},
    {"Rumah Sakit Umum Daerah",
     "rsud",
     {"kesehatan", "rujukan"},
     "sakit",
     {"Rawat Jalan", "Rawat Inap", "Instalasi Gawat Darurat", "Pemeriksaan Laboratorium",
      "Pemeriksaan Radiologi", "Surat Keterangan Sehat", "Visum et Repertum", "Rekam Medis",
      "Pelayanan Ambulans", "Pemulasaraan Jenazah"}},
};

static const char *const service_verbs[] = {
    "Penerbitan", "Permohonan", "Pendaftaran", "Pelayanan", "Pengajuan",
};
static const char *const second_verbs[] = {
    "Perubahan Data", "Perpanjangan", "Penggantian", "Konsultasi", "Pembatalan",
};

static const char *const topics[][3] = {
    {"kependudukan", "Kependudukan", "KTP"},
    {"identitas", "Identitas diri", "KIA"},
    {"bantuan-sosial", "Bantuan sosial", "bansos"},
    {"difabel", "Penyandang disabilitas", "alat bantu"},
    {"kesehatan", "Kesehatan", "berobat"},
    {"izin-tenaga-kesehatan", "Izin tenaga kesehatan", "SIP"},
    {"izin-usaha", "Izin usaha", "NIB"},
    {"bangunan", "Bangunan dan tata ruang", "IMB"},
    {"pendidikan", "Pendidikan", "sekolah"},
    {"beasiswa", "Beasiswa", "KIP"},
    {"perhubungan", "Perhubungan", "angkutan"},
    {"kendaraan", "Kendaraan", "KIR"},
    {"lingkungan", "Lingkungan hidup", "amdal"},
    {"persampahan", "Persampahan", "sampah"},
    {"pertanian", "Pertanian", "pupuk"},
    {"bantuan-usaha", "Bantuan usaha", "modal"},
    {"peternakan", "Peternakan", "sapi"},
    {"kesehatan-hewan", "Kesehatan hewan", "vaksin"},
    {"perikanan", "Perikanan", "nelayan"},
    {"koperasi", "Koperasi", "simpan pinjam"},
    {"ketenagakerjaan", "Ketenagakerjaan", "AK1"},
    {"pelatihan", "Pelatihan", "BLK"},
    {"jalan-dan-air", "Jalan dan air", "drainase"},
    {"informasi-publik", "Informasi publik", "PPID"},
    {"pengaduan-warga", "Pengaduan warga", "lapor"},
    {"pariwisata", "Pariwisata", "wisata"},
    {"kebudayaan", "Kebudayaan", "kesenian"},
    {"perumahan", "Perumahan", "rumah"},
    {"pajak", "Pajak daerah", "PBB"},
    {"surat-keterangan", "Surat keterangan", "surat pengantar"},
    {"rujukan", "Rujukan", "BPJS"},
};

static const char *const requirements[] = {
    "Fotokopi Kartu Tanda Penduduk pemohon yang masih berlaku",
    "Fotokopi Kartu Keluarga",
    "Surat permohonan bermeterai yang ditujukan kepada kepala dinas",
    "Pas foto berwarna terbaru ukuran 4 x 6 cm",
    "Surat pengantar dari desa atau kelurahan tempat pemohon tinggal",
    "Bukti lunas Pajak Bumi dan Bangunan tahun berjalan",
    "Fotokopi Nomor Pokok Wajib Pajak",
    "Surat keterangan sehat dari dokter puskesmas atau rumah sakit pemerintah",
    "Surat pernyataan tanggung jawab mutlak atas kebenaran dokumen",
    "Denah lokasi dan foto keadaan tempat terakhir",
    "Fotokopi ijazah terakhir yang telah dilegalisasi",
    "Rekomendasi dari organisasi profesi yang masih berlaku",
    "Fotokopi akta pendirian beserta perubahan terakhirnya",
    "Surat kehilangan dari kepolisian setempat",
    "Bukti kepemilikan tanah atau perjanjian sewa tempat usaha",
    "Dokumen asli yang akan diubah atau diperpanjang",
    "Hasil pengukuran dan gambar teknis yang ditandatangani pelaksana",
    "Surat keterangan dari pimpinan tempat pemohon bekerja",
    "Daftar sarana dan prasarana yang dimiliki",
    "Nomor telepon dan alamat surel yang dapat dihubungi",
};
static const char *const requirement_groups[] = {
    "Persyaratan administrasi",
    "Persyaratan teknis",
    "Persyaratan tambahan",
};
static const char *const applicants[] = {
    "badan hukum", "perorangan", "yayasan", "warga negara asing", "anak di bawah 17 tahun",
};
static const char *const conditions[] = {
    "dikuasakan",
    "dokumen lama hilang",
    "alamat berubah",
    "pemohon di luar daerah",
};
static const char *const amounts[] = {"1 lembar", "2 lembar", "3 rangkap",
                                      "asli dan 1 salinan"};

static const char *const citizens[] = {"Pemohon", "Pengguna layanan", "Masyarakat"};
static const char *const citizen_steps[] = {
    "mengambil nomor antrean dan menyerahkan berkas persyaratan kepada petugas loket",
    "mengisi formulir permohonan dan menandatangani surat pernyataan",
    "mengajukan permohonan melalui aplikasi dan mengunggah berkas persyaratan",
    "menerima tanda terima berkas dan menunggu pemberitahuan",
    "membayar retribusi melalui bank yang ditunjuk dan menyerahkan bukti bayarnya",
    "menerima dokumen yang sudah ditandatangani dan mengisi survei kepuasan masyarakat",
};
static const char *const officers[] = {
    "Petugas loket", "Staf",       "Kepala Seksi", "Kepala Bidang", "Sekretaris Dinas",
    "Kepala Dinas",  "Tim Teknis", "Verifikator",  "Front Office",  "Back Office",
};
static const char *const officer_steps[] = {
    "memeriksa kelengkapan dan kebenaran berkas permohonan",
    "mencatat permohonan dalam buku agenda dan memberikan tanda terima",
    "memverifikasi data pemohon dengan basis data kependudukan",
    "melakukan peninjauan lapangan bersama pemohon dan menyusun berita acara",
    "membuat konsep dokumen dan menyampaikannya kepada atasan langsung",
    "memberikan paraf pada konsep dokumen yang sudah sesuai ketentuan",
    "menandatangani dokumen secara elektronik",
    "memberi nomor, membubuhkan cap, dan mengarsipkan salinan dokumen",
    "menyerahkan dokumen kepada pemohon atau mengirimkannya melalui pos",
    "memberitahukan hasil permohonan melalui pesan singkat",
};
static const char *const decisions[] = {
    "menilai apakah permohonan memenuhi ketentuan",
    "memutuskan hasil peninjauan lapangan",
    "meneliti kelengkapan berkas",
};
static const char *const yes_texts[] = {"lengkap dan benar", "memenuhi syarat", "disetujui"};
static const char *const no_texts[] = {"tidak lengkap", "tidak memenuhi syarat", "ditolak"};
static const char *const no_outcomes[] = {
    "berkas dikembalikan kepada pemohon untuk dilengkapi",
    "pemohon menerima surat penolakan beserta alasannya",
    "permohonan dihentikan dan berkas dikembalikan",
};

static const char *const laws[] = {
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
    "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
    "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Pelayanan "
    "Publik",
    "Peraturan Menteri PANRB Nomor 15 Tahun 2014 tentang Pedoman Standar Pelayanan",
    "Peraturan Pemerintah Nomor 5 Tahun 2021 tentang Perizinan Berusaha Berbasis Risiko",
    "Peraturan Presiden Nomor 96 Tahun 2018 tentang Persyaratan dan Tata Cara Pendaftaran "
    "Penduduk",
    "Peraturan Daerah Nomor 3 Tahun 2016 tentang Pembentukan dan Susunan Perangkat Daerah",
    "Peraturan Daerah Nomor 7 Tahun 2023 tentang Pajak Daerah dan Retribusi Daerah",
    "Peraturan Bupati Nomor 41 Tahun 2022 tentang Kedudukan, Tugas, dan Fungsi Dinas",
};
static const char *const facilities[] = {
    "Ruang tunggu berpendingin udara dan kursi prioritas",
    "Kursi roda bagi pengguna layanan yang memerlukan",
    "Jalan landai menuju pintu masuk",
    "Loket khusus lanjut usia, ibu hamil, dan penyandang disabilitas",
    "Ruang laktasi dan arena bermain anak",
    "Toilet khusus difabel",
    "Komputer, mesin pencetak, dan mesin antrean",
    "Area parkir yang luas dan aman",
    "Guiding block dari gerbang sampai loket",
    "Formulir dan alat tulis",
};
static const char *const skills[] = {
    "Memahami peraturan perundang-undangan yang terkait dengan layanan",
    "Mampu mengoperasikan komputer dan aplikasi layanan",
    "Berkomunikasi dengan ramah, santun, dan sabar",
    "Pendidikan paling rendah Diploma III",
    "Memiliki sertifikat pelayanan prima",
};
static const char *const supervisions[] = {
    "Pengawasan melekat oleh atasan langsung secara berjenjang",
    "Pemeriksaan berkala oleh Inspektorat Daerah",
    "Pemantauan melalui laporan bulanan dan sistem pengendalian intern pemerintah",
};
static const char *const guarantees[] = {
    "Pelayanan diselesaikan sesuai dengan standar yang ditetapkan dan bebas dari pungutan liar",
    "Bila terlambat, pemohon diberi pemberitahuan tertulis dan dokumen diantar ke alamatnya",
    "Petugas bersikap jujur, tidak diskriminatif, dan tidak menerima imbalan apa pun",
};
static const char *const safeties[] = {
    "Data pribadi pemohon dijaga kerahasiaannya sesuai peraturan perundang-undangan",
    "Dokumen dibubuhi tanda tangan elektronik dan kode pengaman",
    "Tersedia petugas keamanan, kamera pengawas, dan jalur evakuasi",
};
static const char *const evaluations[] = {
    "Survei Kepuasan Masyarakat dilaksanakan setiap semester",
    "Rapat evaluasi pelaksanaan standar pelayanan setiap tiga bulan",
    "Tinjauan ulang standar pelayanan paling sedikit sekali dalam setahun",
};
static const char *const remarks[] = {
    "Pemohon yang tidak dapat hadir sendiri dapat menguasakan pengurusan kepada anggota "
    "keluarga "
    "dengan surat kuasa bermeterai. Penerima kuasa membawa kartu tanda penduduk asli.",
    "Berkas yang belum lengkap disimpan paling lama **tujuh hari kerja**. Setelah itu "
    "permohonan "
    "dianggap ditarik kembali dan pemohon dapat mengajukan permohonan baru.",
    "Pelayanan keliling diadakan setiap *Selasa pertama* di kantor kecamatan. Jadwalnya "
    "diumumkan di papan pengumuman dan di media sosial dinas.",
};
static const char *const streets[] = {
    "Jl. Raya Ahmad Yani", "Jl. Panglima Sudirman", "Jl. Pahlawan", "Jl. Gajah Mada",
    "Jl. Diponegoro",      "Jl. Veteran",           "Jl. Merdeka",  "Jl. Kartini",
};
static const char *const people[] = {
    "Budi Santoso", "Siti Rahmawati", "Agus Prasetyo", "Dewi Lestari", "Hendra Wijaya",
    "Sri Wahyuni",  "Eko Nugroho",    "Ratna Sari",    "Joko Susilo",  "Endang Kusuma",
};
