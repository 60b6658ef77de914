#include "support/run_program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>

#include "base/sha256.h"
#include "support/build_paths.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

fs::path output_file(const char* kind) {
  static std::atomic<int> count = 0;
  return fs::temp_directory_path() /
         ("pehchan-run-" + std::to_string(::getpid()) + "-" + std::to_string(++count) + kind);
}

[[noreturn]] void become(std::vector<std::string> words, const fs::path& out, const fs::path& err) {
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const auto redirect = [](const fs::path& file, int descriptor) {
    const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(opened, descriptor);
  };
  redirect(out, STDOUT_FILENO);
  redirect(err, STDERR_FILENO);
  ::execvp(arguments.front(), arguments.data());
  ::_exit(127);
}

}  // namespace

RunningProgram::RunningProgram(const std::vector<std::string>& words, const std::vector<std::string>& through)
    : out_(output_file(".out")), err_(output_file(".err")) {
  std::vector<std::string> all = through;
  all.emplace_back(PEHCHAN_PROGRAM);
  all.insert(all.end(), words.begin(), words.end());
  child_ = ::fork();
  if (child_ < 0) throw std::runtime_error("cannot fork");
  if (child_ == 0) become(std::move(all), out_, err_);
}

RunningProgram::~RunningProgram() {
  if (!has_ended()) {
    signal(SIGKILL);
    wait();
  }
  std::error_code ignored;
  fs::remove(out_, ignored);
  fs::remove(err_, ignored);
}

void RunningProgram::signal(int number) const { ::kill(child_, number); }

bool RunningProgram::has_ended() {
  if (!has_ended_) has_ended_ = ::waitpid(child_, &status_, WNOHANG) != 0;
  return has_ended_;
}

Finished RunningProgram::wait() {
  if (!has_ended_) ::waitpid(child_, &status_, 0);
  has_ended_ = true;
  return {WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_), bytes_of(out_), bytes_of(err_)};
}

std::string RunningProgram::out() const { return bytes_of(out_); }

std::string RunningProgram::err() const { return bytes_of(err_); }

Finished run_program(const std::vector<std::string>& words, const std::vector<std::string>& through) {
  return RunningProgram(words, through).wait();
}

Finished run_and_signal(const std::vector<std::string>& words, int signal, int milliseconds) {
  RunningProgram program(words);
  std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
  if (!program.has_ended()) program.signal(signal);
  return program.wait();
}

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
        !entry.path().filename().string().starts_with("ledger.db") &&
        entry.path().string().find("/.portraits/") == std::string::npos)
      lines.push_back(fs::relative(entry.path(), folder).string() + " " + sha256_of_file(entry.path().string()) + "\n");
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const auto& line : lines) all += line;
  return all;
}

}  // namespace pehchan
