#include "model/load.h"
#include "paper/content.h"
#include <string.h>

/* Whole contents, as text, compared with tests/golden/poster; MAKLUMAT_GOLDEN=write renews them. */

static void
put(GString *out, guint indent, const char *name, const char *text)
{
    if (text != NULL)
        g_string_append_printf(out, "%*s%s: %s\n", (int)indent, "", name, text);
}

static void
put_details(GString *out, guint indent, const FlowDetail *details, guint n)
{
    for (guint i = 0; i < n; i++)
        put(out, indent, details[i].label, details[i].text);
}

static void put_steps(GString *out, guint indent, const FlowStep *steps, guint n);

static void
put_branches(GString *out, guint indent, const FlowBranch *branches, guint n)
{
    for (guint i = 0; i < n; i++) {
        const FlowBranch *b = &branches[i];
        put(out, indent, "branch", b->label);
        put(out, indent + 2, "outcome", b->outcome);
        put_details(out, indent + 2, b->details, b->n_details);
        put_steps(out, indent + 2, b->steps, b->n_steps);
        put(out, indent + 2, "time", b->time);
        put_branches(out, indent + 2, b->branches, b->n_branches);
        put(out, indent + 2, b->ends ? "ends" : "end", b->end);
    }
}

static void
put_steps(GString *out, guint indent, const FlowStep *steps, guint n)
{
    for (guint i = 0; i < n; i++) {
        const FlowStep *s = &steps[i];
        put(out, indent, "heading", s->heading);
        put(out, indent, "step", s->number);
        put(out, indent + 2, "field", s->field);
        put(out, indent + 2, "when", s->when);
        put(out, indent + 2, "own", s->own);
        put(out, indent + 2, "actor", s->actor);
        put(out, indent + 2, "text", s->text);
        put(out, indent + 2, "time", s->time);
        put_details(out, indent + 2, s->details, s->n_details);
        put_branches(out, indent + 2, s->branches, s->n_branches);
        put(out, indent + 2, s->ends ? "ends" : "end", s->end);
    }
}

static void
put_items(GString *out, const PosterItem *items, guint n)
{
    for (guint i = 0; i < n; i++) {
        put(out, 2, "heading", items[i].heading);
        put(out, 2, "field", items[i].field);
        put(out, 4, "label", items[i].label);
        put(out, 4, "lead", items[i].lead);
        put(out, 4, "text", items[i].text);
        put(out, 4, "other", items[i].other);
        put(out, 4, "href", items[i].href);
        put_details(out, 4, items[i].details, items[i].n_details);
    }
}

static void
put_sections(GString *out, const PosterContent *c)
{
    static const char *const KINDS[] = {"ticks", "flow", "rows", "table"};
    for (guint i = 0; i < c->n_sections; i++) {
        const PosterSection *s = &c->sections[i];
        put(out, 0, KINDS[s->kind], s->heading);
        for (guint k = 0; k < 3; k++)
            put(out, 2, "column", s->columns[k]);
        if (s->n == 0)
            put(out, 2, "empty", s->empty);
        if (s->kind == SECTION_FLOW)
            put_steps(out, 2, s->steps, s->n);
        else
            put_items(out, s->items, s->n);
    }
}

static void
put_content(GString *out, const PosterContent *c)
{
    put(out, 0, "government", c->government);
    put(out, 0, "agency", c->agency);
    put(out, 0, "pill", c->pill);
    put(out, 0, "title", c->title);
    if (c->has_brand)
        g_string_append_printf(out, "brand: %02x%02x%02x\n", c->brand.r, c->brand.g,
                               c->brand.b);
    for (guint i = 0; i < c->n_facts; i++) {
        const PosterFact *f = &c->facts[i];
        put(out, 0, "fact", f->label);
        put(out, 2, "before", f->before);
        put(out, 2, "number", f->number);
        put(out, 2, "unit", f->unit);
        put(out, 2, "after", f->after);
        put(out, 2, "value", f->value);
        put(out, 2, "note", f->note);
    }
    put(out, 0, "pledge", c->pledge);
    if (c->signer != NULL) {
        put(out, 2, "place and date", c->signer->place_date);
        put(out, 2, "title", c->signer->title);
        put(out, 2, "name", c->signer->name);
        put(out, 2, "rank", c->signer->rank);
        put(out, 2, "nip", c->signer->nip);
    }
    put_sections(out, c);
    put(out, 0, "channels", c->channels_heading);
    put_items(out, c->channels, c->n_channels);
    for (guint i = 0; i < c->n_fine; i++) {
        put(out, 0, "fine", c->fine[i].text);
        put(out, 2, "href", c->fine[i].href);
    }
    put(out, 0, "url", c->url);
}

