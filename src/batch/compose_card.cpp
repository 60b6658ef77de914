#include "batch/compose_card.h"

#include <algorithm>
#include <utility>

#include "batch/card_hashes.h"
#include "batch/encode_barcodes.h"
#include "card/card_problems.h"
#include "card/lay_out.h"
#include "symbol/encode_qr.h"

namespace pehchan {
namespace {

QrSpace space_for(const CardTemplate& design) {
  const auto& qr = design.back.qr ? design.back.qr : design.front.qr;
  return {.side = qr ? std::min(qr->box.width, qr->box.height) : 0_mm};
}

std::vector<ExpectedBarcode> barcodes_of(const CardDrawings& drawings) {
  std::vector<ExpectedBarcode> expected;
  for (const CardSide side : {CardSide::front, CardSide::back})
    for (const DrawnBarcode& drawn : drawings.side(side).barcodes)
      expected.push_back(
          {side, drawn.symbol.kind, with_quiet_zone(drawn), drawn.box.width / drawn.symbol.columns, drawn.symbol.text});
  return expected;
}

Mm qr_module_of(const CardDrawings& drawings) {
  for (const auto& qr : {drawings.front.qr, drawings.back.qr})
    if (qr) return qr->box.width / qr->symbol.modules;
  return {};
}

}  // namespace

std::optional<QrSymbol> qr_on(const CardTemplate& card, const std::string& text) {
  return encode_qr(text, space_for(card));
}

Result<PreparedCard, Withheld> compose_card(const Design& design, const FontSet& fonts, const Member& member,
                                            const CardNumber& number, const Result<CardCode, Problem>& code,
                                            Result<Portrait, std::vector<Problem>> portrait) {
  const CardTemplate& card = design.sheet.card;
  Withheld withheld{member, portrait ? std::vector<Problem>() : portrait.error()};
  auto qr = code ? qr_on(card, code->text) : std::nullopt;
  if (!code)
    withheld.problems.push_back(code.error());
  else if (!qr)
    withheld.problems.push_back(code->is_signed ? signed_qr_too_dense() : qr_too_dense());
  auto barcodes = encode_barcodes(card, member, number, withheld.problems);
  ExpectedCard expected{
      member.row, number.text, qr ? qr->text : "", portrait ? portrait->luminance : LuminanceGrid{}, {}};
  auto drawings = lay_out_card(card, fonts,
                               {member, number, portrait ? std::move(*portrait) : Portrait{},
                                qr ? std::move(*qr) : QrSymbol{}, std::move(barcodes)});
  if (!drawings) withheld.problems.insert(withheld.problems.end(), drawings.error().begin(), drawings.error().end());
  for (Problem& problem : withheld.problems) problem.row = member.row;
  if (!withheld.problems.empty()) return failure(std::move(withheld));
  expected.barcodes = barcodes_of(*drawings);
  expected.qr_module = qr_module_of(*drawings);
  CardHashes hashes{
      .row = row_hash(design.fields_shown, member), .photo = {}, .photo_stamp = {}, .card_template = design.hash};
  return PreparedCard{std::move(*drawings), std::move(expected), member, std::move(hashes), 1, false, code->expires_at};
}

}  // namespace pehchan
