#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "ledger/after_print.h"

namespace pehchan {

/// Some sheets of one released file that are printed in one go.
struct SheetPart {
  JobFile file;
  std::filesystem::path path;
  SheetRange sheets;  ///< of the job

  std::size_t count() const { return sheets.last - sheets.first + 1; }
  bool is_whole() const { return count() == file.sheets; }
};

/// "3-7", or "3" for one.
std::string words_of(const SheetRange& sheets);

/// Numbers in order as ranges: 1 2 3 7 as 1-3, 7.
std::vector<SheetRange> ranges_of(const std::vector<std::size_t>& sheets);

/// What is to be printed of a job's released files, in the order of its sheets. Throws RunError (missing_input) for
/// sheets whose file was purged; bad_config for fronts and backs in files of their own.
std::vector<SheetPart> parts_of(Ledger& ledger, const Job& job, const std::vector<SheetRange>& sheets);

/// The part as a PDF: the whole file's own bytes, else one of those pages. Throws RunError: missing_input when the file
/// is gone, bad_input when it is not the one that was released.
std::string pdf_of(const SheetPart& part);

}  // namespace pehchan
