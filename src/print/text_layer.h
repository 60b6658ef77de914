#pragma once
#include <qpdf/QPDF.hh>

namespace pehchan {

/// Makes the words of a painted PDF findable.
void lay_text(QPDF& pdf);

}  // namespace pehchan
