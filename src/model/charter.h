/**
 * Charter: the model. Plain structs, one per record of the content contract.
 *
 * What an agency publishes, as read: every text with its place in the source,
 * typed values beside the words, never instead of them. The members carry the
 * names of the keys in model/fields.c, which is the only place a key is
 * spelled. All of it lives in the agency's arena and borrows its Sources;
 * after loading it is sealed: everyone else holds `const` and any thread may
 * read. Nothing here judges (audit/) or knows a URL (plan/).
 *
 * A text that was not given is {NULL}; one given but empty (or "-") is "".
 * A list that was not given has n == 0; `given` of its record tells which.
 */
#pragma once
#include "base/source.h"
#include "value/calendar.h"
#include "value/channel.h"
#include "value/day.h"
#include "value/deadline.h"
#include "value/duration.h"
#include "value/fee.h"
#include "value/hours.h"
#include "value/money.h"

enum { MAX_POSTER_SIZES = 8 };

/* Every record begins with a Head: where it stands, and which of its keys were given (bit = row in its table). */
typedef struct Head {
    Mark mark;
    guint64 given;
} Head;

typedef struct Text {
    const char *str;
    Mark mark;
} Text;

/** The text, or "" for NULL. */
static inline const char *
text_str(Text text)
{
    return text.str != NULL ? text.str : "";
}
/** TRUE when something stands there. */
static inline gboolean
text_has_words(Text text)
{
    return text.str != NULL && *text.str != '\0';
}

/* All lists share this layout; the binder writes them through it. */
typedef struct List {
    void *items;
    guint n;
} List;
#define LIST_OF(type, list) \
    typedef struct list {   \
        type *items;        \
        guint n;            \
    } list

LIST_OF(Text, TextList);

/* A link as written and what it came to. href "" = shown as text; for a file of the content folder
 * `file` is its path from the content root (the page links to it relatively), else NULL. */
typedef struct Link {
    Text raw;
    const char *href;
    const char *file;
} Link;

typedef struct DateText {
    Text raw;
    Date date; /* {0} unless readable */
} DateText;

typedef struct Waktu {
    Head head;
    Text untuk;
    Text waktu; /* as written; waktu.str NULL = none */
    Duration value;
} Waktu;
LIST_OF(Waktu, WaktuList);

/* Components 5 and 7-14: a text, a linked text, or a heading over a sub-list. */
typedef struct Item Item;
LIST_OF(Item, ItemList);
struct Item {
    Head head;
    Text teks;
    Link tautan;
    Text kelompok;
    ItemList butir;
};

typedef struct Requirement Requirement;
LIST_OF(Requirement, RequirementList);
struct Requirement {
    Head head;
    Text teks, untuk, bila, jumlah, formulir;
    Link tautan;
    RequirementList rincian; /* a, b, c of one requirement */
    Text kelompok;           /* a heading over `butir`; then the others are absent */
    RequirementList butir;
    guint nomor; /* printed number from 1; 0 for a group and for rincian */
};

typedef struct Step Step;
typedef struct Branch Branch;
LIST_OF(Step, StepList);
LIST_OF(Branch, BranchList);
struct Step {
    Head head;
    Text bila, oleh, teks;
    RequirementList rincian;
    Waktu waktu;
    BranchList cabang;
    gboolean selesai;
    gint64 kembali; /* printed number of an earlier step, 0 = none */
    guint nomor;    /* printed number, depth-first in source order */
    gboolean anda;  /* the citizen's own step */
    Text kelengkapan, keluaran; /* of the officials' chart: what the step takes and gives */
};
struct Branch {
    Head head;
    Text jika, maka;
    StepList langkah;
    RequirementList rincian;
    Waktu waktu;
    BranchList cabang;
    gboolean selesai;
    gint64 kembali;
};

typedef struct Tariff {
    Head head;
    Text untuk, kelompok, jumlah, satuan, catatan;
    MoneyStatus status; /* of jumlah */
    gint64 rupiah;
} Tariff;
LIST_OF(Tariff, TariffList);

typedef struct Fee {
    Head head;
    Text raw;     /* the fee as one text; else NULL and the members below as given */
    FeeText read; /* of raw */
    gint64 jenis; /* FeeKind; FEE_UNREAD also when there is no fee at all */
    Text jumlah;
    MoneyStatus status;
    gint64 rupiah;
    Text satuan, rumus, catatan;
    TariffList tarif;
    ItemList dasar;
} Fee;

typedef struct Channel {
    Head head;
    Text raw;     /* given as one text or as a pair `Label: value`: the words as written */
    gint64 jenis; /* ChannelKind */
    Text label, nilai, jam;
    ChannelValue value; /* display, href, status, suggestions */
} Channel;
LIST_OF(Channel, ChannelList);

