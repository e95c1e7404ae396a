#include "paper/evidence.h"
#include "base/arena.h"
#include "facts/agency.h"
#include "model/fields.h"
#include "paper/book.h"
#include "text/address.h"
#include <string.h>

static const double CODE_MM = 24, PHOTO_MM = 78;

typedef struct Work {
    const EvidenceJob *job;
    Book *book;
    Arena *arena;
    const Exam *exams;
    SceneLogo *logo; /* NULL = none */
    guint *pages;    /* of each agency's items one after the other: on which page it begins */
    const ExamSubject *subject;
} Work;

/* ---- words ---- */

static const char *
keep(const Work *w, const GString *text)
{
    return arena_strndup(w->arena, text->str, text->len);
}

static const char *
number_of(const Work *w, guint n)
{
    char digits[16];
    g_snprintf(digits, sizeof digits, "%u", n);
    return arena_strndup(w->arena, digits, strlen(digits));
}

/* The texts joined; ends with NULL. */
static const char *join(const Work *w, ...) G_GNUC_NULL_TERMINATED;
static const char *
join(const Work *w, ...)
{
    g_autoptr(GString) out = g_string_new(NULL);
    va_list args;
    va_start(args, w);
    for (const char *text; (text = va_arg(args, const char *)) != NULL;)
        g_string_append(out, text);
    va_end(args);
    return keep(w, out);
}

static const char *
state_word(ExamState state)
{
    static const char *const words[] = {[EXAM_PROVED] = "Terbukti",
                                        [EXAM_MISSING] = "Belum lengkap",
                                        [EXAM_OTHERWISE] = "Bukti lain"};
    return words[state];
}

/* Keys between backticks are for screens; on paper the words stand alone. */
static const char *
without_marks(const Work *w, GString *text)
{
    gsize n = 0;
    for (gsize i = 0; i < text->len; i++)
        if (text->str[i] != '`')
            text->str[n++] = text->str[i];
    g_string_truncate(text, n);
    if (n > 0)
        text->str[0] = g_ascii_toupper(text->str[0]);
    return keep(w, text);
}

/* What the last key of a path is called: "nilai survei kepuasan masyarakat". */
static const char *
label_of(const Work *w, const InstrumentPath *path)
{
    const Field *field = path->fields[path->n - 1];
    if (field->component > 0)
        return component_names[field->component];
    g_autoptr(GString) label = g_string_new(field->doc_id);
    gsize end = strcspn(label->str, ";");
    g_string_truncate(label, end);
    label->str[0] = g_ascii_toupper(label->str[0]);
    return keep(w, label);
}

/* ---- extracts ---- */

static void
add_pair(const Work *w, const char *label, const char *value)
{
    if (*value != '\0')
        book_text(w->book, BOOK_TEXT, join(w, label, ": ", value, NULL));
}

static void
add_own_extract(const Work *w, const InstrumentWant *want)
{
    for (guint i = 0; i < want->n; i++) {
        g_autoptr(GString) value = g_string_new(NULL);
        if (want->paths[i].scope == SCOPE_SERVICES)
            continue;
        exam_append_extract(&want->paths[i], w->subject, NULL, value);
        add_pair(w, label_of(w, &want->paths[i]), value->str);
    }
}

/* Components are on the page in full: here their names stand for them. */
static void
append_of_service(const Work *w,
                  const InstrumentWant *want,
                  const Service *service,
                  GString *names,
                  GString *values)
{
    for (guint i = 0; i < want->n; i++) {
        const InstrumentPath *path = &want->paths[i];
        g_autoptr(GString) value = g_string_new(NULL);
        if (path->scope != SCOPE_SERVICES)
            continue;
        guint8 component = path->n == 1 ? path->fields[0]->component : 0;
        if (component > 0) {
            if (service->component[component] >= COMPONENT_PRESENT)
                g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "",
                                       component_names[component]);
            continue;
        }
        if (strcmp(path->key, "judul") == 0)
            continue;
        exam_append_extract(path, w->subject, service, value);
        if (value->len > 0)
            g_string_append_printf(values, "%s%s: %s", values->len > 0 ? "\n" : "",
                                   label_of(w, path), value->str);
    }
}

