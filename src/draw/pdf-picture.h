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

/**
 * Writes a logo as it is seen in a box of w × h mm of paper: what is outside of it is transparent. Returns its number;
 * 0 and an error when it cannot be painted.
 */
guint
pdf_picture_logo(PdfFile *file, SceneLogo *logo, double w_mm, double h_mm, GError **error);
