#include "model/history.h"
#include "paper/make.h"

const char *
make_state(const PosterMake *make, const Service *service)
{
    const char *until = make_date(make, service->nonaktif.sampai.date);
    if (service->status == STATUS_NONAKTIF)
        return make_word(make, until != NULL ? WORD_PAUSED_UNTIL : WORD_PAUSED, until);
    if (service->belum_berlaku)
        return make_word(make, WORD_STARTS, make_date(make, service->berlaku_sejak.date));
    return make_word(make, WORD_STANDARD, NULL);
}

void
make_pause(const PosterMake *make, const Service *service, PosterContent *content)
{
    if (service->status != STATUS_NONAKTIF || make_trimmed(make, service->nonaktif.alasan) == NULL)
        return;
    PosterItem *row = arena_new0(make->arena, PosterItem);
    row->field = "nonaktif";
    row->label = make_trimmed(make, service->nonaktif.alasan);
    make_section(content, (PosterSection){.kind = SECTION_ROWS,
                                          .heading = make_state(make, service),
                                          .items = row,
                                          .n = 1});
}

void
make_changes(const PosterMake *make, const Service *service, PosterContent *content)
{
    const ChangeList *list = &service->perubahan;
    PosterItem *rows = arena_alloc(make->arena, sizeof *rows * list->n);
    Service before = *service, after;
    guint n = 0;
    for (guint i = 0; i < list->n; i++) {
        const Change *change = &list->items[i];
        if (change->applied || make_date(make, change->mulai.date) == NULL)
            continue;
        g_autoptr(GString) line = g_string_new(NULL);
        History ahead = history_ahead(make->arena, &before, change, &after);
        history_append_line(&ahead, line);
        before = after;
        rows[n++] = (PosterItem){
            .field = "perubahan",
            .label = make_word(make, WORD_FROM, make_date(make, change->mulai.date)),
            .text = line->len > 0 ? arena_strndup(make->arena, line->str, line->len)
                                  : make_text(change->catatan)};
    }
    if (n > 0)
        make_section(content, (PosterSection){.kind = SECTION_ROWS,
                                              .slot = SLOT_TIME_TABLE,
                                              .heading = make_word(make, WORD_CHANGES, NULL),
                                              .items = rows,
                                              .n = n});
}

/* "Hasil diantar ke rumah; minta kepada Loket 1; paling lambat 14 hari kerja" */
static const char *
compensation_text(const PosterMake *make, const Compensation *row)
{
    const char *whom = make_trimmed(make, row->kepada);
    const char *limit = make_trimmed(make, row->batas_waktu.waktu);
    const char *text = make_trimmed(make, row->teks);
    if (whom != NULL)
        text = make_concat(make, text, "; ", make_word(make, WORD_ASK, whom), NULL);
    if (limit != NULL)
        text = make_concat(make, text, "; ", make_word(make, WORD_AT_LATEST, limit), NULL);
    return text;
}

void
make_compensation(const PosterMake *make, const Service *service, PosterContent *content)
{
    const CompensationList *list = &service->kompensasi;
    PosterItem *rows = arena_alloc(make->arena, sizeof *rows * list->n);
    guint n = 0;
    for (guint i = 0; i < list->n; i++) {
        const char *when = make_trimmed(make, list->items[i].bila);
        if (make_trimmed(make, list->items[i].teks) == NULL)
            continue;
        const char *text = compensation_text(make, &list->items[i]);
        rows[n++] = (PosterItem){
            .field = "kompensasi",
            .label = when != NULL ? make_word(make, WORD_WHEN, when) : text,
            .text = when != NULL ? text : NULL};
    }
    if (n > 0)
        make_section(content, (PosterSection){.kind = SECTION_ROWS,
                                              .slot = SLOT_TIME_TABLE,
                                              .heading = make_word(make, WORD_COMPENSATION, NULL),
                                              .items = rows,
                                              .n = n});
}
