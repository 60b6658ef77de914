#pragma once
#include <stop_token>
#include <string>

#include "model/printer_profile.h"

namespace pehchan {

/// Prints a target on a printer (ipp://… or a CUPS queue) and waits until it has: as sheets of cards are printed, on
/// this paper, turned over this edge or one side only. Throws RunError: bad_config when the printer cannot print it so,
/// unavailable when it does not answer or gives up, try_again when it was stopped.
void send_target(const std::string& printer, const std::string& pdf, const Size& paper, Duplex duplex,
                 const std::stop_token& stop);

}  // namespace pehchan
