#pragma once
#include "batch/look_at_photos.h"
#include "batch/review_page.h"

namespace pehchan {

/// Where the file that the review page saves belongs, and the command that then follows it.
ReviewPage::Advice review_advice(const PhotosOptions& options);

}  // namespace pehchan
