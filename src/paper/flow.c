#include "paper/flow.h"

FlowWords
flow_words(const PosterStyle *style, PosterLang lang)
{
    const char *const *word = style->words[lang];
    return (FlowWords){.start = word[WORD_FLOW_START],
                       .end = word[WORD_FLOW_END],
                       .nobody = word[WORD_FLOW_NOBODY],
                       .others = word[WORD_FLOW_OTHERS],
                       .yes = word[WORD_FLOW_YES],
                       .no = word[WORD_FLOW_NO],
                       .number = word[WORD_FLOW_NUMBER],
                       .activity = word[WORD_FLOW_ACTIVITY],
                       .needs = word[WORD_FLOW_NEEDS],
                       .time = word[WORD_TIME_SHORT],
                       .output = word[WORD_FLOW_OUTPUT]};
}

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
