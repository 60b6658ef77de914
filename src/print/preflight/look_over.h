#pragma once
#include <qpdf/QPDF.hh>
#include <set>

#include "print/preflight/preflight.h"

namespace pehchan {

/// Looks at what a file is made of, without drawing it, by the rules of docs/pdf-profiles.md for `purpose`. Reads each
/// content once; neither deep, large nor circular files take it long. `artwork`: forms whose type, overprinting and
/// photos are a designer's own business. Throws QPDFExc when the file is damaged.
Preflight look_over(QPDF& pdf, Purpose purpose, std::set<QPDFObjGen> artwork = {});

}  // namespace pehchan
