#include "card/card_problems.h"

#include <fmt/format.h>
#include <unicode/unistr.h>

#include <string_view>

namespace pehchan {

namespace {

constexpr std::string_view card_number = "card_no";

/// Nobody's cell in the roll is to blame.
Words card_number_too_long(const char* hindi, const char* english) {
  return {
      fmt::format("कार्ड संख्या {}। card.toml में उसकी जगह बड़ी करवाएँ, या छोटा --prefix लें।", hindi),
      fmt::format("The card number is too long {}. Have its box made larger in card.toml, or take a shorter --prefix.",
                  english)};
}

}  // namespace

Problem text_too_long(const std::string& field) {
  if (field == card_number)
    return {"text_too_long", {}, 0, field, card_number_too_long("अपनी जगह में नहीं समा रही", "for its place on the card")};
  return {"text_too_long",
          {},
          0,
          field,
          {fmt::format("{} कार्ड पर अपनी जगह में नहीं समा रहा। इसे छोटा लिखें, जैसे प्रचलित संक्षेप में।", field),
           fmt::format("{} is too long for its place on the card. Shorten it, for example with a usual abbreviation.",
                       field)}};
}

Problem text_unprintable(const std::string& field, const std::vector<std::string>& characters) {
  const std::string list = named(characters);
  return {"text_unprintable",
          {},
          0,
          field,
          {fmt::format("{} में ऐसा अक्षर है जो छप नहीं सकता: {}। उसे ठीक करें या हटाएँ।", field, list),
           fmt::format("{} has a character that cannot be printed: {}. Correct it or remove it.", field, list)}};
}

Problem qr_too_dense() {
  return {
      "qr_too_dense",
      {},
      0,
      std::string(card_number),
      {"QR कोड में लिंक और कार्ड संख्या इतनी लंबी है कि छपने पर पढ़ा नहीं जा सकेगा। छोटा --link-base या --prefix लें, या "
       "card.toml में QR कोड की जगह बड़ी करवाएँ।",
       "The link and the card number make a QR code that could not be read once printed. Take a shorter --link-base "
       "or --prefix, or have the QR code's box made larger in card.toml."}};
}

Problem signed_qr_too_dense() {
  return {
      "qr_too_dense",
      {},
      0,
      "name",
      {"हस्ताक्षर वाले QR कोड में इतना लिखा है कि छपने पर पढ़ा नहीं जा सकेगा। नाम छोटा लिखें, card.toml में उसकी जगह बड़ी करवाएँ (30 "
       "मिमी या "
       "अधिक), या credential.toml में कम जानकारी रखें।",
       "The signed QR code holds so much that it could not be read once printed. Shorten the name, have the code's box "
       "made larger in card.toml (30 mm or more), or let fewer fields into it in credential.toml."}};
}

Problem barcode_too_dense(const std::string& field) {
  if (field == card_number)
    return {
        "barcode_too_dense",
        {},
        0,
        field,
        card_number_too_long("इतनी लंबी है कि बारकोड छपने पर पढ़ा नहीं जा सकेगा", "for its barcode to be read once printed")};
  return {"barcode_too_dense",
          {},
          0,
          field,
          {fmt::format("{} इतना लंबा है कि बारकोड छपने पर पढ़ा नहीं जा सकेगा। इसे छोटा लिखें।", field),
           fmt::format("{} is so long that the barcode could not be read once printed. Shorten it.", field)}};
}

Problem barcode_character(const std::string& field, const std::vector<std::string>& characters) {
  const std::string list = named(characters);
  return {"barcode_character",
          {},
          0,
          field,
          {fmt::format("{} में ऐसा अक्षर है जो इस बारकोड में नहीं लिखा जा सकता: {}। उसे ठीक करें या हटाएँ।", field, list),
           fmt::format("{} has a character that this kind of barcode cannot say: {}. Correct it or remove it.", field,
                       list)}};
}

std::string named(const std::vector<std::string>& characters) {
  std::string list;
  for (const std::string& character : characters) {
    const auto code = static_cast<unsigned>(icu::UnicodeString::fromUTF8(character).char32At(0));
    list += fmt::format("{}U+{:04X} ({})", list.empty() ? "" : ", ", code, character);
  }
  return list;
}

}  // namespace pehchan
