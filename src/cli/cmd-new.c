#include "base/built-in.h"
#include "base/fs.h"
#include "cli/command.h"
#include "model/fields.h"
#include "model/scaffold.h"
#include "model/scan-names.h"
#include "model/schema.h"
#include "text/address.h"
#include "text/slug.h"
#include <string.h>

static const CommandOption new_options[] = {
    {"ci",
     0,
     "HOST",
     {"dengan site: alur kerja yang memeriksa dan mengirim, untuk github, gitlab, atau forgejo",
      "with site: a workflow that checks and delivers, for github, gitlab or forgejo"}},
    {0},
};

#define SCAFFOLD "/maklumat/scaffold/"
#define HOLIDAYS "/maklumat/content/"

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
        return cli_usage(cli, "%s sudah ada", "%s exists already", path);
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

/* ---- copies of files in the program ---- */

static GBytes *
resource(const char *path)
{
    return built_in_lookup(path);
}

/* Writes the resource as the file `path`, "@NAMA@" in it replaced by `name`. */
static Exit
copy_resource(const Cli *cli, const char *from, const char *path, const char *name)
{
    g_autoptr(GBytes) bytes = resource(from);
    gsize len;
    const char *data = g_bytes_get_data(bytes, &len);
    g_autoptr(GString) text = g_string_new_len(data, (gssize)len);
    g_string_replace(text, "@NAMA@", name, 0);
    return write_new(cli, path, text);
}

/* Copies a folder of resources; "gitignore" gets its dot. */
static Exit
copy_folder(const Cli *cli, const char *from, const char *dir, const char *name)
{
    g_auto(GStrv) names = built_in_children(from);
    Exit exit = EXIT_FINE;
    for (char **at = names; exit == EXIT_FINE && *at != NULL; at++) {
        g_autofree char *source = g_strconcat(from, *at, NULL);
        g_autofree char *path =
            g_build_filename(dir, strcmp(*at, "gitignore") == 0 ? ".gitignore" : *at, NULL);
        exit = g_str_has_suffix(*at, "/") ? copy_folder(cli, source, path, name)
                                          : copy_resource(cli, source, path, name);
    }
    return exit;
}

/* ---- a site ---- */

static const struct {
    const char *name, *path;
} hosts[] = {
    {"github", ".github/workflows/situs.yml"},
    {"gitlab", ".gitlab-ci.yml"},
    {"forgejo", ".forgejo/workflows/situs.yml"},
};

static Exit
write_workflow(const Cli *cli, const char *dir, const char *host)
{
    for (guint i = 0; i < G_N_ELEMENTS(hosts); i++) {
        if (strcmp(hosts[i].name, host) != 0)
            continue;
        g_autofree char *from = g_strconcat(SCAFFOLD "ci/", host, ".yml", NULL);
        g_autofree char *path = g_build_filename(dir, hosts[i].path, NULL);
        return copy_resource(cli, from, path, "");
    }
    return cli_usage(cli, "--ci memerlukan github, gitlab, atau forgejo, bukan \"%s\"",
                     "--ci takes github, gitlab or forgejo, not \"%s\"", host);
}

/* Every holiday file that the program knows. */
static Exit
write_holidays(const Cli *cli, const char *dir)
{
    g_auto(GStrv) names = built_in_children(HOLIDAYS);
    Exit exit = EXIT_FINE;
    for (char **at = names; exit == EXIT_FINE && *at != NULL; at++) {
        g_autofree char *from = g_strconcat(HOLIDAYS, *at, NULL);
        g_autofree char *path = g_build_filename(dir, "content", *at, NULL);
        exit = copy_resource(cli, from, path, "");
    }
    return exit;
}

