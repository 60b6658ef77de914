#include "docs/draw_example.h"

#include "base/atomic_file.h"
#include "batch/template_preview.h"
#include "card/parse_template.h"
#include "golden/compare.h"
#include "print/preview.h"
#include "print/preview_pages.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

constexpr double dpi = 125;
constexpr Mm around{1.5};  // of the page beside the card

Rect area_of(const CardTemplate& design, const Example& example) {
  const Rect card = card_on_preview(design, example.has_guides ? PreviewLook::guides : PreviewLook::cut);
  if (example.show) return moved(*example.show, card.x, card.y);
  return grown(card, around + (example.has_guides ? design.bleed : 0_mm));
}

}  // namespace

DrawnExample draw_example(const ExampleSet& set, const Example& example, const std::string& shown) {
  const ScratchFolder work;
  const auto folder = work / "my-card";
  write_template(set, composed(set.base, example.toml), folder);
  PreviewOptions options;
  options.template_name = folder;
  options.set = shown;
  options.out = work / "out";
  options.format = PreviewFormat::pdf;
  options.has_guides = example.has_guides;
  const PreviewResult drawn = TemplatePreview(options).draw({});
  const int page = example.side == CardSide::front ? 1 : 2;
  const std::string png = preview_png(drawn.files.front(), page, area_of(parse_template(folder), example), dpi);
  write_file(work / "picture.png", png);
  return {coarsened(read_png(work / "picture.png")), drawn.faults};
}

}  // namespace pehchan
