#pragma once
#include <optional>
#include <string>
#include <vector>

#include "draw/artwork.h"
#include "model/card_template.h"
#include "toml/table_reader.h"

namespace pehchan {

/// The shapes of one side's SVG artwork that boxes name: box = "#portrait".
class NamedShapes {
 public:
  /// `artwork` is this side's, and must outlive this; `size` and `bleed` are the card's.
  NamedShapes(const ArtworkFile& artwork, Size size, Mm bleed, Mistakes& mistakes)
      : file_(artwork), size_(size), bleed_(bleed), mistakes_(mistakes) {}

  /// The box that the text in `in`'s "box" names; nothing when there is none, which is told.
  std::optional<Rect> box(const TableReader& in);
  /// Tells the ids that no shape has, with one that is like it and that no other box names. To be called once, last.
  void tell_unknown();
  /// Ids of those found.
  const std::vector<std::string>& found() const { return found_; }

 private:
  struct Unknown {
    std::string id;
    LineColumn where;
  };

  /// Null when there is none that can be read; told once.
  const Artwork* artwork(const TableReader& in);
  std::string no_id(const TableReader& in, const std::string& written);
  std::string advice_on(const std::string& id) const;

  const ArtworkFile& file_;
  Size size_;
  Mm bleed_;
  Mistakes& mistakes_;
  std::optional<Artwork> artwork_;
  bool is_refused_ = false;
  std::vector<std::string> found_;
  std::vector<Unknown> unknown_;
};

}  // namespace pehchan
