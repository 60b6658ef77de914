#include "golden/golden_members.h"

#include <gtest/gtest.h>

#include "model/card_number.h"
#include "symbol/encode_barcode.h"

namespace pehchan {
namespace {

struct ScriptRow {
  const char *script, *name, *name_local, *office, *booth_name, *block, *district;
};

constexpr ScriptRow in_scripts[] = {
    {"devanagari", "Brahmadev Chaturvedi", "ब्रह्मदेव चतुर्वेदी", "बूथ अध्यक्ष", "प्राथमिक विद्यालय, रामपुर", "सिद्धार्थनगर",
     "उत्तर प्रदेश"},
    {"bengali", "Lakshminarayan Bandyopadhyay", "লক্ষ্মীনারায়ণ বন্দ্যোপাধ্যায়", "বুথ সভাপতি", "প্রাথমিক বিদ্যালয়, নবগ্রাম",
     "দুর্গাপুর পূর্ব", "মুর্শিদাবাদ"},
    {"tamil", "Manickavasagar Rajendran", "மாணிக்கவாசகர் இராஜேந்திரன்", "வாக்குச்சாவடி தலைவர்", "தொடக்கப் பள்ளி, பெரியகுளம்",
     "புதுக்கோட்டை", "திருநெல்வேலி"},
    {"telugu", "Satyanarayana Murthy Sastry", "సత్యనారాయణ మూర్తి శాస్త్రి", "బూత్ అధ్యక్షుడు", "ప్రాథమిక పాఠశాల, గోదావరిఖని", "మచిలీపట్నం",
     "విశాఖపట్నం"},
    {"ol_chiki", "Tudu Kisku Hembrom", "ᱴᱩᱰᱩ ᱠᱤᱥᱠᱩ ᱦᱮᱢᱵᱽᱨᱚᱢ", "ᱵᱩᱛᱷ", "ᱵᱩᱛᱷ, ᱫᱩᱢᱠᱟ", "ᱫᱩᱢᱠᱟ", "ᱢᱟᱭᱩᱨᱵᱷᱚᱧᱡ"},
    {"urdu", "Hakim Ghulam Mustafa Ansari", "حکیم غلام مصطفیٰ انصاری", "بوتھ صدر", "پرائمری اسکول، رامپور",
     "شاہجہاں پور", "بارہ بنکی"},
    {"gujarati", "Dharmendra Vitthalbhai Brahmbhatt", "ધર્મેન્દ્ર વિઠ્ઠલભાઈ બ્રહ્મભટ્ટ", "બૂથ પ્રમુખ", "પ્રાથમિક શાળા, શાસ્ત્રીનગર",
     "સિદ્ધપુર", "અમદાવાદ"},
    {"gurmukhi", "Sukhwant Singh Dhaliwal", "ਸੁਖਵੰਤ ਸਿੰਘ ਧਾਲੀਵਾਲ", "ਬੂਥ ਪ੍ਰਧਾਨ", "ਖ਼ਾਲਸਾ ਕਾਲਜ, ਸ੍ਰੀ ਅਨੰਦਪੁਰ", "ਬੱਸੀ ਪਠਾਣਾਂ",
     "ਫ਼ਤਿਹਗੜ੍ਹ ਸਾਹਿਬ"},
    {"odia", "Lakshmidhar Tripathy Mahapatra", "ଲକ୍ଷ୍ମୀଧର ତ୍ରିପାଠୀ ମହାପାତ୍ର", "ବୁଥ ସଭାପତି", "ପ୍ରାଥମିକ ବିଦ୍ୟାଳୟ, କଟକ", "କଣ୍ଟାବାଞ୍ଜି",
     "ମୟୂରଭଞ୍ଜ"},
    {"kannada", "Siddhalingeshwara Krishnamurthy", "ಸಿದ್ಧಲಿಂಗೇಶ್ವರ ಕೃಷ್ಣಮೂರ್ತಿ", "ಬೂತ್ ಅಧ್ಯಕ್ಷರು", "ಪ್ರಾಥಮಿಕ ಶಾಲೆ, ಧರ್ಮಸ್ಥಳ",
     "ಬೊಮ್ಮನಹಳ್ಳಿ", "ಕೋಲಾರ ಜಿಲ್ಲೆ"},
    {"malayalam", "Lakshmikkutty Krishnankutty", "ലക്ഷ്മിക്കുട്ടി കൃഷ്ണൻകുട്ടി", "ബൂത്ത് അദ്ധ്യക്ഷൻ", "വിദ്യാലയം, തൃശ്ശൂർ", "ചെങ്ങന്നൂർ",
     "തിരുവനന്തപുരം"},
    {"meetei_mayek", "Tombi Chanu Leisharang", "ꯇꯣꯝꯕꯤ ꯆꯅꯨ ꯂꯩꯁꯔꯥꯡ", "ꯕꯨꯊ", "ꯕꯨꯊ, ꯊꯧꯕꯥꯜ", "ꯀꯥꯛꯆꯤꯡ", "ꯕꯤꯁ꯭ꯅꯨꯄꯨꯔ"},
};

/// The shipped barcodes say the number.
std::vector<std::optional<BarcodeSymbol>> barcodes_of(const CardTemplate& design, const CardNumber& number) {
  std::vector<std::optional<BarcodeSymbol>> symbols;
  for (const CardSide side : {CardSide::front, CardSide::back}) {
    for (const BarcodeElement& element : design.side(side).barcodes) {
      EXPECT_EQ(element.text, "{card_no}");
      symbols.push_back(encode_barcode(element.kind, number.text).value());
    }
  }
  return symbols;
}

}  // namespace

Member bare_member() {
  Member member = invented_member();
  for (const Field field : {Field::name_local, Field::mobile, Field::booth_name, Field::office, Field::valid_until})
    member[field].clear();
  return member;
}

Member long_member() {
  Member member = invented_member();
  member[Field::member_no] = "UP-SDN/00012345";
  member[Field::name] = "Smt. Chandrakanta Kumari Vishwakarma Chaturvedi";
  member[Field::name_local] = "श्रीमती चन्द्रकान्ता कुमारी विश्वकर्मा चतुर्वेदी";
  member[Field::office] = "सह-संयोजक, बूथ सशक्तिकरण एवं महिला समन्वय समिति";
  member[Field::booth_no] = "1042A";
  member[Field::booth_name] = "राजकीय कन्या उच्चतर माध्यमिक विद्यालय, कक्ष संख्या 3";
  member[Field::block] = "लक्ष्मणपुर कुंडा";
  member[Field::district] = "सिद्धार्थनगर";
  return member;
}

std::vector<MemberInScript> members_in_scripts() {
  std::vector<MemberInScript> members;
  for (const ScriptRow& words : in_scripts) {
    Member member = invented_member();
    member[Field::name] = words.name;
    member[Field::name_local] = words.name_local;
    member[Field::office] = words.office;
    member[Field::booth_name] = words.booth_name;
    member[Field::block] = words.block;
    member[Field::district] = words.district;
    members.push_back({words.script, std::move(member)});
  }
  return members;
}

CardNumber usual_number() { return make_card_number("PCN", "014", 123); }

CardNumber long_number() { return make_card_number("ABHIY", "1014", 1'234'567); }

CardDrawings laid_out(const CardTemplate& design, const FontSet& fonts, const Member& member,
                      const CardNumber& number) {
  const Rect& box = design.front.portrait.value().box;
  auto card = lay_out_card(
      design, fonts,
      {member, number, invented_portrait(box.width / box.height), invented_symbol(5), barcodes_of(design, number)});
  if (card) return std::move(*card);
  for (const Problem& problem : card.error()) ADD_FAILURE() << problem.field << ": " << problem.reason.en;
  return {};
}

}  // namespace pehchan
