#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "batch/sheet_parts.h"
#include "ledger/after_print.h"
#include "printer/ipp_printer.h"

namespace pehchan {

struct SendOptions {
  std::string ledger, job;           ///< the job as people name it: "J0003"
  std::string printer;               ///< ipp://… or a CUPS queue
  std::vector<SheetRange> sheets;    ///< of the job, in order; none: all that are not printed yet
  PaperSide side = PaperSide::both;  ///< where fronts and backs are apart: both means the fronts that are left
  TicketWishes wishes;
  bool is_forgetting = false;         ///< what an earlier run had left with a printer has been looked after
  bool is_again = false;              ///< also sheets that have nothing left to print
  std::chrono::minutes patience{30};  ///< with a printer that stands still
};

/// How far the sending has come, told whenever that changes.
struct SendProgress {
  std::string file;
  SheetRange sheets;     ///< that were handed to the printer, of the job
  std::size_t done = 0;  ///< of them, by the printer's count
  PrintProgress printer;
};
using SendSink = std::function<void(const SendProgress&)>;

/// What a person says of sheets that the printer has lost its memory of.
enum class Lost { unknown, came_out, did_not };

/// A person, asked.
struct SendAsker {
  /// Whether these sheets came out well, of a printer that could not say it itself.
  std::function<bool(const SheetRange&)> came_out = [](const SheetRange&) { return false; };
  std::function<Lost(const SheetRange&)> lost = [](const SheetRange&) { return Lost::unknown; };
};

/// A card on a sheet that was sent although it no longer counts.
struct DeadCard {
  std::size_t sheet = 0, slot = 0;
  std::string number;
};

struct SendSummary {
  std::string job;
  std::vector<SheetRange> acknowledged;  ///< by the printer or a person; their cards are `printed` now
  std::vector<SheetRange> unsure;        ///< the printer took them all and nobody has said that they are well
  std::vector<SheetRange> fronts;        ///< came out well in this run; their backs are still to be printed
  std::vector<SheetRange> want_backs;    ///< all whose fronts are out and whose backs are not, where they are apart
  std::vector<SheetRange> not_sent;      ///< because something ended it before
  bool is_of_fronts = false;             ///< what is unsure are fronts
  std::size_t cards = 0;                 ///< `printed` now
  std::vector<DeadCard> dead;
  std::string failure;           ///< what ended it early, in the printer's words; empty: nothing did
  SheetRange failed;             ///< the sheets that were with the printer then
  std::size_t counted = 0;       ///< of them, by the printer's count
  bool is_with_printer = false;  ///< it may still print them: the next run asks it first
  bool was_stopped = false;      ///< as asked
};

}  // namespace pehchan
