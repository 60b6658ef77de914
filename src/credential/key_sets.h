#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "credential/public_key.h"

namespace pehchan {

/// Public keys as others take them: JSON Web Key Set (RFC 7517, 8037) and COSE_KeySet (RFC 9052 §7, 9053 §7.2).
std::string jwks_of(const PublicKeys& keys);
std::string cose_key_set_of(const PublicKeys& keys);

/// Keys of other kinds are passed over; a key of ours without kid or with a wrong one is a failure, and so is a set
/// with none of ours. The failure says why.
Result<PublicKeys, const char*> read_jwks(std::string_view json);
Result<PublicKeys, const char*> read_cose_key_set(std::string_view cbor);

}  // namespace pehchan
