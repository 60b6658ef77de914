#pragma once
#include <string>
#include <vector>

#include "model/problem.h"

namespace pehchan {

// What can keep a member's card from being laid out, in the clerk's words; row and file are left to the caller.

Problem text_too_long(const std::string& field);
Problem text_unprintable(const std::string& field, const std::vector<std::string>& characters);
Problem qr_too_dense();
Problem signed_qr_too_dense();
Problem barcode_too_dense(const std::string& field);
Problem barcode_character(const std::string& field, const std::vector<std::string>& characters);

/// The characters for a reader: "U+0E01 (ก), U+4E2D (中)".
std::string named(const std::vector<std::string>& characters);

}  // namespace pehchan
