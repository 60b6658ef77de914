#include "print/portrait_window.h"

#include <cmath>

#include "model/outline.h"

namespace pehchan {

PortraitWindow::PortraitWindow(const PortraitElement& portrait) {
  const Rect& box = portrait.box;
  const Outline seen = within(outline_of(portrait.box, portrait.shape, portrait.radius), portrait.border);
  const auto shows_corner = [&](int column, int row) {
    // Corners that lie on the box's own edge must not fall outside by a rounding error.
    const double inward = 1 - 1e-9;
    const double across = (column * 2.0 / LuminanceGrid::columns - 1) * inward;
    const double down = (row * 2.0 / LuminanceGrid::rows - 1) * inward;
    return seen.contains({box.x + box.width / 2 * (1 + across), box.y + box.height / 2 * (1 + down)});
  };
  for (int row = 0; row < LuminanceGrid::rows; ++row)
    for (int column = 0; column < LuminanceGrid::columns; ++column)
      shows[static_cast<std::size_t>(row * LuminanceGrid::columns + column)] =
          shows_corner(column, row) && shows_corner(column + 1, row) && shows_corner(column, row + 1) &&
          shows_corner(column + 1, row + 1);
}

double PortraitWindow::difference(const LuminanceGrid& a, const LuminanceGrid& b) const {
  double sum = 0;
  int count = 0;
  for (std::size_t i = 0; i < shows.size(); ++i) {
    if (!shows[i]) continue;
    sum += std::abs(double(a.cells[i]) - double(b.cells[i]));
    ++count;
  }
  return count == 0 ? 255 : sum / count;
}

}  // namespace pehchan
