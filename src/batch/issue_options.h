#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "batch/arrangement.h"
#include "batch/portrait_options.h"
#include "batch/profile_choice.h"
#include "batch/signing.h"
#include "batch/work_order.h"
#include "model/printer_profile.h"
#include "roll/roll_source.h"

namespace pehchan {

/// Which of the confirmed members to take. An empty list takes all.
struct MemberFilter {
  std::vector<std::string> districts, blocks, booths, members;
};

/// What one run is asked to do.
struct IssueOptions {
  RollSource roll;
  std::filesystem::path photos, out;
  PortraitOptions portraits;
  std::string ledger;                     ///< a file, or postgresql://…
  std::string period;                     ///< a member has at most one live card in a period; empty: the ledger's only
  std::string prefix = "PCN";             ///< of new card numbers
  std::string template_name = "member";   ///< a folder of templates/, or a path
  std::string sheet = "a4-2x5";           ///< as find_sheet_format takes it
  ProfileChoice profile;                  ///< what the sheets are made for
  std::optional<PrinterProfile> printer;  ///< whose misalignment is undone on every page
  std::string link_base = "https://example.org/c/";
  SigningOptions signing = {};  ///< with a key the QR codes are signed credentials instead of links
  std::string date;             ///< YYYY-MM-DD, told in the PDFs; empty: the latest confirmed_on of the order
  MemberFilter filter;
  unsigned jobs = 0;  ///< threads; 0: as many as there are cores
  std::size_t sheets_per_file = 50;
  Arrangement arrangement = {};
  WorkRates rates = {};     ///< of a dry run
  int lease_seconds = 600;  ///< a worker silent for so long has lost its cards to others
  bool is_dry_run = false;
};

}  // namespace pehchan
