#pragma once
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjGen.hh>
#include <set>

#include "print/black_ink.h"

namespace pehchan {

/// Makes the words of a painted PDF whole to whoever searches or copies: an unpainted layer of plain text over each
/// line of joined or reordered letters (draw/show_line), whose glyphs say nothing any more; see docs/text-in-pdf.md.
/// The pages' contents are rewritten as `pdf` is written, so what is wrong with them is a RunError (internal) then.
/// Call it before anything is put on the pages that Cairo has not painted. Their colours become what `blacks` asks in
/// the same pass; which contents that was done to is what it gives back.
std::set<QPDFObjGen> lay_text(QPDF& pdf, Blacks blacks = {});

}  // namespace pehchan
