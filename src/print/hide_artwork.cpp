#include "print/hide_artwork.h"

#include <zlib.h>

#include <cstddef>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>
#include <utility>

#include "base/run_error.h"
#include "print/lay_beneath.h"

namespace pehchan {
namespace {

constexpr std::size_t zlib_frame = 11;  ///< header, header of a stored block, checksum
constexpr std::size_t longest_block = 65'535;

/// Spaces as a zlib stream (RFC 1950) of one stored block, `size` bytes long.
std::string packed_spaces(std::size_t size) {
  const std::string spaces(size - zlib_frame, ' ');
  const auto length = static_cast<unsigned>(spaces.size());
  const auto sum = static_cast<unsigned>(
      adler32(1, reinterpret_cast<const Bytef*>(spaces.data()), static_cast<uInt>(spaces.size())));
  std::string packed{'\x78', '\x01', '\x01'};
  for (const unsigned part : {length, length >> 8, ~length, ~length >> 8}) packed += static_cast<char>(part & 255U);
  packed += spaces;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) packed += static_cast<char>(sum >> shift & 255U);
  return packed;
}

/// Where in the file a stream's packed data lies: first byte and number of bytes.
using Place = std::pair<std::size_t, std::size_t>;

std::set<Place> places_of_artwork(const std::string& pdf, const std::string& file) {
  QPDF reader;
  reader.setSuppressWarnings(true);
  reader.processMemoryFile(file.c_str(), pdf.data(), pdf.size());
  std::set<Place> places;
  const auto pages = QPDFPageDocumentHelper(reader).getAllPages();
  // All sheets but the last are alike.
  for (std::size_t i = 0; i < pages.size(); i = i == 1 && pages.size() > 4 ? pages.size() - 2 : i + 1) {
    QPDFPageObjectHelper page = pages[i];
    QPDFObjectHandle objects = page.getAttribute("/Resources", false).getKey("/XObject");
    QPDFObjectHandle form = objects.isDictionary() ? objects.getKey(artwork_resource) : QPDFObjectHandle::newNull();
    if (!form.isStream() || !form.getDict().getKey("/Filter").isNameAndEquals("/FlateDecode")) continue;
    const auto raw = form.getRawStreamData();
    const auto at = pdf.find(std::string_view(reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()),
                             static_cast<std::size_t>(form.getParsedOffset()));
    if (at != std::string::npos && raw->getSize() > zlib_frame && raw->getSize() < longest_block)
      places.emplace(at, raw->getSize());
  }
  return places;
}

}  // namespace

void hide_artwork(std::string& pdf, const std::string& file) try {
  for (const auto& [at, size] : places_of_artwork(pdf, file)) pdf.replace(at, size, packed_spaces(size));
} catch (const QPDFExc&) {
  throw RunError(ExitCode::internal, file + " cannot be read back as a PDF");
}

}  // namespace pehchan
