#pragma once
#include <string>

#include "model/portrait.h"

namespace pehchan {

/// The Portrait that a finished crop is, by its JPEG alone: so that one taken from a released sheet is the same value
/// as on the day it was made. Throws RunError (bad_input) when libjpeg-turbo has any complaint.
Portrait portrait_of(std::string jpeg);

/// The same by its header alone, without its luminance: for who draws it and so finds out whether it is whole. Throws
/// RunError (bad_input) for what is no JPEG.
Portrait unmeasured_portrait(std::string jpeg);

}  // namespace pehchan
