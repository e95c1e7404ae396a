/**
 * Secret: where the password of a delivery comes from.
 *
 * A file of one line, the variable MAKLUMAT_PASSWORD, or ~/.netrc; never the command line, which
 * other users of the machine can read. Files that others may read are refused. What is
 * returned goes to libcurl and nowhere else; secret_free() overwrites it.
 */
#pragma once
#include "base/diag.h"
#include "value/target.h"

#define SECRET_VARIABLE "MAKLUMAT_PASSWORD"

/* Where to look. */
typedef struct SecretPlaces {
    const char *file; /* NULL = none is named */
    const char *home; /* of .netrc; NULL = none */
    DiagLang lang;    /* of errors */
} SecretPlaces;

/**
 * Looks in the file, the environment and home/.netrc. *password is NULL when none of them has one; secret_free() it. A user name
 * that ~/.netrc knows is added to a target without one.
 * FALSE and an error: a file cannot be read or is readable by others.
 */
gboolean
secret_find(Target *target, const SecretPlaces *places, char **password, GError **error);
void secret_free(char *password);
