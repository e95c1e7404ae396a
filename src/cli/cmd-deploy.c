#include "base/chars.h"
#include "base/fs-words.h"
#include "base/fs.h"
#include "base/work.h"
#include "cli/command.h"
#include "cli/content.h"
#include "cli/deliver-module.h"
#include "deliver/deliver.h"
#include "deliver/fault.h"
#include "deliver/secret.h"
#include "deliver/trust.h"
#include "deliver/verify.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum {
    CONNECTIONS = 4, /* shared hosts commonly allow eight of one address */
    CONNECTIONS_MAX = 16,
    RETRIES = 4,
    RETRIES_MAX = 20,
    SHOWN_MAX = 4096, /* bytes shown of a path */
    ANSWER_MAX = 1024 /* bytes that can be typed */
};

typedef struct Deploy {
    const Cli *cli;
    const CliArgs *args;
    const char *site;
    Target target;
    char *named;    /* what situs.yaml calls the target; NULL = the command line names it */
    char *url;      /* of the site; NULL = unknown */
    char *password; /* NULL = none is known, or needed */
    RemoteOptions remote;
    gint64 start, shown; /* shown: when the progress line was; 0 = never */
} Deploy;

/* ---- the target ---- */

static gboolean
complain(const Cli *cli, TargetFault fault)
{
    static const CommandText texts[] = {
        [TARGET_UNKNOWN] =
            {"tujuan itu tidak dikenal; tulis ftps://pengguna@server/folder, "
             "sftp://…, ftp://…, atau folder di komputer ini",
             "no such kind of target; write ftps://user@server/folder, sftp://…, "
             "ftp://… or a folder of this machine"},
        [TARGET_PASSWORD] = {"sandi tidak boleh ditulis di alamat tujuan; tulis "
                             "ftps://pengguna@server/folder, dan sandinya di ~/.netrc",
                             "a password has no place in the target; write "
                             "ftps://user@server/folder, and the password in ~/.netrc"},
        [TARGET_BROKEN] = {"alamat tujuan tidak terbaca; contoh: "
                           "ftps://pengguna@ftp.contoh.example/public_html",
                           "the target cannot be read; an example: "
                           "ftps://user@ftp.contoh.example/public_html"},
    };
    cli_error(cli, "%s", "%s", cli_text(cli, texts[fault]));
    return FALSE;
}

/* The target of the command line or of situs.yaml, and the site's address. */
static Exit
find_target(Deploy *deploy)
{
    Content content = {NULL, NULL};
    g_autoptr(GError) error = NULL;
    const char *text = deploy->args->n_rest > 0 ? deploy->args->rest[0] : NULL;
    if (!content_open(".", &content, &error) && text == NULL)
        return cli_project_failed(deploy->cli, ".", g_steal_pointer(&error));
    if (content.data != NULL) {
        if (text == NULL)
            text = deploy->named = g_strdup(content.data->site.kirim.str);
        deploy->url = g_strdup(content.data->site.url.str);
        content_close(&content);
    }
    if (text == NULL || *text == '\0') {
        return cli_usage(deploy->cli,
                         "tulis tujuannya, misalnya maklumat deploy "
                         "ftps://pengguna@server/public_html, atau kirim: di situs.yaml",
                         "name the target, for example maklumat deploy "
                         "ftps://user@server/public_html, or kirim: in situs.yaml");
    }
    TargetFault fault = target_read(text, &deploy->target);
    return fault == TARGET_FINE || complain(deploy->cli, fault) ? EXIT_FINE : EXIT_USAGE;
}

/* ---- the password ---- */

static void
do_nothing(G_GNUC_UNUSED int signal)
{
}

/* Whether all of it has reached the terminal. */
static gboolean
put_at(int tty, const char *text)
{
    gsize len = strlen(text);
    return write(tty, text, len) == (ssize_t)len;
}

