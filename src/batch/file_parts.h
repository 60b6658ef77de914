#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "model/page_order.h"
#include "model/sheet_format.h"

namespace pehchan {

// A file of sheets is one PDF, or two where fronts and backs are apart: then the ledger knows both under the name of
// the fronts, "sheets-0003-fronts.pdf", as one file that is released or not.

/// One of the PDFs: its name, and the pages that it has for each sheet.
struct FilePart {
  std::string name;
  PageOrder pages;
};

/// Of a file that would be called "sheets-0003.pdf", or is by the ledger, the one first that the ledger knows it by.
std::vector<FilePart> parts_of(const std::string& name, Sides sides);

/// The names of all PDFs that the ledger knows by this one.
std::vector<std::string> part_names(const std::string& ledger_name);

/// What the ledger keeps of their bytes: the SHA-256 of the PDF; of two, the SHA-256 of their own one after the other.
/// Throws RunError as sha256_of_file does.
std::string digest_of(const std::vector<std::filesystem::path>& parts);

/// The same of `ledger_name` in `folder`; empty when a part of it is not there.
std::string digest_in(const std::filesystem::path& folder, const std::string& ledger_name);

}  // namespace pehchan
