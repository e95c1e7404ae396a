#include "base/html.h"
#include "mustache/code.h"
#include "mustache/scan.h"
#include <string.h>

/* A section, block or parent that is not closed yet. */
typedef struct Open {
    MuOpKind kind;
    gboolean is_arg; /* a block directly in a parent */
    MuTag tag;
    guint op;       /* its op; of an arg: the first of its body */
    gboolean alone; /* parent: only blanks before it on its line, kept as the op before */
    gboolean told;  /* parent: lost text was reported */
    const char *dedent;
    gsize dedent_len; /* of its surroundings */
} Open;

typedef struct Parser {
    MuSet *set;
    MuCode *code;
    MuScanner scan;
    GString *out;
    GArray *ops, *args;
    gboolean merge; /* text may be joined to the last op */
    const char *dedent;
    gsize dedent_len; /* taken off the start of each line */
    Open *stack; /* of MU_MAX_NESTING */
    guint depth;
} Parser;

static void
tell(const Parser *p, const MuTag *at, MuProblem kind)
{
    mu_set_tell(p->set, (MuTold){kind, p->code->path, at->line, at->col, at->name}, at->len);
}

static Open *
top(Parser *p)
{
    return p->depth > 0 ? &p->stack[p->depth - 1] : NULL;
}

static gboolean
in_parent(Parser *p)
{
    const Open *open = top(p);
    return open != NULL && open->kind == MU_OP_PARENT;
}

static guint
add_op(Parser *p, MuOpKind kind, const MuTag *tag)
{
    MuOp op = {.kind = kind, .off = (guint32)p->out->len, .end = p->ops->len + 1};
    if (tag != NULL) {
        op.line = tag->line;
        op.col = tag->col;
        op.told = tag->bad;
    }
    g_array_append_val(p->ops, op);
    p->merge = kind == MU_OP_TEXT;
    return p->ops->len - 1;
}

static MuOp *
get_op(Parser *p, guint i)
{
    return &g_array_index(p->ops, MuOp, i);
}

/* Copies source text to the template's text, without the indentation its surroundings had. */
static void
copy_lines(Parser *p, gsize from, gsize to)
{
    if (p->code->is_label) {
        html_append_escaped(p->out, p->scan.text + from, (gssize)(to - from));
        return;
    }
    while (from < to) {
        if (from == 0 || p->scan.text[from - 1] == '\n')
            for (gsize k = 0;
                 k < p->dedent_len && from < to && p->scan.text[from] == p->dedent[k]; k++)
                from++;
        const char *end =
            p->dedent_len > 0 ? memchr(p->scan.text + from, '\n', to - from) : NULL;
        gsize next = end != NULL ? (gsize)(end - p->scan.text) + 1 : to;
        g_string_append_len(p->out, p->scan.text + from, (gssize)(next - from));
        from = next;
    }
}

/* The op whose text grows when more is copied to p->out. */
static MuOp *
text_op(Parser *p)
{
    guint i = p->merge ? p->ops->len - 1 : add_op(p, MU_OP_TEXT, NULL);
    return get_op(p, i);
}

/* Text and tags in a parent outside its blocks. Their ops stay, but nothing runs them. */
static void
tell_dropped(Parser *p)
{
    Open *parent = top(p);
    g_assert(parent != NULL);
    if (!parent->told && p->set->host.strict)
        tell(p, &parent->tag, MU_DROPPED_TEXT);
    parent->told = TRUE;
}

static void
emit_text(Parser *p, gsize from, gsize to)
{
    if (from >= to)
        return;
    if (in_parent(p)) {
        while (from < to && mu_is_space(p->scan.text[from]))
            from++;
        if (from < to)
            tell_dropped(p);
        return;
    }
    MuOp *op = text_op(p);
    copy_lines(p, from, to);
    op->len = (guint32)(p->out->len - op->off);
}

/* Gives `op` the blanks from … to as indentation. */
static void
set_indent(Parser *p, guint op, gsize from, gsize to)
{
    get_op(p, op)->off = (guint32)p->out->len;
    copy_lines(p, from, to);
    get_op(p, op)->len = (guint32)(p->out->len - get_op(p, op)->off);
    p->merge = FALSE;
}

/* Emits what stands before the tag and goes on behind it; a tag alone on its line takes the
 * line with it. TRUE: it was alone, the blanks before it begin at *white. */
