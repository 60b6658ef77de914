#include "batch/digital_workshop.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "base/output_file.h"
#include "base/sha256.h"
#include "batch/ordered.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

/// Cards made and not yet told of: they lie on the disk, so that memory stays flat.
constexpr unsigned window_per_thread = 8;

}  // namespace

DigitalWorkshop::DigitalWorkshop(const Job& job, const DigitalSite& site, const DigitalPages& pages, unsigned threads)
    : job_(job), site_(site), pages_(pages), settings_(card_settings(job)), makers_(threads) {}

DigitalWorkshop::~DigitalWorkshop() = default;

const DigitalDesign& DigitalWorkshop::design() {
  if (!design_) {
    const FontSet fonts;
    Design design = read_design(settings_.template_name, settings_.sheet, fonts, settings_.link_base);
    design_ = std::make_unique<DigitalDesign>(
        digital_design(std::move(design), fonts, site_.folder() / ".part" / "ground.pdf"));
  }
  return *design_;
}

/// One thread's part in it.
class DigitalWorkshop::Worker {
 public:
  Worker(DigitalWorkshop& shop, DigitalMaker& maker, std::span<const DigitalCard* const> cards,
         DigitalPortraits& portraits)
      : shop_(shop), maker_(maker), cards_(cards), portraits_(portraits) {}

  Result<BuiltCard, std::string> operator()(std::size_t index) const {
    const DigitalCard& card = *cards_[index];
    const fs::path folder = shop_.site_.workplace(card.form.token);
    const auto sizes = maker_.make({.member = card.member,
                                    .number = card.number,
                                    .qr_text = shop_.qr_text(card),
                                    .portrait = portraits_.at(card.sheet, card.slot),
                                    .date = shop_.job_.date},
                                   folder);
    if (!sizes) {
      shop_.site_.drop(card.form.token);
      return failure(sizes.error());
    }
    const bool is_upright = shop_.design_->is_upright();
    const std::string page = shop_.pages_.of_card(card, is_upright);
    write_unsynced(folder / card_files.front(), page);
    BuiltCard built{.is_upright = is_upright,
                    .drawings = drawings_hash(card, shop_.qr_text(card), shop_.job_.date),
                    .page = sha256_hex(page)};
    built.sizes.front() = page.size();
    std::ranges::copy(*sizes, built.sizes.begin() + 1);
    return built;
  }

 private:
  DigitalWorkshop& shop_;
  DigitalMaker& maker_;
  std::span<const DigitalCard* const> cards_;
  DigitalPortraits& portraits_;
};

void DigitalWorkshop::draw(std::span<const DigitalCard* const> cards, DigitalPortraits& portraits,
                           const std::stop_token& stop, const Made& made) {
  std::atomic<std::size_t> thread{0};
  const auto make_worker = [&] {
    auto& maker = makers_.at(thread++);
    if (!maker) maker = std::make_unique<DigitalMaker>(design());
    return Worker(*this, *maker, cards, portraits);
  };
  design();
  const auto threads = static_cast<unsigned>(makers_.size());
  ordered_map(cards.size(), threads, window_per_thread * threads, stop, make_worker, made);
}

}  // namespace pehchan
