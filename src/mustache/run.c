#include "mustache/run.h"
#include "base/append.h"
#include "base/html.h"

enum { MAX_LEVELS = 512 }; /* of everything inside each other: bounds the C stack */

/* What a section put on the context stack. */
typedef struct Frame {
    const MuSlots *slots;
    MuValue value;
    const struct Frame *up;
} Frame;

typedef struct Indent {
    const char *text;
    gsize len;
    const struct Indent *up;
} Indent;

/* Where we are. */
typedef struct Context {
    const MuCode *code;
    const Frame *frame;
    const MuBlocks *blocks;
    const Indent *indent; /* NULL: none, and then the run's `at_start` means nothing */
    guint calls, level;
} Context;

/* A value, and its class when it has names. */
typedef struct Found {
    MuValue value;
    const MuSlots *slots;
} Found;

static gboolean run_ops(MuRun *run, const Context *at, guint from, guint end);

/* Types by how their values lie there; in the order of the enum, so that each is one comparison or two. */
static inline gboolean
is_text(MuType type)
{
    return type <= MU_HTML;
}

static inline gboolean
is_list(MuType type)
{
    return type >= MU_LIST;
}

static inline void
read_field(const MuField *field, gconstpointer self, MuValue *out)
{
    gconstpointer where = (const char *)self + field->offset;
    out->type = field->type;
    out->cls = field->cls;
    if (is_text(field->type))
        out->text = *(const char *const *)where;
    else if (is_list(field->type))
        out->list = *(const MuList *)where;
    else if (field->type == MU_BOOL)
        out->number = *(const gboolean *)where;
    else if (field->type == MU_UINT)
        out->number = *(const guint *)where;
    else if (field->type == MU_INT)
        out->number = *(const gint64 *)where;
    else
        out->object = field->type == MU_OBJECT ? *(const gconstpointer *)where : where;
}

static gboolean
is_object(const MuValue *value)
{
    return (value->type == MU_OBJECT || value->type == MU_STRUCT) && value->object != NULL;
}

static gboolean
ask_class(
    const MuRun *run, const MuSlots *slots, gconstpointer self, const char *name, Found *out)
{
    out->value.cls = NULL;
    if (!slots->cls->find(self, name, &out->value))
        return FALSE;
    out->slots =
        out->value.cls != NULL ? g_hash_table_lookup(run->set->classes, out->value.cls) : NULL;
    return out->slots != NULL || out->value.type != MU_LIST;
}

/* Looks `id` up on one object. */
static inline gboolean
find_on(const MuRun *run, const MuSlots *slots, gconstpointer self, guint id, Found *out)
{
    const MuSlot *slot = mu_slot(slots, id);
    if (slot != NULL) {
        read_field(&slot->field, self, &out->value);
        out->slots = slot->slots;
        return TRUE;
    }
    return slots->asks &&
           ask_class(run, slots, self, g_ptr_array_index(run->set->name_texts, id), out);
}

/* What a section put on the stack, by itself. */
static gboolean
find_self(MuRun *run, const Frame *frame, Found *out)
{
    if (is_object(&frame->value) && frame->slots->asks)
        return ask_class(run, frame->slots, frame->value.object, ".", out);
    out->value = frame->value;
    out->slots = frame->slots;
    return TRUE;
}

/* The parts behind the first, each on what the one before it found. */
static gboolean
find_rest(MuRun *run, const MuPath *path, Found *out)
{
    for (guint i = 1; i < path->n; i++) {
        Found inner;
        if (!is_object(&out->value) || out->slots == NULL ||
            !find_on(run, out->slots, out->value.object, path->ids[i], &inner))
            return FALSE;
        *out = inner;
        run->steps--;
    }
    return TRUE;
}

/* The first part of a path is looked for from the top of the stack down, the others on what
 * was found: a first part that is there hides those further down even if the rest fails. */
static gboolean
find_path(MuRun *run, const MuPath *path, const Frame *frame, Found *out)
{
    if (path->n == 0)
        return find_self(run, frame, out);
    for (guint id = path->ids[0]; !find_on(run, frame->slots, frame->value.object, id, out);) {
        frame = frame->up;
        run->steps--;
        if (frame == NULL)
            return FALSE;
    }
    return path->n == 1 || find_rest(run, path, out);
}