static gboolean
step_over(Parser *p, const MuTag *tag, gsize *white)
{
    gsize next;
    gboolean alone =
        mu_starts_line(&p->scan, tag->from, white) && mu_ends_line(&p->scan, tag->to, &next);
    emit_text(p, p->scan.pos, alone ? *white : tag->from);
    p->scan.pos = alone ? next : tag->to;
    return alone;
}

static Open *
push(Parser *p, MuOpKind kind, const MuTag *tag, guint op)
{
    Open *open = &p->stack[p->depth++];
    *open = (Open){.kind = kind, .tag = *tag, .op = op};
    open->dedent = p->dedent;
    open->dedent_len = p->dedent_len;
    return open;
}

/* Ends the innermost element where the ops end now. */
static void
pop(Parser *p)
{
    Open *open = top(p);
    p->depth--;
    p->merge = FALSE;
    p->dedent = open->dedent;
    p->dedent_len = open->dedent_len;
    if (open->is_arg) {
        MuArg arg = {.parent = top(p)->op,
                     .block = mu_set_name(p->set, open->tag.name, open->tag.len),
                     .from = open->op,
                     .end = p->ops->len,
                     .line = open->tag.line,
                     .col = open->tag.col};
        g_array_append_val(p->args, arg);
        return;
    }
    get_op(p, open->op)->end = p->ops->len;
}

static void
open_section(Parser *p, const MuTag *tag)
{
    gsize white;
    step_over(p, tag, &white);
    guint op = add_op(p, tag->sigil == '#' ? MU_OP_SECTION : MU_OP_INVERTED, tag);
    get_op(p, op)->path = mu_set_path(p->set, tag->name, tag->len);
    push(p, get_op(p, op)->kind, tag, op);
}

static MuCode *
find_callee(Parser *p, const MuTag *tag)
{
    if (tag->name[0] == '*') {
        tell(p, tag, MU_UNSUPPORTED);
        return NULL;
    }
    MuCode *callee = mu_set_find(p->set, tag->name, tag->len, FALSE);
    if (callee == NULL)
        tell(p, tag, MU_UNKNOWN_PARTIAL);
    return callee;
}

static void
add_partial(Parser *p, const MuTag *tag)
{
    gsize white;
    gboolean alone = step_over(p, tag, &white);
    guint op = add_op(p, MU_OP_PARTIAL, tag);
    get_op(p, op)->callee = find_callee(p, tag);
    if (alone)
        set_indent(p, op, white, tag->from);
}

/* A parent stands alone when nothing is before it and nothing behind its closing tag: until
 * that is read, the blanks before it are kept as text in an op of their own. */
static void
open_parent(Parser *p, const MuTag *tag)
{
    gsize white;
    gboolean alone = mu_starts_line(&p->scan, tag->from, &white);
    emit_text(p, p->scan.pos, white);
    set_indent(p, add_op(p, MU_OP_TEXT, NULL), white, tag->from);
    guint op = add_op(p, MU_OP_PARENT, tag);
    get_op(p, op)->callee = find_callee(p, tag);
    Open *open = push(p, MU_OP_PARENT, tag, op);
    open->alone = alone;
    p->scan.pos = tag->to;
}

static void
close_parent(Parser *p, const MuTag *tag)
{
    const Open *open = top(p);
    gsize next;
    emit_text(p, p->scan.pos, tag->from);
    p->scan.pos = tag->to;
    if (open->alone && mu_ends_line(&p->scan, tag->to, &next)) {
        MuOp *white = get_op(p, open->op - 1);
        get_op(p, open->op)->off = white->off;
        get_op(p, open->op)->len = white->len;
        white->len = 0;
        p->scan.pos = next;
    }
}

/* A block directly in a parent: its body loses the indentation it was written with. */
static void
open_arg(Parser *p, const MuTag *tag)
{
    gsize white, next, from = 0, to = 0;
    gboolean first = mu_starts_line(&p->scan, tag->from, &white);
    emit_text(p, p->scan.pos, tag->from);
    Open *open = push(p, MU_OP_BLOCK, tag, p->ops->len);
    open->is_arg = TRUE;
    p->merge = FALSE;
    p->scan.pos = tag->to;
    if (mu_ends_line(&p->scan, tag->to, &next)) {
        p->scan.pos = next;
        if (!mu_find_indent(&p->scan, next, &from, &to))
            from = to = 0;
    } else if (first) {
        from = white;
        to = tag->from;
    }
    p->dedent = p->scan.text + from;
    p->dedent_len = to - from;
}

