#include "batch/portrait_part.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/run_error.h"
#include "batch/file_parts.h"

namespace pehchan {
namespace fs = std::filesystem;

PortraitPart portrait_part(const fs::path& folder, const JobFile& file, const Design& design) {
  const auto parts = parts_of(file.name, design.sheet.format.sides);
  for (const FilePart& part : parts)
    if (!fs::is_regular_file(folder / part.name))
      throw RunError(ExitCode::missing_input,
                     fmt::format("the released file {} is gone", (folder / part.name).string()),
                     "Put it back from a copy: the cards' pictures are taken from it.");
  if (digest_in(folder, file.name) != file.sha256)
    throw RunError(ExitCode::bad_input,
                   fmt::format("{} is not the file that was released", (folder / file.name).string()),
                   "Put the released file back from a copy.");
  const CardSide side = design.sheet.card.front.portrait ? CardSide::front : CardSide::back;
  const auto part = std::ranges::find_if(parts, [&](const FilePart& one) { return one.pages.has(side); });
  return {folder / part->name, part->pages};
}

}  // namespace pehchan
