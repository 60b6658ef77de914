#pragma once
#include <string>
#include <vector>

#include "batch/preview_options.h"
#include "docs/examples.h"
#include "golden/render_card.h"

namespace pehchan {

struct DrawnExample {
  Picture picture;
  std::vector<PreviewFault> faults;  ///< what does not fit
};

/// As `pehchan preview` shows it to this case of the stress set. Throws RunError (bad_config) when the example is no
/// right template.
DrawnExample draw_example(const ExampleSet& set, const Example& example, const std::string& shown);

}  // namespace pehchan
