#pragma once
#include "model/roll.h"

namespace pehchan {

/// Withholds every confirmed member whose member number (UP/12 and UP-12 are the same) or EPIC number another row has too, confirmed or withheld: which
/// of them is the right one only the clerk can say. `roll.withheld` stays in the order of the file.
void withhold_duplicates(Roll& roll);

/// Adds a note for each confirmed member whose mobile another has too, and for each EPIC number of the old kind.
void add_notes(Roll& roll);

}  // namespace pehchan
