#include "card/read_side.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <utility>

#include "base/file.h"
#include "base/run_error.h"
#include "base/small_letters.h"
#include "card/condition.h"
#include "card/fill_text.h"
#include "card/read_portrait.h"

namespace pehchan {
namespace {

constexpr std::uintmax_t largest_artwork = 5'000'000;
constexpr std::size_t most_of_a_kind = 200;

/// Windows and telephones write endings in capitals.
bool has_ending(std::string_view file, std::string_view ending) {
  return file.size() > ending.size() && small_letters(file.substr(file.size() - ending.size())) == ending;
}

/// The file of this name but for its capitals; empty when there is none.
std::string in_other_capitals(const std::filesystem::path& folder, const std::string& file) {
  std::error_code unread;
  for (const auto& entry : std::filesystem::directory_iterator(folder, unread))
    if (const std::string name = entry.path().filename(); name != file && small_letters(name) == small_letters(file))
      return name;
  return {};
}

class SideReader {
 public:
  SideReader(const toml::table& table, const std::string& name, const std::filesystem::path& folder,
             const CardArea& area, const Styles& styles, Mistakes& mistakes)
      : in_(table, fmt::format("[{}]", name), mistakes),
        name_(name),
        folder_(folder),
        styles_(styles),
        mistakes_(mistakes),
        boxes_(area, side_.artwork, mistakes) {}

  SideTemplate read() {
    in_.allow_only({"artwork", "artwork_page", "portrait", "qr", "text", "barcode", "picture", "rectangle", "line"});
    read_artwork();
    for (const auto& in : elements("rectangle")) side_.rectangles.push_back(read_rectangle(in));
    for (const auto& in : elements("line")) side_.lines.push_back(read_line(in));
    if (const toml::table* table = in_.table("portrait", false))
      side_.portrait = read_portrait(TableReader(*table, fmt::format("[{}.portrait]", name_), mistakes_), boxes_);
    if (const toml::table* table = in_.table("qr", false))
      side_.qr = read_qr(TableReader(*table, fmt::format("[{}.qr]", name_), mistakes_));
    for (const auto& in : elements("barcode")) side_.barcodes.push_back(read_barcode(in));
    for (const auto& in : elements("picture")) side_.pictures.push_back(read_picture(in));
    for (const auto& in : elements("text")) side_.texts.push_back(read_text(in));
    boxes_.end();
    side_.artwork.placeholders = boxes_.named();
    return std::move(side_);
  }

 private:
  std::vector<TableReader> elements(std::string_view kind) const {
    std::vector<TableReader> all;
    for (const toml::table* table : in_.tables(kind, most_of_a_kind))
      all.emplace_back(*table, fmt::format("[[{}.{}]]", name_, kind), mistakes_);
    return all;
  }

