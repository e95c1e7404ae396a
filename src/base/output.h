/**
 * Output: where finished outputs go.
 *
 * Whoever makes pages, data or an index touches no disk: finished bytes are handed to a sink, which may
 * keep, compare or write them. No state.
 */
#pragma once
#include <glib.h>

/** Takes a finished output: a path in the site and its bytes (borrowed for the call). FALSE stops the rendering. */
typedef gboolean (*OutputPut)(gpointer data, const char *path, const char *bytes, gsize len);
typedef struct OutputSink {
    OutputPut put;
    gpointer data;
    /* Told the path of a page that met a limit of the template engine and is left out; NULL: nobody asks. */
    void (*left_out)(gpointer data, const char *path);
} OutputSink;

/** Hands over an output. FALSE when the sink stopped. */
static inline gboolean
output_put(const OutputSink *sink, const char *path, const GString *bytes)
{
    return sink->put(sink->data, path, bytes->str, bytes->len);
}

/** Tells the sink that the page at `path` cannot be made. */
static inline void
output_left_out(const OutputSink *sink, const char *path)
{
    if (sink->left_out != NULL)
        sink->left_out(sink->data, path);
}
