#pragma once
#include <string>

#include "model/sheet_format.h"
#include "printer/printer_facts.h"

namespace pehchan {

/// What is asked of a printer for a file. Nothing is ever scaled, and there is one copy.
struct Ticket {
  std::string job_name;
  std::string media;          ///< a keyword; empty: the size below
  int width = 0, height = 0;  ///< of the paper, upright, 1/100 mm
  std::string sides;          ///< empty: the printer has no choice
  int quality = 0;            ///< of IPP; 0: the printer has no choice
  bool asks_scaling = true;   ///< print-scaling=none
};

/// What people asked for beside what the sheets need.
struct TicketWishes {
  std::string media = {}, sides = {};  ///< IPP keywords; empty: by the sheets
  int quality = 5;                     ///< of IPP: 3 draft, 4 normal, 5 high
};

/// The ticket for sheets of this paper. Throws RunError (bad_config) with what the printer takes instead, when it has
/// not got the paper within 0.5 mm, prints no PDF, not both sides, or only scaled.
Ticket ticket_for(const PrinterFacts& printer, const Size& paper, Duplex duplex, const TicketWishes& wishes);

}  // namespace pehchan
