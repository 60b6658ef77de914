// Every rule of docs/pdf-profiles.md is broken here once, and must be told by its name.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "base/length.h"
#include "print/changed_file.h"
#include "print/conform_portraits.h"
#include "print/made_artwork.h"
#include "print/preflight/proof_file.h"
#include "print/printed_order.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;
using Handle = QPDFObjectHandle;

bool is_mask(Handle& object) { return object.isImage(false) && object.getDict().getKey("/ImageMask").isBool(); }

/// Draws an object of the first page's resources once more.
void draw(QPDF& pdf, Handle object, const std::string& matrix) {
  page_of(pdf).getKey("/Resources").getKey("/XObject").replaceKey("/Again", object);
  add_content(pdf, "\nq 0 g " + matrix + " cm /Again Do Q\n");
}

/// The first page cut to the size of a card, right through its words.
void cut_to_a_card(QPDF& pdf) {
  Handle page = page_of(pdf);
  for (const char* box : {"/MediaBox", "/BleedBox", "/TrimBox"})
    page.replaceKey(box, Handle::newFromRectangle({60, 700, 60 + to_pt(85.6_mm), 700 + to_pt(53.98_mm)}));
}

fs::path two_cards_with_one_code() {
  auto drawings = printed_order().drawings;
  drawings.resize(2);
  drawings.front().back.qr = drawings.back().back.qr;
  drawings.front().front.qr = drawings.back().front.qr;
  return printed_order().print(drawings, "one-code");
}

fs::path a_card_without_its_code() {
  auto drawings = printed_order().drawings;
  drawings[1].front.qr.reset(), drawings[1].back.qr.reset();
  return printed_order().print(drawings, "no-code");
}

/// Files that break a rule, for what they are held to.
struct Broken {
  std::function<fs::path()> file;
  std::optional<Purpose> demanded = std::nullopt;
};

Broken of(Purpose purpose, Change change) {
  return {[=] { return changed(purpose, change); }};
}
Broken press(Change change) { return of(Purpose::press, std::move(change)); }

