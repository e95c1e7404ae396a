/**
 * BuiltIn: files that travel inside the program: the default theme, and what `new` copies.
 *
 * The table is made by the Makefile from the files themselves, in the order of their paths. Any thread.
 */
#pragma once
#include <glib.h>

typedef struct BuiltIn {
    const char *path; /* "/maklumat/themes/default/theme.yaml" */
    const guint8 *begin, *end;
} BuiltIn;

extern const BuiltIn built_in_files[];
extern const guint n_built_in_files;

/** A file's bytes, never freed; NULL: there is none. The caller owns the GBytes. */
GBytes *built_in_lookup(const char *path);

/** The names in a folder, in order, folders with a slash behind. Empty when there is none; free with g_strfreev(). */
char **built_in_children(const char *folder);

/* For the table: the assembler takes the file as it is. ELF keeps the names to the program; Windows exports none. */
#ifdef G_OS_WIN32
#define BUILT_IN_SECTION ".section .rdata\n"
#define BUILT_IN_HIDDEN  "# "
#else
#define BUILT_IN_SECTION ".section .rodata\n"
#define BUILT_IN_HIDDEN  ".hidden "
#endif
#define BUILT_IN_FILE(n, file)                                                                 \
    __asm__(BUILT_IN_SECTION                                                                   \
            ".globl built_in_" #n "\n" BUILT_IN_HIDDEN "built_in_" #n "\nbuilt_in_" #n ":\n"   \
            ".incbin \"" file "\"\n"                                                           \
            ".globl built_in_end_" #n "\n" BUILT_IN_HIDDEN "built_in_end_" #n                   \
            "\nbuilt_in_end_" #n ":\n.byte 0\n.text\n");                                       \
    extern const guint8 built_in_##n[], built_in_end_##n[]
