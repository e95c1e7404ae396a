#include "paper/make.h"
#include "base/append.h"
#include "facts/condition.h"
#include "text/words.h"
#include <stdarg.h>
#include <string.h>

const char *
make_word(const PosterMake *make, PosterWordKey key, const char *a)
{
    g_autofree char *word =
        poster_style_word(make->input->style, make->input->lang, key, a, NULL);
    return arena_strndup(make->arena, word, strlen(word));
}

const char *
make_concat(const PosterMake *make, ...)
{
    GString *out = arena_text_begin(make->arena);
    va_list args;
    va_start(args, make);
    for (const char *text; (text = va_arg(args, const char *)) != NULL;)
        append_text(out, text);
    va_end(args);
    return arena_text_end(make->arena, out);
}

const char *
make_number(const PosterMake *make, guint number)
{
    GString *out = arena_text_begin(make->arena);
    append_int(out, number);
    return arena_text_end(make->arena, out);
}

const char *
make_text(Text text)
{
    return text_has_words(text) ? text.str : NULL;
}

const char *
make_trimmed(const PosterMake *make, Text text)
{
    const char *words = text.str != NULL ? words_trim(make->arena, text.str) : "";
    return *words ? words : NULL;
}

const char *
make_condition(const PosterMake *make, PosterWordKey key, Text text)
{
    const char *words = key == WORD_FOR ? condition_whom(text) : condition_when(text);
    words = words_trim(make->arena, words);
    return *words ? make_word(make, key, words) : NULL;
}

/* ---- requirements ---- */

static const char *
letter(const PosterMake *make, guint i)
{
    char label[3] = {(char)('a' + i % 26), '.', '\0'};
    return i < 26 ? arena_strndup(make->arena, label, 2)
                  : make_concat(make, make_number(make, i + 1), ".", NULL);
}

/* "(2 lembar; formulir F-1.02)" */
static const char *
extras(const PosterMake *make, const Requirement *req)
{
    const char *number = make_text(req->jumlah), *form = make_text(req->formulir);
    if (number == NULL && form == NULL)
        return NULL;
    const char *named = form != NULL ? make_word(make, WORD_FORM, form) : "";
    return make_concat(make, "(", number != NULL ? number : "",
                       number != NULL && form != NULL ? "; " : "", named, ")", NULL);
}

/* "Untuk badan hukum: Bila dikuasakan:" */
static const char *
conditions(const PosterMake *make, const Requirement *req)
{
    const char *whom = make_condition(make, WORD_FOR, req->untuk);
    const char *when = make_condition(make, WORD_WHEN, req->bila);
    if (whom == NULL || when == NULL)
        return whom != NULL ? whom : when;
    return make_concat(make, whom, " ", when, NULL);
}

/* Conditions, words and extras of one requirement in a row. */
static const char *
whole_text(const PosterMake *make, const Requirement *req, Text words)
{
    const char *lead = conditions(make, req), *more = extras(make, req),
               *text = make_text(words);
    return make_concat(make, lead != NULL ? lead : "", lead != NULL ? " " : "",
                       text != NULL ? text : "", more != NULL ? " " : "",
                       more != NULL ? more : "", NULL);
}

static const FlowDetail *
make_details(const PosterMake *make, const RequirementList *list)
{
    FlowDetail *details = arena_alloc(make->arena, sizeof *details * list->n);
    for (guint i = 0; i < list->n; i++) {
        const Requirement *req = &list->items[i];
        details[i].label = letter(make, i);
        details[i].text = whole_text(make, req, req->teks);
    }
    return details;
}

static const char *
web_link(const Link *link)
{
    return link->href != NULL && strstr(link->href, "://") != NULL ? link->href : NULL;
}

