#include "print/text_layer.h"

#include <map>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>
#include <string_view>
#include <utility>

#include "base/run_error.h"
#include "print/layer_font.h"
#include "print/packed.h"
#include "print/silent_font.h"
#include "print/text_layer_filter.h"

namespace pehchan {
namespace {

class TextLayer {
 public:
  TextLayer(QPDF& pdf, Blacks blacks) : pdf_(pdf), blacks_(blacks) {}

  /// A page's content or a form, and the forms that it shows.
  void lay(QPDFObjectHandle content, QPDFObjectHandle resources) {
    if (!content.isStream()) throw RunError(ExitCode::internal, "a painted page has not one content");
    if (!resources.isDictionary() || !seen_.insert(content.getObjGen()).second) return;
    auto objects = resources.getKey("/XObject");
    if (objects.isDictionary()) {
      for (auto& [name, object] : objects.getDictAsMap())
        if (object.isFormXObject()) lay(object, object.getDict().getKey("/Resources"));
    }
    auto fonts = resources.getKey("/Font");
    if (fonts.isDictionary())
      change(content, add_to(fonts));
    else if (blacks_.changes_any())
      change(content, {});
  }
  const std::set<QPDFObjGen>& seen() const { return seen_; }

 private:
  struct Twin {
    std::shared_ptr<const GlyphWidths> widths;
    QPDFObjectHandle silent;
  };

  /// Now and not as the file is written, because what is packed already QPDF copies as it is.
  void change(QPDFObjectHandle content, const FontWidths& fonts) const {
    const auto data = content.getStreamData(qpdf_dl_generalized);
    const std::string_view painted(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    content.replaceStreamData(packed(with_text_layer(painted, fonts, blacks_)),
                              QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
  }

  FontWidths add_to(QPDFObjectHandle fonts) {
    FontWidths widths;
    // Streams may share one dictionary, which then has both names already.
    const auto own = fonts.getDictAsMap();
    for (const auto& [name, font] : own) {
      if (name == layer_font_name || silent_.contains(font.getObjGen())) continue;
      const Twin& twin = twin_of(font);
      widths.emplace(name, twin.widths);
      fonts.replaceKey(silent_name(name), twin.silent);
    }
    if (!layer_font_.isInitialized()) layer_font_ = layer_font(pdf_);
    fonts.replaceKey(layer_font_name, layer_font_);
    return widths;
  }

  const Twin& twin_of(const QPDFObjectHandle& font) {
    Twin& twin = twins_[font.getObjGen()];
    if (!twin.widths) {
      twin.widths = std::make_shared<GlyphWidths>(widths_of(font));
      twin.silent = silent_font(pdf_, font, *twin.widths);
      silent_.insert(twin.silent.getObjGen());
    }
    return twin;
  }

  QPDF& pdf_;
  Blacks blacks_;
  QPDFObjectHandle layer_font_;
  std::map<QPDFObjGen, Twin> twins_;
  std::set<QPDFObjGen> silent_, seen_;
};

}  // namespace

std::set<QPDFObjGen> lay_text(QPDF& pdf, Blacks blacks) {
  TextLayer layer(pdf, blacks);
  for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    QPDFObjectHandle object = page.getObjectHandle();
    layer.lay(object.getKey("/Contents"), object.getKey("/Resources"));
  }
  return layer.seen();
}

}  // namespace pehchan
