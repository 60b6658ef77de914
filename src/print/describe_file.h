#pragma once
#include <qpdf/QPDF.hh>
#include <string>

#include "print/press_profile.h"

namespace pehchan {

/// Writes what a file of this profile says of itself: the Info dictionary, the same in XMP, and its output intent.
/// Title and dates are those that Cairo was told. Same content, same `fingerprint`, same words.
void describe_file(QPDF& pdf, const PressProfile& profile, const std::string& fingerprint);

}  // namespace pehchan
