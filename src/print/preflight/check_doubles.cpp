#include "print/preflight/check_doubles.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

namespace pehchan {
namespace {

/// The JPEGs that are placed least often: what lies on every card is artwork.
std::vector<PlacedPhoto> portraits_among(const std::vector<PlacedPhoto>& photos) {
  std::map<int, std::size_t> counts;
  for (const PlacedPhoto& photo : photos) ++counts[photo.object];
  const auto least = std::ranges::min_element(counts, {}, [](const auto& count) { return count.second; });
  std::vector<PlacedPhoto> portraits;
  for (const PlacedPhoto& photo : photos)
    if (counts.at(photo.object) == least->second) portraits.push_back(photo);
  return portraits;
}

using Pages = std::map<std::string_view, std::vector<std::size_t>>;

/// Of each text the pages that it is on, as often as it is there.
Pages pages_of(std::span<const ReadQr> codes) {
  Pages pages;
  for (const ReadQr& code : codes) pages[code.text].push_back(code.page);
  return pages;
}

void check_texts(const Pages& pages, std::size_t portraits, Preflight& found) {
  if (portraits <= pages.size()) return;
  const auto count = [](const auto& text) { return text.second.size(); };
  const std::size_t usual = pages.size() == 1 ? 1 : count(*std::ranges::min_element(pages, {}, count));
  for (const auto& [text, on] : pages)
    if (on.size() > usual) found.faults.push_back({Rule::doubled, on.back() + 1, {}});
}

/// Pages from `first` to before `last`.
void check_sheet(std::size_t first, std::size_t last, std::span<const ReadQr> codes,
                 const std::vector<PlacedPhoto>& portraits, Preflight& found) {
  const auto is_on_it = [&](const auto& one) { return one.page >= first && one.page < last; };
  const auto own = static_cast<std::size_t>(std::ranges::count_if(codes, is_on_it));
  std::set<int> faces;
  for (const PlacedPhoto& portrait : portraits)
    if (is_on_it(portrait)) faces.insert(portrait.object);
  // Two codes at least, and more codes than half the pictures: else each card may have two pictures.
  if (own >= 2 && own < faces.size() && faces.size() < 2 * own)
    found.faults.push_back({Rule::missing_code, first + 1, {}});
}

/// Portraits and codes are on one page, or on a front and the back after it.
std::size_t pages_a_sheet(std::span<const ReadQr> codes, const std::vector<PlacedPhoto>& portraits) {
  const bool is_one_page = std::ranges::any_of(codes, [&](const ReadQr& code) {
    return std::ranges::find(portraits, code.page, &PlacedPhoto::page) != portraits.end();
  });
  return is_one_page ? 1 : 2;
}

}  // namespace

void check_doubles(std::span<const ReadQr> codes, Preflight& found) {
  if (codes.empty() || found.photos.empty()) return;
  const auto portraits = portraits_among(found.photos);
  std::set<int> faces;
  for (const PlacedPhoto& portrait : portraits) faces.insert(portrait.object);
  check_texts(pages_of(codes), faces.size(), found);
  const std::size_t a_sheet = pages_a_sheet(codes, portraits);
  for (std::size_t page = 0; page < found.pages; page += a_sheet)
    check_sheet(page, page + a_sheet, codes, portraits, found);
}

}  // namespace pehchan
