#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/grey_picture.h"

namespace pehchan {

/// What each QR code in a picture says, in no order; none twice.
std::vector<std::string> qr_codes_in(const GreyPicture& picture);

/// What a QR code on a page of a PDF says.
struct PageCode {
  std::size_t page = 0;  ///< from 1
  std::string text;
};

/// Each QR code of a PDF, whoever made it, page by page, read on `jobs` threads; on one page none twice. Throws
/// RunError (bad_input) naming `file` when it is damaged, encrypted, has more than 10,000 pages, or would take all
/// memory or for ever to unpack or to draw.
std::vector<PageCode> qr_codes_of_pdf(std::string_view pdf, const std::string& file, unsigned jobs);

}  // namespace pehchan
