// `pehchan preview` from end to end.
#include <cairo.h>
#include <gtest/gtest.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <memory>
#include <thread>

#include "demo/stress_set.h"
#include "draw/handles.h"
#include "support/build_paths.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t files_below(const fs::path& folder) {
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) count += entry.is_regular_file() ? 1U : 0U;
  return count;
}

struct Png {
  SurfaceHandle surface;
  explicit Png(const fs::path& file) : surface(cairo_image_surface_create_from_png(file.c_str())) {}
  int width() const { return cairo_image_surface_get_width(surface.get()); }
  int height() const { return cairo_image_surface_get_height(surface.get()); }
  /// ARGB, alpha multiplied in; of a picture without alpha the first byte is undefined.
  std::uint32_t at(int x, int y) const {
    const auto* row = cairo_image_surface_get_data(surface.get()) + y * cairo_image_surface_get_stride(surface.get());
    return reinterpret_cast<const std::uint32_t*>(row)[x];
  }
  std::size_t count(const std::function<bool(int r, int g, int b)>& is) const {
    std::size_t found = 0;
    for (int y = 0; y < height(); ++y)
      for (int x = 0; x < width(); ++x) {
        const std::uint32_t p = at(x, y);
        found += is(p >> 16 & 255, p >> 8 & 255, p & 255) ? 1U : 0U;
      }
    return found;
  }
};

std::vector<std::string> pages_of(const fs::path& pdf) {
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_file(pdf.string()));
  std::vector<std::string> pages;
  for (int i = 0; document && i < document->pages(); ++i) {
    const auto utf8 = std::unique_ptr<poppler::page>(document->create_page(i))->text().to_utf8();
    pages.emplace_back(utf8.begin(), utf8.end());
  }
  return pages;
}

/// A designer with a template of their own, a copy of the shipped one.
class PreviewTest : public testing::Test {
 protected:
  void SetUp() override { fs::copy(fs::path(PEHCHAN_SHARE) / "templates" / "member", template_); }

