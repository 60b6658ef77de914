#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "batch/design.h"
#include "digital/card_canvas.h"
#include "model/card_number.h"
#include "model/member.h"

namespace pehchan {

/// A template as its digital cards are drawn: what is the same on all of them, both ways.
struct DigitalDesign {
  Design design;
  SheetDesign page;  ///< a card a page, PDF/A
  CardGround front, back;

  const CardGround& ground(CardSide side) const { return side == CardSide::front ? front : back; }
  bool is_upright() const { return design.sheet.card.size.height > design.sheet.card.size.width; }
};

/// Draws the grounds by Poppler from a card without a member. Throws RunError as read_design and SheetPainter do.
DigitalDesign digital_design(Design design, const FontSet& fonts, const std::filesystem::path& scratch);

/// Changes when the same member's card comes out otherwise than before: then every card is made anew.
inline constexpr int drawing_version = 1;

/// What a digital card is made of.
struct DigitalSource {
  Member member;
  CardNumber number;
  std::string qr_text;
  std::string portrait;  ///< a JPEG as it was printed; empty where the template has none
  std::string date;      ///< told in the PDF: YYYY-MM-DD
};

/// Sizes of card.pdf, front.png, back.png and share.jpg.
using DrawnSizes = std::array<std::uintmax_t, 4>;

/// Makes digital cards. One a thread.
class DigitalMaker {
 public:
  /// `design` must outlive it.
  explicit DigitalMaker(const DigitalDesign& design);
  ~DigitalMaker();

  /// Writes the card's drawings into `folder`, once its codes have been read back from the pictures themselves; what is
  /// wrong, without personal data, when one is not the card's. The first card that it makes is proofed as a sheet is.
  Result<DrawnSizes, std::string> make(const DigitalSource& source, const std::filesystem::path& folder);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace pehchan
