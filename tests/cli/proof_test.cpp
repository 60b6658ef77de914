#include "cli/office.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

using Proof = Office;

nlohmann::json proofed(const std::vector<std::string>& words) {
  std::vector<std::string> all{"proof", "--json"};
  all.insert(all.end(), words.begin(), words.end());
  return nlohmann::json::parse(run_program(all).out);
}

/// The same number of bytes, so that the file's own table of objects still holds.
void change(const fs::path& pdf, const std::string& from, const std::string& to) {
  std::string bytes = bytes_of(pdf);
  const auto at = bytes.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  write_bytes(pdf, bytes.replace(at, from.size(), to));
}

TEST_F(Proof, WhatIsIssuedForAPrintShopIsRight) {
  ASSERT_EQ(issue({"--profile", "press"}).code, 0);
  const fs::path pdf = out_ / "sheets-0001.pdf";
  const Finished run = run_program({"proof", "--profile", "press", pdf});
  EXPECT_EQ(run.code, 0) << run.out << run.err;
  EXPECT_NE(run.out.find("all is right · सब ठीक है"), std::string::npos) << run.out;
  const auto file = proofed({pdf})["files"][0];
  EXPECT_EQ(file["profile"], "press");
  EXPECT_EQ(file["pages"], 6);
  EXPECT_EQ(file["codes"]["qr"], 25);
  EXPECT_TRUE(file["right"].get<bool>());
  EXPECT_TRUE(file["faults"].empty());
}

TEST_F(Proof, ABrokenRuleIsToldInBothLanguagesAndByTheExitCode) {
  ASSERT_EQ(issue({"--profile", "press"}).code, 0);
  const fs::path pdf = out_ / "sheets-0001.pdf";
  change(pdf, "<pdf:Trapped>False", "<pdf:Trapped>Maybe");
  const Finished run = run_program({"proof", pdf});
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.out.find("trapped: what it says of trapping"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("ट्रैपिंग"), std::string::npos) << run.out;
  EXPECT_EQ(proofed({pdf})["files"][0]["faults"][0]["rule"], "trapped");
}

TEST_F(Proof, AnOfficeFileIsNotOneForAPrintShop) {
  ASSERT_EQ(issue().code, 0);
  EXPECT_EQ(run_program({"proof", out_ / "sheets-0001.pdf"}).code, 0);
  EXPECT_EQ(run_program({"proof", "--profile", "press", out_ / "sheets-0001.pdf"}).code, 1);
  EXPECT_EQ(run_program({"proof", "--profile", "offset", out_ / "sheets-0001.pdf"}).code, 64);
}

TEST_F(Proof, WhatCannotBeReadIsToldAndTheRestIsLookedAt) {
  ASSERT_EQ(issue().code, 0);
  write_bytes(home_ / "words.pdf", "not a PDF");
  const std::string sound = out_ / "sheets-0001.pdf";
  EXPECT_EQ(run_program({"proof", home_ / "none.pdf"}).code, 66);
  EXPECT_EQ(run_program({"proof", home_.path()}).code, 66);
  const Finished run = run_program({"proof", home_ / "words.pdf", sound});
  EXPECT_EQ(run.code, 65);
  EXPECT_NE(run.err.find("it is not a PDF"), std::string::npos) << run.err;
  EXPECT_NE(run.out.find("all is right"), std::string::npos) << run.out;
  const auto files = proofed({home_ / "words.pdf", sound})["files"];
  EXPECT_TRUE(files[0].contains("trouble"));
  EXPECT_TRUE(files[1]["right"].get<bool>());
}

}  // namespace
}  // namespace pehchan
