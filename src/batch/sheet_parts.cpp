#include "batch/sheet_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

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
constexpr std::array<std::string_view, 3> side_words{"both", "fronts", "backs"};

std::string name_of_side(const JobFile& file, PaperSide side) {
  const auto names = part_names(file.name);
  return side == PaperSide::backs ? names.back() : names.front();
}

std::string digest_with(const SheetPart& part, const std::string& bytes) {
  return part.side == PaperSide::both ? sha256_hex(bytes) : digest_in(part.path.parent_path(), part.file.name);
}

}  // namespace

std::string_view word_of(PaperSide side) { return side_words.at(static_cast<std::size_t>(side)); }

PaperSide side_named(std::string_view word) {
  return word == "fronts" ? PaperSide::fronts : word == "backs" ? PaperSide::backs : PaperSide::both;
}

bool has_sides_apart(Ledger& ledger, const Job& job) {
  return std::ranges::any_of(files_of(ledger, job),
                             [](const JobFile& file) { return part_names(file.name).size() > 1; });
}

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

std::vector<SheetPart> parts_of(Ledger& ledger, const Job& job, const std::vector<SheetRange>& sheets, PaperSide side) {
  std::vector<SheetPart> parts;
  const auto files = files_of(ledger, job);
  for (const SheetRange& range : sheets)
    for (std::size_t sheet = range.first; sheet <= range.last;) {
      const auto file = std::ranges::find_if(
          files, [&](const JobFile& one) { return sheet >= one.first_sheet && sheet < one.first_sheet + one.sheets; });
      if (file == files.end())
        throw RunError(ExitCode::missing_input, fmt::format("the file of sheet {} of {} was purged", sheet, job.name()),
                       "Run 'pehchan replace' and 'pehchan issue' for whoever needs a card.");
      const std::size_t last = std::min(range.last, file->first_sheet + file->sheets - 1);
      parts.push_back({*file, folder_path(ledger, file->folder) / name_of_side(*file, side), {sheet, last}, side});
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
  if (digest_with(part, bytes) != part.file.sha256)
    throw RunError(ExitCode::bad_input, fmt::format("{} is not the file that was released", name),
                   "Nothing of it was printed. Put the released file back from a copy.");
  if (part.is_whole()) return bytes;
  const std::size_t pages_a_sheet = pages_of(bytes, name).count / part.file.sheets;
  return some_pages(bytes, name, (part.sheets.first - part.file.first_sheet) * pages_a_sheet,
                    part.count() * pages_a_sheet);
}

}  // namespace pehchan
