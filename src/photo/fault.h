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
  format,         ///< not a JPEG, PNG, WebP, TIFF, BMP or HEIC
  damaged,        ///< cut off or corrupted
  too_small,      ///< the whole picture has too few pixels
  no_face,        ///< nobody found
  several_faces,  ///< more than one person
  unclear,        ///< a face, but the eyes are not certain
  rejected,       ///< a person looked at it and said no
  other_photo,    ///< what a person decided was about another photo of this name
};

/// The Problem of field "photo" that tells the clerk of `fault` in both languages; `name` is the photo's relative name.
Problem photo_problem(PhotoFault fault, const std::string& name);

}  // namespace pehchan
