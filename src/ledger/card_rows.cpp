#include "ledger/card_rows.h"

#include <algorithm>

#include "base/small_letters.h"

namespace pehchan {

std::string member_key_of(std::string member_no) {
  std::ranges::replace(member_no, '/', '-');
  return member_no;
}

std::string values_json_of(const Member& member) {
  nlohmann::ordered_json values = nlohmann::ordered_json::object();
  for (std::size_t i = 0; i < field_count; ++i)
    if (!member.values[i].empty()) values[std::string(field_names[i])] = member.values[i];
  return values.dump();
}

Member member_of(const std::string& member_no, const std::string& values_json) {
  Member member;
  const auto values = nlohmann::json::parse(values_json.empty() ? "{}" : values_json);
  for (const auto& [name, value] : values.items())
    if (const auto field = field_named(name)) member[*field] = value.get<std::string>();
  member[Field::member_no] = member_no;
  return member;
}

std::string name_key_of(const Member& member) {
  return small_letters(member[Field::name] + " · " + member[Field::name_local]);
}

std::string name_key_of(std::string_view typed) { return small_letters(typed); }

}  // namespace pehchan
