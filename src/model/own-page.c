#include "model/own-page.h"
#include "base/fs.h"
#include "base/sort.h"
#include "model/bind.h"
#include "model/front.h"
#include "model/prose.h"
#include "text/address.h"
#include <stdlib.h>
#include <string.h>

static void
keep_files(Arena *arena, GPtrArray *files, OwnPage *page)
{
    g_ptr_array_sort(files, sort_compare_texts);
    page->files = arena_alloc(arena, files->len * sizeof *page->files);
    for (guint i = 0; i < files->len; i++) {
        const char *path = files->pdata[i];
        if (page->n_files == 0 || strcmp(page->files[page->n_files - 1], path) != 0)
            page->files[page->n_files++] = path;
    }
}

gboolean
own_page_read(
    const Scan *scan, Arena *arena, const Source *source, DiagList *diags, OwnPage *page)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    guint n_near = 0;
    LinkBase links = {.arena = arena,
                      .diags = diags,
                      .scan = scan,
                      .folder = ADDRESS_OWN_PAGES,
                      .agency = ADDRESS_OWN_PAGES,
                      .files = files,
                      .n_near = &n_near};
    Bind bind = {arena, diags, &links, FALSE};
    Front front;
    page->source = source;
    YamlNode *root = front_read(arena, source, &record_own_page, &front, diags);
    if (root == NULL)
        return FALSE;
    const char *const *headings = NULL;
    links.body = front.body;
    links.headings = &headings;
    bind_record(&bind, &record_own_page, root, page);
    page->body_line = front.body_line;
    page->body = prose_check(&links, &record_own_page, source, &front);
    keep_files(arena, files, page);
    return TRUE;
}

static int
compare_places(gconstpointer a, gconstpointer b)
{
    const OwnPage *x = a, *y = b;
    guint64 left = (guint64)x->urutan - 1, right = (guint64)y->urutan - 1; /* 0 goes last */
    return left != right ? (left < right ? -1 : 1) : strcmp(x->slug, y->slug);
}

void
own_pages_sort(OwnPageList *pages)
{
    if (pages->n > 1)
        qsort(pages->items, pages->n, sizeof *pages->items, compare_places);
}

guint64
own_pages_menu_hash(const OwnPageList *pages)
{
    guint64 hash = 0;
    for (guint i = 0; i < pages->n; i++) {
        const char *menu = pages->items[i].menu.str;
        if (menu == NULL || *menu == '\0')
            continue;
        hash = fs_hash(menu, strlen(menu) + 1, hash);
        hash = fs_hash(pages->items[i].slug, strlen(pages->items[i].slug) + 1, hash);
    }
    return hash;
}
