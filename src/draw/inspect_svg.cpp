#include "draw/inspect_svg.h"

#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <sstream>
#include <utility>
#include <vector>

#include "base/small_letters.h"
#include "draw/handles.h"
#include "draw/picture_size.h"
#include "draw/refuse_artwork.h"
#include "draw/svg_cost.h"
#include "draw/svg_outline.h"

namespace pehchan {
namespace {

struct Refused {
  const char* element;
  const char* advice;
};
constexpr const char* utf8_advice = "Save it again as plain SVG in UTF-8.";
constexpr const char* words_advice = "Write words as [[front.text]] in card.toml, or convert lettering to paths.";
constexpr const char* slow_advice = "It takes very long to draw: convert it into plain shapes.";
constexpr const char* simpler_advice = "Simplify it: fewer shapes, filters and references within each other.";
constexpr const char* picture_advice = "Embed pictures as PNG or JPEG, at 600 dpi of their final size.";
constexpr const char* alive_advice = "Artwork is a still picture: take it out.";
constexpr std::array refused_elements = {
    Refused{"text", words_advice},    Refused{"tspan", words_advice},       Refused{"textPath", words_advice},
    Refused{"tref", words_advice},    Refused{"feMorphology", slow_advice}, Refused{"script", alive_advice},
    Refused{"animate", alive_advice}, Refused{"set", alive_advice},         Refused{"foreignObject", alive_advice},
    Refused{"include", alive_advice},
};
constexpr const char* outside_advice =
    "Artwork must be whole in itself: embed the picture as data:image/png or image/jpeg.";

constexpr const char* link_advice =
    "Nobody can click on a card: take the link out (in Inkscape: right click, Remove Link).";

struct Trouble {
  std::string what, advice;
};

std::string_view local_name(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool stays_inside(std::string_view reference) {
  const auto start = reference.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return true;
  reference.remove_prefix(start);
  return reference.starts_with('#') || reference.starts_with("data:image/png") ||
         reference.starts_with("data:image/jpeg");
}

/// Every url(...) points inside, nothing is imported.
bool stays_inside_by_url(std::string_view css) {
  if (css.find("@import") != std::string_view::npos) return false;
  for (auto at = css.find("url("); at != std::string_view::npos; at = css.find("url(", at + 4)) {
    auto inside = css.substr(at + 4);
    inside.remove_prefix(std::min(inside.find_first_not_of(" '\""), inside.size()));
    if (!inside.starts_with('#')) return false;
  }
  return true;
}

/// Of style sheets and of what is read as one: nothing is hidden from this look by CSS escapes, either.
bool is_safe_css(std::string_view css) { return css.find('\\') == std::string_view::npos && stays_inside_by_url(css); }

/// The attributes that librsvg reads as CSS with a url(...) in it, whatever their prefix. All others may have
/// backslashes: a path on the designer's computer, a label.
bool is_read_as_css(std::string_view attribute) {
  constexpr std::array<std::string_view, 10> names = {
      "style", "fill", "stroke", "filter", "mask", "marker", "marker-start", "marker-mid", "marker-end", "clip-path"};
  return std::find(names.begin(), names.end(), attribute) != names.end();
}

/// onclick, onload and whatever else a browser may come to know. A program's own attributes have a prefix or a sign in
/// them that no event has: only_selected, of Inkscape.
bool is_event(std::string_view attribute) {
  return attribute.starts_with("on") && std::all_of(attribute.begin(), attribute.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         });
}

/// What is found on the way through the file.
struct Inspection {
  SvgOutline outline;
  std::vector<std::size_t> open;  ///< elements
  std::string css;                ///< all style sheets
  Trouble trouble;                ///< the first
};

/// A GError stops GLib's parser.
void stop(GError** error, Inspection& inspection, Trouble trouble) {
  inspection.trouble = std::move(trouble);
  g_set_error_literal(error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "refused");
}

std::string after_space(const std::string& text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

/// What is wrong with an embedded picture; its size is counted before anything unpacks it.
Trouble inspect_picture(const std::string& reference, std::size_t& pixels) {
  constexpr std::string_view marker = ";base64,";
  const auto from = reference.find(marker);
  if (from == std::string::npos) return {"an embedded picture is not in base64", picture_advice};
  gsize length = 0;
  const Handle<guchar, g_free> bytes(g_base64_decode(reference.c_str() + from + marker.size(), &length));
  const auto size = picture_size({reinterpret_cast<const char*>(bytes.get()), length});
  if (!size) return {"an embedded picture is neither a PNG nor a sound JPEG", picture_advice};
  pixels += size->width * size->height;
  if (pixels > most_pixels) return {"its pictures have more than 50 megapixels together", picture_advice};
  return {};
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

/// A filter step's size in its own measure: 1 by default, 25 cells at most, 4 octaves at most.
std::size_t work_of(const std::string& attribute, const std::string& value) {
  constexpr std::size_t absurd = 1'000'000;
  std::size_t work = attribute == "order" ? 1 : 0;
  const auto words = words_of(value);
  for (const std::string& word : words) {
    const double number = std::strtod(word.c_str(), nullptr);
    const auto size = number >= 0 && number < 1000 ? static_cast<std::size_t>(number) : absurd;
    work = attribute == "order" ? work * size : work + size;
  }
  return attribute == "order" && words.size() == 1 ? work * work : work;
}

/// Keeps what the cost of drawing depends on.
void note_attribute(SvgElement& element, const std::string& attribute, const std::string& value) {
  if (attribute == "id") element.id = value;
  if (attribute == "label") element.label = value;
  if (attribute == "class") element.classes = words_of(value);
  if (attribute == "d" || attribute == "points") element.points = value.size() / 2;
  if (attribute == "order" || attribute == "numOctaves") element.work = work_of(attribute, value);
  if (attribute == "href" && after_space(value).starts_with('#'))
    element.refers.push_back(after_space(value).substr(1));
  for (std::string& id : url_ids(value)) element.refers.push_back(std::move(id));
  if (attribute == "filter" || attribute == "style") element.filter_functions += filter_functions(small_letters(value));
  if (attribute == "marker-mid" || attribute == "marker" ||
      (attribute == "style" && marks_points(small_letters(value))))
    element.marks_points = true;
}

void begin_element(Inspection& inspection, std::string_view name) {
  auto& elements = inspection.outline.elements;
  if (!inspection.open.empty()) elements[inspection.open.back()].children.push_back(elements.size());
  elements.push_back({.name = std::string(name), .id = {}, .label = {}, .classes = {}, .refers = {}, .children = {}});
  elements.back().depth = inspection.open.size();
  if (name == "feTurbulence") elements.back().work = 1;
  if (name == "feConvolveMatrix") elements.back().work = 9;
  inspection.open.push_back(elements.size() - 1);
}

/// The element for who has to find it: by its id, else by its line.
std::string shown(GMarkupParseContext* context, std::string_view name, const char** names, const char** values) {
  for (; *names != nullptr; ++names, ++values)
    if (std::string_view(*names) == "id") return fmt::format("<{}> (id {})", name, *values);
  int line = 0;
  g_markup_parse_context_get_position(context, &line, nullptr);
  return fmt::format("<{}> (line {})", name, line);
}

void on_element(GMarkupParseContext* context, const char* element, const char** names, const char** values,
                gpointer data, GError** error) {
  auto& inspection = *static_cast<Inspection*>(data);
  const auto name = local_name(element);
  const auto itself = [context, name, first = names, texts = values] { return shown(context, name, first, texts); };
  for (const Refused& refused : refused_elements) {
    if (name != refused.element) continue;
    return stop(error, inspection, {fmt::format("{} is not allowed in artwork", itself()), refused.advice});
  }
  begin_element(inspection, name);
  for (; *names != nullptr; ++names, ++values) {
    const auto attribute = local_name(*names);
    const std::string value = small_letters(*values);
    const bool is_href = attribute == "href" || attribute == "src";
    if (is_event(*names)) return stop(error, inspection, {fmt::format("{} has a script", itself()), alive_advice});
    if (attribute == "kernelUnitLength" || attribute == "filterRes")
      return stop(error, inspection, {fmt::format("{} has {}", itself(), attribute), slow_advice});
    if (is_href && name == "a") return stop(error, inspection, {fmt::format("{} is a link", itself()), link_advice});
    const bool is_safe = is_read_as_css(attribute) ? is_safe_css(value) : stays_inside_by_url(value);
    if ((is_href && !stays_inside(value)) || !is_safe)
      return stop(error, inspection, {fmt::format("{} points outside the file", itself()), outside_advice});
    if (is_href && after_space(value).starts_with("data:"))
      if (Trouble trouble = inspect_picture(*values, inspection.outline.pixels); !trouble.what.empty())
        return stop(error, inspection, std::move(trouble));
    note_attribute(inspection.outline.elements.back(), std::string(attribute), *values);
  }
}

void on_end(GMarkupParseContext*, const char*, gpointer data, GError**) {
  static_cast<Inspection*>(data)->open.pop_back();
}

void on_text(GMarkupParseContext* context, const char* text, gsize length, gpointer data, GError**) {
  if (local_name(g_markup_parse_context_get_element(context)) != "style") return;
  static_cast<Inspection*>(data)->css.append(text, length);
}

/// Style sheets as a whole: comments part them only in the file.
void inspect_css(Inspection& inspection) {
  if (!is_safe_css(small_letters(inspection.css)))
    inspection.trouble = {"its style sheet points outside the file", outside_advice};
  inspection.outline.rules = rules_of(inspection.css);
}

/// Comments pass; so does the XML declaration, if it leaves the encoding at UTF-8.
void on_other(GMarkupParseContext*, const char* text, gsize length, gpointer data, GError** error) {
  const std::string low = small_letters({text, length});
  if (low.starts_with("<!--")) return;
  const auto encoding = low.find("encoding");
  const bool is_declaration = low.starts_with("<?xml ");
  if (is_declaration && (encoding == std::string::npos || low.find("utf-8", encoding) != std::string::npos)) return;
  stop(error, *static_cast<Inspection*>(data),
       {is_declaration ? "it is not in UTF-8" : "it has a DOCTYPE or a processing instruction", utf8_advice});
}

}  // namespace

SvgOutline inspect_svg(std::string_view svg, const std::string& file) {
  if (svg.starts_with("\xEF\xBB\xBF")) svg.remove_prefix(3);  // of Windows' editors
  // GLib's parser tells this last, over what else it finds.
  if (g_utf8_validate(svg.data(), static_cast<gssize>(svg.size()), nullptr) == FALSE)
    refuse_artwork(file, "it is not in UTF-8", utf8_advice);
  Inspection found;
  const GMarkupParser parser = {on_element, on_end, on_text, on_other, nullptr};
  const Handle<GMarkupParseContext, g_markup_parse_context_free> context(
      g_markup_parse_context_new(&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &found, nullptr));
  GError* raw = nullptr;
  const bool is_read =
      g_markup_parse_context_parse(context.get(), svg.data(), static_cast<gssize>(svg.size()), &raw) != FALSE &&
      g_markup_parse_context_end_parse(context.get(), &raw) != FALSE;
  const Handle<GError, g_error_free> error(raw);
  if (is_read) inspect_css(found);
  if (is_read && found.trouble.what.empty()) found.trouble = {too_costly(found.outline), simpler_advice};
  if (is_read && found.trouble.what.empty()) return std::move(found.outline);
  if (found.trouble.what.empty())
    found.trouble = {std::string("it is not SVG: ") + error->message, "Save it again as plain SVG."};
  refuse_artwork(file, found.trouble.what, found.trouble.advice);
}

}  // namespace pehchan
