#include "cli/office.h"

#include "support/build_paths.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

class Profile : public Office {
 protected:
  static bool is_x4(const fs::path& pdf) {
    return bytes_of(pdf).find(">PDF/X-4</pdfxid:GTS_PDFXVersion>") != std::string::npos;
  }
  const std::string icc_ = PEHCHAN_SOURCE "/icc/FOGRA39L.icc";
};

TEST_F(Profile, SheetsForAPrintShopAreX4AndSoAreTheirSpoiltOnes) {
  ASSERT_EQ(issue({"--profile", "press"}).code, 0);
  EXPECT_TRUE(is_x4(out_ / "sheets-0001.pdf"));
  expect(0, {"spoilt", "J0001", "--sheet", "2", "--slots", "1"});
  EXPECT_TRUE(is_x4(out_ / "remake-0001.pdf"));
}

TEST_F(Profile, ACardIsTheSameCardWhateverItIsPrintedFor) {
  ASSERT_EQ(issue({"--profile", "press"}).code, 0);
  ASSERT_EQ(issue().code, 0);
  EXPECT_FALSE(fs::exists(out_ / "sheets-0002.pdf"));
  EXPECT_EQ(bytes_of(out_ / "report.json").find("changed"), std::string::npos) << bytes_of(out_ / "report.json");
}

TEST_F(Profile, SpoiltSheetsNeedTheColourProfileThatTheirJobHad) {
  const fs::path own = home_ / "shop.icc";
  fs::copy_file(icc_, own);
  ASSERT_EQ(issue({"--profile", "press", "--icc", own}).code, 0);
  std::string other = bytes_of(icc_);
  other[24] = static_cast<char>(other[24] + 1);  // its date
  write_bytes(own, other);
  const Finished refused = say({"spoilt", "J0001", "--sheet", "1"});
  EXPECT_EQ(refused.code, 78);
  EXPECT_NE(refused.err.find("--icc"), std::string::npos) << refused.err;
  expect(0, {"spoilt", "J0001", "--sheet", "1", "--icc", icc_});
}

TEST_F(Profile, PortraitsInInksAreToldKeptInTheJobAndMadeSoAgain) {
  const Words inks{"--profile", "press", "--portraits", "cmyk", "--ink-limit", "280"};
  Words planned = inks;
  planned.emplace_back("--dry-run");
  EXPECT_NE(issue(planned).out.find("inks (CMYK), at most 280 %"), std::string::npos);
  ASSERT_EQ(issue(inks).code, 0);
  EXPECT_EQ(report()["files"][0]["portraits"], "cmyk");
  EXPECT_EQ(report()["files"][0]["ink_limit"], 280);
  EXPECT_NE(bytes_of(out_ / "report.html").find("at most 280 % ink"), std::string::npos);
  expect(0, {"spoilt", "J0001", "--sheet", "1", "--slots", "2"});
  ASSERT_EQ(issue(inks).code, 0);
  EXPECT_EQ(report()["files"][1]["file"], "remake-0001.pdf");
  EXPECT_EQ(report()["files"][1]["ink_limit"], 280) << "a remake is made as its sheet was";
}

TEST_F(Profile, PortraitsStayRgbWhereNobodyAsksForInks) {
  ASSERT_EQ(issue({"--profile", "press"}).code, 0);
  EXPECT_FALSE(report()["files"][0].contains("portraits"));
}

TEST_F(Profile, WrongWordsAreToldBeforeAnythingIsMade) {
  EXPECT_EQ(issue({"--profile", "offset"}).code, 64);
  EXPECT_EQ(issue({"--icc", icc_}).code, 64);
  EXPECT_EQ(issue({"--portraits", "cmyk"}).code, 64) << "only a press has inks";
  EXPECT_EQ(issue({"--profile", "press", "--portraits", "lab"}).code, 64);
  EXPECT_EQ(issue({"--profile", "press", "--ink-limit", "280"}).code, 64) << "portraits stay RGB";
  EXPECT_EQ(issue({"--profile", "press", "--portraits", "cmyk", "--ink-limit", "120"}).code, 64);
  EXPECT_EQ(issue({"--profile", "press", "--icc", PEHCHAN_SOURCE "/icc/sRGB.icc"}).code, 78);
  EXPECT_EQ(issue({"--profile", "press", "--icc", home_ / "none.icc"}).code, 66);
  EXPECT_EQ(issue({"--profile", "card-printer"}).code, 78) << "ten cards a sheet";
  EXPECT_FALSE(fs::exists(out_ / "sheets-0001.pdf"));
}

}  // namespace
}  // namespace pehchan
