#include "photo/list_photos.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

#include "base/run_error.h"
#include "photo/header.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

// Also of formats that are not read: who put such a file there must be told so.
constexpr std::array endings{".jpg", ".jpeg", ".jpe",  ".jfif", ".png",  ".webp", ".tif", ".tiff", ".bmp",
                             ".dib", ".heic", ".heif", ".hif",  ".avif", ".gif",  ".jp2", ".jxl",  ".dng"};

bool is_named_as_picture(const fs::path& file) {
  std::string ending = file.extension().string();
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return std::ranges::find(endings, ending) != endings.end();
}

bool begins_as_picture(const fs::path& file) {
  std::array<char, 32> head{};
  std::ifstream stream(file, std::ios::binary);
  stream.read(head.data(), head.size());
  return picture_format({head.data(), static_cast<std::size_t>(stream.gcount())}).has_value();
}

[[noreturn]] void refuse(const fs::path& folder, const std::string& why) {
  throw RunError(ExitCode::missing_input, fmt::format("cannot read the folder {}: {}", folder.string(), why),
                 "Check its name and that you may read it.");
}

}  // namespace

PhotoList list_photos(const fs::path& folder) {
  PhotoList list;
  std::error_code error;
  auto entry = fs::recursive_directory_iterator(folder, error);
  if (error) refuse(folder, error.message());
  while (entry != fs::recursive_directory_iterator()) {
    const fs::path at = entry->path();
    std::error_code unknown;  // a link that leads nowhere or round in a circle is no folder and no file
    const bool is_folder = entry->is_directory(unknown), is_file = entry->is_regular_file(unknown);
    if (at.filename().string().starts_with('.')) {
      if (is_folder) entry.disable_recursion_pending();
    } else if (!is_folder) {
      // What is named as a picture and cannot be opened is told as such, one by one.
      if (is_named_as_picture(at) || (is_file && begins_as_picture(at)))
        list.names.push_back(at.lexically_relative(folder).string());
      else
        ++list.others;
    }
    entry.increment(error);
    if (error) refuse(at, error.message());
  }
  std::ranges::sort(list.names);
  return list;
}

}  // namespace pehchan
