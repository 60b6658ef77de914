#include "sheet/glabels.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/run_error.h"
#include "sheet/glabels_catalogue.h"
#include "sheet/impose.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

const std::string one_sheet = R"(<?xml version="1.0"?>
<Glabels-templates>
  <Template brand="Own Brand" part="7" size="A4" _description="Ten cards">
    <Meta category="card"/>
    <Label-rectangle id="0" width="85.6mm" height="53.98mm">
      <Layout nx="2" ny="5" x0="18.4mm" y0="9.55mm" dx="87.6mm" dy="55.98mm"/>
    </Label-rectangle>
  </Template>
  <Template brand="Own Brand" part="8" equiv="7"/>
  <Template brand="Own Brand" part="Round" size="A4" _description="Round">
    <Label-round id="0" radius="20mm"><Layout nx="1" ny="1" x0="0" y0="0" dx="0" dy="0"/></Label-round>
  </Template>
</Glabels-templates>)";
const std::string papers = R"(<?xml version="1.0"?><Glabels-paper-sizes>
  <Paper-size id="A4" width="210mm" height="297mm"/></Glabels-paper-sizes>)";

class Glabels : public testing::Test {
 protected:
  Glabels() { write("paper-sizes.xml", papers), write("own.xml", one_sheet); }
  void write(const char* name, const std::string& text) const { std::ofstream(folder_ / name) << text; }
  fs::path folder() const { return folder_.path(); }

 private:
  ScratchFolder folder_;
};

TEST_F(Glabels, AGridBecomesAFormat) {
  const auto format = read_glabels_format("own-brand-7", folder());
  EXPECT_EQ(format.name, "glabels:Own-Brand-7");
  EXPECT_EQ(format.cards_per_sheet(), 10);
  EXPECT_NEAR(format.gutter.width.value, 2, 1e-9);
  EXPECT_NEAR(format.inner_bleed.value, 1, 1e-9);
  EXPECT_EQ(turn_to_fit(format, {85.6_mm, 53.98_mm}), Turn::none);
}

TEST_F(Glabels, FindsWhatIsSoldUnderAnotherNumber) {
  EXPECT_EQ(read_glabels_format("Own-Brand-8", folder()).cards_per_sheet(), 10);
}

TEST_F(Glabels, RoundLabelsAndUnknownNamesAreMissing) {
  for (const char* name : {"Own-Brand-Round", "Own-Brand-9", ""}) try {
      read_glabels_format(name, folder());
      ADD_FAILURE() << name;
    } catch (const RunError& error) {
      EXPECT_EQ(error.code, ExitCode::missing_input);
    }
}

TEST_F(Glabels, SaysWhichPackageIsMissing) {
  try {
    read_glabels_format("Avery-5371", folder() / "nowhere");
    ADD_FAILURE();
  } catch (const RunError& error) {
    EXPECT_NE(error.advice.find("glabels-data"), std::string::npos);
  }
}

TEST_F(Glabels, HostileFilesAreReadWithoutTheirEntitiesAndPassedOver) {
  write("bomb.xml", R"(<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY file SYSTEM "file:///etc/passwd">]>
<Glabels-templates><Template brand="&c;" part="&file;" size="A4"><Label-rectangle width="10mm" height="10mm">
<Layout nx="2" ny="2" x0="0" y0="0" dx="1" dy="1"/></Label-rectangle></Template></Glabels-templates>)");
  write("cut.xml", one_sheet.substr(0, 300));
  write("numbers.xml", R"(<Glabels-templates><Template brand="N" part="1" size="A4">
<Label-rectangle width="1e300in" height="-5mm"><Layout nx="2147483647" ny="2147483647" x0="nan" y0="inf" dx="1" dy="1"/>
</Label-rectangle></Template></Glabels-templates>)");
  write("empty.xml", "");
  for (const auto& sheet : read_glabels_catalogue(folder())) EXPECT_EQ(sheet.name.find("root:"), std::string::npos);
  EXPECT_EQ(read_glabels_format("Own-Brand-7", folder()).cards_per_sheet(), 10);
}

TEST(GlabelsData, HasBusinessCardsWhereItIsInstalled) {
  if (!fs::is_directory(glabels_folder)) GTEST_SKIP() << "glabels-data is not installed";
  const auto avery = read_glabels_format("Avery-5371", glabels_folder);
  EXPECT_EQ(avery.cards_per_sheet(), 10);
  EXPECT_NEAR(avery.card.width.value, 88.9, 1e-6);
  EXPECT_NEAR(avery.first.x.value, 19.05, 1e-6);
  EXPECT_GE(glabels_formats(glabels_folder).size(), 30u);
}

}  // namespace
}  // namespace pehchan
