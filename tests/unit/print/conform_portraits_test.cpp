#include "print/conform_portraits.h"

#include <gtest/gtest.h>

#include <qpdf/QPDFWriter.hh>
#include <set>
#include <string>
#include <utility>

#include "print/portrait_inks.h"
#include "print/preflight/proof_file.h"
#include "print/printed_order.h"
#include "print/proof.h"
#include "print/released_portraits.h"
#include "support/run_program.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;
using Handle = QPDFObjectHandle;

constexpr int limit = 280;

SheetDesign design_in_inks() {
  SheetDesign design = printed_order().design;
  design.profile = read_press_profile(Purpose::press, {}, limit);
  return design;
}

/// All cards of printed_order().
const fs::path& in_inks() {
  static const fs::path pdf = printed_order().print(printed_order().drawings, "inks", design_in_inks());
  return pdf;
}

std::string bytes_of(Handle stream) {
  const auto raw = stream.getRawStreamData();
  return {reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()};
}

std::vector<Handle> portraits_in(QPDF& pdf) {
  std::vector<Handle> portraits;
  for (Handle& object : pdf.getAllObjects())
    if (object.isImage() && object.getDict().getKey("/Filter").isNameAndEquals("/DCTDecode"))
      portraits.push_back(object);
  return portraits;
}

std::vector<ProofFault> faults_of(const fs::path& pdf, const std::vector<ExpectedCard>& expected) {
  return proof_sheets(pdf, design_in_inks(), expected, PrintedOrder::slugs(2), 2);
}

TEST(ConformPortraits, AreCmykWithinTheLimitAndSayWhatItIs) {
  QPDF pdf;
  pdf.processFile(in_inks().c_str());
  const auto portraits = portraits_in(pdf);
  ASSERT_EQ(portraits.size(), printed_order().drawings.size());
  for (Handle portrait : portraits) {
    Handle dictionary = portrait.getDict();
    EXPECT_TRUE(dictionary.getKey("/ColorSpace").isNameAndEquals("/DeviceCMYK"));
    EXPECT_FALSE(dictionary.hasKey("/Decode")) << "more is more ink, as it is written";
    EXPECT_EQ(dictionary.getKey(ink_limit_key).getIntValue(), limit);
    EXPECT_LE(most_ink(bytes_of(portrait)), limit);
    EXPECT_GT(most_ink(bytes_of(portrait)), 100) << "it is a picture, not its negative or nothing";
  }
}

TEST(ConformPortraits, GiveBackTheRgbTheyWereMadeOfByteForByte) {
  std::vector<std::string> painted;
  for (std::size_t i = 0; i < 10; ++i) painted.push_back(printed_order().drawings[i].front.portrait->portrait.jpeg);
  EXPECT_TRUE(released_portraits(in_inks(), 1, design_in_inks(), first_slots(10)) == painted);
}

TEST(ConformPortraits, PassTheProofOfTheirSheets) {
  for (const ProofFault& fault : faults_of(in_inks(), printed_order().expected)) ADD_FAILURE() << fault.reason;
}

TEST(ConformPortraits, AnotherPersonsIsFoundByTheProof) {
  auto expected = printed_order().expected;
  std::swap(expected[0].portrait, expected[1].portrait);
  EXPECT_EQ(faults_of(in_inks(), expected).size(), 2U);
}

TEST(ConformPortraits, AreMadeToTheSameBytesAgain) {
  const fs::path again = printed_order().print(printed_order().drawings, "inks-again", design_in_inks());
  EXPECT_TRUE(pehchan::bytes_of(again) == pehchan::bytes_of(in_inks()));
}

TEST(ConformPortraits, PicturesOfTheTemplateStayAsTheDesignerMadeThem) {
  const auto& drawn = printed_order().drawings.front().front.portrait->portrait;
  const PrintedOrder order("member", [&](CardTemplate& card) {
    ArtworkFile file;
    file.file = "logo.jpg", file.bytes = drawn.jpeg;
    PictureElement logo;
    logo.box = {2_mm, 2_mm, 5_mm, 5_mm};
    logo.picture = std::make_shared<ArtworkFile>(file);
    card.back.pictures.push_back(logo);
  });
  SheetDesign design = order.design;
  design.profile = read_press_profile(Purpose::press, {}, limit);
  QPDF pdf;
  pdf.processFile(order.print({order.drawings[1], order.drawings[2]}, "logo", design).c_str());
  std::multiset<std::string> spaces;
  for (Handle picture : portraits_in(pdf)) spaces.insert(picture.getDict().getKey("/ColorSpace").getName());
  EXPECT_EQ(spaces, (std::multiset<std::string>{"/DeviceCMYK", "/DeviceCMYK", "/DeviceRGB"}));
}

/// What the preflight says of the sheets with one portrait changed.
std::string told_after(const std::function<void(Handle)>& change) {
  QPDF pdf;
  pdf.processFile(in_inks().c_str());
  change(portraits_in(pdf).front());
  const fs::path file = printed_order().folder / "changed-inks.pdf";
  QPDFWriter writer(pdf, file.c_str());
  writer.setDeterministicID(true);
  writer.write();
  std::string told;
  for (const PreflightFault& fault : proof_file(file, Purpose::press, 1).faults)
    told += std::string(code_of(fault.rule)) + " " + fault.detail + "\n";
  return told;
}

TEST(ConformPortraits, ThePreflightHoldsThemToTheirLimit) {
  EXPECT_EQ(told_after([](Handle) {}), "");
  const std::string less =
      told_after([](Handle picture) { picture.getDict().replaceKey(ink_limit_key, Handle::newInteger(150)); });
  EXPECT_TRUE(less.starts_with("ink-limit ") && less.find("150 are allowed") != std::string::npos) << less;
  EXPECT_TRUE(told_after([](Handle picture) {
                picture.replaceStreamData(bytes_of(picture.getDict().getKey(original_key)),
                                          Handle::newName("/DCTDecode"), Handle::newNull());
              }).starts_with("ink-limit "))
      << "RGB where CMYK is said";
}

}  // namespace
}  // namespace pehchan
