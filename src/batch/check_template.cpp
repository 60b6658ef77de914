#include "batch/check_template.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/run_error.h"
#include "batch/qr_room.h"
#include "card/check_texts.h"
#include "card/fill_text.h"
#include "card/parse_template.h"
#include "card/place_barcode.h"
#include "card/usual_member.h"
#include "draw/inspect_picture.h"
#include "print/inspect_artwork.h"
#include "symbol/encode_barcode.h"

namespace pehchan {
namespace {

template <typename Look>
void tell_refusal(LineColumn where, Mistakes& mistakes, const Look& look) {
  try {
    look();
  } catch (const RunError& error) {
    mistakes.add(where, fmt::format("{}. {}", error.what(), error.advice));
  }
}

void check_files(const CardTemplate& design, const SideTemplate& side, Mistakes& mistakes) {
  if (!side.artwork.bytes.empty())
    tell_refusal(side.artwork.where, mistakes, [&] { inspect_artwork(side.artwork, design.size, design.bleed); });
}

/// Nothing for one that was refused.
using LookedOver = std::map<const ArtworkFile*, std::optional<std::size_t>>;

/// How many pixels more are needed to show it; a file is looked over and told once, however many elements show it.
std::size_t check_picture(const PictureElement& element, LookedOver& looked_over, Mistakes& mistakes) {
  const ArtworkFile& picture = *element.picture;
  const auto [known, is_new] = looked_over.try_emplace(&picture);
  if (is_new) tell_refusal(element.where, mistakes, [&] { known->second = inspect_picture(picture); });
  if (!known->second) return 0;
  const auto ppi = picture_ppi(picture, {element.box.width, element.box.height});
  if (ppi && *ppi < least_picture_ppi)
    mistakes.add(element.where, fmt::format("{} has only {:.0f} pixels to the inch at this size: {:g} at least",
                                            picture.file, *ppi, least_picture_ppi));
  const bool is_svg = !ppi;
  return is_new || is_svg ? *known->second : 0;
}

/// What is beyond the limit is not unpacked.
void check_pictures(const CardTemplate& design, Mistakes& mistakes) {
  LookedOver looked_over;
  std::size_t pixels = 0;
  for (const SideTemplate* side : {&design.front, &design.back})
    for (const PictureElement& element : side->pictures) {
      pixels += check_picture(element, looked_over, mistakes);
      if (pixels <= most_pixels_together) continue;
      return mistakes.add(
          element.where, fmt::format("with {} all pictures have more than {} megapixels together: save them at 600 dpi "
                                     "of their size in print",
                                     element.picture->file, most_pixels_together / 1'000'000));
    }
}

void check_qr(const SideTemplate& side, const std::string& text, Mistakes& mistakes) {
  if (!side.qr) return;
  const Mm given = std::min(side.qr->box.width, side.qr->box.height);
  if (has_qr_room(text, given)) return;
  mistakes.add(side.qr->where,
               fmt::format("the QR code of a link such as {} is too dense for this box: it needs {:g} mm, quiet zone "
                           "included, for modules of 4 dots of a 300 dpi printer; or choose a shorter --link-base",
                           text, qr_room_for(text, given).value));
}

void check_barcode(const BarcodeElement& element, const CardNumber& number, Mistakes& mistakes) {
  const std::string text = fill(pieces_of(element.text), usual_member_for(element.visibility), number);
  const auto symbol = encode_barcode(element.kind, text);
  if (symbol && place_barcode(element.box, *symbol)) return;
  if (!symbol && symbol.error() == BarcodeFault::foreign_character)
    mistakes.add(element.where,
                 fmt::format("Code 128 cannot say \"{}\", only English letters, digits and signs: choose "
                             "another field or kind = \"pdf417\"",
                             text));
  else if (!symbol)
    mistakes.add(element.where, fmt::format("a barcode cannot say as much as \"{}\": choose a shorter text", text));
  else
    mistakes.add(element.where,
                 fmt::format("the barcode \"{}\" ({}) is too dense for its box of {:g} × {:g} mm: make it larger", text,
                             element.text, element.box.width.value, element.box.height.value));
}

Mistakes mistakes_in(const CardTemplate& design, const FontSet& fonts, const std::string& link_base,
                     const CardNumber& number) {
  Mistakes mistakes;
  check_texts(design, fonts, mistakes);
  check_pictures(design, mistakes);
  for (const SideTemplate* side : {&design.front, &design.back}) {
    check_files(design, *side, mistakes);
    check_qr(*side, link_base + usual_number().text, mistakes);
    for (const BarcodeElement& element : side->barcodes) check_barcode(element, number, mistakes);
  }
  return mistakes;
}

}  // namespace

void check_template(const CardTemplate& design, const std::filesystem::path& folder, const FontSet& fonts,
                    const std::string& link_base) {
  refuse(mistakes_in(design, fonts, link_base, usual_number()), folder);
}

CardTemplate read_template(const std::filesystem::path& folder, const FontSet& fonts, const std::string& link_base) {
  CardTemplate design = parse_template(folder);
  Mistakes mistakes = mistakes_in(design, fonts, link_base, long_number());
  check_field_texts(design, fonts, mistakes);
  refuse(mistakes, folder);
  return design;
}

}  // namespace pehchan
