#pragma once
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/problem.h"
#include "roll/columns.h"
#include "roll/row_source.h"
#include "roll/table_writer.h"

namespace pehchan {

/// Writes rows as the clerk wrote them, for him to correct and feed back as a roll: see write_withheld.h.
class WithheldWriter {
 public:
  /// Begins FOLDER/withheld.csv, .xlsx or .ods, by the form of the roll that the columns are of.
  WithheldWriter(const std::filesystem::path& folder, const Columns& columns, const SourceForm& form);

  /// The next withheld row, in the order of the roll, with every reason.
  void add(const Record& record, const std::vector<const Problem*>& problems);

  /// Publishes the file, removes one of another format that an earlier run left, and gives the file's name.
  std::string commit();

 private:
  std::string surplus_of(const Record& record) const;

  std::filesystem::path folder_;
  std::string name_;
  Columns columns_;
  char delimiter_;
  std::unique_ptr<TableWriter> table_;
};

/// Every name that a file of withheld rows can have.
std::span<const char* const> withheld_names();

/// Removes the folder's files of withheld rows, except the one of this name; of an edited one a copy is kept.
void remove_withheld(const std::filesystem::path& folder, const std::string& except = {});

}  // namespace pehchan
