#pragma once
#include <string>

namespace pehchan {

/// The verifier's page with these public keys (a JSON Web Key Set), where {{keys}} stands or where other keys do
/// already. A page with neither stays as it is.
std::string verifier_page(std::string page, const std::string& jwks);

}  // namespace pehchan