/* Asks for a line without showing it. Whoever interrupts gets a terminal back that shows what is typed. */
static ssize_t
read_hidden(int tty, const char *prompt, char *line, gsize size)
{
    struct termios shown, hidden;
    struct sigaction noted = {.sa_handler = do_nothing}, before;
    if (tcgetattr(tty, &shown) != 0)
        return -1;
    hidden = shown;
    hidden.c_lflag &= ~(tcflag_t)ECHO;
    sigaction(SIGINT, &noted, &before);
    tcsetattr(tty, TCSAFLUSH, &hidden); /* before it is asked: no answer is shown or lost */
    ssize_t n = put_at(tty, prompt) ? read(tty, line, size) : -1;
    gboolean interrupted = n < 0 && errno == EINTR;
    tcsetattr(tty, TCSAFLUSH, &shown);
    sigaction(SIGINT, &before, NULL);
    (void)put_at(tty, "\n");
    if (interrupted)
        (void)raise(SIGINT);
    return n;
}

/* Asks at the terminal for a line; NULL: there is none. What is asked is shown there wherever messages go. */
static char *
ask(const char *prompt, gboolean hidden)
{
    char line[ANSWER_MAX];
    ssize_t n = -1;
    int tty = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (tty < 0)
        return NULL;
    if (hidden)
        n = read_hidden(tty, prompt, line, sizeof line - 1);
    else if (put_at(tty, prompt))
        n = read(tty, line, sizeof line - 1);
    close(tty);
    line[MAX(n, 0)] = '\0';
    line[strcspn(line, "\r\n")] = '\0';
    char *answer = g_strdup(line);
    explicit_bzero(line, sizeof line);
    return answer;
}

/* An address may hold what orders a terminal or turns the reading. */
static char *
shown(const char *text)
{
    GString *out = g_string_new(NULL);
    chars_append_shown(out, text, strlen(text), SHOWN_MAX);
    return g_string_free(out, FALSE);
}

static char *
ask_password(const Deploy *deploy)
{
    g_autoptr(GString) target = g_string_new(NULL), prompt = g_string_new(NULL);
    target_append_text(&deploy->target, target);
    g_autofree char *name = shown(target->str);
    cli_append(deploy->cli, prompt, "Sandi untuk %s: ", "Password for %s: ", name);
    return ask(prompt->str, TRUE);
}

static gboolean
is_yes(const char *answer)
{
    static const char *const yes[] = {"ya", "y", "yes", NULL};
    g_autofree char *small = answer != NULL ? g_ascii_strdown(answer, -1) : g_strdup("");
    return g_strv_contains(yes, g_strstrip(small));
}

/* What there is to know of the content's target before anything goes there; `before`: the one agreed to, or NULL. */
static char *
describe_target(const Cli *cli, const char *before, const char *now)
{
    g_autofree char *old = shown(before != NULL ? before : ""), *new = shown(now);
    GString *out = g_string_new(NULL);
    if (before == NULL)
        cli_append(
            cli, out,
            "tujuan %s hanya disebut kirim: di situs.yaml, yang dapat diubah penulis isi",
            "the target %s is named by kirim: in situs.yaml only, which whoever writes "
            "content may change",
            new);
    else
        cli_append(cli, out, "tujuan di situs.yaml (kirim:) berubah dari %s menjadi %s",
                   "the target in situs.yaml (kirim:) has changed from %s to %s", old, new);
    return g_string_free(out, FALSE);
}

static Exit
refuse_target(const Deploy *deploy, const char *described)
{
    const char *safe =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%+,-./:=@_~";
    g_autofree char *word = strspn(deploy->named, safe) == strlen(deploy->named)
                                ? g_strdup(deploy->named)
                                : g_shell_quote(deploy->named);
    return cli_usage(
        deploy->cli,
        "tidak ada yang dikirim: %s; bila memang itu tujuan Anda, tulis di perintah: "
        "maklumat deploy %s",
        "nothing is sent: %s; if that is your target, name it in the command: "
        "maklumat deploy %s",
        described, word);
}

