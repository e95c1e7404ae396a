#include "publish/posters-blame.h"
#include "audit/finding.h"
#include "facts/fee.h"
#include "facts/time.h"
#include "model/translate.h"
#include "model/walk.h"
#include "text/glyphs.h"
#include <string.h>

enum { MAX_GLYPHS = 20 /* of one poster: more say nothing new */ };
/* Beside one another on paper; nobody reads more, and to part them over sheets takes the square of their number. */
enum { MAX_BESIDE = 200 };
/* In the branches of one step, at any depth: dozens of sheets of frames that go on from the one before. */
enum { MAX_BELOW = 1000 };

typedef struct Search {
    const char *words;
    const Text *found;
} Search;

/* Of the texts that hold the words the longest: what is too long may begin as others do. */
static void
look_for_words(const Record *record G_GNUC_UNUSED,
               const Field *field G_GNUC_UNUSED,
               const Text *text,
               gpointer data)
{
    Search *search = data;
    if (strstr(text->str, search->words) != NULL &&
        (search->found == NULL || strlen(text->str) > strlen(search->found->str)))
        search->found = text;
}

/* The author's text that the poster's words come from; NULL: they are the theme's. */
static const Text *
find_text(const PosterBlame *blame, const char *words)
{
    const Agency *agency = blame->agency;
    Search search = {.words = words};
    if (*words == '\0')
        return NULL;
    if (blame->service != NULL)
        record_each_text(&record_service, blame->service, look_for_words, &search);
    if (search.found == NULL)
        record_each_text(&record_agency, agency, look_for_words, &search);
    for (guint i = 0; search.found == NULL && i < agency->services.n; i++)
        record_each_text(&record_service, &agency->services.items[i], look_for_words, &search);
    return search.found;
}

static Mark
whole(const PosterBlame *blame)
{
    return blame->service != NULL ? blame->service->head.mark : blame->agency->head.mark;
}

/* `letters`: characters side by side, as an Arabic word is one cause and not seven. */
static void
report_glyphs(const PosterBlame *blame, const char *letters)
{
    char name[24];
    gboolean several = *g_utf8_next_char(letters) != '\0';
    g_snprintf(name, sizeof name, "U+%04X%s", g_utf8_get_char(letters), several ? " …" : "");
    const Text *text = find_text(blame, letters);
    if (text == NULL || text->mark.source == NULL) {
        diag_add(blame->diags, DIAG_POSTER_GLYPH, whole(blame), 0, letters, name, NULL);
        return;
    }
    const Audit audit = {.agency = blame->agency, .diags = blame->diags};
    finding_in(&audit, DIAG_POSTER_GLYPH, text,
               (FindingPart){(gsize)(strstr(text->str, letters) - text->str), strlen(letters)},
               name);
}

typedef struct Glyphs {
    char *missing[MAX_GLYPHS];
    guint n;
} Glyphs;

static void
add_glyphs(Glyphs *glyphs, const char *letters, gsize len)
{
    for (guint i = 0; i < glyphs->n; i++) {
        if (strlen(glyphs->missing[i]) == len && memcmp(glyphs->missing[i], letters, len) == 0)
            return;
    }
    if (glyphs->n < MAX_GLYPHS)
        glyphs->missing[glyphs->n++] = g_strndup(letters, len);
}

static void
look_for_glyphs(const char *text, gpointer data)
{
    Glyphs *glyphs = data;
    const char *at = text != NULL ? glyphs_find_missing(text) : NULL;
    for (; at != NULL; at = glyphs_find_missing(at)) {
        const char *begin = at;
        do
            at = g_utf8_next_char(at);
        while (*at != '\0' && glyphs_find_missing(at) == at);
        add_glyphs(glyphs, begin, (gsize)(at - begin));
    }
}

static gboolean
blame_glyphs(const PosterBlame *blame, const PosterContent *content)
{
    Glyphs glyphs = {.n = 0};
    poster_each_text(content, look_for_glyphs, &glyphs);
    for (guint i = 0; i < glyphs.n; i++) {
        report_glyphs(blame, glyphs.missing[i]);
        g_free(glyphs.missing[i]);
    }
    return glyphs.n > 0;
}

