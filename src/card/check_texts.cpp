#include "card/check_texts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>
#include <vector>

#include "base/nearest.h"
#include "card/card_problems.h"
#include "card/fill_text.h"
#include "card/usual_member.h"
#include "draw/fit_text.h"

namespace pehchan {
namespace {

struct Weight {
  std::string_view name;
  int value;
};
constexpr Weight weights[] = {{"regular", font_weight::regular},
                              {"medium", font_weight::medium},
                              {"semibold", font_weight::semibold},
                              {"bold", font_weight::bold}};

/// What is wrong with a style's font; nothing: empty.
std::string font_mistake(const Font& font, const FontSet& fonts) {
  if (!fonts.has_family(font.family)) {
    const auto families = fonts.families();
    const std::vector<std::string_view> known(families.begin(), families.end());
    const std::string near = nearest(font.family, known);
    return near.empty() ? fmt::format("there is no font \"{}\": there are {}", font.family, fmt::join(known, ", "))
                        : fmt::format("there is no font \"{}\"; is it \"{}\"?", font.family, near);
  }
  if (fonts.has_face(font.family, font.weight)) return {};
  std::vector<std::string_view> known;
  std::string_view asked;
  for (const auto& [name, value] : weights) {
    if (value == font.weight) asked = name;
    if (fonts.has_face(font.family, value)) known.push_back(name);
  }
  return fmt::format("the font \"{}\" has no weight \"{}\": it has {}", font.family, asked, fmt::join(known, ", "));
}

/// What is wrong with these words in the element's box. `shown`: how to call them.
void check_fit(const TextElement& element, const FontSet& fonts, const std::string& words, const std::string& shown,
               Mistakes& mistakes) {
  const auto fitted = fit_text(fonts, element.style, element.box, words);
  if (fitted) return;
  const auto& missing = fitted.error().missing;
  mistakes.add(element.where, missing.empty()
                                  ? shown + " does not fit its box: make the box larger or floor_pt smaller"
                                  : fmt::format("{} has {}, which cannot be printed", shown, named(missing)));
}

}  // namespace

void check_texts(const CardTemplate& design, const FontSet& fonts, Mistakes& mistakes) {
  for (const TextStyle& style : design.styles)
    if (const std::string what = font_mistake(style.font, fonts); !what.empty()) mistakes.add(style.where, what);
  for (const SideTemplate* side : {&design.front, &design.back})
    for (const TextElement& element : side->texts) {
      const TextStyle& style = element.style;
      if (!font_mistake(style.font, fonts).empty()) continue;  // told of its style
      // Words under a condition, too: that they fit is the template's affair and not a member's.
      const auto pieces = pieces_of(element.text);
      if (!is_literal(pieces)) continue;
      const std::string words = fill(pieces, {}, {});
      check_fit(element, fonts, words, fmt::format("\"{}\"", words), mistakes);
    }
}

void check_field_texts(const CardTemplate& design, const FontSet& fonts, Mistakes& mistakes) {
  for (const SideTemplate* side : {&design.front, &design.back})
    for (const TextElement& element : side->texts) {
      const auto pieces = pieces_of(element.text);
      if (is_literal(pieces) || !font_mistake(element.style.font, fonts).empty()) continue;
      const std::string words = fill(pieces, usual_member_for(element.visibility), usual_number());
      check_fit(element, fonts, words, fmt::format("\"{}\" ({})", words, element.text), mistakes);
    }
}

}  // namespace pehchan
