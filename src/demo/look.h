#pragma once
#include "base/colour.h"
#include "demo/random.h"

namespace pehchan {

enum class Hair { side_part, crew, receding, bald, full, turban, cap, tied_back, long_open, pallu, scarf, bob };
enum class Beard { none, stubble, moustache, full };
enum class Clothes { shirt, kurta, waistcoat, sweater, saree, suit_and_dupatta };
enum class Background { studio, wall, outdoors, curtain, bricks };

/// One invented person as they sit before the camera. Lengths of the face are multiples of the distance between the
/// eyes unless they say otherwise.
struct Look {
  bool woman = false;
  double age = 0;  ///< 0 young to 1 old
  Colour skin;
  Colour hair_colour;
  Hair hair = Hair::side_part;
  Beard beard = Beard::none;
  bool spectacles = false, bindi = false, earrings = false, nose_pin = false;
  double width = 1, jaw = 1, chin = 0, brow = 0, brow_weight = 1, eye_open = 0.11, nose_width = 1, nose_length = 1,
         lips = 1, mouth_width = 1, smile = 0;
  Colour lip_colour;
  Clothes clothes = Clothes::shirt;
  Colour cloth, second_cloth;
  Background background = Background::studio;
  Colour behind;
  double light = 0;  ///< where it comes from: -1 left to 1 right
};

/// Where a person stands in a picture of 1200×1600, in its pixels.
struct Framing {
  double eyes_x = 600, eyes_y = 700;
  double eye_distance = 150;
  double tilt = 0;  ///< radians, clockwise
};

Look invent_look(Random random, bool woman);

/// A head of 22 to 55 % of the picture's height, tilted by at most 8°, off the middle, and never so near to an edge
/// that a passport crop would leave the picture.
Framing invent_framing(Random random);

}  // namespace pehchan