/* A block that is a parameter: what replaces it is indented as its own first line is. */
static void
open_block(Parser *p, const MuTag *tag)
{
    gsize white, next, from, to;
    gboolean first = mu_starts_line(&p->scan, tag->from, &white);
    gboolean alone = first && mu_ends_line(&p->scan, tag->to, &next);
    emit_text(p, p->scan.pos, first ? white : tag->from);
    guint op = add_op(p, MU_OP_BLOCK, tag);
    get_op(p, op)->block = mu_set_name(p->set, tag->name, tag->len);
    p->scan.pos = alone ? next : tag->to;
    if (!alone || !mu_find_indent(&p->scan, next, &from, &to)) {
        from = first ? white : tag->from;
        to = tag->from;
    }
    set_indent(p, op, from, to);
    push(p, MU_OP_BLOCK, tag, op);
    if (!alone)
        emit_text(p, first ? white : tag->from, tag->from);
}

static void
close_tag(Parser *p, const MuTag *tag)
{
    gsize white;
    guint match = p->depth;
    while (match > 0 && (p->stack[match - 1].tag.len != tag->len ||
                         memcmp(p->stack[match - 1].tag.name, tag->name, tag->len) != 0))
        match--;
    if (match == 0) {
        step_over(p, tag, &white);
        tell(p, tag, MU_WRONG_CLOSE);
        return;
    }
    if (match == p->depth && top(p)->kind == MU_OP_PARENT) {
        close_parent(p, tag);
    } else if (match == p->depth && top(p)->is_arg) {
        gboolean first = mu_starts_line(&p->scan, tag->from, &white);
        emit_text(p, p->scan.pos, first ? white : tag->from);
        p->scan.pos = tag->to;
    } else {
        step_over(p, tag, &white);
    }
    while (p->depth >= match) {
        if (p->depth > match)
            tell(p, &top(p)->tag, MU_UNCLOSED);
        pop(p);
    }
}

static gboolean
add_label(Parser *p, const MuTag *tag)
{
    if (p->set->host.label == NULL || tag->len < 2 || memcmp(tag->name, "l.", 2) != 0)
        return FALSE;
    if (tag->sigil != '\0')
        tell(p, tag, MU_RAW_NOT_HTML);
    MuCode *label = mu_set_find(p->set, tag->name + 2, tag->len - 2, TRUE);
    if (label == NULL) {
        mu_set_tell(
            p->set,
            (MuTold){MU_UNKNOWN_LABEL, p->code->path, tag->line, tag->col, tag->name + 2},
            tag->len - 2);
    } else if (memmem(label->source, label->source_len, "{{", 2) == NULL) {
        MuOp *op = text_op(p);
        html_append_escaped(p->out, label->source, (gssize)label->source_len);
        op->len = (guint32)(p->out->len - op->off);
    } else {
        get_op(p, add_op(p, MU_OP_PARTIAL, tag))->callee = label;
    }
    return TRUE;
}

static void
add_value(Parser *p, const MuTag *tag)
{
    emit_text(p, p->scan.pos, tag->from);
    p->scan.pos = tag->to;
    if (add_label(p, tag))
        return;
    guint op = add_op(p, tag->sigil == '\0' ? MU_OP_VALUE : MU_OP_RAW, tag);
    get_op(p, op)->path = mu_set_path(p->set, tag->name, tag->len);
}

/* FALSE: the tag has no usable name and is left out. */
static gboolean
check_name(const Parser *p, MuTag *tag)
{
    gboolean usable = tag->len > 0 && memchr(tag->name, '\0', tag->len) == NULL;
    tag->bad = !usable;
    for (gsize i = 0; i < tag->len; i++)
        tag->bad = tag->bad || mu_is_space(tag->name[i]);
    if (tag->bad)
        tell(p, tag, MU_BAD_TAG);
    return usable;
}

/* FALSE: elements are nested too deep to go on. */
static void
take_known_tag(Parser *p, MuTag *tag)
{
    switch (tag->sigil) {
    case '#':
    case '^':
        open_section(p, tag);
        break;
    case '<':
        open_parent(p, tag);
        break;
    case '$':
        if (in_parent(p))
            open_arg(p, tag);
        else
            open_block(p, tag);
        break;
    case '/':
        close_tag(p, tag);
        break;
    case '>':
        add_partial(p, tag);
        break;
    default:
        add_value(p, tag);
        break;
    }
}

