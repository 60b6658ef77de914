#pragma once
#include "card/box_reader.h"
#include "card/template_reader.h"
#include "model/card_template.h"

namespace pehchan {

/// [front.portrait]. Tells what the proof could not know a person by: see least_portrait.
PortraitElement read_portrait(const TableReader& in, BoxReader& boxes);

}  // namespace pehchan
