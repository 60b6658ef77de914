#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "credential/public_key.h"
#include "credential/refusal.h"
#include "credential/signing_key.h"

namespace pehchan {

/// A signed message (COSE_Sign1, RFC 9052 §4.2) that was read; it looks into the bytes it was read from.
struct CoseSign1 {
  std::string_view protected_bytes;  ///< the protected header, as it was signed
  std::string kid;                   ///< header 4: which key signed it
  std::string type;                  ///< header 16 (RFC 9596); empty: none
  std::string_view payload, signature;
  bool is_tagged_cwt = false;  ///< it lies in tag 61 (RFC 8392 §6)
};

/// The message in tag 18, signed with EdDSA; `type` goes into header 16 unless it is empty.
std::string sign_cose(std::string_view payload, const SigningKey& key, std::string_view type);

/// Reads one without asking whether its signature is right. Refused: any other algorithm than EdDSA, no kid or one that
/// is none (key_id.h), critical headers (we know none), headers that are not signed. The failure says why.
Result<CoseSign1, const char*> read_cose(std::string_view bytes);

/// Whether the signature is this key's.
bool is_signed_by(const PublicKey& key, const CoseSign1& message);

/// Reads one that must be signed by one of the keys, as `type` (empty: none), so that a message of one kind never
/// passes for another's. Total. Nothing that it says may be believed before this.
Result<CoseSign1, Refusal> open_signed(std::string_view bytes, const PublicKeys& keys, std::string_view type);

}  // namespace pehchan
