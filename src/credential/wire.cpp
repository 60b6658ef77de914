#include "credential/wire.h"

#include "credential/base45.h"
#include "credential/zlib_stream.h"

namespace pehchan {

std::string to_qr_text(std::string_view cose) { return to_base45(deflated(cose)); }

Result<std::string, const char*> from_qr_text(std::string_view text) {
  if (text.size() > longest_qr_text) return failure("it is longer than a QR code can be");
  if (text.starts_with("http")) return failure("it is a link, not a signed code");
  const auto packed = from_base45(text);
  if (!packed) return failure("it is not Base45");
  auto bytes = inflated(*packed, largest_token);
  if (!bytes) return failure("it cannot be unpacked");
  return std::move(*bytes);
}

}  // namespace pehchan
