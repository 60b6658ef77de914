#include "base/sha256.h"

#include <gtest/gtest.h>

#include "base/atomic_file.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

// FIPS 180-4's own example.
TEST(Sha256, AgreesWithThePublishedExample) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, OfAFileIsThatOfItsBytes) {
  const std::string bytes(200'000, 'x');
  const ScratchFolder folder;
  const auto path = folder / "large";
  write_file(path, bytes);
  EXPECT_EQ(sha256_of_file(path.string()), sha256_hex(bytes));
}

}  // namespace
}  // namespace pehchan
