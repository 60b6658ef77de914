#include "demo/stress_set.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace pehchan {
namespace {

struct LocalWords {
  const char *name, *booth, *block, *district, *state;
};

struct ScriptCase {
  const char *script, *name;
  bool is_woman;
  LocalWords local;
};

// Given names that are common where the script is written, and places that exist there. NFC, which for Bengali and Odia
// means that a letter with a dot below is two characters.
constexpr std::array<ScriptCase, 12> scripts = {{
    {"devanagari",
     "Sunita Kumari Yadav",
     true,
     {"सुनीता कुमारी यादव", "प्राथमिक विद्यालय, कक्ष 2", "मोहनलालगंज", "लखनऊ", "उत्तर प्रदेश"}},
    {"bengali",
     "Ananya Mukhopadhyay",
     true,
     {"অনন্যা মুখোপাধ্যায়", "প্রাথমিক বিদ্যালয়, কক্ষ 2", "শান্তিপুর", "নদিয়া", "পশ্চিমবঙ্গ"}},
    {"tamil",
     "Muthulakshmi Subramanian",
     true,
     {"முத்துலட்சுமி சுப்பிரமணியன்", "அரசு மேல்நிலைப் பள்ளி, அறை 2", "மேலூர்", "மதுரை", "தமிழ்நாடு"}},
    {"telugu", "Venkateswara Rao", false, {"వెంకటేశ్వర రావు", "జిల్లా పరిషత్ ఉన్నత పాఠశాల", "గన్నవరం", "కృష్ణా", "ఆంధ్ర ప్రదేశ్"}},
    {"ol-chiki", "Birsa Murmu", false, {"ᱵᱤᱨᱥᱟ ᱢᱩᱨᱢᱩ", "ᱮᱛᱚᱦᱚᱵ ᱟᱥᱲᱟ", "ᱡᱟᱢᱟ", "ᱫᱩᱢᱠᱟᱹ", "ᱡᱷᱟᱨᱠᱷᱚᱸᱰ"}},
    {"urdu",
     "Mohammad Irfan Ansari",
     false,
     {"محمد عرفان انصاری", "سرکاری پرائمری اسکول، کمرہ 2", "ملیح آباد", "لکھنؤ", "اتر پردیش"}},
    {"gujarati", "Bhavnaben Patel", true, {"ભાવનાબેન પટેલ", "સરકારી પ્રાથમિક શાળા, ઓરડો 2", "ધોળકા", "અમદાવાદ", "ગુજરાત"}},
    {"gurmukhi",
     "Gurpreet Singh Gill",
     false,
     {"ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ ਗਿੱਲ", "ਸਰਕਾਰੀ ਪ੍ਰਾਇਮਰੀ ਸਕੂਲ, ਕਮਰਾ 2", "ਜਗਰਾਉਂ", "ਲੁਧਿਆਣਾ", "ਪੰਜਾਬ"}},
    {"odia", "Suchitra Mahapatra", true, {"ସୁଚିତ୍ରା ମହାପାତ୍ର", "ସରକାରୀ ପ୍ରାଥମିକ ବିଦ୍ୟାଳୟ", "ପିପିଲି", "ପୁରୀ", "ଓଡ଼ିଶା"}},
    {"kannada", "Lakshmidevi Hegde", true, {"ಲಕ್ಷ್ಮೀದೇವಿ ಹೆಗಡೆ", "ಸರ್ಕಾರಿ ಪ್ರಾಥಮಿಕ ಶಾಲೆ, ಕೊಠಡಿ 2", "ಶಿರಸಿ", "ಉತ್ತರ ಕನ್ನಡ", "ಕರ್ನಾಟಕ"}},
    {"malayalam",
     "Sreelakshmi Nambiar",
     true,
     {"ശ്രീലക്ഷ്മി നമ്പ്യാർ", "ഗവൺമെന്റ് ഹയർ സെക്കൻഡറി സ്കൂൾ", "തലശ്ശേരി", "കണ്ണൂർ", "കേരളം"}},
    {"meetei-mayek", "Ibemcha Devi", true, {"ꯏꯕꯦꯝꯆꯥ ꯗꯦꯕꯤ", "ꯂꯩꯉꯥꯛꯀꯤ ꯁ꯭ꯀꯨꯜ", "ꯂꯤꯂꯣꯡ", "ꯊꯧꯕꯥꯜ", "ꯃꯅꯤꯄꯨꯔ"}},
}};

constexpr ScriptCase longest = {
    "longest",
    "Smt. Chandrakanta Rajeshwari Vishwakarma Chaturvedi",
    true,
    {"श्रीमती चन्द्रकान्ता राजेश्वरी विश्वकर्मा चतुर्वेदी", "राजकीय कन्या उच्चतर माध्यमिक विद्यालय, कक्ष संख्या 3", "लक्ष्मणपुर कुंडा",
     "सिद्धार्थनगर", "दादरा और नगर हवेली और दमन और दीव"}};

constexpr ScriptCase longest_telugu = {"longest-telugu",
                                       "Venkata Satyanarayana Lakshmi Narasimha Chakravarthula",
                                       false,
                                       {"వెంకట సత్యనారాయణ లక్ష్మీ నరసింహ చక్రవర్తుల", "జిల్లా పరిషత్ బాలికల ఉన్నత పాఠశాల, గది సంఖ్య 3",
                                        "వెంకటాచలం మండలం", "శ్రీ పొట్టి శ్రీరాములు నెల్లూరు", "ఆంధ్ర ప్రదేశ్"}};

/// The first on the roll, and so on; what the words leave open is filled with what most members have.
StressCase member_of(const ScriptCase& words, std::size_t place) {
  StressCase one{words.script, {}, {}, sample_number(), words.is_woman};
  Member& member = one.member;
  member.row = place + 2;
  member[Field::member_no] = fmt::format("JSA/014/{:06}", 123 + place);
  member[Field::name] = words.name;
  member[Field::name_local] = words.local.name;
  member[Field::mobile] = fmt::format("+91900000{:04}", 123 + place);
  member[Field::epic_no] = fmt::format("TST{:07}", 123 + place);
  member[Field::booth_no] = std::to_string(142 + place);
  member[Field::booth_name] = words.local.booth;
  member[Field::block] = words.local.block;
  member[Field::district] = words.local.district;
  member[Field::state] = words.local.state;
  member[Field::photo] = fmt::format("IMG_{:04}.jpg", 123 + place);
  member[Field::channel] = "receipt";
  member[Field::receipt_no] = fmt::format("R26-{:06}", 123 + place);
  member[Field::enrolled_on] = "2026-01-20";
  member[Field::status] = "confirmed";
  member[Field::confirmed_on] = "2026-02-05";
  member[Field::valid_until] = "2029-03-31";
  return one;
}

StressCase typical_case() {
  StressCase one = member_of(scripts.front(), 0);
  one.name = "typical";
  one.about = "a member like most";
  one.member[Field::office] = "बूथ सचिव · Booth Secretary";
  return one;
}

StressCase longest_case(const ScriptCase& words, std::size_t place, const char* office) {
  StressCase one = member_of(words, place);
  one.about = "names, places and office as long as real ones are";
  one.number = make_card_number("XXXX", "0000", 9'999'999);
  one.member[Field::booth_no] = "1124A";
  one.member[Field::office] = office;
  return one;
}

StressCase missing_case(std::size_t place) {
  StressCase one = member_of(scripts.front(), place);
  one.name = "missing";
  one.about = "nothing but what a roll must have";
  for (const Field field :
       {Field::name_local, Field::mobile, Field::epic_no, Field::booth_name, Field::state, Field::channel,
        Field::receipt_no, Field::enrolled_on, Field::confirmed_on, Field::office, Field::valid_until})
    one.member[field].clear();
  one.member[Field::name] = "Sunita Yadav";
  one.member[Field::block] = "Mohanlalganj";
  one.member[Field::district] = "Lucknow";
  return one;
}

}  // namespace

CardNumber sample_number() { return make_card_number("XXX", "000", 0); }

std::vector<StressCase> stress_set() {
  std::vector<StressCase> all = {
      typical_case(),
      longest_case(longest, 1, "सह-संयोजक, बूथ सशक्तिकरण एवं महिला समन्वय समिति"),
      longest_case(longest_telugu, 2, "Joint Convener, Booth Strengthening Committee"),
      missing_case(3),
  };
  for (const ScriptCase& words : scripts) {
    all.push_back(member_of(words, all.size()));
    all.back().about = "name and places in this script";
  }
  return all;
}

}  // namespace pehchan