typedef struct Officer {
    Head head;
    Text teks; /* a unit */
    Text nama, jabatan, kontak;
} Officer;

typedef struct Complaint {
    Head head;
    ChannelList kanal;
    StepList alur;
    WaktuList batas_waktu;
    Officer petugas;
    Text catatan;
} Complaint;

typedef struct Decree {
    Head head;
    Text nomor, tentang;
    DateText tanggal;
    Link tautan;
} Decree;

typedef enum AccessKind { ACCESS_DATANG, ACCESS_DARING, ACCESS_TELEPON } AccessKind;
typedef struct Access {
    Head head;
    gint64 jenis; /* AccessKind */
    Text tempat;
    Link tautan;
} Access;
LIST_OF(Access, AccessList);

typedef struct HoursRow {
    Head head;
    Text hari, jam, istirahat;
} HoursRow;
LIST_OF(HoursRow, HoursRowList);

typedef struct SpecialHours {
    Head head;
    DateText dari, sampai;
    Text nama;
    HoursRowList jam_layanan;
    Hours hours;
} SpecialHours;
LIST_OF(SpecialHours, SpecialHoursList);
LIST_OF(DateText, DateList);

typedef struct Origin {
    Head head;
    Link tautan;
    Text catatan;
    const char *text; /* contents of a .txt origin, shown folded; NULL when none */
} Origin;

typedef struct Variant {
    Head head;
    Text nama;
    RequirementList persyaratan;
    StepList prosedur;
    WaktuList waktu;
    Fee biaya;
    ItemList produk;
} Variant;
LIST_OF(Variant, VariantList);

/* What the citizen gets when the promise is not kept. */
typedef struct Compensation { /* a row of kompensasi */
    Head head;
    Text teks, bila, oleh, kepada;
    Waktu batas_waktu;
} Compensation;
LIST_OF(Compensation, CompensationList);

typedef struct Forum { /* a row of fkp: forum konsultasi publik */
    Head head;
    DateText tanggal;
    TextList unsur; /* who took part */
    Link berita_acara, laporan;
} Forum;
LIST_OF(Forum, ForumList);

typedef struct Queue { /* antrean */
    Head head;
    Link daring;
    Text cara;
} Queue;

typedef struct Venue { /* a row of lokasi */
    Head head;
    Text nama, alamat;
    Link peta;
    Text telepon;
    HoursRowList jam_layanan;
    Hours hours; /* from jam_layanan; meaningful when jam_layanan.n > 0 */
    Text catatan;
} Venue;
LIST_OF(Venue, VenueList);

/* What becomes of the standard on a day; a part that is not given stays. */
typedef struct Change { /* a row of perubahan */
    Head head;
    DateText mulai;
    Text catatan;
    Decree sk;
    RequirementList persyaratan;
    StepList prosedur;
    WaktuList waktu;
    Fee biaya;
    ItemList produk;
    VariantList varian;
    guint n_persyaratan, n_langkah, n_anda;
    gboolean applied; /* its day has come: the service's own parts are these (model/life) */
} Change;
LIST_OF(Change, ChangeList);

typedef struct Pause { /* nonaktif */
    Head head;
    Text alasan;
    DateText sampai; /* the last day */
} Pause;

typedef struct Notice { /* a row of pemberitahuan */
    Head head;
    Text teks;
    DateText dari, sampai; /* both days included */
    gboolean shown; /* model/life */
} Notice;
LIST_OF(Notice, NoticeList);

enum { N_COMPONENTS = 14 };
typedef enum ComponentState {
    COMPONENT_MISSING, /* key not there, nothing inherited */
    COMPONENT_EMPTY,   /* key there without a value */
    COMPONENT_PRESENT,
    COMPONENT_INHERITED,
} ComponentState;

/* Components 7-14, shared by Service and by an agency's `bawaan`. Index 0 = component 7. */
enum { FIRST_INHERITABLE = 7, N_INHERITABLE = 8 };

/* A draft is no service yet: load.c keeps it out of its agency. */
typedef enum ServiceStatus {
    STATUS_AKTIF,
    STATUS_NONAKTIF,
    STATUS_DICABUT,
    STATUS_DRAF
} ServiceStatus;

/* A day on which the standard changed, and in what (model/history). */
typedef struct History {
    Date date;
    const struct DiffChange *changes;
    guint n;
    gboolean first; /* the oldest text that is kept; without changes */
} History;
LIST_OF(History, HistoryList);

