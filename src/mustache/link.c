#include "base/append.h"
#include "mustache/code.h"
#include <string.h>

/* The ops are walked as rendering would, with places for values: partials, parents and blocks end up where they were
 * called, so that their texts stand together, and what a name means is known wherever it is written. */

enum {
    MAX_NESTED = 256,    /* bounds the C stack */
    MAX_OPS = 64 * 1024, /* that are walked */
    MAX_TEXT = 1024 * 1024,
    MAX_INDENT = 256,
    MAX_PARTS = 1024
};

/* A template being walked. */
typedef struct Active {
    const MuCode *code;
    const struct Active *up;
} Active;

/* Where we are. */
typedef struct Context {
    const MuCode *code;
    const MuScope *scope;
    const MuBlocks *blocks;
    const Active *active;
    const char *indent;
    gsize indent_len;
    guint levels; /* in use */
    guint calls, nested;
} Context;

/* The section linked last: step `step` asked for `place`, and goes to step `end` where it is not true. */
typedef struct Asked {
    MuPlace place;
    guint step, end;
} Asked;

typedef struct Linker {
    MuSet *set;
    GArray *steps;    /* MuStep */
    GPtrArray *parts; /* MuPart */
    GString *text;
    gboolean merge; /* text may be joined to the last step */
    guint n_ops;
    Asked asked;
} Linker;

/* Steps that will go where it is not known yet, by their number + 1; each has the one before it in `by`. 0: none. */
typedef gint32 Waiting;

static void link_ops(Linker *linker, const Context *at, guint from, guint end);

static MuStep *
get_step(Linker *linker, guint i)
{
    return &g_array_index(linker->steps, MuStep, i);
}

static MuStep *
add_step(Linker *linker, MuStepKind kind, const MuPlace *field)
{
    const MuStep step = {
        .kind = (guint8)kind, .from = (guint8)field->level, .at = (guint32)field->at};
    g_array_append_val(linker->steps, step);
    linker->merge = kind == MU_STEP_TEXT;
    return get_step(linker, linker->steps->len - 1);
}

/* A step without a field. */
static MuStep *
add_bare_step(Linker *linker, MuStepKind kind)
{
    return add_step(linker, kind, &(MuPlace){.level = MU_LEVEL_TEXT});
}

/* A step that goes to where `waiting` will be let go. */
static MuStep *
add_branch(Linker *linker, MuStepKind kind, const MuPlace *field, Waiting *waiting)
{
    MuStep *step = add_step(linker, kind, field);
    step->by = *waiting;
    *waiting = (Waiting)linker->steps->len;
    return step;
}

static void
let_go(Linker *linker, Waiting waiting)
{
    while (waiting > 0) {
        MuStep *step = get_step(linker, (guint)waiting - 1);
        const Waiting before = step->by;
        step->by = (gint32)linker->steps->len - waiting;
        waiting = before;
        linker->merge = FALSE;
    }
}

/* Takes back the steps from number `n` on; nothing goes beyond it yet. */
static void
take_back(Linker *linker, guint n)
{
    g_array_set_size(linker->steps, n);
    linker->merge = FALSE;
}

/* A level for the struct that `step` is about to put on it. */
static MuPlace
take_level(Context *at, MuStep *step, const MuSlots *slots)
{
    step->into = (guint8)at->levels++;
    return (MuPlace){.type = MU_STRUCT, .slots = slots, .level = step->into};
}

/* ---- parts ---- */

static const MuScope *
keep_scopes(Arena *arena, const MuScope *scope, guint *n)
{
    if (scope == NULL)
        return NULL;
    MuScope *kept = arena_new0(arena, MuScope);
    kept->self = scope->self;
    kept->up = keep_scopes(arena, scope->up, n);
    ++*n;
    return kept;
}

static const MuBlocks *
keep_blocks(Arena *arena, const MuBlocks *blocks)
{
    if (blocks == NULL)
        return NULL;
    MuBlocks *kept = arena_new0(arena, MuBlocks);
    *kept = *blocks;
    kept->up = keep_blocks(arena, blocks->up);
    return kept;
}

/* Leaves the ops as they are. */
static void
link_part(Linker *linker, const Context *at, guint from, guint end)
{
    Arena *arena = linker->set->arena;
    MuPart *part = arena_new0(arena, MuPart);
    part->code = at->code;
    part->from = from;
    part->end = end;
    part->scope = keep_scopes(arena, at->scope, &part->n_scopes);
    part->blocks = keep_blocks(arena, at->blocks);
    part->indent = arena_strndup(arena, at->indent, at->indent_len);
    part->indent_len = at->indent_len;
    part->calls = at->calls;
    part->nested = at->nested;
    add_bare_step(linker, MU_STEP_RUN)->n = linker->parts->len;
    g_ptr_array_add(linker->parts, part);
}

