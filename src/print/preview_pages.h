#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "draw/fonts.h"
#include "model/card_template.h"

namespace pehchan {

/// One side of a card on a page to look at.
struct PreviewPage {
  CardSide side = CardSide::front;
  std::string caption;      ///< above the card
  std::vector<Rect> unfit;  ///< marked red: what belongs there does not fit; from the card's trimmed top left corner
};

enum class PreviewLook {
  cut,    ///< as the card will be, with its round corners
  bleed,  ///< with its bleed, to be cut by whoever makes a picture of it
  guides  ///< with its bleed, the edges of bleed, trim and safe area, every element's box, and a legend below
};

/// Where the trimmed card lies on every such page.
Rect card_on_preview(const CardTemplate& design, PreviewLook look);

/// Lays each page of `cards` (a card and its bleed, as write_card_pages makes them) onto a page of its own, with
/// caption and marks. `file` is overwritten, not atomically. Throws RunError: try_again on a full disk, internal when
/// `cards` is not sound.
void write_preview_pages(const std::filesystem::path& file, const std::filesystem::path& cards,
                         const CardTemplate& design, const FontSet& fonts, std::span<const PreviewPage> pages,
                         PreviewLook look);

}  // namespace pehchan
