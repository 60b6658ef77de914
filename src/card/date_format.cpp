#include "card/date_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace pehchan {
namespace {

using Months = std::array<std::string_view, 12>;
constexpr Months english = {"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};
constexpr Months hindi = {"जनवरी", "फ़रवरी", "मार्च",  "अप्रैल",  "मई",   "जून",
                          "जुलाई",  "अगस्त",  "सितंबर", "अक्तूबर", "नवंबर", "दिसंबर"};
constexpr Months short_english = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr Months short_hindi = {"जन॰", "फ़र॰", "मार्च", "अप्रैल", "मई", "जून", "जुल॰", "अग॰", "सित॰", "अक्टू॰", "नव॰", "दिस॰"};
constexpr std::string_view letters[] = {"d", "dd", "M", "MM", "MMM", "MMMM", "yy", "yyyy"};
constexpr std::string_view signs = " -/.,()";
constexpr std::size_t longest = 40;

/// The letters of one kind, or the one sign, that the pattern begins with.
std::string_view first_part(std::string_view pattern) {
  const auto end =
      signs.find(pattern.front()) == std::string_view::npos ? pattern.find_first_not_of(pattern.front()) : 1;
  return pattern.substr(0, end);
}

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view without_zero(std::string_view two_digits) {
  return two_digits.starts_with('0') ? two_digits.substr(1) : two_digits;
}

std::string_view month_name(const DateFormat& format, std::string_view month, bool is_short) {
  const auto index = static_cast<std::size_t>((month[0] - '0') * 10 + (month[1] - '0') - 1);
  if (format.names == MonthNames::hindi) return (is_short ? short_hindi : hindi)[index];
  return (is_short ? short_english : english)[index];
}

}  // namespace

Result<DateFormat, std::string> parse_date_format(std::string_view pattern, MonthNames names) {
  bool is_right = !pattern.empty() && pattern.size() <= longest;
  bool has_letters = false;
  for (auto rest = pattern; is_right && !rest.empty(); rest.remove_prefix(first_part(rest).size())) {
    const bool is_sign = signs.find(rest.front()) != std::string_view::npos;
    is_right = is_sign || std::find(std::begin(letters), std::end(letters), first_part(rest)) != std::end(letters);
    has_letters = has_letters || !is_sign;
  }
  if (is_right && has_letters) return DateFormat{std::string(pattern), names};
  return failure(
      fmt::format("a date cannot be written as \"{}\": use d or dd, M, MM, MMM or MMMM, yy or yyyy, and "
                  "spaces or - / . , ( ) between them, as in \"d MMMM yyyy\"",
                  pattern));
}

std::string written_date(const DateFormat& format, const std::string& iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return iso;
  const std::string_view all = iso, year = all.substr(0, 4), month = all.substr(5, 2), day = all.substr(8, 2);
  if (!is_digits(year) || !is_digits(month) || !is_digits(day) || month < "01" || month > "12") return iso;
  std::string text;
  for (std::string_view rest = format.pattern; !rest.empty();) {
    const auto part = first_part(rest);
    rest.remove_prefix(part.size());
    if (part == "d" || part == "dd") {
      text += part.size() == 1 ? without_zero(day) : day;
    } else if (part == "M" || part == "MM") {
      text += part.size() == 1 ? without_zero(month) : month;
    } else if (part == "MMM" || part == "MMMM") {
      text += month_name(format, month, part.size() == 3);
    } else if (part == "yy" || part == "yyyy") {
      text += year.substr(4 - part.size());
    } else {
      text += part;
    }
  }
  return text;
}

}  // namespace pehchan
