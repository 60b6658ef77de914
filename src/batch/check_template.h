#pragma once
#include <filesystem>
#include <string>

#include "draw/fonts.h"
#include "model/card_template.h"

namespace pehchan {

/// Looks at everything that can be known of a template before there is a member: what check_texts tells, artwork and
/// pictures that cannot be printed, a box too small for the QR code of this link and a card number, or for a barcode of
/// usual values. Throws one RunError (bad_config) that lists the mistakes with file, line and column and what would be
/// right. Whether a text with fields fits is a member's affair here.
void check_template(const CardTemplate& design, const std::filesystem::path& folder, const FontSet& fonts,
                    const std::string& link_base);

/// parse_template, and of what could be read whole all that check_template tells, and check_field_texts; barcodes are
/// held against the longest card number. For who asks whether cards can be made with it.
CardTemplate read_template(const std::filesystem::path& folder, const FontSet& fonts, const std::string& link_base);

}  // namespace pehchan
