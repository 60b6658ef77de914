#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "batch/sheet_parts.h"
#include "ledger/after_print.h"

namespace pehchan {

/// What a printer was given and has not been heard of since, kept beside a job's files until the printer
/// itself says that it is done with it: a run that is killed meanwhile, or a line that breaks, must not print the same
/// sheets twice.
struct PrintRecord {
  std::string printer, job, name;  ///< its address, the job as people name it, and what the printer calls it
  int number = 0;                  ///< by which the printer knows it; 0: it has not told it
  SheetRange sheets;
  std::size_t pages = 0;
  bool is_two_sided = true;
  PaperSide side = PaperSide::both;
  bool is_on_its_way = false;  ///< false: no byte of it has been sent yet
};

/// Nothing where there is none. Throws RunError (bad_input) for a file that is no such record.
std::optional<PrintRecord> read_print_record(const std::filesystem::path& folder);
void write_print_record(const std::filesystem::path& folder, const PrintRecord& record);
void remove_print_record(const std::filesystem::path& folder);

}  // namespace pehchan