static Exit
write_site_file(const Cli *cli, const char *dir)
{
    g_autofree char *path = g_build_filename(dir, "content", "situs.yaml", NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    scaffold_append_site(cli->lang, text);
    return write_new(cli, path, text);
}

/* A site that builds and looks like something: an agency that is plainly an example. */
static Exit
new_site(const Cli *cli, const CliArgs *args, const char *dir)
{
    const char *host = cli_option(args, "ci");
    Exit exit = write_site_file(cli, dir);
    if (exit == EXIT_FINE)
        exit = write_schemas(cli, dir);
    if (exit == EXIT_FINE)
        exit = write_holidays(cli, dir);
    if (exit == EXIT_FINE)
        exit = copy_folder(cli, SCAFFOLD "site/", dir, "");
    if (exit == EXIT_FINE && host != NULL)
        exit = write_workflow(cli, dir, host);
    return exit;
}

/* ---- parts of a site ---- */

static Exit
new_region(const Cli *cli, G_GNUC_UNUSED const CliArgs *args, const char *folder)
{
    static const struct {
        const char *prefix, *title, *kind;
    } kinds[] = {
        {"kab-", "Kabupaten ", "kabupaten"},
        {"kota-", "Kota ", "kota"},
        {"prov-", "Provinsi ", "provinsi"},
        {"", "", NULL},
    };
    g_autofree char *path = g_build_filename(folder, "wilayah.yaml", NULL);
    g_autofree char *slug = g_path_get_basename(folder);
    g_autoptr(GString) text = g_string_new(NULL);
    guint i = 0;
    while (!g_str_has_prefix(slug, kinds[i].prefix))
        i++;
    g_autofree char *title = scaffold_title(slug + strlen(kinds[i].prefix));
    scaffold_append_modeline(path, "wilayah", text);
    g_string_append_printf(text, "nama: %s%s\n", kinds[i].title, title);
    if (kinds[i].kind != NULL)
        g_string_append_printf(text, "jenis: %s\n", kinds[i].kind);
    return write_new(cli, path, text);
}

/* The holidays of a year are decreed; a list that is not is not made up. */
static Exit
new_holidays(const Cli *cli, G_GNUC_UNUSED const CliArgs *args, const char *wanted)
{
    g_autofree char *name = g_path_get_basename(wanted);
    gboolean year = strlen(wanted) == 4 && strspn(wanted, "0123456789") == 4;
    g_autofree char *file = year ? g_strdup_printf("libur-%s.yaml", wanted) : g_strdup(name);
    g_autofree char *path = year ? g_build_filename("content", file, NULL) : g_strdup(wanted);
    g_autofree char *from = g_strconcat(HOLIDAYS, file, NULL);
    g_autoptr(GBytes) bytes = resource(from);
    if (bytes != NULL)
        return copy_resource(cli, from, path, "");
    return cli_usage(
        cli,
        "%s: hari libur tahun itu belum ada dalam maklumat ini; salin libur-2026.yaml, lalu "
        "isi menurut Keputusan Bersama Menteri untuk tahun itu",
        "%s: this maklumat does not know the holidays of that year; copy libur-2026.yaml and "
        "fill it in by the Joint Decree of the Ministers for that year",
        file);
}

static Exit
new_theme(const Cli *cli, G_GNUC_UNUSED const CliArgs *args, const char *wanted)
{
    g_autofree char *name = g_path_get_basename(wanted);
    g_autofree char *title = scaffold_title(name);
    g_autofree char *dir = strchr(wanted, '/') != NULL
                               ? g_strdup(wanted)
                               : g_build_filename("themes", wanted, NULL);
    return copy_folder(cli, SCAFFOLD "theme/", dir, title);
}

/* ---- translations ---- */

/* "content/x/akta.en.md" -> "content/x/akta.md"; NULL: names no language. */
static char *
original_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
    gsize n = strlen(name);
    const char *dot = n > strlen(".md") ? g_strrstr_len(name, (gssize)(n - 3), ".") : NULL;
    if (!g_str_has_suffix(name, ".md") || dot == NULL || dot == name ||
        strspn(dot + 1, "abcdefghijklmnopqrstuvwxyz") != n - 3 - (gsize)(dot + 1 - name))
        return NULL;
    return g_strdup_printf("%.*s.md", (int)(dot - path), path);
}

/* A line that begins with a key, as "judul: Akta"; NULL: an item, a text of several lines, a comment. */
static const Field *
key_of(const char *line)
{
    const char *colon = strchr(line, ':');
    return colon != NULL ? field_find(&record_service, line, colon - line) : NULL;
}

/* The original's words as comments, to be translated one by one: what is left out is shown in the original's words.
 * Keys that belong in the original only are not offered. */
