#pragma once
#include <cairo.h>

#include <string>

namespace pehchan {

/// An upright picture's px to where a camera that was held otherwise stores them: sets the transform under which
/// upright drawing lands turned as `orientation` (1 to 8, Exif 2.3 clause 4.6.4 tag 0x0112) says.
void turn_for(cairo_t* cr, int orientation, double upright_width, double upright_height);
/// Whether `orientation` swaps width and height.
constexpr bool is_lying(int orientation) { return orientation >= 5; }

/// The surface (CAIRO_FORMAT_RGB24) as a JPEG, 4:2:0, with an Exif segment that tells the orientation unless it is 1.
/// Throws RunError (internal) when the encoder fails.
std::string encode_photo(cairo_surface_t* surface, int quality, int orientation);

}  // namespace pehchan
