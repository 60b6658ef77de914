#include "support/legacy_typing.h"

#include <array>
#include <map>
#include <vector>

namespace pehchan {
namespace {

using Keys = std::map<std::u32string, std::string, std::less<>>;

struct LegacyFont {
  Keys whole;  ///< letters, clusters and signs
  Keys half;   ///< consonants without their vowel
  std::string virama, reph, rakar, short_i;
};

const LegacyFont kruti_dev{
    .whole = {{U"अ", "v"},  {U"आ", "vk"},  {U"इ", "b"},   {U"ई", "bZ"},  {U"उ", "m"},  {U"ऊ", "Å"},  {U"ऋ", "_"},
              {U"ए", ","},  {U"ऐ", ",s"},  {U"ओ", "vks"}, {U"औ", "vkS"}, {U"क", "d"},  {U"ख", "[k"}, {U"ग", "x"},
              {U"घ", "?k"}, {U"ङ", "³"},   {U"च", "p"},   {U"छ", "N"},   {U"ज", "t"},  {U"झ", ">"},  {U"ञ", "¥k"},
              {U"ट", "V"},  {U"ठ", "B"},   {U"ड", "M"},   {U"ढ", "<"},   {U"ण", ".k"}, {U"त", "r"},  {U"थ", "Fk"},
              {U"द", "n"},  {U"ध", "/k"},  {U"न", "u"},   {U"प", "i"},   {U"फ", "Q"},  {U"ब", "c"},  {U"भ", "Hk"},
              {U"म", "e"},  {U"य", ";"},   {U"र", "j"},   {U"ल", "y"},   {U"व", "o"},  {U"श", "'k"}, {U"ष", "\"k"},
              {U"स", "l"},  {U"ह", "g"},   {U"ा", "k"},   {U"ी", "h"},   {U"ु", "q"},   {U"ू", "w"},   {U"ृ", "`"},
              {U"े", "s"},   {U"ै", "S"},    {U"ो", "ks"},  {U"ौ", "kS"},  {U"ं", "a"},   {U"ँ", "¡"},   {U"ः", "%"},
              {U"़", "+"},   {U"।", "A"},   {U"ॉ", "kW"},  {U",", "]"},   {U"-", "&"},  {U".", "-"},  {U"(", "¼"},
              {U")", "½"},  {U"/", "@"},   {U"क्ष", "{k"}, {U"त्र", "="},  {U"ज्ञ", "K"}, {U"श्र", "J"}, {U"क्र", "Ø"},
              {U"द्र", "æ"}, {U"ट्र", "Vª"}, {U"ड्र", "Mª"}, {U"द्द", "í"},  {U"द्ध", ")"}, {U"द्व", "}"}, {U"द्य", "|"},
              {U"ट्ट", "ê"}, {U"ह्म", "ã"},  {U"हृ", "â"},   {U"फ्र", "Ý"},  {U"रु", "#"},  {U"रू", ":"},  {U"द्म", "ù"}},
    .half = {{U"क", "D"}, {U"ख", "["}, {U"ग", "X"}, {U"घ", "?"}, {U"च", "P"},  {U"ज", "T"}, {U"ण", "."},  {U"त", "R"},
             {U"थ", "F"}, {U"ध", "/"}, {U"न", "U"}, {U"प", "I"}, {U"फ", "¶"},  {U"ब", "C"}, {U"भ", "H"},  {U"म", "E"},
             {U"य", "¸"}, {U"ल", "Y"}, {U"व", "O"}, {U"श", "'"}, {U"ष", "\""}, {U"स", "L"}, {U"क्ष", "{"}, {U"त्त", "Ù"}},
    .virama = "~",
    .reph = "Z",
    .rakar = "z",
    .short_i = "f"};

const LegacyFont chanakya{
    .whole = {{U"अ", "¥"},   {U"आ", "¥æ"},  {U"इ", "§"},   {U"ई", "§ü"},  {U"उ", "©"},  {U"ऊ", "ª"},  {U"ऋ", "«"},
              {U"ए", "°"},   {U"ऐ", "°ð"},  {U"ओ", "¥ô"},  {U"औ", "¥õ"},  {U"क", "·¤"}, {U"ख", "¹"},  {U"ग", "»"},
              {U"घ", "ƒæ"},  {U"च", "¿"},   {U"छ", "ÀU"},  {U"ज", "Á"},   {U"झ", "Ûæ"}, {U"ञ", "Ú"},  {U"ट", "ÅU"},
              {U"ठ", "ÆU"},  {U"ड", "ÇU"},  {U"ढ", "ÉU"},  {U"ण", "‡æ"},  {U"त", "Ì"},  {U"थ", "‰æ"}, {U"द", "Î"},
              {U"ध", "Ï"},   {U"न", "Ù"},   {U"प", "Â"},   {U"फ", "È¤"},  {U"ब", "Õ"},  {U"भ", "Ö"},  {U"म", "×"},
              {U"य", "Ø"},   {U"र", "ÚU"},  {U"ल", "Ü"},   {U"व", "ß"},   {U"श", "àæ"}, {U"ष", "á"},  {U"स", "â"},
              {U"ह", "ãU"},  {U"ा", "æ"},   {U"ी", "è"},   {U"ु", "é"},    {U"ू", "ê"},   {U"ृ", "ë"},   {U"े", "ð"},
              {U"ै", "ñ"},    {U"ो", "ô"},   {U"ौ", "õ"},   {U"ं", "´"},    {U"ँ", "¡"},   {U"ः", "Ñ"},  {U"़", "¸"},
              {U"क्ष", "ÿæ"}, {U"त्र", "˜æ"}, {U"ज्ञ", "™æ"}, {U"श्र", "Ÿæ"}, {U"।", "Ð"},  {U"रु", "L¤"}, {U"रू", "M¤"},
              {U"द्ध", "h"},  {U"द्व", "m"},  {U"द्य", "l"},  {U"ॉ", "æò"}},
    .half = {{U"क", "€"}, {U"ख", "Ø"}, {U"ग", "‚"}, {U"घ", "ƒ"}, {U"च", "‘"}, {U"ज", "’"}, {U"ण", "‡"}, {U"त", "ˆ"},
             {U"थ", "‰"}, {U"ध", "Š"}, {U"न", "‹"}, {U"प", "Œ"}, {U"ब", "Ž"}, {U"भ", "•"}, {U"म", "”"}, {U"य", "Ä"},
             {U"ल", "Ë"}, {U"व", "ß"}, {U"श", "à"}, {U"ष", "c"}, {U"स", "S"}, {U"क्ष", "ÿ"}},
    .virama = "÷",
    .reph = "ü",
    .rakar = "ý",
    .short_i = "ç"};

constexpr char32_t virama = U'्', nukta = U'़', ra = U'र', short_i = U'ि';

std::u32string unicode(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte & 0xC0) == 0x80) {
      result.back() = (result.back() << 6) | (byte & 0x3F);
    } else {
      result += byte < 0x80 ? byte : byte < 0xE0 ? byte & 0x1F : byte < 0xF0 ? byte & 0x0F : byte & 0x07;
    }
  }
  return result;
}

