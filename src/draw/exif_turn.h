#pragma once
#include <string_view>

namespace pehchan {

/// Whether a JPEG's EXIF (CIPA DC-008, tag 0x0112) says that it is to be shown turned or mirrored, as a telephone
/// writes it: PDF readers pay no heed to that. False where there is no such tag or it is malformed. Reads only IFD0 and
/// never outside `jpeg`.
bool asks_for_a_turn(std::string_view jpeg);

}  // namespace pehchan
