/*
 * Import: shapes of SIPPN's exports and the charters they become, whole; the five seeds word for word;
 * YAML that reads back as it was; and texts nobody would write.
 *
 * IMPORT_RUNS sets the number of random texts; a failing one is repeated by its seed.
 */
#include "base/chars.h"
#include "import/draft.h"
#include "import/emit.h"
#include "import/entries.h"
#include "import/pdftext.h"
#include "model/fields.h"
#include "text/yaml.h"
#include <glib/gstdio.h>
#include <string.h>

/* The charter of a text, or the tags of what was found. */
static char *
imported(const char *text, gsize len)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Source) source = source_new("x.txt", g_memdup2(text, len + 1), len, diags);
    const Sippn *sippn = sippn_read(arena, source, diags);
    GString *out = g_string_new(NULL);
    if (sippn != NULL)
        draft_append_charter(sippn, &(DraftOrigin){NULL, "x.txt"}, out, diags);
    if (diag_list_n(diags) > 0)
        g_string_truncate(out, 0);
    for (guint i = 0; i < diag_list_n(diags); i++)
        g_string_append_printf(out, "[%s]", diag_info(diag_list_get(diags, i)->code)->tag);
    return g_string_free(out, FALSE);
}

/* ---- shapes ---- */

#define TOP "Akta\n\nNo. SK : 1/2\n\n"
#define JUDUL                                                                          \
    "---\njudul: Akta\n# Hasil impor. Bandingkan dengan naskahnya, terutama di bawah " \
    "\"periksa\"; hapus komentar yang\n# sudah diperiksa.\n"
#define HEAD JUDUL "sk: 1/2\n"
#define FOOT "sumber:\n  catatan: x.txt\n---\n"
#define SPLIT                                                                                \
    "# periksa: naskah menulis beberapa butir dalam satu butir; di sini dipisahkan menurut " \
    "huruf atau\n# angkanya.\n"
#define ACTORS                                                                                 \
    "# periksa: pelaku tidak dipisahkan dari kalimatnya; pindahkan ke \"oleh:\" bila kalimat " \
    "dimulai\n# dengan pelaku.\n"
#define TWICE \
    "# periksa: butir naskah bernomor ganda (seperti \"a. 1.\"); angkanya yang dipakai.\n"

