#include <cstdint>
#include <cstdlib>
#include <string>

#include "credential/base45.h"
#include "credential/base64url.h"

/// Whatever a text is: bytes that make that very text again, or nothing; and all bytes come back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto bytes = pehchan::from_base45(text);
  if (bytes && pehchan::to_base45(*bytes) != text) std::abort();
  if (pehchan::from_base45(pehchan::to_base45(text)) != text) std::abort();
  const auto further = pehchan::from_base64url(text);
  if (further && pehchan::to_base64url(*further) != text) std::abort();
  if (pehchan::from_base64url(pehchan::to_base64url(text)) != text) std::abort();
  return 0;
}
