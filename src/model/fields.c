#include "model/fields.h"
#include "model/charter.h"
#include <string.h>

#define N(rows)             (rows), G_N_ELEMENTS(rows)
#define AT(type, member)    .offset = G_STRUCT_OFFSET(type, member)
#define DOC(id, en)         .doc_id = (id), .doc_en = (en)
#define TEXT(type, member)  #member, FIELD_TEXT, AT(type, member)
#define TEXTS(type, member) #member, FIELD_TEXTS, AT(type, member)
#define OF(rec)             .record = &(rec)

const char *const component_names[15] = {
    "",
    "Persyaratan",
    "Sistem, Mekanisme, dan Prosedur",
    "Jangka Waktu Penyelesaian",
    "Biaya/Tarif",
    "Produk Pelayanan",
    "Penanganan Pengaduan, Saran, dan Masukan",
    "Dasar Hukum",
    "Sarana, Prasarana, dan/atau Fasilitas",
    "Kompetensi Pelaksana",
    "Pengawasan Internal",
    "Jumlah Pelaksana",
    "Jaminan Pelayanan",
    "Jaminan Keamanan dan Keselamatan Pelayanan",
    "Evaluasi Kinerja Pelaksana",
};

/* The values a choice allows, by index; value/ owns the names of its own enums. */
#define CHOICES(name, ...)                                  \
    static const char *name(guint i)                        \
    {                                                       \
        static const char *const values[] = {__VA_ARGS__};  \
        return i < G_N_ELEMENTS(values) ? values[i] : NULL; \
    }
CHOICES(status_choice, "aktif", "nonaktif", "dicabut", "draf")
CHOICES(access_choice, "datang", "daring", "telepon")
CHOICES(zone_choice, "WIB", "WITA", "WIT")
CHOICES(holiday_choice, "nasional", "cuti_bersama", "daerah")
CHOICES(size_choice, "a4", "a3", "a2", "a1", "f4")
CHOICES(presence_choice, "ada", "tidak")
CHOICES(life_event,
        "lahir",
        "sekolah",
        "kerja",
        "usaha",
        "menikah",
        "pindah",
        "sakit",
        "lansia",
        "meninggal")
static const char other_life_events[] =
    "kelahiran=lahir|bayi=lahir|pendidikan=sekolah|kuliah=sekolah|pekerjaan=kerja|"
    "bekerja=kerja|berusaha=usaha|bisnis=usaha|pernikahan=menikah|perkawinan=menikah|"
    "nikah=menikah|kawin=menikah|pindah rumah=pindah|pindah datang=pindah|kesehatan=sakit|"
    "berobat=sakit|lanjut usia=lansia|pensiun=lansia|kematian=meninggal|mati=meninggal|"
    "wafat=meninggal";

static const char *
fee_choice(guint i)
{
    return i < FEE_UNREAD ? fee_kind_key((FeeKind)i) : NULL;
}

static const char *
channel_choice(guint i)
{
    return i < N_CHANNELS ? channel_kind_key((ChannelKind)i) : NULL;
}

/* ---- durations with a class: {untuk, waktu} ---- */
static const Field waktu_fields[] = {
    {TEXT(Waktu, untuk),
     DOC("untuk siapa atau perkara apa waktu ini berlaku",
         "the class of case this time is for"),
     .example = "Pengaduan ringan"},
    {"waktu", FIELD_TEXT, AT(Waktu, waktu), .flags = FIELD_REQUIRED,
     DOC("jangka waktu, ditulis seperti di SK", "the duration, as the decree words it"),
     .example = "5 hari kerja"},
};
const Record record_waktu = {"duration",    "jangka waktu",  "a duration",
                             sizeof(Waktu), N(waktu_fields), G_STRUCT_OFFSET(Waktu, waktu)};

/* ---- items of components 5 and 7-14 ---- */
static const Field item_fields[] = {
    {TEXT(Item, teks), DOC("isi butir", "the words of the item"),
     .example = "Undang-Undang Nomor 25 Tahun 2009"},
    {"tautan", FIELD_LINK, AT(Item, tautan),
     DOC("alamat web atau berkas di folder ini", "a web address, or a file in this folder"),
     .example = "https://peraturan.go.id"},
    {TEXT(Item, kelompok), DOC("judul di atas beberapa butir", "a heading over several items")},
    {"butir", FIELD_RECORDS, AT(Item, butir), OF(record_item),
     DOC("butir-butir di bawah kelompok", "the items under the heading")},
};
const Record record_item = {"item",       "butir",        "an item",
                            sizeof(Item), N(item_fields), G_STRUCT_OFFSET(Item, teks)};

/* ---- requirements ---- */
static const Field requirement_fields[] = {
    {TEXT(Requirement, teks), DOC("syaratnya", "the requirement"), .example = "Fotokopi KTP"},
    {TEXT(Requirement, untuk),
     DOC("golongan pemohon; dicetak \"Untuk …\"", "class of applicant; printed \"Untuk …\""),
     .example = "badan hukum"},
    {TEXT(Requirement, bila),
     DOC("keadaan; dicetak \"Bila …\"", "condition; printed \"Bila …\""),
     .example = "dikuasakan"},
    {TEXT(Requirement, jumlah), DOC("berapa banyak", "how many"), .example = "2 lembar"},
    {TEXT(Requirement, formulir), DOC("kode formulir", "the form's code"), .example = "F-1.02"},
    {"tautan", FIELD_LINK, AT(Requirement, tautan),
     DOC("berkas formulir atau alamat web", "the form's file, or a web address"),
     .example = "formulir/f-1-02.pdf"},
    {"rincian", FIELD_RECORDS, AT(Requirement, rincian), OF(record_requirement),
     DOC("rincian a, b, c dari satu syarat", "sub-items a, b, c of one requirement")},
    {TEXT(Requirement, kelompok),
     DOC("judul di atas beberapa syarat", "a heading over several requirements")},
    {"butir", FIELD_RECORDS, AT(Requirement, butir), OF(record_requirement),
     DOC("syarat-syarat di bawah kelompok", "the requirements under the heading")},
};
const Record record_requirement = {"requirement",         "syarat",
                                   "a requirement",       sizeof(Requirement),
                                   N(requirement_fields), G_STRUCT_OFFSET(Requirement, teks)};

/* ---- steps and branches ---- */
static const Field step_fields[] = {
    {TEXT(Step, bila), DOC("langkah ini hanya bila …", "done only if …"),
     .example = "diperlukan"},
    {TEXT(Step, oleh),
     DOC("pelaku; dibaca bersambung dengan teks", "the actor; read together with teks"),
     .example = "Pemohon"},
    {TEXT(Step, teks), DOC("yang dilakukan", "what is done"), .example = "menyerahkan berkas"},
    {"rincian", FIELD_RECORDS, AT(Step, rincian), OF(record_requirement),
     DOC("rincian a, b, c tanpa nomor langkah", "sub-items a, b, c without a step number")},
    {"waktu", FIELD_DURATION, AT(Step, waktu),
     DOC("lama langkah ini", "how long this step takes"), .example = "15 menit"},
    {"cabang", FIELD_RECORDS, AT(Step, cabang), OF(record_branch),
     DOC("percabangan setelah langkah ini", "branches after this step")},
    {"selesai", FIELD_SWITCH, AT(Step, selesai),
     DOC("prosedur berakhir di sini", "the procedure ends here")},
    {"kembali", FIELD_NUMBER, AT(Step, kembali),
     DOC("kembali ke langkah bernomor ini", "goes back to the step of this number"),
     .example = "1"},
    {TEXT(Step, kelengkapan),
     DOC("yang dipakai langkah ini; tampil di bagan alur petugas",
         "what the step takes; shown in the officials' chart"),
     .example = "Berkas permohonan"},
    {TEXT(Step, keluaran),
     DOC("yang dihasilkan langkah ini; tampil di bagan alur petugas",
         "what comes of the step; shown in the officials' chart"),
     .example = "Tanda terima"},
};
const Record record_step = {"step",       "langkah",      "a step",
                            sizeof(Step), N(step_fields), G_STRUCT_OFFSET(Step, teks)};

static const Field branch_fields[] = {
    {TEXT(Branch, jika), .flags = FIELD_REQUIRED,
     DOC("syarat cabang; dicetak \"Jika …\"", "the condition; printed \"Jika …\""),
     .example = "berkas tidak lengkap"},
    {TEXT(Branch, maka), DOC("akibatnya, tanpa nomor", "the outcome, without a number"),
     .example = "dikembalikan kepada pemohon"},
    {"langkah", FIELD_RECORDS, AT(Branch, langkah), OF(record_step),
     DOC("langkah-langkah bernomor di cabang ini", "the numbered steps of this branch")},
    {"rincian", FIELD_RECORDS, AT(Branch, rincian), OF(record_requirement),
     DOC("rincian a, b, c tanpa nomor langkah", "sub-items a, b, c without a step number")},
    {"waktu", FIELD_DURATION, AT(Branch, waktu),
     DOC("lama cabang ini", "how long this branch takes")},
    {"cabang", FIELD_RECORDS, AT(Branch, cabang), OF(record_branch),
     DOC("percabangan di dalam cabang", "branches inside the branch")},
    {"selesai", FIELD_SWITCH, AT(Branch, selesai),
     DOC("prosedur berakhir di sini", "the procedure ends here")},
    {"kembali", FIELD_NUMBER, AT(Branch, kembali),
     DOC("kembali ke langkah bernomor ini", "goes back to the step of this number")},
};
const Record record_branch = {"branch",       "cabang",         "a branch",
                              sizeof(Branch), N(branch_fields), NO_TEXT};