static const struct {
    const char *name, *text,
        *charter; /* charter between HEAD and FOOT, unless it begins with -- or [ */
} shapes[] = {
    {"heading/any-case", TOP "PERSYARATAN PELAYANAN :\n1. KTP", "persyaratan:\n  - KTP\n"},
    {"heading/any-order", TOP "Produk Layanan\nAkta\n\nSyarat\nKTP",
     "produk:\n  - Akta\npersyaratan:\n  - KTP\n"},
    {"heading/markdown", "## Akta\nNo. SK : 1/2\n### Persyaratan\n- KTP",
     "persyaratan:\n  - KTP\n"},
    {"heading/numbered", TOP "1. Persyaratan\na. KTP\nb. KK\n2. Waktu Penyelesaian\n1 jam",
     "persyaratan:\n  - KTP\n  - KK\nwaktu: 1 jam\n"},
    {"heading/lettered",
     TOP "A. PERSYARATAN\n1. KTP\n\nB. KONTAK\n1. LAPOR!\n\nIV. Biaya\nGratis",
     "persyaratan:\n  - KTP\npengaduan:\n  kanal:\n    - LAPOR!\nbiaya: Gratis\n"},
    {"heading/value-behind", TOP "Waktu Penyelesaian : 5 Hari kerja", "waktu: 5 Hari kerja\n"},
    {"heading/inside-item", TOP "Persyaratan\n1. Persyaratan\n2. KTP\n\nBiaya\nGratis",
     "persyaratan:\n  - Persyaratan\n  - KTP\nbiaya: Gratis\n"},
    {"heading/no-list-mark-lost", TOP "Persyaratan\nKTP\n\nBiaya\nGratis\n\nTarif\nRp 5.000",
     "persyaratan:\n  - KTP\n# periksa: naskah menulis biaya dalam beberapa baris; susun "
     "dengan "
     "\"tarif:\" bila itu daftar\n# tarif.\nbiaya: Gratis Tarif Rp 5.000\n"},
    {"heading/twice", TOP "Persyaratan\n1. KTP\n\nBiaya / Tarif\nGratis\n\nPersyaratan\n2. KK",
     "# periksa: judul \"Persyaratan\" ada lebih dari satu kali; isinya disatukan.\n"
     "persyaratan:\n  - KTP\n  - KK\nbiaya: Gratis\n"},
    {"heading/unknown",
     TOP "## Persyaratan\nKTP\n## Catatan *khusus*\n1. a_b\n2. <i>c</i>\n\n# d",
     "persyaratan:\n  - KTP\n"
     "# periksa: bagian \"Catatan *khusus*\" bukan salah satu dari 14 komponen; isinya ada di "
     "bawah,\n# sesudah garis ---.\n"
     "# periksa: bagian \"d\" bukan salah satu dari 14 komponen; isinya ada di bawah, sesudah "
     "garis ---.\n" FOOT
     "\n## Catatan \\*khusus\\*\n\n1. a\\_b\n2. \\<i\\>c\\</i\\>\n\n## d\n"},
    {"heading/prose-in-lists",
     TOP "Persyaratan\nKTP\n## Catatan\na. satu\nb. dua\n- tiga\n\n1986. Tahun\n\n+ empat",
     "persyaratan:\n  - KTP\n# periksa: bagian \"Catatan\" bukan salah satu dari 14 komponen; "
     "isinya "
     "ada di bawah, sesudah\n# garis ---.\n" FOOT
     "\n## Catatan\n\n- a. satu\n- b. dua\n  - tiga\n\n1986\\. Tahun\n\n\\+ empat\n"},
    {"heading/no-component", TOP "Persyaratan\nKTP\n\nJam Pelayanan\n\nSenin - Jumat : 08.00",
     "persyaratan:\n  - KTP\n# periksa: bagian \"Jam Pelayanan\" bukan salah satu dari 14 "
     "komponen; isinya ada di bawah,\n# sesudah garis ---.\n" FOOT
     "\n## Jam Pelayanan\n\nSenin - Jumat : 08.00\n"},
    {"heading/hours-beside-the-time", TOP "Waktu Penyelesaian\n1 jam\n\nWaktu Pelayanan\nSenin",
     "waktu: 1 jam\n# periksa: bagian \"Waktu Pelayanan\" bukan salah satu dari 14 komponen; "
     "isinya ada di bawah,\n# sesudah garis ---.\n" FOOT "\n## Waktu Pelayanan\n\nSenin\n"},
    {"heading/empty", TOP "Persyaratan\n\nBiaya / Tarif\nGratis",
     "# periksa: \"Persyaratan\" pada naskah kosong, maka persyaratan tidak diisi.\n"
     "biaya: Gratis\n"},
    {"heading/seven-to-fourteen",
     TOP "Dasar Hukum\n1. UU 25/2009\n2. Perda:\na. 1\nb. 2\n\nJumlah Pelaksana\n3 orang",
     "dasar_hukum:\n  - UU 25/2009\n  - kelompok: \"Perda:\"\n    butir:\n      - 1\n      - "
     "2\n"
     "jumlah_pelaksana:\n  - 3 orang\n"},

    {"head/no-decree", "Akta\n\nPersyaratan\nKTP",
     JUDUL "# periksa: naskah tidak memuat \"No. SK :\", maka sk tidak diisi.\n"
           "persyaratan:\n  - KTP\n" FOOT},
    {"head/decree-empty", "Akta\nNo. SK :\nPersyaratan\nKTP",
     JUDUL "# periksa: \"No. SK :\" pada naskah kosong, maka sk tidak diisi.\n"
           "persyaratan:\n  - KTP\n" FOOT},
    {"head/decree-below", "Akta\n\nNo. SK :\n\n188/4: 2024/#1\n\nPersyaratan\nKTP",
     JUDUL "# periksa: nomor ini berdiri di bawah \"No. SK :\", tidak di belakangnya.\n"
           "sk: \"188/4: 2024/#1\"\npersyaratan:\n  - KTP\n" FOOT},
    {"head/title-wrapped-and-more",
     "Akta\nkelahiran\n\nRevisi 2\n\nNo. SK : 1/2\n\nBiaya\nGratis",
     "---\njudul: Akta kelahiran\n# Hasil impor. Bandingkan dengan naskahnya, terutama di "
     "bawah "
     "\"periksa\"; hapus komentar yang\n# sudah diperiksa.\nsk: 1/2\n"
     "# periksa: di atas judul bagian pertama ada teks lain; teks itu ada di bawah, sesudah "
     "garis ---.\nbiaya: Gratis\n" FOOT "\nRevisi 2\n"},
    {"head/title-quoted", "Akta: \"baru\"\n\nNo. SK : 1/2\n\nBiaya\nGratis",
     "---\njudul: \"Akta: \\\"baru\\\"\"\n# Hasil impor. Bandingkan dengan naskahnya, terutama "
     "di "
     "bawah \"periksa\"; hapus komentar yang\n# sudah diperiksa.\nsk: 1/2\nbiaya: "
     "Gratis\n" FOOT},

    {"header/moves-a-value-away",
     TOP "Waktu Penyelesaian\n\nDinas X\nJl. A 67126 0343427605\nPemerintah Kab. Y / Dinas "
         "X\n\n5 Hari kerja",
     "waktu: 5 Hari kerja\n"},
    {"header/inside-an-item",
     TOP "Persyaratan\n1. Surat dari\n\nDinas X\nJl. A 67126\n<http://x.go.id>\n"
         "Pemerintah Kab. Y / Dinas X\n\nkepala desa\n2. KTP",
     "persyaratan:\n  - Surat dari kepala desa\n  - KTP\n"},
    {"header/broken-in-two",
     TOP "Persyaratan\n\nDinas Komunikasi\ndan Informatika\nJl. A\nPemerintah Kab. Y / Dinas "
         "Komunikasi\ndan Informatika\n\n1. KTP",
     "persyaratan:\n  - KTP\n"},
    {"header/cut-short",
     "Dinas X\nJl. A 67126\nPemerintah Kab. Y / Dinas X\n" TOP "Persyaratan\n1. KTP\n\nDinas "
     "X\nJl. A 67126\n\n2. KK",
     "persyaratan:\n  - KTP\n  - KK\n"},
    {"header/is-none", TOP "Persyaratan\nDinas X\n1. KTP / KK\nPasal 1 / Dinas X",
     "persyaratan:\n  - Dinas X\n  - KTP / KK Pasal 1 / Dinas X\n"},

    {"list/wrapped", TOP "Persyaratan\n1. Fotokopi\nKTP\n2) KK\n- Foto",
     "persyaratan:\n  - Fotokopi KTP\n  - teks: KK\n    rincian:\n      - Foto\n"},
    {"list/out-of-order", TOP "Persyaratan\n1. KTP\n\n2. KK\n\n4. Foto",
     "# periksa: nomor pada naskah tidak berurutan; butirnya ditulis menurut urutan naskah.\n"
     "persyaratan:\n  - KTP\n  - KK\n  - Foto\n"},
    {"list/number-of-a-wrapped-line", TOP "Persyaratan\n1. Jl. Raya No.\n30. Raci\n2. KTP",
     "persyaratan:\n  - Jl. Raya No. 30. Raci\n  - KTP\n"},
    {"list/glued", TOP "Persyaratan\n1.KTP\n2.KK\n3.5 juta",
     "persyaratan:\n  - KTP\n  - KK 3.5 juta\n"},
    {"list/bullets", TOP "Persyaratan\n• KTP\n• KK a.n. pemohon\n▪ Foto",
     "persyaratan:\n  - KTP\n  - KK a.n. pemohon\n  - Foto\n"},
    {"list/nested",
     TOP "Persyaratan\n1. Fotokopi:\na. KTP\nb. KK\n2. Foto\na) depan\nb) samping",
     "persyaratan:\n  - teks: \"Fotokopi:\"\n    rincian:\n      - KTP\n      - KK\n"
     "  - teks: Foto\n    rincian:\n      - depan\n      - samping\n"},
    {"list/third-level", TOP "Persyaratan\n1. A\na. B\n1) C\n2) D\nb. E",
     "# periksa: ada anak butir tingkat ketiga; isinya tetap di dalam teks butir di atasnya.\n"
     "persyaratan:\n  - teks: A\n    rincian:\n      - B 1) C 2) D\n      - E\n"},
    {"list/capitals-stay", TOP "Persyaratan\nA. Baru\n1. KTP\nB. Hilang\n1. KK",
     "persyaratan:\n  - A. Baru\n  - KTP\n  - B. Hilang\n  - KK\n"},
    {"list/announced", TOP "Persyaratan\nUmum:\n1. KTP\n\nKhusus:\n1. KK",
     "persyaratan:\n  - kelompok: \"Umum:\"\n    butir:\n      - KTP\n"
     "  - kelompok: \"Khusus:\"\n    butir:\n      - KK\n"},
    {"list/announced-and-nested",
     TOP "Produk\nSurat:\n1. Izin\na. baru\nb. ulang\n2. Rekomendasi",
     "produk:\n  - kelompok: \"Surat:\"\n    butir:\n      # periksa: butir ini memuat anak "
     "butir; di sini ditulis sejajar sesudahnya.\n      - Izin\n      - baru\n      - "
     "ulang\n"
     "      - Rekomendasi\n"},
    {"list/inline", TOP "Persyaratan\n- a. KTP b. KK; c. Foto",
     SPLIT "persyaratan:\n  - KTP\n  - KK;\n  - Foto\n"},
    {"list/inline-numbers", TOP "Produk Pelayanan\n1. Akta 2. Kutipan",
     SPLIT "produk:\n  - Akta\n  - Kutipan\n"},
    {"list/inline-below", TOP "Persyaratan\n1. Fotokopi : a. KTP b. KK\n2. Foto",
     SPLIT "persyaratan:\n  - teks: \"Fotokopi :\"\n    rincian:\n      - KTP\n      - KK\n  - "
           "Foto\n"},
    {"list/inline-is-none",
     TOP "Persyaratan\n1. Lihat angka 2. di atas\n2. Pasal 1 huruf a. saja",
     "persyaratan:\n  - Lihat angka 2. di atas\n  - Pasal 1 huruf a. saja\n"},
    {"list/numbered-twice", TOP "Persyaratan\na. 1. KTP\nb. 2. KK",
     TWICE "persyaratan:\n  - KTP\n  - KK\n"},
    {"list/the-same-twice", TOP "Persyaratan\n1. KTP\n2. KTP",
     "persyaratan:\n  - KTP\n  - KTP\n"},
    {"list/number-alone", TOP "Persyaratan\n1.\n\nKTP\n2.", "persyaratan:\n  - KTP\n"},
    {"list/paragraphs", TOP "Persyaratan\nKTP\nasli\n\nKK",
     "persyaratan:\n  - KTP asli\n  - KK\n"},

    {"steps/label-before", TOP "Prosedur\n- Keterangan : a. Datang b. Pulang",
     SPLIT ACTORS "prosedur:\n  # periksa: \"Keterangan :\" pada naskah berdiri sebelum butir "
                  "pertama; di sini disambung agar\n  # nomor langkah tetap. Hapus bila hanya "
                  "label.\n  - \"Keterangan : Datang\"\n  - Pulang\n"},
    {"steps/conditions-and-lost-chart",
     TOP "Alur\nImage not found or type unknown\n1. Periksa\n2. Jika tidak, tolak\n3. Selesai",
     "# periksa: gambar (biasanya bagan alur) tidak ada dalam naskah: \"Image not found or "
     "type\n"
     "# unknown\".\n" ACTORS "# periksa: langkah 2 memuat \"Jika\" atau \"Apabila\"; bila itu "
     "percabangan, tulis dengan "
     "\"cabang:\"\n# (maklumat explain cabang).\n"
     "prosedur:\n  - Periksa\n  - Jika tidak, tolak\n  - Selesai\n"},

    {"time/list", TOP "Jangka Waktu\n1. Baru: 5 hari kerja\n2. Perpanjangan, 1 jam",
     "waktu:\n  - untuk: Baru\n    waktu: 5 hari kerja\n  - untuk: Perpanjangan,\n    waktu: 1 "
     "jam\n"},
    {"time/more-below", TOP "Waktu Pelayanan\n4 Hari\n\n- a. 1. Datang\n- b. 2. Pulang",
     TWICE
     "# periksa: judulnya \"Waktu Pelayanan\"; bila yang dimaksud jam buka, pindahkan ke "
     "\"jam_layanan:\".\n"
     "# periksa: di bawah waktu ini naskah memuat teks lain; teks itu ada di bawah, sesudah "
     "garis ---.\n# Hapus bila mengulang prosedur.\n"
     "waktu: 4 Hari\n" FOOT "\n## Waktu Pelayanan\n\n1. Datang\n2. Pulang\n"},
    {"fee/lines", TOP "Biaya / Tarif\n1. Baru Rp. 5.000\n2. Hilang Rp. 10.000,-",
     "# periksa: naskah menulis biaya dalam beberapa baris; susun dengan \"tarif:\" bila itu "
     "daftar\n# tarif.\nbiaya: 1. Baru Rp. 5.000 2. Hilang Rp. 10.000,-\n"},

    {"complaint/labels-and-lines",
     TOP "Pengaduan Layanan\nHubungi:\nTelp : (0343) 1\nIG: @a\n<https://a.id>\nJl. A\nNo. 1\n"
         "Website : [a.id](http://a.id)",
     "pengaduan:\n  catatan: \"Hubungi:\"\n  kanal:\n    - \"Telp : (0343) 1\"\n    - \"IG: "
     "@a\"\n"
     "    - https://a.id Jl. A No. 1\n    - \"Website : a.id (http://a.id)\"\n"},
    {"complaint/parts",
     TOP "Pengaduan\n1. LAPOR!\n\nAlur Pengaduan :\n1. Terima\n2. Jawab\n\nJangka Waktu "
         "Penyelesaian Pengaduan\nringan, 5 hari kerja",
     "pengaduan:\n  kanal:\n    - LAPOR!\n  alur:\n    - Terima\n    - Jawab\n  batas_waktu:\n"
     "    - untuk: ringan,\n      waktu: 5 hari kerja\n"},
    {"complaint/unknown-lines", TOP "Pengaduan Layanan\n\nGedung A\n\n( (0343) 5616140",
     "pengaduan:\n  kanal:\n    # periksa: jenis kanal ini tidak disebut naskah; gabungkan "
     "bila "
     "sambungan baris lain, atau\n    # tulis dengan \"jenis:\".\n    - Gedung A\n"
     "    - ( (0343) 5616140\n"},

    {"prose/long-heading",
     TOP "Persyaratan\n1. KTP\n\n# Keterangan lain yang perlu diketahui oleh pemohon sebelum "
         "datang "
         "ke kantor kami # di kota besar\nIsi",
     "persyaratan:\n  - KTP\n# periksa: bagian \"Keterangan lain yang perlu diketahui oleh "
     "pemohon sebelum da…\" bukan salah\n# satu dari 14 komponen; isinya ada di bawah, sesudah "
     "garis ---.\n" FOOT
     "\n## Keterangan lain yang perlu diketahui oleh pemohon sebelum datang "
     "ke kantor kami \\# di kota besar\n\nIsi\n"},

    {"refused/empty", "", "[import-no-section]"},
    {"refused/no-title", "No. SK :\n\nPersyaratan\n1. KTP", "[import-no-title]"},
    {"refused/control", "Akta\033[31m\n\nPersyaratan\n1. KTP", "[char-control]"},
};

