#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace pehchan {

/// What drawing needs of an SVG to be counted: its elements, and which draw which by reference. In the order of the
/// file; a child comes after its parent.
struct SvgElement {
  std::string name, id;              ///< of the element, without a prefix; its id
  std::string label;                 ///< inkscape:label, the name in its list of objects
  std::vector<std::string> classes;  ///< it belongs to
  std::vector<std::string> refers;   ///< ids that its attributes name by url(#id) or href="#id"
  std::vector<std::size_t> children;
  std::size_t depth = 0;
  std::size_t filter_functions = 0;  ///< blur(…), drop-shadow(…) in its attributes
  std::size_t points = 0;            ///< of its path or polygon, at most
  bool marks_points = false;         ///< its markers stand on each of them, not only at the ends
  std::size_t work = 0;              ///< of a filter's step beyond the usual: octaves, cells
};

/// A rule of a style sheet that draws something by reference, for elements with this name, class (".a") or id ("#a");
/// "*" for all whose selector is anything else.
struct SvgRule {
  std::string selector;
  std::vector<std::string> refers;
  std::size_t filter_functions = 0;
  bool marks_points = false;
};

struct SvgOutline {
  std::vector<SvgElement> elements;
  std::vector<SvgRule> rules;
  std::size_t pixels = 0;  ///< of its embedded pictures
};

/// The ids in a text's url(#id)s.
std::vector<std::string> url_ids(const std::string& text);
/// How many filter functions a text has.
std::size_t filter_functions(const std::string& text);
/// Whether a text sets markers for the points within a path.
bool marks_points(const std::string& text);
/// The rules of a style sheet that matter here.
std::vector<SvgRule> rules_of(const std::string& css);

}  // namespace pehchan
