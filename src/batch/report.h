#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "ledger/jobs.h"
#include "model/problem.h"
#include "model/roll.h"

namespace pehchan {

/// What an output folder and a roll have come to. Nothing in it depends on how many runs it took or how long they were.
struct Report {
  std::string roll_file;
  std::size_t rows = 0, pending = 0, declined = 0, not_chosen = 0;
  std::size_t issued = 0;  ///< members of this roll that have a card
  std::size_t per_sheet = 0;
  std::vector<JobFile> files;  ///< of the folder
  std::vector<Withheld> withheld;
  std::vector<Problem> notes;
};

/// For programs. Personal data stays out: rows, fields and codes only.
std::string report_json(const Report& report);

/// For the clerk: one self-contained page, Hindi and English, with a picture of a card from `out`/previews and a
/// thumbnail of each withheld member's photo.
std::string report_html(const Report& report, const std::filesystem::path& out, const std::filesystem::path& photos);

/// Writes withheld.csv (or removes one that is no longer true), report.json, report.html and last manifest.json with
/// the SHA-256 of every file there.
void write_reports(const Report& report, const std::filesystem::path& out, const std::filesystem::path& roll,
                   const std::string& encoding, const std::filesystem::path& photos);

}  // namespace pehchan