static void
test_shape(gconstpointer data)
{
    guint i = GPOINTER_TO_UINT(data);
    g_autofree char *got = imported(shapes[i].text, strlen(shapes[i].text));
    const char *wanted = shapes[i].charter;
    gboolean whole = g_str_has_prefix(wanted, "---") || *wanted == '[';
    gboolean prose = strstr(wanted, FOOT) != NULL;
    g_autofree char *charter =
        g_strconcat(whole ? "" : HEAD, wanted, whole || prose ? "" : FOOT, NULL);
    g_assert_cmpstr(got, ==, charter);
}

/* ---- page headers ---- */

static const struct {
    const char *header, *agency;
} headers[] = {
    {"Dinas X\nJl. A No. 5 67126 0343427605\n<https://x.go.id/>\nPemerintah Kab. Y / Dinas X",
     "nama: Dinas X\n# Hasil impor dari kepala halaman naskah.\n"
     "instansi_induk: Pemerintah Kab. Y\n"
     "# periksa: kode pos dan telepon pada naskah menempel di belakang alamat.\n"
     "alamat: Jl. A No. 5\nkode_pos: 67126\ntelepon: 0343427605\nsitus_web: "
     "https://x.go.id/\n"},
    {"## Dinas X\nJl. A\nNo. 5 671260343427605\nKabupaten Y / Dinas X",
     "nama: Dinas X\n# Hasil impor dari kepala halaman naskah.\ninstansi_induk: Kabupaten Y\n"
     "# periksa: kode pos dan telepon pada naskah menempel di belakang alamat.\n"
     "alamat: Jl. A No. 5\nkode_pos: 67126\ntelepon: 0343427605\n"},
    {"Dinas X\nJl. A No. 123456\nPemerintah Kota Y / Dinas X",
     "nama: Dinas X\n# Hasil impor dari kepala halaman naskah.\n"
     "instansi_induk: Pemerintah Kota Y\nalamat: Jl. A No. 123456\n"},
    {"Dinas X\nJl. A 67126\n(0343) 427605\nPemerintah Kota Y / Dinas X",
     "nama: Dinas X\n# Hasil impor dari kepala halaman naskah.\ninstansi_induk: Pemerintah "
     "Kota Y\n"
     "# periksa: kode pos dan telepon pada naskah menempel di belakang alamat.\n"
     "alamat: Jl. A\nkode_pos: 67126\ntelepon: (0343) 427605\n"},
    {"Dinas X\nJl. A No. 12-14 67126 0343-427605\nPemerintah Kota Y / Dinas X",
     "nama: Dinas X\n# Hasil impor dari kepala halaman naskah.\ninstansi_induk: Pemerintah "
     "Kota Y\n"
     "# periksa: kode pos dan telepon pada naskah menempel di belakang alamat.\n"
     "alamat: Jl. A No. 12-14\nkode_pos: 67126\ntelepon: 0343-427605\n"},
    {"Dinas X\nJl. A (lama) 12-14\nPemerintah Kota Y / Dinas X",
     "nama: Dinas X\n# Hasil impor dari kepala halaman naskah.\ninstansi_induk: Pemerintah "
     "Kota Y\n"
     "alamat: Jl. A (lama) 12-14\n"},
    {"Dinas X\n0343427605\nPemerintah Kota Y / Dinas X",
     "nama: Dinas X\n# Hasil impor dari kepala halaman naskah.\ninstansi_induk: Pemerintah "
     "Kota Y\n"
     "telepon: 0343427605\n"},
    {"Pemerintah Kota Y / Dinas: X",
     "nama: \"Dinas: X\"\n# Hasil impor dari kepala halaman naskah.\n"
     "instansi_induk: Pemerintah Kota Y\n"},
};

