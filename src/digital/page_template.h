#pragma once
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pehchan {

/// What stands in the places of a page, by their names.
using PageWords = std::vector<std::pair<std::string_view, std::string>>;

/// An HTML page with {{places}} that are filled for each card.
class PageTemplate {
 public:
  /// `file` is told to people. Throws RunError (bad_config) naming file and line for a place that is none of `places`
  /// or is not closed, and for a page that is empty.
  PageTemplate(std::string text, std::string file, std::span<const std::string_view> places);

  /// Every place filled, escaped; one that `words` does not have stays empty.
  std::string filled(const PageWords& words) const;

 private:
  /// Text, and the place behind it; empty at the end.
  struct Piece {
    std::string text, place;
  };
  std::vector<Piece> pieces_;
};

}  // namespace pehchan
