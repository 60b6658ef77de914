#include "draw/fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "base/run_error.h"
#include "base/small_letters.h"
#include "draw/open_faces.h"

namespace pehchan {
namespace {

/// In the order of fallback. No script's letters are in two of them; what several have, such as digits, blanks and the
/// danda, comes from the style's own family or else from the first.
constexpr const char* chain_families[] = {
    "Noto Sans",          "Noto Sans Devanagari", "Noto Sans Bengali",     "Noto Sans Tamil",    "Noto Sans Telugu",
    "Noto Sans Ol Chiki", "Noto Nastaliq Urdu",   "Noto Sans Gujarati",    "Noto Sans Gurmukhi", "Noto Sans Oriya",
    "Noto Sans Kannada",  "Noto Sans Malayalam",  "Noto Sans Meetei Mayek"};

const std::string advice =
    "Install the package fonts-noto-core and build again, or set PEHCHAN_DATA to the right folder.";

/// Files from Windows have endings in capitals.
bool is_font(std::string_view ending) {
  const std::string small = small_letters(ending);
  return small == ".ttf" || small == ".otf";
}

std::vector<std::string> font_files(const std::filesystem::path& folder) {
  std::error_code error, is_gone;
  std::vector<std::string> files;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (is_font(entry->path().extension().string()) && entry->is_regular_file(is_gone)) files.push_back(entry->path());
  }
  if (error) throw RunError(ExitCode::bad_config, "cannot read the fonts folder " + folder.string(), advice);
  std::sort(files.begin(), files.end());
  return files;
}

std::string text_of(const FcPattern* font, const char* object) {
  FcChar8* text = nullptr;
  return FcPatternGetString(font, object, 0, &text) == FcResultMatch ? reinterpret_cast<const char*>(text) : "";
}

/// On the scale of CSS; 0 for a variable font's range, whose named weights are fonts of their own here.
int weight_of(const FcPattern* font) {
  double weight = 0;
  const bool is_one = FcPatternGetDouble(font, FC_WEIGHT, 0, &weight) == FcResultMatch;
  return is_one ? static_cast<int>(std::lround(FcWeightToOpenTypeDouble(weight))) : 0;
}

/// Debian's NotoNastaliqUrdu-Bold.ttf (2.000) calls itself Bold and gives the weight of Regular: either would be drawn
/// for the other.
void correct_weight(FcPattern* font) {
  if (text_of(font, FC_STYLE) != "Bold" || weight_of(font) != font_weight::regular) return;
  FcPatternDel(font, FC_WEIGHT);
  FcPatternAddInteger(font, FC_WEIGHT, FC_WEIGHT_BOLD);
}

std::span<FcPattern* const> fonts_of(FcConfig* config) {
  const FcFontSet* fonts = FcConfigGetFonts(config, FcSetApplication);
  if (fonts == nullptr) return {};
  return {fonts->fonts, static_cast<std::size_t>(fonts->nfont)};
}

FcConfig* private_config(const std::filesystem::path& folder) {
  Handle<FcConfig, FcConfigDestroy> config(FcConfigCreate());
  // File by file, because scanning a folder would want a cache folder that can be written.
  for (const auto& file : font_files(folder)) {
    if (!FcConfigAppFontAddFile(config.get(), reinterpret_cast<const FcChar8*>(file.c_str())))
      throw RunError(ExitCode::bad_config, "cannot read the font " + file,
                     "Take it out of the folder, or put a sound one in its place; the program's own fonts are those of "
                     "the package fonts-noto-core.");
  }
  for (FcPattern* font : fonts_of(config.get())) correct_weight(font);
  keep_open(fonts_of(config.get()));
  return config.release();
}

PangoFontMap* private_map(FcConfig* config) {
  FontMapHandle map(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), config);
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map.get()), 72);
  return map.release();
}

PangoContext* exact_context(PangoFontMap* map) {
  ContextHandle context(pango_font_map_create_context(map));
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  // No language at all: for one that a script is not written in Pango would take another, of the locale, PANGO_LANGUAGE
  // or LANGUAGE, and with it other forms of letters.
  pango_context_set_language(context.get(), pango_language_from_string("und"));
  const Handle<cairo_font_options_t, cairo_font_options_destroy> options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context.get(), options.get());
  return context.release();
}

/// Whatever language fontconfig believes in, families in this order come first; a style's own before all.
std::string chain_from(const std::string& family) {
  std::string chain = family;
  for (const char* next : chain_families) chain += std::string(",") + next;
  return chain;
}

/// The line of this text's fonts, per em.
std::pair<double, double> line_of(const FontSet& fonts, const char* text) {
  PangoLayout* ruler = fonts.ruler("Noto Sans", font_weight::regular);
  pango_layout_set_text(ruler, text, -1);
  PangoRectangle logical;
  pango_layout_line_get_extents(pango_layout_get_line_readonly(ruler, 0), nullptr, &logical);
  constexpr double em = FontSet::ruler_pt * PANGO_SCALE;
  return {-logical.y / em, (logical.y + logical.height) / em};
}

Strut strut_of(const FontSet& fonts) {
  const auto [ascent, descent] = line_of(fonts, "Aकকகకᱠકਕକಕകꯀ");
  const auto [main_ascent, main_descent] = line_of(fonts, "Aक");
  return {ascent, descent, (main_ascent - main_descent) / 2};
}

}  // namespace

FontSet::FontSet() {
  const auto folder = data_folder() / "fonts";
  config_.reset(private_config(folder));
  for (const char* family : chain_families) {
    for (const int weight : {font_weight::regular, font_weight::bold}) {
      if (has_face(family, weight)) continue;
      throw RunError(ExitCode::bad_config,
                     std::string("the font ") + family + (weight == font_weight::bold ? " Bold" : " Regular") +
                         " is missing in " + folder.string(),
                     advice);
    }
  }
  map_.reset(private_map(config_.get()));
  context_.reset(exact_context(map_.get()));
  strut_ = strut_of(*this);
}

std::set<std::string, std::less<>> FontSet::families() const {
  std::set<std::string, std::less<>> all;
  for (const FcPattern* font : fonts_of(config_.get())) all.emplace(text_of(font, FC_FAMILY));
  return all;
}

bool FontSet::has_family(std::string_view family) const { return families().contains(family); }

bool FontSet::has_face(std::string_view family, int weight) const {
  const auto fonts = fonts_of(config_.get());
  return std::any_of(fonts.begin(), fonts.end(), [&](const FcPattern* font) {
    return text_of(font, FC_FAMILY) == family && weight_of(font) == weight;
  });
}

LayoutHandle FontSet::layout(const Font& font) const {
  LayoutHandle layout(pango_layout_new(context_.get()));
  const FontDescriptionHandle description(pango_font_description_new());
  pango_font_description_set_family(description.get(), chain_from(font.family).c_str());
  pango_font_description_set_weight(description.get(), static_cast<PangoWeight>(font.weight));
  pango_font_description_set_absolute_size(description.get(), font.size_pt * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), description.get());
  // No line of ours is wrapped by Pango, but a hyphen must not appear on a card even by accident.
  const AttributesHandle attributes(pango_attr_list_new());
  pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
  pango_layout_set_attributes(layout.get(), attributes.get());
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  return layout;
}

PangoLayout* FontSet::ruler(const std::string& family, int weight) const {
  LayoutHandle& kept = rulers_[{family, weight}];
  if (!kept) kept = layout({family, weight, ruler_pt});
  return kept.get();
}

}  // namespace pehchan
