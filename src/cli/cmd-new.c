#include "base/fs.h"
#include "cli/command.h"
#include "model/schema.h"
#include "text/slug.h"
#include <string.h>

static const CommandOption new_options[] = {{0}};

/* Three statements of PermenPANRB 15/2014: pledge, improvement, sanction and compensation. */
static const char pledge[] =
    "\n# Maklumat pelayanan memuat tiga pernyataan: sanggup melayani sesuai standar, "
    "memperbaiki\n"
    "# terus-menerus, dan bersedia menerima sanksi dan/atau memberi kompensasi. Isi tanggal\n"
    "# dan SK setelah ditandatangani.\n"
    "maklumat:\n"
    "  teks: Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai dengan "
    "standar\n"
    "    pelayanan yang telah ditetapkan, memberikan pelayanan sesuai dengan kewajiban dan\n"
    "    melakukan perbaikan secara terus-menerus, serta bersedia menerima sanksi dan/atau\n"
    "    memberikan kompensasi apabila pelayanan yang kami berikan tidak sesuai dengan "
    "standar.\n"
    "  # tempat: Pasuruan\n"
    "  # tanggal: 2026-01-16\n";

static const char service_body[] = "\n# Enam komponen pertama wajib dipublikasikan. Salin dari "
                                   "SK, hapus tanda # di depannya.\n"
                                   "persyaratan:\n"
                                   "#  - Fotokopi KTP\n"
                                   "#  - {teks: Surat kuasa, bila: dikuasakan}\n"
                                   "prosedur:\n"
                                   "#  - oleh: Pemohon\n"
                                   "#    teks: menyerahkan berkas\n"
                                   "waktu: # 5 hari kerja\n"
                                   "biaya: # Tidak dipungut biaya\n"
                                   "produk:\n"
                                   "#  - Kutipan akta kelahiran\n";

static const char *const site_active[] = {"nama", NULL};
static const char *const agency_active[] = {"nama", "maklumat", NULL};
static const char *const service_active[] = {"judul", "persyaratan", "prosedur", "waktu",
                                             "biaya", "produk",      NULL};

static Exit
complain(const Cli *cli, CommandText text, const char *what)
{
    cli_error(cli, text, what);
    return EXIT_USAGE;
}

/* "dinas-sosial" -> "Dinas Sosial" */
static char *
title_of(const char *slug)
{
    char *title = g_strdup(slug);
    for (char *at = title; *at != '\0'; at++) {
        if (*at == '-')
            *at = ' ';
        if (at == title || at[-1] == ' ')
            *at = g_ascii_toupper(*at);
    }
    return title;
}

/* Names the schema so that editors with a YAML language server complete and explain the keys. */
static void
append_modeline(const char *path, const char *schema, GString *out)
{
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    gint content = -1, n = (gint)g_strv_length(parts);
    for (gint i = 0; i < n; i++) {
        if (strcmp(parts[i], "content") == 0)
            content = i;
    }
    if (content < 0)
        return;
    g_string_append(out, "# yaml-language-server: $schema=");
    for (gint i = content; i < n - 1; i++)
        g_string_append(out, "../");
    g_string_append_printf(out, "skema/%s.json\n", schema);
}

/* Writes a new file with its folders; one that exists is left alone. */
static Exit
write_new(const Cli *cli, const char *path, const GString *text)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_path_get_dirname(path);
    FsStat stat;
    if (!fs_mkdir_p(FS_CWD, folder, &error) || !fs_stat(FS_CWD, path, &stat, &error))
        return cli_environment(cli, error);
    if (stat.kind != FS_NONE)
        return complain(cli, (CommandText){"%s sudah ada", "%s exists already"}, path);
    if (!fs_replace(FS_CWD, path, text->str, text->len, &error))
        return cli_environment(cli, error);
    g_autofree char *line = g_strconcat(path, "\n", NULL);
    cli_put(line, strlen(line));
    return EXIT_FINE;
}

static Exit
write_schemas(const Cli *cli, const char *dir)
{
    guint n;
    const SchemaFile *files = schema_files(&n);
    Exit exit = EXIT_FINE;
    for (guint i = 0; i < n && exit == EXIT_FINE; i++) {
        g_autofree char *name = g_strconcat(files[i].name, ".json", NULL);
        g_autofree char *path = g_build_filename(dir, "skema", name, NULL);
        g_autoptr(GString) text = g_string_new(NULL);
        schema_append_json(&files[i], cli->lang, text);
        exit = write_new(cli, path, text);
    }
    return exit;
}

