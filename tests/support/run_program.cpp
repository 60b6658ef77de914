#include "support/run_program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include "base/sha256.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

pid_t start(const std::vector<std::string>& words, const fs::path& out, const fs::path& err) {
  std::vector<std::string> all{PEHCHAN_PROGRAM};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char*> arguments;
  for (auto& word : all) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child > 0) return child;
  const auto redirect = [](const fs::path& file, int descriptor) {
    const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(opened, descriptor);
  };
  redirect(out, STDOUT_FILENO);
  redirect(err, STDERR_FILENO);
  ::execv(arguments.front(), arguments.data());
  ::_exit(127);
}

}  // namespace

Finished run_and_signal(const std::vector<std::string>& words, int signal, int milliseconds) {
  const std::string stem = "pehchan-run-" + std::to_string(::getpid());
  const fs::path out = fs::temp_directory_path() / (stem + ".out"), err = fs::temp_directory_path() / (stem + ".err");
  const pid_t child = start(words, out, err);
  int status = 0;
  if (signal != 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    if (::waitpid(child, &status, WNOHANG) == 0) {
      ::kill(child, signal);
      ::waitpid(child, &status, 0);
    }
  } else {
    ::waitpid(child, &status, 0);
  }
  Finished finished{WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), bytes_of(out), bytes_of(err)};
  fs::remove(out);
  fs::remove(err);
  return finished;
}

Finished run_program(const std::vector<std::string>& words) { return run_and_signal(words, 0, 0); }

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write_bytes(const fs::path& file, const std::string& bytes) {
  std::ofstream stream(file, std::ios::binary);
  stream << bytes;
  if (!stream.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::string fingerprint(const fs::path& folder) {
  std::vector<std::string> lines;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().filename() != ".lock" &&
        !entry.path().filename().string().starts_with("ledger.db"))
      lines.push_back(fs::relative(entry.path(), folder).string() + " " + sha256_of_file(entry.path().string()) + "\n");
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const auto& line : lines) all += line;
  return all;
}

}  // namespace pehchan