static void
append_commented(const char *original, GString *text)
{
    g_auto(GStrv) lines = g_strsplit(original, "\n", -1);
    gboolean inside = FALSE, title = FALSE, offered = TRUE;
    for (char **line = lines; *line != NULL; line++) {
        g_strchomp(*line);
        if (strcmp(*line, "---") == 0 && inside)
            break;
        if (strcmp(*line, "---") == 0) {
            inside = TRUE;
            continue;
        }
        const Field *field = key_of(*line);
        if (field != NULL) {
            title = (field->flags & FIELD_REQUIRED) != 0;
            offered = !(field->flags & FIELD_NOT_TRANSLATED);
        }
        if (inside && offered && **line != '\0')
            g_string_append_printf(text, "%s%s\n", title ? "" : "#", *line);
    }
}

static Exit
new_translation(const Cli *cli, G_GNUC_UNUSED const CliArgs *args, const char *path)
{
    g_autofree char *original = original_of(path), *bytes = NULL;
    g_autoptr(GError) error = NULL;
    gsize len;
    if (original == NULL)
        return cli_usage(cli,
                         "%s: tulis nama layanannya beserta bahasanya, misalnya "
                         "content/dinas-sosial/akta-kelahiran.en.md",
                         "%s: write the service's name with the language, for example "
                         "content/dinas-sosial/akta-kelahiran.en.md",
                         path);
    bytes = fs_read(FS_CWD, original, SOURCE_MAX_BYTES, &len, &error);
    if (bytes == NULL)
        return cli_environment(cli, error);
    g_autoptr(GString) text = g_string_new("---\n");
    g_string_append(text, "# Terjemahkan judul; hapus tanda # di depan bagian yang juga "
                          "diterjemahkan. Selebihnya tampil dalam bahasa asli.\n");
    append_commented(bytes, text);
    g_string_append(text, "---\n");
    return write_new(cli, path, text);
}

static Exit
new_agency(const Cli *cli, G_GNUC_UNUSED const CliArgs *args, const char *folder)
{
    g_autofree char *path = g_build_filename(folder, "instansi.yaml", NULL);
    g_autofree char *slug = g_path_get_basename(folder);
    g_autofree char *title =
        scaffold_title(strcmp(slug, "content") == 0 ? "nama-instansi" : slug);
    g_autoptr(GString) text = g_string_new(NULL);
    scaffold_append_agency(path, title, cli->lang, text);
    return write_new(cli, path, text);
}

static Exit
new_service(const Cli *cli, G_GNUC_UNUSED const CliArgs *args, const char *wanted)
{
    gsize n = strlen(wanted) - (g_str_has_suffix(wanted, ".md") ? strlen(".md") : 0);
    g_autofree char *page = g_strndup(wanted, n);
    g_autofree char *path = g_strconcat(page, ".md", NULL);
    g_autofree char *slug = g_path_get_basename(page);
    g_autofree char *title = scaffold_title(slug);
    g_autoptr(GString) text = g_string_new(NULL);
    scaffold_append_service(title, cli->lang, text);
    return write_new(cli, path, text);
}

