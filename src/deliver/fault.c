#include "deliver/fault.h"
#include "base/error.h"
#include <string.h>

G_DEFINE_QUARK(fault_error, fault_error)

static const char *const words[N_FAULTS][2] = {
    [FAULT_NO_SITE] = {"%s: belum ada situs di sini; jalankan dahulu `maklumat build`",
                       "%s: there is no site here; run `maklumat build` first"},
    [FAULT_DRAFT] =
        {"%s: ini draf, dan draf tidak dikirim; jalankan `maklumat build` tanpa --draft",
         "%s: this is a draft, and drafts are not delivered; run `maklumat build` "
         "without --draft"},
    [FAULT_DAMAGED] = {"%s: rusak; hapus folder hasil, lalu jalankan `maklumat build`",
                       "%s: damaged; delete the output folder, then run `maklumat build`"},
    [FAULT_MANIFEST] =
        {"%s: bukan manifes; yang dimaksud berkas .maklumat dari kiriman sebelumnya",
         "%s: no manifest; what is meant is the file .maklumat of an earlier delivery"},
    [FAULT_ARCHIVE] = {"%s: arsip tidak dapat ditulis", "%s: the archive cannot be written"},
    [FAULT_EDITED] = {"%s: isinya bukan seperti yang dibuat; jalankan lagi `maklumat build`",
                      "%s: not what the build wrote; run `maklumat build` again"},
    [FAULT_PLACE] = {"%s: tujuan tidak boleh folder proyek ini, isinya, atau hasilnya; pilih "
                     "folder lain",
                     "%s: the target must not be this project's folder, its content or its "
                     "output; choose another"},
    [FAULT_IN_THE_WAY] =
        {"di tujuan sudah ada berkas yang bukan kiriman maklumat: %s; periksa, "
         "lalu pindahkan, atau pakai --adopt untuk menimpanya",
         "the target already holds files that maklumat did not put there: %s; "
         "look at them and move them, or write over them with --adopt"},
    [FAULT_ALIKE] =
        {"%s: satu berkas di tujuan ini, yang tidak membedakan huruf besar dan kecil; "
         "ubah salah satu namanya, lalu jalankan `maklumat build`",
         "%s: one file at this target, which does not tell capital letters from "
         "small ones; rename one of them, then run `maklumat build`"},
    [FAULT_MANY] = {"%s berkas di tujuan akan dihapus; bila memang demikian, pakai --force",
                    "%s files at the target would be deleted; if that is meant, use --force"},
    [FAULT_LINK] =
        {"%s: di tujuan ini tautan simbolik, padahal harus folder; hapus tautannya, lalu "
         "jalankan lagi dengan --all",
         "%s: a symbolic link at the target where a folder belongs; remove the link, then "
         "run this again with --all"},
    [FAULT_UNREACHABLE] = {"%s; periksa nama server dan sambungan internet",
                           "%s; look at the server's name and your connection"},
    [FAULT_LOGIN] = {"%s: nama pengguna atau sandi ditolak; periksa keduanya di panel hosting",
                     "%s: user name or password refused; look them up in your hosting panel"},
    [FAULT_CERTIFICATE] =
        {"%s; pakai nama server yang tertulis di panel hosting, atau --ca-file "
         "bila servernya memakai sertifikat sendiri",
         "%s; use the server name from your hosting panel, or --ca-file when "
         "the server has a certificate of its own"},
    [FAULT_NO_TLS] =
        {"%s: server tidak mendukung sambungan terenkripsi; ftp:// dapat dipakai, "
         "tetapi sandinya terbaca di jalan",
         "%s: the server offers no encryption; ftp:// would work, but the password "
         "is readable on the way"},
    [FAULT_KEY_UNKNOWN] =
        {"kunci server belum dikenal: %s; cocokkan dengan penyedia server, lalu "
         "masuk sekali dengan ssh agar tercatat di ~/.ssh/known_hosts",
         "the server's key is not known: %s; compare it with your provider's, "
         "then log in once with ssh so that ~/.ssh/known_hosts has it"},
    [FAULT_KEY_CHANGED] = {"kunci server BERBEDA dari yang tercatat di ~/.ssh/known_hosts: %s; "
                           "jangan kirim apa pun sebelum penyedia server menjelaskannya",
                           "the server's key is NOT the one in ~/.ssh/known_hosts: %s; send "
                           "nothing before your provider has explained it"},
    [FAULT_FULL] =
        {"ruang di tujuan habis: %s; kosongkan ruang, lalu jalankan lagi perintah ini",
         "no room left at the target: %s; make room, then run this command again"},
    [FAULT_REFUSED] = {"server menolak: %s", "the server refuses: %s"},
    [FAULT_CUT] =
        {"sambungan terputus: %s; jalankan lagi perintah ini, sisanya akan dilanjutkan",
         "the connection broke: %s; run this command again, it goes on from there"},
    [FAULT_TOO_MUCH] =
        {"%s: lebih banyak daripada yang dibaca (128 MB, sejuta nama); periksa alamat tujuan "
         "dan apa yang ada di sana",
         "%s: more than is read (128 MB, a million names); look at the target's address and "
         "at what is there"},
    [FAULT_PASSWORD_FILE] = {"%s: berkas sandi dapat dibaca orang lain; jalankan `chmod 600` "
                             "atas berkas itu",
                             "%s: the file with the password is readable by others; run "
                             "`chmod 600` on it"},
    [FAULT_NO_PASSWORD] = {"sandi untuk %s belum ada; tulis di berkas (--password-file), di "
                           "~/.netrc, atau di variabel MAKLUMAT_PASSWORD",
                           "there is no password for %s; write it into a file "
                           "(--password-file), ~/.netrc or the variable MAKLUMAT_PASSWORD"},
    [FAULT_TRUST] = {"%s: daftar tujuan yang disetujui rusak dan dianggap kosong; hapus berkas "
                     "itu, dan setujui lagi tujuannya di terminal",
                     "%s: the list of agreed targets is damaged and counts as empty; delete "
                     "that file and agree to the targets again at a terminal"},
};

gboolean
fault_set(DiagLang lang, GError **error, FaultCode code, const char *subject)
{
    error_set_about(error, FAULT_ERROR, (gint)code, words[code][lang], subject);
    return FALSE;
}
