#include "paper/words.h"
#include <string.h>

/* Bytes that are sure to fit: of the head, which stands on each sheet, and of a piece below it. */
enum { HEAD_FITS = 600, PIECE_FITS = 1000 };

typedef struct Walk {
    PosterEachText each;
    gpointer data;
} Walk;

static void
say(const Walk *walk, const char *const *texts, guint n)
{
    for (guint i = 0; i < n; i++) {
        if (texts[i] != NULL)
            walk->each(texts[i], walk->data);
    }
}

#define SAY(walk, ...)                            \
    say(walk, (const char *const[]){__VA_ARGS__}, \
        sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static void
say_details(const Walk *walk, const FlowDetail *details, guint n)
{
    for (guint i = 0; i < n; i++) {
        walk->each(NULL, walk->data);
        SAY(walk, details[i].label, details[i].text);
    }
}

static void say_steps(const Walk *walk, const FlowStep *steps, guint n);

static void
say_branches(const Walk *walk, const FlowBranch *branches, guint n)
{
    for (guint i = 0; i < n; i++) {
        const FlowBranch *branch = &branches[i];
        SAY(walk, branch->label, branch->outcome, branch->time, branch->end);
        say_details(walk, branch->details, branch->n_details);
        say_branches(walk, branch->branches, branch->n_branches);
        say_steps(walk, branch->steps, branch->n_steps);
    }
}

static void
say_steps(const Walk *walk, const FlowStep *steps, guint n)
{
    for (guint i = 0; i < n; i++) {
        const FlowStep *step = &steps[i];
        walk->each(NULL, walk->data);
        SAY(walk, step->heading, step->number, step->own, step->when, step->actor, step->text,
            step->time, step->end);
        say_details(walk, step->details, step->n_details);
        say_branches(walk, step->branches, step->n_branches);
    }
}

static void
say_items(const Walk *walk, const PosterItem *items, guint n)
{
    for (guint i = 0; i < n; i++) {
        const PosterItem *item = &items[i];
        walk->each(NULL, walk->data);
        SAY(walk, item->heading, item->label, item->lead, item->text, item->other);
        say_details(walk, item->details, item->n_details);
    }
}

static void
say_head(const Walk *walk, const PosterContent *content)
{
    SAY(walk, content->government, content->agency, content->pill, content->title);
    for (guint i = 0; i < content->n_facts; i++) {
        const PosterFact *fact = &content->facts[i];
        SAY(walk, fact->label, fact->before, fact->number, fact->unit, fact->after, fact->value,
            fact->note);
    }
    SAY(walk, content->pledge);
    if (content->signer != NULL)
        SAY(walk, content->signer->place_date, content->signer->title, content->signer->name,
            content->signer->rank, content->signer->nip);
}

void
poster_each_text(const PosterContent *content, PosterEachText each, gpointer data)
{
    const Walk walk = {each, data};
    say_head(&walk, content);
    for (guint i = 0; i < content->n_sections; i++) {
        const PosterSection *section = &content->sections[i];
        each(NULL, data);
        SAY(&walk, section->heading, section->columns[0], section->columns[1],
            section->columns[2], section->empty);
        if (section->kind == SECTION_FLOW)
            say_steps(&walk, section->steps, section->n);
        else
            say_items(&walk, section->items, section->n);
    }
    each(NULL, data);
    SAY(&walk, content->channels_heading, content->url);
    say_items(&walk, content->channels, content->n_channels);
    each(NULL, data);
    for (guint i = 0; i < content->n_fine; i++)
        SAY(&walk, content->fine[i].text);
}

typedef struct Sum {
    gsize limit, bytes;
    gboolean over;
} Sum;

static void
add_length(const char *text, gpointer data)
{
    Sum *sum = data;
    if (text == NULL) {
        sum->bytes = 0;
        sum->limit = PIECE_FITS;
        return;
    }
    sum->bytes += strlen(text);
    sum->over = sum->over || sum->bytes > sum->limit;
}

gboolean
poster_may_be_too_long(const PosterContent *content)
{
    Sum sum = {HEAD_FITS, 0, FALSE};
    poster_each_text(content, add_length, &sum);
    return sum.over;
}
