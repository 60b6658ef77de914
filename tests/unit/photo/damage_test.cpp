// What becomes of files that were cut off or changed on their way: refused, or whole; never half a picture.
#include <gtest/gtest.h>

#include <cstdio>
#include <opencv2/core.hpp>
#include <random>

#include "photo/decode.h"
#include "unit/photo/made_pictures.h"

namespace pehchan {
namespace {

constexpr int trials = 200;
constexpr double visible = 12;  // mean difference of an 8×8 px cell

struct Kind {
  const char* name;
  PictureFormat format;
  bool has_checksums;
};
const std::vector<Kind> kinds = {{"JPEG", PictureFormat::jpeg, false}, {"PNG", PictureFormat::png, true},
                                 {"WebP", PictureFormat::webp, false}, {"TIFF", PictureFormat::tiff, false},
                                 {"BMP", PictureFormat::bmp, false},   {"HEIC", PictureFormat::heic, false}};

/// With a little noise, as photos have, so that every byte of the file matters.
cv::Mat noisy_picture() {
  cv::Mat picture = drawn_picture(320, 240), noise(picture.size(), CV_8UC3);
  cv::RNG random(7);
  random.fill(noise, cv::RNG::UNIFORM, 0, 12);
  return picture + noise;
}

struct Seen {
  int accepted = 0, wrong = 0;
};

void look(const std::string& file, const cv::Mat& whole, Seen& seen) {
  const auto decoded = decode_photo(file, 0);
  if (!decoded) return;
  ++seen.accepted;
  if (worst_cell(decoded->pixels, whole) > visible) ++seen.wrong;
}

TEST(DamagedPhoto, ACutOffFileOfAnyFormatIsRefused) {
  for (const Kind& kind : kinds) {
    const auto file = file_of(kind.format, noisy_picture());
    const auto whole = decode_photo(file, 0).value().pixels;
    std::mt19937 random(1);
    Seen seen;
    for (int i = 0; i < trials; ++i) look(file.substr(0, random() % file.size()), whole, seen);
    look(file.substr(0, file.size() - 1), whole, seen);
    std::printf("%s cut off: %d of %d accepted, %d of them visibly wrong\n", kind.name, seen.accepted, trials + 1,
                seen.wrong);
    EXPECT_EQ(seen.accepted, 0) << kind.name;
  }
}

// TurboJPEG's handle goes on in the middle of a header where the last file broke off.
TEST(DamagedPhoto, TheNextPhotoIsNoneTheWorseForIt) {
  const auto file = file_of(PictureFormat::jpeg, noisy_picture());
  for (std::size_t cut = 2; cut < 1200; ++cut) {
    EXPECT_FALSE(decode_photo(file.substr(0, cut), 0));
    ASSERT_TRUE(decode_photo(file, 0)) << "after one cut off at " << cut;
  }
}

TEST(DamagedPhoto, ChangedBytesAreRefusedWhereTheFormatHasChecksums) {
  for (const Kind& kind : kinds) {
    const auto file = file_of(kind.format, noisy_picture());
    const auto whole = decode_photo(file, 0).value().pixels;
    std::mt19937 random(2);
    Seen seen;
    for (int i = 0; i < trials; ++i) {
      std::string changed = file;
      for (int bytes = 0; bytes < 3; ++bytes) changed[random() % file.size()] ^= static_cast<char>(1 + random() % 255);
      look(changed, whole, seen);
    }
    std::printf("%s changed: %d of %d accepted, %d of them visibly wrong\n", kind.name, seen.accepted, trials,
                seen.wrong);
    if (kind.has_checksums) {
      EXPECT_EQ(seen.wrong, 0) << kind.name;
    }
  }
}

// A download that went on after a gap, or a bad sector. (WebP and BMP have nothing to see it by; LZW, in
// this TIFF, runs out of step.)
TEST(DamagedPhoto, AHoleIsSeenInAJpegAPngATiffAndAHeic) {
  constexpr std::size_t hole = 512;
  for (const Kind& kind : kinds) {
    const auto file = file_of(kind.format, noisy_picture());
    const auto whole = decode_photo(file, 0).value().pixels;
    std::mt19937 random(3);
    Seen seen;
    for (int i = 0; i < trials; ++i) {
      std::string holed = file;
      holed.replace(1000 + random() % (file.size() - 1000 - hole), hole, hole, '\0');
      look(holed, whole, seen);
    }
    std::printf("%s with a hole: %d of %d accepted, %d of them visibly wrong\n", kind.name, seen.accepted, trials,
                seen.wrong);
    if (kind.format == PictureFormat::jpeg) {
      EXPECT_LE(seen.wrong, trials / 20);
    }
    if (kind.format == PictureFormat::png || kind.format == PictureFormat::tiff || kind.format == PictureFormat::heic) {
      EXPECT_EQ(seen.wrong, 0) << kind.name;
    }
  }
}

}  // namespace
}  // namespace pehchan