/* What only the content names is looked at once its user has said yes to it. */
static Exit
confirm_target(const Deploy *deploy)
{
    if (deploy->named == NULL)
        return EXIT_FINE;
    const Cli *cli = deploy->cli;
    g_autoptr(GString) question = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    g_autofree char *path = trust_path(), *project = fs_real_path(".", &error);
    if (project == NULL)
        return cli_environment(cli, error);
    g_autofree char *target = trust_name(&deploy->target);
    g_autofree char *before = trust_find(path, project, cli->lang, &error);
    if (g_strcmp0(before, target) == 0)
        return EXIT_FINE;
    if (error != NULL)
        cli_environment(cli, error); /* nothing was agreed to, then */
    g_clear_error(&error);
    g_autofree char *described = describe_target(cli, before, target);
    cli_append(cli, question, "Perhatian: %s.\nKirim ke sana? Tulis ya: ",
               "Mind: %s.\nDeliver there? Write yes: ", described);
    g_autofree char *answer = ask(question->str, FALSE);
    if (!is_yes(answer))
        return refuse_target(deploy, described);
    if (!trust_keep(path, project, target, &error)) {
        g_autofree char *words = fs_words(cli->lang, error);
        cli_error(cli, "%s; jawaban Anda tidak tersimpan, jadi akan ditanya lagi",
                  "%s; your answer is not kept, so you will be asked again", words);
    }
    return EXIT_FINE;
}

/* SSH goes on without a password: there are keys and agents. */
static Exit
find_password(Deploy *deploy)
{
    g_autoptr(GError) error = NULL;
    Target *target = &deploy->target;
    if (target->kind == TARGET_FOLDER)
        return EXIT_FINE;
    const SecretPlaces places = {cli_option(deploy->args, "password-file"), g_get_home_dir(),
                                 deploy->cli->lang};
    if (!secret_find(target, &places, &deploy->password, &error))
        return cli_environment(deploy->cli, error);
    char **password = &deploy->password;
    gboolean key = target->kind == TARGET_SFTP &&
                   (g_getenv("SSH_AUTH_SOCK") != NULL || deploy->remote.identity != NULL);
    if (*password == NULL && !key)
        *password = ask_password(deploy);
    if (*password != NULL || target->kind == TARGET_SFTP)
        return EXIT_FINE;
    g_autoptr(GString) where = g_string_new(NULL);
    target_append_text(target, where);
    fault_set(deploy->cli->lang, &error, FAULT_NO_PASSWORD, where->str);
    return cli_environment(deploy->cli, error);
}

/* ---- what is said ---- */

static void
append_size(GString *out, guint64 n_bytes)
{
    if (n_bytes < 1000)
        g_string_append_printf(out, "%" G_GUINT64_FORMAT " B", n_bytes);
    else if (n_bytes < 1000 * 1000)
        g_string_append_printf(out, "%.1f KB", (double)n_bytes / 1e3);
    else
        g_string_append_printf(out, "%.1f MB", (double)n_bytes / 1e6);
}

static void
append_parcel(const Deploy *deploy, const Parcel *parcel, GString *out)
{
    static const CommandText words[] = {
        {"baru ", "new   "}, {"ubah ", "change"}, {"hapus", "delete"}};
    gboolean changed = parcel->ours && parcel->there != PARCEL_UNKNOWN_NEW;
    g_string_append(out, cli_text(deploy->cli, words[!parcel->wanted ? 2 : changed ? 1 : 0]));
    g_string_append_c(out, ' ');
    chars_append_shown(out, parcel->path, strlen(parcel->path), SHOWN_MAX);
    if (parcel->wanted) {
        g_string_append(out, "  ");
        append_size(out, parcel->size);
    }
    g_string_append_c(out, '\n');
}

/* The plan, in the order in which it would be carried out. */
static void
put_plan(gpointer data, const Parcels *parcels)
{
    const Deploy *deploy = data;
    g_autoptr(GString) out = g_string_new(NULL);
    for (ParcelTurn turn = TURN_CLEAR; turn < TURN_NONE; turn++) {
        for (guint i = 0; i < parcels->list->len; i++) {
            const Parcel *parcel = &g_array_index(parcels->list, Parcel, i);
            if (parcel->turn == turn)
                append_parcel(deploy, parcel, out);
        }
    }
    cli_put(out->str, out->len);
}

