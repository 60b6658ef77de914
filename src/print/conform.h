#pragma once
#include <qpdf/QPDF.hh>
#include <string>

#include "print/press_profile.h"

namespace pehchan {

/// Makes `pdf`, with all that is on its pages, what its profile asks for (docs/pdf-profiles.md): colours and groups,
/// fonts, what the file says of itself. An office file stays as it is. `fingerprint` tells its content from any
/// other's, 32 hex digits or more: the file's own ID in XMP is made of it. Colours of content change as the file is
/// written.
void conform(QPDF& pdf, const PressProfile& profile, const std::string& fingerprint);

}  // namespace pehchan
