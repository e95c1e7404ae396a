/**
 * Markdown: a charter's free text as HTML or as plain words.
 *
 * CommonMark through cmark; the tree is changed before it is written: raw HTML
 * becomes visible text, link targets pass the caller's rule, pictures from
 * other sites become links, a link without words shows its address, headings begin at
 * h3 (the page has h1 and h2), skip no level and have their words as id. What CommonMark would drop or join stays:
 * addresses that no link asks for, stars between digits, the numbers of a list. Knows no file names and no URLs of ours. No state, any thread; text and
 * hooks are the caller's.
 */
#pragma once
#include <glib.h>

enum { MARKDOWN_MAX_BYTES = 64 * 1024 };

typedef struct MarkdownHooks {
    /**
     * The address to write for `target` (g_malloc'ed, taken over), or NULL: the words stay, the
     * link goes. NULL hook: http, https, mailto, tel and relative targets stay as they are.
     */
    char *(*link)(const char *target, guint line, gboolean is_image, gpointer data);
    /** Told of each piece of raw HTML. May be NULL. */
    void (*html)(const char *html, guint line, gpointer data);
    /** Told of each link that has no words (target as written). May be NULL. */
    void (*wordless)(const char *target, guint line, gpointer data);
    /** Told of the words behind the ``` that opens a block of code: the page does not show them. May be NULL. */
    void (*fence)(const char *info, guint line, gpointer data);
    /** Told the id of each heading. May be NULL. */
    void (*heading)(const char *id, gpointer data);
    /** Level of the author's first heading; 0 = 3. */
    int first_heading;
    /** TRUE when the page has a part of this id, so that no heading may. May be NULL. */
    gboolean (*is_taken)(const char *id);
    gpointer data;
    /** Words to put behind those of a link that stays (g_malloc'ed, taken over), or NULL. May be NULL. */
    char *(*label)(const char *target, gpointer data);
} MarkdownHooks;

/** A text that was read, for whoever looks at it before it is written, or only looks. */
typedef struct Markdown Markdown;
/** `text` as in markdown_append_html(); borrowed until markdown_free(). */
Markdown *markdown_new(const char *text, gsize len);
void markdown_free(Markdown *markdown);
/** Tells hooks->heading the headings' ids; `is_taken` is asked. */
void markdown_each_heading(const Markdown *markdown, const MarkdownHooks *hooks);
/** Tells all hooks but `heading`, `link` among them, what markdown_append_html() would; once. */
void markdown_look(Markdown *markdown, const MarkdownHooks *hooks);

/**
 * Appends `text` (valid UTF-8, at most MARKDOWN_MAX_BYTES; what is beyond is left out, the
 * caller reports it) as HTML. Lines given to the hooks count from 1 in `text`. `hooks` may be NULL.
 */
void
markdown_append_html(const char *text, gsize len, const MarkdownHooks *hooks, GString *out);

/** Appends what markdown_append_html() wrote for a page that several texts share: before the id of each heading, and
 * in each link to a part of the page, stands `prefix` (an attribute's value as it is). */
void markdown_append_prefixed(const char *html, const char *prefix, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Markdown, markdown_free)
