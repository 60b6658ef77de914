#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/card_record.h"
#include "model/printer_profile.h"

namespace pehchan {

/// Which cards of a printed sheet were spoilt.
struct RemakeOptions {
  std::string ledger, job;         ///< the job as people name it: "J0003"
  std::size_t sheet = 0;           ///< of the job, from 1
  std::vector<std::size_t> slots;  ///< from 1; none: all of the sheet
  CardReason reason = CardReason::misprint;
  std::string template_name;                   ///< empty: the job's
  std::filesystem::path icc = {};              ///< empty: the job's
  std::optional<PrinterProfile> printer = {};  ///< none: the job's
  unsigned jobs = 0;                           ///< threads of the proof; 0: as many as there are cores
};

/// A card of a whole spoilt sheet that is void or handed over: nobody needs it again.
struct LeftOut {
  std::size_t slot = 0;
  CardNumber number;
  CardState state = CardState::voided;
};

struct RemakeSummary {
  std::string job;                           ///< of the remake; empty: there was nothing to make
  std::vector<std::filesystem::path> files;  ///< the remake's PDF, or fronts and backs
  std::size_t cards = 0;
  std::vector<CardPlace> made_before;  ///< these were made again already: where
  std::vector<LeftOut> left_out;
};

/// Makes the same cards again on sheets of their own in the job's folder: same numbers, same words and QR codes as the
/// ledger keeps them (signed ones without a key), same portrait, taken from the released file byte for byte; neither
/// roll nor photos are needed. Each card's copy counts one up, in the ledger and in the sheet's margin. Whoever calls
/// twice gets one remake. Throws RunError: usage for a slot that holds no card, bad_input for a slot asked for by
/// itself whose card is void or handed over, or a released file that is not what it was, missing_input when that file
/// is gone, bad_config when the template has changed since.
RemakeSummary remake_cards(const RemakeOptions& options);

}  // namespace pehchan
