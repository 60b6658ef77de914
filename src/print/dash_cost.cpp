#include "print/dash_cost.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>

namespace pehchan {
namespace {

bool is_one_of(const std::string& name, std::string_view names) {
  return names.find(" " + name + " ") != std::string_view::npos;
}

}  // namespace

double DashCost::period_of(std::span<const double> lengths) {
  return std::accumulate(lengths.begin(), lengths.end(), 0.0,
                         [](double all, double one) { return all + std::abs(one); });
}

void DashCost::line_to(double x, double y) {
  length_ += std::hypot(x - x_, y - y_);
  x_ = x, y_ = y;
}

void DashCost::follow(const std::string& name, std::span<const double> numbers) {
  const std::size_t count = numbers.size();
  if (name == "d" && count > 0) period = period_of(numbers.first(count - 1)), is_set = true;
  if (name == "m" && count == 2) x_ = start_x_ = numbers[0], y_ = start_y_ = numbers[1];
  if (is_one_of(name, " l c v y ") && count % 2 == 0)
    for (std::size_t i = 0; i < count; i += 2) line_to(numbers[i], numbers[i + 1]);
  if (name == "re" && count == 4) length_ += 2 * (std::abs(numbers[2]) + std::abs(numbers[3]));
  if (is_one_of(name, " h s b b* ")) line_to(start_x_, start_y_);
  if (is_one_of(name, " S s B B* b b* ")) stroke();
  if (is_one_of(name, " S s B B* b b* f F f* n ")) length_ = 0;
}

void DashCost::stroke() {
  if (!is_set) inherited_length += length_;
  if (period > 0) cost += of_a_dash * length_ / period;
}

}  // namespace pehchan
