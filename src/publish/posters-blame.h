/**
 * PostersBlame: what of an author's words or logo cannot be printed, and where it stands.
 *
 * Turns what the drawing refuses into findings at the author's own line; the poster is then
 * left out and the rest published. Needs no fonts. No state; one thread per blame.
 */
#pragma once
#include "base/diag.h"
#include "model/charter.h"
#include "paper/words.h"

typedef struct PosterBlame {
    const Agency *agency;
    const Service *service; /* NULL: a poster of the agency */
    DiagList *diags;
} PosterBlame;

/**
 * Reports what keeps the poster from being made whatever its size: nothing to print but a title, characters that no font
 * of ours has, more branches of one step, steps in its branches or complaint channels than a poster is for. TRUE when anything does.
 */
gboolean poster_blame_content(const PosterBlame *blame, const PosterContent *content);

/**
 * Reports why the poster could not be made. FALSE: `problem` is none of the author's; it is passed
 * on in *error. Consumes `problem`.
 */
gboolean poster_blame_error(const PosterBlame *blame,
                            const PosterReport *report,
                            GError *problem,
                            GError **error);

/** TRUE when the translation (blame->service) gets posters of its own; what it lacks for them is reported. */
gboolean poster_blame_translation(const PosterBlame *blame);
