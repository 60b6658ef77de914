#pragma once
#include <string>

namespace pehchan {

/// Takes the artwork out of a finished file's bytes, which stay as many: how it lies on a sheet (see lay_beneath.h)
/// becomes a stream of spaces. The same artwork lies beneath every sheet, and drawing it takes a reader up to fifty
/// times as long as drawing all that differs: it need be seen on one sheet of each kind. A file without artwork stays
/// as it is. Throws RunError (internal) naming `file` when it is not sound.
void hide_artwork(std::string& pdf, const std::string& file);

}  // namespace pehchan
