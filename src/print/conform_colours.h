#pragma once
#include <qpdf/QPDF.hh>

#include "print/press_profile.h"

namespace pehchan {

/// Makes colours what the profile asks for:
/// press: neutral RGB of all content on the black ink alone, what is nearly black all black; other RGB told to be sRGB
/// (/DefaultRGB); pages and groups blended in CMYK, else black would be mixed of four inks again;
/// card printer: what is nearly black is 0 0 0, which its driver puts on the black panel;
/// archive: groups blended in RGB, inks of a designer's artwork told by a profile (/DefaultCMYK).
void conform_colours(QPDF& pdf, const PressProfile& profile);

}  // namespace pehchan