static void
test_headers(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(headers); i++) {
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(DiagList) diags = diag_list_new();
        g_autoptr(GString) out = g_string_new(NULL);
        char *text = g_strconcat(headers[i].header, "\n\n" TOP "Persyaratan\nKTP\n", NULL);
        g_autoptr(Source) source = source_new("x.txt", text, strlen(text), diags);
        const Sippn *sippn = sippn_read(arena, source, diags);
        g_assert_nonnull(sippn);
        g_assert_cmpstr(sippn->title, ==, "Akta");
        draft_append_agency(&sippn->agency, out);
        g_assert_cmpstr(out->str, ==, headers[i].agency);
    }
}

/* The official names of the 14 components are headings, each of its own. */
static void
test_components(void)
{
    g_autoptr(GString) text = g_string_new("Akta\n\n");
    for (guint c = 1; c < G_N_ELEMENTS(component_names); c++)
        g_string_append_printf(text, "%s\n\nisi %u\n\n", component_names[c], c);
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Source) source = source_new("x.txt", g_strdup(text->str), text->len, diags);
    const Sippn *sippn = sippn_read(arena, source, diags);
    g_assert_cmpuint(sippn->n, ==, G_N_ELEMENTS(component_names));
    for (guint c = 1; c < sippn->n; c++) {
        g_autofree char *words = g_strdup_printf("isi %u", c);
        g_assert_cmpuint(sippn->sections[c].component, ==, c);
        g_assert_cmpuint(sippn->sections[c].n, ==, 1);
        g_assert_cmpstr(sippn->sections[c].lines[0].text, ==, words);
    }
}

