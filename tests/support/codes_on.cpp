#include "support/codes_on.h"

#include "base/file.h"
#include "print/preflight/proof_file.h"
#include "print/read_back.h"

namespace pehchan {

std::vector<std::string> codes_on(const std::filesystem::path& pdf) {
  constexpr double dpi = 300;
  const std::string bytes = read_file(pdf, 100'000'000);
  const PdfReader reader(bytes, pdf.string());
  std::vector<std::string> texts;
  for (const PlacedSymbol& symbol : proof_file(pdf, std::nullopt, 1).symbols) {
    if (symbol.kind != SymbolKind::qr) continue;
    const Rect area = symbol.with_quiet_zone();
    texts.push_back(read_qr(reader.render_area(symbol.page, area, dpi), {{}, {}, area.width, area.height}));
  }
  return texts;
}

}  // namespace pehchan
