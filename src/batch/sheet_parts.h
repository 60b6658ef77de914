#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/after_print.h"

namespace pehchan {

/// Which of a sheet's sides a PDF holds: where fronts and backs lie on paper of their own, one.
enum class PaperSide { both, fronts, backs };
/// "both", "fronts", "backs".
std::string_view word_of(PaperSide side);
/// Of another word, both.
PaperSide side_named(std::string_view word);

/// Some sheets of one released file that are printed in one go.
struct SheetPart {
  JobFile file;
  std::filesystem::path path;
  SheetRange sheets;  ///< of the job
  PaperSide side = PaperSide::both;

  std::size_t count() const { return sheets.last - sheets.first + 1; }
  bool is_whole() const { return count() == file.sheets; }
};

/// "3-7", or "3" for one.
std::string words_of(const SheetRange& sheets);

/// Numbers in order as ranges: 1 2 3 7 as 1-3, 7.
std::vector<SheetRange> ranges_of(const std::vector<std::size_t>& sheets);

/// Whether a job's fronts and backs are files of their own.
bool has_sides_apart(Ledger& ledger, const Job& job);

/// What is to be printed of a job's released files, in the order of its sheets; of one `side` where they are apart.
/// Throws RunError (missing_input) for sheets whose file was purged.
std::vector<SheetPart> parts_of(Ledger& ledger, const Job& job, const std::vector<SheetRange>& sheets, PaperSide side);

/// The part as a PDF: the whole file's own bytes, else one of those pages. Throws RunError: missing_input when the file
/// (or the one of its other side) is gone, bad_input when it is not the one that was released.
std::string pdf_of(const SheetPart& part);

}  // namespace pehchan
