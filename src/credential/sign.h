#pragma once
#include <string>

#include "credential/claims.h"
#include "credential/signing_key.h"

namespace pehchan {

/// The claims, signed: the bytes of COSE_Sign1 in this form. The same claims, key and form make the same bytes.
std::string sign_credential(const CredentialClaims& claims, const SigningKey& key, WireForm form);

}  // namespace pehchan
