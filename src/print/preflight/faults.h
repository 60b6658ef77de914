#pragma once
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "print/preflight/rule.h"

namespace pehchan {

/// What is found, each thing once: a fault of every page would hide all others. Nobody reads more than 1,000.
class Faults {
 public:
  static constexpr std::size_t most = 1000;

  void add(Rule rule, std::string detail = {}, std::size_t page = 0) {
    const bool is_told = std::ranges::any_of(
        found_, [&](const PreflightFault& one) { return one.rule == rule && one.detail == detail; });
    if (!is_told && found_.size() < most) found_.push_back({rule, page, std::move(detail)});
  }
  const std::vector<PreflightFault>& found() const { return found_; }

 private:
  std::vector<PreflightFault> found_;
};

}  // namespace pehchan
