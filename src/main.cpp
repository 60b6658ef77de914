#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "base/run_error.h"
#include "cli/commands.h"

int main(int argc, char** argv) try {
  return static_cast<int>(pehchan::run_command(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc)));
} catch (const pehchan::RunError& error) {
  fmt::print(stderr, "\npehchan: {}\n", error.what());
  if (!error.advice.empty()) fmt::print(stderr, "  {}\n", error.advice);
  return static_cast<int>(error.code);
} catch (const std::exception& error) {
  fmt::print(stderr,
             "\npehchan: a fault of the program's own: {}\n  Please report it; nothing unfinished was released.\n",
             error.what());
  return static_cast<int>(pehchan::ExitCode::internal);
}
