#pragma once
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include "print/sheet_design.h"

namespace pehchan {

/// Keys of a picture that was turned into inks. ISO 32000-1, annex E: names in XX are a writer's own, and a reader that
/// does not know them passes over them.
inline constexpr const char* original_key = "/XXPehchanOriginal";   ///< the RGB JPEG, a stream of its bytes as they are
inline constexpr const char* ink_limit_key = "/XXPehchanInkLimit";  ///< %

/// Makes the portraits of painted `pdf` CMYK where `design.profile` says so (print/portrait_inks), and keeps each as it
/// was beside it. Pictures of the template stay as they are. A portrait is turned as `pdf` is written. Call it before
/// anything is put on the pages that Cairo has not painted.
void conform_portraits(QPDF& pdf, const SheetDesign& design);

/// The JPEG that a portrait was painted as, byte for byte, whatever became of it.
QPDFObjectHandle original_of(QPDFObjectHandle picture);

/// The one object that says what the CMYK of a file's portraits is; 0: there are none in CMYK.
int portrait_space_of(QPDF& pdf);

}  // namespace pehchan
