#include "digital/page_template.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/html_escaped.h"
#include "base/run_error.h"

namespace pehchan {
namespace {

constexpr std::string_view opening = "{{", closing = "}}";

std::string list_of(std::span<const std::string_view> places) {
  std::string list;
  for (const std::string_view place : places) list += fmt::format("{}{{{{{}}}}}", list.empty() ? "" : ", ", place);
  return list;
}

[[noreturn]] void refuse(const std::string& file, std::string_view before, const std::string& what,
                         std::span<const std::string_view> places) {
  throw RunError(ExitCode::bad_config, fmt::format("{}:{}: {}", file, 1 + std::ranges::count(before, '\n'), what),
                 "A page may have these places: " + list_of(places) + ".");
}

}  // namespace

PageTemplate::PageTemplate(std::string text, std::string file, std::span<const std::string_view> places) {
  if (text.empty()) refuse(file, {}, "the page is empty", places);
  std::size_t from = 0;
  for (auto at = text.find(opening); at != std::string::npos; at = text.find(opening, from)) {
    const std::string_view before(text.data(), at);
    const auto end = text.find(closing, at);
    if (end == std::string::npos) refuse(file, before, "{{ has no }}", places);
    std::string place = text.substr(at + opening.size(), end - at - opening.size());
    if (std::ranges::find(places, place) == places.end())
      refuse(file, before, fmt::format("there is no place {{{{{}}}}}", place.substr(0, 40)), places);
    pieces_.push_back({text.substr(from, at - from), std::move(place)});
    from = end + closing.size();
  }
  pieces_.push_back({text.substr(from), {}});
}

std::string PageTemplate::filled(const PageWords& words) const {
  std::string page;
  for (const Piece& piece : pieces_) {
    page += piece.text;
    const auto word = std::ranges::find(words, piece.place, [](const auto& one) { return one.first; });
    if (!piece.place.empty() && word != words.end()) page += html_escaped(word->second);
  }
  return page;
}

}  // namespace pehchan
