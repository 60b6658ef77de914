#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace pehchan {

struct Finished {
  int code = 0;  ///< exit code; 128 + signal when it was killed
  std::string out, err;
};

/// The real program with these words; waits for its end.
Finished run_program(const std::vector<std::string>& words);

/// The same, sent `signal` after `milliseconds`, unless it has ended by then.
Finished run_and_signal(const std::vector<std::string>& words, int signal, int milliseconds);

std::string bytes_of(const std::filesystem::path& file);
void write_bytes(const std::filesystem::path& file, const std::string& bytes);

/// Relative name and SHA-256 of every file below a folder, one a line, sorted; lock files and
/// the ledger, which tells times, left out.
std::string fingerprint(const std::filesystem::path& folder);

}  // namespace pehchan