  void read_artwork() {
    if (in_.has("artwork")) side_.artwork = read_beside(in_, "artwork", {".svg", ".pdf"}, "an SVG or PDF file");
    if (!in_.has("artwork_page")) return;
    const double page = in_.number("artwork_page", 1, 10'000);
    if (page != std::floor(page)) in_.mistake("artwork_page", "\"artwork_page\" must be a whole number");
    if (!has_ending(side_.artwork.file, ".pdf")) in_.mistake("artwork_page", "only a PDF has pages: take it out");
    side_.artwork.page = static_cast<int>(page);
  }

  ArtworkFile read_beside(const TableReader& in, std::string_view key, std::initializer_list<std::string_view> endings,
                          std::string_view kinds) const {
    const std::string file = in.text(key);
    const bool is_known = std::any_of(endings.begin(), endings.end(), [&](auto end) { return has_ending(file, end); });
    ArtworkFile read{.file = file, .bytes = {}, .page = 1, .placeholders = {}, .where = in.where(key)};
    if (file.find_first_of("/\\") != std::string::npos || !is_known) {
      in.mistake(key, fmt::format("\"{}\" must be the name of {} in the template's own folder", key, kinds));
      return read;
    }
    std::error_code unseen;
    if (std::filesystem::is_symlink(folder_ / file, unseen)) {
      in.mistake(key,
                 fmt::format("{} only points to another file: put the file itself into the template's folder", file));
      return read;
    }
    try {
      read.bytes = read_file(folder_ / file, largest_artwork);
      if (read.bytes.empty()) in.mistake(key, file + " is empty");
    } catch (const RunError& error) {
      const std::string other = in_other_capitals(folder_, file);
      in.mistake(key,
                 other.empty() ? error.what() : fmt::format("{}; {} is there: capitals count", error.what(), other));
    }
    return read;
  }

  RectangleElement read_rectangle(const TableReader& in) {
    in.allow_only({"box", "anchor", "fill", "border_mm", "border_colour", "radius_mm", "when", "unless"});
    RectangleElement element;
    element.box = boxes_.read(in, "the rectangle", Sharing::anything);
    if (in.has("fill")) element.fill = in.colour("fill", {});
    element.border = {in.number("border_mm", 0, 20, 0)};
    element.border_colour = in.colour("border_colour", {});
    element.radius = {in.number("radius_mm", 0, 50, 0)};
    if (!element.fill && element.border.value <= 0)
      in.mistake("box", fmt::format("{} needs a \"fill\" or a \"border_mm\", or nothing is seen of it", in.name()));
    element.visibility = read_visibility(in);
    return element;
  }

  LineElement read_line(const TableReader& in) {
    in.allow_only({"from", "to", "width_mm", "colour", "when", "unless"});
    LineElement element;
    element.from = boxes_.read_point(in, "from");
    element.to = boxes_.read_point(in, "to");
    if (element.from == element.to && in.has("from") && in.has("to"))
      in.mistake("to", "the line is no longer than a point: \"to\" must be another point than \"from\"");
    element.width = {in.number("width_mm", 0.05, 20)};
    element.colour = in.colour("colour", {});
    element.visibility = read_visibility(in);
    return element;
  }

  /// Elements that show the same file share it.
  std::shared_ptr<const ArtworkFile> read_picture_file(const TableReader& in) {
    const std::string file = in.is_text("file") ? in.text("file") : std::string();
    if (const auto found = pictures_.find(file); found != pictures_.end()) return found->second;
    auto read = std::make_shared<const ArtworkFile>(
        read_beside(in, "file", {".svg", ".png", ".jpg", ".jpeg"}, "an SVG, PNG or JPEG file"));
    if (!read->bytes.empty()) pictures_[file] = read;
    return read;
  }

  PictureElement read_picture(const TableReader& in) {
    in.allow_only({"file", "box", "anchor", "align", "vertical", "when", "unless"});
    PictureElement element;
    element.picture = read_picture_file(in);
    element.visibility = read_visibility(in);
    element.box =
        boxes_.read(in, fmt::format("the picture \"{}\"", element.picture->file), Sharing::words, element.visibility);
    element.align = read_align(in, element.align);
    element.vertical = read_vertical(in, element.vertical);
    element.where = in.where("file");
    return element;
  }

  TextElement read_text(const TableReader& in) {
    in.allow_only({"text", "box", "anchor", "style", "align", "vertical", "colour", "when", "unless"});
    TextElement element;
    element.text = read_pattern(in);
    element.visibility = read_visibility(in);
    element.box = boxes_.read(in, fmt::format("the text \"{}\"", element.text), Sharing::words, element.visibility);
    element.style = style_of(in, styles_);
    element.where = in.where("text");
    return element;
  }

  BarcodeElement read_barcode(const TableReader& in) {
    in.allow_only({"kind", "text", "box", "anchor", "when", "unless"});
    BarcodeElement element;
    constexpr BarcodeKind kinds[] = {BarcodeKind::code128, BarcodeKind::pdf417};
    element.kind = kinds[in.choice("kind", {"code128", "pdf417"})];
    element.text = read_pattern(in);
    element.visibility = read_visibility(in);
    element.box =
        boxes_.read(in, fmt::format("the barcode \"{}\"", element.text), Sharing::nothing, element.visibility);
    element.where = in.where("text");
    return element;
  }

  QrElement read_qr(const TableReader& in) {
    in.allow_only({"box", "anchor"});
    return {boxes_.read(in, "the QR code with its quiet zone", Sharing::nothing), in.where("box")};
  }

  static std::string read_pattern(const TableReader& in) {
    const std::string text = in.text("text");
    if (const auto pieces = parse_pattern(text); !pieces)
      in.mistake("text", pieces.error());
    else if (in.is_text("text") && is_literal(*pieces) && text.find_first_not_of(' ') == std::string::npos)
      in.mistake("text", "nothing is written here: write words or a {field}, or take the element out");
    if (text.find_first_of("\n\r\t") != std::string::npos)
      in.mistake("text", "a text is one paragraph: no line breaks or tabs; write two texts");
    return text;
  }

  static Visibility read_visibility(const TableReader& in) {
    return {read_condition(in, "when"), read_condition(in, "unless")};
  }

  static std::optional<Condition> read_condition(const TableReader& in, std::string_view key) {
    if (!in.has(key)) return std::nullopt;
    auto parsed = parse_condition(in.text(key));
    if (parsed) {
      parsed->where = in.where(key);
      return std::move(*parsed);
    }
    in.mistake(key, parsed.error());
    return std::nullopt;
  }

  const TableReader in_;
  const std::string& name_;
  const std::filesystem::path& folder_;
  const Styles& styles_;
  Mistakes& mistakes_;
  SideTemplate side_;
  std::map<std::string, std::shared_ptr<const ArtworkFile>> pictures_;  ///< by name, those that could be read
  BoxReader boxes_;
};

}  // namespace

SideTemplate read_side(const TableReader& root, const std::string& name, const std::filesystem::path& folder,
                       const CardArea& area, const Styles& styles, Mistakes& mistakes) {
  const toml::table* table = root.table(name, true);
  if (table == nullptr) return {};
  return SideReader(*table, name, folder, area, styles, mistakes).read();
}

}  // namespace pehchan
