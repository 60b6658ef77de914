#pragma once
#include <string>

namespace pehchan {

/// This machine's name, as gethostname has it.
std::string host_name();

}  // namespace pehchan
