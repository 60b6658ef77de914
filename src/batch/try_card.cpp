#include "batch/try_card.h"

#include <string_view>
#include <utility>

#include "batch/compose_card.h"
#include "batch/designer_words.h"
#include "batch/encode_barcodes.h"
#include "card/card_problems.h"
#include "card/lay_out.h"

namespace pehchan {
namespace {

struct Tried {
  const FontSet& fonts;
  const Member& member;
  const CardNumber& number;
};

/// Of a side that has nothing but one element.
std::vector<Problem> problems_of(SideTemplate alone, const Tried& tried) {
  CardTemplate design;
  design.front = std::move(alone);
  std::vector<Problem> problems;
  auto barcodes = encode_barcodes(design, tried.member, tried.number, problems);
  const auto laid_out = lay_out_card(design, tried.fonts, {tried.member, tried.number, {}, {}, std::move(barcodes)});
  return laid_out ? problems : laid_out.error();
}

/// Nobody is without a number. The element stays where it is: what is drawn before it or after it does not change.
void hide(Visibility& visibility) { visibility.unless = Condition{Field::member_no, {}}; }

Unfit unfit_of(CardSide side, const Rect& box, LineColumn where, Problem problem, std::string_view element) {
  problem.reason = designer_words(problem, element, box);
  return {side, box, where, std::move(problem)};
}

/// Hides the elements of one kind that cannot be drawn for this member.
template <class Element>
void hide_unfit(std::vector<Element> SideTemplate::*kind, SideTemplate& side, CardSide which, const Tried& tried,
                std::vector<Unfit>& unfit) {
  for (Element& element : side.*kind) {
    SideTemplate alone;
    (alone.*kind).push_back(element);
    const auto problems = problems_of(std::move(alone), tried);
    for (const Problem& problem : problems)
      unfit.push_back(unfit_of(which, element.box, element.where, problem, "\"" + element.text + "\""));
    if (!problems.empty()) hide(element.visibility);
  }
}

CardDrawings drawings_of(const CardTemplate& design, const Tried& tried, const std::optional<Portrait>& portrait,
                         const std::optional<QrSymbol>& qr, std::vector<Unfit>& unfit) {
  std::vector<Problem> told;
  auto barcodes = encode_barcodes(design, tried.member, tried.number, told);
  auto laid_out = lay_out_card(
      design, tried.fonts,
      {tried.member, tried.number, portrait.value_or(Portrait{}), qr.value_or(QrSymbol{}), std::move(barcodes)});
  if (laid_out) return std::move(*laid_out);
  for (const Problem& problem : laid_out.error()) unfit.push_back({CardSide::front, {}, {}, problem});
  return {};
}

}  // namespace

TriedCard try_card(const CardTemplate& design, const FontSet& fonts, const Member& member, const CardNumber& number,
                   const std::optional<Portrait>& portrait, const std::string& link) {
  const Tried tried{fonts, member, number};
  CardTemplate fitting = design;
  TriedCard card;
  const auto qr = qr_on(design, link);
  for (const CardSide which : {CardSide::front, CardSide::back}) {
    SideTemplate& side = which == CardSide::front ? fitting.front : fitting.back;
    hide_unfit(&SideTemplate::texts, side, which, tried, card.unfit);
    hide_unfit(&SideTemplate::barcodes, side, which, tried, card.unfit);
    if (!portrait) side.portrait.reset();
    if (qr || !side.qr) continue;
    card.unfit.push_back(unfit_of(which, side.qr->box, side.qr->where, qr_too_dense(), "QR code"));
    side.qr.reset();
  }
  card.drawings = drawings_of(fitting, tried, portrait, qr, card.unfit);
  return card;
}

}  // namespace pehchan
