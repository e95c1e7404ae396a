/**
 * BindFinish: what a record needs beyond its fields.
 *
 * Reads the grammars of a whole record (a fee's text, a channel's label and
 * value) and checks what a table of fields cannot say: a group has items, a
 * step has words. Called by bind.c for every record it has filled.
 */
#pragma once
#include "model/bind.h"

void bind_finish(const Bind *bind, const Record *record, void *self);