static void
link_op_as_part(Linker *linker, const Context *at, const MuOp *op)
{
    link_part(linker, at, (guint)(op - at->code->ops), op->end);
}

/* ---- text ---- */

static void
add_text(Linker *linker, MuStepKind kind, const char *text, gsize len)
{
    if (len == 0)
        return;
    const gboolean joined = kind == MU_STEP_TEXT && linker->merge;
    const MuPlace place = {.level = MU_LEVEL_TEXT, .at = linker->text->len};
    MuStep *step =
        joined ? get_step(linker, linker->steps->len - 1) : add_step(linker, kind, &place);
    append_bytes(linker->text, text, len);
    step->n += (guint32)len;
}

static void
start_line(Linker *linker, const Context *at)
{
    add_text(linker, MU_STEP_INDENT, at->indent, at->indent_len);
}

/* Only whether the first line needs its indentation depends on what was put before. */
static void
link_text(Linker *linker, const Context *at, const char *text, gsize len)
{
    start_line(linker, at);
    for (gsize from = 0; from < len;) {
        const char *end = at->indent_len > 0 ? memchr(text + from, '\n', len - from) : NULL;
        const gsize next = end != NULL ? (gsize)(end - text) + 1 : len;
        if (from > 0)
            add_text(linker, MU_STEP_TEXT, at->indent, at->indent_len);
        add_text(linker, MU_STEP_TEXT, text + from, next - from);
        from = next;
    }
    if (at->indent_len > 0 && text[len - 1] == '\n')
        add_bare_step(linker, MU_STEP_LINE);
}

/* ---- values ---- */

typedef enum Finding { ABSENT, FOUND, ASKED /* find() must be asked */ } Finding;

/* The field called `id` of a struct. */
static Finding
find_field(const MuPlace *self, guint id, MuPlace *out)
{
    const MuSlot *slot = mu_slot(self->slots, id);
    if (slot == NULL)
        return self->slots->asks ? ASKED : ABSENT;
    *out = (MuPlace){slot->field.type, slot->slots, self->level, self->at + slot->field.offset};
    return FOUND;
}

static Finding
find_on_stack(const MuScope *scope, guint id, MuPlace *out)
{
    Finding finding = ABSENT;
    for (; scope != NULL && finding == ABSENT; scope = scope->up)
        if (scope->self.slots != NULL)
            finding = find_field(&scope->self, id, out);
    return finding;
}

/* The first part of a path is looked for from the top of the stack down, the others on what was found. An object on
 * the way is put on a level of `at`; when it is NULL the step goes with `waiting`. */
static Finding
find_place(Linker *linker, Context *at, const MuPath *path, MuPlace *out, Waiting *waiting)
{
    *out = at->scope->self;
    if (path->n == 0)
        return out->type == MU_STRUCT && out->slots->asks ? ASKED : FOUND;
    Finding finding = find_on_stack(at->scope, path->ids[0], out);
    for (guint i = 1; i < path->n && finding == FOUND; i++) {
        if (out->type == MU_OBJECT)
            *out = take_level(at, add_branch(linker, MU_STEP_ENTER, out, waiting), out->slots);
        finding = out->type == MU_STRUCT ? find_field(out, path->ids[i], out) : ABSENT;
    }
    return finding;
}

static void
link_value(Linker *linker, const Context *at, const MuOp *op)
{
    Context inside = *at;
    Waiting waiting = 0;
    MuPlace place;
    start_line(linker, at);
    const guint before = linker->steps->len;
    const Finding finding = find_place(linker, &inside, op->path, &place, &waiting);
    if (finding != FOUND) {
        take_back(linker, before);
        if (finding == ASKED)
            link_op_as_part(linker, at, op);
        return;
    }
    if (place.type <= MU_BOOL) {
        const gboolean raw = place.type == MU_HTML || !linker->set->host.strict;
        const MuStepKind text = op->kind == MU_OP_RAW && raw ? MU_STEP_RAW : MU_STEP_ESCAPED;
        const MuStepKind kinds[] = {text, text, MU_STEP_INT, MU_STEP_UINT, MU_STEP_BOOL};
        add_step(linker, kinds[place.type], &place);
    }
    let_go(linker, waiting);
}

/* ---- sections ---- */

static void
link_body(Linker *linker, const Context *at, const MuOp *op)
{
    Context inside = *at;
    inside.nested++;
    link_ops(linker, &inside, (guint)(op - at->code->ops) + 1, op->end);
}

static void
link_scope(Linker *linker, const Context *at, const MuOp *op, const MuPlace *self)
{
    const MuScope scope = {*self, at->scope};
    Context inside = *at;
    inside.scope = &scope;
    link_body(linker, &inside, op);
}

