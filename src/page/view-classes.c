#include "page/view.h"

// clang-format off
#define CLASS(C)                 static const MuClass class_##C;
#define ROW(C, kind, m, meaning)
#define BASE(C, m, K)
#define END(C)
#include "page/view-rows.h"

#define TYPE_text      MU_TEXT, NULL
#define TYPE_html      MU_HTML, NULL
#define TYPE_number    MU_UINT, NULL
#define TYPE_flag      MU_BOOL, NULL
#define TYPE_texts     MU_TEXTS, NULL
#define TYPE_list(K)   MU_LIST, &class_##K
#define TYPE_object(K) MU_OBJECT, &class_##K
#define TYPE_part(K)   MU_STRUCT, &class_##K
#define FIELD(C, m, name, ...)    FIELD_(C, m, name, __VA_ARGS__)
#define FIELD_(C, m, name, type, cls) {name, type, offsetof(View##C, m), cls},
#define CLASS(C)                  static const MuField fields_of_##C[] = {
#define ROW(C, kind, m, meaning)  FIELD(C, m, #m, TYPE_##kind)
#define BASE(C, m, K)             FIELD(C, m, NULL, MU_STRUCT, &class_##K)
#define END(C)                    }; static const MuClass class_##C = \
                                  {#C, sizeof(View##C), fields_of_##C, G_N_ELEMENTS(fields_of_##C), NULL};
#include "page/view-rows.h"
// clang-format on

const MuClass *
view_class(PageKind kind)
{
    static const MuClass *const classes[N_PAGE_KINDS] = {
        [PAGE_BERANDA] = &class_HalamanBeranda,
        [PAGE_WILAYAH] = &class_HalamanWilayah,
        [PAGE_INSTANSI] = &class_HalamanInstansi,
        [PAGE_LAYANAN] = &class_HalamanLayanan,
        [PAGE_AZ] = &class_HalamanAZ,
        [PAGE_KEPERLUAN] = &class_HalamanDaftar,
        [PAGE_PERISTIWA] = &class_HalamanDaftar,
        [PAGE_BANDINGKAN] = &class_HalamanBandingkan,
        [PAGE_BIAYA_INSTANSI] = &class_HalamanBiayaInstansi,
        [PAGE_BIAYA] = &class_HalamanDaftarInstansi,
        [PAGE_PENGADUAN_INSTANSI] = &class_HalamanPengaduanInstansi,
        [PAGE_PENGADUAN] = &class_HalamanDaftarInstansi,
        [PAGE_RIWAYAT_INSTANSI] = &class_HalamanRiwayatInstansi,
        [PAGE_MUTU_INSTANSI] = &class_HalamanMutuInstansi,
        [PAGE_MUTU] = &class_HalamanDaftarInstansi,
        [PAGE_CETAK] = &class_HalamanCetak,
        [PAGE_PAPAN] = &class_HalamanPapan,
        [PAGE_POSTER] = &class_HalamanPoster,
        [PAGE_TENTANG] = &class_HalamanTentang,
        [PAGE_AKSESIBILITAS] = &class_HalamanTentang,
        [PAGE_HALAMAN] = &class_HalamanSendiri,
        [PAGE_404] = &class_Halaman404,
        [PAGE_ALIH] = &class_HalamanAlih,
    };
    return classes[kind];
}
