#include "print/printed_order.h"

#include <fmt/format.h>

#include "batch/issue_options.h"
#include "batch/portrait_options.h"
#include "card/lay_out.h"
#include "demo/draw_photo.h"
#include "print/paint.h"
#include "support/build_paths.h"
#include "support/plain_portraits.h"
#include "support/run_program.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t cards = 13;

Member invented(std::size_t i) {
  Member member;
  member.row = i + 2;
  member[Field::member_no] = fmt::format("PP/NDG/{:06}", i + 1);
  member[Field::name] = "Savitri Devi Kushwaha";
  member[Field::name_local] = "सावित्री देवी कुशवाहा";
  member[Field::booth_no] = "142";
  member[Field::block] = "देवकुंड";
  member[Field::district] = "नंदीगढ़";
  member[Field::photo] = fmt::format("{}.jpg", i);
  member[Field::valid_until] = "2028-12-31";
  return member;
}

}  // namespace

PrintedOrder::PrintedOrder(const std::string& template_name, const std::function<void(CardTemplate&)>& change) {
  const ScratchFolder photos;
  Design whole = read_design(template_name, "a4-2x5", fonts, IssueOptions().link_base);
  if (change) {
    CardTemplate& card = whole.sheet.card;
    change(card);
    whole.sheet.literals = {literal_drawing(card, fonts, CardSide::front),
                            literal_drawing(card, fonts, CardSide::back)};
  }
  design = whole.sheet;
  PlainPortraits plain(portrait_spec(whole.sheet.card, {}));
  const CardCodes codes("https://example.org/c/");
  CardMaker maker(whole, photos, codes, std::move(plain.maker));
  for (std::size_t i = 0; i < cards; ++i) {
    const Member member = invented(i);
    write_bytes(photos / member[Field::photo], draw_photo(1, i, i % 2 == 0, Scene::portrait));
    auto card = maker.make(member, make_card_number("PCN", "001", static_cast<long long>(i) + 1)).value();
    drawings.push_back(std::move(card.drawings));
    expected.push_back(std::move(card.expected));
  }
}

std::vector<std::string> PrintedOrder::slugs(std::size_t sheets) {
  std::vector<std::string> slugs;
  for (std::size_t i = 1; i <= sheets; ++i) slugs.push_back(fmt::format("J0003 · sheet {} · copy 1", i));
  return slugs;
}

fs::path PrintedOrder::print(const std::vector<CardDrawings>& all, const std::string& name) const {
  return print(all, name, design);
}

fs::path PrintedOrder::print(const std::vector<CardDrawings>& all, const std::string& name,
                             const SheetDesign& other) const {
  const fs::path painted = folder / (name + ".painted"), finished = folder / (name + ".pdf");
  SheetPainter painter(painted, other, fonts, {.title = "sheets", .date = "2026-03-31"});
  const auto lines = slugs(sheets_for(all.size(), 10));
  for (std::size_t i = 0; i < lines.size(); ++i)
    painter.add_sheet(std::span(all).subspan(i * 10, std::min<std::size_t>(10, all.size() - i * 10)), lines[i]);
  painter.finish(finished);
  return finished;
}

const PrintedOrder& printed_order() {
  static const PrintedOrder order("member");
  return order;
}

const PrintedOrder& upright_order() {
  static const PrintedOrder order(PEHCHAN_SOURCE "/tests/unit/print/lanyard");
  return order;
}

}  // namespace pehchan
