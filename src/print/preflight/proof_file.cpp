#include "print/preflight/proof_file.h"

#include <qpdf/QPDFExc.hh>

#include "base/file.h"
#include "base/run_error.h"
#include "print/pdf_bombs.h"
#include "print/preflight/check_identity.h"
#include "print/preflight/look_over.h"
#include "print/preflight/read_symbols.h"

namespace pehchan {
namespace {

constexpr std::uintmax_t largest_pdf = 2'000'000'000;
constexpr std::size_t most_pages = 10'000;

[[noreturn]] void refuse(const std::string& file, const std::string& why) {
  throw RunError(ExitCode::bad_input, file + ": " + why, "Give a PDF as 'pehchan issue' writes it.");
}

/// The bytes must outlive `pdf`.
Preflight looked_at(const std::string& bytes, const std::string& file, std::optional<Purpose> demanded) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile(file.c_str(), bytes.data(), bytes.size());
  if (pdf.isEncrypted()) refuse(file, "it is encrypted");
  if (pdf.getAllPages().size() > most_pages) refuse(file, "it has more than 10,000 pages");
  const Purpose claimed = claimed_purpose(pdf);
  Preflight found = look_over(pdf, demanded.value_or(claimed));
  if (demanded && claimed != *demanded)
    found.faults.insert(found.faults.begin(), {.rule = Rule::claim, .detail = std::string(word_of(claimed))});
  if (pdf.anyWarnings()) refuse(file, "it is damaged");
  return found;
}

}  // namespace

Preflight proof_file(const std::filesystem::path& pdf, std::optional<Purpose> demanded, unsigned jobs) {
  return proof_bytes(read_file(pdf, largest_pdf), pdf.string(), demanded, jobs);
}

Preflight proof_bytes(const std::string& bytes, const std::string& file, std::optional<Purpose> demanded,
                      unsigned jobs) {
  if (!bytes.starts_with("%PDF-")) refuse(file, "it is not a PDF");
  try {
    refuse_bombs(bytes, file);
    Preflight found = looked_at(bytes, file, demanded);
    if (found.can_be_drawn) read_symbols(bytes, file, found, jobs);
    return found;
  } catch (const QPDFExc&) {
    refuse(file, "it is damaged");
  } catch (const RunError& error) {
    throw RunError(ExitCode::bad_input, error.what(), "Give a PDF as 'pehchan issue' writes it.");
  }
}

}  // namespace pehchan
