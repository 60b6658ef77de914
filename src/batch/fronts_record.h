#pragma once
#include <filesystem>
#include <set>
#include <string>

namespace pehchan {

/// Of a job whose fronts and backs are printed apart: the sheets whose fronts a printer has taken already, kept beside
/// its files. Their cards are `printed` only with the backs.
struct FrontsRecord {
  std::set<std::size_t> well;    ///< counted by the printer, or a person says so
  std::set<std::size_t> unsure;  ///< nobody has said it
};

/// Throws RunError (bad_input) for a file that is no such record.
FrontsRecord read_fronts(const std::filesystem::path& folder, const std::string& job);
void write_fronts(const std::filesystem::path& folder, const std::string& job, const FrontsRecord& fronts);

}  // namespace pehchan
