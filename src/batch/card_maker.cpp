#include "batch/card_maker.h"

#include <cmath>
#include <utility>

#include "batch/card_hashes.h"

namespace pehchan {
namespace {

constexpr double portrait_dpi = 600;

bool shows_portrait(const CardTemplate& design) { return design.front.portrait || design.back.portrait; }

PortraitSpec spec_for(const CardTemplate& design) {
  PortraitSpec spec;
  if (const auto& portrait = design.front.portrait ? design.front.portrait : design.back.portrait) {
    spec.width = static_cast<int>(std::lround(to_px(portrait->box.width, portrait_dpi)));
    spec.height = static_cast<int>(std::lround(to_px(portrait->box.height, portrait_dpi)));
  }
  return spec;
}

}  // namespace

CardMaker::CardMaker(const Design& design, std::filesystem::path photos, std::string link_base)
    : design_(design),
      photos_(std::move(photos)),
      link_base_(std::move(link_base)),
      portraits_(spec_for(design.sheet.card)) {}

Result<PreparedCard, Withheld> CardMaker::make(const Member& member, const CardNumber& number) {
  if (!shows_portrait(design_.sheet.card)) return compose_card(design_, fonts_, link_base_, member, number, Portrait{});
  // Taken before the photo is read: should it change in between, the next run sees a change too many, not one too few.
  const std::string stamp = photo_stamp(photos_ / member[Field::photo]);
  auto portrait = portraits_.prepare(photos_, member[Field::photo]);
  const std::string source = portrait ? portrait->source_sha256 : std::string();
  auto card = compose_card(design_, fonts_, link_base_, member, number, std::move(portrait));
  if (card) card->hashes.photo = source, card->hashes.photo_stamp = stamp;
  return card;
}

}  // namespace pehchan
