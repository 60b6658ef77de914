#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "docs/fenced_blocks.h"
#include "model/card_template.h"

namespace pehchan {

/// One example of docs/templates.md: a part of a card.toml, laid over the base that is shown there once. Its marks:
///     example=NAME       its picture is docs/images/templates/NAME.png
///     side=back          else the front is shown
///     show=0,10,40,44    only this part: x, y, width, height in mm from the card's trimmed corner; else the whole card
///     who=typical,urdu   cases of the preview's stress set; with more than one the pictures are NAME-CASE.png
///     guides             with bleed, trim, safe area and boxes
///     unfit              something does not fit, and shall be marked so
///     unseen             nothing of it is seen on a card: no picture
struct Example {
  std::string name, toml;
  CardSide side = CardSide::front;
  std::optional<Rect> show;
  std::vector<std::string> who;
  bool has_guides = false, is_unfit = false, is_seen = true;

  std::string picture(const std::string& shown) const { return who.size() == 1 ? name : name + "-" + shown; }
};

/// A file that the document shows whole, as ```svg file=front.svg.
struct ExampleFile {
  std::string name, bytes;
};

/// Everything that the document's pictures are made of.
struct ExampleSet {
  std::string base;  ///< the card.toml beneath every example
  std::vector<ExampleFile> files;
  std::vector<Example> examples;
};

/// Throws std::runtime_error when a mark is wrong or there is no base.
ExampleSet read_examples(const std::string& markdown);

/// The example's card.toml: in its tables its keys replace the base's, and its lists of elements the base's lists.
std::string composed(const std::string& base, const std::string& example);

/// Writes the card.toml and all the document's files, and studio.pdf: the base's artwork as a PDF of two pages.
void write_template(const ExampleSet& set, const std::string& toml, const std::filesystem::path& folder);

}  // namespace pehchan
