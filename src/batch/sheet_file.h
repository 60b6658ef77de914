#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "batch/card_maker.h"
#include "batch/design.h"
#include "draw/fonts.h"
#include "ledger/jobs.h"
#include "ledger/placing.h"
#include "print/paint.h"
#include "print/proof.h"

namespace pehchan {

/// One PDF of sheets in the making. Cards are painted as they come; release() finishes it, reads every card back and
/// only then publishes it. Destroyed before that, it leaves nothing behind.
class SheetFile {
 public:
  /// `name` is of its final name in `folder`, `first_sheet` the number of its first sheet in the job; design and fonts
  /// must outlive it.
  SheetFile(std::filesystem::path folder, std::string name, const Job& job, std::size_t first_sheet,
            const Design& design, const FontSet& fonts);
  ~SheetFile();
  SheetFile(const SheetFile&) = delete;
  SheetFile& operator=(const SheetFile&) = delete;

  void add(PreparedCard card);
  const std::string& name() const { return name_; }
  std::size_t cards() const { return placed_.size(); }
  std::size_t sheets() const { return sheets_for(placed_.size(), design_.per_sheet()); }

  /// Binds the file's cards to it in the ledger: prepare_file or prepare_copies.
  using Prepare = std::function<long long(const JobFile&, std::span<const PlacedCard>)>;

  /// Finishes, proofs on `jobs` threads, makes the previews, and publishes through the ledger. Throws RunError
  /// (internal) naming sheet, slot and row when the proof fails: the file is then not released.
  void release(Ledger& ledger, const Prepare& prepare, unsigned jobs);

 private:
  void paint_sheet();
  /// Of the sheet that `sheet_` holds: "J0003 · sheet 12 · copy 1".
  std::string slug() const;
  std::filesystem::path part() const { return folder_ / (name_ + ".part"); }

  std::filesystem::path folder_;
  std::string name_;
  Job job_;
  std::size_t first_sheet_;
  std::filesystem::path painted_;
  const Design& design_;
  SheetPainter painter_;
  std::vector<CardDrawings> sheet_;
  std::vector<ExpectedCard> expected_;
  std::vector<PlacedCard> placed_;
  std::vector<std::string> slugs_;  ///< one a sheet
};

}  // namespace pehchan
