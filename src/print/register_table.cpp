#include "print/register_table.h"

#include <algorithm>
#include <array>
#include <string>

#include "draw/text_block.h"
#include "print/register_page.h"

namespace pehchan {
namespace {
using namespace register_page;

struct Head {
  const char *hindi, *english;
};
constexpr std::array<Head, 5> heads = {Head{"क्रम", "No."}, Head{"कार्ड संख्या", "Card no."}, Head{"नाम", "Name"},
                                       Head{"हस्ताक्षर या अंगूठा", "Signature or thumb print"}, Head{"तारीख", "Date"}};

constexpr Mm heads_padding{0.7};
constexpr Mm row_padding{0.4};

Mm inner_width(std::size_t column) { return columns[column + 1] - columns[column] - 2 * padding; }

/// Puts `text` into a column of `part`, its top at `y`.
void put(PagePart& part, std::size_t column, Mm y, const TextBlock& block) {
  part.texts.push_back(moved(block.text, columns[column] + padding, y));
}

void put_in_the_middle(PagePart& part, std::size_t column, const TextBlock& block) {
  put(part, column, (part.height - block.height) / 2, block);
}

void rule_columns(PagePart& part) {
  for (const Mm x : columns) part.rules.push_back({{x, {}}, {x, part.height}, hairline, hairline_ink});
}

}  // namespace

PagePart register_heads(const FontSet& fonts) {
  PagePart part;
  const TextStyle hindi = type(8.5, 7, font_weight::bold, accent),
                  english = type(7.5, 6.5, font_weight::regular, quiet_ink);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const TextBlock above = set_block(fonts, hindi, inner_width(i), heads[i].hindi);
    const TextBlock below = set_block(fonts, english, inner_width(i), heads[i].english);
    put(part, i, heads_padding, above);
    put(part, i, heads_padding + above.height * 0.86, below);
    part.height = std::max(part.height, 2 * heads_padding + above.height * 0.86 + below.height);
  }
  const Mm left = columns.front(), right = columns.back();
  part.tints.push_back({{left, {}, right - left, part.height}, tint});
  rule_columns(part);
  part.rules.push_back({{left, {}}, {right, {}}, 0.3_mm, accent});
  part.rules.push_back({{left, part.height}, {right, part.height}, 0.3_mm, accent});
  return part;
}

PagePart register_row(const FontSet& fonts, std::size_t number, const RegisterEntry& entry) {
  const TextBlock no = set_block(fonts, type(9, 6, font_weight::regular, quiet_ink, Align::right), inner_width(0),
                                 std::to_string(number));
  const TextBlock card = set_block(fonts, type(9.5, 7), inner_width(1), entry.card_number);
  const TextBlock local = set_block(fonts, type(10.5, 9, font_weight::bold), inner_width(2), entry.name_local);
  const TextBlock latin = set_block(fonts, type(8.5, 7.5), inner_width(2), entry.name);
  const Mm local_height = entry.name_local.empty() ? 0_mm : local.height;
  const Mm latin_height = entry.name.empty() ? 0_mm : latin.height;
  PagePart part;
  part.height =
      std::max({least_row, local_height + latin_height + 2 * row_padding, card.height + 2 * row_padding, no.height});
  put_in_the_middle(part, 0, no);
  put_in_the_middle(part, 1, card);
  const Mm top = (part.height - local_height - latin_height) / 2;
  if (!entry.name_local.empty()) put(part, 2, top, local);
  if (!entry.name.empty()) put(part, 2, top + local_height, latin);
  rule_columns(part);
  part.rules.push_back({{columns.front(), part.height}, {columns.back(), part.height}, hairline, hairline_ink});
  return part;
}

}  // namespace pehchan
