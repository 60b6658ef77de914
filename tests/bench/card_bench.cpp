// What a two-sided card of templates/member costs once photo and QR are made: laying out, painting, both, and both with
// names in every script. Each iteration is a sheet of ten invented members, painted as `issue` does it into a PDF that
// is thrown away. Signing a code and verifying it are one card each. Finishing, where the layer of text comes in, is a
// file of 40 such sheets. "a_card" is CPU time.
#include <benchmark/benchmark.h>

#include "batch/card_codes.h"
#include "batch/design.h"
#include "batch/issue_options.h"
#include "batch/signature_check.h"
#include "batch/signing.h"
#include "card/lay_out.h"
#include "demo/people.h"
#include "golden/render_card.h"
#include "print/finish.h"
#include "print/paint.h"
#include "support/scratch_folder.h"
#include "support/signing_office.h"
#include "symbol/encode_qr.h"
#include "unit/draw/every_script.h"

namespace pehchan {
namespace {

constexpr std::size_t cards_a_sheet = 10;

/// No two in a row are alike, so that nothing is measured that was kept from the one before.
std::vector<Member> invented_members(std::size_t count) {
  std::vector<Member> members;
  for (std::size_t i = 0; i < count; ++i) {
    const PersonName name = invent_name(Random(1, i, 0));
    Member member = invented_member();
    member[Field::name] = name.latin;
    member[Field::name_local] = name.hindi;
    member[Field::booth_no] = std::to_string(1 + i % 300);
    members.push_back(std::move(member));
  }
  return members;
}

std::vector<Member> members_of_every_script(std::size_t count) {
  std::vector<Member> members = invented_members(count);
  for (std::size_t i = 0; i < count; ++i) members[i][Field::name_local] = scripts[i % std::size(scripts)].text;
  return members;
}

class Press {
 public:
  explicit Press(std::vector<Member> people = invented_members(500)) : members(std::move(people)) {}

  const FontSet fonts;
  const Design design = read_design("member", "a4-2x5", fonts, IssueOptions().link_base);
  const std::vector<Member> members;
  const Portrait portrait = invented_portrait();
  const QrSymbol symbol = invented_symbol(5);

  std::vector<CardDrawings> next_sheet() {
    std::vector<CardDrawings> cards;
    for (std::size_t i = 0; i < cards_a_sheet; ++i, ++next_) {
      const CardNumber number{"PCN-001-" + std::to_string(100'000 + next_)};
      cards.push_back(
          lay_out_card(design.sheet.card, fonts, {members[next_ % members.size()], number, portrait, symbol}).value());
    }
    return cards;
  }

 private:
  std::size_t next_ = 0;
};

void report(benchmark::State& state, std::size_t cards = cards_a_sheet) {
  state.counters["a_card"] = benchmark::Counter(
      static_cast<double>(cards), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void font_set(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(FontSet());
}
BENCHMARK(font_set)->Unit(benchmark::kMillisecond);

void lay_out(benchmark::State& state) {
  Press press;
  for (auto _ : state) benchmark::DoNotOptimize(press.next_sheet());
  report(state);
}
BENCHMARK(lay_out)->Unit(benchmark::kMillisecond);

void paint(benchmark::State& state) {
  Press press;
  const auto cards = press.next_sheet();
  SheetPainter painter("/dev/null", press.design.sheet, press.fonts, {.title = "bench", .date = "2026-03-31"});
  for (auto _ : state) painter.add_sheet(cards, "J0001 · sheet 1 · copy 1");
  report(state);
}
BENCHMARK(paint)->Unit(benchmark::kMillisecond);

void lay_out_and_paint(benchmark::State& state, std::vector<Member> (*people)(std::size_t)) {
  Press press(people(500));
  SheetPainter painter("/dev/null", press.design.sheet, press.fonts, {.title = "bench", .date = "2026-03-31"});
  for (auto _ : state) painter.add_sheet(press.next_sheet(), "J0001 · sheet 1 · copy 1");
  report(state);
}
BENCHMARK_CAPTURE(lay_out_and_paint, hindi, invented_members)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(lay_out_and_paint, every_script, members_of_every_script)->Unit(benchmark::kMillisecond);

void finish(benchmark::State& state) {
  constexpr std::size_t sheets = 40;
  Press press(members_of_every_script(500));
  const ScratchFolder folder;
  for (auto _ : state) {
    state.PauseTiming();
    SheetPainter painter(folder / "painted", press.design.sheet, press.fonts, {.title = "bench", .date = "2026-03-31"});
    for (std::size_t i = 0; i < sheets; ++i) painter.add_sheet(press.next_sheet(), "J0001 · sheet 1 · copy 1");
    state.ResumeTiming();
    painter.finish(folder / "finished");
  }
  report(state, sheets * cards_a_sheet);
  state.counters["kB"] = static_cast<double>(std::filesystem::file_size(folder / "finished")) / 1000;
}
BENCHMARK(finish)->Unit(benchmark::kMillisecond);

/// Codes of an office that lets everything in and has a status list.
struct Office {
  const ScratchFolder folder;
  const PublicKey key = make_key(folder.path(), "2026a");
  const std::shared_ptr<const Signing> signing =
      read_signing({.key = folder / "2026a.pem", .credential = write_credential_toml(folder.path(), office_status)});
  const CardCodes codes{signing, "2026-03-31"};
  const std::vector<Member> members = invented_members(500);

  CardNumber number(std::size_t i) const { return make_card_number("PCN", "001", static_cast<long long>(i) + 1); }
  std::string text(std::size_t i) const {
    return codes.code_of(members[i % members.size()], number(i), ListPlace{1, i * 37}).value().text;
  }
};

void sign_a_code(benchmark::State& state) {
  const Office office;
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(office.text(i++));
}
BENCHMARK(sign_a_code)->Unit(benchmark::kMicrosecond);

void encode_a_signed_code(benchmark::State& state) {
  const Office office;
  const std::string text = office.text(1);
  for (auto _ : state) benchmark::DoNotOptimize(encode_qr(text, {.side = 30_mm}));
}
BENCHMARK(encode_a_signed_code)->Unit(benchmark::kMicrosecond);

void encode_a_link(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(encode_qr("https://example.org/c/PCN-001-000001-6", {.side = 30_mm}));
}
BENCHMARK(encode_a_link)->Unit(benchmark::kMicrosecond);

void verify_a_code(benchmark::State& state) {
  const Office office;
  const CodeCheck check = signature_check({office.key}, 1'774'915'200);
  const std::string text = office.text(1);
  ExpectedCard card;
  card.card_number = office.number(1).text;
  for (auto _ : state)
    if (!check(text, card).empty()) state.SkipWithError("it does not verify");
}
BENCHMARK(verify_a_code)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace pehchan

BENCHMARK_MAIN();
