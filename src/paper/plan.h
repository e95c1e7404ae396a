/**
 * PosterPlan: what the choosers of one sheet and of many share: ways to set the body, the room that
 * bands leave it, and the bands themselves. Private to layout.c and sheets.c.
 */
#pragma once
#include "paper/press.h"

enum { MAX_PLANS = 16 };

/** The ways there are for this body; how many. */
guint plan_list(const Press *press, BodyPlan plans[MAX_PLANS]);
/** The least type of a body on the reference sheet. */
double plan_least_mm(const Press *press);

/** Where the body of a sheet begins and ends; its `size` is 0. */
BodyRoom plan_frame(const Press *press, guint sheet);
/** The height of the body on the first sheet. */
double plan_body_room(const Press *press);

/** The bands above the body and its ground; leaves the scene in the body's band. */
void plan_draw_bands(const Press *press, Scene *scene, guint sheet, guint n_sheets);
/** The signature, where it belongs to the sheet, and the foot. */
void plan_draw_end(const Press *press, Scene *scene, guint sheet);
