#include "roll/gdal_session.h"

#include <ogrsf_frmts.h>

#include <array>
#include <string_view>
#include <utility>

namespace pehchan {
namespace {

constexpr std::array<std::pair<const char*, const char*>, 4> options = {{{"OGR_XLSX_FIELD_TYPES", "STRING"},
                                                                         {"OGR_XLSX_HEADERS", "DISABLE"},
                                                                         {"OGR_ODS_FIELD_TYPES", "STRING"},
                                                                         {"OGR_ODS_HEADERS", "DISABLE"}}};

/// Only these: what else GDAL can open, from URLs to scripts, is not for a roll.
void register_drivers() {
  static const bool once = [] {
    RegisterOGRXLSX();
    RegisterOGRODS();
    return true;
  }();
  static_cast<void>(once);
}

}  // namespace

GdalSession::GdalSession() {
  register_drivers();
  for (const auto& [name, value] : options) CPLSetThreadLocalConfigOption(name, value);
  CPLPushErrorHandlerEx(&GdalSession::hear, this);
}

GdalSession::~GdalSession() {
  CPLPopErrorHandler();
  for (const auto& [name, value] : options) CPLSetThreadLocalConfigOption(name, nullptr);
}

void CPL_STDCALL GdalSession::hear(CPLErr kind, CPLErrorNum, const char* message) {
  auto* const self = static_cast<GdalSession*>(CPLGetErrorHandlerUserData());
  const bool leaves_out = std::string_view(message).find("Limiting") != std::string_view::npos;
  if (self->failure_.empty() && (kind >= CE_Failure || (kind == CE_Warning && leaves_out))) self->failure_ = message;
}

}  // namespace pehchan
