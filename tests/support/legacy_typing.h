#pragma once
#include <string>
#include <string_view>

namespace pehchan {

/// Hindi as somebody types it who works with an old font, and as a program stores it that knows nothing of the font:
/// each sign is the Latin character in whose place the font draws it. The vowel sign ि stands before its syllable, र् of
/// a cluster after it. Made from the fonts' key charts; letters beyond Hindi stay as they are.
std::string in_kruti_dev(std::string_view hindi);  ///< Kruti Dev 010, and DevLys, which has the same keys
std::string in_chanakya(std::string_view hindi);   ///< Chanakya, as newspapers set it

/// UTF-8 read as Windows-1252 (bytes it has not got, as the control characters of Latin-1) and stored as UTF-8 again.
std::string as_mojibake(std::string_view text);

}  // namespace pehchan