/* ---- the seeds, word for word ---- */

/* Lines that are no words of a section: page headers, headings that became keys, a lost picture. */
static const char *const furniture[] = {
    "Jl. Dr Wahidin Sudirohusodo No 59 67126 0343427605",
    "https://dinsos.pasuruankab.go.id/",
    "Pemerintah Kab. Pasuruan / Dinas Sosial",
    "Dinas Sosial",
    "Dinas Komunikasi dan Informatika",
    "Komplek Perkantoran Pemerintah Kabupaten Pasuruan Jl. Raya Raci KM 9 Bangil – Pasuruan",
    "Telp. (0343) 429064 67153 0343429064",
    "[Http://diskominfo.pasuruankab.go.id/](http://diskominfo.pasuruankab.go.id/)",
    "Pemerintah Kab. Pasuruan / Dinas Komunikasi dan Informatika",
    "Jl. Jendral Sudirman No. 30 Km 03 Narimbang Mulya 42319 02525285255",
    "Pemerintah Kab. Lebak / Dinas Sosial",
    "Dinas Koperasi Usaha Kecil dan Menengah",
    "Jalan raya Raci Km. 9 Bangil 67000 081235510080",
    "http://dinkop.pasuruankab.go.id/",
    "Pemerintah Kab. Pasuruan / Dinas Koperasi Usaha Kecil dan Menengah",
    "Jl. Balai Kota No. 10 67125 0343423628",
    "https://dinsos.pasuruankota.go.id/",
    "Pemerintah Kota Pasuruan / Dinas Sosial",
    "Persyaratan",
    "Sistem, Mekanisme dan Prosedur",
    "Waktu Penyelesaian",
    "Biaya / Tarif",
    "Produk Pelayanan",
    "Pengaduan Layanan",
    "Alur Penanganan Pengaduan",
    "Jangka Waktu Penyelesaian Pengaduan :",
    "Image not found or type unknown",
    NULL};

