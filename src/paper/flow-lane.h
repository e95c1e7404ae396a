/**
 * FlowLane: a swimlane solved; inner part of the Flow module.
 *
 * flow-lane.c makes rows and ways of the steps and puts them on pages, flow-table.c divides the
 * width and sets the words, flow-draw.c draws symbols and ways. Lengths in mm, heights from the top
 * of a row's page.
 */
#pragma once
#include "paper/flow.h"
#include "paper/press.h"

typedef enum NodeKind { NODE_START, NODE_STEP, NODE_DECISION, NODE_END } NodeKind;

/* What SOP-AP says of an activity behind its actors ("mutu baku": Permenpan-RB 35/2012). */
typedef enum FlowMore { MORE_NEEDS, MORE_TIME, MORE_OUTPUT, N_FLOW_MORE } FlowMore;

typedef struct Node {
    NodeKind kind;
    guint lane, page;
    const char *number, *lead, *actor, *text;
    const char *more[N_FLOW_MORE]; /* in columns of their own, see FlowMore; NULL = nothing */
    const FlowDetail *details;
    guint n_details;
    double y, h; /* of the row */
} Node;

typedef struct Edge {
    guint from, to;      /* nodes; to may be TO_END until the end is known */
    guint track, bundle; /* in the gutter, and which of those that share one */
    guint letter;      /* of the connectors where it leaves its page, from 1; 0 = it does not */
    const char *label; /* on the way: "Ya", "Tidak", a condition; NULL = none */
    gboolean answers;  /* the label is "Ya" or "Tidak" */
    gboolean fans;     /* one of several that leave a decision by the gutter */
} Edge;

enum { TO_END = G_MAXUINT };

typedef struct LanePage {
    guint first, end; /* nodes */
    double h;
} LanePage;

typedef struct Lanes {
    Fonts *fonts;
    const FlowColors *colors;
    const FlowWords *words;
    GPtrArray *actors;            /* names in the order they come */
    GHashTable *lanes, *numbers;  /* name -> lane + 1; printed number -> node + 1 */
    guint most_lanes;             /* actors beyond these share the last one */
    gboolean shares;              /* some do */
    GArray *nodes, *edges, *open; /* Node, Edge; Pending: ways that lead to the next node */
    GArray *pages;                /* LanePage */
    GHashTable *drawn;            /* connectors on this page: letter * 2, + 1 at the bottom */
    double type, least, w;        /* least: the smallest type */
    double number_w, text_w, lanes_x, gutter_x, gutter_w, track_w;
    double label_h;     /* of the tallest words on a way */
    double label_w;     /* room for answers between the last lane and the tracks */
    GArray *lane_edges; /* double: left edge of each lane, and the right one of the last */
    double more_x[N_FLOW_MORE], more_w[N_FLOW_MORE]; /* 0 wide = no such column */
    double head, strip; /* heights of the table's head, and of the room for connectors */
    guint n_tracks;
} Lanes;

Node *lanes_node(const Lanes *l, guint i);
/** TRUE for a way from a row to the next one. */
gboolean lanes_is_direct(const Edge *edge);
double lanes_symbol_h(const Lanes *l);

/** The middle of a lane, and its width. */
double lanes_x(const Lanes *l, guint lane);
double lanes_w(const Lanes *l, guint lane);
double lanes_half_width(const Lanes *l, const Node *n);
double lanes_half_height(const Lanes *l, const Node *n);
/** A way's label, in em of its size. */
Para lanes_label(const Lanes *l, const Edge *edge);
double lanes_label_size(const Lanes *l);

/** As many actors as have a lane each in the width that lanes may take; 2 at least. */
guint lanes_room_for(Lanes *l);
/** Divides the width: number, activity, a lane per actor, the gutter, what SOP-AP wants besides. */
void lanes_divide(Lanes *l);
/** TRUE when no name is broken and the words have room. */
gboolean lanes_are_easy(const Lanes *l);
/** The words of a row in all columns; returns their height. The scene may be NULL. */
double lanes_words(Lanes *l, Scene *scene, const Node *n);
/** The head of the table, `h` high; returns the height it needs. */
double lanes_head(Lanes *l, Scene *scene, double h);
/** The words on the ways that leave a row. */
void lanes_labels(const Lanes *l, Scene *scene, const Node *n);
/** One page, drawn. */
Scene *lanes_draw(Lanes *l, guint page);
