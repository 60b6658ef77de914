#include "roll/validate.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <chrono>

#include "roll/legacy_font.h"
#include "roll/mojibake.h"
#include "roll/utf8.h"

namespace pehchan {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

bool is_member_no(std::string_view text) {
  const auto belongs = [](char c) { return is_capital(c) || is_digit(c) || c == '-' || c == '/'; };
  const auto counts = [](char c) { return is_capital(c) || is_digit(c); };
  return std::all_of(text.begin(), text.end(), belongs) && std::any_of(text.begin(), text.end(), counts);
}

bool is_mobile(std::string_view text) {
  return text.size() == 13 && text.starts_with("+91") && text[3] >= '6' && all_digits(text.substr(3));
}

bool is_epic(std::string_view text) {
  if (is_old_epic(text)) return true;
  return text.size() == 10 && std::all_of(text.begin(), text.begin() + 3, is_capital) && all_digits(text.substr(3));
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto number = [&](std::size_t start, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(start, count)) value = is_digit(c) ? value * 10 + (c - '0') : -100'000;
    return value;
  };
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 1900 || year > 2199 || month < 1 || day < 1) return false;
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

/// Whether the folder really holds it is the photo room's question; a path that could leave it never gets there.
bool is_inner_path(std::string_view text) {
  constexpr std::size_t longest_part = 255;  // NAME_MAX of Linux, in bytes
  if (text.front() == '/' || text.find('\\') != std::string_view::npos) return false;
  if (text.size() > 1 && text[1] == ':') return false;
  for (std::string_view rest = text;;) {
    const auto end = rest.find('/');
    const auto part = rest.substr(0, end);
    if (part == ".." || part.size() > longest_part) return false;
    if (end == std::string_view::npos) return !part.empty() && part != ".";
    rest.remove_prefix(end + 1);
  }
}

bool is_status(std::string_view text) { return text == "confirmed" || text == "pending" || text == "declined"; }
bool is_channel(std::string_view text) { return text == "receipt" || text == "digital"; }
bool any(std::string_view) { return true; }

struct Check {
  Field field;
  bool needed;
  std::size_t longest;  ///< in characters (code points)
  bool (*has_shape)(std::string_view);
  RowFault otherwise;
};

// Lengths are generous: what does not fit on the card is the card's to say.
constexpr Check checks[] = {
    {Field::member_no, true, 40, is_member_no, RowFault::member_no_malformed},
    {Field::name, true, 200, any, RowFault::too_long},
    {Field::name_local, false, 200, any, RowFault::too_long},
    {Field::mobile, false, 40, is_mobile, RowFault::mobile_malformed},
    {Field::epic_no, false, 40, is_epic, RowFault::epic_malformed},
    {Field::booth_no, true, 40, any, RowFault::too_long},
    {Field::booth_name, false, 200, any, RowFault::too_long},
    {Field::block, true, 200, any, RowFault::too_long},
    {Field::district, true, 200, any, RowFault::too_long},
    {Field::state, false, 200, any, RowFault::too_long},
    {Field::photo, true, 1000, is_inner_path, RowFault::photo_path},
    {Field::channel, false, 40, is_channel, RowFault::channel_unknown},
    {Field::receipt_no, false, 100, any, RowFault::too_long},
    {Field::enrolled_on, false, 40, is_date, RowFault::date_malformed},
    {Field::status, true, 100, is_status, RowFault::status_unknown},
    {Field::confirmed_on, false, 40, is_date, RowFault::date_malformed},
    {Field::office, false, 200, any, RowFault::too_long},
    {Field::valid_until, false, 40, is_date, RowFault::date_malformed},
};
static_assert(std::size(checks) == field_count);

