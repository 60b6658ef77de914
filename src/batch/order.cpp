#include "batch/order.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace pehchan {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view take_digits(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  auto digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(digits.size());
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

/// Negative, zero or positive, as strcmp; runs of digits compare by their value.
int compare_naturally(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    if (is_digit(a.front()) && is_digit(b.front())) {
      const auto left = take_digits(a), right = take_digits(b);
      if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
      if (const int order = left.compare(right)) return order;
    } else if (a.front() != b.front()) {
      return static_cast<unsigned char>(a.front()) < static_cast<unsigned char>(b.front()) ? -1 : 1;
    } else {
      a.remove_prefix(1);
      b.remove_prefix(1);
    }
  }
  return static_cast<int>(!a.empty()) - static_cast<int>(!b.empty());
}

bool is_among(const std::vector<std::string>& wanted, const std::string& value) {
  return wanted.empty() || value.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

}  // namespace

bool comes_before(const Member& a, const Member& b) {
  for (const Field field : {Field::district, Field::block, Field::booth_no, Field::member_no})
    if (const int order = compare_naturally(a[field], b[field])) return order < 0;
  return a.row < b.row;
}

bool takes(const MemberFilter& filter, const Member& member) {
  return is_among(filter.districts, member[Field::district]) && is_among(filter.blocks, member[Field::block]) &&
         is_among(filter.booths, member[Field::booth_no]) && is_among(filter.members, member[Field::member_no]);
}

std::vector<Member> order_members(std::vector<Member> members, const MemberFilter& filter) {
  std::erase_if(members, [&](const Member& member) { return !takes(filter, member); });
  std::sort(members.begin(), members.end(), comes_before);
  return members;
}

std::string latest_confirmation(const std::vector<Member>& members) {
  std::string latest = "2000-01-01";
  for (const Member& member : members) latest = std::max(latest, member[Field::confirmed_on]);
  return latest;
}

}  // namespace pehchan
