#include "draw/artwork.h"

#include <fmt/format.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "base/run_error.h"
#include "draw/canvas.h"

namespace pehchan {
namespace {

constexpr std::size_t largest_svg = 5'000'000;
/// How far the artwork's proportions may be from those of the card with its bleed.
constexpr double proportion_tolerance = 0.01;

struct Refused {
  const char* element;
  const char* advice;
};
constexpr const char* words_advice = "Write words as [[front.text]] in card.toml, or convert lettering to paths.";
constexpr const char* flat_advice = "It would print coarse: flatten it into plain shapes and gradients.";
constexpr const char* alive_advice = "Artwork is a still picture: take it out.";
constexpr std::array refused_elements = {
    Refused{"text", words_advice},          Refused{"tspan", words_advice},   Refused{"textPath", words_advice},
    Refused{"tref", words_advice},          Refused{"filter", flat_advice},   Refused{"mask", flat_advice},
    Refused{"script", alive_advice},        Refused{"animate", alive_advice}, Refused{"set", alive_advice},
    Refused{"foreignObject", alive_advice}, Refused{"include", alive_advice},
};
constexpr const char* outside_advice =
    "Artwork must be whole in itself: embed the picture as data:image/png or image/jpeg.";

struct Trouble {
  std::string what, advice;
};

[[noreturn]] void refuse(const std::string& file, const Trouble& trouble) {
  throw RunError(ExitCode::bad_config, file + ": " + trouble.what, trouble.advice);
}

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

/// Style sheets and style attributes: every url(...) points inside, nothing is imported, and nothing is hidden from
/// this look by CSS escapes.
bool is_safe_css(std::string_view css) {
  if (css.find('\\') != std::string_view::npos || css.find("@import") != std::string_view::npos) return false;
  for (auto at = css.find("url("); at != std::string_view::npos; at = css.find("url(", at + 4)) {
    auto inside = css.substr(at + 4);
    inside.remove_prefix(std::min(inside.find_first_not_of(" '\""), inside.size()));
    if (!stays_inside(inside)) return false;
  }
  return true;
}

/// A filter without a <filter>: filter="blur(2)", or the same as a property of a style.
bool is_filter(std::string_view value) { return !value.empty() && !value.starts_with("none"); }

std::string_view after_space(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

bool sets_filter(std::string_view css) {
  constexpr std::string_view property = "filter";
  for (auto at = css.find(property); at != std::string_view::npos; at = css.find(property, at + 1)) {
    const bool starts = at == 0 || std::string_view(" \t\r\n;{/").find(css[at - 1]) != std::string_view::npos;
    const auto rest = after_space(css.substr(at + property.size()));
    if (starts && rest.starts_with(':') && is_filter(after_space(rest.substr(1)))) return true;
  }
  return false;
}

std::string lower(std::string_view text) {
  std::string low(text);
  for (char& c : low)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return low;
}

/// Collects the first trouble in `data`; a GError stops GLib's parser there.
void stop(GError** error, gpointer data, Trouble trouble) {
  *static_cast<Trouble*>(data) = std::move(trouble);
  g_set_error_literal(error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "refused");
}

void on_element(GMarkupParseContext*, const char* element, const char** names, const char** values, gpointer data,
                GError** error) {
  const auto name = local_name(element);
  for (const Refused& refused : refused_elements) {
    if (name != refused.element) continue;
    return stop(error, data, {fmt::format("<{}> is not allowed in artwork", name), refused.advice});
  }
  for (; *names != nullptr; ++names, ++values) {
    const auto attribute = local_name(*names);
    const std::string value = lower(*values);
    const bool is_handler = attribute.starts_with("on");
    const bool is_href = attribute == "href" || attribute == "src";
    if (is_handler) return stop(error, data, {"scripts are not allowed in artwork", alive_advice});
    if ((attribute == "filter" && is_filter(after_space(value))) || (attribute == "style" && sets_filter(value)))
      return stop(error, data, {fmt::format("<{}> has a filter", name), flat_advice});
    if ((is_href && !stays_inside(value)) || !is_safe_css(value))
      return stop(error, data, {fmt::format("<{}> points outside the file", name), outside_advice});
  }
}

void on_text(GMarkupParseContext* context, const char* text, gsize length, gpointer data, GError** error) {
  if (local_name(g_markup_parse_context_get_element(context)) != "style") return;
  const std::string css = lower({text, length});
  if (sets_filter(css)) return stop(error, data, {"its style sheet has a filter", flat_advice});
  if (!is_safe_css(css)) stop(error, data, {"its style sheet points outside the file", outside_advice});
}

/// Comments pass; so does the XML declaration, if it leaves the encoding at UTF-8.
void on_other(GMarkupParseContext*, const char* text, gsize length, gpointer data, GError** error) {
  const std::string low = lower({text, length});
  if (low.starts_with("<!--")) return;
  const auto encoding = low.find("encoding");
  const bool is_declaration = low.starts_with("<?xml ");
  if (is_declaration && (encoding == std::string::npos || low.find("utf-8", encoding) != std::string::npos)) return;
  stop(error, data,
       {is_declaration ? "it is not in UTF-8" : "it has a DOCTYPE or a processing instruction",
        "Save it again as plain SVG in UTF-8."});
}

void inspect(std::string_view svg, const std::string& file) {
  Trouble trouble;
  const GMarkupParser parser = {on_element, nullptr, on_text, on_other, nullptr};
  const Handle<GMarkupParseContext, g_markup_parse_context_free> context(
      g_markup_parse_context_new(&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &trouble, nullptr));
  GError* raw = nullptr;
  const bool fine =
      g_markup_parse_context_parse(context.get(), svg.data(), static_cast<gssize>(svg.size()), &raw) != FALSE &&
      g_markup_parse_context_end_parse(context.get(), &raw) != FALSE;
  const Handle<GError, g_error_free> error(raw);
  if (fine) return;
  if (trouble.what.empty()) trouble = {std::string("it is not SVG: ") + error->message, "Save it again as plain SVG."};
  refuse(file, trouble);
}

void demand_proportions(RsvgHandle* svg, const Rect& area, const std::string& file) {
  gboolean has_width, has_height, has_view_box;
  RsvgLength width, height;
  RsvgRectangle view_box;
  rsvg_handle_get_intrinsic_dimensions(svg, &has_width, &width, &has_height, &height, &has_view_box, &view_box);
  const double wanted = area.width / area.height;
  const double its_own = has_view_box && view_box.height > 0 ? view_box.width / view_box.height : 0;
  if (std::abs(its_own / wanted - 1) <= proportion_tolerance) return;
  refuse(file, {"its proportions are not those of the card with its bleed",
                fmt::format("Give it viewBox=\"0 0 {:g} {:g}\": millimetres, with the bleed on every side.",
                            area.width.value, area.height.value)});
}

}  // namespace

Artwork::Artwork(const ArtworkFile& artwork, Size card, Mm bleed)
    : area_(grown(Rect{{}, {}, card.width, card.height}, bleed)), file_(artwork.file) {
  const auto& [file, svg, page, placeholders] = artwork;
  if (svg.size() > largest_svg) refuse(file, {"it is larger than 5 MB", "Simplify it; pictures belong in at 600 dpi."});
  inspect(svg, file);
  GError* raw = nullptr;
  svg_.reset(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &raw));
  const Handle<GError, g_error_free> error(raw);
  if (!svg_) refuse(file, {std::string("it cannot be read: ") + error->message, "Save it again as plain SVG."});
  demand_proportions(svg_.get(), area_, file);
}

void Artwork::draw(cairo_t* cairo) const {
  const RsvgRectangle area = {area_.x.value, area_.y.value, area_.width.value, area_.height.value};
  GError* raw = nullptr;
  const bool drawn = rsvg_handle_render_document(svg_.get(), cairo, &area, &raw) != FALSE;
  const Handle<GError, g_error_free> error(raw);
  if (!drawn) refuse(file_, {std::string("it cannot be drawn: ") + error->message, "Simplify the artwork."});
  check(cairo, "drawing " + file_);
}

}  // namespace pehchan
