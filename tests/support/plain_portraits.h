#pragma once
#include "photo/prepare.h"

namespace pehchan {

/// Portraits with nobody's decisions and nothing kept.
struct PlainPortraits {
  explicit PlainPortraits(PortraitSpec spec = {}) : maker(std::move(spec), undecided, nothing_kept) {}

  PhotoOverrides undecided;
  PortraitCache nothing_kept{{}, 0};
  PortraitMaker maker;
};

}  // namespace pehchan
