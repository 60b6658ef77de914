#include "roll/normalise.h"

#include <fmt/format.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <unordered_map>

#include "roll/utf8.h"
#include "roll/word_key.h"

namespace pehchan {
namespace {

using Choices = std::unordered_map<std::string, std::string_view>;

struct Choice {
  std::string_view meaning, words;  ///< words parted by '|'
};

Choices keyed(std::initializer_list<Choice> choices) {
  Choices by_key;
  for (const auto& [meaning, words] : choices) {
    for (std::string_view rest = words; !rest.empty();) {
      const auto end = rest.find('|');
      by_key.emplace(word_key(rest.substr(0, end)), meaning);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
  }
  return by_key;
}

const Choices& statuses() {
  static const Choices known = keyed(
      {{"confirmed", "confirmed|confirm|approved|accepted|verified|पुष्ट|पुष्टि|पुष्टि हो गई|स्वीकृत|अनुमोदित|सत्यापित"},
       {"pending", "pending|awaited|in process|under review|लंबित|लम्बित|प्रतीक्षा|प्रतीक्षा में|प्रतीक्षित|विचाराधीन|अपुष्ट"},
       {"declined", "declined|rejected|refused|cancelled|अस्वीकृत|अस्वीकार|निरस्त|रद्द|खारिज|नामंज़ूर"}});
  return known;
}

const Choices& channels() {
  static const Choices known = keyed({{"receipt", "receipt|paper|offline|रसीद|पर्ची|ऑफलाइन"},
                                      {"digital", "digital|online|app|डिजिटल|डिजीटल|ऑनलाइन|ऐप"}});
  return known;
}

std::string chosen(const Choices& choices, const std::string& text) {
  auto found = choices.find(text);  // most rolls have the canonical words, which are their own keys
  if (found == choices.end()) found = choices.find(word_key(text));
  return found == choices.end() ? text : std::string(found->second);
}

bool is_invisible(char32_t c) { return c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }
bool is_blank(char32_t c) { return c == U'\t' || u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR; }
bool is_break(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) && !is_blank(c); }

/// Line breaks at the ends go with the blanks; one inside stays, because it may be a row that a quote has swallowed.
std::string tidied(std::string_view text) {
  std::string tidy, held;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    if (is_invisible(c)) continue;
    if (is_blank(c) || is_break(c)) {
      if (is_break(c)) held = text.substr(start, at - start);
      if (held.empty()) held.push_back(' ');
      continue;
    }
    if (!tidy.empty()) tidy += held;
    held.clear();
    tidy += text.substr(start, at - start);
  }
  return tidy;
}

std::string in_nfc(std::string text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* const nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (nfc->isNormalizedUTF8(piece, status)) return text;
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal);
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  return normal;
}

std::string tidy_text(std::string_view text) {
  const bool plain = is_plain_ascii(text) && text.find("  ") == std::string_view::npos &&
                     (text.empty() || (text.front() != ' ' && text.back() != ' '));
  return plain ? std::string(text) : in_nfc(tidied(text));
}

/// Digits and dashes in ASCII; the signs that turn text, which address books put around numbers, dropped.
std::string plain_number(const std::string& text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    const auto character = static_cast<UChar32>(c);
    if (c < 0x80) {
      plain += static_cast<char>(c);
    } else if (const auto digit = u_charDigitValue(character); digit >= 0) {
      plain += static_cast<char>('0' + digit);
    } else if (u_charType(character) == U_DASH_PUNCTUATION || c == 0x2212) {
      plain += '-';
    } else if (!u_hasBinaryProperty(character, UCHAR_BIDI_CONTROL)) {
      plain += text.substr(start, at - start);
    }
  }
  return plain;
}

std::string in_capitals(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string mobile_of(const std::string& text) {
  std::string number;
  std::copy_if(text.begin(), text.end(), std::back_inserter(number), [](char c) { return c != ' ' && c != '-'; });
  std::string_view rest = number;
  if (rest.starts_with("+91") && rest.size() == 13)
    rest.remove_prefix(3);
  else if (rest.starts_with("91") && rest.size() == 12)
    rest.remove_prefix(2);
  else if (rest.starts_with('0') && rest.size() == 11)
    rest.remove_prefix(1);
  const bool right = rest.size() == 10 && rest.front() >= '6' && rest.front() <= '9' &&
                     std::all_of(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; });
  return right ? fmt::format("+91{}", rest) : text;
}

bool has_shape(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == '0' ? !is_digit : shape[i] != text[i]) return false;
  }
  return true;
}

/// The day alone, where a database or a spreadsheet has added a time to it: "2026-03-31 00:00:00".
std::string_view without_time(std::string_view text) {
  constexpr std::size_t day = 10;
  const bool has_time =
      text.size() >= day + 6 && (text[day] == ' ' || text[day] == 'T') && has_shape(text.substr(day + 1, 5), "00:00");
  return has_time ? text.substr(0, day) : text;
}

/// Dates written by hand or by a spreadsheet turned into YYYY-MM-DD; whether such a day exists is validate's question.
std::string date_of(const std::string& text) {
  const std::string_view date = without_time(text);
  if (has_shape(date, "00-00-0000") || has_shape(date, "00/00/0000"))
    return fmt::format("{}-{}-{}", date.substr(6), date.substr(3, 2), date.substr(0, 2));
  if (has_shape(date, "0000/00/00") || has_shape(date, "0000-00-00"))
    return fmt::format("{}-{}-{}", date.substr(0, 4), date.substr(5, 2), date.substr(8));
  return text;
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

}  // namespace

std::string normalised(Field field, std::string_view text) {
  std::string tidy = tidy_text(text);
  if (tidy.empty()) return tidy;
  switch (field) {
    case Field::photo: {
      const auto start = text.find_first_not_of(" \t\r\n");
      return std::string(text.substr(start, text.find_last_not_of(" \t\r\n") - start + 1));
    }
    case Field::member_no:
      return in_capitals(plain_number(tidy));
    case Field::mobile:
      return mobile_of(plain_number(tidy));
    case Field::epic_no:
      return without_spaces(in_capitals(plain_number(tidy)));
    case Field::enrolled_on:
    case Field::confirmed_on:
    case Field::valid_until:
      return date_of(plain_number(tidy));
    case Field::booth_no:
    case Field::receipt_no:
      return plain_number(tidy);
    case Field::status:
      return chosen(statuses(), tidy);
    case Field::channel:
      return chosen(channels(), tidy);
    default:
      return tidy;
  }
}

}  // namespace pehchan
