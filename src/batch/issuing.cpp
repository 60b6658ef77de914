#include "batch/issuing.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <nlohmann/json.hpp>
#include <unordered_set>
#include <utility>

#include "base/thread_count.h"
#include "batch/job_folder.h"
#include "batch/ordered.h"
#include "batch/printer_json.h"
#include "batch/sheet_json.h"
#include "batch/signature_check.h"
#include "batch/signing_json.h"
#include "batch/stopped.h"
#include "credential/validity.h"
#include "ledger/high_water.h"

namespace pehchan {
namespace {

/// Results alive at once: enough that a slow photo does not idle the others, few enough that memory stays flat.
constexpr unsigned window_per_thread = 3;
/// Cards claimed at once.
constexpr std::size_t block = 1000;

/// All that decides what a job's sheets look like, as jobs of old kept it.
nlohmann::ordered_json settings_of(const IssueOptions& options, const Design& design, const Signing* signing) {
  nlohmann::ordered_json settings{{"template", options.template_name},
                                  {"sheet", options.sheet},
                                  {"design", design.hash},
                                  {"link_base", options.link_base},
                                  {"sheets_per_file", options.sheets_per_file}};
  keep_in(settings, options.profile, design.sheet.profile);
  add_printer(settings, design.sheet.printer);
  if (const std::string word = settings_word(options.arrangement); !word.empty()) settings["arrangement"] = word;
  if (signing != nullptr) keep_signing(settings, *signing);
  return settings;
}

/// The job that a run would like to go on with or begin.
Job job_of(const IssueOptions& options, const Design& design, const std::string& folder,
           nlohmann::ordered_json settings, const std::string& date) {
  keep_sheet(settings, options.sheet, design.sheet.format);
  return {.id = 0,
          .kind = "issue",
          .folder = folder,
          .period = options.period,
          .settings = settings.dump(),
          .date = date,
          .is_open = true};
}

CardCodes codes_of(const IssueOptions& options, std::shared_ptr<const Signing> signing, const std::string& date) {
  return signing ? CardCodes(std::move(signing), date) : CardCodes(options.link_base);
}

void wait_a_second(const std::stop_token& stop) {
  std::mutex mutex;
  std::unique_lock lock(mutex);
  std::condition_variable_any never;
  never.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; });
}

std::vector<std::string> numbers_of(std::span<const OrderedCard> cards) {
  std::vector<std::string> numbers;
  for (const OrderedCard& card : cards) numbers.push_back(card.number.text);
  return numbers;
}

}  // namespace

Issuing::Issuing(const IssueOptions& options, const Design& design, const FontSet& fonts, Ledger& ledger, Lease& lease,
                 std::string date, KnownPhotos& photos, std::shared_ptr<const Signing> signing)
    : options_(options),
      design_(design),
      portrait_spec_(portrait_spec(design.sheet.card, options.portraits)),
      photos_(photos),
      fonts_(fonts),
      ledger_(ledger),
      lease_(lease),
      signing_(std::move(signing)),
      wanted_(
          job_of(options, design, job_folder(ledger, options.out), settings_of(options, design, signing_.get()), date)),
      of_old_(settings_of(options, design, signing_.get()).dump()),
      codes_(options.link_base),
      jobs_(thread_count(options.jobs)) {
  // Codes are made before the job is opened, and say its day.
  wanted_.date = date_to_go_on_with(ledger, wanted_, of_old_).value_or(date);
  codes_ = codes_of(options, signing_, wanted_.date);
}

void Issuing::run(std::vector<OrderedCard> order, std::vector<Withheld>& withheld, const ProgressSink& progress,
                  const std::stop_token& stop) {
  withheld_ = &withheld;
  progress_ = &progress;
  told_.total = order.size();
  for (;;) {
    lease_.end_dead_leases();
    order = make_free_ones(std::move(order), stop);
    if (order.empty() || lease_.claimed_by_others(numbers_of(order)) == 0) break;
    // What was made so far must not wait for the others.
    if (file_) release();
    lease_.keep_alive();
    wait_a_second(stop);
    refuse_if_stopped(stop);
  }
  if (file_) release();
  others_ = std::move(order);
}

std::vector<OrderedCard> Issuing::make_free_ones(std::vector<OrderedCard> order, const std::stop_token& stop) {
  std::vector<OrderedCard> others;
  for (std::size_t at = 0; at < order.size(); at += block) {
    const auto some = std::span(order).subspan(at, std::min(block, order.size() - at));
    const auto claimed = lease_.claim(numbers_of(some));
    const std::unordered_set<std::string> own(claimed.begin(), claimed.end());
    std::vector<OrderedCard> free;
    for (OrderedCard& card : some) (own.contains(card.number.text) ? free : others).push_back(std::move(card));
    give_places(free);
    make(free, stop);
  }
  return others;
}

void Issuing::give_places(std::vector<OrderedCard>& cards) {
  if (!signing_ || signing_->settings.status_uri.empty()) return;
  const auto places = status_places(ledger_, numbers_of(cards));
  for (std::size_t i = 0; i < cards.size(); ++i) cards[i].place = places[i];
}

void Issuing::make(std::span<const OrderedCard> cards, const std::stop_token& stop) {
  ordered_map(
      cards.size(), jobs_, window_per_thread * jobs_, stop,
      [&] {
        PortraitMaker portraits(portrait_spec_, photos_.overrides, photos_.cache);
        return [&, maker = CardMaker(design_, options_.photos, codes_, std::move(portraits))](std::size_t i) mutable {
          return maker.make(*cards[i].member, cards[i].number, cards[i].place);
        };
      },
      [&](std::size_t, Result<PreparedCard, Withheld> card) {
        lease_.keep_alive();
        if (card)
          add(std::move(*card));
        else
          withheld_->push_back(std::move(card.error()));
        ++told_.done;
        told_.withheld = withheld_->size();
        if (*progress_) (*progress_)(told_);
      });
  refuse_if_stopped(stop);
}

/// None of a photo that was changed since it was looked at.
std::string Issuing::print_of(const std::string& photo_sha256) const {
  const auto print = photos_.prints.find(photo_sha256);
  return print == photos_.prints.end() ? std::string() : print->second;
}

void Issuing::add(PreparedCard card) {
  if (file_) file_->end_group_before(card);
  if (file_ && file_->is_full()) release();
  if (!file_) begin_file();
  weak_photos_ += card.has_weak_photo ? 1 : 0;
  card.hashes.photo_print = print_of(card.hashes.photo);
  file_->add(std::move(card));
  if (file_->is_full()) release();
}

void Issuing::begin_file() {
  if (!job_) job_ = open_job(ledger_, wanted_, of_old_);
  file_.emplace(options_.out, next_file_name(ledger_, wanted_.folder, "sheets"), *job_, next_sheet(ledger_, *job_),
                design_, fonts_, options_.arrangement, options_.sheets_per_file);
}

CodeCheck Issuing::code_check() const {
  return signing_ ? signature_check(signing_->public_keys(), day_begins(wanted_.date).value()) : CodeCheck();
}

void Issuing::release() {
  file_->release(
      ledger_,
      [&](const JobFile& file, std::span<const PlacedCard> cards) {
        return prepare_file(ledger_, lease_, file, cards);
      },
      jobs_, code_check());
  raise_mark(ledger_);
  for (std::string& name : file_->names()) files_.push_back(std::move(name));
  issued_ += file_->cards();
  sheets_ += file_->sheets();
  file_.reset();
}

}  // namespace pehchan
