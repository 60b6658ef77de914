#pragma once
#include <filesystem>
#include <istream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/member.h"
#include "model/problem.h"

namespace pehchan {

/// The master list of places: states, the districts of each, their blocks, their booths. Names are compared as people
/// mean them (see word_key.h), booth numbers without zeros in front.
class PlaceList {
 public:
  /// From a CSV, XLSX or ODS file with the columns state, district, block and booth_no; booth_name and district_code
  /// may be there too. Throws RunError as read_roll, and bad_input for a row without one of the four.
  explicit PlaceList(const std::filesystem::path& file);
  /// The same from the text of a CSV file; `file` is for messages.
  PlaceList(std::istream& csv, const std::string& file);

  /// The largest place of the member that is not in the list, as place_unknown with the name it was most likely meant
  /// to be. A member without a state is looked for in all of them. `file` is for the problem.
  std::optional<Problem> problem_of(const Member& member, const std::string& file) const;

  /// A district's name as the list has it first → its code.
  const std::map<std::string, std::string>& district_codes() const { return codes_; }

 private:
  struct Place {
    std::string name;
    std::map<std::string, Place> inside;  ///< by key
  };
  void read(class RowSource& source, const std::string& file);
  std::vector<const Place*> within(const std::vector<const Place*>& around, const std::string& key) const;
  std::string likely(const std::vector<const Place*>& around, const std::string& key) const;
  void add_code(const std::string& district, const std::string& code, const std::string& where);

  Place all_;
  std::map<std::string, std::string> codes_;
  std::map<std::string, std::string> code_of_, district_of_;  ///< between a district's key and its code
};

/// The districts of a list of places that have a code (column district_code: 1 to 8 of A-Z and 0-9). Throws RunError as
/// PlaceList, and bad_input if a code has another shape, if a district has two codes or a code two districts.
std::map<std::string, std::string> district_codes(const std::filesystem::path& places);

/// The code of a district however its name is written; empty when it has none.
std::string district_code(const std::map<std::string, std::string>& codes, const std::string& district);

}  // namespace pehchan