static gboolean
is_list_mark(const char *word)
{
    gsize n = strspn(word, "0123456789");
    n = n == 0 && g_ascii_islower(*word) ? 1 : n;
    return strcmp(word, "-") == 0 ||
           (n > 0 && strchr(".)", word[n]) != NULL && word[n] != '\0' && word[n + 1] == '\0');
}

static void
put_words(GString *out, const char *text)
{
    g_autofree char *spaced = g_strdup(text);
    for (char *at = spaced; (at = strstr(at, "\u00A0")) != NULL;)
        memcpy(at, "  ", 2);
    g_auto(GStrv) words = g_strsplit_set(spaced, " \n", -1);
    for (char **word = words; *word != NULL; word++)
        if (**word != '\0' && !is_list_mark(*word))
            g_string_append_printf(out, "%s\n", *word);
}

static void
put_source(GString *out, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        g_auto(GStrv) parts =
                   g_strsplit_set(*line, "<>", -1); /* no seed has other uses of them */
        g_autofree char *plain = g_strjoinv("", parts);
        const char *words = g_strstrip(plain + strspn(plain, "#"));
        if (g_str_has_prefix(words, "No. SK :"))
            words += strlen("No. SK :");
        if (!g_strv_contains(furniture, words))
            put_words(out, words);
    }
}

static void
put_node(GString *out, const YamlNode *node)
{
    if (node->kind == YAML_TEXT)
        put_words(out, node->text);
    for (guint i = 0; i < node->n; i++)
        put_node(out, node->kind == YAML_LIST ? node->items[i] : node->pairs[i].value);
}

static void
test_seed(gconstpointer name)
{
    g_autofree char *path = g_strdup_printf("seeds/%s.txt", (const char *)name), *text = NULL;
    gsize len;
    g_assert_true(g_file_get_contents(path, &text, &len, NULL));
    g_autoptr(GString) wanted = g_string_new(NULL), got = g_string_new(NULL);
    put_source(wanted, text);
    g_autofree char *charter = imported(text, len);
    char *end = strstr(charter, "\n---\n");
    g_assert_nonnull(end);
    *++end = '\0';
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Source) source =
                  source_new("x.md", g_strdup(charter + 4), strlen(charter + 4), diags);
    const YamlNode *root =
        yaml_read(arena, source, 1, source_n_lines(source), FALSE, NULL, NULL, diags);
    g_assert_cmpuint(diag_list_n(diags), ==, 0);
    for (guint i = 0; i < root->n; i++) {
        if (strcmp(root->pairs[i].key->text, "sumber") == 0)
            continue;
        put_node(got, root->pairs[i].value);
        const char *body = strstr(end + 1, "## Waktu Penyelesaian\n");
        if (strcmp(root->pairs[i].key->text, "waktu") == 0 && body != NULL)
            put_words(got, body + strlen("## Waktu Penyelesaian\n"));
    }
    g_assert_cmpstr(got->str, ==, wanted->str);
}

