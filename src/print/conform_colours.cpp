#include "print/conform_colours.h"

#include <memory>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

#include "print/black_filter.h"
#include "print/icc_stream.h"

namespace pehchan {
namespace {

using Handle = QPDFObjectHandle;

bool is_named(Handle dictionary, const char* key, const char* name) {
  return dictionary.getKey(key).isNameAndEquals(name);
}

/// A stream of drawing operators that is not a page's own: a form, or a pattern's cell.
bool is_content(Handle& object) {
  return object.isStream() && (is_named(object.getDict(), "/Subtype", "/Form") ||
                               (object.getDict().getKey("/PatternType").isInteger() &&
                                object.getDict().getKey("/PatternType").getIntValue() == 1));
}

bool is_blended_in_inks(Handle page) {
  Handle group = page.getKey("/Group");
  return group.isDictionary() && is_named(group, "/CS", "/DeviceCMYK");
}

class Colours {
 public:
  Colours(QPDF& pdf, const PressProfile& profile)
      : pdf_(pdf),
        profile_(profile),
        space_(Handle::newName(profile.purpose == Purpose::press ? "/DeviceCMYK" : "/DeviceRGB")) {}

  void conform() {
    auto objects = pdf_.getAllObjects();
    auto pages = QPDFPageDocumentHelper(pdf_).getAllPages();
    // Pages over artwork with inks are blended in CMYK by now (print/lay_beneath).
    for (auto& page : pages) has_inks_ = has_inks_ || is_blended_in_inks(page.getObjectHandle());
    for (Handle& object : objects) note_mask(object);
    for (Handle& object : objects)
      if (is_content(object)) {
        Handle dictionary = object.getDict();
        change(object);
        tell_spaces(dictionary);
        if (!masks_.contains(object.getObjGen())) blend(dictionary);
      }
    for (auto& page : pages) {
      Handle dictionary = page.getObjectHandle();
      for (Handle& content : page.getPageContents()) change(content);
      tell_spaces(dictionary);
      blend(dictionary);
    }
  }

 private:
  /// The colour space of a group that is a mask by its brightness decides what it lets through.
  void note_mask(Handle& object) {
    if (!object.isDictionary() && !object.isStream()) return;
    Handle states = object.isStream() ? object.getDict().getKey("/Resources") : object;
    if (states.isDictionary() && states.hasKey("/Resources")) states = states.getKey("/Resources");
    if (!states.isDictionary()) return;
    Handle graphics = states.getKey("/ExtGState");
    if (!graphics.isDictionary()) return;
    for (auto& [name, state] : graphics.getDictAsMap()) {
      if (!state.isDictionary() || !state.getKey("/SMask").isDictionary()) continue;
      Handle mask = state.getKey("/SMask");
      if (is_named(mask, "/S", "/Luminosity") && mask.getKey("/G").isStream())
        masks_.insert(mask.getKey("/G").getObjGen());
    }
  }

  void change(Handle content) {
    const bool is_press = profile_.purpose == Purpose::press;
    if (!is_press && profile_.purpose != Purpose::card_printer) return;
    if (!content.isStream() || !changed_.insert(content.getObjGen()).second) return;
    content.addTokenFilter(std::make_shared<BlackFilter>(
        Blacks{.is_on_black_ink = is_press, .is_near_black_black = !masks_.contains(content.getObjGen())}));
  }

  void tell_spaces(Handle owner) {
    const bool is_press = profile_.purpose == Purpose::press;
    if (!is_press && !(has_inks_ && profile_.purpose == Purpose::archive)) return;
    Handle resources = owner.getKey("/Resources");
    if (!resources.isDictionary()) return;
    Handle spaces = resources.getKey("/ColorSpace");
    if (!spaces.isDictionary()) spaces = Handle::newDictionary();
    spaces.replaceKey(is_press ? "/DefaultRGB" : "/DefaultCMYK", default_space());
    resources.replaceKey("/ColorSpace", spaces);
  }

  Handle default_space() {
    if (!default_.isInitialized()) {
      const bool is_press = profile_.purpose == Purpose::press;
      default_ = pdf_.makeIndirectObject(icc_space(pdf_, is_press ? profile_.srgb : profile_.condition.icc));
    }
    return default_;
  }

  void blend(Handle owner) const {
    Handle group = owner.getKey("/Group");
    if (group.isDictionary() && profile_.purpose != Purpose::card_printer) group.replaceKey("/CS", space_);
  }

  QPDF& pdf_;
  const PressProfile& profile_;
  Handle space_, default_;
  bool has_inks_ = false;
  std::set<QPDFObjGen> masks_, changed_;
};

}  // namespace

void conform_colours(QPDF& pdf, const PressProfile& profile) { Colours(pdf, profile).conform(); }

}  // namespace pehchan