static inline gboolean
is_true(const MuValue *value)
{
    if (is_text(value->type))
        return value->text != NULL && value->text[0] != '\0';
    if (is_list(value->type))
        return value->list.n > 0;
    if (value->type == MU_OBJECT || value->type == MU_STRUCT)
        return value->object != NULL;
    return value->number != 0;
}

static void
put_indent(MuRun *run, const Indent *indent)
{
    if (indent->up != NULL)
        put_indent(run, indent->up);
    append_bytes(run->out, indent->text, indent->len);
}

static void
start_line(MuRun *run, const Indent *indent)
{
    if (indent != NULL && run->at_start) {
        put_indent(run, indent);
        run->at_start = FALSE;
    }
}

static void
put_text(MuRun *run, const Indent *indent, const char *text, gsize len)
{
    if (indent == NULL) {
        append_bytes(run->out, text, len);
        return;
    }
    while (len > 0 && run->out->len <= run->max_len) {
        const char *end = memchr(text, '\n', len);
        gsize n = end != NULL ? (gsize)(end - text) + 1 : len;
        start_line(run, indent);
        append_bytes(run->out, text, n);
        run->at_start = end != NULL;
        text += n;
        len -= n;
    }
}

static void
put_value(MuRun *run, const Context *at, const MuOp *op)
{
    Found found;
    start_line(run, at->indent);
    if (!find_path(run, op->path, at->frame, &found))
        return;
    const MuValue *value = &found.value;
    if (is_text(value->type)) {
        if (value->text == NULL)
            return;
        if (op->kind == MU_OP_RAW && (value->type == MU_HTML || !run->set->host.strict))
            append_text(run->out, value->text);
        else
            html_append_escaped(run->out, value->text, -1);
    } else if (value->type == MU_INT || value->type == MU_UINT) {
        append_int(run->out, value->number);
    } else if (value->type == MU_BOOL) {
        append_text(run->out, value->number != 0 ? "true" : "false");
    }
}

/* Item i of a list; FALSE: it is a NULL pointer. */
static gboolean
get_item(const Found *list, guint i, MuValue *out)
{
    const MuList *items = &list->value.list;
    if (list->value.type == MU_TEXTS) {
        out->type = MU_TEXT;
        out->text = ((const char *const *)items->items)[i];
    } else if (list->value.type == MU_PLIST) {
        out->type = MU_OBJECT;
        out->object = ((const gconstpointer *)items->items)[i];
    } else {
        out->type = MU_STRUCT;
        out->object = (const char *)items->items + i * list->value.cls->size;
    }
    return out->type == MU_TEXT || out->object != NULL;
}

static guint
body_of(const Context *at, const MuOp *op)
{
    return (guint)(op - at->code->ops) + 1;
}

static gboolean
run_section(MuRun *run, const Context *at, const MuOp *op)
{
    Found found;
    const gboolean truth = find_path(run, op->path, at->frame, &found) && is_true(&found.value);
    if (truth != (op->kind == MU_OP_SECTION))
        return TRUE;
    Context inside = *at;
    inside.level++;
    if (!truth)
        return run_ops(run, &inside, body_of(at, op), op->end);
    Frame frame = {.slots = found.slots, .value = found.value, .up = at->frame};
    if (found.slots == NULL || found.value.type == MU_TEXTS)
        frame.slots = &run->set->plain;
    inside.frame = &frame;
    if (!is_list(found.value.type))
        return run_ops(run, &inside, body_of(at, op), op->end);
    for (guint k = 0; k < found.value.list.n; k++)
        if (get_item(&found, k, &frame.value) &&
            !run_ops(run, &inside, body_of(at, op), op->end))
            return FALSE;
    return TRUE;
}

typedef struct Part {
    const MuCode *code;
    const MuBlocks *blocks;
    guint from, end;
} Part;

