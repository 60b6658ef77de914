#include "batch/file_parts.h"

#include <algorithm>
#include <string_view>

#include "base/sha256.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view fronts = "-fronts.pdf", backs = "-backs.pdf";

}  // namespace

std::vector<FilePart> parts_of(const std::string& name, Sides sides) {
  const std::string stem =
      name.ends_with(fronts) ? name.substr(0, name.size() - fronts.size()) : fs::path(name).stem().string();
  if (sides == Sides::separate)
    return {{stem + std::string(fronts), {{{CardSide::front}}}}, {stem + std::string(backs), {{{CardSide::back}}}}};
  if (sides == Sides::both_up) return {{name, {{{CardSide::front, CardSide::back}}}}};
  return {{name, {}}};
}

std::vector<std::string> part_names(const std::string& ledger_name) {
  std::vector<std::string> names;
  for (const FilePart& part : parts_of(ledger_name, ledger_name.ends_with(fronts) ? Sides::separate : Sides::duplex))
    names.push_back(part.name);
  return names;
}

std::string digest_of(const std::vector<fs::path>& parts) {
  if (parts.size() == 1) return sha256_of_file(parts.front().string());
  std::string hashes;
  for (const fs::path& part : parts) hashes += sha256_of_file(part.string());
  return sha256_hex(hashes);
}

std::string digest_in(const fs::path& folder, const std::string& ledger_name) {
  std::vector<fs::path> parts;
  for (const std::string& name : part_names(ledger_name)) parts.push_back(folder / name);
  return std::ranges::all_of(parts, [](const fs::path& part) { return fs::is_regular_file(part); }) ? digest_of(parts)
                                                                                                    : std::string();
}

}  // namespace pehchan
