/**
 * Blank: what `maklumat new` writes where only the author knows the words.
 *
 * Three X stand in no decree, so what is left of them is found and named (audit/language). A
 * string, so that texts can be put together of it.
 */
#pragma once

#define BLANK "XXX"
