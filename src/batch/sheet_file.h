#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "batch/arrangement.h"
#include "batch/card_maker.h"
#include "batch/design.h"
#include "draw/fonts.h"
#include "ledger/jobs.h"
#include "ledger/placing.h"
#include "print/paint.h"
#include "print/proof.h"

namespace pehchan {

/// One file of sheets in the making: a PDF, or fronts and backs as two. Cards are painted as they come, or where they
/// lie depends on those that follow, when their group is complete; release() finishes it, reads every card back and
/// only then publishes it. Destroyed before that, it leaves nothing behind.
class SheetFile {
 public:
  /// `name` is "sheets-0003.pdf" in `folder`, `first_sheet` the number of its first sheet in the job; it is full at
  /// about `sheets` sheets. Design and fonts must outlive it.
  SheetFile(std::filesystem::path folder, const std::string& name, const Job& job, std::size_t first_sheet,
            const Design& design, const FontSet& fonts, const Arrangement& arrangement, std::size_t sheets);
  ~SheetFile();
  SheetFile(const SheetFile&) = delete;
  SheetFile& operator=(const SheetFile&) = delete;

  /// Lays out the group that came last when this card is not of it: the file may then be full before it.
  void end_group_before(const PreparedCard& card);
  void add(PreparedCard card);
  /// No further card belongs into it.
  bool is_full() const { return pending_.empty() && expected_sheets_.size() >= most_sheets_; }

  /// The PDFs; the first is the name that the ledger knows.
  std::vector<std::string> names() const;
  std::size_t cards() const { return placed_.size(); }
  std::size_t sheets() const { return expected_sheets_.size(); }

  /// Binds the file's cards to it in the ledger: prepare_file or prepare_copies.
  using Prepare = std::function<long long(const JobFile&, std::span<const PlacedCard>)>;

  /// Finishes, proofs on `jobs` threads (`check` is asked about each QR code that is read back), makes the previews,
  /// and publishes through the ledger. Throws RunError (internal) naming sheet, slot and row when the proof fails: the
  /// file is then not released.
  void release(Ledger& ledger, const Prepare& prepare, unsigned jobs, const CodeCheck& check);

 private:
  /// One of its PDFs.
  struct Part {
    std::filesystem::path final_name, painted;
    SheetDesign design;
    std::unique_ptr<SheetPainter> painter;
    std::filesystem::path part() const { return final_name.string() + ".part"; }
  };

  void flush();
  /// The group's cards on their sheets, under its header.
  void lay_group(std::vector<PreparedCard> group);
  void add_header_sheet(const std::vector<std::string>& lines);
  /// `cards`: in the order of the sheet's slots.
  void paint_sheet(std::vector<PreparedCard> cards, const FilledSlots& slots, std::vector<HeaderSlip> headers,
                   const std::string& place_in_group);
  SheetLabel label(const std::vector<PreparedCard>& cards, std::vector<HeaderSlip> headers,
                   const std::string& place_in_group) const;
  void proof(unsigned jobs, const CodeCheck& check) const;
  void preview() const;
  std::size_t used_slots() const;

  std::filesystem::path folder_;
  std::string name_;
  Job job_;
  std::size_t first_sheet_;
  const Design& design_;
  Arrangement arrangement_;
  std::size_t most_sheets_;
  std::vector<Part> parts_;
  std::vector<PreparedCard> pending_;
  std::vector<ExpectedCard> expected_;
  std::vector<ExpectedSheet> expected_sheets_;
  std::vector<PlacedCard> placed_;
  bool is_bound_ = false;  ///< the ledger knows it: one of two PDFs may be under its final name
};

}  // namespace pehchan
