#include "mustache/code.h"
#include <string.h>

/* The check walks the ops as rendering would, with classes for values. A context stack is the
 * list of its classes from the top down; a class further down that is also higher up can never
 * be the one a name is found on, so it is left out: there are finitely many stacks, and no
 * (template, stack, blocks) is walked twice. */

enum { MAX_LEVELS = 512, MAX_VISITS = 2000 * 1000 };

typedef struct Classes {
    MuSlots *slots;
    const struct Classes *below;
} Classes;

typedef struct Blocks {
    MuCode *code;
    const MuOp *op;
    const struct Blocks *up;
} Blocks;

/* Where we are. */
typedef struct Context {
    MuCode *code;
    const Classes *stack;
    const Blocks *blocks;
    MuType self; /* of "." */
    guint level, sections;
    const struct Active *active;
} Context;

typedef struct Key {
    gconstpointer a, b, c;
    guint d;
} Key;

/* A template being walked, and how many sections were entered before it. */
typedef struct Active {
    const Key *key;
    guint sections;
    const struct Active *up;
} Active;

typedef struct Check {
    MuSet *set;
    Arena *arena;
    GHashTable *known; /* Key -> Classes, Blocks or the Key itself */
    guint visits;
    gboolean stopped; /* MAX_LEVELS or MAX_VISITS was met */
    gboolean partial; /* some ops were not walked: blocks not met may be there */
} Check;

/* What the classes say of a name. */
typedef struct Fact {
    gboolean found;
    gboolean any; /* a class with find() comes first: nothing is known */
    MuType type;
    MuSlots *slots;
} Fact;

static void check_ops(Check *ck, const Context *at, guint from, guint end);

static guint
hash_key(gconstpointer data)
{
    const Key *key = data;
    guint64 hash = (guint64)(gsize)key->a * 0x9e3779b97f4a7c15u;
    hash = (hash ^ (gsize)key->b) * 0x9e3779b97f4a7c15u;
    hash = (hash ^ (gsize)key->c ^ key->d) * 0x9e3779b97f4a7c15u;
    return (guint)(hash >> 32);
}

static gboolean
equal_keys(gconstpointer a, gconstpointer b)
{
    const Key *x = a, *y = b;
    return x->a == y->a && x->b == y->b && x->c == y->c && x->d == y->d;
}

static gpointer
know(Check *ck, const Key *key, gpointer value)
{
    Key *kept = arena_new0(ck->arena, Key);
    *kept = *key;
    g_hash_table_insert(ck->known, kept, value != NULL ? value : kept);
    return value != NULL ? value : kept;
}

static const Classes *
put_on(Check *ck, MuSlots *slots, const Classes *below)
{
    Key key = {.a = slots, .b = below};
    Classes *stack = g_hash_table_lookup(ck->known, &key);
    if (stack != NULL)
        return stack;
    stack = arena_new0(ck->arena, Classes);
    stack->slots = slots;
    stack->below = below;
    return know(ck, &key, stack);
}

static const Classes *
without(Check *ck, const Classes *stack, const MuSlots *slots)
{
    if (stack == NULL)
        return NULL;
    const Classes *below = without(ck, stack->below, slots);
    if (stack->slots == slots)
        return below;
    return below == stack->below ? stack : put_on(ck, stack->slots, below);
}

/* The blocks in force inside a parent tag; those it gives in vain change nothing. */
static const Blocks *
give_blocks(Check *ck, MuCode *code, const MuOp *op, const Blocks *up)
{
    gboolean adds = FALSE;
    ck->visits += op->n_args;
    for (guint i = 0; i < op->n_args && !adds; i++) {
        const Blocks *blocks = up;
        while (blocks != NULL &&
               mu_code_arg(blocks->code, blocks->op, code->args[op->args + i].block) == NULL)
            blocks = blocks->up;
        adds = blocks == NULL;
    }
    if (!adds) {
        for (guint i = 0; i < op->n_args; i++)
            code->args[op->args + i].met = TRUE;
        return up;
    }
    Key key = {.a = op, .b = up};
    Blocks *given = g_hash_table_lookup(ck->known, &key);
    if (given != NULL)
        return given;
    given = arena_new0(ck->arena, Blocks);
    given->code = code;
    given->op = op;
    given->up = up;
    return know(ck, &key, given);
}

static void
tell(Check *ck, const Context *at, MuOp *op, MuProblem kind, const char *name)
{
    if (!op->told)
        mu_set_tell(ck->set, (MuTold){kind, at->code->path, op->line, op->col, name},
                    strlen(name));
    op->told = TRUE;
}

static gboolean
find_on(const MuSlots *slots, guint id, Fact *fact)
{
    const MuSlot *slot = mu_slot(slots, id);
    fact->any = slot == NULL && slots->asks;
    fact->found = slot != NULL || fact->any;
    if (slot != NULL) {
        fact->type = slot->field.type;
        fact->slots = slot->slots;
    }
    return fact->found;
}

static Fact
find_path(const Context *at, const MuPath *path)
{
    Fact fact = {.found = TRUE, .type = at->self, .slots = at->stack->slots};
    if (path->n == 0) {
        fact.any = at->self == MU_OBJECT && at->stack->slots->cls->find != NULL;
        return fact;
    }
    const Classes *stack = at->stack;
    while (stack != NULL && !find_on(stack->slots, path->ids[0], &fact))
        stack = stack->below;
    for (guint i = 1; i < path->n && fact.found && !fact.any; i++) {
        const MuSlots *slots = fact.slots;
        gboolean object = fact.type == MU_OBJECT || fact.type == MU_STRUCT;
        fact.found = object && find_on(slots, path->ids[i], &fact);
    }
    return fact;
}

