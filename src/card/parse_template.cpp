#include "card/parse_template.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <vector>

#include "base/file.h"
#include "base/nearest.h"
#include "base/run_error.h"
#include "card/fill_text.h"
#include "card/read_photo_limits.h"
#include "card/template_reader.h"
#include "model/field.h"

namespace pehchan {
namespace {

constexpr std::int64_t schema_version = 1;
constexpr std::uintmax_t largest_toml = 256 * 1024, largest_artwork = 5'000'000;
constexpr std::size_t most_texts = 200;

using Styles = std::map<std::string, TextStyle, std::less<>>;

/// A box and where it is written, for telling what lies upon what.
struct Placed {
  std::string what;
  Rect box;
  toml::source_region where;
  bool is_text = false;
};

TextStyle read_style(const TableReader& in) {
  in.allow_only({"family", "bold", "size_pt", "floor_pt", "line_height", "lines", "align", "vertical", "colour"});
  TextStyle style;
  style.font.family = in.text("family", "Noto Sans");
  style.font.bold = in.flag("bold", false);
  style.font.size_pt = in.number("size_pt", 3, 200);
  style.floor_pt = in.number("floor_pt", 3, 200, style.font.size_pt);
  if (style.floor_pt > style.font.size_pt) in.mistake("floor_pt", "\"floor_pt\" must not be larger than \"size_pt\"");
  style.line_height = in.number("line_height", 0.8, 3, style.line_height);
  const double lines = in.number("lines", 1, 10, 1);
  if (lines != std::floor(lines)) in.mistake("lines", "\"lines\" must be a whole number");
  style.lines = static_cast<int>(lines);
  constexpr Align aligns[] = {Align::left, Align::centre, Align::right};
  style.align = aligns[in.choice("align", {"left", "centre", "right"})];
  constexpr VerticalAlign verticals[] = {VerticalAlign::middle, VerticalAlign::top, VerticalAlign::bottom};
  style.vertical = verticals[in.choice("vertical", {"middle", "top", "bottom"})];
  style.colour = in.colour("colour", {});
  return style;
}

class TemplateParser {
 public:
  TemplateParser(const toml::table& root, std::filesystem::path folder, Mistakes& mistakes)
      : root_(root), folder_(std::move(folder)), mistakes_(mistakes) {}

  CardTemplate parse() {
    const TableReader in(root_, "card.toml", mistakes_);
    in.allow_only({"schema", "size_mm", "bleed_mm", "safe_margin_mm", "styles", "photo_limits", "front", "back"});
    CardTemplate design;
    design.name = folder_.filename().empty() ? folder_.parent_path().filename() : folder_.filename();
    if (in.number("schema", 1, 1000) != schema_version)
      in.mistake("schema", fmt::format("this program reads schema {}", schema_version));
    design.size = in.size("size_mm");
    design.bleed = {in.number("bleed_mm", 0, 20)};
    design.safe_margin = {in.number("safe_margin_mm", 0, 20)};
    safe_ = grown(Rect{{}, {}, design.size.width, design.size.height}, -design.safe_margin);
    read_styles(in);
    read_photo_limits(in, design.photo_limits, mistakes_);
    design.front = read_side(in, "front");
    design.back = read_side(in, "back");
    if (!design.front.qr && !design.back.qr)
      mistakes_.add(root_.source(), "there is no QR code: add [back.qr] with a box");
    return design;
  }

 private:
  void read_styles(const TableReader& in) {
    const toml::table* all = in.table("styles", true);
    if (all == nullptr) return;
    for (const auto& [key, node] : *all) {
      const std::string name(key.str());
      if (const toml::table* table = node.as_table()) {
        styles_[name] = read_style(TableReader(*table, fmt::format("[styles.{}]", name), mistakes_));
      } else {
        mistakes_.add(key.source(), fmt::format("[styles.{}] must be a table", name));
      }
    }
  }

  SideTemplate read_side(const TableReader& root, const std::string& name) {
    SideTemplate side;
    const toml::table* table = root.table(name, true);
    if (table == nullptr) return side;
    const TableReader in(*table, fmt::format("[{}]", name), mistakes_);
    in.allow_only({"artwork", "text", "portrait", "qr"});
    placed_.clear();
    side.artwork = read_artwork(in);
    if (const toml::table* portrait = in.table("portrait", false)) {
      const TableReader of(*portrait, fmt::format("[{}.portrait]", name), mistakes_);
      of.allow_only({"box", "radius", "head"});
      // ISO/IEC 19794-5 allows 0.60 to 0.90; what a single head differs from the mean must fit in, too.
      side.portrait = PortraitElement{};
      side.portrait->box = read_box(of, "the portrait", false);
      side.portrait->radius = {of.number("radius", 0, 50, 0)};
      side.portrait->head = of.number("head", 0.60, 0.80, PortraitElement().head);
    }
    if (const toml::table* qr = in.table("qr", false)) {
      const TableReader of(*qr, fmt::format("[{}.qr]", name), mistakes_);
      of.allow_only({"box"});
      side.qr = QrElement{read_box(of, "the QR code with its quiet zone", false), {}};
    }
    read_texts(*table, in, name, side);
    demand_clear_pictures();
    return side;
  }

