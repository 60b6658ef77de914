#pragma once
#include <string>
#include <string_view>

namespace pehchan {

/// Bytes as a PDF's /FlateDecode has them (zlib's format).
std::string packed(std::string_view bytes);

}  // namespace pehchan
