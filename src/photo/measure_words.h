#pragma once
#include "model/photo_limits.h"
#include "model/words.h"

namespace pehchan {

/// The Problem's code for a measure beyond its limit: "photo_blurred".
const char* code_of(PhotoMeasure measure);

/// What to tell the member, Hindi and English: what is wrong, and how to take a better photo. For `hold` another photo
/// is asked for, for `warn` only suggested.
Words words_of(PhotoMeasure measure, Grade grade);

}  // namespace pehchan
