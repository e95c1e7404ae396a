/**
 * ViewClasses: what the tables of template names share; inner part of the View module.
 *
 * view-classes.c holds the classes of pages, services and agencies, view-classes-life.c those of a
 * standard's life and of an agency's evidence. Constant data, any thread.
 */
#pragma once
#include "page/view.h"

// clang-format off
#define V(S, m)              MU_FIELD(View##S, m)
#define VHTML(S, m)          MU_FIELD_HTML(View##S, m)
#define VTEXTS(S, m)         MU_FIELD_TEXTS(View##S, m)
#define VLIST(S, m, klass)   MU_FIELD_LIST(View##S, m, &class_##klass)
#define VOBJECT(S, m, klass) MU_FIELD_OBJECT(View##S, m, &class_##klass)
#define VSTRUCT(S, m, klass) MU_FIELD_STRUCT(View##S, m, &class_##klass)
#define VPAGE(S)             MU_FIELD_BASE(View##S, page, &class_halaman)
#define CLASS(name, table)   {#name, sizeof(View##name), (table), G_N_ELEMENTS(table), NULL}
// clang-format on

extern const MuClass class_sk, class_tanggal, class_tautan, class_kanal, class_jam;
extern const MuClass class_pemberitahuan, class_perubahan, class_baris_perubahan,
    class_kompensasi, class_antrean, class_lokasi, class_forum, class_hasil_pengaduan,
    class_kode_etik, class_sarana_khusus, class_tindak_lanjut, class_skm, class_unsur,
    class_jeda, class_riwayat, class_hari_riwayat, class_layanan_riwayat,
    class_instrumen, class_bagian_uji, class_butir_uji, class_saran;
