// The smallest portraits that a template may have.
#include <gtest/gtest.h>

#include "print/printed_order.h"
#include "print/proof.h"

namespace pehchan {
namespace {

/// Of an order whose portraits have this box, shape and border.
std::vector<ProofFault> faults_with(const Rect& box, PortraitShape shape, Mm border) {
  const PrintedOrder order("member", [&](CardTemplate& card) {
    PortraitElement& portrait = *card.front.portrait;
    portrait.box = box, portrait.shape = shape, portrait.border = border;
  });
  return proof_sheets(order.print(order.drawings, "least"), order.design, order.expected, PrintedOrder::slugs(2), 2);
}

TEST(LeastPortrait, PassesItsProof) {
  for (const ProofFault& fault : faults_with({3.35_mm, 16.07_mm, 10_mm, 12.8_mm}, PortraitShape::rectangle, {}))
    ADD_FAILURE() << fault.sheet << ' ' << fault.slot << ' ' << fault.reason;
}

TEST(LeastPortrait, PassesItsProofInACircleWithTheWidestBorder) {
  for (const ProofFault& fault : faults_with({3.5_mm, 17.1_mm, 10_mm, 10_mm}, PortraitShape::circle, 2.5_mm))
    ADD_FAILURE() << fault.sheet << ' ' << fault.slot << ' ' << fault.reason;
}

}  // namespace
}  // namespace pehchan