/* ---- fees ---- */
static const Field tariff_fields[] = {
    {TEXT(Tariff, untuk),
     DOC("untuk apa atau siapa tarif ini", "what or whom the tariff is for")},
    {TEXT(Tariff, kelompok), DOC("judul kelompok tarif", "heading of a group of tariffs")},
    {"jumlah", FIELD_MONEY, AT(Tariff, jumlah), DOC("jumlah rupiah", "the amount in rupiah"),
     .example = "Rp50.000"},
    {TEXT(Tariff, satuan),
     DOC("satuan, dicetak seperti ditulis", "the unit, printed as written"),
     .example = "per lembar"},
    {TEXT(Tariff, catatan), DOC("catatan", "a note")},
};
const Record record_tariff = {"tariff",       "tarif",          "a tariff",
                              sizeof(Tariff), N(tariff_fields), NO_TEXT};

static const Field fee_fields[] = {
    {"jenis", FIELD_CHOICE, AT(Fee, jenis), .choice = fee_choice,
     .meant = "nol=gratis|nihil=gratis|tidak ada=gratis|tidak dipungut biaya=gratis|"
              "free=gratis|tunggal=tetap|daftar=tabel|sesuai peraturan=sesuai_peraturan",
     DOC("jenis biaya", "the kind of fee"), .example = "gratis"},
    {"jumlah", FIELD_MONEY, AT(Fee, jumlah), DOC("jumlah rupiah", "the amount in rupiah"),
     .example = "Rp50.000"},
    {TEXT(Fee, satuan), DOC("satuan, dicetak seperti ditulis", "the unit, printed as written"),
     .example = "per sertipikat"},
    {TEXT(Fee, rumus), DOC("rumus dengan kata-kata", "the formula in words")},
    {"tarif", FIELD_RECORDS, AT(Fee, tarif), OF(record_tariff),
     DOC("daftar tarif", "the list of tariffs")},
    {"dasar", FIELD_RECORDS, AT(Fee, dasar), OF(record_item),
     DOC("peraturan yang menetapkan", "the regulation that sets it")},
    {TEXT(Fee, catatan), DOC("catatan", "a note")},
};
const Record record_fee = {"fee",       "biaya",       "a fee",
                           sizeof(Fee), N(fee_fields), G_STRUCT_OFFSET(Fee, raw)};

/* ---- complaints ---- */
static const Field channel_fields[] = {
    {"jenis", FIELD_CHOICE, AT(Channel, jenis), .choice = channel_choice,
     .meant = "telp=telepon|tlp=telepon|telpon=telepon|hp=telepon|call center=telepon|"
              "hotline=telepon|fax=faks|faksimile=faks|wa=whatsapp|surel=email|e mail=email|"
              "surat elektronik=email|website=web|situs=web|situs web=web|laman=web|"
              "sp4n=lapor|sp4n lapor=lapor|ig=instagram|fb=facebook|twitter=x|loket=datang|"
              "kantor=datang|langsung=datang|tatap muka=datang|pos=surat|"
              "kotak saran=kotak_saran|kotak aduan=kotak_saran|kotak pengaduan=kotak_saran|"
              "app=aplikasi",
     DOC("jenis kanal", "the kind of channel"), .example = "telepon"},
    {TEXT(Channel, nilai), DOC("nomor, alamat, atau akun", "number, address or account"),
     .example = "(0343) 427605"},
    {TEXT(Channel, label), DOC("nama kanal bila lain dari jenisnya",
                               "the channel's name if it differs from its kind")},
    {TEXT(Channel, jam), DOC("jam kanal ini dijawab", "when this channel is answered")},
};
const Record record_channel = {"channel",         "kanal",
                               "a channel",       sizeof(Channel),
                               N(channel_fields), G_STRUCT_OFFSET(Channel, raw)};

static const Field officer_fields[] = {
    {TEXT(Officer, nama), DOC("nama petugas", "the officer's name")},
    {TEXT(Officer, jabatan), DOC("jabatan petugas", "the officer's position"),
     .example = "Kepala Subbagian Umum"},
    {TEXT(Officer, kontak), DOC("kontak petugas", "how to reach the officer"),
     .example = "(0343) 427605"},
};
const Record record_officer = {
    "officer",       "petugas pengaduan", "the complaints officer",
    sizeof(Officer), N(officer_fields),   G_STRUCT_OFFSET(Officer, teks)};

static const Field complaint_fields[] = {
    {"kanal", FIELD_RECORDS, AT(Complaint, kanal), OF(record_channel),
     .aliases = "kanal|kanal pengaduan|saluran pengaduan|info lebih lanjut hubungi|"
                "informasi lebih lanjut hubungi|info lebih lanjut|informasi lebih lanjut",
     DOC("kanal pengaduan", "complaint channels"), .example = "WhatsApp: 085600000000"},
    {"alur", FIELD_RECORDS, AT(Complaint, alur), OF(record_step),
     .aliases = "alur pengaduan|alur penanganan pengaduan|mekanisme penanganan pengaduan|"
                "mekanisme pengaduan|prosedur penanganan pengaduan|prosedur pengaduan|"
                "tata cara pengaduan",
     DOC("alur penanganan pengaduan", "how complaints are handled")},
    {"batas_waktu", FIELD_DURATIONS, AT(Complaint, batas_waktu), OF(record_waktu),
     .aliases = "jangka waktu penyelesaian pengaduan|jangka waktu penanganan pengaduan|"
                "batas waktu penyelesaian pengaduan|waktu penyelesaian pengaduan|"
                "waktu penanganan pengaduan|batas waktu pengaduan",
     DOC("batas waktu penyelesaian pengaduan", "deadlines for complaints")},
    {"petugas", FIELD_RECORD, AT(Complaint, petugas), OF(record_officer),
     .aliases = "petugas pengaduan|pejabat pengelola pengaduan|"
                "petugas pengelola pengaduan|penanggung jawab pengaduan",
     DOC("petugas pengaduan", "the complaints officer")},
    {TEXT(Complaint, catatan), DOC("catatan", "a note")},
};
const Record record_complaint = {"complaint",       "pengaduan",         "complaints",
                                 sizeof(Complaint), N(complaint_fields), NO_TEXT};

/* ---- small records ---- */
static const Field decree_fields[] = {
    {TEXT(Decree, nomor), DOC("nomor SK", "number of the decree"), .example = "188.4/12/2024"},
    {"tanggal", FIELD_DATE, AT(Decree, tanggal), DOC("tanggal SK", "date of the decree"),
     .example = "2024-01-16"},
    {TEXT(Decree, tentang), DOC("judul SK", "title of the decree")},
    {"tautan", FIELD_LINK, AT(Decree, tautan),
     DOC("berkas atau alamat SK", "file or address of the decree")},
};
const Record record_decree = {"decree",         "surat keputusan",
                              "a decree",       sizeof(Decree),
                              N(decree_fields), G_STRUCT_OFFSET(Decree, nomor)};

static const Field access_fields[] = {
    {"jenis", FIELD_CHOICE, AT(Access, jenis), .choice = access_choice, .flags = FIELD_REQUIRED,
     .meant = "loket=datang|langsung=datang|tatap muka=datang|offline=datang|luring=datang|"
              "kantor=datang|online=daring|web=daring|website=daring|situs=daring|"
              "aplikasi=daring|internet=daring|telp=telepon|tlp=telepon|telpon=telepon|"
              "hp=telepon",
     DOC("cara mengajukan", "how to apply"), .example = "datang"},
    {TEXT(Access, tempat), DOC("tempat atau nomor", "place or number")},
    {"tautan", FIELD_LINK, AT(Access, tautan), DOC("alamat web", "web address")},
};
const Record record_access = {"access",       "cara akses",     "a way to apply",
                              sizeof(Access), N(access_fields), NO_TEXT};

static const Field hours_fields[] = {
    {TEXT(HoursRow, hari), .flags = FIELD_REQUIRED,
     DOC("hari; \"termasuk hari libur\" bila juga buka saat libur",
         "days; \"termasuk hari libur\" when open on holidays, too"),
     .example = "Senin–Kamis"},
    {TEXT(HoursRow, jam), .flags = FIELD_REQUIRED, DOC("jam buka", "opening hours"),
     .example = "07.30–16.00"},
    {TEXT(HoursRow, istirahat), DOC("jam istirahat", "the break"), .example = "12.00–13.00"},
};
const Record record_hours = {"hours",          "jam layanan",   "service hours",
                             sizeof(HoursRow), N(hours_fields), NO_TEXT};

