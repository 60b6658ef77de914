#include "batch/remake.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/file_lock.h"
#include "base/run_error.h"
#include "base/thread_count.h"
#include "batch/compose_card.h"
#include "batch/design.h"
#include "batch/job_folder.h"
#include "batch/portrait_part.h"
#include "batch/printer_json.h"
#include "batch/profile_choice.h"
#include "batch/settle.h"
#include "batch/sheet_file.h"
#include "batch/sheet_json.h"
#include "batch/signature_check.h"
#include "batch/signing_json.h"
#include "batch/use_printer.h"
#include "credential/validity.h"
#include "ledger/high_water.h"
#include "ledger/lookup.h"
#include "photo/portrait_of.h"
#include "print/released_portraits.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

bool is_wanted(const RemakeOptions& options, std::size_t slot) {
  return options.slots.empty() || std::find(options.slots.begin(), options.slots.end(), slot) != options.slots.end();
}

void refuse_empty_slots(const RemakeOptions& options, const Job& job, const std::vector<SlotContent>& sheet) {
  const auto holds = [&](std::size_t slot) {
    return std::any_of(sheet.begin(), sheet.end(), [&](const SlotContent& one) { return one.here.slot == slot; });
  };
  if (sheet.empty())
    throw RunError(ExitCode::usage, fmt::format("{} has no sheet {}", job.name(), options.sheet),
                   "The number of each sheet stands in its margin.");
  for (const std::size_t slot : options.slots)
    if (!holds(slot))
      throw RunError(ExitCode::usage, fmt::format("slot {} of sheet {} holds no card", slot, options.sheet),
                     "Slots are counted on the front, row by row from the top left.");
}

bool is_dead(const CardRecord& card) { return card.state == CardState::voided || card.state == CardState::handed_over; }

[[noreturn]] void refuse_dead(const SlotContent& one) {
  throw RunError(ExitCode::bad_input,
                 fmt::format("slot {}: the card {} is {}", one.here.slot, one.card.number.text,
                             one.card.state == CardState::voided ? "void" : "handed over already"),
                 "Leave the slot out with --slots; for a member who needs another card run 'pehchan replace'.");
}

/// Those of the wanted cards whose latest copy is the spoilt one.
std::vector<SlotContent> still_to_make(const RemakeOptions& options, const std::vector<SlotContent>& sheet,
                                       RemakeSummary& summary) {
  std::vector<SlotContent> spoilt;
  for (const SlotContent& one : sheet) {
    if (!is_wanted(options, one.here.slot)) continue;
    if (one.card.place && one.card.place->copy != one.here.copy) {
      summary.made_before.push_back(*one.card.place);
      continue;
    }
    if (is_dead(one.card) && !options.slots.empty()) refuse_dead(one);
    if (is_dead(one.card))
      summary.left_out.push_back({one.here.slot, one.card.number, one.card.state});
    else
      spoilt.push_back(one);
  }
  return spoilt;
}

FilledSlots slots_of(const std::vector<SlotContent>& content) {
  FilledSlots slots;
  for (const SlotContent& one : content) slots.push_back(one.here.slot - 1);
  return slots;
}

JobFile file_with(Ledger& ledger, const Job& job, std::size_t sheet) {
  for (const JobFile& file : files_of(ledger, job))
    if (sheet >= file.first_sheet && sheet < file.first_sheet + file.sheets) return file;
  throw RunError(ExitCode::missing_input, fmt::format("the files of {} were purged", job.name()),
                 "Run 'pehchan replace' and 'pehchan issue' for each member instead.");
}

std::vector<std::string> portraits_on(const fs::path& folder, const JobFile& file, std::size_t sheet,
                                      const Design& design, const std::vector<SlotContent>& content) {
  const PortraitPart part = portrait_part(folder, file, design);
  SheetDesign shown = design.sheet;
  shown.pages = part.pages;
  auto jpegs = released_portraits(part.pdf, sheet - file.first_sheet + 1, shown, slots_of(content));
  jpegs.resize(content.size());  // a template without a portrait has none to give
  return jpegs;
}

struct JobSettings {
  std::string template_name, sheet, link_base;
  ProfileChoice profile;
  std::optional<PrinterProfile> printer;
  Json signature;  ///< as keep_signing has written it; null: its codes are links
};

JobSettings settings_of(const Job& job) {
  const Json json = Json::parse(job.settings);
  return {json.at("template"), json.at("sheet"), json.at("link_base"),
          kept_choice(json),   printer_of(json), json.value(signature_key, Json())};
}

