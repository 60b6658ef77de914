#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "credential/cbor_reader.h"

namespace pehchan {

enum class Presence { required, optional };

/// Reads claims of their types out of a map; the first that is missing or wrong is remembered, and harmless values
/// stand in.
class ClaimReader {
 public:
  /// Without control characters and of 1 to 400 bytes.
  std::string text(const CborValue& map, std::int64_t key, Presence presence);
  std::string text(const CborValue* value, const char* otherwise);
  /// Seconds since 1970 UTC, from then to the year 9999.
  std::optional<std::int64_t> time(const CborValue& map, std::int64_t key, Presence presence);
  /// A whole number from 0.
  std::int64_t count(const CborValue* value, const char* otherwise);

  void refuse(const char* why) {
    if (why_ == nullptr) why_ = why;
  }
  /// Null when all was right.
  const char* why() const { return why_; }

 private:
  const char* why_ = nullptr;
};

}  // namespace pehchan
