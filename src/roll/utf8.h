#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pehchan {

inline constexpr char32_t bad_sequence = 0xFFFFFFFF;

/// The code point at byte `at`, which moves past it; bad_sequence where the bytes are none (overlong forms, surrogates
/// and values past U+10FFFF included). `at` must be less than the text's size.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// Where the first byte stands that cannot be UTF-8.
std::optional<std::size_t> find_bad_utf8(std::string_view text);

/// The text with U+FFFD for every wrong sequence and every NUL, so that it can be written into a file of UTF-8.
std::string repaired_utf8(std::string_view text);

/// Whether every byte is printable ASCII.
bool is_plain_ascii(std::string_view text);

}  // namespace pehchan
