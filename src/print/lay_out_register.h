#pragma once
#include <vector>

#include "draw/fonts.h"
#include "model/handover_register.h"
#include "print/page_part.h"

namespace pehchan {

/// One booth's pages, each as high as the paper: its title, the table with its heading row repeated, the foot with page
/// i of n, and on the last page the lines for who handed over, never without a row of the table above them.
std::vector<PagePart> lay_out_booth(const FontSet& fonts, const HandoverRegister& job, const RegisterBooth& booth);

}  // namespace pehchan
