#pragma once
#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace pehchan {

/// A PDF and the cards on it.
struct SheetRecord {
  std::string file;  ///< its name in the output folder
  std::string sha256;
  std::vector<std::string> cards;  ///< card numbers, slot after slot
  bool operator==(const SheetRecord&) const = default;
};

/// What an output folder has issued: OUT/journal.jsonl, only ever appended to, each line synced before the step that it
/// announces. A file is first `prepared`, then renamed to its final name, then `released`; whatever moment a run is
/// killed at, opening the journal again either completes the release or forgets the file, which is then made anew with
/// the same bytes. What was released stays issued, wherever its PDF has been moved since.
class Journal {
 public:
  /// Reads the folder's journal and settles what a killed run left. A last line that is torn is cut off. Throws
  /// RunError: bad_input when another line is not a journal's, cannot_write's codes.
  explicit Journal(std::filesystem::path folder);

  bool has_issued(const std::string& card_number) const { return issued_.contains(card_number); }
  const std::vector<SheetRecord>& released() const { return released_; }
  /// "sheets-0003.pdf": the one after the last that was released.
  std::string next_file() const;

  /// Publishes FOLDER/record.file.part under its final name, between the two lines.
  void release(const SheetRecord& record);

 private:
  void read(std::string& text);
  void settle(const SheetRecord& prepared);
  void append(const std::string& line);
  void count(const SheetRecord& record);

  std::filesystem::path folder_, file_;
  std::vector<SheetRecord> released_;
  std::set<std::string> issued_;
};

}  // namespace pehchan
