#include "model/scaffold.h"
#include "model/schema.h"
#include "text/blank.h"
#include <string.h>

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
    "  # tempat: " BLANK "\n"
    "  # tanggal: " SCAFFOLD_DATE "\n";

static const char service_body[] = "\n# Enam komponen pertama wajib dipublikasikan. Salin dari "
                                   "SK, hapus tanda # di depannya.\n"
                                   "persyaratan:\n"
                                   "#  - " BLANK " (misalnya fotokopi KTP)\n"
                                   "#  - {teks: " BLANK ", bila: " BLANK "}\n"
                                   "prosedur:\n"
                                   "#  - oleh: Pemohon\n"
                                   "#    teks: " BLANK " (misalnya menyerahkan berkas)\n"
                                   "waktu: # " BLANK " hari kerja\n"
                                   "biaya: # Rp " BLANK "\n"
                                   "produk:\n"
                                   "#  - " BLANK " (misalnya kutipan akta kelahiran)\n";

static const char *const site_active[] = {"nama", NULL};
static const char *const agency_active[] = {"nama", "maklumat", NULL};
static const char *const own_page_active[] = {"judul", "menu", NULL};
static const char *const service_active[] = {"judul", "persyaratan", "prosedur", "waktu",
                                             "biaya", "produk",      NULL};

char *
scaffold_title(const char *slug)
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

void
scaffold_append_modeline(const char *path, const char *schema, GString *out)
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

void
scaffold_append_site(DiagLang lang, GString *out)
{
    scaffold_append_modeline("content/situs.yaml", "situs", out);
    g_string_append(out, "nama: Maklumat Pelayanan\n");
    schema_append_scaffold(&record_site, site_active, lang, out);
}

void
scaffold_append_agency(const char *path, const char *title, DiagLang lang, GString *out)
{
    scaffold_append_modeline(path, "instansi", out);
    g_string_append_printf(out, "nama: %s\n%s", title, pledge);
    schema_append_scaffold(&record_agency, agency_active, lang, out);
}

void
scaffold_append_own_page(const char *title, DiagLang lang, GString *out)
{
    g_string_append_printf(out, "---\njudul: %s\nmenu: %s\n", title, title);
    schema_append_scaffold(&record_own_page, own_page_active, lang, out);
    g_string_append(out, "---\n");
}

void
scaffold_append_service(const char *title, DiagLang lang, GString *out)
{
    g_string_append_printf(out, "---\njudul: %s\n%s", title, service_body);
    schema_append_scaffold(&record_service, service_active, lang, out);
    g_string_append(out, "---\n");
}
