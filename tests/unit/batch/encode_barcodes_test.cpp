#include "batch/encode_barcodes.h"

#include <gtest/gtest.h>

#include "base/run_error.h"

namespace pehchan {
namespace {

const Visibility always, if_office{Condition{Field::office, {}}, {}};

class EncodeBarcodes : public testing::Test {
 protected:
  EncodeBarcodes() {
    member_[Field::member_no] = "UP/123";
    member_[Field::name] = "Savitri Devi";
    member_[Field::name_local] = "सावित्री देवी";
  }
  void add(SideTemplate& side, BarcodeKind kind, const std::string& text, const Visibility& visibility = always) {
    side.barcodes.push_back({kind, text, {}, visibility, {}});
  }
  /// What each says; "-" for one left out.
  std::vector<std::string> texts() {
    std::vector<std::string> all;
    for (const auto& symbol : encode_barcodes(design_, member_, {"UP-123-X"}, problems_))
      all.push_back(symbol ? symbol->text : "-");
    return all;
  }
  using Texts = std::vector<std::string>;

  CardTemplate design_;
  Member member_;
  std::vector<Problem> problems_;
};

TEST_F(EncodeBarcodes, SayTheMembersOwnFrontFirst) {
  add(design_.back, BarcodeKind::pdf417, "{name_local}; {card_no}");
  add(design_.front, BarcodeKind::code128, "{card_no}");
  EXPECT_EQ(texts(), (Texts{"UP-123-X", "सावित्री देवी; UP-123-X"}));
  EXPECT_TRUE(problems_.empty());
}

TEST_F(EncodeBarcodes, LeaveOutWhatIsEmptyOrUnderAConditionThatTheMemberDoesNotMeet) {
  add(design_.front, BarcodeKind::code128, "Office {office}");
  add(design_.front, BarcodeKind::code128, "{card_no}", if_office);
  add(design_.front, BarcodeKind::code128, "{name}");
  EXPECT_EQ(texts(), (Texts{"-", "-", "Savitri Devi"}));
  EXPECT_TRUE(problems_.empty());
}

TEST_F(EncodeBarcodes, NameTheFieldAndTheCharactersThatCode128CannotSay) {
  add(design_.front, BarcodeKind::code128, "{card_no} {name_local} {name}");
  EXPECT_EQ(texts(), Texts{"-"});
  ASSERT_EQ(problems_.size(), 1U);
  EXPECT_EQ(problems_[0].code, "barcode_character");
  EXPECT_EQ(problems_[0].field, "name_local");
  EXPECT_NE(problems_[0].reason.en.find("U+0938 (स)"), std::string::npos) << problems_[0].reason.en;
  EXPECT_NE(problems_[0].reason.hi.find("U+0938 (स)"), std::string::npos) << problems_[0].reason.hi;
  EXPECT_EQ(problems_[0].reason.en.find("(S)"), std::string::npos) << "Latin letters are not to blame";
}

TEST_F(EncodeBarcodes, NameTheFieldOfATextThatNoneCanSay) {
  member_[Field::name] = std::string(90, 'a');
  add(design_.front, BarcodeKind::code128, "{name}");
  add(design_.back, BarcodeKind::code128, "{name}");
  EXPECT_EQ(texts(), (Texts{"-", "-"}));
  ASSERT_EQ(problems_.size(), 1U) << "told once";
  EXPECT_EQ(problems_[0].code, "barcode_too_dense");
  EXPECT_EQ(problems_[0].field, "name");
}

TEST_F(EncodeBarcodes, BlameTheTemplateForATextWithoutPlaces) {
  add(design_.front, BarcodeKind::code128, "सदस्य");
  try {
    texts();
    ADD_FAILURE() << "it was taken";
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::bad_config);
  }
}

}  // namespace
}  // namespace pehchan