  Words words(const Words& more = {}) const {
    Words all{"preview", template_.string(), "--out", out_.string()};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  Finished preview(const Words& more = {}) const { return run_program(words(more)); }

  std::string card() const { return bytes_of(template_ / "card.toml"); }
  /// As editors save: a new file, renamed over the old one.
  void save(const std::string& text) const {
    write_bytes(template_ / ".card.toml.new", text);
    fs::rename(template_ / ".card.toml.new", template_ / "card.toml");
  }
  std::string changed(const std::string& from, const std::string& to) const {
    std::string text = card();
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
  }

  ScratchFolder home_;
  fs::path template_ = home_ / "my-card", out_ = home_ / "out";
};

TEST_F(PreviewTest, DrawsBothSidesAsTheCardIsCutAndSaysWhere) {
  const Finished run = preview();
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_TRUE(has(run.out, (out_ / "my-card-front.png").string())) << run.out;
  EXPECT_TRUE(has(run.out, (out_ / "my-card-back.png").string())) << run.out;
  for (const char* side : {"my-card-front.png", "my-card-back.png"}) {
    const Png png(out_ / side);
    ASSERT_EQ(png.width(), 1011) << "85.60 mm at 300 dpi";
    ASSERT_EQ(png.height(), 638);
    for (const auto& [x, y] : {std::pair{1, 1}, {1009, 1}, {1, 636}, {1009, 636}}) EXPECT_EQ(png.at(x, y), 0U);
    EXPECT_EQ(png.at(505, 3) >> 24, 255U);
    EXPECT_EQ(png.at(3, 319) >> 24, 255U);
  }
  EXPECT_EQ(files_below(out_), 2U) << "no ledger and nothing else";
}

TEST_F(PreviewTest, IsTheSameAgainAndOfTheSizeAskedFor) {
  preview({"--dpi", "100"});
  const std::string first = bytes_of(out_ / "my-card-front.png");
  EXPECT_EQ(Png(out_ / "my-card-front.png").width(), 337);
  preview({"--dpi", "100"});
  EXPECT_EQ(bytes_of(out_ / "my-card-front.png"), first);
}

TEST_F(PreviewTest, ShowsGuidesInAMarginOfTheirOwn) {
  EXPECT_EQ(preview({"--guides", "--format", "pdf"}).code, 0);
  const auto pages = pages_of(out_ / "my-card.pdf");
  ASSERT_EQ(pages.size(), 2U);
  for (const char* words : {"Bleed: 2 mm", "Safe area: 3 mm", "85.6 × 53.98 mm", "{name_local}", "portrait", "SAMPLE"})
    EXPECT_TRUE(has(pages[0], words)) << words << " in " << pages[0];
  EXPECT_TRUE(has(pages[1], "QR code")) << pages[1];
  EXPECT_EQ(preview({"--guides"}).code, 0);
  const Png png(out_ / "my-card-front.png");
  EXPECT_GT(png.width(), 1058) << "the bleed is seen";
  EXPECT_GT(png.height(), 800) << "and the legend";
}

TEST_F(PreviewTest, NamesEachCaseOfTheStressSet) {
  preview({"--set", "stress", "--format", "pdf"});
  const auto pages = pages_of(out_ / "my-card-stress.pdf");
  const auto all = stress_set();
  ASSERT_EQ(pages.size(), 2 * all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_TRUE(has(pages[2 * i], "my-card · " + all[i].name + " · front")) << pages[2 * i];
    EXPECT_TRUE(has(pages[2 * i + 1], "my-card · " + all[i].name + " · back")) << pages[2 * i + 1];
    EXPECT_TRUE(has(pages[2 * i], all[i].number.text)) << pages[2 * i];
  }
  const Finished run = preview({"--set", "stress", "--dpi", "60"});
  EXPECT_EQ(run.code, has(run.out, "card.toml:") ? 1 : 0) << run.out << run.err;
  for (const StressCase& one : all)
    for (const char* side : {"-front.png", "-back.png"})
      EXPECT_TRUE(fs::exists(out_ / "my-card-stress" / (one.name + side))) << one.name;
}

TEST_F(PreviewTest, MarksATextThatDoesNotFitAndTellsItsPlace) {
  preview();
  const auto is_red = [](int r, int g, int b) { return r > 180 && g < 40 && b < 40; };
  EXPECT_EQ(Png(out_ / "my-card-front.png").count(is_red), 0U);
  const std::string text = changed("box = [43.4, 37.4, 19, 5.4]", "box = [43.4, 37.4, 3, 5.4]");
  save(text);
  const Finished run = preview();
  EXPECT_EQ(run.code, 1) << run.err;
  const auto place = text.rfind("text = ", text.find("box = [43.4, 37.4"));
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place), '\n');
  EXPECT_TRUE(has(run.out, "card.toml:" + std::to_string(line) + ":")) << line << ": " << run.out;
  EXPECT_TRUE(has(run.out, "typical: \"{block}\" does not fit its box of 3 × 5.4 mm: make the box larger")) << run.out;
  EXPECT_GT(Png(out_ / "my-card-front.png").count(is_red), 50U);
}

TEST_F(PreviewTest, TellsABrokenTemplateAndKeepsTheLastGoodPicture) {
  preview();
  const std::string good = bytes_of(out_ / "my-card-front.png");
  save(changed("bleed_mm", "blead_mm"));
  const Finished run = preview();
  EXPECT_EQ(run.code, 78);
  EXPECT_TRUE(has(run.err, "card.toml:6:")) << run.err;
  EXPECT_EQ(bytes_of(out_ / "my-card-front.png"), good);
}

TEST_F(PreviewTest, ShowsMisplacedBoxesWithGuidesAndTellsThem) {
  save(changed("box = [43.4, 37.4, 19, 5.4]", "box = [66, 37.4, 19, 5.4]"));
  const Finished plain = preview();
  EXPECT_EQ(plain.code, 78);
  EXPECT_FALSE(fs::exists(out_ / "my-card-front.png"));
  const Finished run = preview({"--guides"});
  EXPECT_EQ(run.code, 78);
  EXPECT_TRUE(has(run.err, "\"{block}\", x 66 to 85, y 37.4 to 42.8, leaves the safe area")) << run.err;
  EXPECT_TRUE(has(run.out, (out_ / "my-card-front.png").string())) << run.out;
  EXPECT_GT(Png(out_ / "my-card-front.png").width(), 1058);
  save(changed("safe_margin_mm = 3", "safe_margin_mm = \"3\""));
  fs::remove_all(out_);
  EXPECT_EQ(preview({"--guides"}).code, 78);
  EXPECT_FALSE(fs::exists(out_ / "my-card-front.png")) << "what cannot be read cannot be drawn";
}

