#include "print/placed_jpegs.h"

#include <string>

namespace pehchan {
namespace {

/// No file of ours nests deeper; a form that draws itself would never end.
constexpr int deepest = 8;

bool is_jpeg(QPDFObjectHandle stream) {
  QPDFObjectHandle filter = stream.getDict().getKey("/Filter");
  if (filter.isArray() && filter.getArrayNItems() == 1) filter = filter.getArrayItem(0);
  return filter.isName() && filter.getName() == "/DCTDecode";
}

/// Follows one content stream: what is moved, kept and restored, and drawn.
class Follower : public QPDFObjectHandle::ParserCallbacks {
 public:
  Follower(QPDFObjectHandle resources, const QPDFMatrix& matrix, int depth, std::vector<PlacedJpeg>& found)
      : resources_(resources), matrix_(matrix), depth_(depth), found_(found) {}

  void handleObject(QPDFObjectHandle object) override {
    if (!object.isOperator()) return operands_.push_back(object);
    const std::string name = object.getOperatorValue();
    if (name == "q") kept_.push_back(matrix_);
    if (name == "Q" && !kept_.empty()) matrix_ = kept_.back(), kept_.pop_back();
    if (name == "cm" && operands_.size() == 6) transform();
    if (name == "Do" && operands_.size() == 1 && operands_[0].isName()) draw(operands_[0].getName());
    operands_.clear();
  }
  void handleEOF() override {}

 private:
  void transform() {
    double to[6];
    for (std::size_t i = 0; i < 6; ++i) to[i] = operands_[i].getNumericValue();
    matrix_.concat({to[0], to[1], to[2], to[3], to[4], to[5]});
  }

  void draw(const std::string& name) {
    QPDFObjectHandle drawn = resources_.getKey("/XObject").getKey(name);
    if (!drawn.isStream()) return;
    if (drawn.isFormXObject()) return enter(drawn);
    if (!drawn.isImage() || !is_jpeg(drawn)) return;
    const auto box = matrix_.transformRectangle({0, 0, 1, 1});
    found_.push_back(
        {drawn, {from_pt(box.llx), from_pt(box.lly), from_pt(box.urx - box.llx), from_pt(box.ury - box.lly)}});
  }

  void enter(QPDFObjectHandle form) {
    if (depth_ == deepest) return;
    QPDFMatrix inside = matrix_;
    if (form.getDict().getKey("/Matrix").isMatrix()) inside.concat(form.getDict().getKey("/Matrix").getArrayAsMatrix());
    Follower follower(form.getDict().getKey("/Resources"), inside, depth_ + 1, found_);
    form.parseAsContents(&follower);
  }

  QPDFObjectHandle resources_;
  QPDFMatrix matrix_;
  int depth_;
  std::vector<PlacedJpeg>& found_;
  std::vector<QPDFMatrix> kept_;
  std::vector<QPDFObjectHandle> operands_;
};

}  // namespace

std::vector<PlacedJpeg> placed_jpegs(QPDFPageObjectHelper page, const QPDFMatrix& seen) {
  // A PDF's y runs up from the lower left corner.
  const auto media = page.getAttribute("/MediaBox", false).getArrayAsRectangle();
  std::vector<PlacedJpeg> found;
  QPDFMatrix from_top{1, 0, 0, -1, -media.llx, media.ury};
  from_top.concat(seen);
  Follower follower(page.getAttribute("/Resources", false), from_top, 0, found);
  page.parseContents(&follower);
  return found;
}

}  // namespace pehchan