/// U+202A to U+202E and U+2066 to U+2069: with them a name can be made to read as another.
bool turns_text(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_control(char32_t c) {
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return (mask & (U_GC_CC_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) != 0;
}

/// 9.12345678901234E+17: a spreadsheet keeps 15 digits of a number and shows more in this way.
bool is_shortened(std::string_view text) {
  const auto exponent = text.find_first_of("eE");
  if (exponent == 0 || exponent == std::string_view::npos || !is_digit(text[0])) return false;
  const auto mantissa = text.substr(0, exponent);
  auto power = text.substr(exponent + 1);
  const bool is_signed = power.starts_with('+');
  if (is_signed) power.remove_prefix(1);
  const auto point = mantissa.find('.');
  if (point == std::string_view::npos && !is_signed) return false;
  const bool is_number = all_digits(mantissa.substr(0, point)) &&
                         (point == std::string_view::npos || all_digits(mantissa.substr(point + 1)));
  return is_number && !power.empty() && power.size() <= 3 && all_digits(power);
}

bool is_formula_error(std::string_view text) {
  constexpr std::string_view errors[] = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#DIV/0!"};
  return text.starts_with('#') && std::find(std::begin(errors), std::end(errors), text) != std::end(errors);
}

/// What is written in words, in whatever script.
bool is_in_words(Field field) {
  constexpr Field fields[] = {Field::name,     Field::name_local, Field::booth_name, Field::block,
                              Field::district, Field::state,      Field::office};
  return std::find(std::begin(fields), std::end(fields), field) != std::end(fields);
}

void check_characters(const std::string& text, const Check& check, std::vector<Fault>& faults) {
  bool lost = false, control = false, hidden = false;
  std::size_t length = text.size();
  if (!is_plain_ascii(text)) {
    length = 0;
    for (std::size_t at = 0; at < text.size(); ++length) {
      const char32_t c = next_code_point(text, at);
      lost = lost || c == 0xFFFD;
      control = control || is_control(c);
      hidden = hidden || turns_text(c);
    }
  }
  if (lost) faults.push_back({RowFault::lost_character, check.field});
  if (control) faults.push_back({RowFault::control_character, check.field});
  if (hidden) faults.push_back({RowFault::hidden_direction, check.field});
  if (std::count(text.begin(), text.end(), '"') % 2 != 0) faults.push_back({RowFault::stray_quote, check.field});
  if (length > check.longest) faults.push_back({RowFault::too_long, check.field});
}

void check_cell(const std::string& text, const Check& check, std::vector<Fault>& faults) {
  if (text.empty()) {
    if (check.needed) faults.push_back({RowFault::empty, check.field});
    return;
  }
  const std::size_t before = faults.size();
  if (check.field != Field::photo && is_shortened(text)) {
    faults.push_back({RowFault::number_shortened, check.field});
    return;
  }
  if (is_formula_error(text)) {
    faults.push_back({RowFault::spreadsheet_error, check.field});
    return;
  }
  // Before its single characters are judged: they are strange because the whole is.
  if (is_in_words(check.field) && is_mojibake(text)) {
    faults.push_back({RowFault::mojibake, check.field});
    return;
  }
  if (is_in_words(check.field) && is_in_legacy_font(text)) {
    faults.push_back({RowFault::legacy_font, check.field});
    return;
  }
  check_characters(text, check, faults);
  if (faults.size() == before && !check.has_shape(text)) faults.push_back({check.otherwise, check.field});
}

void check_together(const Member& member, bool receipts_kept, std::vector<Fault>& faults) {
  if (receipts_kept && member[Field::channel] == "receipt" && member[Field::receipt_no].empty())
    faults.push_back({RowFault::receipt_missing, Field::receipt_no});
  const auto before = [&](Field first, Field second) {
    return is_date(member[first]) && is_date(member[second]) && member[first] < member[second];
  };
  if (before(Field::confirmed_on, Field::enrolled_on))
    faults.push_back({RowFault::confirmed_before_enrolled, Field::confirmed_on});
  if (before(Field::valid_until, Field::confirmed_on))
    faults.push_back({RowFault::valid_before_confirmed, Field::valid_until});
}

}  // namespace

bool is_old_epic(std::string_view text) {
  if (text.size() < 8 || !is_capital(text[0]) || !is_capital(text[1]) || text[2] != '/') return false;
  std::size_t groups = 0;
  for (std::string_view rest = text.substr(3);; ++groups) {
    const auto end = rest.find('/');
    const auto group = rest.substr(0, end);
    if (group.empty() || group.size() > 7 || !all_digits(group)) return false;
    if (end == std::string_view::npos) return groups == 2;
    rest.remove_prefix(end + 1);
  }
}

std::vector<Fault> faults_of(const Member& member, const std::vector<Field>& unread, bool receipts_kept) {
  std::vector<Fault> faults;
  for (const Check& check : checks)
    if (std::find(unread.begin(), unread.end(), check.field) == unread.end())
      check_cell(member[check.field], check, faults);
  check_together(member, receipts_kept && std::find(unread.begin(), unread.end(), Field::receipt_no) == unread.end(),
                 faults);
  return faults;
}

}  // namespace pehchan
