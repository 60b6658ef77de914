#include "batch/designer_words.h"

#include <fmt/format.h>

namespace pehchan {

Words designer_words(const Problem& problem, std::string_view element, const Rect& box) {
  const std::string size = fmt::format("{:.4g} × {:.4g}", box.width.value, box.height.value);
  if (problem.code == "text_too_long")
    return {fmt::format("{} {} मिमी के अपने खाने में नहीं समा रहा: खाना बड़ा करें या floor_pt छोटा करें।", element, size),
            fmt::format("{} does not fit its box of {} mm: make the box larger or floor_pt smaller.", element, size)};
  if (problem.code == "barcode_too_dense" || problem.code == "qr_too_dense")
    return {fmt::format("{} {} मिमी के अपने खाने में इतना घना है कि पढ़ा नहीं जा सकेगा: खाना बड़ा करें।", element, size),
            fmt::format("{} is too dense to be read in its box of {} mm: make the box larger.", element, size)};
  return problem.reason;
}

}  // namespace pehchan
