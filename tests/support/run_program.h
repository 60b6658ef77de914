#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace pehchan {

struct Finished {
  int code = 0;  ///< exit code; 128 + signal when it was killed
  std::string out, err;
};

/// The real program at work; killed if it still is when this goes.
class RunningProgram {
 public:
  /// `through` is what runs it, such as {"faketime", "-f", "-400d"}.
  explicit RunningProgram(const std::vector<std::string>& words, const std::vector<std::string>& through = {});
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  void signal(int number) const;
  bool has_ended();
  Finished wait();
  /// What it has said by now.
  std::string out() const;
  std::string err() const;

 private:
  pid_t child_ = -1;
  int status_ = 0;
  bool has_ended_ = false;
  std::filesystem::path out_, err_;
};

/// The real program with these words; waits for its end.
Finished run_program(const std::vector<std::string>& words, const std::vector<std::string>& through = {});

/// The same, sent `signal` after `milliseconds`, unless it has ended by then.
Finished run_and_signal(const std::vector<std::string>& words, int signal, int milliseconds);

std::string bytes_of(const std::filesystem::path& file);
void write_bytes(const std::filesystem::path& file, const std::string& bytes);

/// Relative name and SHA-256 of every file below a folder, one a line, sorted; lock files, and
/// the ledger and the kept portraits, which tell times, left out.
std::string fingerprint(const std::filesystem::path& folder);

}  // namespace pehchan
