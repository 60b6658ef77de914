#include "batch/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "base/file_lock.h"
#include "base/run_error.h"
#include "base/thread_count.h"
#include "batch/changes.h"
#include "batch/design.h"
#include "batch/digital_folders.h"
#include "batch/epic_doubles.h"
#include "batch/issuing.h"
#include "batch/job_folder.h"
#include "batch/order.h"
#include "batch/report.h"
#include "batch/same_photos.h"
#include "batch/settle.h"
#include "batch/signed_room.h"
#include "batch/signing_keys.h"
#include "batch/use_printer.h"
#include "ledger/high_water.h"
#include "ledger/order_cards.h"
#include "ledger/periods.h"
#include "roll/places.h"
#include "roll/read_roll.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

Report begin_report(Roll& roll, const IssueOptions& options, std::size_t not_chosen) {
  Report report;
  report.roll_file = fs::path(roll.file).filename().string();
  report.rows = roll.rows;
  report.pending = roll.pending;
  report.declined = roll.declined;
  report.not_chosen = not_chosen;
  report.notes = std::move(roll.notes);
  for (Withheld& withheld : roll.withheld)
    if (takes(options.filter, withheld.member))
      report.withheld.push_back(std::move(withheld));
    else
      ++report.not_chosen;
  return report;
}

std::size_t count_issued(const std::vector<LatestCard>& cards) {
  return static_cast<std::size_t>(std::ranges::count_if(cards, is_made, &LatestCard::state));
}

IssueSummary plan(const IssueOptions& options, const std::vector<Member>& order, const Design& design) {
  std::vector<LatestCard> cards(order.size());
  if (ledger_exists(options.ledger)) {
    Ledger ledger(options.ledger);
    cards = latest_cards(ledger, period_to_use(ledger, options.period), order);
  }
  IssueSummary summary;
  summary.issued_before = count_issued(cards);
  std::vector<const Member*> to_make;
  for (std::size_t i = 0; i < order.size(); ++i)
    if (cards[i].state == CardState::ordered) to_make.push_back(&order[i]);
  summary.to_issue = to_make.size();
  summary.order = work_order(to_make, options.arrangement, design.per_sheet(), options.sheets_per_file, options.rates);
  summary.sheets = summary.order.sheets;
  return summary;
}

std::vector<OrderedCard> to_make(const std::vector<Member>& members, const std::vector<LatestCard>& cards) {
  std::vector<OrderedCard> order;
  for (std::size_t i = 0; i < members.size(); ++i)
    if (cards[i].state == CardState::ordered) order.push_back({&members[i], cards[i].number});
  return order;
}

/// Those of another worker's cards that it has not released.
std::size_t still_ordered(Ledger& ledger, const std::vector<OrderedCard>& others, const std::string& period) {
  std::vector<Member> members;
  for (const OrderedCard& card : others) members.push_back(*card.member);
  const auto cards = latest_cards(ledger, period, members);
  return static_cast<std::size_t>(std::ranges::count(cards, CardState::ordered, &LatestCard::state));
}

void add_notes(Report& report, std::vector<Problem> notes) {
  report.notes.insert(report.notes.end(), std::make_move_iterator(notes.begin()), std::make_move_iterator(notes.end()));
}

Numbering numbering_of(const IssueOptions& options, const std::vector<Member>& members) {
  Numbering numbering{.prefix = options.prefix, .district_codes = {}};
  if (options.roll.places.empty()) return numbering;
  const auto listed = district_codes(options.roll.places);
  for (const Member& member : members) {
    const std::string& district = member[Field::district];
    if (numbering.district_codes.contains(district)) continue;
    if (const auto code = district_code(listed, district); !code.empty()) numbering.district_codes[district] = code;
  }
  return numbering;
}

/// A template without a portrait shows nobody's face: whose photo is whose does not matter.
void take_out_photo_doubles(Ledger& ledger, Lease& lease, const IssueOptions& options, const Design& design,
                            KnownPhotos& known, std::vector<Member>& members, std::vector<LatestCard>& cards,
                            std::vector<Withheld>& withheld, const std::stop_token& stop) {
  if (!design.shows_portrait()) return;
  const PhotoLook look{.photos = options.photos,
                       .jobs = thread_count(options.jobs),
                       .accepted = accepted_photos(known.overrides),
                       .keep_alive = [&] { lease.keep_alive(); },
                       .cache = &known.cache};
  SamePhotos same = take_out_same_photos(ledger, options.period, look, members, cards, stop);
  for (Withheld& one : same.withheld) withheld.push_back(std::move(one));
  known.prints = std::move(same.prints);
}

/// What a signed code says is shown, too: a card whose code is no longer true has changed.
void add_signed_fields(const CredentialSettings& settings, std::vector<Field>& shown) {
  const std::pair<bool, Field> fields[] = {{settings.has_name, Field::name},
                                           {settings.has_name_local, Field::name_local},
                                           {settings.has_valid_until, Field::valid_until}};
  for (const auto& [enters, field] : fields)
    if (enters && std::ranges::find(shown, field) == shown.end()) shown.push_back(field);
}

/// Signed codes begin to count at the job's date, and run out so many years after it.
std::string date_of(const IssueOptions& options, const std::vector<Member>& members) {
  if (!options.date.empty()) return options.date;
  const bool is_known =
      std::ranges::any_of(members, [](const Member& member) { return !member[Field::confirmed_on].empty(); });
  if (!options.signing.key.empty() && !is_known && !members.empty())
    throw RunError(ExitCode::usage, "signed cards say when they were issued, and no member has a confirmed_on",
                   "Give the day with --date YYYY-MM-DD.");
  return latest_confirmation(members);
}

