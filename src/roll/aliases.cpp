#include "roll/aliases.h"

#include <string>
#include <unordered_map>

#include "roll/word_key.h"

namespace pehchan {
namespace {

struct Aliases {
  Field field;
  std::string_view headings;  ///< parted by '|'
};

constexpr Aliases aliases[] = {
    {Field::member_no,
     "member number|member id|membership no|membership number|membership id|member code|सदस्य संख्या|सदस्य सं|"
     "सदस्यता संख्या|सदस्यता सं|सदस्य क्रमांक|सदस्यता क्रमांक|सदस्य क्र|सदस्य नंबर|सदस्य नं|सदस्यता नंबर|सदस्य आईडी|सदस्य कोड"},
    {Field::name,
     "member name|full name|name of member|name in english|name english|english name|name en|नाम|सदस्य का नाम|सदस्य नाम|"
     "पूरा नाम|नाम अंग्रेज़ी में|नाम अंग्रेज़ी|अंग्रेज़ी नाम|अंग्रेज़ी में नाम"},
    {Field::name_local,
     "local name|name in hindi|name hindi|hindi name|name hi|name in local language|नाम हिंदी में|नाम हिन्दी में|"
     "नाम हिंदी|नाम हिन्दी|हिंदी नाम|हिन्दी नाम|हिंदी में नाम|हिन्दी में नाम|स्थानीय नाम|नाम देवनागरी में|देवनागरी नाम"},
    {Field::mobile,
     "mobile no|mobile number|mobile phone|phone|phone no|phone number|contact|contact no|contact number|मोबाइल|"
     "मोबाइल संख्या|मोबाइल नंबर|मोबाइल नम्बर|मोबाइल नं|मोबाईल|मोबाईल नंबर|मोबाईल नं|फ़ोन|फ़ोन नंबर|फ़ोन नं|दूरभाष|संपर्क|संपर्क नंबर"},
    {Field::epic_no,
     "epic|epic number|epic id|voter id|voter id no|voter id number|voter card|voter card no|voter card number|"
     "मतदाता पहचान पत्र|मतदाता पहचान पत्र संख्या|मतदाता पहचान पत्र सं|मतदाता पहचान पत्र क्रमांक|मतदाता पहचान पत्र नंबर|"
     "मतदाता पहचान पत्र EPIC|मतदाता पहचान पत्र/ईपिक|मतदाता परिचय पत्र|मतदाता आईडी|वोटर आईडी|वोटर कार्ड|वोटर कार्ड नंबर|ईपिक|"
     "ईपिक संख्या|ईपिक नंबर|ईपिक नं|एपिक|एपिक नंबर|पहचान पत्र संख्या"},
    {Field::booth_no,
     "booth|booth number|booth id|polling booth no|polling booth number|part no|part number|polling station no|बूथ|"
     "बूथ संख्या|बूथ सं|बूथ क्रमांक|बूथ क्र|बूथ नंबर|बूथ नम्बर|बूथ नं|भाग संख्या|भाग सं|भाग क्रमांक|मतदान केंद्र संख्या|"
     "मतदान केन्द्र संख्या|मतदान केंद्र क्रमांक"},
    {Field::booth_name,
     "name of booth|polling booth|polling booth name|polling station|polling station name|बूथ का नाम|बूथ नाम|मतदान केंद्र|"
     "मतदान केन्द्र|मतदान केंद्र का नाम|मतदान केन्द्र का नाम|मतदान स्थल"},
    {Field::block,
     "block name|name of block|mandal|tehsil|taluka|खंड|खण्ड|खंड का नाम|खण्ड का नाम|ब्लॉक|ब्लाक|ब्लॉक का नाम|ब्लाक का नाम|"
     "ब्लॉक नाम|विकास खंड|विकास खण्ड|विकासखंड|विकासखण्ड|मंडल|मण्डल|तहसील|प्रखंड|प्रखण्ड|खंड/ब्लॉक|खण्ड/ब्लॉक"},
    {Field::district, "district name|name of district|dist|जिला|जिले का नाम|जिला नाम|जनपद|जनपद का नाम"},
    {Field::state, "state name|name of state|राज्य|राज्य का नाम|प्रदेश|प्रदेश का नाम"},
    {Field::photo,
     "photo file|photo name|photo filename|photograph|photo path|picture|image|फोटो|फोटो फाइल|फोटो का नाम|फोटो की फाइल|"
     "फोटो फाइल का नाम|छायाचित्र|चित्र|तस्वीर"},
    {Field::channel,
     "enrolment channel|enrollment channel|mode|enrolment mode|membership mode|माध्यम|सदस्यता माध्यम|सदस्यता का माध्यम|"
     "पंजीकरण माध्यम|पंजीकरण का माध्यम"},
    {Field::receipt_no, "receipt|receipt number|receipt id|रसीद|रसीद संख्या|रसीद सं|रसीद क्रमांक|रसीद नंबर|रसीद नम्बर|रसीद नं"},
    {Field::enrolled_on,
     "enrolled|enrolment date|enrollment date|date of enrolment|date of enrollment|joined on|joining date|"
     "date of joining|सदस्यता तिथि|सदस्यता दिनांक|सदस्यता की तिथि|पंजीकरण तिथि|पंजीकरण की तिथि|पंजीकरण दिनांक|नामांकन तिथि|"
     "नामांकन दिनांक"},
    {Field::status, "membership status|member status|स्थिति|सदस्यता स्थिति|सदस्यता की स्थिति|दशा"},
    {Field::confirmed_on,
     "confirmed|confirmation date|date of confirmation|confirmed date|approved on|approval date|पुष्टि तिथि|पुष्टि की तिथि|"
     "पुष्टि दिनांक|स्वीकृति तिथि|स्वीकृति दिनांक|स्वीकृति की तिथि|अनुमोदन तिथि"},
    {Field::office, "post|post held|designation|position|office held|पद|पदनाम|दायित्व"},
    {Field::valid_until,
     "valid till|valid upto|valid up to|validity|expiry|expiry date|expires on|वैधता|वैधता तिथि|वैध तिथि|वैधता समाप्ति|मान्य "
     "तिथि|"
     "तक वैध|तक मान्य|समाप्ति तिथि"},
};

std::unordered_map<std::string, Field> keyed_aliases() {
  std::unordered_map<std::string, Field> keyed;
  for (std::size_t i = 0; i < field_count; ++i) keyed.emplace(word_key(field_names[i]), static_cast<Field>(i));
  for (const auto& [field, headings] : aliases) {
    for (std::string_view rest = headings; !rest.empty();) {
      const auto end = rest.find('|');
      keyed.emplace(word_key(rest.substr(0, end)), field);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
  }
  return keyed;
}

std::optional<Field> field_of_whole(std::string_view heading) {
  static const auto keyed = keyed_aliases();
  const auto found = keyed.find(word_key(heading));
  if (found == keyed.end()) return std::nullopt;
  return found->second;
}

/// The field that all parts of a heading mean, where they mean the same one.
std::optional<Field> field_of_parts(std::string_view heading, std::string_view marks,
                                    std::optional<Field> (*field_of)(std::string_view)) {
  std::optional<Field> shared;
  for (std::string_view rest = heading; !rest.empty();) {
    const auto end = rest.find_first_of(marks);
    const auto part = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (word_key(part).empty()) continue;
    const auto field = field_of(part);
    if (!field || (shared && *shared != *field)) return std::nullopt;
    shared = field;
  }
  return shared;
}

std::optional<Field> field_of_part(std::string_view part) {
  if (const auto field = field_of_whole(part)) return field;
  return field_of_parts(part, "()[]", field_of_whole);
}

}  // namespace

std::optional<Field> field_headed(std::string_view heading) {
  constexpr std::size_t longest_heading = 400;  // bytes; what is longer is a text and not a heading
  if (heading.size() > longest_heading) return std::nullopt;
  if (const auto field = field_of_part(heading)) return field;
  return field_of_parts(heading, "/\n\r|", field_of_part);
}

}  // namespace pehchan