/* tentang, halaman/tentang.md or content/halaman/tentang: there is one place for it. */
static Exit
new_page(const Cli *cli, G_GNUC_UNUSED const CliArgs *args, const char *wanted)
{
    g_autofree char *slug = g_path_get_basename(wanted), *folder = g_path_get_dirname(wanted);
    if (g_str_has_suffix(slug, ".md"))
        slug[strlen(slug) - strlen(".md")] = '\0';
    g_autofree char *better = scan_own_page_slug(slug);
    if (!slug_is_valid(slug))
        return cli_usage(cli, "nama itu tidak dapat menjadi alamat; tulis \"%s\"",
                         "that name cannot be an address; write \"%s\"",
                         *better != '\0' ? better : "tentang");
    if (strchr(wanted, '/') != NULL && !g_str_has_suffix(folder, ADDRESS_OWN_PAGES))
        return cli_usage(cli,
                         "%s: halaman situs berada di content/" ADDRESS_OWN_PAGES
                         "; tulis namanya saja, misalnya tentang",
                         "%s: pages of the site lie in content/" ADDRESS_OWN_PAGES
                         "; write the name alone, for example tentang",
                         wanted);
    g_autofree char *title = scaffold_title(slug), *file = g_strconcat(slug, ".md", NULL);
    g_autofree char *path = strchr(wanted, '/') != NULL
                                ? g_build_filename(folder, file, NULL)
                                : g_build_filename("content", ADDRESS_OWN_PAGES, file, NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    scaffold_append_own_page(title, cli->lang, text);
    return write_new(cli, path, text);
}

static const struct {
    const char *kind;
    Exit (*make)(const Cli *cli, const CliArgs *args, const char *path);
    gboolean
        is_inside; /* lies in a content folder; its name becomes part of a page's address */
    gboolean is_folder;  /* may be the content folder itself */
    const char *example; /* a path, for who gave none */
} kinds[] = {
    {"site", new_site, FALSE, TRUE, "situs-layanan"},
    {"agency", new_agency, TRUE, TRUE, "content/dinas-sosial"},
    {"service", new_service, TRUE, FALSE, "content/dinas-sosial/akta-kelahiran"},
    {"page", new_page, FALSE, FALSE, "tentang"},
    {"region", new_region, TRUE, FALSE, "content/kab-pasuruan"},
    {"translation", new_translation, FALSE, FALSE, "content/dinas-sosial/akta-kelahiran.en.md"},
    {"holidays", new_holidays, FALSE, FALSE, "2027"},
    {"theme", new_theme, FALSE, FALSE, "kami"},
};

static gboolean
is_taken(const char *name)
{
    return address_is_reserved(name) || slug_is_device(name);
}

static Exit
refuse_name(const Cli *cli, const char *name)
{
    g_autofree char *better = slug_from(name);
    return cli_usage(cli, "nama itu tidak dapat menjadi alamat; tulis \"%s\"",
                     "that name cannot be an address; write \"%s\"",
                     *better == '\0' ? "layanan" : better);
}

/* Refuses a path that would not be read or cannot become the address of a page. */
static Exit
check_path(const Cli *cli, const char *path, gboolean is_folder)
{
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    gboolean is_content = g_str_has_suffix(whole, "/content");
    if (strstr(whole, "/content/") == NULL && !is_content)
        return cli_usage(
            cli,
            "%s tidak berada di dalam content/, jadi tidak akan dibaca; tulis "
            "misalnya content/dinas-sosial/akta",
            "%s is not inside content/, so it would not be read; write for example "
            "content/dinas-sosial/akta",
            path);
    g_auto(GStrv) above =
               g_strsplit(is_content ? "" : g_strrstr(whole, "/content/") + 9, "/", -1);
    for (char **part = above; *part != NULL && part[1] != NULL; part++)
        if (is_taken(*part))
            return refuse_name(cli, *part);
    if (g_str_has_suffix(name, ".md"))
        name[strlen(name) - strlen(".md")] = '\0';
    return (is_content ? is_folder : slug_is_valid(name) && !is_taken(name))
               ? EXIT_FINE
               : refuse_name(cli, is_content ? "" : name);
}

static Exit
make(const Cli *cli, const CliArgs *args, guint kind, const char *path)
{
    g_autofree char *plain = g_strdup(path);
    for (gsize len = strlen(plain); len > 1 && plain[len - 1] == '/'; len--)
        plain[len - 1] = '\0';
    Exit exit =
        kinds[kind].is_inside ? check_path(cli, plain, kinds[kind].is_folder) : EXIT_FINE;
    return exit == EXIT_FINE ? kinds[kind].make(cli, args, plain) : exit;
}

/* What the words behind `new` ask for. */
static Exit
run_new(const Cli *cli, const CliArgs *args)
{
    const char *word = args->n_rest > 0 ? args->rest[0] : "service";
    const char *path = args->n_rest > 1 ? args->rest[1] : "";
    guint kind = 0;
    while (kind < G_N_ELEMENTS(kinds) && strcmp(kinds[kind].kind, word) != 0)
        kind++;
    if (kind == G_N_ELEMENTS(kinds))
        return cli_usage(cli,
                         "tidak ada \"%s\"; tulis site, agency, service, page, region, "
                         "translation, holidays, atau theme",
                         "there is no \"%s\"; write site, agency, service, page, region, "
                         "translation, holidays or theme",
                         word);
    if (*path != '\0')
        return make(cli, args, kind, path);
    return cli_usage(cli, "tulis misalnya: maklumat new %s %s",
                     "write for example: maklumat new %s %s", kinds[kind].kind,
                     kinds[kind].example);
}

const Command command_new = {
    "new",
    "site|agency|service|page|region|translation|holidays|theme PATH",
    {"membuat berkas awal yang tinggal diisi", "makes files to start from"},
    new_options,
    run_new,
    2,
};
