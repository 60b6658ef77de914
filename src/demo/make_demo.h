#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>

#include "demo/mistakes.h"

namespace pehchan {

struct DemoOptions {
  std::filesystem::path folder;
  std::size_t members = 80;  ///< 1 to 1,000,000
  std::uint64_t seed = 1;
  unsigned jobs = 0;      ///< 0: as many as there are cores
  bool all_good = false;  ///< no mistakes
};

struct DemoSummary {
  std::filesystem::path roll, photos;
  std::size_t members = 0;
  std::size_t confirmed = 0;  ///< and nothing wrong with them: they can get a card
  std::size_t pending = 0, declined = 0;
  std::size_t wrong = 0;                              ///< confirmed (or said to be), with a mistake
  std::array<std::size_t, mistake_count> mistakes{};  ///< rows by Mistake
};

/// Writes an invented roll to folder/roll.csv and drawn portraits to folder/photos/*.jpg: nobody in it exists. Same
/// members, seed and all_good, same bytes, at any number of jobs. An earlier demo in the folder is replaced; the roll
/// is written last. Throws RunError: usage when `members` is out of range, cannot_create when the folder holds anything
/// that no demo made or cannot be written, try_again when the disk is full.
DemoSummary make_demo(const DemoOptions& options);

}  // namespace pehchan
