#pragma once
#include <cstddef>
#include <string>

#include "model/grey_picture.h"
#include "model/rgb_picture.h"

namespace pehchan {

/// No larger than this, so that a phone on a slow line loads it and every messenger takes it.
inline constexpr std::size_t most_share_bytes = 200'000;

/// Both sides of a card as one picture to send on: one below the other, of an upright card side by side, on white.
struct SharePicture {
  std::string jpeg = {};
  int width = 0, height = 0;          ///< px
  int front_left = 0, front_top = 0;  ///< where the front begins
  int back_left = 0, back_top = 0;    ///< and the back
};

/// A baseline JPEG of at most `most_bytes`, as fine as that allows. Throws RunError (internal) when even the coarsest
/// is larger.
SharePicture share_picture(const RgbPicture& front, const RgbPicture& back, std::size_t most_bytes = most_share_bytes);

/// What whoever gets it sees, in grey: part of it, from (left, top). Throws RunError (internal) when it is no JPEG.
GreyPicture grey_of_jpeg(const std::string& jpeg);

}  // namespace pehchan
