#include "card/condition.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <span>

#include "base/nearest.h"

namespace pehchan {
namespace {

constexpr std::string_view channels[] = {"receipt", "digital"};
constexpr std::string_view statuses[] = {"confirmed", "pending", "declined"};

/// The only words a field can have; none: any.
std::span<const std::string_view> words_of(Field field) {
  if (field == Field::channel) return channels;
  if (field == Field::status) return statuses;
  return {};
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto from = text.find_first_not_of(blanks);
  return from == std::string_view::npos ? "" : text.substr(from, text.find_last_not_of(blanks) + 1 - from);
}

/// As the roll's cells are: composed, so that a letter typed in two ways is one word.
std::string composed(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const auto words = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  std::string result;
  icu::Normalizer2::getNFCInstance(error)->normalize(words, error).toUTF8String(result);
  return U_SUCCESS(error) ? result : std::string(text);
}

bool is_same_word(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

/// Whoever the first holds for, the second holds for, too.
bool implies(const Condition& first, const Condition& second) {
  return first.field == second.field &&
         (!second.equals || (first.equals && is_same_word(*first.equals, *second.equals)));
}

/// A field has one word.
bool contradict(const Condition& a, const Condition& b) {
  return a.field == b.field && a.equals && b.equals && !is_same_word(*a.equals, *b.equals);
}

/// Whether what `one` asks for keeps `other` from being drawn.
bool rules_out(const Visibility& one, const Visibility& other) {
  return one.when &&
         ((other.unless && implies(*one.when, *other.unless)) || (other.when && contradict(*one.when, *other.when)));
}

std::string no_such_field(std::string_view name) {
  const std::string near = nearest(name, field_names);
  return fmt::format("there is no field \"{}\"; {}", name,
                     near.empty() ? "use a column of the roll" : fmt::format("is it \"{}\"?", near));
}

}  // namespace

Result<Condition, std::string> parse_condition(std::string_view text) {
  const auto sign = text.find('=');
  const auto name = trimmed(text.substr(0, sign));
  if (name.ends_with('!'))
    return failure(std::string("there is no \"!=\": write the condition with = and under \"unless\""));
  const auto field = field_named(name);
  if (!field) return failure(no_such_field(name));
  if (sign == std::string_view::npos) return Condition{.field = *field, .equals = std::nullopt};
  const auto word = trimmed(text.substr(sign + 1));
  if (word.empty() || word.starts_with('='))
    return failure(
        fmt::format("write one = and then a word, as in \"channel = receipt\"; \"{0}\" alone asks whether "
                    "the member has {0}",
                    name));
  const auto possible = words_of(*field);
  if (!possible.empty() &&
      std::none_of(possible.begin(), possible.end(), [&](auto p) { return is_same_word(p, word); }))
    return failure(fmt::format("{} is never \"{}\", only {}", name, word, fmt::join(possible, " or ")));
  return Condition{.field = *field, .equals = composed(word)};
}

bool holds(const Condition& condition, const Member& member) {
  const std::string& value = member[condition.field];
  return condition.equals ? is_same_word(trimmed(value), *condition.equals) : !value.empty();
}

bool is_drawn_for(const Visibility& visibility, const Member& member) {
  const auto& [when, unless] = visibility;
  return (!when || holds(*when, member)) && (!unless || !holds(*unless, member));
}

bool are_never_together(const Visibility& one, const Visibility& other) {
  return rules_out(one, other) || rules_out(other, one);
}

}  // namespace pehchan
