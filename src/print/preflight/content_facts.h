#pragma once
#include <cstddef>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string>
#include <vector>

namespace pehchan {

/// Something named that content draws, where the unit square or the form's own space comes to lie.
struct Drawn {
  std::string name;
  QPDFMatrix matrix;
  bool is_on_black_ink = true;  ///< what a mask is filled with
  double dash_period = 0;       ///< what a form draws lines with until it says otherwise; 0: no dashes
};

/// What one content stream does by itself, apart from the forms it draws; lengths in its own space.
struct ContentFacts {
  std::size_t operators = 0;
  std::size_t deepest_state = 0;  ///< most q without their Q
  bool is_damaged = false;        ///< an unknown operator, or Q without q
  bool has_inline_picture = false;
  bool uses_rgb = false, uses_cmyk = false, uses_grey = false;  ///< device colours of its operators
  bool has_rgb_black = false;                                   ///< neutral or nearly black RGB
  bool has_unpure_black = false;                                ///< nearly black RGB that is not 0 0 0
  double smallest_text = 0;                                     ///< of what is painted; 0: none
  double smallest_of_many_inks = 0;                             ///< of that what is on three inks or more
  bool has_mixed_black_text = false;                            ///< of several inks, in whatever colour space
  bool has_hidden_text = false;  ///< that is not painted, and not in the font of our layer of text
  double dashes = 0;             ///< what they cost, in operators
  double undashed_length = 0;    ///< of lines that have the dashes, if any, of what draws this
  std::set<std::string> fonts, spaces, states, patterns, shadings;
  std::vector<Drawn> drawn;  ///< XObjects
};

/// Reads the bytes of one content stream. `resources` tell what its names mean; may be null.
ContentFacts facts_of_content(const std::string& content, QPDFObjectHandle resources);

}  // namespace pehchan
