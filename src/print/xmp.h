#pragma once
#include <string>

#include "print/press_profile.h"

namespace pehchan {

/// How a card printer's file says what it is; no standard has a place for it.
inline constexpr const char* card_printer_keyword = "Pehchan card-printer";

/// What a file says of itself, as its Info dictionary has it.
struct FileWords {
  std::string title, creator, producer;
  std::string created, modified;  ///< YYYY-MM-DDTHH:MM:SSZ
  std::string fingerprint;        ///< 32 hex digits or more that no other content has
};

/// The XMP packet of a press or archive file (ISO 16684-1; ISO 15930-7, 6.3; ISO 19005-2, 6.6). No padding: nobody is
/// to change it in place.
std::string xmp_of(const FileWords& words, Purpose purpose);

}  // namespace pehchan
