#include <cstdint>
#include <cstdlib>
#include <vector>

#include "photo/header.h"

namespace {

void expect(bool holds) {
  if (!holds) std::abort();
}

/// From memory of exactly this size, so that the address sanitizer sees a read beyond it.
void check(const std::uint8_t* data, std::size_t size) {
  const std::vector<char> exact(data, data + size);
  const std::string_view bytes(exact.data(), exact.size());
  const auto header = pehchan::read_header(bytes);
  if (!header) return;
  expect(pehchan::picture_format(bytes) == header->format);
  expect(header->width > 0 && header->height > 0);
  expect(header->orientation >= 1 && header->orientation <= 8);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check(data, size);
  if (size > 4096) return 0;
  for (std::size_t cut = 0; cut < size; ++cut) check(data, cut);
  return 0;
}
