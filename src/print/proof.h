#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "model/barcode_symbol.h"
#include "model/card_template.h"
#include "model/portrait.h"
#include "print/sheet_design.h"
#include "print/sheet_label.h"

namespace pehchan {

/// A barcode as its card was laid out.
struct ExpectedBarcode {
  CardSide side = CardSide::front;
  BarcodeKind kind = BarcodeKind::code128;
  Rect box;   ///< on the card, with its quiet zone
  Mm module;  ///< its width
  std::string text;
};

/// What a slot must turn out to hold: the record, apart from how it was drawn.
struct ExpectedCard {
  std::size_t row = 0;  ///< of the roll, to name the member by
  std::string card_number;
  std::string qr_text;
  LuminanceGrid portrait;
  std::vector<ExpectedBarcode> barcodes;
  Mm qr_module = {};  ///< of its QR code, the width of one; not known: as of a link, 0.34 mm or more
};

/// What a sheet of a file must turn out to be.
struct ExpectedSheet {
  FilledSlots slots;  ///< of its cards, as they follow one another in the record
  SheetLabel label;
};

struct ProofFault {
  std::size_t sheet = 0;  ///< in the file, from 1
  CardSide side = CardSide::front;
  std::size_t slot = 0;  ///< from 1; 0: the page as a whole
  std::size_t row = 0;   ///< of the member that should be there; 0: nobody's
  std::string reason;    ///< in English, without personal data
};

/// What is wrong with a QR code of a card as it was read from the file, though it says what the record says: a reason
/// as a ProofFault has it; empty: nothing. Called by several threads at once.
using CodeCheck = std::function<std::string(const std::string& qr_text, const ExpectedCard& card)>;

/// First, of a file for more than an office printer, all rules that `pehchan proof` knows without drawing it
/// (preflight/look_over.h); with a fault there it is looked at no further. Then
/// reads a finished PDF back as a stranger would, pages in parallel on `jobs` threads: page count and boxes, fonts
/// embedded, each QR code and barcode decoded at its slot and compared with the record, each front's card number (as
/// text inside its slot) the one of the same slot's back, each portrait window compared with the record's luminance
/// grid as far as shape and border show it, unused slots empty but for their slips' lines, each page's slug line and
/// barcode (where the format has them) those of its sheet and side. `cards` are in the order of the sheets and their
/// slots. Of every page: its artwork is the very same object that lies beneath the others of its side, drawn first,
/// once, at its cards only (see laid_artwork.h; a file in which it is not is looked at no further); codes and portraits
/// are seen with what that object shows beneath them (see proof_copy.h), and nothing lies on it beside the elements of
/// the card. `check` is asked about every QR code. Where the design has a printer, each page is moved exactly as that
/// needs it, and read as it was before. Empty result: all is right. Throws RunError when the file cannot be read.
std::vector<ProofFault> proof_sheets(const std::filesystem::path& pdf, const SheetDesign& design,
                                     std::span<const ExpectedCard> cards, std::span<const ExpectedSheet> sheets,
                                     unsigned jobs, const CodeCheck& check = {});

/// The same of sheets whose slots are filled one after the other; `slugs` are one a sheet.
std::vector<ProofFault> proof_sheets(const std::filesystem::path& pdf, const SheetDesign& design,
                                     std::span<const ExpectedCard> cards, std::span<const std::string> slugs,
                                     unsigned jobs, const CodeCheck& check = {});

}  // namespace pehchan