const std::map<Rule, Broken>& broken() {
  static const std::map<Rule, Broken> all{
      {Rule::claim, {[] { return printed_for(Purpose::office); }, Purpose::press}},
      {Rule::version, press([](QPDF& p) { p.getRoot().replaceKey("/Version", Handle::newName("/1.7")); })},
      {Rule::identifier, {[] {
         return changed(
             Purpose::office, [](QPDF&) {}, false);
       }}},
      {Rule::metadata, press([](QPDF& p) { p.getRoot().removeKey("/Metadata"); })},
      {Rule::dates, press([](QPDF& p) { info_of(p).replaceKey("/ModDate", Handle::newString("yesterday")); })},
      {Rule::trapped, press([](QPDF& p) { info_of(p).removeKey("/Trapped"); })},
      {Rule::intent, press([](QPDF& p) { p.getRoot().removeKey("/OutputIntents"); })},
      {Rule::boxes, press([](QPDF& p) { page_of(p).removeKey("/TrimBox"); })},
      {Rule::scaling, press([](QPDF& p) {
         p.getRoot().replaceKey("/ViewerPreferences", Handle::parse("<< /PrintScaling /AppDefault >>"));
       })},
      {Rule::actions,
       press([](QPDF& p) { p.getRoot().replaceKey("/OpenAction", Handle::parse("<< /S /JavaScript /JS (1) >>")); })},
      {Rule::annotations,
       press([](QPDF& p) { page_of(p).replaceKey("/Annots", Handle::parse("[<< /Subtype /Link >>]")); })},
      {Rule::attachments,
       press([](QPDF& p) { p.getRoot().replaceKey("/Names", Handle::parse("<< /EmbeddedFiles << /Names [] >> >>")); })},
      {Rule::outside,
       press([](QPDF& p) { picture(p, "/DCTDecode").getDict().replaceKey("/OPI", Handle::parse("<< >>")); })},
      {Rule::filters,
       press([](QPDF& p) { picture(p, "/DCTDecode").getDict().replaceKey("/Filter", Handle::newName("/LZWDecode")); })},
      {Rule::interpolate,
       press([](QPDF& p) { picture(p, "/DCTDecode").getDict().replaceKey("/Interpolate", Handle::newBool(true)); })},
      {Rule::limits,
       press([](QPDF& p) { p.getRoot().replaceKey("/Lang", Handle::newString(std::string(40'000, 'x'))); })},
      {Rule::operators, press([](QPDF& p) { add_content(p, "\n1 2 bogus\n"); })},
      {Rule::drawing_cost, press([](QPDF& p) { add_content(p, "\nq [0.0001 0.0001] 0 d 0 0 m 600 0 l S Q\n"); })},
      {Rule::device_colour,
       press([](QPDF& p) { page_of(p).getKey("/Resources").getKey("/ColorSpace").removeKey("/DefaultRGB"); })},
      {Rule::blending,
       press([](QPDF& p) { page_of(p).getKey("/Group").replaceKey("/CS", Handle::newName("/DeviceRGB")); })},
      {Rule::black_ink, press([](QPDF& p) { add_content(p, "\nq 0 0 0 rg 0 0 1 1 re f Q\n"); })},
      {Rule::text_inks, press([](QPDF& p) { add_content(p, "\nq .7 .6 .6 1 k BT /f-0-0 20 Tf (a) Tj ET Q\n"); })},
      {Rule::overprint, press([](QPDF& p) { add_state(p, "<< /OP true /op true /OPM 1 >>"); })},
      {Rule::ink_limit,
       press([](QPDF& p) { picture(p, "/DCTDecode").getDict().replaceKey(ink_limit_key, Handle::newInteger(300)); })},
      {Rule::transfer, press([](QPDF& p) { add_state(p, "<< /TR /Identity >>"); })},
      {Rule::font_embedded,
       press([](QPDF& p) { font(p, "/TrueType").getKey("/FontDescriptor").removeKey("/FontFile2"); })},
      {Rule::font_subset,
       press([](QPDF& p) { font(p, "/TrueType").replaceKey("/BaseFont", Handle::newName("/Helvetica")); })},
      {Rule::font_unicode, press([](QPDF& p) { font(p, "/TrueType").removeKey("/ToUnicode"); })},
      {Rule::font_form, press([](QPDF& p) { font(p, "/CIDFontType2").removeKey("/CIDToGIDMap"); })},
      {Rule::text_size, press([](QPDF& p) { add_content(p, "\nq BT /f-0-0 2 Tf (a) Tj ET Q\n"); })},
      {Rule::hidden_text, press([](QPDF& p) { add_content(p, "\nq BT 3 Tr /f-0-0 9 Tf (a) Tj ET Q\n"); })},
      {Rule::safe_area, of(Purpose::office, cut_to_a_card)},
      {Rule::portrait_ppi, press([](QPDF& p) { draw(p, picture(p, "/DCTDecode"), "560 0 0 717 20 60"); })},
      {Rule::portrait_shape, press([](QPDF& p) { draw(p, picture(p, "/DCTDecode"), "80 0 0 80 20 20"); })},
      {Rule::module_size, press([](QPDF& p) { draw(p, first(p, is_mask), "12 0 0 12 20 20"); })},
      {Rule::quiet_zone, press([](QPDF& p) {
         QPDFPageDocumentHelper(p).getAllPages().at(1).addPageContents(
             Handle::newStream(&p, "\nq 0 g 2 w 0 0 m 600 850 l 600 0 m 0 850 l 0 750 m 600 750 l S Q\n"), false);
       })},
      {Rule::unreadable, press([](QPDF& p) {
         first(p, is_mask).replaceStreamData(std::string(5 * 33, '\x55'), Handle::newNull(), Handle::newNull());
       })},
      {Rule::doubled, {two_cards_with_one_code}},
      {Rule::missing_code, {a_card_without_its_code}}};
  return all;
}

TEST(PreflightRules, EachIsBrokenOnceAndTold) {
  for (std::size_t i = 0; i < rules; ++i) {
    const auto rule = static_cast<Rule>(i);
    SCOPED_TRACE(std::string(code_of(rule)));
    const auto found = broken().find(rule);
    ASSERT_NE(found, broken().end()) << "no file here breaks it";
    const fs::path file = found->second.file();
    Codes codes = codes_undrawn(file, found->second.demanded);
    if (std::ranges::find(codes, code_of(rule)) == codes.end())
      codes = codes_of(proof_file(file, found->second.demanded, 1));
    EXPECT_TRUE(std::ranges::find(codes, code_of(rule)) != codes.end()) << testing::PrintToString(codes);
  }
}

TEST(PreflightRules, PhotosMayLieInAnyQuarterTurnAndBeMirrored) {
  for (const char* matrix :
       {"80 0 0 102.5 20 20", "0 80 -102.5 0 120 20", "-80 0 0 102.5 100 20", "56.6 56.6 -72.5 72.5 120 20"})
    EXPECT_EQ(codes_undrawn(changed(Purpose::press, [&](QPDF& p) { draw(p, picture(p, "/DCTDecode"), matrix); })),
              Codes())
        << matrix;
  for (const char* matrix : {"80 0 20 102.5 20 20", "84 0 0 102.5 20 20"})
    EXPECT_EQ(codes_undrawn(changed(Purpose::press, [&](QPDF& p) { draw(p, picture(p, "/DCTDecode"), matrix); })),
              Codes{"portrait-shape"})
        << matrix;
}

TEST(PreflightRules, WordsThatDoNotStandOutAreTold) {
  const auto is_told = [](const std::string& content, bool is_beneath) {
    const Codes codes = codes_after(Purpose::office, [&](QPDF& p) {
      QPDFPageDocumentHelper(p).getAllPages().front().addPageContents(Handle::newStream(&p, content), is_beneath);
    });
    return std::ranges::find(codes, "hidden-text") != codes.end();
  };
  EXPECT_TRUE(is_told("\nq 1 g 0 0 600 850 re f Q\n", false)) << "covered";
  EXPECT_TRUE(is_told("\nq 0.2 g 0 0 600 850 re f Q\n", true)) << "the margin's line is as dark as its ground";
  EXPECT_FALSE(is_told("\nq 0.93 g 0 0 600 850 re f Q\n", true));
}

}  // namespace
}  // namespace pehchan