/* A step that goes with `waiting` if the value of the field is true; or if it is not, which no object needs. */
static void
add_question(Linker *linker, const MuPlace *field, gboolean truth, Waiting *waiting)
{
    static const MuStepKind if_true[] = {
        [MU_TEXT] = MU_STEP_IF_TEXT,  [MU_HTML] = MU_STEP_IF_TEXT,
        [MU_INT] = MU_STEP_IF_INT,    [MU_UINT] = MU_STEP_IF_WORD,
        [MU_BOOL] = MU_STEP_IF_WORD,  [MU_STRUCT] = MU_STEP_GO,
        [MU_LIST] = MU_STEP_IF_WORD,  [MU_OBJECT] = MU_STEP_IF_OBJECT,
        [MU_TEXTS] = MU_STEP_IF_WORD, [MU_PLIST] = MU_STEP_IF_WORD,
    };
    MuPlace word = *field;
    if (field->type >= MU_LIST)
        word.at += offsetof(MuList, n);
    add_branch(linker, if_true[field->type] + (truth ? 0 : 1), &word, waiting);
}

static void
link_loop(Linker *linker, const Context *at, const MuOp *op, const MuPlace *list)
{
    Context inside = *at;
    Waiting empty = 0, absent = 0;
    MuStep *loop = add_branch(linker, MU_STEP_LOOP, list, &empty);
    const MuPlace first = take_level(&inside, loop, list->slots);
    const guint body = linker->steps->len;
    MuPlace item = first;
    if (list->type == MU_TEXTS)
        item.type = MU_TEXT;
    else if (list->type == MU_PLIST)
        item = take_level(&inside, add_branch(linker, MU_STEP_ENTER, &first, &absent),
                          list->slots);
    link_scope(linker, &inside, op, &item);
    let_go(linker, absent);
    MuStep *next = add_bare_step(linker, MU_STEP_NEXT);
    next->into = (guint8)first.level;
    next->n = (guint32)(list->type == MU_LIST ? list->slots->cls->size : sizeof(gconstpointer));
    next->by = (gint32)body - (gint32)linker->steps->len;
    let_go(linker, empty);
}

static void
link_true(Linker *linker, Context *at, const MuOp *op, const MuPlace *place)
{
    Waiting untrue = 0;
    MuPlace self = *place;
    if (place->type >= MU_LIST) {
        link_loop(linker, at, op, place);
        return;
    }
    if (place->type == MU_OBJECT)
        self = take_level(at, add_branch(linker, MU_STEP_ENTER, place, &untrue), place->slots);
    else if (place->type != MU_STRUCT)
        add_question(linker, place, FALSE, &untrue);
    link_scope(linker, at, op, &self);
    let_go(linker, untrue);
}

/* {{#x}}…{{/x}}{{^x}}…{{/x}}: who did not enter the section need not be asked whether to enter what comes next. */
static gboolean
is_answered(const Linker *linker, const MuPlace *place)
{
    const Asked *asked = &linker->asked;
    return asked->end == linker->steps->len && asked->place.level == place->level &&
           asked->place.at == place->at && asked->place.type == place->type;
}

static void
link_section(Linker *linker, const Context *at, const MuOp *op)
{
    Context inside = *at;
    Waiting absent = 0, untrue = 0;
    MuPlace place;
    const guint before = linker->steps->len;
    const Finding finding = find_place(linker, &inside, op->path, &place, &absent);
    if (finding != FOUND) {
        take_back(linker, before);
        if (finding == ASKED)
            link_op_as_part(linker, at, op);
        else if (op->kind == MU_OP_INVERTED)
            link_body(linker, at, op);
    } else if (op->kind == MU_OP_SECTION) {
        link_true(linker, &inside, op, &place);
        let_go(linker, absent);
        if (op->path->n == 1 && place.type != MU_STRUCT)
            linker->asked = (Asked){place, before, linker->steps->len};
    } else {
        if (is_answered(linker, &place))
            get_step(linker, linker->asked.step)->by++;
        add_question(linker, &place, TRUE, &untrue);
        let_go(linker, absent);
        link_body(linker, at, op);
        let_go(linker, untrue);
    }
}

/* ---- calls ---- */

/* What `op` goes into: as `at`, but for the indentation that it adds, which is kept in `indent`. */
static Context
go_into(Linker *linker, const Context *at, const MuOp *op, char *indent)
{
    Context inside = *at;
    inside.calls++;
    inside.nested++;
    if (op->len > 0) {
        memcpy(indent, at->indent, at->indent_len);
        memcpy(indent + at->indent_len, at->code->text + op->off, op->len);
        inside.indent = indent;
        inside.indent_len += op->len;
        add_bare_step(linker, MU_STEP_LINE);
    }
    return inside;
}

