#pragma once
#include <string>
#include <vector>

namespace pehchan {

/// One card to be handed over.
struct RegisterEntry {
  std::string card_number, name, name_local;  ///< either name may be empty
};

/// The cards that one booth worker takes along.
struct RegisterBooth {
  std::string state, district, block, booth_no, booth_name;  ///< each may be empty
  std::vector<RegisterEntry> entries;
};

/// Who is to sign for which card: a signature register of one job.
struct HandoverRegister {
  std::string job;
  std::string date;  ///< YYYY-MM-DD
  std::vector<RegisterBooth> booths;
};

}  // namespace pehchan