static const Field special_hours_fields[] = {
    {"dari", FIELD_DATE, AT(SpecialHours, dari), .flags = FIELD_REQUIRED,
     DOC("mulai tanggal", "from"), .example = "2026-02-18"},
    {"sampai", FIELD_DATE, AT(SpecialHours, sampai), .flags = FIELD_REQUIRED,
     DOC("sampai tanggal", "to"), .example = "2026-03-19"},
    {TEXT(SpecialHours, nama), DOC("nama masa itu", "name of the period"),
     .example = "Ramadan"},
    {"jam_layanan", FIELD_RECORDS, AT(SpecialHours, jam_layanan), OF(record_hours),
     .flags = FIELD_REQUIRED, DOC("jam layanan pada masa itu", "hours of the period"),
     .example = "{hari: Senin–Kamis, jam: 08.00–15.00}"},
};
const Record record_special_hours = {"special-hours",         "jam khusus",
                                     "special hours",         sizeof(SpecialHours),
                                     N(special_hours_fields), NO_TEXT};

static const Field variant_fields[] = {
    {TEXT(Variant, nama), .flags = FIELD_REQUIRED | FIELD_NAME, DOC("nama varian", "name of the variant"),
     .example = "Baru"},
    {"persyaratan", FIELD_RECORDS, AT(Variant, persyaratan), OF(record_requirement),
     .component = 1, DOC("pengganti persyaratan", "replaces the requirements")},
    {"prosedur", FIELD_RECORDS, AT(Variant, prosedur), OF(record_step), .component = 2,
     DOC("pengganti prosedur", "replaces the procedure")},
    {"waktu", FIELD_DURATIONS, AT(Variant, waktu), OF(record_waktu), .component = 3,
     DOC("pengganti waktu", "replaces the time")},
    {"biaya", FIELD_RECORD, AT(Variant, biaya), OF(record_fee), .component = 4,
     DOC("pengganti biaya", "replaces the fee")},
    {"produk", FIELD_RECORDS, AT(Variant, produk), OF(record_item), .component = 5,
     DOC("pengganti produk", "replaces the product")},
};
const Record record_variant = {"variant",       "varian",          "a variant",
                               sizeof(Variant), N(variant_fields), NO_TEXT};

static const Field origin_fields[] = {
    {"tautan", FIELD_LINK, AT(Origin, tautan),
     DOC("asal teks: alamat web atau berkas", "where the text came from"),
     .example = "/seeds/naskah.txt"},
    {TEXT(Origin, catatan), DOC("catatan", "a note")},
};
const Record record_origin = {"origin",       "sumber",         "the source",
                              sizeof(Origin), N(origin_fields), NO_TEXT};

/* ---- what stands beside the components ---- */
static const Field compensation_fields[] = {
    {TEXT(Compensation, teks), .flags = FIELD_REQUIRED,
     DOC("yang diterima warga bila janji tidak ditepati",
         "what citizens get if the promise is not kept"),
     .example = "Hasil diantar ke alamat pemohon tanpa biaya"},
    {TEXT(Compensation, bila),
     DOC("keadaan; dicetak \"Bila …\"", "condition; printed \"Bila …\""),
     .example = "melewati jangka waktu"},
    {TEXT(Compensation, oleh), DOC("siapa yang meminta", "who asks for it"),
     .example = "Pemohon atau kuasanya"},
    {TEXT(Compensation, kepada), DOC("kepada siapa diminta", "whom to ask"),
     .example = "Petugas pengaduan di Loket 1"},
    {"batas_waktu", FIELD_DURATION, AT(Compensation, batas_waktu),
     DOC("batas waktu memintanya", "by when to ask for it"),
     .example = "14 hari kerja sejak hasil seharusnya diterima"},
};
const Record record_compensation = {
    "compensation",       "kompensasi",           "compensation",
    sizeof(Compensation), N(compensation_fields), G_STRUCT_OFFSET(Compensation, teks)};

static const Field forum_fields[] = {
    {"tanggal", FIELD_DATE, AT(Forum, tanggal), .flags = FIELD_REQUIRED | FIELD_NAME,
     DOC("tanggal forum", "date of the forum"), .example = "2026-02-12"},
    {TEXTS(Forum, unsur), DOC("unsur masyarakat yang hadir", "the parties that took part"),
     .example = "Pengguna layanan"},
    {"berita_acara", FIELD_LINK, AT(Forum, berita_acara),
     DOC("berkas atau alamat berita acara", "file or address of the minutes"),
     .example = "berita-acara-fkp.pdf"},
    {"laporan", FIELD_LINK, AT(Forum, laporan),
     DOC("berkas atau alamat laporan", "file or address of the report"),
     .example = "laporan-fkp.pdf"},
};
const Record record_forum = {"forum",       "forum konsultasi publik", "public consultation",
                             sizeof(Forum), N(forum_fields),           NO_TEXT};

static const Field queue_fields[] = {
    {"daring", FIELD_LINK, AT(Queue, daring),
     DOC("alamat mengambil nomor antrean daring", "address for taking a number online"),
     .example = "https://antrean.contoh.example"},
    {TEXT(Queue, cara), DOC("cara mengambil nomor di tempat", "how to take a number there"),
     .example = "Ambil nomor di mesin antrean dekat pintu masuk"},
};
const Record record_queue = {"queue",       "antrean",        "the queue",
                             sizeof(Queue), N(queue_fields), G_STRUCT_OFFSET(Queue, cara)};

static const Field venue_fields[] = {
    {TEXT(Venue, nama), .flags = FIELD_REQUIRED | FIELD_NAME, DOC("nama tempat", "name of the place"),
     .example = "Mal Pelayanan Publik, loket 12"},
    {TEXT(Venue, alamat), DOC("alamat tempat itu", "its address")},
    {"peta", FIELD_LINK, AT(Venue, peta), DOC("tautan peta", "a map that shows it")},
    {TEXT(Venue, telepon), DOC("telepon tempat itu", "its telephone"),
     .example = "(0343) 427605"},
    {"jam_layanan", FIELD_RECORDS, AT(Venue, jam_layanan), OF(record_hours),
     .flags = FIELD_NOT_TRANSLATED,
     DOC("jam layanan di tempat itu, bila lain", "its hours, if they differ"),
     .example = "{hari: Senin–Sabtu, jam: 08.00–16.00}"},
    {TEXT(Venue, catatan), DOC("catatan", "a note")},
};
const Record record_venue = {"venue",       "lokasi layanan",  "a place of the service",
                             sizeof(Venue), N(venue_fields), NO_TEXT};

/* ---- the life of a standard ---- */
static const Field change_fields[] = {
    {"mulai", FIELD_DATE, AT(Change, mulai),
     .flags = FIELD_REQUIRED | FIELD_NAME | FIELD_NOT_TRANSLATED,
     DOC("hari mulai berlakunya perubahan", "the day the change comes into force"),
     .example = "2027-01-01"},
    {TEXT(Change, catatan), DOC("penjelasan singkat untuk warga", "a word to citizens")},
    {"sk", FIELD_RECORD, AT(Change, sk), OF(record_decree), .flags = FIELD_NOT_TRANSLATED,
     DOC("SK yang menetapkan perubahan", "the decree that fixes it"),
     .example = "188.4/12/2026"},
    {"persyaratan", FIELD_RECORDS, AT(Change, persyaratan), OF(record_requirement),
     .component = 1, DOC("persyaratan yang baru", "the new requirements")},
    {"prosedur", FIELD_RECORDS, AT(Change, prosedur), OF(record_step), .component = 2,
     DOC("prosedur yang baru", "the new procedure")},
    {"waktu", FIELD_DURATIONS, AT(Change, waktu), OF(record_waktu), .component = 3,
     DOC("waktu yang baru", "the new time")},
    {"biaya", FIELD_RECORD, AT(Change, biaya), OF(record_fee), .component = 4,
     DOC("biaya yang baru", "the new fee"), .example = "Rp5.000"},
    {"produk", FIELD_RECORDS, AT(Change, produk), OF(record_item), .component = 5,
     DOC("produk yang baru", "the new product")},
    {"varian", FIELD_RECORDS, AT(Change, varian), OF(record_variant),
     DOC("semua varian yang baru", "all the new variants")},
};
const Record record_change = {
    "change",       "perubahan yang akan datang", "a change to come",
    sizeof(Change), N(change_fields),             NO_TEXT};

static const Field pause_fields[] = {
    {TEXT(Pause, alasan), DOC("mengapa tidak dilayani", "why it is not offered"),
     .example = "Blangko habis"},
    {"sampai", FIELD_DATE, AT(Pause, sampai), .flags = FIELD_NOT_TRANSLATED,
     DOC("hari terakhir tidak dilayani", "the last day without it"), .example = "2026-12-31"},
};
const Record record_pause = {
    "pause",       "layanan yang dihentikan sementara", "a service that is suspended",
    sizeof(Pause), N(pause_fields),                     G_STRUCT_OFFSET(Pause, alasan)};

