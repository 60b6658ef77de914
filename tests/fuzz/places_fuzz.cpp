#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "base/run_error.h"
#include "roll/places.h"

/// Whatever a list of places holds, it is a list or one error of ours, and asking it for a place never fails.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr const char* header = "state,district,block,booth_no,district_code\n";
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const std::string& whole : {text, header + text}) {
    try {
      std::istringstream csv(whole);
      const pehchan::PlaceList places(csv, "places.csv");
      pehchan::Member member;
      for (const auto field : {pehchan::Field::district, pehchan::Field::block, pehchan::Field::booth_no})
        member[field] = text.substr(0, 30);
      if (const auto problem = places.problem_of(member, "roll.csv"); problem && problem->reason.hi.empty())
        std::abort();
      for (const auto& [name, code] : places.district_codes())
        if (pehchan::district_code(places.district_codes(), name) != code) std::abort();
    } catch (const pehchan::RunError& error) {
      if (error.code != pehchan::ExitCode::bad_input) std::abort();
    }
  }
  return 0;
}
