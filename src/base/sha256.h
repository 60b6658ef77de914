#pragma once
#include <string>
#include <string_view>

namespace pehchan {

/// SHA-256 (FIPS 180-4) as 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

/// The same of a file's bytes, read in pieces. Throws RunError if the file cannot be read.
std::string sha256_of_file(const std::string& path);

}  // namespace pehchan