static const Field notice_fields[] = {
    {TEXT(Notice, teks), .flags = FIELD_REQUIRED,
     DOC("isi pemberitahuan", "the words of the notice"),
     .example = "Loket pindah ke lantai 2"},
    {"dari", FIELD_DATE, AT(Notice, dari), .flags = FIELD_NOT_TRANSLATED,
     DOC("ditampilkan sejak tanggal", "shown from"), .example = "2026-12-01"},
    {"sampai", FIELD_DATE, AT(Notice, sampai), .flags = FIELD_NOT_TRANSLATED,
     DOC("ditampilkan sampai tanggal", "shown to"), .example = "2026-12-31"},
};
const Record record_notice = {"notice",       "pemberitahuan",  "a notice",
                              sizeof(Notice), N(notice_fields), G_STRUCT_OFFSET(Notice, teks)};

/* What services inherit from `bawaan` beside components. */
#define INHERITED_FIELDS(type)                                                              \
    {"kompensasi", FIELD_RECORDS, AT(type, kompensasi), OF(record_compensation),            \
     DOC("kompensasi bila janji tidak ditepati", "what is given if the promise is not kept"), \
     .example = "Hasil diantar ke alamat pemohon tanpa biaya"},                             \
        {"antrean", FIELD_RECORD, AT(type, antrean), OF(record_queue),                      \
         DOC("nomor antrean", "queue numbers")},                                            \
        {"peninjau", FIELD_TEXT, AT(type, peninjau), .flags = FIELD_NOT_TRANSLATED,         \
         DOC("siapa yang meninjau standar ini", "who reviews the standard"),                \
         .example = "Bagian Organisasi Sekretariat Daerah"},                                \
    {                                                                                       \
        "selang_tinjau", FIELD_DURATION, AT(type, selang_tinjau),                           \
            .flags = FIELD_NOT_TRANSLATED,                                                  \
            DOC("setiap berapa lama standar ini ditinjau", "how often it is reviewed"),     \
            .example = "1 tahun"                                                            \
    }

#define COMPONENTS_7_TO_14(type)                                                            \
    {"dasar_hukum",                                                                         \
     FIELD_RECORDS,                                                                         \
     AT(type, dasar_hukum),                                                                 \
     OF(record_item),                                                                       \
     .component = 7,                                                                        \
     .aliases = "landasan hukum|dasar peraturan|payung hukum|dasar|landasan|"               \
                "peraturan yang mendasari|regulasi|dasar hukum peraturan",                  \
     DOC("dasar hukum layanan", "legal basis"),                                             \
     .example = "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"},              \
        {"sarana",                                                                          \
         FIELD_RECORDS,                                                                     \
         AT(type, sarana),                                                                  \
         OF(record_item),                                                                   \
         .component = 8,                                                                    \
         .aliases = "sarana prasarana|sarana prasarana fasilitas|"                          \
                    "sarana dan fasilitas|sarana|prasarana|fasilitas|"                      \
                    "fasilitas pelayanan|sarana pendukung|"                                 \
                    "sarana prasarana pendukung|sarpras|sarpras fasilitas",                 \
         DOC("sarana, prasarana, dan fasilitas", "facilities"),                             \
         .example = "Ruang tunggu"},                                                        \
        {"kompetensi_pelaksana",                                                            \
         FIELD_RECORDS,                                                                     \
         AT(type, kompetensi_pelaksana),                                                    \
         OF(record_item),                                                                   \
         .component = 9,                                                                    \
         .aliases = "kompetensi|kompetensi petugas|kompetensi sdm|"                         \
                    "kompetensi pegawai|kompetensi personel|"                               \
                    "kualifikasi pelaksana|kualifikasi petugas|"                            \
                    "kompetensi sumber daya manusia|sdm pelaksana|?sdm",                    \
         DOC("kemampuan yang harus dimiliki pelaksana", "competence the staff must have")}, \
        {"pengawasan_internal",                                                             \
         FIELD_RECORDS,                                                                     \
         AT(type, pengawasan_internal),                                                     \
         OF(record_item),                                                                   \
         .component = 10,                                                                   \
         .aliases = "pengawasan|pengawas internal|pengawasan intern|pengawas|"              \
                    "pengawasan melekat",                                                   \
         DOC("pengawasan oleh pimpinan atau satuan kerja", "internal supervision")},        \
        {"jumlah_pelaksana",                                                                \
         FIELD_RECORDS,                                                                     \
         AT(type, jumlah_pelaksana),                                                        \
         OF(record_item),                                                                   \
         .component = 11,                                                                   \
         .aliases = "jumlah petugas|jumlah sdm|jumlah pegawai|jumlah personel|"             \
                    "jumlah personil|pelaksana|jumlah tenaga|"                              \
                    "jumlah sumber daya manusia",                                           \
         DOC("jumlah pelaksana", "number of staff"),                                        \
         .example = "3 orang"},                                                             \
        {"jaminan_pelayanan",                                                               \
         FIELD_RECORDS,                                                                     \
         AT(type, jaminan_pelayanan),                                                       \
         OF(record_item),                                                                   \
         .component = 12,                                                                   \
         .aliases = "jaminan|jaminan layanan|jaminan mutu pelayanan|jaminan mutu",          \
         DOC("jaminan pelayanan sesuai standar", "guarantee that the standard is kept")},   \
        {"jaminan_keamanan",                                                                \
         FIELD_RECORDS,                                                                     \
         AT(type, jaminan_keamanan),                                                        \
         OF(record_item),                                                                   \
         .component = 13,                                                                   \
         .aliases = "jaminan keamanan|jaminan keselamatan|"                                 \
                    "jaminan keamanan keselamatan|jaminan keselamatan keamanan|"            \
                    "keamanan dan keselamatan|keamanan dan keselamatan pelayanan|"          \
                    "jaminan keamanan dan kenyamanan|"                                      \
                    "jaminan kerahasiaan dan keamanan",                                     \
         DOC("jaminan keamanan dan keselamatan", "guarantee of safety")},                   \
    {                                                                                       \
        "evaluasi_kinerja", FIELD_RECORDS, AT(type, evaluasi_kinerja), OF(record_item),     \
            .component = 14,                                                                \
            .aliases = "evaluasi|evaluasi kinerja|evaluasi pelaksana|"                      \
                       "evaluasi kinerja petugas|evaluasi kinerja pegawai|"                 \
                       "evaluasi pelayanan|penilaian kinerja|"                              \
                       "monitoring dan evaluasi|evaluasi kerja pelaksana",                  \
            DOC("evaluasi kinerja pelaksana", "how performance is evaluated")               \
    }