static void
check(const char *name, const PosterContent *content)
{
    g_autofree char *path = g_strconcat("tests/golden/poster/", name, ".txt", NULL);
    g_autofree char *want = NULL;
    g_autoptr(GString) got = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    put_content(got, content);
    if (g_strcmp0(g_getenv("MAKLUMAT_GOLDEN"), "write") == 0)
        g_file_set_contents(path, got->str, (gssize)got->len, &error);
    g_assert_no_error(error);
    g_file_get_contents(path, &want, NULL, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(got->str, ==, want);
}

typedef struct Fixture {
    DiagList *diags;
    Scan *scan;
    SiteData *site;
    Loaded *loaded;
    Arena *arena;
    PosterInput input;
} Fixture;

static void
open_fixture(Fixture *f, const char *content, const char *agency)
{
    g_autoptr(GError) error = NULL;
    *f = (Fixture){.diags = diag_list_new(), .arena = arena_new()};
    f->scan = scan_new(content, 1, f->diags, &error);
    g_assert_no_error(error);
    f->site = site_load(f->scan, f->diags, &error);
    g_assert_no_error(error);
    f->loaded =
        load_agency(f->scan, f->site, scan_find_agency(f->scan, agency), f->diags, &error);
    g_assert_no_error(error);
    f->input = (PosterInput){.style = poster_style_default(),
                             .url = "https://contoh.go.id/a/b.html",
                             .color = "#0b4650",
                             .national_channel = TRUE};
}

static void
close_fixture(Fixture *f)
{
    arena_free(f->arena);
    loaded_free(f->loaded);
    site_free(f->site);
    scan_free(f->scan);
    diag_list_free(f->diags);
}

static const Service *
find_service(const Fixture *f, const char *slug)
{
    const ServiceList *list = &f->loaded->agency->services;
    for (guint i = 0; i < list->n; i++)
        if (strcmp(list->items[i].slug, slug) == 0)
            return &list->items[i];
    g_error("no service %s", slug);
}

static void
test_services(void)
{
    static const char *const SLUGS[] = {"izin-rumah-potong", "akta", "bebas", "kosong"};
    Fixture f;
    open_fixture(&f, "tests/golden/poster/content", "dinas-x");
    for (guint i = 0; i < G_N_ELEMENTS(SLUGS); i++)
        check(SLUGS[i], poster_content_service(f.arena, f.loaded->agency,
                                               find_service(&f, SLUGS[i]), &f.input));
    f.input.lang = POSTER_EN;
    f.input.url = NULL;
    check("bebas.en", poster_content_service(f.arena, f.loaded->agency,
                                             find_service(&f, "bebas"), &f.input));
    close_fixture(&f);
}

static void
test_agency(void)
{
    Fixture f;
    open_fixture(&f, "tests/golden/poster/content", "dinas-x");
    check("maklumat", poster_content_pledge(f.arena, f.loaded->agency, &f.input));
    check("pengaduan", poster_content_channels(f.arena, f.loaded->agency, &f.input));
    close_fixture(&f);
}

/* One deadline for all complaints and an officer without a title: no cell and no label stays empty. */
static void
test_short_complaints(void)
{
    Fixture f;
    open_fixture(&f, "tests/golden/poster/content", "dinas-x");
    Agency agency = *f.loaded->agency;
    Waktu deadline = agency.pengaduan.batas_waktu.items[0];
    deadline.untuk = (Text){NULL};
    agency.pengaduan.batas_waktu.items = &deadline;
    agency.pengaduan.batas_waktu.n = 1;
    agency.pengaduan.petugas.jabatan = (Text){NULL};
    check("pengaduan-singkat", poster_content_channels(f.arena, &agency, &f.input));
    close_fixture(&f);
}

/* A seed: everything as its source has it; no channel of its own, so the national one. */
static void
test_seed(void)
{
    Fixture f;
    open_fixture(&f, "content", "kab-pasuruan/dinas-komunikasi-dan-informatika");
    const Service *service = find_service(&f, "informasi-pelayanan-publik");
    check("seed-1", poster_content_service(f.arena, f.loaded->agency, service, &f.input));
    f.input.national_channel = FALSE;
    const PosterContent *content =
        poster_content_service(f.arena, f.loaded->agency, service, &f.input);
    g_assert_cmpuint(content->n_channels, ==, 0);
    close_fixture(&f);
}

static void
test_date(void)
{
    Fixture f;
    open_fixture(&f, "tests/golden/poster/content", "dinas-x");
    const Agency *agency = f.loaded->agency;
    g_assert_cmpstr(poster_content_date(f.arena, agency, find_service(&f, "izin-rumah-potong")),
                    ==, "2025-11-01T00:00:00Z");
    g_assert_null(poster_content_date(f.arena, agency, find_service(&f, "akta")));
    g_assert_cmpstr(poster_content_date(f.arena, agency, NULL), ==, "2026-01-02T00:00:00Z");
    close_fixture(&f);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/poster-content/services", test_services);
    g_test_add_func("/poster-content/agency", test_agency);
    g_test_add_func("/poster-content/short-complaints", test_short_complaints);
    g_test_add_func("/poster-content/seed", test_seed);
    g_test_add_func("/poster-content/date", test_date);
    return g_test_run();
}
