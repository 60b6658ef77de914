#pragma once
#include <span>

struct _FcPattern;

namespace pehchan {

/// Opens these fonts in Cairo and keeps them open as long as the process lives; each file once, whoever asks. Cairo
/// shares them between threads, and while more than ten are open it closes one that nobody holds: also one that another
/// thread is just taking, which crashes (cairo 1.16, cairo-ft-font.c, _cairo_ft_unscaled_font_lock_face). A font that
/// is held is never closed. Call it before the fonts are used.
void keep_open(std::span<_FcPattern* const> fonts);

}  // namespace pehchan
