#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/run_program.h"

namespace pehchan {

/// A test with a demo of its own program: `mixed` has mistakes of every kind, `good` has none.
class WithDemo : public testing::Test {
 protected:
  static void SetUpTestSuite();
  static void TearDownTestSuite();
  /// For tests that want `good` alone: before all of them, instead of SetUpTestSuite.
  static void make_good();

  /// The words of an issue run over a demo; more may be appended.
  static std::vector<std::string> issue(const std::filesystem::path& demo, const std::filesystem::path& out,
                                        const std::vector<std::string>& more = {});
  /// The same over a roll of its own, with the good demo's photos.
  static std::vector<std::string> issue_roll(const std::filesystem::path& roll, const std::filesystem::path& out);

  static std::filesystem::path home, mixed, good;
};

}  // namespace pehchan
