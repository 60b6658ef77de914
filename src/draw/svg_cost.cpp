#include "draw/svg_cost.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

namespace pehchan {
namespace {

constexpr double most_elements = 150'000;
constexpr double most_marks = 10'000;
constexpr double most_effects = 50;
constexpr double most_milliseconds = 4000;
constexpr std::size_t deepest = 200;
constexpr std::size_t longest_chain = 300;

/// Drawn when something refers to them, not where they stand.
constexpr std::array only_by_reference = {"defs",   "symbol",   "pattern",        "mask",          "filter",
                                          "marker", "clipPath", "linearGradient", "radialGradient"};

struct Cost {
  double elements = 0, points = 0, marks = 0, effects = 0, milliseconds = 0;
  Cost& operator+=(const Cost& other) {
    elements += other.elements, points += other.points, marks += other.marks;
    effects += other.effects, milliseconds += other.milliseconds;
    return *this;
  }
};
Cost operator*(Cost cost, double times) {
  return {cost.elements * times, cost.points * times, cost.marks * times, cost.effects * times,
          cost.milliseconds * times};
}

double step_milliseconds(const SvgElement& element) {
  if (!element.name.starts_with("fe")) return 0;
  if (element.name == "feDisplacementMap") return 500;
  if (element.name == "feTurbulence") return 60.0 * static_cast<double>(element.work);
  if (element.name == "feConvolveMatrix") return 6.0 * static_cast<double>(element.work);
  if (element.name == "feGaussianBlur" || element.name == "feDropShadow") return 30;
  if (element.name == "feSpecularLighting" || element.name == "feDiffuseLighting") return 50;
  return 12;
}

class Counting {
 public:
  explicit Counting(const SvgOutline& svg) : svg_(svg), costs_(svg.elements.size()), states_(svg.elements.size()) {
    for (std::size_t i = 0; i < svg.elements.size(); ++i)
      if (!svg.elements[i].id.empty()) by_id_.emplace(svg.elements[i].id, i);
    for (const SvgRule& rule : svg.rules) rules_[rule.selector].push_back(&rule);
  }

  std::string trouble() {
    for (const SvgElement& element : svg_.elements)
      if (element.depth > deepest) return "its elements lie too deep within each other";
    const Cost all = svg_.elements.empty() ? Cost{} : cost_of(0, 0);
    if (is_endless_) return "its references form a circle or too long a chain";
    if (all.elements > most_elements || double(svg_.elements.size()) > most_elements)
      return fmt::format("it draws more than {} elements", most_elements);
    if (all.marks > most_marks) return fmt::format("it draws markers more than {} times", most_marks);
    if (all.effects > most_effects) return fmt::format("it has more than {} filters and masks at work", most_effects);
    if (all.milliseconds > most_milliseconds) return "its filters take too long";
    return {};
  }

 private:
  enum class State : char { unknown, open, known };

  Cost cost_of(std::size_t index, std::size_t chain) {
    if (states_[index] == State::known) return costs_[index];
    if (states_[index] == State::open || chain > longest_chain) {
      is_endless_ = true;
      return {};
    }
    states_[index] = State::open;
    const SvgElement& element = svg_.elements[index];
    Cost cost{.elements = 1, .points = double(element.points), .milliseconds = step_milliseconds(element)};
    for (const std::size_t child : element.children)
      if (std::ranges::count(only_by_reference, svg_.elements[child].name) == 0) cost += cost_of(child, chain + 1);
    cost += functions(element.filter_functions);
    std::vector<Reference> references;
    for (const std::string& id : element.refers) references.push_back({&id, element.marks_points});
    for (const std::string& selector : selectors_of(element)) apply_rules(selector, references, cost);
    // What fills and marks a group does so for all that is in it.
    for (const bool inherited : {false, true})
      for (const Reference& one : references) add_reference(one, inherited, chain, cost);
    states_[index] = State::known;
    return costs_[index] = cost;
  }

  struct Reference {
    const std::string* id;
    bool marks_points;
  };

  static std::vector<std::string> selectors_of(const SvgElement& element) {
    std::vector<std::string> selectors{"*", element.name, "#" + element.id};
    for (const std::string& name : element.classes) selectors.push_back("." + name);
    return selectors;
  }

  static Cost functions(std::size_t count) {
    return {.effects = count > 0 ? 1.0 : 0.0, .milliseconds = 30.0 * static_cast<double>(count)};
  }

  void apply_rules(const std::string& selector, std::vector<Reference>& references, Cost& cost) const {
    const auto found = rules_.find(selector);
    if (found == rules_.end()) return;
    for (const SvgRule* rule : found->second) {
      cost += functions(rule->filter_functions);
      for (const std::string& id : rule->refers) references.push_back({&id, rule->marks_points});
    }
  }

  void add_reference(const Reference& one, bool inherited, std::size_t chain, Cost& cost) {
    const auto target = by_id_.find(*one.id);
    if (target == by_id_.end()) return;
    const std::string& name = svg_.elements[target->second].name;
    const bool is_marker = name == "marker";
    if ((is_marker || name == "pattern") != inherited) return;
    Cost drawn = cost_of(target->second, chain + 1);
    if (is_marker) {
      drawn.marks += drawn.elements;
      drawn.elements = 0;
      drawn = drawn * std::max(1.0, one.marks_points ? cost.points : 2 * cost.elements);
    } else if (inherited) {
      drawn = drawn * cost.elements;
    }
    if (name == "filter" || name == "mask") drawn.effects += 1;
    if (name == "mask") drawn.milliseconds += 12;
    cost += drawn;
  }

  const SvgOutline& svg_;
  std::map<std::string, std::size_t> by_id_;
  std::map<std::string, std::vector<const SvgRule*>> rules_;
  std::vector<Cost> costs_;
  std::vector<State> states_;
  bool is_endless_ = false;
};

}  // namespace

std::string too_costly(const SvgOutline& svg) { return Counting(svg).trouble(); }

}  // namespace pehchan
