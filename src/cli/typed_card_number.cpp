#include "cli/typed_card_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "roll/normalise.h"
#include "roll/utf8.h"

namespace pehchan {
namespace {

/// What stands between dashes and blanks: four parts of "PCN 001 - 000002-4".
std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c != ' ' && c != '-')
      parts.back() += c;
    else if (!parts.back().empty())
      parts.emplace_back();
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

std::string tidy(const std::string& typed) {
  return find_bad_utf8(typed) ? std::string() : normalised(Field::member_no, typed);
}

}  // namespace

std::optional<CardNumber> typed_card_number(const std::string& typed) {
  const std::string text = tidy(typed);
  if (const auto number = read_card_number(text)) return number;
  return read_card_number(fmt::format("{}", fmt::join(parts_of(text), "-")));
}

bool looks_like_card_number(const std::string& typed) {
  constexpr std::size_t number_parts = 4;
  const auto parts = parts_of(tidy(typed));
  return parts.size() == number_parts && std::ranges::any_of(parts[2], [](char c) { return c >= '0' && c <= '9'; });
}

CardNumber card_number_or_refuse(const CommandLine& line, const std::string& typed) {
  auto number = typed_card_number(typed);
  if (!number) refuse_usage(line, fmt::format("'{}' is not a card number: a character is wrong or missing", typed));
  return *std::move(number);
}

std::string typed_member_no(const CommandLine& line, const std::string& typed) {
  if (find_bad_utf8(typed)) refuse_usage(line, "this text is not UTF-8");
  return normalised(Field::member_no, typed);
}

}  // namespace pehchan
