#include "batch/signing.h"

#include "credential/key_ring.h"

namespace pehchan {

std::shared_ptr<const Signing> read_signing(const SigningOptions& options) {
  if (options.key.empty()) return nullptr;
  // The settings first: whoever has written them wrong should not be asked for a passphrase.
  CredentialSettings settings = read_credential_settings(options.credential);
  if (options.form) settings.form = *options.form;
  refuse_withdrawn(options.key);
  return std::make_shared<const Signing>(
      Signing{SigningKey::read(options.key, read_passphrase(options.passphrase_file)), std::move(settings)});
}

}  // namespace pehchan