static gboolean
is_active(const Active *active, const MuCode *code)
{
    while (active != NULL && active->code != code)
        active = active->up;
    return active != NULL;
}

static void
link_call(Linker *linker, const Context *at, const MuOp *op)
{
    const MuBlocks given = {at->code, op, at->blocks};
    const Active active = {op->callee, at->active};
    char indent[MAX_INDENT];
    if (op->callee == NULL)
        return;
    if (is_active(at->active, op->callee)) {
        link_op_as_part(linker, at, op);
        return;
    }
    Context inside = go_into(linker, at, op, indent);
    inside.code = op->callee;
    inside.active = &active;
    if (op->n_args > 0)
        inside.blocks = &given;
    link_ops(linker, &inside, 0, op->callee->n_ops);
}

/* As in rendering: the outermost parent tag that gives the block wins. */
static void
link_block(Linker *linker, const Context *at, const MuOp *op)
{
    const MuArg *arg = NULL;
    const MuBlocks *giver = NULL;
    char indent[MAX_INDENT];
    for (const MuBlocks *blocks = at->blocks; blocks != NULL; blocks = blocks->up) {
        const MuArg *given = mu_code_arg(blocks->code, blocks->op, op->block);
        if (given != NULL) {
            arg = given;
            giver = blocks;
        }
    }
    if (arg == NULL) {
        link_body(linker, at, op);
        return;
    }
    Context inside = go_into(linker, at, op, indent);
    inside.code = giver->code;
    inside.blocks = giver->up;
    link_ops(linker, &inside, arg->from, arg->end);
}

/* FALSE: there is no room for what the op may need. */
static gboolean
has_room(Linker *linker, const Context *at, const MuOp *op)
{
    const gboolean has_path = op->kind != MU_OP_TEXT && op->kind < MU_OP_PARTIAL;
    const gsize levels = has_path ? op->path->n + 1 : 0;
    const gsize text = op->kind == MU_OP_TEXT ? op->len * (at->indent_len + 1) : 0;
    const gsize indent = op->kind >= MU_OP_PARTIAL ? op->len : 0;
    return linker->n_ops++ < MAX_OPS && linker->parts->len < MAX_PARTS &&
           at->nested < MAX_NESTED && at->calls < MU_MAX_CALLS &&
           at->levels + levels <= MU_MAX_LEVELS && at->indent_len + indent <= MAX_INDENT &&
           linker->text->len + text <= MAX_TEXT;
}

static void
link_op(Linker *linker, const Context *at, const MuOp *op)
{
    switch (op->kind) {
    case MU_OP_TEXT:
        if (op->len > 0)
            link_text(linker, at, at->code->text + op->off, op->len);
        break;
    case MU_OP_VALUE:
    case MU_OP_RAW:
        link_value(linker, at, op);
        break;
    case MU_OP_SECTION:
    case MU_OP_INVERTED:
        link_section(linker, at, op);
        break;
    case MU_OP_PARTIAL:
    case MU_OP_PARENT:
        link_call(linker, at, op);
        break;
    case MU_OP_BLOCK:
        link_block(linker, at, op);
        break;
    }
}

static void
link_ops(Linker *linker, const Context *at, guint from, guint end)
{
    for (guint i = from; i < end; i = at->code->ops[i].end) {
        if (!has_room(linker, at, &at->code->ops[i])) {
            link_part(linker, at, i, end);
            return;
        }
        link_op(linker, at, &at->code->ops[i]);
    }
}

static gpointer
keep(Arena *arena, gconstpointer bytes, gsize size)
{
    gpointer kept = arena_alloc(arena, size);
    return size > 0 ? memcpy(kept, bytes, size) : kept;
}

const MuProgram *
mu_link(MuSet *set, const MuCode *code, const MuSlots *root)
{
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(MuStep));
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    g_autoptr(GString) text = g_string_new(NULL);
    const MuScope scope = {.self = {.type = MU_STRUCT, .slots = root, .level = MU_LEVEL_ROOT}};
    const Active active = {.code = code};
    const Context at = {.code = code,
                        .scope = &scope,
                        .active = &active,
                        .indent = "",
                        .levels = MU_LEVEL_ROOT + 1};
    Linker linker = {.set = set, .steps = steps, .parts = parts, .text = text};
    link_ops(&linker, &at, 0, code->n_ops);
    add_bare_step(&linker, MU_STEP_END);
    MuProgram *program = arena_new0(set->arena, MuProgram);
    program->steps = keep(set->arena, steps->data, steps->len * sizeof(MuStep));
    program->parts = keep(set->arena, parts->pdata, parts->len * sizeof(MuPart *));
    append_room(text, MU_TEXT_BLOCK);
    program->text = arena_strndup(set->arena, text->str, text->len);
    return program;
}
