#pragma once
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "batch/preview_options.h"
#include "batch/shown_portraits.h"
#include "batch/try_card.h"
#include "demo/stress_set.h"
#include "draw/fonts.h"

namespace pehchan {

/// Draws cards of a template to look at: no ledger, no numbers, and a QR code that leads nowhere. Who is shown is read
/// once; the template anew by each draw().
class TemplatePreview {
 public:
  /// Throws RunError as shown_members, and missing_input when there is no folder of photos.
  explicit TemplatePreview(PreviewOptions options);

  /// Writes NAME-front.png and NAME-back.png, or NAME.pdf with a page a side; of the whole stress set NAME-stress.pdf
  /// or the folder NAME-stress. PNGs are cut at the card's round corners unless they have guides. Throws RunError:
  /// bad_config for a template that is wrong, try_again when stopped; what was written before stays then.
  PreviewResult draw(const std::stop_token& stop);

  /// The template's own, to watch.
  const std::filesystem::path& folder() const { return folder_; }

 private:
  /// The template as it stands. With guides boxes may be misplaced, which is added to the result.
  CardTemplate read(PreviewResult& result) const;
  /// Of one case that is shown, its sides two pages of the preview; what is wrong with it is added to the result.
  TriedCard tried(const CardTemplate& design, std::size_t place, PreviewResult& result);

  PreviewOptions options_;
  std::filesystem::path folder_;
  std::string name_;
  std::vector<StressCase> shown_;
  FontSet fonts_;
  ShownPortraits portraits_;
};

}  // namespace pehchan