static void
add_requirements(const PosterMake *make, const RequirementList *list, GArray *items)
{
    for (guint i = 0; i < list->n; i++) {
        const Requirement *req = &list->items[i];
        if (req->butir.n > 0) {
            PosterItem heading = {.field = "persyaratan",
                                  .heading = whole_text(make, req, req->kelompok)};
            if (text_has_words(req->kelompok))
                g_array_append_val(items, heading);
            add_requirements(make, &req->butir, items);
            continue;
        }
        PosterItem item = {
            .field = make_concat(make, "persyaratan ", make_number(make, req->nomor), NULL),
            .lead = conditions(make, req),
            .text = make_text(req->teks),
            .other = extras(make, req),
            .href = web_link(&req->tautan),
            .details = make_details(make, &req->rincian),
            .n_details = req->rincian.n,
        };
        g_array_append_val(items, item);
    }
}

PosterItem *
make_requirements(const PosterMake *make, const RequirementList *list, guint *n)
{
    g_autoptr(GArray) items = g_array_new(FALSE, TRUE, sizeof(PosterItem));
    add_requirements(make, list, items);
    *n = items->len;
    PosterItem *kept = arena_alloc(make->arena, sizeof *kept * items->len);
    if (items->len > 0)
        memcpy(kept, items->data, sizeof *kept * items->len);
    return kept;
}

/* ---- steps ---- */

static const char *
make_step_time(const PosterMake *make, const Waktu *waktu)
{
    const char *time = make_trimmed(make, waktu->waktu);
    return time != NULL ? make_concat(make, "(", time, ")", NULL) : NULL;
}

static const char *
make_end(const PosterMake *make, gboolean ends, gint64 back_to)
{
    if (back_to > 0)
        return make_word(make, WORD_BACK_TO,
                         make_number(make, (guint)MIN(back_to, G_MAXINT32)));
    return ends ? make_word(make, WORD_ENDS, NULL) : NULL;
}

static FlowBranch *
make_branches(const PosterMake *make, const BranchList *list, const char *field)
{
    FlowBranch *branches = arena_alloc(make->arena, sizeof *branches * list->n);
    for (guint i = 0; i < list->n; i++) {
        const Branch *from = &list->items[i];
        branches[i] = (FlowBranch){
            .label = make_condition(make, WORD_IF, from->jika),
            .outcome = make_text(from->maka),
            .steps = make_steps(make, &from->langkah, field),
            .n_steps = from->langkah.n,
            .details = make_details(make, &from->rincian),
            .n_details = from->rincian.n,
            .time = make_step_time(make, &from->waktu),
            .lasts = make_trimmed(make, from->waktu.waktu),
            .branches = make_branches(make, &from->cabang, field),
            .n_branches = from->cabang.n,
            .end = make_end(make, from->selesai, from->kembali),
            .back_to = (guint)CLAMP(from->kembali, 0, G_MAXINT32),
            .ends = from->selesai,
        };
    }
    return branches;
}

/* A blank that belongs to the word: room for the frame around the mark. */
#define PAD "\xC2\xA0"

FlowStep *
make_steps(const PosterMake *make, const StepList *list, const char *field)
{
    FlowStep *steps = arena_alloc(make->arena, sizeof *steps * list->n);
    for (guint i = 0; i < list->n; i++) {
        const Step *from = &list->items[i];
        const char *number = make_number(make, from->nomor);
        steps[i] = (FlowStep){
            .field = make_concat(make, field, " ", number, NULL),
            .number = number,
            .when = make_condition(make, WORD_WHEN, from->bila),
            .own = from->anda
                       ? make_concat(make, PAD, make_word(make, WORD_YOU, NULL), PAD, NULL)
                       : NULL,
            .actor = make_text(from->oleh),
            .text = make_text(from->teks),
            .details = make_details(make, &from->rincian),
            .n_details = from->rincian.n,
            .time = make_step_time(make, &from->waktu),
            .lasts = make_trimmed(make, from->waktu.waktu),
            .needs = make_trimmed(make, from->kelengkapan),
            .output = make_trimmed(make, from->keluaran),
            .branches = make_branches(make, &from->cabang, field),
            .n_branches = from->cabang.n,
            .end = make_end(make, from->selesai, from->kembali),
            .back_to = (guint)CLAMP(from->kembali, 0, G_MAXINT32),
            .ends = from->selesai,
        };
    }
    return steps;
}

void
make_section(PosterContent *content, PosterSection section)
{
    if (content->n_sections < POSTER_MAX_SECTIONS)
        content->sections[content->n_sections++] = section;
}
