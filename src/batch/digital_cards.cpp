#include "batch/digital_cards.h"

#include <fmt/format.h>

#include <optional>
#include <span>
#include <utility>

#include "base/file.h"
#include "base/output_file.h"
#include "base/run_error.h"
#include "base/sha256.h"
#include "base/thread_count.h"
#include "batch/built_card.h"
#include "batch/digital_folders.h"
#include "batch/digital_keys.h"
#include "batch/digital_links.h"
#include "batch/digital_pages.h"
#include "batch/digital_site.h"
#include "batch/digital_workshop.h"
#include "batch/job_folder.h"
#include "batch/stopped.h"
#include "credential/code_label.h"
#include "credential/key_sets.h"
#include "digital/token.h"
#include "ledger/digital_cards.h"
#include "ledger/high_water.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

/// Cards looked at together, and cards brought to the disk together.
constexpr std::size_t block = 1000, group = 100;

/// A purged card has nothing left but its numbers.
bool is_forgotten(const DigitalCard& card) { return card.member[Field::name].empty(); }

/// Trouble of some cards, whom the others do not wait for.
bool is_of_some(const RunError& error) {
  return error.code == ExitCode::missing_input || error.code == ExitCode::bad_input ||
         error.code == ExitCode::bad_config;
}

void note(std::map<std::string, LeftCards>& among, const std::string& reason, const std::string& advice,
          const DigitalCard& card) {
  LeftCards& left = among[reason];
  if (left.cards++ == 0) left.first = card.number.text, left.advice = advice;
}

class DigitalRun {
 public:
  DigitalRun(const DigitalOptions& options, std::stop_token stop, const ProgressSink& progress)
      : options_(options),
        stop_(std::move(stop)),
        progress_(progress),
        ledger_(options.ledger),
        link_file_(link_file(options, ledger_)),
        organisation_((refuse_served(options, ledger_, link_file_), organisation_of(options))),
        site_(options.out),
        pages_(options.pages.empty() ? data_folder() / "site" : options.pages, organisation_) {
    if (!options.base_url.empty()) links_.emplace(ledger_, link_file_, options.base_url);
  }

  DigitalSummary run() {
    refuse_older(ledger_);
    total_ = count_made(ledger_, options_.period);
    put_pages();
    for (const Job& job : jobs_of_period(ledger_, options_.period)) of_job(job);
    raise_tombstones();
    settle();
    if (links_) tell_links();
    return std::move(summary_);
  }

 private:
  void put_pages() {
    const std::string jwks = site_keys(options_.keys, site_);
    if (auto keys = read_jwks(jwks)) keys_ = std::move(*keys);
    pages_.put_in(site_, jwks);
    site_.put(organisation_file, organisation_);
  }

  void of_job(const Job& job) {
    DigitalWorkshop workshop(job, site_, pages_, thread_count(options_.jobs));
    for (const DigitalFile& file : digital_files(ledger_, job)) {
      std::optional<DigitalPortraits> portraits;
      Behind behind;
      for (;;) {
        auto cards = digital_cards_on(ledger_, file.file, options_.period, behind, block);
        if (cards.empty()) break;
        behind = {cards.back().sheet, cards.back().slot};
        of_block(job, file, cards, workshop, portraits);
      }
    }
  }

  void of_block(const Job& job, const DigitalFile& file, std::vector<DigitalCard>& cards, DigitalWorkshop& workshop,
                std::optional<DigitalPortraits>& portraits) {
    std::vector<DigitalCard*> to_draw;
    for (const DigitalCard& card : cards) note_key(card);
    for (DigitalCard& card : cards)
      if (!is_as_it_was(card, workshop.qr_text(card), job.date)) to_draw.push_back(&card);
    if (!to_draw.empty()) {
      give(to_draw);
      draw(job, file, to_draw, workshop, portraits);
      settle();
    }
    refuse_if_stopped(stop_);
  }

  void note_key(const DigitalCard& card) {
    const auto label = code_label(card.qr_text);
    if (label && find_key(keys_, label->kid) == nullptr) ++summary_.unknown_keys[label->kid];
  }

  /// Also a card that only its page has changed of, which is then written.
  bool is_as_it_was(DigitalCard& card, const std::string& qr_text, const std::string& date) {
    auto built = built_card(card.form.built);
    if (!built || !site_.has_card(card.form.token)) return false;
    const std::span<const std::uintmax_t> sizes(built->sizes);
    if (!is_forgotten(card)) {
      if (built->drawings != drawings_hash(card, qr_text, date)) return false;
      const std::string page = pages_.of_card(card, built->is_upright);
      if (const std::string hash = sha256_hex(page); hash != built->page) {
        built->page = hash, built->sizes.front() = page.size();
        return rewrite(card, *built, page);
      }
    }
    if (!site_.holds(card.form.token, sizes)) return false;
    ++summary_.kept;
    advance();
    return true;
  }

  bool rewrite(DigitalCard& card, const BuiltCard& built, const std::string& page) {
    site_.publish_page(card.form.token, page);
    if (!site_.holds(card.form.token, built.sizes)) return false;
    card.form.built = built.text();
    built_.push_back({card.number.text, card.form.built});
    if (built_.size() >= group) settle();
    ++summary_.pages;
    advance();
    return true;
  }

  void give(const std::vector<DigitalCard*>& cards) {
    std::vector<OfCard> tokens;
    for (const DigitalCard* card : cards) tokens.push_back({card->number.text, new_token()});
    const auto given = give_tokens(ledger_, tokens);
    for (std::size_t i = 0; i < cards.size(); ++i) cards[i]->form.token = given[i];
  }