/* FALSE: nothing more is to be read. */
static gboolean
take_tag(Parser *p, MuTag *tag)
{
    gsize white;
    if (tag->sigil == '!' || tag->sigil == '=') {
        step_over(p, tag, &white);
        if (tag->sigil == '=' && !mu_scan_delimiters(&p->scan, tag))
            tell(p, tag, MU_BAD_TAG);
        return TRUE;
    }
    if (!check_name(p, tag)) {
        emit_text(p, p->scan.pos, tag->from);
        p->scan.pos = tag->to;
        return TRUE;
    }
    gboolean opens = strchr("#^<$", tag->sigil) != NULL && tag->sigil != '\0';
    if (opens && p->depth == MU_MAX_NESTING) {
        emit_text(p, p->scan.pos, tag->from);
        tell(p, tag, MU_TOO_DEEP);
        return FALSE;
    }
    if (p->code->is_label && tag->sigil != '\0' && strchr("<$>", tag->sigil) != NULL) {
        emit_text(p, p->scan.pos, tag->from);
        p->scan.pos = tag->to;
        tell(p, tag, MU_UNSUPPORTED);
        return TRUE;
    }
    if (in_parent(p) && tag->sigil != '$' && tag->sigil != '/')
        tell_dropped(p);
    take_known_tag(p, tag);
    return TRUE;
}

static int
compare_args(gconstpointer a, gconstpointer b)
{
    const MuArg *x = a, *y = b;
    if (x->parent != y->parent)
        return x->parent < y->parent ? -1 : 1;
    if (x->block != y->block)
        return x->block < y->block ? -1 : 1;
    return x->from < y->from ? -1 : x->from > y->from;
}

static gboolean
is_same_block(const MuArg *a, const MuArg *b)
{
    return a->parent == b->parent && a->block == b->block;
}

/* Moves ops, args and text to the arena. Of two args for one block the later counts. */
static void
finish(Parser *p)
{
    MuCode *code = p->code;
    Arena *arena = p->set->arena;
    g_array_sort(p->args, compare_args);
    code->args = arena_alloc(arena, p->args->len * sizeof(MuArg));
    for (guint i = 0; i < p->args->len; i++) {
        MuArg *arg = &g_array_index(p->args, MuArg, i);
        MuOp *parent = get_op(p, arg->parent);
        if (code->n_args > 0 && is_same_block(&code->args[code->n_args - 1], arg))
            code->n_args--;
        else if (parent->n_args++ == 0)
            parent->args = code->n_args;
        code->args[code->n_args++] = *arg;
    }
    code->n_ops = p->ops->len;
    code->ops = arena_alloc(arena, code->n_ops * sizeof(MuOp));
    if (code->n_ops > 0)
        memcpy(code->ops, p->ops->data, code->n_ops * sizeof(MuOp));
    code->text = arena_strndup(arena, p->out->str, p->out->len);
}

void
mu_parse(MuSet *set, MuCode *code)
{
    Parser *p = g_new0(Parser, 1);
    p->stack = g_new(Open, MU_MAX_NESTING);
    p->set = set;
    p->code = code;
    mu_scanner_init(&p->scan, code->source, code->source_len, code->first_line);
    p->scan.flat = code->is_label;
    p->out = g_string_new(NULL);
    p->ops = g_array_new(FALSE, FALSE, sizeof(MuOp));
    p->args = g_array_new(FALSE, FALSE, sizeof(MuArg));
    MuTag tag;
    gboolean going = TRUE;
    MuFound found = MU_FOUND_END;
    while (going && (found = mu_scan_tag(&p->scan, &tag)) == MU_FOUND_TAG)
        going = take_tag(p, &tag);
    if (found == MU_FOUND_UNCLOSED)
        tell(p, &tag, MU_BAD_TAG);
    if (going)
        emit_text(p, p->scan.pos, p->scan.len);
    while (p->depth > 0) {
        if (going)
            tell(p, &top(p)->tag, MU_UNCLOSED);
        pop(p);
    }
    finish(p);
    g_array_free(p->args, TRUE);
    g_array_free(p->ops, TRUE);
    g_string_free(p->out, TRUE);
    g_free(p->stack);
    g_free(p);
}
