#pragma once
#include <string>

#include "model/problem.h"

namespace pehchan {

/// Why a photo cannot become a portrait.
enum class PhotoFault {
  path,           ///< the name leads out of the photo folder, or round in a circle
  missing,        ///< no such file
  other_case,     ///< no such file, but one whose name differs only in capital and small letters
  unreadable,     ///< there, but may not be read
  not_file,       ///< a folder, pipe or device
  empty,          ///< 0 bytes
  too_large,      ///< too many bytes or pixels to open
  format,         ///< not a JPEG, PNG, WebP, TIFF or BMP
  damaged,        ///< cut off or corrupted
  too_small,      ///< too few pixels of the picture, or of the face
  no_face,        ///< nobody found
  several_faces,  ///< more than one person
  unclear,        ///< a face, but the eyes are not certain
  cropped_tight,  ///< head or shoulders reach past the picture's edge
  dark,           ///< the face is too dark to recognise
  blurred,        ///< the face is out of focus
};

/// The Problem of field "photo" that tells the clerk of `fault` in both languages; `name` is the photo's relative name.
Problem photo_problem(PhotoFault fault, const std::string& name);

}  // namespace pehchan
