/*
 * Every word an author wrote for a component stands in its outline, once the leading "untuk" or "bila" is
 * gone; the words of all charters of this tree are looked for.
 */
#include "facts/outline.h"
#include "export/sheet.h"
#include "export/zip.h"
#include "facts/condition.h"
#include "model/fields.h"
#include "model/load.h"
#include "model/walk.h"
#include <string.h>

typedef struct Search {
    const char *outline;
    const char *where;
    guint n_words;
} Search;

/* Channels are shown as they are read (a telephone in groups), so their own words are looked for elsewhere. */
static gboolean
is_shown_differently(const Record *record, const Field *field)
{
    return record == &record_channel || (field != NULL && field->type == FIELD_CHOICE);
}

static void
look_for(const Record *record, const Field *field, const Text *text, gpointer data)
{
    Search *search = data;
    if (is_shown_differently(record, field))
        return;
    const char *words = condition_when((Text){condition_whom(*text), text->mark});
    g_auto(GStrv) each = g_strsplit_set(words, " \n", -1);
    const char *at = search->outline;
    for (guint i = 0; each[i] != NULL; i++) {
        const char *found = *each[i] ? strstr(at, each[i]) : at;
        if (found == NULL)
            g_error("%s: \"%s\" (%s) is not in\n%s", search->where, each[i], words,
                    search->outline);
        at = found + strlen(each[i]);
        search->n_words++;
    }
}

static void
check_component(Arena *arena, const Service *service, guint c, guint *n_words)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(OutlineLine));
    const Field *field = field_component(c);
    const List *list = field_value(field, service);
    outline_component(arena, service, c, lines);
    Search search = {outline_text(arena, lines), service->path, 0};
    if (field->type == FIELD_RECORD) {
        record_each_text(field->record, list, look_for, &search);
    } else {
        gsize size = field_item_size(field);
        for (guint i = 0; i < list->n; i++)
            record_each_text(field->record, (const char *)list->items + i * size, look_for,
                             &search);
    }
    *n_words += search.n_words;
}

static guint
check_content(const char *folder)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Scan) scan = scan_new(folder, 1, diags, &error);
    g_assert_no_error(error);
    SiteData *site = site_load(scan, diags, &error);
    g_assert_no_error(error);
    guint n_words = 0;
    for (guint i = 0; i < scan->n_agencies; i++) {
        g_autoptr(Loaded) loaded = load_agency(scan, site, &scan->agencies[i], diags, &error);
        g_autoptr(Arena) arena = arena_new();
        g_assert_no_error(error);
        for (guint k = 0; k < loaded->agency->services.n; k++)
            for (guint c = 1; c <= N_COMPONENTS; c++)
                check_component(arena, &loaded->agency->services.items[k], c, &n_words);
    }
    site_free(site);
    return n_words;
}

static void
test_words(void)
{
    static const struct {
        const char *folder;
        guint least;
    } rows[] = {{"content", 700},
                {"tests/golden/view/content", 30},
                {"tests/golden/poster/content", 100},
                {"tests/said/content", 250}};
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        guint n = check_content(rows[i].folder);
        g_test_message("%s: %u words", rows[i].folder, n);
        g_assert_cmpuint(n, >=, rows[i].least);
    }
}

/* The same parts give the same bytes; what was stored can be read in place. */
static void
test_zip(void)
{
    GByteArray *out[2] = {g_byte_array_new(), g_byte_array_new()};
    for (guint i = 0; i < 2; i++) {
        Zip *zip = zip_new(out[i]);
        zip_add(zip, "mimetype", "a/b", 3, TRUE);
        zip_add(zip, "isi.xml", "<a/>", 4, FALSE);
        g_assert_true(zip_close(zip));
    }
    g_assert_cmpuint(out[0]->len, ==, out[1]->len);
    g_assert_true(memcmp(out[0]->data, out[1]->data, out[0]->len) == 0);
    g_assert_true(memcmp(out[0]->data + 30, "mimetypea/b", strlen("mimetypea/b")) == 0);
    g_byte_array_unref(out[0]);
    g_byte_array_unref(out[1]);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/outline/words", test_words);
    g_test_add_func("/zip", test_zip);
    return g_test_run();
}
