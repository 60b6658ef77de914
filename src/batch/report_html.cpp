#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/file.h"
#include "base/html_escaped.h"
#include "batch/base64.h"
#include "batch/previews.h"
#include "batch/report.h"
#include "photo/thumbnail.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t most_told = 1000;
constexpr std::uintmax_t largest_picture = 5'000'000;

constexpr const char* style = R"(
:root{color-scheme:light dark;--ink:#16292c;--soft:#5b6e70;--line:#d5dedd;--paper:#fff;--tint:#f2f6f5;--warn:#8a3b12}
@media(prefers-color-scheme:dark){:root{--ink:#e8efee;--soft:#9fb1b0;--line:#33474b;--paper:#10191a;--tint:#182526;--warn:#f0a878}}
body{font:16px/1.5 "Noto Sans","Noto Sans Devanagari",system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;max-width:60rem;padding:1.5rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.15rem;margin:2rem 0 .5rem}p{margin:.3rem 0}
.soft{color:var(--soft)}.counts{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.25rem 0}
.counts div{background:var(--tint);border-radius:.5rem;padding:.6rem 1rem;min-width:7.5rem}
.counts b{display:block;font-size:1.6rem;line-height:1.2}.counts .warn b,p.warn{color:var(--warn)}
.cards{display:flex;flex-wrap:wrap;gap:1rem}.cards img{max-width:100%;width:22rem;border-radius:.6rem;box-shadow:0 1px 4px #0004}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.5rem .6rem;border-bottom:1px solid var(--line)}
th{font-weight:600;color:var(--soft)}td img{width:64px;border-radius:.25rem;display:block}
code{color:var(--soft);font-size:.85em}
@media print{body{max-width:none}tr{break-inside:avoid}})";

std::string picture(std::string_view type, std::string_view bytes, std::string_view alternative) {
  return fmt::format("<img alt=\"{}\" src=\"data:image/{};base64,{}\">", alternative, type, base64(bytes));
}

std::string count(std::size_t number, std::string_view hi, std::string_view en, bool is_warning = false) {
  return fmt::format("<div{}><b>{}</b>{}<br><span class=soft>{}</span></div>\n", is_warning ? " class=warn" : "",
                     number, hi, en);
}

std::string counts(const Report& report) {
  return "<div class=counts>\n" + count(report.issued, "कार्ड तैयार", "cards ready") +
         count(report.withheld.size(), "रोके गए", "withheld", !report.withheld.empty()) +
         count(report.pending, "पुष्टि बाकी", "not yet confirmed") + count(report.declined, "मना किया", "declined") +
         count(report.not_chosen, "इस बार नहीं चुने", "not chosen this time") +
         count(report.rows, "सूची की कुल पंक्तियाँ", "rows in the roll") + "</div>\n";
}

std::string card_pictures(const Report& report, const fs::path& out) {
  if (report.files.empty()) return {};
  std::string html = "<h2>पहला कार्ड · The first card</h2><div class=cards>\n";
  for (const char* side : {"front", "back"}) {
    const fs::path file = out / preview_name(report.files.front().name, std::string("-card-") + side);
    if (fs::exists(file)) html += picture("png", read_file(file, largest_picture), side) + "\n";
  }
  return html + "</div>\n";
}

std::string key_of(const Report& report, const JobFile& file) {
  const auto key = report.keys.find(file.job);
  return key == report.keys.end() ? "—" : html_escaped(key->second.kid);
}

std::string inks_of(const Report& report, const JobFile& file) {
  const auto limit = report.ink_limits.find(file.job);
  if (limit == report.ink_limits.end()) return "";
  return fmt::format("<br><span class=soft>फ़ोटो छापाख़ाने की स्याही में · portraits in CMYK, at most {} % ink</span>",
                     limit->second);
}

/// Each key once; and whether some cards have none.
std::string signatures(const Report& report) {
  std::map<std::string, std::string> issuers;
  if (report.files.empty() && report.signed_with) issuers[report.signed_with->kid] = report.signed_with->issuer;
  for (const auto& [job, key] : report.keys) issuers[key.kid] = key.issuer;
  std::string html;
  for (const auto& [kid, issuer] : issuers)
    html += fmt::format(
        "<p>QR कोड पर कुंजी <b>{0}</b> का हस्ताक्षर है, जारीकर्ता {1}।<br><span class=soft>The QR codes are signed with the "
        "key {0}, issuer {1}.</span></p>\n",
        html_escaped(kid), html_escaped(issuer));
  const bool has_links =
      std::ranges::any_of(report.files, [&](const JobFile& file) { return !report.keys.contains(file.job); });
  if (has_links || issuers.empty())
    html += fmt::format(
        "<p class=warn>{}QR कोड पर हस्ताक्षर नहीं है: वह केवल एक लिंक और कार्ड संख्या बताता है, ऐसा कोड कोई भी बना सकता है।<br>"
        "<span class=soft>{}not signed: they tell a link and the card number, and anybody can make such a code. "
        "'pehchan "
        "issue --key' signs them.</span></p>\n",
        issuers.empty() ? "" : "जहाँ कुंजी के खाने में — है, वहाँ ",
        issuers.empty() ? "The QR codes are " : "Where the column of keys has —, the QR codes are ");
  return html;
}

std::string files(const Report& report) {
  if (report.files.empty()) return {};
  std::string html =
      "<h2>छापने की फ़ाइलें · Files to print</h2>\n<p class=soft>दोनों ओर, लंबे किनारे पर पलटकर, 100 % आकार में छापें। "
      "Print on both sides, flipped on the long edge, at 100 % size.</p>\n"
      "<table><tr><th>काम · Job<th>फ़ाइल · File<th>शीट · Sheets<th>कार्ड · Cards<th>कुंजी · Key</tr>\n";
  for (const JobFile& file : report.files)
    html += fmt::format("<tr><td>{}<td>{}{}<td>{}–{}<td>{}<td>{}</tr>\n", job_name(file.job), html_escaped(file.name),
                        inks_of(report, file), file.first_sheet, file.first_sheet + file.sheets - 1, file.cards,
                        key_of(report, file));
  return html + "</table>\n";
}

std::string withheld_row(const Withheld& member, const fs::path& photos) {
  std::string name = member.member[Field::name_local], reasons, face;
  if (name.empty()) name = member.member[Field::name];
  for (const Problem& problem : member.problems)
    reasons +=
        fmt::format("<p>{}<br><span class=soft>{}</span> <code>{} {}</code></p>", html_escaped(problem.reason.hi),
                    html_escaped(problem.reason.en), html_escaped(problem.field), html_escaped(problem.code));
  if (const auto jpeg = thumbnail(photos, member.member[Field::photo])) face = picture("jpeg", *jpeg, "");
  return fmt::format("<tr><td>{}<td>{}<td>{}<br><span class=soft>{}</span><td>{}</tr>\n", member.member.row, face,
                     html_escaped(name), html_escaped(member.member[Field::member_no]), reasons);
}

std::string withheld(const Report& report, const fs::path& photos) {
  if (report.withheld.empty()) return {};
  std::string html = fmt::format(
      "<h2>रोके गए सदस्य · Members withheld</h2>\n<p><b>{0}</b> में ये पंक्तियाँ ठीक कीजिए और उसी फ़ाइल को सूची "
      "की जगह दीजिए।<br><span class=soft>Put these rows right in {0} and give that file as the roll."
      "</span></p>\n<table><tr><th>पंक्ति · Row<th><th>सदस्य · Member<th>कारण · Reason</tr>\n",
      report.withheld_file);
  for (std::size_t i = 0; i < report.withheld.size() && i < most_told; ++i)
    html += withheld_row(report.withheld[i], photos);
  html += "</table>\n";
  if (report.withheld.size() > most_told)
    html += fmt::format("<p>… {0} और, {1} में · and {0} more in {1}</p>\n", report.withheld.size() - most_told,
                        report.withheld_file);
  return html;
}

std::string notes(const Report& report) {
  if (report.notes.empty()) return {};
  std::string html = "<h2>देख लें · Worth a look</h2>\n<table><tr><th>पंक्ति · Row<th>बात · Note</tr>\n";
  for (std::size_t i = 0; i < report.notes.size() && i < most_told; ++i)
    html += fmt::format("<tr><td>{}<td>{}<br><span class=soft>{}</span></tr>\n", report.notes[i].row,
                        html_escaped(report.notes[i].reason.hi), html_escaped(report.notes[i].reason.en));
  return html + "</table>\n";
}

}  // namespace

std::string report_html(const Report& report, const fs::path& out, const fs::path& photos) {
  return fmt::format(
      "<!doctype html>\n<html lang=hi><meta charset=utf-8><meta name=viewport content=\"width=device-width\">\n"
      "<meta name=robots content=noindex>\n<title>पहचान · Pehchan</title>\n<style>{}</style>\n"
      "<h1>पहचान: कार्डों की रिपोर्ट</h1>\n<p class=soft>Pehchan: report on the cards of {}</p>\n{}{}{}{}{}{}"
      "</html>\n",
      style, html_escaped(report.roll_file), counts(report), signatures(report), card_pictures(report, out),
      files(report), withheld(report, photos), notes(report));
}

}  // namespace pehchan
