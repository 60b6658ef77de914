#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "support/build_paths.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

TEST(TemplateCheck, TakesEveryTemplateThatComesWithTheProgram) {
  int count = 0;
  for (const auto& entry : fs::directory_iterator(PEHCHAN_SOURCE "/templates")) {
    if (!fs::exists(entry.path() / "card.toml")) continue;
    const Finished run = run_program({"template", "check", entry.path().filename().string()});
    EXPECT_EQ(run.code, 0) << run.err;
    ++count;
  }
  EXPECT_GE(count, 1);
}

TEST(TemplateCheck, NotesTextsThatLieOnEachOtherAndRefusesThemNot) {
  const ScratchFolder folder;
  fs::copy(PEHCHAN_SOURCE "/templates/plain", folder / "card");
  const std::string toml = bytes_of(folder / "card" / "card.toml");
  write_bytes(folder / "card" / "card.toml",
              toml +
                  "[[back.text]]\ntext = \"{name}\"\nbox = [3, 47.6, 79.6, 3.2]\nalign = \"centre\"\nstyle = "
                  "\"notice_latin\"\n");
  const Finished run = run_program({"template", "check", (folder / "card").string()});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.out.find("note: "), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("\"{name}\" is drawn over \"Central office"), std::string::npos) << run.out;
}

TEST(TemplateCheck, TellsAFieldThatTheRollHasNotGot) {
  const ScratchFolder folder;
  write_bytes(folder / "roll.csv",
              "member_no,name,booth_no,block,district,photo,status\nM1,Asha,12,Nayapur,Nayapur,a.jpg,confirmed\n");
  const fs::path design = folder / "card";
  fs::copy(PEHCHAN_SOURCE "/templates/member", design);
  const auto check = [&] {
    return run_program({"template", "check", design.string(), "--roll", (folder / "roll.csv").string()});
  };
  EXPECT_EQ(check().code, 0) << "fields that may be missing are drawn only when a member has them";
  std::string toml = bytes_of(design / "card.toml");
  const std::string condition = "style = \"office\"\nwhen = \"office\"";
  const auto at = toml.find(condition);
  ASSERT_NE(at, std::string::npos);
  toml.replace(at, condition.size(), "style = \"office\"");
  write_bytes(design / "card.toml", toml);
  const Finished run = check();
  EXPECT_EQ(run.code, 78);
  EXPECT_NE(run.err.find("has no column \"office\": choose another field, or add when = \"office\""), std::string::npos)
      << run.err;
  EXPECT_NE(run.err.find("card.toml:"), std::string::npos) << run.err;
}

TEST(TemplateCheck, TellsAConditionOnAColumnThatTheRollHasNotGot) {
  const ScratchFolder folder;
  write_bytes(folder / "roll.csv",
              "member_no,name,booth_no,block,district,photo,status\nM1,Asha,12,Nayapur,Nayapur,a.jpg,confirmed\n");
  fs::copy(PEHCHAN_SOURCE "/templates/plain", folder / "card");
  const std::string begin = bytes_of(folder / "card" / "card.toml");
  const auto lines = std::count(begin.begin(), begin.end(), '\n');
  write_bytes(folder / "card" / "card.toml",
              begin +
                  "[[back.line]]\nfrom = [3, 42]\nto = [9, 42]\nwidth_mm = 1\nunless = \"channel = digital\"\n"
                  "when = \"epic_no\"\n");
  const Finished run =
      run_program({"template", "check", (folder / "card").string(), "--roll", (folder / "roll.csv").string()});
  EXPECT_EQ(run.code, 78);
  EXPECT_NE(run.err.find(":" + std::to_string(lines + 5) + ":10: "), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("has no column \"channel\", so that this \"unless\" holds for nobody"), std::string::npos)
      << run.err;
  EXPECT_EQ(run.err.find("epic_no"), std::string::npos) << "whether there is one may be asked of any roll";
}

TEST(TemplateCheck, TellsALinkTooLongForTheQrCode) {
  const Finished run =
      run_program({"template", "check", "member", "--link-base", "https://" + std::string(600, 'x') + ".example/"});
  EXPECT_EQ(run.code, 78);
  EXPECT_NE(run.err.find("is too dense for this box: it needs "), std::string::npos) << run.err;
}

TEST(TemplateCheck, ReadsNoFileOutsideTheTemplatesFolder) {
  const ScratchFolder folder;
  const fs::path design = folder / "card", outside = folder / "outside.svg";
  fs::copy(PEHCHAN_SOURCE "/templates/member", design);
  fs::rename(design / "front.svg", outside);
  fs::create_symlink(outside, design / "front.svg");
  const Finished run = run_program({"template", "check", design.string()});
  EXPECT_EQ(run.code, 78);
  EXPECT_NE(run.err.find("front.svg only points to another file"), std::string::npos) << run.err;
}

TEST(TemplateCheck, OfAPathIsNotOfAShippedTemplateOfThatName) {
  const Finished run = run_program({"template", "check", "./member"});
  EXPECT_EQ(run.code, 66);
  EXPECT_NE(run.err.find("./member/card.toml"), std::string::npos) << run.err;
}

TEST(TemplateCheck, TakesThePathOfTheCardTomlForItsFolder) {
  const Finished run = run_program({"template", "check", PEHCHAN_SOURCE "/templates/member/card.toml"});
  EXPECT_EQ(run.code, 0) << run.err;
}

TEST(TemplateCheck, KnowsNoOtherWord) {
  EXPECT_EQ(run_program({"template", "chekc", "member"}).code, 64);
  EXPECT_EQ(run_program({"template", "check", "no-such-template"}).code, 66);
}

}  // namespace
}  // namespace pehchan
