#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "base/run_error.h"
#include "print/changed_file.h"
#include "print/made_artwork.h"
#include "print/preflight/proof_file.h"
#include "print/printed_order.h"
#include "support/build_paths.h"
#include "support/run_program.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;
using Handle = QPDFObjectHandle;

TEST(Preflight, OurFilesAreRight) {
  for (const Purpose purpose : {Purpose::office, Purpose::press, Purpose::card_printer, Purpose::archive}) {
    SCOPED_TRACE(word_of(purpose));
    const Preflight found = proof_file(printed_for(purpose), purpose, 2);
    EXPECT_EQ(codes_of(found), Codes());
    EXPECT_EQ(found.purpose, purpose);
    EXPECT_EQ(found.pages, 2U);
    EXPECT_EQ(found.symbols.size(), 3U);
    EXPECT_GT(found.symbols.front().module, 0.34_mm);
    EXPECT_GT(found.smallest_text, 3.9);
    EXPECT_GT(found.least_ppi, 290);
  }
}

TEST(Preflight, AFileIsHeldToWhatItShouldBe) {
  const Codes codes = codes_of(proof_file(printed_for(Purpose::office), Purpose::press, 1));
  for (const char* code : {"claim", "metadata", "trapped", "intent", "black-ink", "device-colour", "blending"})
    EXPECT_EQ(std::ranges::count(codes, code), 1) << code;
}