/* Where the agency's file would do, the services' own are named only when there are some. */
static gboolean
is_of_services(const Work *w, const InstrumentWant *want)
{
    const ServiceList *services = &w->subject->agency->services;
    gboolean shared = FALSE;
    for (guint i = 0; i < want->n; i++)
        shared |= want->paths[i].scope != SCOPE_SERVICES;
    if (want->paths[0].scope != SCOPE_SERVICES || !shared)
        return want->paths[0].scope == SCOPE_SERVICES;
    for (guint i = 0; i < services->n; i++) {
        g_autoptr(GString) value = g_string_new(NULL);
        exam_append_extract(&want->paths[0], w->subject, &services->items[i], value);
        if (value->len > 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
asks_services(const Work *w, const InstrumentItem *item)
{
    for (guint i = 0; i < item->aturan.n; i++)
        for (guint k = 0; k < item->aturan.items[i].all.n; k++)
            if (is_of_services(w, &item->aturan.items[i].all.items[k]))
                return TRUE;
    return FALSE;
}

static const char *
service_address(const Work *w, const Service *service)
{
    g_autoptr(GString) address = g_string_new(w->subject->url != NULL ? w->subject->url : "");
    address_append(address, ADDRESS_SERVICE, &(AddressParts){.slug = service->path});
    return keep(w, address);
}

static void
add_service_row(const Work *w, const InstrumentItem *item, const Service *service)
{
    g_autoptr(GString) names = g_string_new(NULL), values = g_string_new(NULL);
    for (guint i = 0; i < item->aturan.n; i++)
        for (guint k = 0; k < item->aturan.items[i].all.n; k++)
            append_of_service(w, &item->aturan.items[i].all.items[k], service, names, values);
    const char *address = service_address(w, service);
    g_autoptr(GArray) lines = g_array_new(FALSE, TRUE, sizeof(BookLine));
    g_auto(GStrv) pairs = g_strsplit(values->str, "\n", -1);
    BookLine title = {.kind = BOOK_TEXT, .text = service->judul.str};
    for (guint i = 0; pairs[i] != NULL; i++) {
        BookLine line = {.kind = BOOK_TEXT, .text = pairs[i]};
        g_array_append_val(lines, line);
    }
    if (names->len > 0) {
        BookLine line = {.kind = BOOK_TEXT, .text = names->str};
        g_array_append_val(lines, line);
    }
    BookLine link = {
        .kind = BOOK_CODE, .text = address, .href = w->subject->url != NULL ? address : NULL};
    g_array_append_val(lines, link);
    const BookCell cells[] = {{&title, 1},
                              {(const BookLine *)(const void *)lines->data, lines->len}};
    book_row(w->book, cells);
}

static void
add_services(const Work *w, const InstrumentItem *item)
{
    static const BookTable table = {{38, 62}, {"Layanan", "Isi dan alamat"}};
    const ServiceList *services = &w->subject->agency->services;
    gboolean begun = FALSE;
    for (guint i = 0; i < services->n; i++) {
        if (services->items[i].status != STATUS_AKTIF)
            continue;
        if (!begun)
            book_table_begin(w->book, &table);
        begun = TRUE;
        add_service_row(w, item, &services->items[i]);
    }
    if (begun)
        book_table_end(w->book);
}

static void
add_extracts(const Work *w, const InstrumentItem *item)
{
    for (guint i = 0; i < item->aturan.n; i++) {
        const InstrumentRule *rule = &item->aturan.items[i];
        for (guint k = 0; k < rule->all.n; k++)
            add_own_extract(w, &rule->all.items[k]);
        for (guint k = 0; k < rule->some.n; k++)
            add_own_extract(w, &rule->some.items[k]);
        for (guint fact = 0; fact < N_INSTRUMENT_FACTS; fact++) {
            g_autoptr(GString) value = g_string_new(NULL);
            if ((rule->facts >> fact & 1) != 0)
                exam_append_fact((InstrumentFact)fact, w->subject, value);
            if (value->len > 0)
                book_text(w->book, BOOK_TEXT, value->str);
        }
    }
}

/* ---- an item ---- */

static void
add_addresses(const Work *w, const ExamResult *result)
{
    gboolean coded = FALSE;
    for (guint page = 0; page < N_INSTRUMENT_PAGES; page++) {
        if ((result->item->pages >> page & 1) == 0)
            continue;
        g_autofree char *path = exam_proof_path((InstrumentPage)page, w->subject->agency->path);
        const char *url = w->subject->url, *whole = join(w, url != NULL ? url : "", path, NULL);
        if (url != NULL && !coded) {
            book_need(w->book, CODE_MM + 4);
            book_code(w->book, CODE_MM, whole, join(w, "Kode QR: ", whole, NULL));
            book_narrow(w->book, CODE_MM + 4);
        }
        coded |= url != NULL;
        book_add(
            w->book,
            &(BookLine){.kind = BOOK_CODE, .text = whole, .href = url != NULL ? whole : NULL});
    }
}

static void
add_gaps(const Work *w, const ExamResult *result)
{
    for (guint i = 0; i < result->n_gaps;) {
        g_autoptr(GString) words = g_string_new(NULL);
        i = exam_append_gaps(result, i, w->subject->agency, DIAG_LANG_ID, words);
        book_add(w->book, &(BookLine){.kind = BOOK_TEXT,
                                      .marker = "\xE2\x80\xA2",
                                      .text = join(w, without_marks(w, words), ".", NULL)});
    }
}

/* Boxes to tick: what is added by hand. */
static void
add_wanted(const Work *w, const InstrumentItem *item)
{
    if (item->bukti.n == 0 || (item->ways & ~(1u << WAY_SITE)) == 0)
        return;
    book_text(w->book, BOOK_BOLD,
              (item->ways & ~(1u << WAY_SITE | 1u << WAY_INTERVIEW)) != 0 ? "Lampirkan"
                                                                          : "Yang dinilai");
    for (guint i = 0; i < item->bukti.n; i++)
        book_add(w->book, &(BookLine){.kind = BOOK_TEXT,
                                      .marker = "\xE2\x98\x90",
                                      .text = item->bukti.items[i].str});
}

static void
add_item(const Work *w, const ExamResult *result, guint *page)
{
    const InstrumentItem *item = result->item;
    gboolean photo = (item->ways & (1u << WAY_PHOTO | 1u << WAY_SCREEN)) != 0;
    book_space(w->book, 4);
    book_need(w->book, result->state == EXAM_PROVED ? CODE_MM + 26 : 30);
    *page = book_page_number(w->book);
    book_chip(w->book, state_word(result->state), result->state == EXAM_PROVED);
    book_text(w->book, BOOK_QUESTION,
              join(w, item->nomor.str, ". ", item->tanya.str,
                   item->doubtful ? " (belum diverifikasi)" : "", NULL));
    if (result->state == EXAM_PROVED) {
        add_addresses(w, result);
        add_extracts(w, item);
    } else if (result->state == EXAM_MISSING) {
        book_text(w->book, BOOK_BOLD, "Yang perlu ditulis agar situs membuktikannya");
        add_gaps(w, result);
    }
    add_wanted(w, item);
    if (result->age_open && result->state == EXAM_PROVED)
        book_text(w->book, BOOK_SMALL,
                  "Umur tanggalnya belum dinilai: buku ini dibuat tanpa --today.");
    if (text_has_words(item->batas))
        book_text(w->book, BOOK_SMALL, item->batas.str);
    book_narrow(w->book, 0);
    book_clear(w->book);
    if (result->state == EXAM_PROVED && asks_services(w, item))
        add_services(w, item);
    if (photo)
        book_frame(w->book, PHOTO_MM,
                   join(w, "Tempat foto atau tangkapan layar, butir ", item->nomor.str, NULL));
}

/* ---- parts of the book ---- */

static const char *
sum_words(const Work *w, const Exam *exam)
{
    return join(w, number_of(w, exam->n_proved), " terbukti, ", number_of(w, exam->n_missing),
                " belum lengkap, ", number_of(w, exam->n_otherwise),
                " dibuktikan dengan cara lain, dari ", number_of(w, exam->n), " butir", NULL);
}

static void
add_sums(const Work *w)
{
    const ExamSubject *first = &w->job->subjects[0];
    g_autoptr(GString) day = g_string_new(NULL);
    for (guint i = 0; i < w->job->n; i++)
        book_text(w->book, BOOK_BOLD,
                  join(w,
                       w->job->n > 1 ? agency_full_name(w->arena, w->job->subjects[i].agency)
                                     : "Ringkasan",
                       ": ", sum_words(w, &w->exams[i]), ".", NULL));
    if (date_is_set(first->today)) {
        date_append_long(day, first->today, FALSE);
        book_text(w->book, BOOK_TEXT, join(w, "Dinilai menurut keadaan ", day->str, ".", NULL));
    }
    if (first->url == NULL)
        book_text(w->book, BOOK_TEXT,
                  "Alamat situs belum ditulis (kunci url di situs.yaml), jadi buku ini memuat "
                  "alamat halaman tanpa kode QR.");
}

static void
add_cover(const Work *w)
{
    const Instrument *instrument = w->job->instrument;
    book_band(w->book, 26);
    book_logo(w->book, 26, "Lambang");
    book_text(w->book, BOOK_BOLD, "BUKU BUKTI");
    book_text(w->book, BOOK_TITLE, instrument->nama.str);
    for (guint i = 0; i < w->job->n && i < 6; i++)
        book_text(w->book, BOOK_QUESTION,
                  agency_full_name(w->arena, w->job->subjects[i].agency));
    if (w->job->n > 6)
        book_text(w->book, BOOK_QUESTION,
                  join(w, "dan ", number_of(w, w->job->n - 6), " instansi lain", NULL));
    book_space(w->book, 10);
    for (guint i = 0; i < instrument->dasar.n; i++)
        book_text(w->book, BOOK_TEXT, instrument->dasar.items[i].str);
    book_space(w->book, 4);
    add_sums(w);
    book_space(w->book, 4);
    if (!instrument->diverifikasi)
        book_text(w->book, BOOK_BOLD, "Belum diverifikasi");
    if (instrument->catatan.str != NULL)
        book_text(w->book, BOOK_TEXT, instrument->catatan.str);
    for (guint i = 0; i < instrument->sumber.n; i++)
        book_text(w->book, BOOK_SMALL,
                  join(w, "Sumber: ", instrument->sumber.items[i].str, NULL));
}

static void
add_contents(const Work *w)
{
    static const BookTable table = {{10, 62, 18, 10}, {"No.", "Butir", "Keadaan", "Hal."}};
    const guint *page = w->pages;
    book_page(w->book);
    book_text(w->book, BOOK_HEADING, "Daftar isi");
    for (guint a = 0; a < w->job->n; a++) {
        if (w->job->n > 1)
            book_text(w->book, BOOK_QUESTION,
                      agency_full_name(w->arena, w->job->subjects[a].agency));
        book_table_begin(w->book, &table);
        for (guint i = 0; i < w->exams[a].n; i++, page++) {
            const ExamResult *result = &w->exams[a].results[i];
            const BookLine lines[] = {{.kind = BOOK_TEXT, .text = result->item->nomor.str},
                                      {.kind = BOOK_TEXT, .text = result->item->tanya.str},
                                      {.kind = BOOK_TEXT, .text = state_word(result->state)},
                                      {.kind = BOOK_TEXT, .text = number_of(w, *page)}};
            const BookCell cells[] = {
                {&lines[0], 1}, {&lines[1], 1}, {&lines[2], 1}, {&lines[3], 1}};
            book_row(w->book, cells);
        }
        book_table_end(w->book);
    }
}

static void
add_agency(Work *w, guint index, guint *page)
{
    const Exam *exam = &w->exams[index];
    const Instrument *instrument = exam->instrument;
    const char *name = agency_full_name(w->arena, w->job->subjects[index].agency);
    guint next = 0;
    w->subject = &w->job->subjects[index];
    for (guint i = 0; i < instrument->bagian.n; i++) {
        const InstrumentPart *part = &instrument->bagian.items[i];
        book_page(w->book);
        if (w->job->n > 1)
            book_text(w->book, BOOK_SMALL, name);
        book_text(w->book, BOOK_HEADING, part->judul.str);
        for (guint k = 0; k < part->butir.n; k++, next++)
            add_item(w, &exam->results[next], &page[next]);
    }
}

/* The whole book; `pages` are read for the contents and found anew. */
static Book *
compose(Fonts *fonts, Work *w)
{
    const EvidenceJob *job = w->job;
    const char *title = join(w, "Buku bukti ", job->instrument->singkat.str, NULL);
    const char *author = agency_full_name(w->arena, job->subjects[0].agency);
    const BookInfo info = {
        .fonts = fonts,
        .style = job->style,
        .title = title,
        .author = author,
        .lang = "id-ID",
        .foot = join(w, title, job->n == 1 ? ", " : "", job->n == 1 ? author : "", NULL),
        .logo = w->logo};
    guint *page = w->pages;
    w->book = book_new(&info);
    add_cover(w);
    add_contents(w);
    for (guint i = 0; i < job->n; i++) {
        add_agency(w, i, page);
        page += w->exams[i].n;
    }
    return w->book;
}

gboolean
evidence_append_pdf(Fonts *fonts, const EvidenceJob *job, GByteArray *out, GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    Exam *exams = arena_alloc(arena, job->n * sizeof *exams);
    guint n_items = 0, before = out->len;
    for (guint i = 0; i < job->n; i++) {
        exam_run(arena, job->instrument, &job->subjects[i], &exams[i]);
        n_items += exams[i].n;
    }
    g_autoptr(SceneLogo) logo =
                  job->logo != NULL ? scene_logo_new(job->logo, job->logo_len, NULL) : NULL;
    Work w = {.job = job,
              .arena = arena,
              .exams = exams,
              .logo = logo,
              .pages = arena_alloc(arena, n_items * sizeof(guint))};
    /* Pages are known when the book is; their numbers take no more lines than none, so the second book has the same. */
    book_free(compose(fonts, &w));
    g_autoptr(Book) book = compose(fonts, &w);
    gboolean done = book_append_pdf(book, out, error);
    if (!done)
        g_byte_array_set_size(out, before);
    return done;
}
