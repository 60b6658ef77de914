#include "batch/card_maker.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "batch/card_hashes.h"
#include "card/card_problems.h"
#include "card/lay_out.h"
#include "model/card_number.h"
#include "qr/encode.h"

namespace pehchan {
namespace {

constexpr double portrait_dpi = 600;

PortraitSpec spec_for(const CardTemplate& design) {
  PortraitSpec spec;
  if (const auto& portrait = design.front.portrait ? design.front.portrait : design.back.portrait) {
    spec.width = static_cast<int>(std::lround(to_px(portrait->box.width, portrait_dpi)));
    spec.height = static_cast<int>(std::lround(to_px(portrait->box.height, portrait_dpi)));
  }
  return spec;
}

QrSpace space_for(const CardTemplate& design) {
  const auto& box = design.back.qr ? design.back.qr : design.front.qr;
  return {.side = box ? std::min(box->width, box->height) : 0_mm};
}

}  // namespace

CardMaker::CardMaker(const Design& design, std::filesystem::path photos, std::string link_base)
    : design_(design),
      photos_(std::move(photos)),
      link_base_(std::move(link_base)),
      portraits_(spec_for(design.sheet.card)) {}

Result<PreparedCard, Withheld> CardMaker::make(const Member& member, const CardNumber& number) {
  const CardTemplate& card = design_.sheet.card;
  Withheld withheld{member, {}};
  auto portrait = portraits_.prepare(photos_, member[Field::photo]);
  if (!portrait) withheld.problems.push_back(portrait.error());
  auto qr = encode_qr(link_base_ + number.text, space_for(card));
  if (!qr) withheld.problems.push_back(qr_too_dense());
  CardHashes hashes{row_hash(design_.fields_shown, member), portrait ? portrait->source_sha256 : "",
                    portrait ? photo_stamp(photos_ / member[Field::photo]) : "", design_.hash};
  // Laid out also without a portrait, so that the clerk hears of everything at once.
  ExpectedCard expected{member.row, number.text, qr ? qr->text : "", portrait ? portrait->luminance : LuminanceGrid{}};
  auto drawings = lay_out_card(
      card, fonts_, {member, number, portrait ? std::move(*portrait) : Portrait{}, qr ? std::move(*qr) : QrSymbol{}});
  if (!drawings) withheld.problems.insert(withheld.problems.end(), drawings.error().begin(), drawings.error().end());
  for (Problem& problem : withheld.problems) problem.row = member.row;
  if (!withheld.problems.empty()) return failure(std::move(withheld));
  return PreparedCard{std::move(*drawings), std::move(expected), member, std::move(hashes), 1};
}

}  // namespace pehchan
