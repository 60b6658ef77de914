#pragma once
#include <filesystem>
#include <fstream>
#include <string>

#include "model/roll.h"

namespace pehchan {

struct RollOptions {
  std::string encoding;  ///< any name ICU knows; empty: UTF-8, or what a byte order mark says
};

/// Reads a roll: CSV as RFC 4180 has it, parted by , ; or tab, headings canonical or as offices write them. A row that
/// is wrong is withheld with every reason, and costs no other row its card, except those with the same card number or
/// EPIC number. Pending and declined rows are counted only. Throws RunError: missing_input for what is not a regular
/// file, bad_input for an empty one or a header that will not do, io_error when reading fails.
Roll read_roll(const std::filesystem::path& file, const RollOptions& options);

/// The same from a stream; `file` is for messages.
Roll read_roll(std::istream& bytes, const std::string& file, const RollOptions& options);

/// Opens a roll for reading, or throws RunError (missing_input).
std::ifstream open_roll(const std::filesystem::path& file);

}  // namespace pehchan
