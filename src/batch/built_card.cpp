#include "batch/built_card.h"

#include <fmt/format.h>

#include <sstream>

#include "base/sha256.h"

namespace pehchan {
namespace {

constexpr const char *upright = "upright", *landscape = "landscape";

}  // namespace

std::string BuiltCard::text() const {
  return fmt::format("{} {} {} {}", is_upright ? upright : landscape, drawings, page, fmt::join(sizes, " "));
}

std::optional<BuiltCard> built_card(const std::string& text) {
  std::istringstream words(text);
  BuiltCard built;
  std::string kind;
  words >> kind >> built.drawings >> built.page;
  for (std::uintmax_t& size : built.sizes) words >> size;
  built.is_upright = kind == upright;
  return words && (kind == upright || kind == landscape) ? std::optional(built) : std::nullopt;
}

std::string drawings_hash(const DigitalCard& card, const std::string& qr_text, const std::string& date) {
  std::string all = std::to_string(drawing_version);
  const auto add = [&](const std::string& text) { all += fmt::format("\n{}:{}", text.size(), text); };
  add(card.number.text);
  for (const std::string& value : card.member.values) add(value);
  for (const std::string* text : {&qr_text, &date, &card.photo, &card.card_template}) add(*text);
  return sha256_hex(all);
}

std::string built_tombstone(const std::string& page) { return fmt::format("void {}", sha256_hex(page)); }

}  // namespace pehchan