/* Only on a terminal, only when it takes longer than a second. */
static void
show_progress(gpointer data, const DeliverProgress *progress)
{
    Deploy *deploy = data;
    gint64 now = g_get_monotonic_time();
    if (!deploy->cli->terminal || now - deploy->start < G_USEC_PER_SEC ||
        now - deploy->shown < G_USEC_PER_SEC / 10)
        return;
    double seconds = (double)(now - deploy->start) / G_USEC_PER_SEC;
    double rate = (double)progress->bytes / seconds;
    double left = seconds * (double)(progress->n_files - progress->files) / progress->files;
    g_autoptr(GString) line = g_string_new(NULL);
    cli_append(deploy->cli, line, "\r%u/%u berkas, %.0f KB per detik, sisa %.0f detik\033[K",
               "\r%u/%u files, %.0f KB/s, %.0f s left\033[K", progress->files,
               progress->n_files, rate / 1e3, left);
    cli_put_error(line->str, line->len);
    deploy->shown = now;
}

/* What a server that cannot rename over a file did to readers meanwhile. */
static const char *
move_words(const Deploy *deploy, RemoteMove move)
{
    if (move == REMOTE_MOVE_DELETE)
        return cli_text(
            deploy->cli,
            (CommandText){"server ini tidak dapat mengganti berkas sekali jalan: halaman yang "
                          "berubah sempat hilang sekejap\n",
                          "this server cannot rename over a file: changed pages were missing "
                          "for a moment\n"});
    return cli_text(
        deploy->cli,
        (CommandText){"server ini tidak dapat mengganti nama: halaman yang berubah sempat "
                      "terbaca setengah jadi\n",
                      "this server renames nothing: changed pages were half written for "
                      "a moment\n"});
}

static void
put_summary(const Deploy *deploy, const DeliverReport *report, gboolean dry_run)
{
    g_autoptr(GString) out = g_string_new(NULL), size = g_string_new(NULL);
    append_size(size, report->n_bytes);
    g_string_append(out,
                    cli_text(deploy->cli, dry_run ? (CommandText){"rencana", "plan"}
                                                  : (CommandText){"terkirim", "delivered"}));
    cli_append(deploy->cli, out, ": %u baru, %u berubah, %u dihapus, %u tetap; %s ",
               ": %u new, %u changed, %u deleted, %u unchanged; %s ", report->n_new,
               report->n_changed, report->n_deleted, report->n_kept, size->str);
    g_string_append(
        out, cli_text(deploy->cli, dry_run ? (CommandText){"akan dikirim ke ", "to be sent to "}
                                           : (CommandText){"ke ", "to "}));
    target_append_text(&deploy->target, out);
    g_string_append_c(out, '\n');
    if (report->resumed)
        cli_append(deploy->cli, out, "pengiriman sebelumnya terputus; sisanya dilanjutkan\n",
                   "the delivery before was cut off; this one went on from there\n");
    if (!dry_run && report->move != REMOTE_MOVE_OVER && report->n_changed > 0)
        g_string_append(out, move_words(deploy, report->move));
    cli_put(out->str, out->len);
}

/* ---- reading back ---- */

static Exit
verify(const Deploy *deploy, const DeliverReport *report)
{
    if (deploy->url == NULL || cli_option(deploy->args, "no-verify") != NULL ||
        report->n_new + report->n_changed + report->n_deleted == 0)
        return EXIT_FINE;
    const VerifyOptions options = {deploy->remote.ca_file, deploy->cli->lang};
    g_autoptr(GArray) results = verify_run(deploy->site, deploy->url, report->pages, &options);
    Exit exit = EXIT_FINE;
    for (guint i = 0; i < results->len; i++) {
        const VerifyResult *result = &g_array_index(results, VerifyResult, i);
        if (result->problem != NULL)
            cli_error(deploy->cli, "%s: tidak dapat dibaca ulang (%s)",
                      "%s: cannot be read back (%s)", result->url, result->problem);
        else if (!result->same)
            cli_error(deploy->cli,
                      "%s: yang tampil berbeda dari yang dikirim; periksa folder tujuan, url "
                      "di situs.yaml, dan tembolok server",
                      "%s: what is shown differs from what was sent; look at the target's "
                      "folder, url in situs.yaml and the server's cache",
                      result->url);
        if (result->unreached && exit == EXIT_FINE)
            exit = EXIT_ENVIRONMENT;
        else if (!result->same && !result->unreached)
            exit = EXIT_FINDINGS;
    }
    return exit;
}

