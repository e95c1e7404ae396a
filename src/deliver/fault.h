/**
 * Fault: what can stop a delivery, in words.
 *
 * All of these are the environment's trouble (or a refusal to do harm): a
 * GError in the language asked for, with what to do about it. No word of a
 * password can get into them: nothing that knows one is given to fault_set().
 */
#pragma once
#include "base/diag.h"

#define FAULT_ERROR (fault_error_quark())
GQuark fault_error_quark(void);

typedef enum FaultCode {
    FAULT_NO_SITE,     /* the folder to deliver has no manifest */
    FAULT_DRAFT,       /* it is a draft */
    FAULT_DAMAGED,     /* its manifest is damaged */
    FAULT_MANIFEST,    /* what should be a manifest of an earlier delivery is none */
    FAULT_ARCHIVE,     /* the archive cannot be written */
    FAULT_EDITED,      /* a file is not what the manifest says */
    FAULT_PLACE,       /* the target is the site itself, its content, or a folder around them */
    FAULT_IN_THE_WAY,  /* files of others at our paths */
    FAULT_ALIKE,       /* two files of ours whose names are one to the target */
    FAULT_MANY,        /* more deletions than go without `force` */
    FAULT_LINK,        /* a symbolic link where a folder of ours belongs */
    FAULT_UNREACHABLE, /* no such host, or nobody answers there */
    FAULT_LOGIN,       /* user name or password are refused */
    FAULT_CERTIFICATE, /* the server's certificate is not good */
    FAULT_NO_TLS,      /* the server speaks no TLS */
    FAULT_KEY_UNKNOWN, /* the SSH server's key is in no known_hosts */
    FAULT_KEY_CHANGED, /* it is another one than there */
    FAULT_FULL,        /* no room at the target */
    FAULT_REFUSED,     /* the server refuses an order */
    FAULT_CUT,         /* the connection broke, again and again */
    FAULT_TOO_MUCH,    /* a record or a folder's names beyond what remote.h reads */
    FAULT_PASSWORD_FILE, /* the password's file is readable by others */
    FAULT_NO_PASSWORD,   /* none was given, and nobody can be asked */
    FAULT_TRUST,         /* the list of targets that passwords may go to is damaged */
    N_FAULTS
} FaultCode;

/** Sets the error; `subject` goes where the words have a place for it. Always FALSE. */
gboolean fault_set(DiagLang lang, GError **error, FaultCode code, const char *subject);
