#include "batch/digital_pages.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/file.h"
#include "base/run_error.h"
#include "batch/verifier_page.h"
#include "card/date_format.h"
#include "credential/code_label.h"
#include "credential/validity.h"
#include "roll/utf8.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest_page = 20'000'000;
constexpr std::array<std::string_view, 7> card_places = {"name",        "name_local", "card_no",       "organisation",
                                                         "valid_until", "signed",     "portrait_class"};
constexpr std::array<std::string_view, 2> void_places = {"card_no", "organisation"};
constexpr std::array<std::string_view, 1> site_places = {"organisation"};

PageTemplate page_in(const fs::path& file, std::span<const std::string_view> places) {
  std::string text = read_file(file, largest_page);
  if (find_bad_utf8(text))
    throw RunError(ExitCode::bad_config, file.string() + ": it is not UTF-8", "Save the page as UTF-8.");
  return {std::move(text), file.string(), places};
}

/// YYYY-MM-DD; empty: none is known.
std::string last_day_of(const DigitalCard& card) {
  const std::string& of_roll = card.member[Field::valid_until];
  if (card.expires_at == 0) return of_roll;
  const std::string of_code = day_of(card.expires_at - 1);
  return of_roll.empty() ? of_code : std::min(of_roll, of_code);
}

}  // namespace

DigitalPages::DigitalPages(fs::path pages, std::string organisation)
    : pages_(std::move(pages)),
      organisation_(std::move(organisation)),
      card_(page_in(pages_ / "card.html", card_places)),
      void_(page_in(pages_ / "void.html", void_places)) {}

std::string DigitalPages::of_card(const DigitalCard& card, bool is_upright) const {
  const Member& member = card.member;
  return card_.filled({{"name", member[Field::name]},
                       {"name_local", member[Field::name_local]},
                       {"card_no", card.number.text},
                       {"organisation", organisation_},
                       {"valid_until", written_date(DateFormat(), last_day_of(card))},
                       {"signed", code_label(card.qr_text) ? "signed" : ""},
                       {"portrait_class", is_upright ? "upright" : "landscape"}});
}

std::string DigitalPages::tombstone(const CardNumber& number) const {
  return void_.filled({{"card_no", number.text}, {"organisation", organisation_}});
}

void DigitalPages::put_page(const DigitalSite& site, const fs::path& name) const {
  const std::string page = page_in(pages_ / name, site_places).filled({{"organisation", organisation_}});
  site.put(name, page);
  if (name == "404.html") site.put("c/index.html", page);
}

void DigitalPages::put_in(const DigitalSite& site, const std::string& jwks) const {
  site.put("robots.txt", "User-agent: *\nDisallow: /\n");
  for (const auto& entry : fs::recursive_directory_iterator(pages_)) {
    const fs::path name = fs::relative(entry.path(), pages_);
    if (!entry.is_regular_file() || name == "card.html" || name == "void.html") continue;
    if (name == "verify/index.html")
      site.put(name, verifier_page(read_file(entry.path(), largest_page), jwks));
    else if (name.extension() == ".html")
      put_page(site, name);
    else
      site.put(name, read_file(entry.path(), largest_page));
  }
}

}  // namespace pehchan
