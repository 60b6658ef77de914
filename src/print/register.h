#pragma once
#include <filesystem>

#include "draw/fonts.h"
#include "model/handover_register.h"

namespace pehchan {

/// Paints a register as an A4 PDF under its final name, where it appears only when it is complete: each booth begins on
/// a page of its own, which goes with its booth worker, and has an entry in the PDF's outline. Names are never
/// shortened or clipped: a row grows with them; a character that no font has is drawn as the box that stands for it.
/// Words can be searched for. Same register, same bytes. Throws RunError as AtomicFile and finish_pdf do.
void paint_register(const HandoverRegister& job, const FontSet& fonts, const std::filesystem::path& finished);

}  // namespace pehchan
