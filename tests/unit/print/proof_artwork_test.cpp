// The proof sees every card with its artwork, whatever the artwork costs to draw, and knows when it is another's, or
// lies on top.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "print/made_artwork.h"
#include "print/printed_order.h"
#include "print/proof.h"
#include "print/proof_copy.h"
#include "print/proof_page.h"
#include "print/read_back.h"
#include "sheet/impose.h"
#include "support/run_program.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t sheets = 4;

/// Three full sheets and one of three cards.
template <class T>
std::vector<T> often(const std::vector<T>& thirteen) {
  std::vector<T> all;
  for (int i = 0; i < 2; ++i) all.insert(all.end(), thirteen.begin(), thirteen.begin() + 10);
  all.insert(all.end(), thirteen.begin(), thirteen.end());
  return all;
}

fs::path printed(const SheetDesign& design, const PrintedOrder& order, const std::string& name) {
  return order.print(often(order.drawings), name, design);
}

std::vector<ProofFault> proof(const fs::path& pdf, const PrintedOrder& order = printed_order()) {
  return proof_sheets(pdf, order.design, often(order.expected), PrintedOrder::slugs(sheets), 2);
}

QPDFObjectHandle objects_of(QPDFPageObjectHelper page) {
  return page.getAttribute("/Resources", false).getKey("/XObject");
}

/// A good file after this was done to the back of its second sheet.
using Change = std::function<void(QPDF&, QPDFPageObjectHelper)>;
fs::path changed(const Change& change) {
  const fs::path good = printed(printed_order().design, printed_order(), "good");
  const fs::path pdf = good.string() + ".changed";
  QPDF file;
  file.processFile(good.c_str());
  change(file, QPDFPageDocumentHelper(file).getAllPages().at(3));
  QPDFWriter writer(file, pdf.c_str());
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.write();
  return pdf;
}

/// Draws this on it, beneath all else or on top.
Change drawing(const std::string& content, bool beneath = false) {
  return [=](QPDF& file, QPDFPageObjectHelper page) {
    page.addPageContents(QPDFObjectHandle::newStream(&file, content), beneath);
  };
}

void expect_fault(const Change& change, const std::string& reason) {
  const auto faults = proof(changed(change));
  ASSERT_FALSE(faults.empty());
  for (const ProofFault& fault : faults) {
    EXPECT_EQ(fault.sheet, 2U);
    EXPECT_EQ(fault.side, CardSide::back);
    EXPECT_NE(fault.reason.find(reason), std::string::npos) << fault.reason;
  }
}

const std::string other_artwork = "its artwork is not that of the other sheets";

TEST(ProofArtwork, AFileWrittenAnewWithoutAChangePasses) {
  EXPECT_TRUE(proof(changed([](QPDF&, QPDFPageObjectHelper) {})).empty());
}

TEST(ProofArtwork, ArtworkDrawnAgainOnTopIsAFault) {
  expect_fault(drawing("q /PehchanArtwork Do Q"), other_artwork);
  expect_fault(
      [](QPDF& file, QPDFPageObjectHelper page) {
        objects_of(page).replaceKey("/Else", objects_of(page).getKey("/PehchanArtwork"));
        drawing("q /Else Do Q")(file, page);
      },
      other_artwork);
}

TEST(ProofArtwork, ArtworkOverTheCardsInsteadOfBeneathIsAFault) {
  expect_fault(
      [](QPDF& file, QPDFPageObjectHelper page) {
        auto contents = page.getPageContents();
        std::rotate(contents.begin(), contents.begin() + 1, contents.end());
        page.getObjectHandle().replaceKey("/Contents", file.makeIndirectObject(QPDFObjectHandle::newArray(contents)));
      },
      other_artwork);
}

TEST(ProofArtwork, APageWithOtherArtworkOrNoneIsAFault) {
  expect_fault(
      [](QPDF& file, QPDFPageObjectHelper page) {
        QPDFObjectHandle form = objects_of(page).getKey("/PehchanArtwork");
        QPDFObjectHandle other = QPDFObjectHandle::newStream(&file, form.getStreamData());
        other.replaceDict(form.getDict().shallowCopy());
        objects_of(page).replaceKey("/PehchanArtwork", other);
      },
      other_artwork);
  expect_fault(
      [](QPDF& file, QPDFPageObjectHelper page) {
        auto contents = page.getPageContents();
        contents.erase(contents.begin());
        page.getObjectHandle().replaceKey("/Contents", file.makeIndirectObject(QPDFObjectHandle::newArray(contents)));
      },
      other_artwork);
}

TEST(ProofArtwork, AWhiteBoxOverACodeIsAFault) {
  const auto& slot = printed_order().design.imposition.back.slots[4];
  const Rect box = on_sheet(slot, printed_order().design.card.back.qr->box);
  // Cairo's y runs down, from its first operator to the page's end.
  expect_fault(drawing("2.834646 0 0 2.834646 0 0 cm 1 g " + std::to_string(box.x.value) + " " +
                       std::to_string(box.y.value) + " 12 12 re f"),
               "QR code");
}

