#pragma once
#include <string_view>

namespace pehchan {

/// The review page (see batch/review/page.html) before and after the place where the photos go in.
extern const std::string_view review_page_head, review_page_tail;

}  // namespace pehchan
