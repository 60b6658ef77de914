#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "print/proof.h"
#include "print/proof_copy.h"
#include "print/read_back.h"

namespace pehchan {

/// One side of a sheet on a page of a finished file, and what its slots must hold.
struct ProofedPage {
  const SheetDesign& design;
  CardSide side;
  std::span<const ExpectedCard> cards;  ///< of its sheet
  const ExpectedSheet& expected;        ///< its sheet, with the slots of these cards
  std::size_t sheet;                    ///< from 1
  std::size_t page;                     ///< in the file, from 0
  double dpi;
  const CodeCheck& check;  ///< may be none
};

/// The least resolution at which all codes of a side can be read, and where they and the portrait are.
ProofView proof_view(CardSide side, const SheetDesign& design, std::span<const ExpectedCard> cards);

/// Adds what is wrong with it: see proof_sheets.
void proof_page(const PdfReader& reader, const ProofedPage& page, std::vector<ProofFault>& faults);

}  // namespace pehchan