TEST_F(PreviewTest, NotesTextsThatLieOverOneAnother) {
  EXPECT_FALSE(has(preview().out, "note: "));
  save(changed("box = [43.4, 37.4, 19, 5.4]", "box = [63.4, 37.4, 19.2, 5.4]"));
  const Finished run = preview();
  EXPECT_EQ(run.code, 0) << "it may be meant";
  EXPECT_TRUE(has(run.out, "note: typical: \"{district}\" is drawn over \"{block}\"")) << run.out;
}

TEST_F(PreviewTest, KeepsCaptionsOffANarrowCard) {
  const fs::path plain = home_ / "narrow";
  fs::create_directories(plain);
  write_bytes(plain / "card.toml",
              "schema = 1\nsize_mm = [16, 60]\nbleed_mm = 0\nsafe_margin_mm = 1\n[front]\n[back]\n"
              "[back.qr]\nbox = [1, 20, 14, 14]\n");
  const Finished run = run_program({"preview", plain.string(), "--out", out_.string(), "--format", "pdf"});
  ASSERT_EQ(run.code, 0) << run.err;
  const std::unique_ptr<poppler::document> pdf(poppler::document::load_from_file((out_ / "narrow.pdf").string()));
  ASSERT_EQ(pdf->pages(), 2);
  const std::unique_ptr<poppler::page> page(pdf->create_page(0));
  const double card_top = (5 + 7) * 72 / 25.4;
  for (const auto& word : page->text_list()) EXPECT_LT(word.bbox().bottom(), card_top) << "of the caption";
}

TEST_F(PreviewTest, ShowsAMemberOfARollUnderASamplesNumber) {
  const fs::path demo = home_ / "demo";
  ASSERT_EQ(run_program({"demo", demo.string(), "--members", "6", "--all-good"}).code, 0);
  const std::string roll = (demo / "roll.csv").string(), photos = (demo / "photos").string();
  const Finished first = preview({"--roll", roll, "--photos", photos, "--format", "pdf"});
  ASSERT_EQ(first.code, 0) << first.out << first.err;
  ASSERT_EQ(files_below(out_), 1U);
  const fs::path pdf = fs::directory_iterator(out_)->path();
  EXPECT_TRUE(has(pages_of(pdf).at(0), sample_number().text)) << pages_of(pdf).at(0);
  const std::string number = pdf.stem().string().substr(std::string("my-card-").size());
  EXPECT_TRUE(has(bytes_of(roll), number.substr(number.rfind('-') + 1))) << number;
  const Finished unknown = preview({"--roll", roll, "--photos", photos, "--member", "NO/SUCH/1"});
  EXPECT_EQ(unknown.code, 65);
  EXPECT_TRUE(has(unknown.err, "no confirmed member with the number NO/SUCH/1")) << unknown.err;
}

TEST_F(PreviewTest, ShowsOneCaseOfTheSet) {
  EXPECT_EQ(preview({"--set", "bengali", "--format", "pdf"}).code, 0);
  const auto pages = pages_of(out_ / "my-card-bengali.pdf");
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_TRUE(has(pages[0], "Ananya Mukhopadhyay")) << pages[0];
}

