#include "batch/signing.h"

#include <ctime>

#include "credential/named_key.h"
#include "credential/validity.h"

namespace pehchan {

std::shared_ptr<const Signing> read_signing(const SigningOptions& options) {
  if (options.key.empty()) return nullptr;
  // The settings first: whoever has written them wrong should not be asked for a passphrase.
  CredentialSettings settings = read_credential_settings(options.credential);
  if (options.form) settings.form = *options.form;
  const std::filesystem::path file = named_key_file(options.key, day_of(std::time(nullptr)));
  return std::make_shared<const Signing>(
      Signing{read_named_key(file, read_passphrase(options.passphrase_file)), std::move(settings)});
}

}  // namespace pehchan
