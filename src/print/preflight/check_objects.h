#pragma once
#include <qpdf/QPDF.hh>

#include "print/preflight/faults.h"
#include "print/press_profile.h"

namespace pehchan {

/// Rules of single objects, wherever they are in the file: actions, annotations, attachments, outside, filters,
/// interpolate, limits. False when content is packed so that it must not be unpacked.
bool check_objects(QPDF& pdf, Faults& faults);

/// Rules of fonts: font_embedded, font_subset, font_unicode, font_form.
void check_fonts(QPDF& pdf, Purpose purpose, Faults& faults);

}  // namespace pehchan