/* ---- YAML ---- */

static const char *const pieces[] = {
    "a",    "b",    "kata", " ",  " ",  "  ",   ":",          ": ",  " #",  "#",
    "-",    "- ",   "?",    "? ", ",",  "[",    "]",          "{",   "}",   "&",
    "*",    "!",    "|",    ">",  "'",  "\"",   "%",          "@",   "`",   "\\",
    "\n",   "\n\n", "\t",   "é",  "–",  "日本", "\U0001F600", "---", "...", "~",
    "null", "ya",   "0",    "=",  "<<", "://",  "x: y",       " :",  "\r"};

static char *
random_text(GRand *rand)
{
    GString *text = g_string_new(NULL);
    for (gint n = g_rand_int_range(rand, 0, g_rand_boolean(rand) ? 8 : 60); n > 0; n--)
        g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
    return g_string_free(text, FALSE);
}

static guint
n_runs(void)
{
    const char *wanted = g_getenv("IMPORT_RUNS");
    return wanted != NULL ? (guint)g_ascii_strtoull(wanted, NULL, 10) : 2000;
}

/* A key, an item and a key of an item, as the draft writes them. */
static void
test_round_trip(void)
{
    for (guint seed = 0; seed < n_runs(); seed++) {
        GRand *rand = g_rand_new_with_seed(seed);
        g_autofree char *a = random_text(rand), *b = random_text(rand), *c = random_text(rand);
        g_rand_free(rand);
        GString *yaml = g_string_new("satu:");
        emit_text(yaml, 2, a);
        emit_comment(yaml, 0, b);
        g_string_append(yaml, "dua:\n  -");
        emit_text(yaml, 4, b);
        emit_comment(yaml, 4, c);
        g_string_append(yaml, "  - tiga:");
        emit_text(yaml, 6, c);
        g_autofree char *shown = g_strdup(yaml->str);
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(DiagList) diags = diag_list_new();
        gsize len = yaml->len;
        g_autoptr(Source) source = source_new("x.yaml", g_string_free(yaml, FALSE), len, diags);
        const YamlNode *root =
            yaml_read(arena, source, 1, source_n_lines(source), FALSE, NULL, NULL, diags);
        g_test_message("seed %u:\n%s", seed, shown);
        g_assert_cmpuint(diag_list_n(diags), ==, 0);
        const YamlNode *list = yaml_find(root, "dua");
        g_assert_cmpstr(yaml_find(root, "satu")->text, ==, a);
        g_assert_cmpuint(list->n, ==, 2);
        g_assert_cmpstr(list->items[0]->text, ==, b);
        g_assert_cmpstr(yaml_find(list->items[1], "tiga")->text, ==, c);
    }
}

static void
test_quotes(void)
{
    static const char *const plain[] = {
        "KTP",           "a:b", "-a", "a#b",     "(0343) 1", "ya", "0343", "a, b",
        "https://a.id/", "?a",  "\\", "a \"b\"", "~",        "=",  "a -b"};
    static const char *const quoted[] = {"",   "-",   "- a", "a: b", "a:",   "a #b", "@a",
                                         "%a", "*a",  "&a",  "[a",   "{a",   "#a",   "!a",
                                         "|a", ">a",  "'a",  "\"a",  "`a",   " a",   "a ",
                                         ",a", "? a", ": a", "a\nb", "a\tb", "---",  "..."};
    for (guint i = 0; i < G_N_ELEMENTS(plain); i++)
        g_assert_false(emit_needs_quotes(plain[i]));
    for (guint i = 0; i < G_N_ELEMENTS(quoted); i++)
        g_assert_true(emit_needs_quotes(quoted[i]));
}

