#include "sheet/write_format.h"

#include <fmt/format.h>

#include "sheet/side_words.h"

namespace pehchan {
namespace {

/// The shortest that reads back as the same; always with a point, as TOML wants it.
std::string number(Mm length) {
  std::string text = fmt::format("{}", length.value);
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

std::string pair(Mm a, Mm b) { return fmt::format("[{}, {}]", number(a), number(b)); }

std::string quoted(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
      quoted += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    else
      quoted += c;
  }
  return quoted + "\"";
}

std::string grid_of(const SheetFormat& f) {
  return fmt::format("columns = {}\nrows = {}\nfirst = {}\ngutter = {}\ninner_bleed = {}\n", f.columns, f.rows,
                     pair(f.first.x, f.first.y), pair(f.gutter.width, f.gutter.height), number(f.inner_bleed));
}

std::string places_of(const SheetFormat& f) {
  std::string list;
  for (const Point& place : f.places) list += (list.empty() ? "" : ", ") + pair(place.x, place.y);
  return "places = [" + list + "]\n";
}

}  // namespace

std::string toml_of(const SheetFormat& f) {
  std::string toml = "schema = 1\nname = " + quoted(f.name) + "\n";
  const auto add = [&](const char* key, const std::string& text) {
    if (!text.empty()) toml += fmt::format("{} = {}\n", key, quoted(text));
  };
  const auto flag = [&](const char* key, bool is_set) {
    if (is_set) toml += fmt::format("{} = true\n", key);
  };
  add("title", f.title.en);
  add("title_hi", f.title.hi);
  add("unverified", f.unverified.en);
  add("unverified_hi", f.unverified.hi);
  toml +=
      fmt::format("paper = {}\ncard = {}\n", pair(f.paper.width, f.paper.height), pair(f.card.width, f.card.height));
  toml += f.places.empty() ? grid_of(f) : places_of(f);
  toml += fmt::format("outer_bleed = {}\nmargin = [{}, {}, {}, {}]\nmark_length = {}\nmark_offset = {}\n",
                      number(f.outer_bleed), number(f.margin.left), number(f.margin.top), number(f.margin.right),
                      number(f.margin.bottom), number(f.mark_length), number(f.mark_offset));
  flag("inner_marks", f.has_inner_marks);
  flag("registration", f.has_registration);
  flag("colour_bar", f.has_colour_bar);
  flag("sheet_code", f.has_sheet_code);
  return toml + fmt::format("sides = \"{}\"\nduplex = \"{}\"\n", word_of(f.sides), word_of(f.duplex));
}

}  // namespace pehchan
