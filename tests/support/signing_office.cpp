#include "support/signing_office.h"

#include "credential/key_pem.h"
#include "support/run_program.h"

namespace pehchan {
namespace fs = std::filesystem;

PublicKey make_key(const fs::path& folder, const std::string& kid, const std::string& passphrase) {
  const KeyHandle key = new_ed25519();
  const fs::path file = folder / (kid + ".pem");
  fs::create_directories(folder);
  write_bytes(file, private_pem(*key, Passphrase(passphrase)));
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  return {kid, public_part(*key)};
}

fs::path write_credential_toml(const fs::path& folder, const std::string& more) {
  write_bytes(folder / "credential.toml", "schema = 1\nissuer = \"" + std::string(office_issuer) +
                                              "\"\nfields = [\"name\", \"name_local\", \"district\", \"valid_until\"]\n"
                                              "valid_for = \"5y\"\nlanguage = \"hin\"\n" +
                                              more);
  return folder / "credential.toml";
}

}  // namespace pehchan
