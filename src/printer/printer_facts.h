#pragma once
#include <cups/ipp.h>

#include <string>
#include <vector>

namespace pehchan {

/// A paper that a printer takes, upright, in 1/100 mm as IPP has it: one size, or all from a least to a most.
struct Medium {
  int least_width = 0, most_width = 0, least_height = 0, most_height = 0;
  std::string keyword;  ///< such as "iso_a4_210x297mm"; empty where it was told by its size only
};

/// What a printer says of itself. What it is silent about is empty.
struct PrinterFacts {
  std::string name, state_message;
  std::vector<std::string> state_reasons, formats, sides, scalings;
  std::vector<int> qualities;
  std::vector<Medium> media;
  bool takes_media_col = false;  ///< a paper may be named by its exact size
  bool is_accepting = true;
  bool is_stopped = false;
  /// Who counts the sides that came out: the printer as it goes; CUPS, which asks the printer whether it is done, and
  /// is right then; or nobody: CUPS only knows what it has sent.
  enum class Count { always, when_done, never } count = Count::always;
};

/// Of a Get-Printer-Attributes answer.
PrinterFacts printer_facts(ipp_t* answer);

/// All values of a keyword, name or text attribute, at most 200 bytes of each and without control characters: a printer
/// is a stranger, and these are shown on terminals. None where it is not there.
std::vector<std::string> words_in(ipp_t* answer, const char* attribute);

}  // namespace pehchan