/* Goes into a part; the rest of the place is as here, but for the indentation that `op` adds. */
static gboolean
run_call(MuRun *run, const Context *at, const MuOp *op, const Part *part)
{
    Context inside = {.code = part->code, .blocks = part->blocks};
    Indent indent = {.text = at->code->text + op->off, .len = op->len, .up = at->indent};
    inside.calls = at->calls + 1;
    inside.level = at->level + 1;
    inside.frame = at->frame;
    inside.indent = at->indent;
    if (op->len > 0) {
        inside.indent = &indent;
        run->at_start = TRUE;
    }
    return inside.calls <= MU_MAX_CALLS && run_ops(run, &inside, part->from, part->end);
}

static gboolean
run_partial(MuRun *run, const Context *at, const MuOp *op)
{
    if (op->callee == NULL)
        return TRUE;
    MuBlocks given = {.code = at->code, .op = op, .up = at->blocks};
    const Part whole = {op->callee, op->n_args > 0 ? &given : at->blocks, 0, op->callee->n_ops};
    return run_call(run, at, op, &whole);
}

/* What stands for a block: the outermost parent tag that gives it wins. What was given runs
 * with the blocks in force where it was written, on the context stack of here. */
static gboolean
run_block(MuRun *run, const Context *at, const MuOp *op)
{
    const MuArg *arg = NULL;
    const MuBlocks *giver = NULL;
    for (const MuBlocks *blocks = at->blocks; blocks != NULL; blocks = blocks->up) {
        const MuArg *given = mu_code_arg(blocks->code, blocks->op, op->block);
        run->steps--;
        if (given != NULL) {
            arg = given;
            giver = blocks;
        }
    }
    if (arg == NULL) {
        Context inside = *at;
        inside.level++;
        return run_ops(run, &inside, body_of(at, op), op->end);
    }
    return run_call(run, at, op, &(Part){giver->code, giver->up, arg->from, arg->end});
}

/* All of its ops count as steps at once: only loops and calls take many, and they come back here. Bytes are counted where
 * values are put: one may be long, and stand in a template a hundred thousand times. */
static gboolean
run_ops(MuRun *run, const Context *at, guint from, guint end)
{
    gboolean fine = at->level <= MAX_LEVELS;
    run->steps -= end - from + 1;
    for (guint i = from; i < end && fine && run->steps > 0;) {
        const MuOp *op = &at->code->ops[i];
        switch (op->kind) {
        case MU_OP_TEXT:
            put_text(run, at->indent, at->code->text + op->off, op->len);
            break;
        case MU_OP_VALUE:
        case MU_OP_RAW:
            put_value(run, at, op);
            break;
        case MU_OP_SECTION:
        case MU_OP_INVERTED:
            fine = run_section(run, at, op);
            break;
        case MU_OP_PARTIAL:
        case MU_OP_PARENT:
            fine = run_partial(run, at, op);
            break;
        case MU_OP_BLOCK:
            fine = run_block(run, at, op);
            break;
        }
        fine = fine && run->out->len <= run->max_len;
        i = op->end;
    }
    return fine && run->steps > 0;
}

/* The frames of `scope` and of those below it, innermost first, in `frames`. */
static void
fill_frames(const MuRun *run, const MuScope *scope, const MuLevel *levels, Frame *frames)
{
    for (; scope != NULL; scope = scope->up, frames++) {
        const MuPlace *self = &scope->self;
        const MuField field = {NULL, self->type, self->at,
                               self->slots != NULL ? self->slots->cls : NULL};
        read_field(&field, levels[self->level].self, &frames->value);
        frames->slots = self->slots != NULL ? self->slots : &run->set->plain;
        frames->up = scope->up != NULL ? frames + 1 : NULL;
    }
}

gboolean
mu_run_part(MuRun *run, const MuPart *part, const MuLevel *levels)
{
    g_autofree Frame *frames = g_new(Frame, part->n_scopes);
    const Indent indent = {.text = part->indent, .len = part->indent_len};
    const Context at = {.code = part->code,
                        .frame = frames,
                        .blocks = part->blocks,
                        .indent = part->indent_len > 0 ? &indent : NULL,
                        .calls = part->calls,
                        .level = part->nested};
    g_assert(part->scope != NULL); /* the root at least */
    fill_frames(run, part->scope, levels, frames);
    return run_ops(run, &at, part->from, part->end);
}
