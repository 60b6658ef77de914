#include "roll/problems.h"

#include <fmt/format.h>

#include <utility>

namespace pehchan {
namespace {

constexpr std::size_t most_rows_named = 5;

struct Told {
  const char* code;
  const char* hi;
  const char* en;
};

Told told_row(RowFault fault) {
  switch (fault) {
    case RowFault::quote_unclosed:
      return {"quote_unclosed", "इस पंक्ति में उद्धरण चिह्न (\") खुला है पर बंद नहीं हुआ। उसे बंद करें या हटा दें।",
              "A quotation mark (\") is opened in this row and never closed. Close it or remove it."};
    case RowFault::quote_misplaced:
      return {
          "quote_misplaced", "इस पंक्ति में उद्धरण चिह्न (\") गलत जगह है। जाँचें कि हर बात अपने कॉलम में है और चिह्न हटा दें।",
          "A quotation mark (\") is in the wrong place. Check that everything is in its column and remove the mark."};
    case RowFault::row_too_long:
      return {"row_too_long", "यह पंक्ति बहुत लंबी है: एक खाने में अधिकतम 64 KiB, पूरी पंक्ति में 256 KiB। फ़ालतू लिखावट हटा दें।",
              "This row is too long: at most 64 KiB a cell and 256 KiB in all. Remove what does not belong there."};
    case RowFault::too_few_cells:
      return {"too_few_cells", "इस पंक्ति में शीर्षक से कम खाने हैं। जाँचें कि हर बात अपने कॉलम में है और छूटे खाने भरें।",
              "This row has fewer cells than the header. Check that everything is in its column and fill in what is "
              "missing."};
    case RowFault::too_many_cells:
      return {"too_many_cells",
              "इस पंक्ति में शीर्षक से अधिक खाने हैं। हर बात उसके कॉलम में रखें; अल्पविराम वाली बात को उद्धरण चिह्नों में लिखें।",
              "This row has more cells than the header. Put everything in its column; a text with a comma goes in "
              "quotation marks."};
    case RowFault::not_mended:
      return {
          "row_not_mended",
          "कॉलम withheld_extra खाली नहीं है। उसकी बात सही कॉलम में रखें (केवल ? हो तो छूटे खाने जाँचें), फिर उसे खाली कर दें।",
          "The column withheld_extra is not empty. Put what it holds in the right columns (a lone ? says that cells "
          "were lost: check them), then empty it."};
    default:
      return {"row_unreadable", "यह पंक्ति पढ़ी नहीं जा सकी। इसे फिर से लिखें।", "This row cannot be read. Write it again."};
  }
}

Told told_text(RowFault fault) {
  switch (fault) {
    case RowFault::bad_utf8:
      return {"bad_utf8", "यहाँ के अक्षर UTF-8 में नहीं हैं। इन्हें फिर से लिखें, या सूची को 'CSV UTF-8' के रूप में सहेजें।",
              "These characters are not UTF-8. Write them again, or save the roll as 'CSV UTF-8'."};
    case RowFault::nul:
      return {"nul_byte", "यहाँ एक शून्य (NUL) बाइट है, जो लिखावट का भाग नहीं हो सकती। खाने को फिर से लिखें।",
              "There is a NUL byte here, which no text can have. Write the cell again."};
    case RowFault::lost_character:
      return {"lost_character", "यहाँ एक अक्षर नष्ट हो चुका है (चिह्न \uFFFD)। उसे फिर से लिखें।",
              "A character was lost here (the sign \uFFFD). Write it again."};
    case RowFault::control_character:
      return {"control_character", "यहाँ पंक्ति-विराम या कोई अदृश्य नियंत्रण अक्षर है। खाने को एक ही पंक्ति में फिर से लिखें।",
              "There is a line break or an invisible control character here. Write the cell again, in one line."};
    case RowFault::hidden_direction:
      return {
          "hidden_direction", "यहाँ लिखावट की दिशा बदलने वाला अदृश्य चिह्न है। खाने को कॉपी न करके हाथ से लिखें।",
          "There is an invisible sign here that turns the direction of the text. Type the cell instead of copying it."};
    case RowFault::stray_quote:
      return {"stray_quote", "यहाँ एक अकेला उद्धरण चिह्न (\") है। उसे हटा दें और देखें कि खाने पूरे हैं।",
              "There is a lone quotation mark (\") here. Remove it and check that the cell is whole."};
    case RowFault::number_shortened:
      return {"number_shortened",
              "स्प्रेडशीट ने यह संख्या छोटी कर दी है (जैसे 9.0E+17), इसके अंतिम अंक खो गए। कॉलम को 'टेक्स्ट' (Text) बनाएँ और पूरी "
              "संख्या फिर से लिखें।",
              "The spreadsheet has shortened this number (such as 9.0E+17) and lost its last digits. Format the column "
              "as text and write the whole number again."};
    case RowFault::spreadsheet_error:
      return {"spreadsheet_error", "यहाँ स्प्रेडशीट के सूत्र की त्रुटि है (जैसे #REF!)। सही बात हाथ से लिखें।",
              "Here is an error of a spreadsheet formula (such as #REF!). Write what belongs here by hand."};
    case RowFault::mojibake:
      return {
          "mojibake",
          "यहाँ के अक्षर बिगड़ गए हैं, क्योंकि किसी प्रोग्राम ने UTF-8 को ग़लत कोड में पढ़ा (राम की जगह à¤°à¤¾à¤®)। मूल सूची "
          "को फिर से 'CSV UTF-8' के रूप में सहेजें, या यह खाना फिर से लिखें।",
          "Some program read these letters in the wrong encoding (à¤°à¤¾à¤® for राम). Save the original list as 'CSV "
          "UTF-8' again, or write the cell again."};
    case RowFault::legacy_font:
      return {
          "legacy_font",
          "यह किसी पुराने फ़ॉन्ट (जैसे कृति देव, चाणक्य) में टाइप किया गया लगता है और कार्ड पर पढ़ा नहीं जाएगा। इसे यूनिकोड "
          "कीबोर्ड से लिखें या कन्वर्टर से यूनिकोड में बदलें और सूची फिर से दें। यदि यह सचमुच अंग्रेज़ी में है तो बड़े अक्षरों "
          "(CAPITALS) में लिखें।",
          "This looks typed in an old font such as Kruti Dev or Chanakya and could not be read on the card. Write it "
          "with a Unicode keyboard, or turn it into Unicode with a converter, and feed it in again. If it really is "
          "in English letters, write it in CAPITALS."};
    case RowFault::empty:
      return {"empty", "यह खाना खाली है, पर इसका भरा होना ज़रूरी है। इसे भरें।",
              "This cell is empty and must not be. Fill it in."};
    default:
      return {"too_long", "यहाँ की लिखावट बहुत लंबी है। छोटा करके लिखें।", "This text is too long. Shorten it."};
  }
}

Told told_shape(RowFault fault) {
  switch (fault) {
    case RowFault::member_no_malformed:
      return {"member_no_malformed",
              "सदस्य संख्या में केवल अंग्रेज़ी अक्षर (A-Z), अंक, - और / हो सकते हैं, बिना खाली जगह के। उसे ठीक करें।",
              "A member number has only the letters A-Z, digits, - and /, without spaces. Correct it."};
    case RowFault::mobile_malformed:
      return {"mobile_malformed",
              "मोबाइल नंबर सही नहीं है: 10 अंक, पहला 6 से 9 तक (आगे +91, 91 या 0 हो सकता है)। ठीक करें या खाली छोड़ दें।",
              "The mobile number is not right: 10 digits, the first from 6 to 9 (+91, 91 or 0 may go before). Correct "
              "it or "
              "leave it empty."};
    case RowFault::epic_malformed:
      return {
          "epic_malformed",
          "मतदाता पहचान पत्र संख्या सही नहीं है: 3 अक्षर और 7 अंक, या पुरानी / वाली संख्या। कार्ड से मिलाएँ या खाली छोड़ दें।",
          "The voter card (EPIC) number is not right: 3 letters and 7 digits, or an old number with /. Compare it with "
          "the card or leave it empty."};
    case RowFault::date_malformed:
      return {"date_malformed", "यह तारीख सही नहीं है। दिन-महीना-वर्ष (31-12-2026) या 2026-12-31 के रूप में लिखें।",
              "This is not a date. Write it as day-month-year (31-12-2026) or as 2026-12-31."};
    case RowFault::photo_path:
      return {"photo_path",
              "फ़ोटो का नाम फ़ोटो फ़ोल्डर से बाहर ले जाता है या फ़ाइल का नाम नहीं हो सकता। केवल फ़ोल्डर के अंदर की फ़ाइल का नाम लिखें।",
              "The photo's name leads out of the photo folder or cannot be a file's name. Name a file inside the "
              "folder only."};
    case RowFault::status_unknown:
      return {"status_unknown", "स्थिति समझ में नहीं आई। पुष्ट (confirmed), लंबित (pending) या अस्वीकृत (declined) लिखें।",
              "The status is not known. Write confirmed (पुष्ट), pending (लंबित) or declined (अस्वीकृत)."};
    default:
      return {"channel_unknown", "माध्यम समझ में नहीं आया। रसीद (receipt) या डिजिटल (digital) लिखें, या खाली छोड़ दें।",
              "The channel is not known. Write receipt (रसीद) or digital (डिजिटल), or leave it empty."};
  }
}

Told told_together(RowFault fault) {
  switch (fault) {
    case RowFault::receipt_missing:
      return {"receipt_missing", "सदस्यता रसीद से हुई है, पर रसीद संख्या खाली है। रसीद संख्या लिखें।",
              "The member enrolled by receipt, but there is no receipt number. Write it."};
    case RowFault::confirmed_before_enrolled:
      return {"confirmed_before_enrolled", "पुष्टि की तारीख नामांकन की तारीख से पहले की है। दोनों तारीखें जाँचें।",
              "The date of confirmation is before the date of enrolment. Check both."};
    case RowFault::valid_before_confirmed:
      return {"valid_before_confirmed", "वैधता पुष्टि की तारीख से पहले ही समाप्त हो जाती है। दोनों तारीखें जाँचें।",
              "The membership ends before it was confirmed. Check both dates."};
    case RowFault::member_no_duplicate:
      return {"member_no_duplicate", "यही सदस्य संख्या एक से अधिक पंक्तियों में है। हर सदस्य को अपनी संख्या दें या दोहरी पंक्ति हटा दें।",
              "The same member number is in more than one row. Give each member a number of their own or remove the "
              "double."};
    case RowFault::epic_duplicate:
      return {
          "epic_duplicate", "यही मतदाता पहचान पत्र संख्या एक से अधिक पंक्तियों में है। कार्ड से मिलाएँ या दोहरी पंक्ति हटा दें।",
          "The same voter card (EPIC) number is in more than one row. Compare it with the card or remove the double."};
    case RowFault::mobile_shared:
      return {"mobile_shared", "यही मोबाइल नंबर और सदस्यों का भी है। परिवार में साझा हो तो ठीक है, नहीं तो जाँचें।",
              "Other members have the same mobile number. That is fine in a family; otherwise check it."};
    default:
      return {"epic_old", "यह पुराने ढंग की मतदाता पहचान पत्र संख्या है। हो सके तो नए कार्ड की संख्या लिखें।",
              "This is a voter card number of the old kind. If there is a new card, write its number."};
  }
}

Told told(RowFault fault) {
  if (fault < RowFault::bad_utf8) return told_row(fault);
  if (fault < RowFault::member_no_malformed) return told_text(fault);
  return fault < RowFault::receipt_missing ? told_shape(fault) : told_together(fault);
}

Words place_words(Field level) {
  switch (level) {
    case Field::state:
      return {"यह राज्य", "This state"};
    case Field::district:
      return {"यह ज़िला इस राज्य में", "This district of the state"};
    case Field::block:
      return {"यह खंड इस ज़िले में", "This block of the district"};
    default:
      return {"यह बूथ संख्या इस खंड में", "This booth number of the block"};
  }
}

}  // namespace

Problem place_problem(const std::string& file, std::size_t row, Field level, const std::string& likely) {
  const Words told = place_words(level);
  Problem problem{
      .code = "place_unknown", .file = file, .row = row, .field = std::string(name_of(level)), .reason = {}};
  problem.reason.hi = fmt::format("{} स्थानों की सूची में नहीं है। ", told.hi);
  problem.reason.en = fmt::format("{} is not in the list of places. ", told.en);
  if (likely.empty()) {
    problem.reason.hi += "इसे सूची से मिलाकर ठीक करें।";
    problem.reason.en += "Compare it with the list and correct it.";
  } else {
    problem.reason.hi += fmt::format("शायद '{}' लिखना था: जाँचकर ठीक करें।", likely);
    problem.reason.en += fmt::format("Perhaps '{}' was meant: check and correct it.", likely);
  }
  return problem;
}

Problem roll_problem(RowFault fault, const std::string& file, std::size_t row, std::string field) {
  const Told words = told(fault);
  return {.code = words.code, .file = file, .row = row, .field = std::move(field), .reason = {words.hi, words.en}};
}

Problem shared_problem(RowFault fault, const std::string& file, std::size_t row, std::string field,
                       std::span<const std::uint32_t> rows) {
  Problem problem = roll_problem(fault, file, row, std::move(field));
  std::string others;
  std::size_t named = 0;
  for (const std::size_t other : rows) {
    if (other == row) continue;
    if (named++ == most_rows_named) break;
    others += fmt::format("{}{}", others.empty() ? "" : ", ", other);
  }
  const std::size_t more = rows.size() - 1 > most_rows_named ? rows.size() - 1 - most_rows_named : 0;
  problem.reason.hi += fmt::format(" दूसरी पंक्तियाँ: {}{}।", others, more ? fmt::format(" और {} और", more) : "");
  problem.reason.en += fmt::format(" Other rows: {}{}.", others, more ? fmt::format(" and {} more", more) : "");
  return problem;
}

}  // namespace pehchan
