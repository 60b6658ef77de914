#include "roll/edited_withheld.h"

#include <fmt/format.h>

#include "base/atomic_file.h"
#include "base/file.h"
#include "base/sha256.h"
#include "roll/withheld_writer.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr const char* memory = ".withheld.sha256";
constexpr std::uintmax_t largest_memory = 1000, largest_withheld = 4'000'000'000;

std::string remembered(const fs::path& folder) {
  return fs::is_regular_file(folder / memory) ? read_file(folder / memory, largest_memory) : std::string();
}

void keep(const fs::path& file) {
  const std::string bytes = read_file(file, largest_withheld);
  for (int number = 1;; ++number) {
    const fs::path copy = file.parent_path() / fmt::format("put-right-{:04}{}", number, file.extension().string());
    if (!fs::exists(copy)) return write_file(copy, bytes);
    if (fs::file_size(copy) == bytes.size() && read_file(copy, largest_withheld) == bytes) return;
  }
}

}  // namespace

void keep_edited_withheld(const fs::path& folder) {
  const std::string written = remembered(folder);
  for (const char* name : withheld_names())
    if (const fs::path file = folder / name; fs::is_regular_file(file) && sha256_of_file(file.string()) != written)
      keep(file);
}

void remember_withheld(const fs::path& folder, const std::string& name) {
  write_file(folder / memory, sha256_of_file((folder / name).string()));
}

}  // namespace pehchan
