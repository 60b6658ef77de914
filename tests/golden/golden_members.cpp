#include "golden/golden_members.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "model/card_number.h"

namespace pehchan {
namespace {

/// The pictures were drawn when a card's number was made from the member's.
CardNumber number_of(const Member& member) {
  std::string text = member[Field::member_no];
  std::replace(text.begin(), text.end(), '/', '-');
  return {text + "-" + check_character(text)};
}

}  // namespace

Member bare_member() {
  Member member = invented_member();
  for (const Field field : {Field::name_local, Field::booth_name, Field::office, Field::valid_until})
    member[field].clear();
  return member;
}

Member long_member() {
  Member member = invented_member();
  member[Field::member_no] = "UP-SDN/00012345";
  member[Field::name] = "Smt. Chandrakanta Kumari Vishwakarma Chaturvedi";
  member[Field::name_local] = "श्रीमती चन्द्रकान्ता कुमारी विश्वकर्मा चतुर्वेदी";
  member[Field::office] = "सह-संयोजक, बूथ सशक्तिकरण एवं महिला समन्वय समिति";
  member[Field::booth_name] = "राजकीय कन्या उच्चतर माध्यमिक विद्यालय, कक्ष संख्या 3";
  member[Field::block] = "लक्ष्मणपुर कुंडा";
  member[Field::district] = "सिद्धार्थनगर";
  return member;
}

CardDrawings laid_out(const CardTemplate& design, const FontSet& fonts, const Member& member) {
  auto card = lay_out_card(design, fonts, {member, number_of(member), invented_portrait(), invented_symbol(3)});
  if (card) return std::move(*card);
  for (const Problem& problem : card.error()) ADD_FAILURE() << problem.reason.en;
  return {};
}

}  // namespace pehchan