  /// What cannot be made is told; what the site has of it stays.
  void draw(const Job& job, const DigitalFile& file, const std::vector<DigitalCard*>& cards, DigitalWorkshop& workshop,
            std::optional<DigitalPortraits>& portraits) {
    std::vector<DigitalCard*> able = with_words(job, file, cards);
    std::size_t done = 0;
    if (able.empty()) return;
    try {
      const Design& design = workshop.design().design;
      able = of_own_code(of_template(job, design.hash, able));
      if (able.empty()) return;
      if (!portraits)
        portraits.emplace(folder_path(ledger_, job.folder), file.file, design, filled_slots(ledger_, file.file));
      const std::vector<const DigitalCard*> drawn(able.begin(), able.end());
      workshop.draw(drawn, *portraits, stop_, [&](std::size_t index, Result<BuiltCard, std::string> made) {
        done = index + 1;
        take(*able[index], std::move(made));
      });
    } catch (const RunError& error) {
      if (!is_of_some(error)) throw;
      for (std::size_t i = done; i < able.size(); ++i) leave(*able[i], error.what(), error.advice);
    }
  }

  std::vector<DigitalCard*> with_words(const Job& job, const DigitalFile& file,
                                       const std::vector<DigitalCard*>& cards) {
    std::vector<DigitalCard*> able;
    for (DigitalCard* card : cards)
      if (file.is_purged || is_forgotten(*card))
        leave(*card, fmt::format("the files of {} were purged", job.name()),
              "A member who needs a digital card gets a new one: 'pehchan replace', then 'pehchan issue'.");
      else
        able.push_back(card);
    return able;
  }

  std::vector<DigitalCard*> of_template(const Job& job, const std::string& hash,
                                        const std::vector<DigitalCard*>& cards) {
    std::vector<DigitalCard*> able;
    for (DigitalCard* card : cards)
      if (card->card_template == hash)
        able.push_back(card);
      else
        leave(*card,
              fmt::format("the template or sheet format of {} has changed since its cards were made", job.name()),
              "Put the old template and sheet format back; or run 'pehchan replace' for new cards.");
    return able;
  }

  std::vector<DigitalCard*> of_own_code(const std::vector<DigitalCard*>& cards) {
    std::vector<DigitalCard*> able;
    for (DigitalCard* card : cards)
      if (const auto label = code_label(card->qr_text); label && label->card_number != card->number.text) {
        note(summary_.failed, "its QR code is another card's",
             "Somebody changed the ledger: 'pehchan ledger check' tells what else.", *card);
        advance();
      } else {
        able.push_back(card);
      }
    return able;
  }

  void take(DigitalCard& card, Result<BuiltCard, std::string> made) {
    advance();
    if (!made) return note(summary_.failed, made.error(), "Nothing of them was published. Report this.", card);
    card.form.built = made->text();
    built_.push_back({card.number.text, card.form.built});
    drawn_.push_back(card.form.token);
    ++summary_.made;
    if (built_.size() >= group) settle();
  }

  void leave(DigitalCard& card, const std::string& reason, const std::string& advice) {
    note(summary_.left, reason, advice, card);
    advance();
  }

  void raise_tombstones() {
    std::string after;
    for (;;) {
      const auto cards = dead_digital_cards(ledger_, after, block);
      if (cards.empty()) return;
      after = cards.back().number.text;
      for (const DeadCard& card : cards) raise_tombstone(card);
      refuse_if_stopped(stop_);
    }
  }

  void raise_tombstone(const DeadCard& card) {
    const std::string page = pages_.tombstone(card.number), built = built_tombstone(page);
    const std::array<std::uintmax_t, 1> size{page.size()};
    const bool is_there = site_.has_card(card.form.token);
    if (!is_there && (card.form.built.empty() || card.period != options_.period)) return;
    if (is_there && card.form.built == built && site_.holds(card.form.token, size)) return;
    write_unsynced(site_.workplace(card.form.token) / card_files.front(), page);
    built_.push_back({card.number.text, built});
    drawn_.push_back(card.form.token);
    ++summary_.voided;
    if (built_.size() >= group) settle();
  }

  /// First the disk, then the ledger.
  void settle() {
    if (built_.empty()) return;
    site_.publish(drawn_);
    mark_built(ledger_, built_);
    drawn_.clear();
    built_.clear();
  }

  void tell_links() {
    links_->write(site_, stop_);
    summary_.links = links_->all(), summary_.new_links = links_->fresh();
    summary_.link_list = link_file_, summary_.new_link_list = links_->fresh_file();
  }

  void advance() {
    ++looked_at_;
    if (progress_) progress_({.done = looked_at_, .total = total_});
  }

  const DigitalOptions& options_;
  std::stop_token stop_;
  const ProgressSink& progress_;
  Ledger ledger_;
  fs::path link_file_;
  std::string organisation_;
  DigitalSite site_;
  DigitalPages pages_;
  PublicKeys keys_;
  std::optional<DigitalLinks> links_;
  std::size_t total_ = 0, looked_at_ = 0;
  std::vector<OfCard> built_;
  std::vector<std::string> drawn_;
  DigitalSummary summary_;
};

}  // namespace

DigitalSummary make_digital_cards(const DigitalOptions& options, const std::stop_token& stop,
                                  const ProgressSink& progress) {
  return DigitalRun(options, stop, progress).run();
}

}  // namespace pehchan