/* ---- the service ---- */
static const Field service_fields[] = {
    {TEXT(Service, judul), .flags = FIELD_REQUIRED, DOC("nama layanan", "name of the service"),
     .aliases = "nama layanan|nama pelayanan|jenis layanan|jenis pelayanan|judul layanan|"
                "nama jenis pelayanan|nama jenis layanan|nama standar pelayanan|"
                "jenis pelayanan publik|nama produk layanan|layanan|pelayanan",
     .example = "Akta Kelahiran"},
    {TEXT(Service, ringkasan), DOC("satu kalimat untuk warga", "one sentence for the citizen")},
    {"sk", FIELD_RECORD, AT(Service, sk), OF(record_decree), .flags = FIELD_NOT_TRANSLATED,
     .aliases = "no sk|nomor sk|no surat keputusan|nomor surat keputusan|sk penetapan|"
                "no keputusan|nomor keputusan",
     DOC("SK penetapan standar pelayanan", "the decree that fixed the standard"),
     .example = "188.4/12/2024"},
    {"status", FIELD_CHOICE, AT(Service, status), .choice = status_choice,
     .meant = "berlaku=aktif|tidak aktif=nonaktif|non aktif=nonaktif|"
              "dihentikan sementara=nonaktif|tutup=nonaktif|dihapus=dicabut|"
              "tidak berlaku=dicabut|rancangan=draf|draft=draf",
     .flags = FIELD_NOT_TRANSLATED, DOC("keadaan layanan", "state of the service"),
     .example = "aktif"},
    {"berlaku_sejak", FIELD_DATE, AT(Service, berlaku_sejak), .flags = FIELD_NOT_TRANSLATED,
     DOC("tanggal mulai berlaku", "in force since"), .example = "2024-01-16"},
    {"ditinjau", FIELD_DATE, AT(Service, ditinjau), .flags = FIELD_NOT_TRANSLATED,
     DOC("tanggal terakhir ditinjau", "date of the last review"), .example = "2026-01-16"},
    {"keperluan", FIELD_SLUGS, AT(Service, keperluan), .flags = FIELD_NOT_TRANSLATED,
     DOC("topik dari keperluan.yaml", "topics of keperluan.yaml")},
    {"peristiwa", FIELD_CHOICES, AT(Service, peristiwa), .choice = life_event,
     .meant = other_life_events,
     .flags = FIELD_NOT_TRANSLATED, DOC("peristiwa hidup", "life events"), .example = "lahir"},
    {TEXTS(Service, kata_kunci),
     DOC("kata lain yang dicari orang", "other words people search for")},
    {"layanan_serupa", FIELD_SLUG, AT(Service, layanan_serupa), .flags = FIELD_NOT_TRANSLATED,
     DOC("nama bersama untuk dibandingkan antarinstansi",
         "shared name for comparison over agencies"),
     .example = "permohonan-informasi"},
    {"cara_akses", FIELD_RECORDS, AT(Service, cara_akses), OF(record_access),
     .aliases = "lokasi pelayanan|lokasi layanan|tempat pelayanan|tempat layanan|"
                "cara akses layanan",
     DOC("cara mengajukan", "how to apply")},
    {"jam_layanan", FIELD_RECORDS, AT(Service, jam_layanan), OF(record_hours),
     .flags = FIELD_NOT_TRANSLATED,
     .aliases = "jam pelayanan|jam layanan|jam operasional|jam kerja|jam buka|"
                "waktu operasional|hari dan jam pelayanan|hari dan jam layanan|"
                "jadwal pelayanan|jadwal layanan|jam besuk|jam kunjungan|jam loket",
     DOC("jam layanan bila lain dari jam instansi", "hours, if they differ from the agency's")},
    {TEXT(Service, kelompok), .flags = FIELD_NOT_TRANSLATED,
     DOC("judul kelompok di halaman instansi", "heading on the agency page")},
    {"persyaratan", FIELD_RECORDS, AT(Service, persyaratan), OF(record_requirement),
     .component = 1, DOC("yang harus disiapkan pemohon", "what the applicant must bring"),
     .aliases = "syarat|syarat syarat|kelengkapan berkas|kelengkapan dokumen|"
                "kelengkapan persyaratan|syarat dan ketentuan|"
                "persyaratan dan kelengkapan|syarat pelayanan|berkas yang dibutuhkan|"
                "berkas yang diperlukan|berkas yang harus dibawa|dokumen yang diperlukan|"
                "dokumen yang dibutuhkan|yang harus disiapkan|yang perlu dibawa|"
                "ketentuan persyaratan|persyaratan pemohon|"
                "prasyarat|requirement|requirements|berkas|dokumen",
     .example = "Fotokopi KTP"},
    {"prosedur", FIELD_RECORDS, AT(Service, prosedur), OF(record_step), .component = 2,
     DOC("langkah-langkah layanan", "the steps"), .example = "Pemohon menyerahkan berkas",
     .aliases = "prosedur|mekanisme|alur|sistem mekanisme prosedur|sistem mekanisme|"
                "sistem prosedur|mekanisme prosedur|mekanisme alur|prosedur mekanisme|"
                "prosedur alur|alur prosedur|alur mekanisme|mekanisme pelayanan|"
                "alur pelayanan|tata cara|tata cara permohonan|tata cara pengajuan|"
                "cara mengurus|cara mengajukan|cara memperoleh layanan|langkah langkah|"
                "langkah pelayanan|langkah pengurusan|bagan alur|diagram alur|tahapan|"
                "tahapan pelayanan|prosedur pengurusan|prosedur kerja|mekanisme kerja|"
                "cara|proses|proses pelayanan|tahap|tahap pelayanan|langkah|procedure"},
    {"waktu", FIELD_DURATIONS, AT(Service, waktu), OF(record_waktu), .component = 3,
     DOC("jangka waktu penyelesaian", "how long it takes"), .example = "5 hari kerja",
     .aliases = "waktu penyelesaian|jangka waktu|jangka waktu pelayanan|?waktu pelayanan|"
                "?waktu layanan|waktu|waktu proses|waktu pengurusan|"
                "waktu penyelesaian pelayanan|lama pelayanan|lama penyelesaian|"
                "lama proses|lama waktu|lama pengurusan|durasi|durasi waktu|penyelesaian|"
                "estimasi waktu|perkiraan waktu|target waktu|target waktu penyelesaian|"
                "standar waktu|jangka waktu proses|batas waktu penyelesaian|"
                "lama|lamanya pelayanan|berapa lama"},
    {"biaya", FIELD_RECORD, AT(Service, biaya), OF(record_fee), .component = 4,
     DOC("biaya atau tarif", "the fee"), .example = "Tidak dipungut biaya",
     .aliases = "biaya|tarif|retribusi|biaya tarif|tarif biaya|biaya retribusi|"
                "tarif retribusi|biaya tarif retribusi|besaran biaya|besaran tarif|"
                "besaran retribusi|biaya pelayanan|biaya pengurusan|biaya administrasi|"
                "biaya yang dikenakan|biaya dan tata cara pembayaran|ongkos|tarif pnbp|"
                "biaya pnbp|pnbp|biaya rp"},
    {"produk", FIELD_RECORDS, AT(Service, produk), OF(record_item), .component = 5,
     DOC("hasil yang diterima pemohon", "what the applicant receives"),
     .example = "Kutipan akta kelahiran",
     .aliases = "produk|produk layanan|hasil pelayanan|hasil layanan|hasil|keluaran|"
                "luaran|output|produk hasil|hasil produk|produk akhir|hasil akhir|"
                "produk yang dihasilkan|produk yang diterima|hasil yang diperoleh|"
                "jenis produk"},
    {"pengaduan", FIELD_RECORD, AT(Service, pengaduan), OF(record_complaint), .component = 6,
     DOC("penanganan pengaduan, saran, dan masukan", "complaints, suggestions and feedback"),
     .aliases = "pengaduan|aduan|pengaduan layanan|pengaduan pelayanan|"
                "penanganan pengaduan|penanganan aduan|pengelolaan pengaduan|"
                "pengelolaan aduan|layanan pengaduan|saluran pengaduan|kanal pengaduan|"
                "kanal aduan|media pengaduan|sarana pengaduan|tempat pengaduan|"
                "unit pengaduan|kontak|kontak pengaduan|kontak layanan|narahubung|"
                "hubungi kami|informasi dan pengaduan|informasi pengaduan|"
                "pengaduan saran masukan|pengaduan saran|pengaduan dan masukan|"
                "saran dan masukan|kritik dan saran|pengaduan kritik saran|"
                "pengaduan saran kritik|penanganan pengaduan saran|"
                "penanganan pengaduan saran masukan apresiasi|pengaduan konsultasi|"
                "pengaduan saran dan kritik|mekanisme pengaduan saran masukan|"
                "keluhan|pengelolaan keluhan|penanganan keluhan|layanan aduan|"
                "saran|masukan|layanan pelanggan|customer service"},
    COMPONENTS_7_TO_14(Service),
    {"varian", FIELD_RECORDS, AT(Service, varian), OF(record_variant),
     DOC("varian layanan", "variants of the service")},
    {"alamat_lama", FIELD_PATHS, AT(Service, alamat_lama), .flags = FIELD_NOT_TRANSLATED,
     DOC("alamat halaman ini dahulu", "former URLs of this page"),
     .example = "layanan/akta.html"},
    {"sumber", FIELD_RECORD, AT(Service, sumber), OF(record_origin),
     .flags = FIELD_NOT_TRANSLATED, DOC("asal teks standar ini", "where the text came from")},
    INHERITED_FIELDS(Service),
    {"lokasi", FIELD_RECORDS, AT(Service, lokasi), OF(record_venue),
     DOC("tempat-tempat layanan ini, dengan jamnya", "the places of this service, with hours")},
    {"fkp", FIELD_RECORDS, AT(Service, fkp), OF(record_forum), .flags = FIELD_NOT_TRANSLATED,
     DOC("forum konsultasi publik tentang standar ini", "public consultations on the standard")},
    {"nonaktif", FIELD_RECORD, AT(Service, nonaktif), OF(record_pause),
     DOC("mengapa dan sampai kapan tidak dilayani", "why and until when it is not offered"),
     .example = "Blangko habis"},
    {"perubahan", FIELD_RECORDS, AT(Service, perubahan), OF(record_change),
     DOC("yang akan berubah, dan mulai kapan", "what will change, and when")},
    {"pemberitahuan", FIELD_RECORDS, AT(Service, pemberitahuan), OF(record_notice),
     DOC("pemberitahuan di halaman layanan ini", "notices on the page of this service"),
     .example = "Loket pindah ke lantai 2"},
};
const Record record_service = {"service",       "layanan",         "a service",
                               sizeof(Service), N(service_fields), NO_TEXT};

/* ---- the agency ---- */
static const Field defaults_fields[] = {COMPONENTS_7_TO_14(Defaults), INHERITED_FIELDS(Defaults)};
const Record record_defaults = {
    "defaults",       "bawaan",           "defaults for its services",
    sizeof(Defaults), N(defaults_fields), NO_TEXT};

