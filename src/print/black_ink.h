#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "print/pdf_operation.h"

namespace pehchan {

/// Which colours of a content stream become what. RGB only: inks and profiles stay as a designer gave them.
struct Blacks {
  bool is_on_black_ink = false;      ///< neutral RGB becomes grey, which is the black ink alone
  bool is_near_black_black = false;  ///< what is nearly black becomes all black, so that type is not screened
  bool changes_any() const { return is_on_black_ink || is_near_black_black; }
};

/// Follows the content of a page or form, operation by operation.
class BlackInk {
 public:
  explicit BlackInk(Blacks blacks) : blacks_(blacks) {}
  /// What to write instead of an operation that sets a colour: `r g b rg` and RG, and of /DeviceRGB also cs, sc, scn
  /// and their capitals. Nothing: it stays as it is.
  std::optional<std::string> instead_of(const PdfOperation& operation);

 private:
  struct State {
    bool is_fill_rgb = false, is_stroke_rgb = false;  ///< the colour space is /DeviceRGB
  };
  std::optional<std::string> space_of(const PdfOperation& operation);
  std::optional<std::string> colour_of(const PdfOperation& operation);
  std::string rgb(std::array<double, 3> colour, bool is_fill) const;

  Blacks blacks_;
  State state_;
  std::vector<State> saved_;
};

/// Whether these parts of RGB (0 to 1) are one grey, within what eight bits can tell.
bool is_neutral(double r, double g, double b);
/// Whether they are so dark and so nearly grey that a reader takes them for black.
bool is_near_black(double r, double g, double b);
/// Whether they are so dark and so little coloured that small type is better a tint of black than of four inks.
bool is_dim_grey(double r, double g, double b);
/// How bright they look: what a grey instead of them has in all its parts.
double brightness(double r, double g, double b);

}  // namespace pehchan
