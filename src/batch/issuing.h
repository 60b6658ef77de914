#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "batch/card_codes.h"
#include "batch/design.h"
#include "batch/issue_options.h"
#include "batch/known_photos.h"
#include "batch/progress.h"
#include "batch/sheet_file.h"
#include "batch/signing.h"
#include "ledger/work.h"
#include "model/roll.h"

namespace pehchan {

/// A card that is ordered and not made. Its member must outlive it.
struct OrderedCard {
  const Member* member;
  CardNumber number;
  std::optional<ListPlace> place = {};  ///< see CardCodes
};

/// Makes ordered cards: claims them by the thousand, prepares them in parallel, and paints, proofs and releases them in
/// order, file by file.
class Issuing {
 public:
  /// `signing`: null for links.
  Issuing(const IssueOptions& options, const Design& design, const FontSet& fonts, Ledger& ledger, Lease& lease,
          std::string date, KnownPhotos& photos, std::shared_ptr<const Signing> signing);

  /// Members that get no card are added to `withheld`. What other workers hold is waited for: when they release it, it
  /// is theirs; when they die, it is made here.
  void run(std::vector<OrderedCard> order, std::vector<Withheld>& withheld, const ProgressSink& progress,
           const std::stop_token& stop);

  std::size_t issued() const { return issued_; }
  std::size_t sheets() const { return sheets_; }
  /// Of the issued: made from photos that are only just good enough.
  std::size_t weak_photos() const { return weak_photos_; }
  /// Cards that no worker holds and that were not free: others have made them, or have bound them to a file that is not
  /// released yet.
  const std::vector<OrderedCard>& left_to_others() const { return others_; }
  const std::vector<std::string>& files() const { return files_; }
  std::string job() const { return job_ ? job_->name() : std::string(); }

 private:
  /// Makes those of these cards that are free, and gives the others.
  std::vector<OrderedCard> make_free_ones(std::vector<OrderedCard> order, const std::stop_token& stop);
  void make(std::span<const OrderedCard> cards, const std::stop_token& stop);
  void give_places(std::vector<OrderedCard>& cards);
  CodeCheck code_check() const;
  void add(PreparedCard card);
  std::string print_of(const std::string& photo_sha256) const;
  void begin_file();
  void release();

  const IssueOptions& options_;
  const Design& design_;
  PortraitSpec portrait_spec_;
  KnownPhotos& photos_;
  const FontSet& fonts_;
  Ledger& ledger_;
  Lease& lease_;
  std::shared_ptr<const Signing> signing_;
  Job wanted_;          ///< as it is opened once there is a card
  std::string of_old_;  ///< its settings as an earlier version wrote them
  CardCodes codes_;
  unsigned jobs_;
  std::optional<Job> job_;
  std::optional<SheetFile> file_;
  std::size_t issued_ = 0, sheets_ = 0, weak_photos_ = 0;
  std::vector<std::string> files_;
  std::vector<OrderedCard> others_;
  std::vector<Withheld>* withheld_ = nullptr;
  const ProgressSink* progress_ = nullptr;
  Progress told_;
};

}  // namespace pehchan
