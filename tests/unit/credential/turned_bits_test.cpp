// Nobody can turn one bit of what lies in a QR code, also none that a reader of zlib's streams passes over.
#include <gtest/gtest.h>
#include <zlib.h>

#include "base/file.h"
#include "credential/base45.h"
#include "credential/public_keys.h"
#include "credential/validity.h"
#include "credential/verify.h"
#include "credential/wire.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

const fs::path folder = PEHCHAN_SOURCE "/tests/corpus/credentials";

/// How somebody else's program may pack the same bytes.
struct Packing {
  int level = Z_BEST_COMPRESSION, strategy = Z_DEFAULT_STRATEGY, flush = Z_NO_FLUSH;  ///< flush: after half of them
};

std::string packed(std::string_view bytes, const Packing& how) {
  z_stream stream{};
  deflateInit2(&stream, how.level, Z_DEFLATED, MAX_WBITS, MAX_MEM_LEVEL, how.strategy);
  std::string all(bytes.size() * 2 + 100, '\0');
  stream.next_out = reinterpret_cast<Bytef*>(all.data());
  stream.avail_out = static_cast<uInt>(all.size());
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size() / 2);
  deflate(&stream, how.flush);
  stream.avail_in += static_cast<uInt>(bytes.size() - bytes.size() / 2);
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  all.resize(stream.total_out);
  deflateEnd(&stream);
  return all;
}

/// The bits of `bytes`, as "byte.bit", each of which can be turned without that the card is refused.
std::string turnable_bits(const std::string& bytes, const PublicKeys& keys, std::int64_t now) {
  std::string bits;
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string turned = bytes;
    turned[bit / 8] = static_cast<char>(turned[bit / 8] ^ 1 << bit % 8);
    if (verify_credential(to_base45(turned), keys, now))
      bits += std::to_string(bit / 8) + '.' + std::to_string(bit % 8) + ' ';
  }
  return bits;
}

TEST(TurnedBits, AreAllRefusedHoweverACodeIsPacked) {
  const PublicKeys keys = read_public_keys(folder / "keys");
  const std::int64_t now = *day_begins("2026-12-15");
  for (const char* file : {"standard.txt", "mosip.txt", "old-key.txt", "least.txt"}) {
    std::string text = read_file(folder / file, 100'000);
    text.pop_back();
    const auto cose = from_qr_text(text);
    ASSERT_TRUE(cose) << file;
    EXPECT_EQ(turnable_bits(*from_base45(text), keys, now), "") << file;
    for (const Packing& how :
         {Packing{.level = Z_NO_COMPRESSION}, Packing{.strategy = Z_FIXED}, Packing{.flush = Z_PARTIAL_FLUSH},
          Packing{.flush = Z_SYNC_FLUSH}, Packing{.level = Z_NO_COMPRESSION, .flush = Z_SYNC_FLUSH}}) {
      const std::string bytes = packed(*cose, how);
      ASSERT_TRUE(verify_credential(to_base45(bytes), keys, now)) << file;
      EXPECT_EQ(turnable_bits(bytes, keys, now), "")
          << file << ", level " << how.level << ", strategy " << how.strategy << ", flush " << how.flush;
    }
  }
}

}  // namespace
}  // namespace pehchan
