#pragma once
#include <filesystem>
#include <string>

#include "draw/fonts.h"
#include "model/card_template.h"

namespace pehchan {

/// Reads a template and looks at everything that can be known before there is a member: what parse_template and
/// check_texts tell, artwork and pictures that cannot be printed, a box too small for the QR code of this link and a
/// card number, or for a barcode of usual values. Throws one RunError (bad_config) that lists the mistakes with file,
/// line and column and what would be right (the libraries look at a template only once it can be read whole);
/// missing_input when there is no card.toml.
CardTemplate read_template(const std::filesystem::path& folder, const FontSet& fonts, const std::string& link_base);

}  // namespace pehchan