std::string remake_settings(const RemakeOptions& options, const Job& job, const JobSettings& settings,
                            const SheetDesign& design) {
  Json json{
      {"template", settings.template_name}, {"link_base", settings.link_base}, {"remake_of", job.name()},
      {"spoilt_sheet", options.sheet},      {"spoilt_slots", options.slots},   {"reason", word_of(options.reason)}};
  keep_sheet(json, settings.sheet, design.format);
  keep_in(json, settings.profile, design.profile);
  add_printer(json, design.printer);
  if (!settings.signature.is_null()) json[signature_key] = settings.signature;
  return json.dump();
}

/// As it was printed; a card that is older than the ledger's codes had a link.
CardCode code_of(const JobSettings& settings, const CardRecord& card) {
  if (card.qr_text.empty()) return {.text = settings.link_base + card.number.text};
  return {.text = card.qr_text, .is_signed = !settings.signature.is_null()};
}

CodeCheck check_of(const JobSettings& settings, const Job& job) {
  if (settings.signature.is_null()) return {};
  return signature_check(signing_of({{signature_key, settings.signature}})->keys, day_begins(job.date).value());
}

PreparedCard made_again(const Design& design, const FontSet& fonts, const JobSettings& settings,
                        const SlotContent& spoilt, std::string jpeg) {
  auto card = compose_card(design, fonts, spoilt.card.member, spoilt.card.number, code_of(settings, spoilt.card),
                           jpeg.empty() ? Portrait{} : portrait_of(std::move(jpeg)));
  if (!card)
    throw RunError(ExitCode::internal, fmt::format("the card {} cannot be made again", spoilt.card.number.text),
                   card.error().problems.front().reason.en);
  card->hashes = spoilt.hashes;
  card->copy = spoilt.here.copy + 1;
  return std::move(*card);
}

Design design_of(const RemakeOptions& options, const JobSettings& settings, const FontSet& fonts,
                 const std::vector<SlotContent>& spoilt) {
  const std::string name = options.template_name.empty() ? settings.template_name : options.template_name;
  Design design = made_for(read_design(name, settings.sheet, fonts, settings.link_base), settings.profile);
  for (const SlotContent& one : spoilt)
    if (one.hashes.card_template != design.hash)
      throw RunError(
          ExitCode::bad_config,
          fmt::format("the template {} or the sheet format {} has changed since these cards were made", name,
                      design.sheet.format.name),
          "Put the old sheet format back, or give the folder of the old template with --template; or run 'pehchan "
          "replace' for new cards.");
  if (settings.printer) use_printer(design.sheet, *settings.printer);
  return design;
}

}  // namespace

RemakeSummary remake_cards(const RemakeOptions& options) {
  Ledger ledger(options.ledger);
  const Job job = job_named(ledger, options.job);
  JobSettings settings = settings_of(job);
  if (!options.icc.empty()) settings.profile.icc = options.icc;
  const fs::path folder = folder_path(ledger, job.folder);
  const FileLock lock(folder / ".lock", folder.string());
  refuse_older(ledger);
  settle_folder(ledger, folder);

  RemakeSummary summary;
  const auto sheet = sheet_content(ledger, job, options.sheet);
  refuse_empty_slots(options, job, sheet);
  const auto spoilt = still_to_make(options, sheet, summary);
  if (spoilt.empty()) return summary;

  const FontSet fonts;
  Design design = design_of(options, settings, fonts, spoilt);
  auto jpegs = portraits_on(folder, file_with(ledger, job, options.sheet), options.sheet, design, sheet);
  if (options.printer) use_printer(design.sheet, *options.printer);
  const Job remake = open_job(ledger, {.id = 0,
                                       .kind = "remake",
                                       .folder = job.folder,
                                       .period = job.period,
                                       .settings = remake_settings(options, job, settings, design.sheet),
                                       .date = job.date,
                                       .is_open = true});
  const std::string name = next_file_name(ledger, job.folder, "remake");
  SheetFile file(folder, name, remake, next_sheet(ledger, remake), design, fonts, {}, 1);
  for (const SlotContent& one : spoilt) {
    const auto at =
        std::find_if(sheet.begin(), sheet.end(), [&](const SlotContent& s) { return s.here.slot == one.here.slot; });
    file.add(made_again(design, fonts, settings, one, jpegs.at(static_cast<std::size_t>(at - sheet.begin()))));
  }
  file.release(
      ledger,
      [&](const JobFile& made, std::span<const PlacedCard> cards) { return prepare_copies(ledger, made, cards); },
      thread_count(options.jobs), check_of(settings, job));
  close_jobs(ledger, job.folder, "remake");
  raise_mark(ledger);
  summary.job = remake.name();
  for (const std::string& part : file.names()) summary.files.push_back(folder / part);
  summary.cards = spoilt.size();
  return summary;
}

}  // namespace pehchan
