#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "model/member.h"

namespace pehchan {

/// An invented member; the same number, the same person.
Member invented_member(std::size_t number);

/// What ends a worker before its work does.
enum class Fate {
  none,
  killed_with_a_file_bound,  ///< kills itself between prepare_file and release_file
  frozen_with_cards_claimed  ///< stops itself before prepare_file; whoever wakes it does so after its lease
};

struct WorkerTask {
  std::string url;
  std::vector<std::string> numbers;  ///< of the ordered cards, in the order of the invented members
  std::size_t block = 1000;          ///< cards claimed at once
  int lease_seconds = 3;
  int told = -1;  ///< a descriptor: one byte is written for each released file
};

/// What the ledger calls the folder of this worker's files.
std::string worker_folder(unsigned worker);

/// One worker's whole work, as `pehchan issue` does it on a shared ledger, with made-up files and nothing drawn: claims
/// block by block, binds and releases file by file, waits for what others hold. Gives an exit code.
int work(const WorkerTask& task, unsigned worker, Fate fate);

}  // namespace pehchan
