#include "sheet/glabels_catalogue.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <string_view>

#include "base/file.h"
#include "base/small_letters.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest_file = 4 << 20;
/// No sheet holds more, and none is longer.
constexpr int most_cards = 400;
constexpr Mm longest_side{1000};

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

Document parsed(const fs::path& file) {
  const std::string bytes = read_file(file, largest_file);
  return Document(xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), "glabels.xml", nullptr,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
}

bool is_named(const xmlNode* node, const char* name) {
  return node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, reinterpret_cast<const xmlChar*>(name)) != 0;
}

std::string text_of(xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  if (value == nullptr) return {};
  std::string text(reinterpret_cast<const char*>(value));
  xmlFree(value);
  return text;
}

/// A number and its unit; without one it is points. To a ten-thousandth of a millimetre: inches leave no fractions of
/// it.
std::optional<Mm> to_length(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  static const std::map<std::string_view, Mm> units = {{"", from_pt(1)}, {"pt", from_pt(1)}, {"in", 25.4_mm},
                                                       {"mm", 1_mm},     {"cm", 10_mm},      {"pc", from_pt(12)}};
  const auto known = units.find(unit);
  if (known == units.end()) return std::nullopt;
  const Mm length{std::round(known->second.value * value * 10000) / 10000};
  if (!(length >= 0_mm && length <= longest_side)) return std::nullopt;
  return length;
}

std::optional<Size> size_of(xmlNode* node, const char* width, const char* height) {
  const auto w = to_length(text_of(node, width)), h = to_length(text_of(node, height));
  if (!w || !h) return std::nullopt;
  return Size{*w, *h};
}

int count_of(xmlNode* node, const char* name) {
  const std::string text = text_of(node, name);
  int count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

std::optional<GlabelsGrid> grid_of(xmlNode* layout) {
  const auto first = size_of(layout, "x0", "y0"), step = size_of(layout, "dx", "dy");
  const int columns = count_of(layout, "nx"), rows = count_of(layout, "ny");
  if (!first || !step || columns < 1 || rows < 1 || columns > most_cards || rows > most_cards ||
      columns * rows > most_cards)
    return std::nullopt;
  return GlabelsGrid{columns, rows, {first->width, first->height}, *step};
}

using Papers = std::map<std::string, Size>;

Papers papers_in(const fs::path& folder) {
  Papers papers;
  const fs::path file = folder / "paper-sizes.xml";
  if (!fs::exists(file)) return papers;
  const Document document = parsed(file);
  xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  for (xmlNode* node = root ? root->children : nullptr; node != nullptr; node = node->next)
    if (is_named(node, "Paper-size"))
      if (const auto size = size_of(node, "width", "height")) papers[text_of(node, "id")] = *size;
  return papers;
}

std::string name_of(xmlNode* node, const std::string& part) {
  std::string name = text_of(node, "brand") + "-" + part;
  std::ranges::replace(name, ' ', '-');
  return name;
}

std::optional<GlabelsSheet> sheet_of(xmlNode* node, const Papers& papers) {
  GlabelsSheet sheet{.name = name_of(node, text_of(node, "part")),
                     .description = text_of(node, "_description"),
                     .paper = {},
                     .card = {},
                     .grids = {}};
  if (sheet.description.empty()) sheet.description = text_of(node, "description");
  const auto known = papers.find(text_of(node, "size"));
  const auto own = size_of(node, "width", "height");
  if (known == papers.end() && !own) return std::nullopt;
  sheet.paper = known == papers.end() ? *own : known->second;
  for (xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (is_named(child, "Meta")) sheet.is_for_cards |= text_of(child, "category") == "card";
    if (!is_named(child, "Label-rectangle")) continue;
    const auto card = size_of(child, "width", "height");
    if (!card || card->width <= 0_mm || card->height <= 0_mm) return std::nullopt;
    sheet.card = *card;
    for (xmlNode* layout = child->children; layout != nullptr; layout = layout->next)
      if (is_named(layout, "Layout"))
        if (auto grid = grid_of(layout)) sheet.grids.push_back(*grid);
  }
  if (sheet.grids.empty() || sheet.paper.width <= 0_mm || sheet.paper.height <= 0_mm) return std::nullopt;
  return sheet;
}

void read_sheets(const fs::path& file, const Papers& papers, std::vector<GlabelsSheet>& sheets) {
  const Document document = parsed(file);
  xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  const std::size_t begin = sheets.size();
  for (xmlNode* node = root ? root->children : nullptr; node != nullptr; node = node->next) {
    if (!is_named(node, "Template")) continue;
    const std::string equivalent = text_of(node, "equiv");
    if (equivalent.empty()) {
      if (auto sheet = sheet_of(node, papers)) sheets.push_back(std::move(*sheet));
      continue;
    }
    // Sold under another number; in glabels-data always after the one that it is like.
    const std::string like = name_of(node, equivalent);
    const auto same = std::find_if(sheets.begin() + static_cast<std::ptrdiff_t>(begin), sheets.end(),
                                   [&](const GlabelsSheet& one) { return one.name == like; });
    if (same == sheets.end()) continue;
    GlabelsSheet copy = *same;
    copy.name = name_of(node, text_of(node, "part"));
    sheets.push_back(std::move(copy));
  }
}

}  // namespace

bool is_called(const GlabelsSheet& sheet, const std::string& name) {
  return small_letters(sheet.name) == small_letters(name);
}

std::vector<GlabelsSheet> read_glabels_catalogue(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(folder, absent))
    if (entry.path().extension() == ".xml") files.push_back(entry.path());
  std::ranges::sort(files);
  const Papers papers = papers_in(folder);
  std::vector<GlabelsSheet> sheets;
  for (const fs::path& file : files) read_sheets(file, papers, sheets);
  return sheets;
}

}  // namespace pehchan