static const Field pledge_fields[] = {
    {TEXT(Pledge, teks), .flags = FIELD_REQUIRED,
     DOC("teks maklumat pelayanan", "text of the pledge"),
     .example = "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar "
                "pelayanan, memberikan pelayanan sesuai kewajiban dan melakukan perbaikan "
                "secara terus-menerus, serta bersedia menerima sanksi dan/atau memberikan "
                "kompensasi apabila pelayanan tidak sesuai standar."},
    {TEXT(Pledge, tempat), DOC("tempat ditetapkan", "place of signing")},
    {"tanggal", FIELD_DATE, AT(Pledge, tanggal), DOC("tanggal ditetapkan", "date of signing")},
    {"sk", FIELD_RECORD, AT(Pledge, sk), OF(record_decree),
     DOC("SK penetapan maklumat", "the decree that fixed it")},
};
const Record record_pledge = {"pledge",         "maklumat pelayanan",
                              "the pledge",     sizeof(Pledge),
                              N(pledge_fields), G_STRUCT_OFFSET(Pledge, teks)};

static const Field satisfaction_parts_fields[] = {
    {TEXT(SatisfactionParts, persyaratan),
     DOC("nilai unsur persyaratan", "score of requirements")},
    {TEXT(SatisfactionParts, prosedur), DOC("nilai unsur prosedur", "score of the procedure")},
    {TEXT(SatisfactionParts, waktu), DOC("nilai unsur waktu", "score of the time")},
    {TEXT(SatisfactionParts, biaya), DOC("nilai unsur biaya", "score of the fee")},
    {TEXT(SatisfactionParts, produk), DOC("nilai unsur produk", "score of the product")},
    {TEXT(SatisfactionParts, kompetensi), DOC("nilai unsur kompetensi", "score of competence")},
    {TEXT(SatisfactionParts, perilaku), DOC("nilai unsur perilaku", "score of conduct")},
    {TEXT(SatisfactionParts, pengaduan), DOC("nilai unsur pengaduan", "score of complaints")},
    {TEXT(SatisfactionParts, sarana), DOC("nilai unsur sarana", "score of facilities")},
};
const Record record_satisfaction_parts = {
    "satisfaction-parts",      "nilai tiap unsur",           "scores by part",
    sizeof(SatisfactionParts), N(satisfaction_parts_fields), NO_TEXT};
static const Field follow_up_fields[] = {
    {TEXTS(FollowUp, rencana), DOC("rencana tindak lanjut", "what is planned"),
     .example = "Menambah satu loket"},
    {TEXT(FollowUp, realisasi), DOC("yang sudah dilaksanakan", "what has been done"),
     .example = "80 %"},
    {"laporan", FIELD_LINK, AT(FollowUp, laporan),
     DOC("berkas atau alamat laporan tindak lanjut", "file or address of the report"),
     .example = "tindak-lanjut-skm.pdf"},
};
const Record record_follow_up = {"follow-up",      "tindak lanjut",     "follow-up",
                                 sizeof(FollowUp), N(follow_up_fields), NO_TEXT};
static const Field satisfaction_fields[] = {
    {TEXT(Satisfaction, nilai),
     DOC("nilai survei kepuasan masyarakat", "score of the satisfaction survey"),
     .example = "88,31"},
    {TEXT(Satisfaction, periode), .flags = FIELD_NAME,
     DOC("masa survei", "period of the survey"),
     .example = "Semester I 2026"},
    {TEXT(Satisfaction, responden), DOC("jumlah responden", "number of respondents"),
     .example = "150"},
    {"unsur", FIELD_RECORD, AT(Satisfaction, unsur), OF(record_satisfaction_parts),
     DOC("nilai tiap unsur", "scores by part")},
    {"populasi", FIELD_NUMBER, AT(Satisfaction, populasi), .flags = FIELD_COUNT,
     DOC("jumlah orang yang dilayani pada masa survei", "people served in the period"),
     .example = "1.240"},
    {"tanggal", FIELD_DATE, AT(Satisfaction, tanggal),
     DOC("tanggal hasilnya diumumkan", "date of publication"), .example = "2026-07-15"},
    {"laporan", FIELD_LINK, AT(Satisfaction, laporan),
     DOC("berkas atau alamat laporan survei", "file or address of the report"),
     .example = "laporan-skm.pdf"},
    {"tindak_lanjut", FIELD_RECORD, AT(Satisfaction, tindak_lanjut), OF(record_follow_up),
     DOC("tindak lanjut atas hasil survei", "what follows from the survey")},
};
const Record record_satisfaction = {"satisfaction",         "survei kepuasan masyarakat",
                                    "satisfaction survey",  sizeof(Satisfaction),
                                    N(satisfaction_fields), NO_TEXT};

static const Field complaint_result_fields[] = {
    {"tahun", FIELD_NUMBER, AT(ComplaintResult, tahun), .flags = FIELD_REQUIRED | FIELD_NAME,
     DOC("tahun", "the year"), .example = "2025"},
    {"masuk", FIELD_NUMBER, AT(ComplaintResult, masuk), .flags = FIELD_COUNT,
     DOC("pengaduan yang masuk", "complaints received"), .example = "24"},
    {"selesai", FIELD_NUMBER, AT(ComplaintResult, selesai), .flags = FIELD_COUNT,
     DOC("di antaranya yang selesai", "of them, settled"), .example = "23"},
    {"lapor_masuk", FIELD_NUMBER, AT(ComplaintResult, lapor_masuk), .flags = FIELD_COUNT,
     DOC("yang masuk lewat SP4N-LAPOR!", "received through SP4N-LAPOR!"), .example = "9"},
    {"lapor_selesai", FIELD_NUMBER, AT(ComplaintResult, lapor_selesai),
     .flags = FIELD_COUNT,
     DOC("di antaranya yang selesai", "of them, settled"), .example = "9"},
    {"laporan", FIELD_LINK, AT(ComplaintResult, laporan),
     DOC("berkas atau alamat laporan pengaduan", "file or address of the report"),
     .example = "laporan-pengaduan.pdf"},
};
const Record record_complaint_result = {
    "complaint-result",      "hasil pengaduan setahun",  "complaints of a year",
    sizeof(ComplaintResult), N(complaint_result_fields), NO_TEXT};

static const Field conduct_fields[] = {
    {TEXTS(Conduct, isi), DOC("isi kode etik", "what the code says"),
     .example = "Melayani tanpa membeda-bedakan"},
    {"sk", FIELD_RECORD, AT(Conduct, sk), OF(record_decree),
     DOC("SK yang menetapkannya", "the decree that fixed it")},
    {"tautan", FIELD_LINK, AT(Conduct, tautan),
     DOC("berkas atau alamat kode etik", "file or address of the code"),
     .example = "kode-etik.pdf"},
};
const Record record_conduct = {"conduct",       "kode etik pelaksana", "the code of conduct",
                               sizeof(Conduct), N(conduct_fields),     NO_TEXT};

#define FACILITY(member, id, en)                                                             \
    {                                                                                        \
        #member, FIELD_CHOICE, AT(Accessibility, member), .choice = presence_choice,         \
            .meant = "ya=ada|yes=ada|tersedia=ada|tidak ada=tidak|belum=tidak|no=tidak",     \
            DOC(id, en), .example = "ada"                                                    \
    }
static const Field accessibility_fields[] = {
    FACILITY(kursi_roda, "kursi roda", "wheelchair"),
    FACILITY(jalan_landai, "jalan landai (ram)", "ramp"),
    FACILITY(pegangan_rambat, "pegangan rambat", "handrail"),
    FACILITY(jalur_pemandu, "jalur pemandu bagi tunanetra", "guiding block"),
    FACILITY(toilet_khusus, "toilet penyandang disabilitas", "accessible toilet"),
    FACILITY(parkir_khusus, "parkir khusus", "reserved parking"),
    FACILITY(loket_khusus, "loket khusus", "priority counter"),
    FACILITY(ruang_tunggu_khusus, "ruang tunggu khusus", "priority waiting room"),
    FACILITY(ruang_laktasi, "ruang laktasi", "nursing room"),
    FACILITY(area_bermain_anak, "area bermain anak", "play area"),
    FACILITY(huruf_braille, "informasi berhuruf braille", "information in braille"),
    FACILITY(bahasa_isyarat, "juru bahasa isyarat", "sign language"),
    FACILITY(lift, "lift", "lift"),
    FACILITY(pintu_mudah, "pintu yang mudah diakses", "accessible door"),
};
const Record record_accessibility = {
    "accessibility",       "sarana bagi kelompok rentan", "means for people with special needs",
    sizeof(Accessibility), N(accessibility_fields),       NO_TEXT};

static const Field chief_fields[] = {
    {TEXT(Chief, jabatan), DOC("jabatan pimpinan", "office of the head"),
     .example = "Kepala Dinas Sosial"},
    {TEXT(Chief, nama), DOC("nama pimpinan", "name of the head")},
    {TEXT(Chief, pangkat), DOC("pangkat", "rank")},
    {TEXT(Chief, nip), DOC("NIP, hanya dicetak di poster maklumat",
                           "staff number, printed on the pledge poster only")},
};
const Record record_chief = {"chief",       "pimpinan instansi", "head of the agency",
                             sizeof(Chief), N(chief_fields),     NO_TEXT};

