#include "print/pdf_bombs.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdint>

#include "draw/refuse_artwork.h"

namespace pehchan {
namespace {

constexpr std::uintmax_t most_unpacked = 300'000'000;
/// A stream's dictionary begins at most so far before its data; longer ones are not a file's structure.
constexpr std::size_t longest_dictionary = 4096;
/// Bytes of a row that a predictor keeps: a cross reference's is a dozen.
constexpr long most_columns = 4096;

/// Names may hide behind #41 for A.
std::string unescaped(std::string_view text) {
  const auto is_hex = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '#' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2])) {
      plain += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

/// How much one packed stream gives, up to `most`; 0 when it is not Flate.
std::uintmax_t unpacked_size(std::string_view data, std::uintmax_t most) {
  z_stream packed{};
  packed.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  packed.avail_in = static_cast<uInt>(data.size());
  if (inflateInit(&packed) != Z_OK) return 0;
  std::array<Bytef, 1 << 16> out;
  std::uintmax_t size = 0;
  int status = Z_OK;
  while (status == Z_OK && size <= most) {
    packed.next_out = out.data();
    packed.avail_out = static_cast<uInt>(out.size());
    status = inflate(&packed, Z_NO_FLUSH);
    size += out.size() - packed.avail_out;
  }
  inflateEnd(&packed);
  return size;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool has_wide_rows(std::string_view dictionary) {
  constexpr std::string_view key = "/Columns";
  for (auto at = dictionary.find(key); at != std::string_view::npos; at = dictionary.find(key, at + 1)) {
    const auto digits = dictionary.find_first_not_of(" \t\r\n\f", at + key.size());
    if (digits == std::string_view::npos) continue;
    long columns = 0;
    const auto read = std::from_chars(&dictionary[digits], dictionary.data() + dictionary.size(), columns);
    const auto rest = dictionary.substr(static_cast<std::size_t>(read.ptr - dictionary.data()));
    const auto next = rest.find_first_not_of(" \t\r\n\f");
    const bool is_reference = next != std::string_view::npos && std::isdigit(static_cast<unsigned char>(rest[next]));
    if (read.ec != std::errc() || columns > most_columns || is_reference) return true;
  }
  return false;
}

bool is_odd_structure(std::string_view dictionary) {
  if (!has_any(dictionary, {"/ObjStm", "/XRef"})) return false;
  const auto first = dictionary.find("Flate");
  const bool is_packed_twice = first != std::string_view::npos && dictionary.find("Flate", first + 1) != first &&
                               dictionary.find("Flate", first + 1) != std::string_view::npos;
  return is_packed_twice || has_wide_rows(dictionary) ||
         has_any(dictionary, {"ASCII", "LZW", "RunLength", "/AHx", "/A85", "/RL", "/Fl ", "/Crypt", "DCT"});
}

}  // namespace

void refuse_bombs(std::string_view pdf, const std::string& file) {
  if (unescaped(pdf).find("/Encrypt") != std::string::npos)
    refuse_artwork(file, "it is encrypted", "Save it without a password or restrictions.");
  constexpr std::string_view keyword = "stream";
  std::uintmax_t unpacked = 0;
  for (auto at = pdf.find(keyword); at != std::string_view::npos; at = pdf.find(keyword, at + keyword.size())) {
    if (at >= 3 && pdf.substr(at - 3, 3) == "end") continue;
    const auto from = at - std::min(at, longest_dictionary);
    const auto before = pdf.substr(from, at - from);
    const auto object = before.rfind("obj");
    if (is_odd_structure(unescaped(object == std::string_view::npos ? before : before.substr(object))))
      refuse_artwork(file, "it is packed in an unusual way", export_again);
    const auto data = std::min(pdf.find_first_not_of("\r\n \t", at + keyword.size()), pdf.size());
    unpacked += unpacked_size(pdf.substr(data), most_unpacked - unpacked);
    if (unpacked > most_unpacked)
      refuse_artwork(file, "it unpacks to more than 300 MB", "Simplify it; pictures belong in at 600 dpi.");
  }
}

}  // namespace pehchan
