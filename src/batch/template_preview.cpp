#include "batch/template_preview.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/atomic_file.h"
#include "base/file.h"
#include "base/run_error.h"
#include "base/temporary_folder.h"
#include "base/thread_count.h"
#include "batch/check_template.h"
#include "batch/design.h"
#include "batch/ordered.h"
#include "batch/overprints.h"
#include "batch/shown_members.h"
#include "batch/signed_room.h"
#include "batch/stopped.h"
#include "card/lay_out.h"
#include "card/parse_template.h"
#include "print/card_pages.h"
#include "print/preview.h"
#include "print/preview_pages.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr const char* sample_link = "https://example.org/c/";
constexpr const char* begin_again = "Run the same command again: a preview begins anew.";
constexpr CardSide sides[] = {CardSide::front, CardSide::back};

/// "my-card", also when the folder was named "." or "my-card/".
std::string name_of_folder(const fs::path& folder) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(folder, error);
  return (error ? folder : whole).filename().string();
}

const char* name_of(CardSide side) { return side == CardSide::front ? "front" : "back"; }

std::vector<PreviewPage> pages_of(const std::string& design, const StressCase& one, const TriedCard& card) {
  std::vector<PreviewPage> pages;
  for (const CardSide side : sides) {
    const std::string about = one.about.empty() ? "" : ": " + one.about;
    PreviewPage page{side, fmt::format("{} · {} · {}{} · नमूना SAMPLE", design, one.name, name_of(side), about), {}};
    for (const Unfit& unfit : card.unfit)
      if (unfit.side == side && unfit.box.width > 0_mm) page.unfit.push_back(unfit.box);
    pages.push_back(std::move(page));
  }
  return pages;
}

PreviewLook look_of(const PreviewOptions& options) {
  if (options.has_guides) return PreviewLook::guides;
  return options.format == PreviewFormat::pdf ? PreviewLook::cut : PreviewLook::bleed;
}

/// The pages of a preview as they are drawn.
struct DrawnPages {
  fs::path pdf;
  std::size_t count = 0;
  Rect card;  ///< its place on each
  Mm corner;
};

/// The whole page, or the card cut out of it.
std::string png_of(const DrawnPages& pages, std::size_t page, const PreviewOptions& options) {
  const int number = static_cast<int>(page) + 1;
  return options.has_guides ? page_png(pages.pdf, number, options.dpi)
                            : preview_png(pages.pdf, number, pages.card, options.dpi, Turn::none, pages.corner);
}

/// One file for each page, in their order.
void write_pngs(const DrawnPages& pages, const std::vector<fs::path>& files, const PreviewOptions& options,
                const std::stop_token& stop) {
  const unsigned threads = std::min(thread_count(0), 8U);
  ordered_map(
      pages.count, threads, 2 * threads, stop,
      [&] { return [&](std::size_t page) { return png_of(pages, page, options); }; },
      [&](std::size_t page, const std::string& png) { write_file(files[page], png); });
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw cannot_write(folder.string(), error.value());
}

/// "my-card", "my-card-longest" or "my-card-stress" in the output folder.
fs::path base_name(const PreviewOptions& options, const std::string& name, const std::vector<StressCase>& shown) {
  if (shown.size() > 1) return options.out / (name + "-" + options.set);
  const bool is_usual = options.roll.where.empty() && options.set == PreviewOptions().set;
  return options.out / (is_usual ? name : name + "-" + shown.front().name);
}

std::vector<fs::path> png_names(const fs::path& base, const std::vector<StressCase>& shown) {
  std::vector<fs::path> names;
  for (const StressCase& one : shown)
    for (const CardSide side : sides)
      names.push_back(shown.size() > 1 ? base / fmt::format("{}-{}.png", one.name, name_of(side))
                                       : fs::path(base.string() + fmt::format("-{}.png", name_of(side))));
  return names;
}

}  // namespace

TemplatePreview::TemplatePreview(PreviewOptions options)
    : options_(std::move(options)),
      folder_(template_folder(options_.template_name)),
      name_(name_of_folder(folder_)),
      shown_(shown_members(options_)),
      portraits_(options_.photos) {
  if (!options_.roll.where.empty() && !fs::is_directory(options_.photos))
    throw RunError(ExitCode::missing_input, options_.photos.string() + " is not a folder",
                   "Give the folder of the members' photos with --photos.");
}

CardTemplate TemplatePreview::read(PreviewResult& result) const {
  Mistakes misplaced;
  CardTemplate design = parse_template(folder_, misplaced);
  if (!options_.has_guides) refuse(misplaced, folder_);
  result.misplaced = misplaced.told((folder_ / "card.toml").string());
  check_template(design, folder_, fonts_, sample_link);
  design.name = name_;
  if (const auto room = signed_room(design); room && !room->fits_longest())
    result.notes.push_back({"QR", room->where, Problem{"signed_qr_too_dense", {}, 0, {}, told(*room)}});
  return design;
}

TriedCard TemplatePreview::tried(const CardTemplate& design, std::size_t place, PreviewResult& result) {
  const StressCase& one = shown_[place];
  const ShownPortrait photo = portraits_.of(design, one, place);
  TriedCard card = try_card(design, fonts_, one.member, one.number, photo.portrait, sample_link + one.number.text);
  for (const CardSide side : sides)
    if (const auto& element = design.side(side).portrait)
      for (const Problem& problem : photo.problems) card.unfit.push_back({side, element->box, element->where, problem});
  for (const Unfit& unfit : card.unfit) result.faults.push_back({one.name, unfit.where, unfit.problem});
  for (const Overprint& found : overprints(design, fonts_, one.member, one.number))
    result.notes.push_back({one.name, found.where, Problem{"texts_overprinted", {}, 0, {}, told(found)}});
  return card;
}

PreviewResult TemplatePreview::draw(const std::stop_token& stop) {
  PreviewResult result;
  const CardTemplate design = read(result);
  const CardDrawings literals{literal_drawing(design, fonts_, CardSide::front),
                              literal_drawing(design, fonts_, CardSide::back)};
  std::vector<CardDrawings> drawings;
  std::vector<PreviewPage> pages;
  for (std::size_t i = 0; i < shown_.size(); ++i) {
    TriedCard card = tried(design, i, result);
    for (PreviewPage& page : pages_of(name_, shown_[i], card)) pages.push_back(std::move(page));
    drawings.push_back(std::move(card.drawings));
    refuse_if_stopped(stop, begin_again);
  }
  const TemporaryFolder work;
  const DrawnPages drawn{work / "pages.pdf", pages.size(), card_on_preview(design, look_of(options_)),
                         design.corner_radius};
  write_card_pages(work / "cards.pdf", own_page(design, literals, design.bleed), fonts_, drawings,
                   {.title = name_, .date = "2000-01-01"});
  write_preview_pages(drawn.pdf, work / "cards.pdf", design, fonts_, pages, look_of(options_));
  const fs::path base = base_name(options_, name_, shown_);
  if (options_.format == PreviewFormat::pdf) {
    result.files = {base.string() + ".pdf"};
    make_folder(options_.out);
    constexpr std::uintmax_t no_limit = std::uintmax_t{1} << 32;
    write_file(result.files.front(), read_file(drawn.pdf, no_limit));
  } else {
    result.files = png_names(base, shown_);
    make_folder(result.files.front().parent_path());
    write_pngs(drawn, result.files, options_, stop);
    refuse_if_stopped(stop, begin_again);
  }
  return result;
}

}  // namespace pehchan
