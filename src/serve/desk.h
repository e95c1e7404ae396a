/**
 * Desk: the project as it lies open while somebody writes.
 *
 * Judges a text that is not saved yet with the very checker of `check`, and
 * makes its page and its poster from it, reading no more than the one charter
 * and its agency, so that a site of thousands answers as quickly as one of ten.
 * Writes nothing. Used by one thread; desk_refresh() when files have changed.
 */
#pragma once
#include "publish/posters.h"
#include "publish/project.h"

typedef struct Desk {
    const char *dir, *theme; /* borrowed */
    DiagLang lang;
    Project project;
    Render render;
    Posters *posters;
    gboolean is_open;
} Desk;

void desk_init(Desk *desk, const char *dir, const char *theme, DiagLang lang);
void desk_clear(Desk *desk);
/** Opens the project anew. FALSE and a GError when the disk refuses; the desk is then closed. */
gboolean desk_refresh(Desk *desk, GError **error);

/** A text in the place of its file. */
typedef struct DeskText {
    const char *path; /* in the content folder; one of the scan */
    const char *bytes;
    gsize len;
} DeskText;

/** What a text comes to. */
typedef struct DeskView {
    DiagList *diags; /* the findings in this file, sorted, levels as the site sets them */
    Loaded *loaded;  /* NULL: the file belongs to no agency */
    SiteData *data;  /* of its own when the text is one of the site's files, else NULL */
    const Service *service; /* the charter itself, NULL = another file, or it cannot be read */
    const OwnPage *page;    /* of the site itself, likewise */
} DeskView;

/** FALSE and a GError when the disk refuses. desk_view_clear() in any case. */
gboolean desk_judge(Desk *desk, const DeskText *text, DeskView *view, GError **error);
void desk_view_clear(DeskView *view);

/** Path of the page that shows the file, without a slash before it; g_free() it. NULL: none does. */
char *desk_page_of(const Desk *desk, const char *path);
/** The file behind a page; g_free() it. NULL: none. */
char *desk_file_of(const Desk *desk, const char *page);
/** The page as it would be; FALSE: none can be made. */
gboolean desk_render(Desk *desk, const DeskText *text, GString *html);
/** A sheet of the charter's poster (for an agency's file: of its pledge); FALSE: none can be made, or there are fewer. */
gboolean desk_poster(Desk *desk, const DeskText *text, PosterOptions *options, GByteArray *out);

/** Today in the office. */
Date desk_today(void);