typedef struct Service Service;
LIST_OF(Service, ServiceList);
struct Service {
    Head head;
    const char *slug;
    const char *lang; /* NULL for the original, else the language of a translation */
    const char *path; /* content path without extension: "kab-x/dinas-y/slug" */
    const Source *source;
    Text judul, ringkasan;
    Decree sk;
    gint64 status; /* ServiceStatus */
    DateText berlaku_sejak, ditinjau;
    TextList keperluan, peristiwa, kata_kunci;
    Text layanan_serupa;
    AccessList cara_akses;
    HoursRowList jam_layanan;
    Hours hours; /* from jam_layanan; meaningful when jam_layanan.n > 0 */
    Text kelompok;
    RequirementList persyaratan;
    StepList prosedur;
    WaktuList waktu;
    Fee biaya;
    ItemList produk;
    Complaint pengaduan;
    ItemList dasar_hukum, sarana, kompetensi_pelaksana, pengawasan_internal, jumlah_pelaksana,
        jaminan_pelayanan, jaminan_keamanan, evaluasi_kinerja;
    VariantList varian;
    TextList alamat_lama;
    Origin sumber;
    CompensationList kompensasi;
    Queue antrean;
    Text peninjau;
    Waktu selang_tinjau;
    VenueList lokasi;
    ForumList fkp;
    Pause nonaktif;
    ChangeList perubahan; /* by their days */
    NoticeList pemberitahuan;
    HistoryList riwayat;      /* newest first; of an original */
    gboolean unrecorded;      /* its text is another than the newest that riwayat/ keeps */
    gboolean belum_berlaku;   /* berlaku_sejak is still to come (model/life) */
    guint64 inherited;        /* rows of the table that are the agency's `bawaan`, but for components */
    const char *body;         /* Markdown after the front matter, "" when none */
    guint body_line;          /* its first line in the source */
    const char *const *headings; /* ids of those in it, found by link_is_heading() */
    const Calendar *calendar; /* what its deadlines are computed with */
    const Service *original;  /* of a translation */
    ServiceList translations; /* of an original, in the site's order of languages */
    ComponentState component[N_COMPONENTS + 1]; /* [1] … [14] */
    guint n_persyaratan, n_langkah, n_anda;
    gboolean without_poster; /* it cannot be printed (publish/posters), so no page links to it */
    gboolean has_own_poster; /* a translation: there is a poster in its language */
    guint8 poster_sheets[MAX_POSTER_SIZES]; /* of its poster in each of the site's sizes; 0 = not known */
};

typedef struct Defaults { /* bawaan */
    Head head;
    ItemList dasar_hukum, sarana, kompetensi_pelaksana, pengawasan_internal, jumlah_pelaksana,
        jaminan_pelayanan, jaminan_keamanan, evaluasi_kinerja;
    CompensationList kompensasi;
    Queue antrean;
    Text peninjau;
    Waktu selang_tinjau;
} Defaults;

typedef struct Pledge { /* maklumat */
    Head head;
    Text teks, tempat;
    DateText tanggal;
    Decree sk;
} Pledge;

typedef struct SatisfactionParts { /* skm.unsur */
    Head head;
    Text persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarana;
} SatisfactionParts;
typedef struct FollowUp { /* skm.tindak_lanjut */
    Head head;
    TextList rencana;
    Text realisasi;
    Link laporan;
} FollowUp;
typedef struct Satisfaction { /* a row of skm: one period */
    Head head;
    Text nilai, periode, responden;
    SatisfactionParts unsur;
    gint64 populasi; /* people served in the period; 0 = not given */
    DateText tanggal;
    Link laporan;
    FollowUp tindak_lanjut;
} Satisfaction;
LIST_OF(Satisfaction, SatisfactionList);

typedef struct ComplaintResult { /* a row of pengaduan_hasil: one year; `given` tells 0 from nothing */
    Head head;
    gint64 tahun, masuk, selesai, lapor_masuk, lapor_selesai;
    Link laporan;
} ComplaintResult;
LIST_OF(ComplaintResult, ComplaintResultList);

typedef struct Conduct { /* kode_etik */
    Head head;
    TextList isi;
    Decree sk;
    Link tautan;
} Conduct;

typedef enum Presence { PRESENCE_ADA, PRESENCE_TIDAK } Presence;
typedef struct Accessibility { /* sarana_khusus: Presence each; not `given` = not said */
    Head head;
    gint64 kursi_roda, jalan_landai, pegangan_rambat, jalur_pemandu, toilet_khusus, parkir_khusus,
        loket_khusus, ruang_tunggu_khusus, ruang_laktasi, area_bermain_anak, huruf_braille,
        bahasa_isyarat, lift, pintu_mudah;
} Accessibility;

