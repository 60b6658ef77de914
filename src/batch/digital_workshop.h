#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "batch/built_card.h"
#include "batch/digital_maker.h"
#include "batch/digital_pages.h"
#include "batch/digital_portraits.h"
#include "batch/digital_site.h"
#include "batch/job_settings.h"

namespace pehchan {

/// Draws a job's digital cards in parallel. The template is read when the first card is to be drawn, and each thread's
/// fonts and artwork are kept from one file of the job to the next.
class DigitalWorkshop {
 public:
  /// All of them must outlive it.
  DigitalWorkshop(const Job& job, const DigitalSite& site, const DigitalPages& pages, unsigned threads);
  ~DigitalWorkshop();

  std::string qr_text(const DigitalCard& card) const { return qr_text_of(settings_, card.number, card.qr_text); }
  /// Throws RunError as digital_design does.
  const DigitalDesign& design();

  /// Told of each card in their order: what was made in its workplace, or what is wrong with it.
  using Made = std::function<void(std::size_t index, Result<BuiltCard, std::string>)>;
  /// Makes these cards, which have tokens and are of design()'s template, each complete in its workplace. Throws
  /// RunError as DigitalPortraits and cannot_write do.
  void draw(std::span<const DigitalCard* const> cards, DigitalPortraits& portraits, const std::stop_token& stop,
            const Made& made);

 private:
  class Worker;

  const Job& job_;
  const DigitalSite& site_;
  const DigitalPages& pages_;
  CardSettings settings_;
  std::unique_ptr<const DigitalDesign> design_;
  std::vector<std::unique_ptr<DigitalMaker>> makers_;
};

}  // namespace pehchan