#define MEDIUM(member, id, en)                              \
    {                                                       \
#member, FIELD_LINK, AT(Media, member), DOC(id, en) \
    }
static const Field media_fields[] = {
    MEDIUM(cetak, "papan, brosur, selebaran", "boards and leaflets"),
    MEDIUM(elektronik, "TV, monitor, kios informasi", "TV, monitor, kiosk"),
    MEDIUM(media_sosial, "media sosial", "social media"),
    MEDIUM(situs, "situs web", "website"),
    MEDIUM(aplikasi, "aplikasi", "app"),
    MEDIUM(sippn, "halaman SIPPN", "page in SIPPN"),
    MEDIUM(luar_ruang, "baliho, spanduk", "billboards"),
};
const Record record_media = {"media",       "media publikasi", "media of publication",
                             sizeof(Media), N(media_fields),   NO_TEXT};

static const Field agency_fields[] = {
    {TEXT(Agency, nama), .flags = FIELD_REQUIRED, DOC("nama instansi", "name of the agency"),
     .example = "Dinas Sosial"},
    {TEXT(Agency, instansi_induk), DOC("instansi induk", "parent body"),
     .example = "Pemerintah Kabupaten Pasuruan"},
    {TEXT(Agency, wilayah), DOC("wilayah kerja", "area"), .example = "Kabupaten Pasuruan"},
    {TEXT(Agency, alamat), DOC("alamat kantor", "office address")},
    {TEXT(Agency, kode_pos), DOC("kode pos", "post code"), .example = "67126"},
    {"peta", FIELD_LINK, AT(Agency, peta),
     DOC("tautan peta kantor", "a map that shows the office"),
     .example = "https://www.openstreetmap.org/?mlat=-7.6&mlon=112.8"},
    {TEXT(Agency, telepon), DOC("telepon kantor", "office telephone"),
     .example = "(0343) 427605"},
    {TEXTS(Agency, email), DOC("surel kantor", "office e-mail")},
    {"kontak", FIELD_RECORDS, AT(Agency, kontak), OF(record_channel),
     DOC("nomor dan akun lain (bukan kanal pengaduan)",
         "other numbers and accounts (not for complaints)")},
    {TEXTS(Agency, sebutan_pemohon),
     DOC("sebutan untuk pemohon di instansi ini", "what applicants are called here"),
     .example = "Peternak"},
    {"situs_web", FIELD_LINK, AT(Agency, situs_web), DOC("situs resmi", "official site")},
    {"logo", FIELD_LINK, AT(Agency, logo),
     DOC("berkas logo (svg atau png)", "logo file (svg or png)"), .example = "logo.svg"},
    {"warna", FIELD_COLOR, AT(Agency, warna), DOC("warna instansi", "the agency's colour"),
     .example = "\"#0b4650\""},
    {"alamat_lama", FIELD_PATHS, AT(Agency, alamat_lama),
     DOC("folder instansi ini dahulu", "former folders of this agency")},
    {"media", FIELD_RECORD, AT(Agency, media), OF(record_media),
     DOC("bukti publikasi untuk evaluasi", "evidence of publication for the inspection")},
    {"zona_waktu", FIELD_CHOICE, AT(Agency, zona_waktu), .choice = zone_choice,
     .meant = "asia jakarta=WIB|utc 7=WIB|gmt 7=WIB|asia makassar=WITA|utc 8=WITA|gmt 8=WITA|"
              "asia jayapura=WIT|utc 9=WIT|gmt 9=WIT",
     DOC("zona waktu", "time zone"), .example = "WIB"},
    {"kepala", FIELD_RECORD, AT(Agency, kepala), OF(record_chief),
     DOC("pimpinan instansi", "head of the agency")},
    {TEXTS(Agency, visi), DOC("visi", "vision")},
    {TEXTS(Agency, misi), DOC("misi", "mission")},
    {TEXTS(Agency, moto), DOC("moto pelayanan", "motto")},
    {"jam_layanan", FIELD_RECORDS, AT(Agency, jam_layanan), OF(record_hours),
     DOC("jam layanan", "service hours")},
    {"jam_khusus", FIELD_RECORDS, AT(Agency, jam_khusus), OF(record_special_hours),
     DOC("jam layanan pada masa tertentu", "hours in special periods")},
    {"hari_tutup", FIELD_DATES, AT(Agency, hari_tutup),
     DOC("tanggal tutup", "dates of closure"), .example = "2026-12-31"},
    {"pengaduan", FIELD_RECORD, AT(Agency, pengaduan), OF(record_complaint), .component = 6,
     DOC("penanganan pengaduan untuk semua layanan", "complaints, for all services")},
    {"bawaan", FIELD_RECORD, AT(Agency, bawaan), OF(record_defaults),
     DOC("komponen 7–14, kompensasi, antrean, dan peninjauan untuk semua layanan",
         "components 7–14, compensation, queue and review for all services")},
    {"maklumat", FIELD_RECORD, AT(Agency, maklumat), OF(record_pledge),
     DOC("maklumat pelayanan", "the pledge")},
    {"skm", FIELD_RECORDS, AT(Agency, skm), OF(record_satisfaction),
     DOC("hasil survei kepuasan masyarakat tiap masa survei",
         "result of the satisfaction survey of each period")},
    {"pengaduan_hasil", FIELD_RECORDS, AT(Agency, pengaduan_hasil),
     OF(record_complaint_result),
     DOC("hasil penanganan pengaduan tiap tahun", "what became of complaints, year by year")},
    {"kode_etik", FIELD_RECORD, AT(Agency, kode_etik), OF(record_conduct),
     DOC("kode etik dan kode perilaku pelaksana", "the staff's code of conduct")},
    {"sarana_khusus", FIELD_RECORD, AT(Agency, sarana_khusus), OF(record_accessibility),
     DOC("sarana bagi kelompok rentan: ada atau tidak",
         "means for people with special needs: ada (there) or tidak (not)")},
    {"fkp", FIELD_RECORDS, AT(Agency, fkp), OF(record_forum),
     DOC("forum konsultasi publik", "public consultations")},
    {"pemberitahuan", FIELD_RECORDS, AT(Agency, pemberitahuan), OF(record_notice),
     DOC("pemberitahuan di halaman instansi", "notices on the pages of the agency"),
     .example = "Loket pindah ke lantai 2"},
};
const Record record_agency = {"agency",       "instansi",       "an agency",
                              sizeof(Agency), N(agency_fields), NO_TEXT};

/* ---- site, regions, topics, holidays ---- */
static const Field poster_fields[] = {
    {"ukuran", FIELD_CHOICES, AT(PosterSettings, ukuran), .choice = size_choice,
     DOC("ukuran poster", "poster sizes"), .example = "a3"},
    {"kartu", FIELD_SWITCH, AT(PosterSettings, kartu), .flags = FIELD_DEFAULT_ON,
     DOC("kartu untuk media sosial", "cards for social media"), .example = "ya"},
    {"ornamen", FIELD_SWITCH, AT(PosterSettings, ornamen), .flags = FIELD_DEFAULT_ON,
     DOC("hiasan kawung", "the kawung ornament"), .example = "ya"},
    {"hemat_tinta", FIELD_SWITCH, AT(PosterSettings, hemat_tinta),
     DOC("hemat tinta di semua ukuran", "ink-saving at every size"), .example = "tidak"},
    {"padat", FIELD_SWITCH, AT(PosterSettings, padat),
     DOC("huruf lebih kecil di A4", "smaller type at A4"), .example = "tidak"},
    {"gabungan", FIELD_SWITCH, AT(PosterSettings, gabungan),
     DOC("satu berkas PDF berisi semua poster instansi, tiap ukuran; situs menjadi lebih besar",
         "one PDF of all of an agency's posters, for each size; the site grows"),
     .example = "tidak"},
};
const Record record_poster = {"poster",          "pengaturan poster",
                              "poster settings", sizeof(PosterSettings),
                              N(poster_fields),  NO_TEXT};

static const Field journey_step_fields[] = {
    {"tautan", FIELD_LINK, AT(JourneyStep, tautan),
     DOC("berkas layanan atau instansi di folder isi, atau alamat web",
         "the file of a charter or agency in the content folder, or a web address"),
     .example = "kab-x/disdukcapil/akta-kelahiran.md"},
    {"layanan_serupa", FIELD_SLUG, AT(JourneyStep, layanan_serupa),
     DOC("pengganti tautan: layanan ini di semua instansi yang punya",
         "in place of tautan: this service at every agency that has it"),
     .example = "akta-kelahiran"},
    {TEXT(JourneyStep, teks),
     DOC("yang diurus; tanpa ini judul layanannya", "what to see to; else the charter's title"),
     .example = "Daftarkan bayi sebagai peserta JKN"},
    {TEXT(JourneyStep, catatan), DOC("catatan", "a note")},
};
const Record record_journey_step = {"journey_step",      "langkah peristiwa",    "a step of a journey",
                                    sizeof(JourneyStep), N(journey_step_fields), NO_TEXT};

