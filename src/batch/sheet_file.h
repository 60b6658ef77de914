#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "batch/card_maker.h"
#include "batch/journal.h"
#include "draw/fonts.h"
#include "print/paint.h"
#include "print/proof.h"
#include "print/sheet_design.h"

namespace pehchan {

/// One PDF of sheets in the making. Cards are painted as they come; release() finishes it, reads every card back and
/// only then publishes it. Destroyed before that, it leaves nothing behind.
class SheetFile {
 public:
  /// `name` is of its final name in `folder`; design and fonts must outlive it.
  SheetFile(std::filesystem::path folder, std::string name, const std::string& date, const SheetDesign& design,
            const FontSet& fonts);
  ~SheetFile();
  SheetFile(const SheetFile&) = delete;
  SheetFile& operator=(const SheetFile&) = delete;

  void add(PreparedCard card);
  std::size_t cards() const { return expected_.size(); }

  /// Finishes, proofs on `jobs` threads, makes the previews, and publishes through the journal. Throws RunError
  /// (internal) naming sheet, slot and row when the proof fails: the file is then not released.
  void release(Journal& journal, unsigned jobs);

 private:
  void paint_sheet();
  std::filesystem::path part() const { return folder_ / (name_ + ".part"); }

  std::filesystem::path folder_;
  std::string name_;
  std::filesystem::path painted_;
  const SheetDesign& design_;
  SheetPainter painter_;
  std::vector<CardDrawings> sheet_;
  std::vector<ExpectedCard> expected_;
  std::vector<std::string> slugs_;  ///< one a sheet
};

}  // namespace pehchan
