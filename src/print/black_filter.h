#pragma once
#include <array>
#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

#include "print/pdf_operation.h"

namespace pehchan {

/// Which colours of a content stream become what. RGB only: inks and profiles stay as a designer gave them.
struct Blacks {
  bool is_on_black_ink = false;      ///< neutral RGB becomes grey, which is the black ink alone
  bool is_near_black_black = false;  ///< what is nearly black becomes all black, so that type is not screened
};

/// Rewrites colours of content as it passes: `r g b rg` and RG, and `sc` and `scn` of /DeviceRGB. All else stays.
class BlackFilter : public QPDFObjectHandle::TokenFilter {
 public:
  explicit BlackFilter(Blacks blacks) : blacks_(blacks) {}
  void handleToken(const QPDFTokenizer::Token& token) override;
  void handleEOF() override;

 private:
  struct State {
    bool is_fill_rgb = false, is_stroke_rgb = false;  ///< the colour space is /DeviceRGB
  };
  void take(const PdfOperation& operation);
  bool put_colour(const PdfOperation& operation);
  bool choose_space(const PdfOperation& operation);
  void put_rgb(std::array<double, 3> colour, bool is_fill);

  Blacks blacks_;
  PdfOperation next_;
  State state_;
  std::vector<State> saved_;
};

/// Whether these parts of RGB (0 to 1) are one grey, within what eight bits can tell.
bool is_neutral(double r, double g, double b);
/// Whether they are so dark and so nearly grey that a reader takes them for black.
bool is_near_black(double r, double g, double b);

}  // namespace pehchan
