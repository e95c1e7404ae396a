/**
 * Fuzz: what the targets share. With clang's -fsanitize=fuzzer -DFUZZER each is a libFuzzer target; without, it
 * reads the files named on the command line, or standard input, and reports how many it has read.
 */
#pragma once
#include <glib.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len);

#ifndef FUZZER
static gboolean
fuzz_file(const char *path)
{
    g_autofree char *bytes = NULL;
    gsize len;
    g_autoptr(GError) error = NULL;
    if (!g_file_get_contents(path, &bytes, &len, &error)) {
        fprintf(stderr, "fuzz: %s\n", error->message);
        return FALSE;
    }
    LLVMFuzzerTestOneInput((const guint8 *)bytes, len);
    return TRUE;
}

int
main(int argc, char **argv)
{
    int n = 0;
    for (int i = 1; i < argc; i++)
        n += fuzz_file(argv[i]);
    if (argc == 1)
        n += fuzz_file("/dev/stdin");
    printf("%d read\n", n);
    return n == MAX(argc - 1, 1) ? 0 : 1;
}
#endif
