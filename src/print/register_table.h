#pragma once
#include <cstddef>

#include "draw/fonts.h"
#include "model/handover_register.h"
#include "print/page_part.h"

namespace pehchan {

/// The table's heading row, in Hindi and English.
PagePart register_heads(const FontSet& fonts);

/// One member's row; `number` counts from 1 in the booth. As high as its names ask, and high enough to sign in.
PagePart register_row(const FontSet& fonts, std::size_t number, const RegisterEntry& entry);

}  // namespace pehchan