static void
check_value(Check *ck, const Context *at, MuOp *op)
{
    Fact fact = find_path(at, op->path);
    if (!fact.found)
        tell(ck, at, op, MU_UNKNOWN_NAME, op->path->text);
    else if (fact.any)
        return;
    else if (fact.type >= MU_BOOL)
        tell(ck, at, op, MU_NOT_TEXT, op->path->text);
    else if (op->kind == MU_OP_RAW && fact.type != MU_HTML)
        tell(ck, at, op, MU_RAW_NOT_HTML, op->path->text);
}

static void
check_section(Check *ck, const Context *at, guint i)
{
    MuOp *op = &at->code->ops[i];
    Fact fact = find_path(at, op->path);
    if (!fact.found)
        tell(ck, at, op, MU_UNKNOWN_NAME, op->path->text);
    Context inside = *at;
    inside.level++;
    inside.sections++;
    if (op->kind == MU_OP_SECTION) {
        if (!fact.found || fact.any) {
            ck->partial = TRUE;
            return;
        }
        inside.self = fact.type == MU_TEXTS ? MU_TEXT : fact.type;
        if (fact.type == MU_STRUCT || fact.type == MU_LIST || fact.type == MU_PLIST)
            inside.self = MU_OBJECT;
        if (inside.self == MU_OBJECT)
            inside.stack = put_on(ck, fact.slots, without(ck, at->stack, fact.slots));
    }
    check_ops(ck, &inside, i + 1, op->end);
}

static void
check_call(Check *ck, const Context *at, MuOp *op)
{
    if (op->callee == NULL)
        return;
    op->checked = TRUE;
    Context inside = *at;
    inside.code = op->callee;
    inside.blocks = give_blocks(ck, at->code, op, at->blocks);
    inside.level++;
    Key key = {.a = op->callee, .b = at->stack, .c = inside.blocks, .d = at->self + 1};
    const Key *known = g_hash_table_lookup(ck->known, &key);
    if (known == NULL) {
        known = know(ck, &key, NULL);
        Active active = {.key = known, .sections = at->sections, .up = at->active};
        inside.active = &active;
        check_ops(ck, &inside, 0, op->callee->n_ops);
        return;
    }
    for (const Active *active = at->active; active != NULL; active = active->up)
        if (active->key == known && active->sections == at->sections)
            tell(ck, at, op, MU_TOO_DEEP, op->callee->name);
}

static void
check_block(Check *ck, const Context *at, guint i)
{
    const MuOp *op = &at->code->ops[i];
    MuArg *arg = NULL;
    Context inside = *at;
    inside.level++;
    for (const Blocks *blocks = at->blocks; blocks != NULL; blocks = blocks->up) {
        MuArg *given = mu_code_arg(blocks->code, blocks->op, op->block);
        ck->visits++;
        if (given == NULL)
            continue;
        arg = given;
        arg->met = TRUE;
        inside.code = blocks->code;
        inside.blocks = blocks->up;
    }
    if (arg != NULL)
        check_ops(ck, &inside, arg->from, arg->end);
    else
        check_ops(ck, &inside, i + 1, op->end);
}

static void
check_ops(Check *ck, const Context *at, guint from, guint end)
{
    for (guint i = from; i < end && !ck->stopped;) {
        MuOp *op = &at->code->ops[i];
        guint next = op->end;
        if (op->kind != MU_OP_TEXT && (at->level > MAX_LEVELS || ck->visits++ > MAX_VISITS)) {
            ck->stopped = TRUE;
            tell(ck, at, op, MU_TOO_DEEP, at->code->name);
            return;
        }
        switch (op->kind) {
        case MU_OP_TEXT:
            break;
        case MU_OP_VALUE:
        case MU_OP_RAW:
            check_value(ck, at, op);
            break;
        case MU_OP_SECTION:
        case MU_OP_INVERTED:
            check_section(ck, at, i);
            break;
        case MU_OP_PARTIAL:
        case MU_OP_PARENT:
            check_call(ck, at, op);
            break;
        case MU_OP_BLOCK:
            check_block(ck, at, i);
            break;
        }
        i = next;
    }
}

static void
tell_unmet_blocks(const MuSet *set, const MuCode *code)
{
    for (guint i = 0; i < code->n_args; i++) {
        MuArg *arg = &code->args[i];
        if (arg->met || !code->ops[arg->parent].checked)
            continue;
        const char *name = g_ptr_array_index(set->name_texts, arg->block);
        mu_set_tell(set, (MuTold){MU_UNKNOWN_BLOCK, code->path, arg->line, arg->col, name},
                    strlen(name));
        arg->met = TRUE;
    }
}

void
mu_check(MuSet *set, MuCode *code, const MuClass *root)
{
    Check ck = {.set = set, .arena = arena_new()};
    ck.known = g_hash_table_new(hash_key, equal_keys);
    Context at = {.code = code, .self = MU_OBJECT};
    at.stack = put_on(&ck, mu_set_class(set, root), NULL);
    Key key = {.a = code, .b = at.stack, .d = at.self + 1};
    Active active = {.key = know(&ck, &key, NULL)};
    at.active = &active;
    check_ops(&ck, &at, 0, code->n_ops);
    if (!ck.stopped && !ck.partial)
        for (guint i = 0; i < set->code_list->len; i++)
            tell_unmet_blocks(set, g_ptr_array_index(set->code_list, i));
    g_hash_table_destroy(ck.known);
    arena_free(ck.arena);
}
