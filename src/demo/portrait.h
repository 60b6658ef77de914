#pragma once
#include <cairo.h>

#include "demo/look.h"

namespace pehchan {

/// The parts of a portrait, in painting order. The context's unit is the distance between the eyes and its origin lies
/// between them; `random` settles single hairs and folds.
void paint_hair_behind(cairo_t* cr, const Look& look, Random random);
void paint_body(cairo_t* cr, const Look& look, Random random);
void paint_face(cairo_t* cr, const Look& look, Random random);
void paint_beard(cairo_t* cr, const Look& look, Random random);
void paint_hair(cairo_t* cr, const Look& look, Random random);
void paint_spectacles(cairo_t* cr, const Look& look);

/// Adds the outline of the face, ear to ear and brow to chin, to the path.
void outline_face(cairo_t* cr, const Look& look);

/// The whole person on what is already painted. The context's unit is a pixel of the 1200×1600 picture.
void paint_person(cairo_t* cr, const Look& look, const Framing& framing, Random random);

}  // namespace pehchan
