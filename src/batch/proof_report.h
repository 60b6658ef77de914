#pragma once
#include <span>
#include <string>

#include "base/run_error.h"
#include "print/preflight/preflight.h"

namespace pehchan {

/// What came of one file that `pehchan proof` was given.
struct ProofedFile {
  std::string name;
  Preflight found;               ///< nothing when it could not be read
  ExitCode code = ExitCode::ok;  ///< why not
  std::string trouble;           ///< the same in words; empty: it was read
  bool is_right() const { return code == ExitCode::ok && found.faults.empty(); }
};

/// How many dots of a printer a module is.
constexpr double dots(Mm module, double dpi) { return module.value * dpi / 25.4; }
/// The smallest module of the codes; 0: there is none.
Mm smallest_module(const Preflight& found);

/// For programs: an object with "files", one each, with "faults"; ends in a line break.
std::string proof_json(std::span<const ProofedFile> files);

}  // namespace pehchan
