#include "card/filter.h"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <memory>
#include <optional>
#include <vector>

#include "base/nearest.h"
#include "base/run_error.h"

namespace pehchan {
namespace {

constexpr std::size_t most_shown = 20;

struct Script {
  std::string_view filter;
  char32_t zero;
};
constexpr Script scripts[] = {
    {"digits-hindi", U'०'},    {"digits-bengali", U'০'},   {"digits-gujarati", U'૦'}, {"digits-gurmukhi", U'੦'},
    {"digits-kannada", U'೦'},  {"digits-malayalam", U'൦'}, {"digits-meitei", U'꯰'},   {"digits-odia", U'୦'},
    {"digits-ol-chiki", U'᱐'}, {"digits-tamil", U'௦'},     {"digits-telugu", U'౦'},   {"digits-urdu", U'۰'},
};

constexpr std::string_view all_filters[] = {"upper",
                                            "lower",
                                            "date",
                                            "date-hindi",
                                            "mask",
                                            "digits-hindi",
                                            "digits-bengali",
                                            "digits-gujarati",
                                            "digits-gurmukhi",
                                            "digits-kannada",
                                            "digits-malayalam",
                                            "digits-meitei",
                                            "digits-odia",
                                            "digits-ol-chiki",
                                            "digits-tamil",
                                            "digits-telugu",
                                            "digits-urdu"};

std::string no_such_filter(std::string_view name) {
  const std::string near = nearest(name, all_filters);
  if (!near.empty()) return fmt::format("there is no filter \"{}\"; is it \"{}\"?", name, near);
  return fmt::format(
      "there is no filter \"{}\": use upper, lower, date, date:d MMMM yyyy, date-hindi:d MMMM yyyy, mask:4, or "
      "digits-hindi and other scripts",
      name);
}

Result<Filter, std::string> parse_mask(std::string_view count) {
  Mask mask;
  const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), mask.shown);
  if (error == std::errc{} && end == count.data() + count.size() && mask.shown <= most_shown) return mask;
  return failure(
      fmt::format("\"mask:{}\" must say how many characters to show, {} at most, as mask:4 does", count, most_shown));
}

Result<Filter, std::string> parse_date(std::string_view pattern, MonthNames names) {
  auto format = parse_date_format(pattern, names);
  if (!format) return failure(std::move(format.error()));
  return *format;
}

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

/// Where each letter begins, with the signs that belong to it: an extended grapheme cluster (UAX #29).
std::vector<int> letters_of(const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> letters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error));
  if (U_FAILURE(error)) throw RunError(ExitCode::internal, "ICU has no rules for where a letter ends");
  letters->setText(text);
  std::vector<int> begins;
  for (int at = letters->first(); at < text.length(); at = letters->next()) begins.push_back(at);
  return begins;
}

std::string masked(std::string_view text, std::size_t shown) {
  constexpr std::string_view india = "+91";
  if (text.starts_with(india)) text.remove_prefix(india.size());
  const icu::UnicodeString all = unicode(text);
  const std::vector<int> begins = letters_of(all);
  const std::size_t hidden = begins.size() - std::min(begins.size(), shown);
  std::string result;
  for (std::size_t i = 0; i < hidden; ++i) result += "×";
  return hidden == begins.size() ? result : result + utf8(all.tempSubString(begins[hidden]));
}

std::string in_digits(std::string_view text, char32_t zero) {
  std::string result;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      icu::UnicodeString(static_cast<UChar32>(zero + static_cast<char32_t>(c - '0'))).toUTF8String(result);
    } else {
      result += c;
    }
  }
  return result;
}

struct Apply {
  const std::string& value;
  std::string operator()(const DateFormat& format) const { return written_date(format, value); }
  std::string operator()(Upper) const { return utf8(unicode(value).toUpper(icu::Locale::getRoot())); }
  std::string operator()(Lower) const { return utf8(unicode(value).toLower(icu::Locale::getRoot())); }
  std::string operator()(Mask mask) const { return masked(value, mask.shown); }
  std::string operator()(Digits digits) const { return in_digits(value, digits.zero); }
};

}  // namespace

Result<Filter, std::string> parse_filter(std::string_view written) {
  const auto colon = written.find(':');
  const auto name = written.substr(0, colon);
  const bool has_detail = colon != std::string_view::npos;
  const auto detail = has_detail ? written.substr(colon + 1) : "";
  if (name == "mask") return parse_mask(detail);
  if (name == "date" && !has_detail) return DateFormat{};
  if (name == "date") return parse_date(detail, MonthNames::english);
  if (name == "date-hindi") return parse_date(detail, MonthNames::hindi);
  const auto script = std::find_if(std::begin(scripts), std::end(scripts), [&](auto& s) { return s.filter == name; });
  const bool is_plain = name == "upper" || name == "lower" || script != std::end(scripts);
  if (!is_plain) return failure(no_such_filter(name));
  if (has_detail) return failure(fmt::format("\"{}\" takes nothing after a colon", name));
  if (name == "upper") return Upper{};
  if (name == "lower") return Lower{};
  return Digits{script->zero};
}

std::string filtered(const Filter& filter, const std::string& value) { return std::visit(Apply{value}, filter); }

}  // namespace pehchan
