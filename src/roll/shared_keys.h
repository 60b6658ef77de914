#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace pehchan {

/// Finds the rows that have a key in common, at 12 bytes a row: of a key only a hash of 64 bits is kept (SipHash with a
/// secret of this process, so that nobody can write a roll whose rows clash; by chance two keys of a million do so once
/// in forty million rolls). Rows are below 2^32.
class SharedKeys {
 public:
  /// An empty key is shared by nobody.
  void add(std::string_view key, std::size_t row);
  /// Ends the adding. Rows for which `counts` is false are left out.
  void settle(const std::function<bool(std::size_t)>& counts);

  /// The rows that share this row's key, itself among them, ascending; empty when no other does. After settle().
  std::span<const std::uint32_t> sharing(std::size_t row) const;
  /// How many rows share a key with another.
  std::size_t count() const { return rows_.size(); }

 private:
  struct Entry {
    std::uint32_t high, low, row;
    std::uint64_t hash() const { return std::uint64_t{high} << 32 | low; }
  };
  struct Place {
    std::uint32_t row, first, last;  ///< its group is rows_[first, last)
  };
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> rows_;  ///< group by group
  std::vector<Place> places_;        ///< by row
};

}  // namespace pehchan
