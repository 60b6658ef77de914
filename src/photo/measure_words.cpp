#include "photo/measure_words.h"

#include <fmt/format.h>

#include <array>

namespace pehchan {
namespace {

struct Told {
  const char* code;
  const char *what_hi, *tip_hi;
  const char *what_en, *tip_en;
};

constexpr std::array<Told, photo_measures> told{{
    {"photo_too_small", "चेहरा बहुत छोटा है, साफ़ नहीं छपेगा", "पास से खींचें, और मूल फ़ोटो भेजें, उसकी छोटी प्रति नहीं",
     "The face has too few pixels to print well", "take it from closer, and send the original, not a small copy"},
    {"photo_unclear", "आँखें साफ़ नहीं दिखतीं", "सामने देखें, आँखें खुली रखें, काला चश्मा उतारें",
     "The eyes cannot be made out for certain", "face the camera, eyes open, without dark glasses"},
    {"photo_face_doubtful", "चेहरा ठीक से नहीं दिखता", "सीधे कैमरे की ओर देखें, चेहरा ढका न हो", "The face is not clear",
     "look straight into the camera, with nothing over the face"},
    {"photo_tilted", "सिर एक ओर बहुत झुका है", "सिर और फ़ोन दोनों सीधे रखें", "The head leans to one side",
     "hold the head and the phone straight"},
    {"photo_blurred", "फ़ोटो धुंधली है", "हाथ स्थिर रखें, अच्छे उजाले में खींचें, कैमरे का शीशा पोंछ लें", "The photo is blurred",
     "hold the phone still, in good light, and wipe its lens"},
    {"photo_dark", "चेहरे पर रोशनी कम है", "उजाले की ओर मुँह करके खींचें", "There is too little light on the face",
     "turn the face towards the light"},
    {"photo_bright", "चेहरे पर रोशनी बहुत तेज़ है", "धूप या फ़्लैश से हटकर खींचें", "There is too much light on the face",
     "take it out of the sun, without flash"},
    {"photo_shadow", "चेहरे का बड़ा हिस्सा छाया में है", "उजाला सामने से आए, पीछे से नहीं", "Much of the face lies in shadow",
     "have the light in front, not behind"},
    {"photo_glare", "चेहरे पर चमक है", "फ़्लैश बंद करें, सीधी धूप से हटें", "Parts of the face are burnt out by glare",
     "switch the flash off and step out of the sun"},
    {"photo_flat", "फ़ोटो फीकी है", "कैमरे का शीशा पोंछें, काग़ज़ की फ़ोटो हो तो उजाले में दोबारा खींचें",
     "The photo is pale, as through fog", "wipe the lens; a photo of a photo is best taken again in daylight"},
    {"photo_uneven_light", "चेहरे के एक ओर ही रोशनी है", "उजाला सामने से आए", "The light falls on one side of the face only",
     "have the light in front"},
    {"photo_cropped_tight", "फ़ोटो बहुत पास से कटी है, सिर या कंधे बाहर हैं", "पूरा सिर और कंधे दिखें, चारों ओर थोड़ी जगह रहे",
     "The photo is cut too close: head or shoulders are outside it",
     "show the whole head and the shoulders, with some room around them"},
}};

}  // namespace

const char* code_of(PhotoMeasure measure) { return told[static_cast<std::size_t>(measure)].code; }

Words words_of(PhotoMeasure measure, Grade grade) {
  const Told& is = told[static_cast<std::size_t>(measure)];
  if (grade == Grade::hold)
    return {fmt::format("दूसरी फ़ोटो भेजें: {}। {}।", is.what_hi, is.tip_hi),
            fmt::format("Send another photo: {}. Please {}.", is.what_en, is.tip_en)};
  return {fmt::format("{}। दोबारा खींचें तो: {}।", is.what_hi, is.tip_hi),
          fmt::format("{}. If it is taken again: {}.", is.what_en, is.tip_en)};
}

}  // namespace pehchan
