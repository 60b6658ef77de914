#include <cstdint>
#include <cstdlib>
#include <string>

#include "credential/zlib_stream.h"

/// Whatever a stream holds, no more than the limit comes out; and all bytes that are packed come back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t limit = 8 * 1024;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto unpacked = pehchan::inflated(bytes, limit);
  if (unpacked && unpacked->size() > limit) std::abort();
  // What follows a whole stream is never passed over.
  if (unpacked && pehchan::inflated(bytes + '\0', limit)) std::abort();
  if (size <= limit && pehchan::inflated(pehchan::deflated(bytes), limit) != bytes) std::abort();
  return 0;
}
