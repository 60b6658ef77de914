#pragma once
#include <cstddef>
#include <optional>

#include "base/geometry.h"
#include "draw/picture_size.h"
#include "model/card_template.h"

namespace pehchan {

/// Of one picture; one of 25 MP takes 100 MB when it is unpacked.
inline constexpr std::size_t most_picture_pixels = 25'000'000;
/// Of all pictures of a template: a PNG or JPEG counts once for all elements of a side that show it, an SVG's embedded
/// pictures for each.
inline constexpr std::size_t most_pixels_together = 50'000'000;

/// A picture for offices' printers should have as many pixels to the inch.
inline constexpr double least_picture_ppi = 200;

/// Looks a picture over before any card is made, and says how many pixels it takes memory for (see PictureSurface).
/// Throws RunError (bad_config) naming the file and what to do when it is
/// neither SVG, PNG nor JPEG, is over 5 MB, 25 megapixels or 32,767 pixels a side, or damaged; for an SVG, when
/// SvgDrawing refuses it or it has no viewBox; for a JPEG, when it has four inks (CMYK), an EXIF note that it is to be
/// turned, or a way of coding that PDF readers do not all know: arithmetic, lossless, 12 bits, over 100 scans. A
/// progressive JPEG is fine.
std::size_t inspect_picture(const ArtworkFile& picture);

/// The size of a PNG or JPEG, before anything is unpacked; nothing for an SVG. Throws RunError as inspect_picture does
/// for its kind and its size.
std::optional<PictureSize> demand_picture_size(const ArtworkFile& picture);

/// How many pixels to the inch a PNG or JPEG has when it is drawn as large as this box allows; nothing for an SVG.
/// Throws RunError as inspect_picture does for its kind and its size.
std::optional<double> picture_ppi(const ArtworkFile& picture, Size box);

}  // namespace pehchan
