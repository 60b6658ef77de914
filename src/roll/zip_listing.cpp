#include "roll/zip_listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <string_view>

#include "base/run_error.h"

namespace pehchan {
namespace {

// APPNOTE.TXT of PKWARE, 4.3.12 and 4.3.16
constexpr std::string_view entry_mark = "PK\x01\x02";
constexpr std::string_view end_mark("PK\x05\x06", 4);
constexpr std::size_t entry_length = 46, end_length = 22, longest_comment = 65535;
constexpr std::size_t most_entries = 10'000, largest_directory = 16 << 20;

[[noreturn]] void refuse(const std::filesystem::path& file) {
  throw RunError(ExitCode::bad_input, fmt::format("{} is not a whole workbook", file.string()),
                 "Open it in the spreadsheet and save it again as .xlsx or as 'CSV UTF-8'.");
}

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < width; ++i) number |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return number;
}

std::string bytes_at(std::ifstream& stream, std::uint64_t at, std::size_t length) {
  std::string bytes(length, '\0');
  stream.seekg(static_cast<std::streamoff>(at));
  stream.read(bytes.data(), static_cast<std::streamsize>(length));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
  return bytes;
}

std::string directory_of(std::ifstream& stream, std::uint64_t file_size, const std::filesystem::path& file) {
  const std::uint64_t length = std::min<std::uint64_t>(file_size, end_length + longest_comment);
  const std::string tail = bytes_at(stream, file_size - length, static_cast<std::size_t>(length));
  const auto end = tail.rfind(end_mark);
  if (end == std::string::npos || end + end_length > tail.size()) refuse(file);
  const std::uint32_t entries = number_at(tail, end + 10, 2), size = number_at(tail, end + 12, 4),
                      start = number_at(tail, end + 16, 4);
  if (entries > most_entries || size > largest_directory || std::uint64_t{start} + size > file_size) refuse(file);
  return bytes_at(stream, start, size);
}

}  // namespace

std::vector<ZipEntry> list_zip(const std::filesystem::path& file) {
  std::error_code error;
  const auto file_size = std::filesystem::file_size(file, error);
  std::ifstream stream(file, std::ios::binary);
  if (error || !stream || file_size < end_length) refuse(file);
  const std::string directory = directory_of(stream, file_size, file);
  std::vector<ZipEntry> entries;
  for (std::size_t at = 0; at < directory.size();) {
    const std::string_view rest = std::string_view(directory).substr(at);
    if (!rest.starts_with(entry_mark) || rest.size() < entry_length || entries.size() == most_entries) refuse(file);
    const std::uint32_t size = number_at(rest, 24, 4), name = number_at(rest, 28, 2);
    const std::size_t whole = entry_length + name + number_at(rest, 30, 2) + number_at(rest, 32, 2);
    if (whole > rest.size() || size == 0xFFFFFFFF) refuse(file);
    entries.push_back({std::string(rest.substr(entry_length, name)), size});
    at += whole;
  }
  return entries;
}

}  // namespace pehchan
