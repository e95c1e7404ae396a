/**
 * BindFinish: what a record needs beyond its fields.
 *
 * Reads the grammars of a whole record (a fee's text, a channel's label and
 * value) and checks what a table of fields cannot say: a group has items, a
 * step has words. Called by bind.c for every record it has filled. A translation
 * holds only what is translated, so translate.c asks for the checks once it is
 * joined with its original.
 */
#pragma once
#include "model/bind.h"

/** Reads what the fields of `self` mean together; what bind_check() says of it too, but for a translation. */
void bind_finish(const Bind *bind, const Record *record, void *self);

/** Is the record whole? A group has items, a step has words; nothing is said where a text was refused. */
void bind_check(const Record *record, const void *self, DiagList *diags);
