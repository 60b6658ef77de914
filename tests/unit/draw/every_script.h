#pragma once
#include <ostream>
#include <string>

namespace pehchan {

struct Script {
  const char* name;
  std::string family;
  std::string text;  ///< with conjuncts, marks on both sides and its own digits
};
inline std::ostream& operator<<(std::ostream& out, const Script& script) { return out << script.name; }

inline const Script scripts[] = {
    {"Latin", "Noto Sans", "Savitri Zoë D’Souza 142"},
    {"Devanagari", "Noto Sans Devanagari", "श्रीमती सावित्री कुशवाहा १४२ ज़िला"},
    {"Bengali", "Noto Sans Bengali", "শ্রীমতী সাবিত্রী চৌধুরী ১৪২"},
    {"Tamil", "Noto Sans Tamil", "தமிழ்ச்செல்வி ஸ்ரீநிவாசன் ௧௪௨"},
    {"Telugu", "Noto Sans Telugu", "శ్రీనివాస్ కృష్ణమూర్తి ౧౪౨"},
    {"OlChiki", "Noto Sans Ol Chiki", "ᱥᱟᱱᱛᱟᱲᱤ ᱢᱩᱨᱢᱩ ᱑᱔᱒"},
    {"Urdu", "Noto Nastaliq Urdu", "محمد عبدالرحمٰن شیخ ۱۴۲"},
    {"Gujarati", "Noto Sans Gujarati", "શ્રીમતી ક્ષત્રિય ૧૪૨"},
    {"Gurmukhi", "Noto Sans Gurmukhi", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ ਸ਼ੇਰਗਿੱਲ ੧੪੨"},
    {"Odia", "Noto Sans Oriya", "ଶ୍ରୀମତୀ କୃଷ୍ଣା ଓଡ଼ିଆ ୧୪୨"},
    {"Kannada", "Noto Sans Kannada", "ಶ್ರೀಮತಿ ಕೃಷ್ಣಮೂರ್ತಿ ೧೪೨"},
    {"Malayalam", "Noto Sans Malayalam", "ശ്രീമതി കൃഷ്ണൻകുട്ടി ൧൪൨"},
    {"MeeteiMayek", "Noto Sans Meetei Mayek", "ꯃꯩꯇꯩ ꯃꯌꯦꯛ ꯏꯕꯣꯃꯆꯥ ꯱꯴꯲"},
};

}  // namespace pehchan
