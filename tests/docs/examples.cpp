#include "docs/examples.h"

#include <toml++/toml.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "batch/check_template.h"
#include "print/card_pages.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, ',');) parts.push_back(part);
  return parts;
}

Example example_of(const FencedBlock& block) {
  Example example;
  example.name = block.mark("example");
  example.toml = block.text;
  example.side = block.mark("side") == "back" ? CardSide::back : CardSide::front;
  example.who = block.has("who") ? parts_of(block.mark("who")) : std::vector<std::string>{"typical"};
  example.has_guides = block.has("guides");
  example.is_unfit = block.has("unfit");
  example.is_seen = !block.has("unseen");
  if (!block.has("show")) return example;
  const auto numbers = parts_of(block.mark("show"));
  if (numbers.size() != 4) throw std::runtime_error(example.name + ": show wants four numbers");
  const auto mm = [&](std::size_t i) { return Mm{std::stod(numbers[i])}; };
  example.show = Rect{mm(0), mm(1), mm(2), mm(3)};
  return example;
}

void lay_over(toml::table& under, const toml::table& over) {
  for (const auto& [key, node] : over) {
    toml::table* table = under[key.str()].as_table();
    if (table != nullptr && node.is_table())
      lay_over(*table, *node.as_table());
    else
      node.visit([&under, &name = key](const auto& value) { under.insert_or_assign(name.str(), value); });
  }
}

void write(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

void write_all(const ExampleSet& set, const std::string& toml, const fs::path& folder) {
  fs::create_directories(folder);
  for (const ExampleFile& file : set.files) write(folder / file.name, file.bytes);
  write(folder / "card.toml", toml);
}

void write_studio_pdf(const ExampleSet& set, const fs::path& file) {
  const ScratchFolder folder;
  write_all(set, set.base, folder);
  const FontSet fonts;
  const CardTemplate design = read_template(folder, fonts, "");
  const CardDrawings nothing;
  write_card_pages(file, own_page(design, {}, design.bleed), fonts, {&nothing, 1},
                   {.title = "studio", .date = "2000-01-01"});
}

}  // namespace

ExampleSet read_examples(const std::string& markdown) {
  ExampleSet set;
  for (const FencedBlock& block : fenced_blocks(markdown)) {
    if (block.has("base")) set.base = block.text;
    if (block.has("file")) set.files.push_back({block.mark("file"), block.text});
    if (block.has("example")) set.examples.push_back(example_of(block));
  }
  if (set.base.empty()) throw std::runtime_error("there is no block marked base");
  return set;
}

std::string composed(const std::string& base, const std::string& example) {
  toml::table whole = toml::parse(base);
  lay_over(whole, toml::parse(example));
  std::ostringstream text;
  text << whole << "\n";
  return text.str();
}

void write_template(const ExampleSet& set, const std::string& toml, const fs::path& folder) {
  write_all(set, toml, folder);
  if (toml.find("studio.pdf") != std::string::npos) write_studio_pdf(set, folder / "studio.pdf");
}

}  // namespace pehchan
