/**
 * PdfPicture: codes and logos as picture objects of a PDF (ISO 32000-1, 8.9).
 *
 * Pixels only; where they stand is the page's. No state, any thread.
 */
#pragma once
#include "draw/pdf-file.h"
#include "draw/qr.h"
#include "draw/scene-cairo.h"

/** Writes a code with its quiet zone, one bit a pixel; returns its number. */
guint pdf_picture_qr(PdfFile *file, const Qr *qr);

/* How a scene's millimetres and colours come to paper. */
typedef struct PdfLook {
    double scale; /* millimetres of paper in one of the scene */
    gboolean cmyk;
} PdfLook;

/**
 * Writes a logo as it is seen in the box of its item: what is outside of it is transparent. Returns its number;
 * 0 and an error when it cannot be painted.
 */
guint pdf_picture_logo(
    PdfFile *file, SceneLogo *logo, const SceneItem *box, const PdfLook *look, GError **error);