TEST(ProofArtwork, AWhiteBoxOverTheArtworkIsAFaultEvenBeneathTheCards) {
  expect_fault(
      [](QPDF& file, QPDFPageObjectHelper page) {
        auto contents = page.getPageContents();
        contents.insert(contents.begin() + 1,
                        file.makeIndirectObject(QPDFObjectHandle::newStream(&file, "q 1 g 0 0 999 999 re f Q")));
        page.getObjectHandle().replaceKey("/Contents", file.makeIndirectObject(QPDFObjectHandle::newArray(contents)));
      },
      "something lies beside");
}

/// The proof's copy of this file.
ProofCopy copy_of(const fs::path& pdf, const SheetDesign& design) {
  const auto expected = often(printed_order().expected);
  std::vector<FilledSlots> filled;
  for (std::size_t at = 0; at < expected.size(); at += 10)
    filled.push_back(first_slots(std::min<std::size_t>(10, expected.size() - at)));
  return make_proof_copy(bytes_of(pdf), "copy", design, filled, proof_view(CardSide::front, design, expected),
                         proof_view(CardSide::back, design, expected));
}

/// The share of an area's px in which two images are not as good as equal.
double difference(const PageImage& a, const PageImage& b, const Rect& area) {
  const auto one = piece_of(a, area).image.grey, other = piece_of(b, area).image.grey;
  if (one.size() != other.size() || one.empty()) return 1;
  std::size_t count = 0;
  for (std::size_t i = 0; i < one.size(); ++i) count += std::abs(int(one[i]) - int(other[i])) > 4 ? 1U : 0U;
  return static_cast<double>(count) / static_cast<double>(one.size());
}

class SeenArtwork : public testing::TestWithParam<Duplex> {
 protected:
  static SheetDesign turned(SheetDesign design) {
    design.format.duplex = GetParam();
    design.imposition = impose(design.format, *turn_to_fit(design.format, design.card.size));
    return design;
  }
  static void expect_seen(const SheetDesign& design, const PrintedOrder& order) {
    const fs::path pdf = printed(design, order, "seen");
    const std::string bytes = bytes_of(pdf);
    const ProofCopy copy = copy_of(pdf, design);
    ASSERT_TRUE(copy.wrong_pages.empty());
    EXPECT_TRUE(copy.bytes.starts_with(bytes)) << "the file itself is what is proofed";
    const PdfReader seen(copy.bytes, "seen"), whole(bytes, "whole");
    const auto expected = often(order.expected);
    for (std::size_t page = 0; page < 2 * sheets; ++page) {
      const CardSide side = page % 2 == 0 ? CardSide::front : CardSide::back;
      const ProofView view = proof_view(side, design, expected);
      ASSERT_FALSE(view.boxes.empty());
      const PageImage looked_at = seen.render(page, view.dpi), drawn = whole.render(page, view.dpi);
      for (std::size_t i = 0; i < (page < 6 ? 10U : 3U); ++i)
        for (const Rect& box : view.boxes) {
          const Rect area = on_sheet(design.imposition.side(side).slots[i], box);
          EXPECT_LT(difference(looked_at, drawn, area), 0.03) << page << ' ' << i;
        }
    }
  }
};
INSTANTIATE_TEST_SUITE_P(ProofArtwork, SeenArtwork, testing::Values(Duplex::long_edge, Duplex::short_edge));

TEST_P(SeenArtwork, EveryCodeAndPortraitLooksAsItDoesWithTheArtworkDrawnInFull) {
  expect_seen(turned(printed_order().design), printed_order());
}

TEST_P(SeenArtwork, AlsoOfCardsThatLieAcross) { expect_seen(turned(upright_order().design), upright_order()); }

TEST_P(SeenArtwork, AlsoOfAPdfWithInks) {
  SheetDesign design = turned(printed_order().design);
  design.card.front.artwork = design.card.back.artwork = {"a.pdf", made_artwork(), 1, {}};
  expect_seen(design, printed_order());
}

TEST(ProofArtwork, NoPageOfTheCopyDrawsMoreThanPicturesBeneathItsCards) {
  const ProofCopy copy = copy_of(printed(printed_order().design, printed_order(), "picture"), printed_order().design);
  QPDF file;
  file.processMemoryFile("copy", copy.bytes.data(), copy.bytes.size());
  for (QPDFPageObjectHelper page : QPDFPageDocumentHelper(file).getAllPages()) {
    QPDFObjectHandle form = objects_of(page).getKey("/PehchanArtwork");
    const auto drawn = form.getDict().getKey("/Resources").getKey("/XObject").getDictAsMap();
    EXPECT_FALSE(drawn.empty());
    for (const auto& [name, object] : drawn) EXPECT_TRUE(QPDFObjectHandle(object).isImage()) << name;
    EXPECT_LT(form.getStreamData()->getSize(), 2000U);
  }
  EXPECT_FALSE(file.anyWarnings());
}

}  // namespace
}  // namespace pehchan
