#include "base/append.h"
#include "base/html.h"
#include "mustache/code.h"

enum { MAX_LEVELS = 512 }; /* of everything inside each other: bounds the C stack */

/* What a section put on the context stack. */
typedef struct Frame {
    const MuSlots *slots;
    MuValue value;
    const struct Frame *up;
} Frame;

/* The blocks a parent tag gave, and those in force where it stands. */
typedef struct Blocks {
    const MuCode *code;
    const MuOp *op;
    const struct Blocks *up;
} Blocks;

typedef struct Indent {
    const char *text;
    gsize len;
    const struct Indent *up;
} Indent;

/* Where we are. */
typedef struct Context {
    const MuCode *code;
    const Frame *frame;
    const Blocks *blocks;
    const Indent *indent; /* NULL: none, and then `at_start` below means nothing */
    guint calls, level;
} Context;

typedef struct Run {
    const MuSet *set;
    GString *out;
    gsize max_len;
    gint64 steps;      /* left */
    gboolean at_start; /* of a line of template text */
} Run;

/* A value, and its class when it has names. */
typedef struct Found {
    MuValue value;
    const MuSlots *slots;
} Found;

static gboolean run_ops(Run *run, const Context *at, guint from, guint end);

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
    const Run *run, const MuSlots *slots, gconstpointer self, const char *name, Found *out)
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
find_on(const Run *run, const MuSlots *slots, gconstpointer self, guint id, Found *out)
{
    const MuSlot *slot = slots->by_name[id];
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
find_self(Run *run, const Frame *frame, Found *out)
{
    if (is_object(&frame->value) && frame->slots->asks)
        return ask_class(run, frame->slots, frame->value.object, ".", out);
    out->value = frame->value;
    out->slots = frame->slots;
    return TRUE;
}

/* The parts behind the first, each on what the one before it found. */
static gboolean
find_rest(Run *run, const MuPath *path, Found *out)
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
find_path(Run *run, const MuPath *path, const Frame *frame, Found *out)
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

/* As is_true() of read_field(), without making the value. */
static inline gboolean
field_is_true(const MuField *field, gconstpointer self)
{
    gconstpointer where = (const char *)self + field->offset;
    if (is_text(field->type)) {
        const char *text = *(const char *const *)where;
        return text != NULL && text[0] != '\0';
    }
    if (is_list(field->type))
        return ((const MuList *)where)->n > 0;
    if (field->type == MU_BOOL || field->type == MU_UINT)
        return *(const guint *)where != 0;
    if (field->type == MU_INT)
        return *(const gint64 *)where != 0;
    return field->type == MU_STRUCT || *(const gconstpointer *)where != NULL;
}

/* A field and the object that has it. */
typedef struct Place {
    const MuSlot *slot; /* NULL: no object has such a field */
    gconstpointer self;
} Place;

/* Where the field is that a name of one part stands for, as nearly all do. FALSE: find_path() must look. */
static inline gboolean
find_place(Run *run, const MuPath *path, const Frame *frame, Place *out)
{
    if (path->n != 1)
        return FALSE;
    for (const guint id = path->ids[0];; frame = frame->up) {
        out->slot = frame->slots->by_name[id];
        out->self = frame->value.object;
        if (out->slot != NULL)
            return TRUE;
        if (frame->slots->asks)
            return FALSE;
        run->steps--;
        if (frame->up == NULL)
            return TRUE;
    }
}

/* Whether a section's value is true; then *found has it. Most are not, and need no value. */
static inline gboolean
find_true(Run *run, const MuPath *path, const Frame *frame, Found *found)
{
    Place place;
    if (!find_place(run, path, frame, &place))
        return find_path(run, path, frame, found) && is_true(&found->value);
    if (place.slot == NULL || !field_is_true(&place.slot->field, place.self))
        return FALSE;
    read_field(&place.slot->field, place.self, &found->value);
    found->slots = place.slot->slots;
    return TRUE;
}

static inline gboolean
find_value(Run *run, const MuPath *path, const Frame *frame, Found *found)
{
    Place place;
    if (!find_place(run, path, frame, &place))
        return find_path(run, path, frame, found);
    if (place.slot != NULL)
        read_field(&place.slot->field, place.self, &found->value);
    return place.slot != NULL;
}

static void
put_indent(Run *run, const Indent *indent)
{
    if (indent->up != NULL)
        put_indent(run, indent->up);
    append_bytes(run->out, indent->text, indent->len);
}

static void
start_line(Run *run, const Indent *indent)
{
    if (indent != NULL && run->at_start) {
        put_indent(run, indent);
        run->at_start = FALSE;
    }
}

static void
put_text(Run *run, const Indent *indent, const char *text, gsize len)
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
put_value(Run *run, const Context *at, const MuOp *op)
{
    Found found;
    start_line(run, at->indent);
    if (!find_value(run, op->path, at->frame, &found))
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

/* The body of a section whose value is true, on the context stack with that value on top. */
static gboolean
run_section(Run *run, const Context *at, const MuOp *op, const Found *found)
{
    Frame frame = {.slots = found->slots, .value = found->value, .up = at->frame};
    if (found->slots == NULL || found->value.type == MU_TEXTS)
        frame.slots = &run->set->plain;
    Context inside = *at;
    inside.frame = &frame;
    inside.level++;
    if (found->value.type < MU_LIST)
        return run_ops(run, &inside, body_of(at, op), op->end);
    for (guint k = 0; k < found->value.list.n; k++)
        if (get_item(found, k, &frame.value) &&
            !run_ops(run, &inside, body_of(at, op), op->end))
            return FALSE;
    return TRUE;
}

typedef struct Part {
    const MuCode *code;
    const Blocks *blocks;
    guint from, end;
} Part;

/* Goes into a part; the rest of the place is as here, but for the indentation that `op` adds. */
static gboolean
run_call(Run *run, const Context *at, const MuOp *op, const Part *part)
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
run_partial(Run *run, const Context *at, const MuOp *op)
{
    if (op->callee == NULL)
        return TRUE;
    Blocks given = {.code = at->code, .op = op, .up = at->blocks};
    const Part whole = {op->callee, op->n_args > 0 ? &given : at->blocks, 0, op->callee->n_ops};
    return run_call(run, at, op, &whole);
}

/* What stands for a block: the outermost parent tag that gives it wins. What was given runs
 * with the blocks in force where it was written, on the context stack of here. */
static gboolean
run_block(Run *run, const Context *at, const MuOp *op)
{
    const MuArg *arg = NULL;
    const Blocks *giver = NULL;
    for (const Blocks *blocks = at->blocks; blocks != NULL; blocks = blocks->up) {
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

/* What of a body is still to be run. */
typedef struct Rest {
    const MuCode *code;
    const MuOp *op, *stop;
} Rest;

/* Partials that are run where they were met, innermost last, by what comes behind each. */
typedef struct Callers {
    guint n;
    Rest rests[8]; /* deeper ones have runs of their own */
} Callers;

/* All of a body's ops count as steps at once: only loops and calls take many, and they come back here. Bytes are counted where
 * values are put: one may be long, and stand in a template a hundred thousand times. */
static inline gboolean
take_steps(Run *run, guint n)
{
    run->steps -= n + 1;
    return run->steps > 0 && run->out->len <= run->max_len;
}

/* FALSE: the partial moves its lines, or too many are being run; it needs a run of its own. */
static inline gboolean
enter_partial(Callers *callers, const MuOp *partial, Rest *rest)
{
    const MuCode *callee = partial->callee;
    if (partial->len > 0 || callers->n == G_N_ELEMENTS(callers->rests))
        return FALSE;
    callers->rests[callers->n++] = *rest;
    *rest = (Rest){callee, callee->ops, callee->ops + callee->n_ops};
    return TRUE;
}

/* A section that puts nothing on the stack needs no run of its own: its body is the next op, or is jumped over. */
static gboolean
run_ops(Run *run, const Context *context, guint from, guint end)
{
    Context at = *context;
    Rest rest = {at.code, at.code->ops + from, at.code->ops + end};
    Callers callers;
    callers.n = 0;
    if (at.level > MAX_LEVELS || !take_steps(run, end - from))
        return FALSE;
    for (;;) {
        while (rest.op == rest.stop) {
            if (callers.n == 0)
                return run->out->len <= run->max_len;
            rest = callers.rests[--callers.n];
            at.code = rest.code;
            at.calls--;
        }
        const MuOp *op = rest.op++;
        gboolean fine = TRUE;
        Found found;
        switch (op->kind) {
        case MU_OP_TEXT:
            put_text(run, at.indent, at.code->text + op->off, op->len);
            continue;
        case MU_OP_VALUE:
        case MU_OP_RAW:
            put_value(run, &at, op);
            if (run->out->len > run->max_len)
                return FALSE;
            continue;
        case MU_OP_INVERTED:
        case MU_OP_SECTION: {
            const gboolean is_section = op->kind == MU_OP_SECTION;
            if (find_true(run, op->path, at.frame, &found) != is_section)
                break;
            if (!is_section || (found.value.type <= MU_BOOL && !op->uses_self))
                continue;
            fine = run_section(run, &at, op, &found);
            break;
        }
        case MU_OP_PARTIAL:
            if (op->callee != NULL && enter_partial(&callers, op, &rest)) {
                at.code = rest.code;
                if (++at.calls > MU_MAX_CALLS || !take_steps(run, at.code->n_ops))
                    return FALSE;
                continue;
            }
            fine = run_partial(run, &at, op);
            break;
        case MU_OP_PARENT:
            fine = run_partial(run, &at, op);
            break;
        case MU_OP_BLOCK:
            fine = run_block(run, &at, op);
            break;
        }
        if (!fine)
            return FALSE;
        rest.op = at.code->ops + op->end;
    }
}

gboolean
mu_render(const MuTemplate *template, gconstpointer root, GString *out)
{
    gsize start = out->len;
    Run run = {.set = template->set,
               .out = out,
               .max_len = start + MU_MAX_OUTPUT,
               .steps = MU_MAX_STEPS};
    Frame frame = {.slots = template->root,
                   .value = {.type = MU_OBJECT, .cls = template->root->cls, .object = root}};
    Context at = {.code = template->code, .frame = &frame};
    gboolean fine = run_ops(&run, &at, 0, template->code->n_ops);
    if (!fine)
        g_string_truncate(out, start);
    return fine;
}
