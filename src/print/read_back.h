#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "model/barcode_symbol.h"
#include "model/imposition.h"
#include "model/portrait.h"

namespace pehchan {

/// A page of a finished PDF as a stranger sees it: rendered in grey, 8 bits a pixel.
struct PageImage {
  std::vector<unsigned char> grey;  ///< row by row, no padding
  int width = 0, height = 0;        ///< px
  double dpi = 0;
};

/// A word of a page, where it stands.
struct PlacedWord {
  std::string text;  ///< UTF-8
  Point centre;
};

/// The page's boxes agree with this paper within 0.1 mm.
struct PageBoxes {
  Size media, trim, bleed;
};

/// A finished PDF opened for reading back. Not shared between threads: each opens the same bytes for itself.
class PdfReader {
 public:
  /// `bytes` must outlive it. Throws RunError (internal) naming `file` when it is not a PDF.
  PdfReader(std::string_view bytes, const std::string& file);
  ~PdfReader();

  std::size_t pages() const;
  bool embeds_all_fonts() const;
  PageBoxes boxes(std::size_t page) const;
  PageImage render(std::size_t page, double dpi) const;
  std::vector<PlacedWord> words(std::size_t page) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// What the QR code inside `area` says; empty when none can be read there.
std::string read_qr(const PageImage& image, const Rect& area);

/// What the barcode of this kind inside `area` says; empty when none can be read there.
std::string read_barcode(const PageImage& image, const Rect& area, BarcodeKind kind);

/// Mean luminance of the grid laid over `window` of the card in `slot`: as the card is held, however it lies.
LuminanceGrid luminance_of(const PageImage& image, const Slot& slot, const Rect& window);

/// Whether nothing is printed inside `area`.
bool is_blank(const PageImage& image, const Rect& area);

/// Whether two images of one size show the same inside `area`.
bool is_same(const PageImage& a, const PageImage& b, const Rect& area);

/// `to` shows inside `area` what `from` does, which is of its size.
void copy_area(const PageImage& from, const Rect& area, PageImage& to);

}  // namespace pehchan
