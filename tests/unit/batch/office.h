#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/run_error.h"
#include "ledger/jobs.h"
#include "ledger/ledger.h"
#include "model/member.h"
#include "support/scratch_folder.h"

namespace pehchan {

/// An invented member: M1, M2, … of the district Tarapur.
Member person(std::size_t number);
std::vector<Member> people(std::size_t count);

/// An office's ledger and output folder without rolls, photos or real PDFs: two cards a sheet, one file a call.
class Office : public testing::Test {
 protected:
  ScratchFolder folder;
  Ledger ledger{folder / "ledger.db"};
  std::filesystem::path out = folder / "cards";

  Office();
  Job job();
  /// Orders these members' cards, and prepares a file that holds "sheets of M1 …"; it is not on disk yet.
  JobFile prepare(const std::vector<Member>& members);
  /// The same, released and on disk.
  JobFile release(const std::vector<Member>& members);
  static std::string bytes_for(const std::vector<Member>& members);
  std::vector<std::string> numbers_of(const std::vector<Member>& members);
  std::string state_of(const Member& member);
  /// All of it printed and handed over, its job closed.
  void finish(const Job& job);
};

ExitCode code_of(const std::function<void()>& work);

}  // namespace pehchan
