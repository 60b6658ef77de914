#pragma once
#include <optional>
#include <string>

#include "credential/claims.h"
#include "model/words.h"

namespace pehchan {

/// Why a code, or a status list, does not count.
struct Refusal {
  enum class Why {
    unreadable,      ///< no code of this kind, or damaged
    unknown_key,     ///< signed with a key that is not among the given ones
    bad_signature,   ///< altered, or forged
    wrong_content,   ///< rightly signed, but not as a card is
    not_yet_valid,   ///< begins to count later
    expired,         ///< no longer counts
    revoked,         ///< void, replaced or expired by its issuer's word
    unknown_status,  ///< names a status list that was not given
  };

  Why why = Why::unreadable;
  std::string detail = {};                      ///< plain English for whoever looks closer; empty: nothing to add
  std::string kid = {};                         ///< what it says of its key; empty: not known
  std::optional<CredentialClaims> claims = {};  ///< only where the signature was right
};

/// For programs: "bad_signature".
const char* code_of(Refusal::Why why);

/// For people: what is wrong, and what to do.
Words words_of(Refusal::Why why);

}  // namespace pehchan