static Exit
new_site(const Cli *cli, const char *dir)
{
    g_autofree char *path = g_build_filename(dir, "content", "situs.yaml", NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    append_modeline("content/situs.yaml", "situs", text);
    g_string_append(text, "nama: Maklumat Pelayanan\n");
    schema_append_scaffold(&record_site, site_active, cli->lang, text);
    Exit exit = write_new(cli, path, text);
    return exit == EXIT_FINE ? write_schemas(cli, dir) : exit;
}

static Exit
new_agency(const Cli *cli, const char *folder)
{
    g_autofree char *path = g_build_filename(folder, "instansi.yaml", NULL);
    g_autofree char *slug = g_path_get_basename(folder);
    g_autofree char *title = title_of(strcmp(slug, "content") == 0 ? "nama-instansi" : slug);
    g_autoptr(GString) text = g_string_new(NULL);
    append_modeline(path, "instansi", text);
    g_string_append_printf(text, "nama: %s\n%s", title, pledge);
    schema_append_scaffold(&record_agency, agency_active, cli->lang, text);
    return write_new(cli, path, text);
}

static Exit
new_service(const Cli *cli, const char *wanted)
{
    gsize n = strlen(wanted) - (g_str_has_suffix(wanted, ".md") ? strlen(".md") : 0);
    g_autofree char *page = g_strndup(wanted, n);
    g_autofree char *path = g_strconcat(page, ".md", NULL);
    g_autofree char *slug = g_path_get_basename(page);
    g_autofree char *title = title_of(slug);
    g_autoptr(GString) text = g_string_new("---\n");
    g_string_append_printf(text, "judul: %s\n%s", title, service_body);
    schema_append_scaffold(&record_service, service_active, cli->lang, text);
    g_string_append(text, "---\n");
    return write_new(cli, path, text);
}

static const struct {
    const char *kind;
    Exit (*make)(const Cli *cli, const char *path);
    gboolean
        is_inside; /* lies in a content folder; its name becomes part of a page's address */
    gboolean is_folder; /* may be the content folder itself */
} kinds[] = {
    {"site", new_site, FALSE, TRUE},
    {"agency", new_agency, TRUE, TRUE},
    {"service", new_service, TRUE, FALSE},
};

/* Refuses a path that would not be read or cannot become the address of a page. */
static Exit
check_path(const Cli *cli, const char *path, gboolean is_folder)
{
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    gboolean is_content = g_str_has_suffix(whole, "/content");
    if (strstr(whole, "/content/") == NULL && !is_content)
        return complain(cli,
                        (CommandText){"%s tidak berada di dalam content/, jadi tidak akan "
                                      "dibaca; tulis misalnya content/dinas-sosial/akta",
                                      "%s is not inside content/, so it would not be read; "
                                      "write for example content/dinas-sosial/akta"},
                        path);
    if (g_str_has_suffix(name, ".md"))
        name[strlen(name) - strlen(".md")] = '\0';
    if (is_content ? is_folder : slug_is_valid(name) && !slug_is_reserved(name))
        return EXIT_FINE;
    g_autofree char *better = slug_from(name);
    return complain(cli,
                    (CommandText){"nama itu tidak dapat menjadi alamat; tulis \"%s\"",
                                  "that name cannot be an address; write \"%s\""},
                    is_content || *better == '\0' ? "layanan" : better);
}

static Exit
make(const Cli *cli, const char *kind, const char *path)
{
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (strcmp(kinds[i].kind, kind) != 0)
            continue;
        g_autofree char *plain = g_strdup(path);
        for (gsize len = strlen(plain); len > 1 && plain[len - 1] == '/'; len--)
            plain[len - 1] = '\0';
        Exit exit = kinds[i].is_inside ? check_path(cli, plain, kinds[i].is_folder) : EXIT_FINE;
        return exit == EXIT_FINE ? kinds[i].make(cli, plain) : exit;
    }
    return complain(cli,
                    (CommandText){"tidak ada \"%s\"; tulis site, agency, atau service",
                                  "there is no \"%s\"; write site, agency or service"},
                    kind);
}

static Exit
run_new(const Cli *cli, int argc, char **argv)
{
    CliArgs args;
    Exit exit = EXIT_USAGE;
    if (!cli_read_args(cli, &command_new, argc, argv, 2, &args))
        ;
    else if (args.n_rest < 2 || *args.rest[1] == '\0')
        cli_error(cli, (CommandText){"tulis misalnya: maklumat new service "
                                     "content/dinas-sosial/akta-kelahiran",
                                     "write for example: maklumat new service "
                                     "content/dinas-sosial/akta-kelahiran"});
    else
        exit = make(cli, args.rest[0], args.rest[1]);
    cli_args_clear(&args);
    return exit;
}

const Command command_new = {
    "new",
    "site|agency|service PATH",
    {"membuat berkas awal yang tinggal diisi", "makes files to start from"},
    new_options,
    run_new,
};
