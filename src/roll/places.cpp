#include "roll/places.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/nearest.h"
#include "base/run_error.h"
#include "roll/csv.h"
#include "roll/find_header.h"
#include "roll/normalise.h"
#include "roll/open_source.h"
#include "roll/problems.h"
#include "roll/utf8.h"
#include "roll/word_key.h"

namespace pehchan {
namespace {

/// From the largest to the smallest.
constexpr std::array levels = {Field::state, Field::district, Field::block, Field::booth_no};
constexpr std::size_t longest_code = 8;

std::string key_of(Field level, std::string_view name) {
  std::string key = word_key(name);
  if (level == Field::booth_no) key.erase(0, std::min(key.find_first_not_of('0'), key.size()));
  return key;
}

std::optional<std::size_t> code_cell(const Columns& columns) {
  for (std::size_t cell = 0; cell < columns.headings.size(); ++cell) {
    const std::string key = word_key(columns.headings[cell]);
    for (const char* heading : {"district_code", "ज़िला कोड", "जनपद कोड", "ज़िला कोड / District code"})
      if (key == word_key(heading)) return cell;
  }
  return std::nullopt;
}

[[noreturn]] void refuse(const std::string& where, const std::string& what, const std::string& advice) {
  throw RunError(ExitCode::bad_input, fmt::format("{}: {}", where, what), advice);
}

std::string text_of(const Record& record, std::size_t cell, Field field, const std::string& where) {
  const std::string& text = record.cells[cell];
  if (text.find('\0') != std::string::npos || find_bad_utf8(text))
    refuse(where, fmt::format("{} is not UTF-8", name_of(field)), "Save the list of places as 'CSV UTF-8'.");
  return normalised(field, text);
}

bool is_code(std::string_view text) {
  const auto belongs = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  return text.size() <= longest_code && std::all_of(text.begin(), text.end(), belongs);
}

}  // namespace

PlaceList::PlaceList(const std::filesystem::path& file) { read(*open_file(file, {}), file.string()); }

PlaceList::PlaceList(std::istream& csv, const std::string& file) {
  TextReader text(csv, file, {});
  CsvReader rows(text);
  read(rows, file);
}

void PlaceList::read(RowSource& source, const std::string& file) {
  const Columns columns = find_header(source, {.file = file, .needed = levels});
  const auto code = code_cell(columns);
  for (Record record; source.next(record);) {
    const std::string where = fmt::format("{}: row {}", file, record.row);
    if (record.defect != Defect::none)
      refuse(where, "this row has not as many cells as the header, or a stray quotation mark", "Put the row right.");
    Place* place = &all_;
    for (const Field level : levels) {
      const std::string name = text_of(record, *columns[level], level, where);
      const std::string key = key_of(level, name);
      if (key.empty()) refuse(where, fmt::format("{} is empty", name_of(level)), "Fill it in, or remove the row.");
      place = &place->inside.try_emplace(key, Place{name, {}}).first->second;
    }
    if (code)
      add_code(text_of(record, *columns[Field::district], Field::district, where),
               text_of(record, *code, Field::member_no, where), where);
  }
}

void PlaceList::add_code(const std::string& district, const std::string& code, const std::string& where) {
  if (code.empty()) return;
  if (!is_code(code))
    refuse(where, fmt::format("the district code '{}' is not 1 to {} of A-Z and 0-9", code, longest_code),
           "Correct the code.");
  const std::string key = word_key(district);
  const auto [same, is_first] = code_of_.try_emplace(key, code);
  if (same->second != code)
    refuse(where, fmt::format("the district {} has two codes, {} and {}", district, same->second, code),
           "Leave one code for each district.");
  const auto [owner, is_new] = district_of_.try_emplace(code, key);
  if (!is_new && owner->second != key)
    refuse(where, fmt::format("the code {} is given to two districts, {} is the second", code, district),
           "Give each district a code of its own.");
  if (is_first) codes_.emplace(district, code);
}

std::vector<const PlaceList::Place*> PlaceList::within(const std::vector<const Place*>& around,
                                                       const std::string& key) const {
  std::vector<const Place*> found;
  for (const Place* place : around)
    if (key.empty())
      for (const auto& [other, inner] : place->inside) found.push_back(&inner);
    else if (const auto inner = place->inside.find(key); inner != place->inside.end())
      found.push_back(&inner->second);
  return found;
}

std::string PlaceList::likely(const std::vector<const Place*>& around, const std::string& key) const {
  std::map<std::string_view, std::string_view> names;
  for (const Place* place : around)
    for (const auto& [other, inner] : place->inside) names.emplace(other, inner.name);
  std::vector<std::string_view> known;
  for (const auto& [other, name] : names) known.push_back(other);
  const std::string near = nearest(key, known);
  return near.empty() ? std::string() : std::string(names[near]);
}

std::optional<Problem> PlaceList::problem_of(const Member& member, const std::string& file) const {
  std::vector<const Place*> around = {&all_};
  for (const Field level : levels) {
    const std::string key = key_of(level, member[level]);
    // An empty cell of a needed column was told already; a member without a state is looked for in all of them.
    if (key.empty() && level != Field::state) return std::nullopt;
    std::vector<const Place*> found = within(around, key);
    if (found.empty()) return place_problem(file, member.row, level, likely(around, key));
    around = std::move(found);
  }
  return std::nullopt;
}

std::map<std::string, std::string> district_codes(const std::filesystem::path& places) {
  return PlaceList(places).district_codes();
}

std::string district_code(const std::map<std::string, std::string>& codes, const std::string& district) {
  if (const auto exact = codes.find(district); exact != codes.end()) return exact->second;
  const std::string key = word_key(district);
  for (const auto& [name, code] : codes)
    if (word_key(name) == key) return code;
  return {};
}

}  // namespace pehchan
