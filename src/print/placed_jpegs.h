#pragma once
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <vector>

#include "base/geometry.h"

namespace pehchan {

/// A JPEG drawn on a page, and where.
struct PlacedJpeg {
  QPDFObjectHandle stream;
  Rect place;  ///< from the page's top left corner, before clipping
};

/// The page's JPEGs in the order they are drawn, also those inside forms; one drawn twice comes twice. All is seen
/// through `seen`, in points. Throws QPDFExc when the page's content cannot be followed.
std::vector<PlacedJpeg> placed_jpegs(QPDFPageObjectHelper page, const QPDFMatrix& seen = {});

}  // namespace pehchan
