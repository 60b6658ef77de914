#pragma once
#include "card/box_reader.h"
#include "toml/table_reader.h"
#include "model/card_template.h"

namespace pehchan {

/// [front.portrait]. Tells also a box in which no person could be known, or that no photo fills.
PortraitElement read_portrait(const TableReader& in, BoxReader& boxes);

}  // namespace pehchan
