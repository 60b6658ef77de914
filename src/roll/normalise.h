#pragma once
#include <string>
#include <string_view>

#include "model/field.h"

namespace pehchan {

/// A cell as Member keeps it. Text: NFC, trimmed, runs of blanks as one space, invisible joiners of words (U+200B,
/// U+2060, U+FEFF, soft hyphen) dropped. Numbers, dates and choices beyond that: digits of any script in ASCII, dashes
/// as '-', A-Z; a mobile as +91XXXXXXXXXX, a date as YYYY-MM-DD (a time behind it is dropped), status and channel as
/// their canonical words. Those that cannot be understood stay as they are, for validate to find. The photo's name is
/// only trimmed, since it must stay the name of a file. `text` must be UTF-8.
std::string normalised(Field field, std::string_view text);

}  // namespace pehchan
