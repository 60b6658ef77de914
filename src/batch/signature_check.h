#pragma once
#include <cstdint>

#include "credential/public_key.h"
#include "print/proof.h"

namespace pehchan {

/// For the proof of signed cards: each code must verify by one of these keys at this moment (seconds since 1970 UTC)
/// and be the card's whose number stands on it.
CodeCheck signature_check(PublicKeys keys, std::int64_t now);

}  // namespace pehchan
