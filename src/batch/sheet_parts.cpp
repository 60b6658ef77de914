#include "batch/sheet_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"
#include "base/run_error.h"
#include "base/sha256.h"
#include "batch/file_parts.h"
#include "batch/job_folder.h"
#include "print/some_pages.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest = 2'000'000'000;

}  // namespace

std::string words_of(const SheetRange& range) {
  return range.first == range.last ? fmt::format("{}", range.first) : fmt::format("{}-{}", range.first, range.last);
}

std::vector<SheetRange> ranges_of(const std::vector<std::size_t>& sheets) {
  std::vector<SheetRange> ranges;
  for (const std::size_t sheet : sheets)
    if (!ranges.empty() && ranges.back().last + 1 == sheet)
      ranges.back().last = sheet;
    else
      ranges.push_back({sheet, sheet});
  return ranges;
}

std::vector<SheetPart> parts_of(Ledger& ledger, const Job& job, const std::vector<SheetRange>& sheets) {
  std::vector<SheetPart> parts;
  const auto files = files_of(ledger, job);
  for (const SheetRange& range : sheets)
    for (std::size_t sheet = range.first; sheet <= range.last;) {
      const auto file = std::ranges::find_if(
          files, [&](const JobFile& one) { return sheet >= one.first_sheet && sheet < one.first_sheet + one.sheets; });
      if (file == files.end())
        throw RunError(ExitCode::missing_input, fmt::format("the file of sheet {} of {} was purged", sheet, job.name()),
                       "Run 'pehchan replace' and 'pehchan issue' for whoever needs a card.");
      if (part_names(file->name).size() > 1)
        throw RunError(ExitCode::bad_config,
                       fmt::format("fronts and backs of {} are files of their own: each is printed on paper of its own",
                                   job.name()),
                       "Print both from another program at 100 %, then say 'pehchan printed " + job.name() + "'.");
      const std::size_t last = std::min(range.last, file->first_sheet + file->sheets - 1);
      parts.push_back({*file, folder_path(ledger, file->folder) / file->name, {sheet, last}});
      sheet = last + 1;
    }
  return parts;
}

std::string pdf_of(const SheetPart& part) {
  const std::string name = part.path.string();
  if (!fs::is_regular_file(part.path))
    throw RunError(ExitCode::missing_input, fmt::format("the released file {} is gone", name),
                   "Put it back from a copy.");
  std::string bytes = read_file(part.path, largest);
  if (sha256_hex(bytes) != part.file.sha256)
    throw RunError(ExitCode::bad_input, fmt::format("{} is not the file that was released", name),
                   "Nothing of it was printed. Put the released file back from a copy.");
  if (part.is_whole()) return bytes;
  const std::size_t pages_a_sheet = pages_of(bytes, name).count / part.file.sheets;
  return some_pages(bytes, name, (part.sheets.first - part.file.first_sheet) * pages_a_sheet,
                    part.count() * pages_a_sheet);
}

}  // namespace pehchan
