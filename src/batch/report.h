#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ledger/jobs.h"
#include "model/problem.h"
#include "model/roll.h"
#include "roll/roll_source.h"

namespace pehchan {

/// Who vouches for QR codes.
struct SignedWith {
  std::string kid, issuer;
};

/// What an output folder and a roll have come to. Nothing in it depends on how many runs it took or how long they were.
struct Report {
  std::string roll_file;
  std::size_t rows = 0, pending = 0, declined = 0, not_chosen = 0;
  std::size_t issued = 0;                      ///< members of this roll that have a card
  std::vector<JobFile> files;                  ///< of the folder
  std::map<long long, SignedWith> keys = {};   ///< by job: what its QR codes are signed with; not there: links
  std::optional<SignedWith> signed_with = {};  ///< by this run
  std::map<long long, int> ink_limits = {};    ///< by job: of those whose portraits are in inks, see ProfileChoice
  std::vector<Withheld> withheld;
  std::vector<Problem> notes;
  std::string withheld_file;  ///< name of the file with the withheld rows; empty: nobody is withheld
};

/// For programs. Personal data stays out: rows, fields and codes only.
std::string report_json(const Report& report);

/// For the clerk: one self-contained page, Hindi and English, with a picture of a card from `out`/previews and a
/// thumbnail of each withheld member's photo.
std::string report_html(const Report& report, const std::filesystem::path& out, const std::filesystem::path& photos);

/// Writes the withheld rows in the roll's own format (or removes a file of them that is no longer true), report.json,
/// report.html and last manifest.json with the SHA-256 of every file there. Gives the name of the file of withheld
/// rows; empty when there is none.
std::string write_reports(Report report, const std::filesystem::path& out, const RollSource& roll,
                          const std::filesystem::path& photos);

}  // namespace pehchan
