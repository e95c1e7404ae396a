/*
 * Every type of page: PAGE(KIND, template, class of page/view-rows-page.h). The enum, the names of templates and what
 * each may use are made from it. Included several times with other macros, which go afterwards: no include guard.
 */
#ifndef PAGE /* so that it compiles alone */
#define PAGE(KIND, template, C)
#endif

PAGE(BERANDA, "beranda", HalamanBeranda)
PAGE(WILAYAH, "wilayah", HalamanWilayah)
PAGE(INSTANSI, "instansi", HalamanInstansi)
PAGE(LAYANAN, "layanan", HalamanLayanan)
PAGE(AZ, "a-z", HalamanAZ)
PAGE(KEPERLUAN, "keperluan", HalamanDaftar)
PAGE(PERISTIWA, "peristiwa", HalamanDaftar)
PAGE(BANDINGKAN, "bandingkan", HalamanBandingkan)
PAGE(BIAYA_INSTANSI, "biaya-instansi", HalamanBiayaInstansi)
PAGE(BIAYA, "biaya", HalamanDaftarInstansi)
PAGE(PENGADUAN_INSTANSI, "pengaduan-instansi", HalamanPengaduanInstansi)
PAGE(PENGADUAN, "pengaduan", HalamanDaftarInstansi)
PAGE(RIWAYAT_INSTANSI, "riwayat-instansi", HalamanRiwayatInstansi)
PAGE(MUTU_INSTANSI, "mutu-instansi", HalamanMutuInstansi)
PAGE(MUTU, "mutu", HalamanDaftarInstansi)
PAGE(CETAK, "cetak", HalamanCetak)
PAGE(PAPAN, "papan", HalamanPapan)
PAGE(POSTER, "poster", HalamanPoster)
PAGE(TENTANG, "tentang", HalamanTentang)
PAGE(AKSESIBILITAS, "aksesibilitas", HalamanTentang)
PAGE(HALAMAN, "halaman", HalamanSendiri)
PAGE(404, "404", Halaman404)
PAGE(ALIH, "alih", HalamanAlih)

#undef PAGE