TEST(Preflight, BreakingARuleOfX4IsToldByItsName) {
  const std::vector<std::pair<const char*, Change>> breaks{
      {"metadata", [](QPDF& p) { p.getRoot().removeKey("/Metadata"); }},
      {"metadata", [](QPDF& p) { info_of(p).replaceKey("/Title", Handle::newString("another")); }},
      {"metadata", [](QPDF& p) { change_xmp(p, "CreateDate>2026", "CreateDate>2025"); }},
      {"metadata", [](QPDF& p) { change_xmp(p, "PDF/X-4<", "PDF/X-3<"); }},
      {"dates", [](QPDF& p) { info_of(p).replaceKey("/ModDate", Handle::newString("yesterday")); }},
      {"trapped", [](QPDF& p) { info_of(p).removeKey("/Trapped"); }},
      {"trapped", [](QPDF& p) { change_xmp(p, "Trapped>False", "Trapped>True"); }},
      {"intent", [](QPDF& p) { p.getRoot().removeKey("/OutputIntents"); }},
      {"intent", [](QPDF& p) { intent_of(p).removeKey("/DestOutputProfile"); }},
      {"intent",
       [](QPDF& p) {
         auto srgb = p.newStream(bytes_of(PEHCHAN_SOURCE "/icc/sRGB.icc"));
         srgb.getDict().replaceKey("/N", Handle::newInteger(3));
         intent_of(p).replaceKey("/DestOutputProfile", srgb);
       }},
      {"boxes", [](QPDF& p) { page_of(p).removeKey("/TrimBox"); }},
      {"boxes", [](QPDF& p) { page_of(p).replaceKey("/TrimBox", Handle::parse("[-9 0 500 500]")); }},
      {"boxes", [](QPDF& p) { page_of(p).replaceKey("/Rotate", Handle::newInteger(90)); }},
      {"scaling",
       [](QPDF& p) { p.getRoot().replaceKey("/ViewerPreferences", Handle::parse("<< /PrintScaling /AppDefault >>")); }},
      {"overprint", [](QPDF& p) { add_state(p, "<< /OP true /op true /OPM 1 >>"); }},
      {"transfer", [](QPDF& p) { add_state(p, "<< /TR /Identity >>"); }},
      {"actions",
       [](QPDF& p) { p.getRoot().replaceKey("/OpenAction", Handle::parse("<< /S /JavaScript /JS (1) >>")); }},
      {"annotations", [](QPDF& p) { page_of(p).replaceKey("/Annots", Handle::parse("[<< /Subtype /Link >>]")); }},
      {"attachments",
       [](QPDF& p) { p.getRoot().replaceKey("/Names", Handle::parse("<< /EmbeddedFiles << /Names [] >> >>")); }},
      {"outside", [](QPDF& p) { picture(p, "/DCTDecode").getDict().replaceKey("/OPI", Handle::parse("<< >>")); }},
      {"interpolate",
       [](QPDF& p) { picture(p, "/DCTDecode").getDict().replaceKey("/Interpolate", Handle::newBool(true)); }},
      {"limits", [](QPDF& p) { p.getRoot().replaceKey("/Lang", Handle::newString(std::string(40'000, 'x'))); }},
      {"limits",
       [](QPDF& p) {
         std::string deep;
         for (int i = 0; i < 30; ++i) deep = "q " + deep + " Q";
         add_content(p, "\n" + deep);
       }},
      {"operators", [](QPDF& p) { add_content(p, "\n1 2 bogus\n"); }},
      {"device-colour",
       [](QPDF& p) { page_of(p).getKey("/Resources").getKey("/ColorSpace").removeKey("/DefaultRGB"); }},
      {"blending", [](QPDF& p) { page_of(p).getKey("/Group").replaceKey("/CS", Handle::newName("/DeviceRGB")); }},
      {"black-ink", [](QPDF& p) { add_content(p, "\nq 0 0 0 rg 0 0 1 1 re f Q\n"); }},
      {"font-embedded", [](QPDF& p) { font(p, "/TrueType").getKey("/FontDescriptor").removeKey("/FontFile2"); }},
      {"font-subset", [](QPDF& p) { font(p, "/TrueType").replaceKey("/BaseFont", Handle::newName("/Helvetica")); }},
      {"font-unicode", [](QPDF& p) { font(p, "/TrueType").removeKey("/ToUnicode"); }},
      {"font-form", [](QPDF& p) { font(p, "/CIDFontType2").removeKey("/CIDToGIDMap"); }},
      {"font-form", [](QPDF& p) { font(p, "/TrueType").replaceKey("/LastChar", Handle::newInteger(250)); }},
      {"text-size", [](QPDF& p) { add_content(p, "\nq BT /f-0-0 2 Tf (a) Tj ET Q\n"); }},
  };
  for (const auto& [code, change] : breaks) {
    const Codes codes = codes_undrawn(changed(Purpose::press, change));
    EXPECT_TRUE(std::ranges::find(codes, code) != codes.end()) << code << ": " << testing::PrintToString(codes);
  }
}

TEST(Preflight, AnArtBoxIsNotToldAsAMissingTrimBox) {
  const auto found = proof_file(
      changed(Purpose::press, [](QPDF& p) { page_of(p).replaceKey("/ArtBox", page_of(p).getKey("/TrimBox")); }),
      std::nullopt, 1);
  ASSERT_EQ(codes_of(found), Codes{"boxes"});
  EXPECT_EQ(found.faults.front().detail, "ArtBox");
}

TEST(Preflight, BlackTextAndSmallTextAndCodesOfSeveralInksAreTold) {
  const auto with_text = [](const std::string& colour, double pt) {
    return codes_undrawn(changed(Purpose::press, [&](QPDF& p) {
      page_of(p)
          .getKey("/Resources")
          .getKey("/ColorSpace")
          .replaceKey("/Own", page_of(p).getKey("/Resources").getKey("/ColorSpace").getKey("/DefaultRGB"));
      add_content(p, "\nq " + colour + " BT /f-0-0 " + std::to_string(pt) + " Tf (a) Tj ET Q\n");
    }));
  };
  const Codes told{"text-inks"};
  EXPECT_EQ(with_text(".7 .6 .6 1 k", 20), told);
  EXPECT_EQ(with_text(".75 .68 .67 .5 k", 20), told) << "all four make a black";
  EXPECT_EQ(with_text("/DefaultRGB cs 0 0 0 scn", 20), told);
  EXPECT_EQ(with_text("/Own cs 0.1 0.1 0.1 scn", 20), told);
  EXPECT_EQ(with_text(".4 .3 .3 .2 k", 7), told);
  EXPECT_EQ(with_text("0.36 0.43 0.44 rg", 7), told);
  for (const char* colour : {"0 0 0 1 k", "0.4 g", "0 1 0 0 k", "1 1 0 0 k", "0 0.4 0.6 rg", "/Own cs 1 1 1 scn"})
    EXPECT_EQ(with_text(colour, 7), Codes()) << colour;
  EXPECT_EQ(with_text(".4 .3 .3 .2 k", 9), Codes());
}

TEST(Preflight, ACodeThatIsNotOnBlackAloneIsTold) {
  const auto with_code = [](const std::string& colour) {
    return codes_undrawn(changed(Purpose::press, [&](QPDF& p) {
      Handle code = first(
          p, [](Handle& object) { return object.isImage(false) && object.getDict().getKey("/ImageMask").isBool(); });
      page_of(p).getKey("/Resources").getKey("/XObject").replaceKey("/Code", code);
      add_content(p, "\nq " + colour + " 100 0 0 100 20 20 cm /Code Do Q\n");
    }));
  };
  const auto is_told = [&](const std::string& colour) {
    const Codes codes = with_code(colour);
    return std::ranges::find(codes, "text-inks") != codes.end();
  };
  EXPECT_TRUE(is_told("0.1 0.2 0.6 rg"));
  EXPECT_TRUE(is_told("/DefaultRGB cs 0 0 0 scn"));
  EXPECT_FALSE(is_told("0 g"));
  EXPECT_FALSE(is_told("0 0 0 1 k"));
}

TEST(Preflight, BreakingARuleOfA2uIsToldByItsName) {
  const std::vector<std::pair<const char*, Change>> breaks{
      {"metadata", [](QPDF& p) { change_xmp(p, ">U</pdfaid", ">B</pdfaid"); }},
      {"trapped", [](QPDF& p) { change_xmp(p, "<pdf:Producer>", "<pdf:Trapped>False</pdf:Trapped><pdf:Producer>"); }},
      {"intent", [](QPDF& p) { intent_of(p).replaceKey("/S", Handle::newName("/GTS_PDFX")); }},
      {"device-colour", [](QPDF& p) { add_content(p, "\nq 0 0 0 1 k 0 0 1 1 re f Q\n"); }},
      {"font-unicode", [](QPDF& p) { font(p, "/Type0").removeKey("/ToUnicode"); }},
      {"font-form", [](QPDF& p) { font(p, "/CIDFontType2").removeKey("/CIDToGIDMap"); }},
  };
  for (const auto& [code, change] : breaks) {
    const Codes codes = codes_undrawn(changed(Purpose::archive, change));
    EXPECT_TRUE(std::ranges::find(codes, code) != codes.end()) << code << ": " << testing::PrintToString(codes);
  }
}

TEST(Preflight, AFileWithoutAnIdentifierIsToldSo) {
  const fs::path file = changed(
      Purpose::office, [](QPDF&) {}, false);
  EXPECT_EQ(codes_of(proof_file(file, std::nullopt, 1)), Codes{"identifier"});
}

TEST(Preflight, CodesAreReadAndNeedEmptyPaper) {
  EXPECT_EQ(codes_after(Purpose::press,
                        [](QPDF& p) {
                          Handle code = first(p, [](Handle& object) {
                            return object.isImage(false) && object.getDict().getKey("/ImageMask").isBool();
                          });
                          code.replaceStreamData(std::string(5 * 33, '\x55'), Handle::newNull(), Handle::newNull());
                        }),
            Codes({"missing-code", "unreadable"}));
  const Codes beside = codes_after(Purpose::press, [](QPDF& p) {
    QPDFPageDocumentHelper(p).getAllPages().at(1).addPageContents(
        Handle::newStream(&p, "\nq 0 g 2 w 0 0 m 600 850 l 600 0 m 0 850 l 0 750 m 600 750 l S Q\n"), false);
  });
  EXPECT_FALSE(beside.empty()) << "lines across the page hit a code's edge or modules";
}

TEST(Preflight, ACodeThatIsOnTwoCardsIsTold) {
  const auto& order = printed_order();
  for (const std::size_t cards : {2U, 3U, 13U}) {
    auto drawings = order.drawings;
    drawings.resize(cards);
    drawings.front().back.qr = drawings.back().back.qr;
    drawings.front().front.qr = drawings.back().front.qr;
    EXPECT_EQ(codes_of(proof_file(order.print(drawings, "doubled"), std::nullopt, 1)), Codes{"doubled"}) << cards;
  }
}

TEST(Preflight, ACardWithoutACodeIsToldWhereOthersHaveOne) {
  const auto& order = printed_order();
  auto drawings = order.drawings;
  drawings[1].front.qr.reset(), drawings[1].back.qr.reset();
  EXPECT_EQ(codes_of(proof_file(order.print(drawings, "codeless"), std::nullopt, 1)), Codes{"missing-code"});
  for (auto& drawing : drawings) drawing.front.qr.reset(), drawing.back.qr.reset();
  EXPECT_EQ(codes_of(proof_file(order.print(drawings, "all-codeless"), std::nullopt, 1)), Codes());
}

TEST(Preflight, ACodeOnBothSidesOfACardIsNoDouble) {
  auto drawings = printed_order().drawings;
  for (auto& drawing : drawings)
    (drawing.front.qr ? drawing.back : drawing.front).qr = drawing.front.qr ? drawing.front.qr : drawing.back.qr;
  const Codes codes = codes_of(proof_file(printed_order().print(drawings, "both-sides"), std::nullopt, 1));
  EXPECT_EQ(std::ranges::count(codes, "doubled"), 0);
}

TEST(Preflight, OtherFilesAreRefusedAndNoneTakesForEver) {
  const auto& folder = printed_order().folder;
  const auto code_of_file = [&](const std::string& bytes) {
    write_bytes(folder / "hostile.pdf", bytes);
    try {
      proof_file(folder / "hostile.pdf", std::nullopt, 1);
      return ExitCode::ok;
    } catch (const RunError& error) {
      return error.code;
    }
  };
  const std::string sound = bytes_of(printed_for(Purpose::press));
  EXPECT_EQ(code_of_file(""), ExitCode::bad_input);
  EXPECT_EQ(code_of_file("GIF89a"), ExitCode::bad_input);
  EXPECT_EQ(code_of_file("%PDF-1.6\n" + std::string(1000, 'x')), ExitCode::bad_input);
  EXPECT_EQ(code_of_file(sound.substr(0, sound.size() / 2)), ExitCode::bad_input);
  EXPECT_EQ(code_of_file(sound + "\n1 0 obj << /Encrypt 2 0 R >> endobj\n"), ExitCode::bad_input);
  EXPECT_THROW(proof_file(folder / "none.pdf", std::nullopt, 1), RunError);
}

TEST(Preflight, FormsThatMultiplyAreNotDrawn) {
  const fs::path file = changed(Purpose::office, [](QPDF& p) {
    Handle inner = stream_in(p, "<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] >>", "0 0 1 1 re f");
    for (int i = 0; i < 10; ++i) {
      std::string ten;
      for (int j = 0; j < 10; ++j) ten += "/A Do ";
      Handle outer =
          stream_in(p, "<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << >> >> >>", ten);
      outer.getDict().getKey("/Resources").getKey("/XObject").replaceKey("/A", inner);
      inner = outer;
    }
    page_of(p).getKey("/Resources").getKey("/XObject").replaceKey("/Bomb", inner);
    add_content(p, "\n/Bomb Do\n");
  });
  const Preflight found = proof_file(file, std::nullopt, 1);
  EXPECT_FALSE(found.can_be_drawn);
  EXPECT_EQ(codes_of(found), Codes{"drawing-cost"});
}

TEST(Preflight, MillionsOfDashesAreNotDrawn) {
  const auto found_after = [](const std::string& content) {
    return codes_of(proof_file(
        changed(Purpose::office,
                [&](QPDF& p) {
                  Handle form =
                      stream_in(p, "<< /Type /XObject /Subtype /Form /BBox [0 0 600 600] >>", "0 0 m 600 600 l S");
                  page_of(p).getKey("/Resources").getKey("/XObject").replaceKey("/Line", form);
                  page_of(p)
                      .getKey("/Resources")
                      .replaceKey("/ExtGState", Handle::parse("<< /Dots << /D [[0.0001] 0] >> >>"));
                  add_content(p, "\nq " + content + " Q\n");
                }),
        std::nullopt, 1));
  };
  const Codes told{"drawing-cost"};
  EXPECT_EQ(found_after("[0.0001 0.0001] 0 d 0 0 m 600 0 l S"), told);
  EXPECT_EQ(found_after("[0.0001] 0 d 10 10 500 500 re s"), told);
  EXPECT_EQ(found_after("[0.0001] 0 d /Line Do"), told);
  EXPECT_EQ(found_after("/Dots gs 0 0 m 600 0 l S"), told);
  EXPECT_EQ(found_after("[3 3] 0 d 0 0 m 1 1 l S [] 0 d 0 0 m 1 1 l S /Line Do"), Codes());
}

TEST(Preflight, AFormThatDrawsItselfEnds) {
  const fs::path file = changed(Purpose::office, [](QPDF& p) {
    Handle form = stream_in(p, "<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << >> >> >>",
                            "/A Do /A Do");
    form.getDict().getKey("/Resources").getKey("/XObject").replaceKey("/A", form);
    page_of(p).getKey("/Resources").getKey("/XObject").replaceKey("/Ring", form);
    add_content(p, "\n/Ring Do\n");
  });
  EXPECT_EQ(proof_file(file, std::nullopt, 1).pages, 2U);
}

TEST(Preflight, ADocumentedRuleForEachCode) {
  const std::string docs = bytes_of(PEHCHAN_SOURCE "/docs/pdf-profiles.md");
  for (std::size_t i = 0; i < rules; ++i) {
    const std::string code(code_of(static_cast<Rule>(i)));
    EXPECT_NE(docs.find("`" + code + "`"), std::string::npos) << code;
    EXPECT_FALSE(words_of(static_cast<Rule>(i)).hi.empty());
  }
}

}  // namespace
}  // namespace pehchan