/* ---- the command ---- */

static gboolean
read_options(Deploy *deploy)
{
    const CliArgs *args = deploy->args;
    RemoteOptions *remote = &deploy->remote;
    const char *from = cli_option(args, "from"), *ca = cli_option(args, "ca-file");
    *remote = (RemoteOptions){.n_connections = CONNECTIONS, .retries = RETRIES};
    deploy->site = from != NULL ? from : "public";
    remote->identity = cli_option(args, "identity");
    remote->ca_file = ca != NULL ? ca : g_getenv("SSL_CERT_FILE");
    remote->home = g_get_home_dir();
    remote->lang = deploy->cli->lang;
    if (g_strcmp0(cli_option(args, "retries"), "0") == 0)
        remote->retries = 0;
    else if (!cli_read_count(deploy->cli, args, "retries", RETRIES_MAX, &remote->retries))
        return FALSE;
    return cli_read_count(deploy->cli, args, "jobs", CONNECTIONS_MAX, &remote->n_connections);
}

static void
warn_of_plain(const Cli *cli)
{
    cli_error(cli,
              "perhatian: lewat ftp:// sandi dan isi terbaca di jalan; pakai ftps:// bila "
              "server mendukungnya",
              "mind: over ftp:// password and content can be read on the way; use ftps:// if "
              "the server can");
}

static Exit
deliver(Deploy *deploy)
{
    const char *forbidden[] = {deploy->site, "content", "themes", NULL};
    DeliverReport report;
    g_autoptr(GError) error = NULL;
    gboolean quiet = cli_option(deploy->args, "quiet") != NULL;
    deploy->remote.target = deploy->target;
    deploy->remote.password = deploy->password;
    DeliverOptions options = {
        .site = deploy->site,
        .forbidden = forbidden,
        .remote = &deploy->remote,
        .dry_run = cli_option(deploy->args, "dry-run") != NULL,
        .adopt = cli_option(deploy->args, "adopt") != NULL,
        .force = cli_option(deploy->args, "force") != NULL,
        .again = cli_option(deploy->args, "all") != NULL,
        .lang = deploy->cli->lang,
        .progress = show_progress,
        .data = deploy,
    };
    if (options.dry_run)
        options.planned = put_plan;
    if (deploy->target.kind == TARGET_FTP && !quiet)
        warn_of_plain(deploy->cli);
    deploy->start = g_get_monotonic_time();
    gboolean fine = deliver_run(&options, &report, &error);
    if (deploy->shown != 0)
        cli_put_error("\r\033[K", 4);
    if (fine && !quiet)
        put_summary(deploy, &report, options.dry_run);
    Exit exit = !fine             ? cli_environment(deploy->cli, error)
                : options.dry_run ? EXIT_FINE
                                  : verify(deploy, &report);
    deliver_report_clear(&report);
    return exit;
}

Exit
deliver_deploy_command(const Cli *cli, const CliArgs *args)
{
    Deploy deploy = {.cli = cli, .args = args};
    Exit exit = EXIT_USAGE;
    if (read_options(&deploy)) {
        exit = find_target(&deploy);
        if (exit == EXIT_FINE)
            exit = confirm_target(&deploy);
        if (exit == EXIT_FINE)
            exit = find_password(&deploy);
        if (exit == EXIT_FINE)
            exit = deliver(&deploy);
    }
    secret_free(deploy.password);
    target_clear(&deploy.target);
    g_free(deploy.named);
    g_free(deploy.url);
    return exit;
}
