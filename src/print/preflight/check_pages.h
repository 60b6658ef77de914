#pragma once
#include <qpdf/QPDF.hh>
#include <vector>

#include "base/geometry.h"
#include "print/preflight/content_survey.h"
#include "print/preflight/faults.h"
#include "print/press_profile.h"

namespace pehchan {

/// Rules of each page's boxes and blending. `number` from 1; `is_turned`: its own /Rotate or its parents' turns it.
void check_page(QPDFObjectHandle page, bool is_turned, std::size_t number, Purpose purpose, Faults& faults);

/// Rules of what content does: operators, limits, device_colour, blending, black_ink, text_inks, overprint, transfer,
/// hidden_text.
void check_content(const ContentSurvey& survey, Purpose purpose, Faults& faults);

}  // namespace pehchan
