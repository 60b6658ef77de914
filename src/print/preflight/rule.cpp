#include "print/preflight/rule.h"

#include <array>

namespace pehchan {
namespace {

struct Told {
  std::string_view code;
  Words words;
};

const std::array<Told, rules> told{{
    {"claim", {"फ़ाइल वह नहीं है जो होनी चाहिए", "the file is not made for what it should be"}},
    {"version", {"PDF का संस्करण इसके लिए नया या पुराना है", "its version of PDF is not one that this profile allows"}},
    {"identifier", {"फ़ाइल की अपनी पहचान (ID) नहीं है", "it has no identifier (/ID)"}},
    {"metadata",
     {"फ़ाइल अपने बारे में दो अलग बातें कहती है, या कुछ नहीं", "what it says of itself (Info, XMP) is missing or differs"}},
    {"dates", {"तारीख़ ग़लत लिखी है", "a date is missing or malformed"}},
    {"trapped", {"ट्रैपिंग के बारे में सही बात नहीं लिखी", "what it says of trapping is not what the profile asks"}},
    {"intent", {"किस स्याही के लिए है, यह ठीक से नहीं लिखा", "its output intent is missing or wrong"}},
    {"boxes", {"पन्ने के नाप आपस में मेल नहीं खाते", "the boxes of a page do not lie within each other"}},
    {"scaling", {"फ़ाइल छापते समय नाप बदलने देती है", "it lets a reader change its size in printing"}},
    {"actions", {"फ़ाइल में स्क्रिप्ट या आदेश है", "it has a script or an action"}},
    {"annotations", {"पन्ने पर टिप्पणी या फ़ॉर्म है", "a page has annotations or form fields"}},
    {"attachments", {"फ़ाइल में दूसरी फ़ाइल जुड़ी है", "another file is attached to it"}},
    {"outside",
     {"फ़ाइल बाहर की किसी चीज़ या PostScript पर टिकी है",
      "it takes in something from outside, an alternate or PostScript"}},
    {"filters", {"कुछ ऐसे ढंग से दबाया गया है जो मना है", "something is packed in a way that is not allowed"}},
    {"interpolate", {"तस्वीर को धुँधला करने को कहा गया है", "a picture asks to be smoothed (/Interpolate)"}},
    {"limits", {"कोई नाम, पाठ या संख्या सीमा से बड़ी है", "a name, string or number is beyond what readers must take"}},
    {"operators",
     {"पन्ने पर ऐसा आदेश है जो PDF में नहीं होता", "a page's content has an operator that PDF has not got, or is damaged"}},
    {"drawing-cost", {"पन्ना बनाने में बहुत समय लगेगा", "a page takes too much to draw; it was not looked at further"}},
    {"device-colour",
     {"ऐसा रंग है जिसका अर्थ तय नहीं", "a colour's meaning is not told by a profile or the output intent"}},
    {"blending", {"पारदर्शिता ग़लत रंगों में मिलाई जाती है", "a group is blended in colours other than the output's"}},
    {"black-ink", {"काला केवल काली स्याही पर नहीं है", "black or grey is in RGB, not on the black ink alone"}},
    {"text-inks",
     {"काला या छोटा पाठ, या कोड, कई स्याहियों का है", "black or small text, or a code, is mixed of several inks"}},
    {"overprint", {"कुछ नीचे के रंग के ऊपर छपता है", "something prints over what lies beneath instead of knocking it out"}},
    {"transfer", {"फ़ाइल स्याही की मात्रा ख़ुद बदलती है", "it changes how much ink is printed (a transfer curve)"}},
    {"ink-limit", {"फ़ोटो में एक जगह पर सीमा से ज़्यादा स्याही है", "a portrait has more ink on one spot than it may have"}},
    {"font-embedded", {"फ़ॉन्ट फ़ाइल में नहीं है", "a font is not embedded"}},
    {"font-subset", {"फ़ॉन्ट का नाम यह नहीं कहता कि वह अंश है", "a font is not marked as a part of a font"}},
    {"font-unicode", {"फ़ॉन्ट से पाठ पढ़ा नहीं जा सकता", "a font does not say which characters its glyphs are"}},
    {"font-form", {"फ़ॉन्ट अधूरा है", "a font lacks its widths, its glyph numbers or its encoding"}},
    {"text-size", {"अक्षर पढ़ने के लिए बहुत छोटे हैं", "text is too small to be read"}},
    {"hidden-text", {"पाठ मिलता है पर दिखता नहीं", "text that readers find cannot be seen"}},
    {"safe-area", {"अक्षर कटाई के बहुत पास हैं", "text stands too near to the cut"}},
    {"portrait-ppi", {"फ़ोटो इस नाप के लिए बहुत मोटी है", "a photo is too coarse at its size"}},
    {"portrait-shape", {"फ़ोटो एक ओर खिंची या तिरछी है", "a photo is stretched in one direction, or slanted"}},
    {"module-size", {"कोड के खाने बहुत छोटे हैं", "the modules of a code are too small to be printed"}},
    {"quiet-zone", {"कोड के चारों ओर ख़ाली जगह कम है", "a code has not enough empty paper around it"}},
    {"unreadable", {"कोड पढ़ा नहीं जा सका", "a code cannot be read"}},
    {"doubled", {"दो कार्डों पर एक ही QR कोड है", "two cards have the same QR code"}},
    {"missing-code",
     {"शीट के किसी कार्ड पर QR कोड नहीं है, जबकि बाक़ी पर है", "a card of a sheet has no QR code where others have one"}},
}};

}  // namespace

std::string_view code_of(Rule rule) { return told.at(static_cast<std::size_t>(rule)).code; }
const Words& words_of(Rule rule) { return told.at(static_cast<std::size_t>(rule)).words; }

}  // namespace pehchan
