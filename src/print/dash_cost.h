#pragma once
#include <span>
#include <string>

#include <qpdf/QPDFObjectHandle.hh>

namespace pehchan {

/// Follows what content draws as dashed lines: a few bytes can ask for millions of dashes, and a reader makes each a
/// path of its own.
class DashCost {
 public:
  /// What a dash costs a reader, in operators.
  static constexpr double of_a_dash = 100;

  /// An operator with its numbers, those of a dash's array included. q, Q and graphics states are the caller's.
  void follow(const std::string& name, std::span<const double> numbers);
  /// The array of `d` or of a graphics state.
  static double period_of(std::span<const double> lengths);

  double period = 0;            ///< of the dashes; 0: whole lines
  bool is_set = false;          ///< here; else it is as in what draws this
  double cost = 0;              ///< so far, in operators
  double inherited_length = 0;  ///< of lines drawn with whatever dashes they are drawn with from outside

 private:
  void stroke();
  void line_to(double x, double y);

  double x_ = 0, y_ = 0, start_x_ = 0, start_y_ = 0, length_ = 0;
};

}  // namespace pehchan
