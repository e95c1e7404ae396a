#include "paper/decree.h"
#include "facts/agency.h"
#include "facts/decree.h"
#include "facts/outline.h"
#include "model/fields.h"
#include "paper/book.h"
#include <string.h>

static const double RIGHT_MM = 80, SIGNED_MM = 90, SIGN_ROOM_MM = 22;

static BookLine
line_of(const OutlineLine *line)
{
    return (BookLine){.kind = line->heading ? BOOK_BOLD : BOOK_TEXT,
                      .level = line->level,
                      .marker = line->marker,
                      .text = line->text};
}

static void
add_component(Book *book, Arena *arena, const Service *service, guint c)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(OutlineLine));
    g_autoptr(GArray) cell = g_array_new(FALSE, TRUE, sizeof(BookLine));
    char digits[8];
    g_snprintf(digits, sizeof digits, "%u.", c);
    outline_component(arena, service, c, lines);
    for (guint i = 0; i < lines->len; i++) {
        BookLine line = line_of(&g_array_index(lines, OutlineLine, i));
        g_array_append_val(cell, line);
    }
    if (lines->len == 0) {
        BookLine blank = {.kind = BOOK_TEXT, .text = DECREE_BLANK};
        g_array_append_val(cell, blank);
    }
    const BookLine number = {.kind = BOOK_TEXT, .text = digits},
                   name = {.kind = BOOK_TEXT, .text = component_names[c]};
    const BookCell cells[] = {
        {&number, 1}, {&name, 1}, {(const BookLine *)(const void *)cell->data, cell->len}};
    book_row(book, cells);
}

static void
add_beside(Book *book, Arena *arena, const Service *service)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(OutlineLine));
    outline_beside(arena, service, lines);
    for (guint i = 0; i < lines->len; i++) {
        BookLine line = line_of(&g_array_index(lines, OutlineLine, i));
        book_add(book, &line);
    }
}

static void
add_service(Book *book, Arena *arena, const Service *service)
{
    static const BookTable table = {{7, 28, 65}, {"NO", "KOMPONEN", "URAIAN"}};
    book_text(book, BOOK_HEADING, decree_title(arena, service));
    book_table_begin(book, &table);
    for (guint c = 1; c <= N_COMPONENTS; c++)
        add_component(book, arena, service, c);
    book_table_end(book);
    add_beside(book, arena, service);
    if (service->body == NULL || *service->body == '\0')
        return;
    book_text(book, BOOK_BOLD, "Keterangan");
    g_auto(GStrv) lines = g_strsplit(service->body, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++)
        if (*lines[i] != '\0')
            book_text(book, BOOK_TEXT, lines[i]);
}

static void
add_signature(Book *book, const DecreeWords *words)
{
    book_need(book, 60);
    book_space(book, 8);
    book_indent(book, SIGNED_MM);
    book_text(book, BOOK_TEXT, words->place_day);
    book_text(book, BOOK_TEXT, words->office);
    book_space(book, SIGN_ROOM_MM);
    book_text(book, BOOK_BOLD, words->name);
    if (words->rank != NULL)
        book_text(book, BOOK_TEXT, words->rank);
    book_text(book, BOOK_TEXT, words->nip);
    book_indent(book, 0);
}

gboolean
decree_append_pdf(Fonts *fonts, const DecreeJob *job, GByteArray *out, GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    DecreeWords words;
    guint before = out->len;
    decree_words(arena, job->agency, job->services, job->n, &words);
    const BookInfo info = {.fonts = fonts,
                           .style = job->style,
                           .title = words.head,
                           .author = agency_full_name(arena, job->agency),
                           .lang = "id-ID",
                           .foot = words.head};
    g_autoptr(Book) book = book_new(&info);
    const char *const head[] = {words.head, words.number, words.day, words.about};
    book_indent(book, RIGHT_MM);
    for (gsize i = 0; i < G_N_ELEMENTS(head); i++)
        book_text(book, BOOK_TEXT, head[i]);
    book_indent(book, 0);
    book_space(book, 8);
    for (guint i = 0; i < job->n; i++) {
        if (i > 0)
            book_page(book);
        add_service(book, arena, job->services[i]);
    }
    add_signature(book, &words);
    gboolean done = book_append_pdf(book, out, error);
    if (!done)
        g_byte_array_set_size(out, before);
    return done;
}
