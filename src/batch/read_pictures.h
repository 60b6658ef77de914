#pragma once
#include <optional>
#include <string>

#include "digital/share_picture.h"
#include "model/card_template.h"
#include "model/rgb_picture.h"
#include "print/proof.h"

namespace pehchan {

/// A digital card's pictures, as whoever is sent them sees them.
struct CardPictures {
  RgbPicture front, back;  ///< at picture_dpi
  SharePicture share;
};

/// Reads the QR code and the barcodes back from the pictures and from the one to share. What is wrong, in English and
/// without personal data, when one does not say what the card's record says.
std::optional<std::string> misread_code(const CardPictures& pictures, const CardTemplate& card,
                                        const ExpectedCard& expected);

}  // namespace pehchan
