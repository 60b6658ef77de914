#include "batch/card_codes.h"

#include <gtest/gtest.h>

#include "base/run_error.h"
#include "batch/qr_room.h"
#include "batch/signature_check.h"
#include "batch/signed_room.h"
#include "batch/signing.h"
#include "batch/signing_json.h"
#include "card/parse_template.h"
#include "credential/verify.h"
#include "demo/stress_set.h"
#include "support/build_paths.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"
#include "support/signing_office.h"

namespace pehchan {
namespace {

constexpr const char* job_date = "2026-03-31";
constexpr std::int64_t job_time = 1'774'915'200;

std::shared_ptr<const Signing> signing_in(const ScratchFolder& folder, const std::string& more = office_status) {
  make_key(folder.path(), "2026a");
  return read_signing({.key = folder / "2026a.pem", .credential = write_credential_toml(folder.path(), more)});
}

struct CardCodesTest : testing::Test {
  ScratchFolder folder;
  std::shared_ptr<const Signing> signing = signing_in(folder);
  CardCodes codes{signing, job_date};
  Member member = stress_set().front().member;
  CardNumber number = make_card_number("PCN", "014", 123);
  ListPlace place{2, 77'000};

  CredentialClaims claims() const {
    return verify_credential(codes.code_of(member, number, place).value().text, signing->public_keys(), job_time)
        .value()
        .claims;
  }
};

TEST_F(CardCodesTest, WithoutAKeyItIsALink) {
  const CardCode code = CardCodes("https://example.org/c/").code_of(member, number, {}).value();
  EXPECT_EQ(code.text, "https://example.org/c/" + number.text);
  EXPECT_FALSE(code.is_signed);
  EXPECT_EQ(code.expires_at, 0);
}

TEST_F(CardCodesTest, TheSignedCodeSaysWhatTheSettingsLetIn) {
  member[Field::valid_until] = "2028-02-29";
  const CredentialClaims all = claims();
  EXPECT_EQ(all.issuer, office_issuer);
  EXPECT_EQ(all.issued_at, job_time);
  EXPECT_EQ(all.expires_at, 1'835'481'600) << "1 March 2028, 0:00";
  EXPECT_EQ(all.card_number, number.text);
  EXPECT_EQ(all.full_name, member[Field::name]);
  EXPECT_EQ(all.second_name, member[Field::name_local]);
  EXPECT_EQ(all.second_language, "hin");
  EXPECT_EQ(all.location, "014");
  EXPECT_EQ(all.status->uri, std::string(office_issuer) + "/status/2");
  EXPECT_EQ(all.status->index, 77'000U);
  EXPECT_EQ(codes.code_of(member, number, place)->expires_at, all.expires_at);
}

TEST_F(CardCodesTest, NothingElseOfAMemberIsInIt) {
  const std::string before = codes.code_of(member, number, place)->text;
  for (const Field field :
       {Field::mobile, Field::epic_no, Field::booth_no, Field::booth_name, Field::block, Field::state, Field::district,
        Field::photo, Field::receipt_no, Field::office, Field::member_no})
    member[field] = "changed";
  EXPECT_EQ(codes.code_of(member, number, place)->text, before);
}

TEST_F(CardCodesTest, WhoHasNoLastDayGetsThatOfAllCards) {
  member[Field::valid_until].clear();
  EXPECT_EQ(claims().expires_at, 1'932'768'000) << "after 31 March 2031";
}

TEST_F(CardCodesTest, WhoseLastDayIsPastGetsNone) {
  member[Field::valid_until] = "2026-03-30";
  EXPECT_EQ(codes.code_of(member, number, place).error().code, "valid_until_past");
  member[Field::valid_until] = job_date;
  EXPECT_TRUE(codes.code_of(member, number, place)) << "it counts for a day";
}

TEST_F(CardCodesTest, ANameThatReadersWouldRefuseIsTheMembersTrouble) {
  member[Field::name_local] = std::string(401, 'a');
  const auto refused = codes.code_of(member, number, place);
  EXPECT_EQ(refused.error().code, "name_unsignable");
  EXPECT_EQ(refused.error().field, "name_local");
  member[Field::name_local] = std::string(400, 'a');
  EXPECT_TRUE(codes.code_of(member, number, place));
  member[Field::name] = "Asha\nDevi";
  EXPECT_EQ(codes.code_of(member, number, place).error().field, "name");
}

TEST_F(CardCodesTest, TheLongestNamesFitTheRoomThatTemplatesAreHeldTo) {
  for (const StressCase& one : stress_set()) {
    const auto code = codes.code_of(one.member, one.number, ListPlace{12, 1'000'000});
    ASSERT_TRUE(code) << one.name;
    const bool is_long = one.name.starts_with("longest");
    EXPECT_LE(code->text.size(), is_long ? longest_signed_letters : usual_signed_letters) << one.name;
    EXPECT_TRUE(has_qr_room(code->text, 30_mm)) << one.name;
  }
}

TEST_F(CardCodesTest, EveryShippedTemplateHasRoomForThem) {
  for (const char* name : {"member", "member-portrait", "office-bearer", "booth-worker", "plain"}) {
    const auto room = signed_room(parse_template(PEHCHAN_SOURCE + std::string("/templates/") + name)).value();
    EXPECT_TRUE(room.fits_usual() && room.fits_longest()) << name;
    EXPECT_GE(room.module.value, 0.338) << name;
  }
}

TEST_F(CardCodesTest, TooSmallARoomIsToldWithWhatIsNeeded) {
  CardTemplate design = parse_template(PEHCHAN_SOURCE "/templates/member");
  design.back.qr->box.width = 27_mm;
  EXPECT_TRUE(signed_room(design)->fits_usual());
  EXPECT_NE(told(*signed_room(design)).en.find("for the longest names it needs 29 mm"), std::string::npos);
  design.back.qr->box.width = 24_mm;
  EXPECT_NE(told(*signed_room(design)).en.find("it needs 25 mm"), std::string::npos) << told(*signed_room(design)).en;
  EXPECT_THROW(refuse_without_room(design), RunError);
  design.back.qr.reset();
  EXPECT_THROW(refuse_without_room(design), RunError);
}

TEST_F(CardCodesTest, TheProofTakesNoCodeButTheCardsOwnByTheJobsKey) {
  const CodeCheck check = signature_check(signing->public_keys(), job_time);
  const std::string text = codes.code_of(member, number, place)->text;
  ExpectedCard own, other;
  own.card_number = number.text;
  other.card_number = make_card_number("PCN", "014", 124).text;
  EXPECT_EQ(check(text, own), "");
  EXPECT_NE(check(text, other), "");
  const ScratchFolder elsewhere;
  const CardCodes forged(signing_in(elsewhere), job_date);
  EXPECT_NE(check(forged.code_of(member, number, place)->text, own), "");
  EXPECT_NE(check("https://example.org/c/" + number.text, own), "");
  for (std::size_t i = 0; i < text.size(); i += 7) {
    std::string altered = text;
    altered[i] = altered[i] == '0' ? '1' : '0';
    EXPECT_NE(check(altered, own), "") << i;
  }
}

TEST_F(CardCodesTest, AJobsSettingsKeepWhatRemakesNeedAndNothingPrivate) {
  nlohmann::ordered_json settings;
  EXPECT_FALSE(signing_of(settings = nlohmann::ordered_json::object()));
  keep_signing(settings, *signing);
  const auto kept = signing_of(settings).value();
  EXPECT_EQ(kept.kid, "2026a");
  EXPECT_EQ(kept.issuer, office_issuer);
  EXPECT_EQ(kept.keys, signing->public_keys());
  const std::string pem = bytes_of(folder / "2026a.pem");
  EXPECT_EQ(settings.dump().find(pem.substr(pem.find('\n') + 1, 40)), std::string::npos);
  EXPECT_EQ(settings.dump().find(folder.path().string()), std::string::npos);
}

TEST_F(CardCodesTest, OtherSettingsOrAnotherKeyAreAnotherJob) {
  nlohmann::ordered_json own, other, mosip;
  keep_signing(own, *signing);
  const ScratchFolder elsewhere;
  keep_signing(other, *signing_in(elsewhere));
  EXPECT_NE(own, other);
  keep_signing(mosip, *read_signing({.key = folder / "2026a.pem",
                                     .credential = write_credential_toml(folder.path(), "wire = \"mosip\"\n")}));
  EXPECT_NE(own, mosip);
}

}  // namespace
}  // namespace pehchan