  ArtworkFile read_artwork(const TableReader& in) {
    const std::string file = in.text("artwork");
    if (file.empty()) return {};
    const bool is_plain = file.find_first_of("/\\") == std::string::npos && file.ends_with(".svg");
    if (!is_plain) {
      in.mistake("artwork", "\"artwork\" must be the name of an SVG file in the template's own folder");
      return {};
    }
    try {
      return {file, read_file(folder_ / file, largest_artwork), 1, {}};
    } catch (const RunError& error) {
      in.mistake("artwork", error.what());
      return {};
    }
  }

  void read_texts(const toml::table& table, const TableReader& in, const std::string& name, SideTemplate& side) {
    const toml::node* node = table.get("text");
    if (node == nullptr) return;
    const toml::array* texts = node->as_array();
    if (texts == nullptr || !texts->is_array_of_tables() || texts->size() > most_texts)
      return in.mistake("text", fmt::format("write each text as [[{}.text]], {} at most", name, most_texts));
    for (const toml::node& text : *texts)
      side.texts.push_back(read_text(TableReader(*text.as_table(), fmt::format("[[{}.text]]", name), mistakes_)));
  }

  TextElement read_text(const TableReader& in) {
    in.allow_only({"text", "box", "style", "when", "unless"});
    TextElement element;
    element.text = in.text("text");
    if (const auto pieces = parse_pattern(element.text); !pieces) in.mistake("text", pieces.error());
    if (element.text.find_first_of("\n\r\t") != std::string::npos)
      in.mistake("text", "a text is one paragraph: no line breaks or tabs; write two texts");
    element.box = read_box(in, fmt::format("the text \"{}\"", element.text), true);
    element.style = style_named(in);
    element.visibility.when = condition(in, "when");
    element.visibility.unless = condition(in, "unless");
    return element;
  }

  TextStyle style_named(const TableReader& in) {
    const std::string name = in.text("style");
    if (const auto found = styles_.find(name); found != styles_.end()) return found->second;
    if (name.empty()) return {};
    std::vector<std::string_view> names;
    for (const auto& [known, style] : styles_) names.push_back(known);
    const std::string near = nearest(name, names);
    in.mistake("style", near.empty() ? fmt::format("there is no style \"{0}\": add [styles.{0}]", name)
                                     : fmt::format("there is no style \"{}\"; is it \"{}\"?", name, near));
    return {};
  }

  static std::string condition(const TableReader& in, std::string_view key) {
    const std::string field = in.text(key, "");
    if (field.empty() || field_named(field)) return field;
    const std::string near = nearest(field, field_names);
    in.mistake(key, fmt::format("there is no field \"{}\"; {}", field,
                                near.empty() ? "use a column of the roll" : fmt::format("is it \"{}\"?", near)));
    return {};
  }

  Rect read_box(const TableReader& in, const std::string& what, bool is_text) {
    const Rect box = in.box("box");
    if (box.width.value <= 0 || box.height.value <= 0) return box;
    if (!contains(safe_, box)) {
      in.mistake("box", fmt::format("{} leaves the safe area, which is x {:g} to {:g}, y {:g} to {:g}", what,
                                    safe_.x.value, safe_.right().value, safe_.y.value, safe_.bottom().value));
    }
    placed_.push_back({what, box, in.where("box"), is_text});
    return box;
  }

  /// Texts may share room, for one of them may not apply; the portrait and the QR code share with nobody.
  void demand_clear_pictures() {
    for (std::size_t i = 0; i < placed_.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if ((placed_[i].is_text && placed_[j].is_text) || !overlap(placed_[i].box, placed_[j].box)) continue;
        mistakes_.add(placed_[i].where, fmt::format("{} overlaps {}: move one", placed_[i].what, placed_[j].what));
      }
    }
  }

  const toml::table& root_;
  std::filesystem::path folder_;
  Mistakes& mistakes_;
  Styles styles_;
  Rect safe_;
  std::vector<Placed> placed_;
};

[[noreturn]] void refuse(const Mistakes& mistakes, const std::filesystem::path& file) {
  throw RunError(ExitCode::bad_config, mistakes.told(file.string()), "Correct card.toml and run again.");
}

}  // namespace

CardTemplate parse_template(const std::filesystem::path& folder) {
  const auto file = folder / "card.toml";
  const std::string bytes = read_file(file, largest_toml);
  Mistakes mistakes;
  try {
    const toml::table root = toml::parse(bytes, file.string());
    CardTemplate design = TemplateParser(root, folder, mistakes).parse();
    if (!mistakes.empty()) refuse(mistakes, file);
    return design;
  } catch (const toml::parse_error& error) {
    mistakes.add(error.source(), std::string(error.description()));
    refuse(mistakes, file);
  }
}

}  // namespace pehchan
