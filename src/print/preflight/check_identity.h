#pragma once
#include <qpdf/QPDF.hh>

#include "print/preflight/faults.h"
#include "print/press_profile.h"

namespace pehchan {

/// What a file claims to be made for, by its XMP or, for a card printer, its keywords.
Purpose claimed_purpose(QPDF& pdf);

/// Rules of the file as a whole: version, identifier, metadata, dates, trapped, intent.
void check_identity(QPDF& pdf, Purpose purpose, Faults& faults);

}  // namespace pehchan