static const Field journey_fields[] = {
    {"nama", FIELD_CHOICES, AT(Journey, nama), .choice = life_event, .flags = FIELD_REQUIRED,
     .meant = other_life_events,
     DOC("peristiwa hidup", "life event"), .example = "lahir"},
    {TEXT(Journey, untuk), DOC("untuk siapa atau di mana", "for whom or where"),
     .example = "Kabupaten Pasuruan"},
    {"langkah", FIELD_RECORDS, AT(Journey, langkah), OF(record_journey_step),
     .flags = FIELD_REQUIRED, DOC("yang diurus, menurut urutannya", "what to see to, in order"),
     .example = "{tautan: kab-x/disdukcapil/akta-kelahiran.md}"},
};
const Record record_journey = {"journey",       "urutan peristiwa hidup", "a journey",
                               sizeof(Journey), N(journey_fields),        NO_TEXT};

static const Field site_fields[] = {
    {TEXT(Site, nama), .flags = FIELD_REQUIRED, DOC("nama situs", "name of the site"),
     .example = "Maklumat Pelayanan"},
    {TEXT(Site, url), DOC("alamat situs setelah diunggah", "address of the site once uploaded"),
     .example = "https://contoh.example/layanan/"},
    {TEXT(Site, kirim),
     DOC("tujuan `maklumat deploy`, tanpa sandi", "target of `maklumat deploy`, no password"),
     .example = "ftps://pengguna@ftp.contoh.example/public_html"},
    {TEXTS(Site, bahasa),
     DOC("bahasa situs; yang pertama bahasa utama", "languages; the first is the default"),
     .example = "id"},
    {TEXT(Site, tema), DOC("nama tema di folder themes", "name of the theme in themes/")},
    {"warna", FIELD_COLOR, AT(Site, warna), DOC("warna utama", "main colour"),
     .example = "\"#0b4650\""},
    {"kanal_nasional", FIELD_SWITCH, AT(Site, kanal_nasional), .flags = FIELD_DEFAULT_ON,
     DOC("tampilkan SP4N-LAPOR! bila tidak ada kanal",
         "show SP4N-LAPOR! where there is no channel"),
     .example = "ya"},
    {"tingkat", FIELD_LEVELS, AT(Site, tingkat),
     DOC("tingkat temuan: tag: note, warning, atau error",
         "levels of findings: tag: note, warning or error")},
    {"pemberitahuan", FIELD_RECORDS, AT(Site, pemberitahuan), OF(record_notice),
     DOC("pemberitahuan di semua halaman", "notices on all pages"),
     .example = "Situs ini sedang diperbarui"},
    {"poster", FIELD_RECORD, AT(Site, poster), OF(record_poster),
     DOC("pengaturan poster", "poster settings")},
    {"peristiwa", FIELD_RECORDS, AT(Site, peristiwa), OF(record_journey),
     DOC("urutan layanan untuk peristiwa hidup", "what to see to, in order, in a life event")},
};
const Record record_site = {"site", "situs", "the site", sizeof(Site), N(site_fields), NO_TEXT};

static const Field region_fields[] = {
    {TEXT(Region, nama), .flags = FIELD_REQUIRED, DOC("nama wilayah", "name of the region"),
     .example = "Kabupaten Pasuruan"},
    {TEXT(Region, jenis), DOC("jenis wilayah", "kind of region"), .example = "kabupaten"},
};
const Record record_region = {"region",       "wilayah",        "a region",
                              sizeof(Region), N(region_fields), NO_TEXT};

static const Field topic_fields[] = {
    {"slug", FIELD_SLUG, AT(Topic, slug), .flags = FIELD_REQUIRED,
     DOC("nama di alamat", "name in the URL"), .example = "bantuan-sosial"},
    {TEXT(Topic, label), .flags = FIELD_REQUIRED,
     DOC("nama topik untuk warga", "name for the citizen"), .example = "Bantuan sosial"},
    {TEXTS(Topic, sinonim), DOC("kata lain untuk pencarian", "other words for searching")},
};
const Record record_topic = {"topic",       "keperluan",     "a topic",
                             sizeof(Topic), N(topic_fields), NO_TEXT};

static const Field own_page_fields[] = {
    {TEXT(OwnPage, judul), .flags = FIELD_REQUIRED,
     DOC("judul halaman", "title of the page"), .example = "Tentang Dinas Sosial"},
    {TEXT(OwnPage, ringkasan),
     DOC("satu kalimat di bawah judul", "one sentence below the title")},
    {TEXT(OwnPage, menu),
     DOC("namanya di menu atas; tanpa ini halaman hanya dicapai lewat tautan",
         "its name in the menu; without one only links lead to the page"),
     .example = "Tentang"},
    {"urutan", FIELD_NUMBER, AT(OwnPage, urutan),
     DOC("tempatnya di menu", "its place in the menu"), .example = "1"},
    {"tanggal", FIELD_DATE, AT(OwnPage, tanggal),
     DOC("tanggal halaman ini", "date of the page"), .example = "2026-01-16"},
};
const Record record_own_page = {"page",          "halaman",          "a page of the site itself",
                                sizeof(OwnPage), N(own_page_fields), NO_TEXT};

static const Field holiday_fields[] = {
    {"tanggal", FIELD_DATE, AT(Holiday, tanggal), .flags = FIELD_REQUIRED,
     DOC("tanggal", "date"), .example = "2026-12-25"},
    {TEXT(Holiday, nama), .flags = FIELD_REQUIRED,
     DOC("nama hari libur", "name of the holiday"), .example = "Hari Raya Natal"},
    {"jenis", FIELD_CHOICE, AT(Holiday, jenis), .choice = holiday_choice,
     .meant = "libur nasional=nasional|cuti=cuti_bersama|cuti bersama=cuti_bersama|"
              "libur daerah=daerah|lokal=daerah",
     DOC("jenis hari libur", "kind of holiday"), .example = "nasional"},
};
const Record record_holiday = {"holiday",       "hari libur",      "a holiday",
                               sizeof(Holiday), N(holiday_fields), NO_TEXT};

static const Field holiday_file_fields[] = {
    {TEXT(HolidayFile, sumber), DOC("keputusan yang menetapkan", "the decree that fixed them")},
    {"libur", FIELD_RECORDS, AT(HolidayFile, libur), OF(record_holiday),
     .flags = FIELD_REQUIRED, DOC("daftar hari libur", "the list of holidays"),
     .example = "{tanggal: 2026-12-25, nama: Hari Raya Natal}"},
};
const Record record_holiday_file = {
    "holidays",          "libur-TAHUN.yaml",     "holidays of a year",
    sizeof(HolidayFile), N(holiday_file_fields), NO_TEXT};

static const Record *const all_records[] = {
    &record_service,
    &record_decree,
    &record_access,
    &record_requirement,
    &record_step,
    &record_branch,
    &record_waktu,
    &record_fee,
    &record_tariff,
    &record_item,
    &record_complaint,
    &record_channel,
    &record_officer,
    &record_variant,
    &record_change,
    &record_pause,
    &record_notice,
    &record_compensation,
    &record_queue,
    &record_venue,
    &record_forum,
    &record_origin,
    &record_agency,
    &record_hours,
    &record_special_hours,
    &record_chief,
    &record_defaults,
    &record_pledge,
    &record_satisfaction,
    &record_satisfaction_parts,
    &record_follow_up,
    &record_complaint_result,
    &record_conduct,
    &record_accessibility,
    &record_media,
    &record_site,
    &record_poster,
    &record_journey,
    &record_journey_step,
    &record_region,
    &record_topic,
    &record_own_page,
    &record_holiday_file,
    &record_holiday,
};

const Record *const *
records_all(guint *n)
{
    *n = G_N_ELEMENTS(all_records);
    return all_records;
}

const Field *
field_find_behind(const Record *record, const Field *before, const char *key, gsize len)
{
    const Field *end = record->fields + record->n_fields, *field = before;
    for (guint i = 0; i < record->n_fields && len > 0; i++) {
        field = field == NULL || field + 1 == end ? record->fields : field + 1;
        if (field->key[0] == key[0] && strncmp(field->key, key, len) == 0 &&
            field->key[len] == '\0')
            return field;
    }
    return NULL;
}

const Field *
field_find(const Record *record, const char *key, gssize len)
{
    return field_find_behind(record, NULL, key, len < 0 ? strlen(key) : (gsize)len);
}

const Field *
field_component(guint c)
{
    enum { BEFORE_COMPONENTS = 13 }; /* rows of service_fields; the components follow in turn */
    const Field *field = &service_fields[BEFORE_COMPONENTS + c - 1];
    g_assert(field->component == c);
    return field;
}

gboolean
field_is_given(const Record *record, gconstpointer self, const Field *field)
{
    const Head *head = self;
    return (head->given >> (field - record->fields)) & 1;
}
