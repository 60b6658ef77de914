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
  Rect box;
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
  /// On paper of this grey.
  PageImage render(std::size_t page, double dpi, unsigned char paper = 255) const;
  /// Only an area of the page, on white paper; it begins at the image's corner, to a pixel.
  PageImage render_area(std::size_t page, const Rect& area, double dpi) const;
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

/// Whether nothing is printed inside `area`, on paper of this grey.
bool is_blank(const PageImage& image, const Rect& area, unsigned char paper = 255);

/// Makes `area` blank, paper of this grey.
void make_blank(PageImage& image, const Rect& area, unsigned char paper);

/// Every px of an image that `area` touches; none where it lies beside the image.
struct PagePiece {
  int left = 0, top = 0;
  PageImage image;
};
PagePiece piece_of(const PageImage& image, const Rect& area);

}  // namespace pehchan
