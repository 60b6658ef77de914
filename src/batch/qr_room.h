#pragma once
#include <string>

#include "base/length.h"

namespace pehchan {

/// Whether the QR code of a text can be printed in a square of this side, quiet zone included: see encode_qr.
bool has_qr_room(const std::string& text, Mm side);

/// The least whole mm from `side` on that have room for it; `most_qr_room` when not even that has.
inline constexpr Mm most_qr_room{100};
Mm qr_room_for(const std::string& text, Mm side);

}  // namespace pehchan
