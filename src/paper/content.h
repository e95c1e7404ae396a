/**
 * PosterContentFrom: the texts of a poster, from the model.
 *
 * Decides what a charter's poster says and in which order; knows nothing of
 * sizes or places. Words stay as the author wrote them; a list's punctuation at
 * the end of a value goes, addresses lose their scheme. What is missing is said
 * ("Belum ditetapkan"), never invented. Contents live in the arena given and
 * borrow from the model, which must outlive them. No state, any thread.
 */
#pragma once
#include "base/arena.h"
#include "model/charter.h"
#include "paper/input.h"

/** A service's poster and cards. Never NULL. */
const PosterContent *poster_content_service(Arena *arena,
                                            const Agency *agency,
                                            const Service *service,
                                            const PosterInput *input);

/** The agency's pledge with its services and a place to sign. */
const PosterContent *
poster_content_pledge(Arena *arena, const Agency *agency, const PosterInput *input);

/** The agency's complaint channels, how complaints are handled, and by when. */
const PosterContent *
poster_content_channels(Arena *arena, const Agency *agency, const PosterInput *input);

/** The newest of the service's dates, of its agency's pledge for NULL, as ISO 8601 for the PDF; NULL = undated. */
const char *poster_content_date(Arena *arena, const Agency *agency, const Service *service);
