#pragma once
#include <filesystem>

namespace pehchan {

/// Writes an empty roll to fill in, as an XLSX workbook: headings in Hindi and English that read_roll knows, every
/// column formatted as text so that no number is shortened, lists to choose status and channel from, and a second
/// worksheet that says what belongs into each column, with an example. Throws RunError: cannot_create if the file is
/// there already, or as cannot_write says.
void write_starter(const std::filesystem::path& file);

}  // namespace pehchan
