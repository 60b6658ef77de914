#include "card/named_shapes.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "base/run_error.h"

namespace pehchan {
namespace {

bool has_shapes(const ArtworkFile& artwork) { return !artwork.bytes.empty() && !artwork.bytes.starts_with("%PDF-"); }

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// Numbers and what stands between them.
bool is_list_of_numbers(const std::string& text) {
  return text.find_first_of("0123456789") != std::string::npos &&
         text.find_first_not_of("0123456789.,-+[] ") == std::string::npos;
}

std::string without_brackets(const std::string& list) {
  const auto from = list.find_first_not_of("[ "), to = list.find_last_not_of("] ");
  return list.substr(from, to - from + 1);
}

}  // namespace

const Artwork* NamedShapes::artwork(const TableReader& in) {
  if (artwork_) return &*artwork_;
  if (is_refused_) return nullptr;
  is_refused_ = true;
  if (!file_.file.empty() && file_.bytes.empty()) return nullptr;  // told where it was to be read
  if (!has_shapes(file_)) {
    in.mistake("box",
               "a box is the id of a shape only where this side's artwork is an SVG: write [x, y, width, height]");
    return nullptr;
  }
  try {
    artwork_.emplace(file_, size_, bleed_);
    return &*artwork_;
  } catch (const RunError& error) {
    mistakes_.add(file_.where, fmt::format("{}. {}", error.what(), error.advice));
    return nullptr;
  }
}

std::string NamedShapes::no_id(const TableReader& in, const std::string& written) {
  if (is_list_of_numbers(written))
    return fmt::format("\"box\" must be a list: write [{}] without quotes", without_brackets(written));
  const Artwork* drawn = has_shapes(file_) ? artwork(in) : nullptr;
  const bool is_shape = drawn != nullptr && has(drawn->ids(), written);
  return fmt::format("\"box\" must be [x, y, width, height] in mm, or \"#\" and the id of a shape in the artwork{}",
                     is_shape ? fmt::format("; is it \"#{}\"?", written) : "");
}

std::optional<Rect> NamedShapes::box(const TableReader& in) {
  const std::string written = in.text("box");
  if (!written.starts_with('#') || written.size() == 1) {
    in.mistake("box", no_id(in, written));
    return std::nullopt;
  }
  const Artwork* drawn = artwork(in);
  if (drawn == nullptr) return std::nullopt;
  const std::string id = written.substr(1);
  const auto count = std::count(drawn->ids().begin(), drawn->ids().end(), id);
  if (count == 0) {
    unknown_.push_back({id, in.where("box")});
    return std::nullopt;
  }
  if (count > 1) {
    in.mistake("box",
               fmt::format("{} has {} shapes with the id \"{}\": give each an id of its own", file_.file, count, id));
    return std::nullopt;
  }
  const auto box = drawn->box_of(id);
  if (!box) {
    in.mistake("box", fmt::format("the shape \"{}\" of {} is hidden, or has no size: make it and its layer visible, "
                                  "or give it a width and a height",
                                  id, file_.file));
    return std::nullopt;
  }
  found_.push_back(id);
  if (in.has("anchor")) in.mistake("anchor", "\"anchor\" goes with four numbers; the shape says where the box is");
  return box;
}

std::string NamedShapes::advice_on(const std::string& id) const {
  if (has(artwork_->labels(), id))
    return fmt::format(", but one with the label \"{}\": write that into ID, too (in Inkscape: Object Properties)", id);
  std::vector<std::string_view> free;
  for (const std::string& known : artwork_->ids())
    if (!has(found_, known)) free.push_back(known);
  const std::string near = nearest(id, free);
  return near.empty() ? ": set it in Inkscape under Object Properties" : fmt::format("; is it \"{}\"?", near);
}

void NamedShapes::tell_unknown() {
  for (const auto& [id, where] : unknown_)
    mistakes_.add(where, fmt::format("{} has no shape with the id \"{}\"{}", file_.file, id, advice_on(id)));
}

}  // namespace pehchan
