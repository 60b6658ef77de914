#include "print/to_unicode.h"

#include <fmt/format.h>

#include <algorithm>

namespace pehchan {
namespace {
constexpr std::size_t most_entries = 100;  // in one section
}

QPDFObjectHandle to_unicode(QPDF& pdf, unsigned bytes, const char* section, const std::vector<std::string>& entries) {
  std::string text =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n";
  text += bytes == 1 ? "<00> <ff>" : "<0000> <ffff>";
  text += "\nendcodespacerange\n";
  for (std::size_t at = 0; at < entries.size(); at += most_entries) {
    const std::size_t end = std::min(entries.size(), at + most_entries);
    text += fmt::format("{} begin{}\n", end - at, section);
    for (std::size_t i = at; i < end; ++i) text += entries[i] + "\n";
    text += fmt::format("end{}\n", section);
  }
  text += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
  return pdf.newStream(text);
}

}  // namespace pehchan
