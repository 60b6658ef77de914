#include "print/register_frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "draw/text_block.h"
#include "print/register_page.h"

namespace pehchan {
namespace {
using namespace register_page;

constexpr const char* title = "कार्ड वितरण पंजी · Handover register";

/// Puts a text into a part and returns where it ends.
Mm put(const FontSet& fonts, PagePart& part, const TextStyle& style, const Rect& from, const std::string& text) {
  const TextBlock block = set_block(fonts, style, from.width, text);
  part.texts.push_back(moved(block.text, from.x, from.y));
  return from.y + block.height;
}

/// 2026-03-31 as 31-03-2026, as on the card; another text as it is.
std::string as_date(const std::string& iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return iso;
  return iso.substr(8, 2) + "-" + iso.substr(5, 2) + "-" + iso.substr(0, 4);
}

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
  std::string text;
  for (const std::string& part : parts)
    if (!part.empty()) text += (text.empty() ? "" : between) + part;
  return text;
}

std::string booth_word(const RegisterBooth& booth) { return joined({"बूथ · Booth", booth.booth_no}, " "); }

/// A small bilingual name over its value.
struct Labelled {
  const char* label;
  std::string value;
  Mm x, width;
};

/// Returns where the highest of them ends.
Mm put_row(const FontSet& fonts, PagePart& part, Mm y, const std::vector<Labelled>& row) {
  Mm bottom = y;
  for (const Labelled& one : row) {
    const Mm under =
        put(fonts, part, type(7, 6, font_weight::regular, quiet_ink), {one.x, y, one.width, {}}, one.label);
    bottom = std::max(bottom, put(fonts, part, type(11, 8.5, font_weight::bold, accent),
                                  {one.x, under - 0.4_mm, one.width, {}}, one.value.empty() ? "—" : one.value));
  }
  return bottom;
}

}  // namespace

PagePart register_title(const FontSet& fonts, const HandoverRegister& job, const RegisterBooth& booth) {
  PagePart part;
  const Mm left = area.x, right = area.right(), inset = left + 3_mm;
  const Mm under_title = put(fonts, part, type(16, 12, font_weight::bold, accent), {left, {}, 126_mm, {}}, title);
  const Rect corner{left + 128_mm, 0.3_mm, 50_mm, {}};
  const Mm under_job = put(fonts, part, type(9, 7, font_weight::bold, ink, Align::right), corner, job.job);
  const Mm under_date = put(fonts, part, type(8.5, 7, font_weight::regular, quiet_ink, Align::right),
                            moved(corner, {}, under_job - 0.8_mm), "तारीख · Date " + as_date(job.date));
  const Mm top = std::max(under_title, under_date) + 0.6_mm;
  part.rules.push_back({{left, top}, {right, top}, 0.9_mm, accent});
  part.rules.push_back({{left, top + 0.9_mm}, {right, top + 0.9_mm}, 0.4_mm, gold});

  Mm y = put_row(fonts, part, top + 3_mm,
                 {{"राज्य · State", booth.state, inset, 50_mm},
                  {"ज़िला · District", booth.district, inset + 56_mm, 56_mm},
                  {"ब्लॉक · Block", booth.block, inset + 118_mm, 54_mm}});
  y = put_row(fonts, part, y + 0.8_mm,
              {{"बूथ संख्या · Booth no.", booth.booth_no, inset, 50_mm},
               {"बूथ · Booth", booth.booth_name, inset + 56_mm, 86_mm},
               {"कार्ड · Cards", std::to_string(booth.entries.size()), inset + 148_mm, 24_mm}});
  part.tints.push_back({{left, top + 1.1_mm, right - left, y + 1.4_mm - top - 1.1_mm}, tint});
  part.height = y + 5_mm;
  return part;
}

PagePart register_title_again(const FontSet& fonts, const RegisterBooth& booth) {
  PagePart part;
  const Mm half = area.width / 2;
  const Mm left = put(fonts, part, type(9.5, 8, font_weight::bold, accent), {area.x, {}, half, {}}, title);
  const Mm right = put(fonts, part, type(9.5, 7.5, font_weight::regular, ink, Align::right),
                       {area.x + half, {}, half, {}}, joined({booth_word(booth), booth.booth_name}, " · "));
  part.height = std::max(left, right) + 1.5_mm;
  return part;
}

PagePart register_closing(const FontSet& fonts) {
  PagePart part;
  const Mm heading = put(fonts, part, type(9.5, 8, font_weight::bold, accent), {area.x, 5_mm, area.width, {}},
                         "कार्ड सौंपने वाले · Handed over by");
  const Mm line = heading + 12_mm;
  const std::vector<Labelled> blanks = {{"नाम · Name", "", area.x, 66_mm},
                                        {"हस्ताक्षर · Signature", "", area.x + 72_mm, 62_mm},
                                        {"तारीख · Date", "", area.x + 140_mm, 38_mm}};
  for (const Labelled& blank : blanks) {
    part.rules.push_back({{blank.x, line}, {blank.x + blank.width, line}, 0.25_mm, ink});
    const Rect under{blank.x, line + 0.4_mm, blank.width, {}};
    part.height =
        std::max(part.height, put(fonts, part, type(8, 7, font_weight::regular, quiet_ink), under, blank.label));
  }
  return part;
}

PagePart register_foot(const FontSet& fonts, const HandoverRegister& job, const RegisterBooth& booth, std::size_t page,
                       std::size_t pages) {
  PagePart part;
  const TextStyle left = type(7.5, 6.5, font_weight::regular, quiet_ink),
                  right = type(7.5, 6.5, font_weight::regular, quiet_ink, Align::right);
  part.rules.push_back({{area.x, {}}, {area.right(), {}}, hairline, hairline_ink});
  const std::string place = joined({booth_word(booth), booth.block, booth.district}, " · ");
  constexpr Mm y{0.8};
  const Mm ends[] = {
      put(fonts, part, left, {area.x, y, 40_mm, {}}, job.job),
      put(fonts, part, type(7.5, 6.5, font_weight::regular, quiet_ink, Align::centre), {area.x + 43_mm, y, 92_mm, {}},
          place),
      put(fonts, part, right, {area.right() - 40_mm, y, 40_mm, {}}, fmt::format("पृष्ठ · Page {} / {}", page, pages))};
  part.height = *std::max_element(std::begin(ends), std::end(ends));
  return part;
}

}  // namespace pehchan
