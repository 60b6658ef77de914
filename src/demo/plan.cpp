#include "demo/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <utility>

#include "demo/people.h"
#include "demo/places.h"
#include "demo/random.h"

namespace pehchan {
namespace {

/// Streams of one member; those of its photo begin at 1 (draw_photo.cpp).
enum Purpose : std::uint64_t { for_name = 101, for_place, for_papers, for_office, for_fates, for_long_name };

std::size_t mistakes_among(std::size_t members) {
  const std::size_t share = (members * 12 + 99) / 100;
  return members >= 60 ? std::max(share, mistake_count) : share;
}

std::string date_of(std::size_t day_of_2026) {
  constexpr std::array<std::size_t, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  std::size_t month = 0;
  while (day_of_2026 >= days.at(month)) day_of_2026 -= days.at(month++);
  return fmt::format("2026-{:02}-{:02}", month + 1, day_of_2026 + 1);
}

std::string epic_of(std::size_t index) { return fmt::format("TST{:07}", index + 1); }

std::string photo_of(std::size_t index) { return fmt::format("IMG_{:06}.jpg", index + 1); }

std::string member_no_of(std::size_t index, const Booth& booth) {
  return fmt::format("PP/{}/{:06}", booth.district_code, index + 1);
}

Booth booth_of(std::size_t index, std::uint64_t seed) {
  return booth_at(Random(seed, index, for_place).below(booth_count()));
}

/// As clerks write them: plain, with +91 and spaces, in Devanagari digits.
std::string mobile_of(std::size_t index, Random& random) {
  // Now and then a family shares one.
  const std::string digits = std::to_string(9000000001 + index - (index % 40 == 7 ? 1 : 0));
  const double way = random.unit();
  if (way < 0.7) return digits;
  if (way < 0.9) return fmt::format("+91 {} {}", digits.substr(0, 5), digits.substr(5));
  std::string devanagari;
  for (const char digit : digits) {
    devanagari += "\xe0\xa5";
    devanagari += static_cast<char>(0xa6 + (digit - '0'));
  }
  return devanagari;
}

void fill_papers(Member& row, std::size_t index, DemoFate::Status status, Random random) {
  row[Field::mobile] = mobile_of(index, random);
  const bool is_receipt = random.chance(0.6);
  row[Field::channel] = is_receipt ? "receipt" : "digital";
  if (is_receipt) row[Field::receipt_no] = fmt::format("R26-{:06}", index + 1);
  const std::size_t day = random.below(150);
  const std::size_t confirmed = day + 3 + random.below(40);
  row[Field::enrolled_on] = date_of(day);
  row[Field::valid_until] = "2028-12-31";
  switch (status) {
    case DemoFate::Status::confirmed:
      row[Field::status] = "confirmed";
      row[Field::confirmed_on] = date_of(confirmed);
      break;
    case DemoFate::Status::pending:
      row[Field::status] = "pending";
      break;
    case DemoFate::Status::declined:
      row[Field::status] = "declined";
      break;
  }
}

void make_mistake(Member& row, std::size_t index, std::uint64_t seed, const DemoFate& fate) {
  switch (*fate.mistake) {
    case Mistake::missing_name:
      row[Field::name].clear();
      break;
    case Mistake::unknown_status:
      row[Field::status] = "maybe";
      break;
    case Mistake::bad_epic:
      row[Field::epic_no] = fmt::format("TST{:05}", index % 100000);
      break;
    case Mistake::bad_mobile:
      row[Field::mobile] = "90000-12";
      break;
    case Mistake::duplicate_member_no:
      row[Field::member_no] = member_no_of(fate.twin, booth_of(fate.twin, seed));
      break;
    case Mistake::duplicate_epic:
      row[Field::epic_no] = epic_of(fate.twin);
      break;
    case Mistake::photo_of_another:
      row[Field::photo] = photo_of(fate.twin);
      break;
    case Mistake::photo_escapes:
      row[Field::photo] = "../../etc/passwd";
      break;
    case Mistake::impossible_date:
      row[Field::enrolled_on] = "2026-02-30";
      break;
    case Mistake::receipt_without_number:
      row[Field::channel] = "receipt";
      row[Field::receipt_no].clear();
      break;
    case Mistake::name_too_long: {
      const PersonName name = invent_endless_name(Random(seed, index, for_long_name));
      row[Field::name] = name.latin;
      row[Field::name_local] = name.hindi;
      break;
    }
    case Mistake::name_not_in_any_font:
      row[Field::name] += " \xee\x80\x80";
      break;
    case Mistake::photo_given_twice:
    case Mistake::photo_missing:
    case Mistake::photo_empty:
    case Mistake::photo_truncated:
    case Mistake::photo_not_a_picture:
    case Mistake::photo_of_nobody:
    case Mistake::photo_of_two:
    case Mistake::photo_too_small:
    case Mistake::wrong_field_count:
    case Mistake::unclosed_quote:
    case Mistake::bad_utf8:
      break;
  }
}

/// Pairs are each other's, so that no good row suffers.
bool is_first_of_pair(Mistake mistake) {
  return mistake == Mistake::duplicate_member_no || mistake == Mistake::photo_given_twice;
}
bool is_second_of_pair(Mistake mistake) {
  return mistake == Mistake::duplicate_epic || mistake == Mistake::photo_of_another;
}

}  // namespace

std::vector<DemoFate> plan_fates(std::size_t members, std::uint64_t seed, bool all_good) {
  std::vector<DemoFate> fates(members);
  std::vector<std::size_t> order(members);
  std::iota(order.begin(), order.end(), std::size_t{0});
  Random random(seed, 0, for_fates);
  for (std::size_t i = members; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  auto next = order.begin();
  for (std::size_t i = 0; i < members * 8 / 100; ++i) fates[*next++].status = DemoFate::Status::pending;
  for (std::size_t i = 0; i < members * 3 / 100; ++i) fates[*next++].status = DemoFate::Status::declined;
  if (all_good) return fates;

  const std::size_t wrong = std::min(mistakes_among(members), static_cast<std::size_t>(order.end() - next));
  for (std::size_t i = 0; i < wrong; ++i) {
    DemoFate& fate = fates[next[static_cast<std::ptrdiff_t>(i)]];
    fate.mistake = static_cast<Mistake>(i % mistake_count);
    if (is_second_of_pair(*fate.mistake)) fate.twin = next[static_cast<std::ptrdiff_t>(i) - 1];
    if (!is_first_of_pair(*fate.mistake)) continue;
    if (i + 1 < wrong)
      fate.twin = next[static_cast<std::ptrdiff_t>(i) + 1];
    else
      fate.mistake = Mistake::missing_name;
  }
  return fates;
}

DemoMember invent_member(std::size_t index, std::uint64_t seed, const DemoFate& fate) {
  const PersonName name = invent_name(Random(seed, index, for_name));
  const Booth booth = booth_of(index, seed);
  DemoMember member;
  member.woman = name.woman;
  Member& row = member.row;
  row.row = index + 2;
  row[Field::member_no] = member_no_of(index, booth);
  row[Field::name] = name.latin;
  row[Field::name_local] = name.hindi;
  row[Field::epic_no] = epic_of(index);
  row[Field::booth_no] = booth.number;
  row[Field::booth_name] = booth.name;
  row[Field::block] = booth.block;
  row[Field::district] = booth.district;
  row[Field::state] = booth.state;
  row[Field::photo] = photo_of(index);
  fill_papers(row, index, fate.status, Random(seed, index, for_papers));
  constexpr std::array<const char*, 4> offices = {"Booth Coordinator", "Block Secretary", "मण्डल प्रभारी", "Treasurer"};
  if (Random random(seed, index, for_office); random.chance(0.06)) row[Field::office] = random.pick(offices);
  if (fate.mistake) make_mistake(row, index, seed, fate);
  return member;
}

}  // namespace pehchan
