#include "corpus/pdf_readers.h"

#include <poppler-document.h>
#include <poppler-page.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "support/run_program.h"

namespace pehchan {
namespace fs = std::filesystem;

std::string read_by_pdftotext(const fs::path& pdf, const std::string& option) {
  const std::string text = pdf.string() + ".txt";
  const std::string command = "pdftotext " + option + " '" + pdf.string() + "' '" + text + "'";
  if (std::system(command.c_str()) != 0) throw std::runtime_error("failed: " + command);
  return bytes_of(text);
}

std::string read_by_poppler(const fs::path& pdf) {
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_file(pdf.string()));
  if (!document) throw std::runtime_error("poppler cannot read " + pdf.string());
  std::string text;
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    const poppler::byte_array utf8 = page->text().to_utf8();
    text.append(utf8.begin(), utf8.end());
    text += '\f';
  }
  return text;
}

}  // namespace pehchan
