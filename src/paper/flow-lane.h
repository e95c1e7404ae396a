/**
 * FlowLane: a swimlane solved; inner part of the Flow module.
 *
 * flow-lane.c makes rows and ways of the steps and puts them on pages,
 * flow-draw.c draws them. Lengths in mm, heights from the top of a row's page.
 */
#pragma once
#include "paper/flow.h"
#include "paper/layout.h"

typedef enum NodeKind { NODE_START, NODE_STEP, NODE_DECISION, NODE_END } NodeKind;

typedef struct Node {
    NodeKind kind;
    guint lane, page;
    const char *number, *lead, *actor, *text, *time;
    const FlowDetail *details;
    guint n_details;
    double y, h; /* of the row */
} Node;

typedef struct Edge {
    guint from, to;      /* nodes; to may be TO_END until the end is known */
    guint track, bundle; /* in the gutter, and which of those that share one */
    guint letter; /* of the connectors where it leaves its page, from 1; 0 = it does not */
} Edge;

enum { TO_END = G_MAXUINT };

typedef struct LanePage {
    guint first, end; /* nodes */
    double h;
} LanePage;

typedef struct Lanes {
    PosterFonts *fonts;
    const FlowColors *colors;
    const FlowWords *words;
    GPtrArray *actors;            /* names in the order they come */
    GHashTable *lanes, *numbers;  /* name -> lane + 1; printed number -> node + 1 */
    guint most_lanes;             /* actors beyond these share the last one */
    GArray *nodes, *edges, *open; /* Node, Edge; Pending: ways that lead to the next node */
    GArray *pages;                /* LanePage */
    GHashTable *drawn;            /* connectors on this page: letter * 2, + 1 at the bottom */
    double type, w;
    double number_w, text_w, lane_w, lanes_x, gutter_x, track_w;
    double head, strip; /* heights of the table's head, and of the room for connectors */
    guint n_tracks;
} Lanes;

Node *lanes_node(const Lanes *l, guint i);
/** TRUE for a way from a row to the next one. */
gboolean lanes_is_direct(const Edge *edge);
double lanes_symbol_h(const Lanes *l);

/** The words of a row; returns their height. */
double lanes_text(Lanes *l, Scene *scene, const Node *n, Place at);
double lanes_text_room(const Lanes *l);
/** The head of the table, `h` high; returns the height it needs. */
double lanes_head(Lanes *l, Scene *scene, double h);
/** One page, drawn. */
Scene *lanes_draw(Lanes *l, guint page);