std::string utf8(char32_t c) {
  std::string bytes;
  const auto add = [&](char32_t byte) { bytes += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | (c >> 6)), add(0x80 | (c & 0x3F));
  } else {
    add(0xE0 | (c >> 12)), add(0x80 | ((c >> 6) & 0x3F)), add(0x80 | (c & 0x3F));
  }
  return bytes;
}

/// A letter with a dot of its own, as old fonts make it: from the letter and the dot.
std::u32string taken_apart(const std::u32string& text) {
  const std::map<char32_t, char32_t> dotted = {{U'\u0958', U'क'}, {U'\u0959', U'ख'}, {U'\u095A', U'ग'},
                                               {U'\u095B', U'ज'}, {U'\u095C', U'ड'}, {U'\u095D', U'ढ'},
                                               {U'\u095E', U'फ'}};
  std::u32string result;
  for (const char32_t c : text) {
    const auto found = dotted.find(c);
    result += found == dotted.end() ? std::u32string{c} : std::u32string{found->second, nukta};
  }
  return result;
}

bool is_consonant(char32_t c) { return c >= U'क' && c <= U'ह'; }

/// The longest of the keys that the text has at this place.
const Keys::value_type* longest_at(const Keys& keys, const std::u32string& text, std::size_t at) {
  for (std::size_t length = 3; length > 0; --length)
    if (at + length <= text.size())
      if (const auto found = keys.find(text.substr(at, length)); found != keys.end()) return &*found;
  return nullptr;
}

