#include "base/append.h"
#include "base/html.h"
#include "mustache/run.h"

static inline const char *
text_of(const char *field)
{
    return *(const char *const *)field;
}

static inline gboolean
has_text(const char *field)
{
    return text_of(field) != NULL && text_of(field)[0] != '\0';
}

static inline guint
word_of(const char *field)
{
    return *(const guint *)field;
}

static inline gint64
int_of(const char *field)
{
    return *(const gint64 *)field;
}

static void
put_value(GString *out, MuStepKind kind, const char *field)
{
    if (kind == MU_STEP_INT)
        append_int(out, int_of(field));
    else if (kind == MU_STEP_UINT)
        append_int(out, word_of(field));
    else if (kind == MU_STEP_BOOL)
        append_text(out, word_of(field) != 0 ? "true" : "false");
    else if (text_of(field) != NULL)
        append_text(out, text_of(field));
}

/* Nearly all are shorter than a block: one is copied, and what is too much of it is overwritten by what comes next. */
static inline void
put_text(GString *out, const char *text, gsize len)
{
    if (len > MU_TEXT_BLOCK || out->allocated_len - out->len <= MU_TEXT_BLOCK) {
        append_bytes(out, text, len);
        return;
    }
    memcpy(out->str + out->len, text, MU_TEXT_BLOCK);
    out->len += len;
    out->str[out->len] = '\0';
}

static void
put_indent(MuRun *run, const MuStep *step, const char *field)
{
    if (run->at_start)
        append_bytes(run->out, field, step->n);
    run->at_start = FALSE;
}

static inline gboolean
enter(MuLevel *level, const char *field)
{
    level->self = text_of(field);
    return level->self != NULL;
}

static inline gboolean
begin_loop(MuLevel *level, const char *field)
{
    const MuList *list = (const MuList *)field;
    level->self = list->items;
    level->left = list->n;
    return list->n > 0;
}

/* FALSE: this was the last item, or a limit was met, which is seen at the end. */
static inline gboolean
go_round(MuRun *run, MuLevel *level, const MuStep *step)
{
    run->steps += step->by - 1;
    level->self += step->n;
    return --level->left > 0 && run->steps > 0 && run->out->len <= run->max_len;
}

static gboolean
run_steps(MuRun *run, const MuProgram *program, MuLevel *levels)
{
    for (const MuStep *step = program->steps;; step++) {
        const char *field = levels[step->from].self + step->at;
        gboolean go = FALSE;
        switch ((MuStepKind)step->kind) {
        case MU_STEP_END:
            return run->steps > 0 && run->out->len <= run->max_len;
        case MU_STEP_TEXT:
            put_text(run->out, field, step->n);
            continue;
        case MU_STEP_LINE:
            run->at_start = TRUE;
            continue;
        case MU_STEP_INDENT:
            put_indent(run, step, field);
            continue;
        case MU_STEP_ESCAPED:
            if (text_of(field) != NULL)
                html_append_escaped(run->out, text_of(field), -1);
            if (run->out->len > run->max_len)
                return FALSE;
            continue;
        case MU_STEP_RAW:
        case MU_STEP_INT:
        case MU_STEP_UINT:
        case MU_STEP_BOOL:
            put_value(run->out, step->kind, field);
            if (run->out->len > run->max_len)
                return FALSE;
            continue;
        case MU_STEP_GO:
            go = TRUE;
            break;
        case MU_STEP_IF_TEXT:
            go = has_text(field);
            break;
        case MU_STEP_UNLESS_TEXT:
            go = !has_text(field);
            break;
        case MU_STEP_IF_WORD:
            go = word_of(field) != 0;
            break;
        case MU_STEP_UNLESS_WORD:
            go = word_of(field) == 0;
            break;
        case MU_STEP_IF_INT:
            go = int_of(field) != 0;
            break;
        case MU_STEP_UNLESS_INT:
            go = int_of(field) == 0;
            break;
        case MU_STEP_IF_OBJECT:
            go = text_of(field) != NULL;
            break;
        case MU_STEP_ENTER:
            go = !enter(&levels[step->into], field);
            break;
        case MU_STEP_LOOP:
            go = !begin_loop(&levels[step->into], field);
            break;
        case MU_STEP_NEXT:
            go = go_round(run, &levels[step->into], step);
            break;
        case MU_STEP_RUN:
            if (!mu_run_part(run, program->parts[step->n], levels))
                return FALSE;
            break;
        }
        if (go)
            step += step->by;
    }
}

gboolean
mu_render(const MuTemplate *template, gconstpointer root, GString *out)
{
    const gsize start = out->len;
    MuRun run = {.set = template->set,
                 .out = out,
                 .max_len = start + MU_MAX_OUTPUT,
                 .steps = MU_MAX_STEPS};
    MuLevel levels[MU_MAX_LEVELS];
    levels[MU_LEVEL_TEXT].self = template->program->text;
    levels[MU_LEVEL_ROOT].self = root;
    const gboolean fine = run_steps(&run, template->program, levels);
    if (!fine)
        g_string_truncate(out, start);
    return fine;
}
