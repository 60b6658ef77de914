#include "print/lay_out_register.h"

#include <cstddef>
#include <utility>

#include "print/register_frame.h"
#include "print/register_page.h"
#include "print/register_table.h"

namespace pehchan {
namespace {
using namespace register_page;

constexpr Mm above_foot{3};

/// A page in the making: what it holds and how far down it is filled.
struct OpenPage {
  PagePart page{paper.height, {}, {}, {}};
  Mm used;
  std::size_t rows = 0;

  void add(const PagePart& part) {
    place(page, part, used);
    used += part.height;
  }
};

OpenPage opened(const PagePart& title, const PagePart& heads) {
  OpenPage page;
  page.used = area.y;
  page.add(title);
  page.add(heads);
  return page;
}

}  // namespace

std::vector<PagePart> lay_out_booth(const FontSet& fonts, const HandoverRegister& job, const RegisterBooth& booth) {
  const PagePart title_again = register_title_again(fonts, booth), heads = register_heads(fonts);
  const PagePart closing = register_closing(fonts);
  // The number of pages is not known yet, but has its line to itself.
  const Mm foot_at = area.bottom() - register_foot(fonts, job, booth, 1, 1).height;
  const Mm bottom = foot_at - above_foot;

  std::vector<OpenPage> open{opened(register_title(fonts, job, booth), heads)};
  for (std::size_t i = 0; i < booth.entries.size(); ++i) {
    const PagePart row = register_row(fonts, i + 1, booth.entries[i]);
    // The last row stays with the lines that close the booth.
    const Mm needed = i + 1 < booth.entries.size() ? row.height : row.height + closing.height;
    if (open.back().rows > 0 && open.back().used + needed > bottom) open.push_back(opened(title_again, heads));
    open.back().add(row);
    ++open.back().rows;
  }
  open.back().add(closing);

  std::vector<PagePart> pages;
  for (OpenPage& one : open) {
    place(one.page, register_foot(fonts, job, booth, pages.size() + 1, open.size()), foot_at);
    pages.push_back(std::move(one.page));
  }
  return pages;
}

}  // namespace pehchan
