/**
 * Module: a part of the program that is loaded when it is first needed.
 *
 * Most runs read and check; the libraries that draw or deliver are dozens and cost more to load than such a run does.
 * What needs them is linked into a file of its own, which takes everything else from the program. It lies beside the
 * program (build tree), in ../lib/maklumat from there, or where it was installed. Any thread.
 */
#pragma once
#include <glib.h>

#define MODULE_ERROR (module_error_quark())
GQuark module_error_quark(void);
typedef enum ModuleErrorCode { MODULE_ERROR_LOAD } ModuleErrorCode;

/* What a module called "x" exports under the name maklumat_x. */
typedef struct Module {
    const char *version; /* the program's, or it is not taken */
    gconstpointer table; /* the module's own struct of functions */
} Module;

/** FALSE where the program has no modules at all: on Windows. */
gboolean module_any(void);

/**
 * The table of the module `name` ("poster"): loaded at the first call, there until the program ends. NULL and a
 * MODULE_ERROR, in both languages, when it is missing, of another version, or the program cannot load anything.
 */
gconstpointer module_open(const char *name, GError **error);
