#include "paper/flow.h"

gboolean
flow_has_branches(const FlowStep *steps, guint n)
{
    for (guint i = 0; i < n; i++)
        if (steps[i].n_branches > 0 || steps[i].decides)
            return TRUE;
    return FALSE;
}

static guint
count_in_branches(const FlowBranch *branches, guint n)
{
    guint count = 0;
    for (guint i = 0; i < n; i++)
        count += flow_count(branches[i].steps, branches[i].n_steps) +
                 count_in_branches(branches[i].branches, branches[i].n_branches);
    return count;
}

guint
flow_count(const FlowStep *steps, guint n)
{
    guint count = 0;
    for (guint i = 0; i < n; i++)
        if (steps[i].heading == NULL)
            count += 1 + count_in_branches(steps[i].branches, steps[i].n_branches);
    return count;
}
