#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/run_error.h"
#include "batch/read_codes.h"
#include "credential/public_key.h"
#include "credential/status_list.h"
#include "credential/verify.h"

namespace pehchan {

/// What became of a code that somebody showed.
struct Judgement {
  enum class Status {
    not_checked,  ///< no list was given, or the card names none
    valid,
    revoked,
    unknown,  ///< its list was not among those given, or is too old
  };

  std::string source;
  std::size_t page = 0;
  std::optional<Credential> card = {};  ///< when it is valid
  std::optional<Refusal> refusal = {};  ///< when it is not
  Status status = Status::not_checked;
};

/// Whom and what to believe, and when: seconds since 1970 UTC. Of two lists of one address the first speaks.
struct Trust {
  PublicKeys keys;
  std::vector<StatusList> lists;
  bool asks_status = false;  ///< lists were given: a card must then stand in one of them, if it names one
  std::int64_t now = 0;
};

/// The lists of these files, and of the files in these folders, the newest first; those too old are among them. Throws
/// RunError: missing_input, or bad_input when one is none, has a wrong signature or was issued in the future.
std::vector<StatusList> read_status_lists(const std::vector<std::filesystem::path>& where, const PublicKeys& keys,
                                          std::int64_t now);

Judgement judge(const ShownCode& code, const Trust& trust);

/// How 'verify' ends, beside ok: other than any other command, because programs ask it a question.
inline constexpr ExitCode ends_not_valid{1}, ends_unreadable{2};

/// ok when all are valid, ends_not_valid when one is not, else ends_unreadable.
ExitCode exit_code_of(const std::vector<Judgement>& judgements);

}  // namespace pehchan
