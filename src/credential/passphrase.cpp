#include "credential/passphrase.h"

#include <openssl/crypto.h>

#include <cstdlib>

#include "base/run_error.h"
#include "credential/secret_file.h"

namespace pehchan {

Passphrase::Passphrase(Passphrase&& other) noexcept : text_(other.text_) {
  OPENSSL_cleanse(other.text_.data(), other.text_.size());
  other.text_.clear();
}

Passphrase::~Passphrase() { OPENSSL_cleanse(text_.data(), text_.size()); }

Passphrase read_passphrase(const std::filesystem::path& file) {
  if (file.empty()) {
    const char* text = std::getenv("PEHCHAN_PASSPHRASE");
    if (text != nullptr && *text == '\0')
      throw RunError(ExitCode::bad_config, "the variable PEHCHAN_PASSPHRASE is empty",
                     "Write the passphrase in it; or unset it, if the key is not encrypted.");
    return Passphrase(text == nullptr ? "" : text);
  }
  std::string text = read_secret_file(file);
  Passphrase passphrase(text.substr(0, text.find_first_of("\r\n")));
  OPENSSL_cleanse(text.data(), text.size());
  if (passphrase.empty())
    throw RunError(ExitCode::bad_config, file.string() + ": its first line is empty",
                   "Write the passphrase on the file's first line.");
  return passphrase;
}

}  // namespace pehchan
