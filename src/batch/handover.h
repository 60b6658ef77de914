#pragma once
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

#include "ledger/jobs.h"

namespace pehchan {

struct RegisterFile {
  std::filesystem::path file;
  std::size_t cards = 0, booths = 0;
  /// Left out because nobody has said that they were printed: how many, by the job where their latest copy lies.
  std::map<std::string, std::size_t> not_printed;
};

/// Writes the register that members sign for their cards: register-J0003.pdf in the job's folder, booth by booth, of
/// the job's cards that are printed and not handed over yet, those that were spoilt and made again among them. Throws
/// RunError (missing_input) when there is none, or when the job is a remake: its cards stand in the first job's
/// register; try_again when a run is at work in the folder.
RegisterFile write_register(Ledger& ledger, const Job& job);

}  // namespace pehchan
