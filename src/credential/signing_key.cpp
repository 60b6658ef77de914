#include "credential/signing_key.h"

#include <fmt/format.h>
#include <openssl/crypto.h>

#include "base/run_error.h"
#include "credential/key_id.h"
#include "credential/key_pem.h"
#include "credential/secret_file.h"

namespace pehchan {
namespace {

[[noreturn]] void refuse(const std::string& file, PemFault fault) {
  const auto error = [&](const char* what, const char* advice) {
    return RunError(ExitCode::bad_config, file + what, advice);
  };
  switch (fault) {
    case PemFault::no_passphrase:
      throw error(" is encrypted, and no passphrase was given",
                  "Give it with --passphrase-file FILE, or in the variable PEHCHAN_PASSPHRASE.");
    case PemFault::not_passphrase:
      throw error(": the passphrase is not this key's",
                  "Check the file of --passphrase-file, or the variable PEHCHAN_PASSPHRASE.");
    case PemFault::not_ed25519:
      throw error(" is a key of another kind than Ed25519", "Make one with 'pehchan keys new'.");
    case PemFault::not_key:
      break;
  }
  throw error(" is no private key (PKCS#8 in PEM)", "Give the file KID.pem that 'pehchan keys new' has made.");
}

}  // namespace

SigningKey SigningKey::read(const std::filesystem::path& file, const Passphrase& passphrase) {
  const std::string kid = file.extension() == ".pem" ? key_id_of(file.filename().string()) : "";
  if (kid.empty())
    throw RunError(ExitCode::bad_config,
                   fmt::format("{}: a key's file is named after its key, such as 2026a.pem", file.string()),
                   "The name before .pem has at most 32 letters of English, digits, '-' and '_'.");
  if (const std::string name = file.filename().string(); name.ends_with(".pub.pem"))
    throw RunError(ExitCode::bad_config, file.string() + " is the public key: it signs nothing",
                   fmt::format("Give the private one, {}.", (file.parent_path() / (kid + ".pem")).string()));
  std::string pem = read_secret_file(file);
  auto key = read_private_pem(pem, passphrase);
  OPENSSL_cleanse(pem.data(), pem.size());
  if (!key) refuse(file.string(), key.error());
  return {kid, std::move(*key)};
}

}  // namespace pehchan