std::size_t count_held_photos(const std::vector<Withheld>& withheld) {
  return static_cast<std::size_t>(std::ranges::count_if(withheld, [](const Withheld& one) {
    return std::ranges::any_of(one.problems, [](const Problem& problem) { return problem.field == "photo"; });
  }));
}

std::size_t count_rows(const std::vector<Problem>& notes) {
  std::size_t rows = 0, last = 0;
  for (const Problem& note : notes) rows += std::exchange(last, note.row) != note.row ? 1U : 0U;
  return rows;
}

/// What the ledger says of the roll's members by now, for people and programs.
void end_report(Ledger& ledger, const IssueOptions& options, const Design& design, const PhotoOverrides& overrides,
                const std::vector<Member>& members, const std::vector<Member>& unconfirmed, Report report,
                IssueSummary& summary) {
  const auto cards = latest_cards(ledger, options.period, members);
  auto changes = changes_since(ledger, members, cards, design, options.photos);
  report.issued = count_issued(cards);
  report.files = files_in(ledger, job_folder(ledger, options.out));
  report.ink_limits = ink_limits_of(ledger, report.files);
  report.keys = signing_keys(ledger, report.files);
  summary.changed = count_rows(changes);
  summary.withheld = report.withheld.size();
  summary.held_photos = count_held_photos(report.withheld);
  // Fewer than were made here when somebody voids one in the meantime.
  const std::size_t known = summary.issued_before + summary.issued_now;
  summary.issued_elsewhere = report.issued > known ? report.issued - known : 0;
  add_notes(report, std::move(changes));
  add_notes(report, voided_notes(members, cards));
  add_notes(report, rejected_after_card(members, cards, overrides));
  add_notes(report, unconfirmed_with_card(ledger, options.period, unconfirmed));
  add_notes(report, issued_although_withheld(ledger, options.period, report.withheld));
  std::ranges::stable_sort(report.withheld, {}, [](const Withheld& one) { return one.member.row; });
  summary.withheld_file = write_reports(std::move(report), options.out, options.roll, options.photos);
}

}  // namespace

IssueSummary issue_cards(IssueOptions options, const ProgressSink& progress, std::stop_token stop) {
  if (!fs::is_directory(options.photos))
    throw RunError(ExitCode::missing_input, options.photos.string() + " is not a folder",
                   "Give the folder of the members' photos with --photos.");
  refuse_site(options.out, "Sheets and withheld rows must not be served: give another folder with --out.");
  const FontSet fonts;
  Design design =
      made_for(read_design(options.template_name, options.sheet, fonts, options.link_base), options.profile);
  if (options.printer) use_printer(design.sheet, *options.printer);
  const auto signing = read_signing(options.signing);
  if (signing) {
    refuse_without_room(design.sheet.card);
    add_signed_fields(signing->settings, design.fields_shown);
  }
  if (options.arrangement.start_slot > design.per_sheet())
    throw RunError(ExitCode::usage,
                   fmt::format("--start-slot {}: a sheet of {} holds {} cards", options.arrangement.start_slot,
                               design.sheet.format.name, design.per_sheet()),
                   "Slots are counted on the front, in the order in which they are filled.");

  Roll roll = read_roll(options.roll);
  const std::size_t confirmed = roll.confirmed.size();
  std::vector<Member> members = order_members(std::move(roll.confirmed), options.filter);
  Report report = begin_report(roll, options, confirmed - members.size());
  const std::string date = date_of(options, members);
  if (options.is_dry_run) {
    IssueSummary summary = plan(options, members, design);
    summary.withheld = report.withheld.size();
    return summary;
  }

  KnownPhotos photos{.overrides = overrides_for(options.portraits, options.photos),
                     .cache = PortraitCache(options.portraits.cache, options.portraits.cache_bytes)};
  const FileLock folder_lock(options.out / ".lock", options.out.string());
  IssueSummary summary;
  summary.began_ledger = !ledger_exists(options.ledger);
  Ledger ledger(options.ledger);
  options.period = period_to_use(ledger, options.period);
  Lease lease(ledger, options.lease_seconds);
  refuse_older(ledger);
  settle_folder(ledger, options.out);
  auto cards = latest_cards(ledger, options.period, members);
  for (Withheld& one : take_out_epic_doubles(ledger, options.period, members, cards))
    report.withheld.push_back(std::move(one));
  take_out_photo_doubles(ledger, lease, options, design, photos, members, cards, report.withheld, stop);
  cards = order_cards(ledger, options.period, numbering_of(options, members), members);
  summary.issued_before = count_issued(cards);

  Issuing issuing(options, design, fonts, ledger, lease, date, photos, signing);
  issuing.run(to_make(members, cards), report.withheld, progress, stop);
  close_jobs(ledger, job_folder(ledger, options.out), "issue");
  raise_mark(ledger);

  summary.job = issuing.job();
  summary.new_files = issuing.files();
  summary.issued_now = issuing.issued();
  summary.sheets = issuing.sheets();
  summary.weak_photos = issuing.weak_photos();
  if (signing) summary.signed_with = SignedWith{signing->key.kid(), signing->settings.issuer};
  report.signed_with = summary.signed_with;
  summary.bound_elsewhere = still_ordered(ledger, issuing.left_to_others(), options.period);
  end_report(ledger, options, design, photos.overrides, members, roll.unconfirmed, std::move(report), summary);
  return summary;
}

}  // namespace pehchan
