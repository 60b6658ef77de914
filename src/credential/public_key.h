#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "credential/ed25519.h"

namespace pehchan {

/// What a signature is checked against.
struct PublicKey {
  std::string kid;
  Ed25519Public x{};
  bool operator==(const PublicKey&) const = default;
};

/// In the order of their kids, each once.
using PublicKeys = std::vector<PublicKey>;

/// Null when there is none of that name.
const PublicKey* find_key(const PublicKeys& keys, std::string_view kid);

}  // namespace pehchan
