#include "credential/ed25519.h"

#include <openssl/err.h>

#include "base/run_error.h"

namespace pehchan {
namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

void demand(bool is_done, const char* what) {
  if (is_done) return;
  ERR_clear_error();
  throw RunError(ExitCode::internal, std::string("OpenSSL could not ") + what);
}

}  // namespace

KeyHandle new_ed25519() {
  KeyHandle key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
  demand(key != nullptr, "make a key");
  return key;
}

Ed25519Public public_part(EVP_PKEY& key) {
  Ed25519Public x{};
  std::size_t size = x.size();
  demand(EVP_PKEY_get_raw_public_key(&key, x.data(), &size) == 1 && size == x.size(), "tell a key's public part");
  return x;
}

std::string sign_ed25519(EVP_PKEY& key, std::string_view message) {
  const DigestHandle context(EVP_MD_CTX_new());
  std::string signature(64, '\0');
  std::size_t size = signature.size();
  demand(context != nullptr && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, &key) == 1 &&
             EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes_of(message),
                            message.size()) == 1 &&
             size == signature.size(),
         "sign");
  return signature;
}

bool is_signed_by(const Ed25519Public& x, std::string_view message, std::string_view signature) {
  const KeyHandle key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, x.data(), x.size()));
  const DigestHandle context(EVP_MD_CTX_new());
  const bool is_right =
      key != nullptr && context != nullptr && signature.size() == 64 &&
      EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
      EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(message), message.size()) == 1;
  // What OpenSSL notes of a wrong signature would else be found by whoever asks it next, such as a printer's TLS.
  if (!is_right) ERR_clear_error();
  return is_right;
}

}  // namespace pehchan
