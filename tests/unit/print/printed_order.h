#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "batch/card_maker.h"
#include "draw/fonts.h"
#include "print/sheet_design.h"
#include "support/scratch_folder.h"

namespace pehchan {

/// Thirteen invented cards of one template on A4: one full sheet and one of three.
struct PrintedOrder {
  FontSet fonts;
  SheetDesign design;
  std::vector<CardDrawings> drawings;
  std::vector<ExpectedCard> expected;
  ScratchFolder folder;

  /// `change`, if any, is made to the template first.
  explicit PrintedOrder(const std::string& template_name, const std::function<void(CardTemplate&)>& change = {});
  /// The slug lines of so many sheets.
  static std::vector<std::string> slugs(std::size_t sheets);
  /// The sheets of these drawings, painted and finished, as a file of this name in `folder`.
  /// Their slug lines are those of slugs().
  std::filesystem::path print(const std::vector<CardDrawings>& cards, const std::string& name) const;
  /// The same laid out by another design.
  std::filesystem::path print(const std::vector<CardDrawings>& cards, const std::string& name,
                              const SheetDesign& other) const;
};

/// Of the shipped template, and of a card that hangs upright. Each is made once a program.
const PrintedOrder& printed_order();
const PrintedOrder& upright_order();

}  // namespace pehchan