std::size_t end_of_cluster(const std::u32string& text, std::size_t at) {
  while (at < text.size() && is_consonant(text[at])) {
    ++at;
    if (at < text.size() && text[at] == nukta) ++at;
    if (at >= text.size() || text[at] != virama) return at;
    ++at;
  }
  return at;
}

/// क्ष्म, letter by letter: ligatures first, then a half form where a consonant follows, then र् below.
std::string typed_cluster(const LegacyFont& font, const std::u32string& cluster) {
  std::string typed;
  for (std::size_t at = 0; at < cluster.size();) {
    const auto follows = [&](std::size_t length) {
      return at + length < cluster.size() ? cluster[at + length] : U'\0';
    };
    if (at > 0 && cluster[at] == ra && cluster[at - 1] == virama) {
      typed += font.rakar;
      ++at;
      continue;
    }
    const auto* whole = longest_at(font.whole, cluster, at);
    const std::size_t length = whole ? whole->first.size() : 1;
    const bool is_half = follows(length) == virama && follows(length + 1) != ra;
    const auto half = font.half.find(cluster.substr(at, length));
    if (is_half && half != font.half.end()) {
      typed += half->second;
      at += length + 1;
      continue;
    }
    typed += whole ? whole->second : utf8(cluster[at]);
    at += length;
    if (at < cluster.size() && cluster[at] == virama) {
      if (is_half) typed += font.virama;
      ++at;
    }
  }
  return typed;
}

std::string typed(const LegacyFont& font, std::string_view hindi) {
  const std::u32string text = taken_apart(unicode(hindi));
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = end_of_cluster(text, at);
    if (end == at) {
      const auto* sign = longest_at(font.whole, text, at);
      result += sign ? sign->second : utf8(text[at]);
      at += sign ? sign->first.size() : 1;
      continue;
    }
    const bool has_reph = end - at > 2 && text[at] == ra && text[at + 1] == virama;
    std::u32string cluster = text.substr(has_reph ? at + 2 : at, end - at - (has_reph ? 2 : 0));
    std::string vowel;
    const bool has_short_i = end < text.size() && text[end] == short_i;
    if (end < text.size() && (text[end] == U'ु' || text[end] == U'ू' || text[end] == U'ृ') &&
        font.whole.contains(cluster + text[end])) {
      cluster += text[end++];
    } else if (has_short_i) {
      ++end;
    } else if (end < text.size() && text[end] >= U'ा' && text[end] <= U'ौ') {
      vowel = font.whole.at({text[end++]});
    }
    result += (has_short_i ? font.short_i : "") + typed_cluster(font, cluster) + vowel + (has_reph ? font.reph : "");
    at = end;
  }
  return result;
}

}  // namespace

std::string in_kruti_dev(std::string_view hindi) { return typed(kruti_dev, hindi); }
std::string in_chanakya(std::string_view hindi) { return typed(chanakya, hindi); }

std::string as_mojibake(std::string_view text) {
  // Windows-1252 from 0x80 to 0x9F; 0: it has no such character.
  constexpr std::array<char32_t, 32> shifted = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const char32_t shift = byte >= 0x80 && byte < 0xA0 ? shifted[byte - 0x80] : 0;
    result += utf8(shift != 0 ? shift : byte);
  }
  return result;
}

}  // namespace pehchan
