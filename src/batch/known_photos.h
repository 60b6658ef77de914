#pragma once
#include "batch/same_photos.h"
#include "model/photo_override.h"
#include "photo/portrait_cache.h"

namespace pehchan {

/// What is known of an order's photos before its cards are made.
struct KnownPhotos {
  PhotoOverrides overrides;  ///< what people decided
  PortraitCache cache;       ///< what was made before
  PhotoPrints prints = {};   ///< how they look, for the ledger
};

}  // namespace pehchan