gboolean
poster_blame_error(const PosterBlame *blame,
                   const PosterReport *report,
                   GError *problem,
                   GError **error)
{
    if (g_error_matches(problem, DRAW_ERROR, DRAW_ERROR_TOO_LONG)) {
        const Text *text = find_text(blame, report->words);
        diag_add(blame->diags, DIAG_POSTER_TOO_LONG, text != NULL ? text->mark : whole(blame),
                 0, report->field, NULL);
    } else if (g_error_matches(problem, DRAW_ERROR, DRAW_ERROR_GLYPH)) {
        const Text *text = find_text(blame, report->words);
        diag_add(blame->diags, DIAG_POSTER_GLYPH, text != NULL ? text->mark : whole(blame), 0,
                 report->words, "?", NULL);
    } else {
        g_propagate_error(error, problem);
        return FALSE;
    }
    g_error_free(problem);
    return TRUE;
}

gboolean
poster_blame_translation(const PosterBlame *blame)
{
    const Service *translation = blame->service;
    if (g_strcmp0(translation->lang, "en") != 0) /* the languages of poster_style's words */
        return FALSE;
    const char *lacks = translate_lacks_for_poster(translation);
    if (lacks != NULL)
        diag_add(blame->diags, DIAG_POSTER_TRANSLATION, translation->head.mark, 0, lacks, NULL);
    return lacks == NULL;
}

/* A service with nothing to print but its title. */
static gboolean
blame_empty(const PosterBlame *blame)
{
    const Service *service = blame->service;
    g_autoptr(Arena) arena = arena_new();
    TimeFact time;
    FeeFact fee;
    gboolean any = service->persyaratan.n > 0 || service->prosedur.n > 0;
    time_fact_of_service(arena, service, FALSE, &time);
    fee_fact_of_service(arena, service, FALSE, &fee);
    for (guint i = 0; i < service->varian.n; i++)
        any = any || service->varian.items[i].persyaratan.n > 0 ||
              service->varian.items[i].prosedur.n > 0;
    if (any || time.any || fee.any)
        return FALSE;
    diag_add(blame->diags, DIAG_POSTER_EMPTY, service->head.mark, 0, NULL);
    return TRUE;
}

/* Where a poster is too much to be read. */
typedef struct Crowd {
    const Head *found; /* the first too many; NULL: none so far */
    int limit;
    int n_below; /* steps in the branches of one step */
} Crowd;

static void look_at_branches(const BranchList *branches, Crowd *crowd);

static void
look_below(const StepList *steps, Crowd *crowd)
{
    for (guint i = 0; i < steps->n && crowd->found == NULL; i++) {
        if (++crowd->n_below > MAX_BELOW) {
            crowd->found = &steps->items[i].head;
            crowd->limit = MAX_BELOW;
            return;
        }
        look_at_branches(&steps->items[i].cabang, crowd);
    }
}

static void
look_at_branches(const BranchList *branches, Crowd *crowd)
{
    if (branches->items == NULL) /* there is none */
        return;
    if (branches->n > MAX_BESIDE) {
        crowd->found = &branches->items[MAX_BESIDE].head;
        crowd->limit = MAX_BESIDE;
    }
    for (guint i = 0; i < branches->n && crowd->found == NULL; i++) {
        look_at_branches(&branches->items[i].cabang, crowd);
        look_below(&branches->items[i].langkah, crowd);
    }
}

static void
look_at_procedure(const StepList *steps, Crowd *crowd)
{
    for (guint i = 0; i < steps->n && crowd->found == NULL; i++) {
        crowd->n_below = 0;
        look_at_branches(&steps->items[i].cabang, crowd);
    }
}

static void
look_at_channels(const Complaint *complaint, Crowd *crowd)
{
    if (complaint->kanal.n <= MAX_BESIDE)
        return;
    crowd->found = &complaint->kanal.items[MAX_BESIDE].head;
    crowd->limit = MAX_BESIDE;
}

static gboolean
blame_crowd(const PosterBlame *blame)
{
    const Service *service = blame->service;
    const Complaint *complaint =
        service != NULL ? &service->pengaduan : &blame->agency->pengaduan;
    Crowd crowd = {NULL, 0, 0};
    char limit[16];
    look_at_channels(complaint, &crowd);
    look_at_procedure(service != NULL ? &service->prosedur : &complaint->alur, &crowd);
    for (guint i = 0; service != NULL && i < service->varian.n; i++)
        look_at_procedure(&service->varian.items[i].prosedur, &crowd);
    if (crowd.found == NULL)
        return FALSE;
    g_snprintf(limit, sizeof limit, "%d", crowd.limit);
    diag_add(blame->diags, DIAG_POSTER_CROWDED, crowd.found->mark, 0, limit, NULL);
    return TRUE;
}

gboolean
poster_blame_content(const PosterBlame *blame, const PosterContent *content)
{
    return (blame->service != NULL && blame_empty(blame)) || blame_crowd(blame) ||
           blame_glyphs(blame, content);
}
