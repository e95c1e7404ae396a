#include "base/module.h"
#include "cli/deliver-module.h"

static const CommandOption deploy_options[] = {
    {"from",
     0,
     "FOLDER",
     {"folder situs yang dikirim (bawaan: public)", "the site's folder (default: public)"}},
    {"dry-run",
     'n',
     NULL,
     {"hanya tampilkan rencana, tidak ada yang dikirim", "show the plan, send nothing"}},
    {"adopt",
     0,
     NULL,
     {"timpa berkas orang lain di alamat yang sama",
      "write over others' files of the same paths"}},
    {"force", 0, NULL, {"izinkan menghapus banyak berkas", "allow deleting many files"}},
    {"all", 0, NULL, {"kirim ulang semua berkas", "send every file again"}},
    {"no-verify",
     0,
     NULL,
     {"jangan membaca ulang halaman di alamat situs",
      "do not read pages back from the site's address"}},
    {"password-file",
     0,
     "FILE",
     {"berkas berisi sandi, hanya terbaca oleh Anda (chmod 600)",
      "file with the password, readable by you only (chmod 600)"}},
    {"identity",
     'i',
     "FILE",
     {"kunci SSH (bawaan: yang ada di ~/.ssh)", "SSH key (default: the one in ~/.ssh)"}},
    {"ca-file",
     0,
     "FILE",
     {"sertifikat yang dipercaya, untuk server dengan sertifikat sendiri",
      "certificates to trust, for a server with one of its own"}},
    {"jobs", 'j', "N", {"jumlah sambungan (bawaan: 4)", "number of connections (default: 4)"}},
    {"retries",
     0,
     "N",
     {"berapa kali mencoba lagi bila terputus (bawaan: 4)",
      "how often to try again when cut off (default: 4)"}},
    {"quiet", 'q', NULL, {"hanya kesalahan", "errors only"}},
    {0},
};

static const CommandOption pack_options[] = {
    {"output",
     'o',
     "FILE",
     {"nama arsip (bawaan: situs.zip)", "the archive (default: situs.zip)"}},
    {"from",
     0,
     "FOLDER",
     {"folder situs yang dikemas (bawaan: public)", "the site's folder (default: public)"}},
    {"since",
     0,
     "MANIFEST",
     {"hanya yang berubah sejak berkas .maklumat itu; yang harus dihapus didaftar",
      "only what changed since that .maklumat file; lists what has to be deleted"}},
    {0},
};

static const CommandOption verify_options[] = {
    {"from",
     0,
     "FOLDER",
     {"folder situs yang dibuat (bawaan: public)", "the site as built (default: public)"}},
    {"pages",
     0,
     NULL,
     {"hanya halaman, tata letak, dan skripnya", "only pages, their style sheets and scripts"}},
    {"ca-file",
     0,
     "FILE",
     {"sertifikat yang dipercaya, untuk server dengan sertifikat sendiri",
      "certificates to trust, for a server with one of its own"}},
    {"jobs", 'j', "N", {"jumlah sambungan (bawaan: 4)", "number of connections (default: 4)"}},
    {0},
};

static Exit
run_deploy(const Cli *cli, const CliArgs *args)
{
    g_autoptr(GError) error = NULL;
    const DeliverModule *module = module_open("deliver", &error);
    return module != NULL ? module->deploy(cli, args) : cli_environment(cli, error);
}

static Exit
run_pack(const Cli *cli, const CliArgs *args)
{
    g_autoptr(GError) error = NULL;
    const DeliverModule *module = module_open("deliver", &error);
    return module != NULL ? module->pack(cli, args) : cli_environment(cli, error);
}

static Exit
run_verify(const Cli *cli, const CliArgs *args)
{
    g_autoptr(GError) error = NULL;
    const DeliverModule *module = module_open("deliver", &error);
    return module != NULL ? module->verify(cli, args) : cli_environment(cli, error);
}

const Command command_deploy = {
    "deploy",
    "[TARGET]",
    {"mengirim public/ ke hosting, hanya yang berubah",
     "delivers public/ to the web host, only what changed"},
    deploy_options,
    run_deploy,
    1,
};

const Command command_pack = {
    "pack",
    "",
    {"mengemas public/ menjadi satu arsip zip untuk pengelola berkas hosting",
     "packs public/ into one zip archive for the file manager of a web host"},
    pack_options,
    run_pack,
    0,
};

const Command command_verify = {
    "verify",
    "[URL|DIR]",
    {"membandingkan situs yang tampil dengan yang dibuat: yang berubah, hilang, atau "
     "disisipkan",
     "compares the site that is shown with the one that was built: changed, missing, slipped "
     "in"},
    verify_options,
    run_verify,
    1,
};
