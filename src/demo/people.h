#pragma once
#include <string>

#include "demo/random.h"

namespace pehchan {

/// The name of somebody who does not exist, in both scripts.
struct PersonName {
  std::string latin, hindi;
  bool woman = false;
};

/// Names of northern India put together by chance; some long, some rich in conjuncts.
PersonName invent_name(Random random);

/// A name that no card can hold.
PersonName invent_endless_name(Random random);

}  // namespace pehchan
