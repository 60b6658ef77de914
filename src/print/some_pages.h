#pragma once
#include <cstddef>
#include <string>

namespace pehchan {

/// How many pages a finished PDF has. Throws RunError (bad_input) naming `file` when it is unreadable.
std::size_t page_count(const std::string& pdf, const std::string& file);

/// A PDF of its own with `count` pages of a finished one from `first` (from 0) on, unchanged. Same bytes in, same bytes
/// out. Throws RunError (bad_input) naming `file` when it is unreadable or has not so many pages.
std::string some_pages(const std::string& pdf, const std::string& file, std::size_t first, std::size_t count);

}  // namespace pehchan