TEST_F(PreviewTest, TellsWhyAMemberIsNotShownOrWithoutAPortrait) {
  const fs::path roll = home_ / "roll.csv", photos = home_ / "photos";
  fs::create_directories(photos);
  write_bytes(roll,
              "member_no,name,booth_no,block,district,photo,status\n"
              "A/1,Asha Kumari,12,Rampur,Lucknow,none.jpg,confirmed\n"
              "A/2,Ravi Kumar,12,Rampur,Lucknow,none.jpg,pending\n"
              "A/3,Meena Devi,,Rampur,Lucknow,none.jpg,confirmed\n");
  const auto show = [&](const char* member) {
    return preview({"--roll", roll.string(), "--photos", photos.string(), "--member", member});
  };
  const Finished first = show("a/1");
  EXPECT_EQ(first.code, 1) << first.err;
  EXPECT_TRUE(has(first.out, "A-1: ")) << first.out;
  EXPECT_TRUE(fs::exists(out_ / "my-card-A-1-front.png"));
  const Finished pending = show("A/2");
  EXPECT_EQ(pending.code, 65);
  EXPECT_TRUE(has(pending.err, "row 3 of " + roll.string() + " is not confirmed")) << pending.err;
  const Finished withheld = show("A/3");
  EXPECT_EQ(withheld.code, 65);
  EXPECT_TRUE(has(withheld.err, "booth_no: This cell is empty")) << withheld.err;
}

TEST_F(PreviewTest, RefusesWhatDoesNotGoTogether) {
  EXPECT_EQ(run_program({"preview"}).code, 64);
  EXPECT_EQ(preview({"--format", "jpeg"}).code, 64);
  EXPECT_EQ(preview({"--dpi", "5000"}).code, 64);
  EXPECT_EQ(preview({"--member", "A/1"}).code, 64);
  EXPECT_EQ(preview({"--roll", "roll.csv"}).code, 64);
  EXPECT_EQ(run_program({"preview", template_.string(), "--out", template_.string()}).code, 64);
  const Finished set = preview({"--set", "strees"});
  EXPECT_EQ(set.code, 64);
  EXPECT_TRUE(has(set.err, "'stress'")) << set.err;
  EXPECT_EQ(run_program({"preview", (home_ / "none").string()}).code, 66);
}

/// A preview at work in the background.
class WatchedPreview : public PreviewTest {
 protected:
  /// False when it does not come true in half a minute.
  static bool comes_true(const std::function<bool()>& what) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!what()) {
      if (std::chrono::steady_clock::now() > end) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
  }
  static std::size_t drawings(const RunningProgram& program) {
    const std::string out = program.out();
    std::size_t count = 0;
    for (auto at = out.find("Drawn in"); at != std::string::npos; at = out.find("Drawn in", at + 1)) ++count;
    return count;
  }
  std::string picture() const { return bytes_of(out_ / "my-card-front.png"); }
};

TEST_F(WatchedPreview, DrawsAgainWhenTheTemplateIsSavedBrokenOrMended) {
  RunningProgram program(words({"--watch", "--dpi", "60"}));
  ASSERT_TRUE(comes_true([&] { return drawings(program) == 1; })) << program.out() << program.err();
  const std::string first = picture(), good = card();

  save(changed("bleed_mm", "blead_mm"));
  ASSERT_TRUE(comes_true([&] { return has(program.out(), "Not drawn"); })) << program.out() << program.err();
  EXPECT_TRUE(has(program.err(), "card.toml:6:")) << program.err();
  EXPECT_EQ(picture(), first) << "the last good one";

  save(good);
  ASSERT_TRUE(comes_true([&] { return drawings(program) == 2; })) << program.out() << program.err();
  EXPECT_EQ(picture(), first);

  std::string svg = bytes_of(template_ / "front.svg");
  svg.insert(svg.rfind("</svg>"), "<rect width=\"40\" height=\"20\" fill=\"#ff0000\"/>");
  write_bytes(template_ / "front.svg", svg);
  ASSERT_TRUE(comes_true([&] { return drawings(program) == 3; })) << program.out() << program.err();
  EXPECT_NE(picture(), first);

  program.signal(SIGINT);
  EXPECT_EQ(program.wait().code, 0);
}

TEST_F(WatchedPreview, BeginsWithABrokenTemplate) {
  const std::string good = card();
  save("schema = ");
  RunningProgram program(words({"--watch", "--dpi", "60"}));
  ASSERT_TRUE(comes_true([&] { return has(program.out(), "Not drawn"); })) << program.out() << program.err();
  save(good);
  ASSERT_TRUE(comes_true([&] { return drawings(program) == 1; })) << program.out() << program.err();
  program.signal(SIGTERM);
  EXPECT_EQ(program.wait().code, 0);
}

}  // namespace
}  // namespace pehchan
