#pragma once
#include <filesystem>
#include <string>

namespace pehchan {

/// What opens an encrypted private key; its memory is wiped when this goes. Never shown, never logged.
class Passphrase {
 public:
  Passphrase() = default;  ///< none
  explicit Passphrase(std::string text) : text_(std::move(text)) {}
  Passphrase(Passphrase&& other) noexcept;
  Passphrase& operator=(Passphrase&&) = delete;
  ~Passphrase();

  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// From `file` (its first line) when one is named, else from the variable PEHCHAN_PASSPHRASE, else none. Throws
/// RunError: as read_secret_file says, or bad_config for a file with an empty line.
Passphrase read_passphrase(const std::filesystem::path& file);

}  // namespace pehchan
