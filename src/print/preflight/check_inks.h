#pragma once
#include <cstddef>
#include <qpdf/QPDFObjectHandle.hh>

#include "print/preflight/faults.h"

namespace pehchan {

/// The rule ink_limit: a picture that says how much ink it has at most (print/conform_portraits) is CMYK and has no
/// more, once unpacked. `page` from 1.
void check_inks(QPDFObjectHandle picture, std::size_t page, Faults& faults);

}  // namespace pehchan