typedef struct Chief { /* kepala */
    Head head;
    Text jabatan, nama, pangkat, nip;
} Chief;

typedef struct Media {
    Head head;
    Link cetak, elektronik, media_sosial, situs, aplikasi, sippn, luar_ruang;
} Media;

typedef struct Agency {
    Head head;
    const char *path; /* content folder, "" for the content root */
    const Source *source;
    Text nama, instansi_induk, wilayah, alamat, kode_pos, telepon;
    TextList email;
    ChannelList kontak;
    ChannelList surel; /* email and telepon read as channels */
    TextList sebutan_pemohon;
    Link situs_web, logo, peta;
    guint32 logo_width, logo_height; /* 0: none, or none that pages can show */
    Text warna;
    TextList alamat_lama;
    Media media;
    gint64 zona_waktu; /* 0 WIB, 1 WITA, 2 WIT: Zone - 1 */
    Chief kepala;
    TextList visi, misi, moto;
    HoursRowList jam_layanan;
    Hours hours;
    SpecialHoursList jam_khusus;
    DateList hari_tutup;
    Complaint pengaduan;
    Defaults bawaan;
    Pledge maklumat;
    SatisfactionList skm;
    ComplaintResultList pengaduan_hasil;
    Conduct kode_etik;
    Accessibility sarana_khusus;
    ForumList fkp;
    NoticeList pemberitahuan;
    const char *body; /* Markdown profile of instansi.md, "" when none */
    guint body_line;
    const char *const *headings; /* as Service.headings */
    const struct Region *region; /* nearest folder with wilayah.yaml, or NULL */
    ServiceList services;        /* originals in byte order of their paths */
    const Calendar *calendar; /* holidays that hold here, closures, hours and special hours */
    const char **files;       /* linked files, paths in the content folder, sorted, unique */
    guint n_files;
    gboolean without_pledge_poster, without_channels_poster; /* as Service.without_poster */
    guint8 pledge_sheets[MAX_POSTER_SIZES], channels_sheets[MAX_POSTER_SIZES];
    gboolean has_joined_posters; /* one file of all for each size */
} Agency;

typedef struct Region {
    Head head;
    const char *path;
    Text nama, jenis;
} Region;

typedef struct Topic { /* a row of keperluan.yaml */
    Head head;
    Text slug, label;
    TextList sinonim;
} Topic;
LIST_OF(Topic, TopicList);

typedef struct OwnPage { /* halaman/slug.md: a page of the site itself */
    Head head;
    const char *slug;
    const Source *source;
    Text judul, ringkasan, menu;
    DateText tanggal;
    gint64 urutan;       /* place in the menu, 0 = behind those that have one */
    const char *body; /* as Service.body, also its line */
    guint body_line;
    const char **files;  /* linked files, as Agency.files */
    guint n_files;
} OwnPage;
LIST_OF(OwnPage, OwnPageList);

typedef enum HolidayKind { HOLIDAY_NASIONAL, HOLIDAY_CUTI_BERSAMA, HOLIDAY_DAERAH } HolidayKind;
typedef struct Holiday {
    Head head;
    DateText tanggal;
    Text nama;
    gint64 jenis; /* HolidayKind */
} Holiday;
LIST_OF(Holiday, HolidayList);
typedef struct HolidayFile { /* libur-YYYY.yaml */
    Head head;
    int year;
    Text sumber;
    HolidayList libur;
} HolidayFile;

typedef struct PosterSettings {
    Head head;
    TextList ukuran;
    gboolean kartu, ornamen, hemat_tinta, padat, gabungan;
} PosterSettings;

typedef struct LevelSetting { /* one pair of `tingkat` */
    Text tag, level;
} LevelSetting;
LIST_OF(LevelSetting, LevelSettingList);

typedef struct JourneyStep {
    Head head;
    Text teks, layanan_serupa, catatan;
    Link tautan; /* a page of this site, or an address elsewhere */
} JourneyStep;
LIST_OF(JourneyStep, JourneyStepList);

typedef struct Journey { /* a row of `peristiwa`: what to see to, one after the other, over agencies */
    Head head;
    TextList nama; /* life events */
    Text untuk;
    JourneyStepList langkah;
} Journey;
LIST_OF(Journey, JourneyList);

typedef struct Site {
    Head head;
    Text nama, url, kirim;
    TextList bahasa;
    Text tema, warna;
    gboolean kanal_nasional;
    PosterSettings poster;
    LevelSettingList tingkat;
    JourneyList peristiwa;
    NoticeList pemberitahuan;
    TopicList topics;
    OwnPageList pages; /* by `urutan`, then by slug */
} Site;
