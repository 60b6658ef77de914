#include "print/conform.h"

#include "print/conform_colours.h"
#include "print/conform_fonts.h"
#include "print/describe_file.h"

namespace pehchan {

void conform(QPDF& pdf, const PressProfile& profile, const std::string& fingerprint) {
  if (profile.purpose == Purpose::office) return;
  conform_colours(pdf, profile);
  conform_fonts(pdf);
  describe_file(pdf, profile, fingerprint);
}

}  // namespace pehchan
