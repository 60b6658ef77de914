#pragma once
#include <cstddef>
#include <filesystem>
#include <string>

#include "ledger/jobs.h"

namespace pehchan {

struct RegisterFile {
  std::filesystem::path file;
  std::size_t cards = 0, booths = 0;
  std::size_t not_printed = 0;  ///< left out: nobody has said that they were printed
};

/// Writes the register that members sign for their cards: register-J0003.pdf in the job's folder, booth by booth, of
/// the job's cards that are printed and not handed over yet, those that were spoilt and made again among them. Throws
/// RunError (missing_input) when there is none, or when the job is a remake: its cards stand in the first job's
/// register.
RegisterFile write_register(Ledger& ledger, const Job& job);

}  // namespace pehchan
