#include "facts/mark.h"
#include "model/load.h"
#include <string.h>

static Loaded *
load(Scan **scan, SiteData **site, DiagList *diags)
{
    *scan = scan_new("tests/rich/content", 1, diags, NULL);
    *site = site_load(*scan, diags, NULL);
    return load_agency(*scan, *site, scan_find_agency(*scan, "kota-contoh/disdukcapil"), diags,
                       NULL);
}

static void
check(const Agency *agency, const Service *service, const char *old, gboolean same)
{
    char mark[MARK_LEN + 1];
    mark_of_service(agency, service, mark);
    g_assert_cmpuint(strlen(mark), ==, MARK_LEN);
    g_assert_true((strcmp(mark, old) == 0) == same);
}

/* What a poster says that may change changes the mark; a word of a step does not. */
static void
test_changes(void)
{
    g_autoptr(DiagList) diags = diag_list_new();
    Scan *scan;
    SiteData *site;
    Loaded *loaded = load(&scan, &site, diags);
    const Agency *agency = loaded->agency;
    const Service *service = &agency->services.items[0];
    char old[MARK_LEN + 1];
    mark_of_service(agency, service, old);
    check(agency, service, old, TRUE);

    Service other = *service;
    other.biaya.raw.str = "Rp50.000";
    check(agency, &other, old, FALSE);
    other = *service;
    Waktu time = service->waktu.items[0];
    time.waktu.str = "61 menit";
    other.waktu.items = &time;
    check(agency, &other, old, FALSE);
    other = *service;
    other.persyaratan.n--;
    check(agency, &other, old, FALSE);
    other = *service;
    other.varian.n--;
    check(agency, &other, old, FALSE);
    other = *service;
    other.pengaduan.kanal.n--;
    check(agency, &other, old, FALSE);
    other = *service;
    other.prosedur.n--;
    other.ringkasan.str = "Lain.";
    check(agency, &other, old, TRUE);
    loaded_free(loaded);
    site_free(site);
    scan_free(scan);
}

/* Posters hang for years: the mark of these words is never another. */
static void
test_stays(void)
{
    Agency agency = {.nama = {"Dinas", {0}}};
    Service service = {.biaya = {.raw = {"Gratis", {0}}}};
    char mark[MARK_LEN + 1];
    mark_of_service(&agency, &service, mark);
    g_assert_cmpstr(mark, ==, "3yzkz");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mark/changes", test_changes);
    g_test_add_func("/mark/stays", test_stays);
    return g_test_run();
}