static void
test_width(void)
{
    g_autoptr(GString) text = g_string_new("a:"), words = g_string_new(NULL);
    for (guint i = 0; i < 60; i++)
        g_string_append_printf(words, "%skatá", i > 0 ? " " : "");
    emit_text(text, 2, words->str);
    g_string_append(text, "b:");
    g_string_append_c(words, ':');
    emit_text(text, 2, words->str);
    g_auto(GStrv) lines = g_strsplit(text->str, "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), ==, 9);
    for (char **line = lines; *line != NULL; line++)
        g_assert_cmpint(g_utf8_strlen(*line, -1), <=, EMIT_WIDTH);
}

/* ---- texts nobody would write ---- */

/* Cuts, doubles and moves pieces of a seed; the result is a charter that reads, or findings. */
static void
test_hostile(void)
{
    g_autofree char *seed_text = NULL;
    gsize len;
    g_assert_true(
        g_file_get_contents("seeds/003_859f15a4e3969313.txt", &seed_text, &len, NULL));
    for (guint seed = 0; seed < n_runs() / 4; seed++) {
        GRand *rand = g_rand_new_with_seed(seed);
        g_autoptr(GString) text = g_string_new_len(seed_text, (gssize)len);
        for (gint n = g_rand_int_range(rand, 1, 30); n > 0; n--) {
            gssize at = g_rand_int_range(rand, 0, (gint32)text->len);
            gssize n_cut = g_rand_int_range(rand, 1, 40);
            if (g_rand_boolean(rand))
                g_string_erase(text, at, MIN((gssize)text->len - at, n_cut));
            else
                g_string_insert(text, at,
                                pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
        }
        g_rand_free(rand);
        g_test_message("seed %u", seed);
        g_autofree char *charter = imported(text->str, text->len);
        if (*charter == '[')
            continue;
        char *end = strstr(charter, "\n---\n");
        g_assert_nonnull(end);
        end[1] = '\0';
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(DiagList) diags = diag_list_new();
        g_autoptr(Source) source =
                      source_new("x.md", g_strdup(charter + 4), strlen(charter + 4), diags);
        yaml_read(arena, source, 1, source_n_lines(source), FALSE, NULL, NULL, diags);
        g_assert_cmpuint(diag_list_n(diags), ==, 0);
    }
}

/* Millions of brackets and thousands of headings or lines: a reader that looks at all of them again for each
 * does not come back. */
static void
test_many(void)
{
    static const struct {
        const char *begin, *again, *then;
        guint n;
    } rows[] = {
        {TOP "Persyaratan\n", "<", "", 3000000},
        {TOP "Persyaratan\n", "[", "", 3000000},
        {TOP "Persyaratan\nKTP\n", "# a\n", "Biaya\n", 50000},
        {TOP "Pengaduan Layanan\n", "a\n", "", 200000},
    };
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) text = g_string_new(rows[i].begin);
        for (guint k = 0; k < rows[i].n; k++)
            g_string_append(text, rows[i].again);
        for (guint k = 0; *rows[i].then != '\0' && k < rows[i].n; k++)
            g_string_append(text, rows[i].then);
        g_autofree char *got = imported(text->str, text->len);
        g_assert_cmpstr(got, ==, "[import-too-long]");
    }
}

/* ---- the child that reads PDF ---- */

static void
test_pdf_slow(void)
{
    g_autofree char *dir = g_dir_make_tmp("import-XXXXXX", NULL);
    g_autofree char *program = g_build_filename(dir, "pdftotext", NULL);
    g_autofree char *before = g_strdup(g_getenv("PATH"));
    g_autofree char *path = g_strconcat(dir, ":", before, NULL);
    g_autoptr(GError) error = NULL;
    char *text = NULL;
    gsize len = 0;
    g_assert_true(g_file_set_contents(program, "#!/bin/sh\nexec sleep 600\n", -1, NULL));
    g_assert_cmpint(g_chmod(program, 0700), ==, 0);
    g_setenv("PATH", path, TRUE);
    g_assert_cmpint(pdftext_read("%PDF-", 5, 1, 100, &text, &len, &error), ==, PDFTEXT_SLOW);
    g_setenv("PATH", dir, TRUE);
    g_unlink(program);
    g_assert_cmpint(pdftext_read("%PDF-", 5, 1, 100, &text, &len, &error), ==,
                    PDFTEXT_NO_PROGRAM);
    g_setenv("PATH", before, TRUE);
    g_assert_no_error(error);
    g_assert_null(text);
    g_rmdir(dir);
}

int
main(int argc, char **argv)
{
    static const char *const seeds[] = {"000_bb39cf9177c25049", "001_2fc571fb9c969b14",
                                        "002_3c2113af718c99f5", "003_859f15a4e3969313",
                                        "004_49a5f738c9551597"};
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(shapes); i++) {
        g_autofree char *path = g_strconcat("/import/shape/", shapes[i].name, NULL);
        g_test_add_data_func(path, GUINT_TO_POINTER(i), test_shape);
    }
    for (guint i = 0; i < G_N_ELEMENTS(seeds); i++) {
        g_autofree char *path = g_strconcat("/import/words/", seeds[i], NULL);
        g_test_add_data_func(path, seeds[i], test_seed);
    }
    g_test_add_func("/import/headers", test_headers);
    g_test_add_func("/import/components", test_components);
    g_test_add_func("/import/yaml/round-trip", test_round_trip);
    g_test_add_func("/import/yaml/quotes", test_quotes);
    g_test_add_func("/import/yaml/width", test_width);
    g_test_add_func("/import/hostile", test_hostile);
    g_test_add_func("/import/many", test_many);
    g_test_add_func("/import/pdf/slow", test_pdf_slow);
    return g_test_run();
}
