#include "plan/journey.h"
#include "base/borrow.h"
#include "base/suggest.h"
#include "text/address.h"
#include <string.h>

/* "kab-x/dinas-y/akta.html" is the page "kab-x/dinas-y/akta". */
static gboolean
is_page(const char *file, const char *page)
{
    gsize n = strlen(page);
    return strncmp(file, page, n) == 0 && strcmp(file + n, ".html") == 0;
}

static gboolean
is_agency(const char *file, const AgencyCard *card)
{
    g_autofree char *page = address_dup(ADDRESS_AGENCY, &(AddressParts){.folder = card->path});
    return strcmp(file, page) == 0;
}

/* The place of the service whose page it is, or n_services. */
static guint
find_service(const char *file, const AgencyCard *card)
{
    g_autoptr(Arena) arena = arena_new();
    guint k = 0;
    while (k < card->n_services && !is_page(file, card_service(card, k, arena)->page)) {
        arena_clear(arena);
        k++;
    }
    return k;
}

static gboolean
find_card(const char *file,
          const AgencyCard *const *cards,
          guint n_cards,
          Arena *arena,
          JourneyTarget *out)
{
    for (guint i = 0; i < n_cards; i++) {
        gsize n = strlen(cards[i]->path);
        if (n > 0 && (strncmp(file, cards[i]->path, n) != 0 || file[n] != '/'))
            continue;
        out->agency = cards[i];
        if (is_agency(file, cards[i]))
            return TRUE;
        guint k = find_service(file, cards[i]);
        if (k < cards[i]->n_services) {
            out->service = card_service(cards[i], k, arena);
            return TRUE;
        }
    }
    *out = (JourneyTarget){0};
    return FALSE;
}

static gboolean
has_text(const CardTexts *texts, const char *text)
{
    for (guint i = 0; i < texts->n; i++)
        if (strcmp(texts->items[i], text) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
is_compared(const char *slug, const AgencyCard *const *cards, guint n_cards)
{
    for (guint i = 0; i < n_cards; i++) {
        if (has_text(&cards[i]->compared, slug))
            return TRUE;
    }
    return FALSE;
}

gboolean
journey_target(const JourneyStep *step,
               const AgencyCard *const *cards,
               guint n_cards,
               Arena *arena,
               JourneyTarget *out)
{
    *out = (JourneyTarget){0};
    if (step->tautan.file != NULL) {
        g_autofree char *file = g_strndup(step->tautan.file, strcspn(step->tautan.file, "?#"));
        return find_card(file, cards, n_cards, arena, out);
    }
    if (step->tautan.href != NULL && *step->tautan.href != '\0')
        out->href = step->tautan.href;
    else if (text_has_words(step->layanan_serupa) &&
             is_compared(step->layanan_serupa.str, cards, n_cards))
        out->comparison = step->layanan_serupa.str;
    return out->href != NULL || out->comparison != NULL;
}

static const char *
nearest_comparison(const char *slug, const AgencyCard *const *cards, guint n_cards)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < n_cards; i++) {
        for (guint k = 0; k < cards[i]->compared.n; k++) {
            const char *name = cards[i]->compared.items[k];
            if (g_hash_table_add(seen, BORROW(name)))
                g_ptr_array_add(names, BORROW(name));
        }
    }
    return suggest_word(slug, (const char *const *)names->pdata, names->len);
}

static void
report_nowhere(const JourneyStep *step,
               const AgencyCard *const *cards,
               guint n_cards,
               DiagList *diags)
{
    const Text *raw = &step->tautan.raw, *slug = &step->layanan_serupa;
    if (!text_has_words(*raw) && text_has_words(*slug))
        diag_add(diags, DIAG_JOURNEY_COMPARISON, slug->mark, (guint)strlen(slug->str),
                 slug->str, nearest_comparison(slug->str, cards, n_cards), NULL);
    else if (!text_has_words(*raw))
        diag_add(diags, DIAG_JOURNEY_LINK, step->head.mark, 0, NULL);
    else if (step->tautan.file != NULL) /* else link_resolve() has told */
        diag_add(diags, DIAG_JOURNEY_LINK, raw->mark, (guint)g_utf8_strlen(raw->str, -1), NULL);
}

static gboolean
is_named(const char *event, const AgencyCard *const *cards, guint n_cards)
{
    for (guint i = 0; i < n_cards; i++) {
        if (has_text(&cards[i]->events, event))
            return TRUE;
    }
    return FALSE;
}

void
journey_check(const JourneyList *journeys,
              const AgencyCard *const *cards,
              guint n_cards,
              DiagList *diags)
{
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < journeys->n; i++) {
        const Journey *journey = &journeys->items[i];
        for (guint e = 0; e < journey->nama.n; e++) {
            const Text *name = &journey->nama.items[e];
            if (!is_named(name->str, cards, n_cards))
                diag_add(diags, DIAG_JOURNEY_UNUSED, name->mark, (guint)strlen(name->str),
                         name->str, NULL);
        }
        for (guint s = 0; s < journey->langkah.n; s++) {
            const JourneyStep *step = &journey->langkah.items[s];
            JourneyTarget target;
            arena_clear(arena);
            if (!journey_target(step, cards, n_cards, arena, &target))
                report_nowhere(step, cards, n_cards, diags);
            else if (target.service != NULL && target.service->status == STATUS_DICABUT)
                diag_add(diags, DIAG_JOURNEY_WITHDRAWN, step->tautan.raw.mark,
                         (guint)g_utf8_strlen(step->tautan.raw.str, -1), target.service->judul,
                         NULL);
        }
    }
}
