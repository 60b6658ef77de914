#include <gtest/gtest.h>

#include "batch/design.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {

const std::string toml = PEHCHAN_SOURCE "/templates/member/card.toml";
const std::string format = PEHCHAN_SOURCE "/templates/sheets/a4-2x5.toml";

void add_picture(SideTemplate& side, const std::string& bytes) {
  side.pictures.emplace_back();
  side.pictures.back().picture =
      std::make_shared<ArtworkFile>(ArtworkFile{.file = "logo.png", .bytes = bytes, .page = 1, .placeholders = {}});
}

TEST(DesignHash, ChangesWithEveryPicturesBytes) {
  CardTemplate card;
  const std::string without = hash_of(card, toml, format);
  EXPECT_EQ(hash_of(card, toml, format), without);
  add_picture(card.front, "one");
  add_picture(card.back, "two");
  const std::string with = hash_of(card, toml, format);
  EXPECT_NE(with, without);
  CardTemplate other = card;
  other.back.pictures.clear();
  add_picture(other.back, "three");
  EXPECT_NE(hash_of(other, toml, format), with);
}

TEST(DesignHash, ChangesWithTheArtwork) {
  CardTemplate card;
  const std::string plain = hash_of(card, toml, format);
  card.back.artwork.bytes = "<svg/>";
  EXPECT_NE(hash_of(card, toml, format), plain);
}

}  // namespace
}  // namespace pehchan
